"""What is found and what is not, as data, and everything that plugins promise."""

from __future__ import annotations

from pathlib import Path

from communique.testing import check_plugin
from communique.testing.cases import case_tests
from communique_sanctions import communique_extractors

test_case, test_rule = case_tests(Path(__file__).parent / "cases", communique_extractors())


def test_plugin_keeps_its_promises() -> None:
    """Exact spans, no exception on any string, linear time, true metadata, and so on."""
    assert check_plugin("sanctions") == []
