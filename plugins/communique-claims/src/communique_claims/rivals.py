"""Other parties of claims: who else claims the land, whose insurgents take it, the other of two sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from communique import Actor, Claim, Place

_CONTRARY = frozenset({"claims", "demands", "rejects", "seizes", "controls", "disputes"})
"""The stances of those who want a land, or have it."""
_TWO = 2
_INSURGENTS = "REB"
_NEAR = 8
"""How many claims on a place are looked at to either side."""


def with_rivals(claims: Sequence[Claim], states: Callable[[str | None], Actor | None]) -> Iterator[Claim]:
    """Give the claims of an article, those against nobody with who else claims or holds the place they are about.

    What insurgents take is their state's, given by `states` from a country's code.

    >>> from communique import Claim, read
    >>> [claim.against.name for claim in read("India and Pakistan both claim Kashmir.").of(Claim)]
    ['Pakistan', 'India']
    """
    by_place: dict[Place, list[Claim]] = {}
    for claim in sorted(claims, key=_start):
        if claim.stance in _CONTRARY:
            for place in _places(claim):
                by_place.setdefault(place, []).append(claim)
    sides = _sides(claims)
    for claim in claims:
        rival = None
        if claim.against is None and claim.stance != "recognizes":
            rival = _rival(claim, by_place) or _own_state(claim, states) or _other_side(claim, sides)
        yield claim if rival is None else evolve(claim, against=rival)


def _sides(claims: Sequence[Claim]) -> dict[str, Actor]:
    """The two sides of all claims of an article by their countries; none for more, or if they oppose nobody."""
    sides: dict[str, Actor] = {}
    opposed = False
    for claim in claims:
        opposed = opposed or (claim.against is not None and claim.against.country is not None)
        for party in (claim.claimant, claim.against):
            if party is not None and party.country is not None:
                known = sides.get(party.country)
                if known is None or (known.kind != "state" and party.kind == "state"):
                    sides[party.country] = party
    return sides if opposed and len(sides) == _TWO else {}


def _other_side(claim: Claim, sides: dict[str, Actor]) -> Actor | None:
    """Who stands against a claim in an article in which two claim land of each other, unless it is a third one's."""
    whose = {place.country for place in _places(claim)} - {None}
    if whose and whose.isdisjoint(sides):
        return None
    mine = claim.claimant.country if claim.claimant is not None else None
    return next((party for country, party in sides.items() if country != mine), None) if mine in sides else None


def _own_state(claim: Claim, states: Callable[[str | None], Actor | None]) -> Actor | None:
    """The state whose land its own insurgents take, hold or want."""
    who = claim.claimant
    if who is None or (who.code or "")[3:6] != _INSURGENTS or claim.stance == "cedes":
        return None
    if claim.stance == "demands" and any(place.country == who.country for place in _places(claim)):
        return None  # the Polisario wants independence for Western Sahara, not from it
    return states(who.country)


def _places(claim: Claim) -> tuple[Place, ...]:
    return claim.territory.places if claim.territory is not None else ()


def _start(claim: Claim) -> int:
    return claim.span.start


def _rival(claim: Claim, by_place: dict[Place, list[Claim]]) -> Actor | None:
    """The party of another country in the nearest claim on one of the places."""
    mine = claim.claimant.country if claim.claimant is not None else None
    if mine is None:
        return None
    others: list[Claim] = []
    for place in _places(claim):
        known = by_place.get(place, [])
        here = bisect_left(known, claim.span.start, key=_start)
        others += known[max(0, here - _NEAR) : here + _NEAR]
    for other in sorted(others, key=lambda one: (abs(_start(one) - _start(claim)), _start(one))):
        for party in (other.claimant, other.against):
            if party is not None and party.country not in {None, mine}:
                return party
    return None
