"""The kind: a sanction, and what is said of it."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import frozen

from communique import Actor, Annotation, Place
from communique.kinds import EventTime
from communique.span import Span

SanctionAct = Literal["impose", "tighten", "extend", "ease", "lift"]
SanctionStatus = Literal[
    "occurred", "ongoing", "scheduled", "threatened", "proposed", "refused", "denied", "hypothetical"
]
Measure = Literal[
    "sanctions", "secondary-sanctions", "asset-freeze", "travel-ban", "arms-embargo", "embargo", "trade-ban",
    "export-controls", "price-cap", "listing",
]  # fmt: skip


@frozen(repr=False)
class Sanction(Annotation):
    """A sanction that is imposed, tightened, extended, eased or lifted, or is to be, or is in force.

    The span reaches from the first to the last of the words that say so, in one sentence.
    """

    tag: ClassVar[str] = "sanction"

    act: SanctionAct = "impose"
    """What is done: a new measure (impose), a wider one (tighten), a longer one (extend), less of it (ease), its end
    (lift)."""
    status: SanctionStatus = "occurred"
    """Whether it happened, in the words of `Event.status`, and ``threatened``; ``ongoing`` is a measure in force."""
    makers: tuple[Actor | Place, ...] = ()
    """Whose measure it is, or would be; a place stands for a state that is named by its capital only."""
    targets: tuple[Actor | Place, ...] = ()
    """On whom it lies, as far as they are actors or places of the article."""
    target_span: Span | None = None
    """The words for whom or what it lies on, unnamed officials and companies too."""
    measures: tuple[Measure, ...] = ()
    """What sort of measure it is, in the order of the text."""
    measure_span: Span | None = None
    """The words for the measure; None where a verb says it ("blacklisted")."""
    reason: Span | None = None
    """Over what, or for what, with its preposition."""
    time: EventTime | None = None
    """When."""
    holder: Actor | None = None
    """Who calls for it, proposes or opposes it, where that is somebody else than the makers."""
    reported_by: Actor | None = None
    """The actor in whose mouth it is put, None for the narrator."""
    repeats: Sanction | None = None
    """The finding before this one that tells of the same act, measure, target and maker, if any."""

    def __repr__(self) -> str:
        """Act, status and the first words."""
        return f"Sanction({self.act}, {self.status}, {self.span.text[:60]!r})"
