"""What verbs tell of meetings: who takes part, whether they come about, and when a verb tells of no meeting at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique import Actor, Place
from communique.kinds import EventStatus
from communique_events.drafts import Draft
from communique_events.scene import Scene
from communique_events.unmet import is_topic, meets_nobody, stays_at_home
from communique_events.words import Act, Trigger, word_set

_CALLED_OFF = "125"
_BROKEN_OFF = "164"
_OFF = frozenset({_CALLED_OFF, _BROKEN_OFF})
_MAY_BE_MET = frozenset({"CONSULT", "REJECT", "APPEAL"})
"""Types of acts that may be meetings, or tell of one that is offered or turned down."""
_CALLING_OFF = ("cancel", "call", "postpon", "scrap", "shelv", "scuttl", "torpedo", "derail", "wreck")
_ATTENDING = ("attend", "join", "took part", "tak", "participat")
_ENDING = ("end", "conclud", "finish", "wrap")
_BEGINNING = ("beg", "start", "open", "launch", "kick", "commenc", "embark", "resum")
"""How the verbs begin behind which a meeting that is told as a fact goes on."""
_SENDING = ("send", "sent", "dispatch")
_ON_THE_WAY = (" en route to", " way to", " bound for")
_SETTING_OUT = ("head", "leav", "left", "depart", "set off", "set out")
"""How the verbs begin of one who is on the way: who is visited is still to be met."""
_STRETCH = re.compile(r"[^,;]{0,30}\b(?:day|week|hour|month|round)s? of \w")
_REACH_OF_OFFER = 6
_OFFERED = re.compile(r"\b(?:invitation|invitations|offer|request|proposal)(?: for [^,;]{1,40})? to \Z")
_AT_HOME = re.compile(
    r" (?:at|in|to) (?:the |his |her )?(?:[\w-]+ ){0,2}"
    r"(?:palace|airport|residence|office|White House|Kremlin|Elysee|headquarters|ministry|villa)\b"
)
"""Where guests are welcomed."""
_CALLING = ("speak", "spoke", "talk")
_BY_PHONE = re.compile(r" (?:by|on the|via|over the) (?:tele)?phone\b| by video")
_REACH = 60
_REACH_OF_DETERMINER = 4


def as_meeting(scene: Scene, draft: Draft) -> Draft | None:
    """What a verb tells of a meeting, with its own status: one called off is a meeting too, and no place takes part.

    PLOVER's way of counting it stays as it was.  Nothing where nobody is met: "meet the challenge", "come to light".
    """
    if draft.act.type not in _MAY_BE_MET and draft.act.cameo not in _OFF:
        return _welcomed(scene, draft)
    draft = _ended(scene, draft)
    act, status, (first, last) = draft.act, draft.status, draft.reach
    if _is_called_off(scene, draft):
        visit = any(noun.group == "visit" and first <= scene.line.starts[i] < last for i, (noun, _) in _nouns(scene))
        act = Act("CONSULT", "visit", "042") if visit else Act("CONSULT", None, "040")
        status = "cancelled" if status != "denied" else status
        first = min([first, *(one.start for one in draft.targets)])
    if _is_concluded(scene, draft):
        act = counted = Act("CONSULT", None, "046")
        return draft._replace(act=act, counted=counted)
    if act.type != "CONSULT":
        return _turned_down(scene, draft) or _invited(scene, _welcomed(scene, draft))
    if meets_nobody(scene, draft):
        return None
    spelled = scene.page.folded[draft.cues[0][0] : draft.cues[0][1]].lower()
    if act.mode is None and spelled.startswith(_CALLING) and _BY_PHONE.search(scene.page.folded, *draft.reach):
        act = Act("CONSULT", "phone", "041")
    status = _status(scene, draft._replace(status=status), spelled)
    if act.mode == "visit" and status != "proposed" and stays_at_home(draft):
        return None
    sources, targets = draft.sources, draft.targets
    if act.mode != "visit":
        sources, targets = (
            tuple(one for one in side if not isinstance(one.party, Place)) for side in (sources, targets)
        )
        targets = () if is_topic(scene, draft) else targets
    draft = draft._replace(act=act, status=status, sources=sources, targets=targets, reach=(first, last))
    return _joined_in(scene, _named(scene, _with_owners(scene, draft)))


def _status(scene: Scene, draft: Draft, spelled: str) -> EventStatus:
    """Whether who is said to meet did, does or will; `spelled` are the words of the verb."""
    status = draft.status
    if _OFFERED.search(scene.page.folded, max(scene.line.start, draft.cues[0][0] - _REACH), draft.cues[0][0]):
        return "proposed"
    if status in {"occurred", "ongoing"} and (spelled.startswith(_SENDING) or spelled.endswith(_ON_THE_WAY)):
        return "scheduled"
    if status == "occurred":
        return "ongoing" if spelled.startswith(_BEGINNING) else "scheduled" if _sets_out(spelled) else status
    if status == "hypothetical":
        return "proposed"
    return "scheduled" if status == "proposed" and _is_announced(scene, draft) else status


def _sets_out(spelled: str) -> bool:
    """Tell whether the words of a verb say that somebody is on the way: "left for"."""
    return spelled.startswith(_SETTING_OUT) and spelled.endswith((" for", " to")) and "ing " not in spelled


def _ended(scene: Scene, draft: Draft) -> Draft:
    """A visit or meeting that came to its end took place: "ended a trip to Quito"."""
    if draft.act.cameo != _CALLED_OFF:
        return draft
    if not scene.page.folded[draft.cues[0][0] : draft.cues[0][1]].lower().startswith(_ENDING):
        return draft
    act = Act("CONSULT", "visit", "042")
    return draft._replace(act=act, counted=act if draft.counted.type == "REJECT" else draft.counted)


def _nouns(scene: Scene) -> Iterable[tuple[int, tuple[Trigger, int]]]:
    """The nouns of a sentence by the word they start at."""
    return scene.line.nouns.items()


def _is_announced(scene: Scene, draft: Draft) -> bool:
    """Tell whether "would" stands for "will" in what somebody said: "he said the ministers would meet"."""
    line = scene.line
    would = any(
        line.words[k] == "would" and draft.reach[0] <= line.starts[k] < draft.cues[0][0] for k in range(len(line))
    )
    said = any(
        scene.verbs.finite[k] and line.words[k] in word_set("speech")
        for k in range(len(line))
        if line.starts[k] < draft.reach[0]
    )
    return would and said and "if" not in line.words


def _named(scene: Scene, draft: Draft) -> Draft:
    """How the meeting is called that a verb tells of: "held *border talks*"."""
    for i in scene.meetings:
        if draft.cues[0][0] <= scene.line.starts[i] < draft.reach[1]:
            return draft._replace(described=scene.described(i) | {scene.line.nouns[i][0].words})
    return draft


def _with_owners(scene: Scene, draft: Draft) -> Draft:
    """Whose people meet: "Kenya and Somalia said *their ministers* would meet"."""
    parties = (*draft.sources, *draft.targets)
    if len(parties) != 1 or not scene.page.folded[
        max(0, parties[0].start - len("their ")) : parties[0].end
    ].lower().startswith(("their ", " their")):
        return draft
    before = sum(start < parties[0].start for start in scene.line.starts)
    return draft._replace(sources=(*scene.outer(before - 1), *draft.sources))


def _is_called_off(scene: Scene, draft: Draft) -> bool:
    """Tell whether a meeting does not come about; talks that are broken off have been held."""
    if draft.act.type == "REJECT":
        return draft.act.mode == "meet" and draft.act.cameo == _CALLED_OFF
    start, end = draft.cues[0]
    return draft.act.cameo == _BROKEN_OFF and scene.page.folded[start:end].lower().startswith(_CALLING_OFF)


def _is_concluded(scene: Scene, draft: Draft) -> bool:
    """Tell whether talks came to their end rather than were broken off: "ended two days of talks"."""
    start, end = draft.cues[0]
    ending = draft.act.cameo == _BROKEN_OFF and scene.page.folded[start:end].lower().startswith(_ENDING)
    return ending and _STRETCH.match(scene.page.folded, end) is not None


def _turned_down(scene: Scene, draft: Draft) -> Draft | None:
    """A meeting that is offered and turned down is one that was refused: "rejected a proposal for talks with"."""
    line, (_, end) = scene.line, draft.cues[0]
    if draft.act.type != "REJECT" or not draft.targets or draft.status != "occurred":
        return None
    behind = next((k for k in range(len(line)) if line.starts[k] >= end), len(line))
    for k in range(behind, min(len(line), behind + _REACH_OF_OFFER)):
        if line.words[k] in {"at", "in", "during", "after"}:
            return None
        if k in scene.meetings:
            noun = line.nouns[k][0]
            return draft._replace(act=noun.act or draft.act, status="refused", subtype=noun.words)
    return None


def _welcomed(scene: Scene, draft: Draft) -> Draft:
    """Who is welcomed to a place is a guest there: "welcomed the minister to Oslo"."""
    page, (start, end) = scene.page, draft.cues[0]
    if not page.folded[start:end].lower().startswith("welcom"):
        return draft
    guests = [one for one in draft.targets if isinstance(one.party, Actor) and one.party.kind == "person"]
    if not guests:
        return draft
    behind = guests[-1].end
    if not _AT_HOME.match(page.folded, behind) and not _is_led_to_a_place(scene, behind, (" to ", " in ")):
        return draft
    act = Act("CONSULT", "visit", "043")
    return draft._replace(act=act, counted=act if draft.status == "occurred" else draft.counted)


def _invited(scene: Scene, draft: Draft) -> Draft:
    """Who is invited to a summit or a visit is asked for a meeting."""
    start, end = draft.cues[0]
    if draft.act.type != "APPEAL" or not scene.page.folded[start:end].lower().startswith("invit"):
        return draft
    for i in scene.meetings:
        noun = scene.line.nouns[i][0]
        if noun.act and end <= scene.line.starts[i] < draft.reach[1]:
            scene.taken.add(i)
            return draft._replace(act=noun.act, status="proposed", subtype=noun.words)
    return _asked_over(scene, draft)


def _asked_over(scene: Scene, draft: Draft) -> Draft:
    """Who is invited to a place is asked for a visit: "invited the premier to Oslo"."""
    guests = [one for one in draft.targets if isinstance(one.party, Actor)]
    if draft.status != "occurred" or not guests:
        return draft
    behind = guests[-1].end
    if not _is_led_to_a_place(scene, behind, (" to ", " to the ")):
        return draft
    return draft._replace(act=Act("CONSULT", "visit", "042"), status="proposed")


def _is_led_to_a_place(scene: Scene, behind: int, leads: tuple[str, ...]) -> bool:
    """Tell whether some words and a place stand behind an offset: " to *Oslo*"."""
    page = scene.page
    return any(page.folded[behind:first] in leads for first, _, _ in page.places(behind, behind + _REACH))


def _joined_in(scene: Scene, draft: Draft) -> Draft:
    """Who attended "the talks" took part in a meeting that was told of before."""
    line, page = scene.line, scene.page
    if not page.folded[draft.cues[0][0] : draft.cues[0][1]].lower().startswith(_ATTENDING):
        return draft
    for i in scene.meetings:
        if i in scene.parties_of or not draft.reach[0] - _REACH <= line.starts[i] < draft.reach[1]:
            continue
        if not word_set("known").isdisjoint(line.words[max(0, i - _REACH_OF_DETERMINER) : i]):
            noun = line.nouns[i][0]
            return draft._replace(definite=True, described=scene.described(i) | {noun.words}, targets=())
    return draft
