"""Who can do diplomacy or use force: an event needs a party, and but for force one of public standing."""

from __future__ import annotations

from functools import cache

from communique import Actor, Place
from communique_events.drafts import Draft
from communique_events.parties import Party
from communique_events.words import word_set

_OF_FORCE = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types of acts that matter whoever they are done by or to."""
_COUNTRY = 3
"""Letters of a code that says only of which country a person is."""
_PRIVATE = frozenset({"BUS"})
"""Roles in codes that are no public ones."""


def is_news(draft: Draft) -> bool:
    """Tell whether what is told is done by somebody or to somebody who counts.

    An act needs a party; all but the use of force need one of public standing, and a statement must be its own: many
    people say many things.
    """
    kind = draft.act.type
    if kind == "STATEMENT":
        return any(isinstance(one.party, Actor) and is_public(one.party) for one in draft.sources)
    if draft.by_thing and kind not in _OF_FORCE and not draft.is_meeting:
        return False
    parties = (*draft.sources, *draft.targets)
    return bool(parties) and (kind in _OF_FORCE or any(is_public(one.party) for one in parties))


def is_public(party: Party) -> bool:
    """Tell whether a party acts for many, or may be acted on as one that does.

    States, places, bodies and groups of a country, people with an office, rebels and crowds do; a company, a player or
    a woman without an office does not.
    """
    if isinstance(party, Place):
        return True
    code = party.code or ""
    if party.kind == "person":
        if len(code) > _COUNTRY:
            return True
        words = [role.title.lower().split() for role in party.roles]
        trade, office = word_set("trades"), word_set("offices")
        if any(not office.isdisjoint(title) for title in words):
            return True
        return bool(code) and not (words and all(not trade.isdisjoint(title) for title in words))
    if code:
        return code[_COUNTRY:] not in _PRIVATE
    return party.kind == "state" or not _bodies().isdisjoint(party.name.lower().split())


@cache
def _bodies() -> frozenset[str]:
    return word_set("public_groups") | word_set("public_bodies")
