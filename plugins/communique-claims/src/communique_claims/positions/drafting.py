"""Putting a position together: its stance, its span, the clause that a speaker says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique import Position
from communique.kinds import PositionStance, because
from communique.reading import Mentioned
from communique_claims.page import Page, Scene
from communique_claims.positions.content import Content, clause_end, clause_start
from communique_claims.positions.cues import Stand
from communique_claims.positions.verbs import Before
from communique_claims.subjects import joint_subjects

TURNED: dict[PositionStance, PositionStance] = {"supports": "opposes", "offers": "rejects"}
"""The stance that a denial leaves of another."""


def said_around(page: Page, scene: Scene) -> tuple[int, int]:
    """The clause around a cue, as far as the words of its speaker reach."""
    quote = page.reading.quote_at(scene.start)
    pieces = quote.content if quote is not None else ()
    piece = next(piece for piece in pieces if piece.start <= scene.start < piece.end)
    start = max(piece.start, scene.floor, clause_start(page, scene.start, scene.floor))
    end = min(piece.end, clause_end(page, scene.end, scene.ceiling))
    while start < scene.start and page.folded[start] in "\"' ":
        start += 1
    return start, max(start, end)


def stance_of(page: Page, scene: Scene, stand: Stand, before: Before) -> PositionStance | None:
    """The stance of a cue, turned where it is denied; None where nothing is left of it."""
    recognizes = page.folded.startswith("recogni", scene.start)
    if page.folded.startswith(("want", "would like"), scene.start) and before.negated:
        return "opposes"
    if not before.negated:
        return None if recognizes else stand.stance  # whoever is recognised is no position
    if recognizes or page.folded.startswith("accept", scene.start):
        return "rejects"
    return TURNED.get(stand.stance) if stand.stance == "offers" or stand.sort == "verb" else None


class Draft(NamedTuple):
    """A stand that a rule has found at a cue; whose it is and what it is about comes to it."""

    rule: Callable[..., object]
    """The rule that found it."""
    page: Page
    """The article it stands in."""
    scene: Scene
    """The cue and its sentence."""
    stance: PositionStance
    """How the position is held."""

    def of_each(self, who: Mentioned | None, content: Content) -> Iterator[Position]:
        """Give the position of a subject, and of each state joined to it."""
        here = who is not None and who.mention.span.start >= self.scene.floor
        for one in joint_subjects(self.page, who) if who is not None and here else (who,):
            yield from self.of(one, content)

    def of(self, who: Mentioned | None, content: Content) -> Iterator[Position]:
        """Give the position, or nothing where nobody holds it or nothing is said of it."""
        if who is None or content.end <= content.start:
            return
        article, scene, phrase = self.page.article, self.scene, who.mention.span
        parts = [(scene.start, scene.end), (content.start, content.end)]
        if scene.floor <= phrase.start and phrase.end <= scene.ceiling:
            parts.append((phrase.start, phrase.end))
        yield Position(
            article.span(min(start for start, _ in parts), max(end for _, end in parts)),
            who.actor,
            self.stance,
            article.span(content.start, content.end),
            content.toward if content.toward is not who.actor else None,
            self.page.reading.quote_at(scene.start),
            evidence=because(self.rule, article.span(scene.start, scene.end)),
        )
