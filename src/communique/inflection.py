"""The inflected forms of English verbs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from communique.tables import rows_of

Form = Literal["base", "third", "past", "participle", "ing"]
"""A form of a verb: "hold", "holds", "held", "held", "holding"."""

_VOWELS = "aeiou"
_SHORT = 3
_DOUBLED = frozenset({
    "cut", "put", "set", "hit", "let", "quit", "shut", "run", "begin", "get", "sit", "win", "bid", "overrun", "dig",
    "forbid",
})  # fmt: skip
_OF_BE = ("is", "are", "was", "were", "be", "been", "am", "being")


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = rows_of("communique", "irregular-verbs.tsv", 3)
    return {verb: (past, participle) for verb, past, participle in rows}


def inflected(words: str) -> Iterator[tuple[str, frozenset[Form]]]:
    """Give the forms of a verb, or of a phrase whose first word is one.

    >>> [form for form, _ in inflected("call for")]
    ['call for', 'calls for', 'called for', 'calling for']
    >>> dict(inflected("hit"))["hit"] == {"base", "past", "participle"}
    True
    """
    verb, space, rest = words.partition(" ")
    head, hyphen, tail = verb.rpartition("-")
    past, participle = _irregular().get(tail, (_past(tail),) * 2)

    if tail == "be":
        yield from ((f"{word}{space}{rest}", frozenset[Form]({"past"})) for word in _OF_BE)
        return
    spelled: tuple[tuple[Form, str], ...] = (
        ("base", tail),
        ("third", _third(tail)),
        ("past", past),
        ("participle", participle),
        ("ing", _ing(tail, past)),
    )
    if (
        len(tail) > _SHORT
        and tail[-1] == "l"
        and tail[-2] in _VOWELS
        and tail[-3] not in _VOWELS
        and past == tail + "ed"
    ):  # cancelled, canceled
        spelled += (("past", tail + "led"), ("participle", tail + "led"), ("ing", tail + "ling"))
    before, behind = head + hyphen, space + rest
    forms: dict[str, tuple[Form, ...]] = {}
    for form, word in spelled:
        surface = before + word + behind
        forms[surface] = (*forms.get(surface, ()), form)
    for surface, names in forms.items():
        yield surface, _set_of(names)


@cache
def _set_of(names: tuple[Form, ...]) -> frozenset[Form]:
    return frozenset(names)


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return "has" if verb == "have" else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _ing(verb: str, past: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    doubled = past.startswith(verb + verb[-1] + "ed")
    return (verb + verb[-1] if doubled or verb in _DOUBLED else verb) + "ing"
