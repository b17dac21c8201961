"""Pieces of temporal expressions, for patterns on the folded text, and what they mean.

Patterns begin at one of the words before a head and hold the head as the group of that name.  Nothing repeats without
bound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from communique.calendar import NUMBER, number_of
from communique_times.shapes import Mod
from communique_times.words import words_of

ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Ordinals of quarters and halves."""

_APPROXIMATORS: Mapping[str, Mod] = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "nearing": "LESS_THAN", "just under": "LESS_THAN", "just over": "MORE_THAN",
    "over": "MORE_THAN", "more than": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "no fewer than": "EQUAL_OR_MORE", "as long as": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "as much as": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
}  # fmt: skip
_OF_POINTS: Mapping[Mod, Mod] = {
    "LESS_THAN": "AFTER", "MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip


def _any_of(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


APPROXIMATE = rf"(?P<approximate>{_any_of(_APPROXIMATORS)}) (?:the |a mere )?"
"""What makes a number inexact: "about", "more than"."""

VAGUE = r"(?:several|many|a few|few|some|a couple of|a couple|couple of|dozens of|hundreds of|a number of)"
"""A number that is not told."""

COUNT = (
    rf"(?:(?P<half>half an?)|(?P<number>{NUMBER}(?:\.[0-9]{{1,2}}(?![0-9]))?)"
    rf"(?P<and_half> and a half|-and-a-half| 1/2)?"
    rf"|(?P<vague>{VAGUE})|(?P<one>an?))"
)
"""How many."""

LEADING = words_of("leading")
"""Words before a head that may belong to the expression."""


def amount_of(match: re.Match[str]) -> str:
    """What `COUNT` says: a number, or X.

    >>> pattern = re.compile(COUNT)
    >>> [amount_of(pattern.fullmatch(words)) for words in ("two and a half", "half an", "several", "a", "1,200")]
    ['2.5', '0.5', 'X', '1', '1200']
    """
    if match["vague"]:
        return "X"
    if match["one"]:
        return "1"
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
