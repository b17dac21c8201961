"""From what is said to what is meant: a shape, the days it may be counted from and the tense give a value.

Pure functions; nothing here sees the text.  What cannot be told is left open: ``XXXX-05`` is a May of some year, and
`Resolved.why` says what is missing.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve

from communique.calendar import PrintedDate
from communique_times.anchors import NO_DAY, NOT_A_DAY, Anchors, Resolved, Tense, fixed
from communique_times.feasts import day_of_feast
from communique_times.granules import Granule, granule_of, moved
from communique_times.lengths import length
from communique_times.recurrence import FARTHEST_AHEAD, base_of, chosen, day_of_week, in_year, is_soon, near_years
from communique_times.shapes import (
    Clock,
    Duration,
    Each,
    Feast,
    Latest,
    PartOfDay,
    Printed,
    Recurring,
    Reference,
    Shape,
    Shift,
    Stretch,
    Weekday,
    WeekOf,
)  # fmt: skip

_TURN_OF_THE_CENTURY = 30
_CENTURY = 100
_THURSDAY = 3
_SATURDAY = 5
_MIDNIGHT = 24
_OPEN = 60
"""So many days ahead may lie a day of which the clause does not say where it lies."""


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
        case Printed():
            return _printed(shape, anchors, tense)
        case Weekday():
            return _weekday(shape, anchors, tense)
        case Duration():
            return Resolved("duration", length(shape))
        case Shift():
            return _shift(shape, anchors, tense)
        case Reference():
            return Resolved("date", shape.name)
        case Clock():
            return _clock(shape, anchors, tense)
        case PartOfDay():
            return _on_day(resolve(shape.day, anchors, tense), shape.part)
        case _:
            return _of_others(shape, anchors, tense)


def _of_others(
    shape: Each | Latest | Stretch | Recurring | Feast | WeekOf, anchors: Anchors, tense: Tense | None
) -> Resolved:
    match shape:
        case Recurring():
            return _recurring(shape, anchors, tense)
        case Each():
            return Resolved("set", shape.value)
        case Latest():
            return _latest(shape, anchors)
        case Stretch():
            return _stretch(shape, anchors)
        case Feast():
            return _feast(shape, anchors, tense)
        case WeekOf():
            return _week_of(shape, anchors, tense)


# ---------------------------------------------------------------- printed


def _printed(shape: Printed, anchors: Anchors, tense: Tense | None) -> Resolved:
    year, month, day = shape.year, shape.month, shape.day
    if year is not None and month is None:
        return fixed(Granule("year", date(year, 1, 1)))
    if year is not None and month is not None and day is None:
        return fixed(Granule("month", date(year, month, 1)))
    if month is None or day is None:
        return Resolved("date", None, why=NO_DAY)
    if year is not None:
        known = PrintedDate(month, day, year).near()
        return fixed(Granule("day", known)) if known else Resolved("date", None, why=NOT_A_DAY)
    if anchors.now is None:
        return Resolved("date", f"XXXX-{month:02}-{day:02}", why=NO_DAY)
    near = _day_near(PrintedDate(month, day), anchors.now, tense)
    return fixed(Granule("day", near), anchors.by) if near else Resolved("date", None, why=NOT_A_DAY)


def _day_near(printed: PrintedDate, now: date, tense: Tense | None) -> date | None:
    """The day in the year that fits: the next one, unless it is far away, where the clause tells what will be."""
    near = printed.near(now)
    if near is None or near >= now or tense == "past":
        return near
    following = PrintedDate(printed.month, printed.day, near.year + 1).near()
    if following is None:
        return near
    return following if (following - now).days <= (FARTHEST_AHEAD if tense == "future" else _OPEN) else near


def _stretch(shape: Stretch, anchors: Anchors) -> Resolved:
    """A decade or century; two figures are of the last century, unless they are a decade that has begun."""
    number = shape.number
    if shape.unit == "decade" and number < _CENTURY:
        begun = anchors.now.year - 2000 if anchors.now else 0
        number += 2000 if number <= min(begun, _TURN_OF_THE_CENTURY) else 1900
    return fixed(Granule(shape.unit, date(max(1, number), 1, 1)))


# ---------------------------------------------------------------- what recurs


def _weekday(shape: Weekday, anchors: Anchors, tense: Tense | None) -> Resolved:
    if shape.week is not None:
        return _day_of(resolve(shape.week, anchors, tense), shape.number)
    base, by = base_of(shape.which, anchors, anchors.day)
    if base is None:
        return Resolved("date", f"XXXX-WXX-{shape.number + 1}", why=NO_DAY)
    day = day_of_week(shape, base, tense)
    return fixed(Granule("day", day) if day else None, by)


def _day_of(week: Resolved, number: int) -> Resolved:
    """A day of a week that is named."""
    if week.granule is None:
        return Resolved("date", f"XXXX-WXX-{number + 1}", why=week.why or NO_DAY)
    day = moved(granule_of("week", week.granule.start).start, "day", number)
    return fixed(Granule("day", day) if day else None, week.anchor)


def _recurring(shape: Recurring, anchors: Anchors, tense: Tense | None) -> Resolved:
    if shape.year is not None:
        named = resolve(shape.year, anchors, tense)
        if named.granule is None:
            return Resolved("date", _of_some_year(shape), why=named.why or NO_DAY)
        return evolve(fixed(in_year(shape.unit, shape.number, named.granule.start.year)), anchor=named.anchor)
    base, by = base_of(shape.which, anchors, anchors.said)
    if base is None:
        return Resolved("date", _of_some_year(shape), why=NO_DAY)
    near = [granule for year in near_years(base) if (granule := in_year(shape.unit, shape.number, year))]
    if shape.unit == "quarter" and tense != "past":
        tense = "future" if is_soon(near, base, tense) else "past"
    return fixed(chosen(shape.which, near, base, tense), by)


def _of_some_year(shape: Recurring) -> str | None:
    granule = in_year(shape.unit, shape.number, 2000)
    return f"XXXX{granule.value[4:]}" if granule else None


def _feast(shape: Feast, anchors: Anchors, tense: Tense | None) -> Resolved:
    if shape.year is not None:
        named = resolve(shape.year, anchors, tense)
        if named.granule is None:
            return Resolved("date", None, why=named.why or NO_DAY)
        day = Granule("day", day_of_feast(shape.name, named.granule.start.year))
        return evolve(fixed(day), anchor=named.anchor)
    if anchors.now is None:
        return Resolved("date", None, why=NO_DAY)
    near = [Granule("day", day_of_feast(shape.name, year)) for year in near_years(anchors.now)]
    return fixed(chosen(shape.which, near, anchors.now, tense), anchors.by)


def _week_of(shape: WeekOf, anchors: Anchors, tense: Tense | None) -> Resolved:
    """The week of a day; those of a month are counted by their Thursdays, as ISO 8601 counts those of a year."""
    of = resolve(shape.of, anchors, tense)
    if of.granule is None:
        return Resolved("date", None, why=of.why or NO_DAY)
    first = of.granule.start
    start: date | None = first
    if shape.number > 0:
        start = moved(first, "day", (_THURSDAY - first.weekday()) % 7 + 7 * (shape.number - 1))
    elif shape.number < 0:
        following = moved(first, "month", 1)
        start = moved(following, "day", -1 - (following.weekday() - _THURSDAY - 1) % 7) if following else None
    return evolve(fixed(granule_of("week", start) if start else None), anchor=of.anchor)


# ---------------------------------------------------------------- counted


def _shift(shape: Shift, anchors: Anchors, tense: Tense | None) -> Resolved:
    said = _counted_from(shape, anchors)
    if said is not None:
        return _shifted_from(said, shape)
    if anchors.now is None:
        return Resolved("date", None, why=NO_DAY)
    count = shape.count
    if shape.unit == "weekend" and shape.base == "text" and tense != "future":
        count -= anchors.now.weekday() < (_SATURDAY if tense == "past" else _THURSDAY)
    return fixed(granule_of(shape.unit, anchors.now).shifted(count), anchors.by)


def _counted_from(shape: Shift, anchors: Anchors) -> Granule | None:
    """What the text spoke of and a shift is counted from; None where it is counted from the day of the story."""
    if shape.base == "now" or (shape.unit == "weekend" and not shape.count):
        return None
    if shape.base == "period":
        return anchors.period
    if shape.base == "compared":
        said = anchors.said
        return said if said is not None and said.unit in {"month", "quarter", "half"} else anchors.period
    if shape.unit == "day":
        return anchors.day
    said = anchors.said
    return said if said is not None and (said.unit == shape.unit or said.finer_than(shape.unit)) else None


def _shifted_from(said: Granule, shape: Shift) -> Resolved:
    """Some units from what the text spoke of; the same period of another year where periods are compared."""
    if shape.base in {"period", "compared"}:
        day = moved(said.start, shape.unit, shape.count)
        return fixed(granule_of(said.unit, day) if day else None, "text")
    return fixed(granule_of(shape.unit, said.start).shifted(shape.count), "text")


def _latest(shape: Latest, anchors: Anchors) -> Resolved:
    """The period that was named last, else the last that is over; moved into the year that is named."""
    known = anchors.period if anchors.period is not None and anchors.period.unit == shape.unit else None
    if shape.year is None:
        return fixed(known, "text") if known else _shift(Shift(shape.unit, -1), anchors, None)
    year = resolve(shape.year, anchors)
    if year.granule is None or known is None:
        return year
    day = moved(known.start, "year", year.granule.start.year - known.start.year)
    return fixed(Granule(shape.unit, day) if day else None, "text")


# ---------------------------------------------------------------- times of the day


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
