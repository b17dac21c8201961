"""The territory that a verb has for its object, or that stands before its relative clause."""

from __future__ import annotations

import regex

from communique_claims.ground import Ground, ground_at, ground_before, opens_clause
from communique_claims.page import Page, Scene
from communique_claims.parties import subject

_MOST_ENDS = 4
_SPACE = regex.compile(r" (?:all of |the whole of )?")
AS_ITS_OWN = regex.compile(
    r" (?:it )?(?:as|to be) (?:an? )?(?:[\w-]{2,20} ){0,3}(?:own|part of|province|territory|region)\b|"
    r" (?:to be )?(?:an? )?(?:[\w-]{2,20} ){0,2}(?:part of|province|territory)\b"
)
_IN_FULL = regex.compile(r" in (?:full|part|whole|its entirety|their entirety)\b")


def object_or_antecedent(page: Page, scene: Scene) -> Ground | None:
    """Find the territory behind a verb of claiming, or before its relative clause."""
    space = page.article.match(_SPACE, scene.end)
    if space is None:
        return antecedent_ground(page, scene)
    ground = ground_at(page, scene.end + 1, scene) or ground_at(page, space.end(), scene)
    if ground is not None:
        return None if opens_clause(page, ground.end) else ground
    names = ground_at(page, scene.end + 1, scene, any_name=True)
    if names is not None and page.article.match(AS_ITS_OWN, names.end):
        return names
    behind = page.article.match(AS_ITS_OWN, scene.end) or page.article.match(_IN_FULL, scene.end)
    return antecedent_ground(page, scene) if behind else None


def antecedent_ground(page: Page, scene: Scene) -> Ground | None:
    """Find the territory before a relative clause: "Taiwan, which Beijing claims"."""
    who = subject(page, scene)
    if who is None:
        return None
    edge = min(who.mention.span.start, who.mention.phrase.start)
    for end in _ends_before(page, edge, scene):
        ground = ground_before(page, end, scene)
        if ground is not None:
            return ground
    return None


def _ends_before(page: Page, edge: int, scene: Scene) -> list[int]:
    """The offsets where a noun phrase before a relative clause may end, nearest first."""
    ends: list[int] = []
    for _, end, word in page.words_before(edge, scene.floor):
        if word in {"which", "that", "the", "a", "an", "island", "territory", "region"} and len(ends) < _MOST_ENDS:
            ends.append(end)
            continue
        ends.append(end)
        break
    return ends
