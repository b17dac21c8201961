"""Named pieces of patterns, and what goes with them."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from communique.patterns import CAPITAL, RUN, offsets_of, on_first_use
from communique.testing.strategies import names, weird_text


@given(weird_text(), st.sets(st.sampled_from("“”\"'.,- \ud800")))
def test_offsets_of_single_characters(text: str, characters: set[str]) -> None:
    """Those at which one of the characters stands, in the order of the text."""
    wanted = [offset for offset, character in enumerate(text) if character in characters]
    assert offsets_of(text, "".join(sorted(characters))) == wanted


def test_offsets_of_characters_side_by_side() -> None:
    """Each has its own."""
    assert offsets_of("''a'', ''", ",'") == [0, 1, 3, 4, 5, 7, 8]


@pytest.mark.parametrize("compiled", [re.compile, regex.compile], ids=["re", "regex"])
@given(text=weird_text())
def test_a_pattern_compiled_on_first_use_matches_as_the_pattern_does(compiled: Callable[..., Any], text: str) -> None:
    """In `match`, `search` and `finditer`, with its flags."""
    source = r"[a-z]{2,4}+\s"
    late, soon = on_first_use(compiled, source, re.IGNORECASE), compiled(source, re.IGNORECASE)
    assert [match.span() for match in late.finditer(text)] == [match.span() for match in soon.finditer(text)]
    assert (late.match(text) is None) == (soon.match(text) is None)
    assert (late.pattern, late.flags) == (soon.pattern, soon.flags)


def test_a_pattern_is_compiled_once_and_only_when_it_is_asked() -> None:
    """And can be copied, as every value can."""
    made: list[str] = []

    def compiled(source: str, flags: int) -> re.Pattern[str]:
        made.append(source)
        return re.compile(source, flags)

    late = on_first_use(compiled, "envoys?")
    assert made == []
    copy.copy(late)
    assert made == []
    assert late.search("the envoy")
    assert late.search("two envoys")
    assert made == ["envoys?"]
    with pytest.raises(AttributeError):
        getattr(late, "__no_such_thing__")  # noqa: B009 - a name that the class of patterns has not


@given(names())
def test_a_name_is_one_run(name: str) -> None:
    """From its first capital to its end, particles inside."""
    match = re.compile(RUN).fullmatch(name.replace("’", "'"))
    assert match is not None
    assert re.match(CAPITAL, name)
