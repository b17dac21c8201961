"""One event for each event of the world: what several sentences say of it is put together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from communique import Actor, Place, Quote
from communique.kinds import EventStatus, EventTime
from communique_events.drafts import Draft
from communique_events.parties import Party

_LOOK_BACK = 12
"""So many events told of last may be the one a sentence speaks of."""
_PEOPLE = frozenset({"person", "group"})
_SIDES = {
    "bilateral": 2,
    "two-way": 2,
    "trilateral": 3,
    "tripartite": 3,
    "three-way": 3,
    "four-way": 4,
    "four-party": 4,
}
"""Words that tell how many sides meet."""


@define(eq=False)
class Joined:
    """An event in the making: all that is said of it."""

    first: Draft
    """The draft that says most."""
    time: EventTime | None
    place: Place | None
    parties: dict[Party, None]
    """Everybody in it."""
    spans: list[tuple[int, int]]
    """Where it is told of."""
    nouns: set[str]
    """The nouns it is called by."""
    words: set[str]
    """The words that describe it: "three-way", "security"."""
    called_off: bool = False
    """Whether something tells that it was called off."""
    duration: str | None = None
    quote: Quote | None = None

    @classmethod
    def of(cls, draft: Draft, time: EventTime | None, place: Place | None) -> Joined:
        """Begin an event with what one clause says of it."""
        parties = dict.fromkeys([one.party for side in (draft.sources, draft.targets) for one in side])
        called_off = draft.status == "cancelled"
        return cls(draft, time, place, parties, [draft.reach], {draft.subtype}, {*draft.described}, called_off)

    def note(self, draft: Draft) -> None:
        """Take in what a clause says."""
        for one in (*draft.sources, *draft.targets):
            self.parties[one.party] = None
        self.spans.append(draft.reach)
        self.nouns.add(draft.subtype)
        self.words |= draft.described
        self.called_off = self.called_off or draft.status == "cancelled"
        told = {self.first.status, draft.status}
        if _tells(draft) > _tells(self.first):
            self.first = draft
        if (
            draft.is_meeting and draft.finite and not draft.definite and told == {"ongoing", "occurred"}
        ):  # "began a tour", "has visited"
            self.first = self.first._replace(status="occurred")

    @property
    def is_told(self) -> bool:
        """Whether enough is known of it: a meeting needs two who meet, a place or a date."""
        known = self.place is not None or self.time is not None
        known = known or (self.called_off and bool(self.parties))
        return not self.first.is_meeting or len(self.parties) > 1 or known

    @property
    def is_known(self) -> bool:
        """Whether so much is said of it that it need not be told of before."""
        return len(self.parties) > 1 or bool(self.parties and (self.place or self.time))

    @property
    def status(self) -> EventStatus:
        """Whether it came about, as what says most of it tells, or what tells that it was called off."""
        return "cancelled" if self.called_off and self.first.is_meeting else self.first.status


def _tells(draft: Draft) -> tuple[bool, int]:
    """How much a draft says of an event: what speaks of it as known says less than what tells of it first."""
    return not draft.definite, len(draft.sources) + len(draft.targets)


def sides(parties: Sequence[Party] | dict[Party, None]) -> frozenset[object]:
    """The parties as sides: their countries, where that is none or one also the parties without a country."""
    countries = frozenset(party.country for party in parties if party.country)
    return countries if len(countries) > 1 else frozenset(party.country or party for party in parties)


def take(joined: list[Joined], fresh: Joined) -> None:
    """Add what a sentence says: to an event told of before, where parties, type, place and time agree, else as new.

    What is spoken of as known ("the talks") is the event with which it shares most people, then most words, then the
    one spoken of last.
    """
    draft = fresh.first
    kind = draft.act.type
    fitting = [
        other
        for other in joined[: -_LOOK_BACK - 1 : -1]
        if other.first.act.type == kind and _is_same(other, fresh, draft)
    ]
    if fitting and draft.definite:
        fitting.sort(key=lambda other: _likeness(other, fresh), reverse=True)
    if fitting:
        other = fitting[0]
        other.note(draft)
        other.time = other.time or fresh.time
        other.place = other.place or fresh.place
        other.duration = other.duration or fresh.duration
    elif not draft.definite or draft.finite or fresh.is_known:
        joined.append(fresh)


def _likeness(other: Joined, fresh: Joined) -> tuple[bool, int, int, int]:
    """How much speaks for it that "the talks" are this event: status, people, words, nearness."""
    told, draft = other.first, fresh.first
    people = sum(party in other.parties for party in fresh.parties)
    words = len(draft.described & (other.words | other.nouns)) + (draft.subtype in other.nouns)
    return _agree(told.status, draft.status), people, words, other.spans[-1][1]


def _is_same(other: Joined, fresh: Joined, draft: Draft) -> bool:
    told = other.first
    if not _is_one_place(other.place, fresh.place):
        return False
    if other.time is not None and fresh.time is not None and not _meet(other.time, fresh.time):
        return False
    if draft.definite:
        return _is_one_way(told, draft) and _has_room(other, fresh, draft)
    if draft.is_meeting:
        if _is_said_twice(told, draft) or _stands_within(told, draft):
            return True
        if not _agree(told.status, draft.status):
            return False
        return _is_one_way(told, draft) and _have_same_sides(other.parties, fresh.parties)
    return (
        bool(draft.sources and draft.targets)
        and told.status == draft.status
        and {one.party for one in told.sources} == {one.party for one in draft.sources}
        and {one.party for one in told.targets} == {one.party for one in draft.targets}
    )


def _has_room(other: Joined, fresh: Joined, draft: Draft) -> bool:
    """Tell whether who is named with "the talks" fits an event: one of their sides takes part, and they are as many."""
    ours, theirs = sides(fresh.parties), sides(other.parties)
    many = next((number for word, number in _SIDES.items() if word in draft.described), 0)
    return (not ours or bool(ours & theirs)) and (not many or len(theirs) in {0, 1, many})


def _is_one_place(one: Place | None, other: Place | None) -> bool:
    """Tell whether two places may be one: they are the same, or one is the country of the other."""
    if one is None or other is None or one is other:
        return True
    return "country" in {one.sort, other.sort} and one.sort != other.sort and one.country == other.country


def _is_one_way(told: Draft, draft: Draft) -> bool:
    """Tell whether two meetings may be one by how people meet: a visit is no talk, nor a call a visit."""
    ways = {told.act.mode, draft.act.mode} & {"visit", "phone"}
    return (
        not ways or told.act.mode == draft.act.mode or (draft.definite and draft.act.mode is None and ways == {"phone"})
    )


def _is_said_twice(told: Draft, draft: Draft) -> bool:
    """Tell whether two words of one clause tell of the same: "is due to arrive on a visit"."""
    if told.sentence != draft.sentence or told.reach[1] <= draft.reach[0] or draft.reach[1] <= told.reach[0]:
        return False
    ours, theirs = ({one.party: None for one in (*one.sources, *one.targets)} for one in (draft, told))
    return bool(ours) and _have_same_sides(ours, theirs)


def _stands_within(told: Draft, draft: Draft) -> bool:
    """Tell whether a noun names the meeting that its verb tells of: "offered to host talks between X and Y"."""
    if told.sentence != draft.sentence or not draft.subtype:
        return False
    inside = told.reach[0] <= draft.reach[0] and draft.reach[1] <= told.reach[1]
    ours, theirs = (sides([one.party for one in (*one.sources, *one.targets)]) for one in (draft, told))
    return inside and ours <= theirs


def _have_same_sides(ours: dict[Party, None], theirs: dict[Party, None]) -> bool:
    """Tell whether the same meet: the same sides, and of each side the same people where both name people."""
    if not ours or sides(ours) != sides(theirs):
        return False
    for side in sides(ours):
        one, other = (_people(parties, side) for parties in (ours, theirs))
        if one and other and not one & other:
            return False
    return True


def _people(parties: dict[Party, None], side: object) -> set[Party]:
    """Who is there for a side besides the state itself."""
    return {one for one in parties if isinstance(one, Actor) and one.kind in _PEOPLE and (one.country or one) == side}


def _agree(one: EventStatus, other: EventStatus) -> bool:
    return one == other or {one, other} <= {"occurred", "ongoing"} or {one, other} <= {"scheduled", "proposed"}


def _meet(one: EventTime, other: EventTime) -> bool:
    return one.start <= other.end and other.start <= one.end
