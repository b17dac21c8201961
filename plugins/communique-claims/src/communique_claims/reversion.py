"""The rule for land that comes back under the rule of a state."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from communique import Claim, Place
from communique.reading import Mentioned
from communique_claims.drafts import claim
from communique_claims.ground import ground_before, is_whole_state, parties_in, territory
from communique_claims.owners import agents, states_among
from communique_claims.page import Page, Scene

_POSSESSIVE = "'s "
_RULE = regex.compile(r"(?:'s?)? (?:rule|sovereignty|control|administration)\b")
_OF_OLD = regex.compile(
    r"(?:'s?)? (?:crown )?(?:colon|rule\b|possession|dependency|territory|enclave|administration|sovereignty)"
    r"|-(?:run|ruled|held|administered)"
)
"""What stands behind the adjective of a state that holds a land in the article: "a *British* colony"."""


def reverts_to_rule(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find which state gives a territory back to the rule of another.

    Matches "Cabinda returns to Angolan rule after a decade apart"; not "Kenya returns to civilian
    rule".  Whose it was is told in the sentence, or by what the article calls it elsewhere: "the Portuguese colony".
    """
    code = page.country_at(scene.end + 1)
    holders = agents(page, scene, scene.end)
    owned = page.folded.endswith(_POSSESSIVE, 0, scene.start)  # "the island's return to Chinese rule"
    edge = scene.start - (len(_POSSESSIVE) if owned else 1)
    ground = ground_before(page, edge, scene) if holders or code else None
    if ground is None or is_whole_state(page, ground):
        return
    if holders and not page.article.match(_RULE, holders[0].mention.span.end) and holders[0].actor.kind != "state":
        return
    heir = holders[0].actor if holders else page.state(code)
    land = [one.actor for one in parties_in(page, ground)]
    rulers = states_among(page.within(scene.floor, scene.ceiling), heir, *land)
    giver = rulers[0] if len(rulers) == 1 else _ruler_of_old(page, code or (heir.country if heir else None))
    if giver is not None:
        yield from claim(reverts_to_rule, page, scene, "cedes", giver, ground, heir)


def is_handed_over(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find the handover of a territory of which the article has told whose it was and whose it will be.

    Matches "the territory's handover" behind "Macau returns to China"; not "the handover of power".
    """
    owned = page.folded.endswith(_POSSESSIVE, 0, scene.start)
    ground = ground_before(page, scene.start - (len(_POSSESSIVE) if owned else 1), scene)
    if ground is None or is_whole_state(page, ground):
        return
    places = set(territory(page, ground).places)
    known = next((one for one in reversed(page.claims) if _hands_over(one, places)), None)
    if known is not None and known.claimant is not None and known.claimant.mentions:
        giver = Mentioned(known.claimant, known.claimant.mentions[0])
        yield from claim(is_handed_over, page, scene, "cedes", giver, ground, known.against)


def _hands_over(known: Claim, places: set[Place]) -> bool:
    """Tell whether a claim told of the handover of one of some places, or of any where none is named."""
    told = known.stance == "cedes" and known.against is not None and known.territory is not None
    return told and (not places or not places.isdisjoint(known.territory.places if known.territory else ()))


def _ruler_of_old(page: Page, heir: str | None) -> Mentioned | None:
    """The state that an article says a land to be given back was ruled by: "the British colony", "Portuguese rule"."""
    for _, end, word in page.countries.between(0, len(page.folded)):
        country = word.means.country.code
        if country != heir and page.article.match(_OF_OLD, end):
            state = page.state(country)
            if state is not None and state.mentions:
                return Mentioned(state, state.mentions[0])
    return None
