"""The reference leaves nothing out: every module, public name, command and field of the record stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from attrs import fields

import communique
from communique import Exporter, Extractor
from communique.cli import COMMANDS
from communique.cli import communique as program
from communique.kinds import KINDS, Annotation, EventTime, Evidence, FilingPlace, Mention, Role, Territory
from communique.plugins import load
from communique.record import SECTIONS
from communique.schema import record_schema
from communique.testing.exports import EXPORT_CHECKS
from communique.testing.problem import MENDS
from communique.testing.promises import CHECKS

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"

OF_USE_INSIDE = {
    "communique.forms",
    "communique.quotations",
    "communique.sentences",
    "communique.separators",
    "communique.testing.attempts",
    "communique.testing.changes",
    "communique.testing.hostile",
    "communique.testing.invariants",
    "communique.testing.resources",
    "communique.testing.strings",
    "communique.testing.values",
}
"""Modules whose names are for other modules of core."""


PARTS = (Evidence, FilingPlace, Mention, Role, Territory, EventTime)
"""What findings hold that is none itself."""


def described() -> set[str]:
    """The modules whose members the reference shows."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md"))
    return set(re.findall(r"^\.\. automodule:: (communique[\w.]+)$", pages, re.MULTILINE))


def modules() -> Iterator[str]:
    """The modules of core but for the command line and the packages."""
    source = ROOT / "src"
    for path in source.joinpath("communique").rglob("*.py"):
        parts = path.relative_to(source).with_suffix("").parts
        if parts[1] != "cli" and parts[-1] != "__init__" and "templates" not in parts:
            yield ".".join(parts)


def test_every_module_is_described() -> None:
    """Each module of core is on a page of the reference, or is of use inside only."""
    assert set(modules()) == described() | OF_USE_INSIDE
    assert not described() & OF_USE_INSIDE


@pytest.mark.parametrize("name", communique.__all__)
def test_every_public_name_is_described(name: str) -> None:
    """What `communique` gives comes from a module that the reference shows."""
    value = getattr(communique, name)
    assert name == "hookimpl" or value.__module__ in described()


@cache
def examples() -> str:
    """The code of the examples on the pages and in the docstrings of core, all of which run."""
    pages = [ROOT / "README.md", *(path for path in ROOT.glob("docs/**/*.md") if "_build" not in path.parts)]
    blocks = [
        block
        for path in pages
        for block in re.findall(
            r"^ *```python\n(.*?)^ *```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
    ]
    modules = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("src/communique/**/*.py"))
    return "\n".join([*blocks, *re.findall(r"^ *(?:>>>|\.\.\.) .*$", modules, re.MULTILINE)])


@pytest.mark.parametrize("kind", [Annotation, *PARTS, *KINDS], ids=lambda kind: str(kind.__name__))
def test_every_kind_is_shown_in_a_text(kind: type) -> None:
    """A class of findings, or of a part of one, has an example of its own, or stands in another one."""
    own = ">>>" in (kind.__doc__ or "")
    assert own or re.search(rf"\b{kind.__name__}\b", examples())


def commands(group: click.Group = program, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command of core, with those it stands under."""
    context = click.Context(group)
    for name in group.list_commands(context):
        if path or name in COMMANDS:
            command = group.get_command(context, name)
            if isinstance(command, click.Group):
                yield from commands(command, (*path, name))
            else:
                yield " ".join((*path, name))


def test_every_command_is_described() -> None:
    """The help of each command stands under a heading of its own."""
    page = (REFERENCE / "command-line.md").read_text(encoding="utf-8")

    assert [name for name in commands() if f"## communique {name}\n\n```{{command-help}} {name}\n```" not in page] == []


@pytest.mark.parametrize("value", [Extractor, Exporter])
def test_every_declaration_is_described(value: type) -> None:
    """What an extractor or an exporter declares stands in a table of the page on hooks."""
    page = (
        (REFERENCE / "hooks.md").read_text(encoding="utf-8").split(f"## What an {value.__name__.lower()} declares")[1]
    )
    declared = {one.name for one in fields(value)} - {"plugin", "version"}

    assert {name for name in declared if f"| `{name}` |" not in page.split("\n## ")[0]} == set()


def test_table_of_plugins_says_what_each_reads_and_gives() -> None:
    """A row for each plugin that gives kinds; what its extractors read of one another's is left out."""
    page = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[(communique-[a-z]+)\]\([a-z-]+\) \|([^|]*)\|([^|]*)\|([^|]*)\|$", page, re.MULTILINE)
    said = {name: [set(re.findall(r"\b[A-Z]\w+", cell)) for cell in cells] for name, *cells in rows}
    given: dict[str, list[set[str]]] = {}
    for one in load().extractors:
        parts = given.setdefault(one.plugin, [set(), set(), set()])
        for part, kinds in zip(parts, (one.gives, one.needs, one.uses), strict=True):
            part.update(kind.__name__ for kind in kinds)
    assert said == {name: [gives, needs, uses - gives] for name, (gives, needs, uses) in given.items()}


def test_every_promise_is_described() -> None:
    """In a table of what it is promised of; no other is."""
    page = (REFERENCE / "promises.md").read_text(encoding="utf-8")
    of_extractors, of_exporters, of_plugins = (
        set(re.findall(r"^\| `([a-z -]+)` \|", part, re.MULTILINE)) for part in page.split("\n## ")[1:]
    )
    assert of_extractors == {*CHECKS, "dress", "renamed", "linear"}
    assert of_exporters == set(EXPORT_CHECKS)
    assert of_plugins == set(MENDS) - of_extractors - of_exporters


def test_every_part_of_the_record_is_described() -> None:
    """Each field of each part of a record stands in the section of that part."""
    schema = record_schema()
    page = (REFERENCE / "record.md").read_text(encoding="utf-8")
    parts = {name: schema["$defs"][kind.tag] for name, kind in SECTIONS}
    parts |= {"dateline": schema["$defs"]["dateline"], "article": schema["properties"]["article"]}
    parts |= {"provenance": schema["properties"]["provenance"], "The whole": schema}
    common = {"id", "span", "rule", "plugin", "cues"}
    untold = {
        heading: sorted(
            field
            for field in part["properties"]
            if field not in common and f"`{field}`" not in page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        )
        for heading, part in parts.items()
    }

    assert {heading: fields for heading, fields in untold.items() if fields} == {}
    assert all(f"| `{name}` |" in page for name in common)
