"""What `communique extract` writes: tables and the formats of plugins, chosen by name or by the ending of a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.greetings import Greeting, give, install, lines, shouted

from communique import Exporter, Reading
from communique.cli import run
from communique.kinds import Kind

pytestmark = pytest.mark.usefixtures("pipeline_of_two")


def table(printed: str) -> list[dict[str, str]]:
    """The rows of the table that was printed."""
    return list(csv.DictReader(io.StringIO(printed, newline="")))


def test_table_of_one_kind(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """With -f csv the findings of a kind come as rows, article by article; an error costs an article its rows only."""
    give(monkeypatch, lines({"id": "1", "text": "Hello, hello."}) + "7\n" + lines({"id": "3", "text": "Hello\n\nbad"}))
    assert run(["extract", "-i", "jsonl", "-f", "csv", "--only", "greeting"]) == 1
    out, err = capfd.readouterr()
    rows = table(out)
    assert [(row["article"], row["id"], row["words"], row["start"]) for row in rows] == [
        ("1", "x1", "Hello", "0"),
        ("1", "x2", "hello", "7"),
        ("3", "x1", "Hello", "0"),
    ]
    assert "line 2" in err
    assert "1 article(s) with errors" in err


@pytest.mark.parametrize(
    "only, said",
    [
        ([], "csv writes findings of one kind, and none was chosen: choose with --only, for example --only quote, "),
        (
            ["--only", "greeting,remark"],
            "not greeting, remark together: choose with --only, for example --only greeting, ",
        ),
    ],
)
def test_table_of_several_kinds_is_refused(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], only: list[str], said: str
) -> None:
    """Kinds have different columns; the message says what to do instead."""
    give(monkeypatch, "Hello.")
    assert run(["extract", "-f", "csv", *only]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert said in err
    assert "call once for each kind; -f jsonl writes all kinds at once" in err


@pytest.mark.parametrize(
    "name, options, first",
    [
        ("a.csv", [], "article,id"),
        ("a.jsonl", [], '{"schema'),
        ("a.txt", [], '{"schema'),
        ("a", [], '{"schema'),
        ("a.shout", [], "HELLO"),
        ("a.jsonl", ["-f", "csv"], "article,id"),
        ("a.csv", ["-f", "shouting"], "HELLO"),
    ],
)
def test_form_of_the_output_follows_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, options: list[str], first: str
) -> None:
    """Without -f the ending of the file chooses the exporter, of core or of a plugin; -f has the last word."""
    install(monkeypatch, Exporter("shouting", shouted, suffix=".shout"))
    give(monkeypatch, "Hello.")
    target = tmp_path / name
    assert run(["extract", "--only", "greeting", "-o", str(target), *options]) == 0
    assert target.read_text(encoding="utf-8").startswith(first)


def test_exporter_of_a_plugin_writes_its_kinds(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What it can write is what is found, unless something is asked for; another kind is refused with a way out."""
    install(monkeypatch, Exporter("shouting", shouted, kinds=(Greeting,)))
    give(monkeypatch, "Hello.")
    assert run(["extract", "-f", "shouting"]) == 0
    assert capfd.readouterr().out == "HELLO\n"
    give(monkeypatch, "Hello.")
    assert run(["extract", "-f", "shouting", "--only", "remark"]) == 2
    assert (
        "shouting writes greeting, not remark: choose with --only, for example --only greeting"
        in capfd.readouterr().err
    )


def test_only_what_an_exporter_writes_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """So that another plugin, which fails, is not asked; with --only all is as it was asked for."""
    install(monkeypatch, Exporter("shouting", shouted, kinds=(Greeting,)))
    give(monkeypatch, "Hello, bad.")
    assert run(["extract", "-f", "shouting"]) == 0
    assert capfd.readouterr().out == "HELLO\n"
    give(monkeypatch, "Hello, bad.")
    assert run(["extract", "-f", "jsonl", "--only", "greeting"]) == 0
    give(monkeypatch, "Hello, bad.")
    assert run(["extract", "-f", "jsonl"]) == 1


def test_exporter_that_writes_bytes(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Bytes go out as they are."""
    install(monkeypatch, Exporter("bytes", lambda readings, kinds: [b"\xff\x00" for _ in readings]))  # noqa: ARG005
    give(monkeypatch, "Hello.")
    assert run(["extract", "-f", "bytes"]) == 0
    assert capfdbinary.readouterr().out == b"\xff\x00"


@pytest.mark.parametrize("piece", [7, None])
def test_exporter_that_fails_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], piece: Any
) -> None:
    """Whose fault it is stands in the message: plugin, version and what was raised."""

    def odd(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
        for reading in readings:
            yield piece or reading.of(Greeting)[7].span.text

    install(monkeypatch, Exporter("odd", odd))
    give(monkeypatch, "Hello.")
    assert run(["extract", "-f", "odd"]) == 1
    error = "TypeError: it gave 7, which is neither text nor bytes" if piece else "IndexError: tuple index out of range"
    assert f"exporter 'odd' of communique-odd 1.2: {error}" in capfd.readouterr().err
