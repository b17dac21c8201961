"""Delegations that were put into a text are read out of it: party, head, members in their order, size, occasion."""

from __future__ import annotations

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import Delegation, read

PARTIES = {
    "Norway": "Norwegian",
    "Kenya": "Kenyan",
    "Peru": "Peruvian",
    "Iraq": "Iraqi",
    "Poland": "Polish",
    "Vietnam": "Vietnamese",
    "Egypt": "Egyptian",
    "Japan": "Japanese",
}
TITLES = ("Foreign Minister", "Defence Minister", "Finance Minister", "Ambassador", "General", "special envoy")
GIVEN = ("Anna", "David", "Maria", "Peter", "Elena", "Michael", "Sofia", "Robert")
SURNAMES = (
    "Lindqvist", "Otieno", "Quispe", "Haddad", "Nowak", "Tranberg", "Mansour", "Takahashi", "Oyelaran", "Brandvold",
    "Castellano", "Petrosyan",
)  # fmt: skip
OCCASIONS = ("the fisheries talks", "the peace conference", "the border negotiations", "the trade summit")
CONSTRUCTIONS = (
    "led and included", "headed", "leads", "heading", "at the head", "head of", "with its leader", "under", "included",
    "consisted", "whose members", "in the delegation", "of persons", "in brackets", "one a line", "side", "for",
    "taking part", "represented", "behalf", "came with", "sent", "led; its members",
)  # fmt: skip
LED = frozenset({
    "led and included", "headed", "leads", "heading", "at the head", "head of", "with its leader", "under", "came with",
    "led; its members",
})  # fmt: skip
LISTED = frozenset({
    "led and included", "included", "consisted", "whose members", "in the delegation", "of persons", "in brackets",
    "one a line", "side", "for", "taking part", "represented", "behalf", "came with", "sent", "led; its members",
})  # fmt: skip
SIZED = frozenset({"led and included", "headed", "included", "consisted", "whose members", "led; its members"})


@frozen
class Person:
    """A person with a title."""

    title: str
    name: str

    @property
    def phrase(self) -> str:
        """Title and name."""
        return f"{self.title} {self.name}"


@frozen
class Plan:
    """A delegation, and the construction that tells of it."""

    party: str
    construction: str
    people: tuple[Person, ...]
    size: int | None
    occasion: str

    @property
    def head(self) -> str | None:
        """The leader, where the construction tells of one."""
        return self.people[0].name if self.construction in LED else None

    @property
    def members(self) -> list[str]:
        """The persons that the construction names."""
        named = self.people if self.construction in LISTED else self.people[:1]
        return [person.name for person in named]

    @property
    def stated_size(self) -> int | None:
        """The size, where the construction states it."""
        return self.size if self.construction in SIZED else None

    def text(self) -> str:
        """The delegation in words."""
        adjective, occasion = PARTIES[self.party], self.occasion
        size = f"{self.size}-member " if self.size else ""
        first, everybody, others = self.people[0].phrase, _list(self.people), _list(self.people[1:])
        also = f" and included {others}" if others else ""
        capital, lines = f"At {occasion},", [person.phrase for person in self.people]
        sentence = {
            "led and included": f"The {size}{adjective} delegation at {occasion} was led by {first}{also}.",
            "headed": f"The {size}{adjective} delegation headed by {first} arrived for {occasion}.",
            "leads": f"{first} led the {adjective} delegation at {occasion}.",
            "included": f"The {size}{adjective} delegation at {occasion} included {everybody}.",
            "consisted": f"At {occasion}, the {size}{adjective} delegation consisted of {everybody}.",
            "side": f"On the {adjective} side, {occasion} were attended by {everybody}.",
            "heading": f"Heading the {adjective} delegation at {occasion}, {first} asked for patience.",
            "at the head": f"{first} came to {occasion} at the head of a {adjective} delegation.",
            "head of": f"The head of the {adjective} delegation at {occasion}, {first}, asked for patience.",
            "with its leader": f"The {adjective} delegation, with {first} as its leader, arrived for {occasion}.",
            "under": f"The {adjective} delegation, under {first}, arrived for {occasion}.",
            "whose members": f"{capital} hosts met the {size}{adjective} delegation, whose members were {everybody}.",
            "in the delegation": f"In the {adjective} delegation at {occasion} are {everybody}.",
            "of persons": f"{self.party} sent a delegation of {everybody} to {occasion}.",
            "in brackets": f"The {adjective} delegation ({', '.join(lines)}) left {occasion}.",
            "one a line": "\n".join(
                [f"Members of the {adjective} delegation at {occasion}:", *map(_capitalised, lines)]
            ),
            "for": f"For {self.party}, {occasion} were attended by {everybody}.",
            "behalf": f"Attending {occasion} on behalf of {self.party} were {everybody}.",
            "came with": f"{adjective} {first} arrived together with {others} for {occasion}.",
            "sent": f"{self.party} sent {everybody} to {occasion}.",
            "led; its members": (
                f"The {size}{adjective} delegation at {occasion} is led by {first}; its other members are {others}."
            ),
            "taking part": f"Taking part in {occasion} on the {adjective} side were {everybody}.",
            "represented": f"{self.party} was represented at {occasion} by {everybody}.",
        }[self.construction]
        return f"Reporters waited for {self.party}. {_capitalised(sentence)}"

    def matches(self, found: Delegation) -> bool:
        """Tell whether a delegation is this one."""
        return (
            found.party is not None
            and found.party.name == self.party
            and (found.head.name if found.head else None) == self.head
            and [member.name for member in found.members] == self.members
            and found.size == self.stated_size
            and found.occasion is not None
            and found.occasion.text == self.occasion
        )


def _capitalised(line: str) -> str:
    return line[0].upper() + line[1:]


def _list(people: tuple[Person, ...]) -> str:
    phrases = [person.phrase for person in people]
    return " and ".join(filter(None, [", ".join(phrases[:-1]), *phrases[-1:]]))


@st.composite
def plans(draw: st.DrawFn, *, parties: int = 1, constructions: tuple[str, ...] = CONSTRUCTIONS) -> list[Plan]:
    """Delegations of different parties, no surname twice."""
    names = draw(st.permutations(sorted(PARTIES)))[:parties]
    surnames = list(draw(st.permutations(SURNAMES)))
    made = []
    for name in names:
        people = tuple(
            Person(draw(st.sampled_from(TITLES)), f"{draw(st.sampled_from(GIVEN))} {surnames.pop()}")
            for _ in range(draw(st.integers(2, 4)))
        )
        construction = draw(st.sampled_from(constructions))
        size = draw(st.none() | st.integers(5, 80))
        made.append(Plan(name, construction, people, size, draw(st.sampled_from(OCCASIONS))))
    return made


def found_in(text: str) -> tuple[Delegation, ...]:
    return read(text, only={Delegation}).of(Delegation)


@given(plans())
def test_a_delegation_put_into_a_text_is_read_out_of_it(made: list[Plan]) -> None:
    (plan,) = made
    found = found_in(plan.text())
    assert len(found) == 1
    assert plan.matches(found[0])


@given(plans(constructions=tuple(sorted(LISTED))), st.randoms(use_true_random=False))
def test_permuting_a_list_permutes_the_members(made: list[Plan], random: object) -> None:
    (plan,) = made
    fixed = 1 if plan.construction in LED else 0
    people = list(plan.people[fixed:])
    random.shuffle(people)  # type: ignore[attr-defined]
    other = evolve(plan, people=(*plan.people[:fixed], *people))
    (before,), (after,) = found_in(plan.text()), found_in(other.text())
    assert {member.name for member in before.members} == {member.name for member in after.members}
    assert [member.name for member in after.members] == other.members


@given(plans(parties=3))
def test_one_more_sentence_adds_exactly_its_delegation(made: list[Plan]) -> None:
    *plan, last = made
    text = "\n\n".join(one.text() for one in plan)
    before, after = found_in(text), found_in(f"{text}\n\n{last.text()}")
    assert len(before) == len(plan)
    assert len(after) == len(made)
    assert all(one.matches(found) for one, found in zip(made, after, strict=True))


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_every_construction_makes_a_sentence(construction: str) -> None:
    people = (Person("Ambassador", "Anna Nowak"), Person("General", "Peter Haddad"))
    assert found_in(Plan("Peru", construction, people, 7, "the trade summit").text())
