"""What the rules look at: the columns of an article and the mentions of its actors, with the look-ups they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from communique import Actor, Dateline, Reading

_FAR = 8
"""How many adjoining separators a look-up steps over before it gives up."""


class Word(NamedTuple):
    """One word of the folded text."""

    start: int
    end: int
    text: str
    """The word in lower case."""
    capital: bool
    """Whether it begins with a capital letter."""
    number: int
    """Its place in the column of words."""


class Speaker(NamedTuple):
    """The phrase that names a speaker, and the actor behind it."""

    start: int
    end: int
    actor: Actor | None = None
    rivals: tuple[Actor, ...] = ()
    """Other actors the phrase may stand for."""


class Page:
    """The columns of an article, as offsets."""

    def __init__(self, reading: Reading) -> None:
        """Take the columns from the shared pass."""
        layout = reading.layout
        self.text = reading.article.text
        self.folded = reading.article.folded
        self.paragraphs = layout.paragraphs
        self.sentences = layout.sentences
        self.quotations = layout.quotations
        self.quotations_closed = layout.quotations_closed
        self.mentions = reading.mentions()
        self._datelines = {
            reading.layout.paragraphs.at(line.span.start): line.span.end for line in reading.of(Dateline)
        }
        self._starts, self._words = reading.words.columns
        self._before: dict[int, Word | None] = {}
        self._after: dict[int, Word | None] = {}
        self._sentence = (0, 0)
        self.speakers: dict[tuple[int, int], Speaker | None] = {}
        """The speakers looked for so far, by where their phrase ends and how far left it may reach."""

    def word_before(self, position: int) -> Word | None:
        """The last word that ends at or before a position, if no more than a few separators stand between."""
        if position in self._before:
            return self._before[position]
        words = self._words
        number = bisect_left(self._starts, position) - 1
        for at in range(number, max(number - _FAR, -1), -1):
            if words[at]:
                found = self._before[position] = self._word(at)
                return found
        self._before[position] = None
        return None

    def word_after(self, position: int) -> Word | None:
        """The first word that starts at or after a position, if no more than a few separators stand between."""
        if position in self._after:
            return self._after[position]
        words = self._words
        number = bisect_left(self._starts, position)
        for at in range(number, min(number + _FAR, len(words))):
            if words[at]:
                found = self._after[position] = self._word(at)
                return found
        self._after[position] = None
        return None

    def _word(self, number: int) -> Word:
        start, word = self._starts[number], self._words[number]
        return Word(start, start + len(word), word.lower(), word[0].isupper(), number)

    def previous(self, word: Word) -> Word | None:
        """The word before a word, if no more than a few separators stand between."""
        before = self._before
        if word.start in before:
            return before[word.start]
        words, number = self._words, word.number - 1
        if number >= 0 and words[number]:
            found = before[word.start] = self._word(number)
            return found
        return self.word_before(word.start)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that covers a position, or of the paragraph, or the position itself."""
        if self._sentence[0] <= position < self._sentence[1]:
            return self._sentence
        self._sentence = self._sentence_around(position)
        return self._sentence

    def _sentence_around(self, position: int) -> tuple[int, int]:
        for regions in (self.sentences, self.paragraphs):
            number = regions.at(position)
            if number >= 0:
                start, end = regions[number]
                if self._datelines:
                    start = self._behind_dateline(start, end, position)
                return start, end
        return position, position

    def _behind_dateline(self, start: int, end: int, position: int) -> int:
        body = self._datelines.get(self.paragraphs.at(position), 0)
        return self.skip_blanks(body, end) if start < body <= position else start

    def inside_sentence(self, position: int) -> bool:
        """Tell whether a word stands before a position in its sentence."""
        before = self.word_before(position)
        return before is not None and before.start >= self.sentence_at(position)[0]

    def quotation_at(self, position: int) -> int:
        """The number of the quotation that covers a position, or -1."""
        return self.quotations.at(position)

    def quotation_near(self, start: int, end: int) -> bool:
        """Tell whether a quotation begins or ends in a stretch."""
        starts, ends = self.quotations.starts, self.quotations.ends
        number = bisect_left(starts, start)
        if number < len(starts) and starts[number] < end:
            return True
        number = bisect_left(ends, start)
        return number < len(ends) and ends[number] < end

    def quotation_ending_before(self, position: int) -> int:
        """The number of the last quotation that ends at or before a position, or -1."""
        return bisect_right(self.quotations.ends, position) - 1

    def quotation_starting_after(self, position: int) -> int:
        """The number of the first quotation that starts at or after a position, or -1."""
        number = bisect_left(self.quotations.starts, position)
        return number if number < len(self.quotations) else -1

    def skip_blanks(self, position: int, end: int) -> int:
        """The first offset from `position` on, up to `end`, at which no blank stands."""
        while position < end and self.folded[position].isspace():
            position += 1
        return position

    def trim_blanks(self, position: int, start: int) -> int:
        """The last offset back from `position`, down to `start`, before which no blank stands."""
        while position > start and self.folded[position - 1].isspace():
            position -= 1
        return position
