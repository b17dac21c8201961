"""The rule for those who are named in a sentence of their own: "A also took part"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique_delegations.page import Cue
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_LIST_BEHIND = re.compile(r"(?: (?:in|at) [^,;.:]{1,80}?| the [^,;.:]{1,60}?)?,? (?:was|were|is|are) ")
_NEAR = 200


def also_attended(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read more members of the delegation that the sentence before tells of.

    Matches: ``The Polish delegation was led by Minister Jan Nowak. Envoy Ewa Zając also took part in the talks.``
    Must not: ``Ministers met on Monday. Envoy Ewa Zając also took part in the talks.``
    """
    page = trail.page
    first = page.reading.layout.sentences[cue.sentence][0]
    before = [seen for seen in trail.sightings[-3:] if 0 <= first - seen.span.end <= _NEAR]
    parties = {seen.party for seen in before}
    if len(parties) != 1:
        return
    last = before[-1]
    behind = page.article.match(_LIST_BEHIND, cue.end)
    if behind is not None and behind.end() < cue.ceiling:
        people = roster(page, behind.end(), cue.ceiling).people
    else:
        people = roster(page, cue.floor, cue.start - 1, clause_after=True).people
    country = last.party.country if last.party else None
    if people and last.party is not None and all(one.actor.country in {None, country} for one in people):
        yield trail.sees(also_attended, cue, people, party=last.party)
