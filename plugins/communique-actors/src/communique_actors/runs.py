"""Runs of capitalised words, cut into listed words, bodies and places told by a noun, and pieces that are left."""

from __future__ import annotations

from typing import NamedTuple

from communique.countries import CountryWord
from communique_actors.lexicons import WORDS, ListedPlace, Organization, TitleWord, given_names, modifiers
from communique_actors.listed import Listed, Lists, country_of


class Piece(NamedTuple):
    """Name words that stand side by side, none of them listed."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: Listed | None = None
    """The title noun right before it."""


class Told(NamedTuple):
    """A body or place told by one of its words, with the adjectives and names that belong to it."""

    start: int
    end: int
    noun: str
    """``organization`` or ``place``."""
    country: str | None = None
    """The country named in it."""


Part = Listed | Piece | Told


def parts(folded: str, lists: Lists, start: int, end: int) -> list[Part]:
    """Cut a run of capitalised words; a listed phrase may reach beyond its end.

    "Russian President Vladimir Putin" has two listed words and a piece; stop words ("The", "On") are left out.
    """
    found: list[Part] = []
    for part in _pieces(folded, lists, start, end):
        if isinstance(part, Piece):
            _split(part, found)
        elif isinstance(part.means, Organization):
            found.append(_national(part, found))
        else:
            found.append(part)
    return found


def single_word(folded: str, start: int, end: int) -> tuple[Piece, ...]:
    """Give the piece that a run of one unlisted word is, unless it is left out."""
    word = folded[start:end]
    low = word.lower()
    if low in WORDS.stop or low in WORDS.calendar or low in modifiers():
        return ()
    return (Piece(start, end, (word,)),)


def _pieces(folded: str, lists: Lists, start: int, end: int) -> list[Listed | Piece]:
    found: list[Listed | Piece] = []
    held: list[str] = []
    held_at = held_end = -1
    position = start
    given = given_names()
    while position < end:
        listed = lists.starting.get(position)
        if listed is not None and not (listed.end <= end and _belongs_to_name(folded, listed, held, end)):
            if held:
                found.append(Piece(held_at, held_end, tuple(held)))
                held = []
            found.append(listed)
            position = _next_word(folded, listed.end, end)
            continue
        word_end = folded.find(" ", position, end)
        if word_end < 0:
            word_end = end
        word = folded[position:word_end]
        named = word in given and (word_end < end or bool(held))
        if not named and _left_out(word, first=position == start, in_name=bool(held) and held[0] in given):
            if held:
                found.append(Piece(held_at, held_end, tuple(held)))
                held = []
        else:
            if not held:
                held_at = position
            held.append(word)
            held_end = word_end
        position = word_end + 1
    if held:
        found.append(Piece(held_at, held_end, tuple(held)))
    return found


def _left_out(word: str, *, first: bool, in_name: bool) -> bool:
    low = word.lower()
    if low in WORDS.calendar:
        return not in_name
    if first or (word.isupper() and len(word) > 1):
        return low in WORDS.stop
    return low in WORDS.function


def _next_word(folded: str, position: int, end: int) -> int:
    while position < end and not folded[position].isalnum():
        position += 1
    return position


def _belongs_to_name(folded: str, listed: Listed, held: list[str], end: int) -> bool:
    """Tell whether a listed word is part of a person's name: Denzel *Washington*, *Jordan* Smith, Amy *King*."""
    means = listed.means
    surface = folded[listed.start : listed.end]
    if not surface.isalpha():
        return False
    if held:
        last_title = isinstance(means, TitleWord) and listed.end == end
        return held[0] in given_names() and (len(held) == 1 or (len(held) == 2 and last_title))  # noqa: PLR2004
    if isinstance(means, (ListedPlace, CountryWord)) and surface in given_names() and listed.end < end:
        following = folded[listed.end + 1 : end].split(" ", 1)[0].lower()
        return following not in WORDS.telling and following not in WORDS.calendar
    return False


def _split(piece: Piece, found: list[Part]) -> None:
    """Add a piece, the body or place at its beginning apart: "Harbour Region | Alma Okoye"."""
    before = found[-1] if found and piece.start - found[-1].end <= 1 else None
    number, noun = _telling_noun(piece.words, before if isinstance(before, Listed) else None)
    rest = number + 1
    if noun:
        end = piece.start + sum(map(len, piece.words[:rest])) + rest - 1
        start, country = _adjoining(piece.start, found)
        found.append(Told(start, end, noun, country))
        if rest < len(piece.words):
            _add_piece(Piece(end + 1, piece.end, piece.words[rest:]), None, found)
        return
    _add_piece(piece, before, found)


def _add_piece(piece: Piece, before: Part | None, found: list[Part]) -> None:
    """Add a piece that nothing tells, without the fields of office it begins with ("*Strategic Affairs* Ron Alder")."""
    start, names = piece.start, list(piece.words)
    if all(name.lower() in modifiers() for name in names):
        return
    is_thing = any(name.lower() in WORDS.thing for name in names)
    while not is_thing and names[0].lower() in modifiers() and names[0] not in given_names():
        start += len(names.pop(0)) + 1
    titled = before if start == piece.start and isinstance(before, Listed) and _is_title(before) else None
    found.append(Piece(start, piece.end, tuple(names), titled))


def _is_title(listed: Listed) -> bool:
    return isinstance(listed.means, TitleWord) and listed.means.sort != "modifier"


def _telling_noun(piece_words: tuple[str, ...], before: Listed | None) -> tuple[int, str]:
    """The last word of a piece that tells what it is, and what; the first one tells only behind a listed word."""
    for number in range(len(piece_words) - 1, 0 if before is None else -1, -1):
        low = piece_words[number].lower()
        if low in WORDS.thing:
            break
        if low in WORDS.organization and not (
            number == 0 and before and _is_title(before) and low in WORDS.surname_like
        ):
            return number, "organization"
        if low in WORDS.place and not (number == 0 and before and _is_title(before)):
            return number, "place"
    return -1, ""


def _adjoining(start: int, found: list[Part]) -> tuple[int, str | None]:
    """Take the listed words off the end that belong to a body told by a noun: "*German Federal* Foreign Office"."""
    country = None
    first = start
    while found and start - found[-1].end == 1:
        before = found[-1]
        if isinstance(before, Piece):
            if not _is_person(before):
                start = before.start
                found.pop()
            break
        if isinstance(before, Told) or (_is_title(before) and start < first):
            break
        start = before.start
        country = country or country_of(before)
        found.pop()
    return start, country


def _is_person(piece: Piece) -> bool:
    return piece.titled is not None or piece.words[0] in given_names()


def _national(listed: Listed, found: list[Part]) -> Listed | Told:
    """A listed body behind the adjective of a country is that country's: "Russian Security Council"."""
    before = found[-1] if found else None
    if (
        isinstance(before, Listed)
        and isinstance(before.means, CountryWord)
        and before.means.form in {"adjective", "name"}
        and listed.start - before.end == 1
        and isinstance(listed.means, Organization)
        and listed.means.country in {None, before.means.country.state}
        and " " in listed.means.name
    ):
        found.pop()
        return Told(before.start, listed.end, "organization", before.means.country.state)
    return listed
