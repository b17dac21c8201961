"""Finds names, places and actors: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Dateline, Extractor, Name, Place, Quotation, Sentence, hookimpl
from communique.countries import COUNTRIES
from communique.offices import OFFICE_HOLDERS
from communique_actors.actors import find_actors
from communique_actors.bodies import body_by_noun, listed_body
from communique_actors.candidates import PERSON_RULES
from communique_actors.functions import several_of_one_function
from communique_actors.groups import group_by_noun, group_of_country, unnamed_government
from communique_actors.lexicons import BODY_NOUNS, ORGANIZATIONS, PLACES, TITLES
from communique_actors.name_rules import PIECE_RULES, listed_name, told_by_noun
from communique_actors.names import find_names
from communique_actors.office_holders import office_holder
from communique_actors.offices import office_of_state
from communique_actors.persons import several_of_one_surname, surname_speaks
from communique_actors.place_rows import place_among_places, place_named_again
from communique_actors.place_rules import PLACE_RULES, abbreviated_region, filing_place
from communique_actors.pronouns import PRONOUNS, SPEAKING_IT
from communique_actors.states import STATE_RULES, government_of_state, joined_state
from communique_actors.unlisted import PARTY_RULES
from communique_actors.unnamed import office_without_holder


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    lists = (COUNTRIES, TITLES, ORGANIZATIONS, PLACES)
    return (
        Extractor(
            "names", find_names, gives=(Name,), needs=(Sentence,), uses=(Dateline,), words=(*lists, OFFICE_HOLDERS),
            rules=(listed_name, told_by_noun, *PIECE_RULES),
        ),
        Extractor(
            "actors", find_actors, gives=(Place, Actor), needs=(Sentence, Name, Quotation), uses=(Dateline,),
            words=(*lists, BODY_NOUNS, PRONOUNS, SPEAKING_IT, OFFICE_HOLDERS),
            rules=(
                *PERSON_RULES, surname_speaks, several_of_one_surname, several_of_one_function, office_holder,
                *(rule for rule, _ in STATE_RULES.values()), joined_state, government_of_state,
                group_of_country, group_by_noun, unnamed_government, office_without_holder,
                *PARTY_RULES,
                listed_body, body_by_noun, office_of_state, *PLACE_RULES,
                place_among_places, place_named_again, abbreviated_region, filing_place,
            ),
        ),
    )  # fmt: skip
