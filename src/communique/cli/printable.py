"""Text of articles as terminals can take it."""

from __future__ import annotations


def printable(text: str) -> str:
    """Leave out what a terminal would obey or cannot show: control characters and lone surrogates."""
    return "".join(c if c.isprintable() or c == "\n" else "�" if "\ud800" <= c <= "\udfff" else " " for c in text)
