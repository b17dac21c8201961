"""Rules for verbs of saying: what is only said, and what somebody says that another must do."""

from __future__ import annotations

from communique_events.clauses import Clause
from communique_events.drafting import drafted
from communique_events.drafts import Draft
from communique_events.groups import VerbGroup
from communique_events.parties import Found, subject
from communique_events.scene import Scene
from communique_events.words import Act

_STATEMENT = Act("STATEMENT", None, "010")
_DEMAND = Act("REQUEST", None, "100")
_SPEAKING_OF = frozenset({"on", "about", "into", "for"})
_SPOKEN_REACH = 20


def says(scene: Scene, group: VerbGroup, clause: Clause) -> Draft:
    """Read a statement that tells of no other event.

    Matches: ``Chile said the harvest was good.``
    Must not: ``Chile said it would send troops to Haiti.``
    """
    sources = [one for one in scene.sources(group, clause) if not _is_spoken_of(scene, clause, one)]
    obliged = obliges(scene, group, sources) if sources else None
    act = group.trigger.act or _STATEMENT
    return obliged or drafted(says, scene, group, clause, act, sources, [])


def _is_spoken_of(scene: Scene, clause: Clause, one: Found) -> bool:
    """Tell whether a party is only what the subject speaks of: "a report *on Iraq* says"."""
    start = scene.line.position(clause.start)
    before = scene.page.folded[max(start, one.start - _SPOKEN_REACH) : one.start].lower().split()
    return any(word in _SPEAKING_OF for word in before[-2:])


def obliges(scene: Scene, group: VerbGroup, sources: list[Found]) -> Draft | None:
    """Read what somebody says that another must do.

    Matches: ``Chad said Kenya must pay the fine.``
    Must not: ``Chad said it must think of its own people.``
    """
    line = scene.line
    i = next((i for i in range(group.behind, line.size) if line.printed[i] == "must" and scene.verbs.finite[i]), -1)
    if i < 0:
        return None
    start, _ = scene.verbs.start_of(i)
    if start < group.behind:
        return None
    targets = subject(scene.page, line, Clause(start, i, i, ""))
    known = {one.party for one in sources}
    if not targets or any(one.party in known for one in targets):
        return None
    clause = scene.clause(group)._replace(object_end=i + 1)
    return drafted(obliges, scene, group, clause, _DEMAND, sources, targets)
