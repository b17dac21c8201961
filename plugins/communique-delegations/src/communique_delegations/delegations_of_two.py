"""The rule for two delegations told of in one phrase: "A of Egypt and B of Sudan led the two delegations"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique import Actor
from communique.reading import Mentioned
from communique_delegations.elided import party_at
from communique_delegations.page import Cue, Page
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail, party_of_people

_LED = re.compile(
    r"\b(?:led|lead|headed|head|heading|leading|at the head of) (?:the|their|both|these)"
    r"(?: two| respective| own| countries'| nations'| governments'){0,2} \Z"
)
_LED_BY = re.compile(r",? (?:(?:were|are|will be) )?(?:led|headed)(?: respectively)? by ")
_OF = " of "
_REACH = 50
_PAIR = 2


def led_the_two(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who leads each of two delegations, by the country of each leader.

    Matches ``Water ministers Ali Badr of Egypt and Omar Tahir of Sudan led the two delegations to the talks.``; not
    ``Ali Badr of Egypt and Omar Tahir of Sudan praised the two delegations at the talks.``
    """
    page = trail.page
    leaders, mark = _leaders(page, cue)
    parties = [_home(page, one) or party_of_people(page, [one]) for one in leaders]
    if len(leaders) != _PAIR or None in parties or parties[0] is parties[1]:
        return
    for one, party in zip(leaders, parties, strict=True):
        yield trail.sees(led_the_two, cue, [], party=party, head=one, cues=[mark])


def _home(page: Page, one: Mentioned) -> Actor | None:
    """The state named right behind a person: "Ali Badr of Egypt"."""
    end = one.mention.span.end
    return party_at(page, end + len(_OF))[0] if page.folded.startswith(_OF, end) else None


def _leaders(page: Page, cue: Cue) -> tuple[Sequence[Mentioned], tuple[int, int]]:
    """The persons named as leaders, before the verb or behind "by", and where the verb stands."""
    floor = max(cue.floor, cue.start - _REACH)
    led = _LED.search(page.folded, floor, cue.start)
    if led is not None:
        return page.people(cue.floor, led.start()), led.span()
    by = page.article.match(_LED_BY, cue.end)
    if by is not None and by.end() < cue.ceiling:
        return roster(page, by.end(), cue.ceiling).people, (by.start() + 1, by.end() - 1)
    return (), (cue.start, cue.end)
