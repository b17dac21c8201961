"""Which rule is tried on which line, and what is found: the dateline of the story, and those of a digest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from communique import Dateline, Reading
from communique_datelines.making import Rule
from communique_datelines.opening import openings, openings_behind_headline, openings_below
from communique_datelines.rules import (
    agency_alone,
    agency_city,
    city_agency,
    city_alone,
    city_bare_agency,
    city_colon,
    city_day,
    city_day_agency,
    city_day_in_brackets,
    city_day_line,
    city_line,
    city_lost_dash,
    city_slashed_agency,
    day_city,
)

MOST_STORIES = 50
"""A digest has no more further stories."""

RULES_BEFORE: dict[str, tuple[Rule, ...]] = {
    "": (agency_city, day_city, agency_alone),
    "(": (city_day_in_brackets, city_agency),
    "-": (agency_alone, city_bare_agency, city_day_agency, city_day, city_agency, city_alone),
    "_": (city_alone,),
    ":": (city_colon, day_city),
    "/": (city_slashed_agency,),
    "\n": (city_line,),
    ".": (city_day_agency, city_slashed_agency, city_bare_agency, agency_alone),
    ",": (city_day_agency, city_bare_agency, city_day, city_slashed_agency, city_agency, city_day_line, city_lost_dash),
}
"""The rules that can fit a line by the mark behind its places ("" where there are none), most evidence first."""

RULES_BEFORE_WORDS: tuple[Rule, ...] = (
    city_day_line,
    city_day_agency,
    city_day,
    city_slashed_agency,
    city_bare_agency,
    agency_alone,
    city_lost_dash,
)
"""Those that can fit where a word or a number stands behind the places."""

RULES_OF_DIGESTS = frozenset((city_day_agency, city_agency, city_slashed_agency, city_bare_agency, city_day))
"""Those that tell the further stories of a digest."""

RULES: tuple[Rule, ...] = tuple(dict.fromkeys(sum(RULES_BEFORE.values(), RULES_BEFORE_WORDS)))
"""All rules."""


def find_datelines(reading: Reading) -> Iterator[Dateline]:
    """Give the dateline of a story, if it has one, and those of the stories below it in a digest.

    The first line that one of the rules fits decides.  Where there is none, the dateline may follow its headline on the
    same line.  Further stories need more evidence: a known agency, or a known city and a day.
    """
    dateline = _first(reading) or _behind_headline(reading)
    if dateline is not None:
        yield dateline
        yield from islice(_below(reading, dateline.span.end), MOST_STORIES)


def _first(reading: Reading) -> Dateline | None:
    for mark, opening in openings(reading):
        for rule in _rules_before(mark):
            dateline = rule(opening)
            if dateline is not None:
                return dateline
    return None


def _rules_before(mark: str) -> tuple[Rule, ...]:
    return RULES_BEFORE_WORDS if mark.isalnum() else RULES_BEFORE.get(mark, ())


def _behind_headline(reading: Reading) -> Dateline | None:
    for opening in openings_behind_headline(reading):
        if opening.known_city:
            for rule in (city_day_agency, city_agency):
                dateline = rule(opening)
                if dateline is not None and not dateline.span.text.endswith(")"):
                    return dateline
    return None


def _below(reading: Reading, offset: int) -> Iterator[Dateline]:
    """The datelines of further stories: their cities in capitals, and nothing that the rest of a story might print."""
    for mark, opening in openings_below(reading, offset):
        for rule in _rules_before(mark):
            dateline = rule(opening) if rule in RULES_OF_DIGESTS and opening.in_capitals else None
            if dateline is not None:
                agency = dateline.agency_span
                sure = opening.known if agency is None else opening.is_agency(agency)
                if sure and not dateline.span.text.endswith(")"):
                    yield dateline
                break
