"""The words of the world that the rules use: cues, nouns for territory, and the small words between them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import cast

from attrs import frozen

from communique import Entry, Lexicon
from communique.kinds import ClaimStance


@frozen
class Cue:
    """What a word says of a territory."""

    construction: str
    """The construction it opens; rules are listed by it."""
    stance: ClaimStance
    """The stance it is about."""


def _cues() -> Iterable[Entry[Cue]]:
    text = files("communique_claims").joinpath("data", "cues.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            surface, construction, stance = line.split("\t")
            yield Entry(surface, Cue(construction, cast("ClaimStance", stance)))


CUES: Lexicon[Cue] = Lexicon("claim-cues", _cues)
"""Verbs, nouns and adjectives that speak of owning, holding, getting or giving up a territory."""


@cache
def word_set(name: str) -> frozenset[str]:
    """Give a word set of ``data/words.toml``.

    >>> "island" in word_set("grounds"), "policy" in word_set("grounds")
    (True, False)
    """
    return _word_sets()[name]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    text = files("communique_claims").joinpath("data", "words.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}
