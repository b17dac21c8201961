"""The rule for land that is said to be somebody's soil: "the islets are Korean territory"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from communique import Claim
from communique_claims.drafts import claim
from communique_claims.ground import ground_before
from communique_claims.page import Page, Scene
from communique_claims.parties import speaker
from communique_claims.words import word_set

_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained"})
_BEFORE_COPULAS = frozenset({"has", "have", "had", "will", "would", "always", "still", "to"})
_MOST_BETWEEN = 8


def is_their_soil(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who says of a territory that it is the soil of a state: a claim to one's own, else the title accepted.

    Matches "the shoal has always been Peruvian territory," the minister said; not "the delegation is on Peruvian soil",
    nor the same words where nobody says them.
    """
    owners = [one for one in page.ending_at(scene.start - 1) if one.actor.kind == "state"]
    says = speaker(page, scene.start)
    edge = _copula(page, scene, owners[0].mention.span.start) if owners and says is not None else None
    if edge is None or says is None:
        return
    ground = ground_before(page, edge - 1, scene, any_name=True)
    owner = owners[0].actor
    if ground is None or owner in {one.actor for one in page.within(ground.start, ground.end)}:
        return
    if says.actor.country in {None, owner.country}:
        yield from claim(is_their_soil, page, scene, "claims", says, ground)
    else:
        yield from claim(is_their_soil, page, scene, "recognizes", says, ground, owner)


def _copula(page: Page, scene: Scene, position: int) -> int | None:
    """Where the verb of "has always been an integral part of Peruvian territory" starts, its auxiliaries included."""
    found = None
    for start, end, word in islice(page.words_before(position, scene.floor), _MOST_BETWEEN):
        if page.folded[end : end + 1] != " ":
            return found
        if word in _COPULAS or (found is not None and word in _BEFORE_COPULAS):
            found = start
        elif found is not None:
            return found
        elif not (word.endswith("ly") or word in word_set("belonging")):
            return None
    return found
