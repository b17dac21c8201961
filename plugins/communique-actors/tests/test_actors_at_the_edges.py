"""Names with which a text begins: what stands at its end is not before them."""

from __future__ import annotations

import pytest

from communique import Actor, Article
from communique.plugins import load


@pytest.mark.parametrize("tail", ["“ says ", "” said ", ", said "])
def test_a_verb_at_the_end_is_not_before_the_name_at_the_beginning(tail: str) -> None:
    alone, closed = (load().only({Actor}).run(Article("Tarvik Onwumere and the fog" + end)) for end in ("", tail))
    assert not closed.errors
    assert [actor.name for actor in closed.of(Actor)] == [actor.name for actor in alone.of(Actor)]
