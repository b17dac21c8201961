"""The record of an event, made when all that is said of it is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from communique import Actor, Delegation, Event
from communique.kinds import EventStatus, because
from communique_events.drafts import Draft
from communique_events.joining import Joined
from communique_events.page import Page
from communique_events.parties import Found, Party

_LONGEST_OCCASION = 500
"""No words for an occasion are longer, in characters."""
_OF_TIES = frozenset({"057", "054", "050"})
"""Codes of acts that sides do to each other where nobody else is named: to sign, to set up ties."""
_EACH_OTHER = (
    "clash",
    "battl",
    "skirmish",
    "fail to agree",
    "failed to agree",
    "failed to reach",
    "fail to reach",
    "trad",
)
"""How verbs begin that say the like: "Chadian and Libyan troops *clashed*"."""
_TO_COME: dict[EventStatus, EventStatus] = {"occurred": "scheduled", "ongoing": "scheduled"}
"""What is told as a fact though its day is still to come."""


class Occasions:
    """The delegations of an article by where the words for their occasion stand."""

    def __init__(self, delegations: Sequence[Delegation]) -> None:
        """Sort them once."""
        known = [(one.occasion.start, one.occasion.end, n, one) for n, one in enumerate(delegations) if one.occasion]
        self._known = sorted(known, key=itemgetter(0, 1, 2))
        self._starts = [start for start, _, _, _ in self._known]

    def at(self, spans: Sequence[tuple[int, int]]) -> tuple[Delegation, ...]:
        """Those whose occasion meets one of some stretches, in the order of the article."""
        found: dict[int, Delegation] = {}
        for start, end in spans:
            first = bisect_left(self._starts, start - _LONGEST_OCCASION)
            near = self._known[first : bisect_right(self._starts, end)]
            found |= {number: one for _, stop, number, one in near if stop >= start}
        return tuple(found[number] for number in sorted(found))


def finished(page: Page, joined: Joined, occasions: Occasions) -> Event:
    """Freeze an event."""
    article = page.article
    draft = joined.first
    spans = sorted(set(joined.spans)) if len(joined.spans) > 1 else joined.spans
    sources = _parties(draft.sources)
    targets = _parties(draft.targets)
    meeting = draft.is_meeting
    mutual = not targets and len(sources) > 1 and not meeting and _is_mutual(draft, page)
    if mutual:
        sources, targets = _facing(sources)
    span = article.span(*draft.reach)
    cues = [article.span(*cue) for cue in draft.cues]
    came = occasions.at(spans) if meeting else ()
    return Event(
        span,
        draft.act.type,
        draft.act.mode,
        _subtype(joined) if meeting else None,
        status_by_day(page, joined),
        sources,
        targets,
        _participants(joined, came) if meeting else _actors((*sources, *targets)) if mutual and targets else (),
        joined.place,
        joined.time or (page.today if meeting and joined.status == "ongoing" else None),
        joined.duration,
        draft.counted.type if draft.counted.type != draft.act.type else None,
        draft.counted.cameo,
        came,
        tuple([span if place == draft.reach else article.span(*place) for place in spans]),
        joined.quote.speaker if joined.quote else None,
        evidence=because(draft.rule, *cues),
    )


def status_by_day(page: Page, joined: Joined) -> EventStatus:
    """The status, where the day does not contradict it: what is told as a fact may be to come, what goes on be over."""
    status, time = joined.status, joined.time
    if time is None or status not in _TO_COME:
        return status
    if page.is_to_come(time.start):
        return _TO_COME[status]
    over = time.granularity == "day" and page.is_over(time.end)
    return "occurred" if over else status


def _is_mutual(draft: Draft, page: Page) -> bool:
    """Tell whether what several do they do to each other: "signed a pact", "were battling", "failed to agree"."""
    (start, end), *_ = draft.cues
    spelled = page.folded[start:end].lower()
    return draft.counted.cameo in _OF_TIES or spelled.startswith(_EACH_OTHER)


def _facing(parties: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The side named first, and those that face it; of one side nobody does: "Kenya and Uganda signed a pact"."""
    side = parties[0].country or parties[0]
    first = tuple(one for one in parties if (one.country or one) == side)
    return first, tuple(one for one in parties if one not in first)


def _actors(parties: Iterable[Party]) -> tuple[Actor, ...]:
    return tuple(one for one in parties if isinstance(one, Actor))


def _participants(joined: Joined, came: Sequence[Delegation]) -> tuple[Actor, ...]:
    """Who takes part, the named members of delegations too; no places."""
    members = [member for one in came for member in one.members]
    return tuple(dict.fromkeys(one for one in (*joined.parties, *members) if isinstance(one, Actor)))


def _parties(found: tuple[Found, ...]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys([one.party for one in found])) if found else ()


def _subtype(joined: Joined) -> str:
    words = " ".join(sorted(joined.nouns | joined.words)).split()
    for noun in ("summit", "visit", "call", "talks"):
        if any(word.startswith(noun) or (noun == "talks" and word.startswith("negotiat")) for word in words):
            return noun
    mode = joined.first.act.mode
    return {"phone": "call", "visit": "visit"}.get(mode or "", "meeting")
