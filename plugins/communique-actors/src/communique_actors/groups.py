"""Groups without a name of their own: "Ukrainian authorities", "officials in Khartoum", "rebels"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.countries import CountryWord
from communique_actors.drafts import Draft
from communique_actors.lexicons import BODY_NOUNS, WORDS, BodyNoun, ListedPlace, Organization
from communique_actors.listed import Listed, country_of
from communique_actors.scene import CountryMention, Scene

_SECTORS = {
    "MIL": (
        "forces troops soldiers officers commanders army soldier officer commander general commandos "
        "marines paratroopers reservists pilots warships helicopters tanks jets planes warplanes "
        "aircraft gunboats submarines bombers peacekeepers"
    ),
    "REB": (
        "rebels militants fighters separatists insurgents militias guerrillas guerillas militiamen "
        "gunmen jihadists extremists terrorists rebel fighter militant militia"
    ),
    "LEG": "lawmakers mps senators lawmaker senator",
    "COP": "police policemen policeman",
    "JUD": "judge judges court courts tribunal prosecutor prosecutors",
    "OPP": "opposition dissidents",
    "PTY": "party parties",
    "BUS": "company companies firms banks businessman businessmen",
    "JRN": "newspaper newspapers media journalist journalists",
    "CVL": (
        "protesters demonstrators settlers voters citizens civilians prisoners refugees nationals youths "
        "farmers workers students villagers activists immigrants migrants sailors fishermen children "
        "women men tourists hostages detainees doctors teachers exiles families inmates residents "
        "worshippers pilgrims man woman student citizen teenager activist prisoner clerics monks priests"
    ),
}
_SECTOR_OF = {noun: sector for sector, nouns in _SECTORS.items() for noun in nouns.split()}
_LONGEST = 3
_MOST_ARMED = 20
_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
_BEFORE_ACTORS = frozenset({"by", "with", "between", "against", "told", "that", "accused", "urged"})
_COUNTED = frozenset({"two", "three", "four", "five", "six", "both", "these", "those", "all", "other", "no", "many"})


class _Group(NamedTuple):
    """A group as it is printed."""

    start: int
    end: int
    rule: Callable[..., object]
    country: str | None
    sector: str


def groups(scene: Scene, bodies: list[Draft]) -> list[Draft]:
    """Give the groups named by a noun for people who act, with the country or body before it or the place behind.

    "The rebels" are those of the armed group named last, if one is.
    """
    found: dict[str, Draft] = {}
    armed = [body for body in bodies if body.sector == "REB" and body.kind == "group"][:_MOST_ARMED]
    for one in sorted((*_of_countries(scene), *_by_nouns(scene))):
        span = scene.span(one.start, one.end)
        key = span.text.lower()
        if armed and key not in found and (body := _armed_body(scene, one, armed)) is not None:
            body.mention(span, "nominal", scene.with_article(span))
            continue
        draft = found.get(key)
        if draft is None:
            draft = found[key] = Draft("group", span.text, one.rule, [span], one.country, one.sector)
        draft.mention(span, "nominal", scene.with_article(span))
    return list(found.values())


def _armed_body(scene: Scene, one: _Group, armed: list[Draft]) -> Draft | None:
    """The armed group that "the rebels" are: of those named before the one named last."""
    if one.sector != "REB" or one.country is not None or not scene.behind_article(one.start):
        return None
    body = max(armed, key=lambda body: body.last_before(one.start))
    return body if body.last_before(one.start) >= 0 and scene.folded.find(" ", one.start, one.end) < 0 else None


def _of_countries(scene: Scene) -> Iterator[_Group]:
    for one in scene.free_countries:
        end = group_of_country(scene, one) if one.form == "adjective" else 0
        if end:
            last = scene.folded[one.start : end].rsplit(" ", 1)[-1].lower()
            sector = _SECTOR_OF.get(last, "GOV")
            yield _Group(one.start, end, group_of_country, one.country.state, sector)


def group_of_country(scene: Scene, one: CountryMention) -> int:
    """Give the end of a group's name that starts with a country's adjective, or 0.

    Matches "Ghanaian negotiators"; not "Ghanaian cocoa".
    """
    end = one.end
    for _ in range(_LONGEST):
        noun = scene.after(end)
        if not noun:
            return 0
        end += 1 + len(noun)
        if noun in WORDS.collective:
            return end
        if noun in WORDS.stop:
            return 0
    return 0


def _by_nouns(scene: Scene) -> Iterator[_Group]:
    for start, end, entry in scene.reading.hits(BODY_NOUNS):
        if entry.means.sort == "people" and scene.name_over(start) is None:
            group = group_by_noun(scene, start, end, entry.means)
            if group is not None:
                yield group


def group_by_noun(scene: Scene, start: int, end: int, means: BodyNoun) -> _Group | None:
    """A group by a noun for people who act, with the body before it or the place behind it, where it acts.

    Matches "officials in Khartoum", "Hamas negotiators said" and "rebels seized"; not "rebels" in "a map of rebels".
    """
    while (word := scene.modifier_before(start)) is not None:
        start = word[0]
    listed = scene.lists.ending.get(start - 1) if scene.folded[start - 1 : start] == " " else None
    if listed is not None and isinstance(listed.means, CountryWord):
        return None  # a group of that country, or of its capital
    country, sector = None, means.sector
    if listed is not None and isinstance(listed.means, Organization):
        body = listed.means
        country, start = body.country, listed.start
        sector = body.prefix if body.prefix in _INTERNATIONAL or sector == "GOV" else sector
        return _Group(start, end, group_by_noun, country, sector)
    place = _place_behind(scene, end)
    if place is not None and sector in {"GOV", "LEG", "MIL"}:
        return _Group(start, place.end, group_by_noun, country_of(place), sector)
    if scene.before(start) in _COUNTED or not _acts(scene, start, end):
        return None
    return _Group(start, end, group_by_noun, _owner(scene, start), sector)


def _place_behind(scene: Scene, end: int) -> Listed | None:
    """The place behind a group: "officials *in Khartoum*"."""
    if not scene.folded.startswith((" in ", " from "), end):
        return None
    listed = scene.lists.starting.get(scene.folded.index(" ", end + 1) + 1)
    return listed if listed is not None and isinstance(listed.means, CountryWord | ListedPlace) else None


def _owner(scene: Scene, start: int) -> str | None:
    """The country whose people they are: "Kenya's lawmakers"."""
    listed = scene.lists.ending.get(start - 3) if scene.folded.endswith("'s ", max(0, start - 3), start) else None
    return country_of(listed) if listed is not None else None


def _acts(scene: Scene, start: int, end: int) -> bool:
    """Tell whether people do something or are dealt with: "rebels have", "told rebels"."""
    if scene.after(end) in WORDS.verb:
        return True
    first = start - 4 if scene.behind_article(start) else start
    return scene.before(first) in _BEFORE_ACTORS and (not scene.after(end) or scene.after(end) in WORDS.stop)
