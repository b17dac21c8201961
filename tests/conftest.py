"""What several test files stand on."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from tests.greetings import PIPELINE
from tests.sites import Site

import communique.cli.options
from communique import Pipeline, PluginError, plugins
from communique.cli.settings import Settings


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


@pytest.fixture
def pipeline_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(disable: Collection[str], _settings: Settings) -> Pipeline:
        if unknown := set(disable) - {"greetings", "remarks"}:
            raise PluginError(f"there is no plugin {min(unknown)!r} to disable")
        return Pipeline.of(one for one in PIPELINE.extractors if one.name not in disable)

    monkeypatch.setattr(communique.cli.options, "load", load)
