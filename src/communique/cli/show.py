"""``communique show``: the article in colour, and what was found in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from communique.cli import FAILED
from communique.cli.inputs import Form, Unreadable, articles
from communique.cli.options import pipeline_of, reading_options
from communique.cli.printable import printable
from communique.cli.settings import Settings
from communique.explain import Explanation, explain, pieces
from communique.kinds import KINDS, Kind
from communique.reading import Reading

STYLES = {
    "dateline": "bold blue",
    "quote": "green",
    "delegation": "underline",
    "claim": "red",
    "position": "magenta",
    "event": "yellow",
    "time": "blue",
    "actor": "bold cyan",
    "place": "cyan",
}
"""How each kind looks; where several cover a word their styles add up, the later ones on top."""


@click.command()
@reading_options
@click.option("--width", type=click.IntRange(20), help="Width of the output in columns; default: the terminal's.")
def show(
    files: tuple[str, ...],
    form: Form,
    published: date | None,
    only: tuple[str, ...],
    disable: tuple[str, ...],
    settings: Settings,
    width: int | None,
) -> int:
    """Show articles with what was found in them."""
    pipeline, kinds = pipeline_of(only, disable, settings)
    console = Console(highlight=False)
    if width or not console.is_terminal:
        console.width = width or _UNBROKEN
    failed = False
    for one in articles(files, form, published):
        if isinstance(one, Unreadable):
            click.echo(one.failure.message, err=True)
            failed = True
            continue
        reading = pipeline.run(one, strict=False)
        for failure in reading.errors:
            click.echo(f"{failure.plugin}: {failure.type}: {failure.message}", err=True)
            failed = True
        _show(console, reading, kinds)
    return FAILED if failed else 0


def _show(console: Console, reading: Reading, kinds: Sequence[Kind] | None) -> None:
    if reading.article.title:
        console.print(escape(printable(reading.article.title)), style="bold")
    console.print(_marked(reading, kinds), soft_wrap=False)
    console.print()
    wanted = None if kinds is None else {kind.tag for kind in kinds}
    explanations = [one for one in explain(reading) if wanted is None or one.kind in wanted]
    by_tag: dict[str, list[Explanation]] = {kind.tag: [] for kind in KINDS}
    for one in explanations:
        by_tag.setdefault(one.kind, []).append(one)
    for tag, found in by_tag.items():
        if found:
            console.print(_table(tag, found))


def _marked(reading: Reading, kinds: Collection[Kind] | None) -> Text:
    text = Text()
    for piece in pieces(reading, kinds):
        styles = " ".join(style for tag, style in STYLES.items() if tag in piece.tags)
        text.append(printable(piece.span.text), style=styles or None)
    return text


_UNBROKEN = 1 << 16
"""The width of what goes to a file or to another program: a line for each finding."""

_COLUMNS = {
    "dateline": ("places", "date", "agency"),
    "quote": ("kind", "speaker", "role", "country", "via", "cue"),
    "delegation": ("party", "head", "members", "size", "occasion"),
    "claim": ("claimant", "stance", "territory", "against", "reported_by"),
    "position": ("holder", "stance", "content", "toward"),
    "event": ("type", "status", "sources", "targets", "place"),
    "time": ("type", "value", "anchor"),
    "actor": ("kind", "name", "country", "roles"),
    "place": ("name", "country", "sort"),
    "unresolved": ("what", "why", "candidates"),
}
_WITHOUT_TEXT = {"actor", "place", "dateline"}


def _table(tag: str, found: Sequence[Explanation]) -> Table:
    columns = _COLUMNS.get(tag) or tuple(dict.fromkeys(name for one in found for name in one.fields))
    words = () if tag in _WITHOUT_TEXT else ("words",)
    table = Table(
        "id",
        *columns,
        *words,
        "¶",
        "rule",
        title=f"{tag} ({len(found)})",
        title_justify="left",
        title_style=STYLES.get(tag, ""),
        box=None,
        pad_edge=False,
    )
    for one in found:
        cells = [one.id, *(_cell(one, column) for column in columns), *([one.words] * len(words)), str(one.paragraph)]
        table.add_row(*(Text(printable(" ".join(cell.split()))) for cell in cells), Text(one.rule, style="dim"))
    return table


def _cell(one: Explanation, column: str) -> str:
    if column == "speaker" and column not in one.fields:
        return str(one.fields.get("speaker_words", ""))  # as the text calls them, where that is no actor
    return str(one.fields.get(column, ""))
