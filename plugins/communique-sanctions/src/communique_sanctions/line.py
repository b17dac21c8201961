"""What the rules look up: the words of one sentence, and who is named where in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import compress, islice
from typing import NamedTuple

from communique import Actor, Article, Dateline, Place, Reading
from communique.countries import COUNTRIES, CountryWord
from communique.offsets import Places, hit_at, hit_ending_at
from communique.reading import Mentioned, Mentions
from communique.words import Hit
from communique_sanctions.kind import Sanction

LONGEST = 2000
"""A longer sentence is read up to here."""

Party = Actor | Place


class Found(NamedTuple):
    """A party and the words that name it."""

    party: Party
    first: int
    """Number of its first word."""
    behind: int
    """Number of the word behind it."""


class Page:
    """One article as the rules see it."""

    def __init__(self, reading: Reading) -> None:
        """Take what is known of the article; indexes are made on first use."""
        self.reading = reading
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.mentions: Mentions = reading.mentions(Actor)
        self.places: Places = reading.places()
        self.countries: Sequence[Hit[CountryWord]] = reading.hits(COUNTRIES)
        self.last: Sanction | None = None
        """What was found last."""

    def state_from(self, start: int) -> tuple[int, Actor] | None:
        """The state that an adjective or name at an offset means, if it is an actor here, and where the word ends."""
        hit = hit_at(self.countries, start)
        actor = self.state_of(hit) if hit is not None else None
        return (hit[1], actor) if hit is not None and actor is not None else None

    def state_of(self, hit: Hit[CountryWord]) -> Actor | None:
        """The state that the name or adjective of a country means, if it is an actor here."""
        return self.mentions.state(hit[2].means.country.state)

    def names_country(self, end: int) -> bool:
        """Tell whether the name of a country ends at an offset, no adjective or abbreviation: "Iran", not "U.S."."""
        hit = hit_ending_at(self.countries, end)
        return hit is not None and hit[2].means.form == "name" and not self.folded[hit[0] : end].isupper()


class Line:
    """The words of one sentence, in lower case, with the signs between them."""

    def __init__(self, page: Page, number: int) -> None:
        """Take the words of a sentence."""
        start, end = page.reading.layout.sentences[number]
        dateline = page.reading.at(Dateline, start)
        if dateline is not None:
            start = min(max(start, dateline.span.end), end)
        end = min(end, start + LONGEST)
        starts, words = page.reading.words.columns
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        kept, here = words[first:last], starts[first:last]
        if "" in kept:
            here, kept = list(compress(here, kept)), list(filter(None, kept))
        self.page = page
        self.start: int = start
        self.end: int = end
        self.starts = here
        self.printed = kept
        self.words: list[str] = list(map(str.lower, kept))
        self.ends: list[int] = [at + len(word) for at, word in zip(here, kept, strict=True)]

    def __len__(self) -> int:
        """How many words it has."""
        return len(self.words)

    def word(self, i: int) -> str:
        """Word i, empty outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def gap(self, i: int) -> str:
        """The signs between word i and the one before it, blanks left out; at either end a full stop."""
        return self._gaps[i] if 0 < i < len(self.words) else "."

    @cached_property
    def _gaps(self) -> list[str]:
        folded = self.page.folded
        gaps = [
            "" if start == end + 1 and folded[end] == " " else folded[end:start].strip()
            for end, start in zip(self.ends, islice(self.starts, 1, None), strict=False)
        ]
        return [".", *gaps]

    @cached_property
    def _conditions(self) -> list[int]:
        return [i for i, word in enumerate(self.words) if word in {"if", "unless"}]

    def has_condition(self, i: int) -> bool:
        """Tell whether a condition stands behind a word, or opens the sentence."""
        return bool(self._conditions) and (self._conditions[-1] > i or self._conditions[0] == 0)

    def number(self, offset: int) -> int:
        """Number of the first word that starts at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def phrase(self, first: int, behind: int) -> str:
        """The words of a stretch in lower case, joined by blanks."""
        return " ".join(self.words[max(0, first) : behind])

    # ------------------------------------------------------------ who is named

    def party_from(self, i: int) -> Found | None:
        """The party named from word i on, "the" in front left out or not."""
        if not 0 <= i < len(self.words):
            return None
        at = self.starts[i]
        mentioned = self.page.mentions.starting_at(at)
        if mentioned:
            return self._to_the_right(mentioned[0], i)
        place = self.page.places.starting_at(at)
        if place is not None:
            return Found(self._state(place[2]), i, self.number(place[1]))
        state = self.page.state_from(at) if self.printed[i][0].isupper() else None
        if state is not None:
            return Found(state[1], i, self.number(state[0]))
        return None

    def party_to(self, behind: int) -> Found | None:
        """The party whose name or phrase ends right before a word."""
        if behind <= 0:
            return None
        for end in (self.ends[behind - 1], self.ends[behind - 1] + 1):  # "U.S." ends behind its stop
            mentioned = self.page.mentions.ending_at(end)
            for one in mentioned:
                span = one.mention.phrase if one.mention.phrase.end == end else one.mention.span
                if "," in span.text and one.mention.span.end < end and self.gap(behind) != ",":
                    continue
                first = self.number(max(self.start, min(span.start, one.mention.span.start)))
                if first < behind:
                    return Found(one.actor, first, behind)
            place = self.page.places.ending_at(end)
            if place is not None:
                return Found(self._state(place[2]), self.number(place[0]), behind)
            hit = hit_ending_at(self.page.countries, end)
            state = self.page.state_of(hit) if hit is not None and hit[0] >= self.start else None
            if hit is not None and state is not None:
                return Found(state, self.number(hit[0]), behind)
        return None

    def country_to(self, behind: int) -> int | None:
        """Number of the first word of the name or adjective of a country that ends right before a word."""
        if behind <= 0 or not self.printed[behind - 1][0].isupper():
            return None
        for end in (self.ends[behind - 1], self.ends[behind - 1] + 1):
            country = hit_ending_at(self.page.countries, end)
            if country is not None and country[0] >= self.start:
                return self.number(country[0])
        return None

    def _to_the_right(self, one: Mentioned, i: int) -> Found:
        end = min(max(one.mention.phrase.end, one.mention.span.end), self.end)
        return Found(one.actor, i, max(i + 1, self.number(end)))

    def _state(self, place: Place) -> Party:
        """The state that a place stands for where it is an actor: "Washington's sanctions"."""
        return (self.page.mentions.state(place.country) if place.sort == "country" else None) or place

    def owner_to(self, behind: int) -> Found | None:
        """The party that owns what starts at a word: "Washington's", "the states'"."""
        if self.word(behind - 1) == "s" and self.gap(behind - 1) == "'":
            return self.party_to(behind - 1)
        return self.party_to(behind) if self.gap(behind).startswith("'") else None
