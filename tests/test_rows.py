"""Rows of findings."""

from __future__ import annotations

from datetime import date

import pytest

from communique import (
    Actor,
    Article,
    Dateline,
    Delegation,
    FilingPlace,
    Mention,
    Pipeline,
    Quote,
    Reading,
    Role,
    to_record,
)
from communique.kinds import KINDS, Kind
from communique.reading import Source
from communique.rows import row_of


def quoted() -> Reading:
    """A reading with one quote."""
    article = Article("“We are ready,” she said.")
    reading = Pipeline.of([]).run(article)
    reading.add([Quote(article.span(0, 15), cue=article.span(20, 24))], Source("test"))
    return reading


def test_rows_of_a_kind_have_the_same_columns_before_and_after_a_record_was_written() -> None:
    reading = quoted()

    before = reading.rows(Quote)
    to_record(reading)

    assert reading.rows(Quote) == before
    assert "speaker_country" in before[0]


def test_a_row_holds_the_words_and_where_they_stand() -> None:
    (row,) = quoted().rows(Quote)

    assert (row["text"], row["start"], row["end"], row["paragraph"]) == ("“We are ready,”", 0, 15, 1)
    assert (row["kind"], row["quote_kind"], row["cue"], row["speaker"]) == ("quote", "direct", "said", None)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.tag != "foreign"], ids=lambda kind: str(kind.tag))
def test_a_row_holds_plain_values_only(kind: Kind) -> None:
    """Every value is a string, a number or nothing, and the columns are those of the kind."""
    article = Article("Ana Ruiz")
    row = row_of(kind(article.span(0, 8)), 1)
    assert all(value is None or isinstance(value, str | int) for value in row.values())
    assert (row["kind"], row["text"], row["rule"]) == (kind.tag, "Ana Ruiz", "layout")


def test_spans_entities_and_lists_become_words() -> None:
    """A span is its words, an entity its name with its country, a date ISO 8601, several are joined."""
    article = Article("GENEVA, Jan 20: President Ana Ruiz and Kofi Boateng came.")
    ruiz, boateng = (
        Actor(span, name=span.text, country="GHA", roles=(Role("President", span),), mentions=(Mention(span, span),))
        for span in (article.span(26, 34), article.span(39, 51))
    )
    geneva = article.span(0, 6)
    dateline = row_of(Dateline(geneva, places=(FilingPlace(geneva),), date=date(2026, 1, 20)), 1)
    delegation = row_of(Delegation(article.span(16, 51), head=ruiz, members=(ruiz, boateng), size=2), 1)
    assert (dateline["places"], dateline["date"]) == ("GENEVA", "2026-01-20")
    assert (delegation["head"], delegation["head_country"], delegation["size"]) == ("Ana Ruiz", "GHA", 2)
    assert delegation["members"] == "Ana Ruiz; Kofi Boateng"
    assert (delegation["party"], delegation["party_country"]) == (None, None)
    assert row_of(ruiz, 1)["roles"] == "President"
