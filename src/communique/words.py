"""The one shared pass over a text: its words as columns, the hits of all word lists, the runs of capitals.

Everything here is made once for an article and shared by all extractors.  Columns are plain lists: a token is never an
object.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, compress
from operator import add
from typing import TypeVar, cast

from communique.article import Article, fold
from communique.lexicon import Entry, Lexicon
from communique.patterns import RUN, RUN_LEAD
from communique.span import Span

M = TypeVar("M")
Hit = tuple[int, int, Entry[M]]
"""Where a lexicon hits: start, end, entry."""

_MOST_MET = 200_000  # words remembered between articles
_REACH = 8  # that many signs may stand between two words of a form
_OPENING = frozenset(("", " ", "\n", '"', "'", "(", "-"))
_ASCII_SEPARATORS = "".join(c for c in map(chr, range(128)) if not (c.isalnum() or c == "_"))
_BLANKS = str.maketrans(_ASCII_SEPARATORS, " " * len(_ASCII_SEPARATORS))
_OTHER_SEPARATOR = re.compile(r"[^\w\x00-\x7f]")


def _blank_separators(folded: str) -> str:
    """Put a space for everything that is not part of a word, one for one; combining marks belong to words."""
    if folded.isascii():
        return folded.translate(_BLANKS)
    for separator in _ASCII_SEPARATORS:
        folded = folded.replace(separator, " ")
    for separator in set(_OTHER_SEPARATOR.findall(folded)):
        if not _continues_word(separator):
            folded = folded.replace(separator, " ")
    return folded


def _continues_word(character: str) -> bool:
    return (
        character.isalnum()
        or character == "_"
        or (not character.isascii() and unicodedata.category(character).startswith("M"))
    )


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


@cache
def _run_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of capitalised runs, compiled when the first article is read."""
    return re.compile(RUN), re.compile(RUN_LEAD)


# The entries whose forms begin with a word, whatever its capitals: number of a list, entry, number, entry, …  It is
# flat because thousands of small tuples would cost more than all the rest.
_Pile = list[int | Entry[object]]
# A form of one word under that word: number of its list, one of its entries.
_Short = tuple[int, Entry[object]]
# A longer form under its first word: number of its list, offset of that word in it, the form itself, its entries.
_Long = tuple[int, int, str, tuple[Entry[object], ...]]
# All forms that begin with a word: the long ones under their second word, the longest first; those with signs but no
# second word; the short ones.
_Bucket = tuple[dict[str, tuple[_Long, ...]], tuple[_Long, ...], tuple[_Short, ...]]
_NOTHING: dict[str, tuple[_Long, ...]] = {}


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

    def buckets(self, words: Iterable[str]) -> list[_Bucket | None]:
        """The forms that begin with each of some words, in order; None for a word with which none begins."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        return list(map(self._met.__getitem__, words))


class _Met(dict[str, "_Bucket | None"]):
    """The words met so far, in the capitals they had, with the forms that begin with them."""

    def __init__(self, piles: dict[str, _Pile]) -> None:
        super().__init__()
        self._piles = piles

    def __missing__(self, word: str) -> _Bucket | None:
        """Put the forms under a word in order."""
        pile = self._piles.get(word.lower())
        bucket = _in_order(word, pile) if pile is not None else None
        if bucket is not None:
            word = sys.intern(word)  # keys that threads share
        self[word] = bucket
        return bucket


def _first_word(surface: str) -> str:
    """The first word of a form, empty where it has none."""
    first = surface.partition(" ")[0]
    return first if first.isalnum() else next(iter(_blank_separators(surface).split(maxsplit=1)), "")


def _in_order(first: str, pile: _Pile) -> _Bucket | None:
    """The bucket of a word: of what begins with it in some capitalisation, that which only raises letters there."""
    grouped: dict[tuple[int, str], list[Entry[object]]] = {}
    for number, entry in zip(cast("list[int]", pile[::2]), cast("list[Entry[object]]", pile[1::2]), strict=True):
        for spelling in _spellings(entry.surface):
            if first in _raised(_first_word(spelling) or " "):
                same = grouped.setdefault((number, spelling), [])
                if entry not in same:
                    same.append(entry)
    short: list[_Short] = []
    long: dict[str, list[_Long]] = {}
    for (number, surface), entries in grouped.items():
        words = _blank_separators(surface).split()
        if words[0] == surface:
            short += [(number, entry) for entry in entries]
        else:
            form = (number, surface.index(words[0]), surface, tuple(entries))
            for second in _raised(words[1]) if len(words) > 1 else ("",):
                long.setdefault(second, []).append(form)
    bare = tuple(sorted(long.pop("", ()), key=_longest_first))
    if not grouped:
        return None
    followed = {sys.intern(second): (*sorted(same, key=_longest_first), *bare) for second, same in long.items()}
    return followed or _NOTHING, bare, tuple(short)


def _longest_first(form: _Long) -> int:
    return -len(form[2])


class Words:
    """The words of an article and what the word lists say of them.

    >>> words = Words(Article("The special envoy met Ana Ruiz."), Index([Lexicon.of("envoys", {"special envoy": 2})]))
    >>> words.columns[1]
    ['The', 'special', 'envoy', 'met', 'Ana', 'Ruiz', '']
    >>> [(start, end, entry.means) for start, end, entry in words.hits("envoys")]
    [(4, 17, 2)]
    >>> words.capitalised
    [(0, 3), (22, 30)]
    """

    def __init__(self, article: Article, index: Index) -> None:
        """Split the text once."""
        self._article = article
        self._index = index

    @cached_property
    def _split(self) -> tuple[list[int], list[str]]:
        """For each word the number of letters before it, and the words; word i starts at letters[i] + i."""
        words = _blank_separators(self._article.folded).split(" ")
        return list(accumulate(map(len, words), initial=0)), words

    @cached_property
    def columns(self) -> tuple[list[int], list[str]]:
        """Start offsets and words; the word between two adjoining separators is empty."""
        letters, words = self._split
        return list(map(add, letters, range(len(words)))), words

    @cached_property
    def _hits(self) -> list[list[Hit[object]]]:
        """The hits of every list: leftmost, longest, one for each entry of a form."""
        letters, words = self._split
        folded = self._article.folded
        found = self._index.buckets(words)
        hits: list[list[Hit[object]]] = [[] for _ in self._index.numbers]
        adding = [list_hits.append for list_hits in hits]
        done = [0] * len(hits)  # where the last form of several words ended; those of one word are in nobody's way
        words += "", ""  # every word has a next one, and one behind that
        met = zip(compress(range(len(found)), found), filter(None, found), strict=True)
        for i, (followed, bare, short) in met:
            if followed:
                forms = followed.get(words[i + 1] or words[i + 2] or _word_behind_signs(words, i), bare)
            else:
                forms = bare
            if forms:
                for number, lead, surface, entries in forms:
                    start = letters[i] + i - lead
                    if start >= done[number] and (end := _end_of(folded, start, surface)):
                        done[number] = end
                        for entry in entries:
                            adding[number]((start, end, entry))
            if short:
                start, end = letters[i] + i, letters[i + 1] + i
                for number, entry in short:
                    if start >= done[number]:
                        adding[number]((start, end, entry))
        del words[-2:]
        return hits

    def hits(self, name: str, within: Span | None = None) -> Sequence[Hit[object]]:
        """The hits of the list of that name, in the order of the text."""
        hits = self._hits[self._index.numbers[name]]
        if within is None:
            return hits
        first = bisect_left(hits, (within.start,))
        last = bisect_left(hits, (within.end,))
        return [hit for hit in hits[first:last] if hit[1] <= within.end]

    def before(self, position: int, floor: int = 0) -> Iterator[tuple[int, int, str]]:
        """The words that start left of an offset, down to `floor`, nearest first: start, end, word."""
        starts, words = self.columns
        number = bisect_left(starts, position) - 1
        while number >= 0 and (start := starts[number]) >= floor:
            if word := words[number]:
                yield start, start + len(word), word
            number -= 1

    @cached_property
    def capitalised(self) -> list[tuple[int, int]]:
        """The runs of capitalised words, initials and name particles in them included: start and end of each."""
        folded = self._article.folded
        run, lead_before = _run_patterns()
        runs: list[tuple[int, int]] = []
        for match in run.finditer(folded):
            start, end = match.span()
            before = folded[start - 1] if start else ""
            if before == "-":
                lead = lead_before.search(folded, max(0, start - 4), start)
                start = lead.start() if lead else start
            if before in _OPENING or not _continues_word(before):
                runs.append((start, end))
        return runs


def _word_behind_signs(words: list[str], i: int) -> str:
    """The word that comes after word i and some signs."""
    return next(filter(None, words[i + 2 : i + _REACH]), "")


def _end_of(folded: str, start: int, surface: str) -> int:
    """Where a form of several words that may stand at `start` ends there, or 0."""
    if start < 0:
        return 0
    end = start + len(surface)
    if not folded.startswith(surface, start):
        piece = folded[start:end]
        if "  " in piece:  # a line was wrapped, or somebody leaned on the space bar
            return _end_of_spaced(folded, start, surface)
        if piece.casefold() != surface.casefold() or not all(map(_only_raises, piece, surface)):
            return 0
    if _continues_word(surface[-1]) and end < len(folded) and _continues_word(folded[end]):
        return 0
    return end


def _only_raises(printed: str, listed: str) -> bool:
    return printed == listed or printed == listed.upper()


def _end_of_spaced(folded: str, start: int, surface: str) -> int:
    pattern = r" {1,8}".join(map(re.escape, surface.split(" "))) + r"(?!\w)"
    match = re.compile(pattern).match(folded, start)
    return match.end() if match else 0
