"""Rules for taking and holding territory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from communique import Actor, Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.antecedents import antecedent_ground
from communique_claims.denial import rejects_the_claim
from communique_claims.drafts import Rule, claim, ground_of, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before, ground_opening
from communique_claims.page import Page, Scene
from communique_claims.parties import agents, is_attributive, is_denied, possessor, subject
from communique_claims.words import word_set

_BY = regex.compile(r" (?:(?!(?:is|are|was|were|has|have|had|been) )[^\s.;]{1,20} ){0,4}?by(?= )")
_FROM = regex.compile(r" from ")
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LONGEST_HOLDER = 60
_UNDER = regex.compile(r"under (?:the )?(?:(?:full|de facto|effective|firm|complete|nominal|partial) )?")
_CONTROL = regex.compile(
    r"(?:'s?)? (?:(?:full|de facto|effective|military|direct|own) )?"
    r"(?:control|rule|occupation|administration|sovereignty)\b"
)
_SUPPOSED = frozenset({"would", "could", "might", "may", "can"})
_OBLIGED = frozenset({"should", "must", "ought"})
_COMING = frozenset({"to", "will", "would", "could", "might", "may", "can", "did"})
_OF_LAND_ONLY = frozenset({"administered", "occupied", "annexed", "claimed"})
_BY_STANCE: dict[str, ClaimStance] = {
    "claimed": "claims",
    "annexed": "seizes",
    "seized": "seizes",
    "captured": "seizes",
    "conquered": "seizes",
    "overrun": "seizes",
}


def takes_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who takes a territory by act.

    Matches "Russia annexed Crimea in 2014" and "rebels seized control of the port city"; not "police seized weapons" or
    "the group occupies a place".
    """
    if is_attributive(page, scene) or is_denied(page, scene):
        return
    passive = _is_passive(page, scene)
    ground = (
        None
        if passive
        else ground_at(page, scene.end + 1, scene, any_name=page.folded.startswith("annex", scene.start))
    )
    if ground is not None:
        who = subject(page, scene)
        if who is not None:
            yield from _taken(takes_territory, page, scene, who, ground)
        return
    if not passive:
        yield from _taken_before(page, scene)
        return
    by = page.article.match(_BY, scene.end)
    if by is not None:
        ground = ground_before(page, _before_verb(page, scene), scene)
        takers = agents(page, scene, by.end())
        if ground is not None and takers:
            yield from _taken(takes_territory, page, scene, takers[0], ground)


def _taken_before(page: Page, scene: Scene) -> Iterator[Claim]:
    """Read a relative clause behind the territory: "the island, which Tehran seized in 1971"."""
    who = subject(page, scene)
    if who is None or who.mention.form == "pronoun":
        return
    start = min(who.mention.phrase.start, who.mention.span.start)
    _, _, word = next(page.words_before(start, scene.floor), (0, 0, ""))
    ground = antecedent_ground(page, scene) if word in {"which", "that"} else None
    if ground is not None and ground.end <= start:
        yield from _taken(takes_territory, page, scene, who, ground)


def takes_land_by_extent(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who takes land, where the verb alone does not say that land is taken.

    Matches "taking almost half of the country" and "invaded the port city"; not "took Paris by storm", "invaded
    Kuwait", a war rather than a claim, or "denied that it had taken any land".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is None or _is_whole_state(page, ground) or is_attributive(page, scene) or is_denied(page, scene):
        return
    land = ground.portion is not None or not _is_bare_name(page, ground)
    if land:
        who = subject(page, scene)
        if who is not None:
            yield from _taken(takes_land_by_extent, page, scene, who, ground)


def annexation_of(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose taking of a territory is spoken of.

    Matches "Russia's annexation of Crimea" and "the occupation of the Golan Heights by Israel"; not "the seizure of a
    ship" or "the capture of the fugitive".
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=page.folded.startswith(("annex", "occup"), scene.start))
    if ground is None:
        return
    who = possessor(page, scene)
    by = page.article.match(_BY, ground.end)
    takers = agents(page, scene, by.end()) if by else []
    who = takers[0] if takers else who
    if who is not None:
        yield from claim(annexation_of, page, scene, "seizes", who, ground, owner_of(page, ground, who.actor))
        yield from rejects_the_claim(page, scene, who, ground)


def holds_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who is said to hold a territory, or that they should.

    Matches "Hezbollah controls the border strip" and "Azerbaijan is in control of the enclave"; not "holds a seat",
    "controls the budget" or "could control the strip".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is None or _is_passive(page, scene) or is_attributive(page, scene) or _is_whole_state(page, ground):
        return
    before = {word for _, _, word in islice(page.words_before(scene.start, scene.floor), 2)}
    who = subject(page, scene) if _SUPPOSED.isdisjoint(before) else None
    if who is not None:
        stance: ClaimStance = "controls" if _OBLIGED.isdisjoint(before) else "demands"
        yield from claim(holds_territory, page, scene, stance, who, ground, owner_of(page, ground, who.actor))


def held_by(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find by whom a territory is held, taken or claimed.

    Matches "an islet claimed by both Gabon and Equatorial Guinea" and "the enclave, controlled by Armenia,";
    not "a company controlled by Armenia".
    """
    edge = _before_verb(page, scene)
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
    start = holder.mention.span.start
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
        yield from claim(held_in_a_compound, page, scene, stance, holder, whole, owner)


def under_control(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find under whose control a territory is said to be.

    Matches "the part of the region under Ukrainian control"; not "under British law".
    """
    under = page.folded.rfind(" under ", max(0, scene.start - _LONGEST_HOLDER), scene.start) + 1
    if not under:
        return
    opening = page.article.match(_UNDER, under)
    holders = page.starting_at(opening.end()) if opening else ()
    if not holders or not page.article.match(_CONTROL, holders[0].mention.span.end):
        return
    scene = scene._replace(start=under)
    ground = ground_before(page, _before_verb(page, scene), scene)
    if ground is not None:
        holder = holders[0]
        owner = _claimed_by(page, ground, holder.actor) or owner_of(page, ground, holder.actor)
        yield from claim(under_control, page, scene, "controls", holder, ground, owner)


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


def _taken(rule: Rule, page: Page, scene: Scene, who: Mentioned, ground: Ground) -> Iterator[Claim]:
    stance = _stance_of_taking(page, scene)
    if page.folded.startswith("occup", scene.start) and page.folded.startswith(" since ", ground.end):
        stance = "controls" if stance == "seizes" else stance
    if stance is not None:
        yield from claim(rule, page, scene, stance, who, ground, _loser(page, scene, ground, who.actor))


def _stance_of_taking(page: Page, scene: Scene) -> ClaimStance | None:
    """Tell an act from a wish ("wants to annex the island") and from neither ("an army is needed to occupy it")."""
    before = [word for _, _, word in islice(page.words_before(scene.start, scene.floor), 2)]
    if page.folded[scene.start : scene.end].lower() in {"occupy", "occupies"} and _COMING.isdisjoint(before):
        return "controls"
    if len(before) > 1 and before[0] == "to":
        return "demands" if before[1] in word_set("wishes") else "seizes" if before[1] in word_set("acts") else None
    return "seizes"


def _loser(page: Page, scene: Scene, ground: Ground, taker: Actor) -> Actor | None:
    from_whom = page.article.match(_FROM, ground.end)
    if from_whom:
        losers = agents(page, scene, from_whom.end() - 1)
        if losers and not page.folded.startswith("'", losers[0].mention.span.end):
            return losers[0].actor
    return owner_of(page, ground, taker) or other_state(page, scene, taker)


def _is_passive(page: Page, scene: Scene) -> bool:
    for _, _, word in page.words_before(scene.start, scene.floor):
        if not word.endswith("ly"):
            return word in _PASSIVE and not page.folded.startswith("ing", scene.end - 3)
    return False


def _before_verb(page: Page, scene: Scene) -> int:
    """Where the phrase before a passive verb ends: across "is", "was", "which is", adverbs and a comma."""
    edge = scene.start
    for start, end, word in page.words_before(scene.start, scene.floor):
        if (
            word in _PASSIVE
            or word in {"which", "that", "has", "have", "now", "still", "currently", "also"}
            or word.endswith("ly")
        ):
            edge = start
            continue
        return end if page.folded[end:edge] in {" ", ", ", " ("} else edge
    return edge


def _is_bare_name(page: Page, ground: Ground) -> bool:
    place = page.place_at(ground.core)
    return (place is not None and place[0] == ground.end) or _is_whole_state(page, ground)


def _is_whole_state(page: Page, ground: Ground) -> bool:
    named = page.named_at(ground.core)
    return (
        ground.portion is None
        and named is not None
        and named.actor.kind == "state"
        and named.mention.span.end == ground.end
    )
