"""The words that set off the rules for positions, and what may follow them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Literal, cast

from attrs import frozen

from communique import Entry, Lexicon
from communique.kinds import PositionStance

Sort = Literal["verb", "adjective", "noun"]


@frozen
class Stand:
    """What a word says of somebody's position."""

    stance: PositionStance
    """How the position is held."""
    sort: Sort
    """How it is tied to its holder: as a verb, behind a form of "be", or as a noun that somebody has."""
    follows: tuple[str, ...]
    """What may follow it, first things first: ``that``, ``to``, ``noun``, ``for:noun``, ``party``, …"""


_FIRST = ("party", "that", "to")


def _order(way: str) -> tuple[bool, str]:
    return way.rpartition(":")[2].partition("-")[0] not in _FIRST, way


def _stands() -> Iterable[Entry[Stand]]:
    text = files("communique_claims").joinpath("data", "position-cues.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            stance, sort, follows, forms = line.split("\t")
            ways = tuple(sorted(follows.split(), key=_order))
            stand = Stand(cast("PositionStance", stance), cast("Sort", sort), ways)
            for form in forms.split(", "):
                yield Entry(form, stand)


STANDS: Lexicon[Stand] = Lexicon("position-cues", _stands)
"""Verbs, adjectives and nouns of wanting, insisting, opposing, rejecting, supporting and offering."""

MODALS: Lexicon[PositionStance] = Lexicon.of(
    "position-modals",
    {
        "must": "insists",
        "need to": "insists",
        "needs to": "insists",
        "has to": "insists",
        "it is necessary to": "insists",
        "should": "demands",
        "ought to": "demands",
        "it is time to": "demands",
    },
)
"""Words of obligation: what a speaker says must be done is a position."""

CONDITIONS: Lexicon[PositionStance] = Lexicon.of(
    "position-conditions",
    dict.fromkeys(
        (
            "only if", "only after", "only when", "only once", "unless", "on condition that", "on the condition that",
            "provided that", "as long as", "not before", "not until", "unless and until", "if",
        ),
        "conditions",
    ),
)  # fmt: skip
"""Words that open a condition."""

REFUSALS: Lexicon[PositionStance] = Lexicon.of(
    "position-refusals",
    dict.fromkeys(
        ("will not", "would not", "will never", "would never", "can never", "cannot", "won't", "wouldn't"), "rejects"
    ),
)
"""Auxiliaries by which somebody says what they will not do."""
