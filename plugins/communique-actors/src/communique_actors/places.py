"""Places: states and listed places by name, filing places, and names in a place's position."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from communique import Name, Place, Span, because
from communique.countries import COUNTRIES, CountryWord
from communique_actors.gazetteer import NONE, namesakes, spaced
from communique_actors.lexicons import PLACES, WORDS, ListedPlace
from communique_actors.place_rows import place_among_places, place_named_again
from communique_actors.place_rules import (
    RULES_FOR,
    PlaceRule,
    abbreviated_region,
    filing_place,
    has_place_beside,
    listed_place,
    place_by_noun,
)
from communique_actors.scene import Scene
from communique_actors.signs import SURNAME_LIKE, THING, all_signs
from communique_actors.whereabouts import Sighting, settle

_start = attrgetter("span.start")
_ENDS_OF_DIRECTIONS = frozenset({"h ", "t ", "n ", "l ", "r "})


def places(scene: Scene, persons_at: frozenset[int]) -> Iterator[Place]:
    """Give the places of an article; names of persons are none."""
    sightings = _sightings(scene, persons_at)
    settle(scene, sightings, persons_at)
    found: dict[tuple[str, str | None], tuple[Sighting, list[Span]]] = {}
    for one in sightings:
        span = one.span
        key = _plain(span.text), one.country
        known = found.get(key)
        if known is None:
            found[key] = one, [span]
        else:
            known[1].append(span)
    for first, mentions in found.values():
        span = first.span
        evidence = because(first.rule, span, *first.cues)
        yield Place(span, span.text, first.country, first.sort, tuple(mentions), evidence=evidence)


def _plain(name: str) -> str:
    return name.casefold() if name.isalpha() else " ".join(name.split()).casefold().replace(".", "")


def _sightings(scene: Scene, persons_at: frozenset[int]) -> list[Sighting]:
    """The mentions of places, in the order of the text."""
    found = [
        Sighting(span, country, sort, filing_place, listed=country is not None, bound=country is not None)
        for span, country, sort in filing_place(scene)
    ]
    known: set[int] = set()
    told: set[str] = set()
    for one in _uncapitalised(scene):
        found.append(one)
        known.update(range(one.span.start, one.span.end))
    found += _by_name(scene, persons_at, known, told)
    for name in place_among_places(scene, known, persons_at):
        found.append(Sighting(name.span, None, "place", place_among_places))
        known.add(name.span.start)
        told.add(spaced(name.span.text))
    if told:
        again = place_named_again(scene, frozenset(told), persons_at.union(known))
        found.extend(Sighting(name.span, None, "place", place_named_again) for name in again)
    found.sort(key=_start)
    return found


def _by_name(scene: Scene, persons_at: frozenset[int], known: set[int], told: set[str]) -> list[Sighting]:
    """The names that are places by themselves or by what stands beside them, noted as known and told."""
    found: list[Sighting] = []
    diseases, given = _not_places(scene)
    not_places = bool(diseases or given)
    folded, rules_for = scene.folded, RULES_FOR.get
    for start, end, sort, name in scene.spots:
        if sort == "unknown" and not has_place_beside(scene, start, end):
            continue
        rules = rules_for(sort)
        if rules is None or start in persons_at or start in known:
            continue
        if not_places and _is_none(scene, spaced(name.span.text), start, diseases, given):
            continue
        for rule in rules:
            answer = rule(scene, name)
            if answer is not None:
                break
        else:
            continue
        country, lies = answer
        if _is_part_of_more(scene, name, lies, persons_at):
            continue
        one = _sighting(scene, name, rule, country, lies)
        found.append(one)
        known.add(start)
        if sort == "unknown":
            told.add(spaced(name.span.text))
        if folded.startswith(", ", end):
            short = abbreviated_region(scene, end)
            if short is not None and (not one.listed or short[1] in one.candidates):
                found.append(Sighting(*short, "region", abbreviated_region, listed=True, bound=True))
                known.add(short[0].start)
    return found


def _is_none(scene: Scene, name: str, start: int, diseases: set[str], given: set[str]) -> bool:
    """Tell whether a name is a disease's, or a person's first one where nothing is told to be somewhere."""
    return name in diseases or (name in given and scene.before(start) not in WORDS.locative)


def _uncapitalised(scene: Scene) -> Iterator[Sighting]:
    """The listed names that do not begin with a capital: "38th parallel", "mainland *China*", "eSwatini"."""
    folded, article = scene.folded, scene.article
    for start, end, entry in scene.reading.hits(PLACES):
        if not folded[start].isupper() and scene.name_over(start) is None:
            means = entry.means
            yield Sighting(article.span(start, end), means.country, means.sort, listed_place, listed=True)
    for start, end, word in scene.reading.hits(COUNTRIES):
        if not folded[start].isupper() and word.means.form == "name":
            while folded[start : (blank := folded.find(" ", start, end) + 1)].islower():
                start = blank  # noqa: PLW2901
            yield Sighting(article.span(start, end), word.means.country.state, "country", listed_place, listed=True)


def _not_places(scene: Scene) -> tuple[set[str], set[str]]:
    """Names of diseases ("Marburg" of "Marburg virus") and the first names of persons ("Jordan" of "Jordan Smith")."""
    diseases: set[str] = set()
    given: set[str] = set()
    folded, beginnings = scene.folded, _disease_beginnings()
    for start, end, sort, name in scene.spots:
        if sort == "person":
            if folded.find(" ", start, end) >= 0:
                given.add(name.span.text.split(None, 1)[0])
        elif folded[end : end + 4] in beginnings and scene.after(end) in WORDS.disease:
            diseases.add(spaced(name.span.text))
    return diseases, given


@cache
def _ends_of_bodies() -> frozenset[str]:
    """The last characters before the name of a state that may end a company's, to look before words are cut out."""
    return frozenset(f"{end} " for word in WORDS.body_first for end in (word[-2:], word[-2:].upper()))


@cache
def _disease_beginnings() -> frozenset[str]:
    """The first characters of what may stand behind the name of a disease, to look before words are cut out."""
    return frozenset(f" {word[:3]}" for word in WORDS.disease)


def _sighting(scene: Scene, name: Name, rule: PlaceRule, country: str | None, sort: str) -> Sighting:
    span = name.span
    if rule is place_by_noun and country is not None:
        others = namesakes(spaced(span.text).rpartition(" ")[0]).countries
        return Sighting(span, country, sort, rule, listed=True, others=others)
    start = span.start
    listed = scene.lists.starting.get(start)
    means = listed.means if listed is not None and listed.end == span.end else None
    capital = False
    if isinstance(means, CountryWord):
        capital = means.form == "capital"
        country, sort = means.country.state, "country" if means.form == "name" else "city"
    elif isinstance(means, ListedPlace):
        country, sort = means.country, means.sort
    elif rule is not listed_place:
        return Sighting(span, None, sort, rule)
    if scene.folded[start - 2 : start] in _ENDS_OF_DIRECTIONS:
        span = _with_direction(scene, name)
    others, even = namesakes(span.text) if span is name.span else NONE
    return Sighting(span, country, sort, rule, True, capital, others, even)


def _with_direction(scene: Scene, name: Name) -> Span:
    """The span of a place with the direction that belongs to its name: "*Southern* California"."""
    start = name.span.start
    if scene.starts_sentence(start):
        return name.span
    while (word := scene.word_before(start)) is not None:
        text = scene.folded[word[0] : word[1]]
        if not text[0].isupper() or text.isupper() or text.lower().replace("-", "") not in WORDS.direction:
            break
        if scene.starts_sentence(word[0]):
            break
        start = word[0]
    return scene.article.span(start, name.span.end) if start < name.span.start else name.span


def _is_part_of_more(scene: Scene, name: Name, sort: str, persons_at: frozenset[int]) -> bool:
    """Tell whether a name is part of another: "Tarnholm Zoo", "Lars Tarnholm", "Treaty of Tarnholm", "US$2 million"."""
    folded, start, end = scene.folded, name.span.start, name.span.end
    sign = folded[end : end + 1]
    if sign == "$" or (sign == "-" and folded[end + 1 : end + 2].isupper() and end + 1 not in scene.lists.starting):
        return True
    more = scene.name_at.get(end + 1)
    if (
        more is not None
        and sign == " "
        and more.sort == "unknown" != name.sort
        and more.span.start not in persons_at
        and folded[end - 1] != "."
    ):
        return True
    if folded[start - 4 : start] == " of ":
        before = scene.name_before.get(start - 4)
        return before is not None and bool(all_signs(before.span.text.rsplit(None, 1)[-1:]) & (THING | SURNAME_LIKE))
    if sort != "city":
        if folded[start - 3 : start] not in _ends_of_bodies():
            return False
        word = scene.word_before(start)
        return word is not None and folded[word[0]].isupper() and scene.before(start) in WORDS.body_first
    before = scene.name_before.get(start - 1)
    return (
        before is not None
        and before.sort == "unknown"
        and folded[start - 1] == " "
        and not before.span.text.isupper()
        and before.span.start not in persons_at
        and before.span.text.lower() not in WORDS.direction
    )
