"""``communique score``: how far records agree with gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import click
from attrs import asdict

from communique.cli.printable import printable
from communique.scoring import Passage, Score, Scores, ScoringError, Tally, id_of
from communique.scoring import score as scores_of


@click.command()
@click.option("--only", metavar="KINDS", multiple=True, help="Count these kinds only, e.g. quote,claim.")
@click.option("--misses", metavar="N", type=click.IntRange(0), default=0, help="Print up to N misses of each kind.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object, all misses included.")
@click.argument("gold", type=click.File("rb"))
@click.argument("found", type=click.File("rb"))
def score(gold: BinaryIO, found: BinaryIO, only: tuple[str, ...], misses: int, *, as_json: bool) -> None:
    """Hold the records in FOUND against those in GOLD, article by article.

    Both are JSON Lines, as `communique extract` writes them; - is standard input.  A gold record needs the id of its
    article and the lists that were looked at; of other kinds nothing is counted.  Passages count as right where they
    are the same to the character (exact), or have one in common (overlap); actors and places count mention by mention.
    """
    asked = [part.strip().lower() for value in only for part in value.split(",") if part.strip()]
    kinds = {name for part in asked for name in (part, part.removesuffix("s"))}  # in the singular or plural
    try:
        scores = scores_of(_records(gold), _records(found), kinds or None)
    except ScoringError as error:
        raise click.ClickException(str(error)) from error
    counted = {one.kind for one in scores.kinds}
    if unknown := [part for part in asked if not {part, part.removesuffix("s")} & counted]:
        raise click.BadParameter(f"the gold has no list of {', '.join(unknown)}", param_hint="--only")
    if scores.absent:
        click.echo(f"no record of {len(scores.absent)} of {scores.articles} articles; all in them is missed", err=True)
    click.echo(_as_json(scores) if as_json else "\n".join(_table(scores.kinds, misses)))


def _records(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ScoringError(f"{stream.name}, line {number}: {error}") from error
            if not isinstance(record, dict):
                raise ScoringError(f"{stream.name}, line {number}: a line holds one JSON object")
            try:
                id_of(record)
            except ScoringError as error:
                raise ScoringError(f"{stream.name}, line {number}: {error}") from error
            yield record


_HEAD = f"{'':18}{'gold':>6}{'found':>7}   {'exact: P':>8}{'R':>6}{'F1':>6}   {'overlap: P':>10}{'R':>6}{'F1':>6}"


def _table(scores: Iterable[Score], misses: int) -> Iterator[str]:
    yield _HEAD
    for one in scores:
        exact, overlap = _percents(one.exact, 8), _percents(one.overlap, 10)
        yield f"{one.kind:18}{one.exact.gold:6}{one.exact.found:7}   {exact}   {overlap}"
        for name, agreement in one.fields.items():
            yield f"    {name:14} the same in {agreement.same} of {agreement.pairs}"
        yield from _passages("missed", one.missed[:misses])
        yield from _passages("besides", one.besides[:misses])


def _percents(tally: Tally, width: int) -> str:
    precision, recall, f1 = (
        "-" if share is None else f"{100 * share:.1f}" for share in (tally.precision, tally.recall, tally.f1)
    )
    return f"{precision:>{width}}{recall:>6}{f1:>6}"


def _passages(what: str, passages: Iterable[Passage]) -> Iterator[str]:
    for one in passages:
        words = printable(" ".join(one.text.split()))
        yield f"    {what:8}{one.article} [{one.start}, {one.end})  {words}"


def _as_json(scores: Scores) -> str:
    plain = asdict(scores)
    for one, shown in zip(scores.kinds, plain["kinds"], strict=True):
        for name, tally in (("exact", one.exact), ("overlap", one.overlap)):
            shown[name] |= {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return json.dumps(plain, indent=2, ensure_ascii=False)
