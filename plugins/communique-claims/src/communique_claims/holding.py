"""Rules for holding territory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from communique import Actor, Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.antecedents import meant_by_pronoun, relative_ground
from communique_claims.drafts import claim, ground_of, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before, ground_opening, is_whole_state
from communique_claims.owners import agents, possessor
from communique_claims.page import Page, Scene
from communique_claims.predicates import before_passive, is_attributive, is_passive
from communique_claims.subjects import subject, subjects
from communique_claims.words import word_set

_LONGEST_HOLDER = 60
_UNDER = regex.compile(r"(?:under|in) (?:the )?(?:(?:full|de facto|effective|firm|complete|nominal|partial) )?")
_CONTROL = regex.compile(
    r"(?:'s?)? (?:(?:full|de facto|effective|military|direct|own) )?"
    r"(?:control|rule|occupation|administration|sovereignty|jurisdiction)\b"
)
_FORCES_IN = regex.compile(
    r"(?: (?:an?|its|their|the|some|about|more than|\d[\d,]{0,9}|[a-z]{3,12})){0,4} "
    r"(?:troops|forces|soldiers|garrisons?|peacekeepers|marines|outposts?|contingents?|bases?) "
    r"(?:in|at|on|inside|along) "
)
_OWN_CONTROL = regex.compile(
    r"under (?:its|their|his|her|our) (?:(?:full|direct|own|complete|firm) )?"
    r"(?:control|rule|administration|sovereignty|jurisdiction)"
)
_BRINGING = ("bring", "brought", "put", "plac")
_MOST_BROUGHT = 12
_WISHED = frozenset({"to", "will", "would", "must", "could", "may", "might", "shall"})
_SUPPOSED = frozenset({"would", "could", "might", "may", "can"})
_OBLIGED = frozenset({"should", "must", "ought"})
_OF_LAND_ONLY = frozenset({"administered", "occupied", "annexed", "claimed"})
_BY_STANCE: dict[str, ClaimStance] = {
    "claimed": "claims",
    "annexed": "seizes",
    "seized": "seizes",
    "captured": "seizes",
    "conquered": "seizes",
    "overrun": "seizes",
    "retaken": "seizes",
    "recaptured": "seizes",
    "liberated": "seizes",
    "taken": "seizes",
}
_AGAINST = " against "
_AND_HELD = "- and "
_KEEPING = frozenset({"hold", "holds", "held", "holding", "keep", "keeps", "kept"})


def holds_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who is said to hold a territory, or that they should.

    Matches "Hezbollah controls the border strip" and "Azerbaijan is in control of the enclave"; not "holds a seat",
    "controls the budget" or "could control the strip".
    """
    if is_passive(page, scene) or is_attributive(page, scene):
        return
    ground = ground_at(page, scene.end + 1, scene)
    forces = page.article.match(_FORCES_IN, scene.end) if ground is None else None
    if forces is not None:
        ground = ground_at(page, forces.end(), scene)
    elif ground is None and (
        page.folded[scene.start : scene.end].lower() not in _KEEPING or page.earlier(scene.start, "seizes") is not None
    ):
        ground = meant_by_pronoun(page, scene) or relative_ground(page, scene)
    if ground is None or is_whole_state(page, ground):
        return
    before = {word for _, _, word in islice(page.words_before(scene.start, scene.floor), 2)}
    intends = forces is not None and page.reading.quote_at(scene.start) is not None  # "said it would keep troops in"
    wished = "to" in before and not word_set("wishes").isdisjoint(before)
    stance: ClaimStance = "demands" if wished or not _OBLIGED.isdisjoint(before) else "controls"
    for who in subjects(page, scene) if intends or _SUPPOSED.isdisjoint(before) else ():
        if who.actor.kind == "organization" and page.folded.startswith(("run", "ran"), scene.start):
            return  # companies run ports
        against = owner_of(page, ground, who.actor) or _withstood(page, ground)
        yield from claim(holds_territory, page, scene, stance, who, ground, against)


def _withstood(page: Page, ground: Ground) -> Actor | None:
    """Against whom a territory is held: "held the town against the rebels"."""
    others = page.starting_at(ground.end + len(_AGAINST)) if page.folded.startswith(_AGAINST, ground.end) else ()
    return others[0].actor if others else None


def held_by(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find by whom a territory is held, taken or claimed.

    Matches "an islet claimed by both Gabon and Equatorial Guinea" and "the enclave, controlled by Armenia,";
    not "a company controlled by Armenia".
    """
    edge = before_passive(page, scene)
    verb = page.folded[scene.start : scene.end].split(" ", 1)[0].lower()
    ground = ground_before(page, edge, scene, any_name=verb in {"claimed", "annexed"})
    rival = None
    if ground is None:
        ground, rival = _joined_before(page, scene)
    if ground is None:
        ground = _meant_by_it(page, scene, edge)
        scene = scene._replace(floor=max(scene.floor, edge - 2))
    if ground is None:
        return
    parties = agents(page, scene, scene.end)
    stance = _BY_STANCE.get(verb, "controls")
    for one in parties:
        if page.article.span(ground.core, ground.end).text.endswith(one.mention.span.text):
            continue  # "a Zanzibar run by Zanzibar"
        rivals = [other.actor for other in parties if other.actor is not one.actor and stance == "claims"]
        against = rivals[0] if len(rivals) == 1 else None if rivals else rival or owner_of(page, ground, one.actor)
        yield from claim(held_by, page, scene, stance, one, ground, against)


def held_in_a_compound(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who holds or claims a territory by the compound that describes it.

    Matches "the Israeli-occupied West Bank" and "Chinese-claimed islands"; not "a Chinese-controlled company".
    """
    joint = page.folded[scene.start - 1 : scene.start]
    holders = page.ending_at(scene.start - 1)
    if not holders or (joint == " " and holders[0].mention.form != "demonym"):
        return
    holder = holders[0]
    other = _joined_to(page, holder)
    start = (other or holder).mention.span.start
    for at, end, word in page.words_before(start, scene.floor):
        if word in {"a", "an", "the", "some"} and page.folded[end:start] == " ":
            start = at
        break
    verb = page.folded[scene.start : scene.end].lower()
    ground = ground_at(page, scene.end + 1, scene, any_name=verb in _OF_LAND_ONLY)
    if ground is not None:
        stance = _BY_STANCE.get(verb, "controls")
        # a compound is part of the words that name the territory
        whole = Ground(start, ground.end, start, ground.portion, ground.named)
        owner = _claimed_by(page, ground, holder.actor) or owner_of(page, ground, holder.actor)
        owner = owner or other_state(page, scene, holder.actor)
        if other is not None:
            yield from claim(held_in_a_compound, page, scene, stance, other, whole, holder.actor)
            owner = other.actor
        yield from claim(held_in_a_compound, page, scene, stance, holder, whole, owner)


def _joined_to(page: Page, holder: Mentioned) -> Mentioned | None:
    """Who holds another part of the same territory: "the *Pakistani*- and Indian-held sections"."""
    start = holder.mention.span.start
    others = page.ending_at(start - len(_AND_HELD)) if page.folded.endswith(_AND_HELD, 0, start) else ()
    return others[0] if others else None


def under_control(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find under whose control a territory is said to be.

    Matches "the part of the region under Ukrainian control"; not "under British law".
    """
    under = page.folded.rfind(" under ", max(0, scene.start - _LONGEST_HOLDER), scene.start) + 1
    if not under:
        return
    opening = page.article.match(_UNDER, under)
    own = page.article.match(_OWN_CONTROL, under)
    if own is not None and own.end() >= scene.end:
        yield from _brought_under(page, scene._replace(start=under))
        return
    holders = page.starting_at(opening.end()) if opening else ()
    if not holders or not page.article.match(_CONTROL, holders[0].mention.span.end):
        return
    scene = scene._replace(start=under)
    ground = ground_before(page, before_passive(page, scene), scene)
    if ground is not None:
        holder = holders[0]
        owner = _claimed_by(page, ground, holder.actor) or owner_of(page, ground, holder.actor)
        yield from claim(under_control, page, scene, "controls", holder, ground, owner)


def _brought_under(page: Page, scene: Scene) -> Iterator[Claim]:
    """Give who brings a territory under their own control, or wants to."""
    words = islice(page.words_before(scene.start, scene.floor), _MOST_BROUGHT)
    found = next(((at, end, word) for at, end, word in words if word.startswith(_BRINGING)), None)
    if found is None:
        return
    at, end, verb = found
    ground = ground_at(page, end + 1, scene._replace(ceiling=scene.start), any_name=True)
    if ground is None or ground.end != scene.start - 1:
        return
    who = subject(page, scene, at)
    if who is not None:
        before = {word for _, _, word in islice(page.words_before(at, scene.floor), 2)}
        wanted = not _WISHED.isdisjoint(before) or verb.endswith("ing")
        stance: ClaimStance = "demands" if wanted else "seizes"
        yield from claim(under_control, page, scene, stance, who, ground, owner_of(page, ground, who.actor))


def remains_in(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose forces are said to remain in a territory.

    Matches "Israeli troops will remain in the corridor"; not "the envoy will remain in the city".
    """
    ground = ground_at(page, scene.end + 1, scene)
    said = [word for _, _, word in page.last_words(scene)]
    if ground is None or is_whole_state(page, ground) or word_set("soldiery").isdisjoint(said):
        return
    who = subject(page, scene) or page.speaker_at(scene.start)
    if who is not None:
        yield from claim(remains_in, page, scene, "controls", who, ground, owner_of(page, ground, who.actor))


def stationed_on(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose forces are said to stand on a portion of a territory.

    Matches "Libyan soldiers are stationed on a third of Chadian territory"; not "soldiers stationed in Germany".
    """
    ground = ground_at(page, scene.end + 1, scene)
    said = [word for _, _, word in page.last_words(scene)]
    if ground is None or ground.portion is None or word_set("soldiery").isdisjoint(said):
        return
    who = subject(page, scene)
    if who is not None:
        yield from claim(stationed_on, page, scene, "controls", who, ground, owner_of(page, ground, who.actor))


def rules_over(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose rule over a territory is spoken of.

    Matches "three decades of Spanish rule over the enclave" and "Manila's grip on the shoal"; not "the party's
    rule over its members".
    """
    ground = ground_at(page, scene.end + 1, scene)
    who = possessor(page, scene) if ground is not None else None
    if ground is not None and who is not None and not is_whole_state(page, ground):
        yield from claim(rules_over, page, scene, "controls", who, ground, owner_of(page, ground, who.actor))


def _joined_before(page: Page, scene: Scene) -> tuple[Ground | None, Actor | None]:
    """The territory and holder told of right before "and" or "but": "controlled by Japan but claimed by China"."""
    known = page.claims[-1] if page.claims else None
    _, _, word = next(page.words_before(scene.start, scene.floor), (0, 0, ""))
    if known is None or word not in {"and", "but"} or not scene.floor <= known.span.end <= scene.start:
        return None, None
    return ground_of(known), known.claimant


def _claimed_by(page: Page, ground: Ground, holder: Actor) -> Actor | None:
    """Who was just said to claim or demand the territory that another holds."""
    known = page.claims[-1] if page.claims else None
    if known is None or known.territory is None or known.claimant is holder:
        return None
    span = known.territory.span
    return known.claimant if span.start <= ground.start < span.end else None


def _meant_by_it(page: Page, scene: Scene, edge: int) -> Ground | None:
    """The territory told of just before, where "it" stands for it."""
    if page.folded[max(0, edge - 3) : edge].lower().strip() != "it":
        return None
    known = page.earlier(edge)
    return ground_of(known) if known is not None else ground_opening(page, scene)
