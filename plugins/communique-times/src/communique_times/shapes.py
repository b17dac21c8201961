"""What a temporal expression says, before it is known when it was said.

A shape is a small frozen value: "last Friday" is ``Weekday(4, "last")``, "about four hours" is
``Duration("4", "hour")`` with the modifier ``APPROX``.  Recognising gives shapes, resolving gives values.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from communique_times.granules import Unit, YearlyUnit

Which = Literal["bare", "this", "last", "next", "same", "before", "after"]
"""Which of those that recur is meant: the one said by the word alone, that of now ("this"), the one before or after now
("last", "next"), that of the text ("same": "that", "the same"), or the one before or after that ("the previous",
"the following")."""

Base = Literal["now", "text", "period", "compared"]
"""From where it is counted: from the day of the story; from what the text spoke of last; from the quarter the text
compares with, else from the day of the story ("a year ago" in a report on the third quarter); from the month or quarter
the text spoke of last ("the same month last year")."""

Part = Literal["TMO", "TMI", "TAF", "TEV", "TNI", "TDT"]
"""A part of the day: morning, midday, afternoon, evening, night, daytime."""

Mod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip
"""The modifiers of TIMEX3."""

LengthUnit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "millennium",
    "weekend",
]
"""A unit in which durations are counted."""

ReferenceName = Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@frozen
class Printed:
    """A day, a month or a year as it is printed; the year or what follows it may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@frozen
class Stretch:
    """A decade or a century: "the 1980s", "the '80s", "the 20th century"."""

    unit: Literal["decade", "century"]
    number: int
    """The first year; of a decade without its century (the '80s) below 100."""


@frozen
class Weekday:
    """A day of the week, from Monday, 0, to Sunday, 6."""

    number: int
    which: Which = "bare"
    week: Shape | None = None
    """The week that is named with it."""


@frozen
class Recurring:
    """What comes once in each year: a month, a quarter, a half, a season."""

    unit: YearlyUnit
    number: int
    """Its number in the year, from 1; of a season the month in which it begins."""
    which: Which = "bare"
    year: Shape | None = None
    """The year that is named with it."""


@frozen
class Shift:
    """Some units from now or from what the text spoke of last: "today", "last year", "two weeks ago", "that day"."""

    unit: Unit
    count: int
    base: Base = "now"


@frozen
class Latest:
    """The one a report is about: "the latest quarter", "the quarter"; in a year that is named, "the 1988 period"."""

    unit: Unit
    year: Shape | None = None


FeastName = Literal[
    "new year", "new year's eve", "valentine", "may day", "easter", "good friday", "memorial day", "independence day",
    "labor day",
    "halloween", "election day", "veterans day", "thanksgiving", "christmas eve", "christmas", "boxing day",
]  # fmt: skip
"""A feast or public holiday with one day in each year; those of the United States where a name has several days."""


@frozen
class Feast:
    """A feast or public holiday."""

    name: FeastName
    which: Which = "bare"
    year: Shape | None = None


@frozen
class WeekOf:
    """The week of a day, or the first, second, … or last (-1) week of a month."""

    of: Shape
    number: int = 0


@frozen
class PartOfDay:
    """A part of a day: "Friday morning", "tonight"."""

    part: Part
    day: Shape


@frozen
class Clock:
    """A time of the day, in the zone that is printed."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zulu: bool = False
    """Whether it is in Universal Time."""
    day: Shape | None = None
    """The day, where it is named."""


@frozen
class Duration:
    """A length of time: "two years", "weeks", "two and a half hours"."""

    amount: str
    """How many: a number, or X where it is not told."""
    unit: LengthUnit


@frozen
class Each:
    """What comes again and again: "daily", "every Friday", "each morning"."""

    value: str
    """The value, which says no more than what recurs."""


@frozen
class Reference:
    """The present, the past or the future without more: "now", "recently", "soon"."""

    name: ReferenceName


Shape = (
    Printed | Stretch | Weekday | Recurring | Feast | WeekOf | Shift | Latest | PartOfDay | Clock | Duration | Each
    | Reference
)  # fmt: skip
"""What a temporal expression says."""
