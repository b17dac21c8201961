"""``communique articles``: articles in, the same articles out as JSON Lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from communique.article import Article
from communique.cli import FAILED
from communique.cli.inputs import Form, Unreadable
from communique.cli.inputs import articles as articles_of
from communique.cli.options import input_options, output_option, target
from communique.record import to_json


@click.command()
@input_options
@output_option
def articles(files: tuple[str, ...], form: Form, published: date | None, output: Path | None) -> int:
    """Write the articles that files hold, as JSON Lines: what `extract -i jsonl` reads.

    Web pages become text before they are read, and records point into that text: with this it is kept.
    """
    failed = False
    with target(output, files) as stream:
        for one in articles_of(files, form, published):
            if isinstance(one, Unreadable):
                click.echo(one.failure.message, err=True)
                failed = True
            else:
                stream.write(f"{_line(one)}\n".encode())
    return FAILED if failed else 0


def _line(article: Article) -> str:
    day = article.published.isoformat() if article.published else None
    given = {"id": article.id, "title": article.title, "source": article.source, "published": day, "text": article.text}
    return to_json({name: value for name, value in given.items() if value is not None})
