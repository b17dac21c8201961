"""Events that were put into a sentence are read out of it: type, roles, status."""

from __future__ import annotations

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import Event, read

STATES = ("Norway", "Kenya", "Peru", "Iraq", "Poland", "Vietnam", "Egypt", "Japan")


@frozen
class Verb:
    """A verb with its forms and the type of what it tells of."""

    base: str
    past: str
    participle: str
    type: str


VERBS = (
    Verb("condemn", "condemned", "condemned", "ACCUSE"),
    Verb("praise", "praised", "praised", "SUPPORT"),
    Verb("attack", "attacked", "attacked", "ASSAULT"),
    Verb("invade", "invaded", "invaded", "ASSAULT"),
    Verb("blame", "blamed", "blamed", "ACCUSE"),
    Verb("assist", "assisted", "assisted", "AID"),
    Verb("sanction", "sanctioned", "sanctioned", "SANCTION"),
)


@frozen
class Plan:
    """Who does what to whom, and how it is told."""

    verb: Verb
    source: str
    target: str

    @property
    def active(self) -> str:
        """Told of the one who acts."""
        return f"{self.source} {self.verb.past} {self.target}."

    @property
    def passive(self) -> str:
        """Told of the one who is acted upon."""
        return f"{self.target} was {self.verb.participle} by {self.source}."


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Build a plan of two different states."""
    source, target = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True))
    return Plan(draw(st.sampled_from(VERBS)), source, target)


def told(text: str) -> list[tuple[str, list[str], list[str], str]]:
    """Type, sources, targets and status of the events of a text."""
    return [
        (event.type, [one.name for one in event.sources], [one.name for one in event.targets], event.status)
        for event in read(text, only={Event}).of(Event)
    ]


@given(plans())
def test_active_and_passive_are_one(plan: Plan) -> None:
    expected = [(plan.verb.type, [plan.source], [plan.target], "occurred")]
    assert told(plan.active) == expected
    assert told(plan.passive) == expected


@given(plans())
def test_swapping_the_parties_swaps_the_roles(plan: Plan) -> None:
    swapped = Plan(plan.verb, plan.target, plan.source)
    assert told(swapped.active) == [(plan.verb.type, [plan.target], [plan.source], "occurred")]


@given(plans())
def test_negation_tense_and_modality_set_the_status(plan: Plan) -> None:
    verb, source, target = plan.verb, plan.source, plan.target
    for words, status in (
        (f"did not {verb.base}", "denied"),
        (f"has not {verb.participle}", "denied"),
        (f"will {verb.base}", "scheduled"),
        (f"will not {verb.base}", "refused"),
        (f"may {verb.base}", "hypothetical"),
        (f"has {verb.participle}", "occurred"),
    ):
        assert told(f"{source} {words} {target}.") == [(verb.type, [source], [target], status)]


@given(plans(), st.sampled_from(("if", "unless")))
def test_what_is_a_condition_has_not_happened(plan: Plan, opener: str) -> None:
    acted = (plan.verb.type, [plan.source], [plan.target])
    assert (*acted, "hypothetical") in told(f"Chad will step in {opener} {plan.active}")
    assert (*acted, "occurred") in told(f"Chad stepped in because {plan.active}")


@given(plans(), st.sampled_from(("denied that it had", "denied reports that it had", "denies that it has")))
def test_what_is_denied_is_told_as_denied(plan: Plan, denial: str) -> None:
    told_of = told(f"{plan.source} {denial} {plan.verb.participle} {plan.target}.")
    assert (plan.verb.type, [plan.source], [plan.target], "denied") in told_of


@given(plans())
def test_a_meeting_has_no_direction(plan: Plan) -> None:
    one = read(f"{plan.source} held talks with {plan.target}.", only={Event}).of(Event)
    other = read(f"{plan.target} held talks with {plan.source}.", only={Event}).of(Event)
    assert {party.name for party in one[0].participants} == {party.name for party in other[0].participants}
    assert {party.name for party in one[0].participants} == {plan.source, plan.target}


@given(
    st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True),
    st.sampled_from(("signed a fisheries pact", "restored diplomatic ties", "failed to reach an agreement")),
)
def test_sides_face_each_other(sides: list[str], deed: str) -> None:
    (event,) = read(f"{sides[0]} and {sides[1]} {deed}.", only={Event}).of(Event)
    assert [[party.name for party in side] for side in (event.sources, event.targets)] == [[sides[0]], [sides[1]]]
    assert [party.name for party in event.participants] == sides


@given(plans(), st.sampled_from((" (NBU)", ", the NBU-K said,", " on Thursday", ", a Brenn-Tarvik ally,")))
def test_what_is_put_in_changes_nothing(plan: Plan, inserted: str) -> None:
    expected = (plan.verb.type, [plan.source], [plan.target], "occurred")
    assert expected in told(f"{plan.source}{inserted} {plan.verb.past} {plan.target}.")


@given(
    st.sampled_from(("killed", "wounded", "kidnapped", "jailed", "criticised")),
    st.sampled_from(("in Lima", "by gunmen", "during the unrest")),
    st.sampled_from(("Kenyan traders", "Peruvian miners", "Polish students")),
)
def test_a_participle_makes_nobody_the_one_who_acts(verb: str, where: str, people: str) -> None:
    for _, sources, _, _ in told(f"Two {people} {verb} {where} were named on Monday."):
        assert people not in sources
