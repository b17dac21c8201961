"""What is found and what is not, as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.testing.cases import Case, load_cases
from communique_events import communique_extractors

CASES = load_cases(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert not case.differences()


@pytest.mark.parametrize("rule", [name for one in communique_extractors() for name in one.rule_names])
def test_rule_has_a_case_and_a_near_miss(rule: str) -> None:
    own = [case for case in CASES if case.rule == rule]
    assert any(case.found for case in own), "no case in which it fires"
    assert any(not case.found for case in own), "no near miss"
