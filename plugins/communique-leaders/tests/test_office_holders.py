"""The table of office holders is well formed, and readings use it as far as the text leaves something open."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Actor, Pipeline, Reading, read
from communique.countries import all_countries
from communique.plugins import load
from communique.testing.cases import Case, load_cases
from communique_leaders.holders import Term, terms

TERMS = list(terms())
WITHOUT = Pipeline.of(load(disable=("leaders",)).extractors, load(disable=("leaders",)).lexicons)
LAST_DAY = date(2026, 12, 31)
LONGEST_GAP = 32
"""Years; who came before and after a longer one are not told as holders of one office."""


def by_office() -> dict[tuple[str, str], list[Term]]:
    """The terms of each office, in the order of the table."""
    offices: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in TERMS:
        offices[term.country, term.office].append(term)
    return offices


def person(reading: Reading, word: str) -> Actor:
    """The one person whose name ends in a word."""
    [found] = [actor for actor in reading.of(Actor) if actor.kind == "person" and actor.name.endswith(word)]
    return found


@pytest.mark.parametrize("case", load_cases(Path(__file__).parent / "cases"), ids=str)
def test_case(case: Case) -> None:
    assert not case.differences()


def test_dates_are_well_formed() -> None:
    """Terms end after they begin, and none lies outside of living memory or in the future."""
    assert [term for term in TERMS if term.until is not None and term.until < term.since] == []
    assert [term for term in TERMS if not date(1940, 1, 1) < term.since < LAST_DAY] == []
    assert [term for term in TERMS if term.until is not None and term.until > LAST_DAY] == []


def test_countries_are_in_the_table_of_core() -> None:
    """Codes are those that records may hold."""
    assert {term.country for term in TERMS} - {country.code for country in all_countries()} == {"-"}


def test_terms_of_one_office_do_not_overlap() -> None:
    """Where a month or a year is all that is known, the next term may begin in it."""
    wrong = [
        (before.name, after.name)
        for rows in by_office().values()
        for before, after in pairwise(rows)
        if before.until is None or _before_its_last_period(before) > after.since
    ]
    assert wrong == []


def _before_its_last_period(term: Term) -> date:
    """The first day of the month or year a term ends in, where nothing nearer is known, else its last day."""
    assert term.until is not None
    until = term.until
    if (until.month, until.day) == (12, 31):
        return date(until.year, 1, 1)
    return until.replace(day=1) if (until + timedelta(days=1)).day == 1 else until


def test_no_gap_is_absurd() -> None:
    """Holders of one office belong to one time."""
    wide = [
        (before.name, after.name)
        for rows in by_office().values()
        for before, after in pairwise(rows)
        if before.until is not None and after.since.year - before.until.year > LONGEST_GAP
    ]
    assert wide == []


def test_rows_are_in_order_and_none_stands_twice() -> None:
    """By country, bodies last, and within an office by day."""
    countries = list(dict.fromkeys(term.country for term in TERMS))
    assert countries == [*sorted(set(countries) - {"-"}), "-"]
    assert [rows for rows in by_office().values() if rows != sorted(rows, key=lambda term: term.since)] == []
    assert Counter((term.country, term.office, term.since) for term in TERMS).most_common(1)[0][1] == 1


def test_every_row_names_its_source_and_spellings_once() -> None:
    """The head of the table says where each sort of row can be looked up."""
    assert {term.source for term in TERMS} == {"rulers", "government", "body"}
    assert [term.name for term in TERMS if term.name in term.others or len(set(term.others)) < len(term.others)] == []
    assert [term.name for term in TERMS if not all(term.called)] == []


def test_spelling_is_one_throughout() -> None:
    """One person has one usual name, under which all terms stand."""
    usual: dict[str, set[str]] = defaultdict(set)
    for term in TERMS:
        for form in (term.name, *term.others):
            usual[form].add(term.name)
    several = {form: names for form, names in usual.items() if len(names) > 1}
    assert several == {"George Bush": {"George H. W. Bush", "George W. Bush"}}


def test_states_most_in_the_news_have_their_rows() -> None:
    """Of the members of the United Nations nearly all are in the table, and of sixty the foreign ministers."""
    offices = set(by_office())
    ministries = {country for country, office in offices if office.startswith(("foreign", "secretary of state"))}
    assert len({country for country, _ in offices}) > 180
    assert len(ministries) > 60


@given(term=st.sampled_from(TERMS))
def test_a_full_name_gives_the_country_of_the_office(term: Term) -> None:
    """On the first day in office; who holds two, of a state and of a body, is left open; one name may be anybody's."""
    text = f"“We agree on nearly all of it,” {term.name} told reporters."
    held = {
        one.country for one in TERMS if one.name == term.name and one.since <= term.since <= (one.until or LAST_DAY)
    }
    for actor in read(text, published=term.since).of(Actor):
        if actor.kind == "person" and actor.name == term.name:
            told = term.country if held == {term.country} - {"-"} else None
            assert actor.country == told or (" " not in term.name and actor.country is None)


def test_without_the_table_the_text_is_read_as_before() -> None:
    """No country where the text gives none, and everything else the same."""
    text = "“We agree,” Obama told reporters. “We do not,” French President Emmanuel Macron said."
    here, there = read(text, published="2014-03-20"), read(text, published="2014-03-20", pipeline=WITHOUT)
    assert person(here, "Obama").country == "USA"
    assert person(there, "Obama").country is None
    assert person(here, "Macron").country == person(there, "Macron").country == "FRA"
    assert [actor.name for actor in here.of(Actor)] == [actor.name for actor in there.of(Actor)]


@pytest.mark.parametrize("country, adjective", [("KEN", "Kenyan"), ("PER", "Peruvian"), ("FJI", "Fijian")])
@given(term=st.sampled_from([term for term in TERMS if term.country not in {"-", "KEN", "PER", "FJI"}]))
def test_the_text_wins(country: str, adjective: str, term: Term) -> None:
    """A title that names a country goes before the table, and the name stays as it is printed."""
    text = f"The {adjective} trade minister, {term.name}, said the talks went well."
    for actor in read(text, published=term.since).of(Actor):
        if actor.kind == "person" and actor.name == term.name:
            assert actor.country == country
