"""Rules for a unit told apart from the others of its kind: last week, this year, that day, the same month."""

from __future__ import annotations

import re
from typing import cast

from communique.calendar import MONTH, MONTH_DAY, month_of
from communique_times.granules import Unit
from communique_times.lengths import unit_of
from communique_times.pieces import ORDINAL, ORDINALS, YEARS_OFF
from communique_times.printed import found_day
from communique_times.shapes import Duration, Latest, LengthUnit, Printed, Recurring, Reference, Shape, Shift, WeekOf
from communique_times.spots import Found, Spot
from communique_times.words import word_set

_TOLD = re.compile(
    r"(?P<which>(?:the )?year-(?:ago|earlier)|(?:the |this )?(?:same|last|past|next|coming|previous|preceding|prior|"
    r"following|current|latest|recent|future|corresponding|comparable)|the (?:entire|full|whole)|this|that|the|its"
    r"|these) "
    r"(?:(?:few|several|fiscal|calendar|trading|full|entire|business|school|academic) ){0,2}",
    re.IGNORECASE,
)
_FROM_NOW: dict[str, int] = {
    "last": -1, "the last": -1, "this last": -1, "this past": -1, "past": -1, "next": 1, "this": 0,
    "the current": 0, "current": 0,
    "this coming": 1,
}  # fmt: skip
_FROM_TEXT: dict[str, int] = {
    "the same": 0, "same": 0, "that": 0, "the previous": -1, "the preceding": -1, "the prior": -1, "previous": -1,
    "the following": 1, "following": 1, "prior": -1,
}  # fmt: skip
_BUT_ONE = re.compile(r" (?P<which>before last|after next)\b")
_WHOLE = frozenset(("the", "the entire", "the full", "the whole"))
_LENGTHS = frozenset(("the past", "the next", "the coming"))
_COMPARED = frozenset(("the same", "same", "the corresponding", "the comparable", "corresponding", "comparable"))
_YEAR_EARLIER = re.compile(r"-(?:ago|earlier)\b(?! (?:quarter|period|third|first|second|fourth|month|nine|six|three))")
_QUARTER_OF_YEAR = re.compile(
    rf"'s (?:fiscal )?(?:(?P<ordinal>{ORDINAL})[ -])?(?P<unit>quarter|half|period)\b", re.IGNORECASE
)
_A_YEAR_BEFORE = re.compile(
    r" (?:of |in )?(?:the )?(?:last year|(?:a )?year (?:ago|earlier|before)|(?:previous|prior) year)\b"
)
_THE_DAY_BEFORE = re.compile(
    r" (?P<where>before|after|earlier)"
    r"(?=[.,;:\"')]|$| (?:and|but|that|by|in|at|when|he|she|they)\b)"
)
_WEEK_OF = re.compile(rf" (?:of|beginning|starting|ending) (?P<date>{MONTH_DAY})(?!\w)")
_OF_MONTH = re.compile(rf" of (?P<month>{MONTH})(?! [0-9])")
_NTH = re.compile(rf"(?:the )?(?P<ordinal>{ORDINAL}|last|final) (?:full )?", re.IGNORECASE)
_OF = re.compile(r" of\b")
_ENDED = re.compile(r" (?:ended|ending|to|through) [A-Z0-9]")
_END = re.compile(r"-end\b")
_EDGE_OF = re.compile(r"(?:the )?(?:(?P<end>end)|beginning|start) of ", re.IGNORECASE)
_GOES_ON = re.compile(
    r"-(?:ago|earlier|old|long|round|over|to|end)\b| (?:1[5-9]|20)[0-9]{2}\b| two thousand\b| nineteen [a-z]+y\b"
)


def year_earlier(spot: Spot) -> Found | None:
    """The year before, as reports of earnings compare with it, and its end.

    Matches ``Profit doubled from the year-earlier figure.``; not ``The year-long siege ended.``
    """
    if spot.value != "year":
        return None
    behind = spot.behind(_YEAR_EARLIER)
    if behind:
        return Found(spot.start, behind.end(), Shift("year", -1))
    edge = spot.lead(_EDGE_OF) if spot.before == "of" else None
    if edge is not None:
        return Found(edge.start(), spot.end, Shift("year", 0), "END" if edge["end"] else "START")
    end = spot.behind(_END)
    return Found(spot.start, end.end(), Printed(None, 12, 31)) if end else None


def week_of_day(spot: Spot) -> Found | None:
    """The week in which a day lies, and a week of a month.

    Matches ``Talks are planned for the week of March 6.``; not ``They met for a week in March.``
    """
    if spot.value != "week":
        return None
    of_day = spot.behind(_WEEK_OF)
    if of_day is not None:
        found = found_day(of_day["date"], *of_day.span("date"))
        start = spot.start - 4 if spot.before == "the" else spot.start
        return Found(start, of_day.end(), WeekOf(found.shape)) if found else None
    of_month, lead = spot.behind(_OF_MONTH), spot.lead(_NTH)
    number = month_of(of_month["month"]) if of_month else None
    if of_month is None or lead is None or number is None:
        return None
    nth = ORDINALS.get(lead["ordinal"].lower(), -1)
    return Found(lead.start(), of_month.end(), WeekOf(Recurring("month", number), nth))


def unit_told(spot: Spot) -> Found | None:
    """One unit, told by now or by what the text spoke of.

    Matches ``Talks resume next week.``; not ``Week by week he grew weaker.``
    """
    lead = spot.lead(_TOLD) if spot.is_led_by(word_set("telling")) and not spot.behind(_GOES_ON) else None
    if lead is None:
        return None
    which = lead["which"].lower()
    start, end = lead.start(), spot.end
    if spot.sort == "units":
        shape = _of_several(spot, which)
        return Found(start, end, shape) if shape else None
    but_one = spot.behind(_BUT_ONE) if which == "the" else None
    if but_one is not None and (unit := unit_of(spot.value)) is not None:
        return Found(start, but_one.end(), Shift(unit, -2 if but_one["which"] == "before last" else 2))
    compared = spot.behind(_A_YEAR_BEFORE) if which in _COMPARED else None
    if compared:
        return Found(start, compared.end(), Shift("year", -1, "compared"))
    of_year = spot.behind(_QUARTER_OF_YEAR) if which in YEARS_OFF and spot.value == "year" else None
    if of_year:
        return Found(start, of_year.end(), _quarter_of(of_year, YEARS_OFF[which]))
    before = spot.behind(_THE_DAY_BEFORE) if which == "the" and spot.value in {"day", "week", "month", "year"} else None
    if before:
        unit = cast("Unit", spot.value)
        return Found(start, before.end(), Shift(unit, 1 if before["where"] == "after" else -1, "text"))
    if which in _WHOLE and spot.value in {"year", "quarter", "month", "week"} and spot.behind(_ENDED):
        return Found(start, end, Duration("1", cast("LengthUnit", spot.value)))
    one = _of_one(spot, which)
    return Found(start, end, one) if one else None


def _quarter_of(match: re.Match[str], years: int) -> Shape:
    year = Shift("year", years)
    if match["ordinal"] and match["unit"] != "period":
        return Recurring(
            "half" if match["unit"] == "half" else "quarter", ORDINALS[match["ordinal"].lower()], year=year
        )
    return Latest("quarter", year)


def _of_several(spot: Spot, which: str) -> Shape | None:
    unit = cast("LengthUnit", spot.value)
    if which == "these":
        return Reference("PRESENT_REF") if unit == "day" else None
    if which in {"coming", "future", "the coming"} and unit != "week":
        return Reference("FUTURE_REF")
    told = which.removeprefix("the ").removeprefix("this ")
    return (
        Duration("X", unit) if told in {"recent", "past", "last", "next", "coming", "previous", "following"} else None
    )


def _of_one(spot: Spot, which: str) -> Shape | None:
    unit = unit_of("quarter" if spot.value == "period" else spot.value)
    if unit is None or unit == "half":
        return None
    if which.endswith(("-ago", "-earlier")):
        return Shift("year", -1, "period")
    if spot.value == "period" and which != "the latest":
        return None
    if which in {"the latest", "latest"}:
        return Shift(unit, -1)
    if which in _WHOLE and unit == "quarter":
        return Latest(unit)
    if which in _FROM_NOW:
        return None if which == "the last" and spot.behind(_OF) else Shift(unit, _FROM_NOW[which])
    if which in _FROM_TEXT:
        return Shift(unit, _FROM_TEXT[which], "text")
    if which in _LENGTHS:
        if which == "the next" and unit == "day":
            return Shift(unit, 1, "text")
        return Duration("1", cast("LengthUnit", unit))
    if which in _WHOLE and unit in {"day", "week", "weekend", "month", "year", "decade", "century"}:
        return Shift(unit, 0, "text" if unit in {"day", "weekend", "month"} else "now")
    return None
