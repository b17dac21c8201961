"""Rules for who belongs to it: "the delegation includes A, B and C", "Members of the delegation:", "a member of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.reading import Mentioned
from communique_delegations.groups import Group
from communique_delegations.page import Cue, Page, begin
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_COLON = re.compile(
    r"(?: (?:to|at|for|in) [^:;.]{1,120})?"
    r"(?: (?:are|were|is|was|includes?|included|will be|will include|as follows)){0,2}(?::[ \n]?| -{1,3} | \()"
)
_MEMBERS_OF = re.compile(r"(?:[Mm]embers|MEMBERS|[Cc]omposition|[Ll]ine-?up) (?:of|OF) \Z")
_MEMBERS_VERB = re.compile(
    r"(?: (?:to|at|for|in) [^:;.,]{1,120})?,? (?:(?:also|will|would) ){0,2}"
    r"(?:are|were|be|includ(?:e|es|ed|ing)) (?:also )?"
)
_A_MEMBER = re.compile(
    r"(?:(?:,|,? who (?:is|was)|\b(?:is|was|are|were|as|became)) (?:also )?(?:a |an )?(?:senior |leading |key )?"
    r"(?:members?|part) of |\b(?:has |have |will |would )?join(?:ed|s)? )\Z"
)
_SEVERAL = re.compile(r"(?:are|were)\b")
_BULLET = re.compile(r"(?:[-*•·] ?|\d{1,2}[.)] )?")
_TITLE_GAP = re.compile(r", (?:(?:the|of|for|and) |[A-Z][\w'.-]* ){0,12}")
_FAR_COLON = 150
_LONGEST_LINE = 240
_MOST_LINES = 60


def delegation_includes(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the list of members behind "included".

    Matches ``The German delegation included Foreign Minister Lena Vogt and Ambassador Karl Ott.``; not ``The German
    delegation visited sites including Lake Chad, Karl Ott said.``
    """
    for predicate in trail.predicates(cue, "lists"):
        verb = trail.page.folded[predicate.start : predicate.end].split(" ", 1)[0]
        verb_follows = verb.endswith("ing") or trail.page.folded.startswith(", which ", cue.end)
        found = roster(trail.page, predicate.end, cue.ceiling, clause_after=verb_follows).people
        if found:
            party = trail.party_of(group, cue, found)
            yield trail.sees(delegation_includes, cue, found, party=party, group=group, cues=[predicate.span])


def delegation_colon(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the list behind a colon, in brackets or between dashes, in the sentence or one name a line.

    Matches ``Members of the Kenyan delegation: Ruth Wanjiru, Peter Otieno.``; not ``The Kenyan delegation had one
    demand: Peter Otieno must go.``
    """
    page = trail.page
    has_mark = any(page.folded.find(mark, cue.end, cue.end + _FAR_COLON) >= 0 for mark in (":", " -", " ("))
    colon = page.article.match(_COLON, cue.end) if has_mark else None
    if colon is None:
        return
    limit = cue.ceiling
    if page.folded[colon.end() - 1] == "(":
        limit = page.folded.find(")", colon.end(), cue.ceiling)
        if page.person_starting(colon.end()) is None:
            return
    found = roster(page, colon.end(), limit).people if colon.end() < limit else ()
    if len(found) == 1 and page.folded[colon.end() - 2] == "-":
        return
    mark = colon.start() + len(colon.group().rstrip())
    if not found and _ends_line(page, colon.end()):
        found = tuple(_lines(page, colon.end()))
    if found:
        party = trail.party_of(group, cue, found)
        yield trail.sees(delegation_colon, cue, found, party=party, group=group, cues=[(colon.start(), mark)])


def _ends_line(page: Page, position: int) -> bool:
    return page.folded[position - 1 : position] == "\n" or page.folded[position : position + 1] == "\n"


def _lines(page: Page, position: int) -> Iterator[Mentioned]:
    """The persons of the lines behind a heading, one each, as long as the lines begin with one."""
    paragraphs = page.reading.layout.paragraphs
    number = paragraphs.at(position - 2) + 1 if paragraphs.at(position - 2) >= 0 else len(paragraphs)
    for start, end in (paragraphs[line] for line in range(number, min(number + _MOST_LINES, len(paragraphs)))):
        sentences = page.reading.layout.sentences
        if end - start > _LONGEST_LINE or sentences.at(start) != sentences.at(end - 1):
            return
        bullet = page.article.match(_BULLET, start)
        found = roster(page, bullet.end() if bullet else start, end).people
        if not found:
            return
        yield found[0]


def members_of_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the list behind "members of the delegation are".

    Matches ``Members of the Fijian delegation include Minister Sam Tora and Jone Vula.``; not ``Members of the
    delegations signed ten documents with Jone Vula.``
    """
    page = trail.page
    if group.before != "of":
        return
    lead = _MEMBERS_OF.search(page.folded[max(cue.floor, group.start - 30) : group.start])
    verb = page.article.match(_MEMBERS_VERB, cue.end) if lead else None
    if verb is None:
        return
    found = roster(page, verb.end(), cue.ceiling).people
    if found:
        party = trail.party_of(group, cue, found)
        yield trail.sees(
            members_of_delegation,
            cue,
            found,
            party=party,
            group=group,
            cues=[(begin_of_words(page, verb.start()), verb.end() - 1)],
        )


def member_of_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read a person told to be a member.

    Matches ``Lawmaker Hadi Nasser, a member of the Yemeni delegation, confirmed the swap.``; not ``Hadi Nasser met with
    members of the Yemeni delegation.``
    """
    page = trail.page
    if group.before not in {"of", "join", "joins", "joined"}:
        return
    floor = max(cue.floor, group.start - 50)
    found = _A_MEMBER.search(page.folded[floor : group.start])
    if found is None:
        return
    start = floor + found.start()
    if _SEVERAL.match(found.group()):
        people = roster(page, cue.floor, start, clause_after=True).people
        if people:
            party = trail.party_of(group, cue, people)
            yield trail.sees(
                member_of_delegation, cue, people, party=party, group=group,
                cues=[(begin_of_words(page, start), group.start - 1)],
            )  # fmt: skip
        return
    person = page.person_ending(start) or page.person_ending(start - 1)
    if person is None and page.folded[start - 2 : start] == ", ":  # "the premier, X, was part of"
        person = page.person_ending(start - 2)
    if person is not None and person.mention.form != "pronoun":
        party = trail.party_of(group, cue, [person])
        yield trail.sees(
            member_of_delegation,
            cue,
            [person],
            party=party,
            group=group,
            cues=[(begin_of_words(page, start), group.start - 1)],
        )


def begin_of_words(page: Page, position: int) -> int:
    """Step over marks and blanks at an offset."""
    while page.folded[position : position + 1] in {",", " "}:
        position += 1
    return position


def persons_and_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read persons named in one breath with a delegation that is theirs.

    Matches ``They hosted Israeli adviser Dan Harel, envoy Noa Ziv, and a senior Israeli delegation.``; not ``Ambassador
    Ruth Hill and the Israeli delegation discussed trade.``
    """
    page = trail.page
    if group.before not in {"and", "with"} or group.determiner not in {"a", "an", "his", "her"}:
        return
    joint = next(
        (one for one in (", and ", " and ", " with ", ", with ") if page.folded.endswith(one, cue.floor, group.start)),
        None,
    )
    if joint is None:
        return
    last = page.person_ending(group.start - len(joint))
    if last is None:
        return
    people = _list_ending(page, last, cue.floor) if "and" in joint else [last]
    party = trail.party_of(group._replace(determiner=""), cue, people)
    if party is None or any(one.actor.country not in {None, party.country} for one in people):
        return
    head = people[0] if len(people) == 1 else None
    yield trail.sees(
        persons_and_delegation, cue, people, party=party, head=head, group=group,
        cues=[(group.start - len(joint.lstrip(" ,")), group.start - 1)],
    )  # fmt: skip


def _list_ending(page: Page, last: Mentioned, floor: int) -> list[Mentioned]:
    """The persons before one that stand in a list with it, itself included."""
    people = [last]
    for found in reversed(page.people(floor, last.mention.span.start)):
        end, start = found.mention.span.end, people[0].mention.span.start
        gap = page.folded[end : begin(people[0]) if begin(people[0]) > end else start]
        if not _TITLE_GAP.fullmatch(gap):
            break
        people.insert(0, found)
    return people
