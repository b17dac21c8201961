"""Finds names, places and actors: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Dateline, Extractor, Name, Place, Quotation, Sentence, hookimpl
from communique.countries import COUNTRIES

from communique_actors.actors import find_actors
from communique_actors.lexicons import ORGANIZATIONS, PLACES, TITLES
from communique_actors.names import PIECE_RULES, find_names, listed_name, told_by_noun
from communique_actors import actors as a, persons as p


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    lists = (COUNTRIES, TITLES, ORGANIZATIONS, PLACES)
    return (
        Extractor(
            "names", find_names, gives=(Name,), needs=(Sentence,), uses=(Dateline,), words=lists,
            rules=(listed_name, told_by_noun, *PIECE_RULES),
        ),
        Extractor(
            "actors", find_actors, gives=(Place, Actor), needs=(Sentence, Name, Quotation), uses=(Dateline,), words=lists,
            rules=(a.state_name, a.org, a.place, *p.PERSON_RULES, p.ambiguous_surname),
        ),
    )  # fmt: skip
