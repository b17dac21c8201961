"""Names: what the runs of capitalised words are, as far as the words themselves tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique import Name, Reading
from communique.patterns import CAPITAL
from communique_actors.listed import Listed
from communique_actors.name_page import Page
from communique_actors.name_rules import (
    PIECE_RULES,
    RULES_WITHOUT_SIGNS,
    capitalised_name,
    listed_name,
    told_by_noun,
)
from communique_actors.runs import Part, Piece, parts
from communique_actors.signs import GIVEN, LEFT_OUT, SEVERAL, SURNAME_FIRST, TELLING, all_signs, sign_of, signs

_LONGEST_LEAD = 14
_PARTICLES = "van|von|der|den|de|del|della|di|da|dos|du|la|bin|bint|ibn|abu|al|el|af|zu|zum|ould"
_LEAD = re.compile(rf"(?<![\w'-])((?:(?:{_PARTICLES}) ){{1,3}}+)$")
_ENDS_OF_LEADS = frozenset((sign + word)[-3:] + " " for word in _PARTICLES.split("|") for sign in ' \n"([')
"""The last four characters of what `_LEAD` matches and the sign before it."""
_OPENING_MARKS = frozenset({' "', " '"})
_OTHERS = re.compile(rf"(?:, | and ){CAPITAL}")
"""What follows the first of several names."""
_NICKNAME = re.compile(rf" ([\"']){CAPITAL}[\w-]{{1,20}}+\1 (?={CAPITAL})")


def find_names(reading: Reading) -> Iterator[Name]:
    """Give the names of an article, each with what it looks like."""
    page = Page(reading)
    folded, starting, bylines = page.folded, page.lists.starting, page.bylines
    some_bylines = len(bylines) > 0
    done = page.body
    for run_start, end in page.runs:
        start = run_start if run_start >= done else _next_letter(folded, done, end)
        if start >= end or (some_bylines and bylines.at(start) >= 0):
            continue
        listed = starting.get(start)
        if listed is None and folded.find(" ", start, end) < 0:
            name = _of_word(page, start, end, done)
            done = end if name is None else name.span.end
        elif listed is not None and listed.end >= end:
            name, done = listed_name(page, listed), listed.end
        else:
            names, done = _of_parts(page, parts(folded, page.lists, start, end), start, done)
            yield from names
            continue
        if name is not None:
            yield name


def _of_word(page: Page, start: int, end: int, done: int) -> Name | None:
    """What a run of one unlisted word is, behind names that reach to `done`."""
    folded = page.folded
    word = folded[start:end]
    tells = page.signs.get(word, 0) if word.isascii() else sign_of(word)
    if tells & LEFT_OUT or _breaks_off(folded, start, end):
        return None
    if (
        not tells
        and start - 1 not in page.lists.titles_ending
        and folded[start - 4 : start] not in _ENDS_OF_LEADS
        and folded[end : end + 2] not in _OPENING_MARKS
    ):
        return page.name(capitalised_name, start, end, "unknown")
    names, _ = _of_parts(page, [Piece(start, end, [word], [tells], tells)], start, done)
    return names[0] if names else None


def _of_parts(page: Page, those: list[Part], start: int, done: int) -> tuple[list[Name], int]:
    """The names among the parts of a run that starts at `start`, behind those that reach to `done`; how far they do."""
    folded = page.folded
    names: list[Name] = []
    for part in those:
        if isinstance(part, Piece):
            if part.tells & SEVERAL:
                _leave_out_title(folded, part)
            if part.start == start and folded[start - 4 : start] in _ENDS_OF_LEADS:
                _take_in_particles(folded, part)
            if folded[part.end : part.end + 2] in _OPENING_MARKS:
                _take_in_nickname(page, part)
        if part.start < done or (isinstance(part, Piece) and _breaks_off(folded, part.start, part.end)):
            continue
        found = _name(page, part)
        done = part.end if found is None else found.span.end
        if found is not None:
            names.append(found)
    return names, done


def _leave_out_title(folded: str, piece: Piece) -> None:
    """Leave out the title of several persons before the name of the first: "*Senators* Lisa Stone and Mark Reyes"."""
    number = next(number for number, one in enumerate(piece.signs) if one & SEVERAL) + 1
    if number == len(piece.words) or any(one & GIVEN for one in piece.signs[: number - 1]):
        return
    words, left = piece.words[number:], piece.signs[number:]
    tells = all_signs(words)
    if tells & (TELLING | LEFT_OUT) or not (left[0] & (GIVEN | SURNAME_FIRST) or _OTHERS.match(folded, piece.end)):
        return
    piece.start += sum(map(len, piece.words[:number])) + number
    piece.words, piece.signs, piece.tells = words, left, tells


def _breaks_off(folded: str, start: int, end: int) -> bool:
    """Tell whether a word is the beginning of the one that a speaker says after it: "*Do*- Donna Ilves"."""
    return folded.startswith("- ", end) and folded.startswith(folded[start:end], end + 2)


def _next_letter(folded: str, position: int, end: int) -> int:
    while position < end and not folded[position].isalnum():
        position += 1
    return position


def _take_in_particles(folded: str, piece: Piece) -> None:
    """Take in the particles before a surname: "*van der* Leun said"."""
    lead = _LEAD.search(folded, max(0, piece.start - _LONGEST_LEAD), piece.start)
    if lead is not None:
        particles = lead.group(1).split()
        piece.start = lead.start(1)
        piece.words[:0] = particles
        piece.signs[:0] = [signs().get(word, 0) for word in particles]
        piece.tells |= all_signs(particles)


def _take_in_nickname(page: Page, piece: Piece) -> None:
    """Take in the name in marks and the surname behind it: "Ana *"Nita" Ruiz*"."""
    nickname = _NICKNAME.match(page.folded, piece.end)
    behind = page.parts_at(nickname.end()) if nickname is not None else []
    surname = behind[0] if behind else None
    if isinstance(surname, Piece) and not (piece.tells | surname.tells) & TELLING:
        piece.end = surname.end
        piece.words += surname.words
        piece.signs += surname.signs
        piece.tells |= surname.tells


def _name(page: Page, part: Part) -> Name | None:
    if isinstance(part, Piece):
        for rule in PIECE_RULES if part.tells else RULES_WITHOUT_SIGNS:
            found = rule(page, part)
            if found is not None:
                return found
    elif isinstance(part, Listed):
        return listed_name(page, part)
    else:
        return told_by_noun(page, part)
    return None
