"""Where a clause says that it lies: before or after now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Literal

from communique_times.anchors import Tense
from communique_times.spots import Page
from communique_times.words import word_set

_FARTHEST = 16
_OPENING = 3
_NEAR = 8
_NEARER = 4
_SHORTEST_PAST = 5

_AHEAD = (["soon", "as"], ["early", "as"], ["ahead", "of"])
_LAST_AHEAD = frozenset({"as", "of"})

Sign = Literal["future", "planned", "timetable", "present", "past"]
"""What a word says by itself; each is a word set."""


def tense_at(page: Page, start: int) -> Tense | None:
    """The tense that the nearest verb tells: before an expression, or behind it where it opens its sentence."""
    floor, ceiling = page.sentence_at(start)
    number = bisect_left(page.starts, start)
    first = bisect_left(page.starts, floor, max(0, number - _FARTHEST - 1), number)
    before = list(filter(None, page.words[first:number]))
    told = tense_before(before)
    if told is None and len(before) <= _OPENING:
        last = bisect_left(page.starts, ceiling, number, min(len(page.starts), number + _FARTHEST))
        told = tense_behind(list(filter(None, page.words[number:last])))
    return told


def tense_before(words: Sequence[str]) -> Tense | None:
    """The tense that the nearest verb of the words before an expression tells.

    >>> [tense_before(said.split()) for said in ("they will meet on", "he said on", "the pact to be signed by", "on")]
    ['future', 'past', 'future', None]
    >>> [tense_before(said.split()) for said in ("He promised the panel to testify on", "It is buying shares on")]
    [None, None]
    """
    last = words[-1].lower() if words else ""
    if last in word_set("until") or (last in _LAST_AHEAD and [_lower(words, len(words) - 2), last] in _AHEAD):
        return "future"
    signs = _signs()
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        sign = signs.get(word)
        if sign is not None or word == "to" or word.endswith("ed"):
            told = _told_by(words, place, sign)
            if told is not None:
                return None if told == "open" else told
    return None


def tense_behind(words: Sequence[str]) -> Tense | None:
    """The tense that the first verb of the words behind an expression tells.

    >>> tense_behind("the envoys will meet those they met".split()), tense_behind("the envoys".split())
    ('future', None)
    """
    signs = _signs()
    for place, word in enumerate(words):
        if signs.get(word) == "future":
            return "future"
        if _is_past(words, place, signs.get(word)):
            return "past"
    return None


@cache
def _signs() -> dict[str, Sign]:
    """The words that tell something, small and capitalised."""
    sets: tuple[Sign, ...] = ("past", "present", "timetable", "planned", "future")
    signs: dict[str, Sign] = {}
    for sign in sets:
        signs.update((form, sign) for word in word_set(sign) for form in (word, word.capitalize()))
    del signs["May"]  # the month
    return signs


def _told_by(words: Sequence[str], place: int, sign: Sign | None) -> Tense | Literal["open"] | None:
    """What a word tells: "open" where it is a verb that says nothing of the side, None where it is none."""
    behind = words[place + 1].lower() if place + 1 < len(words) else ""
    match sign:
        case "future":
            return None if behind == "have" else "future"
        case "planned":
            return _told_by_plan(words, place, behind)
        case "timetable":
            near = _NEAR if words[place].endswith("s") else _NEARER
            return "future" if len(words) - place <= near else None
        case "present":
            return "future" if _signs().get(words[place - 1]) == "planned" and place else "open"
        case None if words[place] == "to":
            return _told_by_infinitive(_lower(words, place - 1), words[place + 1] if behind else "")
        case _:
            return "past" if _is_past(words, place, sign) else None


def _told_by_plan(words: Sequence[str], place: int, behind: str) -> Tense | None:
    before = _lower(words, place - 1)
    if before in {"than", "as"} or (words[place] == "set" and behind not in {"to", "for"}):
        return None
    return "past" if before == "been" and _lower(words, place - 2) == "had" else "future"


def _told_by_infinitive(before: str, verb: str) -> Tense | Literal["open"] | None:
    if verb == "be" or before in word_set("intent"):
        return "future"
    return "open" if verb.islower() and verb not in word_set("no-verbs") else None


def _is_past(words: Sequence[str], place: int, sign: Sign | None) -> bool:
    word = words[place]
    if sign != "past" and not (word.endswith("ed") and len(word) >= _SHORTEST_PAST and word.islower()):
        return False
    return _lower(words, place - 1) not in word_set("before-participles")


def _lower(words: Sequence[str], place: int) -> str:
    return words[place].lower() if place >= 0 else ""
