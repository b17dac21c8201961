"""When and where an event happened: the date and the place that stand nearest to its words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from communique import Place, Time
from communique.kinds import EventTime
from communique_events.drafts import Draft
from communique_events.page import Line, Page

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z")
_AT = (" in ", " at ", " near ", " to ", " on ", " outside ", " into ", " for ", " visited ", " visit ")
_BEFORE = 14
_LASTED = re.compile(
    r"\b(?:lasted|lasting|took|taking|for|of|a|an)"
    r"(?: (?:about|around|more than|over|nearly|almost|some|roughly|just))*\s*\Z"
)
_DURATION_REACH = 60
_OUTSIDE = 60
"""A date further outside the clause is that of something else."""


def event_time(value: str | None) -> EventTime | None:
    """Read a TIMEX3 value as the time of an event.

    >>> event_time("2026-02").end.isoformat(), event_time("PT4H")
    ('2026-02-28', None)
    """
    if not value:
        return None
    try:
        if match := _DAY.match(value):
            day = date(*map(int, match.groups()))
            return EventTime(day, day)
        if match := _WEEK.match(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return EventTime(monday, monday + timedelta(days=6))
        if match := _MONTH.match(value):
            year, month = map(int, match.groups())
            return EventTime(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
        if match := _YEAR.match(value):
            year = int(match[1])
            return EventTime(date(year, 1, 1), date(year, 12, 31), "year")
    except ValueError:  # no such day
        return None
    return None


def when(page: Page, line: Line, cue: tuple[int, int], reach: tuple[int, int]) -> EventTime | None:
    """The date nearest to the words of an event: in its clause, or just outside it."""
    best: tuple[int, EventTime] | None = None
    for time in _times(page, line):
        found = event_time(time.value)
        start, end = time.span.start, time.span.end
        outside = max(start - reach[1], reach[0] - end, 0)
        if (
            found is None
            or outside > _OUTSIDE
            or (outside and _is_parted(page, min(end, reach[1]), max(start, reach[0])))
        ):
            continue
        distance = start - cue[1] if start >= cue[1] else 2 * (cue[0] - end)
        if best is None or distance < best[0]:
            best = (distance, found)
    return best[1] if best is not None else None


def duration(page: Page, line: Line, cue: tuple[int, int]) -> str | None:
    """How long an event lasted, where that is said behind it or just before it."""
    for time in _times(page, line, "duration"):
        near = _distance(time, cue) < _DURATION_REACH
        if near and time.value and _LASTED.search(page.folded, max(0, time.span.start - 30), time.span.start):
            return time.value
    return None


def where(page: Page, line: Line, draft: Draft) -> Place | None:
    """The place of an event: behind "in" or "at", or right before its noun ("the Geneva talks")."""
    first, last = draft.cues[0]
    taken = {one.start for one in (*draft.sources, *draft.targets) if not isinstance(one.party, Place)}
    best: tuple[int, Place] | None = None
    for start, end, place in page.places(line.start, line.end):
        if draft.subtype and end == first - 1:
            return place
        if start in taken or not draft.reach[0] <= start <= draft.reach[1]:
            continue
        if page.folded[max(line.start, start - _BEFORE) : start].lower().removesuffix("the ").endswith(_AT):
            distance = start - last if start >= last else (first - end) * 2
            if best is None or distance < best[0]:
                best = (distance, place)
    return best[1] if best is not None else None


def _times(page: Page, line: Line, sort: str = "date") -> list[Time]:
    found = page.reading.within(Time, page.article.span(line.start, line.end))
    return [time for time in found if (time.type == "duration") == (sort == "duration")]


def _distance(time: Time, cue: tuple[int, int]) -> int:
    return max(time.span.start - cue[1], cue[0] - time.span.end, 0)


def _is_parted(page: Page, start: int, end: int) -> bool:
    """Tell whether another clause stands between."""
    between = page.folded[start:end]
    return any(sign in between for sign in (";", '"', " that ", " which ", " who "))
