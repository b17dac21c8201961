"""The rule for those who are named in a sentence of their own: "A also took part"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique import Actor
from communique.reading import Mentioned
from communique_delegations.page import Cue, Page
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_LIST_BEHIND = re.compile(r"(?: (?:in|at) [^,;.:]{1,80}?| the [^,;.:]{1,60}?)?,? (?:was|were|is|are) ")
_NEAR = 200


def also_attended(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read more members of the delegation that the sentence before tells of.

    Matches ``The Polish delegation arrived early. Envoy Ewa Zając also took part in the talks.``; not ``Ministers met
    on Monday. Envoy Ewa Zając also took part in the talks.``
    """
    party = _party_before(trail, cue)
    people = _listed(trail.page, cue) if party is not None else ()
    if party is not None and people and all(one.actor.country in {None, party.country} for one in people):
        yield trail.sees(also_attended, cue, people, party=party)


def _party_before(trail: Trail, cue: Cue) -> Actor | None:
    """The one party whose delegation is told of just before the sentence."""
    first = trail.page.reading.layout.sentences[cue.sentence][0]
    parties = {seen.party for seen in trail.sightings[-3:] if 0 <= first - seen.span.end <= _NEAR}
    if not parties:
        return trail.named_between(first - _NEAR, first)
    return parties.pop() if len(parties) == 1 else None


def _listed(page: Page, cue: Cue) -> tuple[Mentioned, ...]:
    """The persons behind the cue ("Also attending were A and B"), else those before it."""
    behind = page.article.match(_LIST_BEHIND, cue.end)
    if behind is not None and behind.end() < cue.ceiling:
        return roster(page, behind.end(), cue.ceiling).people
    return roster(page, cue.floor, cue.start - 1, clause_after=True).people
