"""Options and arguments that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from communique.cli.settings import Settings, settings_option
from communique.exporter import Exporter, ExportError
from communique.exporters import CSV, JSONL, exporter, exporters
from communique.kinds import KINDS, Kind, Quote
from communique.pipeline import Pipeline, PipelineError
from communique.plugins import load, statuses

F = TypeVar("F", bound=Callable[..., Any])


def _day_of(_: click.Context, __: click.Parameter, given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise click.BadParameter(f"{given!r} is no day like 2026-01-23") from error


def published_option(command: F) -> F:
    """Add --published, a day in ISO 8601."""
    return click.option(
        "--published",
        metavar="DATE",
        callback=_day_of,
        help="Day of publication, for articles that do not name theirs.",
    )(command)


def choice_options(command: F) -> F:
    """Add the options that choose what is found: --only, --disable, --settings."""
    for option in (
        click.option("--only", metavar="KINDS", multiple=True, help="Find these kinds only, e.g. quote,claim."),
        click.option("--disable", metavar="PLUGIN", multiple=True, help="Leave a plugin out; may be repeated."),
        settings_option,
    ):
        command = option(command)
    return command


def input_options(command: F) -> F:
    """Add the options and the argument that say what is read: -i, --published, FILES."""
    command = click.option(
        "-i",
        "--input-format",
        "form",
        type=click.Choice(["auto", "text", "html", "jsonl"]),
        default="auto",
        show_default=True,
        help="What the files hold: one article of plain text, a web page, or one article per line as JSON.",
    )(command)
    command = click.argument("files", nargs=-1, metavar="[FILES|-]...")(command)
    return published_option(command)


def reading_options(command: F) -> F:
    """Add what says which articles are read and how: -i, --published, FILES, --only, --disable, --settings."""
    return choice_options(input_options(command))


def output_option(command: F) -> F:
    """Add -o, a file to write to."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
        callback=_none_for_dash,
        help="Write to a file instead of standard output, which is also `-`.",
    )(command)


def _none_for_dash(_context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    return None if value == Path("-") else value


@contextmanager
def target(output: Path | None, files: Sequence[str]) -> Iterator[BinaryIO]:
    """Open the file to write to, which must not be among those that are read, or give standard output."""
    if output is None:
        yield sys.stdout.buffer
        return
    if _is_among(output, files):
        raise click.UsageError(f"{output} is one of the files to read, and would be lost: name another for -o")
    try:
        stream = output.open("wb")
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from error
    with stream:
        yield stream


def _is_among(output: Path, files: Sequence[str]) -> bool:
    for name in files:
        with suppress(OSError):  # one of them is not there
            if name != "-" and output.samefile(name) and output.is_file():
                return True
    return False


def pipeline_of(
    only: tuple[str, ...], disable: tuple[str, ...], settings: Settings
) -> tuple[Pipeline, list[Kind] | None]:
    """Load the pipeline that the options ask for, and give it with the kinds they named."""
    pipeline = load(_split(disable), settings)
    if not only:
        return pipeline, None
    kinds = [kind_named(name, pipeline) for name in _split(only) or [""]]
    try:
        return pipeline.only(kinds), kinds
    except PipelineError as error:
        message = f"{error}{_left_out(kinds, pipeline, _split(disable))}"
        raise click.BadParameter(message, param_hint="--only") from error


def _left_out(kinds: Sequence[Kind], pipeline: Pipeline, disable: Collection[str]) -> str:
    """Say which disabled plugins would give the kinds that nobody gives."""
    lacking = {kind.__name__ for kind in kinds if kind not in pipeline.kinds}
    given = [one.name for one in statuses(disable) if one.state == "disabled" and lacking.intersection(one.kinds)]
    return f"; disabled is {', '.join(given)}, which gives it" if given else ""


def exporter_of(
    name: str | None, output: Path | None, kinds: Sequence[Kind] | None, disable: tuple[str, ...]
) -> tuple[Exporter, tuple[Kind, ...]]:
    """Choose the exporter, by its name or by the ending of the output, and give it with the kinds it is to write."""
    disabled = _split(disable)
    try:
        chosen = _by_ending(output, disabled) if name is None else exporter(name, disabled)
    except ExportError as error:
        raise click.BadParameter(str(error), param_hint="-f") from error
    try:
        return chosen, chosen.checked(kinds or ())
    except ExportError as error:
        fitting = chosen.kinds or (*(kinds or ()), Quote)
        example = fitting[0]
        way_out = f"choose with --only, for example --only {example.tag}"
        if chosen.one_kind:
            way_out += ", and call once for each kind; -f jsonl writes all kinds at once"
        raise click.UsageError(f"{error}: {way_out}") from error


_OF_LINES = {".json", ".ndjson", ".txt"}
"""Endings that files of JSON Lines may well have, besides their own."""


def _by_ending(output: Path | None, disable: list[str]) -> Exporter:
    if output is None or output.suffix in {"", JSONL.suffix}:
        return JSONL
    if output.suffix == CSV.suffix:
        return CSV
    for one in exporters(disable).values():
        if one.suffix == output.suffix:
            return one
    if output.suffix not in _OF_LINES:
        click.echo(f"{output} holds JSON Lines: nothing here writes {output.suffix}; -f csv writes a table", err=True)
    return JSONL


def _split(values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def kind_named(name: str, pipeline: Pipeline, hint: str = "--only") -> Kind:
    """Give the kind of that tag, in the singular or plural."""
    by_tag = {kind.tag: kind for kind in (*KINDS, *pipeline.kinds) if not kind.layout}
    kind = by_tag.get(name.lower()) or by_tag.get(name.lower().removesuffix("s"))
    if kind is None:
        raise click.BadParameter(f"there is no kind {name!r}; kinds are {', '.join(sorted(by_tag))}", param_hint=hint)
    return kind
