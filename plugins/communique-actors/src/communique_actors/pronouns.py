"""Third-person pronouns outside quotation marks, resolved to the last suitable person, or the last body that spoke."""

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

_SPEAKS = "said says added adds noted warned insisted declared announced stressed argued claimed denied confirmed urged"
SPEAKING_IT: Lexicon[bool] = Lexicon.of(
    "speaking-it",
    {f"it {also}{verb}": False for verb in _SPEAKS.split() for also in ("", "also ")}
    | {f"{verb} it": True for verb in ("said", "says", "announced", "insisted", "added")},
)
"""Where a body or state speaks that was named before: "it said"; true where it is told of: "the ministry said *it*"."""
_SENTENCES_BACK = 2


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


def resolve_bodies(scene: Scene, bodies: list[Draft]) -> None:
    """Add "it" beside a verb of speech to the body, else the state, that is named shortly before it.

    "The ministry denied this. *It* said no talks were planned."
    """
    hits = scene.reading.hits(SPEAKING_IT)
    if not hits or not bodies:
        return
    at = {start: one for one in bodies for start, mention in one.mentions.items() if mention.form != "demonym"}
    starts = sorted(at)
    quotations, sentences = scene.layout.quotations, scene.layout.sentences
    ending = {mention.span.end: one for one in bodies for mention in one.mentions.values()}
    for start, end, entry in hits:
        if entry.means:
            if (speaker := ending.get(start - 1)) is not None and quotations.at(end - 2) < 0:
                speaker.mention(scene.span(end - 2, end), "pronoun")
            continue
        number = sentences.at(start)
        if number < 0 or quotations.at(start) >= 0:
            continue
        speaker = _speaker(scene, at, starts, start, number)
        if speaker is not None:
            speaker.mention(scene.span(start, start + len("it")), "pronoun")


def _speaker(scene: Scene, at: dict[int, Draft], starts: list[int], position: int, number: int) -> Draft | None:
    """The body named first in the sentence before a position or one before that; if there is none, the state."""
    sentences, quotations = scene.layout.sentences, scene.layout.quotations
    state: Draft | None = None
    for one in range(number, max(-1, number - 1 - _SENTENCES_BACK), -1):
        for start in scene.between(starts, sentences.starts[one], min(sentences.ends[one], position))[:8]:
            if quotations.at(start) >= 0:
                continue
            if at[start].kind != "state":
                return at[start]
            state = state or at[start]
    return state
