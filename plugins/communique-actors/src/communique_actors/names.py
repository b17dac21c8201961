"""Names: what the runs of capitalised words are, as far as the words themselves tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from communique import Article, Dateline, Evidence, Name, Reading, because
from communique.countries import CountryWord
from communique.kinds import NameSort
from communique.layout import Regions
from communique.patterns import CAPITAL
from communique_actors.lexicons import Organization, TitleWord
from communique_actors.listed import Listed, Lists, country_of, lists_of
from communique_actors.runs import Part, Piece, Told, parts, single_word
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
_LONGEST_BYLINE = 80
_CREDITED = (
    "Reporting by ", "reporting by ", "Editing by ", "Writing by ", "Compiled by ", "Translated by ",
    "Reporting and ", "Reporting for ",
)  # fmt: skip
_CREDITS = tuple(f"{opening}{work}" for opening in ("", "(", "Additional ", "(Additional ") for work in _CREDITED)
_FIRST_OF_CREDITS = frozenset(credit[0] for credit in _CREDITS)
_CONTRIBUTED = " contributed to this "
_LONGEST_LEAD = 14
_PARTICLES = "van|von|der|den|de|del|della|di|da|dos|du|la|bin|bint|ibn|abu|al|el|af|zu|zum|ould"
_LEAD = re.compile(rf"(?<![\w'-])((?:(?:{_PARTICLES}) ){{1,3}}+)$")
_ENDS_OF_LEADS = frozenset((sign + word)[-3:] + " " for word in _PARTICLES.split("|") for sign in ' \n"([')
"""The last four characters of what `_LEAD` matches and the sign before it."""
_OPENING_MARKS = frozenset({' "', " '"})
_NICKNAME = re.compile(rf" ([\"']){CAPITAL}[\w-]{{1,20}}+\1 (?={CAPITAL})")
_OF = re.compile(r" (?:of|for)(?: the)? ")
_AND = re.compile(r",? and ")


class Page:
    """An article while its names are looked for."""

    def __init__(self, reading: Reading) -> None:
        """Read the word lists and the dateline."""
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.runs: list[tuple[int, int]] = reading.words.capitalised
        self.lists: Lists = lists_of(reading)
        dateline = next(iter(reading.of(Dateline)), None)
        self.body: int = dateline.body if dateline else 0
        self.bylines: Regions = _bylines(reading)

    def name(
        self, rule: Callable[..., object], start: int, end: int, sort: NameSort, country: str | None = None
    ) -> Name:
        """Make a name."""
        return Name(self.article.span(start, end), sort, country, evidence=_evidence(rule))

    def parts_at(self, position: int) -> list[Part]:
        """The parts of the run that starts at a position."""
        number = bisect_left(self.runs, (position,))
        if number < len(self.runs) and self.runs[number][0] == position:
            return parts(self.folded, self.lists, *self.runs[number])
        return []


@cache
def _evidence(rule: Callable[..., object]) -> Evidence:
    """The evidence of a rule without cues, made once."""
    return because(rule)


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
        if listed is not None and listed.end >= end:
            found: Name | None = listed_name(page, listed)
            done = listed.end
            if found is not None:
                yield found
            continue
        alone = listed is None and folded.find(" ", start, end) < 0
        for part in single_word(folded, start, end) if alone else parts(folded, page.lists, start, end):
            if isinstance(part, Piece):
                if part.start == start and folded[start - 4 : start] in _ENDS_OF_LEADS:
                    _take_in_particles(folded, part)
                if folded[part.end : part.end + 2] in _OPENING_MARKS:
                    _take_in_nickname(page, part)
            if part.start < done:
                continue
            found = _name(page, part)
            done = found.span.end if found is not None else part.end
            if found is not None:
                yield found


def _bylines(reading: Reading) -> Regions:
    """The lines that say who reported and edited: names in them are no actors."""
    folded, layout = reading.article.folded, reading.layout
    starts: list[int] = []
    ends: list[int] = []
    contributed = _CONTRIBUTED in folded
    for start, end in layout.sentences:
        first = folded[start]
        if first in _FIRST_OF_CREDITS and folded.startswith(_CREDITS, start):
            paragraph = layout.paragraphs.at(start)
            starts.append(start)
            ends.append(layout.paragraphs.ends[paragraph] if paragraph >= 0 else end)
        elif (first == "B" and _names_reporter(folded, start, end)) or (
            contributed and folded.find(_CONTRIBUTED, start, end) >= 0
        ):
            starts.append(start)
            ends.append(end)
    return Regions(starts, ends)


def _names_reporter(folded: str, start: int, end: int) -> bool:
    """Tell whether a sentence is "By Ana Ruiz"."""
    return end - start < _LONGEST_BYLINE and folded.startswith("By ", start) and folded[start + 3 : start + 4].isupper()


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


def _take_in_nickname(page: Page, piece: Piece) -> None:
    """Take in the name in marks and the surname behind it: "Ana *"Nita" Ruiz*"."""
    nickname = _NICKNAME.match(page.folded, piece.end)
    behind = page.parts_at(nickname.end()) if nickname is not None else []
    surname = behind[0] if behind else None
    if isinstance(surname, Piece) and not (piece.tells | surname.tells) & TELLING:
        piece.end = surname.end
        piece.words += surname.words
        piece.signs += surname.signs


def _name(page: Page, part: Part) -> Name | None:
    if isinstance(part, Piece):
        for rule in PIECE_RULES if part.tells else _RULES_WITHOUT_SIGNS:
            found = rule(page, part)
            if found is not None:
                return found
    elif isinstance(part, Listed):
        return listed_name(page, part)
    else:
        return told_by_noun(page, part)
    return None


def listed_name(page: Page, listed: Listed) -> Name | None:
    """A state, place or body of the word lists.

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

_RULES_WITHOUT_SIGNS = (titled_name, capitalised_name)
"""Those of them that may tell something of words that tell nothing by themselves."""
