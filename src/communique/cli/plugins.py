"""``communique plugins``: what is installed."""

from __future__ import annotations

import click

from communique.plugins import statuses


@click.group()
def plugins() -> None:
    """List the installed plugins."""


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
