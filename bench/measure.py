"""CPU time in units of T: one `re` word pass over the same texts in the same run.

Wall times of shared machines say little; ratios of CPU times taken in turns in one process do.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from communique import Article

WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
"""The pattern whose pass over a text costs one T."""
FEW = 20  # articles that are read between two word passes
PASSES = 3  # one alone is too short for the clock


def word_pass(texts: Sequence[str]) -> None:
    """Find every word and sign with its offsets, and drop them after each text."""
    for text in texts:
        [match.span() for match in WORD.finditer(text)]


def cpu(action: Callable[[], object]) -> float:
    """CPU seconds of this process for one run of an action."""
    start = time.process_time()
    action()
    return time.process_time() - start


def in_t(
    actions: Mapping[str, Callable[[Sequence[Article]], object]], articles: Sequence[Article], rounds: int = 3
) -> dict[str, float]:
    """The median cost of each action in units of T.

    A machine that others use is now fast and now slow, so a few articles at a time are read between two word passes.
    Each action reads all of them before the next begins: its memory is warm, as in a program that does one thing.  What
    every pipeline holds is kept from the garbage collector, which would bill whoever runs.
    """
    return {name: _in_t(action, articles, rounds) for name, action in actions.items()}


def _in_t(action: Callable[[Sequence[Article]], object], articles: Sequence[Article], rounds: int) -> float:
    action(fresh(articles))  # word lists and patterns are made by now
    costs: list[float] = []
    with frozen_heap():
        for some in few(articles) * rounds:
            before = unit(some)
            spent = cpu(partial(action, fresh(some)))
            costs.append(2 * spent / (before + unit(some)))
    return statistics.median(costs)


@contextmanager
def frozen_heap() -> Iterator[None]:
    """Keep what there is now from the garbage collector."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def few(articles: Sequence[Article]) -> list[Sequence[Article]]:
    """The articles in handfuls."""
    return [articles[first : first + FEW] for first in range(0, len(articles), FEW)]


def unit(articles: Sequence[Article]) -> float:
    """CPU seconds of one T."""
    texts = [article.text for article in articles]
    return cpu(partial(word_pass, texts * PASSES)) / PASSES


def fresh(articles: Sequence[Article]) -> list[Article]:
    """The same articles without anything that was computed of them."""
    return [Article(article.text, published=article.published) for article in articles]
