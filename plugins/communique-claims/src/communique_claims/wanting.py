"""Rules for land and ways to the sea that are all that somebody wants."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from communique import Claim
from communique_claims.antecedents import (
    meant_by_pronoun,
)
from communique_claims.drafts import claim, is_the_land, other_state, owner_of
from communique_claims.ground import Ground, ground_at, is_whole_state
from communique_claims.owners import possessor
from communique_claims.page import Page, Scene
from communique_claims.predicates import is_attributive
from communique_claims.subjects import subject, subjects
from communique_claims.words import word_set

_WANTED_ENDS = regex.compile(
    r"(?: back| returned| for (?:itself|themselves)| in (?:full|return|exchange)\b|"
    r" as (?:the|its|their|a|our) (?:\w+ ){0,2}capital)|[.,;]|$"
)
_WANTED_BACK = regex.compile(r" (?:it|them) (?:back|returned)\b")
_DEFINITE = ("the ", "its ", "their ", "those ", "these ")


def demands_access(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who wants a way to the sea of their own.

    Matches "Bolivia demands sovereign access to the ocean"; not "the treaty speaks of sovereign access to the ocean".
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=True)
    said = page.last_words(scene)
    demand = next((at for at, _, word in said if word in word_set("demands") or word in word_set("seeking")), None)
    if ground is None or demand is None:
        return
    who = subject(page, scene, demand) or possessor(page, scene, demand)
    if who is not None and not is_the_land(who, ground):
        whole = Ground(scene.start, ground.end, scene.start, None, ground.named)
        yield from claim(demands_access, page, scene, "demands", who, whole, other_state(page, scene, who.actor))


def demands_the_land(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who wants a territory, where it is all that is wanted.

    Matches "Moscow wants the Donbas" and "insists on a fifth of the sea"; not "wants the border closed".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is None and page.article.match(_WANTED_BACK, scene.end):
        meant = meant_by_pronoun(page, scene)
        for one in subjects(page, scene):
            if meant is not None:
                yield from claim(demands_the_land, page, scene, "demands", one, meant)
        return
    if ground is None or is_whole_state(page, ground) or not page.article.match(_WANTED_ENDS, ground.end):
        return
    if ground.portion is None and not page.folded.startswith(_DEFINITE, ground.core) and not ground.named:
        return
    said = {word for _, _, word in islice(page.words_before(scene.start, scene.floor), 3)}
    who = subject(page, scene) if said.isdisjoint(word_set("negations")) and not is_attributive(page, scene) else None
    if who is not None and not is_the_land(who, ground):
        against = owner_of(page, ground, who.actor)
        yield from claim(demands_the_land, page, scene, "demands", who, ground, against)
