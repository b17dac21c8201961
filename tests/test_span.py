"""Spans: half-open stretches that carry their own words."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Span

ARTICLE = Article("Ministers met in Accra.")


def test_span_prints_as_its_words() -> None:
    """The string of a span is what stands there, its length that of the words."""
    span = ARTICLE.span(17, 22)
    assert str(span) == "Accra"
    assert len(span) == 5


def test_span_cannot_be_changed() -> None:
    """A span is a value."""
    with pytest.raises(FrozenInstanceError):
        ARTICLE.span(0, 9).start = 1  # type: ignore[misc]


def test_spans_of_equal_place_are_equal_and_hash_alike() -> None:
    """Two spans of one stretch are one value."""
    assert len({ARTICLE.span(0, 9), ARTICLE.span(0, 9)}) == 1


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(ARTICLE.text) - 1))
    return ARTICLE.span(start, draw(st.integers(start + 1, len(ARTICLE.text))))


@given(_spans(), _spans())
def test_contains_and_overlaps_agree_with_sets_of_offsets(one: Span, other: Span) -> None:
    """`contains` is the subset relation of the offsets, `overlaps` that they share one."""
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.contains(other) == (theirs <= mine)
    assert one.overlaps(other) == bool(mine & theirs)
    assert one.overlaps(other) == other.overlaps(one)


@given(st.lists(_spans()))
def test_spans_sort_in_the_order_of_the_text(spans: list[Span]) -> None:
    """Spans sort by start, then by end."""
    assert [(span.start, span.end) for span in sorted(spans)] == sorted((span.start, span.end) for span in spans)
