"""The grammar of printed dates and numbers, shared by whatever reads them.

Pieces of patterns (`DATE`, `MONTH`, `NUMBER`, …) say what a printed date or number looks like; pure functions say what
it means.  The pieces fit `re` and `regex`, hold no groups, are written for the folded text and are linear by
construction.  Nothing here knows what day it is: a date without a year is completed from a day that the caller gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from attrs import frozen

# ---------------------------------------------------------------- months and weekdays

# Source: AP style book (Jan. Feb. Aug. Sept. Oct. Nov. Dec., the short months spelled out), Reuters handbook (the same
# without the stop), Xinhua and AFP copy, the three capitals of broadcast monitoring (16 JAN 90).
_MONTHS = (
    ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
    ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"),
    ("December", "Dec"),
)  # fmt: skip
_WEEKDAYS = (
    ("Monday", "Mon"), ("Tuesday", "Tues", "Tue"), ("Wednesday", "Wed"), ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"), ("Saturday", "Sat"), ("Sunday", "Sun"),
)  # fmt: skip


def _numbered(names: Iterable[tuple[str, ...]], first: int) -> dict[str, int]:
    return {form.lower(): number for number, forms in enumerate(names, first) for form in forms}


def _any_of(names: Iterable[tuple[str, ...]]) -> str:
    """One of some names, capitalised or in capitals, an abbreviation with or without its stop."""
    whole = _capitalised(name for name, *_ in names)
    short = _capitalised(form for _, *short in names for form in short)
    return rf"(?:{whole}(?![^\W\d_])|{short}(?![^\W\d_])\.?)"


def _capitalised(words: Iterable[str]) -> str:
    forms = {form for word in words for form in (word, word.upper())}
    return f"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


MONTHS: Mapping[str, int] = _numbered(_MONTHS, 1)
"""Names and abbreviations of months, in small letters and without stop, to 1 … 12."""

WEEKDAYS: Mapping[str, int] = _numbered(_WEEKDAYS, 0)
"""Names and abbreviations of weekdays, in small letters and without stop, to 0 (Monday) … 6, as `date.weekday` does."""

MONTH = _any_of(_MONTHS)
"""``January``, ``Jan.``, ``Jan``, ``JAN``; a small ``may`` or ``march`` is none."""

WEEKDAY = _any_of(_WEEKDAYS)
"""``Friday``, ``Fri.``, ``FRIDAY``."""


def month_of(word: str) -> int | None:
    """The number of a month, 1 to 12.

    >>> month_of("Sept."), month_of("JAN"), month_of("Smarch")
    (9, 1, None)
    """
    return MONTHS.get(word.rstrip(".").lower())


def weekday_of(word: str) -> int | None:
    """The number of a weekday, from Monday, 0, to Sunday, 6.

    >>> weekday_of("Friday"), weekday_of("Tues."), weekday_of("today")
    (4, 1, None)
    """
    return WEEKDAYS.get(word.rstrip(".").lower())


# ---------------------------------------------------------------- dates

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
"""The number of a day in a month."""

ORDINAL_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z])"
"""The same, or ``1st``, ``22nd``."""

YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"
"""A year of four figures, 1500 to 2099."""

_BLANK = r"\s{1,3}"
_OF = rf"(?:{_BLANK}of)?{_BLANK}"

MONTH_DAY = rf"{MONTH}\s{{0,3}}{ORDINAL_DAY}(?:(?:,\s{{0,3}}|{_BLANK}){YEAR})?"
"""``Jan 23``, ``Jan. 23``, ``January 23, 2026``, ``Dec 1, 2006``."""

DAY_MONTH = rf"{ORDINAL_DAY}{_OF}{MONTH}(?:,?{_BLANK}{YEAR})?"
"""``23 January``, ``23rd of January``, ``23 Jan. 2026``."""

_CABLE_MONTH = r"(?:JAN|FEB|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)"
CABLE_DATE = rf"{DAY}{_BLANK}{_CABLE_MONTH}{_BLANK}(?:{YEAR}|[0-9]{{2}}(?![0-9]))"
"""``16 JAN 90``: the only form with a year of two figures."""

ISO_DATE = r"(?:1[5-9]|20)[0-9]{2}-(?:1[0-2]|0[1-9])-(?:3[01]|[12][0-9]|0[1-9])(?![0-9])"
"""``2026-01-23``."""

SLASHED_DATE = r"(?:3[01]|[12][0-9]|0?[1-9])/(?:3[01]|[12][0-9]|0?[1-9])/(?:1[5-9]|20)[0-9]{2}(?![0-9])"
"""``23/01/2026`` and ``1/23/2026``; where day and month could change places, it means no day."""

DATE = rf"(?:{MONTH_DAY}|{CABLE_DATE}|{DAY_MONTH}|{ISO_DATE}|{SLASHED_DATE})"
"""A day of a month as news print it, with or without its year."""

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<month>{MONTH})\s{{0,3}}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:[\s,]{{1,4}}(?P<year>{YEAR}))?",
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?{_OF}(?P<month>{MONTH})(?:[\s,]{{1,4}}(?P<year>{YEAR}|[0-9]{{2}}))?",
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    )
)
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_CENTURY = 100
_TURN_OF_THE_CENTURY = 70
_MONTHS_OF_A_YEAR = 12
FURTHEST_AHEAD = timedelta(days=30)
"""How long after the day of publication a date without a year may lie: calendars of events are printed ahead."""
FURTHEST_BACK = timedelta(days=336)
"""How long before that day it may lie; only the 29th of February of a leap year could lie further back."""


@frozen
class PrintedDate:
    """A day as it is printed: the year may be missing, or have two figures.

    >>> from datetime import date
    >>> PrintedDate(1, 23).near(date(2026, 1, 24))
    datetime.date(2026, 1, 23)
    """

    month: int
    """1 to 12."""
    day: int
    """1 to 31."""
    year: int | None = None
    """The year, below 100 where two figures are printed."""

    def near(self, published: date | None = None) -> date | None:
        """The day that is meant in a text published on a day.

        A year that is missing is the latest one in which the day lies no more than 30 days after publication (so that
        it lies at most 336 days before it).  One of two figures is the nearest such year; without a day of publication
        70 … 99 are of the twentieth century.  Gives None where the year stays open or the calendar has no such day.

        >>> PrintedDate(12, 30).near(date(2026, 1, 2)), PrintedDate(1, 5).near(date(2025, 12, 31))
        (datetime.date(2025, 12, 30), datetime.date(2026, 1, 5))
        >>> PrintedDate(1, 16, 90).near(), PrintedDate(2, 30, 2024).near()
        (datetime.date(1990, 1, 16), None)
        """
        if self.year is None:
            return None if published is None else self._latest_before(published)
        year = self.year if self.year >= _CENTURY else _whole_year(self.year, published)
        return _day_or_none(year, self.month, self.day)

    def _latest_before(self, published: date) -> date | None:
        for year in (published.year + 1, published.year, published.year - 1):
            day = _day_or_none(year, self.month, self.day)
            if day is not None and -FURTHEST_BACK <= day - published <= FURTHEST_AHEAD:
                return day
        return None


def printed_date(words: str) -> PrintedDate | None:
    """Read a date in any form of `DATE`; None for other words and for ambiguous figures (``02/03/2026``).

    >>> printed_date("Jan. 23"), printed_date("16 JAN 90")
    (PrintedDate(month=1, day=23, year=None), PrintedDate(month=1, day=16, year=90))
    >>> printed_date("23/01/2026") == printed_date("2026-01-23") == printed_date("23rd of January 2026")
    True
    """
    for form in _FORMS:
        match = form.fullmatch(words)
        if match:
            month = match["month"]
            number = int(month) if month.isdigit() else month_of(month)
            year = match["year"]
            return _sound(number or 0, int(match["day"]), int(year) if year else None)
    slashed = _SLASHED.fullmatch(words)
    return _of_figures(*map(int, slashed.groups())) if slashed else None


def _of_figures(first: int, second: int, year: int) -> PrintedDate | None:
    """Day and month in either order; two orders that both make sense and differ make none."""
    if first <= _MONTHS_OF_A_YEAR and second <= _MONTHS_OF_A_YEAR and first != second:
        return None
    return _sound(min(first, second), max(first, second), year)


def _sound(month: int, day: int, year: int | None) -> PrintedDate | None:
    """The date, if some year has that day; 2024 had them all."""
    return PrintedDate(month, day, year) if _day_or_none(2024, month, day) else None


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole_year(figures: int, published: date | None) -> int:
    if published is None:
        return figures + (1900 if figures >= _TURN_OF_THE_CENTURY else 2000)
    century = published.year - published.year % _CENTURY
    years = (century - _CENTURY + figures, century + figures, century + _CENTURY + figures)
    return min(years, key=lambda year: abs(year - published.year))


# ---------------------------------------------------------------- numbers

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = _SMALL_WORDS.split()
_TENS = _TENS_WORDS.split()
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {word: value * 10 for value, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


def _word(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in longest_first) + ")"


_UNIT = _word(_SMALL[1:10])
_BELOW_HUNDRED = rf"(?:{_word(_TENS)}(?:[ -]{_UNIT})?|{_word(_SMALL[1:])})"
_BELOW_THOUSAND = rf"(?:(?:{_UNIT}|[Aa]) hundred(?: (?:and )?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"

NUMBER_WORDS = (
    rf"(?:(?:[Oo]ne|[Aa]) million|(?:{_BELOW_THOUSAND}|[Aa])(?: thousand(?:,? (?:and )?{_BELOW_THOUSAND})?|(?<![Aa]))"
    r"|[Zz]ero)(?![^\W_])"
)
"""``twelve``, ``Twenty-three``, ``two hundred and five``, ``a million``: whole numbers up to a million in words."""

NUMBER = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}(?![0-9])|[0-9]{{1,9}}(?![0-9,])|{NUMBER_WORDS})"
"""``23``, ``1,200`` or `NUMBER_WORDS`."""

_FIGURES = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}")
_WORDS = re.compile(NUMBER_WORDS)


def number_of(words: str) -> int | None:
    """The value of a whole number in figures or in words; None for anything else.

    >>> number_of("twenty-three"), number_of("1,200"), number_of("two hundred and five thousand"), number_of("several")
    (23, 1200, 205000, None)
    """
    if _FIGURES.fullmatch(words):
        return int(words.replace(",", ""))
    if not _WORDS.fullmatch(words):
        return None
    thousands = below = 0
    for word in re.split(r",? |-", words.lower()):
        scale = _SCALES.get(word)
        if scale is None:
            below += 1 if word == "a" else _VALUES.get(word, 0)
        elif scale == _SCALES["hundred"]:
            below *= scale
        else:
            thousands, below = below * scale, 0
    return thousands + below


# ---------------------------------------------------------------- years in words

_OLD_CENTURIES = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")

YEAR_WORDS = (
    rf"(?:{_word(_OLD_CENTURIES)}[ -](?:hundred|{_word(_TENS)}(?:[ -]{_UNIT})?|{_word(_SMALL[10:])}|oh[ -]{_UNIT})"
    rf"|[Tt]wo thousand(?: (?:and )?{_BELOW_HUNDRED})?)(?![^\W_])"
)
"""``nineteen ninety-six``, ``nineteen hundred``, ``two thousand and four``: a year as it is spoken."""

_YEAR_PARTS = re.compile(r"[ -]")


def year_of_words(words: str) -> int | None:
    """The year that `YEAR_WORDS` say; None for anything else.

    >>> year_of_words("nineteen ninety-six"), year_of_words("two thousand and four"), year_of_words("nineteen votes")
    (1996, 2004, None)
    """
    if not re.fullmatch(YEAR_WORDS, words):
        return None
    parts = [part for part in _YEAR_PARTS.split(words.lower()) if part not in {"hundred", "oh", "and", "thousand"}]
    first = _VALUES[parts[0]]
    century = 2000 if first == _VALUES["two"] else first * _CENTURY
    return century + sum(_VALUES[part] for part in parts[1:])
