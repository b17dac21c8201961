"""Actors and places of an article, put together stage by stage."""

from __future__ import annotations

from collections.abc import Iterator

from communique import Actor, Place, Reading, because

from communique_actors.drafts import Draft
from communique_actors.persons import persons
from communique_actors.scene import Scene
from communique_actors.listed import Listed
from communique.countries import CountryWord
from communique_actors.lexicons import Organization


def find_actors(reading: Reading) -> Iterator[Actor | Place]:
    """Give the places and actors of an article."""
    scene = Scene(reading)
    people, unresolved = persons(scene)
    yield from unresolved
    for draft in people.drafts:
        if draft.mentions:
            yield draft.finished()
    drafts: dict[str, Draft] = {}
    places = {}
    for name in scene.names:
        listed = scene.lists.starting.get(name.span.start)
        if name.sort == "state" and listed and isinstance(listed.means, CountryWord):
            d = drafts.setdefault("s" + str(name.country), Draft("state", listed.means.country.name, state_name, country=name.country))
            d.mention(name.span)
        elif name.sort in ("organization", "group"):
            title = listed.means.name if listed and isinstance(listed.means, Organization) else name.span.text
            d = drafts.setdefault("o" + title, Draft(name.sort, name.span.text, org, country=name.country))
            d.mention(name.span)
        if name.sort in ("state", "place"):
            places.setdefault((name.span.text, name.country), []).append(name.span)
    for d in drafts.values():
        yield d.finished()
    for (text, country), spans in places.items():
        yield Place(spans[0], text, country, "place", tuple(spans), evidence=because(place))


def state_name(): ...
def org(): ...
def place(): ...
