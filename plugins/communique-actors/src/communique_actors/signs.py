"""What a printed word tells, as the bits of one number: one look-up answers all questions about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from sys import intern

from communique_actors.lexicons import WORDS, given_names, modifiers, surnames_first, without_accents

_bits = iter([1 << place for place in range(30)])
STOP, CALENDAR, FUNCTION, MODIFIER = next(_bits), next(_bits), next(_bits), next(_bits)
ORGANIZATION, PLACE, THING, COLLECTIVE = next(_bits), next(_bits), next(_bits), next(_bits)
HEADS, HEADED_PLACE, PLACE_FIRST, SURNAME_LIKE = next(_bits), next(_bits), next(_bits), next(_bits)
GIVEN, SURNAME_FIRST, PARTICLE, SEVERAL = next(_bits), next(_bits), next(_bits), next(_bits)

TELLING = ORGANIZATION | PLACE | THING
"""Tells a body, a place or a thing."""
NO_PERSON = TELLING | COLLECTIVE | STOP
"""Stands in no name of a person, nor in one of a place that nothing else tells."""
LEFT_OUT = STOP | CALENDAR | MODIFIER
"""Is no name by itself."""


def _listed() -> Iterator[tuple[int, Iterable[str]]]:
    """The lists in lower case; verbs tell something only in capitals, where a name ends before them."""
    yield from (
        (STOP, WORDS.stop), (CALENDAR, WORDS.calendar), (FUNCTION, WORDS.function), (MODIFIER, modifiers()),
        (ORGANIZATION, WORDS.organization), (PLACE, WORDS.place), (THING, WORDS.thing),
        (COLLECTIVE, WORDS.collective), (HEADS, WORDS.heads), (HEADED_PLACE, WORDS.headed_place),
        (PLACE_FIRST, WORDS.place_first), (SURNAME_LIKE, WORDS.surname_like), (PARTICLE, WORDS.particle),
        (SEVERAL, WORDS.several_titled),
        (STOP | FUNCTION, WORDS.verb),
    )  # fmt: skip


@cache
def signs() -> dict[str, int]:
    """The signs of all listed words; those of the lists in lower case also by their spellings with capitals."""
    found: dict[str, int] = dict.fromkeys(map(intern, given_names()), GIVEN)
    for word in surnames_first():
        found[intern(word)] = found.get(word, 0) | SURNAME_FIRST
    for bit, words in _listed():
        for word in words:
            for spelling in (
                {word.upper()}
                if words is WORDS.verb
                else {
                    word,
                    word[0].upper() + word[1:],
                    "-".join(map(str.capitalize, word.split("-"))),
                    word.upper(),
                }
            ):
                found[intern(spelling)] = found.get(spelling, 0) | bit
    return found


@cache
def ends_of_modifiers() -> frozenset[str]:
    """The last two characters of all words that modify titles, to look before words are cut out."""
    return frozenset(word[-2:] for word, tells in signs().items() if tells & MODIFIER)


def sign_of(word: str) -> int:
    """What a word tells; one with accents that is not listed what it tells without them."""
    known = signs().get(word)
    if known is None:
        return 0 if word.isascii() else signs().get(without_accents(word), 0) & GIVEN
    return known


def all_signs(words: Iterable[str]) -> int:
    """What any of some words tells."""
    known = signs()
    found = 0
    for word in words:
        found |= known.get(word, 0)
    return found
