"""How TIMEX3 writes lengths of time."""

from __future__ import annotations

from communique_times.granules import UNITS, Unit
from communique_times.shapes import Duration

_DESIGNATORS = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "month": "{}M"}
_IN_YEARS = {"decade": (10, "E"), "century": (100, "C"), "millennium": (1000, "L")}
_HALVES = {"minute": "PT30S", "hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
_MONTHS_OF_A_QUARTER = 3
_WEEKS_OF_A_FORTNIGHT = 2


def length(duration: Duration) -> str:
    """How TIMEX3 writes a duration; a number of quarters in months, of decades and longer in years.

    >>> [length(Duration("X", "day")), length(Duration("2.5", "year")), length(Duration("2", "decade"))]
    ['PXD', 'P2.5Y', 'P20Y']
    >>> [length(Duration("0.5", "hour")), length(Duration("X", "decade")), length(Duration("3", "quarter"))]
    ['PT30M', 'PXE', 'P9M']
    """
    amount, unit = duration.amount, duration.unit
    if amount == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    if unit == "fortnight":
        return "PXW" if amount == "X" else f"P{_times(amount, _WEEKS_OF_A_FORTNIGHT)}W"
    if unit in _DESIGNATORS:
        return "P" + _DESIGNATORS[unit].format(amount)
    if unit == "weekend":
        return f"P{amount}WE"
    if unit == "year":
        return f"P{amount}Y"
    if unit == "quarter" and amount == "1":
        return "P1Q"
    if unit == "quarter":
        return "PXM" if amount == "X" else f"P{_times(amount, _MONTHS_OF_A_QUARTER)}M"
    years, designator = _IN_YEARS[unit]
    return f"PX{designator}" if amount == "X" else f"P{_times(amount, years)}Y"


def _times(amount: str, factor: int) -> str:
    product = float(amount) * factor
    return str(int(product)) if product.is_integer() else str(product)


def unit_of(length_unit: str) -> Unit | None:
    """The stretch of the calendar that a unit of length makes.

    >>> unit_of("week"), unit_of("hour")
    ('week', None)
    """
    return UNITS.get(length_unit)
