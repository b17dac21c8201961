"""The word lists of names, places and actors, each loaded on first use."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, cast
from unicodedata import combining, normalize

from attrs import frozen

from communique.lexicon import Entry, Lexicon
from communique.tables import lines_of, rows_of

TitleSort = Literal["office", "rank", "royal", "courtesy", "relation", "modifier"]
Status = Literal["current", "former", "acting", "designate", "deputy"]
CURRENT: Status = "current"
"""The status of a title where nothing else is said."""
Gender = Literal["male", "female"]


@frozen
class TitleWord:
    """What a title noun, or a word before one, says of the person who bears it."""

    sort: TitleSort
    """What kind of title it is."""
    sector: str = ""
    """The role that follows the country in an actor's code."""
    status: Status = "current"
    """Whether the title is held."""
    gender: Gender | None = None
    """The person's gender, where the word gives it."""
    country: str | None = None
    """The country whose office it is unless another is named ("secretary of state")."""
    held_in: Literal["", "names", "bodies"] = ""
    """Whether it is an office of other bodies than states too: of all with a name, or of those told to be bodies."""


@frozen
class Organization:
    """A listed organization or group."""

    name: str
    """Its usual name."""
    kind: Literal["organization", "group"]
    """What it is."""
    country: str | None
    """The state a national one belongs to."""
    prefix: str
    """``IGO``, ``UNO`` or ``EUR``, or the role that follows the country in its code."""
    usual: str | None = None
    """The country of the best known body of that name, where several have it ("Congress")."""
    nouns: tuple[str, ...] = ()
    """Nouns it is called by ("the alliance")."""
    members: tuple[str, ...] = ()
    """The states that make it up, where the table lists them; never put in its place."""


@frozen
class BodyNoun:
    """A common noun for a body or for people who act together."""

    sort: Literal["office", "government", "noun", "people", "crowd", "body", "thing"]
    """A body of a state, the state itself, a body named before, people, or people if counted, busy or acted upon."""
    sector: str = ""
    """The role that follows the country in an actor's code."""
    fielded: bool = False
    """Whether it names a body only with its field ("the *interior* ministry")."""


@frozen
class ListedPlace:
    """A listed city, region, island or water."""

    name: str
    """Its usual name."""
    country: str | None
    """The state it lies in."""
    sort: str
    """city, region, island, water, …"""


def _data(name: str) -> str:
    return files("communique_actors").joinpath("data", name).read_text(encoding="utf-8")


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table of this plugin, each filled up to so many columns."""
    return rows_of("communique_actors", name, columns)


def _several(cell: str, separator: str = ";") -> list[str]:
    return list(filter(None, map(str.strip, cell.split(separator)))) if cell else []


def _titles() -> Iterator[Entry[TitleWord]]:
    tables = tomllib.loads(_data("titles.toml"))
    for group in tables["words"]:
        means = TitleWord(
            group["sort"], group.get("sector", ""), gender=group.get("gender"), country=group.get("country"),
            held_in=group.get("held_in", ""),
        )  # fmt: skip
        yield from (Entry(word, means) for word in _several(group["list"].replace("\n", " ")))


def _organizations() -> Iterator[Entry[Organization]]:
    for name, others, prefix, nouns, since, until, members in rows("international.tsv", 7):
        bounds = _day(since), _day(until)
        means = Organization(
            name, "organization", None, prefix, nouns=tuple(_several(nouns)), members=tuple(members.split())
        )
        yield from (Entry(surface, means, *bounds) for surface in (name, *_several(others)))
    for name, others, kind, country, prefix in rows("organizations.tsv", 5):
        usual = country.removesuffix("?") or None
        own = None if country.endswith("?") else usual
        means = Organization(name, cast("Literal['organization', 'group']", kind), own, prefix, usual)
        yield from (Entry(surface, means) for surface in (name, *_several(others)))


def _day(printed: str) -> date | None:
    """A day; of a year or month the first."""
    return date.fromisoformat(f"{printed}-01-01"[: len("2026-01-01")]) if printed else None


def _body_nouns() -> Iterator[Entry[BodyNoun]]:
    for group in tomllib.loads(_data("nouns.toml"))["nouns"]:
        means = BodyNoun(group["sort"], group.get("sector", ""), group.get("fielded", False))
        yield from (Entry(noun, means) for noun in _several(group["list"].replace("\n", " ")))


def _places() -> Iterator[Entry[ListedPlace]]:
    for name, country, others in rows("cities.tsv", 3):
        yield from _entries(ListedPlace(name, country.strip("-") or None, "city"), others)
    for name, country, sort, others in rows("regions.tsv", 4):
        yield from _entries(ListedPlace(name, country.strip("-") or None, sort), others)


def _entries(place: ListedPlace, others: str) -> Iterator[Entry[ListedPlace]]:
    for surface in (place.name, *others.split(";")) if others else (place.name,):
        yield Entry(surface, place)
        if not surface.isascii():
            yield Entry(without_accents(surface), place)


def without_accents(name: str) -> str:
    """A name as it is printed where no accents are.

    >>> without_accents("Córdoba")
    'Cordoba'
    """
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


TITLES: Lexicon[TitleWord] = Lexicon("titles", _titles)
"""Title nouns and the words that modify them."""

ORGANIZATIONS: Lexicon[Organization] = Lexicon("organizations", _organizations)
"""International bodies with their members, national bodies, parties, media, armed groups; each with its days."""

BODY_NOUNS: Lexicon[BodyNoun] = Lexicon("body-nouns", _body_nouns)
"""Common nouns for bodies ("ministry", "bloc") and for people who act together ("rebels")."""

PLACES: Lexicon[ListedPlace] = Lexicon("places", _places)
"""Cities, regions, islands and waters; states stand in `communique.countries`."""


@cache
def given_names() -> frozenset[str]:
    """Given names of many traditions."""
    return frozenset(_lines("given-names.txt")) | frozenset(_words_of("place_given"))


@cache
def surnames_first() -> frozenset[str]:
    """Surnames of traditions that put the surname first."""
    return frozenset(_lines("surnames-first.txt"))


def _words_of(key: str) -> list[str]:
    return str(tomllib.loads(_data("words.toml"))[key]).split()


def _lines(name: str) -> Iterator[str]:
    for line in lines_of("communique_actors", name):
        yield from _spellings(line.strip())


def _spellings(name: str) -> Iterable[str]:
    """A name with its accents composed and decomposed."""
    return (name,) if name.isascii() else {normalize("NFC", name): None, normalize("NFD", name): None}


@cache
def modifiers() -> dict[str, TitleWord]:
    """Words between a country or body and a title noun ("former", "foreign"), and what they say of the title."""
    groups = tomllib.loads(_data("titles.toml"))["modifiers"]
    return {
        word: TitleWord("modifier", status=group.get("status", "current"))
        for group in groups
        for word in group["list"].split()
    }


@cache
def roles_of_bodies() -> dict[str, str]:
    """The roles of bodies by a word of their names: "airlines", "university"."""
    return _roles("bodies")


@cache
def roles_of_staff() -> dict[str, str]:
    """The roles of people by the word before "officials", "leaders" and the like: "*hospital* officials"."""
    return _roles("staff")


def _roles(key: str) -> dict[str, str]:
    groups = tomllib.loads(_data("employers.toml"))[key]
    return {word: group["sector"] for group in groups for word in _several(group["list"].replace("\n", " "))}


class _PlainWords:
    """The sets of plain words in ``words.toml``, in lower case, each an attribute."""

    abroad: frozenset[str]
    acts_upon: frozenset[str]
    body_first: frozenset[str]
    calendar: frozenset[str]
    civic: frozenset[str]
    collective: frozenset[str]
    direction: frozenset[str]
    done_to: frozenset[str]
    done_to_persons: frozenset[str]
    everyday_surname: frozenset[str]
    disease: frozenset[str]
    function: frozenset[str]
    particle: frozenset[str]
    headed_place: frozenset[str]
    held: frozenset[str]
    office_head: frozenset[str]
    wide_office: frozenset[str]
    observer: frozenset[str]
    of_many_states: frozenset[str]
    of_governments: frozenset[str]
    quality: frozenset[str]
    dealing: frozenset[str]
    sent_from: frozenset[str]
    done_by_parties: frozenset[str]
    done_by_persons: frozenset[str]
    borne_by_persons: frozenset[str]
    done_to_parties: frozenset[str]
    made_with_parties: frozenset[str]
    had_from_parties: frozenset[str]
    given_to_parties: frozenset[str]
    laid_on_parties: frozenset[str]
    kinds_of_parties: frozenset[str]
    brought_against_parties: frozenset[str]
    several_act: frozenset[str]
    several_titled: frozenset[str]
    deeds: frozenset[str]
    deeds_upon: frozenset[str]
    dealt_with: frozenset[str]
    governing: frozenset[str]
    ground: frozenset[str]
    group_acts: frozenset[str]
    group_quality: frozenset[str]
    government_quality: frozenset[str]
    heads: frozenset[str]
    kept_adjectives: frozenset[str]
    home_office: frozenset[str]
    local_office: frozenset[str]
    locative: frozenset[str]
    no_surname: frozenset[str]
    organization: frozenset[str]
    place: frozenset[str]
    place_first: frozenset[str]
    place_noun: frozenset[str]
    possession: frozenset[str]
    side: frozenset[str]
    speech: frozenset[str]
    staff: frozenset[str]
    stop: frozenset[str]
    surname_like: frozenset[str]
    thing: frozenset[str]
    verb: frozenset[str]
    withdrawing: frozenset[str]


class _UnreadWords(_PlainWords):
    """Those sets before the first of them is asked for: they are read, and it becomes a plain object of attributes."""

    def __getattr__(self, name: str) -> frozenset[str]:
        if name not in _PlainWords.__annotations__:
            raise AttributeError(name)
        for key, listed in tomllib.loads(_data("words.toml")).items():
            setattr(self, key, frozenset(listed.split()))
        self.__class__ = _PlainWords  # type: ignore[assignment]  # which looks its attributes up twice as fast
        return cast("frozenset[str]", self.__dict__[name])


WORDS: _PlainWords = _UnreadWords()
"""Plain words that decide what a name is."""
