"""The persons of a list: "Foreign Minister A, Trump's son-in-law B, and C, recently appointed as …, a body …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.patterns import RUN
from communique.reading import Mentioned
from communique_delegations.page import Page, begin
from communique_delegations.words import word_set

_MOST = 60
_JOINTS = "and|as well as|along with|together with"
_SEPARATOR = re.compile(  # begins with a class of characters, so that the search for it is fast
    rf"[,; ()\n](?:(?<=[,;]) ?(?:(?:{_JOINTS}) (?:by )?)?|(?<= )(?:(?:{_JOINTS})(?: by)?|&|-{{1,3}}) "
    r"|(?<=[()])|(?<=\n)\s*+)"
)
_HOME = re.compile(rf" (?:of|from) (?:the )?{RUN}")


class Roster(NamedTuple):
    """The persons found in a list and how far the list reaches."""

    people: tuple[Mentioned, ...]
    """The persons, in their order."""
    end: int
    """Where the last of them ends."""
    after: Mentioned | None = None
    """The person behind the list, who is the subject of what follows ("Accompanied by A and B, C arrived")."""


class _Item(NamedTuple):
    start: int
    end: int
    separator: str
    """What stands before it."""


def roster(page: Page, start: int, end: int, *, clause_after: bool = False) -> Roster:
    """Walk the persons of a list that starts at an offset.

    Members stand where items of the list start, behind their titles.  Persons inside titles ("Trump's son-in-law B"),
    appositions ("an envoy of President D") and clauses ("who met E") are none.  With `clause_after` a verb may follow
    the list ("accompanied by A and B arrived").
    """
    people: list[Mentioned] = []
    reach = start
    aside = False  # inside an apposition or clause about the person before
    final = False  # behind the "and" of the list
    for item in _items(page, start, end):
        joint = item.separator.strip()
        first = _first_word(page, item)
        if joint and first in word_set("enders"):
            break
        if joint == "and" and aside:
            continue
        aside = _is_aside(page, item, first, joint)
        if aside:
            if joint.endswith("and"):
                break
            continue
        found, aside = _member(page, item)
        if found is None:
            continue
        ending = _end_of(found, item)
        if not _closes(page, ending, item.end):
            if joint.startswith(",") and (joint == "," or final):
                return Roster(tuple(people), reach, found)
            if joint and not clause_after:
                return Roster(tuple(people), reach, found)
            return Roster((*people, found), ending)
        people.append(found)
        reach = ending
        final = final or joint.endswith("and")
        if len(people) >= _MOST:
            break
    return Roster(tuple(people), reach)


def _items(page: Page, start: int, end: int) -> Iterator[_Item]:
    """Cut a stretch at commas, dashes and "and"; what stands in brackets is left out."""
    position, separator, brackets = start, "", 0
    for match in page.article.matches(_SEPARATOR, page.article.span(start, end)) if start < end else ():
        mark = match.group()
        if position < match.start() and not brackets:
            yield _Item(position, match.start(), separator)
        position = match.end()
        brackets = max(0, brackets + (mark == "(") - (mark == ")"))
        separator = mark.removesuffix("by ") if mark not in "()" else separator
    if position < end and not brackets:
        yield _Item(position, end, separator)


def _first_word(page: Page, item: _Item) -> str:
    space = page.folded.find(" ", item.start, item.end)
    return page.folded[item.start : space if space > 0 else item.end].strip(".\"'").lower()


def _is_aside(page: Page, item: _Item, first: str, joint: str) -> bool:
    """Tell whether an item is a clause or participle about the person before it."""
    if not joint or not page.folded[item.start : item.start + 1].islower():
        return False
    if first not in word_set("relatives") and (not first.endswith(("ed", "ing")) or first in word_set("titular")):
        return False
    return page.person_starting(item.start) is None


def _member(page: Page, item: _Item) -> tuple[Mentioned | None, bool]:
    """The person an item names, if any, and whether the item is an apposition that names another instead."""
    people = page.people(item.start, item.end)
    for found in people:
        end = found.mention.span.end
        in_title = found is not people[-1] and page.folded[end + 1 : end + 2].isupper()
        if in_title or page.possessive_length(end):
            continue
        gap = page.folded[item.start : max(item.start, begin(found))].split()
        last = gap[-1].lower() if gap else ""
        if last in word_set("prepositions"):
            return None, True
        if _is_clause(gap, last):
            return None, True
        return found, False
    return None, False


def _is_clause(gap: list[str], last: str) -> bool:
    if any(word.lower() in word_set("clauses") for word in gap[-12:]):
        return True
    return bool(gap) and gap[-1].islower() and last.endswith(("ed", "ing")) and last not in word_set("titular")


def _end_of(found: Mentioned, item: _Item) -> int:
    mention = found.mention
    return mention.phrase.end if mention.span.end <= mention.phrase.end <= item.end else mention.span.end


def _closes(page: Page, position: int, end: int) -> bool:
    """Tell whether a list can go on behind a name: nothing, a mark or a preposition follows, but no verb."""
    home = page.article.match(_HOME, position)
    if home is not None and home.end() <= end:
        position = home.end()
    rest = page.folded[position:end].lstrip()
    if not rest or not rest[0].isalnum():
        return True
    return rest.split(" ", 1)[0].strip(".,:\"'").lower() in word_set("followers")
