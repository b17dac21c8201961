"""The rule for those who are sent: "Israel sent A and B to the talks"."""

from __future__ import annotations

from collections.abc import Iterator

from communique_delegations.page import Cue
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_TWO = 2


def sent_persons(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read whom of its people a party sends to an occasion, if they are several.

    Matches ``Jordan sent Minister Ayman Haddad and General Omar Zoubi to the talks in Cairo.``; not ``Jordan sent
    Minister Ayman Haddad a letter before the talks.``
    """
    page = trail.page
    if page.person_starting(cue.end + 1) is None:
        return
    listed = roster(page, cue.end + 1, cue.ceiling)
    if len(listed.people) < _TWO or not page.folded.startswith((" to ", " for ", ".", ",", ";"), listed.end):
        return
    mark = page.folded.rfind("; ", cue.floor, cue.start)
    party = trail.subject_party(cue.start, max(cue.floor, mark))
    if party is None or any(one.actor.country not in {None, party.country} for one in listed.people):
        return
    sighting = trail.sees(sent_persons, cue, listed.people, party=party)
    if sighting.occasion is not None:
        yield sighting
