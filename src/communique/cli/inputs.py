"""Articles out of files and standard input; what cannot be read comes as an error, and the rest goes on."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Literal

import click
from attrs import evolve, frozen

from communique.article import Article
from communique.cli.keys import meant
from communique.reading import Failure

Form = Literal["auto", "text", "html", "jsonl"]
_ENDINGS: dict[str, Form] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html", ".xhtml": "html"}


@frozen
class Unreadable:
    """An input that is no article."""

    where: str
    """File, and line; the message of the failure names them, too."""
    id: str | None
    """Its id, where it gave one."""
    failure: Failure
    """What is wrong with it."""


def articles(files: Iterable[str], form: Form, published: date | None) -> Iterator[Article | Unreadable]:
    """Give the articles of files in their order; ``-``, or no file at all, is standard input."""
    for name in files or _standard_input():
        try:
            for one in _articles_of(name, form):
                if isinstance(one, Article) and one.published is None and published is not None:
                    yield evolve(one, published=published)
                else:
                    yield one
        except IsADirectoryError:
            said = f"{name} is a folder: name its files, for example {Path(name, '*.txt')}"
            yield Unreadable(name, name, Failure("input", "IsADirectoryError", said))
        except OSError as error:
            yield Unreadable(name, name, Failure("input", type(error).__name__, f"{name}: {error.strerror}"))


def _standard_input() -> list[str]:
    if sys.stdin.isatty():
        raise click.UsageError("give the files to read, or - for standard input")
    return ["-"]


def _articles_of(name: str, form: Form) -> Iterator[Article | Unreadable]:
    if name == "-":
        stream = sys.stdin.buffer
        first = stream.readline()
        if form == "auto":
            form = _form_of(first)
        yield from _in_form(form, "standard input" if form == "jsonl" else name, chain([first], stream))
    else:
        path = Path(name)
        with path.open("rb") as stream:
            yield from _in_form(_ENDINGS.get(path.suffix.lower(), form) if form == "auto" else form, name, stream)


def _in_form(form: Form, name: str, lines: Iterable[bytes]) -> Iterator[Article | Unreadable]:
    if form == "jsonl":
        yield from _of_lines(name, lines)
    elif form == "html":
        yield _of_page(name, b"".join(lines))
    else:
        yield _of_text(name, b"".join(lines))


def _form_of(line: bytes) -> Form:
    """What standard input holds, by its first line."""
    if line.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    return "jsonl" if _is_json_object(line) else "text"


def _is_json_object(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _of_text(name: str, content: bytes) -> Article | Unreadable:
    ident = None if name == "-" else Path(name).name
    try:
        return Article(content.decode("utf-8"), source=None if name == "-" else name, id=ident)
    except UnicodeDecodeError as error:
        said = f"{name} is not UTF-8 (byte {content[error.start]:#04x} at {error.start}): convert it first, "
        said += "for example with iconv -t UTF-8 -f and the encoding it has"
        return Unreadable(name, ident, Failure("input", "UnicodeDecodeError", said))


def _of_page(name: str, content: bytes) -> Article | Unreadable:
    from communique.pages import HtmlExtraMissingError, PageError, article_of

    ident = None if name == "-" else Path(name).name
    try:
        return article_of(content, source=None if name == "-" else name, id=ident)
    except PageError as error:
        return Unreadable(name, ident, Failure("input", "PageError", f"{name}: {error}"))
    except HtmlExtraMissingError as error:
        raise click.UsageError(str(error)) from error


def _of_lines(name: str, lines: Iterable[bytes]) -> Iterator[Article | Unreadable]:
    told: set[str] = set()
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _of_line(f"{name}, line {number}", line, told)


def _of_line(where: str, line: bytes, told: set[str]) -> Article | Unreadable:
    """The article of a line.  A key that looks like a slip is told, unless it is among those `told` before."""
    ident: str | None = None
    try:
        item = json.loads(line)
        if not isinstance(item, dict):
            raise TypeError("a line holds one JSON object")  # noqa: TRY301
        given = item.get("id")
        ident = given if given is None or isinstance(given, str) else str(given)
        article = _article(item, ident)
    except json.JSONDecodeError as error:
        said = f"{where}: no JSON: {error.msg} (column {error.colno})"
        return Unreadable(where, ident, Failure("input", "JSONDecodeError", said))
    except (ValueError, TypeError, RecursionError) as error:
        return Unreadable(where, ident, Failure("input", type(error).__name__, f"{where}: {error}"))
    for key, known in meant(item):
        if key not in told:
            click.echo(f'{where}: {key!r} is passed over; did you mean "{known}"? (told once for each file)', err=True)
            told.add(key)
    return article


def _article(item: dict[str, object], ident: str | None) -> Article:
    text = item.get("text")
    if not isinstance(text, str):
        slips = [key for key, known in meant(item) if known == "text"]
        raise TypeError('"text" is missing, or no string' + "".join(f": is it {key!r}?" for key in slips[:1]))
    words = {name: item.get(name) for name in ("published", "title", "source")}
    for name, value in words.items():
        if value is not None and not isinstance(value, str):
            raise TypeError(f'"{name}" is no string')
    published, title, source = (str(value) if value is not None else None for value in words.values())
    return Article(text, title=title, source=source, published=_day(published), id=ident)


def _day(published: str | None) -> date | None:
    """The day of an ISO 8601 day or moment."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError as error:
        raise ValueError(f'"published": {published!r} is no day like 2026-01-23') from error
