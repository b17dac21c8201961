"""A Hypothesis strategy of readings that hold anything a reading can hold, for tests of what takes readings.

Nothing in them makes sense: what an exporter, a table or a record does with them must not depend on it.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Collection
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields, has
from hypothesis import strategies as st

from communique.article import Article
from communique.kinds import KINDS, Annotation, Foreign, Kind
from communique.reading import Reading, Source
from communique.span import Span
from communique.testing.strategies import weird_text

TRAVELLING: tuple[Kind, ...] = tuple(kind for kind in KINDS if not kind.layout and kind is not Foreign)
"""The kinds of core that stand in records."""

_SOURCE = Source("by-hand", "communique-hand", "1.0")
_FEW = st.integers(0, 2)
_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=4),
    int: st.integers(0, 9),
    float: st.floats(0, 1),
    bool: st.booleans(),
    date: st.dates(),
    type(None): st.none(),
}
_Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def readings(draw: st.DrawFn, kinds: Collection[Kind] = TRAVELLING) -> Reading:
    """Readings of any text with findings of every kind, every field filled at random.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=2, database=None)
    ... @given(readings())
    ... def test_ids_are_given(reading):
    ...     assert all(reading.ids().values())
    >>> test_ids_are_given()

    Args:
        draw: given by Hypothesis.
        kinds: the kinds, each behind those that its fields refer to.
    """
    text = draw(weird_text().filter(bool))
    title, published = draw(st.none() | st.text(max_size=4)), draw(st.none() | st.dates())
    article = Article(text, title=title, published=published, id=draw(st.none() | st.text(max_size=4)))
    reading, found = Reading.start(article), list[Annotation]()
    for kind in kinds:
        found += [_filled(draw, kind, article, found) for _ in range(draw(_FEW))]
        reading.add(found, _SOURCE)
    return reading


def _filled(draw: _Draw, kind: Any, article: Article, found: list[Annotation]) -> Any:
    """Draw a value of a class of attrs, every field filled at random."""
    return kind(**{name: _value(draw, hint, article, found) for name, hint in _hints(kind)})


def _value(draw: _Draw, kind: Any, article: Article, found: list[Annotation]) -> Any:
    """Draw a value of a type, in which spans are of the article and findings are among those already found."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType} and not _is_kind(kind):
        possible = [part for part in parts if not _is_kind(part) or _fitting(part, found)]
        return _value(draw, draw(st.sampled_from(possible)), article, found)
    if origin is tuple:
        several = draw(_FEW) if not _is_kind(parts[0]) or _fitting(parts[0], found) else 0
        return tuple(_value(draw, parts[0], article, found) for _ in range(several))
    if origin is Literal:
        return draw(st.sampled_from(parts))
    if kind is Span:
        start = draw(st.integers(0, len(article.text) - 1))
        return article.span(start, draw(st.integers(start + 1, len(article.text))))
    if _is_kind(kind):
        return draw(st.sampled_from(_fitting(kind, found)))
    return _filled(draw, kind, article, found) if has(kind) else draw(_PLAIN[kind])


@cache
def _hints(kind: type) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(one.name, hints[one.name]) for one in fields(kind)]


def _is_kind(kind: Any) -> bool:
    if isinstance(kind, types.UnionType):
        return all(map(_is_kind, get_args(kind)))
    return isinstance(kind, type) and issubclass(kind, Annotation)


def _fitting(kind: Kind, found: list[Annotation]) -> list[Annotation]:
    return [one for one in found if isinstance(one, kind)]
