"""Countries of persons from the side or delegation they are named in."""

from __future__ import annotations

import regex
from communique.countries import CountryWord

from communique_actors.drafts import Draft
from communique_actors.listed import Listed
from communique_actors.scene import Scene

_JOINTS = frozenset({", ", " and ", ", and ", "; ", "; and "})
_LONGEST_JOINT = 8
_SIDE = regex.compile(
    r"(?:'s)? (?:[a-z-]{2,14}+ ){0,2}?(?:side\b|(?:delegation|team|negotiators|representatives|negotiating team)"
    r" (?:also )?(?:included|includes|comprised|comprises|consisted of|consists of|was made up of|is made up of|will include|"
    r"is led by|was led by|will be led by|is headed by|was headed by|led by|headed by|comprising|including))"
)


def fill_from_sides(scene: Scene, at: dict[int, Draft]) -> None:
    """Give persons without a country that of the side that lists them in its sentence."""
    starts = sorted(at)
    for number in sorted(scene.countries):
        listed = scene.countries[number]
        country = side_names_persons(scene, listed)
        if country is None:
            continue
        limit = scene.sentence_end(listed.start)
        for start in scene.between(starts, listed.end, limit):
            if at[start].country is None and not at[start].international:
                at[start].country = country


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


def side_names_persons(scene: Scene, listed: Listed) -> str | None:
    """The country whose side or delegation a sentence lists.

    Matches "The Kenyan delegation included Amina Otieno"; not "Kenyan delegations arrived".
    """
    means = listed.means
    if not isinstance(means, CountryWord) or scene.article.match(_SIDE, listed.end) is None:
        return None
    return means.country.state
