"""``communique kinds``: what can be found, and by whom."""

from __future__ import annotations

import ast
import re
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

import click

from communique.kinds import KINDS, Name
from communique.plugins import KIND_GROUP, statuses


@click.command()
def kinds() -> int:
    """List the kinds of finding, and the plugins that give them (from metadata and source; none is imported)."""
    givers: dict[str, list[str]] = {}
    for status in statuses():
        for kind in status.kinds:
            givers.setdefault(_tag(kind), []).append(status.name)
    listed = [kind for kind in KINDS if not kind.layout and kind.tag != "foreign"]
    for one in listed:
        by = "any" if one.tag == "unresolved" else ", ".join(givers.pop(one.tag, ())) or "-"
        click.echo(f"{one.tag:12} {by:14} {_first_line(one.__doc__)}")
    givers.pop(Name.tag, None)
    points = {_tag(point.name): point for point in entry_points(group=KIND_GROUP)}
    for tag, names in sorted(givers.items()):
        click.echo(f"{tag:12} {', '.join(names):14} {_first_line(_docstring(points[tag]))}")
    return 0


def _tag(name: str) -> str:
    """The tag of a kind, by the name of its class: ``ship-move`` of ``ShipMove``."""
    return re.sub("(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def _first_line(docstring: str | None) -> str:
    return next(iter((docstring or "").strip().splitlines()), "(not described)")


def _docstring(point: EntryPoint) -> str | None:
    """What a class says of itself, read from the source of its module, which is not imported."""
    try:
        tree = ast.parse(_source(point.module))
    except (OSError, SyntaxError, ValueError):
        return None
    classes = (one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == point.attr)
    return next(map(ast.get_docstring, classes), None)


def _source(module: str) -> bytes:
    package, *inner = module.split(".")
    spec = find_spec(package)
    places = [Path(place, *inner) for place in spec.submodule_search_locations or ()] if spec else []
    files = [file for place in places for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file()]
    if spec and spec.origin and not inner:
        files = [Path(spec.origin)]
    return files[0].read_bytes() if files else b""
