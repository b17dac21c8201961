"""Where a temporal expression may stand: a head, and the words before it that may belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from attrs import define

from communique import Article, Reading
from communique.layout import Regions
from communique_times.shapes import Mod, Shape
from communique_times.words import Head, Sort, word_set

_LONGEST_LEAD = 9
_WIDEST_GAP = 2
_GAPS = frozenset((" ", "-", "  ", " -", "- ", " '", "-'"))
_IN_NUMBERS = frozenset((",", ".", "/"))


class Page:
    """What the rules read of an article."""

    def __init__(self, reading: Reading) -> None:
        """Take the shared pass of a reading."""
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.starts: list[int]
        self.words: list[str]
        self.starts, self.words = reading.words.columns
        self.sentences: Regions = reading.layout.sentences
        self._leading = word_set("leading")

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        number = self.sentences.at(position)
        return self.sentences[number] if number >= 0 else (position, len(self.folded))

    def is_title(self, position: int) -> bool:
        """Tell whether a head begins with a capital behind another word, and is not all in capitals: "60 Minutes"."""
        begins = self.folded[position : position + 2]
        return begins.istitle() and len(begins) > 1 and bool(self.word_before(position))

    def word_before(self, position: int) -> str:
        """The word that ends right before an offset, but for one space or hyphen; in small letters."""
        number = bisect_left(self.starts, position) - 1
        while number >= 0 and not self.words[number] and position - self.starts[number] <= _WIDEST_GAP:
            number -= 1
        if number < 0:
            return ""
        word = self.words[number]
        return word.lower() if self.folded[self.starts[number] + len(word) : position] in _GAPS else ""

    def leads(self, start: int, floor: int) -> tuple[list[int], list[str]]:
        """Where the words begin that may belong to a head, the farthest first, the head itself last; and the words."""
        starts, words, folded, leading = self.starts, self.words, self.folded, self._leading
        number = bisect_left(starts, start)
        if number and (word := words[number - 1]) and word not in leading and word.isalpha() and word.islower():
            return [start], []  # the word before is none of them
        found, lead_words = [start], []
        edge = start
        while number > 0 and len(found) < _LONGEST_LEAD:
            number -= 1
            word, begin = words[number], starts[number]
            if begin < floor:
                break
            if not word:
                continue
            lower = word.lower()
            if lower not in leading and not word[0].isdigit():
                break
            gap = folded[begin + len(word) : edge]
            if gap not in _GAPS and not (gap in _IN_NUMBERS and word.isdigit()):
                break
            found.append(begin)
            lead_words.append(lower)
            edge = begin
        found.reverse()
        return found, lead_words


class Spot:
    """A head in the text."""

    __slots__ = ("end", "floor", "lead_words", "leads", "page", "sort", "start", "value")

    def __init__(self, page: Page, start: int, end: int, head: Head, floor: int) -> None:
        """Take a hit; `floor` is where the expression before it ends."""
        self.page: Page = page
        self.start: int = start
        self.end: int = end
        self.sort: Sort
        self.value: str
        self.sort, self.value = head
        self.floor: int = floor
        self.leads: list[int]
        self.lead_words: list[str]
        self.leads, self.lead_words = page.leads(start, floor)
        """Where the words begin that may belong to the head, the farthest first, the head itself last; the words."""

    def is_led_by(self, words: frozenset[str]) -> bool:
        """Tell whether one of some words, in small letters, stands among those before the head."""
        return bool(self.lead_words) and not words.isdisjoint(self.lead_words)

    @property
    def word(self) -> str:
        """The head itself."""
        return self.page.folded[self.start : self.end]

    @property
    def before(self) -> str:
        """The word before the head; see `Page.word_before`."""
        return self.page.word_before(self.start)

    def lead(self, pattern: re.Pattern[str], start: int | None = None) -> re.Match[str] | None:
        """Match all words from the farthest that fits up to the head, or up to `start`, which is one of `leads`."""
        folded, leads = self.page.folded, self.leads
        if start is None:
            start = self.start
            if len(leads) == 1:
                return pattern.fullmatch(folded, start, start)
        for lead in leads:
            match = pattern.fullmatch(folded, lead, start)
            if match is not None:
                return match
            if lead == start:
                break
        return None

    def behind(self, pattern: re.Pattern[str], end: int | None = None) -> re.Match[str] | None:
        """Match a pattern right behind the head, or behind `end`."""
        return pattern.match(self.page.folded, self.end if end is None else end)


@define
class Found:
    """A temporal expression as a rule sees it."""

    start: int
    end: int
    shape: Shape
    mod: Mod | None = None


Rule = Callable[[Spot], Found | None]
"""A rule sees a head and says what expression it heads, or gives None."""
