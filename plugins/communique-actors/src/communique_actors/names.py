"""Names: what the runs of capitalised words are, as far as the words themselves tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique import Dateline, Name, Reading, because
from communique.countries import CountryWord
from communique.kinds import NameSort

from communique_actors.lexicons import ListedPlace, Organization, TitleWord, given_names, surnames_first, words
from communique_actors.listed import Listed, Lists
from communique_actors.runs import Piece, parts

_LONGEST_SURNAME_FIRST = 4


class Page:
    """An article while its names are looked for."""

    def __init__(self, reading: Reading) -> None:
        """Read the word lists and the dateline."""
        self.article = reading.article
        self.folded = reading.article.folded
        self.lists = Lists(reading)
        self.dateline = next(iter(reading.of(Dateline)), None)

    def name(self, rule: Callable[..., object], start: int, end: int, sort: NameSort, country: str | None = None) -> Name:
        """Make a name."""
        return Name(self.article.span(start, end), sort, country, evidence=because(rule))


def find_names(reading: Reading) -> Iterator[Name]:
    """Give the names of an article, each with what it looks like."""
    page = Page(reading)
    done = page.dateline.body if page.dateline else 0
    for run_start, end in reading.words.capitalised:
        start = max(run_start, done)
        if start >= end:
            continue
        done = end
        for part in parts(page.folded, page.lists, start, end):
            done = max(done, part.end)
            if isinstance(part, Listed):
                if (listed := listed_name(page, part)) is not None:
                    yield listed
            else:
                yield from _named(page, part)


def _named(page: Page, piece: Piece) -> Iterator[Name]:
    for rule in PIECE_RULES:
        found = rule(page, piece)
        if found is not None:
            yield found
            return


def listed_name(page: Page, listed: Listed) -> Name | None:
    """A state, place or body of the word lists.

    Matches "Kenya" in "Envoys left Kenya"; not "Kenyan", which is no name.
    """
    match listed.means:
        case CountryWord(country, "name"):
            return page.name(listed_name, listed.start, listed.end, "state", country.state)
        case CountryWord(country, "capital"):
            return page.name(listed_name, listed.start, listed.end, "place", country.state)
        case ListedPlace() as place:
            return page.name(listed_name, listed.start, listed.end, "place", place.country)
        case Organization() as body:
            return page.name(listed_name, listed.start, listed.end, body.kind, body.country)
    return None


def thing_noun(page: Page, piece: Piece) -> Name | None:
    """An event, agreement, law or work, told by one of its words: no actor.

    Matches "World War Two"; not "Walter Cole".
    """
    if any(word.lower() in words("thing") for word in piece.words):
        return page.name(thing_noun, piece.start, piece.end, "unknown")
    return None


def organization_noun(page: Page, piece: Piece) -> Name | None:
    """A body, told by its last word.

    Matches "Harbour Workers Union"; not "Union Street".
    """
    if len(piece.words) > 1 and piece.words[-1].lower() in words("organization"):
        return page.name(organization_noun, piece.start, piece.end, "organization")
    return None


def place_noun(page: Page, piece: Piece) -> Name | None:
    """A place, told by its last or first word.

    Matches "Tamarind Island"; not "Tamarind".
    """
    if len(piece.words) > 1 and (piece.words[-1].lower() in words("place") or piece.words[0].lower() in words("place_first")):
        return page.name(place_noun, piece.start, piece.end, "place")
    return None


def titled_name(page: Page, piece: Piece) -> Name | None:
    """A person, told by the title before the name.

    Matches "Ana Ruiz" in "envoy Ana Ruiz"; not "Geneva" in "the envoy in Geneva".
    """
    before = piece.before or page.lists.ending.get(piece.start - 1)
    if before is not None and isinstance(before.means, TitleWord) and before.means.sort != "modifier":
        return page.name(titled_name, piece.start, piece.end, "person")
    return None


def given_name(page: Page, piece: Piece) -> Name | None:
    """A person, told by a given name.

    Matches "Maria Ilves"; not "Maria" alone.
    """
    if len(piece.words) > 1 and piece.words[0] in given_names():
        return page.name(given_name, piece.start, piece.end, "person")
    return None


def surname_first(page: Page, piece: Piece) -> Name | None:
    """A person of a tradition that puts the surname first.

    Matches "Xi Jinping"; not "Xi" alone.
    """
    if 1 < len(piece.words) <= _LONGEST_SURNAME_FIRST and piece.words[0] in surnames_first():
        return page.name(surname_first, piece.start, piece.end, "person")
    return None


def capitalised_name(page: Page, piece: Piece) -> Name:
    """A name that only its surroundings can tell more of.

    Matches "Tamarind"; not "tamarind".
    """
    return page.name(capitalised_name, piece.start, piece.end, "unknown")


PIECE_RULES: tuple[Callable[[Page, Piece], Name | None], ...] = (
    thing_noun, organization_noun, place_noun, titled_name, given_name, surname_first, capitalised_name,
)  # fmt: skip
"""The rules for pieces of name words, in the order in which they are asked."""
