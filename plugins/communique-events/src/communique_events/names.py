"""Which words of an article belong to the names of actors and places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter


class Names:
    """The names of actors and places by where they stand."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Sort them once."""
        known = sorted(spans)
        self._starts = list(map(itemgetter(0), known))
        self._ends = list(accumulate(map(itemgetter(1), known), max))

    def cover(self, position: int) -> bool:
        """Tell whether a word is part of a name: "States" in "United States"."""
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._ends[number]

    def reach_over(self, position: int) -> bool:
        """Tell whether a word is part of a name that begins before it."""
        number = bisect_left(self._starts, position) - 1
        return number >= 0 and position < self._ends[number]
