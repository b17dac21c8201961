"""Dated office holders: words for the actors of communique, and no rules."""

from __future__ import annotations

from communique import Lexicon, hookimpl
from communique_leaders.holders import LEADERS


@hookimpl
def communique_lexicons() -> tuple[Lexicon[object], ...]:
    """Give heads of state and government, ministers and heads of international bodies."""
    return (LEADERS,)
