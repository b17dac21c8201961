"""The words of the world that the rules use: cues, nouns for territory, and the small words between them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import product

from communique import Entry, Lexicon

_CHOICE = re.compile(r"\[([^\]]*)\]")


def _cues() -> Iterable[Entry[str]]:
    text = files("communique_claims").joinpath("data", "cues.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            construction, forms = line.split("\t")
            for form in forms.split(", "):
                for surface in spelled_out(form):
                    yield Entry(surface, construction)


def spelled_out(form: str) -> Iterator[str]:
    """Give the forms that a form with choices stands for.

    >>> list(spelled_out("claim[|s] [to|over]"))
    ['claim to', 'claim over', 'claims to', 'claims over']
    """
    parts = _CHOICE.split(form)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return map("".join, product(*choices))


CUES: Lexicon[str] = Lexicon("claim-cues", _cues)
"""Verbs, nouns and adjectives that speak of owning, holding, getting or giving up a territory, by the construction that
each opens; rules are listed by it."""


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
