"""Rules for days of the week and for the days around now."""

from __future__ import annotations

import re

from communique.calendar import DAY_MONTH, MONTH_DAY, WEEKDAY
from communique_times.printed import found_day
from communique_times.shapes import Each, Part, PartOfDay, Shape, Shift, Weekday, Which
from communique_times.spots import Found, Spot

PARTS: dict[str, Part] = {
    "morning": "TMO", "midday": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
}  # fmt: skip
_PART = r"(?P<part>morning|midday|afternoon|evening|night)"
_BEHIND = re.compile(
    rf"\.?(?:,?\s{{1,2}}(?:the\s)?(?P<date>{MONTH_DAY}|{DAY_MONTH})(?![\w%])|\s{_PART}(?P<plural>s)?\b)"
)
_WEEKDAY = re.compile(
    rf"(?:(?P<which>last|next|this|that|the (?:previous|following|same)|each|every)\s)?(?P<head>{WEEKDAY}|\w+days)",
    re.IGNORECASE,
)
_WHICH: dict[str, Which] = {
    "last": "last", "next": "next", "this": "this", "that": "same", "the same": "same", "the previous": "before",
    "the following": "after",
}  # fmt: skip
_DEICTIC = re.compile(rf"(?P<head>today|yesterday|tomorrow)(?:\s{_PART}\b)?", re.IGNORECASE)


def weekday(spot: Spot) -> Found | None:
    """A day of the week, with its date or a part of the day.

    Matches: ``Talks resume on Friday.``  Must not: ``The sun rose.``
    """
    match = spot.match(_WEEKDAY)
    if match is None:
        return None
    number, word = int(spot.value), spot.page.folded[spot.start : spot.end]
    behind = spot.behind(_BEHIND)
    if behind and behind["date"]:
        day = found_day(behind["date"], *behind.span("date"))
        return day and Found(match.start(), day.end, day.shape)
    if not word.lower().rstrip("s").endswith("day"):
        return None
    part = PARTS[behind["part"].lower()] if behind else None
    end = behind.end() if behind else match.end()
    which = (match["which"] or "").lower()
    if which in {"each", "every"} or word.endswith("s") or (behind and behind["plural"]):
        return Found(match.start(), end, Each(f"XXXX-WXX-{number + 1}{part or ''}"))
    day_of_week: Shape = Weekday(number, _WHICH.get(which, "bare"))
    return Found(match.start(), end, PartOfDay(part, day_of_week) if part else day_of_week)


def around_now(spot: Spot) -> Found | None:
    """Today, yesterday, tomorrow, or a part of one of them.

    Matches: ``He leaves tomorrow.``  Must not: ``He reads Today's Zaman.``
    """
    match = spot.match(_DEICTIC)
    if match is None:
        return None
    day = Shift("day", int(spot.value))
    return Found.of(match, PartOfDay(PARTS[match["part"].lower()], day) if match["part"] else day)
