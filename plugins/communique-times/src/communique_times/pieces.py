"""Pieces of temporal expressions, for patterns on the folded text, and what they mean.

Leads are matched from one of the words before a head up to the head, tails right behind it.  Nothing repeats without
bound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from communique.calendar import NUMBER, number_of
from communique.tables import any_of
from communique_times.shapes import Mod, Printed, Shape, Shift, Which

ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "thirtieth": 30,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
"""Ordinals in words, and the short ones in figures."""

ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
"""One of these."""

ANY_ORDINAL = rf"(?:{ORDINAL}|[0-9]{{1,3}}(?:st|nd|rd|th))"
"""One of these, or any in figures."""


def ordinal_of(words: str) -> int:
    """The number of an ordinal.

    >>> ordinal_of("Third"), ordinal_of("12th")
    (3, 12)
    """
    return ORDINALS.get(words.lower()) or int(words[:-2])


_APPROXIMATORS: Mapping[str, Mod] = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "nearing": "LESS_THAN", "just under": "LESS_THAN", "just over": "MORE_THAN",
    "over": "MORE_THAN", "more than": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "no fewer than": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "as much as": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
}  # fmt: skip
_OF_POINTS: Mapping[Mod, Mod] = {
    "LESS_THAN": "AFTER", "MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip


APPROXIMATE = rf"(?!(?:over|under) (?:the|these|those) )(?P<approximate>{any_of(_APPROXIMATORS)}) (?:a mere )?"
"""What makes a number inexact: "about", "more than"; in "over the past week" it does not."""

VAGUE = r"(?:several|many|a few|few|some|(?:a )?couple of|(?:a )?couple|dozens of|a number of)"
"""A number that is not told."""

COUNT = (
    rf"(?:(?P<half>half an?|half)|(?P<number>{NUMBER}(?:\.[0-9]{{1,2}}(?![0-9]))?)"
    rf"(?P<and_half> and a half|-and-a-half| 1/2)?"
    rf"|(?P<vague>{VAGUE})|(?P<one>an?))"
)
"""How many."""

WHICH: Mapping[str, Which] = {
    "last": "last", "next": "next", "this": "this", "that": "same", "the same": "same", "the previous": "before",
    "the preceding": "before", "the following": "after",
    "this past": "last", "this coming": "next", "the next": "after",
    "the": "bare", "the last": "last", "this last": "last",
}  # fmt: skip
"""Which of those that recur is told by the words before it."""

WHICH_LEAD = rf"(?:(?P<which>{any_of(WHICH)})[ -])?"
"""Those words, if any."""

YEARS_OFF: Mapping[str, int] = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1}
OF_YEAR = (
    r"(?:,? (?:of )?(?:(?:fiscal )?(?P<year>(?:1[5-9]|20)[0-9]{2})(?![\w-])|(?P<relative>last|this|next) year\b"
    r"|(?P<told>the (?:previous |following |same |current )?)year\b))"
)
"""The year behind what recurs in every year."""


EDGES: Mapping[str, Mod] = {"early": "START", "mid": "MID", "late": "END"}
"""Which part of a period is meant."""


def year_of(match: re.Match[str] | None) -> Shape | None:
    """The year that `OF_YEAR` names."""
    if match is None:
        return None
    if match["year"]:
        return Printed(int(match["year"]))
    if match["relative"]:
        return Shift("year", YEARS_OFF[match["relative"].lower()])
    told = match["told"].lower().strip()
    if told in {"the", "the current"}:
        return Shift("year", 0)
    return Shift("year", YEARS_OFF.get(told.removeprefix("the "), 0), "text")


def which_of(match: re.Match[str]) -> Which:
    """What `WHICH_LEAD` says."""
    words = match["which"]
    return WHICH[words.lower()] if words else "bare"


def amount_of(match: re.Match[str]) -> str:
    """What `COUNT` says: a number, or X.

    >>> pattern = re.compile(COUNT)
    >>> [amount_of(pattern.fullmatch(words)) for words in ("two and a half", "half an", "several", "a", "1,200")]
    ['2.5', '0.5', 'X', '1', '1200']
    """
    if match["vague"]:
        return "X"
    if match["half"]:
        return "0.5"
    words = match["number"]
    if words is None:
        return "1"
    whole, _, fraction = words.partition(".")
    number = str(number_of(whole.lower()) or 0)
    fraction = "5" if match["and_half"] else fraction
    return f"{number}.{fraction}" if fraction else number


def mod_of(words: str | None, *, of_point: bool = False) -> Mod | None:
    """The modifier that an inexact number makes: of a duration, or of a point in time counted by it.

    >>> mod_of("more than"), mod_of("more than", of_point=True)
    ('MORE_THAN', 'BEFORE')
    """
    mod = _APPROXIMATORS.get(words.lower()) if words else None
    return _OF_POINTS.get(mod, mod) if mod and of_point else mod
