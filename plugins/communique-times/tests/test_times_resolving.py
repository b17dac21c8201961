"""What shapes mean, apart from any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique_times.anchors import NO_DAY, Anchors, Tense
from communique_times.granules import UNITS, Granule, granule_of
from communique_times.resolving import resolve
from communique_times.shapes import (
    Clock,
    Duration,
    Each,
    Feast,
    Latest,
    PartOfDay,
    Printed,
    Recurring,
    Reference,
    Shape,
    Shift,
    Stretch,
    Weekday,
    WeekOf,
)  # fmt: skip

STORY = Anchors(date(2026, 1, 23), "dateline")
TOLD = Anchors(
    date(2026, 1, 23),
    "dateline",
    said=granule_of("month", date(2024, 10, 7)),
    day=granule_of("day", date(2024, 10, 7)),
    period=granule_of("quarter", date(2025, 9, 30)),
)

MEANT: list[tuple[Shape, Anchors, Tense | None, str | None, str | None]] = [
    (Printed(2024, 10, 7), STORY, None, "2024-10-07", None),
    (Printed(2024, 10), STORY, None, "2024-10", None),
    (Printed(2024), STORY, None, "2024", None),
    (Printed(None, 10, 7), STORY, None, "2025-10-07", "dateline"),
    (Printed(None, 3, 7), STORY, None, "2026-03-07", "dateline"),
    (Printed(None, 3, 7), STORY, "past", "2025-03-07", "dateline"),
    (Printed(None, 6, 30), STORY, "future", "2026-06-30", "dateline"),
    (Printed(None, 12, 24), STORY, "future", "2025-12-24", "dateline"),
    (Stretch("decade", 80), STORY, None, "198", None),
    (Stretch("decade", 20), STORY, None, "202", None),
    (Stretch("century", 1900), STORY, None, "19", None),
    (Weekday(0), STORY, "past", "2026-01-19", "dateline"),
    (Weekday(0), STORY, "future", "2026-01-26", "dateline"),
    (Weekday(4), STORY, "future", "2026-01-23", "dateline"),
    (Weekday(0, "before"), TOLD, None, "2024-09-30", "text"),
    (Recurring("month", 5), STORY, "past", "2025-05", "dateline"),
    (Recurring("month", 5), STORY, "future", "2026-05", "dateline"),
    (Recurring("month", 1), STORY, "past", "2026-01", "dateline"),
    (Recurring("month", 1, "last"), STORY, None, "2025-01", "dateline"),
    (Recurring("quarter", 3), STORY, None, "2025-Q3", "dateline"),
    (Recurring("quarter", 3), STORY, "future", "2025-Q3", "dateline"),
    (Recurring("quarter", 2), STORY, "future", "2026-Q2", "dateline"),
    (Recurring("season", 6, year=Printed(2003)), STORY, None, "2003-SU", None),
    (Recurring("half", 2, year=Shift("year", -1)), STORY, None, "2025-H2", "dateline"),
    (Feast("christmas"), STORY, "past", "2025-12-25", "dateline"),
    (Feast("easter"), STORY, "future", "2026-04-05", "dateline"),
    (WeekOf(Printed(2026, 3, 9)), STORY, None, "2026-W11", None),
    (WeekOf(Printed(2026, 3), 1), STORY, None, "2026-W10", None),
    (WeekOf(Printed(2026, 3), -1), STORY, None, "2026-W13", None),
    (Shift("day", -1), STORY, None, "2026-01-22", "dateline"),
    (Shift("week", 1), STORY, None, "2026-W05", "dateline"),
    (Shift("year", 1, "text"), TOLD, None, "2025", "text"),
    (Shift("day", 2, "text"), TOLD, None, "2024-10-09", "text"),
    (Shift("month", 0, "text"), TOLD, None, "2024-10", "text"),
    (Shift("day", 2, "text"), STORY, None, "2026-01-25", "dateline"),
    (Shift("year", -1, "period"), TOLD, None, "2024-Q3", "text"),
    (Shift("year", -1, "period"), STORY, None, "2025", "dateline"),
    (Latest("quarter"), TOLD, None, "2025-Q3", "text"),
    (Latest("quarter"), STORY, None, "2025-Q4", "dateline"),
    (Latest("quarter", Printed(2023)), TOLD, None, "2023-Q3", "text"),
    (PartOfDay("TNI", Shift("day", 0)), STORY, None, "2026-01-23TNI", "dateline"),
    (Clock(17, 30, day=Weekday(0)), STORY, None, "2026-01-19T17:30", "dateline"),
    (Clock(8, zulu=True), STORY, None, "2026-01-23T08:00Z", "dateline"),
    (Clock(24, 0), STORY, "past", "2026-01-22T24:00", "dateline"),
    (Duration("4", "hour"), STORY, None, "PT4H", None),
    (Each("P1W"), STORY, None, "P1W", None),
    (Reference("PRESENT_REF"), STORY, None, "PRESENT_REF", None),
]


@pytest.mark.parametrize("shape, anchors, tense, value, anchor", MEANT, ids=str)
def test_a_shape_means(
    shape: Shape, anchors: Anchors, tense: Tense | None, value: str | None, anchor: str | None
) -> None:
    resolved = resolve(shape, anchors, tense)
    assert (resolved.value, resolved.anchor, resolved.why) == (value, anchor, None)


@pytest.mark.parametrize(
    "shape, value",
    [
        (Weekday(2), "XXXX-WXX-3"),
        (Recurring("month", 5), "XXXX-05"),
        (Recurring("quarter", 3), "XXXX-Q3"),
        (Printed(None, 10, 7), "XXXX-10-07"),
        (Shift("year", -1), None),
        (Feast("easter"), None),
        (PartOfDay("TMO", Weekday(2)), "XXXX-WXX-3TMO"),
        (Clock(9, 30), "XXXX-XX-XXT09:30"),
    ],
    ids=str,
)
def test_without_a_day_the_part_that_is_known_stays(shape: Shape, value: str | None) -> None:
    resolved = resolve(shape, Anchors())
    assert (resolved.value, resolved.anchor, resolved.why) == (value, None, NO_DAY)


ANY_DAY = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(ANY_DAY, st.sampled_from(sorted(UNITS)), st.integers(-20_000, 20_000))
def test_shifts_there_and_back_end_where_they_began(day: date, name: str, count: int) -> None:
    granule = granule_of(UNITS[name], day)
    shifted = granule.shifted(count)
    assert shifted is None or shifted.shifted(-count) == granule


@given(ANY_DAY, st.sampled_from(sorted(UNITS)), st.sampled_from(["now", "text", "period"]), st.integers())
def test_no_shift_raises(day: date, name: str, base: str, count: int) -> None:
    anchors = Anchors(day, "published", *(Granule("day", day),) * 2)
    resolved = resolve(Shift(UNITS[name], count, base), anchors)  # type: ignore[arg-type]
    assert (resolved.value is None) == (resolved.why is not None)
