"""The cases of names, places and actors."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.testing.cases import Case, load_cases


@pytest.mark.parametrize("case", load_cases(Path(__file__).parent / "cases"), ids=str)
def test_case(case: Case) -> None:
    assert not case.differences()
