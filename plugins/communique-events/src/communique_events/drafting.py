"""What a verb says, put together: its act, its status, its parties, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from communique import Actor, Place
from communique_events.clauses import Clause
from communique_events.coding import folded
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.line import Line
from communique_events.marks import CAPITAL, DETERMINER, PERSONAL, PLURAL, PREPOSITION
from communique_events.parties import Found, Party, stretch
from communique_events.scene import Scene
from communique_events.status import status_of
from communique_events.words import Act, word_set

_DENIED_REACH = 3


def drafted(
    rule: Callable[..., object],
    scene: Scene,
    group: VerbGroup,
    clause: Clause,
    act: Act,
    sources: list[Found],
    targets: list[Found],
) -> Draft:
    """What a verb says of who does what to whom; who must do something, as another says, is asked for it by them."""
    line = scene.line
    if group.modal == "must" and clause.opener in {"said", "that"} and group.sort == "finite" and not group.passive:
        asking = scene.outer(clause.start - 1)
        if asking and sources and asking[0].party not in {one.party for one in sources}:
            act = folded(act, "must", negated=group.negated)
            sources, targets, group = asking, sources, group._replace(modal="", negated=False)
    first = line.starts[group.first]
    if sources:
        sources = [_by_name(scene, one) for one in sources]
        first = min([first, *[one.start for one in sources if one.start >= line.start]])
    if targets and sources:
        known = {one.party for one in sources}
        at_home = {party.country for party in known if isinstance(party, Actor) and party.kind == "state"}
        targets = [one for one in targets if one.party not in known and not _is_home(one.party, at_home)]
    counted = folded(act, group.modal, negated=group.negated) if group.modal else act
    last = max(min(clause.object_end, line.size), group.behind) - 1
    return Draft(
        rule,
        line.number,
        act,
        counted,
        "denied" if _is_denied(scene, group, clause) else status_of(group, clause.opener),
        tuple(sources),
        tuple(targets),
        ((line.starts[group.word], line.end_of(group.behind - 1)),),
        (first, line.end_of(last)),
        stands_aside(scene, group, clause),
        finite=group.sort == "finite",
        passive=group.passive,
        by_thing=not sources and not group.passive and group.trigger.group != "undergo" and _is_thing(line, clause),
    )


def _is_home(party: Party, countries: set[str | None]) -> bool:
    """Tell whether a place is one of the states that act, or lies in one of them alone."""
    return isinstance(party, Place) and party.sort == "country" and party.country in countries


def _is_denied(scene: Scene, group: VerbGroup, clause: Clause) -> bool:
    """Tell whether it is what somebody denies: "denied *arming* them", "denied reports that it *armed* them"."""
    line = scene.line
    if group.sort == "participle":
        return group.first > 0 and line.words[group.first - 1] in word_set("denying")
    that = clause.start - 1
    if that < 0 or line.words[that] != "that":
        return False
    return not word_set("denying").isdisjoint(line.words[max(0, that - _DENIED_REACH) : that])


def _is_thing(line: Line, clause: Clause) -> bool:
    """Tell whether a subject without a party is no name, nobody's pronoun and not several people: "the report"."""
    first, last = clause.start, clause.subject_end - 1
    if last < first:
        return clause.opener in {"which", "that"}
    marks = line.marks
    if last == first and marks[last] & PERSONAL:
        return line.words[last] in {"it", "this", "that", "these", "those"}
    opens = first == 0 and bool(marks[first] & (DETERMINER | PREPOSITION))  # a capital that says nothing
    if any(marks[i] & CAPITAL for i in range(first + opens, last + 1)) or marks[last] & PLURAL:
        return False
    return not line.words[last].endswith("s") and _offices().isdisjoint(line.words[first : last + 1])


def stands_aside(scene: Scene, group: VerbGroup, clause: Clause) -> bool:
    """Tell whether a clause only adds to another one, or what is said there stands in one that does."""
    opener = clause.opener
    if group.sort in {"participle", "reduced"} or (opener == "that" and clause.start == clause.subject_end):
        return True
    if opener == "said":
        return _is_said_aside(scene, clause)
    return bool(opener) and opener in word_set("asides")


def _is_said_aside(scene: Scene, clause: Clause) -> bool:
    """Tell whether what is said is said in a clause that only adds: "after the firm announced it would"."""
    verbs = scene.verbs
    said = verbs.finite.rfind(1, 0, clause.start)
    return said > 0 and verbs.start_of(said)[1] in word_set("asides")


def _by_name(scene: Scene, found: Found) -> Found:
    """The name before a pronoun in its sentence, where there is one: the clause then reaches back to it."""
    if scene.page.folded[found.start : found.end].lower() not in _pronouns():
        return found
    named = [one for one in stretch(scene.page, scene.line.start, found.start) if one.party is found.party]
    return named[-1] if named else found


@cache
def _offices() -> frozenset[str]:
    return word_set("offices") | {"president"}


@cache
def _pronouns() -> frozenset[str]:
    return word_set("personal") | word_set("owners")
