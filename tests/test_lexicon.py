"""Lexicons: named lists, loaded once, whose entries hold between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Entry, Lexicon


def test_lexicon_loads_once_and_only_when_asked() -> None:
    """Making a lexicon costs nothing; its entries are loaded on first use."""
    loads: list[int] = []

    def load() -> Iterator[Entry[str]]:
        loads.append(1)
        yield Entry("said", "say")

    verbs = Lexicon("speech-verbs", load)
    assert not loads
    assert verbs.entries == (Entry("said", "say"),)
    assert verbs.entries is verbs.entries
    assert loads == [1]


def test_lexicon_of_a_mapping_keeps_its_order() -> None:
    """`Lexicon.of` takes forms and meanings as they come."""
    words = Lexicon.of("numbers", {"two": 2, "one": 1})
    assert [(entry.surface, entry.means) for entry in words.entries] == [("two", 2), ("one", 1)]


def test_two_lists_of_one_name_are_two() -> None:
    """Each is itself: words are added to a list by its name, not by what is in it."""

    def load() -> list[Entry[int]]:
        return [Entry("Gen.", 1)]

    one, other = Lexicon("titles", load), Lexicon("titles", load)
    assert one != other
    assert len({one, other}) == 2


def test_repr_does_not_load() -> None:
    """Printing a lexicon names it and nothing more."""
    assert repr(Lexicon.of("titles", {"Gen.": 1})) == "Lexicon(name='titles')"


@pytest.mark.parametrize(
    "day, holds",
    [
        (date(1989, 12, 31), False),
        (date(1990, 1, 1), True),
        (date(1999, 6, 1), True),
        (date(2000, 12, 31), True),
        (date(2001, 1, 1), False),
        (None, True),
    ],
)
def test_entry_holds_between_its_days_inclusive(day: date | None, holds: bool) -> None:  # noqa: FBT001
    """First and last day count; an unknown day excludes nothing."""
    assert Entry("Zaire", "COD", date(1990, 1, 1), date(2000, 12, 31)).holds(day) is holds


@given(st.dates())
def test_entry_without_days_always_holds(day: date) -> None:
    """What has no date holds on every day."""
    assert Entry("Ghana", "GHA").holds(day)


@given(st.none() | st.dates(), st.none() | st.dates(), st.dates())
def test_entry_holds_on_the_days_from_since_to_until(since: date | None, until: date | None, day: date) -> None:
    """Each end counts where it is known."""
    entry = Entry("Ghana", "GHA", since, until)
    assert entry.holds(day) == ((since or date.min) <= day <= (until or date.max))
    assert entry.holds(None)


@given(st.dictionaries(st.text(min_size=1), st.integers()))
def test_lexicon_of_a_mapping_has_its_forms_and_meanings(words: dict[str, int]) -> None:
    """In its order, without days, under its name."""
    lexicon = Lexicon.of("any", words)
    assert lexicon.name == "any"
    assert {entry.surface: entry.means for entry in lexicon.entries} == words
    assert [entry.surface for entry in lexicon.entries] == list(words)
    assert all((entry.since, entry.until) == (None, None) for entry in lexicon.entries)
