"""Where a dateline may stand, and the places it begins with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TypeVar

import regex
from attrs import evolve, frozen

from communique import Entry, FilingPlace, Lexicon, Reading, Span
from communique.calendar import month_of, weekday_of
from communique.countries import COUNTRIES
from communique_datelines.patterns import BYLINE, ONE_PLACE, OPENING
from communique_datelines.words import AGENCIES, FILING_PLACES, LABELS, QUALIFIERS

M = TypeVar("M")

FURTHEST = 600
"""A dateline starts within the first 600 code points …"""
LINES = 12
"""… and in one of the first twelve paragraphs."""
LONGEST_ACRONYM = 5
LONGEST_HEADING = 200
"""A longer first paragraph is no headline."""


@frozen
class Opening:
    """The start of a line that may be a dateline."""

    reading: Reading
    """What is known of the article."""
    start: int
    """Where the line starts, behind notes and stars."""
    end: int
    """Where the paragraph ends."""
    places_start: int
    """Where the places start."""
    behind: int
    """Where the places end; the same offset if there are none."""
    first: bool
    """Whether at most a headline and bylines stand before it."""

    @cached_property
    def cities(self) -> tuple[tuple[Span, Span | None], ...]:
        """The cities, each with its qualifier."""
        article = self.reading.article
        found = article.matches(ONE_PLACE, article.span(self.places_start, self.behind))
        return tuple((article.span_of(place, "city"), article.span_if(place, "qualifier")) for place in found)

    @property
    def in_capitals(self) -> bool:
        """Whether the first city is printed in capitals, a small word or two apart."""
        city = self.cities[0][0].text
        return sum(map(str.islower, city)) <= len(city) // 3

    @property
    def known(self) -> bool:
        """Whether one of the cities, or its state or country, is known."""
        return any(map(self._is_known, self.cities))

    @property
    def may_be_city(self) -> bool:
        """Whether a city that is not known may be one: no label, no country, and too long for an acronym."""
        return not any(
            self._entry(LABELS, city) or self.is_qualifier(city) or len(city) <= LONGEST_ACRONYM
            for city, _ in self.cities
        )

    @property
    def labelled(self) -> bool:
        """Whether the line opens with a label (``ANALYSIS -``) instead of a place."""
        return any(self._entry(LABELS, city) for city, _ in self.cities)

    def match(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """Match a pattern behind the places."""
        return self.reading.article.match(pattern, self.behind)

    def with_places(self, start: int, end: int) -> Opening:
        """The same line, with places that stand elsewhere in it."""
        return evolve(self, places_start=start, behind=end)

    def is_agency(self, span: Span) -> bool:
        """Whether a known agency is printed at a span."""
        return self._entry(AGENCIES, span) is not None

    def is_qualifier(self, span: Span) -> bool:
        """Whether a known state or country is printed at a span."""
        return self._qualified(span) is not None

    def filing_places(self) -> tuple[FilingPlace, ...]:
        """The cities with their countries, as far as these are known."""
        if self.places_start == self.behind:
            return ()
        return tuple(FilingPlace(city, behind, self._country(city, behind)) for city, behind in self.cities)

    def _entry(self, lexicon: Lexicon[M], span: Span) -> Entry[M] | None:
        """The entry of a lexicon that is printed at a span, a final stop apart."""
        for start, end, entry in self.reading.hits(lexicon, span):
            if start == span.start and end >= span.end - (span.text[-1] == "."):
                return entry
        return None

    def _is_known(self, place: tuple[Span, Span | None]) -> bool:
        city, qualifier = place
        return (
            self._entry(FILING_PLACES, city) is not None
            or self._capital(city) is not None
            or (qualifier is not None and self.is_qualifier(qualifier))
        )

    def _country(self, city: Span, qualifier: Span | None) -> str | None:
        if qualifier is not None:
            found = self._qualified(qualifier)
            return found[0] if found else None
        entry = self._entry(FILING_PLACES, city)
        return entry.means if entry is not None else self._capital(city)

    def _qualified(self, qualifier: Span) -> tuple[str | None] | None:
        """The country of a state or country printed behind a city, in a tuple since a known one may lie in none."""
        entry = self._entry(QUALIFIERS, qualifier)
        if entry is not None:
            return (entry.means,)
        for _, end, word in self.reading.hits(COUNTRIES, qualifier):
            if word.means.form == "name" and end >= qualifier.end - 1:
                return (word.means.country.state,)
        return None

    def _capital(self, city: Span) -> str | None:
        for start, end, word in self.reading.hits(COUNTRIES, city):
            if (start, end) == (city.start, city.end) and word.means.form == "capital":
                return word.means.country.state
        return None


def openings(reading: Reading) -> Iterator[tuple[str, Opening]]:
    """The first few lines that may be datelines, each under the mark behind its places.

    The mark is the first character behind the places: a bracket, a dash, a comma, …  A small letter, as behind the
    subject of a sentence, makes no dateline, and such lines are left out.  Lines without a place have the mark "".
    """
    article = reading.article
    folded = article.folded
    first = True
    for number, (start, end) in enumerate(islice(reading.layout.paragraphs, LINES)):
        if start > FURTHEST:
            return
        if BYLINE.fullmatch(folded, start, end):
            continue
        line = article.match(OPENING, start)
        assert line is not None, "the pattern fits everything, if need be nothing"
        begin, behind = line.span("places")
        mark = line["mark"]
        if behind < 0 or _is_day(line["places"]):
            begin = behind = max(begin, line.end("note"))
            mark = ""
        if not mark.islower():
            yield mark, Opening(reading, begin, end, begin, behind, first)
        first = first and number == 0 and end - start <= LONGEST_HEADING


def _is_day(words: str) -> bool:
    """Whether what looks like a place is the month or weekday of a date."""
    return month_of(words) is not None or weekday_of(words) is not None
