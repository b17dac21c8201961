"""Where a temporal expression may stand: a head, and the words before it that may belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from attrs import frozen

from communique import Article, Reading
from communique_times.shapes import Mod, Shape
from communique_times.words import Sort, words_of

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
            if word.lower() not in words_of("leading") and not word[0].isdigit():
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

    @property
    def word(self) -> str:
        """The head itself."""
        return self.page.folded[self.start : self.end]

    @property
    def before(self) -> str:
        """The word before the head; see `Page.word_before`."""
        return self.page.word_before(self.start)

    def lead(self, pattern: re.Pattern[str], start: int | None = None) -> re.Match[str] | None:
        """Match all words from the farthest that fits up to the head, or up to `start`."""
        folded = self.page.folded
        if start is None:
            start, leads = self.start, self.leads
        else:
            leads = self.page.leads(start, self.floor)
        for lead in leads:
            match = pattern.fullmatch(folded, lead, start)
            if match is not None:
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


Rule = Callable[[Spot], Found | None]
"""A rule sees a head and says what expression it heads, or gives None."""
