"""Rules for words that say when without a number: the present, the past, what recurs."""

from __future__ import annotations

import re
from typing import cast

from communique_times.shapes import Each, Part, PartOfDay, Reference, ReferenceName, Shift
from communique_times.spots import Found, Spot

_PARTS = re.compile(
    r"(?:(?P<which>this|that|the (?:next|following|same|previous)|each|every|the|last)\s)?(?P<head>\w+)", re.IGNORECASE
)
_DAYS_OFF: dict[str, Shift] = {
    "this": Shift("day", 0), "that": Shift("day", 0, "text"), "the": Shift("day", 0, "text"),
    "the same": Shift("day", 0, "text"), "the next": Shift("day", 1, "text"), "the following": Shift("day", 1, "text"),
    "the previous": Shift("day", -1, "text"), "last": Shift("day", -1),
}  # fmt: skip


def reference(spot: Spot) -> Found | None:
    """The present, the past or the future.

    Matches: ``The bridge is now closed.``  Must not: ``The past president spoke.``
    """
    return Found(spot.start, spot.end, Reference(cast("ReferenceName", spot.value)))


def adverb_of_each(spot: Spot) -> Found | None:
    """An adverb or adjective of what recurs.

    Matches: ``The panel meets weekly.``  Must not: ``The panel meets weakly.``
    """
    return Found(spot.start, spot.end, Each(spot.value))


def tonight(spot: Spot) -> Found | None:
    """The night of the story, or that before it.

    Matches: ``The talks end tonight.``  Must not: ``The talks ended last.``
    """
    return Found(spot.start, spot.end, PartOfDay(cast("Part", spot.value), Shift("day", 0)))


def part_of_day(spot: Spot) -> Found | None:
    """A part of a day told of: "this morning", "the next evening".

    Matches: ``They left this morning.``  Must not: ``They sang an evening song.``
    """
    match = spot.match(_PARTS)
    which = match["which"].lower() if match and match["which"] else ""
    if match is None or not which:
        return None
    if which in {"each", "every"}:
        return Found.of(match, Each(f"XXXX-XX-XX{spot.value}"))
    return Found.of(match, PartOfDay(cast("Part", spot.value), _DAYS_OFF[which]))
