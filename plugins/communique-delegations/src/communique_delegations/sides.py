"""Rules for the sides of a meeting: "On the Russian side, the talks were attended by A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique import Actor
from communique.reading import Mentioned

from communique_delegations.groups import owner_within, phrase_start
from communique_delegations.page import Cue, Page
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_ATTEND = r"(?:attend(?:ed|ing)|t(?:ook|aking) part in|participat(?:ed|ing) in|joined|join(?:ing))"
_LIST_BEHIND = re.compile(
    r"(?:,? (?:the|these|those|this|that) [^,;.:]{1,80}?)?(?: (?:will|would|also|has|had|have)){0,2}"
    r"(?:,? (?:(?:was|were|is|are|be|been) )?(?:also )?(?:attended|joined|represented) by "
    r"|,? (?:was|were|is|are|will be) (?:also )?|,? by |: ?|,? (?:included|includes|include|comprised|consisted of) "
    r"|,? (?:attending|taking part|participating|present)(?: in [^,;.:]{1,60}?)? (?:was|were|is|are) )"
)
_LED_BY = re.compile(r"(?:,| (?:was|were|is|are|will be|would be))? (?:led|headed) by ")
_ATTENDED_BY = re.compile(r"\b(?:attended|joined) by ")
_NEXT_LIST = re.compile(r"(?:,? and|[,;]) (?:by )?")
_PREPOSITION = re.compile(r"\b(?P<preposition>[Oo]n|[Ff]rom|[Ff]or|[Bb]y) \Z")
_PRESENT = re.compile(
    rf"\b(?:{_ATTEND}|took part|participated|were present|was present|attended|will (?:attend|take part|participate))\b"
)


def side_lists(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read the list behind a side.

    Matches: ``On the Turkish side, the talks were attended by Minister Can Aydin and envoy Ela Demir.``
    Must not: ``On the other side, the talks were attended by nobody from Ankara, Ela Demir said.``
    """
    page = trail.page
    party = _side_party(page, cue)
    behind = page.article.match(_LIST_BEHIND, cue.end) if party else None
    if party is None or behind is None or behind.end() >= cue.ceiling:
        return
    found = roster(page, behind.end(), cue.ceiling).people
    if found:
        yield trail.sees(side_lists, cue, found, party=party, cues=[_side(page, cue), _trimmed(page, *behind.span())])


def side_led_by(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read who leads a side.

    Matches: ``The Indian side was led by Foreign Secretary Asha Rao.``
    Must not: ``The Indian side led by two goals when Asha Rao arrived.``
    """
    page = trail.page
    party = _side_party(page, cue)
    behind = page.article.match(_LED_BY, cue.end) if party else None
    if party is None or behind is None or behind.end() >= cue.ceiling:
        return
    found = roster(page, behind.end(), cue.ceiling).people[:1]
    if found:
        yield trail.sees(side_led_by, cue, found, party=party, head=found[0], cues=[_trimmed(page, *behind.span())])


def attended_on_side(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read the list before a side: behind "attended by", or as the subject of "attended".

    Matches: ``The meeting was attended by Minister Aman Zhol and envoy Dana Sat on the Kazakh side.``
    Must not: ``Minister Aman Zhol and envoy Dana Sat attended the meeting.``
    """
    page = trail.page
    party = _side_party(page, cue)
    if party is None:
        return
    start, _ = phrase_start(page, cue.start, cue.floor)
    where = _PREPOSITION.search(page.folded[max(cue.floor, start - 6) : start])
    if where is None or where.group("preposition").lower() == "by":
        return
    found, mark = _before_side(trail, cue.floor, start)
    if found:
        yield trail.sees(attended_on_side, cue, found, party=party, cues=[_side(page, cue), mark])


def _before_side(trail: Trail, floor: int, end: int) -> tuple[tuple[Mentioned, ...], tuple[int, int]]:
    """The persons listed before a side, and the words that tell that they attended."""
    page = trail.page
    last = trail.sightings[-1] if trail.sightings else None
    if last is not None and last.rule is attended_on_side and floor <= last.span.end < end:
        joint = page.article.match(_NEXT_LIST, last.span.end)
        found = roster(page, joint.end(), end).people if joint and joint.end() < end else ()
        return found, (joint.start(), joint.end()) if joint else (floor, end)
    before = page.article.span(floor, end) if floor < end else None
    verb = next(iter(page.article.matches(_PRESENT, before)), None) if before else None
    if verb is None:
        return (), (floor, end)
    by = page.article.match(_ATTENDED_BY, verb.start())
    if by is not None:
        return roster(page, by.end(), end).people, verb.span()
    return roster(page, floor, verb.start() - 1, clause_after=True).people, verb.span()


def _side_party(page: Page, cue: Cue) -> Actor | None:
    start, determiner = phrase_start(page, cue.start, cue.floor)
    party = owner_within(page, start, cue.start) if determiner in {"the", "'s"} else None
    return party if party is not None and party.kind != "person" else None


def _side(page: Page, cue: Cue) -> tuple[int, int]:
    """The words that name the side: "On the Russian side"."""
    start, _ = phrase_start(page, cue.start, cue.floor)
    floor = max(cue.floor, start - 6)
    where = _PREPOSITION.search(page.folded[floor:start])
    return (floor + where.start() if where else start), cue.end


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """Leave out the marks and blanks at the ends of a stretch, if something remains."""
    while start < end and page.folded[start] in ", ":
        start += 1
    while start < end - 1 and page.folded[end - 1] in " ":
        end -= 1
    return start, end
