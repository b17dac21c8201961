"""Finds territorial claims: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Claim, Extractor, Place, Position, Quotation, Quote, Sentence, hookimpl
from communique.countries import COUNTRIES
from communique_claims.finder import RULES, find_claims
from communique_claims.positions import rules as position_rules
from communique_claims.positions.cues import STANDS
from communique_claims.positions.finder import find_positions
from communique_claims.words import CUES


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (
        Extractor(
            "claims",
            find_claims,
            gives=(Claim,),
            needs=(Sentence, Actor, Place),
            uses=(Quotation, Quote),
            words=(CUES, COUNTRIES),
            rules=RULES,
        ),
        Extractor(
            "positions",
            find_positions,
            gives=(Position,),
            needs=(Sentence, Actor, Place),
            uses=(Quotation, Quote, Claim),
            words=(STANDS, COUNTRIES),
            rules=position_rules.RULES,
        ),
    )
