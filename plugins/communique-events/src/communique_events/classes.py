"""Verbs that mean little without their noun: what each tells of, by the noun it acts upon."""

from __future__ import annotations

from communique_events.clauses import Clause
from communique_events.coding import pair
from communique_events.groups import VerbGroup
from communique_events.marks import ADVERB, PREPOSITION
from communique_events.scene import NOUN_REACH, Scene
from communique_events.words import Act, Trigger, pairs, word_set

_OF_DEATH = frozenset({"in", "of", "from", "after", "during", "under", "as", "because"})
"""Words behind which stands what people die of."""
_RESULT = 3
"""So many words may stand between "as" and "of": "died *as a result of*"."""
_JOINTLY = frozenset({"joint", "jointly", "combined", "together", "with", "alongside", "bilateral", "trilateral"})
"""Words of an exercise that several hold."""
_EXERCISE = Act("COOPERATE", None, "062")
_WITH_SUMS = frozenset({"do", "receive", "stop"})
"""Classes of verbs that make no help of a sum of money: "received 83 dollars", "raised the tax"."""


def act_of_class(scene: Scene, group: VerbGroup, clause: Clause) -> Act | None:
    """What a verb of a class tells of, by the noun it acts upon."""
    start, end = (clause.start, clause.subject_end) if group.passive else (group.behind, clause.object_end)
    verb, line = group.trigger.group, scene.line
    if verb == "strike" and not group.passive and not _has_object(scene, group):
        return None
    if verb == "perish":
        start = _cause(scene, start, end)
    found = scene.nouns(start, end)
    if verb == "do" and not found and not group.passive:
        found = scene.nouns(clause.start, clause.subject_end)
    if verb == "give":
        found.sort(key=_is_no_peacekeeper)
    for i, noun in found:
        if verb in _WITH_SUMS and line.words[i] in word_set("sums"):
            continue
        if line.words[i] == "tax" and line.words[i + 1 : i + 2] and line.words[i + 1] in word_set("tax_matters"):
            continue
        act = pair(verb, noun.group, noun.act)
        if act is not None:
            scene.taken.add(i)
            together = noun.group == "drill" and act.type == "MOBILIZE" and not _is_by_one(scene, clause)
            return _EXERCISE if together else act
    if verb == "release" and group.passive and not word_set("releases").isdisjoint(line.words[max(0, start) : end + 1]):
        return None
    if verb == "release" and (group.passive or (start < end and line.words[start] not in word_set("prepositions"))):
        return pair("release", "prisoners", None)
    return pair(verb, "*", None)


def _cause(scene: Scene, start: int, end: int) -> int:
    """Number of the word before what people die of: "died *in* shelling", "died as a result *of* it"."""
    words, marks = scene.line.words, scene.line.marks
    i = next((i for i in range(start, end) if marks[i] & PREPOSITION or words[i] == "because"), end)
    if i == end or words[i] not in _OF_DEATH:
        return end
    return next((k for k in range(i + 1, min(end, i + 1 + _RESULT)) if words[k] == "of"), i)


def _is_by_one(scene: Scene, clause: Clause) -> bool:
    """Tell whether an exercise is held by one side alone: "held drills near Sark", and not "held drills with"."""
    line = scene.line
    alone = _JOINTLY.isdisjoint(line.words[clause.start : clause.object_end])
    return alone and "and" not in line.words[clause.start : clause.subject_end]


def may_tell(scene: Scene, group: VerbGroup, verb: str) -> bool:
    """Tell whether a verb of a class may tell of anything: it does alone, or such a noun stands where its noun may."""
    table = pairs()
    if verb == "release" or (verb, "*") in table:
        return True
    for i, (noun, _) in scene.line.nouns.items():
        if (verb, noun.group) in table and (verb == "do" or _is_in_place(group, i)):
            return True
    return False


def _is_in_place(group: VerbGroup, i: int) -> bool:
    """Tell whether a noun stands before a passive verb or soon behind an active one."""
    return i < group.first if group.passive else 0 <= i - group.behind < NOUN_REACH


def _has_object(scene: Scene, group: VerbGroup) -> bool:
    line, i = scene.line, group.behind
    return i < line.size and not line.gaps[i] and not line.marks[i] & (PREPOSITION | ADVERB)


def _is_no_peacekeeper(found: tuple[int, Trigger]) -> bool:
    return found[1].group != "peacekeepers"
