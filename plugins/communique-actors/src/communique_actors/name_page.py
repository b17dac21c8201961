"""An article while its names are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from communique import Article, Dateline, Evidence, Name, Reading, because
from communique.kinds import NameSort
from communique.layout import Regions
from communique_actors.bylines import bylines_of
from communique_actors.listed import Lists, lists_of
from communique_actors.runs import Part, parts
from communique_actors.signs import signs


class Page:
    """Its runs of capitalised words, and what the word lists say of them."""

    def __init__(self, reading: Reading) -> None:
        """Read the word lists and the dateline."""
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.runs: list[tuple[int, int]] = reading.words.capitalised
        self.lists: Lists = lists_of(reading)
        self.signs: dict[str, int] = signs()
        dateline = next(iter(reading.of(Dateline)), None)
        self.body: int = dateline.body if dateline else 0
        self.bylines: Regions = bylines_of(reading)

    def name(
        self, rule: Callable[..., object], start: int, end: int, sort: NameSort, country: str | None = None
    ) -> Name:
        """Make a name."""
        return Name(self.article.span(start, end), sort, country, evidence=_evidence(rule))

    def parts_at(self, position: int) -> list[Part]:
        """The parts of the run that starts at a position."""
        number = bisect_left(self.runs, (position,))
        if number < len(self.runs) and self.runs[number][0] == position:
            return parts(self.folded, self.lists, *self.runs[number])
        return []


@cache
def _evidence(rule: Callable[..., object]) -> Evidence:
    """The evidence of a rule without cues, made once."""
    return because(rule)
