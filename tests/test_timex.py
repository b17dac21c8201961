"""Values of TIMEX3 as days."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import EventTime
from communique.timex import event_time


@pytest.mark.parametrize(
    "value, days",
    [
        ("2026-01-23", "2026-01-23"),
        ("2026-01-23T09:00", "2026-01-23"),
        ("2026-01-23TMO", "2026-01-23"),
        ("2026-W01", "2025-12-29/2026-01-04"),
        ("2024-02", "2024-02"),
        ("2026", "2026"),
    ],
)
def test_dates_are_stretches_of_days(value: str, days: str) -> None:
    """A time of day is of its day; a week begins on Monday, in the year before where it must."""
    assert str(event_time(value)) == days


@pytest.mark.parametrize(
    "value, first, last, granularity",
    [
        ("2026", (1, 1), (12, 31), "year"),
        ("2026-02", (2, 1), (2, 28), "month"),
        ("2026-Q1", (1, 1), (3, 31), "year"),
        ("2026-Q2", (4, 1), (6, 30), "year"),
        ("2026-SU", (6, 1), (8, 31), "year"),
    ],
)
def test_a_stretch_has_its_first_and_its_last_day(
    value: str, first: tuple[int, int], last: tuple[int, int], granularity: Literal["month", "year"]
) -> None:
    """Of the whole year, the whole month or the whole part of a year, whatever is printed of them."""
    assert event_time(value) == EventTime(date(2026, *first), date(2026, *last), granularity)


@pytest.mark.parametrize("value, first, last", [("2026-SP", (3, 1), (5, 31)), ("2026-Q4", (10, 1), (12, 31))])
def test_seasons_and_quarters_have_three_months(value: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    """They are no more exact than their year, and their days say which part of it."""
    assert event_time(value) == EventTime(date(2026, *first), date(2026, *last), "year")


@pytest.mark.parametrize(
    "value",
    [None, "", "PT4H", "P2D", "PRESENT_REF", "XXXX-WXX-1", "19", "2026-WI", "2026-13", "2026-02-30", "2026-W54"],
)
def test_what_is_no_date_has_no_days(value: str | None) -> None:
    """Durations, references, what is open, and days that no calendar has."""
    assert event_time(value) is None


@pytest.mark.parametrize("value", ["9999-W52", "0000", "0000-01-01", "0000-W01"])
def test_days_out_of_the_calendar_are_none(value: str) -> None:
    """The calendar has the years 1 to 9999."""
    assert event_time(value) is None


@given(st.text() | st.from_regex(r"\A[0-9]{4}-(W?[0-9]{2}|Q[0-9])(-[0-9]{2})?\Z"))
def test_any_value_is_read(value: str) -> None:
    """Nothing raises, and a stretch does not end before it begins."""
    days = event_time(value)
    assert days is None or days.start <= days.end
