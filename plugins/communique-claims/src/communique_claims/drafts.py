"""Putting a claim together: claimant, territory, the other party, and in whose mouth it is put."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique import Actor, Claim, Quote
from communique.kinds import ClaimStance, because
from communique.reading import Mentioned
from communique_claims.ground import Ground, parties_in, territory
from communique_claims.owners import states_among
from communique_claims.page import Page, Scene

Rule = Callable[[Page, Scene], Iterator[Claim]]


def claim(
    rule: Callable[..., object],
    page: Page,
    scene: Scene,
    stance: ClaimStance,
    claimant: Mentioned | None,
    ground: Ground,
    against: Actor | None = None,
) -> Iterator[Claim]:
    """Give the claim, or nothing where nobody makes it or the territory names only the claimant."""
    if claimant is None:
        return
    actor = claimant.actor
    entrusted = stance == "controls" and actor.kind == "organization"  # "Kosovo is run by the United Nations"
    if against is actor or (entrusted and _is_all_of(page, ground, against)):
        against = None
    quote = page.reading.quote_at(scene.start)
    phrase = claimant.mention.span
    parts = [(scene.start, scene.end), (ground.start, ground.end)]
    if quote is None or phrase.start < max(scene.start, ground.start) or quote.span.contains(phrase):
        parts.append((phrase.start, phrase.end))
    inside = [part for part in parts if scene.floor <= part[0] and part[1] <= scene.ceiling]
    yield Claim(
        page.article.span(min(start for start, _ in inside), max(end for _, end in inside)),
        actor,
        territory(page, ground),
        stance,
        against,
        _reporter(quote, actor),
        quote,
        evidence=because(rule, page.article.span(scene.start, scene.end)),
    )


def _is_all_of(page: Page, ground: Ground, against: Actor | None) -> bool:
    """Tell whether a territory is that of a party, or a part of it, and no land that lies in it."""
    return any(one.actor is against and one.mention.span.end == ground.end for one in parties_in(page, ground))


def _reporter(quote: Quote | None, claimant: Actor) -> Actor | None:
    """Give the actor in whose mouth a claim is put: the narrator tells what a claimant claims, unless it is quoted."""
    if quote is None or (quote.kind == "indirect" and quote.speaker is claimant):
        return None
    return quote.speaker


def ground_of(claim: Claim) -> Ground | None:
    """Give the territory phrase of a claim found before, for rules that take it up again."""
    if claim.territory is None:
        return None
    span = claim.territory.span
    return Ground(span.start, span.end, span.start, None, bool(claim.territory.places))


def owner_of(page: Page, ground: Ground, *but: Actor | None) -> Actor | None:
    """Find the other party that a territory phrase names or that its place belongs to."""
    named = states_among(parties_in(page, ground), *but)
    if len(named) == 1:
        return named[0].actor
    known = {actor.country for actor in but if actor is not None}
    countries = {place.country for place in territory(page, ground).places} - {None}
    if len(countries) == 1 and not countries & known:
        return page.state(countries.pop())
    return None


def other_state(page: Page, scene: Scene, *but: Actor | None) -> Actor | None:
    """Find the only other state of the sentence part around a cue."""
    others = states_among(page.within(scene.floor, scene.ceiling), *but)
    return others[0].actor if len(others) == 1 else None


def is_the_land(who: Mentioned, ground: Ground) -> bool:
    """Tell whether a party is only named inside the territory phrase."""
    return who.mention.span.start >= ground.start and who.mention.span.end <= ground.end
