"""Which of what is told counts: an event needs a party, and but for force one of public standing."""

from __future__ import annotations

from communique import Actor, Place
from communique_events.drafts import Draft
from communique_events.standing import Standing
from communique_events.words import word_set

OF_FORCE = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types of acts that matter whoever they are done by or to."""
_OF_WAR = frozenset({"heavy-weapons", "aerial", "drone", "unconventional", "suicide-attack"})
"""Modes of force that are war whoever is struck: "men died in shelling"."""
_PRIVATE_MATTERS = frozenset({"CONSULT", "RETREAT", "COOPERATE", "SUPPORT", "AID", "COERCE"})
"""Types of acts that a private person may do in a place without doing anything to it: "returned to Oslo"."""


def is_news(draft: Draft, standing: Standing) -> bool:
    """Tell whether what is told is done by somebody or to somebody who counts.

    An act needs a party; all but the use of force need one of public standing, and a statement must be its own: many
    people say many things.
    """
    kind = draft.act.type
    if kind == "STATEMENT":
        heard = draft.sources or draft.targets  # whose words they are, or of whom a report speaks
        return any((draft.targets or isinstance(one.party, Actor)) and standing[one.party] for one in heard)
    if draft.by_thing and kind not in OF_FORCE and not draft.is_meeting:
        return False
    if draft.act.mode == "visit" and not draft.sources and all(isinstance(one.party, Place) for one in draft.targets):
        return False
    if kind == "SUPPORT" and not (draft.sources or draft.passive or _is_done_to_actor(draft)):  # "celebrated in Nice"
        return False
    if kind == "AGREE" and not draft.sources and draft.passive:  # "his return is not guaranteed"
        return False
    if kind in OF_FORCE:
        by_weapons = kind == "ASSAULT" and draft.act.mode in _OF_WAR and bool(draft.targets)
        return bool(draft.sources) or by_weapons or any(_is_known(one.party) for one in draft.targets)
    if any(standing[one.party] for one in draft.sources):
        return True
    places = not draft.sources or kind not in _PRIVATE_MATTERS
    return any(standing[one.party] for one in draft.targets if places or isinstance(one.party, Actor))


def _is_done_to_actor(draft: Draft) -> bool:
    return any(isinstance(one.party, Actor) for one in draft.targets)


def _is_known(party: Actor | Place) -> bool:
    """Tell whether it is known who or of where a party is: "Kenyan soldiers", "protesters", but not "several men"."""
    if isinstance(party, Place) or party.kind != "group" or party.country is not None:
        return True
    words = party.name.split()
    if any(word[0].isupper() for word in words[1:]):  # "Polisario Front fighters"
        return True
    return not word_set("struck_groups").isdisjoint(party.name.lower().split())
