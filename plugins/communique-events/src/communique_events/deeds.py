"""Deeds that a noun names as the subject of its sentence: "the arrest of X", "protests in Y"."""

from __future__ import annotations

from communique.kinds import EventStatus
from communique_events.drafts import Draft
from communique_events.marks import DETERMINER, MAY, PREPOSITION, WILL, WOULD
from communique_events.parties import Found, agent, stretch, target
from communique_events.scene import Scene
from communique_events.words import Trigger

LEAD = 4
"""The noun is one of so many words at the start of a sentence."""
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "ACCUSE"})
"""Types of acts that a noun tells of by itself, without a verb that says they were done."""
_LINKS = frozenset({"of", "on", "against", "in", "at", "over", "by", "outside", "across"})
_NEAR = 2


def deeds_of(scene: Scene) -> list[Draft]:
    """The deed that is the subject of the first clause of a sentence, if it is one."""
    line, verbs = scene.line, scene.verbs
    finite = verbs.finite.find(1)
    if finite < 0:
        return []
    for i, (noun, behind) in line.nouns.items():
        if i >= min(finite, LEAD):
            return []
        if noun.act is not None and noun.act.type in DEEDS and i not in scene.taken:
            draft = deed_told_by_noun(scene, i, noun, behind, finite)
            return [draft] if draft is not None else []
    return []


def deed_told_by_noun(scene: Scene, i: int, noun: Trigger, behind: int, finite: int) -> Draft | None:
    """Read a noun for a deed that heads the subject of a sentence, with who does it and to whom.

    Matches ``The arrest of two Togolese nurses by Benin drew crowds.``; not ``The arrest warrant was found in a
    drawer.``
    """
    line, act = scene.line, noun.act
    first = i
    while first > 0 and not line.gaps[first] and not line.marks[first - 1] & PREPOSITION:
        first -= 1
    linked = behind < line.size and line.words[behind] in _LINKS and not line.gaps[behind]
    if act is None or first > 0 or not (linked or (act.type == "PROTEST" and behind == finite)):
        return None
    sources = agent(scene.page, line, behind, finite) or _doers(scene, i)
    stop = next((k for k in range(behind, finite) if line.words[k] == "by"), finite)
    reach = finite if linked else line.size
    targets = target(scene.page, line, behind, min(stop, reach) if linked else reach, sources, places=True)
    if not sources and not targets:
        return None
    told: EventStatus = (
        "hypothetical" if line.marks[finite] & (WILL | WOULD | MAY) and act.type != "PROTEST" else "occurred"
    )
    end = max([line.end_of(finite - 1), *(one.end for one in targets)])
    return Draft(
        deed_told_by_noun, line.number, act, act, told, tuple(sources), tuple(targets),
        ((line.starts[i], line.end_of(behind - 1)),), (line.start, end),
    )  # fmt: skip


def _doers(scene: Scene, i: int) -> list[Found]:
    """Whose deed it is by the words right before the noun: "the *Israeli* strike", "*Kenya's* crackdown"."""
    line = scene.line
    if i == 0 or line.marks[i - 1] & DETERMINER:
        return []
    found = stretch(scene.page, line.start, line.starts[i])
    return found[-1:] if found and line.starts[max(0, i - _NEAR)] <= found[-1].end else []
