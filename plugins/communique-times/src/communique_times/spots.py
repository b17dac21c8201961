"""Where a temporal expression may stand: a head, and the words before it that may belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from attrs import frozen

from communique import Article, Reading
from communique_times.pieces import LEADING
from communique_times.shapes import Mod, Shape
from communique_times.words import Sort

_LONGEST_LEAD = 9
_WIDEST_GAP = 2
_GAPS = frozenset((" ", "-", "  ", " -", "- "))
_IN_NUMBERS = frozenset((",", ".", "/"))


class Page:
    """What the rules read of an article."""

    def __init__(self, reading: Reading) -> None:
        """Take the shared pass of a reading."""
        self.article: Article = reading.article
        self.folded = reading.article.folded
        self.starts, self.words = reading.words.columns
        self.sentences = reading.layout.sentences

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        number = self.sentences.at(position)
        return self.sentences[number] if number >= 0 else (position, len(self.folded))

    def word_before(self, position: int) -> str:
        """The word that ends right before an offset, but for one space or hyphen; in small letters."""
        number = bisect_left(self.starts, position) - 1
        while number >= 0 and not self.words[number] and position - self.starts[number] <= _WIDEST_GAP:
            number -= 1
        if number < 0:
            return ""
        word = self.words[number]
        return word.lower() if self.folded[self.starts[number] + len(word) : position] in _GAPS else ""

    def leads(self, start: int, floor: int) -> list[int]:
        """Where the words begin that may belong to a head, the farthest first, the head itself last."""
        number = bisect_left(self.starts, start)
        found = [start]
        edge = start
        while number > 0 and len(found) < _LONGEST_LEAD:
            number -= 1
            word, begin = self.words[number], self.starts[number]
            if begin < floor:
                break
            if not word:
                continue
            gap = self.folded[begin + len(word) : edge]
            if gap not in _GAPS and not (gap in _IN_NUMBERS and word.isdigit()):
                break
            if word.lower() not in LEADING and not word[0].isdigit():
                break
            found.append(begin)
            edge = begin
        found.reverse()
        return found


@frozen(eq=False)
class Spot:
    """A head in the text."""

    page: Page
    start: int
    end: int
    sort: Sort
    value: str
    floor: int
    """Where the expression before it ends."""

    @cached_property
    def leads(self) -> list[int]:
        """Where the words begin that may belong to the head, the farthest first."""
        return self.page.leads(self.start, self.floor)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern that holds the head as a group of that name, from the farthest word on that fits."""
        for lead in self.leads:
            match = pattern.match(self.page.folded, lead)
            if match is not None and match.start("head") == self.start:
                return match
        return None

    def behind(self, pattern: re.Pattern[str], end: int | None = None) -> re.Match[str] | None:
        """Match a pattern right behind the head, or behind `end`."""
        return pattern.match(self.page.folded, self.end if end is None else end)


@frozen
class Found:
    """A temporal expression as a rule sees it."""

    start: int
    end: int
    shape: Shape
    mod: Mod | None = None

    @staticmethod
    def of(match: re.Match[str], shape: Shape, mod: Mod | None = None) -> Found:
        """Take the whole of a match."""
        return Found(match.start(), match.end(), shape, mod)


Rule = Callable[[Spot], Found | None]
"""A rule sees a head and says what expression it heads, or gives None."""
