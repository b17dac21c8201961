"""Rules for seasons, quarters and halves of years."""

from __future__ import annotations

import re

from communique.calendar import YEAR
from communique_times.pieces import ORDINALS
from communique_times.shapes import Printed, Recurring, Shape, Shift, Which, YearlyUnit
from communique_times.spots import Found, Spot

_OF_YEAR = rf"(?:,?\s(?:of\s)?(?:(?:fiscal\s)?(?P<year>{YEAR})(?!\w)|(?P<relative>last|this|next) year\b))?"
_SEASON = re.compile(
    rf"(?:(?P<which>last|next|this|that|the (?:previous|following|same)|the|early|late|mid)[\s-])?"
    rf"(?P<head>spring|summer|autumn|fall|winter){_OF_YEAR}",
    re.IGNORECASE,
)
_HALVES = 2
_WHICH: dict[str, Which] = {
    "last": "last", "next": "next", "this": "this", "that": "same", "the same": "same", "the previous": "before",
    "the following": "after",
}  # fmt: skip
_QUARTER = re.compile(
    rf"(?:(?P<which>(?:last|this|next) year's|its|the(?: same| year-ago| year-earlier| latest)?|a)\s)?"
    rf"(?:fiscal[ -])?(?:(?P<before>{YEAR})\s)?"
    rf"(?:fiscal[ -])?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|final|last)[ -]"
    rf"(?P<head>quarter|half)\b{_OF_YEAR}",
    re.IGNORECASE,
)


def season(spot: Spot) -> Found | None:
    """A season of a year.

    Matches: ``Fighting flared last spring.``  Must not: ``Prices fall.``
    """
    match = spot.match(_SEASON)
    if match is None:
        return None
    which, year = (match["which"] or "").lower(), year_of(match)
    bare = not which and year is None
    ambiguous = spot.page.folded[spot.start : spot.end].lower() in {"fall", "spring"}
    if bare and (
        ambiguous or spot.page.word_before(spot.start) not in {"in", "by", "since", "until", "during", "through"}
    ):
        return None
    if (
        ambiguous
        and which == "the"
        and year is None
        and spot.page.word_before(match.start()) not in {"in", "by", "during", "since", "until"}
    ):
        return None
    return Found.of(match, Recurring("season", int(spot.value), _WHICH.get(which, "bare"), year))


def quarter(spot: Spot) -> Found | None:
    """A quarter or half of a year.

    Matches: ``Exports fell in the third quarter of 2025.``  Must not: ``They rebuilt the old quarter.``
    """
    match = spot.match(_QUARTER)
    if match is None:
        return None
    unit: YearlyUnit = "half" if spot.value == "half" else "quarter"
    ordinal = match["ordinal"].lower()
    number = ORDINALS.get(ordinal, 2 if unit == "half" else 4)
    if unit == "half" and number > _HALVES:
        return None
    which = (match["which"] or "").lower()
    year: Shape | None = year_of(match) or (Printed(int(match["before"])) if match["before"] else None)
    if "year-" in which:
        year = Shift("year", -1)
    elif which.endswith("year's"):
        year = Shift("year", ("last", "this", "next").index(which.split()[0]) - 1)
    return Found.of(match, Recurring(unit, number, "bare", year))


def year_of(match: re.Match[str]) -> Shape | None:
    """The year that a pattern names behind the head."""
    if match["year"]:
        return Printed(int(match["year"]))
    return Shift("year", ("last", "this", "next").index(match["relative"].lower()) - 1) if match["relative"] else None
