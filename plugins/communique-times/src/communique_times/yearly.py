"""Rules for what comes once in each year: seasons, quarters and halves, feasts."""

from __future__ import annotations

import re
from typing import cast

from communique.calendar import YEAR
from communique_times.granules import YearlyUnit
from communique_times.pieces import OF_YEAR, ORDINALS, WHICH_LEAD, YEARS_OFF, which_of, year_of
from communique_times.shapes import Feast, FeastName, Printed, Recurring, Shape, Shift
from communique_times.spots import Found, Spot
from communique_times.words import word_set

_SEASON = re.compile(rf"{WHICH_LEAD}(?:(?P<edge>early|late|mid)[ -])?", re.IGNORECASE)
_OF_YEAR = re.compile(OF_YEAR)
_QUARTER = re.compile(
    rf"(?:(?P<which>(?:last|this|next) year's|its|the(?: (?:same|year-(?:ago|earlier)|latest|current))?|a|this|last) )?"
    rf"(?:fiscal[ -])?(?:(?P<before>{YEAR}) )?(?:fiscal[ -])?"
    r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|final|last)[ -]",
    re.IGNORECASE,
)
_ORDINALS = frozenset((*ORDINALS, "final", "last"))
_HALVES = 2
_BEFORE_SIGNS = frozenset(("in", "for", "of", "during", "since", "from", "to", "until", "through"))
_FEAST = re.compile(r"(?:(?P<which>last|this|next) )?", re.IGNORECASE)
_ON_DAY = re.compile(r" (?:[Dd]ay|[Ee]ve)\b")


def season(spot: Spot) -> Found | None:
    """A season of a year.

    Matches ``Fighting flared last spring.``; not ``Prices fall when waters spring from rock.``
    """
    lead, behind = spot.lead(_SEASON), spot.behind(_OF_YEAR)
    year = year_of(behind)
    which = lead["which"] if lead else None
    start = lead.start() if lead else spot.start
    told = year is not None or (which is not None and which.lower() != "the")
    if not told and spot.page.word_before(start) not in word_set("before-seasons"):
        return None
    if which is None and lead and lead["edge"] is None:
        start = spot.start
    of_lead = which_of(lead) if lead and which else "bare"
    return Found(start, behind.end() if behind else spot.end, Recurring("season", int(spot.value), of_lead, year))


def quarter(spot: Spot) -> Found | None:
    """A quarter or half of a year.

    Matches ``Exports fell in the third quarter of 2025.``; not ``They rebuilt the old quarter.``
    """
    lead = spot.lead(_QUARTER) if spot.is_led_by(_ORDINALS) else None
    if lead is None:
        return None
    unit: YearlyUnit = "half" if spot.value == "half" else "quarter"
    ordinal = lead["ordinal"].lower()
    number = ORDINALS.get(ordinal, 2 if unit == "half" else 4)
    which, behind = (lead["which"] or "").lower(), spot.behind(_OF_YEAR)
    if (unit == "half" and number > _HALVES) or (ordinal == "last" and behind is None):
        return None
    year: Shape | None = year_of(behind) or (Printed(int(lead["before"])) if lead["before"] else None)
    if "year-" in which:
        year = Shift("year", -1)
    elif which.endswith("year's"):
        year = Shift("year", YEARS_OFF[which.split()[0]])
    hyphen = spot.page.folded[spot.start - 1] == "-"
    left_out = lead["which"] is not None and (which in {"its", "a"} or (hyphen and year is None))
    start = lead.end("which") + 1 if left_out else lead.start()
    return Found(start, behind.end() if behind else spot.end, Recurring(unit, number, "bare", year))


def quarter_sign(spot: Spot) -> Found | None:
    """A quarter or half of a year by its sign.

    Matches ``Exports fell in Q3 2025.``; not ``Q1: Is the truce dead?``
    """
    behind = spot.behind(_OF_YEAR)
    if behind is None and spot.before not in _BEFORE_SIGNS:
        return None
    unit: YearlyUnit = "half" if spot.word.startswith("H") else "quarter"
    return Found(
        spot.start, behind.end() if behind else spot.end, Recurring(unit, int(spot.value), "bare", year_of(behind))
    )


def feast(spot: Spot) -> Found | None:
    """A feast or public holiday that has a day in each year.

    Matches ``Prisoners came home on Christmas Day.``; not ``Nobody has given thanks.``
    """
    lead, behind = spot.lead(_FEAST), spot.behind(_OF_YEAR)
    day = spot.behind(_ON_DAY)
    end = behind.end() if behind else day.end() if day and spot.value in {"thanksgiving", "christmas"} else spot.end
    which = which_of(lead) if lead and lead["which"] else "bare"
    return Found(
        lead.start() if lead else spot.start, end, Feast(cast("FeastName", spot.value), which, year_of(behind))
    )
