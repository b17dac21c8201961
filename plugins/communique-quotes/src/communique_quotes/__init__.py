"""Finds quotes and who said them: a plugin of communique."""

from __future__ import annotations

from communique import Extractor, hookimpl


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return ()
