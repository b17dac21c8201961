from pathlib import Path

import pytest

from communique.testing.cases import Case, load_cases
from communique_quotes import QUOTES

CASES = load_cases(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert not case.differences()


@pytest.mark.parametrize("rule", QUOTES.rule_names)
def test_every_rule_has_a_case_and_a_near_miss(rule: str) -> None:
    mine = [case for case in CASES if case.rule == rule]
    assert any(case.found for case in mine)
    assert any(not case.found for case in mine)
