"""The work on one article: its cues, and what has been attributed so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from attrs import define, field

from communique import Actor
from communique_quotes.cues import Cue
from communique_quotes.page import Page, Speaker

_NEARBY = 3


@define
class Draft:
    """A quote in the making, in offsets."""

    rule: Callable[..., object]
    """The rule that found it."""
    pieces: list[tuple[int, int]]
    """The pieces of its content in the order of the text."""
    cue: tuple[int, int] | None
    """The reporting words."""
    speaker: Speaker | None
    """The phrase that names the speaker, and the actor behind it."""
    via: Actor | None = None
    """Who relays the words."""
    fragment: bool = False
    """Whether what stands in marks is a part of a clause, even if nothing else of the clause is content."""
    marked: bool = False
    """Whether there are quotations inside its content."""


@define
class Desk:
    """The cues of an article and the drafts made of them."""

    page: Page
    cues: list[Cue]
    drafts: list[Draft] = field(factory=list)
    owners: dict[int, Draft] = field(factory=dict)
    """The draft that each attributed quotation belongs to, by the number of the quotation."""
    relayers: dict[int, Speaker] = field(factory=dict)
    """Who relays what stands behind a cue, by the number of the cue."""
    used: set[int] = field(factory=set)
    """The numbers of the cues that have their quote."""
    by_cue: dict[int, Draft] = field(factory=dict)
    """The draft made of the cue that starts at an offset."""
    starts: list[int] = field(init=False)
    """Where the cues start."""

    def __attrs_post_init__(self) -> None:
        """Make the column of starts."""
        self.starts = [cue.start for cue in self.cues]

    def keep(self, draft: Draft) -> Draft:
        """Keep a draft: its quotations are attributed now."""
        self.drafts.append(draft)
        if draft.cue:
            self.by_cue[draft.cue[0]] = draft
        if self.page.quotations.starts:
            for piece in draft.pieces:
                self.own(piece, draft)
        return draft

    def own(self, piece: tuple[int, int], draft: Draft) -> None:
        """Note that the quotations of a piece belong to a draft."""
        for number in self.page.quotations.within(*piece):
            self.owners[number] = draft
            draft.marked = True

    def extend(self, draft: Draft, piece: tuple[int, int]) -> Draft:
        """Add a piece to a draft."""
        draft.pieces.append(piece)
        self.own(piece, draft)
        return draft

    def use_between(self, start: int, end: int) -> None:
        """Leave out the cues inside a piece of content: nothing is nested."""
        self.used.update(range(bisect_left(self.starts, start), bisect_left(self.starts, end)))

    def next_cue(self, number: int) -> Cue | None:
        """The cue after the one of that number."""
        return self.cues[number + 1] if number + 1 < len(self.cues) else None

    def next_cues(self, number: int) -> list[Cue]:
        """The few cues after the one of that number."""
        return self.cues[number + 1 : number + 1 + _NEARBY]

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """The last few cues that start inside ``[start, end)``."""
        last = bisect_left(self.starts, end)
        return [cue for cue in self.cues[max(0, last - _NEARBY) : last] if cue.start >= start]

    def latest(self, start: int, end: int) -> Draft | None:
        """The draft made last whose cue stands inside ``[start, end)``, or the one of the last cue there."""
        for draft in self.drafts[: -_NEARBY - 1 : -1]:  # the cues of a sentence are read from left to right
            if draft.speaker and draft.cue and start <= draft.cue[0] < end:
                return draft
        for cue in reversed(self.cues_between(start, end)):  # attributions behind quotations are read before the others
            made = self.by_cue.get(cue.start)
            if made is not None and made.speaker:
                return made
        return None
