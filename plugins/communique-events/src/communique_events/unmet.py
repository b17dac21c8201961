"""When a verb of meeting or coming tells of no meeting: nobody is met, or those who come are sent by nobody."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique import Actor, Place
from communique_events.drafts import Draft
from communique_events.parties import Party
from communique_events.scene import Scene
from communique_events.words import word_set

_MEETING = frozenset({"meet", "meets", "met", "meeting"})
_COMING = ("go", "went", "com", "came")
_ELSEWHERE = frozenset({"against", "at", "with", "for", "about", "from", "over"})
"""Behind "come to", words of something else than who is visited: "come to light at"."""
_BETWEEN = 3
_COUNTED = re.compile(
    r"\b(?:thousands|hundreds|dozens|scores|tens of thousands|crowds|waves)(?: more)? (?:of )?\Z|\d{2,} \Z",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:to (?:discuss|debate|consider|review|talk about)|discussions? (?:of|on|about)|on|about|over)"
    r"(?: the| a| an)?(?: [a-z]+)? \Z"
)
"""What stands before that of which is spoken at a meeting: "met *to discuss* Sudan"."""
_REACH = 60


def meets_nobody(scene: Scene, draft: Draft) -> bool:
    """Tell whether a verb of meeting has nobody to meet: "met a deadline", "received letters", "came to light"."""
    line, (start, end) = scene.line, draft.cues[0]
    near = range(bisect_left(line.starts, start), bisect_left(line.starts, draft.reach[1]))
    meant = [k for k in near if line.words[k] in _MEETING]
    if any(not word_set("unmet").isdisjoint(line.words[k + 1 : k + 1 + _BETWEEN]) for k in meant):
        return draft.status != "refused"
    spelled = scene.page.folded[start:end].lower()
    if any(_is_received(scene, k) for k in meant) or (draft.act.mode == "visit" and _are_many(scene, draft)):
        return True
    if not draft.targets:
        return spelled.startswith("receiv")
    between = scene.page.folded[end : draft.targets[0].start].lower().split()
    if spelled.startswith("receiv"):
        return not {"from", "of"}.isdisjoint(between) or all(_is_crowd(one.party) for one in draft.targets)
    return spelled.startswith(_COMING) and spelled.endswith(" to") and not _ELSEWHERE.isdisjoint(between)


def stays_at_home(draft: Draft) -> bool:
    """Tell whether who travels stays in their own country, where nobody else is met: "visited Mindanao"."""
    homes = {one.party.country for one in draft.sources}
    return (
        len(homes) == 1
        and None not in homes
        and bool(draft.targets)
        and all(
            isinstance(one.party, Place) and one.party.sort != "country" and one.party.country in homes
            for one in draft.targets
        )
    )


def _is_received(scene: Scene, met: int) -> bool:
    """Tell whether "met with" says how something was taken: "met with fierce opposition from"."""
    words = scene.line.words
    if words[met + 1 : met + 2] != ["with"]:
        return False
    for k in range(met + 2, min(len(words), met + 2 + _BETWEEN)):
        if words[k] in word_set("reactions"):
            last = k + 1 >= len(words) or bool(scene.line.gaps[k + 1])
            return last or words[k + 1] in word_set("prepositions")
    return False


def _are_many(scene: Scene, draft: Draft) -> bool:
    """Tell whether those who come are people whom nobody sends: "Afghan migrants", "thousands of Ethiopians"."""
    folded = scene.page.folded
    return bool(draft.sources) and all(
        _is_crowd(one.party) or _COUNTED.search(folded, max(scene.line.start, one.start - _REACH), one.start)
        for one in draft.sources
    )


def _is_crowd(party: Party) -> bool:
    """Tell whether a party is people whom nobody sends: "tourists"."""
    return isinstance(party, Actor) and party.kind == "group" and (party.code or "CVL").endswith("CVL")


def is_topic(scene: Scene, draft: Draft) -> bool:
    """Tell whether what stands behind a verb of meeting is not met but spoken of: "met to discuss *Sudan*"."""
    if not draft.targets:
        return False
    return _TOPIC.search(scene.page.folded, draft.cues[0][1], draft.targets[0].start) is not None
