"""The other side of a claim: who rejects or contests what another claims or takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from communique import Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.drafts import Rule, claim, ground_of, is_the_land, owner_of
from communique_claims.ground import Ground
from communique_claims.owners import agents, possessor
from communique_claims.page import Page, Scene
from communique_claims.subjects import clause_subject, joint_subjects, nearest, subject
from communique_claims.words import word_set

_MOST_BEFORE = 6
_DENIED = r"(?:rejected|denied|disputed|dismissed|contested|challenged|condemned|denounced|opposed|rebuffed)"
_DENIED_BY = regex.compile(rf" (?:(?:that|which) (?:is|was) )?(?:\w+ly )?{_DENIED} by(?= )")
_WAS_DENIED_BY = regex.compile(
    rf",? (?:(?:which )?(?:is|was|are|were|has been|have been|had been|being) )?(?:\w+ly )?{_DENIED}(?: \w+ly)? by(?= )"
)
_THAT = regex.compile(r",? (?:that|which)(?= )")
_DENYING = regex.compile(
    r" (?:(?:has|have|had|also|promptly|long|always|repeatedly|strongly|\w+ly) ){0,3}(?P<verb>\w+)"
)
_TOLD_BY: dict[str, tuple[ClaimStance, ...]] = {
    "demand": ("demands",),
    "demands": ("demands",),
    "claim": ("claims", "demands"),
    "claims": ("claims", "demands"),
    "handover": ("cedes", "demands"),
    "cession": ("cedes", "demands"),
    "annexation": ("seizes",),
    "seizure": ("seizes",),
    "occupation": ("seizes", "controls"),
    "takeover": ("seizes",),
    "move": ("seizes", "claims"),
}
"""The stances of what a noun may mean, that was told of before."""
_BEFORE_CLAIMS = frozenset(
    {
        "of",
        "the",
        "a",
        "an",
        "any",
        "all",
        "that",
        "this",
        "such",
        "these",
        "those",
        "what",
        "it",
        "they",
        "he",
        "she",
        "called",
        "calls",
        "illegal",
    }
)


def rejects_the_claim(page: Page, scene: Scene, who: Mentioned | None, ground: Ground) -> Iterator[Claim]:
    """Find who contests the claim or act of another, which another rule has found.

    Matches "Manila rejects China's claim to the shoal" and "its dismissal of Chad's claim to the strip"; not
    "Manila rejects the report on China's claim".
    """
    if who is None:
        return
    yield from denials(rejects_the_claim, page, scene, who, ground)


def rejects_what_was_told(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who rejects a claim, a demand or an act that was told of just before, named by its noun alone.

    Matches "Athens rejected the demand." after "Ankara demanded that Athens cede the islet."; not after a sentence on
    something else.
    """
    noun = page.folded[scene.start : scene.end].lower()
    known = page.earlier(scene.start, *_TOLD_BY.get(noun, ()))
    ground = ground_of(known) if known is not None else None
    denier = (_denier_behind(page, scene) or _denier(page, scene, scene.start)) if ground is not None else None
    if known is None or ground is None or denier is None or known.claimant is None:
        return
    if denier.actor.country != known.claimant.country or denier.actor.country is None:
        yield from claim(rejects_what_was_told, page, scene, "rejects", denier, ground, known.claimant)


def _denier_behind(page: Page, scene: Scene) -> Mentioned | None:
    """Who contests what an apposition takes up: ", a claim Manila rejects", ", a claim disputed by Tokyo"."""
    by = page.article.match(_DENIED_BY, scene.end)
    relative = page.article.match(_THAT, scene.end)
    found = agents(page, scene, by.end() if by is not None else relative.end() if relative is not None else scene.end)
    if not found or by is not None:
        return found[0] if found else None
    verb = page.article.match(_DENYING, found[-1].mention.span.end)
    return found[0] if verb is not None and verb["verb"] in word_set("denials") else None


def with_denial(rule: Rule, page: Page, scene: Scene, who: Mentioned | None, ground: Ground) -> Iterator[Claim]:
    """Give a claim, and the rejection of it where the sentence says who contests it."""
    if who is None or is_the_land(who, ground):
        return
    denier = _denier(page, scene, min(who.mention.phrase.start, who.mention.span.start))
    owner = denier.actor if denier is not None else owner_of(page, ground, who.actor)
    yield from claim(rule, page, scene, "claims", who, ground, owner)
    backer = _backer(page, scene, min(who.mention.phrase.start, who.mention.span.start))
    if backer is not None and backer.actor.kind == "state" and backer.actor.country != who.actor.country:
        yield from claim(rule, page, scene, "recognizes", backer, ground, who.actor)
    yield from rejects_the_claim(page, scene, who, ground)


def denials(rule: Callable[..., object], page: Page, scene: Scene, who: Mentioned, ground: Ground) -> Iterator[Claim]:
    """Give the rejection of a claim where the sentence says who contests it."""
    denier = _denier(page, scene, min(who.mention.phrase.start, who.mention.span.start))
    if denier is None and (by := page.article.match(_WAS_DENIED_BY, ground.end)) is not None:
        denier = next(iter(agents(page, scene, by.end())), None)
    for one in joint_subjects(page, denier) if denier is not None else ():
        if one.actor.country != who.actor.country:
            yield from claim(rule, page, scene, "rejects", one, ground, who.actor)


def _backer(page: Page, scene: Scene, start: int) -> Mentioned | None:
    """Find who supports what starts at an offset: "supports Argentina's claim"."""
    at, _, word = next(page.words_before(start, scene.floor), (0, 0, ""))
    return subject(page, scene, at) if word in word_set("backing") else None


def _denier(page: Page, scene: Scene, start: int) -> Mentioned | None:
    """Find who contests what starts at an offset: "contesting China's claims", "the Danish rejection of a claim"."""
    for seen, (at, _, word) in enumerate(page.words_before(start, scene.floor)):
        if word in word_set("denial_nouns"):
            return possessor(page, scene, at) or clause_subject(page, scene, at)
        if word == "against":
            return nearest(page, scene, at)
        if word in word_set("denials"):
            return subject(page, scene, at)
        if word not in _BEFORE_CLAIMS or seen > _MOST_BEFORE:
            return None
    return None
