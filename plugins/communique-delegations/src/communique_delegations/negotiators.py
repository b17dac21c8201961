"""Rules for negotiators: "Iran's chief negotiator, X", "X and Soviet negotiators"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.reading import Mentioned
from communique_delegations.groups import Group, group_at, owner_within
from communique_delegations.page import Cue, Page
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail
from communique_delegations.words import word_set

_BEHIND = re.compile(
    r"(?: (?:at|in|on|for|to|with) [^,;:.()]{1,80}?(?=,| (?:is|was|will be) ))?(?:,| (?:is|was|will be))? "
)
_ARE = re.compile(r"(?: (?:in|at|to|for) [^,;.:()]{1,60}?)?(?:,| (?:are|were|will be)| -{1,2}) ")


def chief_negotiator(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who leads the negotiators of a party, where talks are told of.

    Matches ``Cuba's chief negotiator, Josefa Vidal, said the talks were useful.``; not ``The union's negotiator, Josefa
    Vidal, went home.``
    """
    page = trail.page
    group = group_at(page, cue)
    words = page.folded[group.start : cue.start].lower().split()
    if not any(word in word_set("foremost") for word in words):
        return
    head = _holder(page, group, cue)
    if head is None:
        return
    party = group.owner if group.owner is not None and group.owner.kind != "person" else None
    party = party or trail.party_of(group, cue, [head])
    sighting = trail.sees(chief_negotiator, cue, [], party=party, head=head, group=group)
    if sighting.occasion is not None or page.tells_of_talks:
        yield sighting


def _holder(page: Page, group: Group, cue: Cue) -> Mentioned | None:
    before = page.folded[max(cue.floor, group.start - 2) : group.start]
    holder = page.person_ending(group.start - 2) if before == ", " else None
    behind = page.article.match(_BEHIND, cue.end)
    if holder is None and behind is not None and behind.end() < cue.ceiling:
        holder = page.person_starting(behind.end())
    return holder or next(
        (
            found
            for found in page.people(cue.end, min(cue.end + 60, cue.ceiling))
            if found.mention.phrase.start <= cue.start
        ),
        None,
    )


def negotiators_are(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who the negotiators of a party are, said or put beside the noun.

    Matches ``The Omani negotiators, Salim Amri and Badr Harthy, left the talks early.``; not ``The Omani negotiators
    said that Salim Amri and Badr Harthy left the talks early.``
    """
    page = trail.page
    behind = page.article.match(_ARE, cue.end)
    if behind is None or behind.end() >= cue.ceiling:
        return
    group = group_at(page, cue)
    if group.owner is None or group.owner.kind == "person":
        return
    found = roster(page, behind.end(), cue.ceiling, clause_after=True).people
    if len(found) > 1 and page.person_starting(behind.end()) in found:
        yield trail.sees(negotiators_are, cue, found, party=group.owner, group=group)


def person_and_negotiators(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read a person named in one breath with the negotiators of his country.

    Matches ``They met Iranian Deputy Minister Arash Kamali and Iranian negotiators for talks.``; not ``Arash Kamali
    said Iranian negotiators would come.``
    """
    page = trail.page
    group = group_at(page, cue)
    if not page.folded.endswith(" and ", cue.floor, group.start):
        return
    person = page.person_ending(group.start - len(" and "))
    party = owner_within(page, group.start, cue.end)
    if person is not None and party is not None and person.actor.country == party.country is not None:
        yield trail.sees(person_and_negotiators, cue, [person], party=party, group=group)
