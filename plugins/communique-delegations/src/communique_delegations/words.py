"""The words of the world that the rules use: cues that tell of a delegation, and the small words between them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from communique import Entry, Lexicon

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


def _read(name: str) -> str:
    return files("communique_delegations").joinpath("data", name).read_text(encoding="utf-8")


def _cues() -> Iterable[Entry[Construction]]:
    for line in _read("cues.tsv").splitlines():
        if line and not line.startswith("#"):
            surface, construction = line.split("\t")
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
def _sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in tomllib.loads(_read("words.toml")).items()}


def any_of(name: str) -> str:
    """Give a word set as alternatives of a pattern, longest first.

    >>> any_of("foremost")
    '(?:principal|chief|head|lead|main|top)'
    """
    return "(?:" + "|".join(sorted(words_of(name), key=lambda word: (-len(word), word))) + ")"


OCCASIONS: Lexicon[str] = Lexicon("occasions", lambda: [Entry(word, word) for word in sorted(words_of("occasions"))])
"""Nouns for occasions at which somebody is represented."""
