"""The table of office holders, as rows and as the entries of a word list."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from communique import Entry, Lexicon
from communique.offices import OFFICE_HOLDERS, OfficeHolder
from communique.tables import rows_of

_PLAIN = str.maketrans("ıłŁøØđĐəƏ", "ilLoOdDaA")
_YEAR, _MONTH = 4, 7
"""How many characters a date has that gives the year, or the month, alone."""


class Term(NamedTuple):
    """One person's term in one office."""

    country: str
    """ISO 3166-1 alpha-3, or ``-`` for an international body."""
    office: str
    """The office in the words of newspapers."""
    since: date
    """First day in office; of one known by the month or year, the first day of that."""
    until: date | None
    """Last day in office, None while it lasts; of one known by the month or year, the last day of that."""
    name: str
    """The full name in the usual spelling."""
    called: tuple[str, ...]
    """The words by which newspapers call the holder."""
    others: tuple[str, ...]
    """Other spellings of the full name."""
    source: str
    """Where the row can be looked up; the head of the table says what stands behind the word."""


def terms() -> Iterator[Term]:
    """Give the rows of the table in its order."""
    for cells in rows_of("communique_leaders", "office-holders.tsv", 8):
        country, office, since, until, name, called, others, source = cells
        yield Term(
            country,
            office,
            first_day(since),
            last_day(until) if until else None,
            name,
            _several(called) or (name.rsplit(" ", 1)[-1],),
            _several(others),
            source,
        )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split(";")))) if cell else ()


@cache  # many terms begin or end on one day
def first_day(printed: str) -> date:
    """The first day of a date, month or year.

    >>> first_day("2008-05").isoformat()
    '2008-05-01'
    """
    return date.fromisoformat(printed + "-01-01"[len(printed) - _YEAR :])


@cache
def last_day(printed: str) -> date:
    """The last day of a date, month or year.

    >>> last_day("2008").isoformat(), last_day("2008-02").isoformat()
    ('2008-12-31', '2008-02-29')
    """
    if len(printed) == _YEAR:
        return date(int(printed), 12, 31)
    if len(printed) == _MONTH:
        year, month = map(int, printed.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(printed)


def without_marks(name: str) -> str:
    """A name in the letters of a newswire.

    >>> without_marks("Recep Tayyip Erdoğan")
    'Recep Tayyip Erdogan'
    """
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFD", name.translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _entries() -> Iterator[Entry[OfficeHolder]]:
    for term in terms():
        country = None if term.country == "-" else term.country
        for short, names in ((False, (term.name, *term.others)), (True, term.called)):
            means = OfficeHolder(term.name, term.office, country, short)
            forms = dict.fromkeys(names)
            if not all(map(str.isascii, names)):
                forms = dict.fromkeys(spelling for name in names for spelling in (name, without_marks(name)))
            for form in forms:
                yield Entry(form, means, term.since, term.until)


LEADERS: Lexicon[OfficeHolder] = Lexicon(OFFICE_HOLDERS.name, _entries)
"""The table as words to look for."""
