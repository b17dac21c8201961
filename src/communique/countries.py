"""States and entities: codes, names, adjectives, people nouns, capitals, seats, dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal, cast

from attrs import field, frozen

from communique.lexicon import Entry, Lexicon
from communique.tables import rows_of

CountrySort = Literal["state", "entity", "territory", "historical", "former"]
"""What a row is: an ``entity`` is recognized by some, a ``historical`` state ceased, ``former`` is a name of before."""
CountryForm = Literal["name", "adjective", "people", "capital", "seat"]
"""How a word refers to a country."""


@frozen
class Country:
    """A state, entity, territory, or a former state or name of one.

    >>> kenya = next(country for country in all_countries() if country.code == "KEN")
    >>> kenya.name, kenya.adjectives, kenya.capital
    ('Kenya', ('Kenyan',), ('Nairobi',))
    """

    code: str | None
    """ISO 3166-1 alpha-3 (``XKX`` Kosovo; former codes for states that ceased); None for entities without one."""
    name: str
    """Its usual English name in the news."""
    sort: CountrySort
    """``historical`` is a state that ceased, ``former`` an earlier name of today's state."""
    names: tuple[str, ...]
    """Other names and abbreviations."""
    adjectives: tuple[str, ...]
    """Adjectives of the whole state."""
    people: tuple[str, ...]
    """Nouns for its people."""
    capital: tuple[str, ...]
    """Names of its capital."""
    seats: tuple[str, ...]
    """Metonyms of its government."""
    since: date | None
    """First day on which the state or name existed, where that matters."""
    until: date | None
    """Last day on which it did."""
    of: str | None
    """Code of the state it belongs to by common recognition."""

    state: str | None = field(init=False, eq=False, repr=False)
    """The code that stands for it in a record: its own, else that of the state it belongs to."""

    @state.default
    def _state(self) -> str | None:
        return self.code or self.of


@frozen
class CountryWord:
    """What a word says of a country.

    >>> word = next(entry.means for entry in COUNTRIES.entries if entry.surface == "Kenyan")
    >>> word.country.code, word.form
    ('KEN', 'adjective')
    """

    country: Country
    """The country."""
    form: CountryForm
    """How the word refers to it."""


@cache
def all_countries() -> tuple[Country, ...]:
    """All rows of the table, in its order.

    >>> [str(country.until) for country in all_countries() if country.name == "Czechoslovakia"]
    ['1992-12-31']
    """
    return tuple(map(_country, rows_of("communique", "countries.tsv", 11)))


def _country(cells: list[str]) -> Country:
    code, name, sort, names, adjectives, people, capital, seats, since, until, of = cells
    return Country(
        None if code == "-" else code,
        name,
        cast("CountrySort", sort),
        _several(names),
        _several(adjectives),
        _several(people),
        _several(capital),
        _several(seats),
        _day(since),
        _day(until),
        of or None,
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _entries() -> Iterable[Entry[CountryWord]]:
    for country in all_countries():
        forms: tuple[tuple[CountryForm, tuple[str, ...]], ...] = (
            ("name", (country.name, *country.names)),
            ("adjective", country.adjectives),
            ("people", country.people),
            ("capital", country.capital),
            ("seat", country.seats),
        )
        for form, surfaces in forms:
            for surface in surfaces:
                yield Entry(surface, CountryWord(country, form), country.since, country.until)


COUNTRIES: Lexicon[CountryWord] = Lexicon("countries", _entries)
"""Every name, adjective, people noun, capital and seat of the table as words to look for."""
