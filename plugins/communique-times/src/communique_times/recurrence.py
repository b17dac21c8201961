"""Which of those that recur is meant: the Friday, the May, the third quarter, the Easter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique_times.anchors import Anchor, Anchors, Tense
from communique_times.granules import Granule, YearlyUnit, moved
from communique_times.shapes import Weekday, Which

_MIDWEEK = 3
_NEAR_YEARS = (0, -1, 1, -2, 2)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 1}
_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3}
_FORECAST = 5
_COMING = 2
_NEEDS_NO_VERB = 100
"""So many days ahead a month may begin of which no verb says that it is the next one."""
FARTHEST_AHEAD = 245
"""So many days ahead, about eight months, may lie what is told without its year."""


def base_of(which: Which, anchors: Anchors, said: Granule | None) -> tuple[date | None, Anchor | None]:
    """The day from which one of those that recur is told, and what that day was taken from."""
    if which in {"same", "before", "after"} and said is not None:
        return said.start, "text"
    return anchors.now, anchors.by


def day_of_week(shape: Weekday, base: date, tense: Tense | None) -> date | None:
    """The day that is meant: the last one, the day itself included, unless it lies ahead.

    >>> friday = date(2026, 1, 23)
    >>> [day_of_week(Weekday(4), friday, tense).day for tense in ("past", "future")]
    [23, 23]
    >>> [day_of_week(Weekday(0, which), friday, None).day for which in ("bare", "last", "next", "this")]
    [19, 19, 26, 19]
    """
    back = (base.weekday() - shape.number) % 7
    match shape.which:
        case "this":
            days = shape.number - base.weekday()
            days += 7 if days < 0 and tense == "future" else 0
        case "last" | "before":
            days = -(back or 7)
        case "next" | "after":
            days = 7 - back
        case "bare" if tense == "future":
            days = -back % 7
        case "same":
            days = -back if back <= _MIDWEEK else 7 - back
        case _:
            days = -back
    return moved(base, "day", days)


def near_years(base: date) -> list[int]:
    """The year of a day and those around it, the nearest first."""
    years = [base.year + add for add in _NEAR_YEARS]
    return [year for year in years if date.min.year <= year <= date.max.year]


def in_year(unit: YearlyUnit, number: int, year: int) -> Granule | None:
    """The one in a year.

    >>> in_year("quarter", 3, 2025).value, in_year("season", 12, 2025).value
    ('2025-Q3', '2025-WI')
    """
    if not date.min.year <= year <= date.max.year:
        return None
    return Granule(unit, date(year, 1 + (number - 1) * _MONTHS[unit], 1))


def chosen(which: Which, near: list[Granule], base: date, tense: Tense | None) -> Granule | None:
    """Which of those in some years, the nearest year first."""
    match which:
        case "this" | "same":
            return near[0] if near else None
        case "last" | "before":
            return _latest(granule for granule in near if _end(granule) <= base)
        case "next" | "after":
            return _earliest(granule for granule in near if granule.start > base)
        case _ if tense is None and (coming := _coming(near, base)):
            return coming
        case _ if tense == "future":
            ahead = _earliest(granule for granule in near if _end(granule) > base)
            return ahead if ahead and (ahead.start - base).days <= FARTHEST_AHEAD else chosen(which, near, base, "past")
        case _:
            return _latest(granule for granule in near if granule.start <= base)


def _coming(near: list[Granule], base: date) -> Granule | None:
    """A month that is so near, and the last of its name so long ago, that it needs no verb to be the next one."""
    months = [granule for granule in near if granule.unit == "month"]
    return next((granule for granule in months if 0 < (granule.start - base).days <= _NEEDS_NO_VERB), None)


def is_soon(near: list[Granule], base: date, tense: Tense | None) -> bool:
    """Tell whether one of some quarters goes on or begins soon; forecasts that look farther name the year."""
    soon = moved(base, "month", _FORECAST if tense == "future" else _COMING) or date.max
    return any(granule.start <= soon and base < _end(granule) for granule in near)


def _end(granule: Granule) -> date:
    """The day after its last one."""
    if granule.unit == "day":
        return moved(granule.start, "day", 1) or date.max
    return moved(granule.start, "month", _LENGTHS.get(granule.unit, 12)) or date.max


def _latest(granules: Iterable[Granule]) -> Granule | None:
    return max(granules, key=_start, default=None)


def _earliest(granules: Iterable[Granule]) -> Granule | None:
    return min(granules, key=_start, default=None)


def _start(granule: Granule) -> date:
    return granule.start
