"""The rule for land that somebody wants united with their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from communique import Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.drafts import claim, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before, is_whole_state
from communique_claims.owners import possessor
from communique_claims.page import Page, Scene
from communique_claims.subjects import subject
from communique_claims.words import word_set

_FAR = 9
_UNITE = ("unit", "unify")
_POSSESSIVE = "'s "


def wants_unification(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who wants, or opposes, that a land be united with another.

    Matches "Seoul dreams of reunification with the North" and "Dublin backs the unification of the island";
    not "the reunification of families", "vowed to unite the country", nor a union that nobody is said to want.
    """
    ground = _owned_land(page, scene) or ground_at(page, scene.end + 1, scene)
    if ground is not None and page.folded.startswith(_UNITE, scene.start) and is_whole_state(page, ground):
        return  # "vowed to unite the country"
    wish = _wish(page, scene) if ground is not None else None
    if ground is not None and wish is not None:
        stance, who = wish
        against = owner_of(page, ground, who.actor) or other_state(page, scene, who.actor)
        yield from claim(wants_unification, page, scene, stance, who, ground, against)


def _owned_land(page: Page, scene: Scene) -> Ground | None:
    """The land whose union is spoken of: "*Moldova*'s eventual unification with Romania"."""
    for start, end, _ in islice(page.words_before(scene.start, scene.floor), 3):
        if page.folded.startswith(_POSSESSIVE, end):
            return ground_before(page, end, scene)
        if page.folded[end] != " " or start == scene.floor:
            break
    return None


def _wish(page: Page, scene: Scene) -> tuple[ClaimStance, Mentioned] | None:
    """Who is said to want a union, or to be against it, by the nearest word that says so."""
    for at, end, word in islice(page.words_before(scene.start, scene.floor), _FAR):
        if page.folded[end] not in {" ", "'", "-"}:
            return None
        against = word in word_set("refusals") or word in word_set("denials")
        stance: ClaimStance = "rejects" if against else "demands"
        if against or word in word_set("uniting") or word in word_set("demands"):
            who = possessor(page, scene, at) or subject(page, scene, at)
            return (stance, who) if who is not None and who.actor.kind != "organization" else None
    return None
