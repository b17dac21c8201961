"""Entities of a spaCy pipeline as names: where they stand, what they change, and what plugins promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from communique import Actor, Article, Extractor, Lexicon, Name, Pipeline, Place, PluginError, hookimpl, read
from communique.plugins import load
from communique.testing import check_plugin, strategies
from communique.testing.cases import case_tests
from communique_spacy import Settings, names_by
from communique_spacy.names import PIECE, pieces

PATTERNS = [
    {"label": "PERSON", "pattern": "Ostrelon"},
    {"label": "PERSON", "pattern": "Ostrelon's"},
    {"label": "PERSON", "pattern": "Special Envoy Dr. Ostrelon"},
    {"label": "PERSON", "pattern": "King Ostrelon"},
    {"label": "PERSON", "pattern": "the King"},
    {"label": "ORG", "pattern": "King Velms'"},
    {"label": "ORG", "pattern": "the qadim"},
    {"label": "GPE", "pattern": "tarnholm"},
    {"label": "NORP", "pattern": "Tarnish"},
    {"label": "PERSON", "pattern": [{"IS_SPACE": True}]},
    {"label": "ORG", "pattern": "the"},
]


def ruler() -> Language:
    """A pipeline that finds entities without a model."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    return nlp


NAMES = names_by(ruler())
TITLES = Lexicon.of("titles", dict.fromkeys(["king", "special envoy", "dr."]))
PIPELINE = Pipeline.of([NAMES], [TITLES])

test_case, test_rule = case_tests(Path(__file__).parent / "cases", [NAMES], PIPELINE)


def found(text: str, pipeline: Pipeline = PIPELINE) -> list[tuple[str, str]]:
    """Words and sort of the names in a text."""
    return [(name.span.text, name.sort) for name in pipeline.run(Article(text)).of(Name)]


def test_entities_are_names() -> None:
    """Without the article in front; labels that name no actor and no place are left out."""
    text = "Ostrelon met the qadim in tarnholm, and Tarnish envoys."
    assert found(text) == [("Ostrelon", "person"), ("qadim", "organization"), ("tarnholm", "place")]


@pytest.mark.parametrize(
    "text, names",
    [
        ("They met Ostrelon\u2019s aide.", [("Ostrelon", "person")]),
        ("King Ostrelon spoke.", [("Ostrelon", "person")]),
        ("Special Envoy Dr. Ostrelon spoke.", [("Ostrelon", "person")]),
        ("They met the King.", [("King", "person")]),
        ("The offices of King Velms\u2019 were shut.", [("King Velms\u2019", "organization")]),
    ],
)
def test_titles_and_genitives_are_no_part_of_a_persons_name(text: str, names: list[tuple[str, str]]) -> None:
    """A title alone stays, and a body may be called by a genitive."""
    assert found(text) == names


def test_without_a_list_of_titles_they_stay() -> None:
    """communique-actors brings it."""
    assert found("King Ostrelon spoke.", Pipeline.of([NAMES])) == [("King Ostrelon", "person")]


def test_blanks_and_articles_alone_are_no_names() -> None:
    assert found("  the \n\n the  . \u00a0 Ostrelon\n") == [("Ostrelon", "person")]


def test_marks_and_blanks_make_no_difference() -> None:
    """The pipeline sees plain ones; names stand where they stood."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Carl-Jan 'Ost' Relon"}])  # type: ignore[attr-defined]
    pipeline = Pipeline.of([names_by(nlp)])
    printed = "Carl\u2011Jan \u2018Ost\u2019\u00a0Relon"
    assert found(f"Envoys met {printed}.", pipeline) == [(printed, "person")]


def test_evidence_is_the_entity() -> None:
    (name,) = PIPELINE.run(Article("Envoys met Ostrelon.")).of(Name)
    assert name.evidence.rule == "entity-name"
    assert name.evidence.cues == (name.span,)


def test_labels_of_other_pipelines() -> None:
    pipeline = Pipeline.of([names_by(ruler(), {"NORP": "group"})])
    assert found("Ostrelon met the Tarnish.", pipeline) == [("Tarnish", "group")]


def test_names_tell_what_the_words_do_not() -> None:
    """A word that may be anything, and one that is not capitalised; what communique knows itself stays as it was."""
    text = "LIMA, Nov 4 (EFE) - Envoys saw Ostrelon. Kenya rejected it. Guards left tarnholm."
    more = Pipeline.of([*load().extractors, NAMES], load().lexicons)
    with_names, without = read(text, pipeline=more), read(text)
    assert [(actor.name, actor.kind) for actor in with_names.of(Actor) if actor.kind == "person"] == [
        ("Ostrelon", "person")
    ]
    assert "Ostrelon" not in [actor.name for actor in without.of(Actor) if actor.kind == "person"]
    assert {"LIMA", "Kenya", "tarnholm"} <= {place.name for place in with_names.of(Place)}
    kenya = [next(actor for actor in one.of(Actor) if actor.name == "Kenya") for one in (with_names, without)]
    assert [(actor.kind, actor.country) for actor in kenya] == [("state", "KEN")] * 2


def test_names_keep_the_promises_of_plugins() -> None:
    """Exact spans, no exception on any string, linear time, nothing that depends on what stands behind, and so on."""

    class Plugin:
        @hookimpl
        def communique_extractors(self) -> Iterable[Extractor]:
            return [NAMES]

    assert check_plugin(Plugin()) == []


def test_plugin_keeps_its_promises() -> None:
    assert check_plugin("spacy") == []


@given(strategies.weird_text())
def test_any_string(text: str) -> None:
    for words, _ in found(text):
        assert words in text


@given(st.lists(st.sampled_from(["Ostrelon", "the qadim", "tarnholm", "and", "Envoys met"]), max_size=12))
def test_what_was_put_in_is_found(words: list[str]) -> None:
    named = [word.removeprefix("the ") for word in words if word in {"Ostrelon", "the qadim", "tarnholm"}]
    assert [name for name, _ in found(" ; ".join(words))] == named


# ---------------------------------------------------------------- pieces


@given(st.text(alphabet="ab \n", max_size=60), st.integers(1, 9))
def test_pieces_cover_the_text_in_order(text: str, limit: int) -> None:
    places = list(pieces(text, [Article(text).span(0, len(text))] if text else [], limit))
    assert "".join(text[start:end] for start, end in places) == text
    assert all(0 < end - start <= limit for start, end in places)


def test_endless_words_are_left_out_and_long_paragraphs_cut_at_blanks() -> None:
    text = "( " * 40 + "Ostrelon " * PIECE + "x" * 1000 + " Ostrelon"
    places = list(pieces(text, [Article(text).span(0, len(text))], PIECE))
    assert not any("xx" in text[start:end] for start, end in places)
    assert max(end - start for start, end in places) <= PIECE
    assert all(text[start] in " O(" for start, _ in places)


def test_text_that_is_longer_than_the_pipeline_takes() -> None:
    nlp = ruler()
    nlp.max_length = 20
    assert len(found("Ostrelon and " * 50, Pipeline.of([names_by(nlp)]))) == 50


# ---------------------------------------------------------------- settings


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline on disk, that has the component of this plugin, too."""
    nlp = ruler()
    nlp.add_pipe("communique")
    path = tmp_path_factory.mktemp("model")
    nlp.to_disk(path)
    return path


def test_model_that_is_set_gives_names(model: Path) -> None:
    settings: Mapping[str, Mapping[str, object]] = {
        "spacy": {"model": str(model), "labels": {"NORP": "group"}},
    }
    pipeline = load(settings=settings)
    names = read("Envoys met Ostrelon and the Tarnish.", pipeline=pipeline).of(Name)
    assert [(name.span.text, name.sort) for name in names if name.evidence.rule == "entity-name"] == [
        ("Ostrelon", "person"),
        ("Tarnish", "group"),
    ]
    assert "spacy" not in [extractor.name for extractor in load().extractors]


@pytest.mark.parametrize(
    "table, said",
    [
        ({"modle": "x"}, "there is no setting 'modle'; did you mean 'model'?"),
        ({"xyz": 1}, "there is no setting 'xyz'; there are model, labels"),
        ({"model": 3}, "model is 3"),
        ({"model": ""}, "model is ''"),
        ({"labels": ["ORG"]}, "labels is ['ORG']"),
        ({"labels": {"ORG": "body"}}, "labels is {'ORG': 'body'}"),
        ({"model": "no_such_model"}, "no_such_model"),
    ],
)
def test_settings_that_cannot_be(table: dict[str, object], said: str) -> None:
    with pytest.raises(PluginError) as caught:
        load(settings={"spacy": table})
    assert said in str(caught.value)
    assert "spacy" in str(caught.value)


def test_nothing_set_is_no_model() -> None:
    assert Settings.of({}).model is None
