"""The rule for land that is said to be somebody's soil: "the islets are Korean territory"."""

from __future__ import annotations

from collections.abc import Iterator

from communique import Actor, Claim, Entry, Reading
from communique.countries import COUNTRIES
from communique.words import Hit
from communique_claims.drafts import Rule, claim
from communique_claims.ground import ground_before
from communique_claims.page import Page, Scene
from communique_claims.parties import copula, speaker
from communique_claims.words import Cue

_BEING = (" is ", " are ", " was ", " were ", " been ")
_ADJECTIVES = frozenset({"adjective", "people"})
_THEIRS = Entry("", Cue("theirs", "claims"))


def is_their_soil(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who says of a territory that it is the soil of a state: a claim to one's own, else the title accepted.

    Matches "the shoal has always been Peruvian territory," the minister said; not "the delegation is on Peruvian soil",
    nor the same words where nobody says them.
    """
    owners = [one for one in page.ending_at(scene.start - 1) if one.actor.kind == "state"]
    if owners:
        edge = copula(page, scene, owners[0].mention.span.start)
        yield from _said(is_their_soil, page, scene, owners[0].actor, edge)


def is_theirs(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who says of a territory that it is a nation's, by an adjective alone, or "ours".

    Matches "The valley is Peruvian," and "the islets are ours", the minister said; not "the cook is Peruvian".
    """
    owners = [one for one in page.starting_at(scene.start) if one.actor.kind == "state"]
    ours = speaker(page, scene.start) if page.folded.startswith("ours", scene.start) else None
    owner = owners[0].actor if owners else page.state(ours.actor.country) if ours is not None else None
    yield from _said(is_theirs, page, scene, owner, copula(page, scene, scene.start))


def _said(rule: Rule, page: Page, scene: Scene, owner: Actor | None, edge: int | None) -> Iterator[Claim]:
    """Give what somebody says of the territory before a copula: whose it is."""
    says = speaker(page, scene.start)
    ground = ground_before(page, edge - 1, scene, any_name=True) if edge is not None else None
    if says is None or ground is None or owner is None:
        return
    if owner in {one.actor for one in page.within(ground.start, ground.end)}:
        return
    if says.actor.country in {None, owner.country}:
        yield from claim(rule, page, scene, "claims", says, ground)
    else:
        yield from claim(rule, page, scene, "recognizes", says, ground, owner)


def predicates(reading: Reading) -> Iterator[Hit[Cue]]:
    """Give the adjectives of countries that are the predicate of a clause: "The valley is *Peruvian*,"."""
    folded = reading.article.folded
    for start, end, entry in reading.hits(COUNTRIES):
        is_predicate = entry.means.form in _ADJECTIVES and folded.endswith(_BEING, 0, start)
        if is_predicate and not folded[end : end + 2].strip(" '-").isalnum():
            yield start, end, _THEIRS
