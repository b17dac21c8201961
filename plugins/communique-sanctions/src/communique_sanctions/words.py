"""The words of the world that the rules use: measures, what is done to them, and the small words between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, cast

from attrs import frozen

from communique import Entry, Lexicon
from communique.tables import lines_of, rows_of, word_sets_of
from communique_sanctions.kind import Measure, SanctionAct, SanctionStatus

Form = Literal["base", "present", "past", "participle", "gerund"]
Takes = Literal["party", "assets", "entry", "terrorist"]
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset(
    {
        "ban",
        "bar",
        "cap",
        "commit",
        "defer",
        "drop",
        "forbid",
        "plan",
        "prefer",
        "refer",
        "scrap",
        "slap",
        "step",
        "stop",
        "trim",
    }
)


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


def inflected(listed: str) -> Iterator[tuple[str, frozenset[Form]]]:
    """Give the surfaces of a listed verb with the forms that each may be.

    >>> sorted(surface for surface, _ in inflected("rule out"))
    ['rule out', 'ruled out', 'rules out', 'ruling out']
    """
    first, space, rest = listed.partition(" ")
    base, *irregular = first.split("/")
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("e"):
        past, gerund = base + "d", base[:-1] + "ing"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        past, gerund = base[:-1] + "ied", base + "ing"
    else:
        past, gerund = stem + "ed", (base + base[-1] if base in {"put", "set", "get"} else stem) + "ing"
    if base == "have":
        present = "has"
    elif past.endswith("ied"):
        present = base[:-1] + "ies"
    else:
        present = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    participle = past
    if irregular:
        past, participle = irregular[0], irregular[-1]
    table: dict[str, set[Form]] = {}
    forms: tuple[tuple[str, Form], ...] = (
        (base, "base"), (present, "present"), (past, "past"), (participle, "participle"), (gerund, "gerund"),
    )  # fmt: skip
    for surface, form in forms:
        table.setdefault(surface, set()).add(form)
    for surface, of in table.items():
        yield surface + space + rest, frozenset(of)


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
        return frozenset({"gerund"})
    return frozenset({"past", "participle"}) if word.endswith("ed") else frozenset({"base", "past"})


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between an auxiliary and its verb: "formally", "also"."""
    return word in word_set("adverbs") or (word.endswith("ly") and len(word) > len("only"))


@cache
def word_set(name: str) -> frozenset[str]:
    """Give a word set of ``data/words.toml``.

    >>> "never" in word_set("negations"), "always" in word_set("negations")
    (True, False)
    """
    return _word_sets()[name]


@cache
def _word_sets() -> Mapping[str, frozenset[str]]:
    return word_sets_of("communique_sanctions")


def _cells(name: str, columns: int) -> Iterator[list[str]]:
    return rows_of("communique_sanctions", name, columns)


@cache
def holders() -> frozenset[str]:
    """Verbs whose subject calls for a measure or opposes it, whoever's measure it is."""
    listed = (*word_set("holding"), *lines_of("communique_sanctions", "holding-phrases.txt"))
    return frozenset(surface for verb in listed for surface, _ in inflected(verb))
