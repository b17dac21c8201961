"""The rules for a stand on what stands before its verb: passives, and relative clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from communique import Position
from communique_claims.owners import agents
from communique_claims.page import Page, Scene
from communique_claims.positions.content import Content, clause_start
from communique_claims.positions.cues import Stand
from communique_claims.positions.doubts import is_open
from communique_claims.positions.drafting import Draft, stance_of
from communique_claims.positions.verbs import before_verb
from communique_claims.subjects import subject
from communique_claims.words import word_set

BEHIND_VERB = (" by ", ",", ".", ";", " as ", " because ")
"""What may follow a verb that tells of a stand on what stands before it."""
_OTHER_VERB = re.compile(r" (?:was|were|is|are|has been|have been|had been|[a-z]+ed by) [^.;]*(?:but|and) \Z")
_NEAR = 60
_LONGEST_PHRASE = 12
_DETERMINERS = frozenset({"a", "an", "the", "any", "this", "that", "its", "their", "his", "her"})


def is_met_with(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose position a passive tells of.

    Matches "The plan was rejected by Tehran."; not "The plan was rejected by a wide margin."
    """
    if not page.folded.startswith(" by ", scene.end) or not any(way.startswith("noun") for way in stand.follows):
        return
    who = agents(page, scene, scene.end + len(" by"))
    before = before_verb(page, scene) if who else None
    if before is None:
        return
    if before.being:
        stance = stance_of(page, scene, stand, before)
        if stance is None or is_open(page, scene):
            return
        content: Content | None = Content(clause_start(page, scene.start, scene.floor), before.edge - 1)
    else:
        stance, content = stand.stance, _met_in_passing(page, scene)
    if content is None:
        return
    for one in who:
        yield from Draft(is_met_with, page, scene, stance).of(one, content)


def _met_in_passing(page: Page, scene: Scene) -> Content | None:
    """What a passive without "be" is of: "a plan backed by Cairo"; with "a charge dismissed by", what was charged."""
    if page.folded[scene.start : scene.end].lower() not in word_set("in_passing"):
        return None
    comma = page.folded.endswith(", ", scene.floor, scene.start)  # "the plan, backed by Cairo"
    edge = scene.start - len(", ") if comma else scene.start - 1
    floor = page.phrase_opening(edge + 1, scene.floor)
    if floor is None:
        return None
    joined = _OTHER_VERB.search(page.folded, floor, scene.start)  # "the accord *was praised by Kenya but* rejected by"
    return _taken_up(page, scene, floor, scene.start) or Content(floor, joined.start() if joined else edge)


def _taken_up(page: Page, scene: Scene, opening: int, end: int) -> Content | None:
    """The clause that a noun takes up: "accused Chad of arming them, a charge"."""
    edge = opening - len(", ")
    noun = page.folded[opening : end - 1].rpartition(" ")[2].rstrip(",")
    if not page.folded.startswith((", a ", ", an "), edge) or noun not in word_set("moves"):
        return None
    last, _, _ = next(page.words_before(edge, scene.floor), (edge, edge, ""))
    return Content(clause_start(page, last, scene.floor), edge)


def takes_a_stand_on_that(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who wants, opposes, rejects or supports what its relative clause tells of.

    Matches "the Saudi plan, which Doha opposes, foresees a truce"; not "the minister, who opposes the plan, and Doha,
    which agreed".
    """
    if not page.folded.startswith(BEHIND_VERB[1:], scene.end) or not any("noun" in way for way in stand.follows):
        return
    who = subject(page, scene)
    if who is None or not scene.start - _NEAR < who.mention.span.end < scene.start:
        return
    before = before_verb(page, scene)
    phrase = min(who.mention.phrase.start, who.mention.span.start)
    if before.being or not who.mention.span.end <= before.edge - 1 <= who.mention.span.end + 1:
        return
    edge = phrase
    for start, _, word in islice(page.words_before(phrase, scene.floor), 2):
        if word not in {"the", "which", "that"}:
            break
        edge = start
    stance = stance_of(page, scene, stand, before)
    content = _antecedent(page, scene, edge, bare=page.folded[edge : edge + 5] not in {"which", "that "})
    if content is not None and stance is not None:
        yield from Draft(takes_a_stand_on_that, page, scene, stance).of(who, content)


def _antecedent(page: Page, scene: Scene, edge: int, *, bare: bool) -> Content | None:
    """The noun phrase before a relative clause, and the clause that it takes up."""
    comma = page.folded.endswith(", ", scene.floor, edge)
    if bare and comma:
        return None
    end = edge - len(", ") if comma else edge - 1
    last = edge
    for start, stop, word in islice(page.words_before(edge, scene.floor), _LONGEST_PHRASE):
        gap = page.folded[stop:last]
        if gap not in {" ", "-"} and not (last == edge and gap == ", "):
            return None
        if word in word_set("sayings") or (last == edge and word in word_set("stops")):
            return None
        if word in _DETERMINERS:
            return _taken_up(page, scene, start, edge) or Content(start, end)
        last = start
    return None
