"""Meetings that were put into a sentence are read out of it: who meets, where, when, and whether it comes about."""

from __future__ import annotations

from datetime import date

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import Event, read

PARTIES = ("Norway", "Kenya", "Peru", "Iraq", "Poland", "Vietnam", "Egypt", "Japan")
CITIES = ("Geneva", "Tashkent", "Montevideo", "Kampala", "Doha", "Lisbon")
PUBLISHED = date(2024, 5, 16)
PAST = {"on Monday": "2024-05-13", "on May 3": "2024-05-03", "last month": "2024-04", "in 2019": "2019"}
FUTURE = {"on Monday": "2024-05-20", "on May 27": "2024-05-27", "next month": "2024-06"}
OCCURRED = (
    "{one} met {other} in {city} {day}.",
    "{one} held talks with {other} in {city} {day}.",
    "{one} and {other} met in {city} {day}.",
    "Talks between {one} and {other} took place in {city} {day}.",
    "In {city} {day}, {one} sat down with {other}.",
    "{one}'s meeting with {other} in {city} {day} was frank.",
    "The leaders of {one} and {other} held a summit in {city} {day}.",
    "{one} and {other} agreed at a meeting in {city} {day} to build a bridge.",
)
SCHEDULED = (
    "{one} will meet {other} in {city} {day}.",
    "{one} and {other} are due to meet in {city} {day}.",
    "The foreign ministers of {one} and {other} are expected to meet in {city} {day}.",
    "Talks between {one} and {other} will take place in {city} {day}.",
    "{one} is to hold talks with {other} in {city} {day}.",
)
CANCELLED = (
    "{one} has called off a meeting with {other} in {city}.",
    "{one} cancelled talks with {other} in {city}.",
    "A summit between {one} and {other} in {city} was postponed.",
)


@frozen
class Plan:
    """Who meets, where, and the day as it is printed."""

    one: str
    other: str
    city: str
    day: str

    def told(self, wording: str) -> str:
        """The plan in words."""
        return wording.format(one=self.one, other=self.other, city=self.city, day=self.day)


def plans(days: dict[str, str]) -> st.SearchStrategy[Plan]:
    """Plans of two different states in a city."""
    pairs = st.lists(st.sampled_from(PARTIES), min_size=2, max_size=2, unique=True)
    return st.builds(
        lambda pair, city, day: Plan(pair[0], pair[1], city, day),
        pairs,
        st.sampled_from(CITIES),
        st.sampled_from(sorted(days)),
    )


def meetings(text: str) -> list[Event]:
    """The meetings that are read out of a text."""
    found = read(text, published=PUBLISHED, only={Event}).of(Event)
    return [event for event in found if event.type == "CONSULT"]


def shown(event: Event) -> tuple[str, set[str], str | None]:
    """Status, participants and place of a meeting."""
    return event.status, {one.name for one in event.participants}, event.place.name if event.place else None


@given(plans(PAST), st.sampled_from(OCCURRED))
def test_a_meeting_that_was_held_is_recovered(plan: Plan, wording: str) -> None:
    (event,) = meetings(plan.told(wording))
    assert shown(event) == ("occurred", {plan.one, plan.other}, plan.city)
    assert str(event.time) == PAST[plan.day]


@given(plans(FUTURE), st.sampled_from(SCHEDULED))
def test_a_meeting_that_is_planned_is_recovered(plan: Plan, wording: str) -> None:
    (event,) = meetings(plan.told(wording))
    assert shown(event) == ("scheduled", {plan.one, plan.other}, plan.city)
    assert str(event.time) == FUTURE[plan.day]


@given(plans(FUTURE), st.sampled_from(CANCELLED))
def test_a_meeting_that_was_called_off_is_one_that_did_not_come_about(plan: Plan, wording: str) -> None:
    (event,) = meetings(plan.told(wording))
    assert shown(event) == ("cancelled", {plan.one, plan.other}, plan.city)


@given(plans(PAST), plans(PAST), st.sampled_from(OCCURRED[:4]))
def test_meetings_of_others_or_elsewhere_are_not_joined(first: Plan, second: Plan, wording: str) -> None:
    found = meetings(first.told(wording) + " " + second.told(wording))
    same_parties = {first.one, first.other} == {second.one, second.other}
    same = same_parties and first.city == second.city and first.day == second.day
    apart = not same_parties or first.city != second.city
    assert len(found) == 1 if same else len(found) == 2 if apart else len(found) in {1, 2}


@given(plans(PAST), st.sampled_from(OCCURRED[:4]))
def test_what_is_spoken_of_again_is_the_same_meeting(plan: Plan, wording: str) -> None:
    (event,) = meetings(plan.told(wording) + " The talks lasted four hours.")
    assert event.duration == "PT4H"
    assert len(event.mentions) > 1


HOSTS = {"ISLAMABAD": "Pakistani", "LIMA": "Peruvian", "ACCRA": "Ghanaian", "OSLO": "Norwegian"}


@given(
    st.sampled_from(sorted(HOSTS)),
    st.sampled_from(["Kenyan", "Chilean", "Danish"]),
    st.permutations([0, 1]),
    st.sampled_from(["met", "will meet"]),
)
def test_hosts_have_met_visitors_where_the_story_was_filed(city: str, guest: str, order: list[int], verb: str) -> None:
    """Whoever of the two is named first; not where they are still to meet, nor where neither is at home."""
    pair = [f"{HOSTS[city]} Foreign Minister Ana Ruiz", f"{guest} Foreign Minister James Okello"]
    first, second = (pair[k] for k in order)
    to_come = verb == "will meet"
    text = f"{city}, March 4 (Reuters) - {first} {verb} {second}. {first} {verb} Fijian Foreign Minister Mere Tui."
    found = [one for one in read(text, published="2024-03-04").of(Event) if one.type == "CONSULT"]
    host_first = first.startswith(HOSTS[city])
    assert [one.place is not None for one in found] == [not to_come, not to_come and host_first]
    assert all(one.time is not None and one.time.start.isoformat() == "2024-03-04" for one in found if one.place)
