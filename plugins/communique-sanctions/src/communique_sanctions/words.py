"""The words of the world that the rules use: measures, what is done to them, and the small words between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Literal, cast

from attrs import frozen

from communique import Entry, Lexicon
from communique.inflection import Form, inflected
from communique.tables import lines_of, rows_of, word_set_of
from communique_sanctions.kind import Measure, SanctionAct, SanctionStatus

Takes = Literal["party", "assets", "entry", "terrorist"]


@frozen
class Verb:
    """What a verb does to a measure."""

    act: SanctionAct
    """The act."""
    status: SanctionStatus
    """The status that it gives the act."""
    faced: bool
    """Whether its subject is the target: "faces sanctions"."""
    forms: frozenset[Form]
    """The forms that the surface may be."""


@frozen
class OwnVerb:
    """A verb that is a measure by itself: "blacklisted"."""

    measure: Measure
    """The measure."""
    act: SanctionAct
    """What is done with it."""
    forms: frozenset[Form]
    """The forms that the surface may be."""
    takes: Takes
    """What it must take to be one: a party, assets, a party "from entering", a party "as a terrorist group"."""


def _measures() -> Iterable[Entry[Measure]]:
    for nouns, measure in _cells("measures.tsv", 2):
        for noun in nouns.split("; "):
            yield Entry(noun, cast("Measure", measure))


MEASURES: Lexicon[Measure] = Lexicon("sanction-measures", _measures)
"""Nouns for measures that restrict dealings with somebody."""


def _own_verbs() -> Iterable[Entry[OwnVerb]]:
    for verbs, measure, act, takes in _cells("own-verbs.tsv", 4):
        for verb in verbs.split("; "):
            for surface, forms in inflected(verb):
                if surface != "sanctions":  # nearly always the noun
                    means = OwnVerb(cast("Measure", measure), cast("SanctionAct", act), forms, cast("Takes", takes))
                    yield Entry(surface, means)


OWN_VERBS: Lexicon[OwnVerb] = Lexicon("sanction-verbs", _own_verbs)
"""Verbs that are measures by themselves, in all their forms."""


@cache
def verbs() -> dict[str, Verb]:
    """What stands before or behind a measure, by its words."""
    found: dict[str, Verb] = {}
    for listed, act, status in _cells("verbs.tsv", 3):
        for verb in listed.split("; "):
            for surface, forms in inflected(verb):
                faced = status == "faced"
                entry = Verb(
                    cast("SanctionAct", act), "threatened" if faced else cast("SanctionStatus", status), faced, forms
                )
                found.setdefault(surface, entry)
    return found


@cache
def governors() -> dict[str, SanctionStatus]:
    """The standing that a word gives to what hangs on it: "refused" of "refused to lift"."""
    found: dict[str, SanctionStatus] = {}
    for listed, status in _cells("governors.tsv", 2):
        for verb in listed.split("; "):
            for surface, _ in inflected(verb):
                found.setdefault(surface, cast("SanctionStatus", status))
    return found


@cache
def act_nouns() -> dict[str, SanctionAct]:
    """Nouns for what is done to a measure: "lifting", "renewal"."""
    return {noun: cast("SanctionAct", act) for nouns, act in _cells("act-nouns.tsv", 2) for noun in nouns.split("; ")}


@cache
def into_effect() -> dict[str, tuple[SanctionAct, SanctionStatus]]:
    """What happens to a measure that is the subject of such words: "took effect"."""
    return {
        words: (cast("SanctionAct", act), cast("SanctionStatus", status))
        for several, act, status in _cells("into-effect.tsv", 3)
        for words in several.split("; ")
    }


def form_of(word: str) -> frozenset[Form]:
    """Give the forms that a verb may be by its ending alone."""
    if word.endswith("ing"):
        return frozenset({"ing"})
    return frozenset({"past", "participle"}) if word.endswith("ed") else frozenset({"base", "past"})


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between an auxiliary and its verb: "formally", "also"."""
    return word in word_set("adverbs") or (word.endswith("ly") and len(word) > len("only"))


word_set: Callable[[str], frozenset[str]] = word_set_of("communique_sanctions")
"""Gives a word set of ``data/words.toml``."""


def _cells(name: str, columns: int) -> Iterator[list[str]]:
    return rows_of("communique_sanctions", name, columns)


@cache
def holders() -> frozenset[str]:
    """Verbs whose subject calls for a measure or opposes it, whoever's measure it is."""
    listed = (*word_set("holding"), *lines_of("communique_sanctions", "holding-phrases.txt"))
    return frozenset(surface for verb in listed for surface, _ in inflected(verb))
