"""What stands at an offset: places by where they are named, quotes by their words, hits by where they start or end.

Rules ask such things again and again; every index is made once for an article, on first use (`Reading.places`,
`Reading.quote_at`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from communique.kinds import Place, Quote
from communique.words import Hit

M = TypeVar("M")
Placed = tuple[int, int, Place]
"""Where a place is named: start, end, place."""


def hit_at(hits: Sequence[Hit[M]], position: int) -> Hit[M] | None:
    """Give the first of the hits of a list that start at an offset.

    >>> from communique import Entry
    >>> hits = [(4, 10, Entry("Jordan", 1)), (15, 20, Entry("Syria", 2))]
    >>> hit_at(hits, 15) == hits[1], hit_at(hits, 16)
    (True, None)
    """
    number = bisect_left(hits, (position,))
    return hits[number] if number < len(hits) and hits[number][0] == position else None


def hit_ending_at(hits: Sequence[Hit[M]], position: int) -> Hit[M] | None:
    """Give the last of the hits of a list that start before an offset, if it ends there.

    >>> from communique import Entry
    >>> hits = [(4, 10, Entry("Jordan", 1)), (15, 20, Entry("Syria", 2))]
    >>> hit_ending_at(hits, 10) == hits[0], hit_ending_at(hits, 9)
    (True, None)
    """
    number = bisect_left(hits, (position,)) - 1
    return hits[number] if number >= 0 and hits[number][1] == position else None


class Places:
    """All places of an article, looked up by where they are named.

    >>> from communique import read
    >>> places = read("Envoys met in Port Sudan and Geneva.").places()
    >>> [(start, end, place.name) for start, end, place in places.within(0, 36)]
    [(14, 24, 'Port Sudan'), (29, 35, 'Geneva')]
    >>> places.ending_at(24)[2].name, places.starting_at(19), places.any_within(0, 14)
    ('Port Sudan', None, False)
    """

    def __init__(self, places: Iterable[Place]) -> None:
        """Sort the names by their start and end."""
        self.named: list[Placed] = [(span.start, span.end, place) for place in places for span in place.mentions]
        """Every name: start, end, place, in the order of the text."""
        self.named.sort(key=_offsets)
        self.starts: list[int] = [start for start, _, _ in self.named]
        """Where each name starts."""

    def starting_at(self, position: int) -> Placed | None:
        """The longest name of a place that starts at an offset."""
        return self._by_start.get(position)

    def ending_at(self, position: int) -> Placed | None:
        """The longest name of a place that ends at an offset."""
        return self._by_end.get(position)

    def within(self, start: int, end: int) -> list[Placed]:
        """The names of places inside ``[start, end)``, in the order of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [one for one in self.named[first:last] if one[1] <= end]

    def any_within(self, start: int, end: int) -> bool:
        """Tell whether the name of a place starts inside ``[start, end)``."""
        number = bisect_left(self.starts, start)
        return number < len(self.starts) and self.starts[number] < end

    @cached_property
    def _by_start(self) -> dict[int, Placed]:
        return {one[0]: one for one in self.named}

    @cached_property
    def _by_end(self) -> dict[int, Placed]:
        return {one[1]: one for one in reversed(self.named)}


class Quoted:
    """The words of the quotes of an article, looked up by offset.

    >>> from communique import Quote, read
    >>> reading = read('"We are ready," Foreign Minister Ana Ruiz said, "to talk."')
    >>> quoted = Quoted(reading.of(Quote))
    >>> quoted.at(4).speaker.name, quoted.at(20)
    ('Ana Ruiz', None)
    """

    def __init__(self, quotes: Sequence[Quote]) -> None:
        """Sort the pieces of the quotes by their start."""
        pieces = sorted((piece.start, piece.end, number) for number, one in enumerate(quotes) for piece in one.content)
        self._starts = [start for start, _, _ in pieces]
        self._ends = [(end, quotes[number]) for _, end, number in pieces]

    def at(self, position: int) -> Quote | None:
        """The quote whose words stand at an offset."""
        number = bisect_right(self._starts, position) - 1
        if number >= 0 and position < self._ends[number][0]:
            return self._ends[number][1]
        return None


def _offsets(one: Placed) -> tuple[int, int]:
    return one[:2]
