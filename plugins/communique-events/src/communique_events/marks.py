"""Which small words a word is one of, as one mask of bits: rules test a class of words with one ``&``."""

from __future__ import annotations

from functools import cache

from communique_events.words import word_sets

BE, HAVE, DO, WILL, WOULD, MUST, MAY = (1 << n for n in range(7))
AUXILIARY = BE | HAVE | DO | WILL | WOULD | MUST | MAY
NEGATION, ADVERB, DETERMINER, PREPOSITION, OPENER, ASIDE = (1 << n for n in range(7, 13))
PERSONAL, OWNER, PLURAL, COORDINATOR, SPEECH, FINITE = (1 << n for n in range(13, 19))
LED, KNOWN, ASPECT, HOMOGRAPH = (1 << n for n in range(19, 23))
TO, THAT, AND_BUT, PRONOUN, CONTRACTED = (1 << n for n in range(23, 28))
IN_ED, HARD_BEHIND, APART = (1 << n for n in range(28, 31))
"""Of a word in its place: it may be a verb in -ed; a sign that ends a clause is behind it; a sign is before it."""

_OF_SETS = {
    "be": BE, "have": HAVE, "do": DO, "will": WILL, "would": WOULD, "must": MUST, "may": MAY,
    "negations": NEGATION, "adverbs": ADVERB, "determiners": DETERMINER, "prepositions": PREPOSITION,
    "openers": OPENER, "asides": ASIDE, "personal": PERSONAL, "owners": OWNER, "plurals": PLURAL,
    "coordinators": COORDINATOR, "speech": SPEECH, "finite": FINITE, "participles": LED, "known": KNOWN,
    "aspects": ASPECT, "homographs": HOMOGRAPH,
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
