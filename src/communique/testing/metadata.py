"""What a distribution, installed or still a folder, says of itself in its metadata."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, distribution
from pathlib import Path

from attrs import frozen

from communique.plugins import GROUP


@frozen
class Metadata:
    """Name, entry points and requirements of a distribution.

    >>> metadata = Metadata.of_installed("communique-datelines")
    >>> metadata.named(GROUP), metadata.named("communique.kinds")
    ({'datelines'}, {'Dateline'})
    """

    name: str
    """Its name."""
    points: tuple[EntryPoint, ...]
    """Its entry points."""
    requires: tuple[str, ...]
    """What it requires, one line each."""

    @classmethod
    def of_installed(cls, name: str) -> Metadata:
        """Read those of an installed distribution."""
        found = distribution(name)
        return cls(found.name, tuple(found.entry_points), tuple(found.requires or ()))

    @classmethod
    def of_folder(cls, folder: Path) -> Metadata:
        """Read those that stand in the ``pyproject.toml`` of a folder.

        Raises:
            OSError: if there is none.
            ValueError: if it is no TOML.
        """
        file = folder / "pyproject.toml"
        project = tomllib.loads(file.read_text(encoding="utf-8")).get("project", {})
        groups: Mapping[str, Mapping[str, str]] = project.get("entry-points", {})
        points = [EntryPoint(name, value, group) for group, named in groups.items() for name, value in named.items()]
        return cls(project.get("name", folder.name), tuple(points), tuple(project.get("dependencies", ())))

    def named(self, group: str) -> set[str]:
        """Give the names of its entry points in a group."""
        return {point.name for point in self.points if point.group == group}


def plugins_at(path: Path) -> tuple[dict[str, object], Metadata | None]:
    """Import the plugins at a path, by name, with the metadata of their project where it is the folder of one.

    >>> plugins_at(Path("no/such/folder"))
    Traceback (most recent call last):
    FileNotFoundError: there is no no/such/folder
    """
    if (path / "pyproject.toml").is_file():
        metadata = Metadata.of_folder(path)
        _put_on_path(path / "src" if (path / "src").is_dir() else path)
        return {point.name: point.load() for point in metadata.points if point.group == GROUP}, metadata
    if not path.exists():
        raise FileNotFoundError(f"there is no {path}")
    _put_on_path(path.parent)
    return {path.stem: import_module(path.stem)}, None


def _put_on_path(folder: Path) -> None:
    """Let modules of a folder be imported, before any of the same name."""
    place = str(folder.resolve())
    if place not in sys.path:
        sys.path.insert(0, place)
