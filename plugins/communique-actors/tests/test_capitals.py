"""A capital stands for its state whatever stands between it and its verb, and is a place behind "in"."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Actor, read

CAPITALS = {
    "Nairobi": "KEN", "Harare": "ZWE", "Lusaka": "ZMB", "Kigali": "RWA", "Hanoi": "VNM", "Tallinn": "EST",
    "Caracas": "VEN", "Baku": "AZE", "Ankara": "TUR", "Tehran": "IRN",
}  # fmt: skip
BETWEEN = ("", " on Friday", " repeatedly", " also", ", for its part,", ", in turn,", " last week", ", which")
VERBS = ("rejected the plan", "accused its neighbour of lying", "demanded a pause", "laid claim to the ridge")

several = st.lists(st.sampled_from(sorted(CAPITALS)), min_size=2, max_size=3, unique=True)


def states(text: str) -> set[str | None]:
    return {actor.country for actor in read(text, only={Actor}).of(Actor) if actor.kind == "state"}


def listed(capitals: list[str]) -> str:
    return ", ".join(capitals[:-1]) + f" and {capitals[-1]}"


@given(st.sampled_from(sorted(CAPITALS)), st.sampled_from(BETWEEN), st.sampled_from(VERBS))
def test_one_capital(capital: str, between: str, does: str) -> None:
    assert states(f"{capital}{between} {does}.") == {CAPITALS[capital]}


@given(several, st.sampled_from(VERBS))
def test_joined_capitals(capitals: list[str], does: str) -> None:
    assert states(f"{listed(capitals)} {does}.") == {CAPITALS[one] for one in capitals}


@given(several)
def test_joined_places(capitals: list[str]) -> None:
    assert states(f"Shops in {listed(capitals)} were shut.") == set()
