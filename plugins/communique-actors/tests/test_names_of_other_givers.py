"""Where two extractors give a name, the one that tells more counts, whichever was first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from communique import Actor, Article, Extractor, Name, Pipeline, Reading, because
from communique.kinds import NameSort
from communique_actors import communique_extractors

TEXT = "Guards saw Ostrelon near the depot, and Kenya rejected it."


def giver(name: str, sort: NameSort, words: str) -> Extractor:
    """An extractor that says of a word what it stands for."""

    def told(reading: Reading) -> Iterator[Name]:
        start = reading.article.text.index(words)
        yield Name(reading.article.span(start, start + len(words)), sort, evidence=because(told))

    return Extractor(name, told, gives=(Name,), uses=(), rules=(told,))


def actors(*more: Extractor, text: str = TEXT) -> set[tuple[str, str]]:
    """Name and kind of the actors of a text."""
    reading = Pipeline.of([*communique_extractors(), *more]).run(Article(text))
    return {(actor.name, actor.kind) for actor in reading.of(Actor)}


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_a_sort_counts_more_than_none(name: str) -> None:
    """The words alone do not tell what "Ostrelon" is."""
    assert ("Ostrelon", "person") not in actors()
    assert ("Ostrelon", "person") in actors(giver(name, "person", "Ostrelon"))


def test_a_person_may_speak_first_in_a_sentence() -> None:
    """Where nobody says that it is a name, its capital may be that of the sentence."""
    text = "Ostrelon said it was late."
    assert actors(text=text) == set()
    assert actors(giver("aaa", "person", "Ostrelon"), text=text) == {("Ostrelon", "person")}


@pytest.mark.parametrize("name", ["aaa", "zzz"])
@pytest.mark.parametrize("sort", ["place", "unknown", "person"])
def test_a_country_counts_more_than_none(name: str, sort: NameSort) -> None:
    """What stands in the lists stays what it is."""
    assert ("Kenya", "state") in actors(giver(name, sort, "Kenya"))
    assert ("Kenya", "person") not in actors(giver(name, sort, "Kenya"))


def test_the_longest_counts() -> None:
    """As before: a name that reaches further is the name."""
    text = "Ostrelon near"
    assert ("Ostrelon near", "person") in actors(giver("aaa", "person", text))
