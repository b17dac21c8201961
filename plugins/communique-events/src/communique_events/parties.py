"""Finding who acts and on whom: subjects, objects, agents, and those joined to them by commas and "and"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable
from typing import NamedTuple

from communique import Actor, Place
from communique_events.clauses import Clause
from communique_events.line import Line
from communique_events.marks import PREPOSITION
from communique_events.page import Page
from communique_events.words import Act, word_set

_JOINT = re.compile(
    r"(?: (?:government|authorities|leadership|army|military))?(?:,? and|,| &|,? as well as|/|-|,? along with|,? or) ?"
    r"(?:(?:also|the|both|then|its|their|his|her|a|an|two|three|four|five|six|several|some|other|senior|top"
    r"|visiting|armed|rival|ethnic|leading|exiled|\d{1,3}|[\w']{2,20}-[a-z]{2,12}|[\w']{2,20}ist) )*"
    r"(?:[A-Z][a-z]{2,20} )?\Z"
)
_MANY = re.compile(
    r"\b(?:leaders|presidents|premiers|ministers|envoys|negotiators|officials|delegations|delegates|diplomats|chiefs"
    r"|heads|representatives|governments|delegates|teams) (?:of|from) (?:the )?\Z",
    re.IGNORECASE,
)
"""What the people of several parties are called: "the foreign ministers of X and Y"."""
_WHOSE = (" of ", " of the ", " from ", " from the ")
_TITLE = 40
_MOST = 12
_LONGEST_JOINT = 40
_NEAR = 60
_AGENT_REACH = 25
_APART = 3
_WHERE = frozenset({"to", "into", "in", "at", "on", "near", "across", "throughout"})
_FEW_PLACES = 3
_SETTLEMENTS = frozenset({"town", "city", "village", "district", "region", "province", "state", "port", "island"})
_WHITHER = frozenset({"to", "into", "against", "in", "at", "on", "from"})

_OPPOSING = frozenset({"ACCUSE"})
"""Types of acts whose object stands behind "against"."""
_SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "AGREE", "REJECT", "APPEAL"})
"""Types of acts that are done by words, for which it does not matter where they are spoken."""
_WHEREABOUTS = frozenset({"at", "outside", "near", "inside"})
_BROUGHT_TO = frozenset({"with", "in", "at", "before", "to"})
"""Words before the court or office that something is brought to."""
_INQUIRIES = (" investigation", " probe", " inquiry")
_SENDING = frozenset({"AID", "MOBILIZE"})
_CIRCUMSTANCE = frozenset(
    {"over", "amid", "despite", "after", "before", "during", "following", "under", "since", "until", "because", "via"}
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "recent", "of"})

Party = Actor | Place


class Found(NamedTuple):
    """A party and where it is named."""

    party: Party
    start: int
    """Where its phrase starts."""
    end: int
    """Where its phrase ends."""


def stretch(page: Page, start: int, end: int) -> list[Found]:
    """The actors named in a stretch, in the order of the text; of names that overlap the outermost."""
    starts, rows = page.actors
    found: list[Found] = []
    reach = start
    for number in range(bisect_left(starts, start), bisect_left(starts, end)):
        stop, first, last, actor = rows[number]
        if stop <= end and starts[number] >= reach and not _is_half(page, stop):
            found.append(Found(actor, first, stop if last <= stop else min(last, end)))
            reach = stop
    return found


def _is_half(page: Page, end: int) -> bool:
    """Tell whether a name is only the first half of a word: "*Russia*-backed"."""
    return page.folded[end : end + 1] == "-" and page.folded[end + 1 : end + 2].islower()


def with_joined(page: Page, found: list[Found], number: int) -> list[Found]:
    """A party and those listed behind it."""
    listed = [found[number]]
    end = _end_of(page, found[number])
    for one in found[number + 1 : number + _MOST]:
        if one.end <= end or one.party is listed[0].party:  # "and *his* counterpart"
            continue
        gap = page.folded[end : one.start] if one.start >= end else " and "
        if len(gap) > _LONGEST_JOINT or not _JOINT.match(gap):
            break
        listed.append(one)
        end = _end_of(page, one)
    return listed


def _end_of(page: Page, one: Found) -> int:
    """Where a party ends, with the country it is said to be of: "President X *of Peru*"."""
    for whose in _WHOSE:
        if page.folded.startswith(whose, one.end):
            placed = page.place_at(one.end + len(whose))
            if placed is not None and placed[2].country == one.party.country:
                return placed[1]
    return one.end


def subject(page: Page, line: Line, clause: Clause) -> list[Found]:
    """The parties that are the subject of a clause."""
    if clause.start >= clause.subject_end:
        return []
    start, end = line.position(clause.start), line.position(clause.subject_end)
    start = _behind_lead(page, line, clause, start, end)
    found = stretch(page, start, end)
    for number, one in enumerate(found):
        if number and _MANY.search(page.folded, max(start, found[0].start - _TITLE), found[0].start):
            of_several = with_joined(page, found, 0)
            if len(of_several) > number:
                return of_several
        if not _is_behind_preposition(page, one.start, start):
            return with_joined(page, found, number)
    if found:
        aside = "," in page.folded[start : found[0].start] and page.folded.endswith(" by ", start, found[0].start)
        return [] if aside else with_joined(page, found, 0)  # "The talks, hosted *by Oman*, ended"
    return [Found(place, first, last) for first, last, place in page.grounds(start, end)[:1]]


def _behind_lead(page: Page, line: Line, clause: Clause, start: int, end: int) -> int:
    """Where the subject starts behind an opening phrase: "In Geneva on Monday, ...", "After the vote, …"."""
    if line.marks[clause.start] & PREPOSITION or line.words[clause.start].endswith("ing"):
        comma = page.folded.find(",", start, end)
        if comma >= 0 and page.folded[comma + 1 : end].strip():
            return comma + 1
    return start


def _is_behind_preposition(page: Page, position: int, floor: int) -> bool:
    words = page.folded[max(floor, position - 40) : position].lower().split()
    while words and words[-1] in {"the", "a", "an", "its", "their", "his", "her"}:
        words.pop()
    return bool(words) and words[-1] in word_set("prepositions")


def target(
    page: Page, line: Line, start: int, end: int, sources: Iterable[Found], *, places: bool, act: Act | None = None
) -> list[Found]:
    """The parties that a stretch behind a verb names first, the sources left out; else the place it names first."""
    first, last = line.position(start), line.position(end)
    if first >= last:
        return []
    known = {one.party for one in sources}
    own = {party.country for party in known if party.country is not None}
    found = stretch(page, first, last)
    grounds = [Found(place, begin, stop) for begin, stop, place in page.grounds(first, last)] if places else []
    nearest = _opposed(page, first, found) if act is not None and act.type in _OPPOSING else 0
    for number, one in enumerate(found[nearest:], nearest):
        if one.party in known or page.folded.startswith("(", one.start - 1) or _is_own(page, one, own):
            continue
        if _is_aside(page, first, one.start, act) or (act is not None and _is_inquiry(page, one, act)):
            continue
        if act is not None and act.type in _SENDING and (there := _whither_sent(page, one, grounds)) is not None:
            return [there]
        before = next((place for place in grounds if place.end <= one.start and not _is_own(page, place, own)), None)
        if before is not None and _is_whither(page, first, before, one):
            return [before]
        return [other for other in with_joined(page, found, number) if other.party not in known]
    return grounds[:1]


def _opposed(page: Page, start: int, found: list[Found]) -> int:
    """Number of the party that something is brought against, else of the first: "sued in a court *against* X"."""
    if not found or _word_before(page, start, found[0]) not in _BROUGHT_TO:
        return 0
    return next((n for n, one in enumerate(found[:_MOST]) if _word_before(page, start, one) == "against"), 0)


def _word_before(page: Page, start: int, one: Found) -> str:
    """The word before a party, articles left out."""
    words = page.folded[max(start, one.start - _NEAR) : one.start].lower().split()
    while words and words[-1] in _DETERMINERS:
        words.pop()
    return words[-1] if words else ""


def _is_aside(page: Page, start: int, end: int, act: Act | None) -> bool:
    """Tell whether a party is only named for when, where or why it is done: "met *after the Kenyan* vote"."""
    spoken = act is not None and act.type in _SPOKEN
    for word in reversed(page.folded[max(start, end - _NEAR) : end].lower().split()):
        if word in _CIRCUMSTANCE or (spoken and word in _WHEREABOUTS):
            return True
        if word not in _DETERMINERS:
            return False
    return False


def _is_inquiry(page: Page, one: Found, act: Act) -> bool:
    """Tell whether a party is who inquires: "ordered an *FBI* investigation"."""
    return act.mode == "investigate" and page.folded.startswith(_INQUIRIES, one.end)


def _whither_sent(page: Page, one: Found, grounds: list[Found]) -> Found | None:
    """The place where the mission of a body keeps the peace: "troops to the *UN* mission *in Mali*"."""
    place = next((place for place in grounds if place.start > one.end), None)
    if place is None or place.start - one.end > _NEAR:
        return None
    between = page.folded[one.end : place.start]
    return place if " mission" in between or " force" in between else None


def _is_own(page: Page, one: Found, countries: Container[str]) -> bool:
    """Tell whether a state only says whose what is given is, the source's own: "affirmed *Egypt's* help for Mali"."""
    party = one.party
    if party.country not in countries or not page.folded.startswith(("'s ", "' "), one.end):
        return False
    return isinstance(party, Place) or party.kind == "state"


def _is_whither(page: Page, start: int, place: Found, named: Found) -> bool:
    """Tell whether a preposition puts a place before the party named next: "sent troops *to Bria* to help the army"."""
    words = page.folded[max(start, place.start - _NEAR) : place.start].removesuffix("the ").split()
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in _SETTLEMENTS:  # "in the town *of*"
        words = words[-4:-3]
    direct = not words or words == ["the"]  # "blockade *Paris*"
    apart = named.start - place.end >= _APART or page.folded.startswith("'s", named.end)  # "Haifa, Israel's port"
    return (direct or words[-1] in _WHITHER) and apart


def affected(page: Page, line: Line, start: int, found: list[Found]) -> list[Found]:
    """Whom an act affects where its object names nobody of a country: those of the place it is done in or brought to.

    "Killed 48 people in attacks *in Kabul*", "sent supplies and doctors *to Nepal*".
    """
    if any(isinstance(one.party, Place) or one.party.kind != "group" or one.party.country for one in found):
        return found
    floor = line.position(start)
    for first, last, place in page.grounds(floor, line.end)[:_FEW_PLACES]:
        words = page.folded[max(floor, first - _NEAR) : first].removesuffix("the ").split()
        if words and words[-1] in _WHERE:
            return [*found, Found(place, first, last)]
    return found


def agent(page: Page, line: Line, start: int, end: int) -> list[Found]:
    """The parties behind "by" after a passive."""
    for i in range(start, min(end, start + _AGENT_REACH)):
        if line.words[i] == "by":
            found = stretch(page, line.position(i), line.position(end))
            if found and found[0].start - line.end_of(i) < _NEAR:
                return with_joined(page, found, 0)
            places = page.grounds(line.position(i), line.position(end))
            return [Found(place, first, last) for first, last, place in places[:1]]
    return []


def has_power(found: Found) -> bool:
    """Tell whether a party has the means of a state, so that what it blocks is forbidden rather than obstructed."""
    party = found.party
    return isinstance(party, Actor) and (party.kind == "state" or (party.code or "")[3:6] in {"GOV", "MIL", "COP"})
