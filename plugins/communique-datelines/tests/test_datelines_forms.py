"""Every form of dateline that agencies print, rendered from parts, gives all its parts back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import Article, Dateline, Pipeline
from communique_datelines import communique_extractors

PIPELINE = Pipeline.of(communique_extractors())
FULL = "January February March April May June July August September October November December"
SHORT = "Jan Feb March April May June July Aug Sept Oct Nov Dec"
STOPPED = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
CABLE = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
ITALIAN = "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC"
MISPRINTED = "Janury Febuary Narch Aprl May Juen July Augst Setpember Octber Novmber Decemebr"

Place = tuple[str, str | None, str | None]
CAPITALS: tuple[Place, ...] = (
    ("HARARE", None, "ZWE"), ("BUENOS AIRES", None, "ARG"), ("N'DJAMENA", None, "TCD"), ("PORT-AU-PRINCE", None, "HTI"),
    ("ST. PAUL", "Minn.", "USA"), ("FRESNO", "Calif.", "USA"), ("HALIFAX", "Nova Scotia", "CAN"),
    ("ERBIL", "Iraq", "IRQ"), ("JENIN", "West Bank", "PSE"), ("GOMA", "Democratic Republic of Congo", "COD"),
    ("SÃO PAULO", None, "BRA"),
    ("UNITED NATIONS", None, None), ("QUORVEX FALLS", "Kenya", "KEN"), ("HANOI", None, "VNM"),
)  # fmt: skip
MIXED: tuple[Place, ...] = (
    ("Geneva", None, "CHE"), ("Rio de Janeiro", None, "BRA"), ("Kuala Lumpur", None, "MYS"), ("Tehran", None, "IRN"),
    ("Addis Ababa", "Ethiopia", "ETH"), ("Lviv", "Ukraine", "UKR"), ("Port Moresby", None, "PNG"),
)  # fmt: skip
KNOWN = tuple(place for place in CAPITALS if place[0] != "QUORVEX FALLS")
BARE = tuple(place for place in KNOWN if place[1] is None)
BARE_MIXED = tuple(place for place in MIXED if place[1] is None)
BODIES = (
    "The delegations met for a third day and agreed on nothing but the shape of the table, aides said.",
    "Ministers of the five shore states signed the accord on fishing in the gulf, officials said on Friday.",
)
NOTES = (
    "",
    "****",
    "RPT -- ",
    "(In Jan. 22 story, corrects spelling of name in third paragraph) ",
    "(This story has been corrected to fix a date (the second) in paragraph 4) ",
)
ABOVE = ("", "Talks on the strait go on\n\n", "By Rosa Quillan\n", "By ROSA QUILLAN\nAssociated Press Writer\n")

Day = Callable[[date], str]


def _named(names: str, form: str = "{month} {day}") -> Day:
    months = names.split()
    return lambda day: form.format(month=months[day.month - 1], day=day.day, two=day.year % 100, year=day.year)


def _without_blank(day: date) -> str:
    return XINHUA(day).replace(". ", ".")


REUTERS, XINHUA, LONG = _named(SHORT), _named(STOPPED), _named(FULL)
WITH_YEAR = _named(SHORT, "{month} {day}, {year}")
BRITISH = _named(FULL, "{day} {month} {year}")
CABLED = _named(CABLE, "{day} {month} {two:02d}")


@frozen
class Form:
    """How a house prints its datelines."""

    line: str
    """The dateline, with `{places}`, `{day}` and `{agency}`."""
    agencies: tuple[str, ...] = ()
    """Agencies that use it; none where it names no agency."""
    day: Day | None = None
    """How the day is printed; None where there is none."""
    cities: tuple[Place, ...] = CAPITALS
    """Where it may be filed from."""
    most: int = 1
    """How many places it may name."""
    behind: str = " "
    """What stands between the dateline and the body."""
    notes: tuple[str, ...] = NOTES
    """What may stand before it on its line."""
    above: tuple[str, ...] = ABOVE
    """What may stand on the lines above."""
    bodies: tuple[str, ...] = BODIES
    """How the body may begin."""


HOUSES = ("Reuters", "AP", "AFP", "Xinhua", "dpa", "Kyodo", "Yonhap", "Interfax")
FORMS = {
    "reuters": Form("{places}, {day} (Reuters) -", ("Reuters",), REUTERS, most=3),
    "reuters-web": Form("{places} (Reuters) -", ("Reuters",), most=3),
    "reuters-1987": Form("{places}, {day} -", (), REUTERS),
    "reuters-1996": Form("{places} {day}", (), date.isoformat, behind="\n", above=("Talks go on.\n",)),
    "misprinted": Form("{places}, {day} -", (), _named(MISPRINTED)),
    "no-comma": Form("{places} {day} -", (), REUTERS, BARE),
    "no-blank": Form("{places},{day} ({agency})-", HOUSES, REUTERS),
    "no-blank-in-day": Form("{places}, {day}({agency}) --", HOUSES, _without_blank, BARE),
    "ap": Form("{places} (AP) —", ("AP",)),
    "ap-wire": Form("{places} (AP) _", ("AP",)),
    "ap-glued": Form("{places} (AP)--", ("AP",), behind=""),
    "ap-lost-dash": Form("{places} (AP)", ("AP",)),
    "ap-unsure": Form("{places} (AP ) _", ("AP",)),
    "afp": Form("{places}, {day} (AFP) -", ("AFP",), REUTERS),
    "afp-year": Form("{places}, {day} (AFP) -", ("AFP",), WITH_YEAR, most=2),
    "afp-alone": Form("{places}, {day} -", (), WITH_YEAR),
    "afp-mixed": Form("{places} (AFP) –", ("AFP",), cities=MIXED),
    "xinhua": Form("{places}, {day} (Xinhua) --", ("Xinhua",), XINHUA),
    "xinhua-1998": Form("{places}, {day} (Xinhua) --", ("Xinhua",), LONG),
    "tass": Form("{places}, {day}. /TASS/.", ("TASS",), LONG),
    "tass-correspondent": Form("{places}, {day}. /TASS Correspondent Oleg Zubov/.", ("TASS",), LONG),
    "fbis": Form("{places}, {day} (RADIO QUORVEX) --", ("RADIO QUORVEX",), CABLED, BARE, behind=" [REPORT] [TEXT] "),
    "fbis-no-source": Form("{places}, {day} --", (), CABLED, BARE, behind=" [TEXT] "),
    "ohchr": Form("{places}, {day} (OHCHR) –", ("OHCHR",), BRITISH),
    "un": Form("{places} ({day}) –", (), BRITISH, most=3),
    "dpa": Form("{places} (dpa) -", ("dpa",), cities=MIXED, most=2),
    "ansa": Form("{places}, {day} -", (), _named(ITALIAN, "{day:02d} {month}"), BARE),
    "ansa-first": Form("(ANSA) - {places}, {day} -", ("ANSA",), _named(CABLE), BARE),
    "aap": Form("{places} {day} AAP -", ("AAP",), REUTERS, BARE),
    "irna": Form("{places}, IRNA –", ("IRNA",), cities=BARE_MIXED),
    "irna-day": Form("{places}, {day}, IRNA –", ("IRNA",), REUTERS, BARE_MIXED),
    "kyodo": Form("{places}, {day} (Kyodo) --", ("Kyodo",), XINHUA),
    "armenpress": Form("{places}, {day}, ARMENPRESS.", ("ARMENPRESS",), LONG, BARE),
    "source": Form("({agency}) -", HOUSES, cities=()),
    "source-bare": Form("{agency} -", ("AP", "AFP", "Reuters", "UPI"), cities=()),
    "undated": Form("({agency}) _", ("AP",), cities=(), notes=("(Undated) ", "Undated ")),
    "place": Form("{places} -", cities=KNOWN),
    "place-two-dashes": Form("{places} --", cities=KNOWN),
    "colon": Form("{places}:", cities=BARE),
    "colon-day": Form("{places}, {day}:", (), REUTERS, BARE),
    "lost-dash": Form("{places}", cities=BARE, bodies=BODIES[:1]),
    "header": Form("date {day} {places}.", (), date.isoformat, BARE_MIXED, notes=("",), above=("", " ")),
    "header-label": Form("Date: {day}, {places}.", (), BRITISH, BARE_MIXED, notes=("",), above=("",)),
    "day-first": Form("{day}, {places}:", (), BRITISH, BARE_MIXED, notes=("",), above=("",)),
    "own-line": Form("{places}, {day}", (), BRITISH, MIXED, behind="\n\n", notes=("",), above=("Joint statement\n",)),
}  # fmt: skip


@frozen
class Story:
    """A story and what must be read from it."""

    text: str
    dateline: str
    places: tuple[Place, ...]
    day: date | None
    printed: str | None
    agency: str | None
    body: str
    published: date

    @property
    def without_dateline(self) -> str:
        """The same story, its dateline cut."""
        return self.text.replace(self.dateline, "", 1)


def _joined(places: tuple[Place, ...]) -> str:
    return "/".join(city if state is None else f"{city}, {state}" for city, state, _ in places)


@st.composite
def stories(draw: st.DrawFn, form: Form) -> Story:
    """Stories with a dateline of a form."""
    places: tuple[Place, ...] = ()
    if form.cities:
        places = tuple(draw(st.lists(st.sampled_from(form.cities), min_size=1, max_size=form.most, unique=True)))
    day = draw(st.dates(date(1972, 1, 1), date(2026, 12, 31))) if form.day else None
    printed = form.day(day) if form.day and day else None
    agency = draw(st.sampled_from(form.agencies)) if form.agencies else None
    dateline = form.line.format(places=_joined(places), day=printed, agency=agency)
    above, note, body = (draw(st.sampled_from(choice)) for choice in (form.above, form.notes, form.bodies))
    published = (day or date(2026, 1, 23)) + timedelta(days=draw(st.integers(0, 20)))
    text = f"{above}{note}{dateline}{form.behind}{body}"
    return Story(text, dateline, places, day, printed, agency, body, published)


def read(story: Story, text: str) -> tuple[Dateline, ...]:
    """The datelines of a text published as a story was."""
    return PIPELINE.run(Article(text, published=story.published)).of(Dateline)


@pytest.mark.parametrize("name", FORMS)
def test_all_fields_of_every_form_are_read_back(name: str) -> None:
    @settings(max_examples=40)
    @given(stories(FORMS[name]))
    def reads(story: Story) -> None:
        (found,) = read(story, story.text)
        assert found.span.text == story.dateline
        assert [
            (place.span.text, place.qualifier and place.qualifier.text, place.country) for place in found.places
        ] == [*story.places]
        assert found.date == story.day
        assert (found.date_span and found.date_span.text) == story.printed
        assert (found.agency, found.agency_span and found.agency_span.text) == (story.agency, story.agency)
        assert story.text[found.body :] == story.body

    reads()


@given(st.sampled_from(sorted(FORMS)).flatmap(lambda name: stories(FORMS[name])))
def test_cutting_a_dateline_leaves_none(story: Story) -> None:
    assert read(story, story.without_dateline) == ()


@given(st.lists(stories(FORMS["reuters"]), min_size=2, max_size=5))
def test_every_story_of_a_digest_has_its_dateline(digest: list[Story]) -> None:
    text = "\n\n".join(f"{story.dateline} {story.body}" for story in digest)
    found = read(digest[0], text)
    assert [dateline.span.text for dateline in found] == [story.dateline for story in digest]
    assert [dateline.agency for dateline in found] == [story.agency for story in digest]


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(-30, 334))
def test_the_year_is_the_one_that_lies_near_publication(published: date, before: int) -> None:
    day = published - timedelta(days=before)
    (found,) = PIPELINE.run(Article(f"OSLO, {REUTERS(day)} (AP) - Envoys met.", published=published)).of(Dateline)
    if (day.month, day.day) != (2, 29):
        assert found.date == day
    else:
        assert found.date in {day, None}


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_year_that_is_printed_does_not_depend_on_publication(day: date, published: date) -> None:
    text = f"OSLO, {WITH_YEAR(day)} (AFP) - Envoys met."
    (found,), (without,) = (PIPELINE.run(Article(text, published=given)).of(Dateline) for given in (published, None))
    assert found.date == without.date == day


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_without_publication_a_day_without_year_stays_open(day: date) -> None:
    (found,) = PIPELINE.run(Article(f"OSLO, {REUTERS(day)} (AP) - Envoys met.")).of(Dateline)
    assert found.date is None
    assert found.date_span is not None
    assert found.date_span.text == REUTERS(day)
