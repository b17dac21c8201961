"""Names that several places bear, and the abbreviations of the states and provinces they lie in."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from communique_actors.lexicons import rows, without_accents


def spaced(name: str) -> str:
    """A printed name with plain single blanks, whatever stands between its words.

    >>> spaced("San   Jose")
    'San Jose'
    """
    return name if name.isalpha() else " ".join(name.split())


class Namesakes(NamedTuple):
    """Where else than in the usual country places of a name lie."""

    countries: tuple[str, ...] = ()
    """The countries, the larger place first."""
    even: bool = False
    """Whether the usual place is hardly likelier than these."""


NONE = Namesakes()


@lru_cache(maxsize=4096)
def namesakes(name: str) -> Namesakes:
    """The places besides the usual one that bear a name."""
    plain = spaced(name)
    if not plain.isascii():
        plain = without_accents(plain)
    known = _namesakes()
    return known.get(plain) or (known.get(plain.title(), NONE) if plain.isupper() else NONE)


@cache
def _namesakes() -> dict[str, Namesakes]:
    return {
        name: Namesakes(tuple(countries.split()), even == "?") for name, countries, even in rows("namesakes.tsv", 3)
    }


@cache
def abbreviations() -> dict[str, str]:
    """The countries of abbreviated states and provinces ("Ont.")."""
    return {
        abbreviation: country for country, listed in rows("abbreviations.tsv", 2) for abbreviation in listed.split(";")
    }
