"""Runs of capitalised words, cut into listed stretches and pieces of name words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.countries import CountryWord

from communique_actors.lexicons import ListedPlace, TitleWord, given_names, words
from communique_actors.listed import Listed, Lists

_INSIDE_HEADLINES = frozenset("to with in on at of for by from and or as is are was were has have after over into against amid says the a its his their".split())


class Piece(NamedTuple):
    """Name words that stand side by side, none of them listed."""

    start: int
    end: int
    words: tuple[str, ...]
    before: Listed | None
    """The listed word that stands right before it."""


Part = Listed | Piece


def parts(folded: str, lists: Lists, start: int, end: int) -> list[Part]:
    """Cut a run of capitalised words; a listed phrase may reach beyond the end of the run.

    "Russian President Vladimir Putin" has two listed words and a piece; stop words ("The", "On") are left out.
    """
    found: list[Part] = []
    held: list[str] = []
    held_at = held_end = -1
    position, first = start, start
    stop, calendar, given = words("stop"), words("calendar"), given_names()
    while position < end:
        listed = lists.starting.get(position)
        if listed is not None and not (listed.end <= end and _belongs_to_name(folded, listed, held, end, given)):
            if held:
                found.append(_piece(held_at, held_end, held, found))
                held = []
            found.append(listed)
            position = _next_word(folded, listed.end, end)
            continue
        word_end = folded.find(" ", position, end)
        if word_end < 0:
            word_end = end
        word = folded[position:word_end]
        low = word.lower()
        left_out = low in stop if position == first or (word.isupper() and len(word) > 1) else low in _INSIDE_HEADLINES
        if left_out or (low in calendar and not (held and held[0] in given)):
            if held:
                found.append(_piece(held_at, held_end, held, found))
                held = []
        else:
            if not held:
                held_at = position
            held.append(word)
            held_end = word_end
        position = word_end + 1
    if held:
        found.append(_piece(held_at, held_end, held, found))
    return found


def _piece(start: int, end: int, held: list[str], found: list[Part]) -> Piece:
    before = found[-1] if found else None
    return Piece(start, end, tuple(held), before if isinstance(before, Listed) and start - before.end <= 1 else None)


def _next_word(folded: str, position: int, end: int) -> int:
    while position < end and not folded[position].isalpha():
        position += 1
    return position


def _belongs_to_name(folded: str, listed: Listed, held: list[str], end: int, given: frozenset[str]) -> bool:
    """Tell whether a listed word is part of a person's name: Denzel *Washington*, *Jordan* Smith, Billie Jean *King*."""
    means = listed.means
    surface = folded[listed.start : listed.end]
    if " " in surface or "." in surface or "'" in surface:
        return False
    if held:
        return held[0] in given and len(held) <= 2 and (len(held) == 1 or isinstance(means, TitleWord) and listed.end == end)
    if isinstance(means, TitleWord):
        return False
    if isinstance(means, (ListedPlace, CountryWord)) and surface in given and listed.end < end:
        following = folded[listed.end + 1 : end].split(" ", 1)[0]
        low = following.lower()
        return not any(low in words(kind) for kind in ("organization", "place", "thing", "calendar"))
    return False


def words_of(folded: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Give the offsets of a piece's words."""
    position = piece.start
    for word in piece.words:
        yield position, position + len(word)
        position += len(word) + 1
