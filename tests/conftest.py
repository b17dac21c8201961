"""What several test files stand on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sites import Site

from communique import plugins


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A place where only what a test installs is installed."""
    fresh = Site(tmp_path)
    outside = [entry for entry in sys.path if "site-packages" not in entry]
    monkeypatch.setattr(sys, "path", [str(tmp_path), *outside])
    fresh.metadata("communique", fresh.real)
    yield fresh
    for name in [name for name in sys.modules if name.startswith("fake_communique")]:
        del sys.modules[name]
    plugins._load.cache_clear()
