"""What the rules look up in one article: its words, and who and what stands where."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import cached_property
from itertools import compress
from operator import itemgetter

from communique import Actor, Article, Dateline, Place, Reading, Time
from communique.kinds import EventTime
from communique.offsets import Placed, Places
from communique_events.names import Names
from communique_events.standing import Standing

_LATELY = timedelta(days=3)
Named = tuple[int, int, int, Actor]
"""An actor where it is named: end of the name, start and end of its phrase, actor."""


class _Times:
    """Times by where they stand."""

    def __init__(self, times: list[Time]) -> None:
        self._times = times
        self._starts = [time.span.start for time in times]

    def within(self, start: int, end: int) -> list[Time]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [time for time in self._times[first:last] if time.span.end <= end] if first < last else []


class Page:
    """One article as the rules see it."""

    def __init__(self, reading: Reading) -> None:
        """Take what is known of the article; what few sentences ask for is looked up on first use."""
        self.reading = reading
        self.article: Article = reading.article
        self.folded: str = reading.article.folded
        self.standing: Standing = Standing()
        """Who is of public standing."""
        self._places: Places = reading.places()
        found = reading.mentions(Actor).within(0, len(self.folded))
        self._starts: list[int] = [mention.span.start for _, mention in found]
        self._actors: list[Named] = [
            (span.end, min(phrase.start, span.start), phrase.end, actor)
            for actor, mention in found
            for span, phrase in ((mention.span, mention.phrase),)
        ]
        ends = map(itemgetter(0), self._actors)
        self.names: Names = Names([*zip(self._starts, ends, strict=True), *map(itemgetter(0, 1), self._places.named)])
        """The names of actors and places."""

    @cached_property
    def words(self) -> tuple[list[int], list[str]]:
        """Where each word starts, and each as it is printed; those of no letters, between two signs, are left out."""
        starts, words = self.reading.words.columns
        return list(compress(starts, words)), list(filter(None, words))

    @cached_property
    def _dates(self) -> _Times:
        return _Times([time for time in self.reading.of(Time) if time.type != "duration"])

    @cached_property
    def _durations(self) -> _Times:
        return _Times([time for time in self.reading.of(Time) if time.type == "duration"])

    def dates(self, start: int, end: int) -> list[Time]:
        """The dates and times of day named in a stretch."""
        return self._dates.within(start, end)

    def durations(self, start: int, end: int) -> list[Time]:
        """The durations named in a stretch."""
        return self._durations.within(start, end)

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

    def is_lately(self, day: date) -> bool:
        """Tell whether a day is that of the article or one of the few before it."""
        return self._told_on is not None and timedelta(0) <= self._told_on - day <= _LATELY

    def names_any(self, start: int, end: int) -> bool:
        """Tell whether a name of an actor or place starts in a stretch."""
        starts = self._starts
        return bisect_left(starts, start) < bisect_left(starts, end) or self._places.any_within(start, end)

    def names_public(self, start: int, end: int) -> bool:
        """Tell whether a place, or the name of an actor of public standing, starts in a stretch."""
        return self._places.any_within(start, end) or self.names_public_actor(start, end)

    def names_public_actor(self, start: int, end: int) -> bool:
        """Tell whether the name of an actor of public standing starts in a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return any(self.standing[actor] for _, _, _, actor in self._actors[first:last])

    def places(self, start: int, end: int) -> list[Placed]:
        """The places named in a stretch: start, end, place."""
        return self._places.within(start, end)

    def place_at(self, position: int) -> Placed | None:
        """The place whose name starts at an offset."""
        return self._places.starting_at(position)

    def grounds(self, start: int, end: int) -> list[Placed]:
        """The places named in a stretch that people live in and may act for: no seas and rivers."""
        return [placed for placed in self._places.within(start, end) if placed[2].sort != "water"]

    @property
    def actors(self) -> tuple[list[int], list[Named]]:
        """The actors by where they are named: the starts of the names, and the rest of each."""
        return self._starts, self._actors
