"""Who stands behind the phrase that names a speaker, with actors that are given."""

from __future__ import annotations

from collections.abc import Iterator

from communique import Actor, Article, Extractor, Mention, Pipeline, Quote, Reading, Unresolved
from communique_quotes import QUOTES


def reading_with(text: str, *actors: tuple[str, str]) -> Reading:
    """Read a text in which actors are known: their names, and the words of their one mention."""

    def given(reading: Reading) -> Iterator[Actor]:
        for name, words in actors:
            start = text.index(words)
            span = reading.article.span(start, start + len(words))
            yield Actor(span, name=name, mentions=(Mention(span, span),))

    return Pipeline.of([Extractor("actors", given, gives=(Actor,)), QUOTES]).run(Article(text))


def test_a_phrase_of_two_actors_is_left_open() -> None:
    reading = reading_with("Ruiz said the talks had failed.", ("Ana Ruiz", "Ruiz"), ("Tomas Ruiz", "Ruiz"))
    (quote,) = reading.of(Quote)
    assert quote.speaker is None
    assert quote.speaker_span is not None
    (unresolved,) = reading.of(Unresolved)
    assert (unresolved.what, unresolved.span.text) == ("speaker", "Ruiz")
    assert [actor.name for actor in unresolved.candidates if isinstance(actor, Actor)] == ["Ana Ruiz", "Tomas Ruiz"]


def test_a_spokesman_is_not_whom_he_speaks_for() -> None:
    (quote,) = reading_with("A spokesman for Ana Ruiz said the talks had failed.", ("Ana Ruiz", "Ana Ruiz")).of(Quote)
    assert quote.speaker is None
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "A spokesman for Ana Ruiz"


def test_the_antecedent_stands_behind_a_relative_pronoun() -> None:
    text = "Ana Ruiz, who said the talks had failed, left at noon."
    (quote,) = reading_with(text, ("Ana Ruiz", "Ana Ruiz")).of(Quote)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ana Ruiz"
    assert quote.content[0].text == "the talks had failed"


def test_a_quotation_whose_speaker_is_no_actor_keeps_the_phrase() -> None:
    (quote,) = reading_with("“It is over,” the old fisherman said.").of(Quote)
    assert quote.speaker is None
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "the old fisherman"


def test_the_expert_is_whoever_was_introduced_last() -> None:
    text = "Tomas Okonkwo said the dam would hold. Ana Ruiz studies rivers. “It will not,” the expert said."
    *_, quote = reading_with(text, ("Tomas Okonkwo", "Tomas Okonkwo"), ("Ana Ruiz", "Ana Ruiz")).of(Quote)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ana Ruiz"


def test_the_expert_among_several_is_nobody() -> None:
    text = "Tomas Okonkwo said the dam would hold. Ana Ruiz met Omar Haddad. “It will not,” the expert said."
    known = [(name, name) for name in ("Tomas Okonkwo", "Ana Ruiz", "Omar Haddad")]
    *_, quote = reading_with(text, *known).of(Quote)
    assert quote.speaker is None
