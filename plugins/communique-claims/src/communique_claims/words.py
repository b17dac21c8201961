"""The words of the world that the rules use: cues, nouns for territory, and the small words between them."""

from __future__ import annotations

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


def _lines(name: str) -> list[str]:
    text = files("communique_claims").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _cues() -> Iterable[Entry[Cue]]:
    for line in _lines("cues.tsv"):
        surface, construction, stance = line.split("\t")
        yield Entry(surface, Cue(construction, cast("ClaimStance", stance)))


CUES: Lexicon[Cue] = Lexicon("claim-cues", _cues)
"""Verbs, nouns and adjectives that speak of owning, holding, getting or giving up a territory."""


@cache
def grounds() -> frozenset[str]:
    """Nouns for land, waters, lines and settlements, as printed; a capital only where the noun ends a name."""
    return frozenset(" ".join(_lines("grounds.txt")).split())


@cache
def apart() -> frozenset[str]:
    """Nouns that take a place's name before them without being a place."""
    return frozenset(" ".join(_lines("apart.txt")).split())


DETERMINERS = frozenset("the a an its their his her this that these those our my your all any both such some".split())
"""Words that open a noun phrase."""

STOPS = frozenset(
    "of in on at by for from to into onto over under with without against about after before since until during through "
    "and or but nor yet as than because while when where which who whom whose that if unless although though "
    "is are was were be been being has have had having will would can could may might must shall should do does did "
    "not no never it he she they we i you him them us there here then also so too "
    "said says say told".split()
)
"""Words that a noun phrase does not go across."""

FOLLOWERS = (
    STOPS
    | frozenset(
        "last next this early late earlier later again back altogether entirely once already despite amid following near "
        "along between across inside outside within around yesterday today tomorrow alone itself unilaterally illegally "
        "a an the its their his monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december claimed controlled held occupied annexed seized captured "
        "administered governed run ruled called known including even instead permanently peacefully completely totally "
        "just only nearly almost more some".split()
    )
) - frozenset(
    "is are was were has have had will would can could may might must shall should do does did said says".split()
)
"""Words that may follow a name that ends a noun phrase; after others the name is the subject of something."""

SKIPPED = frozenset(
    "is are was were be been being has have had having will would can could may might must shall should do does did to "
    "not never also still now then again since long already repeatedly once both all have just first later even "
    "all but since further".split()
)
"""Auxiliaries and adverbs between a subject and its verb; adverbs in -ly come besides."""

AGENTS = frozenset(
    "forces force troops soldiers army military militants militia militias fighters rebels separatists insurgents "
    "officials authorities government governments leaders leader leadership president minister ministry parliament "
    "lawmakers negotiators diplomats side sides settlers nationals commanders navy police delegation administration "
    "regime state majority minority people backed".split()
)
"""Nouns for those who act for a state or group named before them: "Russian forces"."""

PREPOSITIONS = frozenset(
    "of in on at by for from to into onto over under with without against about after before since until during through "
    "between among near across inside outside than like as".split()
)
"""Words after which a name is no subject."""

CLAUSE_STARTS = frozenset("while whereas but after as when because although though before since if until that".split())
"""Words that open a clause with a subject of its own."""
