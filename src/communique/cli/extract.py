"""``communique extract``: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from communique.article import Article
from communique.cli import FAILED
from communique.cli.inputs import Form, Unreadable, articles
from communique.cli.options import pipeline_of, reading_options
from communique.pipeline import Pipeline
from communique.reading import Failure
from communique.record import error_record, to_json, to_record


@click.command()
@reading_options
@click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="How records are written.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to a file instead of standard output.",
)
@click.option("--strict", is_flag=True, help="Stop at the first input or plugin that fails.")
def extract(
    files: tuple[str, ...],
    form: Form,
    published: date | None,
    only: tuple[str, ...],
    disable: tuple[str, ...],
    output_format: str,  # noqa: ARG001 - one format so far
    output: Path | None,
    *,
    strict: bool,
) -> int:
    """Write one record per article, as JSON Lines.

    FILES are plain text, one article each, or JSON Lines with objects {"id", "text", "published"?, "title"?,
    "source"?}; - is standard input.  An input that cannot be read gives a record with its error, and the rest goes on.
    """
    pipeline, _ = pipeline_of(only, disable)
    failed = 0
    with _target(output) as target, _progress() as advance:
        for one in articles(files, form, published):
            line, failures = _record_line(pipeline, one, strict=strict)
            target.write(line.encode() + b"\n")
            advance()
            failed += bool(failures)
            for failure in failures:
                click.echo(f"{_title(one)}: {failure.plugin}: {failure.type}: {failure.message}", err=True)
            if failures and strict:
                break
    if failed:
        click.echo(f"{failed} article(s) with errors; see provenance.errors in their records", err=True)
    return FAILED if failed else 0


def _record_line(pipeline: Pipeline, one: Article | Unreadable, *, strict: bool) -> tuple[str, tuple[Failure, ...]]:
    if isinstance(one, Unreadable):
        return to_json(error_record(one.id, one.failure)), (one.failure,)
    try:
        reading = pipeline.run(one, strict=strict)
    except Exception as error:
        if not strict:
            raise
        raise click.ClickException(
            "; ".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])
        ) from error
    return to_json(to_record(reading)), reading.errors


def _title(one: Article | Unreadable) -> str:
    return one.where if isinstance(one, Unreadable) else one.id or "standard input"


@contextmanager
def _target(output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        stream = output.open("wb")
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from error
    with stream:
        yield stream


@contextmanager
def _progress() -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal and standard output is not."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda: progress.advance(task)
