"""From cues to positions: which rules run where, and which of their findings stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from typing import Protocol

from communique import Claim, Position, Reading
from communique.kinds import PositionStance
from communique.lexicon import Lexicon
from communique_claims.page import Page, Scene
from communique_claims.positions import rules
from communique_claims.positions.cues import CONDITIONS, MODALS, REFUSALS, STANDS, Stand

Reader = Callable[[Page, Scene], Iterator[Position]]


class Rule(Protocol):
    """A rule that is told a stance."""

    def __call__(self, page: Page, scene: Scene, stance: PositionStance) -> Iterator[Position]:
        """Read the position at a cue."""


_BY_SORT: dict[str, tuple[Callable[[Page, Scene, Stand], Iterator[Position]], ...]] = {
    "verb": (rules.is_met_with, rules.takes_a_stand),
    "adjective": (rules.is_ready_or_opposed,),
    "noun": (rules.stands_in_a_noun,),
}
_BY_LIST: tuple[tuple[Lexicon[PositionStance], Rule], ...] = (
    (MODALS, rules.says_it_must),
    (CONDITIONS, rules.makes_a_condition),
    (REFUSALS, rules.will_not_do),
)


def find(reading: Reading) -> Iterator[Position]:
    """Find the positions of an article; what is a claim to a territory is none besides."""
    cues = _cues(reading)
    if not cues:
        return
    page = Page(reading)
    claimed = [claim.span for claim in reading.of(Claim)]
    done = 0
    for start, end, read in cues:
        if start < done or any(span.start <= start < span.end for span in claimed):
            continue
        for found in read(page, page.scene(start, end)):
            yield found
            done = max(end, found.content.end if found.content else end)


def _cues(reading: Reading) -> list[tuple[int, int, Reader]]:
    """Where something may be said of a position, and what reads it there; a verb before a noun of the same form."""
    cues = [(start, end, partial(_by_its_sort, stand=entry.means)) for start, end, entry in reading.hits(STANDS)]
    for words, rule in _BY_LIST:
        cues += [(start, end, partial(rule, stance=entry.means)) for start, end, entry in reading.hits(words)]
    return sorted(cues, key=itemgetter(0))


def _by_its_sort(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    for rule in _BY_SORT[stand.sort]:
        yield from rule(page, scene, stand)
