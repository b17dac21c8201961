"""Rules for who leads: "X led the delegation", "a delegation headed by X", "the head of the delegation, X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.reading import Mentioned
from communique.tables import any_of
from communique_delegations.elided import others_by
from communique_delegations.groups import Group, person_party
from communique_delegations.page import Cue, Page, begin
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail
from communique_delegations.words import word_set

_OPENING_BY = re.compile(r"(?:(?:[Cc]o-)?[Ll]ed|[Hh]eaded|[Cc]haired) by ")
_BEHIND_HEAD = re.compile(r"(?: (?:to|at|in|for) [^,;:.()]{1,100}(?=,))?,? ")
_OFFICE_BEHIND = re.compile(rf"(?:'s)? (?P<office>{any_of(word_set('leaders'))})(?P<tail>,? )")
_JOINS_LEADERS = re.compile(r"(?:, [^;:.()\"]{1,120}?)?(?:,| and|, and) ")
_INVERTED = re.compile(r"(?: (?:at|in|to|for) [^,;:.()\"]{1,60}?)? (?:is|are|was|were|will be) ")
_DEPUTY = re.compile(r"[^.;:()\"]{0,80}?, with (?=[A-Z]|(?:[a-z]+ ){1,3}[A-Z])")
_AS_DEPUTY = re.compile(r" as (?:his|her|the|its) (?:deput|number two|second)")
_ELIDED_BY = " by "
_AT_THE_HEAD = "at the head of "
_LONGEST_OPENING = 240
_APPOINTED = re.compile(
    r"\b(?:appoint|nam|designat|nominat|pick|ch[oi]os)(?:ed|ing|es|en|e)? (?:[\w.,'-]{1,20} ){0,6}\Z"
)
_COMES = re.compile(
    r"\b(?:arriv(?:ed|es|ing)|came|fl(?:ew|ies|ying)|travel(?:led|ed|s|ing|ling)|land(?:ed|s)|visit(?:ed|s|ing)|left)\b"
)
_FAR = 70
_UNDER = re.compile(r"[^.;:\"()]{0,60}?,? (?P<mark>with|under) (?=(?:[a-z]{2,14} ){0,4}[A-Z])")
_AT_ITS_HEAD = re.compile(
    rf",? (?P<office>as (?:its|the|their|a) (?:{any_of(word_set('leaders'))}|chief negotiator)|"
    r"at (?:its|the|their) (?:head|helm)|in (?:charge|the lead))\b"
)
_OPENING_ENDS = re.compile(r"[^.;:\"()]{0,90}?, ")


def delegation_led_by(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read who stands behind "led by" after a delegation.

    Matches ``The Omani delegation was led by Foreign Minister Badr al-Harthy.``; not ``The Omani delegation met a
    circle of bankers led by Salim Raad.``
    """
    marks = [(predicate.span, predicate.end) for predicate in trail.predicates(cue, "led")] or _elided(trail, cue)
    for mark, end in marks:
        found = _leaders(trail.page, end, cue.ceiling)
        if found:
            party = trail.party_of(group, cue, found)
            yield trail.sees(delegation_led_by, cue, found, party=party, head=found[0], group=group, cues=[mark])
            for other, start, behind in others_by(trail.page, end, cue.ceiling):
                leaders = _leaders(trail.page, behind, cue.ceiling)[:1]
                if leaders and other is not party:
                    marks_of_other = [(start + 1, behind - 1)]
                    yield trail.sees(delegation_led_by, cue, leaders, party=other, head=leaders[0], cues=marks_of_other)


def _elided(trail: Trail, cue: Cue) -> list[tuple[tuple[int, int], int]]:
    """The bare "by" that goes on with who led another: "A led by X, and the Tajik delegation by Y"."""
    end = cue.end + len(_ELIDED_BY)
    last = trail.sightings[-1] if trail.sightings else None
    goes_on = last is not None and last.head is not None and cue.floor <= last.span.start
    return [((cue.end + 1, end - 1), end)] if goes_on and trail.page.folded.startswith(_ELIDED_BY, cue.end) else []


def _leaders(page: Page, start: int, end: int) -> tuple[Mentioned, ...]:
    """The leader behind "by", and those who lead with him; a title that stands for a person will do."""
    first = page.person_starting(start)
    listed = roster(page, start, end, clause_after=True).people
    if first is not None and (not listed or begin(listed[0]) > first.mention.span.end):
        return (first,)
    joined = listed[:1]
    for one in listed[1:]:
        if not _JOINS_LEADERS.fullmatch(page.folded[joined[-1].mention.span.end : begin(one)]):
            break
        joined = (*joined, one)
    return joined


def led_by_then_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read a leader put before the delegation.

    Matches ``Headed by Finance Minister Ken Ofosu, the Ghanaian delegation arrived in Abuja for talks.``; not ``Led by
    the Kenyan economy, the region grew, the Ghanaian delegation said.``
    """
    page = trail.page
    if not group.before.endswith(",") or group.start - cue.floor > _LONGEST_OPENING:
        return
    opening = page.article.match(_OPENING_BY, cue.floor)
    if opening is None:
        return
    found = roster(page, opening.end(), group.start - 2)
    if found.people and "," not in page.folded[found.end : group.start - 2].strip(", "):
        party = trail.party_of(group, cue, found.people)
        yield trail.sees(
            led_by_then_delegation, cue, found.people, party=party, head=found.people[0], group=group,
            cues=[(opening.start(), opening.end() - 1)],
        )  # fmt: skip


def delegation_under_leader(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read a leader under whom a delegation is, or with whom at its head.

    Matches ``A Malian delegation, with Minister Oumar Sow as its leader, flew to Niamey.``; not ``A Malian delegation
    met with Minister Oumar Sow.``
    """
    page = trail.page
    if page.folded.find(" with ", cue.end, cue.end + _FAR) < 0 > page.folded.find(" under ", cue.end, cue.end + _FAR):
        return
    under = page.article.match(_UNDER, cue.end)
    if under is None or under.end() >= cue.ceiling or _has_own_verb(page.folded[cue.end : under.start("mark")]):
        return
    head = page.person_starting(under.end())
    if head is None:
        return
    cues = [under.span("mark")]
    if under.group("mark") == "with":
        office = page.article.match(_AT_ITS_HEAD, head.mention.span.end)
        if office is None:
            return
        cues.append(office.span("office"))
    party = trail.party_of(group, cue, [head])
    yield trail.sees(delegation_under_leader, cue, [], party=party, head=head, group=group, cues=cues)


def _has_own_verb(gap: str) -> bool:
    """Tell whether what stands behind a delegation says that it does something."""
    return any(word.strip(",") in word_set("verbs") for word in gap.lower().split())


def leads_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read who leads, before the verb.

    Matches ``Deputy Minister Ana Ruiz will lead the Chilean delegation.``; not ``The heads of the delegations met over
    lunch.``
    """
    page = trail.page
    start = group.start - len(group.before) - 1
    if group.before == "up":
        start, before = next(page.words_back(start - 1, cue.floor), (start, ""))
        group = group._replace(before=before.lower())
    if group.before not in word_set("leads"):
        return
    inverted = page.article.match(_INVERTED, cue.end) if group.before.endswith("ing") else None
    if inverted is not None and inverted.end() < cue.ceiling:
        head = page.person_starting(inverted.end())
    else:
        head = page.subject_before(start, cue.floor, first=group.before.endswith("ing"))
    if head is None and start == cue.floor and group.before.endswith("ing"):  # "Heading the team at the talks, X said"
        opening = page.article.match(_OPENING_ENDS, cue.end)
        head = page.person_starting(opening.end()) if opening is not None and opening.end() < cue.ceiling else None
    if head is not None:
        party = trail.party_of(group, cue, [head])
        people = _deputies(page, cue)
        yield trail.sees(
            leads_delegation, cue, people, party=party, head=head, group=group, cues=[(start, group.start - 1)]
        )


def _deputies(page: Page, cue: Cue) -> tuple[Mentioned, ...]:
    """Who goes along as deputy: ", with envoy Eva Smit as his deputy"."""
    beside = page.article.match(_DEPUTY, cue.end)
    listed = (
        roster(page, beside.end(), cue.ceiling, clause_after=True) if beside and beside.end() < cue.ceiling else None
    )
    return listed.people if listed is not None and _AS_DEPUTY.match(page.folded, listed.end) else ()


def at_the_head_of_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read who comes at the head of a delegation.

    Matches ``Prime Minister Ali Zeidan arrived in Tunis at the head of a ministerial delegation.``; not ``Songs were
    sung at the head of the parade before the delegation left.``
    """
    page = trail.page
    start = group.start - len(_AT_THE_HEAD)
    if group.before != "of" or start < cue.floor or not page.folded.startswith(_AT_THE_HEAD[1:], start + 1):
        return
    inverted = page.article.match(_INVERTED, cue.end) if start == cue.floor else None
    if inverted is not None and inverted.end() < cue.ceiling:
        head = page.person_starting(inverted.end())
    else:
        head = page.subject_before(start, cue.floor, first=True)
    if head is not None:
        party = trail.party_of(group, cue, [head])
        yield trail.sees(
            at_the_head_of_delegation, cue, [], party=party, head=head, group=group, cues=[(start, group.start - 1)]
        )


def head_of_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the office of head with its holder before or behind it.

    Matches ``The head of the Syrian delegation, Bashar Jaafari, left early.``; not ``The heads of the delegations,
    Bashar Jaafari said, met over lunch.``
    """
    page = trail.page
    office = _office_before(page, cue, group) if group.before == "of" else None
    if office is None:
        return
    head = _holder_before(page, office, cue.floor) or _holder_behind(page, cue)
    if head is not None:
        party = trail.party_of(group, cue, [head])
        yield trail.sees(
            head_of_delegation, cue, [], party=party, head=head, group=group, cues=[(office, group.start - 1)]
        )


def _office_before(page: Page, cue: Cue, group: Group) -> int | None:
    """Where "head of" starts that ends before a delegation."""
    words = page.words_back(group.start - len(" of "), cue.floor)
    start, word = next(words, (0, ""))
    before = next(words, (0, ""))[1].lower()
    return start if word.lower() in word_set("leaders") and before not in {"deputy", "vice"} else None


def _holder_before(page: Page, office: int, floor: int) -> Mentioned | None:
    """The person whose apposition or predicate an office is: "X, the head of …", "X, who is also the head of …"."""
    end = office - 1
    linked = False
    for start, word in page.words_back(end, floor):
        low = word.rstrip(",").lower()
        if low not in word_set("skipped") and low not in {"the", "a", "as", "became", "deputy"}:
            break
        linked = linked or low in {"is", "was", "as", "be", "became", "been"}
        end = start - 1
    comma = page.folded[end - 1 : end] == ","
    if comma or linked:
        return page.person_ending(end - comma)
    named = page.person_ending(end)
    if named is not None and _APPOINTED.search(
        page.folded[max(floor, named.mention.span.start - 90) : named.mention.span.start]
    ):
        return named
    return None


def _holder_behind(page: Page, cue: Cue) -> Mentioned | None:
    gap = page.article.match(_BEHIND_HEAD, cue.end)
    return page.person_starting(gap.end()) if gap and gap.end() < cue.ceiling else None


def delegation_head(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the head whose office stands behind the delegation.

    Matches ``Iranian delegation chief Reza Najafi said progress was slow.``; not ``The Iranian delegation headed
    home.``
    """
    page = trail.page
    office = page.article.match(_OFFICE_BEHIND, cue.end)
    if office is None:
        return
    head = page.person_starting(office.end()) or _appositive(page, group, cue)
    if head is not None:
        party = trail.party_of(group, cue, [head])
        yield trail.sees(delegation_head, cue, [], party=party, head=head, group=group, cues=[office.span("office")])


def _appositive(page: Page, group: Group, cue: Cue) -> Mentioned | None:
    """The person before ", the Iranian delegation's head"."""
    if group.start - 2 < cue.floor or page.folded[group.start - 2 : group.start] != ", ":
        return None
    return page.person_ending(group.start - 2)


def comes_with_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read who comes with a delegation, and so leads it.

    Matches ``Serbian President Milan Jovic travelled to Oslo with a delegation that included envoy Ivo Simic.``; not
    ``Serbian President Milan Jovic dined with a delegation that included envoy Ivo Simic.``
    """
    page = trail.page
    if group.before != "with" or group.determiner not in {"a", "an", "his", "her"}:
        return
    comes = list(page.article.matches(_COMES, page.article.span(cue.floor, group.start)))
    head = page.subject_before(comes[-1].start(), cue.floor) if comes else None
    if head is None:
        return
    of_head = person_party(page, head)
    party = group.owner or of_head
    if party is of_head and party.kind != "person":
        mark = (group.start - len("with "), group.start - 1)
        yield trail.sees(
            comes_with_delegation, cue, [], party=party, head=head, group=group, cues=[comes[-1].span(), mark]
        )
