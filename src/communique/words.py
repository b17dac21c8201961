"""The one shared pass over a text: its words as columns, the hits of all word lists, the runs of capitals.

Everything here is made once for an article and shared by all extractors.  Columns are plain lists: a token is never an
object.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, compress
from operator import add
from typing import TypeVar

from communique.article import Article
from communique.index import Index
from communique.lexicon import Entry
from communique.patterns import RUN, RUN_LEAD
from communique.separators import blank_separators, continues_word
from communique.span import Span

M = TypeVar("M")
Hit = tuple[int, int, Entry[M]]
"""Where a lexicon hits: start, end, entry."""

_REACH = 8  # that many signs may stand between two words of a form
_OPENING = frozenset(("", " ", "\n", '"', "'", "(", "-"))


@cache
def _run_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of capitalised runs, compiled when the first article is read."""
    return re.compile(RUN), re.compile(RUN_LEAD)


class Words:
    """The words of an article and what the word lists say of them.

    >>> from communique import Lexicon
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
        words = blank_separators(self._article.folded).split(" ")
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
        words = [*words, "", "", ""]  # every word has a next one, and two behind that
        hits: list[list[Hit[object]]] = [[] for _ in self._index.numbers]
        adding = [list_hits.append for list_hits in hits]
        done = [0] * len(hits)  # where the last form of several words ended; those of one word are in nobody's way
        met = zip(compress(range(len(found)), found), filter(None, found), strict=True)
        for i, (followed, bare, short) in met:
            if followed:
                forms = followed.get(words[i + 1] or words[i + 2] or _word_behind_signs(words, i), bare)
            else:
                forms = bare
            if forms:
                third = (words[i + 2] or words[i + 3]).casefold() if words[i + 1] else ""
                for number, lead, expected, surface, entries in forms:
                    if third and expected and expected != third:
                        continue
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
            if before in _OPENING or not continues_word(before):
                runs.append((start, end))
        return runs


def _word_behind_signs(words: list[str], i: int) -> str:
    """The word that comes after word i and some signs."""
    return next(filter(None, words[i + 2 : i + _REACH]), "")


def _end_of(folded: str, start: int, surface: str) -> int:
    """Where a form of several words that may stand at `start` ends there, or 0."""
    end = start + len(surface)
    if not folded.startswith(surface, start):
        piece = folded[start:end]
        if "  " in piece:  # a line was wrapped, or somebody leaned on the space bar
            return _end_of_spaced(folded, start, surface)
        if piece.casefold() != surface.casefold() or not all(map(_only_raises, piece, surface)):
            return 0
    if continues_word(surface[-1]) and end < len(folded) and continues_word(folded[end]):
        return 0
    return end


def _only_raises(printed: str, listed: str) -> bool:
    return printed == listed or printed == listed.upper()


def _end_of_spaced(folded: str, start: int, surface: str) -> int:
    pattern = r" {1,8}".join(map(re.escape, surface.split(" "))) + r"(?!\w)"
    match = re.compile(pattern).match(folded, start)
    return match.end() if match else 0
