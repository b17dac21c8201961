"""Where a clause says that it lies: before or after now."""

from __future__ import annotations

from bisect import bisect_left

from communique_times.resolving import Tense
from communique_times.spots import Page
from communique_times.words import words_of

_FUTURE = words_of("future")
_PAST = words_of("past")
_FARTHEST = 14
_SHORTEST = 4


def tense_at(page: Page, start: int) -> Tense | None:
    """The tense that the nearest verb of the sentence tells, first before an expression, then behind it."""
    floor, _ = page.sentence_at(start)
    number = bisect_left(page.starts, start)
    for word in reversed(page.words[max(0, number - _FARTHEST) : number]):
        tense = _tense_of(word)
        if tense:
            return tense if page.starts[number - 1] >= floor else None
    return None


def _tense_of(word: str) -> Tense | None:
    lower = word.lower()
    if lower in _FUTURE:
        return "future"
    return "past" if lower in _PAST or (lower.endswith("ed") and len(lower) > _SHORTEST) else None
