"""What `communique.testing.conformance` holds installed plugins to: its tests fail where one is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

import pytest
from attrs import frozen

from communique import Actor, Annotation, Exporter, Extractor, Mention, Pipeline, Reading, Sentence, Span, because
from communique.testing import conformance
from communique.testing.exports import EXPORT_CHECKS
from communique.testing.hostile import SHAPES
from communique.testing.promises import check_total
from communique.testing.texts import SAMPLES

SAMPLE = next(iter(SAMPLES))
Find = Callable[[Reading], Iterable[Annotation]]


def rule() -> None:
    """Stand for a rule."""


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag: ClassVar[str] = "remark"


def pipeline(find: Find) -> Pipeline:
    """A pipeline of one extractor."""
    return Pipeline.of([Extractor("odd", find, gives=(Remark, Actor), needs=(Sentence,), rules=(rule,))])


def raising(words: str) -> Find:
    """An extractor that raises where some words stand."""

    def find(reading: Reading) -> Iterator[Annotation]:
        if words in reading.article.text:
            raise ValueError(words)
        return iter(())

    return find


def finicky(reading: Reading) -> Iterator[Annotation]:
    """Finds words with a plain blank between them."""
    for match in re.finditer(r"[a-z] [a-z]", reading.article.text):
        yield Remark(reading.article.span_of(match), evidence=because(rule))


def inexact(reading: Reading) -> Iterator[Annotation]:
    """Gives other words than the text has."""
    if "vetoed" in reading.article.text:
        yield Remark(Span(0, 1, "vetoed"), evidence=because(rule))


def partial(reading: Reading) -> Iterator[Annotation]:
    """Finds persons whose names have as many letters as it likes."""
    for match in re.finditer(r"[A-Z]\w+ [A-Z]\w+", reading.article.text):
        span = reading.article.span_of(match)
        if len(span.text) % 2:
            yield Actor(span, name=span.text, mentions=(Mention(span, span),), evidence=because(rule))


def loyal(reading: Reading) -> Iterator[Annotation]:
    """Finds a person that it knows."""
    for match in re.finditer(r"Velora \w+", reading.article.text):
        span = reading.article.span_of(match)
        yield Actor(span, name=span.text, mentions=(Mention(span, span),), evidence=because(rule))


def dated(reading: Reading) -> Iterator[Annotation]:
    """Raises where a day of publication is known."""
    if reading.article.published is not None:
        raise ValueError(reading.article.published)
    return iter(())


TESTS: dict[str, tuple[Callable[..., None], dict[str, Any]]] = {
    "any string": (conformance.test_promise_holds_on_any_string, {"check": check_total}),
    "damaged": (conformance.test_promise_holds_on_damaged_articles, {"check": check_total}),
    "sample": (conformance.test_promise_holds_on_sample, {"check": check_total, "name": SAMPLE}),
    "words": (conformance.test_nothing_breaks_on_words_in_no_order, {"looked_for": ["vetoed"]}),
    "dress": (conformance.test_dress_does_not_matter, {}),
    "renamed": (conformance.test_renaming_a_person_renames_the_records, {}),
    "renamed sample": (conformance.test_renaming_the_persons_of_a_sample_renames_the_records, {"name": SAMPLE}),
    "linear": (conformance.test_hostile_text_takes_linear_time, {"shape": SHAPES["brackets"]}),
}


@pytest.mark.parametrize(
    "name, broken, promise",
    [
        ("any string", raising(""), "total"),
        ("damaged", dated, "total"),
        ("sample", raising("“"), "total"),
        ("sample", dated, "total"),
        ("words", raising("vetoed"), "total"),
        ("words", inexact, "exact"),
        ("dress", finicky, "dress"),
        ("renamed", partial, "renamed"),
        ("renamed sample", loyal, "renamed"),
        ("linear", raising("(("), "total"),
    ],
)
def test_a_broken_extractor_fails(name: str, broken: Find, promise: str) -> None:
    """Of each test, by the promise that it breaks; one that finds nothing passes."""
    test, arguments = TESTS[name]
    with pytest.raises(AssertionError, match=f"not {promise}: "):
        test(installed=pipeline(broken), **arguments)


@pytest.mark.parametrize("name", [name for name in TESTS if name != "linear"])
def test_an_extractor_that_finds_nothing_passes(name: str) -> None:
    """Every test."""
    test, arguments = TESTS[name]
    test(installed=pipeline(raising("a word that stands nowhere")), **arguments)


def test_records_that_depend_on_the_process_fail() -> None:
    """Another process reads with what is installed; these records are none of those."""
    with pytest.raises(AssertionError):
        conformance.test_records_do_not_depend_on_the_order_of_sets(installed=pipeline(finicky), seed="1")


def lines_of(text: Callable[[Reading], str]) -> Exporter:
    """An exporter that writes a line about each reading."""
    return Exporter("odd", lambda readings, _: (f"{text(reading)}\n" for reading in readings))


@pytest.mark.parametrize(
    "broken, promise",
    [
        (lines_of(lambda reading: str(reading.article.id)), ""),
        (lines_of(lambda reading: reading.of(Sentence)[0].span.text), "total"),
        (lines_of(lambda reading: {None: "", "no-article": ""}[reading.article.id]), "total"),
        (lines_of(lambda reading: str(reading.errors[0])), "total"),
    ],
)
def test_a_broken_exporter_fails(broken: Exporter, promise: str) -> None:
    """On news, on an empty text, and on an input that could not be read."""
    none = pipeline(raising("a word that stands nowhere"))
    kept = 0
    for check in EXPORT_CHECKS.values():
        try:
            conformance.test_exporter_keeps_its_promise(installed=none, check=check, exporter=broken)
            kept += 1
        except AssertionError as error:
            assert promise
            assert f"not {promise}: " in str(error)  # noqa: PT017 - some checks pass
    assert (kept == len(EXPORT_CHECKS)) is (not promise)


@pytest.mark.parametrize("part", ["id", "title", "text"])
def test_an_exporter_that_cannot_write_any_string_fails(part: str) -> None:
    """Wherever the string stands."""
    odd = lines_of(lambda reading: str(len(str(getattr(reading.article, part)).encode("ascii"))))
    with pytest.raises(AssertionError, match="UnicodeEncodeError"):
        conformance.test_exporter_writes_any_string(installed=Pipeline.of([]), exporter=odd)
