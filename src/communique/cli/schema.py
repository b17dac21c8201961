"""``communique schema``: the form of records, as JSON Schema."""

from __future__ import annotations

import json

import click

from communique.cli.options import choice_options, kind_named, pipeline_of
from communique.cli.settings import Settings
from communique.schema import kind_schema, record_schema


@click.command()
@choice_options
@click.argument("kind", metavar="[KIND]", required=False)
def schema(kind: str | None, only: tuple[str, ...], disable: tuple[str, ...], settings: Settings) -> int:
    """Print the JSON Schema of records, or of findings of one KIND.

    It is draft 2020-12, and knows the kinds of the installed plugins.
    """
    pipeline, _ = pipeline_of(only, disable, settings)
    made = record_schema(pipeline.kinds) if kind is None else kind_schema(kind_named(kind, pipeline, "KIND"))
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    return 0
