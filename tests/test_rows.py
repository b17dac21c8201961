"""Rows of findings."""

from __future__ import annotations

from communique import Article, Pipeline, Quote, Reading, to_record
from communique.reading import Source


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
