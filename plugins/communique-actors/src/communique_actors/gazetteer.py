"""Names that several places bear, and the abbreviations of the states and provinces they lie in."""

from __future__ import annotations

from functools import cache

from communique_actors.lexicons import rows, without_accents


def namesakes(name: str) -> tuple[str, ...]:
    """The countries besides the one it usually stands for in which places of a name lie, the larger place first."""
    plain = name if name.isascii() else without_accents(name)
    known = _namesakes()
    return known.get(plain) or (known.get(plain.title(), ()) if plain.isupper() else ())


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    return {name: tuple(countries.split()) for name, countries in rows("namesakes.tsv", 2)}


@cache
def abbreviations() -> dict[str, str]:
    """The countries of abbreviated states and provinces ("Ont.")."""
    return {
        abbreviation: country for country, listed in rows("abbreviations.tsv", 2) for abbreviation in listed.split(";")
    }
