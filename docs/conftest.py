"""The modules that build the pages are no tests, and need Sphinx, which the tests do not."""

from __future__ import annotations

collect_ignore_glob = ["*.py", "_ext/*.py"]
