"""Whether an event happened: from tense, modality, negation and the words it hangs on."""

from __future__ import annotations

from communique.kinds import EventStatus
from communique_events.groups import VerbGroup
from communique_events.scene import Scene
from communique_events.words import word_set

_REACH = 160
_AHEAD = 12
_BEFORE = 4
_TOLD: tuple[tuple[str, EventStatus], ...] = (
    ("proposing", "proposed"),
    ("scheduling", "scheduled"),
    ("cancelling", "cancelled"),
    ("refusing", "refused"),
    ("opening", "occurred"),
)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_REPORTED = frozenset({"said", "that"})


def status_of(group: VerbGroup, opener: str = "") -> EventStatus:
    """The status of what a verb tells of; "would" in what somebody said is a "will", and an "if" leaves it open."""
    if opener in _CONDITIONS and not group.modal:
        return "hypothetical"
    if group.modal == "will":
        return "refused" if group.negated else "scheduled"
    if group.modal == "would":
        return "refused" if group.negated else "scheduled" if opener in _REPORTED else "proposed"
    if group.modal:
        return "hypothetical" if group.modal == "may" else "proposed"
    if group.negated:
        return "denied"
    return "ongoing" if group.tense == "progressive" else "occurred"


def status_of_noun(scene: Scene, i: int, behind: int) -> EventStatus:
    """The status of a meeting that a noun names: from the words before it and the verb it hangs on."""
    line = scene.line
    before = set(line.words[max(0, i - _BEFORE) : i])
    after = line.words[behind] if behind < len(line) else ""
    if before & word_set("planned") or after in word_set("planned"):
        return "scheduled"
    if before & word_set("willing"):
        return "proposed"
    if before & word_set("past"):
        return "occurred"
    if _is_on(scene, i):
        return "ongoing"
    governing = _governing(scene, i, behind)
    if before & {"after", "following", "during", "at"}:
        return "occurred"
    if governing is not None:
        told = _by_verb(governing) or _by_outer_verb(scene, governing)
        if told is not None:
            return told
    if before & word_set("possible"):
        return "proposed"
    return _by_next_verb(scene, behind)


def _is_on(scene: Scene, i: int) -> bool:
    """Tell whether somebody is in talks now: "are in talks", "is leading a team in peace talks"."""
    line, inside = scene.line, scene.line.words[max(0, i - _BEFORE) : i]
    if line.nouns[i][0].group != "talks" or "in" not in inside or not {"the", "last"}.isdisjoint(inside):
        return False
    verb = scene.verbs.finite.rfind(1, 0, i)
    return verb >= 0 and line.words[verb] in {"is", "are", "re"}


def _governing(scene: Scene, i: int, behind: int) -> VerbGroup | None:
    """The verb before a noun, else the first one behind it."""
    governing = None
    for group in scene.verbs.groups:
        if group.behind <= i:
            governing = group
        elif group.first >= behind and governing is None:
            governing = group
            break
    if governing is None or scene.line.starts[i] - scene.line.starts[governing.word] >= _REACH:
        return None
    return governing


def _by_verb(group: VerbGroup) -> EventStatus | None:
    if group.modal in {"will", "would"}:
        return "refused" if group.negated else "scheduled"
    head = group.trigger.words.split()[0]
    return next((status for name, status in _TOLD if head in word_set(name)), None)


def _by_outer_verb(scene: Scene, group: VerbGroup) -> EventStatus | None:
    """The status by the verb on which an infinitive hangs: "*offered* to host talks"."""
    if group.sort != "infinitive":
        return None
    outer = [one for one in scene.verbs.groups if one.word < group.first]
    near = outer and group.first - outer[-1].behind <= _BEFORE
    return _by_verb(outer[-1]) if near else None


def _by_next_verb(scene: Scene, behind: int) -> EventStatus:
    line = scene.line
    for k in range(behind, min(len(line), behind + _AHEAD)):
        if line.words[k] in {"will", "would"}:
            return "scheduled"
        if line.printed[k] in {"could", "may", "might", "should"}:
            return "proposed"
        if scene.verbs.finite[k]:
            return "ongoing" if _goes_on(line.words[k : k + 3]) else "occurred"
    return "occurred"


def _goes_on(words: list[str]) -> bool:
    """Tell whether a verb says that what is its subject goes on: "are under way", "began", "continue"."""
    return words[0] in word_set("going_on") or (
        words[0] in {"is", "are"} and not word_set("under_way").isdisjoint(words[1:])
    )
