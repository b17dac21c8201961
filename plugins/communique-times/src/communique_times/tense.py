"""Where a clause says that it lies: before or after now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique_times.anchors import Tense
from communique_times.spots import Page
from communique_times.words import words_of

_FARTHEST = 16
_OPENING = 3
_NEAR = 4
_SHORTEST_PAST = 5


def tense_at(page: Page, start: int) -> Tense | None:
    """The tense that the nearest verb tells: before an expression, or behind it where it opens its sentence."""
    floor, ceiling = page.sentence_at(start)
    number = bisect_left(page.starts, start)
    first = bisect_left(page.starts, floor, max(0, number - _FARTHEST - 1), number)
    before = [word.lower() for word in page.words[first:number] if word]
    told = tense_before(before)
    if told is None and len(before) <= _OPENING:
        last = bisect_left(page.starts, ceiling, number, min(len(page.starts), number + _FARTHEST))
        told = tense_behind([word.lower() for word in page.words[number:last] if word])
    return told


def tense_before(words: Sequence[str]) -> Tense | None:
    """The tense that the nearest verb of the words before an expression tells.

    >>> [tense_before(said.split()) for said in ("they will meet on", "he said on", "the pact to be signed by", "on")]
    ['future', 'past', 'future', None]
    """
    if words and words[-1] in words_of("until"):
        return "future"
    if len(words) > 1 and words[-1] == "as" and words[-2] in {"soon", "early"}:
        return "future"
    for place in range(len(words) - 1, -1, -1):
        told = _told_by(words, place)
        if told is not None:
            return told
    return None


def tense_behind(words: Sequence[str]) -> Tense | None:
    """The tense that the first verb of the words behind an expression tells.

    >>> tense_behind("the envoys will meet those they met".split()), tense_behind("the envoys".split())
    ('future', None)
    """
    for word in words:
        if word in words_of("future"):
            return "future"
        if _is_past(word):
            return "past"
    return None


def _told_by(words: Sequence[str], place: int) -> Tense | None:
    word, before = words[place], words[place - 1] if place else ""
    if word in words_of("future"):
        return None if words[place + 1 : place + 2] == ["have"] else "future"
    if word in words_of("planned"):
        return None if before in {"than", "as"} else "future"
    if word == "to":
        return "future" if before in words_of("intent") else None
    if word in words_of("timetable"):
        return "future" if len(words) - place <= _NEAR else None
    if _is_past(word) and before not in {"be", "get", "is", "are", "being", "not"}:
        return "past"
    return None


def _is_past(word: str) -> bool:
    return word in words_of("past") or (word.endswith("ed") and len(word) >= _SHORTEST_PAST)
