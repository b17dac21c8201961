"""What the rules look up in one article: mentions, states, the words left of an offset, the part of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from communique import Actor, Article, Reading
from communique.countries import COUNTRIES
from communique.reading import Mentioned, Mentions
from communique_delegations.words import Construction, word_set

LEFT = 300
"""How many characters a rule looks to the left of its cue."""
RIGHT = 1500
"""How many characters it looks to the right: a list of twenty names with titles."""
_NAMED = frozenset({"name", "surname"})
_ARTICLES = ("the ", "The ", "its ", "their ", "his ", "her ")
_TALKS = (" talks", "Talks ", " negotiat", "Negotiat", " meet", " met ", " summit", " Summit")
_TITLE = 120
_BREAK = re.compile(r"[,;:()]")


class Cue(NamedTuple):
    """A cue word and the part of its sentence that its rules look at."""

    start: int
    """Where the word starts."""
    end: int
    """Where it ends."""
    construction: Construction
    """What it opens."""
    floor: int
    """Where the sentence starts, or the reach to the left ends."""
    ceiling: int
    """Where the sentence or the reach to the right ends, or the next delegation or side is named."""
    sentence: int
    """Number of the sentence."""


class Page:
    """One article as the rules see it."""

    def __init__(self, reading: Reading) -> None:
        """Take what is known of the article; indexes are made on first use."""
        self.reading = reading
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.mentions: Mentions = reading.mentions(Actor)

    @cached_property
    def tells_of_talks(self) -> bool:
        """Whether the article tells anywhere of talks or that somebody meets."""
        return any(self.folded.find(word) >= 0 for word in _TALKS)

    @cached_property
    def bodies_by_word(self) -> dict[str, list[Actor]]:
        """Organizations and groups by the last word of a name of several words, and unions of states by the first."""
        found: dict[str, list[Actor]] = {}
        for actor in self.reading.of(Actor):
            words = actor.name.split()
            if actor.kind in {"organization", "group"} and len(words) > 1:
                for word in {words[-1], words[0]} if words[-1] == "Union" else {words[-1]}:
                    found.setdefault(word, []).append(actor)
        return found

    def states_within(self, start: int, end: int) -> dict[Actor, None]:
        """The states of the article that listed words inside a stretch point to: "French" in "a French team"."""
        if start >= end:
            return {}
        day = self.article.published
        hits = self.reading.hits(COUNTRIES, self.article.span(start, end))
        states = (self.mentions.state(entry.means.country.state) for _, _, entry in hits if entry.holds(day))
        return dict.fromkeys(state for state in states if state is not None)

    def words_back(self, position: int, floor: int) -> Iterator[tuple[int, str]]:
        """The words left of an offset with the marks that cling to them, nearest first: start and word."""
        end = position
        while end > floor:
            start = max(self.folded.rfind(" ", floor, end) + 1, floor)
            if start < end:
                yield start, self.folded[start:end]
            end = start - 1

    def possessive_length(self, position: int) -> int:
        """The length of the possessive ending at an offset: 2 for "'s", 1 for a bare apostrophe, else 0."""
        if not self.folded.startswith("'", position):
            return 0
        if self.folded.startswith("'s", position):
            return 2
        return 1 if self.folded[position - 1 : position] == "s" else 0

    def people(self, start: int, end: int) -> list[Mentioned]:
        """The persons named inside a stretch, in the order of the text; pronouns and bare titles left out."""
        return [found for found in self.mentions.within(start, end) if is_named_person(found)]

    def person_ending(self, position: int) -> Mentioned | None:
        """The person whose name, title or pronoun ends at an offset, rather than one whose apposition does."""
        found = [one for one in self.mentions.ending_at(position) if one.actor.kind == "person"]
        return next((one for one in found if one.mention.span.end == position), found[0] if found else None)

    def person_starting(self, position: int) -> Mentioned | None:
        """The person whose name or title starts at an offset, an article before it or not, or ends a title there."""
        for start in (position, position + self._article_length(position)):
            found = [one for one in self.mentions.starting_at(start) if one.actor.kind == "person"]
            if found:
                return min(found, key=lambda one: one.mention.span.start)
        for one in self.mentions.within(position, position + _TITLE):
            if one.actor.kind == "person":
                gap = self.folded[position : one.mention.span.start]
                return one if begin(one) <= position and not _BREAK.search(gap) else None
        return None

    def _article_length(self, position: int) -> int:
        return next((len(lead) for lead in _ARTICLES if self.folded.startswith(lead, position)), 0)

    def _pronoun(self, position: int) -> Mentioned | None:
        """The person whom a pronoun at an offset stands for."""
        found = self.mentions.starting_at(position)
        return next((one for one in found if one.actor.kind == "person" and one.mention.form == "pronoun"), None)

    def is_dependent(self, found: Mentioned, floor: int) -> bool:
        """Tell whether a mention hangs on another word: possessives, and names after a preposition."""
        mention = found.mention
        if self.possessive_length(mention.span.end):
            return True
        words = self.words_back(min(mention.phrase.start, mention.span.start), floor)
        for _, word in words:
            if word.lower() in word_set("determiners"):
                continue
            return word.lower() in word_set("prepositions") or word.lower() == "by"
        return False

    def subject_before(self, position: int, floor: int, *, first: bool = False) -> Mentioned | None:
        """The person who is the subject of a verb that starts at an offset.

        That is who stands right before it, across auxiliaries, adverbs and "who"; else, across appositions, the last
        independent person of the sentence so far, or with `first` the first one (for "…, leading a delegation").
        """
        end = position - 1
        for start, word in self.words_back(end, floor):
            if word.rstrip(",").lower() not in word_set("skipped"):
                break
            here = self._pronoun(start)
            if here is not None:  # "he"
                return here
            end = start - 1
        direct = self.person_ending(end) or self.person_ending(end - 1)
        if direct is not None and not (self.folded[end - 1 : end] == "," and first):
            return direct
        free = [found for found in self.people(floor, max(floor, end)) if not self.is_dependent(found, floor)]
        return (free[0] if first else free[-1]) if free else None


def is_named_person(found: Mentioned) -> bool:
    """Tell whether a mention names a person."""
    return found.actor.kind == "person" and found.mention.form in _NAMED


def begin(found: Mentioned) -> int:
    """Where a mention starts, its title included."""
    return min(found.mention.phrase.start, found.mention.span.start)
