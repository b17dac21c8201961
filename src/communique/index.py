"""All word lists as one index: the forms that begin with a word, made ready when the word is first met."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from typing import cast

from communique.article import fold
from communique.lexicon import Entry, Lexicon
from communique.separators import blank_separators

_TWO = 2
_MOST_MET = 200_000  # words remembered between articles

# The entries whose forms begin with a word, whatever its capitals: number of a list, entry, number, entry, …  It is
# flat because thousands of small tuples would cost more than all the rest.
_Pile = list[int | Entry[object]]
Short = tuple[int, Entry[object]]
"""A form of one word under that word: number of its list, one of its entries."""
Long = tuple[int, int, str, str, tuple[Entry[object], ...]]
"""A longer form under its first word: number of its list, offset of that word in it, its third word in case-folded
letters (empty where it has none), the form itself, its entries."""
Bucket = tuple[dict[str, tuple[Long, ...]], tuple[Long, ...], tuple[Short, ...]]
"""All forms that begin with a word: the long ones under their second word, the longest first; those with signs but no
second word; the short ones."""
_NOTHING: dict[str, tuple[Long, ...]] = {}


class Index:
    """Several lexicons merged into one: first word, to the forms that begin with it.

    Few of the words of long lists stand in any text, so the forms under a word are put in order when it is first met.

    >>> index = Index([Lexicon.of("envoys", {"envoy": 1, "special envoy": 2}), Lexicon.of("envoys", {"emissary": 3})])
    >>> index.numbers
    {'envoys': 0}
    """

    def __init__(self, lexicons: Iterable[Lexicon[object]]) -> None:
        """Load the lexicons; those of one name make one list."""
        self.numbers: dict[str, int] = {}
        piles: dict[str, _Pile] = {}
        pile_of = piles.setdefault
        for lexicon in dict.fromkeys(lexicons):
            number = self.numbers.setdefault(lexicon.name, len(self.numbers))
            for entry in lexicon.entries:
                surface = entry.surface
                first = surface.partition(" ")[0]
                if surface.isascii() and first.isalnum() and surface.isprintable():  # nearly all, told in short
                    pile = pile_of(first.lower(), [])
                    pile += number, entry
                else:
                    for spelling in _spellings(surface):
                        for lowered in {raised.lower() for raised in _raised(_first_word(spelling) or " ")}:
                            pile = pile_of(lowered, [])
                            pile += number, entry
        piles.pop(" ", None)
        self._met = _Met(piles)

    def buckets(self, words: Iterable[str]) -> list[Bucket | None]:
        """The forms that begin with each of some words, in order; None for a word with which none begins."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        return list(map(self._met.__getitem__, words))


class _Met(dict[str, "Bucket | None"]):
    """The words met so far, in the capitals they had, with the forms that begin with them."""

    def __init__(self, piles: dict[str, _Pile]) -> None:
        super().__init__()
        self._piles = piles

    def __missing__(self, word: str) -> Bucket | None:
        """Put the forms under a word in order."""
        pile = self._piles.get(word.lower())
        bucket = _in_order(word, pile) if pile is not None else None
        if bucket is not None:
            word = sys.intern(word)  # keys that threads share
        self[word] = bucket
        return bucket


def _in_order(first: str, pile: _Pile) -> Bucket | None:
    """The bucket of a word: of what begins with it in some capitalisation, that which only raises letters there."""
    grouped: dict[tuple[int, str], list[Entry[object]]] = {}
    for number, entry in zip(cast("list[int]", pile[::2]), cast("list[Entry[object]]", pile[1::2]), strict=True):
        for spelling in _spellings(entry.surface):
            if first in _raised(_first_word(spelling) or " "):
                same = grouped.setdefault((number, spelling), [])
                if entry not in same:
                    same.append(entry)
    short: list[Short] = []
    long: dict[str, list[Long]] = {}
    for (number, surface), entries in grouped.items():
        words = blank_separators(surface).split()
        if words[0] == surface:
            short += [(number, entry) for entry in entries]
        else:
            third = words[2].casefold() if len(words) > _TWO else ""
            form = (number, surface.index(words[0]), third, surface, tuple(entries))
            for second in _raised(words[1]) if len(words) > 1 else ("",):
                long.setdefault(second, []).append(form)
    bare = tuple(sorted(long.pop("", ()), key=_longest_first))
    if not grouped:
        return None
    followed = {sys.intern(second): (*sorted(same, key=_longest_first), *bare) for second, same in long.items()}
    return followed or _NOTHING, bare, tuple(short)


def _longest_first(form: Long) -> int:
    return -len(form[3])


def _raised(word: str) -> Iterable[str]:
    """The capitalisations of a word that only raise letters, as far as they occur: Said, SAID."""
    upper = word.upper()
    if word == upper:
        return (word,)
    if word[:1].isupper():
        return (word, upper)
    return dict.fromkeys((word, word[0].upper() + word[1:], upper))


def _spellings(surface: str) -> Iterable[str]:
    """A form as it may stand in a folded text: accents as given, composed or decomposed."""
    if surface.isascii() and surface.isprintable():  # nearly all
        return (surface,)
    folded = fold(surface)
    return dict.fromkeys((folded, unicodedata.normalize("NFC", folded), unicodedata.normalize("NFD", folded)))


def _first_word(surface: str) -> str:
    """The first word of a form, empty where it has none."""
    first = surface.partition(" ")[0]
    return first if first.isalnum() else next(iter(blank_separators(surface).split(maxsplit=1)), "")
