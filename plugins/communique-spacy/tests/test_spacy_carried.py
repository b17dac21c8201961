"""A pipeline with entities and the component: the same wherever it runs, and however documents are carried."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from communique import Actor, Quote, to_record

STORIES = [
    "QUITO, Nov 4 (EFE) - “We will sign,” Foreign Minister Ana Ruiz said. Guards saw Ostrelon with the qadim.",
    "Ostrelon left tarnholm on Tuesday.\r\nPeru demanded that Ecuador withdraw from the Cenepa valley.",
    "They announced a ceasefire\u00a0in Tarnholm, “the last one”. \U0001f30d Cote\u0301 was there.",
    "Nobody spoke.",
    " \n\n",
    "",
]
PATTERNS = [
    {"label": "PERSON", "pattern": "Ostrelon"},
    {"label": "ORG", "pattern": "the qadim"},
    {"label": "GPE", "pattern": "tarnholm"},
]


def pipeline() -> Language:
    """Rules in the place of what is trained."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    nlp.add_pipe("communique", config={"ents": True, "published": "2025-11-05"})
    return nlp


NLP = pipeline()


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pipeline as a folder."""
    path = tmp_path_factory.mktemp("pipeline")
    NLP.to_disk(path)
    return path


def told(docs: Iterable[Doc]) -> list[object]:
    """All that documents hold: sentences, entities, groups with ids and offsets, the record."""
    return [
        (
            doc.text,
            [sentence.text for sentence in doc.sents],
            [(entity.text, entity.label_) for entity in doc.ents],
            {
                key: ([(span.text, span.label_, span.id_) for span in group], group.attrs)
                for key, group in doc.spans.items()
            },
            to_record(doc._.communique),
        )
        for doc in docs
    ]


def binned(docs: Iterable[Doc]) -> Iterable[Doc]:
    """Documents through the bytes of a DocBin."""
    data = DocBin(docs=docs, store_user_data=True).to_bytes()
    return DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab)


def test_entities_are_among_what_is_found() -> None:
    """What follows would hold of a reading in which nothing is."""
    first, second, *_ = (NLP(story)._.communique for story in STORIES)
    assert {("Ana Ruiz", "person"), ("Ostrelon", "person"), ("qadim", "organization")} <= {
        (actor.name, actor.kind) for actor in first.of(Actor)
    }
    assert [quote.speaker.name for quote in first.of(Quote)] == ["Ana Ruiz"]
    assert "tarnholm" in {place["name"] for place in to_record(second)["places"]}


@pytest.mark.parametrize(
    "carried",
    [
        lambda nlp: nlp.pipe(STORIES),
        lambda nlp: nlp.pipe(STORIES, batch_size=2),
        lambda nlp: nlp.pipe(STORIES, n_process=2, batch_size=2),
        lambda nlp: binned(nlp.pipe(STORIES)),
        lambda nlp: binned(binned(nlp.pipe(STORIES, n_process=2, batch_size=1))),
        lambda nlp: (Doc(nlp.vocab).from_bytes(nlp(story).to_bytes()) for story in STORIES),
        lambda nlp: (doc for doc, _ in nlp.pipe([(story, None) for story in STORIES], as_tuples=True)),
    ],
    ids=["pipe", "batches", "processes", "DocBin", "DocBin of processes", "bytes", "tuples"],
)
@pytest.mark.parametrize("loaded", [False, True], ids=["made", "loaded"])
def test_documents_are_the_same_however_they_are_carried(
    carried: Callable[[Language], Iterable[Doc]],
    loaded: bool,  # noqa: FBT001
    on_disk: Path,
) -> None:
    """By the pipeline that was made, and by the one that was saved and loaded."""
    nlp = spacy.load(on_disk) if loaded else NLP
    assert told(carried(nlp)) == told(map(NLP, STORIES))


_READ = """
import json, sys
import spacy
from spacy.tokens import DocBin
from communique import to_record
from communique_spacy import reading_of
folder, stories = sys.argv[1], json.loads(sys.argv[2])
kept = DocBin().from_disk(folder + "/docs.spacy").get_docs(spacy.blank("en").vocab)
here = [to_record(reading_of(doc)) for doc in kept]
nlp = spacy.load(folder)
print(json.dumps([here, [to_record(doc._.communique) for doc in nlp.pipe(stories)]]))
"""


def test_another_process_reads_what_was_kept_and_reads_the_same(on_disk: Path) -> None:
    """From a DocBin on disk without any component, and by the pipeline that it loads."""
    DocBin(docs=NLP.pipe(STORIES), store_user_data=True).to_disk(on_disk / "docs.spacy")
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(on_disk), json.dumps(STORIES)], capture_output=True, text=True, check=True
    )
    records = [to_record(doc._.communique) for doc in NLP.pipe(STORIES)]
    assert json.loads(done.stdout) == [json.loads(json.dumps(records))] * 2


def test_without_user_data_groups_are_kept_and_no_reading() -> None:
    """A DocBin leaves user data out unless it is asked for them."""
    doc = NLP(STORIES[0])
    (again,) = DocBin(docs=[doc]).get_docs(spacy.blank("en").vocab)
    assert again._.communique is None
    assert [(span.id_, span.text) for span in again.spans["communique_quote"]] == [("q1", "“We will sign,”")]


def test_components_behind_leave_what_was_found() -> None:
    """Entities that are set later are not among the names; groups and the reading stay."""
    nlp = pipeline()
    nlp.add_pipe("entity_ruler", name="later").add_patterns([{"label": "PERSON", "pattern": "Nobody"}])  # type: ignore[attr-defined]
    doc = nlp("Nobody saw Ostrelon.")
    assert {entity.text for entity in doc.ents} == {"Nobody", "Ostrelon"}
    assert [actor.name for actor in doc._.communique.of(Actor)] == ["Ostrelon"]
    with nlp.select_pipes(disable=["communique"]):
        assert nlp("Nobody saw Ostrelon.")._.communique is None
