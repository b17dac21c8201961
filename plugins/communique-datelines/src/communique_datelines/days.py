"""The day of a dateline: wires misprint it now and then, and the place it stands in leaves no doubt."""

from __future__ import annotations

from communique.calendar import MONTHS, PrintedDate, printed_date

_SHORTEST_NAME = 4
_ITALIAN = {
    "GEN": "JAN",
    "MAG": "MAY",
    "GIU": "JUN",
    "LUG": "JUL",
    "AGO": "AUG",
    "SET": "SEP",
    "OTT": "OCT",
    "DIC": "DEC",
}
"""Months as ANSA abbreviates them, where the English abbreviation is another."""


def printed_day(words: str) -> PrintedDate | None:
    """Read a date as datelines print it.

    Besides the forms of `communique.calendar.DATE` that is a month in small letters, one with a letter wrong, missing
    or too many, a capital O for a nought, and ``01 LUG`` of an Italian wire.

    >>> printed_day("Narch 2") == printed_day("march 2") == printed_day("March 2")
    True
    >>> printed_day("Section 2") is None
    True
    """
    printed = printed_date(words)
    if printed is not None:
        return printed
    day, _, name = words.partition(" ")
    if name in _ITALIAN:
        return printed_date(f"{day} {_ITALIAN[name]}")
    word, _, number = words.rpartition(" ")
    month = word.rstrip(".").lower()
    if month not in MONTHS:
        meant = [name for name in MONTHS if len(name) >= _SHORTEST_NAME and _nearly(month, name)]
        if len(meant) != 1:
            return None
        month = meant[0]
    return printed_date(f"{month.capitalize()} {number.replace('O', '0')}")


def _nearly(word: str, name: str) -> bool:
    """Whether the words are equal but for one letter changed, lost or added, or two that changed places."""
    while word and name and word[0] == name[0]:
        word, name = word[1:], name[1:]
    swapped = word[:2] == name[1::-1] and word[2:] == name[2:]
    return swapped or word[1:] == name[1:] or word[1:] == name or word == name[1:]
