"""Rules for numbers of units: lengths of time, points so many units away, and what comes so often."""

from __future__ import annotations

import re
from typing import cast

from communique_times.pieces import APPROXIMATE, COUNT, ORDINALS, amount_of, mod_of
from communique_times.resolving import length, unit_of
from communique_times.shapes import Base, Duration, Each, LengthUnit, Reference, Shape, Shift
from communique_times.spots import Found, Spot
from communique_times.words import words_of

_UNIT = r"(?P<head>[a-z]+)(?:'(?!\w))?"
_KIND = (
    r"(?:(?:full|entire|whole|calendar|business|trading|working|consecutive|straight|additional|other|more|long) ){0,2}"
)
_COUNTED = re.compile(
    rf"(?:{APPROXIMATE})?(?:(?P<the>the (?:last|past|next|coming|previous|following|first|final|opening|preceding|"
    rf"year-earlier|year-ago)|these|those|the|another|last|past|next|first|an additional) )?{COUNT}[ -]"
    rf"(?:to (?P<second>[0-9a-z]+)[ -])?{_KIND}{_UNIT}",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?P<or_so> or so)? (?P<where>ago|earlier|later|from now|hence|before(?=[.,;]|$)|previously)\b", re.IGNORECASE
)
_OR_SO = re.compile(r" or so\b")
_OLD = re.compile(r"[ -]old\b|s? of age\b")
_TERM = re.compile(r" (?:term|period)\b(?= of office)")
_LONG = re.compile(r"-long\b")
_EACH = re.compile(
    r"(?:(?P<each>each|every|per) )(?:(?P<other>other) )?(?:(?P<number>[0-9]{1,3}|[a-z]+) )?(?P<head>[a-z]+)",
    re.IGNORECASE,
)
_IN_ITS_TURN = re.compile(
    rf"(?:(?:nearing|approaching|entering) )?(?:its|their|his|her|a) (?P<ordinal>{'|'.join(ORDINALS)})"
    r"(?: (?:full|straight))? (?P<head>[a-z]+)",
    re.IGNORECASE,
)
_RATES = words_of("rates")
_FORTNIGHT = {"fortnight": ("2", "week")}
_HALF_YEAR = 6


def each_unit(spot: Spot) -> Found | None:
    """What comes with every unit.

    Matches: ``The panel meets every two weeks.``  Must not: ``The panel met two weeks.``
    """
    match = spot.match(_EACH)
    unit = _length_unit(spot)
    if match is None or unit is None:
        return None
    words = match["number"]
    number = _number(words) if words else "1"
    if number is None:
        return None
    amount = "2" if match["other"] else number
    value = "P1Q" if unit == "quarter" and amount == "1" else length(Duration(amount, unit))
    return Found.of(match, Each(value))


def units_away(spot: Spot) -> Found | None:
    """So many units before or after a point of time.

    Matches: ``He resigned two weeks ago.``  Must not: ``He resigned after two weeks.``
    """
    match = spot.match(_COUNTED)
    behind = spot.behind(_AWAY, match.end()) if match else None
    unit = _length_unit(spot)
    if match is None or behind is None or unit is None or match["second"]:
        return None
    where = behind["where"].lower()
    amount = amount_of(match)
    mod = "APPROX" if behind["or_so"] else mod_of(match["approximate"], of_point=True)
    return Found(match.start(), behind.end(), _away(amount, unit, where), mod)


def _away(amount: str, unit: LengthUnit, where: str) -> Shape:
    later = where in {"later", "from now", "hence"}
    granule = unit_of(unit)
    if not amount.isdigit() or granule is None:
        return Reference("FUTURE_REF" if later else "PAST_REF")
    base: Base = "now" if where in {"ago", "from now", "hence"} else "text"
    if unit == "year" and amount == "1" and not later:
        base = "period"
    return Shift(granule, int(amount) if later else -int(amount), base)


def counted_units(spot: Spot) -> Found | None:
    """A number of units.

    Matches: ``The siege lasted about four hours.``  Must not: ``The 44-year-old resigned.``
    """
    match = spot.match(_COUNTED)
    unit = _length_unit(spot)
    if match is None or unit is None or spot.behind(_OLD, match.end()):
        return None
    end, amount = match.end(), amount_of(match)
    mod = mod_of(match["approximate"])
    or_so, long = spot.behind(_OR_SO, end), spot.behind(_LONG, end)
    if or_so or long:
        end = (or_so or long).end()  # type: ignore[union-attr]
        mod = "APPROX" if or_so else mod
    if match["one"] and spot.page.word_before(match.start()) in _RATES:
        return Found(match.start(), end, Each(length(Duration("1", unit))))
    if match["one"] and spot.sort == "units":
        return None
    return Found(match.start(), end, Duration(amount, unit), mod)


def unit_in_its_turn(spot: Spot) -> Found | None:
    """The unit that something has come to: as long as that it has lasted, or nearly so.

    Matches: ``The siege is nearing its fourth year.``  Must not: ``The siege of its fourth city ended.``
    """
    match = spot.match(_IN_ITS_TURN)
    unit = _length_unit(spot)
    if match is None or unit is None:
        return None
    return Found.of(match, Duration(str(ORDINALS[match["ordinal"].lower()]), unit), "LESS_THAN")


def bare_units(spot: Spot) -> Found | None:
    """Units without a number: some of them.

    Matches: ``The blockade lasted weeks.``  Must not: ``A week passed.``
    """
    unit = _length_unit(spot)
    if spot.sort != "units" or unit is None or unit in {"second", "quarter"} or spot.behind(_OLD):
        return None
    long = spot.behind(_LONG)
    return Found(spot.start, long.end() if long else spot.end, Duration("X", unit))


def _length_unit(spot: Spot) -> LengthUnit | None:
    return None if spot.value in {"period", "half", "fortnight"} else cast("LengthUnit", spot.value)


def _number(words: str) -> str | None:
    from communique.calendar import number_of

    number = number_of(words.lower())
    return str(number) if number else None
