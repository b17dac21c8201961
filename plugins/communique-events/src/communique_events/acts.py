"""Rules for verbs: who does what to whom."""

from __future__ import annotations

from collections.abc import Callable

from communique.kinds import EventStatus
from communique_events.clauses import Clause
from communique_events.coding import HOSTILE, embedded, folded, pair
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.parties import Found, agent, stretch, target
from communique_events.scene import Scene
from communique_events.status import status_of
from communique_events.words import Act, Trigger, word_set

_OPERATORS = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "APPEAL"})
_OCCASION = frozenset({"at", "during", "after", "following"})
_OF_STATES = frozenset({"COERCE", "SANCTION"})
"""Acts for which nobody but the state of the place has the means."""
_PLACE_REACH = 5
_TWO = 2
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
    places = act.type != "CONSULT" or act.mode == "visit"
    start = group.behind
    if group.trigger.frame == "two" and act.mode is None:  # "discussed the matter with X"
        start = next((i for i in range(start, clause.object_end) if scene.line.words[i] == "with"), clause.object_end)
    targets = target(scene.page, scene.line, start, clause.object_end, sources, places=places)
    return _draft(acts, scene, group, clause, act, sources, targets)


def suffers(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a passive verb: its subject is acted upon, by whom stands behind "by".

    Matches: ``The Chadian envoy was expelled by Libya.``
    Must not: ``The Chadian envoy was expected by noon.``
    """
    patients = scene.sources(group, clause)
    sources = agent(scene.page, scene.line, group.behind, clause.object_end)
    if not sources and patients and act.type in _OF_STATES:
        sources = _where_held(scene, group, clause)
    return _draft(suffers, scene, group, clause, act, sources, patients)


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
    inner, behind = _complement(scene, group, clause)
    sources = scene.sources(group, clause)
    if inner is None and group.trigger.frame == "do":
        return None
    whole = embedded(act.type, inner, act)
    end = clause.object_end
    if behind:
        scene.taken.update(range(group.behind, behind))
    if group.passive:
        draft = _draft(asks_for, scene, group, clause, whole, agent(scene.page, line, group.behind, end), sources)
    else:
        targets = target(scene.page, line, group.behind, end, sources, places=True)
        draft = _draft(asks_for, scene, group, clause, whole, sources, targets)
    if inner is not None and inner.type == "CONSULT" and whole.type in _MEETING_STATUS:
        wished = group.trigger.words.split()[0] in word_set("proposing")
        return draft._replace(act=inner, status="proposed" if wished else _MEETING_STATUS[whole.type])
    return draft


def does_to(scene: Scene, group: VerbGroup, clause: Clause) -> Draft | None:
    """Read a verb that means little without its noun: to impose sanctions, to lift a ban, to launch an attack.

    Matches: ``Turkey lifted sanctions on Armenia.``
    Must not: ``Turkey lifted the trophy on Sunday.``
    """
    line, page = scene.line, scene.page
    act = act_of_class(scene, group, clause)
    if act is None:
        return None
    if group.passive:
        return _draft(
            does_to,
            scene,
            group,
            clause,
            act,
            agent(page, line, group.behind, clause.object_end),
            _of_noun(scene, clause),
        )
    sources = scene.sources(group, clause)
    places = act.type != "CONSULT" or act.mode == "visit"
    targets = target(page, line, group.behind, clause.object_end, sources, places=places)
    return _draft(does_to, scene, group, clause, act, sources, targets)


def _of_noun(scene: Scene, clause: Clause) -> list[Found]:
    """The parties in the phrase of a passive subject: "aid to Mali was suspended"."""
    return target(scene.page, scene.line, clause.start, clause.subject_end, (), places=True)


def act_of_class(scene: Scene, group: VerbGroup, clause: Clause) -> Act | None:
    """What a verb of a class tells of, by the noun it acts upon."""
    start, end = (clause.start, clause.subject_end) if group.passive else (group.behind, clause.object_end)
    verb, line = group.trigger.group, scene.line
    if verb == "strike" and not group.passive and not _has_object(scene, group):
        return None
    found = list(scene.nouns(start, end))
    if verb == "do" and not found and not group.passive:
        found = list(scene.nouns(clause.start, clause.subject_end))
    if verb == "give":
        found.sort(key=_is_no_peacekeeper)
    for i, noun in found:
        act = pair(verb, noun.group, noun.act)
        if act is not None:
            scene.taken.add(i)
            return act
    if verb == "release" and (group.passive or (start < end and line.words[start] not in word_set("prepositions"))):
        return pair("release", "prisoners", None)
    return pair(verb, "*", None)


def _has_object(scene: Scene, group: VerbGroup) -> bool:
    line, i = scene.line, group.behind
    return i < len(line) and not line.gaps[i] and line.words[i] not in word_set("prepositions") | word_set("adverbs")


def _is_no_peacekeeper(found: tuple[int, Trigger]) -> bool:
    return found[1].group != "peacekeepers"


def says(scene: Scene, group: VerbGroup, clause: Clause, act: Act) -> Draft | None:
    """Read a statement that tells of no other event.

    Matches: ``Chile said the harvest was good.``
    Must not: ``Chile said it would send troops to Haiti.``
    """
    return _draft(says, scene, group, clause, act, scene.sources(group, clause), [])


def _complement(scene: Scene, group: VerbGroup, clause: Clause) -> tuple[Act | None, int]:
    """The act that a verb takes, and the number of the word behind its words: "to send troops", "for a truce"."""
    line = scene.line
    for inner in scene.verbs.within(group.behind, clause.object_end)[:_MOST_INNER]:
        linked = inner.sort == "infinitive" or (inner.first == group.behind and "base" in inner.trigger.forms)
        linked = linked or "that" in line.words[group.behind : inner.first] or group.trigger.words.endswith(" to")
        if linked or inner.sort == "participle":
            act = inner.trigger.act
            if act is None:
                act = act_of_class(scene, inner, scene.clause(inner))
            elif act.type in _OPERATORS or act.type == "STATEMENT":
                act = act if act.type != "STATEMENT" else None
            if act is not None:
                return act, inner.behind
    for i, noun in scene.nouns(group.behind, clause.object_end):
        if noun.act is not None:
            on_occasion = _OCCASION.intersection(line.words[group.behind : i]) and noun.act.type == "CONSULT"
            return (None, 0) if on_occasion else (noun.act, i + 1)
    return None, 0


def _draft(
    rule: Callable[..., object],
    scene: Scene,
    group: VerbGroup,
    clause: Clause,
    act: Act,
    sources: list[Found],
    targets: list[Found],
) -> Draft:
    line = scene.line
    if group.modal == "must" and clause.opener in {"said", "that"} and group.sort == "finite" and not group.passive:
        asking = scene.outer(clause.start - 1)
        if asking and sources and asking[0].party not in {one.party for one in sources}:
            act = folded(act, "must", negated=group.negated)
            sources, targets, group = asking, sources, group._replace(modal="", negated=False)
    sources = [_by_name(scene, one) for one in sources]
    counted = folded(act, group.modal, negated=group.negated)
    first = min([line.starts[group.first], *(one.start for one in sources if one.start >= line.start)])
    last = line.ends[max(min(clause.object_end, len(line)) - 1, group.behind - 1)]
    return Draft(
        rule,
        line.number,
        act,
        counted,
        status_of(group, reported=clause.opener in {"said", "that"}),
        tuple(sources),
        tuple(one for one in targets if one.party not in {source.party for source in sources}),
        ((line.starts[group.word], line.ends[group.behind - 1]),),
        (first, last),
        clause.opener in word_set("asides")
        or (clause.opener == "that" and clause.start == clause.subject_end)
        or group.sort in {"participle", "reduced"},
        finite=group.sort == "finite",
        bare=group.sort == "finite" and not group.passive and clause.start < clause.subject_end,
    )


def _by_name(scene: Scene, found: Found) -> Found:
    """The name before a pronoun in its sentence, where there is one: the clause then reaches back to it."""
    if scene.page.folded[found.start : found.end].lower() not in word_set("personal") | word_set("owners"):
        return found
    named = [one for one in stretch(scene.page, scene.line.start, found.start) if one.party is found.party]
    return named[-1] if named else found


def drafts_of(scene: Scene) -> list[Draft]:
    """The events that the verbs of a sentence tell of: those of its main clauses, else of others, else what is said."""
    main: list[Draft] = []
    asides: list[Draft] = []
    statements: list[Draft] = []
    for group in scene.verbs.groups:
        if group.word in scene.taken:
            continue
        draft = _read(scene, group)
        if draft is None:
            continue
        scene.taken.update(range(group.word, group.behind))
        if draft.act.type == "STATEMENT":
            statements.append(draft)
        elif draft.aside or group.sort == "infinitive":
            asides.append(draft)
        else:
            main.append(draft)
    main = [_with_own_parties(scene, draft) for draft in main]
    told = [draft for draft in main if draft.sources or draft.targets] or [draft for draft in main if draft.bare]
    told += [draft for draft in asides if draft.is_meeting and draft.sources and draft.targets]
    return (
        told
        or [draft for draft in asides if draft.sources and draft.targets]
        or [draft for draft in asides if draft.sources and draft.finite and draft.act.type in HOSTILE]
        or [draft for draft in statements if draft.sources and not draft.aside][:1]
    )


def _with_own_parties(scene: Scene, draft: Draft) -> Draft:
    """A meeting spoken of by a verb and a noun, with the parties that the noun names ("talks between X and Y")."""
    first, last = draft.reach
    for i, parties in scene.parties_of.items():
        if draft.is_meeting and i in scene.taken and first <= scene.line.starts[i] < last:
            if draft.act.mode == "third-party":
                return draft._replace(targets=parties)
            return draft._replace(sources=parties, targets=())
    return draft


def _read(scene: Scene, group: VerbGroup) -> Draft | None:
    """What one verb tells of: with its noun if it has one, else by itself."""
    clause = scene.clause(group)
    triggers = [trigger for trigger, behind in scene.line.verbs[group.word] if behind == group.behind]
    for trigger in sorted(triggers, key=_tells_alone):
        draft = _meant(scene, group._replace(trigger=trigger), clause)
        if draft is not None:
            return draft
    return None


def _tells_alone(trigger: Trigger) -> int:
    """How much a meaning tells by itself: those that need a noun or an act are tried first, statements last."""
    if trigger.act is None:
        return 0
    return 1 if trigger.frame == "do" else 3 if trigger.act.type == "STATEMENT" else 2


def _meant(scene: Scene, group: VerbGroup, clause: Clause) -> Draft | None:
    act = group.trigger.act
    if act is None:
        return does_to(scene, group, clause)
    if act.type == "STATEMENT":
        return says(scene, group, clause, act)
    if act.type in _OPERATORS and group.trigger.frame in {"to", "that", "do", ""}:
        return asks_for(scene, group, clause, act)
    if act.type == "ASSAULT" and not word_set("disasters").isdisjoint(scene.line.words):
        return None
    draft = (suffers if group.passive else acts)(scene, group, clause, act)
    if group.trigger.frame == "two" and draft is not None and len(draft.sources) + len(draft.targets) < _TWO:
        return None
    return draft
