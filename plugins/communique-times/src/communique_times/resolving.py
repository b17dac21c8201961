"""From what is said to what is meant: a shape, the days it may be counted from and the tense give a value.

Pure functions; nothing here sees the text.  What cannot be told is left open: ``XXXX-05`` is a May of some year, and
`Resolved.why` says what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from attrs import evolve, frozen

from communique.calendar import PrintedDate
from communique.kinds import TimeType
from communique_times.granules import Granule, Unit, granule_of, moved
from communique_times.shapes import (
    Clock,
    Duration,
    Each,
    Latest,
    PartOfDay,
    Printed,
    Recurring,
    Reference,
    Shape,
    Shift,
    Stretch,
    Weekday,
)  # fmt: skip

Tense = Literal["past", "future"]
"""Where the clause says it lies; None where the clause does not say."""
Anchor = Literal["dateline", "published", "text"]

NO_DAY = "neither a dateline with a date nor a day of publication to count from"
NO_TEXT = "nothing in the text to count from"
OUTSIDE = "outside the calendar"
NOT_A_DAY = "the calendar has no such day"
_MAY_LIE = (0, -1, 1, -2, 2)
_TURN_OF_THE_CENTURY = 30
_THURSDAY = 3
_CENTURY = 100
_MIDNIGHT = 24


@frozen
class Anchors:
    """What expressions are counted from."""

    now: date | None = None
    """The day of the story."""
    by: Anchor | None = None
    """What that day was taken from."""
    said: Granule | None = None
    """What the text spoke of last."""
    period: Granule | None = None
    """The quarter the text spoke of last."""


@frozen
class Resolved:
    """What is meant."""

    type: TimeType
    value: str | None
    anchor: Anchor | None = None
    granule: Granule | None = None
    """The stretch of the calendar it is, for what is counted from it."""
    why: str | None = None
    """Why the value is open, in whole or in part."""


def resolve(shape: Shape, anchors: Anchors, tense: Tense | None = None) -> Resolved:
    """Tell what a shape means.

    >>> story = Anchors(date(2026, 1, 23), "dateline")
    >>> resolve(Weekday(2), story).value, resolve(Weekday(2), story, "future").value
    ('2026-01-21', '2026-01-28')
    >>> resolve(Shift("year", -1), story).value, resolve(Duration("4", "hour"), story).value
    ('2025', 'PT4H')
    >>> resolve(Weekday(2), Anchors()).value, resolve(Weekday(2), Anchors()).why == NO_DAY
    ('XXXX-WXX-3', True)
    """
    match shape:
        case Duration():
            return Resolved("duration", length(shape))
        case Each():
            return Resolved("set", shape.value)
        case Reference():
            return Resolved("date", shape.name)
        case Printed():
            return _printed(shape, anchors, tense)
        case Weekday():
            return _weekday(shape, anchors, tense)
        case Recurring():
            return _recurring(shape, anchors, tense)
        case Shift():
            return _shift(shape, anchors, tense)
        case Latest():
            return _latest(shape, anchors)
        case Stretch():
            return _stretch(shape, anchors)
        case PartOfDay():
            return _part_of_day(shape, anchors, tense)
        case Clock():
            return _clock(shape, anchors, tense)


def _fixed(granule: Granule | None, anchor: Anchor | None = None) -> Resolved:
    if granule is None:
        return Resolved("date", None, why=OUTSIDE)
    return Resolved("date", granule.value, anchor, granule)


# ---------------------------------------------------------------- printed


def _printed(shape: Printed, anchors: Anchors, tense: Tense | None) -> Resolved:
    year, month, day = shape.year, shape.month, shape.day
    if year is not None:
        if month is None:
            return _fixed(Granule("year", date(year, 1, 1)))
        if day is None:
            return _fixed(Granule("month", date(year, month, 1)))
        known = PrintedDate(month, day, year).near()
        return _fixed(Granule("day", known)) if known else Resolved("date", None, why=NOT_A_DAY)
    if month is None or day is None:
        return Resolved("date", None, why=NO_DAY)
    if anchors.now is None:
        return Resolved("date", f"XXXX-{month:02}-{day:02}", why=NO_DAY)
    near = _day_near(PrintedDate(month, day), anchors.now, tense)
    return _fixed(Granule("day", near), anchors.by) if near else Resolved("date", None, why=NOT_A_DAY)


def _day_near(printed: PrintedDate, now: date, tense: Tense | None) -> date | None:
    near = printed.near(now)
    if tense == "future" and (near is None or near < now):
        later = PrintedDate(printed.month, printed.day, now.year + (near is not None and near.year == now.year))
        return later.near() or near
    return near


def _stretch(shape: Stretch, anchors: Anchors) -> Resolved:
    number = shape.number
    if shape.unit == "decade" and number < _CENTURY:
        now = anchors.now.year if anchors.now else 2000
        number += 2000 if number < min(_TURN_OF_THE_CENTURY, now - 1999) else 1900
    return _fixed(Granule(shape.unit, date(max(1, number), 1, 1)))


# ---------------------------------------------------------------- what recurs


def _weekday(shape: Weekday, anchors: Anchors, tense: Tense | None) -> Resolved:
    base, by = _base(shape.which, anchors)
    if base is None:
        return Resolved("date", f"XXXX-WXX-{shape.number + 1}", why=NO_DAY)
    back = (base.weekday() - shape.number) % 7
    match shape.which:
        case "this":
            days = shape.number - base.weekday()
        case "last" | "before":
            days = -(back or 7)
        case "next" | "after":
            days = 7 - back
        case "bare" if tense == "future":
            days = -back % 7
        case "same":
            days = -back if back <= _THURSDAY else 7 - back
        case _:
            days = -back
    day = moved(base, "day", days)
    return _fixed(Granule("day", day) if day else None, by)


def _recurring(shape: Recurring, anchors: Anchors, tense: Tense | None) -> Resolved:
    if shape.year is not None:
        named = resolve(shape.year, anchors, tense)
        if named.granule is None:
            return Resolved("date", named.value and f"XXXX{_without_year(shape)}", why=named.why or NO_DAY)
        return evolve(_fixed(_in_year(shape, named.granule.start.year)), anchor=named.anchor)
    base, by = _base(shape.which, anchors)
    if base is None:
        return Resolved("date", f"XXXX{_without_year(shape)}", why=NO_DAY)
    near = [granule for add in _MAY_LIE if (granule := _in_year(shape, base.year + add))]
    return _fixed(_chosen(shape, near, base, tense), by)


def _chosen(shape: Recurring, near: list[Granule], base: date, tense: Tense | None) -> Granule | None:
    match shape.which:
        case "this" | "same":
            return near[0] if near else None
        case "last" | "before":
            return _latest_of(granule for granule in near if _end(granule) <= base)
        case "next" | "after":
            return _earliest_of(granule for granule in near if granule.start > base)
        case _ if tense == "future":
            return _earliest_of(granule for granule in near if _end(granule) > base)
        case _:
            return _latest_of(granule for granule in near if granule.start <= base)


def _in_year(shape: Recurring, year: int) -> Granule | None:
    if not date.min.year <= year <= date.max.year:
        return None
    months = {"month": 1, "quarter": 3, "half": 6, "season": 1}[shape.unit]
    return Granule(shape.unit, date(year, 1 + (shape.number - 1) * months, 1))


def _without_year(shape: Recurring) -> str:
    granule = _in_year(shape, 2000)
    return granule.value[4:] if granule else ""


def _end(granule: Granule) -> date:
    """The day after its last one."""
    months = {"month": 1, "quarter": 3, "season": 3, "half": 6}.get(granule.unit, 12)
    return moved(granule.start, "month", months) or date.max


def _latest_of(granules: Iterable[Granule]) -> Granule | None:
    return max(granules, key=lambda granule: granule.start, default=None)


def _earliest_of(granules: Iterable[Granule]) -> Granule | None:
    return min(granules, key=lambda granule: granule.start, default=None)


def _base(which: str, anchors: Anchors) -> tuple[date | None, Anchor | None]:
    """The day from which one of those that recur is told, and what that day was taken from."""
    if which in {"same", "before", "after"} and anchors.said is not None:
        return anchors.said.start, "text"
    return anchors.now, anchors.by


# ---------------------------------------------------------------- counted


def _shift(shape: Shift, anchors: Anchors, tense: Tense | None) -> Resolved:
    said = {"now": None, "text": anchors.said, "period": anchors.period}[shape.base]
    if said is not None:
        return _shifted_from(said, shape)
    if anchors.now is None:
        return Resolved("date", None, why=NO_TEXT if shape.base == "text" else NO_DAY)
    count = shape.count
    if shape.unit == "weekend" and count == 0 and tense != "future" and anchors.now.weekday() < _THURSDAY:
        count = -1
    return _fixed(granule_of(shape.unit, anchors.now).shifted(count), anchors.by)


def _shifted_from(said: Granule, shape: Shift) -> Resolved:
    """Some units from what the text spoke of: as fine as that is, but no finer than the unit."""
    if said.finer_than(shape.unit) and shape.base == "period":
        day = moved(said.start, shape.unit, shape.count)
        return _fixed(granule_of(said.unit, day) if day else None, "text")
    if shape.unit != said.unit and not said.finer_than(shape.unit):
        if shape.count:
            return Resolved("date", None, why=NO_TEXT)
        return _fixed(said, "text")
    return _fixed(granule_of(shape.unit, said.start).shifted(shape.count), "text")


def _latest(shape: Latest, anchors: Anchors) -> Resolved:
    if anchors.period is not None and anchors.period.unit == shape.unit:
        return _fixed(anchors.period, "text")
    return _shift(Shift(shape.unit, -1), anchors, None)


# ---------------------------------------------------------------- times of the day


def _part_of_day(shape: PartOfDay, anchors: Anchors, tense: Tense | None) -> Resolved:
    return _on_day(resolve(shape.day, anchors, tense), shape.part)


def _clock(shape: Clock, anchors: Anchors, tense: Tense | None) -> Resolved:
    figures = [shape.hour, shape.minute or 0] + ([shape.second] if shape.second is not None else [])
    time = "T" + ":".join(f"{figure:02}" for figure in figures) + ("Z" if shape.zulu else "")
    if shape.day is None and shape.hour == _MIDNIGHT and tense == "past":
        return _on_day(resolve(Shift("day", -1), anchors, tense), time)
    return _on_day(resolve(shape.day or Shift("day", 0, "text"), anchors, tense), time)


def _on_day(day: Resolved, time: str) -> Resolved:
    if day.granule is not None and day.granule.unit == "day":
        return evolve(day, type="time", value=f"{day.value}{time}")
    open_day = day.value if day.value and day.value.startswith("XXXX-") else "XXXX-XX-XX"
    return Resolved("time", f"{open_day}{time}", why=day.why or NO_DAY)


# ---------------------------------------------------------------- lengths

_DESIGNATORS = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "month": "{}M"}
_IN_YEARS = {"decade": (10, "E"), "century": (100, "C"), "millennium": (1000, "L")}
_MONTHS_OF_A_QUARTER = 3


def length(duration: Duration) -> str:
    """How TIMEX3 writes a duration; a number of quarters in months, of decades and longer in years.

    >>> [length(Duration("X", "day")), length(Duration("2.5", "year")), length(Duration("2", "decade"))]
    ['PXD', 'P2.5Y', 'P20Y']
    """
    amount, unit = duration.amount, duration.unit
    if unit in _DESIGNATORS:
        return "P" + _DESIGNATORS[unit].format(amount)
    if unit == "weekend":
        return f"P{amount}WE"
    if unit == "year":
        return f"P{amount}Y"
    if unit == "quarter":
        return "PXM" if amount == "X" else f"P{_times(amount, _MONTHS_OF_A_QUARTER)}M"
    years, designator = _IN_YEARS[unit]
    return f"PX{designator}" if amount == "X" else f"P{_times(amount, years)}Y"


def _times(amount: str, factor: int) -> str:
    product = float(amount) * factor
    return str(int(product)) if product.is_integer() else str(product)


def unit_of(length_unit: str) -> Unit | None:
    """The stretch of the calendar that a unit of length makes."""
    known: dict[str, Unit] = {
        "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
        "century": "century", "weekend": "weekend", "half": "half", "season": "season",
    }  # fmt: skip
    return known.get(length_unit)
