"""CPU time in units of T: one `re` word pass over the same texts in the same run.

Wall times of shared machines say little; ratios of CPU times taken in turns in one process do.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

from communique import Article

WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
"""The pattern whose pass over a text costs one T."""


def word_pass(texts: Sequence[str]) -> None:
    """Find every word and sign with its offsets, and drop them after each text."""
    for text in texts:
        [match.span() for match in WORD.finditer(text)]


def cpu(action: Callable[[], object]) -> float:
    """CPU seconds of this process for one run of an action."""
    start = time.process_time()
    action()
    return time.process_time() - start


def in_t(actions: Mapping[str, Callable[[], object]], texts: Sequence[str], rounds: int = 5) -> dict[str, float]:
    """The median cost of each action in units of T, all taken in turns."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for action in actions.values():
        action()  # word lists and patterns are made by now
    for _ in range(rounds):
        unit = cpu(lambda: word_pass(texts))
        for name, action in actions.items():
            times[name].append(cpu(action) / unit)
    return {name: statistics.median(found) for name, found in times.items()}


def fresh(articles: Sequence[Article]) -> list[Article]:
    """The same articles without anything that was computed of them."""
    return [Article(article.text, published=article.published) for article in articles]
