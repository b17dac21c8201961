"""The words of the world that the rules use: cues that tell of a delegation, and the small words between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, cast

from communique import Entry, Lexicon
from communique.tables import rows_of, word_sets_of

Construction = Literal[
    "group",
    "team",
    "side",
    "accompanied",
    "joined",
    "came",
    "accompanying",
    "represented",
    "represents",
    "negotiator",
    "negotiators",
    "also",
    "members",
    "sent",
    "attended",
    "accompanies",
    "told",
    "counterpart",
    "delegations",
]
"""What a cue opens; rules are listed by it."""


def _cues() -> Iterable[Entry[Construction]]:
    for surface, construction in rows_of("communique_delegations", "cues.tsv", 2):
        yield Entry(surface, cast("Construction", construction))


CUES: Lexicon[Construction] = Lexicon("delegation-cues", _cues)
"""Nouns and verbs that may tell of a delegation."""


@cache
def words_of(name: str) -> frozenset[str]:
    """Give a word set of ``data/words.toml``.

    >>> "leader" in words_of("leaders")
    True
    """
    return _sets()[name]


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    return word_sets_of("communique_delegations")


def any_of(name: str) -> str:
    """Give a word set as alternatives of a pattern, longest first.

    >>> any_of("foremost")
    '(?:principal|chief|head|lead|main|top)'
    """
    return "(?:" + "|".join(sorted(words_of(name), key=lambda word: (-len(word), word))) + ")"


OCCASIONS: Lexicon[str] = Lexicon("occasions", lambda: [Entry(word, word) for word in sorted(words_of("occasions"))])
"""Nouns for occasions at which somebody is represented."""
