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
def _word_sets() -> dict[str, frozenset[str]]:
    text = files("communique_claims").joinpath("data", "words.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def is_word(word: str, *sets: str) -> bool:
    """Tell whether a word is in one of the named sets of ``data/words.toml``.

    >>> is_word("island", "grounds"), is_word("policy", "grounds")
    (True, False)
    """
    known = _word_sets()
    return any(word in known[name] for name in sets)
