"""Positions that are built from their parts are found again, in whatever story they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Position, read

STATES = ("Ethiopia", "Eritrea", "Kenya", "Venezuela", "Guyana", "Thailand", "Armenia", "Japan", "Brazil", "Algeria")
NOUNS = (
    "a new round of talks",
    "the release of the crew",
    "any change of the mandate",
    "a joint commission of inquiry",
    "the deployment of foreign monitors",
)
DEEDS = ("reopen the border", "free the crew", "halt the dam", "publish the report", "send monitors to the camps")
BEFORE = ("", "Rain fell on Monday. ", "Officials gave no figures.\n\n")
AFTER = ("", " Talks go on.", "\n\nMarkets were calm.")
OVER_A_NOUN = {
    "demands": ("{holder} demanded {content}.", "{holder} has called for {content}.", "{holder} is seeking {content}."),
    "opposes": ("{holder} opposes {content}.", "{holder} objected to {content}.", "{holder} was opposed to {content}."),
    "rejects": (
        "{holder} rejected {content}.",
        "{holder} again ruled out {content}.",
        "{holder} would not accept {content}.",
    ),
    "supports": (
        "{holder} backed {content}.",
        "{holder} spoke in favour of {content}.",
        "{holder}'s support for {content}.",
    ),
    "offers": ("{holder} proposed {content}.", "{holder} has put forward {content}."),
    "insists": ("{holder} insisted on {content}.",),
}
OVER_A_DEED = {
    "demands": ("{holder} urged {toward} to {deed}.", "{holder} called on {toward} on Monday to {deed}."),
    "rejects": (
        "{holder} refuses to {deed}.",
        "{holder} is not ready to {deed}.",
        "{holder} has refused so far to {deed}.",
    ),
    "offers": ("{holder} offered to {deed}.", "{holder} is willing to {deed}.", "{holder} has pledged to {deed}."),
}

pairs = st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)


def found(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (one.holder.name, one.stance, one.content.text, one.toward.name if one.toward else None)
        for one in read(text, only={Position}).of(Position)
        if one.holder and one.content
    ]


@given(st.sampled_from(sorted(OVER_A_NOUN)), st.data(), pairs, st.sampled_from(NOUNS))
def test_a_position_over_a_thing_is_recovered(
    stance: str, data: st.DataObject, states: list[str], content: str
) -> None:
    sentence = data.draw(st.sampled_from(OVER_A_NOUN[stance]))
    before, after = data.draw(st.sampled_from(BEFORE)), data.draw(st.sampled_from(AFTER))
    for holder in states:
        text = before + sentence.format(holder=holder, content=content) + after
        assert found(text) == [(holder, stance, content, None)]


@given(st.sampled_from(sorted(OVER_A_DEED)), st.data(), pairs, st.sampled_from(DEEDS))
def test_a_position_over_a_deed_is_recovered_with_whom_it_is_put_to(
    stance: str, data: st.DataObject, states: list[str], deed: str
) -> None:
    sentence = data.draw(st.sampled_from(OVER_A_DEED[stance]))
    before, after = data.draw(st.sampled_from(BEFORE)), data.draw(st.sampled_from(AFTER))
    for holder, other in (states, states[::-1]):
        text = before + sentence.format(holder=holder, toward=other, deed=deed) + after
        toward = other if "{toward}" in sentence else None
        assert found(text) == [(holder, stance, f"to {deed}", toward)]


@given(pairs, st.sampled_from(NOUNS))
def test_what_is_denied_is_turned_or_no_position(states: list[str], content: str) -> None:
    holder = states[0]
    assert found(f"{holder} does not support {content}.") == [(holder, "opposes", content, None)]
    assert found(f"{holder} did not oppose {content}.") == []
