"""Sanctions that are built from their parts are found again, in whatever story they stand."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from communique import read
from communique_sanctions import Sanction

STATES = (
    "Ethiopia", "Eritrea", "Kenya", "Somalia", "Venezuela", "Guyana", "Peru", "Ecuador", "Thailand", "Cambodia",
    "Armenia", "Azerbaijan", "Japan", "Indonesia", "Sudan",
)  # fmt: skip
MEASURES = {
    "sanctions": "sanctions",
    "an arms embargo": "arms-embargo",
    "a trade embargo": "embargo",
    "new financial sanctions": "sanctions",
    "visa bans": "travel-ban",
    "an asset freeze": "asset-freeze",
    "secondary sanctions": "secondary-sanctions",
    "export controls": "export-controls",
}
ACTS = {
    ("impose", "imposed"): "impose",
    ("tighten", "tightened"): "tighten",
    ("extend", "extended"): "extend",
    ("renew", "renewed"): "extend",
    ("ease", "eased"): "ease",
    ("suspend", "suspended"): "ease",
    ("lift", "lifted"): "lift",
}
STATUSES = {
    "{maker} {past} {measure} on {target}": "occurred",
    "{maker} has {past} {measure} on {target}": "occurred",
    "{maker} will {base} {measure} on {target}": "scheduled",
    "{maker} agreed to {base} {measure} on {target}": "scheduled",
    "{maker} threatened to {base} {measure} on {target}": "threatened",
    "{maker} may {base} {measure} on {target}": "proposed",
    "Norway urged {maker} to {base} {measure} on {target}": "proposed",
    "{maker} refused to {base} {measure} on {target}": "refused",
    "{maker} did not {base} {measure} on {target}": "denied",
    "If {maker} {base}s {measure} on {target}, traders will leave": "hypothetical",
}
NEGATED = {
    "{maker} {past} {measure} on {target}": "{maker} has not {past} {measure} on {target}",
    "{maker} will {base} {measure} on {target}": "{maker} will not {base} {measure} on {target}",
    "{measure} on {target} were {past} by {maker}": "{measure} on {target} were not {past} by {maker}",
    "{measure} on {target} will be {past} by {maker}": "{measure} on {target} will not be {past} by {maker}",
}
REASONS = ("", " over the seizure of a ferry", " for arming rebels", " in response to the shelling of a port")
BEFORE = ("", "Rain fell on Monday. ", "Officials gave no figures.\n\n")
AFTER = ("", " Talks go on.", "\n\nMarkets were calm.")

acts = st.sampled_from(sorted(ACTS))
measures = st.sampled_from(sorted(MEASURES))
firsts = st.integers(0, len(STATES) - 1)
apart = st.integers(1, len(STATES) // 4)
pairs = st.tuples(firsts, apart).map(lambda at: [STATES[at[0]], STATES[(at[0] + at[1]) % len(STATES)]])
fours = st.tuples(firsts, apart).map(lambda at: [STATES[(at[0] + k * at[1]) % len(STATES)] for k in range(4)])

Told = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str | None]


def sentence(form: str, act: tuple[str, str], measure: str, maker: str, target: str) -> str:
    """A sentence of that form, without its stop."""
    text = form.format(maker=maker, target=target, measure=measure, base=act[0], past=act[1])
    return text[0].upper() + text[1:]


def found(text: str) -> list[Told]:
    """What is found in a text, as plain values."""
    return [
        (
            one.act,
            one.status,
            tuple(maker.name for maker in one.makers),
            tuple(target.name for target in one.targets),
            one.measures,
            one.reason.text if one.reason is not None else None,
        )
        for one in read(text, only={Sanction}).of(Sanction)
    ]


@given(
    st.sampled_from(sorted(STATUSES)),
    acts,
    measures,
    pairs,
    st.sampled_from(REASONS),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
)
def test_a_sanction_is_recovered_and_swaps_with_its_parties(
    form: str, act: tuple[str, str], measure: str, parties: list[str], reason: str, before: str, after: str
) -> None:
    """Act, status, maker, target, measure and reason come back, and swap when the parties do."""
    reason = "" if form.startswith("If ") else reason
    for maker, target in (parties, parties[::-1]):
        text = f"{before}{sentence(form, act, measure, maker, target)}{reason}.{after}"
        wanted = (ACTS[act], STATUSES[form], (maker,), (target,), (MEASURES[measure],), reason.strip() or None)
        assert found(text) == [wanted]


@given(acts, measures, pairs)
def test_passive_and_active_tell_the_same(act: tuple[str, str], measure: str, parties: list[str]) -> None:
    """Who does it to whom does not depend on the voice."""
    active = sentence("{maker} {past} {measure} on {target}", act, measure, *parties)
    passive = sentence("{measure} on {target} were {past} by {maker}", act, measure, *parties)
    assert found(active + ".") == found(passive + ".") != []


@given(st.sampled_from(sorted(NEGATED)), acts, measures, pairs)
def test_negation_flips_the_status(form: str, act: tuple[str, str], measure: str, parties: list[str]) -> None:
    """What is told becomes denied, and what is to come refused; nothing else changes."""
    (told,) = found(sentence(form, act, measure, *parties) + ".")
    (negated,) = found(sentence(NEGATED[form], act, measure, *parties) + ".")
    assert negated[1] == {"occurred": "denied", "scheduled": "refused"}[told[1]]
    assert (negated[0], *negated[2:]) == (told[0], *told[2:])


@given(measures, fours)
def test_lists_of_makers_and_targets_are_whole(measure: str, states: list[str]) -> None:
    """Everybody who is listed is found, on either side."""
    first, second, third, fourth = states
    (told,) = found(f"{first} and {second} imposed {measure} on {third} and {fourth}.")
    assert told[2:4] == ((first, second), (third, fourth))


WORDS = re.findall(
    r"\S+",
    """
    sanctions embargo asset freeze blacklist sanctioned designated froze assets barred from entering terrorist under
    imposed lifted lift expired remain face risk threat of lifting with on against by to not will be if and or but who
    the , . ; " ( ) - Kenya EU U.S. Peru's 12 officials they accused over for Monday said warned refused agreed
    """,
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_are_read(text: str) -> None:
    """Nothing raises, and every span is exact and inside that of its finding."""
    for one in read(text, only={Sanction}).of(Sanction):
        assert text[one.span.start : one.span.end] == one.span.text
        parts = (one.target_span, one.measure_span, one.reason, *one.evidence.cues)
        assert all(one.span.contains(part) for part in parts if part is not None)
