"""From cues to claims: which rules run where, and which of their findings stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique import Claim, Reading

from communique_claims import cession, contest, ownership, taking
from communique_claims.drafts import Rule
from communique_claims.page import Page
from communique_claims.words import CUES

BY_CONSTRUCTION: dict[str, tuple[Rule, ...]] = {
    "claim-verb": (ownership.claims_behind_the_name, ownership.claims_the_land),
    "claim-noun": (ownership.has_a_claim_to,),
    "regard": (ownership.regards_as_its_own,),
    "sovereignty": (ownership.sovereignty_over,),
    "part-of": (ownership.part_of_its_territory,),
    "overlapping": (ownership.overlapping_claims,),
    "recognize": (ownership.recognizes_the_title,),
    "integrity": (ownership.backs_territorial_integrity,),
    "transfer": (cession.demands_cession, cession.refuses_cession, cession.cedes_territory),
    "handover": (cession.demands_cession, cession.refuses_cession, cession.cedes_territory),
    "for-sale": (cession.not_for_sale,),
    "take": (taking.takes_territory,),
    "take-land": (taking.takes_land_by_extent,),
    "taking": (taking.annexation_of,),
    "hold": (taking.holds_territory,),
    "run-by": (taking.held_by,),
    "joined": (taking.held_in_a_compound,),
    "under": (taking.under_control,),
    "dispute": (contest.disputes_over_territory,),
    "dispute-between": (contest.dispute_between,),
    "disputed": (contest.disputed_land,),
    "breakaway": (contest.breakaway_region,),
    "status": (contest.status_to_be_settled,),
}
"""The rules that run at each construction; the first that finds something ends it."""

RULES: tuple[Callable[..., object], ...] = (
    *dict.fromkeys(rule for rules in BY_CONSTRUCTION.values() for rule in rules),
    ownership.rejects_the_claim,
)


def find(reading: Reading) -> Iterator[Claim]:
    """Find the territorial claims of an article."""
    hits = reading.hits(CUES)
    if not hits:
        return
    page = Page(reading)
    for start, end, entry in hits:
        rules = BY_CONSTRUCTION.get(entry.means.construction, ())
        scene = page.scene(start, end, entry.means)
        for rule in rules:
            found = list(rule(page, scene))
            if found:
                yield from found
                break
