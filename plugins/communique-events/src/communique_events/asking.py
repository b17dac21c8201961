"""The rule for verbs that take another act: what is promised, asked for, refused or threatened."""

from __future__ import annotations

from communique import Actor
from communique.kinds import EventStatus
from communique_events.classes import act_of_class, may_tell
from communique_events.clauses import Clause
from communique_events.coding import embedded
from communique_events.drafting import drafted
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.marks import FINITE
from communique_events.parties import Found, agent, has_power, target
from communique_events.scene import Scene
from communique_events.words import Act, word_set

OPERATORS = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "APPEAL"})
"""Types of acts whose verbs take another act."""
_OCCASION = frozenset({"at", "during", "after", "following"})
_HARM = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_CALLING_FOR = frozenset({"call for", "press for", "push for", "lobby for", "seek", "advocate", "plead for"})
_AGREEING = frozenset({"agree", "agree on", "agree to"})
_DEALS = frozenset({"agreement", "trade", "exercise", "drill"})
_DEAL = Act("SUPPORT", None, "057")
_BLAME = Act("ACCUSE", "disapprove", "111")
_BOUND = frozenset({"commit to", "determine to", "prepare to", "resolve to"})
_PARTICLES = (["up"], ["down"], ["back"], ["off"], ["out"], ["aside"])
_ABOUT = frozenset({"about", "whether", "if", "why", "how", "what", "who", "when"})
"""Words behind "ask" where nothing is asked for."""
_MOST_INNER = 4
_MEETING_STATUS: dict[str, EventStatus] = {
    "AGREE": "scheduled",
    "APPEAL": "proposed",
    "REQUEST": "proposed",
    "REJECT": "refused",
}
"""Whether a meeting comes about that is agreed to, asked for or refused."""


def asks_for(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a verb that takes an act: to promise, ask for, refuse or threaten something.

    Matches ``Norway promised to send food aid to Sudan.``; not ``Norway was a promising candidate.``
    """
    line = scene.line
    if _asks_nothing(scene, group):
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
    return not any(has_power(one) and one.party.kind != "state" for one in sources if isinstance(one.party, Actor))


def _asks_nothing(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether nothing is asked for: "pushed *up* prices", "sworn *in*", "asked *whether*", "insisted it *is*"."""
    next_word = scene.line.words[group.behind : group.behind + 1]
    if next_word in _PARTICLES or (group.trigger.words == "swear" and next_word == ["in"]):
        return True
    if group.trigger.words == "ask" and not _ABOUT.isdisjoint(next_word):
        return True
    return group.trigger.frame == "wish" and _is_held_true(scene, group)


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
