"""Places: states and listed places by name, filing places, and names in a place's position."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define

from communique import Name, Place, Span, because
from communique.countries import CountryWord
from communique_actors.lexicons import WORDS, ListedPlace
from communique_actors.scene import Scene
from communique_actors.signs import NO_PERSON, all_signs

_ENDS_OF_PREPOSITIONS = frozenset({"in ", "In ", "IN ", "ar ", "AR ", "de ", "DE "})


@define(eq=False)
class PlaceDraft:
    """A place in the making."""

    name: str
    country: str | None
    sort: str
    rule: Callable[..., object]
    mentions: list[Span]

    def finished(self) -> Place:
        """Freeze it."""
        first = self.mentions[0]
        return Place(
            first, self.name, self.country, self.sort, tuple(self.mentions), evidence=because(self.rule, first)
        )


def places(scene: Scene, persons_at: frozenset[int]) -> Iterator[Place]:
    """Give the places of an article; names of persons are none."""
    drafts: dict[tuple[str, str | None], PlaceDraft] = {}
    for span, country, sort, rule in _mentions(scene, persons_at):
        known = drafts.get((_plain(span.text), country))
        if known is None:
            drafts[_plain(span.text), country] = PlaceDraft(span.text, country, sort, rule, [span])
        else:
            known.mentions.append(span)
    for draft in drafts.values():
        yield draft.finished()


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold().replace(".", "")


Found = tuple[Span, str | None, str, Callable[..., object]]


def _mentions(scene: Scene, persons_at: frozenset[int]) -> Iterator[Found]:
    for span, country in filing_place(scene):
        yield span, country, "city", filing_place
    for name in scene.names:
        if name.span.start in persons_at:
            continue
        for rule in _RULES_FOR.get(name.sort, ()):
            found = rule(scene, name)
            if found is not None:
                if _begins_longer_name(scene, name, persons_at):
                    break
                yield name.span, found[0], found[1], rule
                break


def _begins_longer_name(scene: Scene, name: Name, persons_at: frozenset[int]) -> bool:
    """Tell whether a city's name begins that of something else: "Tarnholm Zoo", "US$2 million"."""
    end = name.span.end
    if scene.folded.startswith("$", end):
        return True
    following = scene.name_at.get(end + 1) if name.sort == "place" and scene.folded.startswith(" ", end) else None
    return following is not None and following.sort == "unknown" and following.span.start not in persons_at


def filing_place(scene: Scene) -> list[tuple[Span, str | None]]:
    """A place the story was filed from, listed or not.

    Matches "TARNHOLM" in "TARNHOLM, May 3 (Reuters) -"; not "Tarnholm" elsewhere.
    """
    return [(filing.span, filing.country) for filing in scene.dateline.places] if scene.dateline else []


def listed_place(scene: Scene, name: Name) -> tuple[str | None, str] | None:
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


def place_by_noun(_scene: Scene, name: Name) -> tuple[str | None, str] | None:
    """A place told by its first or last word.

    Matches "Tamarind Island"; not "Tamarind".
    """
    return (name.country, "place") if name.sort == "place" else None


def place_before_region(scene: Scene, name: Name) -> tuple[str | None, str] | None:
    """An unlisted name before a comma and the region or state it lies in.

    Matches "Tarnholm" in "in Tarnholm, Bavaria"; not "Mali" in "Niger, Mali and Chad".
    """
    end = name.span.end
    if name.sort != "unknown" or not scene.folded.startswith(", ", end):
        return None
    outer = scene.name_at.get(end + 2)
    if outer is None or outer.sort not in {"state", "place"}:
        return None
    if scene.before(name.span.start) not in WORDS.locative and outer.sort == "state":
        return None
    return outer.country, "city"


def place_behind_preposition(scene: Scene, name: Name) -> tuple[str | None, str] | None:
    """An unlisted name behind a preposition of place.

    Matches "Tarnholm" in "a clinic in Tarnholm"; not in "told Tarnholm".
    """
    if name.sort != "unknown" or name.span.text.isupper():
        return None
    folded, start = scene.folded, name.span.start
    if folded[start - 3 : start] not in _ENDS_OF_PREPOSITIONS:
        return None
    if scene.before(start) not in {"in", "near", "outside"} or not _may_be_place(name):
        return None
    return (None, "place") if not folded.startswith("'s", name.span.end) else None


def _may_be_place(name: Name) -> bool:
    return not all_signs(name.span.text.split()) & NO_PERSON


PLACE_RULES: tuple[Callable[[Scene, Name], tuple[str | None, str] | None], ...] = (
    listed_place, place_by_noun, place_before_region, place_behind_preposition,
)  # fmt: skip
"""What makes a name a place's, in the order in which it is asked; each gives country and sort."""

_RULES_FOR = {
    "state": (listed_place,),
    "place": (listed_place, place_by_noun),
    "unknown": (place_before_region, place_behind_preposition),
}
"""Those that may apply to a name that looks like this."""
