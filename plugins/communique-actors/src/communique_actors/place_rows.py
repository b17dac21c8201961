"""Unlisted names told to be places by other mentions: rows of places, and the same name elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator
from operator import sub

from communique import Name
from communique_actors.gazetteer import spaced
from communique_actors.lexicons import WORDS
from communique_actors.scene import Scene
from communique_actors.signs import NO_PERSON, all_signs

_JOINTS = frozenset({", ", " and ", ", and ", " or ", "; "})
_LONGEST_JOINT = 6
_LEAST_IN_ROW = 3


def place_among_places(scene: Scene, known: set[int], persons_at: frozenset[int]) -> Iterator[Name]:
    """An unlisted name in a row of places.

    Matches "Tarnholm" in "in Oslo, Tarnholm and Bergen"; not in "with Oslo, Tarnholm and Bergen".

    Args:
        scene: The article.
        known: Where the names start that are known to be places.
        persons_at: Where names of persons start.

    Yields:
        The names that are places too.
    """
    for row in _rows(scene):
        open_ones = [name for name in row if name.span.start not in known]
        if open_ones and len(open_ones) < len(row) and _is_row_of_places(scene, row, open_ones, persons_at):
            yield from open_ones


def _rows(scene: Scene) -> Iterator[list[Name]]:
    """The names that are joined by commas or "and"."""
    folded, spots, starts, ends = scene.folded, scene.spots, scene.name_starts, scene.name_ends
    first = last = -1
    for number, gap in enumerate(map(sub, starts[1:], ends)):
        if gap <= _LONGEST_JOINT and folded[ends[number] : starts[number + 1]] in _JOINTS:
            if number != last:
                if last > first:
                    yield [name for _, _, _, name in spots[first : last + 1]]
                first = number
            last = number + 1
    if last > first:
        yield [name for _, _, _, name in spots[first : last + 1]]


def _is_row_of_places(scene: Scene, row: list[Name], open_ones: list[Name], persons_at: frozenset[int]) -> bool:
    if any(
        name.sort != "unknown"
        or name.span.start in persons_at
        or name.span.text.isupper()
        or all_signs(name.span.text.split()) & NO_PERSON
        for name in open_ones
    ):
        return False
    before, following = scene.before(row[0].span.start), scene.after(row[-1].span.end)
    if following in WORDS.verb or scene.folded.startswith("'s", row[-1].span.end):
        return False
    if before in WORDS.locative or (before == "of" and _is_headed(scene, row[0])):
        return any(name.sort == "place" for name in row) or len(open_ones) * 2 <= len(row)
    return len(row) >= _LEAST_IN_ROW and len(open_ones) * 2 <= len(row)


def _is_headed(scene: Scene, name: Name) -> bool:
    """Tell whether a row stands behind "the villages of"."""
    return scene.before(name.span.start - len("of ")) in WORDS.place_noun


def place_named_again(scene: Scene, told: frozenset[str], persons_at: frozenset[int]) -> Iterator[Name]:
    """An unlisted name that is told to be a place elsewhere in the article.

    Matches "Tarnholm" in "Tarnholm was quiet" after "the village of Tarnholm"; not without that.

    Args:
        scene: The article.
        told: The names told elsewhere.
        persons_at: Where names of persons start.

    Yields:
        The names that are printed alike.
    """
    for start, _, sort, name in scene.spots:
        if sort == "unknown" and start not in persons_at and spaced(name.span.text) in told:
            yield name
