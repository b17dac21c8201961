"""What is known of a dateline's places: which cities file stories, and in which country they lie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from communique import Lexicon, Reading, Span
from communique.countries import COUNTRIES
from communique_datelines.patterns import REGIONS
from communique_datelines.words import FILING_PLACES, QUALIFIERS

M = TypeVar("M")


def listed(reading: Reading, lexicon: Lexicon[M], span: Span) -> tuple[M, ...]:
    """What a word list says of the words at a span, a final stop apart; nothing if they are not in it."""
    end = span.end - span.text.endswith(".")
    found = reading.hits(lexicon, span)
    return tuple(entry.means for start, last, entry in found if start == span.start and last >= end)


def is_known_city(reading: Reading, city: Span) -> bool:
    """Whether a city that files stories, or a capital, is printed at a span."""
    return bool(listed(reading, FILING_PLACES, city)) or any(_capital(reading, city))


def begins_with_city(reading: Reading, span: Span) -> bool:
    """Whether a known city is printed at the start of a span, and other words behind it: ``PARIS CLUB``."""
    cities = [(start, end) for start, end, _ in reading.hits(FILING_PLACES, span)]
    cities += [(start, end) for start, end, entry in reading.hits(COUNTRIES, span) if entry.means.form == "capital"]
    return any(start == span.start and end < span.end for start, end in cities)


def is_qualifier(reading: Reading, span: Span) -> bool:
    """Whether a state or country is printed at a span, or some region (``Quorvex Province``)."""
    _, blank, last = span.text.rpartition(" ")
    return bool(blank and last.lower() in REGIONS) or bool(_countries_of_qualifier(reading, span))


def country_of(reading: Reading, city: Span, qualifier: Span | None) -> str | None:
    """The country of a city, alpha-3, from the state or country behind it, else from the name of the city itself.

    ``TBILISI, Georgia`` lies in the Georgia that has a Tbilisi.  Where the words leave several countries, it is None.
    """
    countries = set() if qualifier is None else _countries_of_qualifier(reading, qualifier)
    if len(countries) != 1:
        own = _countries_of_city(reading, city)
        countries = (countries & own) or countries or own
    if not countries and qualifier is not None:  # SPACE CENTER, Houston
        countries = _countries_of_city(reading, qualifier)
    return next(iter(countries)) if len(countries) == 1 else None


def _countries_of_city(reading: Reading, city: Span) -> set[str | None]:
    return (
        set(listed(reading, FILING_PLACES, city))
        or set(_capital(reading, city))
        or _countries_of_qualifier(reading, city)
    )


def _countries_of_qualifier(reading: Reading, qualifier: Span) -> set[str | None]:
    named = _named(reading, qualifier)
    whole = {country for start, country in named if start == qualifier.start}
    return whole.union(listed(reading, QUALIFIERS, qualifier)) or {country for _, country in named}


def _capital(reading: Reading, city: Span) -> Iterator[str | None]:
    return (word.country.state for word in listed(reading, COUNTRIES, city) if word.form == "capital")


def _named(reading: Reading, span: Span) -> list[tuple[int, str | None]]:
    """The countries named at the end of a span (``near Amman, Jordan``) that existed on the day of publication."""
    day = reading.article.published
    return [
        (start, entry.means.country.state)
        for start, end, entry in reading.hits(COUNTRIES, span)
        if entry.means.form == "name" and end >= span.end - 1 and entry.holds(day)
    ]
