"""What makes a name the name of a place: the word lists, its own words, and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from communique import Name, Span
from communique.countries import CountryWord
from communique_actors.gazetteer import abbreviations
from communique_actors.lexicons import WORDS, ListedPlace
from communique_actors.scene import Scene
from communique_actors.signs import GIVEN, NO_PERSON, all_signs

_ENDS_OF_PREPOSITIONS = frozenset({"in ", "In ", "IN ", "ar ", "AR ", "de ", "DE ", "nd ", "te ", "ff "})
_ENDS_OF_CUES = frozenset({"l ", *(end[-2:] for end in (*_ENDS_OF_PREPOSITIONS, "of "))})
_PREPOSITIONS = frozenset({"in", "near", "outside", "around", "opposite", "off"})
_SIDES = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "suburbs",
})  # fmt: skip

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,4}(?:\.(?:[A-Z]\.?){0,3}|\b)")
_ENDS_OF_ADDRESSES = frozenset(("", ",", ".", ";", ":", ")", "\n", "-"))

_WIDE = frozenset({"area", "coast", "quarter", "region", "state"})

Found = tuple[str | None, str]
"""Country and sort of a place."""
PlaceRule = Callable[[Scene, Name], Found | None]


def filing_place(scene: Scene) -> Iterator[tuple[Span, str | None, str]]:
    """A place the story was filed from, listed or not, and the state or country printed behind it.

    Matches "TARNHOLM" in "TARNHOLM, May 3 (Reuters) -"; not "Tarnholm" elsewhere.
    """
    for filing in scene.dateline.places if scene.dateline else ():
        yield filing.span, filing.country, "city"
        if filing.qualifier is not None:
            yield filing.qualifier, filing.country, "region"


def abbreviated_region(scene: Scene, end: int) -> tuple[Span, str] | None:
    """An abbreviated state or province behind a place and a comma: its span and country.

    Matches "Ont." in "a plant in Tarnholm, Ont., is to close"; not "US" in "In Tarnholm, US officials spoke".
    """
    if not scene.folded.startswith(", ", end):
        return None
    found = scene.article.match(_ABBREVIATION, end + 2)
    country = abbreviations().get(found.group()) if found is not None else None
    if found is None or country is None:
        return None
    if not found.group().endswith(".") and scene.folded[found.end() : found.end() + 1] not in _ENDS_OF_ADDRESSES:
        return None
    return scene.article.span_of(found), country


def listed_place(scene: Scene, name: Name) -> Found | None:
    """A state, city, region or water of the word lists.

    Matches "Kenya" in "a road in Kenya"; not "U.S." in "U.S. envoys".
    """
    if name.sort not in {"state", "place"}:
        return None
    listed = scene.lists.starting.get(name.span.start)
    if listed is None or listed.end != name.span.end:
        return None
    means = listed.means
    if isinstance(means, CountryWord):
        if name.span.start in scene.adjectives:
            return None
        return means.country.state, "country" if means.form == "name" else "city"
    return (means.country, means.sort) if isinstance(means, ListedPlace) else None


def place_by_noun(_scene: Scene, name: Name) -> Found | None:
    """A place told by its first or last word.

    Matches "Tamarind Island"; not "Tamarind", nor "Tamarind School District", which is a body.
    """
    if name.sort != "place":
        return None
    last = name.span.text.rsplit(None, 2)[1:]
    return None if last[1:] == ["District"] and last[0].lower() in WORDS.organization else (name.country, "place")


def place_before_region(scene: Scene, name: Name) -> Found | None:
    """An unlisted name before a comma and the region or state it lies in.

    Matches "Tarnholm" in "in Tarnholm, Bavaria"; not "Mali" in "Niger, Mali and Chad".
    """
    end = name.span.end
    if not scene.folded.startswith(", ", end) or name.span.text.isupper():
        return None
    outer = scene.name_at.get(end + 2)
    if outer is None or outer.sort not in {"state", "place"}:
        return None
    before = scene.before(name.span.start)
    if outer.sort == "state" and before not in WORDS.locative and before not in {"for", "of"}:
        return None
    return outer.country, "city"


def place_before_noun(scene: Scene, name: Name) -> Found | None:
    """An unlisted name before a noun for a sort of place.

    Matches "Tarnholm" in "the Tarnholm district"; not in "the Tarnholm deal".
    """
    end = name.span.end
    if scene.folded[end : end + 4] not in _noun_beginnings() or scene.after(end) not in WORDS.place_noun:
        return None
    if scene.starts_sentence(name.span.start):
        return None
    return (None, "place") if _may_be_place(scene, name) else None


@cache
def _noun_beginnings() -> frozenset[str]:
    """The first characters of what may stand behind such a name, to look before words are cut out."""
    return frozenset(f" {noun[:3]}" for noun in WORDS.place_noun)


def place_before_apposition(scene: Scene, name: Name) -> Found | None:
    """An unlisted name that an apposition tells to be a place.

    Matches "Tarnholm" in "Tarnholm, a fishing village,"; not in "Tarnholm, a fishing company,".
    """
    end = name.span.end
    if not scene.folded.startswith((", a", ", the "), end) or scene.article.match(_apposition(), end) is None:
        return None
    return (None, "place") if _may_be_place(scene, name) else None


@cache
def _apposition() -> re.Pattern[str]:
    nouns = "|".join(sorted(noun for noun in WORDS.place_noun - _WIDE if not noun.endswith("s")))
    return re.compile(rf", (?:an?|the) (?:[\w'-]{{1,20}}+ ){{0,3}}?(?:{nouns})\b")


def place_behind_noun(scene: Scene, name: Name) -> Found | None:
    """An unlisted name behind a noun for a sort of place and "of".

    Matches "Tarnholm" in "the village of Tarnholm"; not in "the owner of Tarnholm".
    """
    start = name.span.start
    if scene.folded[start - 4 : start] != " of " or not _may_be_place(scene, name):
        return None
    return (None, "place") if scene.before(start - 3) in WORDS.place_noun else None


def place_behind_direction(scene: Scene, name: Name) -> Found | None:
    """An unlisted name behind a part or side of it.

    Matches "Tarnholm" in "northern Tarnholm" and "ten miles south of Tarnholm"; not in "the south for Tarnholm".
    """
    start = name.span.start
    if scene.folded[start - 2 : start] in {"n ", "l "}:
        told = scene.folded[start - 8 : start - 1].islower() and scene.before(start) in WORDS.direction
    else:
        told = scene.folded[start - 4 : start] == " of " and scene.before(start - 3) in _SIDES
    return (None, "place") if told and _may_be_place(scene, name) else None


def place_behind_age(scene: Scene, name: Name) -> Found | None:
    """An unlisted name behind somebody's age and "of".

    Matches "Tarnholm" in "Ana Ruiz, 43, of Tarnholm"; not in "one of Tarnholm's".
    """
    start = name.span.start
    if scene.folded[start - 5 : start] != ", of " or not scene.folded[start - 6 : start - 5].isdigit():
        return None
    return (None, "place") if _may_be_place(scene, name) else None


def place_behind_preposition(scene: Scene, name: Name) -> Found | None:
    """An unlisted name behind a preposition of place.

    Matches "Tarnholm" in "a clinic in Tarnholm"; not in "told Tarnholm", "an investigation into Tarnholm" or "a
    stake in Tarnholm".
    """
    folded, start = scene.folded, name.span.start
    if folded[start - 3 : start] not in _ENDS_OF_PREPOSITIONS:
        return None
    preposition = scene.before(start)
    if preposition not in _PREPOSITIONS or not _may_be_place(scene, name):
        return None
    noun = scene.before(start - len(preposition) - 1)
    if (preposition == "into" and noun in WORDS.brought_against_parties) or (
        preposition == "in" and noun in WORDS.held
    ):
        return None
    return (None, "place") if not folded.startswith("'s", name.span.end) else None


def has_place_beside(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what stands beside an unlisted name may tell a place: what any of its rules asks first."""
    folded = scene.folded
    return (
        folded[start - 2 : start] in _ENDS_OF_CUES
        or folded.startswith(", ", end)
        or folded[end : end + 4] in _noun_beginnings()
    )


def _may_be_place(scene: Scene, name: Name) -> bool:
    text = name.span.text
    words = text.split()
    return (
        not any(word.isupper() for word in words)
        and text.lower().replace("-", "") not in WORDS.direction
        and not all_signs(words) & NO_PERSON
        and not (len(words) > 1 and all_signs(words[:1]) & GIVEN)
        and not ("-" in text and name.span.start in scene.lists.starting)
    )


PLACE_RULES: tuple[PlaceRule, ...] = (
    listed_place, place_by_noun, place_before_region, place_before_noun, place_before_apposition, place_behind_noun,
    place_behind_direction, place_behind_age, place_behind_preposition,
)  # fmt: skip
"""What makes a name a place's, in the order in which it is asked; each gives country and sort."""

RULES_FOR: dict[str, tuple[PlaceRule, ...]] = {
    "state": PLACE_RULES[:1],
    "place": PLACE_RULES[:2],
    "unknown": PLACE_RULES[2:],
}
"""Those that may apply to a name that looks like this."""
