"""Offices whose holders nobody names: "the justice minister", "a rebel commander"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique import Name
from communique.countries import CountryWord
from communique_actors.acting import acts
from communique_actors.drafts import Draft
from communique_actors.employers import employer, role_of_body, role_of_people
from communique_actors.lexicons import WORDS, ListedPlace, TitleWord
from communique_actors.listed import Listed, country_of
from communique_actors.scene import Scene
from communique_actors.titles import extended, of_noun

_AT_HOME = frozenset({"OPP", "LAB", "EDU", "AGR", "LEG", "JUD", "COP", "PTY"})
"""Those who act in the state they are of."""
_ARTICLES = frozenset({"the", "a", "an"})
_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "REB", "OPP", "COP", "IGO"})
_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
_FOR = (" for the ", " for ", " of the ", " of ", " at the ", " at ")
_MAY_BE_BODIES = frozenset({"organization", "group", "unknown"})


class _Where(NamedTuple):
    """The place in which an office is held, or its holder is met."""

    end: int
    country: str | None
    of_office: bool


class _Office(NamedTuple):
    """An office as it is printed, with the body before it or the place it is held in."""

    start: int
    end: int
    country: str | None
    sector: str


def unnamed_offices(scene: Scene, persons: Iterable[Draft], covered: frozenset[int]) -> list[Draft]:
    """Give the offices that act or are dealt with by themselves, where nobody of the article bears one of that noun.

    Who is of another country does not: "the Kenyan president met Ugandan President Ana Ruiz".
    What ends where a group does (`covered`) is that group.
    """
    borne: dict[str, set[str | None]] = {}
    for person in persons:
        for word in {word for title in person.roles for word in title.split()}:
            borne.setdefault(word, set()).add(person.country)
    found: dict[str, Draft] = {}
    for office in _unnamed(scene, borne):
        if office.end in covered:
            continue
        span = scene.span(office.start, office.end)
        draft = found.get(span.text.lower())
        if draft is None:
            draft = Draft("group", span.text, office_without_holder, [span], office.country, office.sector)
            found[span.text.lower()] = draft
        draft.mention(span, "nominal", scene.with_article(span))
    return list(found.values())


def domestic(scene: Scene, groups: Iterable[Draft]) -> None:
    """Give those who act at home the country of their sentence, where it names no other one.

    "Students marched; *Peru's* president said nothing."
    """
    for draft in groups:
        if draft.country is None and draft.sector in _AT_HOME and draft.starts:
            start = draft.starts[0]
            first, last = scene.sentence_start(start), scene.sentence_end(start)
            named = {one.country.state for one in scene.countries_in(first, last)}
            if len(named) == 1:
                draft.country = named.pop()


def _unnamed(scene: Scene, borne: dict[str, set[str | None]]) -> Iterator[_Office]:
    for listed in scene.titles:
        means = listed.means
        if not isinstance(means, TitleWord) or means.sector not in _SECTORS or listed.start in scene.used:
            continue
        bearers = borne.get(scene.folded[listed.start : listed.end].lower().rsplit(" ", 1)[-1], set())
        place = _place_of_office(scene, listed)
        if bearers and not bearers.isdisjoint({None, place.country if place else _country_before(scene, listed)}):
            continue
        body = _body_of_office(scene, listed) if place is None else None
        end = place.end if place is not None else body.span.end if body is not None else listed.end
        start = office_without_holder(scene, listed, end)
        if start < 0:
            continue
        if place is not None and place.of_office:
            yield _Office(start, end, place.country, means.sector)
        elif body is not None:
            yield _Office(start, end, body.country, role_of_people(scene, body))
        else:
            yield _office_of_body(scene, listed, start, place.country if place is not None else None)


def _country_before(scene: Scene, listed: Listed) -> str | None:
    """The country whose adjective stands before an office: "the *Kenyan* president"."""
    countries = extended(scene, of_noun(listed), possessors=False).countries
    return countries[-1] if countries else None


def _office_of_body(scene: Scene, listed: Listed, start: int, country: str | None) -> _Office:
    """An office with the body right before it, or else with the country: "*Lufthansa* spokesman"."""
    assert isinstance(listed.means, TitleWord)
    title = extended(scene, of_noun(listed), possessors=False)
    country = title.countries[-1] if title.countries else country
    sector = listed.means.sector
    body = next((one for one in title.bodies if one.prefix in _INTERNATIONAL), None)
    name = scene.name_before.get(start - 1)
    if name is not None and name.sort in _MAY_BE_BODIES and name.span.start >= title.start:
        start = name.span.start
        if body is not None:
            country, sector = None, body.prefix
        elif (other := employer(scene, title)) is not None:
            sector = role_of_body(scene, other)
    return _Office(start, listed.end, country, sector)


def _body_of_office(scene: Scene, listed: Listed) -> Name | None:
    """The name of the body behind an office that all bodies have: "spokeswoman *for Maersk*"."""
    if not isinstance(listed.means, TitleWord) or listed.means.held_in != "names":
        return None
    for connector in _FOR:
        if scene.folded.startswith(connector, listed.end):
            name = scene.name_at.get(listed.end + len(connector))
            may_be = name is not None and name.sort in _MAY_BE_BODIES and name.span.start not in scene.persons_at
            return name if may_be else None
    return None


def _place_of_office(scene: Scene, listed: Listed) -> _Where | None:
    """The place behind an office: "mayor *of Kharkiv*", "an official *in Rabat*"."""
    end = listed.end
    of_office = scene.folded.startswith(" of ", end)
    if not of_office and not scene.folded.startswith(" in ", end):
        return None
    noun = scene.folded[listed.start : end].lower().rsplit(" ", 1)[-1]
    if noun not in (WORDS.local_office if of_office else WORDS.home_office):
        return None
    start = end + 4
    start += len("the ") if scene.folded.startswith("the ", start) else 0
    start = _behind_sort(scene, start)
    name, place = scene.name_at.get(start), scene.lists.starting.get(start)
    known = place is not None and isinstance(place.means, ListedPlace | CountryWord)
    if name is None or not (known or (of_office and name.sort in {"unknown", "place"})):
        return None
    end = name.span.end
    if (word := scene.after(end)) in WORDS.place_noun:
        end += 1 + len(word)
    return _Where(end, country_of(place) if place is not None and known else name.country, of_office)


def _behind_sort(scene: Scene, start: int) -> int:
    """Where a place is named behind the words for its sort and country: "the Polish city of *Lublin*"."""
    country = scene.lists.starting.get(start)
    if country is not None and isinstance(country.means, CountryWord) and country.means.form == "adjective":
        start = country.end + 1
    noun = scene.after(start - 1)
    behind = start + len(noun) + len(" of ")
    return behind if noun in WORDS.place_noun and scene.folded.endswith(" of ", 0, behind) else start


def office_without_holder(scene: Scene, listed: Listed, end: int) -> int:
    """Where an office starts that acts or is dealt with, no name beside it; -1 where it is none.

    Matches "justice minister" in "a letter urged the justice minister to go", "mayor of Kharkiv" in "the mayor of
    Kharkiv said"; not in "the justice minister's office", nor in "Kenya's justice minister said", which tells of Kenya.

    Args:
        scene: The article.
        listed: The noun of the office.
        end: Where its phrase ends, the place it is held in inside.
    """
    start = listed.start
    if scene.folded[start].isupper() or scene.name_over(start) is not None:
        return -1
    if scene.name_at.get(listed.end + 1) is not None or scene.folded.startswith(", ", end):
        return -1
    while (word := scene.modifier_before(start)) is not None:
        start = word[0]
    if scene.folded.endswith("'s ", 0, start) or not _is_determined(scene, start, end):
        return -1
    return start if acts(scene, start, end) else -1


def _is_determined(scene: Scene, start: int, end: int) -> bool:
    """Tell whether an office is no adjective or abstract noun: "seek *justice*", "a *general* strike"."""
    if scene.folded.startswith(" strike", end):
        return False
    return scene.folded[start:end] != "justice" or scene.before(start) in _ARTICLES
