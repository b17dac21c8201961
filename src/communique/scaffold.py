"""A plugin to begin with: complete, typed and tested, written from templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from keyword import iskeyword
from pathlib import Path
from string import Template
from typing import Literal

from communique.exporter import TAKEN
from communique.kinds import KINDS
from communique.plugins import statuses

Sort = Literal["extractor", "exporter", "lexicon"]
"""What a plugin gives."""

_PREFIX = "communique-"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MOST = 40
"""Code points of the longest name."""


class ScaffoldError(ValueError):
    """A plugin cannot be written; the message says why, and what to do.

    >>> new_plugin("Truces of 2026!")
    Traceback (most recent call last):
    communique.scaffold.ScaffoldError: 'Truces of 2026!' is no name for a plugin: ... for example 'truces-of'
    """


def new_plugin(name: str, sort: Sort = "extractor", into: Path = Path()) -> Path:
    """Write a plugin of that name, and give its folder.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     sorted(path.name for path in new_plugin("truces", into=Path(folder)).iterdir())
    ['.gitignore', 'README.md', 'pyproject.toml', 'src', 'tests']

    Args:
        name: what it is called, in lower case with hyphens; ``communique-`` may stand in front.
        sort: what it gives.
        into: the folder in which its own folder is made.

    Raises:
        ScaffoldError: if the name will not do, or its folder is there already.
    """
    words = _words(checked_name(name.removeprefix(_PREFIX), sort), sort)
    folder = into / words["distribution"]
    if folder.exists():
        raise ScaffoldError(f"{folder} is there already: choose another name, or another folder with --into")
    for path, template in _templates(sort):
        target = folder / path.replace("PACKAGE", words["package"]).replace("NAME", words["name"])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(template).substitute(words), encoding="utf-8", newline="\n")
    return folder


def checked_name(name: str, sort: Sort) -> str:
    """Give the name of a plugin, if it will do.

    >>> checked_name("Cease Fires", "extractor")
    Traceback (most recent call last):
    communique.scaffold.ScaffoldError: 'Cease Fires' is no name for a plugin: ... for example 'cease-fires'

    Raises:
        ScaffoldError: if it is not in kebab-case, or something else has it.
    """
    if not _NAME.fullmatch(name) or len(name) > _MOST:
        plain = "-".join(re.findall("[a-z][a-z0-9]*", name.lower()))[:_MOST].strip("-")
        hint = f", for example {plain!r}" if plain else ""
        raise ScaffoldError(
            f"{name!r} is no name for a plugin: it has at most {_MOST} small letters (a to z), digits and hyphens{hint}"
        )
    if any(name == status.name or _PREFIX + name == status.distribution for status in statuses()):
        raise ScaffoldError(f"a plugin {name!r} is installed already: choose another name")
    if sort == "exporter" and name in TAKEN:
        raise ScaffoldError(f"communique itself has an exporter {name!r}: choose another name")
    if sort == "extractor":
        tag = _singular(name)
        if tag in {kind.tag for kind in KINDS} or iskeyword(_class_name(tag)) or _class_name(tag) in _classes(sort):
            raise ScaffoldError(f"{tag!r} would be the name of what it finds, and is taken: choose another name")
    return name


def _singular(name: str) -> str:
    if name.endswith("ies") and len(name) > len("pies"):
        return name.removesuffix("ies") + "y"
    return name.removesuffix("s") if re.search("[^sui]s$", name) and len(name) > len("gas") else name


def _class_name(tag: str) -> str:
    return "".join(part.capitalize() for part in tag.split("-"))


def _classes(sort: Sort) -> set[str]:
    """What looks like the name of a class in the code of templates."""
    code = [template for path, template in _templates(sort) if path.endswith(".py")]
    return set(re.findall(r"\b[A-Z]\w+", " ".join(code)))


def _words(name: str, sort: Sort) -> Mapping[str, str]:
    """What stands for the names in templates."""
    package, tag = f"communique_{name.replace('-', '_')}", _singular(name)
    kind = _class_name(tag)
    major, minor = version("communique").split(".")[:2]
    needs = [f"communique>={major}.{minor},<{int(major) + 1}"]
    listed = {
        "extractor": f'\n[project.entry-points."communique.kinds"]\n{kind} = "{package}.finding:{kind}"\n',
        "exporter": f'\n[project.entry-points."communique.exporters"]\n{name} = "{package}.writing:EXPORTER"\n',
        "lexicon": "",
    }
    summary = {"extractor": "Finds", "exporter": "Writes", "lexicon": "Words for"}
    return {
        "name": name,
        "distribution": _PREFIX + name,
        "package": package,
        "tag": tag,
        "kind": kind,
        "summary": f"{summary[sort]} {name.replace('-', ' ')}",
        "dependencies": ", ".join(f'"{one}"' for one in (["attrs>=24.2"] if sort == "extractor" else []) + needs),
        "listed": listed[sort],
    }


def _templates(sort: Sort) -> Iterator[tuple[str, str]]:
    """The templates of a plugin, each with its path."""
    templates = files("communique").joinpath("templates")
    yield from _files(templates.joinpath("every"))
    yield from _files(templates.joinpath(sort))


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    """The templates in a folder, each with its path."""
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _files(one, f"{path}{one.name}/")
        elif one.name.endswith(".txt"):
            yield path + one.name.removesuffix(".txt"), one.read_text(encoding="utf-8")
