"""A pipeline of two extractors, and what tests of the command line do with it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

import pytest
from attrs import evolve, frozen

import communique.exporters
from communique import Annotation, Exporter, Extractor, Lexicon, Pipeline, Reading, Sentence, because
from communique.kinds import Kind

HELLO = Lexicon.of("hello", {"hello": None})


@frozen
class Greeting(Annotation):
    """Somebody says hello."""

    tag: ClassVar[str] = "greeting"


@frozen
class Remark(Annotation):
    """Something else."""

    tag: ClassVar[str] = "remark"


def greet(reading: Reading) -> Iterator[Annotation]:
    """Find each hello: "hello there", not "hell"."""
    for start, end, _ in reading.hits(HELLO):
        span = reading.article.span(start, end)
        yield Greeting(span, evidence=because(greet, span))


def remark(reading: Reading) -> Iterator[Annotation]:
    """Remark on the first sentence; a text with "bad" in it is too much."""
    if "bad" in reading.article.text:
        raise ZeroDivisionError("no reason")
    for sentence in reading.of(Sentence)[:1]:
        yield Remark(sentence.span, evidence=because(remark))


PIPELINE = Pipeline.of(
    [
        Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,)),
        Extractor("remarks", remark, gives=(Remark,), rules=(remark,)),
    ]
)


def give(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    """Put something on standard input."""
    raw = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def lines(*items: object) -> str:
    """Items as JSON Lines."""
    return "".join(f"{json.dumps(item)}\n" for item in items)


def records(printed: str) -> list[dict[str, Any]]:
    """The records that were printed."""
    return [json.loads(line) for line in printed.splitlines()]


def install(monkeypatch: pytest.MonkeyPatch, exporter: Exporter) -> None:
    """Install an exporter of a plugin."""
    exporter = evolve(exporter, plugin="communique-odd", version="1.2")
    monkeypatch.setattr(communique.exporters, "load_exporters", lambda _: (exporter,))


def shouted(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:
    """Write the words of findings in capitals."""
    for reading in readings:
        for kind in kinds:
            yield from (f"{finding.span.text.upper()}\n" for finding in reading.of(kind))
