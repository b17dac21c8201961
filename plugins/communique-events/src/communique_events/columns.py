"""The words of one article as columns, all made at once: rules read slices of them, sentence by sentence.

There is a list for each thing that rules ask of a word again and again, all by the number of the word, so that a walk
over a sentence asks of a word no more than ``mark & OPENER``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import compress

from communique import Reading
from communique_events.marks import APART, FINITE, HARD_BEHIND, IN_ED, SPEECH, marks_of
from communique_events.names import Names

_ABBREVIATED = 4
"""No abbreviation that ends in a stop is longer: "U.S.", "Gen.", "Sept."."""
_HARD = frozenset(';:"-.!?(')
"""Signs before which a clause ends."""
_MAY_BE_FINITE = FINITE | SPEECH | IN_ED
_SIGN = re.compile(r"[!-/:-@\[-^`{-~\x80-\U0010ffff]")
"""A sign, or a letter that is not ASCII; one plain set of characters is what is searched fastest."""


class Columns:
    """The words of an article: where they stand, how they are spelled, what is between them, what they are."""

    def __init__(self, reading: Reading, names: Names) -> None:
        """Take the words; words of no letters, between two signs, are left out."""
        folded = reading.article.folded
        starts, words = reading.words.columns
        self.starts: list[int] = list(compress(starts, words))
        """Where each word starts."""
        self.printed: list[str] = list(filter(None, words))
        """Each word as it stands in the folded text."""
        self.words: list[str] = " ".join(self.printed).lower().split(" ")
        """Each word in lower case."""
        self.gaps: list[str] = [""] * (len(self.words) + 1)
        """The signs between each word and the one before it, blanks left out.

        None stand where a stop ends an abbreviation or a name has a hyphen.
        """
        self.marks: list[int] = marks_of(self.printed)
        """How each is spelled and which small words it is one of (`communique_events.marks`)."""
        self._mark_signs(folded, names)

    def _mark_signs(self, folded: str, names: Names) -> None:
        starts, printed, marks, last = self.starts, self.printed, self.marks, len(self.starts) - 1
        behind = 0
        for position in [match.start() for match in _SIGN.finditer(folded)]:
            if position < behind:
                continue
            i = bisect_right(starts, position) - 1
            if not 0 <= i < last:
                continue
            end = behind = starts[i] + len(printed[i])
            if position < end:
                continue
            behind = starts[i + 1]
            signs = folded[end:behind].strip()
            if not signs:
                continue
            if signs == ".":
                if end - starts[i] <= _ABBREVIATED and printed[i].istitle():
                    continue
            elif signs == "-" and names.reach_over(behind):
                continue
            self.gaps[i + 1] = signs
            marks[i + 1] |= APART
            if signs[0] in _HARD and behind - end > 1:  # no hyphen inside a word
                marks[i] |= HARD_BEHIND

    @cached_property
    def verbs(self) -> list[int]:
        """The words that may be finite verbs: small ones, verbs of saying, forms in -ed."""
        return [i for i, mark in enumerate(self.marks) if mark & _MAY_BE_FINITE]
