"""Finds delegations: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Delegation, Extractor, Place, Sentence, hookimpl
from communique.countries import COUNTRIES
from communique_delegations.finder import RULES, find_delegations
from communique_delegations.words import CUES, OCCASIONS

DELEGATIONS = Extractor(
    "delegations",
    find_delegations,
    gives=(Delegation,),
    needs=(Sentence, Actor, Place),
    words=(CUES, OCCASIONS, COUNTRIES),
    rules=RULES,
)
"""Delegations: party, head, members, size and occasion."""


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (DELEGATIONS,)
