"""Events while they are put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from communique.kinds import EventStatus
from communique_events.parties import Found
from communique_events.words import Act


class Draft(NamedTuple):
    """What one clause says of an event."""

    rule: Callable[..., object]
    """The rule that read it."""
    sentence: int
    """Number of the sentence."""
    act: Act
    """The kind of act it is."""
    counted: Act
    """The kind of act that PLOVER counts it as: planned talks are an agreement."""
    status: EventStatus
    """Whether it happened."""
    sources: tuple[Found, ...]
    """Who acts."""
    targets: tuple[Found, ...]
    """On whom."""
    cues: tuple[tuple[int, int], ...]
    """Where its words stand."""
    reach: tuple[int, int]
    """The clause."""
    aside: bool = False
    """Whether it stands in a clause that only adds to another."""
    definite: bool = False
    """Whether it speaks of something told of before: "the talks"."""
    finite: bool = False
    """Whether a finite verb tells of it."""
    passive: bool = False
    """Whether its subject is what is acted upon."""
    by_thing: bool = False
    """Whether a thing, and nobody, is its subject: "the report urges", "this would allow"."""
    subtype: str = ""
    """The noun for a meeting."""
    described: frozenset[str] = frozenset()
    """The words before that noun, from its determiner on: "three-way", "security"."""

    @property
    def is_meeting(self) -> bool:
        """Whether two or more deal with each other in it."""
        return self.act.type == "CONSULT"
