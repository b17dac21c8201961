"""``communique extract``: articles in, records or a table out."""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from communique.article import Article
from communique.cli import FAILED
from communique.cli.inputs import Form, Unreadable, articles
from communique.cli.options import exporter_of, output_option, pipeline_of, reading_options, target
from communique.cli.settings import Settings
from communique.exporter import Exporter
from communique.kinds import Kind
from communique.pipeline import Pipeline
from communique.reading import Reading


@click.command()
@reading_options
@click.option(
    "-f",
    "--format",
    "name",
    metavar="NAME",
    help="How findings are written: jsonl (records, all kinds), csv (a table, one kind), or the name of an installed "
    "exporter.  Default: by the ending of the file that -o names, else jsonl.",
)
@output_option
@click.option("--strict", is_flag=True, help="Stop at the first input or plugin that fails.")
def extract(
    files: tuple[str, ...],
    form: Form,
    published: date | None,
    only: tuple[str, ...],
    disable: tuple[str, ...],
    settings: Settings,
    name: str | None,
    output: Path | None,
    *,
    strict: bool,
) -> int:
    """Write what is found in articles: one record per article, as JSON Lines, or a table of one kind.

    FILES are plain text or web pages, one article each, or JSON Lines with objects {"id", "text", "published"?,
    "title"?, "source"?}; - is standard input.  An input that cannot be read gives a record with its error, and the rest
    goes on.
    """
    pipeline, kinds = pipeline_of(only, disable, settings)
    exporter, wanted = exporter_of(name, output, kinds, disable)
    if kinds is None and wanted:
        pipeline = pipeline.only(wanted)
    failed: list[str] = []
    ids: Counter[str] = Counter()
    with target(output, files) as stream, _progress() as advance:
        read = _read_side_by_side if files and "-" not in files else _read_one_by_one
        readings = _readings(
            read(pipeline, articles(files, form, published), strict=strict), failed, ids, advance, strict=strict
        )
        for piece in _written(exporter, readings, wanted):
            stream.write(piece)
    if again := [ident for ident, times in ids.items() if times > 1]:
        more = f" (and {len(again) - 1} other ids do)" if again[1:] else ""
        click.echo(f"the id {again[0]!r} stands for several articles{more}: tell their rows apart by more", err=True)
    if failed:
        click.echo(f"{len(failed)} article(s) with errors", err=True)
    return FAILED if failed else 0


_Input = Article | Unreadable


def _readings(
    readings: Iterable[tuple[_Input, Reading]],
    failed: list[str],
    ids: Counter[str],
    advance: Callable[[], None],
    *,
    strict: bool,
) -> Iterator[Reading]:
    """Give the readings of the inputs; tell what fails, and note it in `failed`; count their ids in `ids`."""
    for one, reading in readings:
        if isinstance(one, Unreadable):
            click.echo(one.failure.message, err=True)
        else:
            for failure in reading.errors:
                click.echo(f"{_title(one)}: {failure.plugin}: {failure.type}: {failure.message}", err=True)
        if one.id is not None:
            ids[one.id] += 1
        if reading.errors:
            failed.append(_title(one))
        yield reading
        advance()
        if reading.errors and strict:
            return


def _read_one_by_one(pipeline: Pipeline, inputs: Iterable[_Input], *, strict: bool) -> Iterator[tuple[_Input, Reading]]:
    """Read each input when it comes: more of them may be long in coming."""
    for one in inputs:
        yield from _read_side_by_side(pipeline, (one,), strict=strict)


def _read_side_by_side(
    pipeline: Pipeline, inputs: Iterable[_Input], *, strict: bool
) -> Iterator[tuple[_Input, Reading]]:
    """Read inputs that are all there a few at a time."""
    ahead: deque[_Input] = deque()
    readings = pipeline.run_all(_articles_among(inputs, ahead), strict=strict)
    while True:
        reading, failed = None, None
        try:
            reading = next(readings, None)
        except Exception as error:
            if not strict:
                raise
            failed = error
        while ahead and isinstance(one := ahead[0], Unreadable):
            yield ahead.popleft(), Reading.unreadable(one.id, one.failure)
        if failed is not None:
            raise click.ClickException(_said(failed)) from failed
        if reading is None:
            return
        yield ahead.popleft(), reading


def _articles_among(inputs: Iterable[_Input], ahead: deque[_Input]) -> Iterator[Article]:
    """The articles among the inputs; all inputs are noted in their order as they are taken."""
    for one in inputs:
        ahead.append(one)
        if isinstance(one, Article):
            yield one


def _written(exporter: Exporter, readings: Iterator[Reading], kinds: tuple[Kind, ...]) -> Iterator[bytes]:
    """The pieces that an exporter gives, as bytes; what goes wrong in it is told with its name."""
    try:
        for piece in exporter.export(readings, kinds):
            yield _bytes_of(piece)
    except click.ClickException:
        raise
    except Exception as error:
        raise click.ClickException(f"exporter {exporter.name!r} of {exporter.whose}: {_said(error)}") from error


def _bytes_of(piece: object) -> bytes:
    if isinstance(piece, str):
        return piece.encode()
    if isinstance(piece, bytes):
        return piece
    raise TypeError(f"it gave {piece!r}, which is neither text nor bytes")


def _said(error: Exception) -> str:
    return "; ".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])


def _title(one: Article | Unreadable) -> str:
    return one.where if isinstance(one, Unreadable) else one.id or "standard input"


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
