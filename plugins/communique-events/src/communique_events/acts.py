"""Rules for verbs: who does what to whom."""

from __future__ import annotations

from communique import Actor
from communique.kinds import EventStatus
from communique_events.clauses import Clause
from communique_events.coding import embedded, pair
from communique_events.drafting import drafted
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.marks import ADVERB, FINITE, PREPOSITION
from communique_events.parties import Found, affected, agent, target
from communique_events.scene import NOUN_REACH, Scene
from communique_events.words import Act, Trigger, pairs, word_set

OPERATORS = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "APPEAL"})
"""Types of acts whose verbs take another act."""
_OCCASION = frozenset({"at", "during", "after", "following"})
_OF_STATES = frozenset({"COERCE", "SANCTION"})
"""Acts for which nobody but the state of the place has the means."""
_AFFECTING = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "CONCEDE", "SANCTION"})
"""Acts that are done to those of a place."""
_MOVING = frozenset({"MOBILIZE", "AID"})
"""Acts that those who are sent do themselves."""
_HARM = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_CALLING_FOR = frozenset({"call for", "press for", "push for", "lobby for", "seek", "advocate", "plead for"})
_RESTRICTION = Act("COERCE", "restrict", "172")
_EXPULSION = Act("SANCTION", "expel", "166")
_AGREEING = frozenset({"agree", "agree on", "agree to"})
_DEALS = frozenset({"agreement", "trade", "exercise", "drill"})
_DEAL = Act("SUPPORT", None, "057")
_BLAME = Act("ACCUSE", "disapprove", "111")
_PLACE_REACH = 5
_HOLDING = frozenset({"release", "expel"})
"""Classes of verbs for what is done to somebody by those of the place they leave: "was expelled *from Chad*"."""
_UNDERGOING = frozenset({"undergo", "perish"})
"""Classes of verbs whose subject is acted upon."""
_JOINTLY = frozenset({"joint", "jointly", "combined", "together", "with", "alongside", "bilateral", "trilateral"})
"""Words of an exercise that several hold."""
_EXERCISE = Act("COOPERATE", None, "062")
_BOUND = frozenset({"commit to", "determine to", "prepare to", "resolve to"})
_WITH_SUMS = frozenset({"do", "receive", "stop"})
"""Classes of verbs that make no help of a sum of money: "received 83 dollars", "raised the tax"."""
_PARTICLES = (["up"], ["down"], ["back"], ["off"], ["out"], ["aside"])
_DESCRIBED = 24
_UNLESS_DONE_TO = frozenset({"sink", "drive back"})
"""Verbs of force only where something is sunk or driven."""
_TAKING = frozenset({"seize", "board", "hit", "strike", "grab", "capture"})
_DESCRIBED_OBJECT = 3
_MEMBERSHIPS = frozenset({"party", "club", "faction", "caucus", "movement", "union", "association", "church"})
_ABOUT = frozenset({"about", "whether", "if", "why", "how", "what", "who", "when"})
"""Words behind "ask" where nothing is asked for."""
_QUARREL = (["over"], ["about"], ["on"])
_ARTICLES = frozenset(
    {"the", "a", "an", "north", "south", "east", "west", "northern", "southern", "eastern", "western"}
)
_WHEREABOUTS = frozenset({"in", "at", "near", "on", "for", "along", "across", "outside", "inside"})
_MOST_INNER = 4
_MEETING_STATUS: dict[str, EventStatus] = {
    "AGREE": "scheduled",
    "APPEAL": "proposed",
    "REQUEST": "proposed",
    "REJECT": "refused",
}
"""Whether a meeting comes about that is agreed to, asked for or refused."""


def acts(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read an active verb: its subject acts on its object.

    Matches: ``Kenya condemned Somalia on Monday.``
    Must not: ``Nobody condemned anything in those days.``
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

    Matches: ``The Chadian envoy was expelled by Libya.``
    Must not: ``The Chadian envoy was expected by noon.``
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


def asks_for(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a verb that takes an act: to promise, ask for, refuse or threaten something.

    Matches: ``Norway promised to send food aid to Sudan.``
    Must not: ``Norway was a promising candidate.``
    """
    line = scene.line
    next_word = line.words[group.behind : group.behind + 1]
    if next_word in _PARTICLES or (group.trigger.words == "swear" and next_word == ["in"]):  # "pushed up"
        return None
    if group.trigger.words == "ask" and not _ABOUT.isdisjoint(next_word):
        return None
    if group.trigger.words == "insist that" and _is_held_true(scene, group):
        return None
    inner, behind = _complement(scene, group, clause)
    if inner is None and group.trigger.frame == "do":
        return None
    sources = scene.sources(group, clause)
    if inner is None and act.type == "AGREE" and _shares_view(scene, group, clause, sources):
        return None
    if inner is not None and inner.type == "PROTEST" and _calls_out(group, sources):
        return drafted(asks_for, scene, group, clause, inner, sources, [])
    whole = embedded(act.type, inner, act)
    if _asks_for_harm(group, inner):
        whole = _BLAME
    elif _strikes_deal(scene, group, behind):
        whole = _DEAL
    end = clause.object_end
    if group.passive and group.trigger.words in _BOUND:  # "Ethiopia is committed to"
        group = group._replace(passive=False)
    if behind:
        scene.taken.update(range(group.behind, behind))
    if group.passive:
        draft = drafted(asks_for, scene, group, clause, whole, agent(scene.page, line, group.behind, end), sources)
    else:
        start = group.behind + (behind == group.behind + 1)  # "threatened to shell *Haifa*"
        targets = target(scene.page, line, start, end, sources, places=True, act=whole)
        draft = drafted(asks_for, scene, group, clause, whole, sources, targets)
    if inner is not None and inner.type == "CONSULT" and whole.type in _MEETING_STATUS:
        wished = group.trigger.words.split()[0] in word_set("proposing")
        return draft._replace(act=inner, status="proposed" if wished else _MEETING_STATUS[whole.type])
    return draft


def _calls_out(group: VerbGroup, sources: list[Found]) -> bool:
    """Tell whether people of no government ask others to protest: "urged *supporters* to march"."""
    if group.trigger.act is None or group.trigger.act.type != "APPEAL" or group.passive or group.negated:
        return False
    return not any(_has_power(one) and one.party.kind != "state" for one in sources if isinstance(one.party, Actor))


def _is_held_true(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether what is insisted on is how things are, and nothing wanted: "insisted that the reef *is* dry"."""
    i = scene.verbs.next(group.behind, scene.line.size, -1)
    return i >= 0 and bool(scene.line.marks[i] & FINITE) and scene.line.words[i] not in {"must", "should"}


def _strikes_deal(scene: Scene, group: VerbGroup, behind: int) -> bool:
    """Tell whether what is agreed on is a deal: "agreed *a trade pact*"."""
    deal = group.trigger.words in _AGREEING and not group.negated
    return deal and any(noun.group in _DEALS for _, noun in scene.nouns(group.behind, behind))


def _asks_for_harm(group: VerbGroup, inner: Act | None) -> bool:
    """Tell whether harm to somebody is asked for, of nobody: "called for sanctions against Chad"."""
    return inner is not None and inner.type in _HARM and group.trigger.words in _CALLING_FOR


def _has_country(found: Found) -> bool:
    """Tell whether a party is one of a country, or a body of several."""
    return not isinstance(found.party, Actor) or found.party.kind != "group" or found.party.country is not None


def _shares_view(scene: Scene, group: VerbGroup, clause: Clause, sources: list[Found]) -> bool:
    """Tell whether people who are no party only think alike: "experts agree that"."""
    words = scene.line.words[group.behind : group.behind + 1]
    return words == ["that"] and clause.start < clause.subject_end and not any(map(_has_country, sources))


def does_to(scene: Scene, group: VerbGroup, clause: Clause) -> Draft | None:
    """Read a verb that means little without its noun: to impose sanctions, to lift a ban, to launch an attack.

    Matches: ``Turkey lifted sanctions on Armenia.``
    Must not: ``Turkey lifted the trophy on Sunday.``
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
    if act.mode == "obstruct" and any(map(_has_power, sources)):
        act = _RESTRICTION
    if act.mode == "deport" and targets and _is_body(targets[0]):
        act = _EXPULSION
    if act.type in _AFFECTING and sources and group.sort == "finite":
        targets = affected(page, line, group.behind, targets)
    return drafted(does_to, scene, group, clause, act, sources, targets)


def _has_power(found: Found) -> bool:
    """Tell whether a party has the means of a state, so that what it blocks is forbidden rather than obstructed."""
    party = found.party
    return isinstance(party, Actor) and (party.kind == "state" or (party.code or "")[3:6] in {"GOV", "MIL", "COP"})


def _is_body(found: Found) -> bool:
    """Tell whether a party is a body, which is not deported but loses its access."""
    return isinstance(found.party, Actor) and found.party.kind == "organization"


def undergoes(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a verb whose subject is acted upon, by whom stands behind "from" or "by".

    Matches: ``Chad faces criticism from Kenya over the arrests.``
    Must not: ``Chad faces the sea of Kenya.``
    """
    line, page = scene.line, scene.page
    sources: list[Found] = []
    for i in range(group.behind, clause.object_end):
        if line.words[i] in {"from", "by"}:
            sources = target(page, line, i, clause.object_end, (), places=True)
            break
    targets = scene.sources(group, clause)
    return drafted(undergoes, scene, group, clause, act, sources, targets) if sources or targets else None


def _of_noun(scene: Scene, clause: Clause) -> list[Found]:
    """The parties in the phrase of a passive subject: "aid to Mali was suspended"."""
    return target(scene.page, scene.line, clause.start, clause.subject_end, (), places=True)


def act_of_class(scene: Scene, group: VerbGroup, clause: Clause) -> Act | None:
    """What a verb of a class tells of, by the noun it acts upon."""
    start, end = (clause.start, clause.subject_end) if group.passive else (group.behind, clause.object_end)
    verb, line = group.trigger.group, scene.line
    if verb == "strike" and not group.passive and not _has_object(scene, group):
        return None
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


def _complement(scene: Scene, group: VerbGroup, clause: Clause) -> tuple[Act | None, int]:
    """The act that a verb takes, and the number of the word behind its words: "to send troops", "for a truce"."""
    line = scene.line
    for inner in scene.verbs.within(group.behind, clause.object_end)[:_MOST_INNER]:
        linked = inner.sort == "infinitive" or (inner.first == group.behind and "base" in inner.trigger.forms)
        linked = linked or "that" in line.words[group.behind : inner.first] or group.trigger.words.endswith(" to")
        if linked or inner.sort == "participle":
            act = inner.trigger.act
            if act is None:
                if may_tell(scene, inner, inner.trigger.group):
                    act = act_of_class(scene, inner, scene.clause(inner))
            elif act.type in OPERATORS or act.type == "STATEMENT":
                act = act if act.type != "STATEMENT" else None
            if act is not None:
                return act, inner.behind
    for i, noun in scene.nouns(group.behind, clause.object_end):
        if noun.act is not None:
            on_occasion = _OCCASION.intersection(line.words[group.behind : i]) and noun.act.type == "CONSULT"
            return (None, 0) if on_occasion else (noun.act, i + 1)
    return None, 0
