"""Rules for verbs: who does what to whom."""

from __future__ import annotations

from communique import Actor
from communique_events.classes import act_of_class
from communique_events.clauses import Clause
from communique_events.drafting import drafted
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.marks import ADVERB, PREPOSITION
from communique_events.parties import Found, affected, agent, has_power, target
from communique_events.scene import Scene
from communique_events.words import Act, word_set

_OF_STATES = frozenset({"COERCE", "SANCTION"})
"""Acts for which nobody but the state of the place has the means."""
_AFFECTING = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "CONCEDE", "SANCTION"})
"""Acts that are done to those of a place."""
_MOVING = frozenset({"MOBILIZE", "AID"})
"""Acts that those who are sent do themselves."""
_RESTRICTION = Act("COERCE", "restrict", "172")
_EXPULSION = Act("SANCTION", "expel", "166")
_PLACE_REACH = 5
_HOLDING = frozenset({"release", "expel"})
"""Classes of verbs for what is done to somebody by those of the place they leave: "was expelled *from Chad*"."""
_UNDERGOING = frozenset({"undergo", "perish"})
"""Classes of verbs whose subject is acted upon."""
_DESCRIBED = 24
_UNLESS_DONE_TO = frozenset({"sink", "drive back"})
"""Verbs of force only where something is sunk or driven."""
_TAKING = frozenset({"seize", "board", "hit", "strike", "grab", "capture"})
_DESCRIBED_OBJECT = 3
_MEMBERSHIPS = frozenset({"party", "club", "faction", "caucus", "movement", "union", "association", "church"})
_QUARREL = (["over"], ["about"], ["on"])
_ARTICLES = frozenset(
    {"the", "a", "an", "north", "south", "east", "west", "northern", "southern", "eastern", "western"}
)
_WHEREABOUTS = frozenset({"in", "at", "near", "on", "for", "along", "across", "outside", "inside"})


def acts(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read an active verb: its subject acts on its object.

    Matches ``Kenya condemned Somalia on Monday.``; not ``Nobody condemned anything in those days.``
    """
    sources = scene.sources(group, clause)
    if (act.type == "ASSAULT" or act.mode == "visit") and sources and _is_where(scene, sources[0]):
        sources = []
    if act.mode == "visit":  # no place goes anywhere
        sources = [one for one in sources if isinstance(one.party, Actor)]
    places = act.type != "CONSULT" or act.mode == "visit"
    start = group.behind
    if is_figure(scene, group):
        return None
    if group.trigger.frame == "two" and act.mode is None:  # "discussed the matter with X"
        start = next((i for i in range(start, clause.object_end) if scene.line.words[i] == "with"), clause.object_end)
    end = _before_charge(scene, start, clause.object_end) if act.type == "ACCUSE" else clause.object_end
    targets = target(scene.page, scene.line, start, end, sources, places=places, act=act)
    if not targets and group.trigger.words in word_set("figures"):  # "hit a record"
        return None
    if act.type in _AFFECTING and sources and group.sort == "finite":
        targets = affected(scene.page, scene.line, group.behind, targets)
    return drafted(acts, scene, group, clause, act, sources, targets)


def is_figure(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb of force is none: "clashed *over* taxes", "seized *the chance*", "the ferry *sank*"."""
    line, i, words = scene.line, group.behind, group.trigger.words
    if words == "clash":
        return line.words[i : i + 1] in _QUARREL
    if words in _UNLESS_DONE_TO and not group.passive:
        return i >= line.size or bool(line.gaps[i] or line.marks[i] & (PREPOSITION | ADVERB))
    if words.startswith("resign") and "from" in line.words[i - 1 : i + 1]:  # a membership, not an office
        return not _MEMBERSHIPS.isdisjoint(line.words[i : i + _DESCRIBED_OBJECT])
    if words in _TAKING:
        return not word_set("figurative_objects").isdisjoint(line.words[i : i + _DESCRIBED_OBJECT])
    return False


def _before_charge(scene: Scene, start: int, end: int) -> int:
    """Number of the word at which what somebody is accused of starts: "accused its neighbour *of* massing troops"."""
    words = scene.line.words
    return next((i for i in range(start, end - 1) if words[i] == "of" and words[i + 1].endswith("ing")), end)


def _is_where(scene: Scene, found: Found) -> bool:
    """Tell whether who seems to act is only where it happens or whom it is for: "a bomb *in Egypt*"."""
    before = scene.page.folded[max(scene.line.start, found.start - _DESCRIBED) : found.start].lower().split()
    while before and before[-1] in _ARTICLES:
        before.pop()
    return bool(before) and before[-1] in _WHEREABOUTS


def suffers(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a passive verb: its subject is acted upon, by whom stands behind "by".

    Matches ``The Chadian envoy was expelled by Libya.``; not ``The Chadian envoy was expected by noon.``
    """
    patients = scene.sources(group, clause)
    sources = agent(scene.page, scene.line, group.behind, clause.object_end)
    by_states = act.type in _OF_STATES or act.mode == "investigate"
    if not sources and by_states and (patients or clause.start < clause.subject_end):
        sources = _where_held(scene, group, clause)
    if act.type == "MOBILIZE" and not any(isinstance(one.party, Actor) for one in (*sources, *patients)):
        return None  # "were paraded before cameras in Bali"
    if act.type in _MOVING and not sources and patients and all(map(_is_armed, patients)):
        reach = clause.object_end
        return drafted(
            suffers,
            scene,
            group,
            clause,
            act,
            patients,
            target(scene.page, scene.line, group.behind, reach, patients, places=True),
        )
    return drafted(suffers, scene, group, clause, act, sources, patients)


def _is_armed(found: Found) -> bool:
    """Tell whether a party is one of soldiers or police, who act where they are sent."""
    party = found.party
    return (
        isinstance(party, Actor) and party.kind == "group" and (party.code or "").endswith(("MIL", "COP", "IGO", "UNO"))
    )


def _where_held(scene: Scene, group: VerbGroup, clause: Clause) -> list[Found]:
    """The place right behind the verb, whose authorities do what states do: "was arrested *in Chad*"."""
    line = scene.line
    if group.behind >= len(line) or line.words[group.behind] not in {"in", "from"}:
        return []
    found = scene.page.places(line.position(group.behind), line.position(min(group.behind + _PLACE_REACH, len(line))))
    return [Found(place, first, last) for first, last, place in found[:1] if first < line.position(clause.object_end)]


def does_to(scene: Scene, group: VerbGroup, clause: Clause) -> Draft | None:
    """Read a verb that means little without its noun: to impose sanctions, to lift a ban, to launch an attack.

    Matches ``Turkey lifted sanctions on Armenia.``; not ``Turkey lifted the trophy on Sunday.``
    """
    line, page = scene.line, scene.page
    act = act_of_class(scene, group, clause)
    if act is None:
        return None
    if group.trigger.group in _UNDERGOING:
        return undergoes(scene, group, clause, act)
    if group.passive:
        doers = agent(page, line, group.behind, clause.object_end)
        if not doers and group.trigger.group in _HOLDING:
            doers = _where_held(scene, group, clause)
        return drafted(does_to, scene, group, clause, act, doers, _of_noun(scene, clause))
    sources = scene.sources(group, clause)
    places = act.type != "CONSULT" or act.mode == "visit"
    targets = target(page, line, group.behind, clause.object_end, sources, places=places, act=act)
    if act.mode == "obstruct" and any(map(has_power, sources)):
        act = _RESTRICTION
    if act.mode == "deport" and targets and _is_body(targets[0]):
        act = _EXPULSION
    if act.type in _AFFECTING and sources and group.sort == "finite":
        targets = affected(page, line, group.behind, targets)
    return drafted(does_to, scene, group, clause, act, sources, targets)


def _is_body(found: Found) -> bool:
    """Tell whether a party is a body, which is not deported but loses its access."""
    return isinstance(found.party, Actor) and found.party.kind == "organization"


def undergoes(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a verb whose subject is acted upon, by whom stands behind "from" or "by".

    Matches ``Chad faces criticism from Kenya over the arrests.``; not ``Chad faces the sea of Kenya.``
    """
    line, page = scene.line, scene.page
    sources: list[Found] = []
    for i in range(group.behind, clause.object_end):
        if line.words[i] in {"from", "by"}:
            sources = target(page, line, i, clause.object_end, (), places=True)
            break
    targets = scene.sources(group, clause)
    if group.trigger.group == "perish":
        targets = affected(page, line, group.behind, targets) if targets else []
    return drafted(undergoes, scene, group, clause, act, sources, targets) if sources or targets else None


def _of_noun(scene: Scene, clause: Clause) -> list[Found]:
    """The parties in the phrase of a passive subject: "aid to Mali was suspended"."""
    return target(scene.page, scene.line, clause.start, clause.subject_end, (), places=True)
