"""Words at second hand: the speaker inside a clause that somebody else reports."""

from __future__ import annotations

from bisect import bisect_left

from communique_quotes.desk import Desk
from communique_quotes.page import Speaker
from communique_quotes.speakers import speaker_of

_FINITE = frozenset({"past", "third"})
_REPORTING = frozenset({"speech", "that"})


def inner_cue(desk: Desk, start: int, end: int) -> tuple[int, Speaker] | None:
    """The cue of the actor whose words a clause reports, by its number, and that actor.

    The agency relays Haddad in: Haddad said they would “wait,” the agency reported.
    """
    number = bisect_left(desk.starts, start)
    if number == len(desk.starts) or desk.starts[number] >= end:
        return None
    cue = desk.cues[number]
    if cue.word.tier not in _REPORTING or cue.word.form not in _FINITE or cue.passive:
        return None
    speaker = speaker_of(desk.page, cue, start)
    if speaker is None or speaker.start != start or speaker.actor is None:
        return None
    return number, speaker
