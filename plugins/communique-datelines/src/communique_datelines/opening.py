"""Where a dateline may stand, and the places it begins with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

import regex
from attrs import frozen

from communique import FilingPlace, Reading, Span
from communique.calendar import month_of, weekday_of
from communique_datelines.patterns import (
    BYLINE,
    DATED,
    IN_CAPITALS,
    NEXT_PLACE,
    NOTE,
    ONE_PLACE,
    POSSESSIVE,
    PRINTED,
    SUBJECT,
)
from communique_datelines.places import begins_with_city, country_of, is_known_city, is_qualifier, listed
from communique_datelines.words import AGENCIES, LABELS

FURTHEST = 600
"""A dateline starts within the first 600 code points …"""
LINES = 12
"""… and in one of the first twelve paragraphs."""
MARKS = frozenset(",.:-_(/\n")
"""What stands behind the places of a dateline, if not a word or a figure; "\\n" where the line ends."""
BY = ("By ", "BY ")
DATE_LABELS = ("Date", "DATE")
MOST_PLACES = 6
LONGEST_PLACES = 80
"""Behind a headline on its line, places and day have no more code points."""
LONGEST_ACRONYM = 5
LONGEST_AGENCY = 40
"""An agency that is not known has no more code points."""
LONGEST_BYLINE = 100
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
    first: bool
    """Whether at most a headline and bylines stand before it."""
    behind: int
    """Where the places end; where the line starts if there are none."""
    cities: tuple[tuple[Span, Span | None], ...]
    """The cities, each with its qualifier."""
    dated: regex.Match[str] | None
    """The day behind the places, if one is printed there."""

    @property
    def in_capitals(self) -> bool:
        """Whether the first city is printed in capitals, a small word or two apart."""
        city = self.cities[0][0].text
        return sum(map(str.islower, city)) <= len(city) // 3

    @property
    def known(self) -> bool:
        """Whether one of the cities, or its state or country, is known."""
        return any(
            is_known_city(self.reading, city) or (qualifier is not None and self.is_qualifier(qualifier))
            for city, qualifier in self.cities
        )

    @property
    def known_city(self) -> bool:
        """Whether the first city is known."""
        return is_known_city(self.reading, self.cities[0][0])

    @property
    def all_known(self) -> bool:
        """Whether each of the cities is known."""
        return all(is_known_city(self.reading, city) for city, _ in self.cities)

    @property
    def names_country(self) -> bool:
        """Whether a country or state stands where a city should."""
        return any(self.is_qualifier(city) for city, _ in self.cities)

    @property
    def may_be_city(self) -> bool:
        """Whether a name that is not known may be a city's.

        It is no label, no country, no acronym, has at most two words and is not named after a city (``PARIS CLUB``).
        """
        span, city = self.cities[0][0], self.cities[0][0].text
        fits = len(city) > LONGEST_ACRONYM and city.count(" ") <= 1 and not POSSESSIVE.search(city)
        return fits and not (self.labelled or self.names_country or begins_with_city(self.reading, span))

    @property
    def labelled(self) -> bool:
        """Whether the line opens with a label (``ANALYSIS -``) instead of a place."""
        return any(self.reading.hits(LABELS, city) for city, _ in self.cities)

    def match(self, pattern: regex.Pattern[str], *, dated: bool = False) -> regex.Match[str] | None:
        """Match a pattern behind the places, or with `dated` behind the day that stands there."""
        if not dated:
            return pattern.match(self.reading.article.folded, self.behind)
        return pattern.match(self.reading.article.folded, self.dated.end()) if self.dated else None

    def with_places_until(self, end: int) -> Opening:
        """The same line, with places that end earlier."""
        return self.with_places(read_places(self.reading.article.folded, self.start, end), end)

    def without_places(self) -> Opening:
        """The same line, its places not read."""
        return self.with_places([], self.start)

    def with_places(self, places: list[regex.Match[str]], behind: int) -> Opening:
        """The same line, with other places."""
        return opening_of(self.reading, self.start, self.end, places, behind, first=self.first)

    def is_agency(self, span: Span) -> bool:
        """Whether a known agency is printed at a span, or several (``dpa/tmn``) of which the first is known."""
        if listed(self.reading, AGENCIES, span):
            return True
        first, slash, _ = span.text.partition("/")
        return bool(
            slash and listed(self.reading, AGENCIES, self.reading.article.span(span.start, span.start + len(first)))
        )

    def may_be_agency(self, span: Span) -> bool:
        """Whether an agency that is not known may be printed at a span: a short name, of no place, label or day."""
        named = span.text[0].isupper() and len(span) <= LONGEST_AGENCY and weekday_of(span.text) is None
        return named and not (
            self.is_qualifier(span) or is_known_city(self.reading, span) or self.reading.hits(LABELS, span)
        )

    def is_qualifier(self, span: Span) -> bool:
        """Whether a known state or country is printed at a span."""
        return is_qualifier(self.reading, span)

    def filing_places(self) -> tuple[FilingPlace, ...]:
        """The cities with their countries, as far as these are known."""
        return tuple(FilingPlace(city, behind, country_of(self.reading, city, behind)) for city, behind in self.cities)


def opening_of(
    reading: Reading, start: int, end: int, places: list[regex.Match[str]], behind: int, *, first: bool
) -> Opening:
    """Make the opening of a line whose places have been matched."""
    article = reading.article
    cities = tuple((article.span_of(place, "city"), article.span_if(place, "qualifier")) for place in places)
    return Opening(reading, start, end, first, behind, cities, DATED.match(article.folded, behind))


def read_places(folded: str, start: int, end: int) -> list[regex.Match[str]]:
    """The places that stand one behind the other from an offset on."""
    found: list[regex.Match[str]] = []
    place = ONE_PLACE.match(folded, start, end)
    while place is not None and len(found) < MOST_PLACES:
        found.append(place)
        between = NEXT_PLACE.match(folded, place.end(), end)
        place = ONE_PLACE.match(folded, between.end(), end) if between else None
    return found


def openings(reading: Reading) -> Iterator[tuple[str, Opening]]:
    """The first few lines that may be datelines, each under the mark behind its places.

    The mark is the first character behind the places: one of `MARKS`, a capital or a figure.  Where there is another,
    as the small letter behind the subject of a sentence, there is no dateline, and the line is left out.  Lines without
    a place have the mark "".
    """
    folded = reading.article.folded
    first = True
    for number, (start, end) in enumerate(islice(reading.layout.paragraphs, LINES)):
        if start > FURTHEST:
            return
        byline = number > 0 and end - start <= LONGEST_BYLINE and _is_byline(folded[start:end])
        if not byline:
            yield from _opening_at(reading, start, end, first=first)
        first = first and (byline or _is_headline(folded[start:end], number))


def openings_below(reading: Reading, offset: int) -> Iterator[tuple[str, Opening]]:
    """The lines below an offset that may open a further story of a digest: those that begin with two capitals."""
    folded = reading.article.folded
    paragraphs = reading.layout.paragraphs
    below = bisect_right(paragraphs.starts, offset)
    for number, start in enumerate(paragraphs.starts[below:], below):
        if folded[start : start + 2].isupper():
            yield from _opening_at(reading, start, paragraphs.ends[number], first=False)


def openings_behind_headline(reading: Reading) -> Iterator[Opening]:
    """Where a dateline may go on the line of its headline: the words in capitals before an agency in brackets."""
    folded = reading.article.folded
    for start, end in islice(reading.layout.paragraphs, 1):
        end_of_headline = min(end, start + LONGEST_HEADING)
        if folded.find("(", start, end_of_headline) < 0:
            return
        line = reading.article.span(start, end_of_headline)
        for agency, last, _ in reading.hits(AGENCIES, line):
            if folded[agency - 1 : agency] == "(" and folded[last : last + 1] == ")":
                for word in IN_CAPITALS.finditer(folded, max(start, agency - LONGEST_PLACES), agency):
                    found = read_places(folded, word.start(), agency)
                    if found:
                        yield opening_of(reading, word.start(), end, found, found[-1].end(), first=True)


def _opening_at(reading: Reading, start: int, end: int, *, first: bool) -> Iterator[tuple[str, Opening]]:
    folded = reading.article.folded
    note = NOTE.match(folded, start) if folded[start] in "*(RCUB" else None
    begin = note.end() if note else start
    if folded.startswith(BY, begin) or SUBJECT.match(folded, begin):
        return
    found = read_places(folded, begin, len(folded))
    behind = found[-1].end() if found else begin
    mark = folded[behind : behind + 5].lstrip(" ")[:1]
    if not found or _is_day(folded[begin:behind]):
        if first:
            yield "", opening_of(reading, begin, end, [], begin, first=first)
    elif mark in MARKS or mark.isupper() or mark.isdigit():
        yield mark, opening_of(reading, begin, end, found, behind, first=first)


def _is_byline(line: str) -> bool:
    return BYLINE.fullmatch(line) is not None


def _is_headline(line: str, number: int) -> bool:
    """Whether a line may be the headline, or says when it was printed."""
    return len(line) <= LONGEST_HEADING and (number == 0 or PRINTED.fullmatch(line) is not None)


def _is_day(words: str) -> bool:
    """Whether what looks like a place is the month or weekday of a date, or the label before one."""
    return month_of(words) is not None or weekday_of(words) is not None or words in DATE_LABELS
