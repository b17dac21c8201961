"""Which of what is told counts: an event needs a party, and but for force one of public standing."""

from __future__ import annotations

from communique import Actor, Place
from communique_events.drafts import Draft
from communique_events.standing import Standing

OF_FORCE = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types of acts that matter whoever they are done by or to."""
_PRIVATE_MATTERS = frozenset({"CONSULT", "RETREAT", "COOPERATE", "SUPPORT", "AID", "COERCE"})
"""Types of acts that a private person may do in a place without doing anything to it: "returned to Oslo"."""


def is_news(draft: Draft, standing: Standing) -> bool:
    """Tell whether what is told is done by somebody or to somebody who counts.

    An act needs a party; all but the use of force need one of public standing, and a statement must be its own: many
    people say many things.
    """
    kind = draft.act.type
    if kind == "STATEMENT":
        return any(isinstance(one.party, Actor) and standing[one.party] for one in draft.sources)
    if draft.by_thing and kind not in OF_FORCE and not draft.is_meeting:
        return False
    if draft.act.mode == "visit" and not draft.sources and all(isinstance(one.party, Place) for one in draft.targets):
        return False
    if kind == "AGREE" and not draft.sources and draft.passive:  # "his return is not guaranteed"
        return False
    if kind in OF_FORCE:
        return bool(draft.sources or draft.targets)
    if any(standing[one.party] for one in draft.sources):
        return True
    places = not draft.sources or kind not in _PRIVATE_MATTERS
    return any(standing[one.party] for one in draft.targets if places or isinstance(one.party, Actor))
