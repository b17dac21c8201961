"""An article while its actors and places are put together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter, gt

from attrs import define

from communique import Article, Dateline, Entry, Name, Reading, Span
from communique.countries import Country, CountryForm, CountryWord
from communique.kinds import NameSort
from communique.layout import Layout
from communique.offices import OFFICE_HOLDERS, OfficeHolder
from communique_actors.lexicons import WORDS, TitleWord, modifiers
from communique_actors.listed import Listed, Lists, lists_of
from communique_actors.signs import MODIFIER, ends_of_modifiers, signs

CONNECTORS = (" of the ", " of ", " to the ", " to ", " for the ", " for ", " at the ", " at ", " in ")
"""What joins a complement to its title, the longer ones first."""
_OF_PLACES = frozenset({"state", "place"})
_LONGEST_COMPLEMENT = 600
LONGEST_WORD = 40
"""A longer stretch of letters is no word."""
_WORD = re.compile(r"[\w'-]{1,40}+")
_ARTICLES = frozenset({"the ", "The ", "THE "})


@define(eq=False)
class CountryMention:
    """A word for a country, an abbreviated name before a noun as the adjective it is."""

    start: int
    end: int
    country: Country
    form: CountryForm


Spot = tuple[int, int, NameSort, Name]
"""Where a name starts and ends, what it looks like, and the name."""
_start, _end, _sort = attrgetter("span.start"), attrgetter("span.end"), attrgetter("sort")


class Scene:
    """The names and listed words of an article by where they start and end."""

    def __init__(self, reading: Reading) -> None:
        """Read names, word lists and layout."""
        self.reading = reading
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.layout: Layout = reading.layout
        self.lists: Lists = lists_of(reading)
        self.dateline: Dateline | None = next(iter(reading.of(Dateline)), None)
        self.spots: list[Spot] = _apart(reading.of(Name))
        """Where the names stand, what they look like, and the names themselves."""
        starts, ends, _, names = zip(*self.spots, strict=True) if self.spots else ((), (), (), ())
        self.name_starts: tuple[int, ...] = starts
        self.name_ends: tuple[int, ...] = ends
        self.name_at: dict[int, Name] = dict(zip(starts, names, strict=True))
        self.name_before: dict[int, Name] = dict(zip(ends, names, strict=True))
        """The names by where they end."""
        self.titles: list[Listed] = list(self.lists.titles.values())
        """The title nouns, in the order of the text."""
        self._title_starts = list(self.lists.titles)
        self.countries: list[CountryMention] = self._country_mentions()
        """The words for countries, in the order of the text."""
        self._country_starts = [one.start for one in self.countries]
        self.adjectives: frozenset[int] = frozenset(one.start for one in self.countries if one.form == "adjective")
        """Where words for countries start that are adjectives."""
        self._ends_of_modifiers = ends_of_modifiers()
        self.sentence_starts: frozenset[int] = frozenset(self.layout.sentences.starts)
        """Where sentences start."""
        self.holders: dict[int, list[Entry[OfficeHolder]]] = self._holders()
        """What the list of office holders says of a word by which one is called, by where it starts."""
        self.used: set[int] = set()
        """Where the listed words start that are part of a person's title."""
        self.persons_at: frozenset[int] = frozenset()
        """Where persons are named, once they are known."""

    def _holders(self) -> dict[int, list[Entry[OfficeHolder]]]:
        found: dict[int, list[Entry[OfficeHolder]]] = {}
        for start, _, entry in self.reading.hits(OFFICE_HOLDERS):
            if entry.means.short:
                found.setdefault(start, []).append(entry)
        return found

    def _country_mentions(self) -> list[CountryMention]:
        folded = self.folded
        found: list[CountryMention] = []
        for one in self.lists.countries:
            start, end, means = one.start, one.end, one.means
            assert isinstance(means, CountryWord)
            form = means.form
            if form == "name" and not folded[start + 1].islower() and self._is_attributive(start, end):
                form = "adjective"
            found.append(CountryMention(start, end, means.country, form))
        return found

    def _is_attributive(self, start: int, end: int) -> bool:
        """Tell whether an abbreviated name stands as an adjective: "U.S. envoys", but not "the U.S. wants"."""
        if not self.folded[start:end].replace(".", "").isupper():
            return False
        following = self.after(end)
        acts = following.endswith("ed") and following not in WORDS.kept_adjectives
        return bool(following) and not (acts or following in WORDS.verb or following in WORDS.stop)

    @cached_property
    def free_countries(self) -> list[CountryMention]:
        """Those outside titles and names of persons and bodies; asked for when all titles are read."""
        return [one for one in self.countries if self._is_outside_titles(one) and self._is_free(one)]

    @cached_property
    def free_adjectives(self) -> frozenset[int]:
        """Where those of them start that are adjectives."""
        return frozenset(one.start for one in self.free_countries if one.form == "adjective")

    def _is_outside_titles(self, one: CountryMention) -> bool:
        """Tell whether a word for a country is in no title; "the head of the Kenyan delegation" speaks of Kenya's."""
        return one.start not in self.used or self.after(one.end).removesuffix("'s") == "delegation"

    def _is_free(self, one: CountryMention) -> bool:
        name = self.name_at.get(one.start)
        if name is None:
            return self.name_over(one.start) is None
        return name.sort in _OF_PLACES

    def countries_in(self, start: int, end: int) -> list[CountryMention]:
        """The words for countries that start inside a stretch."""
        starts = self._country_starts
        return self.countries[bisect_left(starts, start) : bisect_left(starts, end)]

    @staticmethod
    def between(starts: list[int], start: int, end: int) -> list[int]:
        """The numbers of a sorted list that lie in a stretch."""
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def name_over(self, position: int) -> Name | None:
        """The name that covers a position."""
        number = bisect_right(self.name_starts, position) - 1
        return self.spots[number][3] if number >= 0 and position < self.name_ends[number] else None

    def with_article(self, span: Span) -> Span:
        """A span with the "the" before it."""
        start = span.start
        return self.span(start - 4, span.end) if self.behind_article(start) else span

    def behind_article(self, position: int) -> bool:
        """Tell whether "the" stands before a position."""
        return self.folded[position - 4 : position] in _ARTICLES

    def span(self, start: int, end: int) -> Span:
        """Make a span of the article, that of a name where one stands there."""
        name = self.name_at.get(start)
        return name.span if name is not None and name.span.end == end else self.article.span(start, end)

    def title_before(self, position: int) -> Listed | None:
        """The title noun that ends at a position; modifiers are none."""
        return self.lists.titles_ending.get(position)

    def word_before(self, position: int) -> tuple[int, int] | None:
        """Where the word before a position stands, with nothing but a space between them."""
        folded, end = self.folded, position - 1
        if end <= 0 or folded[end] != " ":
            return None
        start = folded.rfind(" ", end - LONGEST_WORD if end > LONGEST_WORD else 0, end) + 1
        return (start, end) if start and folded[start:end].isalpha() else self.word_ending(end)

    def word_ending(self, end: int) -> tuple[int, int] | None:
        """Where the word stands that ends at a position."""
        folded = self.folded
        low = end - LONGEST_WORD if end > LONGEST_WORD else 0
        start = folded.rfind(" ", low, end) + 1 or low
        if folded[start:end].isalpha():
            return start, end
        if not folded[end - 1].isalnum():
            return None
        newline = folded.rfind("\n", start, end)
        if newline >= 0:
            start = newline + 1
        while start < end and not folded[start].isalnum():
            start += 1
        return (start, end) if start < end else None

    def before(self, position: int) -> str:
        """The word before a position in lower case, empty where another character than a space stands between."""
        folded, end = self.folded, position - 1
        if end <= 0 or folded[end] != " ":
            return ""
        low = end - LONGEST_WORD if end > LONGEST_WORD else 0
        word = folded[folded.rfind(" ", low, end) + 1 or low : end]
        if not word.isalpha():
            found = self.word_ending(end)
            word = folded[found[0] : found[1]] if found else ""
        return word.lower()

    def modifier_before(self, position: int) -> tuple[int, TitleWord] | None:
        """The word before a blank or hyphen that ends at a position, where it modifies a title: start and meaning."""
        folded, end = self.folded, position - 1
        last = folded[end - 2 : end] if end > 1 else folded[: max(0, end)]
        if last not in self._ends_of_modifiers or folded[end] not in " -":
            return None
        low = end - LONGEST_WORD if end > LONGEST_WORD else 0
        start = folded.rfind(" ", low, end) + 1 or low
        word = folded[start:end]
        if not word.isalpha():
            found = self.word_ending(end)
            if found is None:
                return None
            start, word = found[0], folded[found[0] : found[1]]
        return (start, modifiers()[word.lower()]) if signs().get(word, 0) & MODIFIER else None

    def after(self, position: int) -> str:
        """The word after a position in lower case, empty where another character than a space stands between."""
        folded = self.folded
        if not folded.startswith(" ", position):
            return ""
        start = position + 1
        end = folded.find(" ", start, start + LONGEST_WORD)
        word = folded[start:end] if end > 0 else ""
        if not word.isalpha():
            match = _WORD.match(folded, start)
            word = match.group() if match else ""
        return word.lower()

    def may_have_complement_before(self, position: int) -> bool:
        """Tell whether a title noun with a complement stands shortly before a position: "*minister* of …"."""
        ends = self._complemented
        number = bisect_left(ends, position)
        return number > 0 and position - ends[number - 1] <= _LONGEST_COMPLEMENT

    @cached_property
    def _complemented(self) -> list[int]:
        """Where the title nouns end that a complement follows."""
        return sorted(end for end in self.lists.titles_ending if self.folded.startswith(CONNECTORS, end))

    def titles_in(self, start: int, end: int) -> list[Listed]:
        """The title nouns that start inside a stretch."""
        starts = self._title_starts
        return self.titles[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentence_start(self, position: int) -> int:
        """Where the sentence around a position starts."""
        number = self.layout.sentences.at(position)
        return self.layout.sentences.starts[number] if number >= 0 else position

    def sentence_end(self, position: int) -> int:
        """Where the sentence around a position ends."""
        number = self.layout.sentences.at(position)
        return self.layout.sentences.ends[number] if number >= 0 else len(self.folded)

    def starts_sentence(self, position: int) -> bool:
        """Tell whether a word at a position is capitalised because a sentence or quotation starts there."""
        return position in self.sentence_starts or self.folded[position - 1 : position] in {'"', "'"}


def _apart(names: tuple[Name, ...]) -> list[Spot]:
    """Of names that overlap, keep the one that starts first, of those the longest, and of those one that tells more."""
    starts, ends = list(map(_start, names)), list(map(_end, names))
    if not any(map(gt, ends, starts[1:])):  # as a rule
        return list(zip(starts, ends, map(_sort, names), names, strict=True))
    kept: list[Spot] = []
    reached = 0
    for start, end, sort, name in zip(starts, ends, map(_sort, names), names, strict=True):
        if start >= reached:
            kept.append((start, end, sort, name))
            reached = end
        elif kept and kept[-1][0] == start and (end > reached or _told(name) >= _told(kept[-1][3])):
            kept[-1] = start, end, sort, name
            reached = end
    return kept


def _told(name: Name) -> tuple[bool, bool]:
    """How much a name says: what it stands for, and of which country that is."""
    return name.sort != "unknown", name.country is not None
