"""Rows of findings."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

import pytest
from attrs import frozen
from hypothesis import given
from tests.by_hand import reading_of

from communique import (
    Actor,
    Annotation,
    Article,
    Claim,
    Dateline,
    Delegation,
    Event,
    EventTime,
    FilingPlace,
    Mention,
    Place,
    Quote,
    Reading,
    Role,
    Span,
    Territory,
    Time,
    kinds,
    to_record,
)
from communique.kinds import KINDS, Kind
from communique.rows import columns_of, row_of
from communique.testing.readings import TRAVELLING, readings


def quoted() -> Reading:
    """A reading with one quote."""
    article = Article("“We are ready,” she said.")
    return reading_of(article, Quote(article.span(0, 15), cue=article.span(20, 24)))


def test_rows_of_a_kind_have_the_same_columns_before_and_after_a_record_was_written() -> None:
    reading = quoted()

    before = reading.rows(Quote)
    to_record(reading)

    assert reading.rows(Quote) == before
    assert tuple(before[0]) == columns_of(Quote)


def test_a_row_holds_the_words_and_where_they_stand() -> None:
    (row,) = quoted().rows(Quote)

    assert (row["words"], row["start"], row["end"], row["paragraph"]) == ("“We are ready,”", 0, 15, 1)
    assert (row["article"], row["id"], row["kind"], row["cue"], row["speaker"]) == (None, "q1", "direct", "said", None)


def test_a_quote_says_who_speaks_as_what_for_whom() -> None:
    """The speaker by name, and as the text calls them there; pieces of the words with a mark between them."""
    article = Article("“Yes,” she said, “but later.” President Ana Ruiz", id="7")
    span = article.span(40, 48)
    roles = (Role("President", article.span(30, 39)), Role("President", article.span(30, 39)))
    ruiz = Actor(span, name="Ana Ruiz", country="GHA", roles=roles, mentions=(Mention(span, span),))
    pieces = (article.span(0, 6), article.span(17, 29))
    quote = Quote(article.span(0, 29), pieces, pieces, "direct", ruiz, article.span(7, 10), ruiz, article.span(11, 15))
    (row,) = reading_of(article, ruiz, quote).rows(Quote)
    assert list(row) == [
        "article", "id", "paragraph", "kind", "speaker", "role", "country", "speaker_words", "via", "cue", "quoted",
        "words", "start", "end", "rule",
    ]  # fmt: skip
    assert list(row.values()) == [
        "7", "q1", 1, "direct", "Ana Ruiz", "President", "GHA", "she", "Ana Ruiz", "said", "“Yes,”; “but later.”",
        "“Yes,” […] “but later.”", 0, 29, "layout",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.tag != "foreign"], ids=lambda kind: str(kind.tag))
def test_a_row_holds_plain_values_only(kind: Kind) -> None:
    """Every value is a string, a number or nothing, and the columns are those of the kind."""
    article = Article("Ana Ruiz")
    row = row_of(kind(article.span(0, 8)), 1, "7", {})
    assert all(value is None or isinstance(value, str | int) for value in row.values())
    assert tuple(row) == columns_of(kind)
    assert (row["article"], row["id"], row["words"], row["rule"]) == ("7", None, "Ana Ruiz", "layout")


def test_spans_entities_and_lists_become_words() -> None:
    """A span is its words, an entity its name with its country, a date ISO 8601, several are joined."""
    article = Article("GENEVA, Jan 20: President Ana Ruiz and Kofi Boateng came.")
    ruiz, boateng = (
        Actor(span, name=span.text, country="GHA", roles=(Role("President", span),), mentions=(Mention(span, span),))
        for span in (article.span(26, 34), article.span(39, 51))
    )
    geneva = article.span(0, 6)
    dateline = row_of(Dateline(geneva, places=(FilingPlace(geneva),), date=date(2026, 1, 20)), 1, None, {})
    delegation = row_of(Delegation(article.span(16, 51), head=ruiz, members=(ruiz, boateng), size=2), 1, None, {})
    assert (dateline["places"], dateline["places_country"], dateline["date"]) == ("GENEVA", "", "2026-01-20")
    assert (delegation["head"], delegation["head_country"], delegation["size"]) == ("Ana Ruiz", "GHA", 2)
    assert (delegation["members"], delegation["members_country"]) == ("Ana Ruiz; Kofi Boateng", "GHA; GHA")
    assert (delegation["party"], delegation["party_country"]) == (None, None)
    actor = row_of(ruiz, 1, None, {})
    assert (actor["kind"], actor["roles"], actor["mentions"]) == ("person", "President", 1)


def test_a_claim_says_of_which_places_and_in_which_quote() -> None:
    """A territory has its portion and its places; another finding stands as its id."""
    article = Article("“All of the islet,” she said.")
    span = article.span(12, 17)
    islet = Place(span, name="islet", country="FJI", mentions=(span, span))
    quote = Quote(article.span(0, 19))
    claim = Claim(article.span(1, 17), territory=Territory(span, (islet, islet), "All"), quote=quote)
    row = row_of(claim, 1, None, {quote: "q1"})
    assert (row["territory"], row["portion"], row["quote"]) == ("islet", "All", "q1")
    assert (row["places"], row["places_country"]) == ("islet; islet", "FJI; FJI")
    bare = row_of(Claim(article.span(1, 17)), 1, None, {})
    assert (bare["territory"], bare["portion"], bare["places"]) == (None, None, "")


def test_an_event_says_for_which_countries_its_actors_act() -> None:
    """Sources and targets have their countries beside them, in the same order, empty where there is none."""
    article = Article("Ghana and Oxfam met Togo.")
    ghana, oxfam, togo = (
        Actor(article.span(*span), name=article.text[slice(*span)], country=country)
        for span, country in (((0, 5), "GHA"), ((10, 15), None), ((20, 24), "TGO"))
    )
    row = row_of(Event(article.span(0, 24), sources=(ghana, oxfam), targets=(togo,)), 1, None, {})
    assert (row["sources"], row["sources_country"]) == ("Ghana; Oxfam", "GHA; ")
    assert (row["targets"], row["targets_country"]) == ("Togo", "TGO")


@pytest.mark.parametrize(
    "first, last, granularity, written",
    [
        ("2026-01-22", "2026-01-23", "day", "2026-01-22/2026-01-23"),
        ("2026-01-22", "2026-01-22", "day", "2026-01-22"),
        ("2026-01-01", "2026-02-28", "month", "2026-01/2026-02"),
        ("2026-01-01", "2026-12-31", "year", "2026"),
    ],
)
def test_the_time_of_an_event_is_as_exact_as_it_is_known(
    first: str, last: str, granularity: Literal["day", "month", "year"], written: str
) -> None:
    """A month is no day, and a day is said once."""
    time = EventTime(date.fromisoformat(first), date.fromisoformat(last), granularity)
    event = Event(Article("Talks").span(0, 5), time=time)
    assert row_of(event, 1, None, {})["time"] == written


def test_a_field_called_like_a_column_of_every_row_is_named_after_its_kind() -> None:
    """What a plugin calls `words` does not hide the words."""

    @frozen
    class Slogan(Annotation):
        tag: ClassVar[str] = "slogan"
        words: int = 0

    row = row_of(Slogan(Article("Peace now").span(0, 9), 2), 1, None, {})
    assert (row["slogan_words"], row["words"]) == (2, "Peace now")


def test_passage_and_evidence_have_no_columns_of_their_own() -> None:
    """The columns at the end of every row tell them."""
    assert columns_of(Time) == (
        "article", "id", "paragraph", "type", "value", "mod", "anchor", "words", "start", "end", "rule",
    )  # fmt: skip


def test_another_finding_without_an_id_stands_as_its_words() -> None:
    """Where the reading does not hold it."""
    article = Article("“All of the islet,” she said.")
    claim = Claim(article.span(1, 17), quote=Quote(article.span(0, 19)))
    assert row_of(claim, 1, None, {})["quote"] == "“All of the islet,”"
    assert row_of(claim, 1, None, {claim: "c1"})["id"] == "c1"


def test_fields_of_a_plugin_become_plain_values() -> None:
    """A type may be written with its module; what is missing among several is empty; any other value is printed."""

    @frozen
    class Ballot(Annotation):
        tag: ClassVar[str] = "ballot"
        winner: kinds.Actor | None = None
        rounds: tuple[int | None, ...] = ()
        share: Fraction = Fraction(0)
        observers: tuple[Actor, ...] = ()

    article = Article("Ruiz won")
    ruiz = Actor(article.span(0, 4), name="Ana Ruiz", country="GHA")
    row = row_of(Ballot(article.span(0, 8), ruiz, (3, None), Fraction(2, 3), (ruiz, ruiz)), 1, None, {})
    assert (row["winner"], row["winner_country"]) == ("Ana Ruiz", "GHA")
    assert (row["rounds"], row["share"]) == ("3; ", "2/3")
    assert (row["observers"], row["observers_country"]) == ("Ana Ruiz; Ana Ruiz", "GHA; GHA")


def test_what_a_plugin_puts_together_stands_as_its_words() -> None:
    """A class with a passage is that; a time is its id, with its value in a column of its own."""

    @frozen
    class Clause:
        span: Span
        number: int = 1

    @frozen
    class Pact(Annotation):
        tag: ClassVar[str] = "pact"
        clause: Clause | None = None
        clauses: tuple[Clause, ...] = ()
        signed: Time | None = None
        extended: tuple[Time, ...] = ()

    article = Article("signed in May")
    clause, may = Clause(article.span(0, 6)), Time(article.span(10, 13), value="2026-05")
    open_ = Time(article.span(10, 13))
    row = row_of(Pact(article.span(0, 13), clause, (clause, clause), may, (may, open_)), 1, None, {may: "t1"})
    assert (row["clause"], row["clauses"]) == ("signed", "signed; signed")
    assert (row["signed"], row["signed_value"]) == ("t1", "2026-05")
    assert row["extended_value"] == "2026-05; "
    assert row_of(Pact(article.span(0, 13)), 1, None, {})["signed_value"] is None
    assert columns_of(Pact)[3:-4] == ("clause", "clauses", "signed", "signed_value", "extended", "extended_value")


@given(readings())
def test_rows_of_any_reading_are_plain_and_have_the_columns_of_their_kind(reading: Reading) -> None:
    """One for each finding, in the order of the text, with its id, its place and plain values only."""
    ids = reading.ids()
    for kind in TRAVELLING:
        rows = reading.rows(kind)
        assert [row["id"] for row in rows] == [ids[finding] for finding in reading.of(kind)]
        for row, finding in zip(rows, reading.of(kind), strict=True):
            assert tuple(row) == columns_of(kind)
            assert all(value is None or isinstance(value, str | int | float) for value in row.values())
            assert (row["start"], row["end"], row["rule"]) == (
                finding.span.start,
                finding.span.end,
                finding.evidence.rule,
            )
            assert row["article"] == reading.article.id
            assert row == reading.row(finding)
