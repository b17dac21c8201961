"""Paragraphs, sentences and quotations: one linear pass each, kept as columns of offsets.

They are made annotations only when somebody asks for them (`Reading.of`); rules that need offsets read the columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from communique.article import Article
from communique.quotations import find_quotations
from communique.sentences import split_sentences

_BREAK = re.compile(r"\n\s*+")


class Regions:
    """Stretches of a text that do not overlap, as two columns of offsets in the order of the text.

    >>> regions = Regions([0, 10], [8, 25])
    >>> regions.at(12), regions.at(9), list(regions.within(0, 20))
    (1, -1, [0])
    >>> list(regions)
    [(0, 8), (10, 25)]
    """

    __slots__ = ("ends", "starts")

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        """Take the two columns."""
        self.starts: list[int] = starts
        self.ends: list[int] = ends

    def at(self, position: int) -> int:
        """The number of the region that covers a position, or -1."""
        number = bisect_right(self.starts, position) - 1
        return number if number >= 0 and position < self.ends[number] else -1

    def within(self, start: int, end: int) -> range:
        """The numbers of the regions that lie inside ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.ends, strict=True)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> tuple[int, int]:
        return self.starts[number], self.ends[number]


class Layout:
    r"""The paragraphs, sentences and quotations of an article, each column made on first use.

    >>> layout = Layout(Article("“Yes,” she said.  They met.\nNo more was known."))
    >>> list(layout.paragraphs), list(layout.sentences), list(layout.quotations)
    ([(0, 27), (28, 46)], [(0, 16), (18, 27), (28, 46)], [(0, 6)])
    """

    def __init__(self, article: Article) -> None:
        """Nothing is computed yet."""
        self._article = article

    @cached_property
    def paragraphs(self) -> Regions:
        """Text between line breaks (those that only wrap a line left out), white space trimmed."""
        folded = self._article.folded
        starts: list[int] = []
        ends: list[int] = []
        position = 0
        for match in _BREAK.finditer(folded):
            _append_trimmed(folded, position, match.start(), starts, ends)
            position = match.end()
        _append_trimmed(folded, position, len(folded), starts, ends)
        return Regions(starts, ends)

    @cached_property
    def sentences(self) -> Regions:
        """Sentences, each inside one paragraph, with the final stop and the marks that close after it."""
        return Regions(*split_sentences(self._article.folded, self.paragraphs))

    @cached_property
    def _quotations(self) -> tuple[Regions, list[bool]]:
        found = find_quotations(self._article.text, self._article.folded, self.paragraphs)
        starts, ends, closed = [one[0] for one in found], [one[1] for one in found], [one[2] for one in found]
        return Regions(starts, ends), closed

    @property
    def quotations(self) -> Regions:
        """Text between quotation marks, marks inside, outermost ones only."""
        return self._quotations[0]

    @property
    def quotations_closed(self) -> list[bool]:
        """For each quotation, whether a closing mark was found."""
        return self._quotations[1]


def _append_trimmed(folded: str, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    piece = folded[start:end]
    trimmed = piece.strip()
    if trimmed:
        start += len(piece) - len(piece.lstrip())
        starts.append(start)
        ends.append(start + len(trimmed))
