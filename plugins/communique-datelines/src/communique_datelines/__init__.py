"""Finds datelines: a plugin of communique."""

from __future__ import annotations

from communique import Dateline, Extractor, hookimpl
from communique.countries import COUNTRIES
from communique.kinds import Paragraph
from communique_datelines.finding import RULES, find_datelines
from communique_datelines.words import AGENCIES, FILING_PLACES, LABELS, QUALIFIERS


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (
        Extractor(
            "datelines",
            find_datelines,
            gives=(Dateline,),
            needs=(Paragraph,),
            words=(AGENCIES, COUNTRIES, FILING_PLACES, LABELS, QUALIFIERS),
            rules=RULES,
        ),
    )
