"""Finds sanctions: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Dateline, Extractor, Place, Quote, Sentence, Time, hookimpl
from communique.countries import COUNTRIES
from communique_sanctions.finder import RULES, find_sanctions
from communique_sanctions.kind import Sanction
from communique_sanctions.words import MEASURES, OWN_VERBS

__all__ = ["Sanction"]


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (
        Extractor(
            "sanctions",
            find_sanctions,
            gives=(Sanction,),
            needs=(Sentence, Actor, Place),
            uses=(Dateline, Quote, Time),
            words=(MEASURES, OWN_VERBS, COUNTRIES),
            rules=RULES,
        ),
    )
