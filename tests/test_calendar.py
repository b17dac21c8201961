from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from communique import calendar
from communique.calendar import PrintedDate, month_of, number_of, printed_date, weekday_of
from communique.testing.strategies import weird_text

DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
AP = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
REUTERS = tuple(month.rstrip(".") for month in AP)
CABLE = tuple(name[:3].upper() for name in NAMES)

WITH_YEAR: tuple[Callable[[date], str], ...] = (
    lambda day: f"{NAMES[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{AP[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{REUTERS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{NAMES[day.month - 1].upper()} {day.day}, {day.year}",
    lambda day: f"{day.day} {NAMES[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02d} {AP[day.month - 1]} {day.year}",
    lambda day: f"{_ordinal(day.day)} of {NAMES[day.month - 1]}, {day.year}",
    lambda day: f"{day.day} {CABLE[day.month - 1]} {day.year}",
    lambda day: day.isoformat(),
)
WITHOUT_YEAR: tuple[Callable[[date], str], ...] = (
    lambda day: f"{AP[day.month - 1]} {day.day}",
    lambda day: f"{REUTERS[day.month - 1]} {day.day}",
    lambda day: f"{NAMES[day.month - 1]} {_ordinal(day.day)}",
    lambda day: f"{day.day} {NAMES[day.month - 1]}",
    lambda day: f"{_ordinal(day.day)} of {NAMES[day.month - 1]}",
)

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def near(words: str, published: date | None = None) -> date | None:
    printed = printed_date(words)
    return printed.near(published) if printed else None


def _ordinal(number: int) -> str:
    ending = "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@given(day=DAYS, form=st.sampled_from(WITH_YEAR))
def test_a_date_printed_with_its_year_is_read_back(day: date, form: Callable[[date], str]) -> None:
    words = form(day)
    assert re.fullmatch(calendar.DATE, words)
    assert regex.fullmatch(calendar.DATE, words)
    assert near(words) == day


@given(day=DAYS, ahead=st.integers(-300, 30), form=st.sampled_from(WITHOUT_YEAR))
def test_a_date_printed_without_its_year_is_read_back_from_around_its_publication(
    day: date, ahead: int, form: Callable[[date], str]
) -> None:
    words, published = form(day), day - timedelta(days=ahead)
    assert re.fullmatch(calendar.DATE, words)
    assert printed_date(words) == PrintedDate(day.month, day.day)
    assert near(words, published) == day


@given(day=st.dates(date(1941, 1, 1), date(2039, 12, 31)), late=st.integers(0, 40))
def test_a_year_of_two_figures_is_the_nearest(day: date, late: int) -> None:
    words = f"{day.day} {CABLE[day.month - 1]} {day.year % 100:02d}"
    assert re.fullmatch(calendar.DATE, words)
    assert near(words, day + timedelta(days=late)) == day


@given(day=DAYS)
def test_figures_with_strokes_are_read_where_they_mean_one_day_only(day: date) -> None:
    for words in (f"{day.day}/{day.month}/{day.year}", f"{day.month:02d}/{day.day:02d}/{day.year}"):
        assert re.fullmatch(calendar.DATE, words)
        assert near(words) == (day if day.day > 12 or day.day == day.month else None)


@given(day=DAYS, published=DAYS)
@example(day=date(2000, 2, 29), published=date(2001, 2, 1))
def test_a_year_is_never_guessed_far_from_publication(day: date, published: date) -> None:
    found = PrintedDate(day.month, day.day).near(published)
    assert found is None or timedelta(days=-336) <= found - published <= timedelta(days=30)
    assert found is not None or (day.month, day.day) == (2, 29)


@pytest.mark.parametrize(
    "words", ["Feb 30, 2024", "Jan 32", "32 Jan", "2024-13-01", "may 5", "Smarch 3", "", "23", "January"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert printed_date(words) is None


def test_a_day_that_its_year_does_not_have_is_none() -> None:
    assert PrintedDate(2, 29, 2023).near() is None
    assert PrintedDate(2, 29).near(date(2026, 3, 1)) is None
    assert PrintedDate(2, 29).near(date(2024, 12, 1)) == date(2024, 2, 29)
    assert PrintedDate(3, 1).near() is None


def test_months_and_weekdays() -> None:
    assert [month_of(name) for name in NAMES] == list(range(1, 13))
    assert [month_of(name) for name in (*AP, *CABLE)] == [*range(1, 13)] * 2
    assert [weekday_of(date(2024, 1, day).strftime("%A")) for day in range(1, 8)] == list(range(7))
    assert re.fullmatch(calendar.WEEKDAY, "Thurs.")
    assert not re.match(calendar.MONTH, "march")
    assert not re.match(calendar.MONTH, "Marching")


@given(number=st.integers(0, 1_000_000), joined=st.sampled_from((" and ", " ")), hyphen=st.sampled_from("- "))
@example(number=1_000_000, joined=" ", hyphen="-")
def test_a_number_is_read_back_from_words_and_figures(number: int, joined: str, hyphen: str) -> None:
    words = _in_words(number, joined, hyphen)
    for form in (words, words.capitalize(), str(number), f"{number:,}"):
        assert re.fullmatch(calendar.NUMBER, form)
        assert number_of(form) == number


@pytest.mark.parametrize(
    "words", ["", "several", "two three", "a", "hundred", "1,20", "1.5", "twentyone", "one hundred hundred"]
)
def test_what_is_no_number_is_none(words: str) -> None:
    assert number_of(words) is None


@given(st.integers(1510, 1999), st.sampled_from([" ", "-"]))
def test_a_spoken_year_is_read(year: int, hyphen: str) -> None:
    century, rest = divmod(year, 100)
    spoken = "hundred" if not rest else f"oh-{SMALL[rest]}" if rest < 10 else _in_words(rest, " ", hyphen)
    assert calendar.year_of_words(f"{SMALL[century]} {spoken}") == year


@given(st.sampled_from(sorted(calendar.MONTHS)), st.sampled_from(sorted(calendar.WEEKDAYS)), st.sampled_from(["", "."]))
def test_months_and_weekdays_are_read_in_any_dress(month: str, weekday: str, stop: str) -> None:
    """Small, capitalised or in capitals, with or without a stop behind; never with one in front."""
    for dress in (str.lower, str.capitalize, str.upper):
        assert month_of(dress(month) + stop) == calendar.MONTHS[month]
        assert weekday_of(dress(weekday) + stop) == calendar.WEEKDAYS[weekday]
    assert month_of(f".{month}") is None
    assert weekday_of(f".{weekday}") is None
    assert re.fullmatch(calendar.MONTH, month.capitalize())
    assert re.fullmatch(calendar.WEEKDAY, weekday.upper())


@pytest.mark.parametrize("ahead, year", [(29, 2026), (30, 2026), (31, 2025)])
def test_a_day_may_lie_thirty_days_ahead(ahead: int, year: int) -> None:
    """Into the next year too; what lies further ahead is a year ago."""
    published = date(2025, 12, 20)
    day = published + timedelta(days=ahead)
    assert PrintedDate(day.month, day.day).near(published) == date(year, day.month, day.day)


@pytest.mark.parametrize(
    "words, day",
    [
        ("12/11/2026", None),
        ("11/12/2026", None),
        ("12/12/2026", date(2026, 12, 12)),
        ("12/13/2026", date(2026, 12, 13)),
        ("13/12/2026", date(2026, 12, 13)),
        ("13/13/2026", None),
        ("2026-00-10", None),
        ("2026-13-10", None),
    ],
)
def test_figures_that_mean_two_days_or_none(words: str, day: date | None) -> None:
    """Twelve is still a month."""
    assert near(words) == day


@pytest.mark.parametrize("figures, year", [(0, 2000), (69, 2069), (70, 1970), (99, 1999)])
def test_two_figures_without_a_day_of_publication(figures: int, year: int) -> None:
    """The century turns between 69 and 70."""
    assert PrintedDate(1, 16, figures).near() == date(year, 1, 16)


@pytest.mark.parametrize(
    "words, number",
    [
        ("a hundred", 100),
        ("a thousand", 1000),
        ("a million", 1_000_000),
        ("A hundred and one", 101),
        ("a hundred thousand", 100_000),
    ],
)
def test_a_stands_for_one(words: str, number: int) -> None:
    """Before a scale."""
    assert number_of(words) == number


@pytest.mark.parametrize(
    "words, year",
    [
        ("nineteen hundred", 1900),
        ("Eighteen twelve", 1812),
        ("nineteen oh-five", 1905),
        ("twenty twenty-six", 2026),
        ("two thousand", 2000),
        ("Two thousand and four", 2004),
        ("two thousand eleven", 2011),
        ("thirteen ninety", None),
        ("three thousand", None),
    ],
)
def test_years_in_words(words: str, year: int | None) -> None:
    """From the fifteenth century to the twenty-first."""
    assert calendar.year_of_words(words) == year


@given(weird_text())
def test_nothing_raises(text: str) -> None:
    month_of(text)
    weekday_of(text)
    number_of(text)
    printed = printed_date(text)
    if printed is not None:
        printed.near(date(2024, 2, 29))
    for piece in (calendar.DATE, calendar.NUMBER, calendar.WEEKDAY):
        for match in re.finditer(piece, text):
            printed_date(match.group())
            number_of(match.group())


def _in_words(number: int, joined: str, hyphen: str) -> str:
    """A number as English prints it."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return TENS[ten - 2] + (hyphen + SMALL[unit] if unit else "")
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            many, rest = divmod(number, scale)
            between = joined if scale == 100 or rest < 100 else " "
            return f"{_in_words(many, joined, hyphen)} {name}" + (
                between + _in_words(rest, joined, hyphen) if rest else ""
            )
    raise AssertionError
