"""Datelines rendered from parts give the parts back; the same stories without them have none."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Dateline, Pipeline
from communique.testing.strategies import weird_text
from communique_datelines import communique_extractors

CITIES = (
    ("LONDON", None, "GBR"), ("NEW YORK", None, "USA"), ("PORT-AU-PRINCE", "Haiti", "HTI"), ("N'DJAMENA", None, "TCD"),
    ("ST. LOUIS", None, "USA"), ("FRESNO", "Calif.", "USA"), ("ALBANY", "N.Y.", "USA"), ("NABLUS", "West Bank", "PSE"),
    ("VANCOUVER", "British Columbia", "CAN"), ("DAR ES SALAAM", "Tanzania", "TZA"), ("Geneva", None, "CHE"),
    ("Rio de Janeiro", None, "BRA"), ("SANA'A", None, "YEM"), ("SÃO TOMÉ", None, "STP"), ("UNITED NATIONS", None, None),
    ("McALLEN", "Texas", "USA"), ("QUORVEX SPRINGS", None, None), ("BELFAST", "Northern Ireland", "GBR"),
)  # fmt: skip
ALONE = ("ANKARA", "BAGHDAD", "DOHA", "NEW YORK", "PORT-AU-PRINCE", "N'DJAMENA", "ST. LOUIS", "SANA'A")
AGENCIES = ("Reuters", "AP", "AFP", "Xinhua", "dpa", "Kyodo", "OHCHR", "ACAN-EFE")
CLOSES = (" -", " --", " –", " —", "-", "--", " _", " \u2212")
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
STOPPED = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
CABLE = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
BODIES = (
    "The delegations met for a third day and agreed on nothing but the shape of the table.",
    "“We are patient,” a spokesman said after the session. “But not for ever.”",
    "Six ministers signed the accord on fishing in the strait, officials said on Friday.",
)
BEFORE = (
    "",
    "Talks on the strait go on\n\n",
    "By Rosa Quillan\n",
    "By ROSA QUILLAN\nAssociated Press Writer\n",
    "****",
)


@frozen
class Known:
    """A dateline and what must be read from it."""

    text: str
    places: tuple[tuple[str, str | None, str | None], ...]
    date: date | None
    printed: str | None
    agency: str | None


def _printed_days(day: date) -> tuple[str, ...]:
    month = day.month - 1
    return (
        f"{MONTHS[month]} {day.day}",
        f"{STOPPED[month]} {day.day}",
        f"{STOPPED[month]} {day.day}, {day.year}",
        f"{day.day} {CABLE[month]} {day.year % 100:02d}",
        f"{day.day} {MONTHS[month]} {day.year}",
    )


@st.composite
def datelines(draw: st.DrawFn) -> Known:
    """Datelines of one to three places, with a day or an agency or both, in the forms of the agencies."""
    places = tuple(draw(st.lists(st.sampled_from(CITIES), min_size=1, max_size=3, unique=True)))
    day, agency = draw(st.dates(date(1972, 1, 1), date(2026, 12, 31))), draw(st.sampled_from(AGENCIES))
    printed, close = draw(st.sampled_from(_printed_days(day))), draw(st.sampled_from(CLOSES))
    head = "/".join(city if state is None else f"{city}, {state}" for city, state, _ in places)
    with_day, with_agency, tail = draw(
        st.sampled_from(
            (
                (True, True, f", {printed} ({agency}){close}"),
                (True, True, f",{printed} ({agency}){close}"),
                (True, True, f" {printed} ({agency} ){close}"),
                (True, True, f", {printed}. /{agency}/."),
                (True, True, f", {printed}, {agency} –"),
                (True, False, f", {printed}{close}"),
                (True, False, f" ({printed}) –"),
                (False, True, f" ({agency}){close}"),
                (False, True, f" ({agency})"),
                (False, True, f", {agency} –"),
            )
        )
    )
    return Known(
        head + tail,
        places,
        day if with_day else None,
        printed if with_day else None,
        agency if with_agency else None,
    )


@cache
def pipeline() -> Pipeline:
    """The extractor of this plugin alone."""
    return Pipeline.of(communique_extractors())


def read(text: str, published: date | None = None) -> tuple[Dateline, ...]:
    """The datelines of a text."""
    return pipeline().run(Article(text, published=published)).of(Dateline)


STORIES = st.tuples(st.sampled_from(BEFORE), datelines(), st.sampled_from(BODIES), st.integers(0, 20))


@given(STORIES)
def test_a_dateline_is_read_back(story: tuple[str, Known, str, int]) -> None:
    before, known, body, late = story
    text = f"{before}{known.text} {body}"
    published = known.date + timedelta(days=late) if known.date else None
    (found,) = read(text, published)
    assert found.span.text == known.text
    assert found.span.start == len(before)
    assert found.date == known.date
    assert (found.date_span and found.date_span.text) == known.printed
    assert found.agency == known.agency
    assert text[found.body :] == body
    assert [(place.span.text, place.qualifier and place.qualifier.text) for place in found.places] == [
        (city, state) for city, state, _ in known.places
    ]
    assert [place.country for place in found.places] == [country for _, _, country in known.places]


@given(st.lists(st.sampled_from(ALONE), min_size=1, max_size=3, unique=True), st.sampled_from(BODIES))
def test_cities_on_a_line_of_their_own_are_read_back(cities: list[str], body: str) -> None:
    (found,) = read(f"{'/'.join(cities)}\n\n{body}")
    assert [place.span.text for place in found.places] == cities
    assert found.body == len("/".join(cities)) + 2


@given(STORIES)
def test_without_the_dateline_there_is_none(story: tuple[str, Known, str, int]) -> None:
    before, _, body, _ = story
    assert read(before + body) == ()


@given(STORIES, st.sampled_from(((" ", "\u00a0"), ("\n", "\r\n"), ("'", "’"), ("-", "–"))))
def test_dress_does_not_matter(story: tuple[str, Known, str, int], change: tuple[str, str]) -> None:
    before, known, body, late = story
    text = f"{before}{known.text} {body}"
    published = known.date + timedelta(days=late) if known.date else None
    (plain,), (dressed,) = read(text, published), read(text.replace(*change), published)
    assert dressed.span.text == plain.span.text.replace(*change)
    assert dressed.date == plain.date
    assert [place.country for place in dressed.places] == [place.country for place in plain.places]


@given(
    st.sampled_from(("GENEVA, Jan 20 (Reuters) - ", "By ", "(", "AP - ", "", "BONN ", "OSLO: ", "2026-01-23 ")),
    weird_text(),
)
def test_nothing_raises(start: str, text: str) -> None:
    for found in read(start + text):
        assert (start + text)[found.span.start : found.span.end] == found.span.text
        assert found.span.end <= found.body
