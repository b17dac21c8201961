"""Composed articles: what is said to be in them is in them, and nothing besides."""

from __future__ import annotations

import re

import pytest
from hypothesis import find, given

from communique.testing.strategies import (
    KnownArticle,
    KnownDateline,
    KnownPerson,
    KnownQuote,
    articles,
    datelines,
    persons,
    quotes,
)

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@given(datelines())
def test_a_dateline_prints_what_is_known_of_it(dateline: KnownDateline) -> None:
    """City, day and agency, in that order, and no day or agency that is not known."""
    form = r"([A-Z ]+)(?:, (\w{3})\w* (\d+))?(?: \((\w+)\))? (?:-|–|—|--)"
    printed = re.fullmatch(form, dateline.text)
    assert printed is not None
    city, month, number, agency = printed.groups()
    assert (city, agency) == (dateline.city, dateline.agency)
    day = dateline.date
    assert (month, number) == ((MONTHS[day.month - 1], str(day.day)) if day else (None, None))
    assert day or agency, "a city alone is no dateline"


@pytest.mark.parametrize("day, agency", [(True, True), (False, True), (True, False)])
def test_datelines_of_every_form_come(day: bool, agency: bool) -> None:  # noqa: FBT001
    """With a day, with an agency, and with both."""
    dateline = find(datelines(), lambda one: (one.date is not None, one.agency is not None) == (day, agency))
    assert dateline.city


@given(persons())
def test_a_person_has_a_given_name_and_a_surname(person: KnownPerson) -> None:
    """The surname with its particles, and a title before both."""
    given_name, surname = person.name.split(" ", 1)
    assert (given_name[:1].isupper(), surname) == (True, person.surname)
    assert person.introduced == f"{person.title} {given_name} {surname}"


@given(quotes())
def test_a_quote_alone_names_its_speaker(quote: KnownQuote) -> None:
    """With title and full name, outside of the marks."""
    outside = quote.text.replace(quote.content, "")
    assert quote.speaker.introduced[1:] in outside
    assert quote.cue in outside.split()[0] + outside
    assert quote.content[0] + quote.content[-1] == "“”"


@given(articles())
def test_persons_are_introduced_once_and_then_called_by_surname(known: KnownArticle) -> None:
    """In the order in which they are given; no two of them share a given name or the last word of a surname."""
    first = [known.text.index(person.introduced[1:]) for person in known.persons]
    assert first == sorted(first)
    for person in known.persons:
        assert known.text.count(person.name) == 1
        assert known.text.count(person.surname[1:]) == sum(quote.speaker == person for quote in known.quotes)
    for words in ({re.split(" |al-", one.name)[place] for one in known.persons} for place in (0, -1)):
        assert len(words) == len(known.persons)


@given(articles())
def test_nothing_stands_in_an_article_besides_what_is_known_and_fillers(known: KnownArticle) -> None:
    """Where its parts are taken out, sentences are left in which there is nothing to find."""
    rest = known.text.removeprefix(known.dateline.text if known.dateline else "")
    for quote in known.quotes:
        assert quote.text in rest
        rest = rest.replace(quote.text, "", 1)
    fillers = re.findall(r"[^.]+\.", " ".join(rest.split()))
    assert 1 <= len(fillers) <= 1 + len(known.quotes)
    assert [one for one in fillers if not re.fullmatch(r" ?[A-Z][a-z, ]+\.", one)] == []


def test_fillers_stand_behind_quotes_and_in_front() -> None:
    """Some, not all: rules meet the end of a paragraph and another sentence."""
    behind = find(articles(with_dateline=False), lambda known: not known.text.endswith(known.quotes[-1].text))
    assert behind.text.rsplit(behind.quotes[-1].text, 1)[1].startswith(" ")
    bare = find(articles(with_dateline=False), lambda known: known.text.endswith(known.quotes[-1].text))
    assert bare.text.rsplit("\n\n", 1)[1] == bare.quotes[-1].text


@pytest.mark.parametrize("with_dateline", [True, False])
def test_an_article_has_a_dateline_where_it_is_asked_for(with_dateline: bool) -> None:  # noqa: FBT001
    """Where nothing is asked for, some have one."""
    asked = find(articles(with_dateline=with_dateline), lambda known: len(known.quotes) > 1)
    unasked = find(articles(), lambda known: (known.dateline is not None) is with_dateline)
    assert (asked.dateline is not None, asked.published) == (with_dateline, unasked.published)
