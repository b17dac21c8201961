"""Groups without a name of their own: "Ukrainian authorities", "officials in Khartoum", "rebels"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define

from communique.countries import CountryWord
from communique_actors.acting import acts, is_busy, is_counted, suffers
from communique_actors.drafts import Draft
from communique_actors.leading_words import of_staff, with_qualities, with_side
from communique_actors.lexicons import BODY_NOUNS, WORDS, BodyNoun, ListedPlace, Organization, roles_of_staff
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
        "worshippers pilgrims man woman student citizen teenager activist prisoner clerics monks priests "
        "missionaries missionary scientists scientist engineers lawyers lawyer nurses nurse medics medic crew "
        "girls boys minors nuns nun bishops bishop academics academic researchers athletes ranchers drivers "
        "truckers physician actor expatriates tribesmen groups group people"
    ),
}
_SECTOR_OF = {noun: sector for sector, nouns in _SECTORS.items() for noun in nouns.split()}
_LONGEST = 3
_MOST_ARMED = 20
_AT_HOME = frozenset({"OPP", "LAB", "EDU", "AGR", "LEG"})
"""Those of whom a place behind them tells the country: "students *in Nepal*"."""
_MOVED = frozenset({"evacuate", "evacuated", "deport", "deported", "rescue", "rescued", "expel", "expelled"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "the", "some", "most", "more", "remaining", "of", "out"})
_MOST_BEFORE = 4
_OF_PLACES = frozenset({"GOV", "LEG", "MIL", "REB", "COP"})
_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
_COUNTED = frozenset({"two", "three", "four", "five", "six", "both", "these", "those", "all", "other", "no", "many"})


@define(eq=False)
class _Group:
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
    taken = {at for body in bodies for at, mention in body.mentions.items() if mention.form == "nominal"}
    end = 0
    for one in sorted((*_of_countries(scene), *_by_nouns(scene)), key=lambda one: (one.start, -one.end)):
        if one.start < end or one.start in taken:
            continue
        end = one.end
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


def governments(scene: Scene, states: list[Draft]) -> list[Draft]:
    """Give governments of nobody who is named: "the government banned rallies"."""
    hits = [hit for hit in scene.reading.hits(BODY_NOUNS) if hit[2].means.sort == "government"]
    if not hits:
        return []
    mentions = [mention for state in states for mention in state.mentions.values()]
    covered = {end for mention in mentions for end in (mention.span.end, mention.phrase.end)}
    found: dict[str, Draft] = {}
    for start, end, _ in hits:
        if end in covered or _is_named(scene, start, end):
            continue
        if unnamed_government(scene, start, end):
            leader = scene.name_before.get(start - 1)  # "the *Ruiz* administration"
            span = scene.span(leader.span.start if leader is not None else start, end)
            draft = found.setdefault(
                span.text.lower(), Draft("organization", span.text, unnamed_government, [span], None, "GOV")
            )
            draft.mention(span, "nominal", scene.with_article(span))
    return list(found.values())


def unnamed_government(scene: Scene, start: int, end: int) -> bool:
    """A government by its noun alone, where it acts or is dealt with.

    Matches "the government" in "Doctors accused the government"; not in "the government building".
    """
    if scene.folded.endswith("'s ", 0, start) or (start - 1) in scene.lists.ending:
        return False
    return acts(scene, start, end)


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
            *_, before, last = scene.folded[one.start : end].lower().rsplit(" ", 2)
            sector = _SECTOR_OF.get(last) or (roles_of_staff().get(before) if last in WORDS.staff else None) or "GOV"
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
        noun = noun.removesuffix("'s")
        end += 1 + len(noun)
        if noun in WORDS.collective:
            return end
        if noun in WORDS.stop:
            return 0
    return 0


def _by_nouns(scene: Scene) -> Iterator[_Group]:
    for start, end, entry in scene.reading.hits(BODY_NOUNS):
        sort = entry.means.sort
        of_side = sort == "noun" and with_side(scene, start) is not None  # "an Iran-backed group"
        if (sort == "people" or of_side or _may_act(scene, start, end, sort)) and not _is_named(scene, start, end):
            group = group_by_noun(scene, start, end, entry.means)
            if group is not None:
                yield group


def _may_act(scene: Scene, start: int, end: int, sort: str) -> bool:
    """Tell whether such a noun stands for people who act: "18 *people*", "the *union* called", "shelled the *camp*"."""
    if sort == "crowd":
        return is_counted(scene, start)
    if scene.folded.startswith("movement of ", start):  # of people or goods
        return False
    return sort in {"body", "thing"} and (suffers(scene, start, end) or (sort == "body" and is_busy(scene, end)))


def group_by_noun(scene: Scene, start: int, end: int, means: BodyNoun) -> _Group | None:
    """A group by a noun for people who act, with the body before it or the place behind it, where it acts.

    Matches "officials in Khartoum", "Hamas negotiators said" and "rebels seized"; not "rebels" in "a map of rebels".
    """
    noun_start, start = start, with_qualities(scene, start)
    country, sector = None, means.sector
    side = with_side(scene, start)
    if side is not None:
        start, country = side
        return _Group(start, end, group_by_noun, country, sector) if acts(scene, start, end) else None
    if scene.folded[noun_start:end].lower() in WORDS.staff:
        start, sector = of_staff(scene, start, noun_start, sector)
    listed = scene.lists.ending.get(start - 1) if scene.folded[start - 1 : start] == " " else None
    if listed is not None and isinstance(listed.means, CountryWord):
        if listed.means.form == "adjective" and listed.start in scene.free_adjectives:
            return _Group(listed.start, end, group_by_noun, country_of(listed), sector)
        if listed.means.form != "name" or not acts(scene, listed.start, end):
            return None
        return _Group(listed.start, end, group_by_noun, country_of(listed), sector)
    if listed is not None and isinstance(listed.means, ListedPlace) and acts(scene, listed.start, end):
        return _Group(start, end, group_by_noun, country_of(listed), sector)
    if listed is not None and isinstance(listed.means, Organization):
        body = listed.means
        country, start = body.country, listed.start
        of_body = (
            body.prefix in _INTERNATIONAL or sector == "GOV" or scene.folded[noun_start:end].lower() in WORDS.staff
        )
        sector = body.prefix if of_body else sector
        return _Group(start, end, group_by_noun, country, sector)
    place = _place_of(scene, start, noun_start, end)
    at_home = sector in _OF_PLACES or means.sector == "GOV" or (sector == "REF" and _came_from(scene, start, end))
    if place is not None and at_home:
        return _Group(start, place.end, group_by_noun, country_of(place), sector)
    if (
        _is_of_body(scene, end)
        or (means.sector == "GOV" and scene.before(start) in _COUNTED)
        or not acts(scene, start, end)
    ):
        return None
    country = _owner(scene, start)
    if country is None and place is not None and sector in _AT_HOME:
        country = country_of(place)
    return _Group(start, end, group_by_noun, country, sector)


def _place_of(scene: Scene, start: int, noun_start: int, end: int) -> Listed | None:
    """The place behind a group that tells whose it is: not "exiles *in Paris*", nor what it is pulled out of."""
    place = _place_behind(scene, end)
    if place is None:
        return None
    if scene.folded.startswith(" in ", end):
        return place if scene.folded[noun_start:end].lower() not in WORDS.abroad else None
    return None if _is_withdrawn(scene, start) else place


def _came_from(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a place behind people on the move is where they came from, and not where they are taken from."""
    return scene.folded.startswith(" from ", end) and acts(scene, start, end) and scene.before(start) not in _MOVED


def _is_withdrawn(scene: Scene, start: int) -> bool:
    """Tell whether forces are pulled out of a place rather than come from it: "withdraw his *troops* from Kuwait"."""
    for _ in range(_MOST_BEFORE):
        found = scene.word_before(start)
        if found is None:
            return False
        start = found[0]
        word = scene.folded[start : found[1]].lower()
        if word in WORDS.withdrawing:
            return True
        if word not in _OWNERS and word not in _COUNTED and not word.isdigit():
            return False
    return False


def _is_named(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a noun is part of a name, and not one only because a sentence starts with it: "*Gunmen* said"."""
    name = scene.name_over(start)
    if name is None:
        return False
    if name.sort != "unknown" or name.span.start != start or name.span.end > end:
        return True
    return not scene.starts_sentence(start) and not scene.folded[start : end - 1].isupper()  # "20 *MPs*"


def _place_behind(scene: Scene, end: int) -> Listed | None:
    """The place behind a group: "officials *in Khartoum*"."""
    if not scene.folded.startswith((" in ", " from "), end):
        return None
    start = scene.folded.index(" ", end + 1) + 1
    start += len("the ") if scene.folded.startswith("the ", start) else 0
    listed = scene.lists.starting.get(start)
    return listed if listed is not None and isinstance(listed.means, CountryWord | ListedPlace) else None


def _is_of_body(scene: Scene, end: int) -> bool:
    """Tell whether a body or state behind a group is who acts: "inspectors *of the United Nations*"."""
    if not scene.folded.startswith(" of ", end):
        return False
    start = end + len(" of ")
    start += len("the ") if scene.folded.startswith("the ", start) else 0
    listed = scene.lists.starting.get(start)
    return listed is not None and not isinstance(listed.means, ListedPlace)


def _owner(scene: Scene, start: int) -> str | None:
    """The country whose people they are: "Kenya's lawmakers"."""
    listed = scene.lists.ending.get(start - 3) if scene.folded.endswith("'s ", max(0, start - 3), start) else None
    return country_of(listed) if listed is not None else None
