"""The one shared pass over a text: its words as columns, the hits of all word lists, the runs of capitals.

Everything here is made once for an article and shared by all extractors.  Columns are plain lists: a token is never an
object.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from itertools import accumulate, compress
from operator import add
from typing import TypeVar

from communique.article import Article, _fold
from communique.lexicon import Entry, Lexicon
from communique.patterns import RUN, RUN_LEAD
from communique.span import Span

M = TypeVar("M")
Hit = tuple[int, int, Entry[M]]
"""Where a lexicon hits: start, end, entry."""

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
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def _raised(word: str) -> set[str]:
    """The capitalisations of a word that only raise letters, as far as they occur: Said, SAID."""
    return {word, word[:1].upper() + word[1:], word.upper()}


def _spellings(surface: str) -> Iterable[str]:
    """A form as it may stand in a folded text: accents as given, composed or decomposed."""
    folded = _fold(surface)
    if folded.isascii():
        return (folded,)
    return dict.fromkeys((folded, unicodedata.normalize("NFC", folded), unicodedata.normalize("NFD", folded)))


@cache
def _run_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of capitalised runs, compiled when the first article is read."""
    return re.compile(RUN), re.compile(RUN_LEAD)


# One form under its first word: number of its list, offset of the first word in it, the form itself if it is longer
# than that word (else ""), its entries.
_Form = tuple[int, int, str, tuple[Entry[object], ...]]


class Index:
    """Several lexicons merged into one: first word, to the forms that begin with it."""

    def __init__(self, lexicons: Iterable[Lexicon[object]]) -> None:
        """Load the lexicons; those of one name make one list."""
        self.numbers: dict[str, int] = {}
        forms: dict[tuple[int, str], list[Entry[object]]] = {}
        for lexicon in dict.fromkeys(lexicons):
            number = self.numbers.setdefault(lexicon.name, len(self.numbers))
            for entry in lexicon.entries:
                for spelling in _spellings(entry.surface):
                    same = forms.setdefault((number, spelling), [])
                    if entry not in same:
                        same.append(entry)
        self.by_first_word: dict[str, tuple[_Form, ...]] = {}
        buckets: dict[str, list[_Form]] = {}
        for (number, surface), entries in forms.items():
            blanked = _blank_separators(surface)
            first = blanked.split(None, 1)[0] if blanked.strip() else ""
            if first:
                lead = blanked.index(first)
                whole = "" if first == surface else surface
                for word in _raised(first):
                    buckets.setdefault(word, []).append((number, lead, whole, tuple(entries)))
        for word, bucket in buckets.items():
            bucket.sort(key=lambda form: -len(form[2]))
            self.by_first_word[sys.intern(word)] = tuple(bucket)


class Words:
    """The words of an article and what the word lists say of them."""

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
        found = list(map(self._index.by_first_word.get, words))
        hits: list[list[Hit[object]]] = [[] for _ in self._index.numbers]
        done = [0] * len(hits)
        for i in compress(range(len(words)), found):
            word_start, word = letters[i] + i, words[i]
            for number, lead, surface, entries in found[i] or ():
                start = word_start - lead
                if start < done[number]:
                    continue
                end = _end_of(folded, start, surface) if surface else word_start + len(word)
                if end:
                    done[number] = end
                    hits[number].extend((start, end, entry) for entry in entries)
        return hits

    def hits(self, name: str, within: Span | None = None) -> Sequence[Hit[object]]:
        """The hits of the list of that name, in the order of the text."""
        hits = self._hits[self._index.numbers[name]]
        if within is None:
            return hits
        first = bisect_left(hits, (within.start,))
        last = bisect_left(hits, (within.end,))
        return [hit for hit in hits[first:last] if hit[1] <= within.end]

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
