"""Rules that take up a delegation told of just before: "it comprises A and B", "his Chadian counterpart, C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique_delegations.groups import owner_within
from communique_delegations.page import Cue
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_NEAR = 300
_GAP = re.compile(r",? (?:and|while|met|with|and also) (?:his|her|the)(?: [A-Z][\w-]+){0,2} \Z")
_LONGEST_GAP = 60


def it_is_made_of(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who leads or belongs to the delegation named just before, taken up by "it" or "its".

    Matches ``A Sudanese delegation flew to Juba. It comprises General Yasir Bakri and envoy Huda Amin.``; not ``The
    report is out. It includes a foreword by General Yasir Bakri.``
    """
    page = trail.page
    party = trail.named_between(cue.start - _NEAR, cue.start)
    words = page.folded[cue.start : cue.end].lower().split()
    start = cue.end + 1 + page.folded.startswith(",", cue.end)
    if party is None or start >= cue.ceiling:
        return
    people = roster(page, start, cue.ceiling, clause_after=True).people
    leads = words[0] == "its" or words[-1] == "by"
    if people and all(one.actor.country in {None, party.country} or party.country is None for one in people):
        found = people[:1] if leads else people
        yield trail.sees(it_is_made_of, cue, found, party=party, head=found[0] if leads else None)


def and_counterpart(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read the head of the other delegation, named as the counterpart of the first one's.

    Matches ``Togo's delegation chief Koffi Ayi and his Malian counterpart Oumar Sow shook hands before the talks.``;
    not ``Togo's President Koffi Ayi and his Malian counterpart Oumar Sow shook hands before the talks.``
    """
    page = trail.page
    last = trail.sightings[-1] if trail.sightings else None
    if (
        last is None
        or last.head is None
        or not cue.floor <= last.span.start
        or cue.start - last.span.end > _LONGEST_GAP
    ):
        return
    if _GAP.search(page.folded, last.span.end, cue.start) is None:
        return
    start = cue.end + 1 + page.folded.startswith(",", cue.end)
    head = page.person_starting(start) if start < cue.ceiling else None
    party = owner_within(page, last.span.end, cue.start)
    if head is not None and party is not None and party is not last.party:
        yield trail.sees(and_counterpart, cue, [], party=party, head=head)
