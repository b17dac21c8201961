"""Rules for dates as they are printed: days, months of years, years, decades, centuries."""

from __future__ import annotations

import re

from attrs import evolve

from communique.calendar import (
    DATE,
    DAY,
    DAY_MONTH,
    MONTH,
    MONTH_DAY,
    MONTHS,
    YEAR,
    YEAR_WORDS,
    month_of,
    printed_date,
    year_of_words,
)
from communique.tables import any_of
from communique_times.pieces import EDGES, OF_YEAR, ORDINAL, ORDINALS, WHICH_LEAD, which_of, year_of
from communique_times.shapes import Each, Latest, Mod, Printed, Recurring, Stretch
from communique_times.spots import Found, Spot
from communique_times.words import word_set

_MONTH_DAY = re.compile(rf"{MONTH_DAY}(?![\w%])")
_DAY_MONTH = re.compile(rf"{DAY_MONTH}(?![\w%])")
_DAY_BEFORE = re.compile(r"(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -]", re.IGNORECASE)
_DAY_IN_WORDS = re.compile(rf"the ({ORDINAL}) of ", re.IGNORECASE)
_YEAR_BEHIND = re.compile(rf"(?:,? (?P<year>{YEAR})(?![\w%]))?")
_ANOTHER_DAY = re.compile(
    rf"(?: ?- ?| (?:and|or|to|through) |, )(?P<day>{DAY})(?:, {YEAR})?(?![\w%]|[,.:/-][0-9]| [a-z]+s\b| {MONTH})"
)
_DAY_BEFORE_DAY = re.compile(rf"(?<![\w.,:/$-])(?P<day>{DAY})(?: ?- ?| (?:and|to|or) |, )\Z")
_LONGEST_LINK = 9
_ANOTHER_YEAR = re.compile(r"[-/](?P<figures>[0-9]{2})(?![\w-]|[./][0-9])")
_FIGURED = re.compile(rf"{DATE}(?![\w/-])")
_DAY_IN_FRONT = re.compile(r"(?<![\w./-])(?P<day>[0-9]{1,2})(?P<mark>[./])(?P<month>[0-9]{1,2})(?P=mark)")
_LONGEST_DAY_IN_FRONT = len("17.09.")
_NO_MORE_FIGURES = re.compile(r"(?![\w-]|[./][0-9])")
_OF_YEAR = re.compile(OF_YEAR)
_WHICH = re.compile(WHICH_LEAD, re.IGNORECASE)
_TO_MONTH = re.compile(
    rf"(?: (?:to|and|until|till|through) | ?- ?)(?P<month>{MONTH})(?: [0-9]{{1,2}},?)? (?P<year>{YEAR})(?![\w%])"
)
_EACH = re.compile(r"(?:each|every) ", re.IGNORECASE)
_YEARS_OF_A_CENTURY = 100
_WHOLE_NAMES = frozenset(name for name in MONTHS if len(name) > len("sept")) | {"may", "june", "july"}
_ALSO_WORDS = frozenset(("may", "march"))
_MATTER = re.compile(r" (?!(?:on|of|to|by|from|for|toward|towards|in|at|and|was|were|is|has|had)\b)[a-z]{3}")
_COUNTED_THINGS = re.compile(rf" (?:{any_of(word_set('counted-things'))}|per cent|of (?:them|the))\b|[,.][0-9]|%")
_YEAR = re.compile(r"(?:(?:the )?(?:(?:fiscal|calendar)(?: year)?|year) |the )?", re.IGNORECASE)
_PERIOD_OF_YEAR = re.compile(
    rf" (?:fiscal )?(?:(?P<ordinal>{ORDINAL})[ -])?(?P<unit>quarter|period|half)\b", re.IGNORECASE
)
_BEYOND = re.compile(r" and beyond\b")
_DECADE = re.compile(r"(?:the )?(?:(?P<edge>early|late|mid)[ -])?'?", re.IGNORECASE)
_CENTURY = re.compile(
    rf"(?:the )?(?:(?P<edge>early|late|mid)[ -])?(?:(?P<figures>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>{ORDINAL}))[ -]",
    re.IGNORECASE,
)


def printed_day(spot: Spot) -> Found | None:
    """A day of a month, with or without its year.

    Matches ``Rebels signed on Sept. 4, 2013.``; not ``Form 4 was signed.``
    """
    match = spot.behind(_MONTH_DAY, spot.start)
    if match is not None:
        found = found_day(match[0], *match.span())
        if found is None or not isinstance(found.shape, Printed) or found.shape.year:
            return found
        year = _year_of_range(spot, found.end)
        return evolve(found, shape=evolve(found.shape, year=year.year)) if year else found
    if spot.page.folded[spot.start - 1 : spot.start] not in {" ", "-"}:
        return None
    lead = spot.lead(_DAY_BEFORE)
    if lead is None:
        return _day_in_words(spot)
    behind = spot.behind(_DAY_MONTH, lead.start("day"))
    return found_day(behind[0], lead.start(), behind.end()) if behind else None


def _day_in_words(spot: Spot) -> Found | None:
    lead, behind = spot.lead(_DAY_IN_WORDS), spot.behind(_YEAR_BEHIND)
    if lead is None or behind is None:
        return None
    return found_day(f"{spot.word} {ORDINALS[lead[1].lower()]}{behind[0]}", lead.start(), behind.end())


def found_day(words: str, start: int, end: int) -> Found | None:
    """The expression that a printed date makes."""
    day = printed_date(words)
    return Found(start, end, Printed(day.year, day.month, day.day)) if day else None


def another_day(spot: Spot, before: Found) -> Found | None:
    """A further day of the month that was just printed.

    Matches ``The summit is on June 12 and 13.``; not ``The summit on June 12 and 13 meetings failed.``
    """
    match = spot.behind(_ANOTHER_DAY, before.end)
    return found_day(f"{spot.word} {match['day']}", *match.span("day")) if match else None


def day_before(spot: Spot, behind: Found) -> Found | None:
    """A day that shares its month with the one printed behind it.

    Matches ``The summit of 7-8 March failed.``; not ``At the summit 7 met on 8 March.``
    """
    day = behind.shape
    folded = spot.page.folded
    if not isinstance(day, Printed) or not folded[behind.start].isdigit() or day.month is None:
        return None
    match = _DAY_BEFORE_DAY.search(folded, max(spot.floor, behind.start - _LONGEST_LINK), behind.start)
    if match is None or int(match["day"]) >= (day.day or 0):
        return None
    return Found(match.start("day"), match.end("day"), Printed(day.year, day.month, int(match["day"])))


def another_year(spot: Spot, before: Found) -> Found | None:
    """A further year by its last two figures.

    Matches ``The war of 1948-49 left the city divided.``; not ``The Boeing of 1948-01 crashed.``
    """
    match = spot.behind(_ANOTHER_YEAR, before.end)
    year = int(spot.value)
    if match is None or before.end != spot.end or int(match["figures"]) <= year % _YEARS_OF_A_CENTURY:
        return None
    number = year - year % _YEARS_OF_A_CENTURY + int(match["figures"])
    return Found(match.start("figures"), match.end(), Printed(number))


def figured_day(spot: Spot) -> Found | None:
    """A day in figures; with dots between them the day comes first.

    Matches ``The text of 2026-01-23 stands.``; not ``The text of 2026-1301 stands.``
    """
    folded, start, end = spot.page.folded, spot.start, spot.end
    match = spot.behind(_FIGURED, start) if folded.startswith("-", end) else None
    if match and match.end() > end:
        return found_day(match[0], *match.span())
    if not folded.startswith((".", "/"), start - 1) or not spot.behind(_NO_MORE_FIGURES):
        return None
    front = _DAY_IN_FRONT.search(folded, max(spot.floor, start - _LONGEST_DAY_IN_FRONT), start)
    if front is None or front.end() != start:
        return None
    if front["mark"] == "/":
        return found_day(folded[front.start() : end], front.start(), end)
    return found_day(f"{spot.word}-{front['month']:0>2}-{front['day']:0>2}", front.start(), end)


def month_of_year(spot: Spot) -> Found | None:
    """A month with its year.

    Matches ``They have met since March 2011.``; not ``They have met since March with 2011 others.``
    """
    stop = spot.word.lower() not in _WHOLE_NAMES and spot.page.folded.startswith(".", spot.end)
    behind = spot.behind(_OF_YEAR, spot.end + stop)
    if behind is None:
        spoken = spot.behind(_OF_SPOKEN_YEAR)
        number = year_of_words(spoken["year"]) if spoken else None
        return Found(spot.start, spoken.end(), Printed(number, int(spot.value))) if spoken and number else None
    year = year_of(behind)
    if isinstance(year, Printed):
        return Found(spot.start, behind.end(), Printed(year.year, int(spot.value)))
    return Found(spot.start, behind.end(), Recurring("month", int(spot.value), year=year))


def _year_of_range(spot: Spot, end: int) -> Printed | None:
    """The year of a month that shares it with a later one: "from June to September 1999"."""
    behind = spot.behind(_TO_MONTH, end)
    later = month_of(behind["month"]) if behind else None
    return Printed(int(behind["year"]) - (later < int(spot.value))) if behind and later else None


def month(spot: Spot) -> Found | None:
    """A month by its name alone.

    Matches ``The truce has held since May.``; not ``Theresa May resigned.``
    """
    word = spot.word.lower()
    end = spot.end
    if word not in _WHOLE_NAMES:
        if spot.page.folded[end : end + 1] != ".":
            return None
        end += 1
    each = spot.lead(_EACH)
    if each:
        return Found(each.start(), end, Each(f"XXXX-{int(spot.value):02}"))
    lead = spot.lead(_WHICH)
    if lead is None or (word in _ALSO_WORDS and not _is_month(spot)):
        return None
    which = which_of(lead)
    start = spot.start if which == "bare" else lead.start()
    year = _year_of_range(spot, end) if which == "bare" else None
    return Found(
        start, end, Printed(year.year, int(spot.value)) if year else Recurring("month", int(spot.value), which)
    )


def _is_month(spot: Spot) -> bool:
    """Tell May and March from the verb, the name and the walk: by the word before, or "the May election"."""
    return spot.before in word_set("before-months") or (spot.before == "the" and spot.behind(_MATTER) is not None)


def year(spot: Spot) -> Found | None:
    """A year in figures.

    Matches ``The maps of 1903 say so.``; not ``Some 1903 people signed.``
    """
    page = spot.page
    before = page.folded[max(0, spot.start - 1) : spot.start]
    if (
        before in {"$", "#", ",", ".", "/", ":", "+"}
        or spot.before in word_set("counted")
        or spot.behind(_COUNTED_THINGS)
    ):
        return None
    lead = spot.lead(_YEAR)
    start = lead.start() if lead else spot.start
    number = int(spot.value)
    period = spot.behind(_PERIOD_OF_YEAR)
    if period is not None:
        return _period_of(number, start, period)
    if lead is not None and lead[0].lower() == "the ":
        start = spot.start
    beyond = spot.behind(_BEYOND)
    return Found(start, beyond.end() if beyond else spot.end, Printed(number))


def _period_of(number: int, start: int, period: re.Match[str]) -> Found:
    year = Printed(number)
    if period["ordinal"] and period["unit"].lower() != "period":
        quarter = Recurring(
            "half" if period["unit"] == "half" else "quarter", ORDINALS[period["ordinal"].lower()], year=year
        )
        return Found(start, period.end(), quarter)
    return Found(start, period.end(), Latest("quarter", year))


def spoken_year(spot: Spot) -> Found | None:
    """A year in words.

    Matches ``He was convicted in nineteen ninety-one.``; not ``He counted nineteen votes.``
    """
    match = spot.behind(_SPOKEN_YEAR, spot.start)
    year = year_of_words(match[0]) if match else None
    if match is None or year is None:
        return None
    lead = spot.lead(_YEAR)
    return Found(lead.start() if lead else spot.start, match.end(), Printed(year))


_OF_SPOKEN_YEAR = re.compile(rf",? (?:of )?(?P<year>{YEAR_WORDS})")
_SPOKEN_YEAR = re.compile(rf"{YEAR_WORDS}(?! (?!has\b|was\b|is\b|as\b|this\b|its\b)[a-z]+s\b)")


def decade(spot: Spot) -> Found | None:
    """A decade.

    Matches ``Relations soured in the 1980s.``; not ``Men in their 60s signed.``
    """
    number = int(spot.value)
    lead = spot.lead(_DECADE)
    start = lead.start() if lead else spot.start
    if spot.page.word_before(start) in word_set("owners") or (
        number < _YEARS_OF_A_CENTURY and not _is_told_as_decade(spot, start)
    ):
        return None
    return Found(start, spot.end, Stretch("decade", number), _edge_of(lead))


def _edge_of(lead: re.Match[str] | None) -> Mod | None:
    return EDGES[lead["edge"].lower()] if lead and lead["edge"] else None


def _is_told_as_decade(spot: Spot, start: int) -> bool:
    """Two figures are a decade behind "the", an apostrophe, or another decade."""
    words = spot.page.folded[start : spot.start].lower()
    return (
        "'" in words
        or "the" in words
        or spot.page.folded[spot.start - 1 : spot.start] == "'"
        or (spot.page.word_before(start) in {"and", "or"} and spot.page.folded[start - 6 : start - 5] == "s")
    )


def century(spot: Spot) -> Found | None:
    """A century.

    Matches ``The border dates from the 19th century.``; not ``The border is a century old.``
    """
    lead = spot.lead(_CENTURY) if spot.value == "century" else None
    if lead is None:
        return None
    number = int(lead["figures"]) if lead["figures"] else ORDINALS[lead["word"].lower()]
    return (
        Found(lead.start(), spot.end, Stretch("century", (number - 1) * _YEARS_OF_A_CENTURY), _edge_of(lead))
        if 1 < number < _YEARS_OF_A_CENTURY
        else None
    )
