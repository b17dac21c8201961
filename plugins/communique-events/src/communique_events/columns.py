"""The words of one article as columns, all made at once: rules read slices of them, sentence by sentence.

There is a list for each thing that rules ask of a word again and again, all by the number of the word, and beside them
short lists of the words at which something can happen, so that a walk over a sentence visits these only.
"""

from __future__ import annotations

from functools import cached_property
from itertools import compress, count, repeat
from operator import add

from communique import Reading
from communique_events.marks import (
    AND_BUT,
    APART,
    ASIDE,
    COORDINATOR,
    FINITE,
    HARD_BEHIND,
    IN_ED,
    OPENER,
    PRONOUN,
    SPEECH,
    THAT,
    word_marks,
)
from communique_events.names import Names

_ABBREVIATED = 4
"""No abbreviation that ends in a stop is longer: "U.S.", "Gen.", "Sept."."""
_HARD = frozenset(';:"-.!?(')
"""Signs before which a clause ends."""
_MAY_BE_FINITE = FINITE | SPEECH | IN_ED
_MAY_OPEN = OPENER | PRONOUN | SPEECH | COORDINATOR | HARD_BEHIND
_MAY_CLOSE = APART | ASIDE | THAT | AND_BUT


class Columns:
    """The words of an article: where they stand, how they are spelled, what is between them, what they are."""

    def __init__(self, reading: Reading, names: Names) -> None:
        """Take the words; words of no letters, between two signs, are left out."""
        self._folded = reading.article.folded
        starts, words = reading.words.columns
        self.starts: list[int] = list(compress(starts, words))
        """Where each word starts."""
        self.printed: list[str] = list(filter(None, words))
        """Each word as it stands in the folded text."""
        self.ends: list[int] = list(map(add, self.starts, map(len, self.printed)))
        """Where each word ends."""
        self.words: list[str] = list(map(str.lower, self.printed))
        """Each word in lower case."""
        self.gaps: list[str] = [""] * (len(self.words) + 1)
        """The signs between each word and the one before it, blanks left out.

        None stand where a stop ends an abbreviation or a name has a hyphen.
        """
        self.marks: list[int] = list(map(word_marks().get, self.words, repeat(0)))
        """The classes of small words that each is one of (`communique_events.marks`)."""
        self._mark_signs(names)
        for i in compress(count(), map(str.endswith, self.printed, repeat("ed"))):
            self.marks[i] |= IN_ED

    def _mark_signs(self, names: Names) -> None:
        folded, starts, ends, marks = self._folded, self.starts, self.ends, self.marks
        followers = iter(starts)
        next(followers, None)
        apart = [
            i
            for i, (end, start) in enumerate(zip(ends, followers, strict=False))
            if start - end != 1 or folded[end] != " "
        ]
        for i in apart:
            signs = folded[ends[i] : starts[i + 1]].strip()
            if not signs:
                continue
            if signs == ".":
                if len(self.words[i]) <= _ABBREVIATED and self.printed[i].istitle():
                    continue
            elif signs == "-" and names.reach_over(starts[i + 1]):
                continue
            self.gaps[i + 1] = signs
            marks[i + 1] |= APART
            if signs[0] in _HARD:
                marks[i] |= HARD_BEHIND

    @cached_property
    def verbs(self) -> list[int]:
        """The words that may be finite verbs: small ones, verbs of saying, forms in -ed."""
        return [i for i, mark in enumerate(self.marks) if mark & _MAY_BE_FINITE]

    @cached_property
    def openings(self) -> list[int]:
        """The words at which a clause may begin or behind which it may."""
        return [i for i, mark in enumerate(self.marks) if mark & _MAY_OPEN]

    @cached_property
    def closings(self) -> list[int]:
        """The words before which what follows a verb may end."""
        return [i for i, mark in enumerate(self.marks) if mark & _MAY_CLOSE]
