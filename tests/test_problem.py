"""Problems: how they are told, and how to mend them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.testing import Problem, exports, promises
from communique.testing.problem import MENDS, problems


@pytest.mark.parametrize("promise", MENDS)
def test_every_promise_says_how_it_is_mended(promise: str) -> None:
    """In the words that all problems of it have; one that is told apart has its own."""
    problem = Problem(promise, "it is so")
    assert problem.mend == MENDS[promise] != ""
    assert Problem(promise, "it is so", mend="do it") == Problem(promise, "it is so", "", mend="do it") != problem


def test_a_promise_of_others_has_no_mend() -> None:
    """Plugins may check more."""
    assert Problem("unheard of", "it is so").mend == ""


@pytest.mark.parametrize("name", [*promises.CHECKS, *exports.EXPORT_CHECKS, "dress", "renamed", "linear"])
def test_every_check_is_of_a_promise_that_can_be_mended(name: str) -> None:
    """By the name under which it is found."""
    assert name in MENDS


def test_a_problem_is_told_with_its_place() -> None:
    """The place stands in front of what is wrong, where it is known."""
    assert str(Problem("total", "it raised")) == "not total: it raised"
    assert str(Problem("total", "it raised", "text 1")) == "not total: text 1: it raised"


@given(st.lists(st.text(max_size=2)))
def test_of_many_problems_the_first_ones_are_told_once(said: list[str]) -> None:
    """Five of them: what is wrong once is wrong again a hundred times."""
    different = list(dict.fromkeys(said))
    assert [(one.promise, one.what) for one in problems("exact", said)] == [("exact", one) for one in different[:5]]
