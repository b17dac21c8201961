"""Rules for representing: "Iran was represented by A and B", "A will represent the EU at the talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique import Actor
from communique.reading import Mentioned
from communique_delegations.elided import others_by, party_at
from communique_delegations.page import Cue, Page
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_BY = re.compile(r"(?:,? (?:at|in|on|during) [^,;.:]{1,100}?,?)? by ")
_LIST_BEHIND = re.compile(r"(?: (?:at|in|during) [^,;.:]{1,80}?)? (?:was|were|is|are|will be) ")
_TAKES_PART = re.compile(r"\b(?:[Aa]ttend|[Tt]ak(?:es?|ing) part|took part|[Pp]articipat|[Pp]resent|[Nn]egotiat)")
_FOR = re.compile(r"(?:For|From) (?=(?:the )?[A-Z])")
_PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "being"})


def represented_by(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read by whom a party is represented.

    Matches ``Algeria was represented at the summit by Foreign Minister Nour Haddad.``; not ``The defendant was
    represented by lawyer Nour Haddad.``
    """
    page = trail.page
    by = page.article.match(_BY, cue.end)
    if by is None or by.end() >= cue.ceiling:
        return
    party = _represented(page, cue)
    others = list(others_by(page, by.end(), cue.ceiling)) if party is not None else []
    starts = [(party, by.end()), *((other, start) for other, _, start in others)]
    ends = [*(before for _, before, _ in others), cue.ceiling]
    for (one, start), end in zip(starts, ends, strict=True):
        found = roster(page, start, end).people if one is not None and start < end else ()
        if one is not None and found:
            sighting = trail.sees(represented_by, cue, found, party=one)
            if sighting.occasion is not None or _in_office(page, found):
                yield sighting


def _represented(page: Page, cue: Cue) -> Actor | None:
    """The state or body that is the subject of "was represented"."""
    end = cue.start - 1
    passive = False
    for start, word in page.words_back(end, cue.floor):
        low = word.lower()
        if low not in _PASSIVE and low not in {
            "will",
            "would",
            "also",
            "has",
            "had",
            "side",
            "government",
            "delegation",
        }:
            break
        passive = passive or low in _PASSIVE
        end = start - 1
    if not passive and page.folded[end - 1 : end] != ",":
        return None
    edge = end - (page.folded[end - 1 : end] == ",")
    clause = page.folded.rfind(", which ", cue.floor, edge)
    if clause >= 0 and page.folded.find(",", clause + 1, edge) < 0:  # "Chad, which has no seat, was represented by"
        edge = clause
    for found in page.mentions.ending_at(edge):
        if found.actor.kind != "person":
            return found.actor
    begin_of_word = next(page.words_back(edge, cue.floor), (edge, ""))[0]
    implied = list(page.states_within(begin_of_word, edge))
    return implied[0] if len(implied) == 1 else None


def represents(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read whom a person represents.

    Matches ``Deputy Minister Eva Lind will represent Sweden at the talks.``; not ``Eva Lind will represent the workers
    in court.``
    """
    page = trail.page
    party, end = party_at(page, cue.end + 1)
    if party is None or (page.folded.endswith(" of", 0, cue.end) and not _takes_part(page, cue)):
        return
    behind = page.article.match(_LIST_BEHIND, end)
    people = roster(page, behind.end(), cue.ceiling).people if behind and behind.end() < cue.ceiling else ()
    listed = bool(people)
    if not people:
        subject = page.subject_before(cue.start, cue.floor, first=page.folded[cue.start : cue.end].endswith("ing"))
        people = (subject,) if subject is not None else ()
        before = roster(page, cue.floor, cue.start - 1).people if cue.start - 1 > cue.floor else ()
        if subject in before:
            people = before
    own = all(one.actor.country in {None, party.country} or party.country is None for one in people)
    if people and (listed or own):
        leads = page.folded[cue.start : cue.end].lower().startswith(("led", "leading"))
        sighting = trail.sees(represents, cue, people, party=party, head=people[0] if leads else None)
        if sighting.occasion is not None or trail.is_near(cue) or _in_office(page, people):
            yield sighting


def _in_office(page: Page, people: Sequence[Mentioned]) -> bool:
    """Tell whether all have an office, in an article that tells of talks."""
    return page.tells_of_talks and all(one.actor.roles for one in people)


def attended_for(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who attended for a party that opens the sentence.

    Matches ``For Sudan, the talks were attended by General Yasir Tahir and Minister Huda Osman.``; not ``For months,
    the talks were attended by General Yasir Tahir.``
    """
    page = trail.page
    opening = page.article.match(_FOR, cue.floor)
    party, end = party_at(page, opening.end()) if opening is not None else (None, cue.floor)
    if opening is None or party is None or not page.folded.startswith(", ", end):
        return
    found = roster(page, cue.end + 1, cue.ceiling).people if cue.end + 1 < cue.ceiling else ()
    if found:
        yield trail.sees(attended_for, cue, found, party=party, cues=[(opening.start(), end)])


def _takes_part(page: Page, cue: Cue) -> bool:
    """Tell whether "on behalf of" says for whom somebody takes part, not for whom he speaks."""
    return _TAKES_PART.search(page.folded[max(cue.floor, cue.start - 80) : cue.start]) is not None
