"""What the rules look up in one article: its sentences as lines of words, and who stands where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property
from itertools import accumulate, compress, islice
from operator import add

from communique import Actor, Article, Dateline, Place, Reading
from communique.kinds import EventTime
from communique.reading import Mentioned, Mentions
from communique.words import Hit
from communique_events.words import Trigger

_ABBREVIATED = 4
"""No abbreviation that ends in a stop is longer: "U.S.", "Gen.", "Sept."."""
MOST = 60
"""No more triggers of a sentence are read."""
LONGEST = 2000
"""A longer sentence is read up to here."""


class Line:
    """The words of one sentence, in lower case, and the triggers among them."""

    def __init__(self, page: Page, number: int) -> None:
        """Take the words of a sentence."""
        start, end = page.reading.layout.sentences[number]
        end = min(end, start + LONGEST)
        starts, words = page.reading.words.columns
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        kept = words[first:last]
        here = starts[first:last]
        if "" in kept:
            here, kept = list(compress(here, kept)), list(filter(None, kept))
        self.page = page
        self.number = number
        self.start: int = start
        self.end: int = end
        self.starts = here
        self.printed = kept
        self.words: list[str] = list(map(str.lower, kept))
        self.ends: list[int] = list(map(add, here, map(len, kept)))
        self.at: dict[int, int] = dict(zip(here, range(len(kept)), strict=True))
        self.gaps: list[str] = self._gaps(page.folded)
        """The signs between each word and the one before it, blanks left out.

        None stand where a stop ends an abbreviation or a name has a hyphen, before the first word and behind the last.
        """
        self.verbs: dict[int, list[tuple[Trigger, int]]] = {}
        """Verb triggers by the word they start at, each with the number of the word behind it."""
        self.nouns: dict[int, tuple[Trigger, int]] = {}
        """Noun triggers by the word they start at."""
        self._inside: set[int] = set()
        """Words inside a noun trigger, which are no verbs: "aid" in "military aid"."""

    def add(self, hit: Hit[Trigger]) -> None:
        """Note a trigger; nouns come before verbs."""
        start, end, entry = hit
        first = self.at.get(start)
        if (
            first is None
            or len(self.verbs) >= MOST
            or len(self.nouns) >= MOST
            or (self.printed[first][0].isupper() and self.page.is_name(start))
        ):
            return
        behind = bisect_left(self.starts, end)
        if entry.means.forms:
            if first in self._inside or self._is_capital_inside(first):
                return
            self.verbs.setdefault(first, []).append((entry.means, behind))
        elif self.gaps[behind] != "-":
            self.nouns[first] = (entry.means, behind)
            self._inside.update(range(first + (behind - first == 1), behind))

    def _is_capital_inside(self, i: int) -> bool:
        """Tell whether a word is capitalised behind a capitalised one, as in names that nobody lists: "White House"."""
        return i > 0 and self.printed[i][0].isupper() and self.printed[i - 1][0].isupper() and not self.gaps[i]

    def _gaps(self, folded: str) -> list[str]:
        gaps = [""]
        for i, (end, start) in enumerate(zip(self.ends, islice(self.starts, 1, None), strict=False)):
            signs = "" if start == end + 1 and folded[end] == " " else folded[end:start].strip()
            if signs == "." and len(self.words[i]) <= _ABBREVIATED and self.printed[i].istitle():
                signs = ""
            if signs == "-" and self.page.is_inside_name(start):
                signs = ""
            gaps.append(signs)
        gaps.append("")
        return gaps

    def is_inside_name(self, i: int) -> bool:
        """Tell whether a word and the one before it belong to one name."""
        return i > 0 and self.page.is_inside_name(self.starts[i])

    def position(self, i: int) -> int:
        """Where word i starts; behind the last word the end of the sentence."""
        return self.starts[i] if i < len(self.starts) else self.end

    def __len__(self) -> int:
        return len(self.words)


class Page:
    """One article as the rules see it."""

    def __init__(self, reading: Reading) -> None:
        """Take what is known of the article; indexes are made on first use."""
        self.reading = reading
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.mentions: Mentions = reading.mentions(Actor)

    @cached_property
    def _places(self) -> tuple[list[int], list[tuple[int, int, Place]]]:
        found = sorted(
            ((span.start, span.end, place) for place in self.reading.of(Place) for span in place.mentions),
            key=lambda one: one[:2],
        )
        return [start for start, _, _ in found], found

    @cached_property
    def filed_at(self) -> Place | None:
        """The first place of the dateline."""
        lines = self.reading.of(Dateline)
        found = self.places(lines[0].span.start, lines[0].span.end) if lines else []
        return found[0][2] if found else None

    @cached_property
    def _told_on(self) -> date | None:
        """The day on which the article was filed or published."""
        lines = self.reading.of(Dateline)
        return (lines[0].date if lines else None) or self.article.published

    @property
    def today(self) -> EventTime | None:
        """The day of the article, on which lies what is going on in it."""
        return EventTime(self._told_on, self._told_on) if self._told_on is not None else None

    def is_over(self, day: date) -> bool:
        """Tell whether a day lies before that of the article."""
        return self._told_on is not None and day < self._told_on

    def is_to_come(self, day: date) -> bool:
        """Tell whether a day lies behind that of the article."""
        return self._told_on is not None and day > self._told_on

    def is_name(self, position: int) -> bool:
        """Tell whether a word is part of the name of an actor or place: "States" in "United States"."""
        number = bisect_right(self._name_starts, position) - 1
        return number >= 0 and position < self._name_ends[number]

    def is_inside_name(self, position: int) -> bool:
        """Tell whether a word is part of a name that begins before it."""
        number = bisect_left(self._name_starts, position) - 1
        return number >= 0 and position < self._name_ends[number]

    @cached_property
    def _names(self) -> list[tuple[int, int]]:
        spans = [one.mention.span for one in self.mentions.within(0, len(self.folded))]
        spans += [span for place in self.reading.of(Place) for span in place.mentions]
        return sorted((span.start, span.end) for span in spans)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [start for start, _ in self._names]

    @cached_property
    def _name_ends(self) -> list[int]:
        return list(accumulate((end for _, end in self._names), max))

    def places(self, start: int, end: int) -> list[tuple[int, int, Place]]:
        """The places named in a stretch: start, end, place."""
        starts, found = self._places
        return [one for one in found[bisect_left(starts, start) : bisect_left(starts, end)] if one[1] <= end]

    def actors(self, start: int, end: int) -> list[Mentioned]:
        """The actors mentioned in a stretch, the outermost mention of those that overlap."""
        kept: list[Mentioned] = []
        for found in self.mentions.within(start, end):
            if not kept or found.mention.span.start >= kept[-1].mention.span.end:
                kept.append(found)
        return kept
