"""Who counts: acts for many, or may be acted on as one that does."""

from __future__ import annotations

from functools import cache

from communique import Actor, Place
from communique_events.words import word_set

_COUNTRY = 3
"""Letters of a code that says only of which country a person is."""
_PRIVATE = frozenset({"BUS"})
"""Roles in codes that are no public ones."""


class Standing(dict[Actor | Place, bool]):
    """Whether the parties of an article are of public standing, each looked at once."""

    def __missing__(self, party: Actor | Place) -> bool:
        """Look at a party."""
        known = self[party] = is_public(party)
        return known


def is_public(party: Actor | Place) -> bool:
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
    sided = party.name[:1].isupper() and "-" in words[0]  # "Iran-allied groups"
    if party.kind == "group" and (sided or any(mention.form == "name" for mention in party.mentions)):
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
