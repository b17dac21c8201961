"""The words of the world that the rules use: triggers, what verbs do to nouns, and small words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

from attrs import frozen

from communique import Entry, Lexicon
from communique.inflection import Form, inflected
from communique.tables import lines_of, rows_of, word_set_of, word_sets_of


@frozen
class Act:
    """A kind of act: PLOVER type and mode, and the CAMEO code."""

    type: str
    """PLOVER 2.0 type, or STATEMENT or APPEAL."""
    mode: str | None
    """PLOVER mode."""
    cameo: str
    """CAMEO code, two to four digits."""


@frozen
class Trigger:
    """What a word or phrase says of an event."""

    words: str
    """The trigger as it is listed."""
    forms: frozenset[Form]
    """The verb forms that the surface may be; empty for a noun."""
    act: Act | None
    """The act it tells of by itself, if any."""
    group: str
    """The class of a verb or noun, empty for a verb with one meaning."""
    frame: Literal["", "to", "do", "that", "with", "two", "alone", "wish", "doom"]
    """What a verb takes: an infinitive, another act without which it tells of nothing, a clause, a party, two of them,
    nothing, a clause of what should be; or that it threatens its subject."""
    apart: tuple[str, ...] = ()
    """Words that belong to a verb and stand apart from it: "out" in "force them out"."""
    across: bool = False
    """Whether only an adverb may stand between: "called *again* for"."""


@frozen
class Verb:
    """What a form of a verb, or a phrase that begins with one, may say."""

    senses: tuple[Trigger, ...]
    """Its meanings in the order of the list."""
    parted: bool
    """Whether some of them have words that stand apart from it."""


_APART = {"…": False, "~": True}
"""The signs in ``verbs.tsv`` between a verb and the words apart from it, and whether only an adverb may stand there."""


def read_verbs(lines: Iterable[str]) -> Iterator[Entry[Verb]]:
    """Read verbs in the form of ``verbs.tsv``, all inflected forms of each; an entry says all that a form may mean."""
    senses: dict[str, list[Trigger]] = {}
    for words, kind, mode, cameo, frame in _cells(lines, 5):
        act = Act(kind, mode or None, cameo) if kind.isupper() else None
        for trigger in words.split("; "):
            sign = next((sign for sign in _APART if f" {sign} " in trigger), "")
            verb, _, apart = trigger.partition(f" {sign} ") if sign else (trigger, "", "")
            listed = f"{verb} {apart}" if sign else trigger
            for surface, forms in inflected(verb):
                sense = Trigger(
                    listed, forms, act, "" if act else kind, frame,  # type: ignore[arg-type]
                    tuple(apart.split()), _APART.get(sign, False),
                )  # fmt: skip
                senses.setdefault(surface, []).append(sense)
    return (Entry(surface, Verb(tuple(same), any(sense.apart for sense in same))) for surface, same in senses.items())


def read_nouns(lines: Iterable[str]) -> Iterator[Entry[Trigger]]:
    """Read nouns in the form of ``nouns.tsv``."""
    for words, group, kind, mode, cameo in _cells(lines, 5):
        act = Act(kind, mode or None, cameo) if kind else None
        for trigger in words.split("; "):
            yield Entry(trigger, Trigger(trigger, frozenset(), act, group, ""))


VERBS: Lexicon[Verb] = Lexicon("event-verbs", lambda: read_verbs(lines_of("communique_events", "verbs.tsv")))
"""Verbs that tell of events, in all their forms."""

NOUNS: Lexicon[Trigger] = Lexicon("event-nouns", lambda: read_nouns(lines_of("communique_events", "nouns.tsv")))
"""Nouns that tell of events, or of what is done to others."""


@cache
def pairs() -> dict[tuple[str, str], Act | None]:
    """What a verb of a class does to a noun of a class; None where the noun's own act stands."""
    found: dict[tuple[str, str], Act | None] = {}
    for verb, nouns, kind, mode, cameo in rows_of("communique_events", "pairs.tsv", 5):
        for noun in nouns.split():
            found[verb, noun] = None if kind == "=" else Act(kind, mode or None, cameo)
    return found


@cache
def complements() -> dict[tuple[str, str], str]:
    """The CAMEO code of what is done to an act, by type and the beginning of the act's code."""
    return {(kind, beginning): cameo for kind, beginning, cameo in rows_of("communique_events", "complements.tsv", 3)}


word_set: Callable[[str], frozenset[str]] = word_set_of("communique_events")
"""Gives a word set of ``data/words.toml``."""


@cache
def word_sets() -> Mapping[str, frozenset[str]]:
    """All word sets of ``data/words.toml``, by name."""
    return word_sets_of("communique_events")


def _cells(lines: Iterable[str], columns: int) -> Iterator[list[str]]:
    for line in lines:
        if line and not line.startswith("#"):
            yield (line.split("\t") + [""] * columns)[:columns]
