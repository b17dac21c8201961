"""Whom a phrase names: the actor of the mention that heads it."""

from __future__ import annotations

import re

from communique import Actor
from communique_quotes.grammar import ATTACHING, listed
from communique_quotes.page import Page, Speaker


def speaker_named(page: Page, start: int, end: int) -> Speaker:
    """Give the speaker a phrase names: the actor of the mention that heads it, if there is one."""
    actors: dict[Actor, None] = {}
    for found in page.mentions.starting_at(start):
        name_end = found.mention.span.end
        if name_end == end or (name_end < end and _heads(page, name_end, end)):
            actors.setdefault(found.actor)
    if not actors:
        for found in page.mentions.ending_at(end):
            span, phrase = found.mention.span, found.mention.phrase
            owned = found.actor.kind != "state"
            if span.start >= start and not _attached(page.folded[start : max(start, phrase.start)], owned=owned):
                actors.setdefault(found.actor)
    if not actors:
        comma = page.folded.find(",", start, end)
        return Speaker(start, end, speaker_named(page, start, comma).actor if comma > start else None)
    first, *others = actors
    return Speaker(start, end, first, tuple(others)) if others else Speaker(start, end, first)


def _heads(page: Page, mention_end: int, end: int) -> bool:
    """Tell whether a mention at the start of a phrase is its head: it fills it, or only a modifier follows."""
    rest = page.folded[mention_end : min(end, mention_end + 8)]
    return not rest or rest[0] in ",(" or rest.split(" ", 2)[1:2][0:1] in (["of"], ["who"], ["from"], ["and"], ["at"])


def _attached(before: str, *, owned: bool) -> bool:
    """Tell whether what stands before a name in its phrase makes another noun the head: "a spokesman for" Putin.

    What has an owner may be the head: "the group's director, Ana Ruiz".
    """
    return before != "" and (_ATTACHES.search(before) is not None or (not owned and _OWNS.search(before) is not None))


_ATTACHES = re.compile(rf"(?:\A| )(?:{'|'.join(listed(ATTACHING))})(?: |\Z)")
_OWNS = re.compile(r"'s |' \Z")
