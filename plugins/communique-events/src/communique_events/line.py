"""One sentence as a line of words, with the triggers in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from communique_events.words import NOUNS, VERBS, Trigger

if TYPE_CHECKING:
    from communique_events.page import Page

MOST = 60
"""No more triggers of a sentence are read."""
LONGEST = 2000
"""A longer sentence is read up to here."""

Found = tuple[int, int, Trigger]
"""A trigger: the number of its first word in the article, where it ends, what it says."""


class Line:
    """The words of one sentence, and the triggers among them; words are numbered from the start of the sentence."""

    def __init__(self, page: Page, number: int) -> None:
        """Take the words of a sentence."""
        start, end = page.reading.layout.sentences[number]
        end = min(end, start + LONGEST)
        columns = page.columns
        first, last = bisect_left(columns.starts, start), bisect_left(columns.starts, end)
        self.page: Page = page
        self.number: int = number
        self.start: int = start
        self.end: int = end
        self.base: int = first
        """Number of the first word in the article."""
        self.size: int = last - first
        """How many words there are."""
        self.starts: list[int] = columns.starts[first:last]
        self.ends: list[int] = columns.ends[first:last]
        self.printed: list[str] = columns.printed[first:last]
        self.words: list[str] = columns.words[first:last]
        self.marks: list[int] = columns.marks[first:last]
        self.gaps: list[str] = columns.gaps[first : last + 1]
        """The signs between each word and the one before it; none before the first word and behind the last."""
        self.gaps[0] = self.gaps[-1] = ""
        self.verbs: dict[int, list[tuple[Trigger, int]]] = {}
        """Verb triggers by the word they start at, each with the number of the word behind it."""
        self.nouns: dict[int, tuple[Trigger, int]] = {}
        """Noun triggers by the word they start at."""

    def note(self, nouns: Iterable[Found], verbs: Iterable[Found]) -> None:
        """Note the triggers; a word inside a noun is no verb: "aid" in "military aid"."""
        inside: set[int] = set()
        for word, end, trigger in nouns:
            if self._takes(word):
                first, behind = word - self.base, self._behind(end)
                if self.gaps[behind] != "-":
                    self.nouns[first] = (trigger, behind)
                    inside.update(range(first + (behind - first == 1), behind))
        for word, end, trigger in verbs:
            first = word - self.base
            if self._takes(word) and first not in inside and not self._is_capital_inside(first):
                self.verbs.setdefault(first, []).append((trigger, self._behind(end)))

    def _takes(self, word: int) -> bool:
        """Tell whether a word of the article may be a trigger here: it is no name, and there are not too many."""
        first = word - self.base
        if first >= self.size or len(self.verbs) >= MOST or len(self.nouns) >= MOST:
            return False
        return not (self.printed[first][0].isupper() and self.page.names.cover(self.starts[first]))

    def _behind(self, end: int) -> int:
        return bisect_left(self.starts, end)

    def _is_capital_inside(self, i: int) -> bool:
        """Tell whether a word is capitalised behind a capitalised one, as in names that nobody lists: "White House"."""
        return i > 0 and self.printed[i][0].isupper() and self.printed[i - 1][0].isupper() and not self.gaps[i]

    def is_inside_name(self, i: int) -> bool:
        """Tell whether a word and the one before it belong to one name."""
        return i > 0 and self.page.names.reach_over(self.starts[i])

    def position(self, i: int) -> int:
        """Where word i starts; behind the last word the end of the sentence."""
        return self.starts[i] if i < self.size else self.end

    def __len__(self) -> int:
        return self.size


def lines_of(page: Page) -> Iterator[Line]:
    """The sentences with triggers in them, in the order of the text."""
    nouns, verbs = page.reading.hits(NOUNS), page.reading.hits(VERBS)
    if not nouns and not verbs:
        return
    by_sentence: dict[int, tuple[list[Found], list[Found]]] = {}
    sentences = page.reading.layout.sentences
    starts = page.columns.starts
    for which, hits in enumerate((nouns, verbs)):
        for start, end, entry in hits:
            word = bisect_left(starts, start)
            number = sentences.at(start)
            if number >= 0 and word < len(starts) and starts[word] == start:
                found = by_sentence.get(number)
                if found is None:
                    found = by_sentence[number] = ([], [])
                found[which].append((word, end, entry.means))
    for number in sorted(by_sentence):
        line = Line(page, number)
        line.note(*by_sentence[number])
        if line.verbs or line.nouns:
            yield line
