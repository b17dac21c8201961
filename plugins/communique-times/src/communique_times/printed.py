"""Rules for dates as they are printed: days, months of years, years, decades, centuries."""

from __future__ import annotations

import re

from communique.calendar import DATE, MONTH, MONTH_DAY, MONTHS, YEAR, month_of, printed_date
from communique_times.shapes import Printed, Recurring, Shift, Stretch, Which
from communique_times.spots import Found, Spot
from communique_times.words import any_of, words_of

_MONTH_DAY = re.compile(rf"(?P<date>(?P<head>){MONTH_DAY})(?![\w%])")
_DAY_MONTH = re.compile(
    rf"(?P<date>[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s{{1,3}}of)?\s{{1,3}}(?P<head>{MONTH})(?:,?\s{{1,3}}{YEAR})?)"
)
_ISO_OR_SLASHED = re.compile(rf"{DATE}(?![\w/-])")
_MONTH_OF_YEAR = re.compile(
    rf"(?P<head>(?P<month>{MONTH})),?\s{{1,3}}(?:of\s)?(?:(?P<year>{YEAR})(?!\w)|(?P<relative>last|this|next) year\b)"
)
_BARE_MONTH = re.compile(
    rf"(?:(?P<which>last|next|this|that|the previous|the following|the same)\s)?(?P<head>{MONTH})", re.IGNORECASE
)
_ABBREVIATED = 4
_WHICH: dict[str, Which] = {
    "last": "last", "next": "next", "this": "this", "that": "same", "the same": "same", "the previous": "before",
    "the following": "after",
}  # fmt: skip
_WHOLE_NAMES = frozenset(name for name in MONTHS if len(name) > _ABBREVIATED) | {"may", "june", "july"}
_ALSO_WORDS = frozenset(("May", "March", "MAY", "MARCH"))
_BEFORE_MONTHS = words_of("before-months")
_COUNTED = words_of("counted")
_COUNTED_THINGS = re.compile(rf" (?:{any_of('counted-things')}|per cent|of (?:them|the))\b|[,.][0-9]|%")
_YEAR = re.compile(
    r"(?:(?:the )?(?:(?:fiscal|calendar)(?: year)?|year) )?(?P<head>[0-9]{4})(?: and beyond)?", re.IGNORECASE
)
_DECADE = re.compile(r"(?:the )?'?(?P<head>(?:[0-9]{2}|[A-Za-z])\w{2,8})", re.IGNORECASE)
_OWNERS = words_of("owners")


def printed_day(spot: Spot) -> Found | None:
    """A day of a month, with or without its year.

    Matches: ``Rebels signed on Sept. 4, 2013.``  Must not: ``Form 4 was signed.``
    """
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        match = spot.match(pattern)
        if match is not None:
            return found_day(match["date"], *match.span("date"))
    return None


def found_day(words: str, start: int, end: int) -> Found | None:
    """The expression that a printed date makes."""
    day = printed_date(words)
    return Found(start, end, Printed(day.year, day.month, day.day)) if day else None


def figured_day(spot: Spot) -> Found | None:
    """A day in figures.

    Matches: ``The text of 2026-01-23 stands.``  Must not: ``The text of 2026-1301 stands.``
    """
    match = spot.behind(_ISO_OR_SLASHED, spot.start)
    return found_day(match[0], *match.span()) if match and match.end() > spot.end else None


def month_of_year(spot: Spot) -> Found | None:
    """A month with its year.

    Matches: ``They have met since March 2011.``  Must not: ``They have met since March with 2011 others.``
    """
    match = spot.match(_MONTH_OF_YEAR)
    month = month_of(match["month"]) if match else None
    if match is None or month is None:
        return None
    if match["year"]:
        return Found.of(match, Printed(int(match["year"]), month))
    return Found.of(
        match, Recurring("month", month, year=Shift("year", ("last", "this", "next").index(match["relative"]) - 1))
    )


def month(spot: Spot) -> Found | None:
    """A month by its name alone.

    Matches: ``The truce has held since May.``  Must not: ``Theresa May resigned.``
    """
    word = spot.page.folded[spot.start : spot.end]
    match = spot.match(_BARE_MONTH)
    if match is None or not (word.lower() in _WHOLE_NAMES or match[0].endswith(".")):
        return None
    if word in _ALSO_WORDS and spot.page.word_before(spot.start) not in _BEFORE_MONTHS:
        return None
    which = match["which"]
    return Found.of(match, Recurring("month", int(spot.value), _WHICH[which.lower()] if which else "bare"))


def year(spot: Spot) -> Found | None:
    """A year in figures.

    Matches: ``The maps of 1903 say so.``  Must not: ``Some 1903 people signed.``
    """
    page = spot.page
    before = page.folded[max(0, spot.start - 1) : spot.start]
    if before in {"$", "#", ",", "."} or page.word_before(spot.start) in _COUNTED or spot.behind(_COUNTED_THINGS):
        return None
    match = spot.match(_YEAR)
    return Found.of(match, Printed(int(spot.value))) if match else None


def decade(spot: Spot) -> Found | None:
    """A decade.

    Matches: ``Relations soured in the 1980s.``  Must not: ``Men in their 60s signed.``
    """
    number = int(spot.value)
    before = spot.page.word_before(spot.start)
    if before in _OWNERS:
        return None
    match = spot.match(_DECADE)
    return match and Found.of(match, Stretch("decade", number))
