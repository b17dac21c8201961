"""The cases of the plugin: every rule fires in one and must not fire in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import Pipeline
from communique.kinds import rule_name
from communique.testing.cases import Case, load_cases
from communique_datelines import communique_extractors
from communique_datelines.finding import RULES_BEFORE
from communique_datelines.opening import MARKS

CASES = load_cases(Path(__file__).parent / "cases")
PIPELINE = Pipeline.of(communique_extractors())
"""This plugin alone: it needs no kind that another gives."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert not case.differences(PIPELINE)


@pytest.mark.parametrize("rule", [rule_name(rule) for extractor in PIPELINE.extractors for rule in extractor.rules])
def test_every_rule_has_a_case_where_it_fires_and_one_where_it_must_not(rule: str) -> None:
    assert {bool(case.found) for case in CASES if case.rule == rule} == {True, False}


def test_the_lines_that_are_read_and_the_rules_for_them_have_the_same_marks() -> None:
    assert set(RULES_BEFORE) == {*MARKS, ""}
