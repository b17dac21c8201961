"""Names that no list has, built into sentences and found again where only a party can stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Actor, read

_NAMES = st.sampled_from(("Tarvane", "Brennholt", "Orlovan", "Kestrum", "TWK", "Sovarin"))
_ACTS = ("{} has agreed to pay.", "Late on Monday {} sued the dealer.", "The board said {} had refused to sign.")
_DEALT_WITH = (
    "A court convicted {} of fraud.",
    "The mayor signed a deal with {}.",
    "The weekly newspaper {} was shut.",
)
_ONLY_NAMED = ("Shares of {} fell.", "They flew over {} at noon.", "The price of {} rose.")


@given(_NAMES, st.sampled_from(_ACTS + _DEALT_WITH))
def test_a_party_is_found_with_its_words(name: str, frame: str) -> None:
    assert name in [actor.span.text for actor in read(frame.format(name)).of(Actor)]


@given(_NAMES, st.sampled_from(_ONLY_NAMED))
def test_what_is_only_named_is_none(name: str, frame: str) -> None:
    assert name not in [actor.name for actor in read(frame.format(name)).of(Actor)]
