"""From cues to claims: which rules run where, and which of their findings stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from communique import Claim, Reading
from communique_claims import (
    advances,
    cession,
    contest,
    holding,
    ownership,
    regarding,
    reversion,
    soil,
    statehood,
    taking,
    unification,
    wanting,
)
from communique_claims.denial import rejects_the_claim, rejects_what_was_told
from communique_claims.drafts import Rule
from communique_claims.guards import GUARDS
from communique_claims.page import REACH, Page
from communique_claims.rivals import with_rivals
from communique_claims.words import CUES

_LOOK_BACK = 8

BY_CONSTRUCTION: dict[str, tuple[Rule, ...]] = {
    "claim-verb": (ownership.claims_behind_the_name, ownership.claims_the_land, ownership.claims_taken_up),
    "claim-noun": (ownership.has_a_claim_to,),
    "regard": (regarding.regards_as_its_own,),
    "sovereignty": (ownership.sovereignty_over,),
    "part-of": (regarding.part_of_its_territory,),
    "belong": (regarding.part_of_its_territory,),
    "soil": (soil.is_their_soil,),
    "theirs": (soil.is_theirs,),
    "overlapping": (ownership.overlapping_claims,),
    "recognize": (statehood.recognizes_the_title,),
    "independence": (statehood.demands_independence,),
    "demand-land": (wanting.demands_the_land,),
    "acquire": (taking.acquires_territory,),
    "stationed": (holding.stationed_on,),
    "remain": (holding.remains_in,),
    "barter": (cession.gives_up,),
    "union": (unification.wants_unification,),
    "access": (wanting.demands_access,),
    "reverts": (reversion.reverts_to_rule,),
    "handed": (reversion.is_handed_over,),
    "integrity": (statehood.backs_territorial_integrity,),
    "transfer": (cession.gives_up,),
    "hand": (cession.gives_up,),
    "leave": (cession.gives_up,),
    "withdraw": (cession.forces_withdrawn,),
    "departure": (cession.forces_withdrawn,),
    "handover": (cession.gives_up,),
    "for-sale": (cession.not_for_sale,),
    "take": (taking.takes_territory,),
    "take-land": (taking.takes_land_by_extent,),
    "enter": (advances.enters_territory,),
    "fall-of": (advances.fall_of,),
    "fall-to": (advances.falls_to,),
    "oust": (advances.drives_out,),
    "get-back": (taking.gets_back,),
    "taking": (taking.annexation_of,),
    "hold": (holding.holds_territory,),
    "rule-over": (holding.rules_over,),
    "run-by": (holding.held_by,),
    "joined": (holding.held_in_a_compound,),
    "under": (holding.under_control,),
    "told": (rejects_what_was_told,),
    "dispute": (contest.disputes_over_territory,),
    "dispute-between": (contest.dispute_between,),
    "dispute-verb": (contest.dispute_the_land,),
    "disputed": (contest.disputed_land,),
    "breakaway": (contest.breakaway_region,),
    "status": (contest.status_to_be_settled,),
}
"""The rules that run at each construction; the first that finds something ends it."""

_READERS = (cession.gives_up, cession.forces_withdrawn)

RULES: tuple[Callable[..., object], ...] = (
    *dict.fromkeys(rule for rules in BY_CONSTRUCTION.values() for rule in rules if rule not in _READERS),
    cession.demands_cession,
    cession.refuses_cession,
    cession.cedes_territory,
    rejects_the_claim,
)


def find_claims(reading: Reading) -> Iterator[Claim]:
    """Find the territorial claims of an article."""
    hits = sorted([*reading.hits(CUES), *soil.predicates(reading)], key=itemgetter(0, 1))
    if not hits:
        return
    page = Page(reading)
    for start, end, entry in hits:
        construction = entry.means
        guard = GUARDS.get(construction)
        if guard is not None and not guard(page.folded, start, end):
            continue
        rules = BY_CONSTRUCTION.get(construction, ())
        scene = page.scene(start, end, construction)
        if not page.names_somebody(max(0, scene.floor - REACH), scene.ceiling) and page.reading.quote_at(start) is None:
            continue
        for rule in rules:
            found = [claim for claim in rule(page, scene) if _adds(page.claims, claim)]
            if found:
                page.claims += found
                break
    yield from with_rivals(page.claims, page.state)


def _adds(claims: list[Claim], claim: Claim) -> bool:
    """Tell whether a claim says more than those before it: it repeats none, and disputes no part of a claim."""
    return not any(_covers(other, claim) for other in claims[-_LOOK_BACK:])


def _covers(other: Claim, claim: Claim) -> bool:
    if other.territory is None or claim.territory is None:
        return False
    inside = other.territory.span.contains(claim.territory.span)
    if claim.stance == "disputes":
        return inside
    same = other.stance == claim.stance and other.claimant is claim.claimant
    return inside and same and other.span.overlaps(claim.span)
