"""The names and adjectives of countries in an article, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from communique.countries import CountryWord
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
        return next(self.between(position, position + 1), None)

    def ending_at(self, position: int) -> Hit[CountryWord] | None:
        """The word that ends at an offset."""
        number = bisect_left(self._hits, (position,)) - 1
        if number < 0 or self._hits[number][1] != position:
            return None
        return self.at(self._hits[number][0])

    def between(self, start: int, end: int) -> Iterator[Hit[CountryWord]]:
        """The words that start in ``[start, end)``, in the order of the text."""
        hits = self._hits
        for number in range(bisect_left(hits, (start,)), len(hits)):
            hit = hits[number]
            if hit[0] >= end:
                return
            if self._tells_whose(hit):
                yield hit

    def _tells_whose(self, hit: Hit[CountryWord]) -> bool:
        word = hit[2].means
        if not word.country.code:
            return False
        return word.form in _FORMS or (word.form == "capital" and self._folded.startswith(("'s ", "-"), hit[1]))
