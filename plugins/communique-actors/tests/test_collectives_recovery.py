"""Collectives without a name, built into sentences and found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Actor, read

_NOUNS = ("gunmen", "villagers", "truck drivers", "judges", "asylum seekers", "aid workers", "students", "lawmakers")
_FRAMES = ("Late on Monday the {} marched to the gate.", "The militia released {}.", "Dozens of {} were detained.")
_ASIDE = ("A novel about {} won.", "The rights of {} matter.")


@given(st.sampled_from(_NOUNS), st.sampled_from(_FRAMES))
def test_those_who_act_or_are_acted_upon_are_found(noun: str, frame: str) -> None:
    """The group is an actor, with its exact words."""
    text = frame.format(noun)
    spans = [actor.span.text for actor in read(text).of(Actor) if actor.kind == "group"]
    assert noun in spans


@given(st.sampled_from(_NOUNS), st.sampled_from(_ASIDE))
def test_those_who_are_only_spoken_of_are_none(noun: str, frame: str) -> None:
    """What a book is about does nothing."""
    assert not [actor for actor in read(frame.format(noun)).of(Actor) if actor.kind == "group"]
