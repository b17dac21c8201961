"""Times that were put into a sentence are read out of it: words, type, value, modifier."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import Time, Unresolved, read

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LENGTHS = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}
INEXACT = {
    "about": "APPROX", "nearly": "LESS_THAN", "more than": "MORE_THAN", "at least": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS",
}  # fmt: skip
FRAMES = {
    "past": "Envoys of the two ports met {}.",
    "future": "Envoys of the two ports will meet {}.",
}
STORIES = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@frozen
class Plan:
    """An expression and what it means in a story of some day."""

    words: str
    type: str
    value: str
    frame: str = "past"
    preposition: str = ""
    mod: str | None = None

    def sentence(self) -> str:
        """A sentence that holds the expression."""
        return FRAMES[self.frame].format(f"{self.preposition} {self.words}".strip())


def of_days(story: date) -> st.SearchStrategy[Plan]:
    """Days: printed, of the week, around now."""
    printed = st.dates(date(1900, 1, 1), date(2090, 12, 31)).flatmap(
        lambda day: st.sampled_from(
            [
                f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
                f"{day.day} {MONTHS[day.month - 1]} {day.year}",
                day.isoformat(),
            ]
        ).map(lambda words: Plan(words, "date", day.isoformat(), preposition="on"))
    )
    weekdays = st.tuples(st.integers(0, 6), st.sampled_from(["past", "future"])).map(
        lambda drawn: Plan(
            WEEKDAYS[drawn[0]], "date", weekday_near(story, *drawn).isoformat(), frame=drawn[1], preposition="on"
        )
    )
    parts = st.tuples(st.integers(0, 6), st.sampled_from(sorted(PARTS))).map(
        lambda drawn: Plan(
            f"{WEEKDAYS[drawn[0]]} {drawn[1]}",
            "time",
            weekday_near(story, drawn[0], "past").isoformat() + PARTS[drawn[1]],
            preposition="on",
        )
    )
    around = st.sampled_from([("yesterday", -1), ("today", 0), ("tomorrow", 1)]).map(
        lambda drawn: Plan(drawn[0], "date", (story + timedelta(drawn[1])).isoformat())
    )
    return printed | weekdays | parts | around


def weekday_near(story: date, number: int, frame: str) -> date:
    """The last such day of the week, that of the story included, or the next one."""
    back = (story.weekday() - number) % 7
    return story + timedelta(-back % 7 if frame == "future" else -back)


def of_calendar(story: date) -> st.SearchStrategy[Plan]:
    """Longer stretches of the calendar."""
    years = st.integers(1850, 2090)
    week = (story + timedelta(7)).isocalendar()
    relative = [
        Plan("last year", "date", str(story.year - 1)),
        Plan("next year", "date", str(story.year + 1), frame="future"),
        Plan("next week", "date", f"{week.year}-W{week.week:02}", frame="future"),
        Plan("two years ago", "date", str(story.year - 2)),
    ]
    return st.one_of(
        years.map(lambda year: Plan(str(year), "date", str(year), preposition="in")),
        st.tuples(st.sampled_from(range(1, 13)), years).map(
            lambda drawn: Plan(
                f"{MONTHS[drawn[0] - 1]} {drawn[1]}", "date", f"{drawn[1]}-{drawn[0]:02}", preposition="in"
            )
        ),
        st.tuples(st.sampled_from(["first", "second", "third", "fourth"]), years).map(
            lambda drawn: Plan(
                f"the {drawn[0]} quarter of {drawn[1]}",
                "date",
                f"{drawn[1]}-Q{['first', 'second', 'third', 'fourth'].index(drawn[0]) + 1}",
                preposition="in",
            )
        ),
        st.integers(185, 206).map(lambda decade: Plan(f"the {decade}0s", "date", str(decade), preposition="in")),
        st.tuples(st.sampled_from([("spring", "SP"), ("summer", "SU"), ("winter", "WI")]), years).map(
            lambda drawn: Plan(
                f"the {drawn[0][0]} of {drawn[1]}", "date", f"{drawn[1]}-{drawn[0][1]}", preposition="in"
            )
        ),
        st.sampled_from(relative),
    )


def of_lengths() -> st.SearchStrategy[Plan]:
    """Durations and sets."""
    numbers = st.integers(2, 12)
    counted = st.tuples(numbers, st.sampled_from(sorted(LENGTHS)), st.sampled_from([None, *sorted(INEXACT)])).map(
        lambda drawn: Plan(
            " ".join(filter(None, [drawn[2], SMALL[drawn[0] - 2], f"{drawn[1]}s"])),
            "duration",
            LENGTHS[drawn[1]].format(drawn[0]),
            preposition="for",
            mod=INEXACT[drawn[2]] if drawn[2] else None,
        )
    )
    each = st.tuples(numbers, st.sampled_from(["day", "week", "month", "year"])).map(
        lambda drawn: Plan(f"every {SMALL[drawn[0] - 2]} {drawn[1]}s", "set", LENGTHS[drawn[1]].format(drawn[0]))
    )
    return counted | each


@st.composite
def plans(draw: st.DrawFn) -> tuple[date, Plan]:
    """A day of publication, and an expression with what it means then."""
    story = draw(STORIES)
    return story, draw(of_days(story) | of_calendar(story) | of_lengths())


@given(plans())
def test_what_was_put_in_is_read_out(drawn: tuple[date, Plan]) -> None:
    story, plan = drawn
    found = read(plan.sentence(), published=story, only={Time}).of(Time)
    assert [(time.span.text, time.type, time.value, time.mod) for time in found] == [
        (plan.words, plan.type, plan.value, plan.mod)
    ]


@given(st.lists(plans(), min_size=2, max_size=4))
def test_sentences_with_times_do_not_disturb_each_other(drawn: list[tuple[date, Plan]]) -> None:
    story = drawn[0][0]
    absolute = [plan for _, plan in drawn if plan.words[-4:].isdigit() or plan.type in {"duration", "set"}]
    text = "\n\n".join(plan.sentence() for plan in absolute)
    found = read(text, published=story, only={Time}).of(Time)
    assert [(time.span.text, time.value) for time in found] == [(plan.words, plan.value) for plan in absolute]


@given(story=STORIES, weeks=st.integers(-400, 400), plan=st.integers(0, 6), frame=st.sampled_from(sorted(FRAMES)))
def test_weekdays_follow_the_story_by_whole_weeks(story: date, weeks: int, plan: int, frame: str) -> None:
    sentence = FRAMES[frame].format(f"on {WEEKDAYS[plan]}")
    first, second = (
        read(sentence, published=day, only={Time}).of(Time)[0].value for day in (story, story + timedelta(7 * weeks))
    )
    assert first is not None
    assert second is not None
    assert date.fromisoformat(second) - date.fromisoformat(first) == timedelta(7 * weeks)


@given(story=STORIES, years=st.integers(-40, 40), number=st.integers(1, 12), frame=st.sampled_from(sorted(FRAMES)))
def test_months_follow_the_story_by_whole_years(story: date, years: int, number: int, frame: str) -> None:
    story = story.replace(day=min(story.day, 28))
    sentence = FRAMES[frame].format(f"in {MONTHS[number - 1]}")
    first, second = (
        read(sentence, published=day, only={Time}).of(Time)[0].value
        for day in (story, story.replace(year=story.year + years))
    )
    assert first is not None
    assert second is not None
    assert int(second[:4]) - int(first[:4]) == years
    assert first[4:] == second[4:] == f"-{number:02}"


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "envoys",
                "of",
                "both",
                "ports",
                "met",
                "over",
                "maps",
                "and",
                "boats",
                "but",
                "no",
                "pact",
                "came",
                "out",
            ]
        )
    )
)
def test_no_time_is_found_where_no_word_tells_of_one(words: list[str]) -> None:
    assert read(" ".join(words), published="2026-01-23", only={Time}).of(Time) == ()


@given(plans())
def test_without_a_day_what_depends_on_it_stays_open_and_is_said(drawn: tuple[date, Plan]) -> None:
    _, plan = drawn
    reading = read(plan.sentence())
    time = reading.of(Time)[0]
    assert time.span.text == plan.words
    assert time.anchor is None
    assert (time.value == plan.value) == (not reading.of(Unresolved))


@given(STORIES, st.sampled_from(WEEKDAYS), st.sampled_from((("last", -1), ("next", 1), ("this", 0))), st.booleans())
def test_a_weekday_with_its_week_lies_in_that_week(  # drawn
    story: date,
    weekday: str,
    week: tuple[str, int],
    of: bool,  # noqa: FBT001
) -> None:
    words = f"{weekday} {'of ' if of else ''}{week[0]} week"
    (time,) = read(f"The envoys chose {words} for the talks.", published=story).of(Time)
    monday = story - timedelta(story.weekday()) + timedelta(7 * week[1])
    assert time.span.text == words
    assert time.value == (monday + timedelta(WEEKDAYS.index(weekday))).isoformat()


@given(STORIES, st.sampled_from(SMALL), st.sampled_from(WEEKDAYS))
def test_a_weekday_behind_weeks_ago_lies_in_that_week(story: date, count: str, weekday: str) -> None:
    weeks, day = read(f"The port was shelled {count} weeks ago on {weekday}.", published=story).of(Time)
    monday = story - timedelta(story.weekday()) - timedelta(7 * (SMALL.index(count) + 2))
    assert weeks.span.text == f"{count} weeks ago"
    assert (day.span.text, day.value) == (weekday, (monday + timedelta(WEEKDAYS.index(weekday))).isoformat())


@given(st.integers(1950, 2080), st.integers(0, 11), st.integers(0, 11), st.sampled_from(("to", "through", "until")))
def test_months_of_a_range_share_its_year(year: int, first: int, last: int, joint: str) -> None:
    if first == last:
        last = (first + 1) % 12
    text = f"The siege went on from {MONTHS[first]} {joint} {MONTHS[last]} {year}."
    begun, ended = read(text, published=date(2026, 1, 23)).of(Time)
    assert begun.value == f"{year - (last < first)}-{first + 1:02}"
    assert ended.value == f"{year}-{last + 1:02}"
