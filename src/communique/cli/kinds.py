"""``communique kinds``: what can be found, and by whom."""

from __future__ import annotations

import re

import click

from communique.kinds import KINDS, Name
from communique.plugins import statuses


@click.command()
def kinds() -> int:
    """List the kinds of finding, and the plugins that give them (from metadata; none is imported)."""
    givers: dict[str, list[str]] = {}
    for status in statuses():
        for kind in status.kinds:
            givers.setdefault(_tag(kind), []).append(status.name)
    listed = [kind for kind in KINDS if not kind.layout and kind.tag != "foreign"]
    for one in listed:
        says = (one.__doc__ or "").strip().splitlines()[0]
        by = "any" if one.tag == "unresolved" else ", ".join(givers.pop(one.tag, ())) or "-"
        click.echo(f"{one.tag:12} {by:14} {says}")
    givers.pop(Name.tag, None)
    for tag, names in sorted(givers.items()):
        click.echo(f"{tag:12} {', '.join(names):14} (a kind of its own)")
    return 0


def _tag(name: str) -> str:
    """The tag of a kind, by the name of its class: ``ship-move`` of ``ShipMove``."""
    return re.sub("(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
