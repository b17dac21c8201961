"""Rules for nouns that name a meeting: talks, a summit, a visit, a call."""

from __future__ import annotations

from collections.abc import Callable

from communique.kinds import EventStatus
from communique_events.attendees import OCCASION_REACH, OCCASIONS, doers, owners, pair_before
from communique_events.coding import embedded, folded
from communique_events.drafts import Draft
from communique_events.line import Line
from communique_events.parties import Found, agent, stretch, target, with_joined
from communique_events.scene import Scene
from communique_events.status import status_of_noun
from communique_events.words import Act, Trigger, word_set

_LIST = 220
_SEVERAL = 2
_VISIT_REACH = 14
_LINKER_REACH = 9
_NEAR = 80
_PAIR_REACH = 60
_DETERMINER_REACH = 5
_MOST_BETWEEN = 3


def talks_between(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a meeting and, behind it, between whom it is.

    Matches ``A meeting between Kenya and Somalia lasted two hours.``; not ``A meeting between breakfast and lunch
    lasted two hours.``
    """
    line = scene.line
    if behind >= len(line):
        return None
    linker = next(
        (
            k
            for k in range(behind, min(len(line), behind + _LINKER_REACH))
            if line.words[k] in {"between", "among", "involving"}
        ),
        -1,
    )
    if linker < 0 or _is_broken(scene, behind, linker):
        return None
    found = stretch(scene.page, line.position(linker), min(line.end, line.position(linker) + _LIST))
    near = bool(found) and found[0].start - line.end_of(linker) < _NEAR
    parties = with_joined(scene.page, found, 0) if near else []
    if len(parties) < _SEVERAL:
        return None
    return _meeting(talks_between, scene, i, noun, behind, parties, [])


def talks_with(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a meeting with somebody: of whose it is, or who is the subject of the clause.

    Matches ``Kenya's talks with Somalia ended.``; not ``Talks with a happy end are rare.``
    """
    line = scene.line
    linkers = {"with", "from"} if noun.act is not None and noun.act.mode == "phone" else {"with"}
    linker = next((k for k in range(behind, min(len(line), behind + _LINKER_REACH)) if line.words[k] in linkers), -1)
    if linker < 0 or _is_broken(scene, behind, linker):
        return None
    found = stretch(scene.page, line.position(linker), min(line.end, line.position(linker) + _LIST))
    others = with_joined(scene.page, found, 0) if found and found[0].start - line.end_of(linker) < _NEAR else []
    if not others:
        return None
    own = owners(scene, i) or doers(scene, i)
    return _meeting(
        talks_with, scene, i, noun, behind, [one for one in own if one.party not in {o.party for o in others}], others
    )


def talks_of_pair(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a meeting with its two parties before it: "the Trump-Putin summit", "Kenyan-Somali talks".

    Matches ``The Kenya-Somalia talks ended.``; not ``The Kenya talks ended.``
    """
    parties = pair_before(scene, i)
    if len(parties) < _SEVERAL:
        return None
    return _meeting(talks_of_pair, scene, i, noun, behind, parties, [])


def talks_of(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a meeting of those who take part in it.

    Matches ``A summit of Kenya, Uganda and Rwanda opened in Nairobi.``; not ``A summit of hope opened in Nairobi.``
    """
    line = scene.line
    if behind >= len(line) or line.words[behind] not in {"of", "by"}:
        return None
    found = stretch(scene.page, line.position(behind), min(line.end, line.position(behind) + _LIST))
    parties = with_joined(scene.page, found, 0) if found and found[0].start - line.end_of(behind) < _NEAR else []
    if len(parties) < _SEVERAL:
        return None
    return _meeting(talks_of, scene, i, noun, behind, parties, [])


def visit_to(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a visit: of whose it is, by whom, or who is the subject of the clause, and where it goes.

    Matches ``King Faris's visit to Kenya was brief.``; not ``A visit to the dentist was brief.``
    """
    line = scene.line
    if noun.group != "visit" or behind >= len(line) or line.words[behind] not in {"to", "in", "by"}:
        return None
    goes = line.words[behind] != "by"
    reach = range(behind, min(len(line), behind + _VISIT_REACH))
    end = next((k for k in reach if scene.verbs.finite[k]), len(line))
    by = next((k for k in reach if line.words[k] == "by"), end)
    targets = target(scene.page, line, behind, by, (), places=True)[:1] if goes else []
    own = agent(scene.page, line, behind, end) or owners(scene, i)
    if not own and not _is_matter(line, i):
        own = doers(scene, i)
    own = [one for one in own if one.party not in {other.party for other in targets}]
    if not own or (goes and not targets):
        return None
    return _meeting(visit_to, scene, i, noun, behind, own, targets)


def _is_matter(line: Line, i: int) -> bool:
    """Tell whether a visit is what something is about, and not made by who does it: "a row *over a* visit to X"."""
    before = [line.words[k] for k in range(max(0, i - _MOST_BETWEEN), i)]
    return not {"over", "about", "against"}.isdisjoint(before)


def talks_at(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a meeting at which those who are the subject of the clause do something together.

    Matches ``Kenya and Somalia agreed at talks in Cairo to open the border.``; not ``Kenya and Somalia said talks were
    useless.``
    """
    line = scene.line
    start = next((k for k in range(i - 1, max(-1, i - OCCASION_REACH), -1) if line.words[k] in OCCASIONS), -1)
    if start < 0 and noun.group == "talks" and i and line.words[i - 1] == "in":  # "are in talks"
        start = i - 1
    own = "their" in line.words[max(0, i - _MOST_BETWEEN) : i]
    if (start < 0 and not own) or noun.group == "visit":
        return None
    known = not word_set("known").isdisjoint(line.words[start:i])
    found = doers(scene, i)
    targets = _those_with(scene, start, found) if start >= 0 else []
    alone = len(found + targets) < _SEVERAL
    if not found or (known and line.words[start] in {"after", "following"}):
        return None
    dated = "s" in line.words[max(0, i - _SEVERAL) : i]  # "Tuesday's meeting"
    if alone and (own or not dated or not (noun.group == "talks" or noun.words.startswith(("meeting", "summit")))):
        return None
    return _meeting(talks_at, scene, i, noun, behind, found, targets)._replace(definite=known)


def _those_with(scene: Scene, start: int, found: list[Found]) -> list[Found]:
    """Who is with the subject at a meeting: "was joined by X at", "told X at"."""
    by = agent(scene.page, scene.line, max(0, start - _VISIT_REACH), start)
    verb = scene.verbs.finite.rfind(1, 0, max(start, 0))
    if by or verb < 0 or scene.line.words[verb] not in word_set("telling"):
        return by
    return target(scene.page, scene.line, verb + 1, start, found, places=False)


def visit_in(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a visit of one who is somewhere: "is in Oslo on a visit".

    Matches ``King Faris is in Nairobi on a state visit.``; not ``King Faris is in a hurry on a state visit.``
    """
    line = scene.line
    if noun.group != "visit" or not {"on", "for"} & set(line.words[max(0, i - OCCASION_REACH) : i]):
        return None
    verb = scene.verbs.finite.rfind(1, 0, i)
    inside = verb >= 0 and "in" in line.words[verb + 1 : verb + 3]
    places = scene.page.places(line.position(verb + 1), line.starts[i]) if inside else []
    found = doers(scene, i) if places else []
    if not found:
        return None
    start, end, place = places[0]
    draft = _meeting(visit_in, scene, i, noun, behind, found, [Found(place, start, end)])
    return draft._replace(status="ongoing") if line.words[verb] in {"is", "are"} else draft


def _spoken_of_again(scene: Scene, i: int, noun: Trigger, behind: int) -> Draft | None:
    """Read a meeting that was told of before: "the talks"."""
    line = scene.line
    for k in range(i - 1, max(-1, i - _DETERMINER_REACH), -1):
        if line.words[k] in word_set("known"):
            linked = behind < len(line) and line.words[behind] in {"between", "among", "with"}
            end = min(line.end, line.position(behind) + _PAIR_REACH) if linked else 0
            parties = stretch(scene.page, line.position(behind), end)[:1] if linked else []
            draft = _meeting(_spoken_of_again, scene, i, noun, behind, parties, [])
            return draft._replace(definite=True, reach=(line.starts[k], draft.reach[1]))
    return None


MEETING_RULES = (talks_between, talks_with, talks_of_pair, talks_of, visit_to, visit_in, talks_at)
"""The rules for nouns, in their order."""


def note_parties(scene: Scene) -> None:
    """Note who takes part in the meetings that nouns name, before verbs are read."""
    for i in scene.meetings:
        for rule in (talks_between, talks_of_pair):
            draft = rule(scene, i, *scene.line.nouns[i])
            if draft is not None:
                scene.parties_of[i] = draft.sources
                break


def meetings_of(scene: Scene) -> list[Draft]:
    """The meetings that nouns of a sentence name, those left out that a verb has taken."""
    found: list[Draft] = []
    for i in scene.meetings:
        if i in scene.taken:
            continue
        for rule in (*MEETING_RULES, _spoken_of_again):
            draft = rule(scene, i, *scene.line.nouns[i])
            if draft is not None:
                found.append(draft)
                break
    return found


def _meeting(
    rule: Callable[..., object],
    scene: Scene,
    i: int,
    noun: Trigger,
    behind: int,
    sources: list[Found],
    targets: list[Found],
) -> Draft:
    line = scene.line
    act = noun.act or Act("CONSULT", None, "040")
    named = [one for one in (*sources, *targets) if one.start >= line.start]
    first = min([line.starts[i], *(one.start for one in named)])
    last = max([line.end_of(behind - 1), *(one.end for one in named)])
    status = status_of_noun(scene, i, behind)
    return Draft(
        rule, line.number, act, _counted(act, status), status, tuple(sources), tuple(targets),
        ((line.starts[i], line.end_of(behind - 1)),), (first, last), subtype=noun.words, described=scene.described(i),
    )  # fmt: skip


def _counted(act: Act, status: EventStatus) -> Act:

    if status == "scheduled":
        return folded(act, "will", negated=False)
    if status == "proposed":
        return embedded("APPEAL", act, Act("APPEAL", None, "020"))
    if status in {"refused", "cancelled"}:
        return Act("REJECT", "meet", "125")
    return act


def _is_broken(scene: Scene, start: int, end: int) -> bool:
    line = scene.line
    return any(line.gaps[k] not in {"", "'"} or scene.verbs.finite[k] for k in range(start, end + 1) if k < len(line))
