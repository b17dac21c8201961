"""The table of countries beside those of other packages, which are needed for nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

import pytest

from communique.countries import Country, all_countries

countryinfo = pytest.importorskip("countryinfo")
babel = pytest.importorskip("babel")

_STATES = {one.code: one for one in all_countries() if one.sort == "state" and one.code}
_CALLED_OTHERWISE = {
    "VAT": "nobody says Vaticanian", "DMA": "Dominicans are those of the Dominican Republic first",
    "CPV": "Cape Verdian is misspelt", "KNA": "Kittian is misspelt", "TJK": "Tadzhik is no longer in use",
    "MDV": "Maldivan is misspelt", "SUR": "Surinamer is the noun", "GBR": "several peoples share one row",
    "BIH": "Herzegovinian by itself is a part",
}  # fmt: skip
_CAPITALS_OTHERWISE = {
    "ISR": "its status is disputed", "PSE": "its status is disputed", "DJI": "the state has the same name",
    "LUX": "the state has the same name", "VAT": "the state itself", "SMR": "the state has the same name",
    "KWT": "the state has the same name", "SGP": "the state itself", "MCO": "the state itself",
    "PAN": "the state has the same name", "GTM": "the state has the same name", "NRU": "no official one",
}  # fmt: skip


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.replace("&", "and").replace("’", "'"))
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()


def all_plain(names: Iterable[str]) -> set[str]:
    return {plain(name) for name in names}


def _described() -> list[tuple[Country, dict[str, Any]]]:
    found: dict[str, tuple[Country, dict[str, Any]]] = {}
    for about in countryinfo.CountryInfo("Kenya").all().values():
        code = about.get("ISO", {}).get("alpha3")
        if code in _STATES:
            found.setdefault(code, (_STATES[code], about))
    return list(found.values())


def test_comparison_covers_nearly_all_states() -> None:
    """Nothing is compared with nothing."""
    assert len(_described()) > 185


def test_demonyms_are_adjectives_or_people() -> None:
    """What others call a people is among our adjectives and nouns, but for the cases we know."""
    missing = [
        (one.code, demonym)
        for one, about in _described()
        if one.code not in _CALLED_OTHERWISE
        for demonym in str(about.get("demonym") or "").split(",")
        if demonym and plain(demonym) not in all_plain((*one.adjectives, *one.people, one.name))
    ]
    assert missing == []


def test_capitals_agree() -> None:
    """Capitals are those that others list, or stand beside them."""
    missing = [
        (one.code, about["capital"])
        for one, about in _described()
        if one.code not in _CAPITALS_OTHERWISE
        and isinstance(about.get("capital"), str)
        and plain(about["capital"]) not in all_plain(one.capital)
    ]
    assert missing == []


def test_english_names_of_territories_are_known() -> None:
    """The names that CLDR gives states in English are names of the table."""
    ours = all_plain(name for one in all_countries() for name in (one.name, *one.names))
    alpha2 = {about["ISO"]["alpha2"] for _, about in _described()}
    theirs = babel.Locale("en").territories
    missing = [theirs[code] for code in sorted(alpha2) if plain(theirs[code]) not in ours]
    assert missing == ["Congo - Kinshasa", "Congo - Brazzaville", "Myanmar (Burma)"]
