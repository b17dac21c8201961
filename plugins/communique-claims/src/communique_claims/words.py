"""The words of the world that the rules use: cues, nouns for territory, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from communique import Entry, Lexicon
from communique.tables import rows_of, word_set_of

_CHOICE = re.compile(r"\[([^\]]*)\]")


def _cues() -> Iterable[Entry[str]]:
    for construction, forms in rows_of("communique_claims", "cues.tsv", 2):
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


word_set: Callable[[str], frozenset[str]] = word_set_of("communique_claims")
"""Gives a word set of ``data/words.toml``."""
