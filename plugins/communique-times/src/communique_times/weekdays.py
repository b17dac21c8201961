"""Rules for days of the week and for the days around now."""

from __future__ import annotations

import re
from typing import cast

from communique.calendar import DAY_MONTH, MONTH_DAY
from communique_times.pieces import WHICH_LEAD, which_of
from communique_times.printed import found_day
from communique_times.shapes import Each, Part, PartOfDay, Shape, Shift, Weekday
from communique_times.spots import Found, Spot

PARTS: dict[str, Part] = {"morning": "TMO", "midday": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_PART = r"(?P<part>morning|midday|afternoon|evening|night)"
_BEHIND = re.compile(
    rf"(?:(?<!day)\.)?,? {{1,2}}(?:the )?(?P<date>{MONTH_DAY}|{DAY_MONTH})(?![\w%])"
    r"| (?:of )?(?P<week>last|this|next|the (?:previous|following|same)) week\b"
    rf"| {_PART}(?P<plural>s)?\b"
)
_WEEKS: dict[str, Shift] = {
    "last": Shift("week", -1), "this": Shift("week", 0), "next": Shift("week", 1),
    "the previous": Shift("week", -1, "text"), "the same": Shift("week", 0, "text"),
    "the following": Shift("week", 1, "text"),
}  # fmt: skip
_OF_A_WEEK = re.compile(r"\bweek(?:s? ago| earlier| later)? on \Z")
_LONGEST_WEEK = len(" weeks earlier on ")
_WHICH = re.compile(rf"(?P<each>each|every) |{WHICH_LEAD}", re.IGNORECASE)
_PART_BEHIND = re.compile(rf" {_PART}\b")
_PART_BEFORE = re.compile(
    r"(?:(?:early|late|mid)[ -])?(?P<part>morning|afternoon|evening|midday|night) ", re.IGNORECASE
)


def weekday(spot: Spot) -> Found | None:
    """A day of the week, with its date or a part of the day.

    Matches ``Talks resume on Friday.``; not ``The sun rose.``
    """
    word = spot.word.lower()
    lead = spot.lead(_WHICH)
    start = lead.start() if lead else spot.start
    behind = spot.behind(_BEHIND)
    if behind and behind["date"]:
        day = found_day(behind["date"], *behind.span("date"))
        return day and Found(start, day.end, day.shape)
    if not word.rstrip("s").endswith("day"):
        return None
    number = int(spot.value)
    part = PARTS[behind["part"].lower()] if behind and behind["part"] else None
    end = behind.end() if behind else spot.end
    if behind and behind["week"]:
        return Found(spot.start, end, Weekday(number, week=_WEEKS[behind["week"]]))
    if (lead and lead["each"]) or word.endswith("s") or (behind and behind["plural"]):
        return Found(start, end, Each(f"XXXX-WXX-{number + 1}{part or ''}"))
    which = which_of(lead) if lead else "bare"
    week = Shift("week", 0, "text") if which == "bare" and _is_of_a_week(spot) else None
    day_of_week: Shape = Weekday(number, which, week)
    return Found(spot.start if which == "bare" else start, end, PartOfDay(part, day_of_week) if part else day_of_week)


def _is_of_a_week(spot: Spot) -> bool:
    """Tell whether the week of a day stands right before it: "two weeks ago on Friday"."""
    if spot.floor != spot.start - len(" on ") or not spot.floor:
        return False
    return _OF_A_WEEK.search(spot.page.folded, max(0, spot.start - _LONGEST_WEEK), spot.start) is not None


def around_now(spot: Spot) -> Found | None:
    """Today, yesterday, tomorrow, or a part of one of them.

    Matches ``He leaves tomorrow.``; not ``He reads the morning papers.``
    """
    if spot.page.is_title(spot.start):
        return None
    day = Shift("day", int(spot.value))
    behind, before = spot.behind(_PART_BEHIND), spot.lead(_PART_BEFORE)
    if behind:
        return Found(spot.start, behind.end(), PartOfDay(PARTS[behind["part"]], day))
    if before:
        return Found(before.start(), spot.end, PartOfDay(PARTS[before["part"].lower()], day))
    return Found(spot.start, spot.end, day)


def tonight(spot: Spot) -> Found | None:
    """The night of the story, or that before it.

    Matches ``The talks end tonight.``; not ``The talks ended at last.``
    """
    return Found(spot.start, spot.end, PartOfDay(cast("Part", spot.value), Shift("day", 0)))
