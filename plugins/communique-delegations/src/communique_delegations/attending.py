"""The rule for those who are at talks, behind what opens the sentence: "With X at the talks were A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique_delegations.company import is_named
from communique_delegations.elided import party_at
from communique_delegations.page import Cue
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail, party_of_people

_WITH = re.compile(r"(?:Together |Along )?[Ww]ith ")
_FOR = re.compile(r"[^,.;:()]{1,60}? (?:for|from) (?=\S)")
_WERE = re.compile(r" (?:were|are|was|is) (?:also )?")


def with_somebody_were(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who were at talks with somebody, or for a party.

    Matches ``With Prime Minister Kenji Sato at the talks were Trade Minister Taro Ito and envoy Emi Abe.``; not ``With
    hopes fading, at the talks were Trade Minister Taro Ito and envoy Emi Abe.``
    """
    page = trail.page
    opening = page.article.match(_WITH, cue.floor)
    if opening is not None:
        head = page.person_starting(opening.end())
        if head is None or not is_named(head) or head.mention.span.end != cue.start - 1 or cue.end + 1 >= cue.ceiling:
            return
        people = roster(page, cue.end + 1, cue.ceiling).people
        party = party_of_people(page, [head])
        if people and party is not None:
            yield trail.sees(with_somebody_were, cue, people, party=party, head=head)
    elif cue.start == cue.floor:
        yield from _present_for(trail, cue)


def _present_for(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who were there for a party: "Present at the signing for Peru were A and B"."""
    page = trail.page
    whom = page.article.match(_FOR, cue.end)
    party, end = party_at(page, whom.end()) if whom is not None else (None, cue.end)
    were = page.article.match(_WERE, end) if party is not None else None
    people = roster(page, were.end(), cue.ceiling).people if were is not None and were.end() < cue.ceiling else ()
    if people:
        yield trail.sees(with_somebody_were, cue, people, party=party)
