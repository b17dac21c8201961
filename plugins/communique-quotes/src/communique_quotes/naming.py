"""Whom a phrase names: the actor of the mention that heads it."""

from __future__ import annotations

import re

from communique import Actor
from communique.reading import Mentioned
from communique_quotes.grammar import ATTACHING, listed
from communique_quotes.page import Page, Speaker


def speaker_named(page: Page, start: int, end: int) -> Speaker:
    """Give the speaker a phrase names: the actor of the mention that heads it, if there is one."""
    mentions = page.mentions
    actors: list[Actor] = []
    for found in mentions.starting_at(start):
        name_end = found.mention.span.end
        if (name_end == end or (name_end < end and _heads(page, name_end, end))) and found.actor not in actors:
            actors.append(found.actor)
    if not actors:
        for found in mentions.ending_at(end):
            span = found.mention.span
            if span.start >= start and found.actor not in actors and _is_head(page, found, start):
                actors.append(found.actor)
    if not actors:
        comma = page.folded.find(",", start, end)
        return Speaker(start, end, speaker_named(page, start, comma).actor if comma > start else None)
    return Speaker(start, end, actors[0], tuple(actors[1:])) if len(actors) > 1 else Speaker(start, end, actors[0])


def _is_head(page: Page, found: Mentioned, start: int) -> bool:
    """Tell whether a mention that ends a phrase is its head, and no other noun before it."""
    first = found.mention.phrase.start
    return first <= start or not _attached(page.folded[start:first], owned=found.actor.kind != "state")


def _heads(page: Page, mention_end: int, end: int) -> bool:
    """Tell whether a mention at the start of a phrase is its head: it fills it, or only a modifier follows."""
    rest = page.folded[mention_end : min(end, mention_end + 8)]
    if not rest or rest[0] in ",(":
        return True
    behind = rest.split(" ", 2)
    return len(behind) > 1 and behind[1] in _GOES_ON


def _attached(before: str, *, owned: bool) -> bool:
    """Tell whether what stands before a name in its phrase makes another noun the head: "a spokesman for" Putin.

    What has an owner may be the head: "the group's director, Ana Ruiz".
    """
    return before != "" and (_ATTACHES.search(before) is not None or (not owned and _OWNS.search(before) is not None))


_GOES_ON = frozenset({"of", "who", "from", "and", "at"})
_ATTACHES = re.compile(rf"(?:\A| )(?:{'|'.join(listed(ATTACHING))})(?: |\Z)")
_OWNS = re.compile(r"'s |' \Z")
