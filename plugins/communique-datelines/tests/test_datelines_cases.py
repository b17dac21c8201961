"""The cases of the plugin: every rule fires in one and must not fire in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.testing.cases import Case, load_cases

CASES = load_cases(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert not case.differences()
