"""Parties that go on a list whose verb is not said again: "Chad by A, and Niger by B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique import Actor
from communique_delegations.page import Page

_AND_BY = re.compile(
    r"(?:,|;)?(?: and| while)? (?P<party>(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    r"(?:'s?)?(?: side| team| delegation)? by "
)


def others_by(page: Page, start: int, end: int) -> Iterator[tuple[Actor, int, int]]:
    """The parties that go on the list ("by A, and Chad by B"), where each starts and where its list starts."""
    for joint in page.article.matches(_AND_BY, page.article.span(start, end)):
        party, behind = party_at(page, joint.start("party"))
        if party is not None and behind <= joint.end("party"):
            yield party, joint.start(), joint.end()


def party_at(page: Page, position: int) -> tuple[Actor | None, int]:
    """The state or body that starts at an offset, and where its name ends."""
    for start in (position, position + 4) if page.folded.startswith("the ", position) else (position,):
        for found in page.mentions.starting_at(start):
            if found.actor.kind in {"state", "organization"} and found.mention.form in {"name", "metonym"}:
                return found.actor, found.mention.span.end
    return None, position
