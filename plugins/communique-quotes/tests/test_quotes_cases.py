"""The cases of the plugin: each reads as written, and every rule has one where it fires and one where it must not."""

from __future__ import annotations

from pathlib import Path

from communique.testing.cases import case_tests
from communique_quotes import communique_extractors

test_case, test_rule = case_tests(Path(__file__).parent / "cases", communique_extractors())
