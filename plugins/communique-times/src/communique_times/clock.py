"""Rules for times of the day in figures and by name."""

from __future__ import annotations

import re

from communique.calendar import MONTH_DAY, WEEKDAY, number_of, weekday_of
from communique_times.printed import found_day
from communique_times.shapes import Clock, PartOfDay, Shape, Shift, Weekday
from communique_times.spots import Found, Spot

_MERIDIAN = r"(?P<meridian>[ap])\.?\s?m\b\.?"
_ZONE = (
    r"(?P<zone>GMT|UTC|Z\b|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST|EET|BST|IST|JST|MSK|local time"
    r"|(?:Moscow|Eastern|Central|Pacific|London|Paris|Beijing|Tokyo) (?:standard |daylight )?time|o'clock)"
)
_OFFSET = r"(?:GMT|UTC) ?[+-] ?[0-9]{1,2}"
_FIGURES = re.compile(
    rf"(?P<hour>[0-9]{{1,2}})(?::(?P<minute>[0-5][0-9])(?![0-9])(?::(?P<second>[0-5][0-9])(?![0-9]))?)?"
    rf"(?:\s?{_MERIDIAN})?(?:\s\(?(?:{_OFFSET}|{_ZONE})\)?)?(?! in\b [0-9])",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?P<hour>[0-9]{1,2})(?:\.?(?P<minute>[0-5][0-9]))? ?")
_MARK = re.compile(rf"(?:{_MERIDIAN})?(?: ?{_ZONE})?", re.IGNORECASE)
_DAY_BEHIND = re.compile(
    rf",? (?:on )?(?:(?P<date>{MONTH_DAY})|(?P<weekday>{WEEKDAY})|(?P<shift>today|yesterday|tomorrow))(?!\w)"
)
_AROUND = ("yesterday", "today", "tomorrow")
_IN_PART = re.compile(r"(?P<hour>[1-9]|1[0-2])(?::(?P<minute>[0-5][0-9]))? in the (?:early )?", re.IGNORECASE)
_TOLD = re.compile(
    r" (?P<where>past|to) "
    r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?![\w-]|[.,:]\d| per)"
    rf"(?: {_MERIDIAN}| in the (?P<part>morning|afternoon|evening)| at (?P<night>night))?",
    re.IGNORECASE,
)
_AT = frozenset({"at", "until", "till", "before", "after", "past", "since", "about", "around"})
_EARLY = re.compile(r"(?:the )?(?:early|small|wee) (?:morning )?", re.IGNORECASE)
_HOURS_OF = re.compile(
    rf" (?:of|on) (?:(?:(?P<date>{MONTH_DAY})|(?P<weekday>{WEEKDAY})|(?P<shift>today|yesterday|tomorrow))(?: morning)?"
    r"|(?:the|this) (?:morning|day))(?!\w)"
)
_MINUTES = 60
_GLUED = frozenset((":", ".", "$"))
_HOURS_OF_HALF = 12
_HOURS_OF_DAY = 24


def clock_time(spot: Spot) -> Found | None:
    """A time of the day in figures.

    Matches ``The truce began at 9:30 a.m. on Sunday.``; not ``They won by 9:3.``
    """
    match = spot.behind(_FIGURES, spot.start)
    if (
        match is None
        or not (match["minute"] or match["meridian"])
        or spot.page.folded[spot.start - 1 : spot.start] in _GLUED
    ):
        return None
    if match["second"] and not (match["meridian"] or match["zone"]):
        return None
    return _clock(spot, match.start(), match.end(), match, match)


def hour_with_mark(spot: Spot) -> Found | None:
    """An hour with what marks it as one.

    Matches ``The truce began at 5 p.m.``; not ``I am 5.``
    """
    lead, mark = spot.lead(_HOURS), spot.behind(_MARK, spot.start)
    if lead is None or mark is None or mark.end() < spot.end:
        return None
    return _clock(spot, lead.start(), mark.end(), lead, mark)


def hour_of_part(spot: Spot) -> Found | None:
    """An hour with the part of the day.

    Matches ``He left at 4 in the morning.``; not ``He left with 4 others in the morning.``
    """
    lead = spot.lead(_IN_PART)
    if lead is None:
        return None
    late = spot.value in {"TAF", "TEV"} or (spot.value == "TNI" and int(lead["hour"]) > _HOURS_OF_HALF // 2)
    hour = int(lead["hour"]) % _HOURS_OF_HALF + (_HOURS_OF_HALF if late else 0)
    return Found(lead.start(), spot.end, Clock(hour, int(lead["minute"] or 0)))


def early_hours(spot: Spot) -> Found | None:
    """The hours between midnight and the morning.

    Matches ``They left in the early hours of Friday.``; not ``They left after long hours of talks.``
    """
    lead, behind = spot.lead(_EARLY), spot.behind(_HOURS_OF)
    if lead is None or behind is None or spot.sort != "units":
        return None
    day: Shape = Shift("day", 0, "text")
    if behind["date"]:
        found = found_day(behind["date"], *behind.span("date"))
        day = found.shape if found else day
    elif behind["shift"]:
        day = Shift("day", _AROUND.index(behind["shift"]) - 1)
    elif behind["weekday"]:
        day = Weekday(weekday_of(behind["weekday"]) or 0)
    told = behind["weekday"] is not None and behind[0].endswith("morning")  # the rest needs no hours
    return Found(behind.start("weekday") if told else lead.start(), behind.end(), PartOfDay("TMO", day))


def named_hour(spot: Spot) -> Found | None:
    """Noon and midnight.

    Matches ``The deadline is midnight.``; not ``Nobody noticed the moon.``
    """
    day, end = _day_behind(spot, spot.end)
    hour, _, minute = spot.value.partition(":")
    return Found(spot.start, end, Clock(int(hour), int(minute), day=day))


def told_hour(spot: Spot) -> Found | None:
    """An hour with the part of it that has passed or is left, in words.

    Matches ``The guns fell silent at half past six in the evening.``; not ``It is the first half past reform.``
    """
    match = spot.behind(_TOLD)
    if match is None or (spot.value == "half" and match["where"] == "to"):
        return None
    hour, minute = number_of(match["hour"].lower()) or 0, _MINUTES // (2 if spot.value == "half" else 4)
    of_day = any(match[group] for group in ("part", "night", "meridian"))
    late = bool(match["night"]) or match["part"] in {"afternoon", "evening"} or match["meridian"] in {"p", "P"}
    start = spot.start - len("a ") if spot.before == "a" else spot.start
    if not of_day and spot.page.word_before(start) not in _AT:
        return None  # "profits fell by a quarter to three million"
    if match["where"] == "to":
        hour, minute = hour - 1 or _HOURS_OF_HALF, _MINUTES - minute
    if of_day:
        hour = hour % _HOURS_OF_HALF + (_HOURS_OF_HALF if late else 0)
    day, end = _day_behind(spot, match.end())
    return Found(start, end, Clock(hour, minute, day=day))


def _clock(spot: Spot, start: int, end: int, time: re.Match[str], mark: re.Match[str]) -> Found | None:
    hour = int(time["hour"])
    meridian = (mark["meridian"] or "").lower()
    if meridian:
        hour = hour % _HOURS_OF_HALF + (_HOURS_OF_HALF if meridian == "p" else 0)
    if hour > _HOURS_OF_DAY:
        return None
    groups = time.groupdict()
    minute, second, zone = groups["minute"], groups.get("second"), (mark["zone"] or "").upper()
    day, end = _day_behind(spot, end)
    zulu = zone in {"GMT", "UTC", "Z"}
    return Found(start, end, Clock(hour, int(minute) if minute else None, int(second) if second else None, zulu, day))


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
