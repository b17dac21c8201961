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
    """List the installed plugins, from their metadata; none is imported."""
    for status in statuses(disable):
        kinds = ", ".join(status.kinds) or "-"
        why = f"  ({status.why})" if status.why else ""
        click.echo(f"{status.name:16} {status.version:10} {status.state:13} {kinds:24} {status.distribution}{why}")
    return 0
