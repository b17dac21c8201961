"""The component: span groups, what is kept with documents, settings, and what is said when something is wrong."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, SpanGroup

from communique import Actor, Claim, Extractor, Pipeline, Place, PluginError, Quote, Reading, read, to_record
from communique.record import RecordError
from communique_spacy import reading_of
from communique_spacy.component import Communique

STORY = (
    "QUITO, Nov 4 (EFE) - “We will sign,” Foreign Minister Ana Ruiz said. She said Peru\u2019s envoys had agreed.\n\n"
    "Peru demanded that Ecuador withdraw from the Cenepa valley."
)


def pipeline(**config: object) -> Language:
    """A blank pipeline with the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("communique", config=config)
    return nlp


def told(group: SpanGroup) -> list[tuple[str, str, str]]:
    """Id, label and words of the spans of a group."""
    return [(span.id_, span.label_, span.text) for span in group]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def test_group_for_each_kind(nlp: Language) -> None:
    """Spans have the ids of the record; the kinds of which nothing is found have a group all the same."""
    doc = nlp(STORY)
    assert told(doc.spans["communique_quote"])[0] == ("q1", "quote", "“We will sign,”")
    assert [words for _, _, words in told(doc.spans["communique_claim"])] == [
        "Peru demanded that Ecuador withdraw from the Cenepa valley"
    ]
    assert told(doc.spans["communique_delegation"]) == []
    assert set(doc.spans) >= {"communique_actor", "communique_actor_mentions", "communique_unresolved"}


def test_mentions_have_the_id_of_whom_they_mention(nlp: Language) -> None:
    """In the order of the text, whoever is mentioned."""
    doc = nlp(STORY)
    (ruiz,) = (span.id_ for span in doc.spans["communique_actor"] if span.text == "Ana Ruiz")
    mentions = doc.spans["communique_actor_mentions"]
    assert [span.text for span in mentions if span.id_ == ruiz] == ["Ana Ruiz", "She"]
    assert [span.start for span in mentions] == sorted(span.start for span in mentions)


def test_span_that_ends_inside_a_token_is_widened_and_its_offsets_are_kept() -> None:
    """Nothing is lost where tokens are larger than what is found."""
    nlp = pipeline()
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # splits at blanks only
    doc = nlp(STORY)
    assert doc.spans["communique_quote"][0].text == "“We will sign,”"
    places = doc.spans["communique_place_mentions"]
    exact = [STORY[start:end] for start, end in places.attrs["offsets"]]
    assert (places[0].text, exact[0]) == ("QUITO,", "QUITO")


def test_groups_go_through_bytes(nlp: Language) -> None:
    """Of a document, and of a DocBin with its user data."""
    doc = nlp(STORY)
    (unpacked,) = DocBin(docs=[doc], store_user_data=True).get_docs(spacy.blank("en").vocab)
    for again in (Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes()), unpacked, pickle.loads(pickle.dumps(doc))):  # noqa: S301
        for key in doc.spans:
            assert told(again.spans[key]) == told(doc.spans[key])
            assert again.spans[key].attrs == doc.spans[key].attrs
        assert again.text == STORY
        assert to_record(again._.communique) == to_record(doc._.communique)


def test_reading_is_kept(nlp: Language) -> None:
    """The very reading while the document lives here; made again, once, where it came from elsewhere."""
    doc = nlp(STORY)
    reading = doc._.communique
    assert isinstance(reading, Reading)
    assert reading is reading_of(doc)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.communique is again._.communique
    assert [quote.span for quote in again._.communique.of(Quote)] == [quote.span for quote in reading.of(Quote)]


def test_document_that_was_not_read_has_no_reading() -> None:
    assert spacy.blank("en")(STORY)._.communique is None


def test_documents_joined_are_not_taken_for_one_of_them(nlp: Language) -> None:
    with pytest.warns(UserWarning, match="communique_record"):
        joined = Doc.from_docs([nlp(STORY), nlp("Envoys met.")])
    assert joined._.communique is None
    joined._.communique_record = nlp(STORY)._.communique_record
    with pytest.raises(RecordError):
        reading_of(joined)


def test_reading_is_that_of_communique(nlp: Language) -> None:
    assert to_record(nlp(STORY)._.communique) == to_record(read(STORY))


# ---------------------------------------------------------------- settings


def test_only() -> None:
    """What is asked for, and no other group."""
    doc = pipeline(only=["claim", "quote"])(STORY)
    assert set(doc.spans) == {"communique_claim", "communique_quote"}
    assert len(doc.spans["communique_claim"]) == len(read(STORY).of(Claim)) == 1


def test_prefix_and_disabled_plugins() -> None:
    doc = pipeline(spans_prefix="", disable=["claims", "events"])(STORY)
    assert "quote" in doc.spans
    assert "claim" not in doc.spans


@pytest.mark.parametrize(
    "value", ["2023-11-05", "2023-11-05T10:00:00+00:00", date(2023, 11, 5), datetime(2023, 11, 5, 9, tzinfo=UTC)]
)
def test_published_of_a_document(nlp: Language, value: object) -> None:
    doc = nlp.make_doc(STORY)
    doc._.published = value
    assert nlp(doc)._.communique.article.published == date(2023, 11, 5)


def test_published_of_all_documents_gives_way_to_their_own() -> None:
    nlp = pipeline(published="2021-11-05", published_attr="day", id_attr="number")
    doc = nlp.make_doc(STORY)
    doc._.day, doc._.number = "2022-11-05", 7
    assert nlp(STORY)._.communique.article.published == date(2021, 11, 5)
    article = nlp(doc)._.communique.article
    assert (article.published, article.id) == (date(2022, 11, 5), "7")


def test_entities_as_names() -> None:
    """What components before this one have found."""
    story = "The talks were led by qadim ruuz. Envoys met Ostrelon Vash."
    patterns = [{"label": "PERSON", "pattern": "qadim ruuz"}, {"label": "LAW", "pattern": "Envoys"}]
    for ents, persons in ((False, []), (True, ["qadim ruuz"])):
        nlp = spacy.blank("en")
        nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
        nlp.add_pipe("communique", config={"ents": ents})
        actors = nlp(story)._.communique.of(Actor)
        assert [actor.name for actor in actors if actor.name.islower() and actor.kind == "person"] == persons


@pytest.mark.parametrize(
    "config, said",
    [
        ({"only": ["qoute"]}, "there is no kind 'qoute' to find; did you mean 'quote'"),
        ({"only": ["xyz"]}, "there is no kind 'xyz' to find; there are actor, claim"),
        ({"published": "today"}, "component 'communique': published is 'today'"),
        ({"only": "quote"}, "only"),
        ({"onyl": ["quote"]}, "onyl"),
    ],
)
def test_setting_that_cannot_be(config: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        pipeline(**config)
    assert said in str(caught.value)


def test_plugin_that_is_not_there() -> None:
    with pytest.raises(PluginError, match="quots"):
        pipeline(disable=["quots"])


def test_settings_are_saved_with_the_pipeline(tmp_path: Path) -> None:
    """As folder and as bytes."""
    nlp = pipeline(only=["quote"], spans_prefix="c_", published="2023-11-05")
    nlp.to_disk(tmp_path)
    copied = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    for again in (spacy.load(tmp_path), copied):
        doc = again(STORY)
        assert set(doc.spans) == {"c_quote"}
        assert doc._.communique.article.published == date(2023, 11, 5)


def test_component_is_pickled_without_its_plugins() -> None:
    """Processes that are spawned get it so."""
    component = Communique(["quote"], published="2023-11-05")
    assert component.pipeline.extractors
    pickled = pickle.dumps(component)
    assert len(pickled) < 1000
    doc = pickle.loads(pickled)(spacy.blank("en")(STORY))  # noqa: S301
    assert set(doc.spans) == {"communique_quote"}


# ---------------------------------------------------------------- many documents


def test_many_processes(nlp: Language) -> None:
    """Documents come back in their order, each with its groups and its reading."""
    docs = [nlp.make_doc(STORY), nlp.make_doc("Envoys met."), nlp.make_doc("")]
    docs[0]._.published = "2023-11-05"
    alone = [to_record(doc._.communique) for doc in nlp.pipe(doc.copy() for doc in docs)]
    shared = list(nlp.pipe(docs, n_process=2, batch_size=1))
    assert [doc.text for doc in shared] == [STORY, "Envoys met.", ""]
    assert [to_record(doc._.communique) for doc in shared] == alone
    assert shared[0]._.communique.article.published == date(2023, 11, 5)


def failing(reading: Reading) -> tuple[()]:
    """Fail on one article."""
    if "valley" in reading.article.text:
        raise RuntimeError("no luck")
    return ()


def test_error_names_the_document() -> None:
    nlp = pipeline()
    component = nlp.get_pipe("communique")
    assert isinstance(component, Communique)
    component.pipeline = Pipeline.of([Extractor("failing", failing, gives=(Place,))])
    doc = nlp.make_doc(STORY)
    doc._.id = "lima-7"
    for given, name in ((doc, "document 'lima-7'"), (STORY, "the document that begins 'QUITO, Nov 4 (EFE)")):
        with pytest.raises(RuntimeError) as caught:
            nlp(given)
        assert name in caught.value.__notes__[-1]
    nlp.set_error_handler(spacy.util.ignore_error)
    assert [doc.text for doc in nlp.pipe(["Envoys met.", STORY])] == ["Envoys met."]


def test_day_that_is_none_names_the_document(nlp: Language) -> None:
    doc = nlp.make_doc(STORY)
    doc._.id, doc._.published = "lima-7", "yesterday"
    with pytest.raises(ValueError, match="document 'lima-7': published is 'yesterday'"):
        nlp(doc)


# ---------------------------------------------------------------- installed


def test_reading_without_a_model_does_not_import_spacy() -> None:
    """Installed is not switched on; nor does it load what writes records."""
    code = "import sys, communique; communique.read('Kenya.'); print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "communique_spacy" in printed
    assert not {"spacy", "cattrs", "numpy"} & set(printed)
