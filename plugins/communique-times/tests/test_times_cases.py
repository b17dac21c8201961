"""The cases of the rules for times."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.kinds import rule_name
from communique.testing.cases import Case, load_cases
from communique_times.finder import RULES

CASES = load_cases(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_reads_as_written(case: Case) -> None:
    assert not case.differences()


@pytest.mark.parametrize("rule", sorted(set(map(rule_name, RULES))))
def test_every_rule_has_a_case_in_which_it_fires_and_one_in_which_it_must_not(rule: str) -> None:
    assert {bool(case.found) for case in CASES if case.rule == rule} == {True, False}
