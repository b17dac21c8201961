"""Rules for times of the day in figures and by name."""

from __future__ import annotations

import re

from communique.calendar import MONTH_DAY, WEEKDAY, weekday_of
from communique_times.printed import found_day
from communique_times.shapes import Clock, Shape, Shift, Weekday
from communique_times.spots import Found, Spot

_MERIDIAN = r"(?P<meridian>[ap])\.?\s?m\b\.?"
_ZONE = r"(?P<zone>GMT|UTC|Z\b|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST|BST|IST|JST|MSK|local time|o'clock)"
_FIGURES = re.compile(
    rf"(?P<head>(?P<hour>[0-9]{{1,2}}))(?::(?P<minute>[0-5][0-9])(?![0-9])(?::(?P<second>[0-5][0-9])(?![0-9]))?)?"
    rf"(?:\s?{_MERIDIAN})?(?:\s\(?{_ZONE}\)?)?",
    re.IGNORECASE,
)
_HOURS = re.compile(
    rf"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-5][0-9])?\s?(?P<head>(?:{_MERIDIAN})?)(?:\s?{_ZONE})?", re.IGNORECASE
)
_DAY_BEHIND = re.compile(
    rf",?\s(?:on\s)?(?:(?P<date>{MONTH_DAY})|(?P<weekday>{WEEKDAY})|(?P<shift>today|yesterday|tomorrow))(?!\w)"
)
_AROUND = ("yesterday", "today", "tomorrow")
_NAMED = re.compile(r"(?P<head>noon|midnight)", re.IGNORECASE)
_HOURS_OF_HALF = 12
_HOURS_OF_DAY = 24


def clock_time(spot: Spot) -> Found | None:
    """A time of the day in figures.

    Matches: ``The truce began at 9:30 a.m. on Sunday.``  Must not: ``They won by 9:3.``
    """
    match = spot.behind(_FIGURES, spot.start)
    return _clock(spot, match) if match and (match["minute"] or match["meridian"]) else None


def hour_with_mark(spot: Spot) -> Found | None:
    """An hour with what marks it as one.

    Matches: ``The truce began at 5 p.m.``  Must not: ``I am 5.``
    """
    match = spot.match(_HOURS)
    return _clock(spot, match) if match and (match["meridian"] or match["zone"]) else None


def named_hour(spot: Spot) -> Found | None:
    """Noon and midnight.

    Matches: ``The deadline is midnight.``  Must not: ``The Midnight Sun sailed.``
    """
    match = spot.match(_NAMED)
    if match is None:
        return None
    day, end = _day_behind(spot, match.end())
    hour, _, minute = spot.value.partition(":")
    return Found(match.start(), end, Clock(int(hour), int(minute), day=day))


def _clock(spot: Spot, match: re.Match[str]) -> Found | None:
    hour = int(match["hour"])
    meridian = (match["meridian"] or "").lower()
    if meridian:
        hour = hour % _HOURS_OF_HALF + (_HOURS_OF_HALF if meridian == "p" else 0)
    if hour > _HOURS_OF_DAY:
        return None
    groups = match.groupdict()
    minute, second, zone = groups["minute"], groups.get("second"), (match["zone"] or "").upper()
    day, end = _day_behind(spot, match.end())
    clock = Clock(
        hour, int(minute) if minute else None, int(second) if second else None, zone in {"GMT", "UTC", "Z"}, day
    )
    return Found(match.start(), end, clock)


def _day_behind(spot: Spot, end: int) -> tuple[Shape | None, int]:
    match = spot.behind(_DAY_BEHIND, end)
    if match is None:
        return None, end
    if match["date"]:
        found = found_day(match["date"], *match.span("date"))
        return (found.shape, match.end()) if found else (None, end)
    if match["shift"]:
        return Shift("day", _AROUND.index(match["shift"]) - 1), match.end()
    return Weekday(weekday_of(match["weekday"]) or 0), match.end()
