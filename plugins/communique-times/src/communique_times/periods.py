"""Rules for a unit told apart from the others of its kind: last week, this year, that day, the same month."""

from __future__ import annotations

import re
from typing import cast

from communique_times.resolving import unit_of
from communique_times.shapes import Duration, Latest, LengthUnit, Reference, Shape, Shift
from communique_times.spots import Found, Spot

_TOLD = re.compile(
    r"(?P<which>(?:the )?year-(?:ago|earlier)|(?:the )?(?:same|last|past|next|coming|previous|preceding|prior|"
    r"following|current|latest|recent|future)|the (?:entire|full|whole)|this|that|the|its|these) "
    r"(?:(?:few|several|fiscal|calendar|trading|full|entire) ){0,2}(?P<head>[a-z]+)",
    re.IGNORECASE,
)
_FROM_NOW: dict[str, int] = {"last": -1, "the last": -1, "next": 1, "this": 0, "the current": 0, "current": 0}
_FROM_TEXT: dict[str, int] = {
    "the same": 0, "same": 0, "that": 0, "the previous": -1, "the preceding": -1, "the prior": -1, "previous": -1,
    "the following": 1, "following": 1,
}  # fmt: skip
_WHOLE = frozenset(("the", "the entire", "the full", "the whole"))
_LENGTHS = frozenset(("the past", "the next", "the coming", "past"))
_YEAR_EARLIER = re.compile(r"-(?:ago|earlier)\b(?! (?:quarter|period|third|first|second|fourth|month|nine|six|three))")


def year_earlier(spot: Spot) -> Found | None:
    """The year before, as reports of earnings compare with it.

    Matches: ``Profit doubled from the year-earlier figure.``  Must not: ``Profit doubled in the year.``
    """
    behind = spot.behind(_YEAR_EARLIER) if spot.value == "year" else None
    return Found(spot.start, behind.end(), Shift("year", -1, "period")) if behind else None


def unit_told(spot: Spot) -> Found | None:
    """One unit, told by now or by what the text spoke of.

    Matches: ``Talks resume next week.``  Must not: ``Talks resume week.``
    """
    match = spot.match(_TOLD)
    if match is None:
        return None
    which = match["which"].lower()
    shape = _of_several(spot, which) if spot.sort == "units" else _of_one(spot, which)
    return Found.of(match, shape) if shape else None


def _of_several(spot: Spot, which: str) -> Shape | None:
    unit = cast("LengthUnit", spot.value)
    if which == "these" and unit == "day":
        return Reference("PRESENT_REF")
    if which in {"coming", "future", "the coming"} and unit != "week":
        return Reference("FUTURE_REF")
    if which in {
        "recent",
        "the recent",
        "past",
        "the past",
        "the last",
        "last",
        "the next",
        "next",
        "coming",
        "the coming",
        "previous",
        "the previous",
    }:
        return Duration("X", unit)
    return None


def _of_one(spot: Spot, which: str) -> Shape | None:
    unit = unit_of("quarter" if spot.value == "period" else spot.value)
    if unit is None or unit == "half":
        return None
    if which.endswith(("-ago", "-earlier")):
        return Shift("year", -1, "period")
    if spot.value == "period" and which not in {"the latest", "the same"}:
        return None
    if which in {"the latest", "latest"}:
        return Latest(unit)
    if which in _FROM_NOW:
        return Shift(unit, _FROM_NOW[which])
    if which in _FROM_TEXT:
        return Shift(unit, _FROM_TEXT[which], "text")
    if which in _LENGTHS:
        if which == "the next" and unit == "day":
            return Shift(unit, 1, "text")
        return Duration("1", cast("LengthUnit", unit))
    if which in _WHOLE and unit in {"day", "week", "weekend", "quarter", "year"}:
        return Shift(unit, 0, "now" if unit in {"week", "weekend", "year"} else "text")
    return None
