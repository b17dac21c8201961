"""Explanations: every finding with its reason, and the text cut at the edges of findings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.by_hand import reading_of

from communique import Actor, Article, Evidence, Mention, Quote, Reading
from communique.explain import explain, pieces
from communique.testing.readings import readings
from communique.testing.strategies import weird_text

ARTICLE = Article("“We are ready,” Ana Ruiz said.\n\n“Yes,” she said.")
RUIZ = Actor(
    ARTICLE.span(16, 24),
    name="Ana Ruiz",
    mentions=(
        Mention(ARTICLE.span(16, 24), ARTICLE.span(16, 24)),
        Mention(ARTICLE.span(39, 42), ARTICLE.span(39, 42), "pronoun"),
    ),
)


def said(start: int, end: int, cue: int) -> Quote:
    """A quote by Ana Ruiz."""
    because = Evidence("said-after-quote", (ARTICLE.span(cue, cue + 4),))
    return Quote(ARTICLE.span(start, end), speaker=RUIZ, evidence=because)


@pytest.fixture
def reading() -> Reading:
    """A reading with a person and two quotes."""
    return reading_of(ARTICLE, RUIZ, said(0, 15, 25), said(32, 38, 43))


def test_every_finding_is_explained(reading: Reading) -> None:
    """Id, kind, paragraph, rule, cues and plugin of each."""
    quotes = [one for one in explain(reading) if one.kind == "quote"]
    assert [(one.id, one.paragraph, one.rule, one.plugin) for one in quotes] == [
        ("q1", 1, "said-after-quote", "communique-hand 1.0"),
        ("q2", 2, "said-after-quote", "communique-hand 1.0"),
    ]
    assert [cue.text for cue in quotes[1].cues] == ["said"]
    assert quotes[0].fields["speaker"] == "Ana Ruiz"


def test_explanation_is_readable(reading: Reading) -> None:
    """Words, place, fields that say something, and the reason."""
    (one,) = explain(reading, "q2")
    printed = str(one)
    assert printed.startswith("q2  quote  ““Yes,””  [32, 38)")
    assert "speaker: Ana Ruiz" in printed
    assert "because said-after-quote (communique-hand 1.0): “said” [43, 47)" in printed
    assert "None" not in printed


def test_unknown_id_is_told_with_those_there_are(reading: Reading) -> None:
    """A slip is an error."""
    with pytest.raises(LookupError, match=r"there is no 'q9' in this reading; its findings are a1, q1 to q2$"):
        explain(reading, "q9")
    with pytest.raises(LookupError, match=r"there is no 'q9' in this reading; nothing was found$"):
        explain(Reading.start(Article("Roads were open.")), "q9")


def test_pieces_know_what_covers_them(reading: Reading) -> None:
    """Of an entity each mention is marked, of all else the span."""
    marked = {piece.span.text: piece.tags for piece in pieces(reading) if piece.tags}
    assert marked == {"“We are ready,”": {"quote"}, "Ana Ruiz": {"actor"}, "“Yes,”": {"quote"}, "she": {"actor"}}
    assert {tag for piece in pieces(reading, {Quote}) for tag in piece.tags} == {"quote"}


@given(weird_text().filter(bool), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60)), max_size=6))
def test_pieces_put_together_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    """Nothing is lost or doubled, and a piece is marked where and only where a finding covers it."""
    article = Article(text)
    spans = [article.span(start % len(text), min(start % len(text) + size, len(text))) for start, size in places]
    cut = list(pieces(reading_of(article, *map(Quote, spans))))
    assert "".join(piece.span.text for piece in cut) == text
    for piece in cut:
        assert ("quote" in piece.tags) == any(span.contains(piece.span) for span in spans)


@given(readings())
def test_every_finding_of_any_reading_is_explained(reading: Reading) -> None:
    """Once, by its id, with its own passage, and so by its id alone."""
    told = explain(reading)
    assert [one.id for one in told] == list(reading.ids().values())
    assert len({one.id for one in told}) == len(told)
    for finding, one in zip(reading.ids(), told, strict=True):
        assert (one.kind, one.span, one.rule, one.cues) == (
            finding.tag,
            finding.span,
            finding.evidence.rule,
            finding.evidence.cues,
        )
        assert one.plugin == "communique-hand 1.0"
        assert explain(reading, one.id) == [one]
        assert str(one).startswith(f"{one.id}  {one.kind}  ")
