"""Exporters broken on purpose: each breaks one promise, and the check of that promise says what is wrong."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest
from tests.by_hand import quoting

from communique import Claim, Exporter, Failure, Quote, Reading
from communique.exporter import Write
from communique.exporters import BUILT_IN
from communique.kinds import Kind
from communique.testing.exports import (
    EXPORT_CHECKS,
    ExportCheck,
    check_alone,
    check_same,
    check_streams,
    check_unchanged,
    check_writes,
    check_written,
    choices_of,
)
from communique.testing.problem import Problem as Broken

READINGS = [quoting("“Yes.”"), Reading.unreadable(None, Failure("input", "ValueError", "no JSON")), quoting("a\ud800")]


def odd(write: Write, **declared: Any) -> Exporter:
    """An exporter called odd."""
    return Exporter("odd", write, **declared)


def words_of(problems: list[Broken]) -> str:
    """All that a check said."""
    return "\n".join(map(str, problems))


def ids(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:
    """Write the id of each article: it keeps every promise."""
    for reading in readings:
        yield f"{reading.article.id} {len(kinds)}\n"


def as_bytes(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[bytes]:
    """Write the same in another alphabet: it keeps every promise too."""
    return (piece.encode("utf-16") for piece in ids(readings, kinds))


@pytest.mark.parametrize("check", EXPORT_CHECKS.values(), ids=EXPORT_CHECKS)
@pytest.mark.parametrize("exporter", [*BUILT_IN, odd(ids), odd(as_bytes)], ids=["csv", "jsonl", "text", "bytes"])
@pytest.mark.parametrize("readings", [READINGS, READINGS[1:2], []], ids=["three", "unread", "none"])
def test_exporter_that_keeps_its_promises_passes(
    check: ExportCheck, exporter: Exporter, readings: list[Reading]
) -> None:
    """A proper exporter is not accused."""
    assert words_of(check(exporter, readings)) == ""


def test_choices_are_those_that_can_be_written() -> None:
    """Each kind by itself, and all together unless the output is of one kind."""
    assert choices_of(odd(ids, kinds=(Quote, Claim))) == [(), (Quote,), (Claim,)]
    assert choices_of(odd(ids, kinds=(Quote, Claim), one_kind=True)) == [(Quote,), (Claim,)]
    assert choices_of(odd(ids, kinds=(Quote,), one_kind=True)) == [(), (Quote,)]
    assert () in choices_of(odd(ids))


def test_not_total() -> None:
    """A reading that makes it raise, and raising where there is none."""

    def proud(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
        for reading in readings:
            yield f"{reading.of(Quote)[0].span.text!r}\n"

    def at_least_one(readings: Iterable[Reading], kinds: Sequence[Kind]) -> list[str]:  # noqa: ARG001
        return [f"{max(len(reading.article.text) for reading in readings)}\n"]

    assert "not total: 'odd' of all kinds raised IndexError: " in words_of(check_writes(odd(proud), READINGS))
    assert "ValueError: max() " in words_of(check_writes(odd(at_least_one), READINGS))
    assert "(there were no readings)" in words_of(check_writes(odd(at_least_one), READINGS))


@pytest.mark.parametrize(
    "pieces, reason",
    [
        (["a\n", b"b\n"], "'odd' of all kinds gave bytes and str; give str, or bytes"),
        ([7], "gave int; give str, or bytes"),
        (["\ud800\n"], r"gave '\ud800', which UTF-8 cannot hold"),
        (["a\n", "b"], r"gave a last line 'a\nb' without a line feed"),
        (["a\r\n"], "gave lines that end with a carriage return and a line feed"),
    ],
)
def test_not_plain(pieces: list[Any], reason: str) -> None:
    """Text and bytes mixed, other things, half characters, and lines that do not end as lines do."""
    found = check_written(odd(lambda readings, kinds: pieces), READINGS)  # noqa: ARG005
    assert f"not plain: 'odd' of all kinds {reason}".replace("'odd' of all kinds 'odd'", "'odd'") in words_of(found)


def test_not_deterministic() -> None:
    """Output that depends on what was written before."""
    count = itertools.count()
    found = check_same(odd(lambda readings, kinds: [f"{next(count)}\n"]), READINGS)  # noqa: ARG005
    assert "not deterministic: 'odd' of all kinds gave something else when it wrote the same again" in words_of(found)


def test_not_harmless() -> None:
    """A reading that is another one after it was written."""

    def comment(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
        for reading in readings:
            reading.fail(Failure("odd", "Remark", "seen"))
            yield "\n"

    found = check_unchanged(odd(comment), [quoting("“Yes.”")])
    assert "not harmless: 'odd' of all kinds changed the reading of article '7'" in words_of(found)


def test_not_streaming() -> None:
    """Readings that are gathered before the first is written; an exporter may say that it does so."""

    def gather(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:
        yield "head\n"
        yield from ids(list(readings), kinds)

    said = words_of(check_streams(odd(gather), READINGS))
    assert "not streaming: 'odd' gave 5 of " in said
    assert "before it asked for the last of 24 readings; give pieces while readings come, or declare streams" in said
    assert words_of(check_streams(odd(gather, streams=False), READINGS)) == ""


def test_kinds_that_cannot_be_written_hide_nothing_of_others() -> None:
    """Where one choice of kinds makes it raise, which is told once, the next is looked at all the same."""

    def picky(readings: Iterable[Reading], kinds: Sequence[Kind]) -> list[str]:
        if len(kinds) > 1:
            raise ValueError("too many")
        return [f"{list(ids(readings, kinds))}"]

    exporter = odd(picky, kinds=(Quote, Claim))
    assert [str(one) for one in check_writes(exporter, READINGS)] == [
        "not total: 'odd' of all kinds raised ValueError: too many",
        "not total: 'odd' of all kinds raised ValueError: too many (there were no readings)",
    ]
    said = words_of(check_written(exporter, READINGS))
    assert "'odd' of quote gave a last line " in said
    assert "'odd' of claim gave a last line " in said
    assert "'odd' gave 0 of " in words_of(check_streams(exporter, READINGS))


def test_not_offline() -> None:
    """A program that is called to write."""

    def call(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
        subprocess.run([sys.executable, "-c", ""], check=True)
        yield "\n"

    found = check_alone(odd(call, kinds=(Quote,)), [])
    assert "not offline: 'odd' raised the audit event 'subprocess.Popen'" in words_of(found)
