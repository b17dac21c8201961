"""What stands before a noun for people and belongs to it: words that describe them, their side, their body."""

from __future__ import annotations

from functools import cache

from communique_actors.employers import role_of_people
from communique_actors.lexicons import WORDS, roles_of_staff
from communique_actors.listed import country_of
from communique_actors.scene import Scene
from communique_actors.signs import ends_of_modifiers

_LONGEST = 3
_SIDES = (
    "-backed ", "-led ", "-based ", "-allied ", "-aligned ", "-supported ", "-armed ", "-trained ", "-dominated ",
    "-linked ", "-affiliated ",
)  # fmt: skip
"""What ends a word for whose people somebody is."""
_MAY_BE_BODIES = frozenset({"organization", "group", "unknown"})


def with_side(scene: Scene, start: int) -> tuple[int, str | None] | None:
    """Where a noun starts with the word that tells on whose side they are, and their country if it tells that.

    "*Russia-backed* separatists", "*Pakistan-based* groups".
    """
    if not scene.folded.endswith(_SIDES, 0, start):
        return None
    found = scene.word_before(start)
    if found is None:
        return None
    listed = scene.lists.starting.get(found[0])
    based = listed is not None and scene.folded.startswith("-based ", listed.end)
    return found[0], country_of(listed) if based and listed is not None else None


def with_qualities(scene: Scene, start: int) -> int:
    """Where a noun for people starts with the words that describe it: "*senior* officials", "*armed* rebels"."""
    folded, ends = scene.folded, _ends_of_qualities()
    for _ in range(_LONGEST):
        if folded[start - 3 : start - 1] not in ends:
            break
        word = scene.modifier_before(start)
        if word is not None:
            start = word[0]
            continue
        found = scene.word_before(start)
        if found is None or folded[found[0] : found[1]].lower() not in WORDS.group_quality:
            break
        start = found[0]
    return start


@cache
def _ends_of_qualities() -> frozenset[str]:
    """The last characters of the words that describe people, to look before words are cut out."""
    ends = {word[-2:] for word in WORDS.group_quality}
    return ends_of_modifiers().union(ends, map(str.upper, ends))


def of_staff(scene: Scene, start: int, noun_start: int, sector: str) -> tuple[int, str]:
    """Where officials start with the body or the kind of body whose they are, and their role.

    "*Hospital* officials", "*Nordbank* executives"; a person's officials are a state's.
    """
    before = scene.before(noun_start)
    role = roles_of_staff().get(before)
    if role is not None:
        return with_qualities(scene, noun_start - 1 - len(before)), role
    name = scene.name_before.get(start - 1)
    if name is None or name.sort not in _MAY_BE_BODIES or name.span.start in scene.lists.starting:
        return start, sector
    if name.span.start in scene.persons_at:
        return start, sector
    return name.span.start, role_of_people(scene, name)
