"""The days that a value of a `Time` means: TIMEX3 read as a stretch of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from communique.kinds import EventTime

FIRST_MONTHS: Mapping[str, int] = {"SP": 3, "SU": 6, "FA": 9, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}
"""The first month of the seasons and quarters that lie in one year."""


def _of_day(year: str, month: str, day: str) -> EventTime:
    start = date(int(year), int(month), int(day))
    return EventTime(start, start)


def _of_week(year: str, week: str) -> EventTime:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return EventTime(monday, monday + timedelta(days=6))


def _of_month(year: str, month: str) -> EventTime:
    return EventTime(date(int(year), int(month), 1), _last_day(int(year), int(month)), "month")


def _of_months(year: str, name: str) -> EventTime:
    first = FIRST_MONTHS[name]
    return EventTime(date(int(year), first, 1), _last_day(int(year), first + 2), "year")


def _of_year(year: str) -> EventTime:
    return EventTime(date(int(year), 1, 1), date(int(year), 12, 31), "year")


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., EventTime]], ...] = (
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9]).*", re.DOTALL), _of_day),
    (re.compile(r"([0-9]{4})-W([0-9]{2})"), _of_week),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), _of_month),
    (re.compile(rf"([0-9]{{4}})-({'|'.join(FIRST_MONTHS)})"), _of_months),
    (re.compile(r"([0-9]{4})"), _of_year),
)


@lru_cache(maxsize=1024)
def event_time(value: str | None) -> EventTime | None:
    """Give the days of a day, week, month, season, quarter or year; of a time of day, its day.

    None where the value is open, is no date (a duration, ``PRESENT_REF``), or the calendar has no such days.

    >>> str(event_time("2026-02")), str(event_time("2026-W05")), str(event_time("2026-01-23T09:00"))
    ('2026-02', '2026-01-26/2026-02-01', '2026-01-23')
    >>> event_time("PT4H"), event_time("2026-02-30"), event_time("9999-W52")
    (None, None, None)
    """
    for form, meaning in _FORMS:
        match = form.fullmatch(value or "")
        if match:
            try:
                return meaning(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None
