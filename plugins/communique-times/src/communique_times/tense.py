"""Where a clause says that it lies: before or after now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

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
    before = [word for word in page.words[first:number] if word]
    told = tense_before(before)
    if told is None and len(before) <= _OPENING:
        last = bisect_left(page.starts, ceiling, number, min(len(page.starts), number + _FARTHEST))
        told = tense_behind([word for word in page.words[number:last] if word])
    return told


def tense_before(words: Sequence[str]) -> Tense | None:
    """The tense that the nearest verb of the words before an expression tells.

    >>> [tense_before(said.split()) for said in ("they will meet on", "he said on", "the pact to be signed by", "on")]
    ['future', 'past', 'future', None]
    >>> [tense_before(said.split()) for said in ("He was asked to testify on", "It is buying shares on")]
    [None, None]
    """
    last = [word.lower() for word in words[-2:]]
    if last[-1:] and (last[-1] in words_of("until") or (last[-1] == "as" and last[0] in {"soon", "early"})):
        return "future"
    for place in range(len(words) - 1, -1, -1):
        told = _told_by(words, place)
        if told is not None:
            return None if told == "open" else told
    return None


def tense_behind(words: Sequence[str]) -> Tense | None:
    """The tense that the first verb of the words behind an expression tells.

    >>> tense_behind("the envoys will meet those they met".split()), tense_behind("the envoys".split())
    ('future', None)
    """
    for place, word in enumerate(words):
        if word.lower() in words_of("future"):
            return "future"
        if _is_past(words, place):
            return "past"
    return None


def _told_by(words: Sequence[str], place: int) -> Tense | Literal["open"] | None:
    """What a word tells: "open" where it is a verb that says nothing of the side, None where it is none."""
    word = words[place].lower()
    before = words[place - 1].lower() if place else ""
    behind = words[place + 1].lower() if place + 1 < len(words) else ""
    if word in words_of("future"):
        return None if behind == "have" else "future"
    if word in words_of("planned"):
        return _told_by_plan(word, before, behind, words[place - 2].lower() if place > 1 else "")
    if word == "to":
        return _told_by_infinitive(before, words[place + 1] if behind else "")
    if word in words_of("timetable"):
        return "future" if len(words) - place <= _NEAR else None
    if word in words_of("present"):
        return "open"
    return "past" if _is_past(words, place) else None


def _told_by_plan(word: str, before: str, behind: str, second: str) -> Tense | None:
    if before in {"than", "as"} or (word == "set" and behind not in {"to", "for"}):
        return None
    return "past" if before == "been" and second == "had" else "future"


def _told_by_infinitive(before: str, verb: str) -> Tense | Literal["open"] | None:
    if verb == "be" or before in words_of("intent"):
        return "future"
    return "open" if verb.islower() and verb not in words_of("no-verbs") else None


def _is_past(words: Sequence[str], place: int) -> bool:
    word, before = words[place], words[place - 1].lower() if place else ""
    if before in words_of("before-participles"):
        return False
    return word.lower() in words_of("past") or (word.endswith("ed") and len(word) >= _SHORTEST_PAST and word.islower())
