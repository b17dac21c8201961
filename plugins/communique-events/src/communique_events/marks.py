"""Which small words a word is one of, as one mask of bits: rules test a class of words with one ``&``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from itertools import compress, count, repeat
from operator import and_

from communique_events.words import word_sets

BE, HAVE, DO, WILL, WOULD, MUST, MAY = (1 << n for n in range(7))
AUXILIARY = BE | HAVE | DO | WILL | WOULD | MUST | MAY
NEGATION, ADVERB, DETERMINER, PREPOSITION, OPENER, ASIDE = (1 << n for n in range(7, 13))
PERSONAL, PLURAL, COORDINATOR, SPEECH, FINITE, LED, ASPECT = (1 << n for n in range(13, 20))
TO, THAT, AND_BUT, PRONOUN, CONTRACTED = (1 << n for n in range(20, 25))
IN_ED, IN_LY, CAPITAL = (1 << n for n in range(25, 28))
"""How a word is spelled: with -ed or -ly at its end, with a capital at its beginning."""
HARD_BEHIND, APART = (1 << n for n in range(28, 30))  # the last bits of what Python holds in one piece
"""Of a word in its place: a sign that ends a clause is behind it; a sign is before it."""
_MOST_MET = 100_000
"""When so many forms are known they are forgotten: no text of random letters fills the memory."""

_OF_SETS = {
    "be": BE, "have": HAVE, "do": DO, "will": WILL, "would": WOULD, "must": MUST, "may": MAY,
    "negations": NEGATION, "adverbs": ADVERB, "determiners": DETERMINER, "prepositions": PREPOSITION,
    "openers": OPENER, "asides": ASIDE, "personal": PERSONAL, "plurals": PLURAL,
    "coordinators": COORDINATOR, "speech": SPEECH, "finite": FINITE, "participles": LED,
    "aspects": ASPECT,
}  # fmt: skip
_OF_WORDS = {
    "to": TO, "that": THAT, "and": AND_BUT, "but": AND_BUT,
    "they": PRONOUN, "he": PRONOUN, "she": PRONOUN, "it": PRONOUN, "we": PRONOUN,
    "t": CONTRACTED, "ll": CONTRACTED, "d": CONTRACTED, "ve": CONTRACTED, "re": CONTRACTED,
}  # fmt: skip


@cache
def word_marks() -> dict[str, int]:
    """The mask of every small word, in lower case.

    >>> bool(word_marks()["would"] & WOULD), word_marks().get("treaty", 0)
    (True, 0)
    """
    marks = dict(_OF_WORDS)
    for name, words in word_sets().items():
        bit = _OF_SETS.get(name, 0)
        if bit:
            for word in words:
                marks[word] = marks.get(word, 0) | bit
    return marks


def numbers_of(marks: Iterable[int], those: int) -> list[int]:
    """The numbers of the words that are of some classes.

    >>> numbers_of(marks_of(["The", "envoys", "left", "Oslo"]), CAPITAL)
    [0, 3]
    """
    return list(compress(count(), map(and_, marks, repeat(those))))


def marks_of(words: Iterable[str]) -> list[int]:
    """The masks of some words as they are printed.

    >>> [bool(mark & CAPITAL) for mark in marks_of(["The", "envoys", "left"])]
    [True, False, False]
    """
    met = _met()
    if len(met) > _MOST_MET:
        met.clear()
    return list(map(met.__getitem__, words))


class _Met(dict[str, int]):
    """The masks of the words met so far, in the capitals they had."""

    def __missing__(self, word: str) -> int:
        """Look at a word once."""
        lowered = word.lower()
        mark = word_marks().get(lowered, 0)
        if word.endswith("ed"):
            mark |= IN_ED
        if lowered.endswith("ly"):
            mark |= IN_LY
        if word[0].isupper():
            mark |= CAPITAL
        self[sys.intern(word)] = mark
        return mark


@cache
def _met() -> _Met:
    return _Met()
