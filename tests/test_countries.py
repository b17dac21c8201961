"""The table of states and entities: complete, consistent, and usable as words to look for."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import get_args

import pytest

from communique import Article, Reading
from communique.countries import COUNTRIES, Country, CountryForm, CountrySort, all_countries
from communique.index import Index

# Source: list of member states of the United Nations, as ISO 3166-1 alpha-3 codes; then the two observer states.
_LISTED = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV
KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH
FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ
KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG
MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA KNA
LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON
TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE
VAT PSE
"""
MEMBERS = _LISTED.split()


def states() -> list[Country]:
    """Today's states."""
    return [country for country in all_countries() if country.sort == "state"]


def country(code: str, sort: CountrySort = "state") -> Country:
    """The row of a code."""
    (found,) = [one for one in all_countries() if one.code == code and one.sort == sort]
    return found


def test_words_of_countries_have_their_form() -> None:
    """All forms are there, under a name by which plugins add words."""
    assert COUNTRIES.name == "countries"
    assert {entry.means.form for entry in COUNTRIES.entries} == set(get_args(CountryForm))
    forms = {(entry.surface, entry.means.form) for entry in COUNTRIES.entries if entry.means.country.code == "FRA"}
    assert {("France", "name"), ("French", "adjective"), ("Paris", "capital"), ("Quai d'Orsay", "seat")} <= forms


def test_members_and_observers_of_the_united_nations_are_the_states() -> None:
    """All 193 members and both observers are there, once each, and nothing else is called a state."""
    assert len(MEMBERS) == 195
    assert sorted(str(one.code) for one in states()) == sorted(MEMBERS)


def test_codes_are_alpha_3_and_unique_within_a_sort() -> None:
    """A code names one state, entity or territory; earlier names of a state have its code."""
    codes = [(one.sort, one.code) for one in all_countries() if one.code and one.sort != "former"]
    assert [found for found, times in Counter(codes).items() if times > 1] == []
    assert all(re.fullmatch("[A-Z]{3}", code) for _, code in codes)


def test_sorts_are_those_of_the_type() -> None:
    """The column holds what the type says."""
    assert {one.sort for one in all_countries()} <= set(get_args(CountrySort))


def test_every_row_stands_for_a_state_or_says_that_it_has_none() -> None:
    """A row without a code of its own names the state it belongs to, or none where recognition is open."""
    known = {one.code for one in all_countries() if one.code}
    assert [one.name for one in all_countries() if one.of and one.of not in known] == []
    assert [one.name for one in all_countries() if one.sort != "entity" and not one.state] == []


def test_former_names_have_the_code_of_today() -> None:
    """A renamed state has today's code; one that ceased has its former code."""
    today = {one.code for one in states()}
    assert {one.code for one in all_countries() if one.sort == "former"} <= today
    ceased = [one for one in all_countries() if one.sort == "historical"]
    assert [one.name for one in ceased if one.code in today] == []
    assert {"SUN", "YUG", "SCG"} <= {one.code for one in ceased}


_NAME_IS_ADJECTIVE = {"NZL", "VAT"}


@pytest.mark.parametrize("one", states(), ids=lambda one: str(one.code))
def test_state_has_forms(one: Country) -> None:
    """Every state has an adjective, a noun for its people and a capital; only a disputed capital is left out."""
    assert one.adjectives or one.code in _NAME_IS_ADJECTIVE
    assert one.people or one.code == "VAT"
    assert one.capital or one.code == "ISR"
    assert one.state == one.code


def test_forms_are_clean() -> None:
    """No form is empty, padded or given twice in its cell."""
    for one in all_countries():
        for cell in (one.names, one.adjectives, one.people, one.capital, one.seats):
            assert len(set(cell)) == len(cell), one.name
            assert all(form == form.strip() and form for form in cell), one.name


def test_spans_of_existence_are_in_order() -> None:
    """A state ceases after it begins."""
    assert [one.name for one in all_countries() if one.since and one.until and one.since >= one.until] == []


def test_every_form_is_a_word_to_look_for() -> None:
    """The lexicon has all forms, with what each says of its country."""
    forms = {(entry.surface, entry.means.form, entry.means.country.name) for entry in COUNTRIES.entries}
    kenya = country("KEN")
    assert {("Kenya", "name", "Kenya"), ("Kenyan", "adjective", "Kenya"), ("Nairobi", "capital", "Kenya")} <= forms
    assert all((form, "people", "Kenya") in forms for form in kenya.people)
    assert all((one.name, "name", one.name) in forms for one in all_countries())


@pytest.mark.parametrize(
    "text, codes",
    [
        ("Kenyan and Ugandan envoys met in Geneva.", ["KEN", "UGA"]),
        ("Kyiv and Moscow blamed the White House.", ["UKR", "RUS", "USA"]),
        ("South Sudan, not Sudan", ["SSD", "SDN"]),
        ("Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GNB", "GNQ", "PNG"]),
        ("Côte d’Ivoire, Türkiye and São Tomé and Príncipe", ["CIV", "TUR", "STP"]),
        ("Nigeria, not Niger", ["NGA", "NER"]),
        ("the turkey and the china", []),
    ],
)
def test_countries_are_found_in_text(text: str, codes: list[str]) -> None:
    """Longer names hide shorter ones inside them; letters are not lowered."""
    hits = Reading.start(Article(text), Index([COUNTRIES])).hits(COUNTRIES)
    found = dict.fromkeys(entry.means.country.state for _, _, entry in hits if entry.means.country.sort == "state")
    assert list(found) == codes


def test_entries_hold_between_the_days_of_their_state() -> None:
    """South Sudan holds since it became a state, the Soviet Union until it ceased."""
    soviet = next(entry for entry in COUNTRIES.entries if entry.surface == "Soviet Union")
    assert soviet.holds(date(1980, 6, 1))
    assert not soviet.holds(date(2000, 6, 1))
    assert soviet.holds(None)


def test_table_is_read_once() -> None:
    """Countries are loaded on first use and kept."""
    assert all_countries() is all_countries()
