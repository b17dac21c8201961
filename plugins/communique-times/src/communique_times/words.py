"""The words that may stand at the head of a temporal expression."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, cast

from communique import Entry, Lexicon
from communique.calendar import MONTHS, WEEKDAYS
from communique.tables import rows_of, word_set_of

Sort = Literal[
    "unit", "units", "deictic", "tonight", "reference", "each", "season", "part", "parts", "clock", "figures",
    "meridian", "noun", "sign", "spoken", "feast", "weekday", "month", "year", "decade",
]  # fmt: skip
"""What a head is; rules are chosen by it."""

_YEARS = range(1500, 2100)
_ABBREVIATED = 4
_SPOKEN_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip


word_set: Callable[[str], frozenset[str]] = word_set_of("communique_times")
"""Gives a word set of ``data/words.toml``."""


class Head(NamedTuple):
    """What the word list says of a word."""

    sort: Sort
    value: str


def _listed() -> Iterator[Entry[Head]]:
    for surface, sort, value in rows_of("communique_times", "heads.tsv", 3):
        yield Entry(surface, Head(cast("Sort", sort), value))


def _counted() -> Iterator[tuple[str, Sort, int]]:
    for form, number in MONTHS.items():
        yield form.capitalize(), "month", number
    for form, number in WEEKDAYS.items():
        yield form.capitalize(), "weekday", number
        if len(form) > _ABBREVIATED + 1:
            yield f"{form.capitalize()}s", "weekday", number
    for year in _YEARS:
        yield str(year), "year", year
        if year % 10 == 0:
            yield f"{year}s", "decade", year
    for decade in range(10, 100, 10):
        yield f"{decade}s", "decade", decade
    for form, decade in _SPOKEN_DECADES.items():
        yield form, "decade", decade


def _clock() -> Iterator[tuple[str, Sort, str]]:
    for hour in range(24):
        for form in {f"{hour}:", f"{hour:02}:"}:
            yield form, "figures", str(hour)
    for meridian in ("a.m.", "p.m.", "am", "pm", "a.m", "p.m"):
        yield meridian, "meridian", meridian[0]
    for hour in range(1, 13):
        for meridian in ("am", "pm"):
            yield f"{hour}{meridian}", "figures", str(hour)
    for zone in ("GMT", "UTC", "EST", "EDT", "CET", "IST", "JST", "MSK", "BST", "o'clock"):
        yield zone, "meridian", zone


def _heads() -> Iterable[Entry[Head]]:
    yield from _listed()
    for form, sort, number in _counted():
        yield Entry(form, Head(sort, str(number)))
    for form, sort, value in _clock():
        yield Entry(form, Head(sort, value))


HEADS: Lexicon[Head] = Lexicon("time-words", _heads)
"""Words that may head a temporal expression; a plugin adds to them with a lexicon of this name."""
