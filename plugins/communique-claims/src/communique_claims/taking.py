"""Rules for taking territory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from communique import Actor, Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.antecedents import meant_by_pronoun, relative_ground
from communique_claims.denial import rejects_the_claim
from communique_claims.drafts import Rule, claim, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before, is_bare_name, is_whole_state
from communique_claims.owners import agents, possessor
from communique_claims.page import Page, Scene
from communique_claims.predicates import before_passive, is_attributive, is_denied, is_passive
from communique_claims.subjects import subject, subjects
from communique_claims.words import word_set

_BY = regex.compile(r" (?:(?!(?:is|are|was|were|has|have|had|been) )[^\s.;]{1,20} ){0,4}?by(?= )")
_FROM = regex.compile(r" (?:back )?from ")
TO = regex.compile(r" to ")
_BACK = regex.compile(r" back\b(?! to)")
_OF_LAND_ONLY = regex.compile(
    r"annex|retak|retook|recaptur|reconquer|overr[au]n|reoccup|incorporat|(?:too?k|taken?|taking) back"
)
_LAUNCHES = regex.compile(
    r"(?:launch|mount|stag|order|began|begin|led|lead|carr(?:y|ied))\w* (?:out )?(?:an?|its|the|their) (?:[\w-]+ ){0,3}"
)
_FAR_FROM = regex.compile(
    r" (?:\p{Lu}[\w'-]{1,20}+ ?){1,3},? (?:about |some |around |nearly )?\d[\d,.]{0,6}+ ?(?:km|kilomet|mile)"
)
_NEAR = 5
_BEFORE_NOUNS = frozenset({"for", "the", "an", "any", "full", "formal", "of", "on", "its"})
_TALKED_OF = frozenset({"floated", "floats", "floating", "proposed", "proposes", "suggested", "suggests", "advocated"})
_GERUNDS = ("taking", "annexing", "seizing", "occupying", "absorbing", "incorporating", "retaking", "recapturing")
_COMING = frozenset({"to", "will", "would", "could", "might", "may", "can", "did"})
_FUTURE = frozenset({"will", "would", "shall"})


def takes_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who takes a territory by act.

    Matches "Russia annexed Crimea in 2014" and "rebels seized control of the port city"; not "police seized weapons" or
    "the group occupies a place".
    """
    if is_attributive(page, scene) or is_denied(page, scene):
        return
    passive = is_passive(page, scene)
    ground = None if passive else ground_at(page, scene.end + 1, scene, any_name=_takes_only_land(page, scene))
    if ground is None and not passive:
        ground = meant_by_pronoun(page, scene)
    if ground is not None:
        for who in subjects(page, scene):
            yield from taken(takes_territory, page, scene, who, ground)
        return
    if not passive:
        yield from _taken_before(page, scene)
        return
    by = page.article.match(_BY, scene.end)
    if by is not None:
        ground = ground_before(page, before_passive(page, scene), scene)
        takers = agents(page, scene, by.end())
        if ground is not None and takers:
            yield from taken(takes_territory, page, scene, takers[0], ground)


def _takes_only_land(page: Page, scene: Scene) -> bool:
    """Tell whether an unknown name behind a verb can only be that of a place: "annexed", "Kasenga, 200 km north of"."""
    return bool(_OF_LAND_ONLY.match(page.folded, scene.start) or page.article.match(_FAR_FROM, scene.end))


def _taken_before(page: Page, scene: Scene) -> Iterator[Claim]:
    """Read a relative clause behind the territory: "the island, which Tehran seized in 1971", "the hill it took"."""
    ground = relative_ground(page, scene)
    for who in subjects(page, scene) if ground is not None else ():
        if ground is not None:
            yield from taken(takes_territory, page, scene, who, ground)


def takes_land_by_extent(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who takes land, where the verb alone does not say that land is taken.

    Matches "taking almost half of the country" and "invaded Kuwait"; not "took Paris by storm", "took on Kuwait" or
    "denied that it had taken any land".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is None or is_attributive(page, scene) or is_denied(page, scene):
        return
    invades = page.folded.startswith("invad", scene.start)
    if is_whole_state(page, ground) and not invades:
        return
    if invades or not is_bare_name(page, ground) or _is_taken_from(page, ground) or _is_talked_of(page, scene):
        who = subject(page, scene)
        if who is not None:
            yield from taken(takes_land_by_extent, page, scene, who, ground)


def _is_taken_from(page: Page, ground: Ground) -> bool:
    """Tell whether a country is named that land is taken from: "took Alsace from France"."""
    from_whom = page.article.match(_FROM, ground.end)
    return from_whom is not None and page.countries.at(from_whom.end()) is not None


def _is_talked_of(page: Page, scene: Scene) -> bool:
    """Tell whether taking is only spoken of: "floated taking the island"."""
    return next(page.words_before(scene.start, scene.floor), (0, 0, ""))[2] in _TALKED_OF


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
    launched = page.words_matching(scene, _LAUNCHES) if who is None else None
    who = takers[0] if takers else subject(page, scene, launched) if launched is not None else who
    if who is None or not takers:
        wanted = _wanted(page, scene)
        if wanted is not None:
            stance, wisher = wanted
            yield from claim(annexation_of, page, scene, stance, wisher, ground, owner_of(page, ground, wisher.actor))
            return
    if who is not None:
        goes_on: ClaimStance = "controls" if page.folded.startswith("occup", scene.start) else "seizes"
        yield from claim(annexation_of, page, scene, goes_on, who, ground, owner_of(page, ground, who.actor))
        yield from rejects_the_claim(page, scene, who, ground)


def _wanted(page: Page, scene: Scene) -> tuple[ClaimStance, Mentioned] | None:
    """Who calls for an annexation, or is against one that nobody is said to have done."""
    for at, end, word in islice(page.words_before(scene.start, scene.floor), _NEAR):
        if page.folded[end : end + 1] not in {" ", "'"} or word == "s":
            return None
        if word.startswith("call") and not page.folded.startswith(" for ", end):
            return None  # "called the occupation a relic"
        stance: ClaimStance | None = (
            "demands" if word in word_set("demands") else "rejects" if word in word_set("denials") else None
        )
        if stance is not None:
            who = possessor(page, scene, at) or subject(page, scene, at)
            return (stance, who) if who is not None else None
        if word not in _BEFORE_NOUNS:
            return None
    return None


def acquires_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who wants to get or buy a territory.

    Matches "the president wants to buy Greenland"; not "wants to buy land near the coast".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is None or not (ground.named or page.earlier(scene.start)) or page.article.match(TO, ground.end):
        return  # "get Chad to sign"
    who = subject(page, scene)
    if who is not None and who.actor.kind != "organization":
        yield from claim(acquires_territory, page, scene, "demands", who, ground, owner_of(page, ground, who.actor))


def gets_back(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who gets a territory back.

    Matches "Egypt got the resort of Taba back in 1989"; not "got the letter back" or "won the voters back".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is not None and page.article.match(_BACK, ground.end):
        for who in subjects(page, scene):
            yield from taken(gets_back, page, scene, who, ground)


def taken(rule: Rule, page: Page, scene: Scene, who: Mentioned, ground: Ground) -> Iterator[Claim]:
    """Give the claim of who takes a territory, or wants to, with who loses it; nothing where it is neither."""
    stance = stance_of_taking(page, scene)
    if page.folded.startswith("occup", scene.start) and page.folded.startswith(" since ", ground.end):
        stance = "controls" if stance == "seizes" else stance
    if stance is not None:
        yield from claim(rule, page, scene, stance, who, ground, loser(page, scene, ground, who.actor))


def stance_of_taking(page: Page, scene: Scene) -> ClaimStance | None:
    """Tell an act from a wish ("wants to annex the island") and from neither ("an army is needed to occupy it")."""
    before = [word for _, _, word in islice(page.words_before(scene.start, scene.floor), _NEAR)]
    if not _FUTURE.isdisjoint(before[:2]):
        return "demands" if page.reading.quote_at(scene.start) is not None else None
    if page.folded[scene.start : scene.end].lower() in {"occupy", "occupies"} and _COMING.isdisjoint(before[:2]):
        return "controls"
    if before and before[0] in _TALKED_OF and page.folded[scene.start : scene.end].lower().startswith(_GERUNDS):
        return "demands"
    if len(before) > 1 and before[0] == "to":
        if not word_set("negations").isdisjoint(before[2:4]):
            return None  # "does not want to invade"
        return "demands" if before[1] in word_set("wishes") else "seizes" if before[1] in word_set("acts") else None
    return "seizes"


def loser(page: Page, scene: Scene, ground: Ground, taker: Actor) -> Actor | None:
    """Find who loses a territory: whom it is taken from, whose it is, or the only other state of the sentence."""
    from_whom = page.article.match(_FROM, ground.end)
    if from_whom:
        losers = agents(page, scene, from_whom.end() - 1)
        if losers and not page.folded.startswith("'", losers[0].mention.span.end):
            return losers[0].actor
    owner = owner_of(page, ground, taker)
    if owner is None and page.folded[ground.core : ground.end].rsplit(" ", 1)[-1] in word_set("realms"):
        return None  # "half of the country"
    return owner or other_state(page, scene, taker)
