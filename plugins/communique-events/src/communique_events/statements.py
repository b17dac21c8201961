"""Rules for verbs of saying: what is only said, and what somebody says that another must do."""

from __future__ import annotations

import re

from communique.patterns import PARTICLE
from communique_events.clauses import Clause
from communique_events.drafting import drafted
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.line import Line
from communique_events.marks import ADVERB, CAPITAL, COORDINATOR, DETERMINER, OPENER
from communique_events.parties import Found, stretch, subject
from communique_events.scene import Scene
from communique_events.words import Act, word_set

_STATEMENT = Act("STATEMENT", None, "010")
_DEMAND = Act("REQUEST", None, "100")
_SPEAKING_OF = frozenset({"on", "about", "into", "for"})
_SPOKEN_REACH = 20
_SPEAKER_REACH = 16
_ENDS_OF_SPEECH = frozenset({",", ',"', ",'", ",''"})
"""Signs between what is said and who says it."""
_INVERTED = frozenset({"say", "add", "note", "explain", "write"})
"""Verbs before which what is said may stand, and behind which who says it: "..., said X"."""


_PARTICLE = re.compile(PARTICLE)


def says(scene: Scene, group: VerbGroup, clause: Clause, heard: list[Found] | None = None) -> Draft:
    """Read a statement that tells of no other event; who says it may be known.

    Matches ``Chile said the harvest was good.``; not ``Chile said it would send troops to Haiti.``
    """
    heard = speakers(scene, group, clause) if heard is None else heard
    sources = [one for one in heard if not _is_spoken_of(scene, clause, one)]
    if heard and not sources and _is_paper(scene, clause):
        return drafted(says, scene, group, clause, group.trigger.act or _STATEMENT, [], heard)
    obliged = obliges(scene, group, sources) if sources else None
    act = group.trigger.act or _STATEMENT
    return obliged or drafted(says, scene, group, clause, act, sources, [])


def speakers(scene: Scene, group: VerbGroup, clause: Clause) -> list[Found]:
    """Who says it: the subject of the verb, which stands behind what is said where that comes first.

    "Armenia leads, *officials* say", "Armenia leads, said *Minister X*".
    """
    line, verbs, first = scene.line, scene.verbs, group.first
    if verbs.finite.find(1, 0, first) < 0 and not first:
        return scene.sources(group, clause)
    if group.trigger.words in _INVERTED and (line.gaps[first] or not first):
        end = _end_of_name(scene, group.behind)
        if end:
            return stretch(scene.page, line.position(group.behind), line.position(end))[:1]
    if line.gaps[first] == "," and (named := _named_twice(scene, first)):
        return named
    start = _comma_before(line, first, max(clause.start, first - _SPEAKER_REACH))
    plain = not line.marks[start] & (COORDINATOR | OPENER) and line.words[start] not in word_set("owners")
    if plain and start > clause.subject_end and not line.gaps[first]:
        return stretch(scene.page, line.position(start), line.position(first))[:1]
    return scene.sources(group, clause)


def _comma_before(line: Line, first: int, floor: int) -> int:
    """Number of the last word behind a comma before a word and behind another, or 0."""
    gaps = line.gaps[floor + 1 : first]
    return first - 1 - gaps[::-1].index(",") if "," in gaps else 0


def _named_twice(scene: Scene, first: int) -> list[Found]:
    """Who says what stands before, where an apposition follows the name: "..., *the Border Watch*, a charity, said"."""
    line, finite = scene.line, scene.verbs.finite
    floor = max(0, first - _SPEAKER_REACH)
    inner = _comma_before(line, first, floor)
    outer = next((i for i in range(inner - 1, floor, -1) if line.gaps[i] in _ENDS_OF_SPEECH), 0) if inner else 0
    if not outer or finite.find(1, 0, outer) < 0 or finite.find(1, outer, first) >= 0:
        return []
    if line.marks[outer] & (COORDINATOR | OPENER):
        return []
    return stretch(scene.page, line.position(outer), line.position(inner))[:1]


def _end_of_name(scene: Scene, start: int) -> int:
    """Number of the word behind a name that ends its clause, or 0 where no name or a clause of its own follows."""
    line = scene.line
    while start < line.size and not line.gaps[start] and _PARTICLE.fullmatch(line.printed[start]):  # "van der"
        start += 1
    if start >= line.size or line.gaps[start] or not line.marks[start] & (CAPITAL | DETERMINER):
        return 0
    if line.marks[start] & ADVERB:  # "said Monday"
        return 0
    end = next((i for i in range(start + 1, line.size) if line.gaps[i] and line.gaps[i] != "'"), line.size)
    return 0 if scene.verbs.finite.find(1, start, end) >= 0 else end


def _is_paper(scene: Scene, clause: Clause) -> bool:
    """Tell whether the subject is something written: "a *report* on Iraq says"."""
    noun = next((noun for i, (noun, _) in scene.line.nouns.items() if clause.start <= i < clause.subject_end), None)
    return noun is not None and noun.group == "publication"


def _is_spoken_of(scene: Scene, clause: Clause, one: Found) -> bool:
    """Tell whether a party is only what the subject speaks of: "a report *on Iraq* says"."""
    start = scene.line.position(clause.start)
    before = scene.page.folded[max(start, one.start - _SPOKEN_REACH) : one.start].lower().split()
    return any(word in _SPEAKING_OF for word in before[-2:])


def forebodes(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read what somebody says that another will suffer, which is a threat.

    Matches ``Chad said Kenya would pay dearly for the raid.``; not ``Chad paid a high price for its rice.``
    """
    if group.modal not in {"will", "would"} or group.negated:
        return None
    for said in scene.verbs.groups:
        if said.trigger.act is None or said.trigger.act.type != "STATEMENT" or said.sort != "finite" or said.passive:
            continue
        sources = speakers(scene, said, scene.verbs.opening(said))
        targets = subject(scene.page, scene.line, clause)
        known = {one.party for one in sources}
        if sources and not any(one.party in known for one in targets):
            draft = drafted(forebodes, scene, group._replace(modal=""), clause, act, sources, targets)
            return draft._replace(status="occurred", aside=False)
    return None


def obliges(scene: Scene, group: VerbGroup, sources: list[Found]) -> Draft | None:
    """Read what somebody says that another must do.

    Matches ``Chad said Kenya must pay the fine.``; not ``Chad said it must think of its own people.``
    """
    line = scene.line
    if "must" not in line.printed:
        return None
    i = next((i for i in range(group.behind, line.size) if line.printed[i] == "must" and scene.verbs.finite[i]), -1)
    if i < 0:
        return None
    start, _ = scene.verbs.start_of(i)
    if start < group.behind:
        return None
    targets = subject(scene.page, line, Clause(start, i, i, ""))
    known = {one.party for one in sources}
    if not targets or any(one.party in known for one in targets):
        return None
    clause = scene.clause(group)._replace(object_end=i + 1)
    return drafted(obliges, scene, group, clause, _DEMAND, sources, targets)
