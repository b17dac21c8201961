"""Third-person pronouns outside quotation marks, resolved to the last suitable person."""

from __future__ import annotations

from bisect import bisect_left

from communique.lexicon import Lexicon
from communique_actors.drafts import Draft
from communique_actors.lexicons import Gender
from communique_actors.scene import Scene

_FORMS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
PRONOUNS: Lexicon[Gender] = Lexicon.of("third-person-pronouns", _FORMS)
"""Pronouns that stand for one person, with the gender they give."""


def resolve_pronouns(scene: Scene, at: dict[int, Draft]) -> None:
    """Add the pronouns of the narration to the persons they stand for.

    In its own sentence a pronoun goes back to the person named first before it; else to the one the sentence before
    begins with, else to the last one named there.
    """
    starts = sorted(at)
    quotations, sentences = scene.layout.quotations, scene.layout.sentences
    last: Draft | None = None
    last_sentence = -1
    for start, end, entry in scene.reading.hits(PRONOUNS):
        if quotations.at(start) >= 0:
            continue
        number = sentences.at(start)
        if number < 0:
            continue
        suitable = _antecedent(scene, at, starts, start, number, entry.means)
        if suitable is None and last is not None and number - last_sentence <= 1 and _fits(last, entry.means):
            suitable = last
        if suitable is None:
            continue
        suitable.gender = suitable.gender or entry.means
        suitable.mention(scene.span(start, end), "pronoun")
        last, last_sentence = suitable, number


def _antecedent(
    scene: Scene, at: dict[int, Draft], starts: list[int], position: int, number: int, gender: Gender
) -> Draft | None:
    sentences, quotations = scene.layout.sentences, scene.layout.quotations
    for one in (number, number - 1, number - 2):
        if one < 0:
            break
        low, high = sentences[one]
        first, last = bisect_left(starts, low), bisect_left(starts, min(high, position))
        suitable = [
            start
            for start in starts[first : min(last, first + 8)]
            if quotations.at(start) < 0
            and _fits(at[start], gender)
            and not _in_parenthesis(scene, at[start], start, position)
        ]
        if suitable:
            return at[next((start for start in suitable if not _is_possessor(scene, at[start], start)), suitable[0])]
    return None


def _is_possessor(scene: Scene, draft: Draft, start: int) -> bool:
    """Tell whether a person only owns what is spoken of: "*Ruiz*'s envoy, Hugo Prado, did not reply"."""
    return scene.folded.startswith("'", draft.mentions[start].span.end)


def _in_parenthesis(scene: Scene, draft: Draft, start: int, position: int) -> bool:
    """Tell whether a pronoun interrupts the clause of a person: "Ruiz, he added, was"."""
    end = draft.mentions[start].span.end
    return end + 2 == position and scene.folded.startswith(", ", end)


def _fits(draft: Draft, gender: Gender) -> bool:
    return draft.gender is None or draft.gender == gender
