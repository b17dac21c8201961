"""How the tests of the whole workspace run: the Hypothesis profiles, and the examples of the Markdown pages.

``HYPOTHESIS_PROFILE`` chooses between ``dev`` (quick), ``ci`` (thorough, the same examples on every run) and
``mutants`` (few, the same on every run, and no search for the smallest); where it is not set, ``CI=true`` means ``ci``.

spaCy is large and not installed with the rest.  Where it is missing, what needs it is no test; in CI it must be there.
"""

from __future__ import annotations

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from importlib.util import find_spec

from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci", max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "mutants", max_examples=25, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "dev"))

collect_ignore = (
    ["plugins/communique-spacy", "docs/how-to/spacy.md"]
    if find_spec("spacy") is None and os.environ.get("CI") != "true"
    else []
)

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["*.md"],
    excludes=["**/.*/**", "**/tests/**"],
).pytest()
