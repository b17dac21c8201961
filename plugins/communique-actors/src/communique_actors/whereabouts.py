"""In which country a place lies: what its name leaves open, the words beside it tell, or else the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable

from attrs import define, field

from communique import Span
from communique.countries import CountryWord
from communique_actors.gazetteer import namesakes, spaced
from communique_actors.lexicons import PLACES, WORDS, ListedPlace
from communique_actors.scene import Scene

_NOUN = "district|province|county|region|area|village|town|city|suburb|slums|camp|valley|island|airport|base|hospital"
_LINK = re.compile(
    rf"(?: (?:{_NOUN}))?,? (?:in|near|(?:just )?outside|part of|(?:just )?(?:north|south|east|west)(?:east|west)? of)"
    rf"(?: the)?(?: (?:state|province|county|region|district|island) of)?"
    rf"(?: (?:north|south|east|west)(?:east|west|ern|eastern|western)?| (?:central|rural|coastal)){{0,2}} (?=\w)"
)
_APPOSITION = re.compile(
    r", (?:an?|the) [^,.;:\n\"()]{0,60}?(?:of|in|near|outside)"
    r"(?: (?:north|south|east|west)(?:east|west|ern|eastern|western)?)? (?=[A-Z])"
)
_NEEDED_OF_CAPITALS = 3
_TIMES_USUAL = 4
_LEAST_SHARE = 0.4


@define(eq=False)
class Sighting:
    """A mention of a place while its country is looked for."""

    span: Span
    country: str | None
    sort: str
    rule: Callable[..., object]
    listed: bool = False
    """Whether the name is on a list, so that its country is known or known to be open."""
    capital: bool = False
    """Whether it is the name of a capital."""
    others: tuple[str, ...] = ()
    """The countries besides in which places of that name lie."""
    even: bool = False
    """Whether the usual country is hardly likelier than those."""
    bound: bool = False
    """Whether the words beside it tell the country."""
    cues: tuple[Span, ...] = field(init=False, default=())
    """The words that tell it."""
    is_open: bool = field(init=False)
    """Whether something else has to tell its country."""

    def __attrs_post_init__(self) -> None:
        """Note whether the name alone tells the country."""
        self.is_open = not self.bound and bool(self.others or (self.country is None and not self.listed))

    @property
    def candidates(self) -> tuple[str, ...]:
        """The countries it may lie in."""
        return (self.country, *self.others) if self.country else self.others

    def bind(self, country: str, cue: Span | None) -> None:
        """Take the country that the words beside it tell."""
        if self.sort == "country" and country != self.country:
            self.sort = "region"
        self.country, self.bound, self.others, self.is_open = country, True, (), False
        if cue is not None:
            self.cues += (cue,)


def settle(scene: Scene, sightings: list[Sighting], persons_at: frozenset[int]) -> None:
    """Decide on the country of each mention of a place.

    Names that several places bear are decided on first, since unlisted ones take the country of those around them.

    Args:
        scene: The article.
        sightings: The mentions, in the order of the text; their countries are filled in.
        persons_at: Where names of persons start.
    """
    open_ones = [one for one in sightings if one.is_open]
    if not open_ones:
        return
    neighbours = _Neighbours(sightings)
    neighbours.bind(scene, open_ones)
    _share(sightings, open_ones)
    open_ones = [one for one in open_ones if one.is_open]
    if open_ones:
        tally = _Tally(scene, sightings, persons_at)
        for one in sorted(open_ones, key=_capitals_first):
            if one.others:
                tally.decide(one)
        open_ones = [one for one in open_ones if one.is_open]
        neighbours.bind(scene, open_ones)
        _share(sightings, open_ones)
        _fill(scene, sightings, open_ones, tally.main)


def _capitals_first(one: Sighting) -> bool:
    return not one.capital


class _Neighbours:
    """The mentions by where they start and end."""

    def __init__(self, sightings: list[Sighting]) -> None:
        self.starting = {one.span.start: one for one in sightings}
        self.ending = {one.span.end: one for one in sightings}

    def bind(self, scene: Scene, open_ones: list[Sighting]) -> None:
        for one in reversed(open_ones):  # so that "Elm Street, Paris, Texas" is bound from its end
            if one.is_open and not (
                _qualified(scene, one, self.starting) or _headed(scene, one) or _possessed(scene, one, self.ending)
            ):
                self._bind_outer(scene, one)

    def _bind_outer(self, scene: Scene, one: Sighting) -> None:
        """Bind a state or region to the country of the city before it: "Atlanta, Georgia"."""
        start = one.span.start
        inner = self.ending.get(start - 2) if scene.folded.startswith(", ", start - 2) else None
        if inner is not None and one.sort != "city" and inner.country in one.candidates:
            one.bind(inner.country, inner.span)


def _qualified(scene: Scene, one: Sighting, starting: dict[int, Sighting]) -> bool:
    """Bind a place to the state or region behind it: "Tarnholm, Bavaria", "Tarnholm in Bavaria"."""
    folded, end = scene.folded, one.span.end
    if folded.startswith((", ", " ("), end):
        outer = starting.get(end + 2)
        if outer is not None and (outer.sort != "city" or not one.listed):
            return _bind_inside(one, outer)
    link = scene.article.match(_APPOSITION if folded.startswith((", a", ", the "), end) else _LINK, end)
    outer = starting.get(link.end()) if link else None
    return outer is not None and outer is not one and not outer.others and _bind_inside(one, outer)


def _bind_inside(one: Sighting, outer: Sighting) -> bool:
    """Bind a place to the country it shares with one it lies in or near."""
    if one.listed:
        shared = [country for country in outer.candidates if country in one.candidates]
        if not shared and one.others and outer.sort == "province" and outer.country:
            shared = [outer.country]  # a name that many places bear, and one more
    else:
        shared = [] if outer.is_open else list(outer.candidates)
    if not shared:
        return False
    if outer.is_open:
        outer.bind(shared[0], one.span)
    one.bind(shared[0], outer.span)
    return True


def _headed(scene: Scene, one: Sighting) -> bool:
    """Bind a place to the country or region before its noun: "the Kenyan town of Tarnholm"."""
    start = one.span.start
    if scene.folded[start - 4 : start] != " of ":
        return False
    noun = scene.word_before(start - 3)
    if noun is None or scene.folded[noun[0] : noun[1]] not in WORDS.place_noun:
        return False
    adjective = scene.lists.ending.get(noun[0] - 1)
    if adjective is None:
        word = scene.word_before(noun[0])
        adjective = scene.lists.ending.get(word[0] - 1) if word else None
    country = _country(adjective.means) if adjective is not None else None
    if adjective is None or country is None or (one.listed and country not in one.candidates):
        return False
    one.bind(country, scene.article.span(adjective.start, adjective.end))
    return True


def _possessed(scene: Scene, one: Sighting, ending: dict[int, Sighting]) -> bool:
    """Bind an unlisted place to the one whose it is: "Nairobi's Tarnholm Park"."""
    start = one.span.start
    if one.listed or scene.folded[start - 3 : start] != "'s ":
        return False
    owner = ending.get(start - 3)
    return owner is not None and _bind_inside(one, owner)


def _country(means: object) -> str | None:
    if isinstance(means, CountryWord):
        return means.country.state
    return means.country if isinstance(means, ListedPlace) else None


def _share(sightings: list[Sighting], open_ones: list[Sighting]) -> None:
    """Give every mention of a name the country that one of them has from the words beside it."""
    names = {spaced(one.span.text).casefold() for one in open_ones if one.is_open}
    if not names:
        return
    told: dict[str, Sighting] = {}
    for one in sightings:
        if one.bound and (name := spaced(one.span.text).casefold()) in names:
            told.setdefault(name, one)
    for one in open_ones:
        known = told.get(spaced(one.span.text).casefold()) if one.is_open else None
        if known is not None and known.country:
            one.bind(known.country, known.cues[0] if known.cues else None)


class _Tally:
    """Of which countries an article speaks: the places in them that it names, and how often it names the states."""

    def __init__(self, scene: Scene, sightings: Iterable[Sighting], persons_at: frozenset[int]) -> None:
        self.places: dict[str, set[str]] = {}
        starting = scene.lists.starting
        for start, end, entry in scene.reading.hits(PLACES):
            country, name = entry.means.country, scene.folded[start:end]
            if starting[start].end > end:  # "Papua" of "Papua New Guinea"
                continue
            if country and not namesakes(name).countries and not _in_other_name(scene, start):
                self._add(country, name)
        for one in sightings:
            if one.country and one.sort != "country" and not one.others and (one.bound or not one.capital):
                self._add(one.country, spaced(one.span.text))
        self.states = {one.country.state for one in scene.countries if one.country.state}
        """The states whose words stand in the article."""
        self.weights = Counter({country: len(names) for country, names in self.places.items()})
        self.weights.update(
            one.country.state
            for one in scene.countries
            if one.country.state and one.form != "capital" and one.start not in persons_at
            and not (one.form == "name" and namesakes(one.country.name).countries)
        )  # fmt: skip

    def _add(self, country: str, name: str) -> None:
        self.places.setdefault(country, set()).add(name.casefold())

    def decide(self, one: Sighting) -> None:
        """Take the country the article speaks of, of those in which places of that name lie."""
        likeliest = max(one.others, key=lambda country: (self.weights[country], -one.others.index(country)))
        if self.weights[likeliest] and (one.country is None or self._outweighs(one, one.country, likeliest)):
            one.bind(likeliest, None)
            return
        one.others = ()
        one.is_open = one.country is None and not one.listed
        if one.capital and one.country:
            self._add(one.country, spaced(one.span.text))
            self.weights[one.country] += 1

    def _outweighs(self, one: Sighting, usual: str, other: str) -> bool:
        """Tell whether places named in one country speak against the usual meaning of a name."""
        places = len(self.places.get(other, ()))
        if self.weights[usual]:
            return not one.capital and places >= _TIMES_USUAL * self.weights[usual]
        if one.sort == "country" and places <= len(self.states - {usual, other}):
            return False  # "Georgia and Moldova" are states among states
        return places >= (_NEEDED_OF_CAPITALS if one.capital and not one.even else 1)

    @property
    def main(self) -> str | None:
        """The country most of what is named belongs to, if there is one."""
        if not self.weights:
            return None
        country = max(self.weights, key=self.weights.__getitem__)
        return country if self.weights[country] >= _LEAST_SHARE * self.weights.total() else None


def _in_other_name(scene: Scene, position: int) -> bool:
    """Tell whether a word is part of a person's name or of one on no list: "Ceamurlia de *Jos*"."""
    name = scene.name_over(position)
    return name is not None and (name.sort == "person" or (name.sort == "unknown" and name.span.start < position))


def _fill(scene: Scene, sightings: list[Sighting], open_ones: list[Sighting], main: str | None) -> None:
    """Give unlisted places, name by name, the country of those in their sentences, else that of the article."""
    named: dict[str, list[Sighting]] = {}
    for one in open_ones:
        if one.is_open:
            named.setdefault(spaced(one.span.text).casefold(), []).append(one)
    if not named:
        return
    located = [one for one in sightings if one.country and one.sort != "country" and not one.is_open]
    starts = [one.span.start for one in located]
    for same in named.values():
        told = Counter(filter(None, (_country_of_sentence(scene, one, located, starts) for one in same)))
        country = max(told, key=told.__getitem__) if told else main
        for one in same:
            one.country = country


def _country_of_sentence(scene: Scene, one: Sighting, located: list[Sighting], starts: list[int]) -> str | None:
    """The country of the nearest place in the sentence."""
    position = one.span.start
    first = bisect_left(starts, scene.sentence_start(position))
    last = bisect_left(starts, scene.sentence_end(position))
    number = bisect_left(starts, position)
    near = [located[at] for at in (number - 1, number) if first <= at < last]
    return min(near, key=lambda other: abs(other.span.start - position)).country if near else None
