"""What expressions are counted from, and what comes out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import define

from communique.kinds import TimeType
from communique_times.granules import Granule

Tense = Literal["past", "future"]
"""Where the clause says it lies; None where the clause does not say."""

Anchor = Literal["dateline", "published", "text"]
"""What a value was counted from."""

NO_DAY = "neither a dateline with a date nor a day of publication to count from"
OUTSIDE = "outside the calendar"
NOT_A_DAY = "the calendar has no such day"


@define
class Anchors:
    """What expressions are counted from."""

    now: date | None = None
    """The day of the story."""
    by: Anchor | None = None
    """What that day was taken from."""
    said: Granule | None = None
    """What the text spoke of last."""
    day: Granule | None = None
    """The day the text spoke of last."""
    period: Granule | None = None
    """The quarter the text spoke of last."""


@define
class Resolved:
    """What is meant."""

    type: TimeType
    value: str | None
    anchor: Anchor | None = None
    granule: Granule | None = None
    """The stretch of the calendar it is, for what is counted from it."""
    why: str | None = None
    """Why the value is open, in whole or in part."""


def fixed(granule: Granule | None, anchor: Anchor | None = None) -> Resolved:
    """What a stretch of the calendar means; None lies outside it."""
    if granule is None:
        return Resolved("date", None, why=OUTSIDE)
    return Resolved("date", granule.value, anchor, granule)
