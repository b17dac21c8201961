"""Finds events: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Dateline, Delegation, Event, Exporter, Extractor, Place, Quote, Sentence, Time, hookimpl
from communique_events.exports import EXPORTERS
from communique_events.finder import RULES, find_events
from communique_events.words import NOUNS, VERBS

EVENTS = Extractor(
    "events",
    find_events,
    gives=(Event,),
    needs=(Sentence, Actor, Place),
    uses=(Dateline, Time, Delegation, Quote),
    words=(VERBS, NOUNS),
    rules=RULES,
)
"""Events: type, mode, code, status, sources, targets, participants, place, time."""


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (EVENTS,)


@hookimpl
def communique_exporters() -> tuple[Exporter, ...]:
    """Give the exporters of this plugin."""
    return EXPORTERS
