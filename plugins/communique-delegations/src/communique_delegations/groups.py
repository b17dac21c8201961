"""The noun phrase of a delegation: "a 12-member Ukrainian delegation", "the delegation of Chad"."""

from __future__ import annotations

import re
from typing import NamedTuple

from communique import Actor
from communique.calendar import number_of
from communique.reading import Mentioned
from communique_delegations.page import Cue, Page
from communique_delegations.words import word_set

_MOST_WORDS = 9
_SIZE_BEFORE = re.compile(
    rf"(?:[^ ]{{1,40}} ){{0,{_MOST_WORDS}}}?(\w[\w,-]{{0,20}}?)-(?:member|person|man|strong|people)\b"
)
_SIZE_AFTER = re.compile(
    r" (?:of|comprising|consisting of|made up of|composed of|consisted of|comprised)(?: (?:about|some|around|more than|"
    r"over|up to|at least|nearly|almost|roughly)(?= )){0,2} (\w[\w,-]{0,20})(?= (?!of )[a-z]|,)"
)
_OWNER_AFTER = re.compile(r" (?:of|from|representing)(?: the(?: (?:government|authorities|republic) of(?: the)?)?)? ")
_OWNER_INSIDE = re.compile(
    r"[^,;:.()]{1,80}?(?= (?:to|in|at|for|on|led|headed|will|would|was|is|were|had|has)\b|[,;:.()])"
)
_BODY_NAMED_BEFORE = re.compile(
    r" (?:of|from|representing) the (?:bloc|alliance|union|organi[sz]ation|movement|party|front|grouping|agency)\b"
)
_MOST_TITLES = 3
_NEAR = 600
_BEFORE_POSSESSOR = frozenset({"the", "this", "that", "last", "next", "his", "her", "its", "their"})
_ABBREVIATION = re.compile(r"(?:\w\.){1,4}\Z")


class Group(NamedTuple):
    """A delegation as a noun phrase."""

    start: int
    """Where the phrase starts, determiner included."""
    noun: int
    """Where the noun starts."""
    end: int
    """Where the noun ends."""
    determiner: str
    """The article or pronoun it starts with, in lower case, or nothing."""
    before: str
    """The word before the phrase with the marks that cling to it, in lower case."""
    owner: Actor | None
    """The party that the phrase names."""
    size: int | None
    """The stated number of members."""


def group_at(page: Page, cue: Cue) -> Group:
    """Read the noun phrase whose noun is a cue."""
    start, determiner = phrase_start(page, cue.start, cue.floor)
    owner = owner_within(page, start, cue.start) or _owner_after(page, cue.end)
    before = next(page.words_back(start - 1, cue.floor), (start, ""))[1].lower()
    return Group(start, cue.start, cue.end, determiner, before, owner, _size(page, start, cue))


def phrase_start(page: Page, noun: int, floor: int) -> tuple[int, str]:
    """Find where the noun phrase around a noun starts, and the determiner it starts with."""
    start = noun
    for number, (at, word) in enumerate(page.words_back(noun - 1, floor)):
        bare = word.lstrip("\"'(")
        low = bare.lower()  # may be longer: capital I with a dot has two code points in lower case
        if low in word_set("determiners"):
            return at + len(word) - len(bare), low
        if word.endswith(("'s", "s'")):
            return _possessor_start(page, at, at + len(word), floor), "'s"
        leading = not number and low == "lead"  # "Chad's lead negotiator"
        if number >= _MOST_WORDS or (low in word_set("stops") and not leading) or _ends_phrase(word):
            break
        start = at + len(word) - len(bare)
    return start, ""


def _ends_phrase(word: str) -> bool:
    return word[-1] in ',;:)"' or (word[-1] == "." and not _ABBREVIATION.search(word)) or word.strip("-") == ""


def _possessor_start(page: Page, at: int, end: int, floor: int) -> int:
    """Where a possessor starts: the whole name ("the United States'"), or a span of time ("last week's")."""
    for edge in (end - 2, end - 1):
        for found in page.mentions.ending_at(edge):
            at = min(at, found.mention.span.start)
    for number, (start, word) in enumerate(page.words_back(at - 1, floor)):
        if word.lower() in _BEFORE_POSSESSOR:
            return start
        if number >= _MOST_TITLES or not word.islower() or not word.isalpha() or word in word_set("stops"):
            break
    return at


def owner_within(page: Page, start: int, end: int) -> Actor | None:
    """Give the party named inside a stretch: a state, else another body, else a person's state or the person.

    Where the words only imply a state ("Iranian negotiators"), it is the state if the article names it.
    """
    found = page.mentions.within(start, end)
    states = dict.fromkeys(one.actor for one in found if one.actor.kind == "state") or page.states_within(start, end)
    if states:
        return next(iter(states)) if len(states) == 1 else None
    bodies = [one.actor for one in found if one.actor.kind != "person"] or _bodies_called(page, start, end)
    if bodies:
        return bodies[0]
    return person_party(page, found[0]) if found else None


def _bodies_called(page: Page, start: int, end: int) -> list[Actor]:
    """The body of the article that is called by the last word of its name, or by the adjective of a union of states.

    "the Front's delegation" after "the National Salvation Front"; "the European side" after "the European Union".
    """
    for word in page.folded[start:end].replace("'s", "").split():
        if word[:1].isupper() and word not in {"The", "A", "An"}:
            called = page.bodies_by_word.get(word)
            if called:
                return called[:1]
    return []


def person_party(page: Page, found: Mentioned) -> Actor:
    """Give the state for which a person acts, or the person, who then is a faction."""
    return page.mentions.state(found.actor.country) or found.actor


def _owner_after(page: Page, end: int) -> Actor | None:
    """The party behind the noun: "of the Centre Party", "from Chad", or in "of members of Norway's Centre Party"."""
    match = page.article.match(_OWNER_AFTER, end)
    if match is None:
        return None
    if page.article.match(_BODY_NAMED_BEFORE, end):
        return _last_body(page, end)
    for position in (match.end(), match.end() - 4):
        for found in page.mentions.starting_at(position):
            if found.actor.kind != "person" and found.mention.span.start - position <= len("the "):
                return found.actor
    inside = page.article.match(_OWNER_INSIDE, match.end())
    owner = owner_within(page, match.end(), inside.end()) if inside else None
    return owner if owner is not None and owner.kind != "person" else None


def _last_body(page: Page, position: int) -> Actor | None:
    """The body named last before "a delegation of the bloc"."""
    before = page.mentions.within(max(0, position - _NEAR), position)
    return next((one.actor for one in reversed(before) if one.actor.kind in {"organization", "group"}), None)


def _size(page: Page, start: int, cue: Cue) -> int | None:
    if page.folded.find("-", start, cue.start) >= 0:
        before = page.article.match(_SIZE_BEFORE, start, page.article.span(start, cue.end))
        if before is not None:
            return number_of(before.group(1))
    after = page.article.match(_SIZE_AFTER, cue.end)
    return number_of(after.group(1).rstrip(",")) if after else None
