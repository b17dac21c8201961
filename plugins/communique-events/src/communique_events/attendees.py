"""Who takes part in a meeting that a noun names, where they are named before it."""

from __future__ import annotations

import re

from communique_events.clauses import Clause
from communique_events.parties import Found, stretch, subject, with_joined
from communique_events.scene import Scene

OCCASION_REACH = 5
"""So many words before the noun for a meeting tell that something is done at it."""
OCCASIONS = frozenset({"at", "during", "after", "following"})
"""Words that make a meeting the occasion of something else."""
_OWNER_REACH = 80
_PAIR_REACH = 60
_PAIR = 2
_MOST_BETWEEN = 3
_OWNED = re.compile(r"(?:'s?|)(?: [\w-]+){0,3} \Z")
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def owners(scene: Scene, i: int) -> list[Found]:
    """Whose meeting it is: "Putin's meeting", "his visit"."""
    line = scene.line
    found = stretch(scene.page, max(line.start, line.starts[i] - _OWNER_REACH), line.starts[i])
    if not found:
        return []
    gap = scene.page.folded[found[-1].end : line.starts[i]]
    owned = _OWNED.match(gap) is not None
    pronoun = scene.page.folded[found[-1].start : found[-1].end].lower() in _POSSESSIVES
    return found[-1:] if owned and (gap.startswith("'") or pronoun) else []


def doers(scene: Scene, i: int) -> list[Found]:
    """The subject of the clause in which a noun stands."""
    verbs = scene.verbs
    verb = verbs.finite.rfind(1, 0, i)
    if verb < 0:
        return _around(scene, i)
    start, opener = verbs.start_of(verb)
    end = verbs.next(start, verb, verb)
    found = subject(scene.page, scene.line, Clause(start, end, end, opener))
    return found or scene.outer(start - 1)


def _around(scene: Scene, i: int) -> list[Found]:
    """The subject around an aside or behind an opening phrase: "X, following talks with Y, said"."""
    line = scene.line
    finite = scene.verbs.finite.find(1, i, line.size)
    if finite < 0:
        return []
    start = next((k for k in range(i - 1, max(-1, i - OCCASION_REACH), -1) if line.words[k] in OCCASIONS), -1)
    if start > 0:
        return stretch(scene.page, line.start, line.starts[start])[:1]
    commas = [k for k in range(i, finite) if line.gaps[k] == ","]
    found = stretch(scene.page, line.position(commas[-1]), line.position(finite)) if start == 0 and commas else []
    return with_joined(scene.page, found, 0) if found else []


def pair_before(scene: Scene, i: int) -> list[Found]:
    """The two whose names are joined before a meeting: "the *Kenya-Somalia* talks"."""
    line = scene.line
    found = stretch(scene.page, max(line.start, line.starts[i] - _PAIR_REACH), line.starts[i])
    if len(found) < _PAIR:
        return []
    first, second = found[-2:]
    joint = scene.page.folded[first.end : second.start]
    gap = scene.page.folded[second.end : line.starts[i]]
    return (
        [first, second] if joint in {"-", "/", " - "} and len(gap.split()) <= _MOST_BETWEEN and "," not in gap else []
    )
