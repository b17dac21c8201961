"""Runs of capitalised words, cut into listed words, bodies and places told by a noun, and pieces that are left."""

from __future__ import annotations

from functools import reduce
from operator import or_

from attrs import define

from communique.countries import CountryWord
from communique_actors.lexicons import WORDS, ListedPlace, Organization, TitleWord
from communique_actors.listed import Listed, Lists, country_of, is_title
from communique_actors.signs import (
    CALENDAR,
    FUNCTION,
    GIVEN,
    LEFT_OUT,
    MODIFIER,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    STOP,
    SURNAME_LIKE,
    TELLING,
    THING,
    sign_of,
    signs,
)  # fmt: skip

_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
_SHARED = (" Council", " Assembly", " Commission")
_LONGEST_OFFICE = 40
"""Ends of names that bodies of states have as well as international ones."""


@define
class Piece:
    """Name words that stand side by side, none of them listed."""

    start: int
    end: int
    words: list[str]
    signs: list[int]
    """What each word tells."""
    tells: int
    """What any of its words tells."""
    titled: Listed | None = None
    """The title noun right before it."""


@define(eq=False)
class Told:
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
    known, starting = signs(), lists.starting
    held: Piece | None = None
    position = start
    while position < end:
        listed = starting.get(position)
        if listed is not None and held is not None and _ends_company(listed, held):
            found.append(Told(held.start, listed.end, "organization", country_of(listed)))
            held, position = None, _next_word(folded, listed.end, end)
            continue
        if listed is not None and folded.startswith("'", listed.end) and listed.end < end:
            listed = None  # "Don" of "Don't"
        if listed is not None and not (
            listed.end <= end
            and _belongs_to_name(folded, listed, held, end, found)
            and not _is_where_office_is_held(folded, lists, listed.start)
        ):
            if held is not None:
                _split(held, found)
                held = None
            found.append(_national(folded, listed, found) if isinstance(listed.means, Organization) else listed)
            position = _next_word(folded, listed.end, end)
            continue
        word_end = folded.find(" ", position, end)
        if word_end < 0:
            word_end = end
        word = folded[position:word_end]
        tells = known.get(word, 0) if word.isascii() else sign_of(word)
        if _left_out(word, tells, held, first=position == start, last=word_end == end):
            if held is not None:
                _split(held, found)
                held = None
        elif held is None:
            if word.islower() and found and folded[position - 1] == "-":
                position = word_end + 1  # "Serb-*majority*", "Iran-*backed*"
                continue
            held = Piece(position, word_end, [word], [tells], tells)
        else:
            held.words.append(word)
            held.signs.append(tells)
            held.tells |= tells
            held.end = word_end
        position = word_end + 1
    if held is not None:
        _split(held, found)
    return found


def _ends_company(listed: Listed, held: Piece) -> bool:
    """Tell whether the name of a state ends that of a company: "Air *India*"."""
    means = listed.means
    if len(held.words) > 1 or not isinstance(means, CountryWord) or means.form != "name":
        return False
    return held.words[0].istitle() and held.words[0].lower() in WORDS.body_first and listed.start - held.end == 1


def _left_out(word: str, tells: int, held: Piece | None, *, first: bool, last: bool) -> bool:
    """Tell whether a word is in no name where it stands, behind the words that are held."""
    if not tells & (STOP | CALENDAR | FUNCTION) or (tells & GIVEN and not (last and held is None)):
        return False
    if tells & CALENDAR:
        return held is None or len(held.words) > 1 or not held.signs[0] & GIVEN  # Theresa May, Hosni Mubarak | Sunday
    if first or (word.isupper() and len(word) > 1):
        return bool(tells & STOP)
    return bool(tells & FUNCTION)


def _next_word(folded: str, position: int, end: int) -> int:
    while position < end and not folded[position].isalnum():
        position += 1
    return position


def _belongs_to_name(folded: str, listed: Listed, held: Piece | None, end: int, found: list[Part]) -> bool:
    """Tell whether a listed word is part of a person's name: Denzel *Washington*, *Jordan* Smith, Luis del *Rosario*.

    Behind a title any listed place of one word is that begins a longer name: "Mayor *London* Breed". What stands behind
    "to" is where somebody is posted: "Ambassador to *Jordan* Ann Smith".
    """
    means = listed.means
    if held is not None and held.signs[-1] & PARTICLE and held.words[-1].islower():
        return True
    if held is not None:
        if not held.signs[0] & GIVEN or len(held.words) > 2:  # noqa: PLR2004
            return False
        fits = len(held.words) == 1 or (isinstance(means, TitleWord) and listed.end == end)
        return fits and folded[listed.start : listed.end].isalpha()
    if listed.end == end or isinstance(means, TitleWord) or folded.endswith(" to ", 0, listed.start):
        return False
    surface = folded[listed.start : listed.end]
    titled = isinstance(means, ListedPlace) and bool(found) and listed.start - found[-1].end == 1
    if titled and isinstance(found[-1], Listed) and is_title(found[-1]) and surface.isalpha():
        following = folded[listed.end + 1 : end].split(" ", 1)[0]
        return not sign_of(following) & (TELLING | LEFT_OUT)
    if signs().get(surface, 0) & GIVEN and surface.isalpha():
        following = folded[listed.end + 1 : end].split(" ", 1)[0]
        return not signs().get(following, 0) & (TELLING | CALENDAR)
    return False


def _is_where_office_is_held(folded: str, lists: Lists, start: int) -> bool:
    """Tell whether a title and "of" stand before a place: "President of *Kenya* Amos Tirop"."""
    if not folded.endswith(" of ", 0, start):
        return False
    end = start - len(" of ")
    last = folded.rfind(" ", max(0, end - _LONGEST_OFFICE), end)
    one_more = folded.rfind(" ", max(0, end - _LONGEST_OFFICE), max(0, last))
    titles = (lists.starting.get(at + 1) for at in (last, one_more))
    return any(title is not None and title.end == end and is_title(title) for title in titles)


def _split(piece: Piece, found: list[Part]) -> None:
    """Add a piece, the body or place at its beginning apart: "Harbour Region | Alma Okoye"."""
    before = found[-1] if found and piece.start - found[-1].end <= 1 else None
    if isinstance(before, Listed):
        titled = before if is_title(before) else None
    else:
        before = titled = None
    tells = piece.tells
    if tells & (ORGANIZATION | PLACE):
        number = _telling_noun(piece.signs, listed=before is not None, titled=titled is not None)
        if number >= 0:
            _add_told(piece, number, found)
            return
    if tells & MODIFIER:
        _add_without_fields(piece, titled, found)
    else:
        piece.titled = titled
        found.append(piece)


def _add_told(piece: Piece, number: int, found: list[Part]) -> None:
    """Add the body or place that a word of a piece tells, and what follows it."""
    noun = "organization" if piece.signs[number] & ORGANIZATION else "place"
    rest = number + 1
    end = piece.start + sum(map(len, piece.words[:rest])) + number
    start, country = _adjoining(piece.start, found)
    found.append(Told(start, end, noun, country))
    if rest < len(piece.words):
        _add_without_fields(_rest(piece, rest, end + 1), None, found)


def _add_without_fields(piece: Piece, titled: Listed | None, found: list[Part]) -> None:
    """Add a piece that nothing tells, without the fields of office it begins with ("*Strategic Affairs* Ron Alder")."""
    tells = piece.signs
    if all(one & MODIFIER for one in tells):
        return
    fields = 0
    while tells[fields] & MODIFIER and not tells[fields] & GIVEN:
        fields += 1
    if fields and not _ends_in_thing(tells, fields):
        start = piece.start + sum(map(len, piece.words[:fields])) + fields
        found.append(_rest(piece, fields, start))
    else:
        piece.titled = titled
        found.append(piece)


def _rest(piece: Piece, number: int, start: int) -> Piece:
    """What is left of a piece from the word of that number on."""
    left = piece.signs[number:]
    return Piece(start, piece.end, piece.words[number:], left, reduce(or_, left, 0))


def _ends_in_thing(tells: list[int], fields: int) -> bool:
    """Tell whether words tell a thing: "Peace Accord", "National Day", but not "*National Security* Ron Alder"."""
    if any(one & THING for one in tells[fields:]):
        return True
    return any(one & THING for one in tells[:fields]) and len(tells) - fields < 2  # noqa: PLR2004


def _telling_noun(tells: list[int], *, listed: bool, titled: bool) -> int:
    """The number of the last word that tells a body or place, or -1; the first one tells only behind a listed word."""
    for number in range(len(tells) - 1, -1 if listed else 0, -1):
        one = tells[number]
        if one & THING:
            break
        behind_title = number == 0 and titled
        if one & ORGANIZATION and not (behind_title and one & SURNAME_LIKE):
            return number
        if one & PLACE and not behind_title:
            return number
    return -1


def _adjoining(start: int, found: list[Part]) -> tuple[int, str | None]:
    """Take the listed words off the end that belong to a body told by a noun: "*German Federal* Foreign Office"."""
    country = None
    first = start
    while found and start - found[-1].end == 1:
        before = found[-1]
        if isinstance(before, Piece):
            if before.titled is None and not before.signs[0] & GIVEN:
                start = before.start
                found.pop()
            break
        if isinstance(before, Told) or (is_title(before) and start < first):
            break
        start = before.start
        country = country or country_of(before)
        found.pop()
    return start, country


def _national(folded: str, listed: Listed, found: list[Part]) -> Listed | Told:
    """A listed body behind the adjective of a country is that country's: "Russian Security Council".

    An international one is so only if others have its name: not "the *Russian* UN mission".
    """
    before = found[-1] if found else None
    if (
        isinstance(before, Listed)
        and isinstance(before.means, CountryWord)
        and before.means.form in {"adjective", "name"}
        and listed.start - before.end == 1
        and isinstance(listed.means, Organization)
        and listed.means.country in {None, before.means.country.state}
        and (listed.means.prefix not in _INTERNATIONAL or folded.endswith(_SHARED, listed.start, listed.end))
        and (" " in listed.means.name or listed.means.usual != listed.means.country)
    ):
        found.pop()
        return Told(before.start, listed.end, "organization", before.means.country.state)
    return listed
