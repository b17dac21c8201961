"""The phrase that names the occasion: "the three-way security talks", "a summit in Astana"."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique import Span
from communique.calendar import MONTH, WEEKDAY
from communique.patterns import RUN
from communique_delegations.groups import phrase_start
from communique_delegations.page import Page
from communique_delegations.words import OCCASIONS, word_set

_NAMED = rf"{RUN}(?! side)(?: (?:and|of|on|for)(?: the)? {RUN}(?! side)){{0,3}}"
_TAIL = re.compile(rf"(?: (?:in|at|of|on|with|between) (?:the )?(?!{WEEKDAY}|{MONTH}){_NAMED}){{0,2}}")
_SENTENCES_BACK = 2


class Occasions:
    """The occasions that the sentences of an article name, each sentence read once."""

    def __init__(self, page: Page) -> None:
        """Nothing is read yet."""
        self._page = page
        self._by_sentence: dict[int, list[tuple[int, int]]] = {}

    def within(self, sentence: int) -> list[tuple[int, int]]:
        """The occasions a sentence names: starts and ends."""
        known = self._by_sentence.get(sentence)
        if known is None:
            known = self._by_sentence[sentence] = self._read(sentence)
        return known

    def near(self, sentence: int, start: int, end: int) -> Span | None:
        """The occasion of what stands at ``[start, end)``: the next one behind it, else the last before it.

        Where its sentence names none, it is the last one of the two sentences before.
        """
        here = self.within(sentence)
        behind = bisect_left(here, (end,))
        if behind < len(here):
            return self._page.article.span(*here[behind])
        before = [one for one in here if one[1] <= start]
        for earlier in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1):
            if before:
                break
            before = self.within(earlier)
        if before:
            return self._page.article.span(*before[-1])
        inside = [one for one in here if one[0] >= start]
        return self._page.article.span(*inside[0]) if inside else None

    def _read(self, sentence: int) -> list[tuple[int, int]]:
        page = self._page
        first, last = page.reading.layout.sentences[sentence]
        found: list[tuple[int, int]] = []
        for noun, end, entry in page.reading.hits(OCCASIONS, page.article.span(first, last)):
            start, _ = phrase_start(page, noun, max(first, found[-1][1] if found else first))
            if page.folded[end : end + 1] == "-" or (start == noun and not self._is_noun(entry.means, noun, first)):
                continue
            tail = page.article.match(_TAIL, end)
            found.append((start, min(last, tail.end() if tail else end)))
        return found

    def _is_noun(self, word: str, start: int, floor: int) -> bool:
        """Tell whether a word without others before it is a noun: "for talks", "hold talks", but not "he talks"."""
        if word not in word_set("ambiguous"):
            return True
        before = next((one for _, one in self._page.words_back(start - 1, floor)), "")
        return before.lower() in word_set("before_occasions")
