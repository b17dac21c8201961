"""``communique plugins``: what is installed, and tools for those who write plugins."""

from __future__ import annotations

from pathlib import Path

import click

from communique.cli import FAILED
from communique.plugins import statuses


@click.group()
def plugins() -> None:
    """List, show and check plugins, and write new ones."""


@plugins.command("list")
@click.option("--disable", metavar="PLUGIN", multiple=True, help="Show a plugin as left out; may be repeated.")
def list_(disable: tuple[str, ...]) -> int:
    """List the installed plugins, with the kinds they find and the formats they write (-f).

    What is listed comes from their metadata; none is imported.  communique itself writes -f csv and -f jsonl.
    """
    for status in statuses(disable):
        kinds = ", ".join((*status.kinds, *(f"-f {exporter}" for exporter in status.exporters))) or "-"
        why = f"  ({status.why})" if status.why else ""
        click.echo(f"{status.name:16} {status.version:10} {status.state:13} {kinds:28} {status.distribution}{why}")
    return 0


@plugins.command()
@click.argument("plugin", metavar="NAME|PATH")
def check(plugin: str) -> int:
    """Hold a plugin to everything that plugins promise.

    It is the name of an installed one, or the path of a module or of a project's folder.  Each broken promise is
    printed, with where it was seen and how to mend it; with one the exit status is 1.
    """
    from communique.testing import check_plugin

    installed = {name for status in statuses() for name in (status.name, status.distribution)}
    named = plugin in installed or not Path(plugin).exists()
    found = check_plugin(plugin if named else Path(plugin))
    for problem in found:
        click.echo(f"{problem}\n    {problem.mend}")
    click.echo(f"{plugin}: {len(found)} problem(s)" if found else f"{plugin} keeps its promises", err=bool(found))
    return FAILED if found else 0
