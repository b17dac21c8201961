"""Rules for territory that is contested without a side's stance."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from communique import Claim
from communique.reading import Mentioned
from communique_claims.drafts import Rule, claim
from communique_claims.ground import Ground, ground_at, parties_in
from communique_claims.owners import agents, possessor, states_among
from communique_claims.page import Page, Scene
from communique_claims.subjects import joint_subjects, subject
from communique_claims.words import word_set

_OVER = regex.compile(
    r" (?:over|about|on) (?:the (?:ownership|status|sovereignty|future|control|delimitation) of |\w+ing )?"
)
_DOING = regex.compile(
    r" (?:(?:the (?:ownership|status|sovereignty|future|control|delimitation|demarcation) of|"
    r"delimiting|dividing|who owns|demarcating) )?"
)
_TITLE_TO = regex.compile(
    r" (?:the )?(?P<title>(?:ownership|sovereignty|possession|control) (?:of|over) |(?:status|delimitation) of )?"
)
_THE_STATE = regex.compile(r"the (?:[\w-]{2,20}+ )?state\b")
"""A state of a federation whose title is disputed."""
_LOOK_BACK = 8
_BOTH = 2
_TWO = regex.compile(r"\b(?:two|both) (?:countries|sides|nations|states|governments|neighbou?rs)\b")


def disputes_over_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find the two parties of a dispute over a territory.

    Matches "a quarrel over the rocks, called Imia in Greece and Kardak in Turkey" and "Greece and Turkey are in
    a dispute over the continental shelf"; not "a dispute over tariffs", nor one whose parties are not named.
    """
    opening = page.article.match(_DOING, scene.end)
    ground = ground_at(page, opening.end(), scene, any_name=False) if opening else None
    if ground is None or (page.folded.startswith((" in", " on"), scene.end - 3) and not _is_territorial(page, scene)):
        return
    yield from _contested(disputes_over_territory, page, scene, ground)


def dispute_the_land(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find the two states that are the subject of "dispute".

    Matches "Peru and Ecuador dispute a stretch of jungle" and "have long contested ownership of the islet"; not "Peru
    disputes the bill", nor a dispute whose other party is not named.
    """
    opening = page.article.match(_TITLE_TO, scene.end)
    ground = ground_at(page, opening.end(), scene, any_name=opening["title"] is not None) if opening else None
    state = page.article.match(_THE_STATE, opening.end()) if ground is None and opening and opening["title"] else None
    if state is not None:
        ground = Ground(state.start(), state.end(), state.start(), None, named=False)
    last = subject(page, scene) if ground is not None else None
    parties = joint_subjects(page, last) if last is not None else []
    if ground is not None and len(parties) == _BOTH:
        yield from claim(dispute_the_land, page, scene, "disputes", parties[0], ground, parties[1].actor)


def dispute_between(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find a territory disputed between parties that are named first.

    Matches "a territorial dispute between Kuwait and Iraq over the islands"; not "a dispute between Kuwait and Iraq".
    """
    parties = agents(page, scene, scene.end)
    if page.folded.startswith("with", scene.end - 4):
        owner = possessor(page, scene) or subject(page, scene)
        parties = [owner, *parties[:1]] if owner else []
    if len(parties) < _BOTH:
        return
    over = page.article.match(_OVER, max(parties[1].mention.span.end, parties[0].mention.span.end))
    ground = ground_at(page, over.end(), scene, any_name=True) if over else None
    if ground is not None:
        yield from claim(dispute_between, page, scene, "disputes", parties[0], ground, parties[1].actor)


def disputed_land(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find land called disputed where its two parties are named in the sentence.

    Matches "Turkey assured Greece it would not drill in disputed waters"; not "the disputed islands" without parties,
    or "the disputed election".
    """
    definite = page.folded.startswith("the ", scene.start - 4)
    ground = ground_at(page, scene.end + 1, scene, any_name=definite)
    if ground is not None:
        whole = Ground(scene.start, ground.end, scene.start, ground.portion, ground.named)
        yield from _contested(disputed_land, page, scene, whole)


def breakaway_region(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find a region that broke away, with the state it broke from and another that has a part in it.

    Matches "at odds with Kyiv over Moldova's breakaway strip along the Dniester"; not "the breakaway
    region" alone, or "a breakaway faction".
    """
    ground = ground_at(page, scene.end + 1, scene)
    owner = possessor(page, scene)
    if ground is None or not ground.named or owner is None or owner.actor.kind != "state":
        return
    others = states_among(page.within(scene.floor, scene.ceiling), owner.actor)
    if len(others) == 1:
        start = min(owner.mention.phrase.start, owner.mention.span.start)
        whole = Ground(start, ground.end, start, ground.portion, ground.named)
        yield from claim(breakaway_region, page, scene, "disputes", owner, whole, others[0].actor)


def status_to_be_settled(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find a territory whose status two named parties have yet to settle.

    Matches "Belgrade and Pristina meet on the final status of Kosovo"; not "the legal status of refugees".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is not None:
        yield from _contested(status_to_be_settled, page, scene, ground)


def _contested(rule: Rule, page: Page, scene: Scene, ground: Ground) -> Iterator[Claim]:
    mentions = page.within(scene.floor, scene.ceiling)
    inside = [one for one in mentions if ground.start <= one.mention.span.start < ground.end]
    parties = states_among(mentions)
    if len(parties) > _BOTH:
        parties = states_among(mentions, *(one.actor for one in inside))
    if len(parties) < _BOTH:
        parties = _known_parties(page, scene, parties)
    if len(parties) == _BOTH:
        owners = {one.actor for one in parties_in(page, ground)}
        first, second = sorted(parties, key=lambda one: one.actor not in owners)
        yield from claim(rule, page, scene, "disputes", first, ground, second.actor)


def _known_parties(page: Page, scene: Scene, here: list[Mentioned]) -> list[Mentioned]:
    """The parties of the dispute told of before, where those here are among them."""
    anyhow = _TWO.search(page.folded, scene.floor, scene.ceiling) is not None
    for known in reversed(page.claims[-_LOOK_BACK:]):
        parties = [actor for actor in (known.claimant, known.against) if actor is not None]
        if (anyhow or known.stance == "disputes") and len(parties) == _BOTH and known.span.end <= scene.start:
            others = [actor for actor in parties if actor not in {one.actor for one in here}]
            both = [*here, *(Mentioned(actor, actor.mentions[0]) for actor in others)]
            return both if len(both) == _BOTH else here
    return here


def _is_territorial(page: Page, scene: Scene) -> bool:
    return any(
        word in word_set("territorial")
        for _, (_, _, word) in zip(range(2), page.words_before(scene.start, scene.floor), strict=False)
    )
