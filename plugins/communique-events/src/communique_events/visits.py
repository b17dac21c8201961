"""What is known of meetings from where people are: visitors on their visits, hosts where an article is filed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable

from communique import Actor, Place
from communique.kinds import EventTime
from communique_events.finishing import status_by_day
from communique_events.joining import Joined, sides
from communique_events.page import Page

_DAYS = re.compile(r"P(\d{1,3})D\Z")
_LOOK_BACK = 5
_HELD = frozenset({"occurred", "ongoing"})
_TO_COME = frozenset({"scheduled", "proposed"})


def note_visits(page: Page, joined: Iterable[Joined]) -> None:
    """Give the meetings that are told of behind a visit its place and date, where visitor and hosts meet.

    A meeting is part of the visit where it has no date and no other place, where somebody of the country that is
    visited meets the visitor, and where both have happened or both are to come.
    """
    visits: list[Joined] = []
    for event in joined:
        if not event.first.is_meeting:
            continue
        if event.first.act.mode == "visit" and event.place is not None:
            visits.append(event)
        elif event.first.act.mode is None and event.time is None:
            visit = next((one for one in visits[: -_LOOK_BACK - 1 : -1] if _is_part(page, one, event)), None)
            if visit is not None:
                event.place, event.time = event.place or visit.place, _within(visit)


def note_hosts(page: Page, joined: Iterable[Joined]) -> None:
    """Give the meetings of which no place is told that where the article was filed, and its day where none is told.

    That is where somebody of that country has just met somebody of another one.
    """
    place = page.filed_at
    if place is None or place.sort == "country":
        return
    for event in joined:
        just = event.time is None or page.is_lately(event.time.end)
        held = event.first.is_meeting and event.status in _HELD and event.first.act.mode is None
        if event.place is None and held and just:
            countries = {one.country for one in event.parties if isinstance(one, Actor)} - {None}
            if place.country in countries and len(countries) > 1:
                event.place, event.time = place, event.time or page.today


def _is_part(page: Page, visit: Joined, event: Joined) -> bool:
    if event.place is not None and event.place is not visit.place:
        return False
    hosts = visit.place.country if isinstance(visit.place, Place) else None
    guests = {one for one in visit.parties if not isinstance(one, Place) and one.country != hosts}
    ours = set(event.parties)
    to_come = {status_by_day(page, one) in _TO_COME for one in (visit, event)}
    return hosts is not None and hosts in sides(event.parties) and bool(guests & ours) and len(to_come) == 1


def _within(visit: Joined) -> EventTime | None:
    """When a meeting in a visit is: the day of the visit, of a longer one its month if it stays in that."""
    time, days = visit.time, _DAYS.match(visit.duration or "P1D")
    if time is None or time.granularity != "day" or days is None:
        return time if days is not None else None
    size = monthrange(time.start.year, time.start.month)[1]
    first, last = time.start.replace(day=1), time.start.replace(day=size)
    if time.start == time.end and int(days[1]) <= 1:
        return time
    return EventTime(first, last, "month") if max(time.end.day, time.start.day + int(days[1]) - 1) <= size else None
