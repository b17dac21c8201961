"""What the rules look up in one article: where mentions, places, sentences and quotes stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import regex

from communique import Actor, Article, Claim, Reading
from communique.countries import COUNTRIES, CountryWord
from communique.kinds import Mention
from communique.offsets import Places
from communique.reading import Mentioned, Mentions
from communique.words import Hit
from communique_claims.country_words import CountryWords

REACH = 320
"""How many characters a rule looks to either side of its cue."""


_NEAR = 400
_LOOK_BACK = 12
_FEW = 4
_PAIR = 2
_LONGEST_PHRASE = 7
_DETERMINERS = frozenset({"a", "an", "the", "any", "this", "that", "its", "their"})


class Scene(NamedTuple):
    """A cue and the part of its sentence that its rules look at."""

    start: int
    """Where the cue starts."""
    end: int
    """Where it ends."""
    construction: str
    """The construction it opens."""
    floor: int
    """Where the sentence starts, or the reach to the left ends."""
    ceiling: int
    """Where the sentence ends, or the reach to the right ends."""


class Page:
    """One article as the rules see it."""

    def __init__(self, reading: Reading) -> None:
        """Take what is known of the article; indexes are made on first use."""
        self.reading = reading
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self._mentions: Mentions = reading.mentions(Actor)
        self.claims: list[Claim] = []

    def scene(self, start: int, end: int, construction: str = "") -> Scene:
        """Give a cue its part of the sentence."""
        sentences = self.reading.layout.sentences
        number = sentences.at(start)
        first, last = sentences[number] if number >= 0 else (start, end)
        return Scene(start, end, construction, max(first, start - REACH), min(last, end + REACH))

    def sentence_before(self, position: int) -> int | None:
        """Where the sentence before that of an offset starts, if there is one near it."""
        sentences = self.reading.layout.sentences
        number = sentences.at(position) - 1
        if number < 0:
            return None
        first, last = sentences[number]
        return max(first, last - REACH)

    def earlier(self, position: int, *stances: str, by: Actor | None = None) -> Claim | None:
        """Give the claim found last before an offset, if it is near, of some stances or claimants or of any."""
        for claim in self.claims[:-_LOOK_BACK:-1]:
            near = claim.span.end <= position <= claim.span.end + _NEAR
            if near and (not stances or claim.stance in stances) and by in {None, claim.claimant}:
                return claim
        return None

    @cached_property
    def places(self) -> Places:
        """The names of places."""
        return self.reading.places()

    def starting_at(self, position: int) -> Sequence[Mentioned]:
        """The actors named or referred to from an offset on, the longest phrase first."""
        return self._mentions.starting_at(position) or self._state_of(self.countries.at(position))

    def ending_at(self, position: int) -> Sequence[Mentioned]:
        """The actors named or referred to up to an offset, the longest phrase first."""
        return self._mentions.ending_at(position) or self._state_of(self.countries.ending_at(position))

    def within(self, start: int, end: int) -> list[Mentioned]:
        """The actors named or referred to in ``[start, end)``, in the order of the text."""
        found = list(self._mentions.within(start, end))
        words = list(self.countries.between(start, end))
        if not words:
            return found
        taken = {one.mention.span.start for one in found}
        for hit in words:
            if hit[0] not in taken and not self._is_where(hit[0]):
                found += self._state_of(hit)
        return sorted(found, key=lambda one: one.mention.span.start)

    def names_somebody(self, start: int, end: int) -> bool:
        """Tell whether an actor or a country is named in ``[start, end)``."""
        return self._mentions.any_within(start, end) or next(self.countries.between(start, end), None) is not None

    def _is_where(self, position: int) -> bool:
        """Tell whether a country's name only says where something is: "a road in Kenya"."""
        return self.folded[max(0, position - 6) : position].endswith((" in ", " at ", " near "))

    def _state_of(self, hit: Hit[CountryWord] | None) -> Sequence[Mentioned]:
        """A state that is an actor here, by its name or adjective, wherever that stands.

        An adjective or a name behind a preposition need be no mention of the state, and yet says whose a claim is.
        """
        actor = self._mentions.state(hit[2].means.country.state) if hit is not None else None
        if hit is None or actor is None:
            return ()
        span = self.article.span(hit[0], hit[1])
        return (Mentioned(actor, Mention(span, span, "name" if hit[2].means.form == "name" else "demonym")),)

    @cached_property
    def countries(self) -> CountryWords:
        """The names and adjectives of countries, which say whose something is."""
        return CountryWords(self.reading.hits(COUNTRIES), self.folded)

    def state(self, country: str | None) -> Actor | None:
        """The state actor of a country, where the article has one."""
        return self._mentions.state(country)

    def country_at(self, position: int) -> str | None:
        """The code of the country whose name, adjective or people stands at an offset, behind "the" if need be."""
        behind = position + len("the ") if self.folded.startswith("the ", position) else position
        hit = self.countries.at(behind)
        return hit[2].means.country.code if hit is not None else None

    def speaker_at(self, position: int) -> Mentioned | None:
        """The speaker of the quote that covers an offset, as whoever says "we" or "I" there."""
        quote = self.reading.quote_at(position)
        if quote is None or quote.speaker is None or not quote.speaker.mentions:
            return None
        return Mentioned(quote.speaker, quote.speaker.mentions[0])

    def pair_before(self, position: int) -> list[Mentioned]:
        """The two states told of before an offset: the parties of the claim before, else the only two named near it."""
        known = self.earlier(position)
        pair = [known.claimant, known.against] if known is not None else []
        if pair and all(actor is not None and actor.kind == "state" for actor in pair):
            return [Mentioned(actor, actor.mentions[0]) for actor in pair if actor is not None]
        states: dict[Actor, Mentioned] = {}
        for one in self.within(max(0, position - _NEAR), position):
            if one.actor.kind == "state":
                states[one.actor] = one
        return list(states.values()) if len(states) == _PAIR else []

    def is_quoted(self, position: int) -> bool:
        """Tell whether an offset is inside quoted words, not merely reported ones."""
        quote = self.reading.quote_at(position)
        return quote is not None and quote.kind != "indirect"

    def named_at(self, position: int) -> Mentioned | None:
        """The actor whose name stands at an offset."""
        for found in self.starting_at(position):
            if found.mention.span.start == position and found.mention.form in {"name", "metonym", "surname"}:
                return found
        return None

    def words_before(self, position: int, floor: int) -> Iterator[tuple[int, int, str]]:
        """The words left of an offset, nearest first: start, end, word in lower case."""
        for start, end, word in self.reading.words.before(position, floor):
            yield start, end, word.lower()

    def phrase_opening(self, position: int, floor: int) -> int | None:
        """Where the noun phrase that ends before an offset starts: at its determiner, a few words back."""
        for start, end, word in islice(self.words_before(position, floor), _LONGEST_PHRASE):
            if end < position - 1 and self.folded[end : end + 1] not in {" ", "-"}:
                return None
            if word in _DETERMINERS:
                return start
        return None

    def last_words(self, scene: Scene) -> list[tuple[int, int, str]]:
        """The few words right before a cue, nearest first: start, end, word in lower case."""
        return list(islice(self.words_before(scene.start, scene.floor), _FEW))

    def words_matching(self, scene: Scene, pattern: regex.Pattern[str]) -> int | None:
        """Where words matching a pattern start that end right before the cue; they begin at one of the last words."""
        best = None
        for start, _, _ in islice(self.reading.words.before(scene.start, scene.floor), _FEW + 2):
            if pattern.fullmatch(self.folded, start, scene.start):
                best = start
        return best
