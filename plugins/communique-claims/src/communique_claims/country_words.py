"""The names and adjectives of countries in an article, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from communique.countries import CountryWord
from communique.offsets import hit_at, hit_ending_at
from communique.words import Hit

_FORMS = frozenset({"name", "adjective", "people"})


class CountryWords:
    """Words that say whose something is, by the offsets where they start or end."""

    def __init__(self, hits: Sequence[Hit[CountryWord]], folded: str) -> None:
        """Take the hits of the list of countries, in the order of the text."""
        self._hits = hits
        self._folded = folded

    def at(self, position: int) -> Hit[CountryWord] | None:
        """The word that starts at an offset."""
        return self._if_whose(hit_at(self._hits, position))

    def ending_at(self, position: int) -> Hit[CountryWord] | None:
        """The word that ends at an offset."""
        return self._if_whose(hit_ending_at(self._hits, position))

    def between(self, start: int, end: int) -> Iterator[Hit[CountryWord]]:
        """The words that start in ``[start, end)``, in the order of the text."""
        hits = self._hits
        for number in range(bisect_left(hits, (start,)), len(hits)):
            hit = hits[number]
            if hit[0] >= end:
                return
            if self._tells_whose(hit):
                yield hit

    def _if_whose(self, hit: Hit[CountryWord] | None) -> Hit[CountryWord] | None:
        return hit if hit is not None and self._tells_whose(hit) else None

    def _tells_whose(self, hit: Hit[CountryWord]) -> bool:
        word = hit[2].means
        if not word.country.code:
            return False
        return word.form in _FORMS or (word.form == "capital" and self._folded.startswith(("'s ", "-"), hit[1]))
