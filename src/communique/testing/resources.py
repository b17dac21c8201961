"""What reading may take: time that grows no faster than the text, memory for as long as it is looked at, no network."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from time import process_time

from attrs import evolve

from communique.article import Article
from communique.pipeline import Pipeline
from communique.testing.attempts import article_of, readings_of, shortened
from communique.testing.problem import Problem, problems

_TRIES = 4
"""How often a growth is measured: a busy machine may spoil one time, and what is not linear fails each time."""


def check_linear(
    pipeline: Pipeline,
    shape: Callable[[int], str],
    *,
    length: int = 16_000,
    times: int = 4,
    most: float = 6.0,
    rounds: int = 5,
) -> list[Problem]:
    """A text of `times` the length takes at most `most` times the CPU time, each in the best of some rounds.

    >>> check_linear(Pipeline.of([]), lambda length: "x" * length, length=1_000, rounds=1)
    []
    """
    short, long = shape(length), shape(length * times)
    if not readings_of(pipeline, short, long):
        return []
    once = more = 0.0
    for _ in range(_TRIES):
        once, more = _least_time(pipeline, short, rounds), _least_time(pipeline, long, rounds)
        if more <= most * once:
            return []
    said = (
        f"{length} code points take {1000 * once:.1f} ms, {times} times as many {1000 * more:.1f} ms, "
        f"which is {more / once:.1f} times as long, on {shortened(short, 60)}"
    )
    return [Problem("linear", said)]


def _least_time(pipeline: Pipeline, text: str, rounds: int) -> float:
    times: list[float] = []
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            article = Article(text)
            start = process_time()
            pipeline.run(article)
            times.append(process_time() - start)
    finally:
        if collecting:
            gc.enable()
    return min(times)


def check_forgetful(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """An article is gone when its reading is dropped, so that a program may read as many as it likes.

    >>> check_forgetful(Pipeline.of([]), "Talks resumed.")
    []
    """
    article = evolve(article_of(text))  # one that nobody else holds
    held = weakref.ref(article)
    pipeline.run(article, strict=False)  # an extractor that fails is told elsewhere, and hides none behind it
    del article
    if held() is not None:
        gc.collect()
    return [Problem("forgetful", "the article is kept when its reading is dropped")] if held() is not None else []


_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")
_watches: list[list[str]] = []


def check_offline(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Reading opens no socket and starts no process.

    >>> check_offline(Pipeline.of([]), "Talks resumed.")
    []
    """
    with watched() as seen:
        pipeline.run(article_of(text), strict=False)
    return problems("offline", (f"reading raised the audit event {event!r}" for event in seen))


@contextmanager
def watched() -> Iterator[list[str]]:
    """Give a list in which the names of audit events are noted that tell of sockets and processes.

    >>> import os
    >>> with watched() as seen:
    ...     status = os.system("")
    >>> seen
    ['os.system']
    """
    _start_watching()
    seen: list[str] = []
    _watches.append(seen)
    try:
        yield seen
    finally:
        _watches.pop()


@cache
def _start_watching() -> None:
    """Install the audit hook; there is no way to take one out again."""
    sys.addaudithook(_watch)


def _watch(event: str, _arguments: tuple[object, ...]) -> None:
    if _watches and event.startswith(_FORBIDDEN):
        _watches[-1].append(event)
