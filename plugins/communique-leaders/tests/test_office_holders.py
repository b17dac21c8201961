"""The table of office holders is well formed."""

from __future__ import annotations

from communique_leaders.holders import terms


def test_terms_end_after_they_begin() -> None:
    """And somebody is in the table."""
    rows = list(terms())
    assert rows
    assert [row for row in rows if row.until is not None and row.until < row.since] == []
