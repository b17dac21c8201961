"""Actors and places of an article, put together stage by stage."""

from __future__ import annotations

from collections.abc import Iterator

from communique import Actor, Place, Reading, Unresolved
from communique_actors.belonging import fill_from_functions, fill_from_owners
from communique_actors.bodies import bodies
from communique_actors.context import Context
from communique_actors.drafts import Draft
from communique_actors.employers import employ
from communique_actors.functions import call_by_function, name_the_lede
from communique_actors.groups import governments, groups
from communique_actors.office_holders import fill_from_holdings, holdings
from communique_actors.offices import offices
from communique_actors.persons import Ambiguous, persons, unresolved
from communique_actors.places import places
from communique_actors.pronouns import resolve_bodies, resolve_pronouns
from communique_actors.scene import Scene
from communique_actors.seats import seat_roles
from communique_actors.sides import fill_from_lists, fill_from_sides
from communique_actors.states import states
from communique_actors.unlisted import unlisted_parties
from communique_actors.unnamed import domestic, unnamed_offices


def find_actors(reading: Reading) -> Iterator[Actor | Place | Unresolved]:
    """Give the places and actors of an article: persons, then states, bodies and groups."""
    scene = Scene(reading)
    context = Context(scene)
    people, ambiguous = persons(scene)
    at = {start: draft for draft in people.drafts for start in draft.mentions}
    named = bodies(scene)
    offices(scene, named)
    name_the_lede(scene, at)
    employ(scene, people.drafts, at)
    seat_roles(people.drafts, named.drafts)
    _relate(people.drafts, at)
    fill_from_sides(scene, at)
    held = holdings(scene, people.drafts)
    companions = fill_from_lists(scene, at, held)
    known = {one: holding.entry.means.country for one, holding in held.items()}
    ambiguous += call_by_function(scene, people.drafts, at, known)
    _relate(people.drafts, at)
    fill_from_owners(scene, people.drafts, at)
    fill_from_holdings(people.drafts, held)
    fill_from_functions(scene, people.drafts, at)
    context.fill([draft for draft in people.drafts if id(draft) not in companions])
    fill_from_lists(scene, at)
    context.fill(people.drafts)
    context.fill(named.drafts)
    seat_roles(people.drafts, named.drafts)
    scene.persons_at = frozenset(at)
    collectives = groups(scene, named.drafts)
    domestic(scene, collectives)
    taken = frozenset(start for draft in collectives for start in draft.mentions)
    covered = frozenset(mention.span.end for draft in collectives for mention in draft.mentions.values())
    acting, metonyms = states(scene, context, taken)
    offices_alone = unnamed_offices(scene, people.drafts, covered)
    others = [*acting, *collectives, *governments(scene, acting), *offices_alone, *named.drafts]
    whereabouts = list(places(scene, metonyms.union(at)))
    yield from whereabouts
    others += unlisted_parties(scene, at, whereabouts, named)
    context.settle(others)
    resolve_pronouns(scene, at)
    resolve_bodies(scene, [*named.drafts, *acting])
    yield from _finished(people.drafts, others, ambiguous)


def _relate(drafts: list[Draft], at: dict[int, Draft]) -> None:
    """Give persons without a country that of the person their role relates them to."""
    for draft in drafts:
        if draft.country is None and draft.related is not None and not draft.international:
            other = at.get(draft.related.span.start)
            if other is not None and other is not draft:
                draft.country = other.country


def _finished(drafts: list[Draft], others: list[Draft], ambiguous: list[Ambiguous]) -> Iterator[Actor | Unresolved]:
    """Freeze the drafts, those of bodies first: roles speak of them."""
    bodies_of = {id(draft): draft.finished() for draft in others if draft.mentions}
    yield from bodies_of.values()
    actors = {id(draft): draft.finished(bodies_of) for draft in drafts if draft.mentions}
    yield from actors.values()
    for one in ambiguous:
        yield unresolved(one, [actors[id(draft)] for draft in one.rivals])
