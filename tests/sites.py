"""Distributions that are made up: a module and the metadata of one, in a directory that stands alone on the path."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from textwrap import dedent

import click  # noqa: F401 - loaded before the path is emptied
import packaging.requirements  # noqa: F401 - loaded before the path is emptied

import communique.hookspecs  # noqa: F401 - loaded before the path is emptied
from communique import plugins

PREAMBLE = """
from attrs import frozen
from communique import Annotation, Entry, Exporter, Extractor, Lexicon, Sentence, because, hookimpl
from communique.kinds import Actor, Claim, Quote

@frozen
class Greeting(Annotation):
    "A hello."
    tag = "greeting"

HELLO = Lexicon.of("hello", {"hello": None})

def greet(reading):
    for start, end, _ in reading.hits(HELLO):
        span = reading.article.span(start, end)
        yield Greeting(span, evidence=because(greet, span))

def nothing(reading):
    return ()
"""
GREETINGS = """
@hookimpl
def communique_extractors():
    return [Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,))]
"""


class Site:
    """A directory of installed distributions."""

    def __init__(self, path: Path) -> None:
        """Begin with communique alone, in its real version."""
        self.path = path
        self.real = version("communique")

    def metadata(self, distribution: str, number: str, requires: Sequence[str] = (), points: str = "") -> None:
        """Write the metadata of a distribution."""
        info = self.path / f"{distribution.replace('-', '_')}-{number}.dist-info"
        info.mkdir()
        needed = "".join(f"Requires-Dist: {line}\n" for line in requires)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {number}\n{needed}")
        (info / "entry_points.txt").write_text(points)
        importlib.invalidate_caches()
        plugins._load.cache_clear()

    def install(
        self,
        name: str,
        code: str | None = GREETINGS,
        *,
        number: str = "1.2",
        requires: Sequence[str] = ("communique>=0.0",),
        kinds: Sequence[str] = (),
        exporters: Sequence[str] = (),
        commands: Sequence[str] = (),
        distribution: str = "",
    ) -> None:
        """Install a plugin; without code its module is missing."""
        distribution = distribution or f"communique-{name}"
        module = f"fake_{distribution.replace('-', '_')}"
        if code is not None:
            (self.path / f"{module}.py").write_text(PREAMBLE + dedent(code))
        listed = "".join(f"{kind} = {module}:{kind}\n" for kind in kinds)
        points = f"[communique]\n{name} = {module}\n[communique.kinds]\n{listed}[communique.exporters]\n"
        points += "".join(f"{exporter} = {module}:{exporter}\n" for exporter in exporters)
        points += "[communique.commands]\n" + "".join(f"{command} = {module}:{command}\n" for command in commands)
        self.metadata(distribution, number, requires, points)


COUNT = """
import click

@click.command()
@click.argument("words", nargs=-1)
def count(words):
    "Count words."
    click.echo(len(words))
    return 0 if words else 1

@hookimpl
def communique_commands():
    return [count]
"""


def extractor_code(name: str, gives: str, needs: str = "") -> str:
    """The code of a plugin with one extractor, which finds nothing."""
    return f"""
        @hookimpl
        def communique_extractors():
            return [Extractor("{name}", nothing, gives=({gives},), needs=({needs}{"," if needs else ""}))]
        """
