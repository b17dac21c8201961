"""What is read is let go of: nothing keeps an article, and no circle waits for the garbage collector."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

import communique
from communique import Actor

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_reading_that_is_dropped_is_gone(seed: Path) -> None:
    """Its article, its findings and whatever was looked up in it go with it, without the garbage collector."""
    text = seed.read_text(encoding="utf-8")
    communique.read(text)  # what is kept for all articles is made by now
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        reading = communique.read(text)
        article, finding = weakref.ref(reading.article), weakref.ref(reading.of(Actor)[0])
        del reading
        assert (article(), finding()) == (None, None)
        assert len(gc.get_objects()) - before < 50
    finally:
        gc.enable()
