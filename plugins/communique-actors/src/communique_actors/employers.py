"""Whose people bear a title: a state's, unless a name in it tells another body ("a Lufthansa spokesman")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from communique import Name
from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS, Organization, roles_of_bodies
from communique_actors.scene import Scene
from communique_actors.titles import Title

_OF_STATES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "UNO", "EUR"})
_BODIES = frozenset({"organization", "group"})
_LAST_WORDS = 2
"""That many words tell the role of a body."""


def employer(scene: Scene, title: Title) -> Name | None:
    """The name in a title of what may be no part of a state, where the office is one that all bodies have.

    "A spokesman for *Acme*", "*Chadian Airways* president"; not "the president of Puntland", nor "State Department
    spokesman".
    """
    held_in = next((word.held_in for word in title.words if word.sector), "")
    if not held_in:
        return None
    starts = scene.name_starts
    for number in range(bisect_left(starts, title.start), bisect_left(starts, title.end)):
        _, _, sort, name = scene.spots[number]
        if sort in _BODIES:
            return None if role_of_body(scene, name) in _OF_STATES or governs(name) else name
        if sort == "unknown":
            return name if held_in == "names" or _looks_like_body(name) else None
        if sort == "person":
            return None
    return None


def _looks_like_body(name: Name) -> bool:
    """Tell whether a name is letters that stand for a body, or has a word of one: "UNOS", "Pearson Companies"."""
    text = name.span.text
    if (text.isupper() and len(text) > 1) or role_by_words(text) not in {"", *_OF_STATES}:
        return True
    return not WORDS.of_many_states.isdisjoint(text.lower().split())


def role_of_body(scene: Scene, name: Name) -> str:
    """The role of the body of a name, empty where neither a list nor its words tell one."""
    listed = scene.lists.starting.get(name.span.start)
    if listed is not None and listed.end == name.span.end and isinstance(listed.means, Organization):
        return listed.means.prefix
    return role_by_words(name.span.text)


def role_by_words(name: str) -> str:
    """The role that the last words of a body's name tell, or its first where it goes on with "of".

    >>> role_by_words("Chadian Airways"), role_by_words("Bank of Tokyo"), role_by_words("World Bank")
    ('BUS', 'BUS', '')
    """
    words = name.lower().split()
    if not WORDS.of_many_states.isdisjoint(words):
        return ""
    roles = roles_of_bodies()
    told = (" ".join(words[-_LAST_WORDS:]), words[-1], words[0] if "of" in words else "")
    role = next((roles[one] for one in told if one in roles), "")
    return "" if role == "BUS" and not WORDS.governing.isdisjoint(words) else role


def role_of_people(scene: Scene, name: Name) -> str:
    """The role of the people of a body: its own, else that of a state where its words tell that it is a part of one."""
    return role_of_body(scene, name) or ("GOV" if governs(name) else "")


def governs(name: Name) -> bool:
    """Tell whether a body is a part of a state by one of its words: "State Department", "Central Bank of Chad"."""
    words = name.span.text.lower().split()
    return not WORDS.governing.isdisjoint(words) and WORDS.of_many_states.isdisjoint(words)


def employ(scene: Scene, drafts: Iterable[Draft], at: Mapping[int, Draft]) -> None:
    """Give persons whose only office is one that all bodies have the role of the body in it.

    Who speaks for a person has the role of that one ("Ruiz spokesman Tomas Berg"), as far as it is known.
    """
    for draft in drafts:
        name = draft.employer
        if name is None or draft.sector:
            continue
        bearer = at.get(name.span.start)
        if bearer is not None and bearer.sector:
            draft.sector = bearer.sector
        elif name.span.start in scene.holders:
            draft.sector = "GOV"
        else:
            draft.sector = "" if bearer is not None else role_of_body(scene, name)
