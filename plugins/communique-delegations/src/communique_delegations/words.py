"""The words of the world that the rules use: cues that tell of a delegation, and the small words between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, cast

from communique import Entry, Lexicon
from communique.tables import rows_of, word_set_of

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
    "officials",
    "present",
]
"""What a cue opens; rules are listed by it."""


def _cues() -> Iterable[Entry[Construction]]:
    for surface, construction in rows_of("communique_delegations", "cues.tsv", 2):
        yield Entry(surface, cast("Construction", construction))


CUES: Lexicon[Construction] = Lexicon("delegation-cues", _cues)
"""Nouns and verbs that may tell of a delegation."""


word_set: Callable[[str], frozenset[str]] = word_set_of("communique_delegations")
"""Gives a word set of ``data/words.toml``."""

OCCASIONS: Lexicon[str] = Lexicon("occasions", lambda: [Entry(word, word) for word in sorted(word_set("occasions"))])
"""Nouns for occasions at which somebody is represented."""
