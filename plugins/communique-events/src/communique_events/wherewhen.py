"""When and where an event happened: the date and the place that stand nearest to its words."""

from __future__ import annotations

import re
from datetime import timedelta

from communique import Place, Time
from communique.kinds import EventTime
from communique.timex import event_time
from communique_events.drafts import Draft
from communique_events.line import Line
from communique_events.page import Page

_YEAR = re.compile(r"(\d{4})\Z")
_SETTLED = r"(?:(?:[\w.'-]+ ){0,4}(?:capital|city|town|resort|port|village|island|palace|region|province)(?: of)? )?"
"""What a place may be called before its name: "the Red Sea resort of"."""
_AT = re.compile(
    r"\b(?:in|at|near|outside|inside) (?:the |its |their |neighbou?ring )?" + _SETTLED + r"\Z",
    re.IGNORECASE,
)
_GOING = re.compile(
    r"\b(?:his|her|its|their) (?:first|second|third|last|only) to (?:the )?\Z"
    r"|\b(?:visit(?:ed|s|ing)?|trips?|travel\w*|flew|fl(?:y|ies|own)|w[e]nt|go(?:es|ing)?|arriv\w+|head\w*|return\w*|tour\w*|c[ao]mes?"
    r"|(?:left|leav(?:es?|ing)|depart\w*|set (?:off|out))(?= for ))"
    r"(?: (?:to|for|in|at))? (?:the |neighbou?ring )?" + _SETTLED + r"\Z",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:travel(?:l?ed|l?ing|s)?|fl(?:ew|y|ies|own|ying)|went|go(?:es|ing)?|arriv(?:ed?|es|ing)|head(?:ed|s|ing)?|came|comes?"
    r"|(?:visit|trip))(?: to| in| for| at) (?:the )?\Z"
)
_CAME_BEFORE = 100
_LEFT = re.compile(r';|"| (?:before|after|left|from) ')
_HERE = re.compile(
    r"\b(?:at|in) (?:his|her|the presidential|the royal) (?:office|palace|residence)\b"
    r"|\b(?:visit|visited|arrive[ds]?|met|meet|meets|meeting|talks|held|summit) here\b"
)
_LEAD = re.compile(r"(?:[^,;:\"]|, (?=(?:[A-Z]|capital)[^,;:\"]*,)){0,50}, ")
_BEHIND = re.compile(r",? ?(?:(?:later|early|late|last|next|this|on|[A-Z]\w+day|month|week|year) ){0,4}(?:in|at)\b")
_CLAUSE_END = re.compile(
    r'[;:"()]| (?:that|which|who|where|when|while|but|because|if|as) |, (?:and|saying|after|before) '
)
_SUBJECT_MATTER = ("discuss", "debat", "rais")
"""What follows these verbs is what is spoken of, with its own place."""
_WHEN_IN = re.compile(r"(?:day|yesterday|week|month|year) (?:in|at) (?:the )?\Z")
_NO_VENUE = frozenset({"water", "sea", "river", "ocean", "line"})
_IN_SOME = re.compile(r"\b(?:in|at|an) (?:an? |the )?(?:[a-z]+ ){0,2}\Z")
_VENUE = re.compile(r" (?:hotel|mansion|palace|villa|guest house|suburb|restaurant|residence|castle|airport|embassy)\b")
_BEFORE = 60
_BEYOND = 70
_LASTED = re.compile(
    r"\b(?:lasted|lasting|took|taking|for|of|a|an)"
    r"(?: (?:about|around|more than|over|nearly|almost|some|roughly|just))*\s*\Z"
)
_ELSEWHEN = re.compile(
    r"\b(?:since|until|than|between|war of|agreement of|accord of|treaty of"
    r"|(?:signed|elected|born)(?: in| on)?) \Z"
)
_OF_YEARS = re.compile(
    r"(?<!summit)(?<!talks)(?<!meeting)(?<!visit)(?<!spring)(?<!summer)(?<!autumn)(?<!winter)(?<!fall)(?<!end)(?<!start)"
    r"(?<!early)(?<!late)(?<!month)(?<!half)(?<!beginning)(?<!middle)(?<!January)(?<!December) of (?:\d{4}-)?\Z"
)
_THROUGH = frozenset({"-", " - ", " to ", " and ", "/", " through "})
_DAYS = re.compile(r"P(\d{1,3})D\Z")
_SIDE = re.compile(r" (before|after) ")
_NEXT_CLAUSE = 30
_OTHER_CLAUSE = re.compile(
    r" (?:that|which) (?!(?:was|were|is|are|has been|had been|will be) "
    r"(?:planned|scheduled|set|due|expected|arranged|held)\b)"
)
_DURATION_REACH = 60
_OPENING = 12
"""So far from the start of a sentence stands a date or place that opens it: "On Monday, …", "In Oslo, …"."""
_AT_VERB = re.compile(
    r"(?: (?:reporters|journalists|lawmakers|parliament|in|at|an?|the|to|news|statement|interview|briefing|conference"
    r"|speech|address|late|early|on|state|television|[A-Z]\w{1,20}))*+,? ?"
)
"""What stands between a verb of telling and its own date: "said in a statement on Monday that …"."""
_OUTSIDE = 60
"""A date further outside the clause is that of something else."""


def when(
    page: Page, line: Line, cue: tuple[int, int], reach: tuple[int, int], *, told: bool = False
) -> EventTime | None:
    """The date nearest to the words of an event: in its clause, or just outside it; both days of a stretch of days.

    Where something is only told, what is told has its own dates: that of the telling opens the sentence or stands right
    at the verb.
    """
    times = page.dates(line.start, line.end)
    if not times:
        return None
    counted = _counted(page, line, reach, times)
    if counted is not None:
        return counted
    best: tuple[int, int, EventTime] | None = None
    for number, time in enumerate(times):
        found = event_time(time.value)
        start, end = time.span.start, time.span.end
        outside = max(start - reach[1], reach[0] - end, 0)
        if (
            found is None
            or outside > _OUTSIDE
            or (told and end < reach[0] and start - line.start > _OPENING)
            or (told and start > cue[1] and not _AT_VERB.fullmatch(page.folded, cue[1], start))
            or _is_elsewhen(page, line, time)
            or (start > cue[1] and " since " in page.folded[cue[1] : start])
            or (outside and _is_parted(page, min(end, reach[1]), max(start, reach[0])))
        ):
            continue
        distance = start - cue[1] if start >= cue[1] else 2 * (cue[0] - end)
        if best is None or distance < best[0]:
            best = (distance, number, found)
    return _through(page, times, best[1], best[2]) if best is not None else None


def _is_elsewhen(page: Page, line: Line, time: Time) -> bool:
    """Tell whether a date is that of something else: "since 2019", "the war of 1950-53"."""
    start = time.span.start
    floor = max(line.start, start - _BEFORE)
    return bool(
        _ELSEWHEN.search(page.folded, floor, start)
        or (time.value and _YEAR.match(time.value) and _OF_YEARS.search(page.folded, floor, start))
    )


def _through(page: Page, times: list[Time], number: int, found: EventTime) -> EventTime:
    """The days from one to another: "on 7-8 March", "from May 3 to May 5"."""
    for k in (number - 1, number + 1):
        if not 0 <= k < len(times):
            continue
        one, two = sorted((times[number].span, times[k].span))
        other = event_time(times[k].value)
        if other is not None and page.folded[one.end : two.start] in _THROUGH and other.granularity == "day":
            return EventTime(min(found.start, other.start), max(found.end, other.end), found.granularity)
    return found


def _counted(page: Page, line: Line, reach: tuple[int, int], times: list[Time]) -> EventTime | None:
    """A day counted from another one: "on Wednesday, two days before ministers meet"."""
    days = [found for time in times if time.span.end < reach[0] and (found := event_time(time.value)) is not None]
    for time in page.durations(line.start, line.end) if days else ():
        number = _DAYS.match(time.value or "")
        side = _SIDE.match(page.folded, time.span.end, reach[0] + 1)
        if number and side and reach[0] - side.end() < _NEXT_CLAUSE and days[-1].granularity == "day":
            days_off = timedelta(days=int(number[1]) * (1 if side[1] == "before" else -1))
            try:
                day = days[-1].start + days_off
            except OverflowError:
                return None
            return EventTime(day, day)
    return None


def duration(page: Page, line: Line, reach: tuple[int, int]) -> str | None:
    """How long an event lasted, where that is said behind it or just before it."""
    for time in page.durations(line.start, line.end):
        near = _distance(time, reach) < _DURATION_REACH
        if near and time.value and _LASTED.search(page.folded, max(0, time.span.start - 30), time.span.start):
            return time.value
    return None


def where(page: Page, line: Line, draft: Draft) -> Place | None:
    """The place of an event: behind "in" or "at", or right before its noun ("the Geneva talks")."""
    places = page.places(line.start, line.end)
    if draft.act.mode == "phone" or not (places or draft.is_meeting):
        return None
    first, last = draft.cues[0]
    matter = draft.is_meeting and page.folded[first:last].lower().startswith(_SUBJECT_MATTER)
    taken = {one.start for one in (*draft.sources, *draft.targets) if not isinstance(one.party, Place)}
    reach = _widened(page, line, draft)
    best: tuple[int, Place] | None = None
    for start, end, place in places:
        if draft.is_meeting and place.sort in _NO_VENUE:
            continue
        if draft.subtype and end == first - 1 and place.sort != "country":
            return place
        is_lead = start < reach[0] and _LEAD.match(page.folded, end, reach[0] + 2) is not None
        is_lead = is_lead and not (draft.act.type == "STATEMENT" and start - line.start > _OPENING)
        going = draft.act.mode == "visit" or start > last or is_lead
        if (not reach[0] <= start <= reach[1] and not is_lead) or (start in taken and not going):
            continue
        stretch = (max(line.start, start - _BEFORE), start)
        if (is_lead or not matter or _WHEN_IN.search(page.folded, *stretch)) and _is_there(
            page, draft, (*stretch, end), going=going
        ):
            distance = start - last if start >= last else (first - end) * 2
            if best is None or distance < best[0]:
                best = (distance, place)
    if best is not None or not draft.is_meeting:
        return best[1] if best is not None else None
    if _HERE.search(page.folded, max(line.start, reach[0] - 20), reach[1]):
        return page.filed_at
    return _came_to(page, line, first) if draft.act.mode != "visit" else _visited(page, draft)


def _is_there(page: Page, draft: Draft, at: tuple[int, int, int], *, going: bool) -> bool:
    """Tell whether the words before a place say that something is in it, or that somebody comes to it."""
    before = at[:2]
    if _AT.search(page.folded, *before) or (_IN_SOME.search(page.folded, *before) and _VENUE.match(page.folded, at[2])):
        return True
    if going and _GOING.search(page.folded, *before):
        return True
    return draft.act.cameo == "043" and page.folded.endswith(" to ", *before)


def _came_to(page: Page, line: Line, first: int) -> Place | None:
    """Where those who meet have come before: "flew to Oslo for talks"."""
    for start, end, place in reversed(page.places(max(line.start, first - _CAME_BEFORE), first)):
        if place.sort != "country" and _CAME.search(page.folded, max(line.start, start - _BEFORE), start):
            return None if _LEFT.search(page.folded, end, first) else place
    return None


def _visited(page: Page, draft: Draft) -> Place | None:
    """The place that somebody goes to: "sent two envoys *to Tripoli*"."""
    for one in draft.targets:
        placed = page.place_at(one.start)
        if placed is not None and page.folded.endswith((" to ", " to the "), 0, one.start):
            return placed[2]
    return None


def _widened(page: Page, line: Line, draft: Draft) -> tuple[int, int]:
    """The stretch in which a place belongs to an event: of a noun the rest of the clause, of a verb what follows."""
    first, last = draft.reach
    behind = draft.subtype or _BEHIND.match(page.folded, last, line.end)
    if not behind:
        return first, last
    end = min(line.end, last + _BEYOND)
    closed = _CLAUSE_END.search(page.folded, last, end)
    return first, closed.start() if closed else end


def _distance(time: Time, cue: tuple[int, int]) -> int:
    return max(time.span.start - cue[1], cue[0] - time.span.end, 0)


def _is_parted(page: Page, start: int, end: int) -> bool:
    """Tell whether another clause stands between; one that only says when ("that was planned for Tuesday") is none."""
    between = page.folded[start:end]
    return any(sign in between for sign in (";", '"', " who ")) or _OTHER_CLAUSE.search(between) is not None
