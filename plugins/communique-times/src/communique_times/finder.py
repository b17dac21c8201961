"""The walk over the heads of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from communique import Dateline, Reading, Time, Unresolved, because
from communique_times import clock, counted, periods, printed, references, seasons, weekdays
from communique_times.resolving import Anchors, Resolved, resolve
from communique_times.shapes import Clock, Latest, Mod, PartOfDay, Printed, Recurring, Shift, Stretch, Weekday
from communique_times.spots import Found, Page, Rule, Spot
from communique_times.tense import tense_at
from communique_times.words import HEADS, Sort

_UNIT_RULES: tuple[Rule, ...] = (
    periods.year_earlier, seasons.quarter, counted.each_unit, counted.units_away, counted.counted_units,
    counted.unit_in_its_turn, periods.unit_told,
)  # fmt: skip
_RULES: dict[Sort, tuple[Rule, ...]] = {
    "unit": _UNIT_RULES,
    "units": (*_UNIT_RULES, counted.bare_units),
    "deictic": (weekdays.around_now,),
    "tonight": (references.tonight,),
    "reference": (references.reference,),
    "each": (references.adverb_of_each,),
    "season": (seasons.season,),
    "part": (references.part_of_day,),
    "parts": (),
    "clock": (clock.named_hour,),
    "figures": (clock.clock_time,),
    "meridian": (clock.hour_with_mark,),
    "weekday": (weekdays.weekday,),
    "month": (printed.printed_day, printed.month_of_year, printed.month),
    "year": (printed.figured_day, printed.year),
    "decade": (printed.decade,),
}
RULES: tuple[Callable[..., object], ...] = tuple(dict.fromkeys(rule for rules in _RULES.values() for rule in rules))
"""All rules."""

_EDGE = re.compile(
    r"(?:(?P<START>early(?: in)?|the (?:beginning|start|dawn) of|earlier(?: in)?)|(?P<MID>mid|the middle of)"
    r"|(?P<END>late(?: in)?|the (?:end|close) of|later(?: in)?)"
    r"|(?P<BEFORE>(?:shortly|just) before)|(?P<AFTER>(?:shortly|just) after))[ -](?:the )?\Z", re.IGNORECASE,
)  # fmt: skip
_POINTS = (Clock, Latest, PartOfDay, Printed, Recurring, Shift, Stretch, Weekday)
_TENSED = (Clock, PartOfDay, Printed, Recurring, Shift, Weekday)


def find_times(reading: Reading) -> Iterator[Time | Unresolved]:
    """Give the temporal expressions of an article in their order, each counted from what was said before it."""
    hits = reading.hits(HEADS)
    if not hits:
        return
    page = Page(reading)
    filed, anchors = _anchors(reading)
    done = 0
    for start, end, entry in hits:
        if start < done:
            continue
        spot = Spot(page, start, end, entry.means.sort, entry.means.value, done)
        for rule in _RULES[spot.sort]:
            found = rule(spot)
            if found is not None:
                found = _widened(spot, found)
                resolved = _resolved(page, found, _published(reading) if found.end <= filed else anchors)
                yield from _told(page, rule, spot, found, resolved)
                anchors = _next(anchors, resolved)
                done = found.end
                break


def _anchors(reading: Reading) -> tuple[int, Anchors]:
    """Where the dateline ends, whose own date is counted from the day of publication, and what the story is."""
    for dateline in reading.of(Dateline):
        if dateline.date is not None:
            return dateline.span.end, Anchors(dateline.date, "dateline")
    return 0, _published(reading)


def _published(reading: Reading) -> Anchors:
    published = reading.article.published
    return Anchors(published, "published") if published else Anchors()


def _widened(spot: Spot, found: Found) -> Found:
    """Take in the words before that say which part of it is meant: "early", "the end of"."""
    if not isinstance(found.shape, _POINTS):
        return found
    for lead in spot.page.leads(found.start, spot.floor)[:-1]:
        edge = _EDGE.match(spot.page.folded, lead, found.start)
        if edge is not None:
            mod: Mod = edge.lastgroup  # type: ignore[assignment]
            return evolve(found, start=lead, mod=found.mod or mod)
    return found


def _resolved(page: Page, found: Found, anchors: Anchors) -> Resolved:
    tense = tense_at(page, found.start) if isinstance(found.shape, _TENSED) else None
    return resolve(found.shape, anchors, tense)


def _told(page: Page, rule: Rule, spot: Spot, found: Found, resolved: Resolved) -> Iterator[Time | Unresolved]:
    span = page.article.span(found.start, found.end)
    evidence = because(rule, page.article.span(spot.start, spot.end))
    yield Time(span, resolved.type, resolved.value, found.mod, resolved.anchor, evidence=evidence)
    if resolved.why:
        yield Unresolved(span, "value", resolved.why, evidence=evidence)


def _next(anchors: Anchors, resolved: Resolved) -> Anchors:
    """What the expressions behind this one are counted from."""
    granule = resolved.granule
    if granule is None:
        return anchors
    return evolve(anchors, said=granule, period=granule if granule.unit == "quarter" else anchors.period)
