"""The rule for who leads a side, named before the verb: "X headed the Venezuelan side"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique_delegations.page import Cue
from communique_delegations.roster import roster
from communique_delegations.sides import Side
from communique_delegations.sightings import Sighting, Trail
from communique_delegations.words import word_set

_WITH = re.compile(r"[^.;:()\"]{0,80}?, with (?=[A-Z]|the |its )")
_PRESENT = re.compile(
    r"(?: \w+)? (?:at the table|at (?:his|her) side|in attendance|present|attending|taking part|among)\b"
)


def leads_side(trail: Trail, cue: Cue, side: Side) -> Iterator[Sighting]:
    """Read who leads a side, and who is said to sit beside the leader.

    Matches ``Vice President Rosa Vega headed the Peruvian side, with Minister Luis Paz also at the table.``; not ``Vice
    President Rosa Vega greeted the Peruvian side.``
    """
    page = trail.page
    start, before = next(page.words_back(side.start - 1, cue.floor), (cue.floor, ""))
    if side.preposition or before.lower() not in word_set("leads"):
        return
    head = page.subject_before(start, cue.floor, first=before.lower().endswith("ing"))
    if head is None:
        return
    beside = page.article.match(_WITH, cue.end)
    listed = (
        roster(page, beside.end(), cue.ceiling, clause_after=True) if beside and beside.end() < cue.ceiling else None
    )
    people = listed.people if listed is not None and _PRESENT.match(page.folded, listed.end) else ()
    yield trail.sees(leads_side, cue, people, party=side.party, head=head, cues=[(start, side.start - 1)])
