"""What parts words: everything that is no letter, digit or combining mark."""

from __future__ import annotations

import re
import unicodedata

_ASCII_SEPARATORS = "".join(c for c in map(chr, range(128)) if not (c.isalnum() or c == "_"))
_BLANKS = str.maketrans(_ASCII_SEPARATORS, " " * len(_ASCII_SEPARATORS))
_OTHER_SEPARATOR = re.compile(r"[^\w\x00-\x7f]")


def blank_separators(folded: str) -> str:
    """Put a space for everything that is not part of a word, one for one; combining marks belong to words.

    >>> blank_separators("Ms. Nuñez's envoy")
    'Ms  Nuñez s envoy'
    """
    if folded.isascii():
        return folded.translate(_BLANKS)
    for separator in _ASCII_SEPARATORS:
        folded = folded.replace(separator, " ")
    for separator in set(_OTHER_SEPARATOR.findall(folded)):
        if not continues_word(separator):
            folded = folded.replace(separator, " ")
    return folded


def continues_word(character: str) -> bool:
    """Tell whether a character is part of a word.

    >>> continues_word("ñ"), continues_word("’")
    (True, False)
    """
    return (
        character.isalnum()
        or character == "_"
        or (not character.isascii() and unicodedata.category(character).startswith("M"))
    )
