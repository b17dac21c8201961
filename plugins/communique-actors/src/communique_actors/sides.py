"""Countries of persons from the side or delegation they are named in."""

from __future__ import annotations

import re

from communique_actors.drafts import Draft
from communique_actors.scene import CountryMention, Scene

_WORDS_OF_SIDES = (" side", " deleg", " team", " negotiat", " represent")
_FARTHEST = 46
_JOINTS = frozenset({", ", " and ", ", and ", "; ", "; and "})
_LONGEST_JOINT = 8
_SIDE = re.compile(
    r"(?:'s)? (?:[a-z-]{2,14}+ ){0,2}?(?:side\b|(?:delegation|team|negotiators|representatives|negotiating team)"
    r" (?:also )?(?:included|includes|comprised|comprises|consisted of|consists of|was made up of|is made up of|"
    r"will include|"
    r"is led by|was led by|will be led by|is headed by|was headed by|led by|headed by|comprising|including))"
)


def fill_from_sides(scene: Scene, at: dict[int, Draft]) -> None:
    """Give persons without a country that of the side that lists them in its sentence."""
    starts = sorted(at)
    for one in _countries_of_sides(scene):
        if side_names_persons(scene, one):
            limit = scene.sentence_end(one.start)
            for start in scene.between(starts, one.end, limit):
                if at[start].country is None and not at[start].international:
                    at[start].country = one.country.state


def _countries_of_sides(scene: Scene) -> list[CountryMention]:
    """The words for countries shortly before a word for a side, in the order of the text."""
    found: dict[int, CountryMention] = {}
    for word in _WORDS_OF_SIDES:
        position = scene.folded.find(word)
        while position >= 0:
            found |= {one.start: one for one in scene.countries_in(position - _FARTHEST, position)}
            position = scene.folded.find(word, position + 1)
    return [found[start] for start in sorted(found)]


def fill_from_lists(scene: Scene, at: dict[int, Draft]) -> None:
    """Give persons without a country that of the one before them in a list: "A, B and C"."""
    previous: Draft | None = None
    end = -_LONGEST_JOINT
    for start in sorted(at):
        draft, phrase = at[start], at[start].mentions[start].phrase
        joint = scene.folded[end : phrase.start] if 0 < phrase.start - end < _LONGEST_JOINT else ""
        if joint in _JOINTS and previous is not None and draft.country is None and not draft.international:
            draft.country = previous.country
        previous, end = draft, phrase.end


def side_names_persons(scene: Scene, one: CountryMention) -> bool:
    """A country whose side or delegation a sentence lists.

    Matches "The Kenyan delegation included Amina Otieno"; not "Kenyan delegations arrived".
    """
    return scene.article.match(_SIDE, one.end) is not None
