"""What stands right before a verb or adjective: its auxiliaries, a negation, or what makes a noun of it."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from communique_claims.page import Page, Scene
from communique_claims.words import word_set

_MOST_BEFORE = 4
_NEGATIONS = frozenset({"not", "never", "cannot"})
_BEING = frozenset(
    {
        *("is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "am", "re", "s", "m"),
        *("seem", "seems", "seemed", "appear", "appears", "appeared", "isn", "aren", "wasn", "weren"),
    }
)


class Before(NamedTuple):
    """The words before a verb or adjective, as far as they belong to it."""

    edge: int
    """Where they begin."""
    being: bool
    """Whether a form of "be" is among them."""
    negated: bool
    """Whether "not" or "never" is among them."""
    makes_a_noun: bool
    """Whether the word right before it makes a noun of it: "the demand", "in support"."""


def before_verb(page: Page, scene: Scene) -> Before:
    """Look at the few words before a cue."""
    edge, being, negated, makes_a_noun = scene.start, False, False, False
    for start, end, word in islice(page.words_before(scene.start, scene.floor), _MOST_BEFORE):
        if edge == scene.start:
            makes_a_noun = page.folded[end] == "-" or _makes_a_noun(word)
        if word in _NEGATIONS or (word == "t" and page.folded.startswith("n'", start - 2)):
            negated = True
        elif word in _BEING and (len(word) > 1 or page.folded[start - 1] == "'"):
            being = True
        elif word not in word_set("skipped") and not word.endswith("ly"):
            break
        edge = start
    return Before(edge, being, negated, makes_a_noun)


def _makes_a_noun(word: str) -> bool:
    if word in word_set("determiners"):
        return word not in {"that", "all", "both"}
    return word != "to" and word in word_set("prepositions")
