"""Finds territorial claims: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Claim, Extractor, Place, Quotation, Quote, Sentence, hookimpl
from communique.countries import COUNTRIES
from communique_claims.finder import RULES, find
from communique_claims.words import CUES


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (
        Extractor(
            "claims",
            find,
            gives=(Claim,),
            needs=(Sentence, Actor, Place),
            uses=(Quotation, Quote),
            words=(CUES, COUNTRIES),
            rules=RULES,
        ),
    )
