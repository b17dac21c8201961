"""One event for each event of the world: what several sentences say of it is put together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from communique import Delegation, Event, Place, Quote
from communique.kinds import EventStatus, EventTime, because
from communique_events.drafts import Draft
from communique_events.page import Page
from communique_events.parties import Found, Party

_LOOK_BACK = 12
_SUBTYPES = {"talks": "talks", "summit": "summit", "visit": "visit", "call": "call"}


@define(eq=False)
class Joined:
    """An event in the making: all that is said of it."""

    drafts: list[Draft]
    time: EventTime | None
    place: Place | None
    duration: str | None
    quote: Quote | None = None

    @property
    def first(self) -> Draft:
        """The draft that says most."""
        return max(self.drafts, key=lambda draft: (len(draft.sources) + len(draft.targets), -self.drafts.index(draft)))

    @property
    def is_told(self) -> bool:
        """Whether enough is known of it: a meeting needs two who meet, a place or a date."""
        known = self.place is not None or self.time is not None
        return not self.first.is_meeting or len(self.parties) > 1 or known

    @property
    def parties(self) -> dict[Party, None]:
        """Everybody in it."""
        return {one.party: None for draft in self.drafts for one in (*draft.sources, *draft.targets)}


def sides(parties: Sequence[Party] | dict[Party, None]) -> frozenset[object]:
    """The parties as sides: their countries, or themselves where they have none."""
    return frozenset(party.country or party for party in parties)


def take(joined: list[Joined], fresh: Joined) -> None:
    """Add what a sentence says: to an event told of before, where parties, type, place and time agree, else as new."""
    draft = fresh.drafts[0]
    for other in joined[: -_LOOK_BACK - 1 : -1]:
        if _is_same(other, fresh, draft):
            other.drafts.append(draft)
            other.time = other.time or fresh.time
            other.place = other.place or fresh.place
            other.duration = other.duration or fresh.duration
            return
    if not draft.definite:
        joined.append(fresh)


def _is_same(other: Joined, fresh: Joined, draft: Draft) -> bool:
    told = other.first
    if told.act.type != draft.act.type:
        return False
    if other.place is not None and fresh.place is not None and other.place is not fresh.place:
        return False
    if other.time is not None and fresh.time is not None and not _meet(other.time, fresh.time):
        return False
    if draft.definite:
        return True
    if draft.is_meeting:
        ours, theirs = sides(fresh.parties), sides(other.parties)
        if not ours or not theirs or (told.act.mode != draft.act.mode and "phone" in {told.act.mode, draft.act.mode}):
            return False
        return _agree(told.status, draft.status) and ours == theirs
    same = {one.party for one in told.sources} == {one.party for one in draft.sources}
    return (
        same
        and bool(draft.sources and draft.targets)
        and {one.party for one in told.targets} == {one.party for one in draft.targets}
        and told.status == draft.status
    )


def _agree(one: EventStatus, other: EventStatus) -> bool:
    return one == other or {one, other} <= {"occurred", "ongoing"} or {one, other} <= {"scheduled", "proposed"}


def _meet(one: EventTime, other: EventTime) -> bool:
    return one.start <= other.end and other.start <= one.end


def finished(page: Page, joined: Joined, delegations: Sequence[Delegation]) -> Event:
    """Freeze an event."""
    article = page.article
    draft = joined.first
    spans = sorted({one.reach for one in joined.drafts})
    sources = _parties(draft.sources)
    targets = _parties(draft.targets)
    meeting = draft.is_meeting
    cues = [article.span(*cue) for cue in draft.cues]
    came = tuple(
        one
        for one in delegations
        if one.occasion is not None
        and any(start <= one.occasion.end and one.occasion.start <= end for start, end in spans)
    )
    return Event(
        article.span(*draft.reach),
        draft.act.type,
        draft.act.mode,
        _subtype(joined) if meeting else None,
        draft.status,
        sources,
        targets,
        tuple(joined.parties) if meeting else (),
        joined.place,
        joined.time,
        joined.duration,
        draft.counted.type if draft.counted.type != draft.act.type else None,
        draft.counted.cameo,
        came if meeting else (),
        tuple(article.span(*span) for span in spans),
        joined.quote.speaker if joined.quote else None,
        evidence=because(draft.rule, *cues),
    )


def _parties(found: tuple[Found, ...]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(one.party for one in found))


def _subtype(joined: Joined) -> str:
    words = " ".join(draft.subtype for draft in joined.drafts if draft.subtype)
    for noun in ("summit", "visit", "call", "talks"):
        if noun in words or (noun == "talks" and "negotiat" in words):
            return noun
    mode = joined.first.act.mode
    return {"phone": "call", "visit": "visit"}.get(mode or "", "meeting")
