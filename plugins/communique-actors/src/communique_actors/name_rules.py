"""What tells that a run of capitalised words, or a part of one, is a name, and of what."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique import Name
from communique.countries import CountryWord
from communique.kinds import NameSort
from communique.offices import OfficeHolder
from communique_actors.lexicons import Organization, TitleWord
from communique_actors.listed import Listed, country_of
from communique_actors.name_page import Page
from communique_actors.runs import Piece, Told
from communique_actors.signs import (
    GIVEN,
    HEADED_PLACE,
    HEADS,
    PLACE_FIRST,
    SURNAME_FIRST,
    TELLING,
    THING,
    signs,
)  # fmt: skip

_LONGEST_SURNAME_FIRST = 4
_OF = re.compile(r" (?:of|for)(?: the)? ")
_AND = re.compile(r",? and ")


def listed_name(page: Page, listed: Listed) -> Name | None:
    """A state, place or body of the word lists, or an office holder whose name begins like one of them.

    Matches "Kenya" in "Envoys left Kenya"; not "Kenyan", which is no name.
    """
    means = listed.means
    if isinstance(means, TitleWord):
        return None
    sort: NameSort = "place"
    if isinstance(means, CountryWord):
        if means.form == "name":
            sort = "state"
        elif means.form != "capital":
            return None
    elif isinstance(means, Organization):
        sort = means.kind
    elif isinstance(means, OfficeHolder):
        return page.name(listed_name, listed.start, listed.end, "person")
    return page.name(listed_name, listed.start, listed.end, sort, country_of(listed))


def told_by_noun(page: Page, told: Told) -> Name:
    """A body or place, told by one of its words.

    Matches "Harbour Workers Union" and "Tamarind Island"; not "Union".
    """
    sort: NameSort = "organization" if told.noun == "organization" else "place"
    last = page.folded[told.start : told.end].rsplit(" ", 1)[-1]
    end = _complement_end(page, told.end) if signs().get(last, 0) & HEADS else told.end
    return page.name(told_by_noun, told.start, end, sort, told.country)


def headed_by_noun(page: Page, piece: Piece) -> Name | None:
    """A body or place whose first word is followed by "of" or "for".

    Matches "Institute of Coastal Studies" and "Gulf of Tamar"; not "Heads of Government".
    """
    last = piece.signs[-1]
    if not last & (HEADS | HEADED_PLACE):
        return None
    end = _complement_end(page, piece.end)
    sort: NameSort = "organization" if last & HEADS else "place"
    return page.name(headed_by_noun, piece.start, end, sort) if end > piece.end else None


def _complement_end(page: Page, end: int) -> int:
    """Where the "of …" of a body's name ends, or `end` where there is none."""
    opening = page.article.match(_OF, end)
    if opening is None:
        return end
    reached = _leading_parts_end(page, opening.end())
    if reached < 0:
        return end
    more = page.article.match(_AND, reached)
    further = _leading_parts_end(page, more.end()) if more else -1
    if further > 0 and not any(isinstance(part, Listed) for part in page.parts_at(more.end() if more else 0)[:1]):
        return further
    return reached


def _leading_parts_end(page: Page, position: int) -> int:
    """Where the first parts of a run end that are no person; -1 where there are none."""
    listed = page.lists.starting.get(position)
    reached = listed.end if listed and not isinstance(listed.means, TitleWord) else -1
    for part in page.parts_at(position):
        if isinstance(part, Piece) and (_begins_person(part) or part.titled):
            break
        if part.start > position and reached < 0:
            return part.start - 1  # behind fields of office: "for *National Security* Ron Alder"
        reached = max(reached, part.end)
    return reached


def _begins_person(piece: Piece) -> bool:
    return len(piece.words) > 1 and bool(piece.signs[0] & (GIVEN | SURNAME_FIRST))


def thing_noun(page: Page, piece: Piece) -> Name | None:
    """An event, agreement, law or work, told by one of its words: no actor.

    Matches "World War Two"; not "Walter Cole".
    """
    if piece.tells & THING and not (piece.titled and len(piece.words) == 1):
        return page.name(thing_noun, piece.start, piece.end, "unknown")
    return None


def titled_name(page: Page, piece: Piece) -> Name | None:
    """A person, told by the title before the name.

    Matches "Ana Ruiz" in "envoy Ana Ruiz"; not "Geneva" in "the envoy in Geneva".
    """
    if len(piece.words) == 1 and (piece.tells & TELLING or _is_acronym(page, piece)):
        return None
    if piece.titled or piece.start - 1 in page.lists.titles_ending:
        return page.name(titled_name, piece.start, piece.end, "person")
    return None


def _is_acronym(page: Page, piece: Piece) -> bool:
    """Tell whether a piece is letters that stand for a body: "the broadcaster *BNR* said"; not in "PRESIDENT RUIZ"."""
    word, before = piece.words[0], page.folded[piece.start - 2 : piece.start - 1]
    return word.isupper() and len(word) > 1 and before.islower()


def given_name(page: Page, piece: Piece) -> Name | None:
    """A person, told by a given name.

    Matches "Maria Ilves"; not "Maria" alone.
    """
    if piece.signs[0] & GIVEN and len(piece.words) > 1:
        return page.name(given_name, piece.start, piece.end, "person")
    return None


def surname_first(page: Page, piece: Piece) -> Name | None:
    """A person of a tradition that puts the surname first.

    Matches "Xi Jinping"; not "Xi" alone.
    """
    if piece.signs[0] & SURNAME_FIRST and 1 < len(piece.words) <= _LONGEST_SURNAME_FIRST:
        return page.name(surname_first, piece.start, piece.end, "person")
    return None


def place_first(page: Page, piece: Piece) -> Name | None:
    """A place, told by its first word.

    Matches "Lake Tamar"; not "Lakes".
    """
    if piece.signs[0] & PLACE_FIRST and len(piece.words) > 1:
        return page.name(place_first, piece.start, piece.end, "place")
    return None


def capitalised_name(page: Page, piece: Piece) -> Name:
    """A name that only its surroundings can tell more of.

    Matches "Tamarind"; not "tamarind".
    """
    return page.name(capitalised_name, piece.start, piece.end, "unknown")


PIECE_RULES: tuple[Callable[[Page, Piece], Name | None], ...] = (
    headed_by_noun, thing_noun, titled_name, given_name, surname_first, place_first, capitalised_name,
)  # fmt: skip
"""The rules for pieces of name words, in the order in which they are asked."""

RULES_WITHOUT_SIGNS = (titled_name, capitalised_name)
"""Those of them that may tell something of words that tell nothing by themselves."""
