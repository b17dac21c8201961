"""Finds dates, times, durations and sets, and what they mean: a plugin of communique."""

from __future__ import annotations

from communique import Dateline, Extractor, Sentence, Time, hookimpl
from communique_times.finder import RULES, find_times
from communique_times.words import HEADS

TIMES = Extractor("times", find_times, gives=(Time,), needs=(Sentence,), uses=(Dateline,), words=(HEADS,), rules=RULES)
"""Temporal expressions in the sense of TimeML."""


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (TIMES,)
