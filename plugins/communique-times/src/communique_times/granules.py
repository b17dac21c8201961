"""Stretches of the calendar, and how TIMEX3 writes them.

A granule is a day, a week, a month, … of the calendar.  All of it is plain arithmetic on the Gregorian calendar; where
the result lies outside the years 1 to 9999, there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, get_args

from attrs import frozen

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
"""A stretch of the calendar that has a name, from the shortest to the longest."""

YearlyUnit = Literal["month", "quarter", "half", "season"]
"""What comes once in every year."""

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The seasons of TIMEX3, and the month in which each begins on the northern half of the earth."""

UNITS: Mapping[str, Unit] = {unit: unit for unit in get_args(Unit)}
"""The units by their names."""

_ORDER = {unit: number for number, unit in enumerate(UNITS)}
_SEASON_OF = {month: season for season, month in SEASONS.items()}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 12, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
_SATURDAY = 5


@frozen
class Granule:
    """One stretch of the calendar."""

    unit: Unit
    """What it is."""
    start: date
    """Its first day."""

    @property
    def value(self) -> str:
        """How TIMEX3 writes it.

        >>> first = date(2026, 1, 24)
        >>> [granule_of(unit, first).value for unit in ("day", "week", "weekend", "month", "quarter", "half")]
        ['2026-01-24', '2026-W04', '2026-W04-WE', '2026-01', '2026-Q1', '2026-H1']
        >>> [granule_of(unit, first).value for unit in ("season", "year", "decade", "century")]
        ['2025-WI', '2026', '202', '20']
        """
        start, year = self.start, f"{self.start.year:04}"
        match self.unit:
            case "day":
                return start.isoformat()
            case "week" | "weekend":
                week = start.isocalendar()
                return f"{week.year:04}-W{week.week:02}" + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{year}-{start.month:02}"
            case "quarter":
                return f"{year}-Q{(start.month + 2) // 3}"
            case "half":
                return f"{year}-H{(start.month + 5) // 6}"
            case "season":
                return f"{year}-{_SEASON_OF[start.month]}"
            case "year":
                return year
            case "decade":
                return year[:3]
            case "century":
                return year[:2]

    def shifted(self, count: int) -> Granule | None:
        """The granule that many units later, or earlier where `count` is negative.

        >>> granule_of("month", date(2026, 1, 31)).shifted(-2).value
        '2025-11'
        >>> granule_of("season", date(2026, 7, 1)).shifted(1).value
        '2027-SU'
        """
        if self.unit in _DAYS:
            start = _plus_days(self.start, count * _DAYS[self.unit])
        else:
            start = _plus_months(self.start, count * _MONTHS[self.unit])
        return Granule(self.unit, start) if start else None

    def finer_than(self, unit: Unit) -> bool:
        """Tell whether it is of a shorter unit."""
        return _ORDER[self.unit] < _ORDER[unit]


def granule_of(unit: Unit, day: date) -> Granule:
    """The granule of a unit in which a day lies; a day of the week lies in the weekend at the week's end."""
    year, month = day.year, day.month
    match unit:
        case "day":
            return Granule(unit, day)
        case "week":
            return Granule(unit, _plus_days(day, -day.weekday()) or day)
        case "weekend":
            return Granule(unit, _plus_days(day, _SATURDAY - day.weekday()) or day)
        case "month":
            first = month
        case "quarter":
            first = month - (month - 1) % 3
        case "half":
            first = month - (month - 1) % 6
        case "season":
            first = month - month % 3
            year, first = (year, first) if first else (max(1, year - 1), 12)
        case "year":
            first = 1
        case "decade":
            year, first = max(1, year - year % 10), 1
        case "century":
            year, first = max(1, year - year % 100), 1
    return Granule(unit, date(year, first, 1))


def moved(day: date, unit: Unit, count: int) -> date | None:
    """The day that lies some units after another; at the end of a shorter month its last day.

    >>> moved(date(2024, 2, 29), "year", -1), moved(date(2026, 1, 31), "week", 1)
    (datetime.date(2023, 2, 28), datetime.date(2026, 2, 7))
    """
    if unit in _DAYS:
        return _plus_days(day, count * _DAYS[unit])
    return _plus_months(day, count * _MONTHS[unit])


def _plus_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _plus_months(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return None
