"""The words of the world that datelines are made of: agencies, filing places, their states and provinces."""

from __future__ import annotations

from collections.abc import Iterable

from communique import Entry, Lexicon
from communique.tables import lines_of, rows_of


def _words(name: str) -> Iterable[Entry[str]]:
    return (Entry(line, line) for line in lines_of("communique_datelines", name))


def _places(name: str) -> Iterable[Entry[str | None]]:
    for place, country in rows_of("communique_datelines", name, 2):
        yield Entry(place, country or None)
        if place.endswith("."):  # abbreviations lose their stop in some copy: "BOSTON, Mass, March 2"
            yield Entry(place[:-1], country or None)


AGENCIES: Lexicon[str] = Lexicon("agencies", lambda: _words("agencies.txt"))
"""News agencies and outlets, as datelines print them."""

FILING_PLACES: Lexicon[str | None] = Lexicon("filing-places", lambda: _places("filing_places.tsv"))
"""Cities that stand alone in datelines, and their country; None where it is disputed or several have the name."""

QUALIFIERS: Lexicon[str | None] = Lexicon("dateline-qualifiers", lambda: _places("qualifiers.tsv"))
"""States, provinces and regions printed behind a city, and their country; countries stand in core's `COUNTRIES`."""

LABELS: Lexicon[str] = Lexicon("slug-labels", lambda: _words("labels.txt"))
"""Words in capitals that open a line and are no place: ``ANALYSIS``, ``SOCCER``."""
