"""Where a dateline may stand, and the places it begins with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

import regex
from attrs import evolve, frozen

from communique import Article, Entry, FilingPlace, Lexicon, Reading, Span
from communique.countries import COUNTRIES
from communique_datelines.patterns import BYLINE, NOTE, ONE_PLACE, OPENING
from communique_datelines.words import AGENCIES, FILING_PLACES, LABELS, QUALIFIERS

M = TypeVar("M")

FURTHEST = 600
"""A dateline starts within the first 600 code points."""
LINES = 8
"""… and in one of the first eight paragraphs."""
LONGEST_HEADLINE = 120


@frozen
class Opening:
    """The start of a line that may be a dateline."""

    reading: Reading
    """What is known of the article."""
    start: int
    """Where the line starts, behind notes and stars."""
    end: int
    """Where the paragraph ends."""
    behind: int
    """Where the places end, `start` if there are none."""
    cities: tuple[tuple[Span, Span | None], ...]
    """The cities, each with its qualifier."""
    first: bool
    """Whether at most a headline and bylines stand before it."""

    @property
    def in_capitals(self) -> bool:
        """Whether the first city is printed in capitals."""
        return bool(self.cities) and sum(map(str.islower, self.cities[0][0].text)) <= len(self.cities[0][0].text) // 3

    @property
    def known(self) -> bool:
        """Whether one of the cities, or its state or country, is known."""
        return any(map(self._is_known, self.cities))

    @property
    def labelled(self) -> bool:
        """Whether the line opens with a label (``ANALYSIS -``) instead of a place."""
        return any(self.entry(LABELS, city) for city, _ in self.cities)

    def match(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """Match a pattern behind the places."""
        return self.reading.article.match(pattern, self.behind)

    def entry(self, lexicon: Lexicon[M], span: Span) -> Entry[M] | None:
        """The entry of a lexicon that is printed at a span, a final stop apart."""
        for start, end, entry in self.reading.hits(lexicon, span):
            if start == span.start and end >= span.end - (span.text[-1] == "."):
                return entry
        return None

    def agency(self, span: Span) -> bool:
        """Whether a known agency is printed at a span."""
        return self.entry(AGENCIES, span) is not None

    def at_start(self) -> Opening:
        """The same line, no places read."""
        return evolve(self, behind=self.start, cities=())

    def with_places(self, places: Span) -> Opening:
        """The same line, with places that stand elsewhere in it."""
        return evolve(self, behind=places.end, cities=tuple(_cities(self.reading.article, places)))

    def with_last_city(self, city: Span) -> Opening:
        """The same line, its last city without what was taken for a qualifier."""
        return evolve(self, behind=city.end, cities=(*self.cities[:-1], (city, None)))

    def places(self) -> tuple[FilingPlace, ...]:
        """The cities with their countries, as far as these are known."""
        return tuple(FilingPlace(city, behind, self._country(city, behind)) for city, behind in self.cities)

    def qualifies(self, span: Span) -> bool:
        """Whether a known state or country is printed at a span."""
        return self._qualified(span) is not None

    def _is_known(self, place: tuple[Span, Span | None]) -> bool:
        city, qualifier = place
        return (
            self.entry(FILING_PLACES, city) is not None
            or self._capital(city) is not None
            or (qualifier is not None and self._qualified(qualifier) is not None)
        )

    def _country(self, city: Span, qualifier: Span | None) -> str | None:
        if qualifier is not None:
            found = self._qualified(qualifier)
            return found[0] if found else None
        entry = self.entry(FILING_PLACES, city)
        return entry.means if entry is not None else self._capital(city)

    def _qualified(self, qualifier: Span) -> tuple[str | None] | None:
        """The country of a state or country printed behind a city, in a tuple since a known one may lie in none."""
        entry = self.entry(QUALIFIERS, qualifier)
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


def openings(reading: Reading) -> Iterator[Opening]:
    """The lines of the first few paragraphs, each with the places it begins with, if any."""
    article = reading.article
    first = True
    for number, (start, end) in enumerate(islice(reading.layout.paragraphs, LINES)):
        if start > FURTHEST:
            return
        paragraph = article.span(start, end)
        note = article.match(NOTE, start, paragraph)
        begin = note.span()[1] if note else start
        yield _opening(reading, begin, end, first=first)
        first = first and (_is_byline(paragraph) or (number == 0 and _is_headline(paragraph)))


def _opening(reading: Reading, start: int, end: int, *, first: bool) -> Opening:
    line = Opening(reading, start, end, start, (), first)
    found = line.match(OPENING)
    return line if found is None else line.with_places(reading.article.span_of(found))


def _cities(article: Article, places: Span) -> Iterator[tuple[Span, Span | None]]:
    for place in article.matches(ONE_PLACE, places):
        qualifier = article.span_if(place, "qualifier")
        yield article.span_of(place, "city"), qualifier


def _is_byline(paragraph: Span) -> bool:
    return len(paragraph) <= LONGEST_HEADLINE and BYLINE.fullmatch(paragraph.text) is not None


def _is_headline(paragraph: Span) -> bool:
    return len(paragraph) <= LONGEST_HEADLINE and paragraph.text[-1] not in ".:;,"
