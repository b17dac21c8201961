"""Rules for the sides of a meeting: "On the Russian side, the talks were attended by A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique import Actor
from communique.reading import Mentioned
from communique_delegations.groups import owner_within, phrase_start
from communique_delegations.page import Cue, Page
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_ATTEND = r"(?:attend(?:ed|ing)|t(?:ook|aking) part in|participat(?:ed|ing) in|joined|join(?:ing))"
_LIST_BEHIND = re.compile(
    r"(?: (?:at|in|to) [^,;.:]{1,60}?)?(?:,? (?:the|these|those|this|that) [^,;.:]{1,80}?)?"
    r"(?: (?:will|would|also|has|had|have)){0,2}"
    r"(?:,? (?:(?:was|were|is|are|be|been) )?(?:also )?(?:attended|joined|represented) by "
    r"|,? (?:was|were|is|are|will be) (?:composed|made up|comprised) of "
    r"|,? (?:was|were|is|are|will be) (?:also )?|,? by |: ?"
    r"|,? (?:included|includes|include|including|comprised|comprises|comprising|consisted of|consists of|featured) "
    r"|,? (?:attending|taking part|participating|present)(?: in [^,;.:]{1,60}?)? (?:was|were|is|are) )"
)
_LED_BY = re.compile(
    r"(?:,? (?:the|these) [^,;.:()\"]{1,60}?)?"
    r"(?: (?:at|in|to|for|during) [^,;.:()\"]{1,60}?)?(?:,| (?:was|were|is|are|will be|would be))? "
    r"(?:led|headed|chaired)(?: (?:at|in|during) [^,;.:()\"]{1,60}?)? by "
)
_ATTENDED_BY = re.compile(r"\b(?:attended|joined) by ")
_BY = re.compile(r",? by ")
_LED = frozenset({"led", "headed", "chaired"})
_NEXT_LIST = re.compile(r"(?:,? and|[,;]) (?:by )?")
_PRESENT = re.compile(
    rf"\b(?:{_ATTEND}|took part|participated|were present|was present|attended|sat in|spoke|"
    r"signed|negotiated|sat|led|will (?:attend|take part|participate|negotiate))\b"
)


class Side(NamedTuple):
    """A side of a meeting: "on the Russian side", "the U.S. side"."""

    start: int
    """Where its words start, preposition included."""
    end: int
    """Where they end."""
    preposition: str
    """The preposition, in lower case, or nothing."""
    party: Actor
    """Whose side it is."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


def side_at(page: Page, cue: Cue) -> Side | None:
    """Read the noun phrase of a side, if it is that of a party."""
    start, determiner = phrase_start(page, cue.start, cue.floor)
    party = owner_within(page, start, cue.start) if determiner in {"the", "'s"} else None
    if party is None or party.kind == "person":
        return None
    at, word = next(page.words_back(start - 1, cue.floor), (start, ""))
    preposition = word.lower() if word.lower() in {"on", "from", "for", "by"} else ""
    return Side(at if preposition else start, cue.end, preposition, party)


def side_lists(trail: Trail, cue: Cue, side: Side) -> Iterator[Sighting]:
    """Read the list behind a side.

    Matches ``On the Turkish side, the talks were attended by Minister Can Aydin and envoy Ela Demir.``; not ``On the
    other side, the talks were attended by nobody from Ankara, Ela Demir said.``
    """
    page = trail.page
    behind = page.article.match(_LIST_BEHIND, cue.end)
    if side.preposition in {"on", "from", "for"} and page.folded.startswith(", ", cue.end):
        active = _who_take_part(page, cue)
        if active is not None:
            found, verb = active
            yield trail.sees(side_lists, cue, found, party=side.party, cues=[side.span, verb])
            return
    for start, end in ([behind.span()] if behind is not None else []) + _lists_behind_leader(trail, cue):
        found = roster(page, end, cue.ceiling).people if end < cue.ceiling else ()
        if found:
            cues = [side.span, _trimmed(page, start, end)]
            yield trail.sees(side_lists, cue, found, party=side.party, cues=cues)
            return


def _who_take_part(page: Page, cue: Cue) -> tuple[tuple[Mentioned, ...], tuple[int, int]] | None:
    """The persons between a side and a verb of taking part: "on Qatar's side, A and B attended", and that verb."""
    start = cue.end + len(", ")
    if start >= cue.ceiling or page.person_starting(start) is None:
        return None
    verb = next(iter(page.article.matches(_PRESENT, page.article.span(start, cue.ceiling))), None)
    found = roster(page, start, verb.start() - 1).people if verb is not None and verb.start() - 1 > start else ()
    return (found, verb.span()) if verb is not None and found else None


def _lists_behind_leader(trail: Trail, cue: Cue) -> list[tuple[int, int]]:
    """The list that follows who leads a side: "is led by X and includes Y"."""
    if not trail.predicates(cue, "led"):
        return []
    return [(predicate.start, predicate.end) for predicate in trail.predicates(cue, "lists")]


def side_led_by(trail: Trail, cue: Cue, side: Side) -> Iterator[Sighting]:
    """Read who leads a side.

    Matches ``The Indian side was led by Foreign Secretary Asha Rao.``; not ``The Indian side led by two goals when Asha
    Rao arrived.``
    """
    page = trail.page
    behind = page.article.match(_LED_BY, cue.end) or _by_whom_led(trail, cue, side)
    if behind is None or behind.end() >= cue.ceiling:
        return
    found = roster(page, behind.end(), cue.ceiling).people[:1]
    if found:
        cues = [side.span, _trimmed(page, *behind.span())]
        yield trail.sees(side_led_by, cue, found, party=side.party, head=found[0], cues=cues)


def _by_whom_led(trail: Trail, cue: Cue, side: Side) -> re.Match[str] | None:
    """The "by" of "talks led on the Thai side by A and on the Lao side by B"."""
    _, before = next(trail.page.words_back(side.start - 1, cue.floor), (0, ""))
    goes_on = any(seen.head is not None and cue.floor <= seen.span.start for seen in trail.sightings[-2:])
    return _BY.match(trail.page.folded, cue.end) if before in _LED or goes_on else None


def attended_on_side(trail: Trail, cue: Cue, side: Side) -> Iterator[Sighting]:
    """Read the list before a side: behind "attended by", or as the subject of "attended".

    Matches ``The meeting was attended by Minister Aman Zhol and envoy Dana Sat on the Kazakh side.``; not ``Minister
    Aman Zhol and envoy Dana Sat attended the meeting.``
    """
    if side.preposition in {"", "by"} or side.start <= cue.floor:
        return
    found, mark = _before_side(trail, cue.floor, side.start)
    if found:
        yield trail.sees(attended_on_side, cue, found, party=side.party, cues=[side.span, mark])


def _before_side(trail: Trail, floor: int, end: int) -> tuple[tuple[Mentioned, ...], tuple[int, int]]:
    """The persons listed before a side, and the words that tell that they attended."""
    page = trail.page
    last = trail.sightings[-1] if trail.sightings else None
    if last is not None and last.rule is attended_on_side and floor <= last.span.end < end:
        joint = page.article.match(_NEXT_LIST, last.span.end)
        found = roster(page, joint.end(), end).people if joint and joint.end() < end else ()
        return found, joint.span() if joint else (floor, end)
    verb = next(iter(page.article.matches(_PRESENT, page.article.span(floor, end))), None)
    if verb is None:
        return (), (floor, end)
    by = page.article.match(_ATTENDED_BY, verb.start())
    if by is not None:
        return roster(page, by.end(), end).people, verb.span()
    return roster(page, floor, verb.start() - 1, clause_after=True).people, verb.span()


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """Leave out the marks and blanks at the ends of a stretch, if something remains."""
    while start < end - 1 and page.folded[start] in ", ":
        start += 1
    while start < end - 1 and page.folded[end - 1] == " ":
        end -= 1
    return start, end
