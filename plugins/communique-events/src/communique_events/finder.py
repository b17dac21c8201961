"""The walk over the triggers of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import attrgetter

from communique import Delegation, Event, Reading
from communique_events import acts, asking, deeds, meetings, statements
from communique_events.drafts import Draft
from communique_events.encounters import as_meeting
from communique_events.finishing import Occasions, finished
from communique_events.joining import Joined, take
from communique_events.page import Page
from communique_events.scene import Scene
from communique_events.sentences import lines_of
from communique_events.telling import drafts_of
from communique_events.visits import note_hosts, note_visits
from communique_events.wherewhen import duration, when, where
from communique_events.words import NOUNS, VERBS

RULES: tuple[Callable[..., object], ...] = (
    acts.acts,
    acts.suffers,
    asking.asks_for,
    acts.does_to,
    acts.undergoes,
    statements.obliges,
    statements.forebodes,
    deeds.deed_told_by_noun,
    statements.says,
    *meetings.MEETING_RULES,
)
"""All rules."""


def find_events(reading: Reading) -> Iterator[Event]:
    """Give the events of an article, each once."""
    if not reading.hits(VERBS) and not reading.hits(NOUNS):
        return
    page = Page(reading)
    joined: list[Joined] = []
    for line in lines_of(page):
        for draft in _drafts(Scene(page, line)):
            cue = draft.cues[0]
            fresh = Joined.of(
                draft, when(page, line, cue, draft.reach, told=draft.rule is statements.says), where(page, line, draft)
            )
            fresh.quote = reading.quote_at(cue[0])
            if draft.is_meeting:
                fresh.duration = duration(page, line, draft.reach)
                _note_speaker(page, fresh)
            take(joined, fresh)
    occasions = Occasions(reading.of(Delegation) if joined else ())
    note_visits(page, joined)
    note_hosts(page, joined)
    for one in joined:
        if one.is_told:
            yield finished(page, one, occasions)


def _note_speaker(page: Page, fresh: Joined) -> None:
    """Who says "we met" in a quote took part in the meeting."""
    draft, speaker = fresh.first, fresh.quote.speaker if fresh.quote is not None else None
    if speaker is None or draft.sources:
        return
    start = draft.reach[0]
    if _SPOKEN.search(page.folded, max(0, start - _PRONOUN_REACH), start) is not None:
        fresh.parties[speaker] = None


def _drafts(scene: Scene) -> list[Draft]:
    """What verbs and nouns of a sentence tell of, in the order of the text."""
    if scene.meetings:
        meetings.note_parties(scene)
    found = [draft for told in drafts_of(scene) if (draft := as_meeting(scene, told)) is not None]
    if scene.meetings:
        found += meetings.meetings_of(scene)
    if len(found) > 1:
        found.sort(key=attrgetter("cues"))
    return found


_SPOKEN = re.compile(r"(?<!\w)(?:I|[Ww]e) (?:also |both |first |last |just )?\Z")
_PRONOUN_REACH = 15
