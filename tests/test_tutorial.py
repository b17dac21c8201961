"""The plugin that the tutorial builds is one: its files as they stand on the page keep every promise."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from communique.testing import check_plugin

PAGE = Path(__file__).resolve().parent.parent / "docs" / "tutorial" / "first-extractor.md"


def blocks(language: str) -> list[str]:
    """The blocks of the page in a language that are no examples with output."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [block for block in found if ">>> " not in block and not block.startswith("# ")]


def test_the_plugin_of_the_tutorial_keeps_its_promises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files are enough."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "communique_ceasefires"]:
        monkeypatch.delitem(sys.modules, name)  # another one of that name
    (project,) = blocks("toml")
    module = tmp_path / "communique-ceasefires" / "src" / "communique_ceasefires" / "__init__.py"
    module.parent.mkdir(parents=True)
    module.write_text("\n\n".join(blocks("python")), encoding="utf-8")
    tmp_path.joinpath("communique-ceasefires", "pyproject.toml").write_text(project, encoding="utf-8")

    assert "class Ceasefire(Annotation)" in module.read_text(encoding="utf-8")
    assert check_plugin(tmp_path / "communique-ceasefires") == []
