"""The rule of headlines that give somebody's words behind a colon: ``Ruiz: Treaty is ready``."""

from __future__ import annotations

from communique import Actor
from communique_quotes.desk import Desk, Draft
from communique_quotes.page import Speaker
from communique_quotes.transcripts import is_label

_LONGEST_NAME = 60
_LONGEST_HEADLINE = 200
_SHORTEST = len("He quits now")
_MOST_INSIDE = 8
"""No more quotes than these are found in a headline."""
_OF_SPEAKERS = frozenset({"person", "organization", "group"})


def headline_colon(desk: Desk) -> Draft | None:
    """A headline that begins with the name of somebody who speaks in the article, and a colon.

    Matches Ruiz: Treaty is ready *(below it)* Ana Ruiz said.  Not: Ruiz: A life at sea *(where she says nothing)*.
    """
    page = desk.page
    if not desk.drafts:
        return None
    start, end = page.paragraphs[0]
    colon = page.folded.find(": ", start, min(end, start + _LONGEST_NAME))
    if colon < 0 or end - start > _LONGEST_HEADLINE:
        return None
    first, last = page.skip_blanks(colon + 1, end), end - page.folded.endswith(".", start, end)
    if last - first < _SHORTEST or page.folded.find(". ", first, last) >= 0 or not is_label(page.folded[start:colon]):
        return None
    inner = [draft for draft in desk.drafts[:_MOST_INSIDE] if draft.pieces[0][0] < end]
    actor = _speaks(desk.drafts[len(inner) :], page.folded[start:colon])
    if actor is None or any(draft.speaker is None or draft.speaker.start <= colon for draft in inner):
        return None
    del desk.drafts[: len(inner)]  # nothing is nested
    return desk.keep(Draft(headline_colon, [(first, last)], (colon, colon + 1), Speaker(start, colon, actor)))


def _speaks(drafts: list[Draft], label: str) -> Actor | None:
    """Who of those that speak below a headline is called like that; states head lists of countries.

    Headlines above a dateline have no mentions of their own.
    """
    surname = label.rpartition(" ")[2]
    for draft in drafts:
        actor = draft.speaker.actor if draft.speaker else None
        if actor is None or actor.kind not in _OF_SPEAKERS:
            continue
        if actor.kind == "person" and actor.name.rpartition(" ")[2] == surname:
            return actor
        if any(mention.span.text == label for mention in actor.mentions):
            return actor
    return None
