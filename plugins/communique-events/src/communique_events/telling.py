"""Which verbs of a sentence tell of something, and what: the meanings of each are tried until one does.

Most verbs say that somebody said something, or need a noun that is not there.  Those are passed over at the first look.
A statement, and an act in a clause that only adds to another, is put by unread, as its `VerbGroup`, and read only where
the sentence tells of nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from communique_events.acts import acts, does_to, suffers, undergoes
from communique_events.asking import OPERATORS, asks_for
from communique_events.classes import may_tell
from communique_events.clauses import Clause
from communique_events.coding import HOSTILE, folded
from communique_events.deeds import deeds_of
from communique_events.drafting import stands_aside
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.news import OF_FORCE, is_news
from communique_events.scene import Scene
from communique_events.statements import forebodes, says, speakers
from communique_events.words import Act, Trigger, word_set

_TWO = 2
_PEACE = re.compile(r"\bpeace-?keep")
_KEEPING = Act("AID", None, "074")
_PAPERS = frozenset({"publication", "proposal", "agreement", "demand"})
_SAID = frozenset({"ACCUSE", "THREATEN", "REQUEST", "APPEAL", "REJECT"})
_FRAMES_OF_OPERATORS = frozenset({"to", "that", "do", "wish", ""})


def drafts_of(scene: Scene) -> list[Draft]:
    """The events that the verbs of a sentence tell of: those of its main clauses, else of others, else what is said."""
    main: list[Draft] = []
    asides: list[Draft | VerbGroup] = []
    statements: list[Draft | VerbGroup] = []
    for group in scene.verbs.groups:
        if group.word in scene.taken:
            continue
        draft = _read(scene, group)
        if draft is None:
            continue
        scene.taken.update(range(group.word, group.behind))
        if isinstance(draft, VerbGroup):
            (statements if _is_statement(draft.trigger) else asides).append(draft)
        elif draft.act.type == "STATEMENT":
            statements.append(draft)
        elif draft.aside or group.sort == "infinitive":
            asides.append(draft)
        else:
            main.append(draft)
    if main:
        if scene.parties_of:
            main = [_with_own_parties(scene, draft) for draft in main]
        main = [_for_peace(scene, draft) for draft in main if _is_kept(scene, draft)]
    if asides:
        main = _with_writing(scene, main, asides)
        meetings = [draft for draft in asides if isinstance(draft, Draft) and draft.is_meeting]
        main += [draft for draft in meetings if draft.sources and draft.targets and not _adds(draft)]
        main = main or _asides(scene, asides)
        main = [draft for draft in main if is_news(draft, scene.page.standing)]
    return main or deeds_of(scene) or _first_statement(scene, statements)


def _is_kept(scene: Scene, draft: Draft) -> bool:
    """Tell whether a draft is news; a meeting that one names which is none may still be told by its noun."""
    if is_news(draft, scene.page.standing):
        return True
    scene.taken.difference_update(
        i for i in scene.meetings if draft.cues[0][1] <= scene.line.starts[i] < draft.reach[1]
    )
    return False


def _asides(scene: Scene, asides: list[Draft | VerbGroup]) -> list[Draft]:
    """What clauses tell of that only add to others, by both its parties, or where it is hostile by who does it."""
    drafts = [
        draft for one in asides if (draft := _whole(scene, one)) is not None and (draft.sources or _is_death(draft))
    ]
    drafts = [draft for draft in drafts if not (draft.is_meeting and _adds(draft))]  # "an event hosted by X"
    return [draft for draft in drafts if draft.targets] or [
        draft for draft in drafts if (draft.finite and draft.act.type in HOSTILE) or _is_said_along(scene, draft)
    ]


def _is_death(draft: Draft) -> bool:
    """Tell whether somebody dies by force whoever used it: "after four men *died* in shelling"."""
    return draft.rule is undergoes and draft.act.type in OF_FORCE and bool(draft.targets)


def _is_said_along(scene: Scene, draft: Draft) -> bool:
    """Tell whether it is what the subject says while doing something else: "appeared in court, *denouncing* it"."""
    i = bisect_left(scene.line.starts, draft.cues[0][0])
    said = draft.rule in {acts, asks_for} and not draft.finite and draft.act.type in {"ACCUSE", "THREATEN", "REJECT"}
    return said and scene.line.gaps[i][:1] == "," and scene.line.words[i].endswith("ing")


def _for_peace(scene: Scene, draft: Draft) -> Draft:
    """Troops that are sent to keep the peace are help: "deployed troops to a *peacekeeping* mission"."""
    if draft.act.type != "MOBILIZE" or _PEACE.search(scene.page.folded, scene.line.start, scene.line.end) is None:
        return draft
    modal = "" if draft.counted.type == draft.act.type else "will"
    return draft._replace(act=_KEEPING, counted=folded(_KEEPING, modal, negated=False))


def _with_writing(scene: Scene, told: list[Draft], asides: list[Draft | VerbGroup]) -> list[Draft]:
    """The events, what a paper says in place of what is done with it: "passed a resolution *condemning* X"."""
    starts, nouns = scene.line.starts, scene.line.nouns
    if not nouns:
        return told
    written: list[Draft] = []
    for one in asides:
        word = one.word if isinstance(one, VerbGroup) else bisect_left(starts, one.cues[0][0])
        noun = nouns.get(word - 1)
        if noun is None or noun[0].group not in _PAPERS:
            continue
        draft = _whole(scene, one)
        if draft is None or draft.act.type not in _SAID or not draft.sources:
            continue
        before = scene.verbs.within(0, word)
        if before and before[-1].sort == "finite":
            written.append(draft._replace(aside=False))
    if not written:
        return told
    where = [draft.cues[0][0] for draft in written]
    return [draft for draft in told if not any(draft.reach[0] <= at < draft.reach[1] for at in where)] + written


def _whole(scene: Scene, one: Draft | VerbGroup) -> Draft | None:
    """What is told in a clause, which may have been put by."""
    return one if isinstance(one, Draft) else _meant(scene, one, scene.clause(one))


def _adds(draft: Draft) -> bool:
    """Tell whether a participle only adds to a noun: "an event *hosted by*"."""
    return draft.rule is suffers and not draft.finite


def _first_statement(scene: Scene, statements: list[Draft | VerbGroup]) -> list[Draft]:
    """The first statement that is somebody's and stands in no clause that only adds to another."""
    for one in statements:
        if isinstance(one, Draft):
            draft = one
        elif one.passive or stands_aside(scene, one, clause := scene.verbs.opening(one)):
            continue  # "is said to be rich"
        elif not (heard := speakers(scene, one, clause)):
            continue
        else:
            draft = says(scene, one, scene.clause(one, clause), heard)
        if (draft.sources or draft.targets) and not draft.aside and is_news(draft, scene.page.standing):
            return [draft]
    return []


def _with_own_parties(scene: Scene, draft: Draft) -> Draft:
    """A meeting spoken of by a verb and a noun, with the parties that the noun names ("talks between X and Y")."""
    first, last = draft.reach
    for i, parties in scene.parties_of.items():
        if draft.is_meeting and i in scene.taken and first <= scene.line.starts[i] < last:
            if draft.act.mode == "third-party":
                return draft._replace(targets=parties)
            return draft._replace(sources=parties, targets=())
    return draft


def _read(scene: Scene, group: VerbGroup) -> Draft | VerbGroup | None:
    """What one verb tells of, with its noun if it has one, else by itself; what may be put by is given back unread."""
    opening: Clause | None = None
    clause: Clause | None = None
    for trigger in _senses(scene, group):
        meant = group if trigger is group.trigger else group._replace(trigger=trigger)
        if trigger.act is None:
            if not may_tell(scene, group, trigger.group):
                continue
        elif group.modal == "must":  # what must be done is asked for
            pass
        elif _is_statement(trigger):
            return meant
        elif _is_plain(trigger) and not (trigger.act.type == "ASSAULT" and scene.tells_of_disaster):
            opening = opening or scene.verbs.opening(group)
            if group.sort == "infinitive" or stands_aside(scene, group, opening):
                return meant
        clause = clause or scene.clause(group, opening)
        draft = _meant(scene, meant, clause)
        if draft is not None:
            return draft
    return None


def _senses(scene: Scene, group: VerbGroup) -> list[Trigger]:
    """The meanings of a verb, those that tell least by themselves first."""
    known = scene.line.verbs[group.word]
    if len(known) == 1:
        return [group.trigger]
    return sorted((trigger for trigger, behind in known if behind == group.behind), key=_tells_alone)


@cache
def _figurative() -> frozenset[str]:
    return word_set("figures") | word_set("frays")


def _is_statement(trigger: Trigger) -> bool:
    return trigger.act is not None and trigger.act.type == "STATEMENT"


def _is_plain(trigger: Trigger) -> bool:
    """Tell whether a verb tells of an act between parties whatever stands around it, and of no meeting."""
    act = trigger.act
    apart = trigger.frame in {"two", "doom"}
    return act is not None and act.type != "CONSULT" and not apart and not _takes_act(trigger)


def _takes_act(trigger: Trigger) -> bool:
    return trigger.act is not None and trigger.act.type in OPERATORS and trigger.frame in _FRAMES_OF_OPERATORS


def _tells_alone(trigger: Trigger) -> int:
    """How much a meaning tells by itself: those with words of their own are tried first, statements last."""
    if len(trigger.apart) > 1:  # "recalled *its* ambassador to"
        return -1
    if trigger.act is None:
        return 0
    return 1 if trigger.frame == "do" else 3 if trigger.act.type == "STATEMENT" else 2


def _meant(scene: Scene, group: VerbGroup, clause: Clause) -> Draft | None:
    act = group.trigger.act
    if act is None:
        return does_to(scene, group, clause)
    if act.type == "STATEMENT":
        return says(scene, group, clause)
    if group.trigger.words in _figurative() and scene.tells_of_contest:
        return None
    if group.trigger.frame == "doom":
        return forebodes(scene, group, clause, act)
    if _takes_act(group.trigger):
        return asks_for(scene, group, clause, act)
    if act.type == "ASSAULT" and scene.tells_of_disaster:
        return None
    if group.passive and group.trigger.words == "meet with":  # "was met with silence"
        return None
    draft = (suffers if group.passive else acts)(scene, group, clause, act)
    if group.trigger.frame == "two" and draft is not None and len(draft.sources) + len(draft.targets) < _TWO:
        return None
    return draft
