"""Rules for company: "X, accompanied by A and B", "X was joined by A"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from communique.reading import Mentioned
from communique.tables import any_of
from communique_delegations.groups import owner_within
from communique_delegations.page import Cue, Page, begin, is_named_person
from communique_delegations.roster import Roster, roster
from communique_delegations.sightings import Sighting, Trail, party_of_people
from communique_delegations.words import word_set

_VISITING = (
    " visit",
    " arriv",
    " travel",
    " tour",
    " met ",
    " meet",
    " flew ",
    " flies ",
    " receiv",
    " welcom",
    " host",
)
_TWO_COUNTRIES = 2
_ARRIVALS = frozenset({"arrived", "arrives", "flew", "travelled", "traveled", "landed"})
_FAR_OFFICE = 160
_BY = re.compile(r" [^,;.:()\"]{1,80}? by ")
_OFFICE = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|emir|sultan|leader|secretary|chief|envoy)\b", re.IGNORECASE
)
_COMES = re.compile(
    r"\b(?:arriv(?:ed|es|ing)|c(?:ame|omes|oming)|fl(?:ew|ies|ying)|travel(?:led|ed|s|ing|ling)|land(?:ed|s)|brought)\b"
)
_ARRIVES_WITH = re.compile(r"(?: [^,;.:()\"]{1,60}?)?,? with (?=(?:his |her )?[A-Z])")
_ARE = re.compile(r" [^.;:\"()]{1,160}? (?P<verb>are|were|is|was|will be) (?:also )?")
_RETINUE = re.compile(rf" (?:[\w,'-]{{1,20}} ){{0,9}}?{any_of(word_set('retinue'))}\b", re.IGNORECASE)


def accompanied_by(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who comes with whom.

    Matches ``Indian Foreign Minister Raj Mehta was accompanied by envoy Tara Sen during the talks.``; not ``The talks
    were accompanied by a deterioration of ties, Raj Mehta said.``
    """
    yield from _company(trail, cue, accompanied_by)


def joined_by(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read by whom of the same party somebody is joined.

    Matches ``At the meeting, U.S. envoy Joan Park was joined by ambassador Lee Hart.``; not ``The leaders were joined
    by the members of their delegations, Joan Park said.``
    """
    yield from _company(trail, cue, joined_by)


def came_with(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read with whom of the same party somebody comes.

    Matches ``Togo's President Koffi Ayi arrived together with envoy Esi Mawu for the summit.``; not ``Togo's President
    Koffi Ayi signed the accord together with envoy Esi Mawu at the summit.``
    """
    if trail.page.folded[cue.start : cue.end].lower() in _ARRIVALS:
        behind = trail.page.article.match(_ARRIVES_WITH, cue.end)
        if behind is not None and behind.end() < cue.ceiling:
            yield from _arrived_with(trail, cue, behind.end())
    elif _COMES.search(trail.page.folded[max(cue.floor, cue.start - 90) : cue.start + len("brought")]):
        yield from _company(trail, cue, came_with)


def _arrived_with(trail: Trail, cue: Cue, start: int) -> Iterator[Sighting]:
    """Read who arrived with officials of the same party, wherever they arrived."""
    page = trail.page
    head = page.subject_before(cue.start, cue.floor)
    if head is None or not is_named(head) or not head.actor.roles:
        return
    people = roster(page, start, _clause_end(page, cue), clause_after=True).people
    party = party_of_people(page, [head])
    people = tuple(one for one in people if one.actor.roles and _comes_along(page, cue, head, one))
    if party is not None and people:
        sighting = trail.sees(came_with, cue, people, party=party, head=head)
        if sighting.occasion is not None or trail.is_near(cue):
            yield sighting


def accompanies(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who accompanies whom, named before the verb.

    Matches ``Trade Minister Taro Ito accompanied Prime Minister Kenji Sato to the talks.``; not ``Guards accompanied
    Prime Minister Kenji Sato to the talks.``
    """
    page = trail.page
    head = page.person_starting(cue.end + 1)
    if head is None or not is_named(head) or cue.start - 1 <= cue.floor:
        return
    people = roster(page, cue.floor, cue.start - 1, clause_after=True).people
    party = party_of_people(page, [head])
    people = tuple(one for one in people if one.actor.roles and _comes_along(page, cue, head, one))
    if party is None or party.kind == "person" or not people:
        return
    sighting = trail.sees(accompanies, cue, people, party=party, head=head)
    if sighting.occasion is not None or trail.is_near(cue):
        yield sighting


def accompanying(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who accompanies whom, named behind the verb.

    Matches ``Accompanying the Omani foreign minister at the talks are Nasser Harthy and Said Amri.``; not ``The
    photographs accompanying the report are by Nasser Harthy.``
    """
    page = trail.page
    behind = page.article.match(_ARE, cue.end)
    if cue.start != page.reading.layout.sentences[cue.sentence][0] or behind is None or behind.end() >= cue.ceiling:
        return
    people = roster(page, behind.end(), cue.ceiling).people
    if not people:
        return
    head = page.person_starting(cue.end + 1)
    head = head if head is not None and is_named(head) else None
    party = owner_within(page, cue.end, behind.start("verb")) or party_of_people(
        page, [*people, *([head] if head else [])]
    )
    if party is not None and party.kind != "person":
        yield trail.sees(accompanying, cue, people, party=party, head=head, cues=[behind.span("verb")])


def _company(trail: Trail, cue: Cue, rule: Callable[..., object]) -> Iterator[Sighting]:
    page = trail.page
    start = cue.end + 1
    if rule is not came_with and not page.folded.endswith(" by", 0, cue.end):
        by = page.article.match(_BY, cue.end)  # "was joined at the talks by"
        if by is None or by.end() >= cue.ceiling:
            return
        start = by.end()
    listed = roster(page, start, _clause_end(page, cue), clause_after=True)
    head = _accompanied(page, cue, listed)
    if head is None or not is_named(head):
        yield from _company_of_office(trail, cue, listed.people, rule)
        return
    head = _of_their_country(page, cue, head, listed.people)
    party = party_of_people(page, [head])
    people = [one for one in listed.people if _comes_along(page, cue, head, one)]
    with_retinue = rule is accompanied_by and page.article.match(_RETINUE, cue.end) is not None
    if party is None or not (people or with_retinue):
        return
    sighting = trail.sees(rule, cue, people, party=party, head=head)
    if sighting.occasion is not None or trail.is_near(cue) or _on_a_visit(page, cue, [head, *people]):
        yield sighting


def _on_a_visit(page: Page, cue: Cue, people: Sequence[Mentioned]) -> bool:
    """Tell whether officials are said to travel, visit or meet somebody, in an article that tells of talks."""
    if not page.tells_of_talks or not all(one.actor.roles for one in people):
        return False
    return any(page.folded.find(word, cue.floor, cue.ceiling) >= 0 for word in _VISITING)


def _company_of_office(
    trail: Trail, cue: Cue, listed: Sequence[Mentioned], rule: Callable[..., object]
) -> Iterator[Sighting]:
    """Read who comes with somebody told by office alone: "the Nigerian president, accompanied by A and B"."""
    page = trail.page
    floor = max(cue.floor, cue.start - _FAR_OFFICE)
    states = list(page.states_within(floor, cue.start))
    if len(states) != 1 or len(listed) == 0 or _OFFICE.search(page.folded, floor, cue.start) is None:
        return
    [party] = states
    people = [one for one in listed if one.actor.country in {None, party.country} and not _is_kin(page, cue, one)]
    sighting = trail.sees(rule, cue, people, party=party) if people else None
    if sighting is not None and (sighting.occasion is not None or _on_a_visit(page, cue, people)):
        yield sighting


def _accompanied(page: Page, cue: Cue, listed: Roster) -> Mentioned | None:
    """Whom they accompany: the subject before, or behind the list where the sentence begins with it."""
    if cue.start - cue.floor <= 1 and cue.floor == page.reading.layout.sentences[cue.sentence][0]:
        return listed.after
    return page.subject_before(cue.start, cue.floor)


def _of_their_country(page: Page, cue: Cue, head: Mentioned, listed: Sequence[Mentioned]) -> Mentioned:
    """Give whom they accompany: the subject of the sentence where the person named last is of another country."""
    countries = {one.actor.country for one in listed} - {None}
    if len(countries) != 1 or head.actor.country in {None, *countries}:
        return head
    free = (one for one in page.people(cue.floor, cue.start) if not page.is_dependent(one, cue.floor))
    return next((one for one in free if one.actor.country in countries), head)


def _clause_end(page: Page, cue: Cue) -> int:
    semicolon = page.folded.find(";", cue.end, cue.ceiling)
    return semicolon if semicolon >= 0 else cue.ceiling


def is_named(found: Mentioned) -> bool:
    """Tell whether a mention names a person, or stands for one that the article names."""
    return found.actor.kind == "person" and (is_named_person(found) or bool(found.actor.name))


def _comes_along(page: Page, cue: Cue, head: Mentioned, one: Mentioned) -> bool:
    """Tell whether a companion may represent the same party: not of another country, not next of kin."""
    countries = {head.actor.country, one.actor.country} - {None}
    return len(countries) < _TWO_COUNTRIES and one.actor is not head.actor and not _is_kin(page, cue, one)


def _is_kin(page: Page, cue: Cue, one: Mentioned) -> bool:
    before = page.folded[max(cue.end, begin(one) - 40) : one.mention.span.start].lower().replace(",", " ").split()[-4:]
    return any(word in word_set("kin") for word in before)
