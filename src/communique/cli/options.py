"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from communique.kinds import KINDS, Kind
from communique.pipeline import Pipeline, PipelineError
from communique.plugins import load

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType):
    """A day in ISO 8601."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Make it a date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day such as 2026-01-23", param, ctx)


def reading_options(command: F) -> F:
    """Add the options that say how articles are read: --published, --only, --disable, -i."""
    for option in (
        click.option(
            "-i",
            "--input-format",
            "form",
            type=click.Choice(["auto", "text", "jsonl"]),
            default="auto",
            show_default=True,
            help="What the files hold: one article of plain text, or one per line as JSON.",
        ),
        click.option("--published", type=Day(), help="Day of publication, for articles that do not name theirs."),
        click.option("--only", metavar="KINDS", multiple=True, help="Find these kinds only, e.g. quote,claim."),
        click.option("--disable", metavar="PLUGIN", multiple=True, help="Leave a plugin out; may be repeated."),
        click.argument("files", nargs=-1, metavar="[FILES|-]..."),
    ):
        command = option(command)
    return command


def pipeline_of(only: tuple[str, ...], disable: tuple[str, ...]) -> tuple[Pipeline, list[Kind] | None]:
    """Load the pipeline that the options ask for, and give it with the kinds they named."""
    pipeline = load(_split(disable))
    if not only:
        return pipeline, None
    kinds = [_kind(name, pipeline) for name in _split(only)]
    try:
        return pipeline.only(kinds), kinds
    except PipelineError as error:
        raise click.BadParameter(str(error), param_hint="--only") from error


def _split(values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _kind(name: str, pipeline: Pipeline) -> Kind:
    """The kind of that tag, in the singular or plural."""
    by_tag = {kind.tag: kind for kind in (*KINDS, *pipeline.kinds) if not kind.layout}
    kind = by_tag.get(name.lower()) or by_tag.get(name.lower().removesuffix("s"))
    if kind is None:
        raise click.BadParameter(f"there is no kind {name!r}; kinds are {', '.join(sorted(by_tag))}", param_hint="--only")
    return kind
