"""Rules for forces that move: who comes into a territory, who is driven out of it, to whom it falls."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from communique import Claim
from communique.reading import Mentioned
from communique_claims.antecedents import relative_ground
from communique_claims.drafts import claim, owner_of
from communique_claims.ground import ground_at, ground_before, is_whole_state
from communique_claims.owners import agents
from communique_claims.page import Page, Scene
from communique_claims.predicates import before_passive, is_passive
from communique_claims.subjects import subject
from communique_claims.taking import TO, loser, stance_of_taking, taken
from communique_claims.words import word_set

_OUT_OF = regex.compile(
    r"(?P<whom>(?: (?!(?:and|but|that|which|who|to|by|with|after|before|as|is|are|was|were|out|from|of|in|on|at|"
    r"back)\b)[\w'-]{1,20}+){1,7}?)(?: back)? (?:out of|from|off)(?= )"
)
_LONGEST_FORCES = 30
_MOST_FORCES = 2
_PUSHING = ("advanced", "pushed", "swept", "rolled", "marched", "poured", "fought")


def enters_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose forces move into a territory.

    Matches "Ethiopian troops moved into the border town"; not "the minister moved into the palace".
    """
    ground = ground_at(page, scene.end + 1, scene)
    who = subject(page, scene) if ground is not None and not is_whole_state(page, ground) else None
    pushes = who is not None and who.actor.kind == "state" and page.folded.startswith(_PUSHING, scene.start)
    if who is not None and ground is not None and (who.actor.kind == "group" or pushes or _are_forces(page, who)):
        yield from taken(enters_territory, page, scene, who, ground)


def drives_out(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who drives others out of a territory.

    Matches "the army drove the rebels out of the port city"; not "police drove the crowd out of the hall" or "expelled
    two diplomats from the country".
    """
    out = page.article.match(_OUT_OF, scene.end)
    driven = out["whom"].lower().split() if out is not None else []
    if out is None or out.end() > scene.ceiling:
        return
    if word_set("driven").isdisjoint(driven) and not any(map(_bears_arms, page.within(scene.end, out.end()))):
        return
    ground = ground_at(page, out.end() + 1, scene)
    if ground is None or is_whole_state(page, ground) or is_passive(page, scene):
        return
    who = subject(page, scene)
    if who is not None and who.actor.kind != "person":
        others = [one.actor for one in page.within(scene.end, out.end()) if one.actor is not who.actor]
        stance = stance_of_taking(page, scene)
        if stance is not None:
            against = others[0] if others else loser(page, scene, ground, who.actor)
            yield from claim(drives_out, page, scene, stance, who, ground, against)


def falls_to(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find to whom a territory is lost.

    Matches "the port fell to the rebels" and "Kyiv lost a quarter of the region to Russia"; not "prices fell to a low".
    """
    lost = page.folded.startswith("los", scene.start)
    if lost:
        ground = ground_at(page, scene.end + 1, scene) or relative_ground(page, scene)
        to = page.article.match(TO, max(ground.end, scene.end)) if ground is not None else None
        takers = agents(page, scene, to.end() - 1) if to is not None else []
        losers = [subject(page, scene)]
    else:
        ground = ground_before(page, before_passive(page, scene), scene)
        takers, losers = agents(page, scene, scene.end), []
    if ground is not None and takers:
        against = next((one.actor for one in losers if one is not None), None)
        against = against or owner_of(page, ground, takers[0].actor)
        yield from claim(falls_to, page, scene, "seizes", takers[0], ground, against)


def fall_of(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find to whom a place fell.

    Matches "the fall of Kisangani to the rebels"; not "the fall of the government" or "the fall of the wall".
    """
    ground = ground_at(page, scene.end + 1, scene)
    to = page.article.match(TO, ground.end) if ground is not None else None
    takers = agents(page, scene, to.end() - 1) if to is not None else []
    if ground is not None and takers:
        taker = takers[0]
        yield from claim(fall_of, page, scene, "seizes", taker, ground, owner_of(page, ground, taker.actor))


def _are_forces(page: Page, who: Mentioned) -> bool:
    """Tell whether a party is named by its forces: "Thai troops", "Peru's navy"."""
    span = who.mention.phrase
    behind = page.folded[who.mention.span.end : who.mention.span.end + _LONGEST_FORCES].removeprefix("'s")
    words = [*page.folded[span.start : who.mention.span.end].lower().split(), *behind.split()[:_MOST_FORCES]]
    return any(word in word_set("forces") for word in words)


def _bears_arms(who: Mentioned) -> bool:
    return (who.actor.code or "")[3:6] in {"REB", "MIL"}
