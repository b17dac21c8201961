"""What the word lists say of an article, by where a word starts and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from operator import attrgetter
from weakref import WeakKeyDictionary

from attrs import define

from communique import Dateline, Entry, Reading
from communique.countries import COUNTRIES, CountryWord, all_countries
from communique.offices import OFFICE_HOLDERS, OfficeHolder
from communique.words import Hit, Words
from communique_actors.gazetteer import namesakes
from communique_actors.lexicons import ORGANIZATIONS, PLACES, TITLES, WORDS, ListedPlace, Organization, TitleWord
from communique_actors.signs import STOP, sign_of

_HAS_CIVIC_NAMES = "USA"
"""Where a name before a civic noun is that of a state within: of the country the adjective would stand there."""
_WORD_BEHIND = re.compile(r" ([A-Za-z]{2,20}+)")
Meaning = TitleWord | CountryWord | Organization | ListedPlace | OfficeHolder


@define(eq=False)
class Listed:
    """A listed word or phrase and what it means."""

    start: int
    end: int
    means: Meaning


_start = attrgetter("start")


class Lists:
    """The listed words of an article: of those that start at one place the longest, bodies before places."""

    def __init__(self, reading: Reading) -> None:
        """Read the hits of all lists once."""
        self.day: date | None = day_of(reading)
        self.starting: dict[int, Listed] = {}
        self._add(reading.hits(TITLES))
        self._add(reading.hits(PLACES))
        self._add(reading.hits(COUNTRIES))
        self._add(reading.hits(ORGANIZATIONS))
        self._add_holders(reading)
        self._take_namesakes(reading.article.folded)
        self.ending: dict[int, Listed] = {}
        """The listed words by where they end; of several the longest."""
        self.titles: dict[int, Listed] = {}
        """The title nouns by where they start, in the order of the text."""
        self.countries: list[Listed] = []
        """The words for countries, in the order of the text."""
        for one in sorted(self.starting.values(), key=_start):
            self.ending.setdefault(one.end, one)
            if type(one.means) is CountryWord:
                self.countries.append(one)
            elif is_title(one):
                self.titles[one.start] = one
        self.titles_ending: dict[int, Listed] = {
            one.end: one for one in self.titles.values() if self.ending[one.end] is one
        }
        """The title nouns by where they end."""

    def _add(self, hits: Iterable[Hit[Meaning]]) -> None:
        """Take in a list; of several meanings at one place the first that holds on the day, else the first."""
        starting, last = self.starting, -1
        kept: Entry[Meaning] | None = None
        for start, end, entry in hits:
            if kept is not None and start == last and (kept.holds(self.day) or not entry.holds(self.day)):
                continue
            known = starting.get(start)
            if known is None or known.end <= end:
                starting[start] = Listed(start, end, entry.means)
                last, kept = start, entry

    def _add_holders(self, reading: Reading) -> None:
        """Take in full names of office holders that begin like something else: "*To* Lam", "*Duma* Boko"."""
        starting, folded = self.starting, reading.article.folded
        for start, end, entry in reading.hits(OFFICE_HOLDERS):
            if entry.means.short or not folded[start].isupper():
                continue
            known, first = starting.get(start), folded.find(" ", start, end)
            if known is not None:
                other = not isinstance(known.means, TitleWord) and known.end <= first
            else:
                other = first > 0 and bool(sign_of(folded[start:first]) & STOP)
            if other:
                starting[start] = Listed(start, end, entry.means)

    def _take_namesakes(self, folded: str) -> None:
        """Take the name of a state for the province of that name where the article speaks of that one's country alone.

        "Georgia" is the American state beside "Atlanta", where nothing Georgian is named, nor more other countries.
        """
        named = [one for one in self.starting.values() if type(one.means) is CountryWord]
        shared = {one.means.country.name for one in named if isinstance(one.means, CountryWord)} & _shared()
        for name in sorted(shared):
            same = [one for one in named if folded[one.start : one.end].casefold() == name.casefold()]
            code = next((country_of(one) for one in same), None)
            places = [one for one in self.starting.values() if isinstance(one.means, ListedPlace)]
            others = {state for one in named if one not in same and (state := country_of(one)) is not None}
            usual = code in others or any(country_of(one) == code for one in places)
            other = next((state for state in namesakes(name).countries if state != code), None)
            near = {
                surface
                for one in places
                if country_of(one) == other and not namesakes(surface := folded[one.start : one.end]).countries
            }
            if other == _HAS_CIVIC_NAMES:
                near |= {word for one in same if (word := _word_behind(folded, one.end)) in WORDS.civic}
                near |= {" County" for one in same if folded.endswith(" County, ", 0, one.start)}
            if same and other is not None and not usual and len(near) > len(others - {other}):
                for one in same:
                    one.means = ListedPlace(name, other, "province")


def _word_behind(folded: str, end: int) -> str:
    """The word behind a blank, in lower case."""
    found = _WORD_BEHIND.match(folded, end)
    return found.group(1).lower() if found is not None else ""


@cache
def _shared() -> frozenset[str]:
    """The names of states that places elsewhere bear."""
    return frozenset(country.name for country in all_countries() if namesakes(country.name).countries)


_lists: WeakKeyDictionary[Words, Lists] = WeakKeyDictionary()


def lists_of(reading: Reading) -> Lists:
    """Give the listed words of an article, found once for all extractors as the words are."""
    found = _lists.get(reading.words)
    if found is None:
        found = _lists[reading.words] = Lists(reading)
    return found


def day_of(reading: Reading) -> date | None:
    """The day for which dated names are read: the dateline's, else that of publication."""
    for dateline in reading.of(Dateline):
        if dateline.date is not None:
            return dateline.date
    return reading.article.published


def is_title(listed: Listed) -> bool:
    """Tell whether a listed word is a title noun; modifiers are none."""
    means = listed.means
    return isinstance(means, TitleWord) and means.sort != "modifier"


def country_of(listed: Listed) -> str | None:
    """The country a listed word points to."""
    means = listed.means
    if isinstance(means, CountryWord):
        return means.country.state
    return None if isinstance(means, TitleWord) else means.country
