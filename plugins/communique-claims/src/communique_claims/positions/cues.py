"""The words that set off the rules for positions, and what may follow them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from attrs import frozen

from communique import Entry, Lexicon
from communique.kinds import PositionStance
from communique.tables import rows_of

Sort = Literal["verb", "adjective", "noun", "compound", "duty", "condition", "refusal", "verdict"]
_FIRST = ("party", "that", "to")


@frozen
class Stand:
    """What a word says of somebody's position."""

    stance: PositionStance
    """How the position is held."""
    sort: Sort
    """A verb, an adjective behind "be", a noun that somebody has, a part of a compound; words of duty and the like."""
    follows: tuple[str, ...] = ()
    """What may follow it, first things first: ``that``, ``to``, ``noun``, ``for:noun``, ``party``, …"""


def _stands() -> Iterable[Entry[Stand]]:
    for stance, sort, follows, forms in rows_of("communique_claims", "position-cues.tsv", 4):
        ways = () if follows == "-" else tuple(sorted(follows.split(), key=_order))
        stand = Stand(cast("PositionStance", stance), cast("Sort", sort), ways)
        for form in forms.split(", "):
            yield Entry(form, stand)


def _order(way: str) -> tuple[bool, str]:
    return way.rpartition(":")[2].partition("-")[0] not in _FIRST, way


STANDS: Lexicon[Stand] = Lexicon("position-cues", _stands)
"""Words of wanting, insisting, opposing, rejecting, supporting, offering, of duty, condition and refusal."""
