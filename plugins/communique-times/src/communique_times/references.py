"""Rules for words that say when without a number: the present, the past, what recurs."""

from __future__ import annotations

import re
from typing import cast

from communique.calendar import DAY_MONTH, MONTH_DAY, WEEKDAY, weekday_of
from communique.patterns import on_first_use
from communique.tables import any_of
from communique_times.printed import found_day
from communique_times.shapes import Each, Part, PartOfDay, Reference, ReferenceName, Shape, Shift, Weekday
from communique_times.spots import Found, Spot
from communique_times.words import word_set

_PARTS = re.compile(
    r"(?:(?P<which>this|that|the (?:next|following|same|previous)|each|every|the|last) )(?:(?:early|late) )?",
    re.IGNORECASE,
)
_OF_DAY = on_first_use(
    re.compile, rf" of (?:(?:{WEEKDAY},? )?(?P<date>{MONTH_DAY}|{DAY_MONTH})|(?P<weekday>{WEEKDAY}))(?!\w)"
)
_HOURS = re.compile(r" hours\b")
_DAYS_OFF: dict[str, Shift] = {
    "this": Shift("day", 0), "that": Shift("day", 0, "text"), "the": Shift("day", 0, "text"),
    "the same": Shift("day", 0, "text"), "the next": Shift("day", 1, "text"), "the following": Shift("day", 1, "text"),
    "the previous": Shift("day", -1, "text"), "last": Shift("day", -1),
}  # fmt: skip
_NOUN = re.compile(
    r"the (?:(?:near|immediate|foreseeable|distant|not-too-distant|recent|very near|near-|long-|short-) ?)?",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(rf" ?[.,;:?!)\"'`]|$| -|\n| (?:{any_of(word_set('behind-nouns'))})\b")
_UNITS = any_of(word_set("units"))
_GOES_ON = re.compile(rf"[ -](?:{_UNITS}|and {_UNITS}|[0-9]|{any_of(word_set('counting'))})")
_TITLE = re.compile(r" [A-Z]")
_KIND_OF_THING = re.compile(rf" (?:[A-Z]|{any_of(word_set('kinds-of-things'))}\b)")
_VERY = re.compile(r"(?:very |more |right )?", re.IGNORECASE)


def reference(spot: Spot) -> Found | None:
    """The present, the past or the future.

    Matches ``The bridge is now closed.``; not ``The bridge is closed to currents.``
    """
    if spot.behind(_GOES_ON) or spot.before == "as":
        return None
    lead = spot.lead(_VERY)
    return Found(lead.start() if lead else spot.start, spot.end, Reference(cast("ReferenceName", spot.value)))


def noun_of_reference(spot: Spot) -> Found | None:
    """The past or the future by a noun.

    Matches ``They left that to the future.``; not ``The past president spoke.``
    """
    lead = spot.lead(_NOUN)
    if lead is None or (" " not in spot.word and spot.behind(_AT_THE_END) is None):
        return None
    return Found(lead.start(), spot.end, Reference(cast("ReferenceName", spot.value)))


def adverb_of_each(spot: Spot) -> Found | None:
    """An adverb or adjective of what recurs.

    Matches ``The panel meets weekly.``; not ``The panel meets weakly.``
    """
    if spot.behind(_KIND_OF_THING if spot.word.lower() in {"annual", "quarterly"} else _TITLE):
        return None
    return Found(spot.start, spot.end, Each(spot.value))


def part_of_day(spot: Spot) -> Found | None:
    """A part of a day told of: "this morning", "the next evening".

    Matches ``They left this morning.``; not ``They sang an evening song.``
    """
    lead = spot.lead(_PARTS)
    if lead is None or spot.behind(_HOURS):
        return None
    which = lead["which"].lower()
    if which in {"each", "every"}:
        return Found(lead.start(), spot.end, Each(f"XXXX-XX-XX{spot.value}"))
    part, of_day = cast("Part", spot.value), spot.behind(_OF_DAY)
    if of_day is not None and which == "the":
        day = Weekday(weekday_of(of_day["weekday"]) or 0) if of_day["weekday"] else _printed(of_day)
        return Found(lead.start(), of_day.end(), PartOfDay(part, day)) if day else None
    return Found(lead.start(), spot.end, PartOfDay(part, _DAYS_OFF[which]))


def _printed(match: re.Match[str]) -> Shape | None:
    found = found_day(match["date"], *match.span("date"))
    return found.shape if found else None
