"""The vocabulary: evidence named after rules, values that compare by what they say, entities that do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from attrs import NOTHING, Factory, fields, has
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from communique import (
    Actor,
    Annotation,
    Article,
    Claim,
    Dateline,
    Delegation,
    Event,
    EventTime,
    Evidence,
    Name,
    Place,
    Position,
    Quote,
    Role,
    Territory,
    Time,
    Unresolved,
    because,
    kinds,
)
from communique.kinds import KINDS, LAYOUT, Foreign, Kind, rule_name

SPAN = Article("Ana Ruiz said so.").span(0, 8)
BY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.tag))


def said_after_quote() -> None:
    """Stand for a rule."""


def _with_underscore() -> None:
    """Stand for a rule that is private in its module."""


def test_evidence_is_named_after_its_rule() -> None:
    """A rule is called by the name of its function, with hyphens."""
    assert because(said_after_quote, SPAN) == Evidence("said-after-quote", (SPAN,))
    assert rule_name(_with_underscore) == "with-underscore"


@BY_KIND
def test_kind_is_one_level_below_annotation(kind: Kind) -> None:
    """Data only, one level of inheritance, no methods but those of attrs and a short repr."""
    assert kind.__bases__ == (Annotation,)
    assert has(kind)


@BY_KIND
def test_finding_needs_nothing_but_a_span(kind: Kind) -> None:
    """All else has a value that says nothing."""
    assert kind(SPAN).span == SPAN


VALUES = [one for one in vars(kinds).values() if isinstance(one, type) and has(one)]
EMPTY: dict[object, object] = {tuple: (), str: "", int: 0, bool: True, Mapping: {}}
"""What says nothing, by type: a quotation is closed unless it is found not to be."""
USUAL = {"sort": {"unknown", "place"}, "type": {"CONSULT"}}
"""Strings that have a usual value, by the name of the field."""


@pytest.mark.parametrize("value", VALUES, ids=lambda value: str(value.__name__))
def test_what_is_unknown_is_none_or_empty(value: type) -> None:
    """A field that may be None is; a list, a name and a number are empty; of several words one is the usual one."""
    hints = get_type_hints(value)
    for one in (one for one in fields(value) if one.default is not NOTHING and one.name != "evidence"):
        hint, default = hints[one.name], one.default
        if one.default == Factory(dict):
            default = {}
        sort = get_origin(hint) or hint
        if type(None) in get_args(hint):
            assert default is None, one.name
        elif sort is Literal:
            assert default in get_args(hint), one.name
        else:
            assert default == EMPTY[sort] or default in USUAL[one.name], one.name


def test_kinds_are_called_in_records_as_they_are_here() -> None:
    """By their names in small letters, and by the letters of their ids."""
    assert [kind.tag for kind in KINDS] == [kind.__name__.lower() for kind in KINDS]
    assert "".join(kind.letter for kind in KINDS if kind.letter != "x") == "dpatqgcoeu"


def test_working_kinds_and_things_of_the_world_are_told() -> None:
    """The first do not travel in records, the others are compared by identity."""
    assert [kind for kind in KINDS if kind.layout] == [*LAYOUT, Name]
    assert [kind for kind in KINDS if kind.entity] == [Place, Actor, Event]


@BY_KIND
def test_finding_cannot_be_changed(kind: Kind) -> None:
    """No field of a finding can be set."""
    finding = kind(SPAN)
    for one in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(finding, one.name, getattr(finding, one.name))


@BY_KIND
def test_surface_kinds_compare_by_value_and_entities_by_identity(kind: Kind) -> None:
    """Two passages that say the same are one finding; two things of the world are two."""
    one, other = kind(SPAN, evidence=Evidence("one")), kind(SPAN, evidence=Evidence("other"))
    by_identity = kind.entity or kind.tag == "foreign"
    assert (one == other) is not by_identity
    assert len({one, other}) == (2 if by_identity else 1)


@BY_KIND
def test_printed_finding_is_short(kind: Kind) -> None:
    """A finding in a traceback fits on a line or two."""
    long = Article("word " * 200)
    assert len(repr(kind(long.span(0, 1000)))) < 1500
    assert len(repr(Actor(SPAN, name="Ana Ruiz"))) < 80


@given(st.integers(1, 40))
def test_hash_of_an_entity_does_not_look_into_it(mentions: int) -> None:
    """Grouping by speaker takes no longer the more a speaker is mentioned."""
    actor = Actor(SPAN, name="Ana Ruiz")
    many = Place(SPAN, mentions=(SPAN,) * mentions)
    assert hash(actor) == object.__hash__(actor)
    assert hash(many) == object.__hash__(many)
    assert hash(Quote(SPAN, speaker=actor)) == hash(Quote(SPAN, speaker=actor))


def test_layout_comes_first() -> None:
    """Kinds stand in the order in which they can be found."""
    assert KINDS[: len(LAYOUT)] == LAYOUT
    assert len({kind.tag for kind in KINDS}) == len(KINDS)


@given(st.from_regex(r"_{0,2}[a-z]+(_[a-z]+){0,3}_{0,2}", fullmatch=True))
def test_a_rule_is_called_by_the_words_of_its_function(name: str) -> None:
    """With hyphens between them, the same whenever it is asked; another function of that name is called so too."""

    def rule() -> None: ...

    def other() -> None: ...

    rule.__name__ = other.__name__ = name
    words = "-".join(name.strip("_").split("_"))
    assert rule_name(rule) == rule_name(rule) == rule_name(other) == words
    assert because(rule, SPAN, SPAN) == Evidence(words, (SPAN, SPAN))


WORDS = Article("x" * 100)
LONG = WORDS.span(0, 100)
SIXTY = repr("x" * 60)
RUIZ = Actor(SPAN, name="Ana Ruiz", country="ESP")


@pytest.mark.parametrize(
    "value, printed",
    [
        *((kind(LONG), f"{kind.__name__}({SIXTY})") for kind in (*LAYOUT, Name, Dateline, Time)),
        (Role("Envoy", SPAN), "Role('Envoy')"),
        (RUIZ, "Actor(person 'Ana Ruiz', ESP)"),
        (Place(SPAN, name="Accra", country="GHA"), "Place('Accra', GHA)"),
        (Quote(LONG, speaker=RUIZ), f"Quote(direct, {SIXTY}, by Actor(person 'Ana Ruiz', ESP))"),
        (Delegation(SPAN, members=(RUIZ,)), "Delegation(None, ['Ana Ruiz'])"),
        (Claim(SPAN, stance="claims"), "Claim(None claims None)"),
        (Claim(SPAN, stance="claims", territory=Territory(SPAN)), "Claim(None claims 'Ana Ruiz')"),
        (Position(SPAN, stance="opposes"), "Position(None opposes None)"),
        (Position(SPAN, stance="opposes", content=LONG), f"Position(None opposes {SIXTY})"),
        (Event(LONG, type="CONSULT"), f"Event(CONSULT, occurred, {SIXTY})"),
        (Unresolved(SPAN, "speaker", "two of them"), "Unresolved(speaker: two of them)"),
        (Foreign(LONG, kind="rumour"), f"Foreign('rumour', {SIXTY})"),
    ],
)
def test_findings_are_printed_in_short(value: object, printed: str) -> None:
    """What they say first, of long passages sixty characters."""
    assert repr(value) == printed


@given(st.dates(), st.dates(), st.sampled_from(["day", "month", "year"]))
def test_a_time_of_an_event_is_printed_as_iso_8601(
    one: date, other: date, size: Literal["day", "month", "year"]
) -> None:
    """As exactly as it is known, an interval only where its ends differ so far."""
    start, end = min(one, other), max(one, other)
    printed = str(EventTime(start, end, size)).split("/")
    parts = {"day": 3, "month": 2, "year": 1}[size]
    known = ["-".join(day.isoformat().split("-")[:parts]) for day in (start, end)]
    assert printed == list(dict.fromkeys(known))
