"""Rules for numbers of units: lengths of time, points so many units away, and what comes so often."""

from __future__ import annotations

import re
from typing import cast

from communique.calendar import NUMBER, number_of
from communique.patterns import on_first_use
from communique.tables import any_of
from communique_times.lengths import length, unit_of
from communique_times.pieces import ANY_ORDINAL, APPROXIMATE, COUNT, amount_of, mod_of, ordinal_of
from communique_times.shapes import Base, Duration, Each, LengthUnit, Reference, Shape, Shift
from communique_times.spots import Found, Spot
from communique_times.words import word_set

_KIND = rf"(?:{any_of(word_set('kinds-of-units'))}[ -]){{0,2}}"
_COUNTED = re.compile(
    rf"(?:{APPROXIMATE})?(?:(?P<the>(?:the |these |those |its |his |her |their )?(?:last|past|next|coming|previous|"
    rf"following|first|final|opening|preceding|closing|year-earlier|year-ago|additional)"
    rf"|the|these|those|another|an additional|a mere|a) )?"
    rf"(?P<count>{COUNT})(?P<hyphen>[ -])(?:to (?P<second>{NUMBER})[ -])?{_KIND}",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?P<or_so> or so)? (?P<where>ago|(?:earlier|later)(?! than\b)|hence|before(?=[.,;]|$)|previously)\b"
)
_AFTER = re.compile(r"'?(?P<or_so> or so)?(?P<long>-long)?(?P<ahead> (?:ahead|to come)\b)?")
_AGO = re.compile(r" ago\b")
_OLD = re.compile(r"[ -]old\b|'? of age\b|-olds\b")
_LONG = re.compile(r"-long\b")
_OF = re.compile(r" of (?!the (?:year|month|week|day))")
_EACH = on_first_use(
    re.compile, rf"(?:each|every|per) (?:(?P<other>other) )?(?:(?P<number>{NUMBER}) )?{_KIND}", re.IGNORECASE
)
_IN_ITS_TURN = re.compile(
    rf"(?:(?P<near>nearing|approaching|entering) )?(?:its|their|his|her) (?P<ordinal>{ANY_ORDINAL})[ -]"
    r"(?:(?:full|straight) )?",
    re.IGNORECASE,
)
_HOW_OFTEN = on_first_use(re.compile, rf"(?:once|twice|thrice|{NUMBER} times) an? ", re.IGNORECASE)
_SHORTEST_PLURAL = 3


def each_unit(spot: Spot) -> Found | None:
    """What comes with every unit.

    Matches ``The panel meets every two weeks.``; not ``Everyone sat down at table.``
    """
    unit = _length_unit(spot)
    lead = spot.lead(_EACH) if spot.is_led_by(word_set("each")) else None
    if lead is None or unit is None:
        return None
    number = number_of(lead["number"].lower()) if lead["number"] else 1
    amount = 2 if lead["other"] else number
    return Found(lead.start(), spot.end, Each(length(Duration(str(amount or 1), unit))))


def units_away(spot: Spot) -> Found | None:
    """So many units before or after a point of time.

    Matches ``He resigned two weeks ago.``; not ``He resigned after two weeks.``
    """
    behind = spot.behind(_AWAY)
    unit = _length_unit(spot)
    lead = spot.lead(_COUNTED) if behind and unit else None
    if lead is None or behind is None or unit is None or lead["second"]:
        return None
    where, amount = behind["where"], amount_of(lead)
    shape = _away(amount, unit, where)
    if shape is None:
        return Found(lead.start(), spot.end, Duration(amount, unit), mod_of(lead["approximate"]))
    mod = "APPROX" if behind["or_so"] else mod_of(lead["approximate"], of_point=True)
    return Found(lead.start(), behind.end(), shape, mod)


def _away(amount: str, unit: LengthUnit, where: str) -> Shape | None:
    later = where in {"later", "hence"}
    if unit == "fortnight" and amount.isdigit():
        unit, amount = "week", str(2 * int(amount))
    granule = unit_of(unit)
    from_now = where in {"ago", "hence"}
    if not amount.isdigit() or granule is None:
        return None if not from_now else _far(later=later)
    base: Base = "now" if from_now else "text"
    if unit == "year" and amount == "1" and not later:
        base = "period"
    if unit == "week" and amount == "1" and from_now:
        return Shift("day", 7 if later else -7)
    return Shift(granule, int(amount) if later else -int(amount), base)


def _far(*, later: bool) -> Shape:
    return Reference("FUTURE_REF" if later else "PAST_REF")


def counted_units(spot: Spot) -> Found | None:
    """A number of units.

    Matches ``The siege lasted about four hours.``; not ``The 44-year-old resigned at 44 years of age.``
    """
    lead, unit = spot.lead(_COUNTED), _length_unit(spot)
    if lead is None or unit is None or spot.behind(_OLD) or not _is_length(spot, lead, unit):
        return None
    amount = amount_of(lead)
    if lead["one"] and spot.page.word_before(lead.start()) in word_set("how-often"):
        often = spot.lead(_HOW_OFTEN)
        return Found(often.start() if often else lead.start(), spot.end, Each(length(Duration("1", unit))))
    after = spot.behind(_AFTER)
    if lead["second"]:
        amount = "X"
    elif lead["vague"] and "couple" in lead["vague"].lower():
        amount = "2"
    mod = "APPROX" if after and after["or_so"] else mod_of(lead["approximate"])
    start = lead.start()
    if (lead["the"] or "").lower() == "last" and spot.page.word_before(start) in {"to", *word_set("future")}:
        start = lead.start("count")  # the verb
    if (lead["hyphen"] == "-" or (spot.sort == "unit" and lead["number"] and amount != "1")) and lead["the"] in {
        "the",
        "The",
        "a",
        "A",
        "these",
        "those",
    }:
        start = lead.start("count")
    return Found(start, after.end() if after else spot.end, Duration(amount, unit), mod)


def _is_length(spot: Spot, lead: re.Match[str], unit: LengthUnit) -> bool:
    """Tell a length of time from a share (a quarter of), a rate ($5 a year), an order (a second group), an age."""
    before = spot.page.word_before(lead.start())
    if before in word_set("ages"):
        return False
    if unit == "quarter":
        return spot.sort == "units" and lead["hyphen"] == " " and spot.behind(_OF) is None
    if not lead["one"]:
        return True
    if unit == "second" or spot.sort == "units":
        return False
    is_rate = before and (before[-1].isdigit() or before in word_set("rates") or _is_plural(before))
    return not is_rate or before in word_set("how-often")


def _is_plural(word: str) -> bool:
    return (
        len(word) > _SHORTEST_PLURAL
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in word_set("verbs-in-s")
    )


def unit_in_its_turn(spot: Spot) -> Found | None:
    """The unit that something has come to: as long as that it has lasted, or nearly so.

    Matches ``The siege is nearing its fourth year.``; not ``The fall of its fourth city ended the year.``
    """
    unit = _length_unit(spot)
    lead = spot.lead(_IN_ITS_TURN) if spot.is_led_by(word_set("possessives")) else None
    if lead is None or unit is None or unit in {"second", "quarter"}:
        return None
    if not lead["near"] and spot.page.word_before(lead.start()) not in word_set("turns"):
        return None
    return Found(lead.start(), spot.end, Duration(str(ordinal_of(lead["ordinal"])), unit), "LESS_THAN")


def bare_units(spot: Spot) -> Found | None:
    """Units without a number: some of them, or one that is long.

    Matches ``The blockade lasted weeks.``; not ``A week passed.``
    """
    unit = _length_unit(spot)
    long = spot.behind(_LONG)
    if spot.before.isdigit():
        return None
    if unit is None or unit in {"second", "quarter"} or (spot.sort != "units" and not long) or spot.behind(_OLD):
        return None
    ago = spot.behind(_AGO) if spot.sort == "units" else None
    if ago:
        return Found(spot.start, ago.end(), Reference("PAST_REF"))
    after = spot.behind(_AFTER)
    if spot.sort != "units":
        return Found(spot.start, after.end() if after else spot.end, Duration("1", unit))
    if long and unit == "decade":
        unit = "year"
    lead = spot.page.word_before(spot.start) == "the" and after is not None and after["ahead"]
    return Found(spot.start - 4 if lead else spot.start, after.end() if after else spot.end, Duration("X", unit))


def _length_unit(spot: Spot) -> LengthUnit | None:
    return None if spot.value in {"period", "half"} else cast("LengthUnit", spot.value)
