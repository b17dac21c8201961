"""What a project says of itself: read from its folder, and its plugins imported from there."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.testing.metadata import Metadata, plugins_at

NAMES = st.from_regex("[a-z]{1,6}", fullmatch=True)
POINTS = st.dictionaries(NAMES, st.from_regex("[a-z]{1,6}:[A-Z][a-z]{0,4}", fullmatch=True), max_size=3)


@given(NAMES, st.dictionaries(st.sampled_from(["communique", "communique.kinds", "other"]), POINTS), st.lists(NAMES))
def test_metadata_of_a_folder_are_those_of_its_project(
    name: str, groups: dict[str, dict[str, str]], requires: list[str]
) -> None:
    """Its name, its entry points group by group, and what it requires, in their order."""
    lines = ["[project]", f'name = "{name}"', f"dependencies = {requires}"]
    for group, points in groups.items():
        lines += [f'[project.entry-points."{group}"]', *(f'{point} = "{value}"' for point, value in points.items())]
    with TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text("\n".join(lines), encoding="utf-8")
        metadata = Metadata.of_folder(Path(folder))
    assert (metadata.name, metadata.requires) == (name, tuple(requires))
    for group in ("communique", "communique.kinds", "other", "none"):
        assert metadata.named(group) == set(groups.get(group, {}))
    told = [(point.group, point.name, point.value) for point in metadata.points]
    assert told == [(group, point, value) for group, points in groups.items() for point, value in points.items()]


def test_folder_without_a_project(tmp_path: Path) -> None:
    """Its name is that of the folder; one without the file is none."""
    with pytest.raises(FileNotFoundError):
        Metadata.of_folder(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n")
    assert Metadata.of_folder(tmp_path) == Metadata(tmp_path.name, (), ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for modules that are gone after a test."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    for name in ("lone_plugin", "told_plugin", "kinds_of_it"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return tmp_path


@pytest.mark.parametrize("inside", ["src", "."])
def test_plugins_of_a_project_are_those_of_its_entry_points(folder: Path, inside: str) -> None:
    """By their names, imported from where its modules are; entry points of other groups are left alone."""
    (folder / "pyproject.toml").write_text(
        '[project]\nname = "told"\n[project.entry-points.communique]\none = "told_plugin"\ntwo = "told_plugin:two"\n'
        '[project.entry-points."communique.kinds"]\nThree = "no_such_module:Three"\n'
    )
    (folder / inside).mkdir(exist_ok=True)
    (folder / inside / "told_plugin.py").write_text("two = 2\n")
    found, metadata = plugins_at(folder)
    assert found == {"one": sys.modules["told_plugin"], "two": 2}
    assert metadata == Metadata.of_folder(folder)
    assert sys.path[0] == str((folder / inside).resolve())
    before = list(sys.path)
    plugins_at(folder)
    assert sys.path == before
    sys.modules.pop("told_plugin")


def test_plugin_that_is_a_module(folder: Path) -> None:
    """By the name of its file; there are no metadata."""
    (folder / "lone_plugin.py").write_text("here = True\n")
    found, metadata = plugins_at(folder / "lone_plugin.py")
    assert (list(found), metadata) == (["lone_plugin"], None)
    assert found["lone_plugin"].here is True  # type: ignore[attr-defined]
    sys.modules.pop("lone_plugin")
    with pytest.raises(FileNotFoundError, match="there is no "):
        plugins_at(folder / "nothing")


def test_metadata_of_what_is_installed() -> None:
    """As the installer wrote them."""
    metadata = Metadata.of_installed("communique-datelines")
    assert metadata.name == "communique-datelines"
    assert metadata.named("communique") == {"datelines"}
    assert any(line.startswith("communique") for line in metadata.requires)
