"""``communique explain``: why things were found."""

from __future__ import annotations

from datetime import date

import click

from communique.cli import FAILED
from communique.cli.inputs import Unreadable, articles
from communique.cli.options import choice_options, pipeline_of, published_option
from communique.cli.printable import printable
from communique.cli.settings import Settings
from communique.explain import explain as explanations


@click.command()
@published_option
@choice_options
@click.argument("file")
@click.argument("ident", metavar="[ID]", required=False)
def explain(
    file: str,
    ident: str | None,
    published: date | None,
    only: tuple[str, ...],
    disable: tuple[str, ...],
    settings: Settings,
) -> int:
    """Say why things were found in FILE, or why the finding with that ID was: rule, cues, plugin."""
    pipeline, kinds = pipeline_of(only, disable, settings)
    wanted = None if kinds is None else {kind.tag for kind in kinds}
    failed, told = False, False
    absent: LookupError | None = None
    for one in articles([file], "auto", published):
        if isinstance(one, Unreadable):
            click.echo(one.failure.message, err=True)
            return FAILED
        reading = pipeline.run(one, strict=False)
        for failure in reading.errors:
            click.echo(f"{failure.plugin}: {failure.type}: {failure.message}", err=True)
            failed = True
        try:
            found = explanations(reading, ident)
        except LookupError as error:
            absent = error
            continue
        told = True
        for explanation in found:
            if ident is not None or wanted is None or explanation.kind in wanted:
                click.echo(printable(f"{explanation}\n"))
    if absent is not None and not told:
        raise click.BadParameter(str(absent), param_hint="ID") from absent
    return FAILED if failed else 0
