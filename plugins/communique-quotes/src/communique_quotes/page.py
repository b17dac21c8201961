"""What the rules look at: the columns of an article and the mentions of its actors, with the look-ups they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from communique import Actor, Dateline, Reading
from communique.layout import Regions
from communique.reading import Mentions

_FAR = 8
"""How many adjoining separators a look-up steps over before it gives up."""

_LONGEST_HEADLINE = 120


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
        self.text: str = reading.article.text
        self.folded: str = reading.article.folded
        self.paragraphs: Regions = layout.paragraphs
        self.sentences: Regions = layout.sentences
        self.quotations: Regions = layout.quotations
        self.mentions: Mentions = reading.mentions()
        self._datelines = {
            reading.layout.paragraphs.at(line.span.start): line.span.end for line in reading.of(Dateline)
        }
        self.starts: list[int]
        self.words: list[str]
        self.starts, self.words = reading.words.columns
        self.quoted = False
        """Whether there are quotations in the paragraph that is read now."""
        self._below_datelines = max(self._datelines.values(), default=0)
        self._sentence = (0, 0)
        self.speakers: dict[tuple[int, int], Speaker | None] = {}
        """The speakers looked for so far, by where their phrase ends and how far left it may reach."""

    def before(self, position: int) -> int:
        """The number of the last word that starts before a position, or -1 if it is too far away."""
        number = bisect_left(self.starts, position)
        return number - 1 if number and self.words[number - 1] else self.previous(number)

    def after(self, position: int) -> int:
        """The number of the first word that starts at or after a position, or -1 if it is too far away."""
        number = bisect_left(self.starts, position)
        return number if number < len(self.words) and self.words[number] else self.next(number)

    def at(self, position: int) -> int:
        """The number of the word that starts at a position, or -1."""
        number = bisect_left(self.starts, position)
        if number < len(self.words) and self.starts[number] == position and self.words[number]:
            return number
        return -1

    def previous(self, number: int) -> int:
        """The number of the word before the one of that number, or -1 if more than a few separators stand between."""
        words = self.words
        if number and words[number - 1]:
            return number - 1
        for at in range(number - 2, max(number - 1 - _FAR, -1), -1):
            if words[at]:
                return at
        return -1

    def next(self, number: int) -> int:
        """The number of the word after the one of that number, or -1 if more than a few separators stand between."""
        words = self.words
        for at in range(number + 1, min(number + 1 + _FAR, len(words))):
            if words[at]:
                return at
        return -1

    def end(self, number: int) -> int:
        """Where the word of that number ends."""
        return self.starts[number] + len(self.words[number])

    def follows(self, number: int, position: int) -> bool:
        """Tell whether the word of that number, if there is one, ends at a position."""
        return number >= 0 and self.starts[number] + len(self.words[number]) == position

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that covers a position, or of the paragraph, or the position itself."""
        sentence = self._sentence
        if not sentence[0] <= position < sentence[1]:
            sentence = self._sentence = self._sentence_around(position)
        return sentence

    def _sentence_around(self, position: int) -> tuple[int, int]:
        sentences = self.sentences
        number = bisect_right(sentences.starts, position) - 1
        if number >= 0 and position < sentences.ends[number]:
            start, end = sentences.starts[number], sentences.ends[number]
        else:
            number = self.paragraphs.at(position)
            start, end = self.paragraphs[number] if number >= 0 else (position, position)
        return self._cut_at_dateline(start, end, position) if start < self._below_datelines else (start, end)

    def _cut_at_dateline(self, start: int, end: int, position: int) -> tuple[int, int]:
        """The part of a sentence, before or behind the end of the dateline, in which a position lies."""
        body = self._datelines.get(self.paragraphs.at(position), 0)
        if not start < body < end:
            return start, end
        return (start, body) if position < body else (self.skip_blanks(body, end), end)

    def inside_sentence(self, position: int) -> bool:
        """Tell whether a word stands before a position in its sentence."""
        before = self.before(position)
        return before >= 0 and self.starts[before] >= self.sentence_at(position)[0]

    def in_headline(self, position: int) -> bool:
        """Tell whether a position lies where headlines stand: near the beginning, in the first paragraph."""
        return position < min(self.paragraphs.ends[0], _LONGEST_HEADLINE)

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
