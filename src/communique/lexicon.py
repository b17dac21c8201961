"""Named word lists, loaded on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from attrs import field, frozen

M = TypeVar("M", covariant=True)
N = TypeVar("N")


@frozen
class Entry(Generic[M]):
    """A word or phrase of a lexicon, what it means, and the days between which it holds.

    >>> kept = Entry("Swaziland", "SWZ", until=date(2018, 4, 18))
    >>> kept.holds(date(2010, 1, 1)), kept.holds(date(2024, 1, 1)), kept.holds(None)
    (True, False, True)
    """

    surface: str
    """The form as it stands in running text; it also matches where letters of it are capitals."""
    means: M
    """What the lexicon says of it."""
    since: date | None = None
    """First day on which it holds."""
    until: date | None = None
    """Last day on which it holds."""

    def holds(self, day: date | None) -> bool:
        """Tell whether the entry holds on a day; an unknown day excludes nothing."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


@frozen(eq=False)
class Lexicon(Generic[M]):
    """A named list of entries.

    Lexicons of one name are one list: a plugin adds words to a list by giving a lexicon of the same name from the
    ``communique_lexicons`` hook.  An extractor that names a lexicon in ``words=`` reads the whole list.

    >>> verbs = Lexicon.of("speech-verbs", {"said": "said", "has said": "said"})
    >>> [entry.surface for entry in verbs.entries]
    ['said', 'has said']
    """

    name: str
    """The name of the list, in kebab-case."""
    load: Callable[[], Iterable[Entry[M]]] = field(repr=False)
    """Gives the entries; called once, when the first article is read."""

    @staticmethod
    def of(name: str, words: Mapping[str, N]) -> Lexicon[N]:
        """Make a lexicon of forms and their meanings."""
        return Lexicon(name, lambda: [Entry(surface, means) for surface, means in words.items()])

    @cached_property
    def entries(self) -> tuple[Entry[M], ...]:
        """All entries in the order of the list."""
        return tuple(self.load())
