"""Every seed article is read as its expected reading says."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.kinds import KINDS
from communique.plugins import load
from communique.testing.cases import Case, load_cases

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
INSTALLED = dict.fromkeys((*KINDS, *load().kinds))


@pytest.mark.parametrize("case", load_cases(SEEDS, INSTALLED), ids=str)
def test_seed_reads_as_expected(case: Case) -> None:
    """What the expected reading lists is found, and nothing besides where it is a whole list."""
    assert not case.differences()


def test_every_seed_has_an_expected_reading() -> None:
    """Each text stands beside its reading."""
    texts = {file.stem for file in SEEDS.glob("*.txt")}

    assert texts
    assert texts == {file.stem for file in SEEDS.glob("*.toml")}
