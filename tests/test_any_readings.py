"""Readings at random: whatever a reading can hold comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Literal

import pytest
from attrs import frozen
from hypothesis import Phase, find, given, settings

from communique import Actor, Annotation, Event, Place, Quote, Reading, Span
from communique.kinds import Kind
from communique.testing.readings import TRAVELLING, readings


@frozen
class Part:
    """A part of a finding of a plugin."""

    where: Span
    level: Literal["low", "high"]


@frozen
class Tally(Annotation):
    """A finding of a plugin with a field of each sort."""

    tag: ClassVar[str] = "tally"

    share: float
    count: int
    known: bool
    day: date | None
    parts: tuple[Part, ...]
    of: Actor | Place | None


def one_with(said: Callable[[Reading], bool], *kinds: Kind) -> Reading:
    """The first reading of which it is true, not the smallest."""
    return find(readings(kinds), said, settings=settings(phases=[Phase.generate], max_examples=2000, database=None))


KNOWN: dict[str, Callable[[Reading], bool]] = {
    "a title": lambda reading: bool(reading.article.title),
    "a day": lambda reading: reading.article.published is not None,
    "no day": lambda reading: reading.article.published is None,
    "an id": lambda reading: bool(reading.article.id),
}


@pytest.mark.parametrize("known", KNOWN.values(), ids=KNOWN)
def test_articles_have_what_is_known_from_outside_or_not(known: Callable[[Reading], bool]) -> None:
    """Title, day of publication and id."""
    assert known(one_with(known))


@pytest.mark.parametrize("kind", TRAVELLING)
def test_every_kind_comes_not_at_all_and_twice(kind: Kind) -> None:
    """Alone, without what its fields refer to."""
    for number in (0, 2):
        found = one_with(lambda reading, number=number: len(reading.of(kind)) == number, kind)  # type: ignore[misc]
        assert len(found.ids()) == number


SAID: dict[str, Callable[[Tally], bool]] = {
    "a share": lambda tally: 0 < tally.share < 1,
    "a number": lambda tally: tally.count > 0,
    "true": lambda tally: tally.known,
    "a day": lambda tally: tally.day is not None,
    "no day": lambda tally: tally.day is None,
    "a part": lambda tally: tally.parts[:1] != () and tally.parts[0].level == "high",
    "parts that differ": lambda tally: len({part.level for part in tally.parts}) > 1,
    "an actor": lambda tally: isinstance(tally.of, Actor),
    "a place": lambda tally: isinstance(tally.of, Place),
    "nothing": lambda tally: tally.of is None,
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_fields_of_every_sort_are_filled(said: Callable[[Tally], bool]) -> None:
    """Those of plugins, too."""
    reading = one_with(lambda reading: any(map(said, reading.of(Tally))), Actor, Place, Tally)
    assert any(map(said, reading.of(Tally)))


@given(readings([Actor, Place, Quote, Event]))
@settings(max_examples=20)
def test_findings_refer_to_what_is_in_the_reading(reading: Reading) -> None:
    """And their spans are of its text."""
    for quote in reading.of(Quote):
        assert quote.speaker is None or quote.speaker in reading.of(Actor)
        assert all(reading.article.span(part.start, part.end) == part for part in (quote.span, *quote.content))
    for event in reading.of(Event):
        assert {*event.sources, *event.targets} <= {*reading.of(Actor), *reading.of(Place)}
