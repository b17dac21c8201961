"""The cases of the plugin: each reads as written, and every rule has one where it fires and one where it must not."""

from __future__ import annotations

from pathlib import Path

from communique import Pipeline
from communique.testing.cases import case_tests
from communique_datelines import communique_extractors
from communique_datelines.finding import RULES_BEFORE
from communique_datelines.opening import MARKS

PIPELINE = Pipeline.of(communique_extractors())
"""This plugin alone: it needs no kind that another gives."""

test_case, test_rule = case_tests(Path(__file__).parent / "cases", communique_extractors(), PIPELINE)


def test_the_lines_that_are_read_and_the_rules_for_them_have_the_same_marks() -> None:
    assert set(RULES_BEFORE) == {*MARKS, ""}
