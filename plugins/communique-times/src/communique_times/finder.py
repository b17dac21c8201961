"""The walk over the heads of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve

from communique import Dateline, Reading, Time, Unresolved, because
from communique_times import clock, counted, periods, printed, references, weekdays, yearly
from communique_times.anchors import Anchors, Resolved
from communique_times.granules import Granule
from communique_times.resolving import resolve
from communique_times.shapes import (
    Clock,
    Feast,
    Latest,
    Mod,
    PartOfDay,
    Printed,
    Recurring,
    Shape,
    Shift,
    Stretch,
    Weekday,
    WeekOf,
)  # fmt: skip
from communique_times.spots import Found, Page, Rule, Spot
from communique_times.tense import tense_at
from communique_times.words import HEADS, Sort, word_set

_Reason = Callable[..., object]
"""A rule as evidence names it."""
_UNIT_RULES: tuple[Rule, ...] = (
    counted.each_unit, counted.units_away, counted.counted_units, counted.unit_in_its_turn, periods.unit_told,
    counted.bare_units,
)  # fmt: skip
_RULES_OF_UNITS: dict[str, tuple[Rule, ...]] = {
    "week": (periods.week_of_day, *_UNIT_RULES),
    "quarter": (clock.told_hour, yearly.quarter, *_UNIT_RULES),
    "half": (clock.told_hour, yearly.quarter),
    "hour": (clock.early_hours, *_UNIT_RULES),
    "period": (periods.unit_told,),
    "year": (periods.year_earlier, *_UNIT_RULES),
    "century": (printed.century, *_UNIT_RULES),
}
"""Rules for some units; for the others those for all of them hold."""
_RULES_OF_BARE_UNITS: tuple[Rule, ...] = (periods.year_earlier, counted.bare_units)
_RULES_OF_BARE_PARTS: tuple[Rule, ...] = (clock.told_hour, *_RULES_OF_BARE_UNITS)
_PARTS = frozenset(("quarter", "half"))
_UNITS = frozenset(("unit", "units"))
_RULES: dict[Sort, tuple[Rule, ...]] = {
    "unit": _UNIT_RULES,
    "units": _UNIT_RULES,
    "deictic": (weekdays.around_now,),
    "tonight": (weekdays.tonight,),
    "reference": (references.reference,),
    "noun": (references.noun_of_reference,),
    "each": (references.adverb_of_each,),
    "season": (yearly.season,),
    "sign": (yearly.quarter_sign,),
    "feast": (yearly.feast,),
    "part": (clock.hour_of_part, references.part_of_day),
    "parts": (),
    "clock": (clock.named_hour,),
    "figures": (clock.clock_time,),
    "meridian": (clock.hour_with_mark,),
    "weekday": (weekdays.weekday,),
    "month": (printed.printed_day, printed.month_of_year, printed.month),
    "year": (printed.figured_day, printed.year),
    "spoken": (printed.spoken_year,),
    "decade": (printed.decade,),
}
RULES: tuple[Callable[..., object], ...] = (
    *dict.fromkeys(rule for rules in (*_RULES.values(), *_RULES_OF_UNITS.values()) for rule in rules),
    printed.another_day,
    printed.day_before,
    printed.another_year,
)
"""All rules."""

_EDGE = re.compile(
    r"(?:(?P<START>early(?: in)?|the (?:beginning|start|dawn) of|earlier(?: in)?)|(?P<MID>mid|the middle of)"
    r"|(?P<END>late(?: in)?|the (?:end|close) of|later(?: in)?)"
    r"|(?P<BEFORE>(?:shortly|just) before)|(?P<AFTER>(?:shortly|just) after))[ -](?:the )?",
    re.IGNORECASE,
)
_POINTS = (Clock, Feast, Latest, PartOfDay, Printed, Recurring, Shift, Stretch, WeekOf, Weekday)
_FARTHEST = 1200
"""So far behind the last period that was named, nothing is compared with it."""
_FURTHER_DAYS = 6
_NEARLY_OVER = 75


def find_times(reading: Reading) -> Iterator[Time | Unresolved]:
    """Give the temporal expressions of an article in their order, each counted from what was said before it.

    In a digest each story is counted from its own dateline.
    """
    hits = reading.hits(HEADS)
    if not hits:
        return
    page = Page(reading)
    published = _published(reading)
    stories = [(line.span, _filed(line, published)) for line in reading.of(Dateline)]
    anchors = stories[0][1] if stories else published
    done = named = story = filed = 0
    for start, end, entry in hits:
        if start < done:
            continue
        while story < len(stories) and start >= stories[story][0].start:
            filed, anchors = stories[story][0].end, stories[story][1]
            story += 1
        if anchors.period and start - named > _FARTHEST:
            anchors = evolve(anchors, period=None)
        spot = Spot(page, start, end, entry.means, done)
        for rule, found in _found(spot):
            resolved = _resolved(page, found, published if found.end <= filed else anchors)
            time = _told(page, rule, spot, found, resolved)
            yield time
            if resolved.why:
                yield Unresolved(time.span, "value", resolved.why, evidence=time.evidence)
            anchors = _next(anchors, found, resolved)
            if anchors.period is resolved.granule:
                named = found.end
            done = found.end


def _found(spot: Spot) -> Iterable[tuple[_Reason, Found]]:
    """What the first rule that fits makes of a head, and the further days of a month."""
    for rule in _RULES[spot.sort] if spot.sort not in _UNITS else _rules_of_unit(spot):
        found = rule(spot)
        if found is None:
            continue
        if rule is printed.printed_day or rule is printed.year:
            return _with_others(spot, rule, found)
        return ((rule, _widened(spot, found)),)
    return ()


def _with_others(spot: Spot, rule: Rule, found: Found) -> Iterator[tuple[_Reason, Found]]:
    """A day or a year with those that are printed in one with it: "7-8 March", "June 12 and 13", "1948-49"."""
    before = printed.day_before(spot, found) if rule is printed.printed_day else None
    if before is not None:
        yield printed.day_before, before
        yield rule, found
        return
    yield rule, _widened(spot, found)
    another = printed.another_day if rule is printed.printed_day else printed.another_year
    for _ in range(_FURTHER_DAYS):
        further = another(spot, found)
        if further is None:
            return
        yield another, further
        found = further


def _filed(dateline: Dateline, published: Anchors) -> Anchors:
    """What the story below a dateline is counted from; the dateline's own date is from the day of publication."""
    return Anchors(dateline.date, "dateline") if dateline.date else published


def _rules_of_unit(spot: Spot) -> tuple[Rule, ...]:
    """The rules to be tried at a unit: most of them want words before it."""
    if spot.page.is_title(spot.start):
        return ()
    if len(spot.leads) == 1:
        return _RULES_OF_BARE_PARTS if spot.value in _PARTS else _RULES_OF_BARE_UNITS
    return _RULES_OF_UNITS.get(spot.value, _UNIT_RULES)


def _published(reading: Reading) -> Anchors:
    published = reading.article.published
    return Anchors(published, "published") if published else Anchors()


def _widened(spot: Spot, found: Found) -> Found:
    """Take in the words before that say which part of it is meant: "early", "the end of"."""
    leads = spot.leads
    if found.start == leads[0] or not isinstance(found.shape, _POINTS) or found.start not in leads:
        return found
    edge = spot.lead(_EDGE, found.start) if spot.is_led_by(word_set("edges")) else None
    if edge is None or (_is_comparative(edge) and _is_short(found)):
        return found
    mod: Mod = edge.lastgroup  # type: ignore[assignment]
    return Found(edge.start(), found.end, found.shape, found.mod or mod)


def _is_comparative(edge: re.Match[str]) -> bool:
    return edge[0][:6].lower().strip() in {"earlie", "later"}


def _is_short(found: Found) -> bool:
    """Tell whether "earlier" and "later" stand by themselves before an expression: a weekday, this week, this month."""
    shape = found.shape
    return isinstance(shape, Weekday) or (isinstance(shape, Shift) and shape.unit in {"week", "month"})


def _resolved(page: Page, found: Found, anchors: Anchors) -> Resolved:
    tense = tense_at(page, found.start) if _asks_for_tense(found.shape) else None
    return resolve(found.shape, anchors, tense)


def _asks_for_tense(shape: Shape) -> bool:
    """Tell whether it matters on which side of now a shape lies."""
    match shape:
        case Weekday() | Feast() | WeekOf():
            return True
        case Printed() | Recurring():
            return shape.year is None
        case PartOfDay():
            return _asks_for_tense(shape.day)
        case Clock():
            return shape.day is None or _asks_for_tense(shape.day)
        case Shift():
            return shape.unit == "weekend"
        case _:
            return False


def _told(page: Page, rule: _Reason, spot: Spot, found: Found, resolved: Resolved) -> Time:
    start, end, article = found.start, found.end, page.article
    span = article.span(start, end)
    evidence = because(rule, span if spot.start == start and spot.end == end else article.span(spot.start, spot.end))
    return Time(span, resolved.type, resolved.value, found.mod, resolved.anchor, evidence=evidence)


def _is_over(granule: Granule, anchors: Anchors) -> bool:
    """Tell whether a quarter is one that reports compare: it is over, or nearly so."""
    return granule.unit == "quarter" and (anchors.now is None or (anchors.now - granule.start).days > _NEARLY_OVER)


def _next(anchors: Anchors, found: Found, resolved: Resolved) -> Anchors:
    """What the expressions behind this one are counted from; comparisons with an earlier period move nothing."""
    granule = resolved.granule
    if granule is None or (isinstance(found.shape, Shift) and found.shape.base == "period"):
        return anchors
    day = granule if granule.unit == "day" else anchors.day
    period = granule if isinstance(found.shape, Recurring) and _is_over(granule, anchors) else anchors.period
    return Anchors(anchors.now, anchors.by, granule, day, period)
