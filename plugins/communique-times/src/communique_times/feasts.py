"""On which day a feast or public holiday falls.

Source: the Gregorian computus (Meeus, Jones and Butcher) for Easter; the public holidays of the United States (5 U.S.C.
6103) where a name has a movable day; the first of May elsewhere.
"""

from __future__ import annotations

from datetime import date, timedelta

from communique_times.shapes import FeastName

_FIXED: dict[FeastName, tuple[int, int]] = {
    "new year": (1, 1), "valentine": (2, 14), "may day": (5, 1), "independence day": (7, 4), "halloween": (10, 31),
    "veterans day": (11, 11), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip
_FROM_EASTER: dict[FeastName, int] = {"good friday": -2, "easter": 0}
_MONDAY, _TUESDAY, _THURSDAY = 0, 1, 3


def day_of_feast(name: FeastName, year: int) -> date:
    """The day of a feast in a year.

    >>> day_of_feast("thanksgiving", 1999).isoformat(), day_of_feast("easter", 2026).isoformat()
    ('1999-11-25', '2026-04-05')
    >>> day_of_feast("election day", 1998).isoformat(), day_of_feast("memorial day", 2026).isoformat()
    ('1998-11-03', '2026-05-25')
    """
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(_FROM_EASTER[name])
    if name == "thanksgiving":
        return _first(date(year, 11, 22), _THURSDAY)
    if name == "election day":
        return _first(date(year, 11, 2), _TUESDAY)
    return _first(date(year, 9, 1) if name == "labor day" else date(year, 5, 25), _MONDAY)


def _first(day: date, weekday: int) -> date:
    """The first such day of the week from a day on."""
    return day + timedelta((weekday - day.weekday()) % 7)


def _easter(year: int) -> date:
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
