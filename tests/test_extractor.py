"""What plugins give: values that are themselves and nothing else, and say whose they are."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from communique import Exporter, Extractor, Quote, because
from communique.kinds import rule_name

WORDS = st.text("abcxyz", min_size=1, max_size=8)


def nothing(*_: object) -> list[Any]:
    """Find nothing, write nothing."""
    return []


@st.composite
def rules(draw: st.DrawFn) -> tuple[Callable[..., object], list[str]]:
    """A function and the words of its name."""
    words = draw(st.lists(WORDS, min_size=1, max_size=4))

    def rule() -> None: ...

    rule.__name__ = draw(st.sampled_from(["", "_"])) + "_".join(words)
    return rule, words


@given(st.lists(rules()))
def test_rules_are_called_as_their_functions_are(drawn: list[tuple[Callable[..., object], list[str]]]) -> None:
    """With hyphens; it is the name that stands in evidence."""
    names = tuple("-".join(words) for _, words in drawn)
    extractor = Extractor("any", nothing, gives=(), rules=tuple(rule for rule, _ in drawn))
    assert extractor.rule_names == names
    assert tuple(rule_name(rule) for rule, _ in drawn) == names
    assert tuple(because(rule).rule for rule, _ in drawn) == names


@given(WORDS, st.just(("", "")) | st.tuples(WORDS, st.just("") | WORDS))
def test_whose_it_is_stands_in_messages(name: str, origin: tuple[str, str]) -> None:
    """Distribution and version, as far as they are known."""
    plugin, version = origin
    extractor = evolve(Extractor(name, nothing, gives=(Quote,)), plugin=plugin, version=version)
    exporter = evolve(Exporter(name, nothing), plugin=plugin, version=version)
    owner = f"{plugin} {version}" if version else plugin
    assert extractor.title == (f"extractor '{name}' of {owner}" if plugin else f"extractor '{name}'")
    assert exporter.whose == (owner or "communique")
    assert (repr(extractor), repr(exporter)) == (f"Extractor('{name}')", f"Exporter('{name}')")


@pytest.mark.parametrize("make", [lambda: Extractor("one", nothing, gives=()), lambda: Exporter("one", nothing)])
def test_two_that_look_alike_are_two(make: Callable[[], object]) -> None:
    """They are compared by identity, as the functions in them would be."""
    one, other = make(), make()
    assert one == one  # noqa: PLR0124 - that is the question
    assert one != other
    assert len({one, other}) == 2


@pytest.mark.parametrize(
    "kind, by_place",
    [
        (Extractor, ["name", "find", "gives", "needs", "uses", "words", "rules"]),
        (Exporter, ["name", "write", "suffix", "media", "kinds", "one_kind", "streams"]),
    ],
)
def test_what_is_set_when_plugins_are_loaded_has_a_name(kind: type, by_place: list[str]) -> None:
    """So that no plugin gives it by mistake; it is empty until then."""
    parameters = signature(kind).parameters.values()
    assert [one.name for one in parameters if one.kind is Parameter.POSITIONAL_OR_KEYWORD] == by_place
    assert {one.name: one.default for one in parameters if one.kind is Parameter.KEYWORD_ONLY} == {
        "plugin": "",
        "version": "",
    }


def test_exporter_writes_text_of_any_kind_and_streams_unless_it_says_otherwise() -> None:
    """What most of them do needs not be said."""
    one = Exporter("one", nothing)
    assert (one.suffix, one.media, one.kinds, one.one_kind, one.streams) == ("", "text/plain", (), False, True)
