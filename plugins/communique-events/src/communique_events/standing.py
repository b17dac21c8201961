"""Who can do diplomacy or use force: an event needs a party, and but for force one of public standing."""

from __future__ import annotations

from functools import cache

from communique import Actor, Place
from communique_events.drafts import Draft
from communique_events.parties import Party
from communique_events.words import word_set

_OF_FORCE = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types of acts that matter whoever they are done by or to."""
_PRIVATE_MATTERS = frozenset({"CONSULT", "RETREAT", "COOPERATE", "SUPPORT", "AID", "COERCE"})
"""Types of acts that a private person may do in a place without doing anything to it: "returned to Oslo"."""
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
    if draft.act.mode == "visit" and not draft.sources and all(isinstance(one.party, Place) for one in draft.targets):
        return False
    if kind == "AGREE" and not draft.sources and draft.passive:  # "his return is not guaranteed"
        return False
    if kind in _OF_FORCE:
        return bool(draft.sources or draft.targets)
    if any(is_public(one.party) for one in draft.sources):
        return True
    places = not draft.sources or kind not in _PRIVATE_MATTERS
    return any(is_public(one.party) for one in draft.targets if places or isinstance(one.party, Actor))


def is_public(party: Party) -> bool:
    """Tell whether a party acts for many, or may be acted on as one that does.

    States, places, bodies and groups of a country, people with an office, rebels and crowds do; a company, a player or
    a woman without an office does not.
    """
    if isinstance(party, Place):
        return True
    code = party.code or ""
    if party.kind == "person":
        return _is_office_holder(party)
    if party.kind == "state":
        return True
    words = party.name.lower().split()
    if party.kind == "group" and any(mention.form == "name" for mention in party.mentions):
        return True
    if code:
        return code[_COUNTRY:] not in _PRIVATE and word_set("private_bodies").isdisjoint(words)
    return not _bodies().isdisjoint(words)


def _is_office_holder(person: Actor) -> bool:
    """Tell whether a person has an office of many, or is of a country and has no trade.

    The spokesman of a company speaks for it alone, and its "chief executive" is no chief.
    """
    trade, office = _trades(), _offices()
    offices = trades = 0
    for role in person.roles:
        title = role.title.lower().replace(",", " ").replace(".", " ").split()
        body = role.organization
        private = body is not None and body.kind != "person" and not is_public(body)
        if private or not trade.isdisjoint(title):
            trades += 1
        elif not office.isdisjoint(title) or title == ["president"]:  # and no "president of the club"
            offices += 1
    return offices > 0 or (bool(person.code) and not (trades and trades == len(person.roles)))


@cache
def _bodies() -> frozenset[str]:
    return word_set("public_groups") | word_set("public_bodies")


@cache
def _trades() -> frozenset[str]:
    return word_set("trades") | word_set("private_bodies")


@cache
def _offices() -> frozenset[str]:
    return word_set("offices") | _bodies()
