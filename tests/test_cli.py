"""The command line: articles in, records out, and exit statuses a script can rely on."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import click
import pytest
from attrs import evolve, frozen

import communique.cli.options
import communique.exporters
from communique import Annotation, Exporter, Extractor, Lexicon, Pipeline, PluginError, Reading, Sentence, because
from communique.cli import COMMANDS, run
from communique.cli.settings import Settings
from communique.kinds import Kind

HELLO = Lexicon.of("hello", {"hello": None})
SEED = Path(__file__).resolve().parent.parent / "seeds" / "abu-dhabi-talks.txt"


@frozen
class Greeting(Annotation):
    """Somebody says hello."""

    tag: ClassVar[str] = "greeting"


@frozen
class Remark(Annotation):
    """Something else."""

    tag: ClassVar[str] = "remark"


def greet(reading: Reading) -> Iterator[Annotation]:
    """Find each hello: "hello there", not "hell"."""
    for start, end, _ in reading.hits(HELLO):
        span = reading.article.span(start, end)
        yield Greeting(span, evidence=because(greet, span))


def remark(reading: Reading) -> Iterator[Annotation]:
    """Remark on the first sentence; a text with "bad" in it is too much."""
    if "bad" in reading.article.text:
        raise ZeroDivisionError("no reason")
    for sentence in reading.of(Sentence)[:1]:
        yield Remark(sentence.span, evidence=because(remark))


PIPELINE = Pipeline.of(
    [
        Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,)),
        Extractor("remarks", remark, gives=(Remark,), rules=(remark,)),
    ]
)


@pytest.fixture(autouse=True)
def _pipeline_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(disable: Collection[str], _settings: Settings) -> Pipeline:
        if unknown := set(disable) - {"greetings", "remarks"}:
            raise PluginError(f"there is no plugin {min(unknown)!r} to disable")
        return Pipeline.of(one for one in PIPELINE.extractors if one.name not in disable)

    monkeypatch.setattr(communique.cli.options, "load", load)


def give(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    """Put something on standard input."""
    raw = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def lines(*items: object) -> str:
    """Items as JSON Lines."""
    return "".join(f"{json.dumps(item)}\n" for item in items)


def records(printed: str) -> list[dict[str, Any]]:
    """The records that were printed."""
    return [json.loads(line) for line in printed.splitlines()]


# ---------------------------------------------------------------- extract


def test_text_file_gives_one_record(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file of plain text is one article, named after the file."""
    file = tmp_path / "talks.txt"
    file.write_text("Hello there. Hello again.")
    assert run(["extract", str(file)]) == 0
    out, err = capfd.readouterr()
    (record,) = records(out)
    assert record["schema"] == "communique/1"
    assert record["article"]["id"] == "talks.txt"
    assert [item["kind"] for item in record["annotations"]].count("greeting") == 2
    assert err == ""


def test_lines_give_a_record_each(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is known of an article comes back in its record."""
    file = tmp_path / "talks.jsonl"
    file.write_text(
        lines(
            {"id": "1", "text": "Hello."},
            {"id": 2, "text": "x", "published": "2026-01-23", "title": "t", "source": "s"},
        )
    )
    assert run(["extract", str(file)]) == 0
    first, second = records(capfd.readouterr().out)
    assert (first["article"]["id"], second["article"]["id"]) == ("1", "2")
    assert [second["article"][name] for name in ("published", "title", "source")] == ["2026-01-23", "t", "s"]


@pytest.mark.parametrize("arguments", [[], ["-"], ["-i", "auto", "-"]])
@pytest.mark.parametrize(
    "content, ids",
    [
        ("Hello.", [None]),
        (lines({"id": "1", "text": "Hello."}, {"id": "2", "text": ""}), ["1", "2"]),
        ("{not JSON", [None]),
    ],
)
def test_standard_input_is_text_or_lines(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    content: str,
    ids: list[str],
) -> None:
    """Standard input that begins with a JSON object is lines, all else is one text."""
    give(monkeypatch, content)
    assert run(["extract", *arguments]) == 0
    assert [record["article"]["id"] for record in records(capfd.readouterr().out)] == ids


def test_form_of_the_input_can_be_told(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """With -i text a JSON object is an article; with -i jsonl a text is a line that cannot be read."""
    give(monkeypatch, lines({"id": "1", "text": "Hello."}))
    assert run(["extract", "-i", "text"]) == 0
    (record,) = records(capfd.readouterr().out)
    assert record["article"]["id"] is None
    give(monkeypatch, "Hello.")
    assert run(["extract", "-i", "jsonl"]) == 1
    (record,) = records(capfd.readouterr().out)
    assert record["provenance"]["errors"]


BAD_LINES = [
    ("{", None),
    ("7", None),
    ("[]", None),
    ('{"id": "x"}', "x"),
    ('{"id": "x", "text": 7}', "x"),
    ('{"id": "x", "text": "Hello.", "published": "yesterday"}', "x"),
    ('{"id": "x", "text": "Hello.", "published": 20260123}', "x"),
    ('{"id": "x", "text": "Hello.", "title": 7}', "x"),
    (b'{"id": "x", "text": "\xff"}', None),
    ("[" * 100_000, None),
]


@pytest.mark.parametrize("line, ident", BAD_LINES, ids=[str(line)[:40] for line, _ in BAD_LINES])
def test_bad_line_gives_an_error_record_and_the_rest_goes_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], line: str | bytes, ident: str | None
) -> None:
    """Every line has its record, in its order; the error stands there, on standard error and in the exit status."""
    raw = line.encode() if isinstance(line, str) else line
    file = tmp_path / "talks.jsonl"
    file.write_bytes(
        lines({"id": "1", "text": "Hello."}).encode() + raw + b"\n\n" + lines({"id": "3", "text": "Hello."}).encode()
    )
    assert run(["extract", str(file)]) == 1
    out, err = capfd.readouterr()
    first, second, third = records(out)
    assert [first["article"]["id"], second["article"]["id"], third["article"]["id"]] == ["1", ident, "3"]
    assert second["annotations"] == []
    assert len(second["provenance"]["errors"]) == 1
    assert third["annotations"]
    assert "line 2" in err
    assert "1 article" in err


@pytest.mark.parametrize(
    "content, said",
    [
        (None, "No such file"),
        (b"caf\xe9", "not UTF-8 (byte 0xe9 at 3): convert it first"),
        ("folder", "is a folder: name its files"),
    ],
)
def test_bad_file_gives_an_error_record_and_the_rest_goes_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes | str | None, said: str
) -> None:
    """A file that is missing, a folder or no UTF-8 costs one record, and that says so."""
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    good.write_text("Hello.")
    if content == "folder":
        bad.mkdir()
    elif isinstance(content, bytes):
        bad.write_bytes(content)
    assert run(["extract", str(bad), str(good)]) == 1
    out, err = capfd.readouterr()
    first, second = records(out)
    assert first["provenance"]["errors"][0]["message"]
    assert "bad.txt" in first["article"]["id"]
    assert second["annotations"]
    assert err.count("bad.txt") == (2 if content == "folder" else 1)
    assert said in err


def test_plugin_that_fails_on_an_article_costs_its_findings_there(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The other kinds stay, the error is in the record, and the exit status tells."""
    give(monkeypatch, lines({"id": "1", "text": "Hello, bad."}, {"id": "2", "text": "Hello."}))
    assert run(["extract"]) == 1
    out, err = capfd.readouterr()
    bad, good = records(out)
    assert [item["kind"] for item in bad["annotations"]] == ["greeting"]
    assert [error["type"] for error in bad["provenance"]["errors"]] == ["ZeroDivisionError"]
    assert {item["kind"] for item in good["annotations"]} == {"greeting", "remark"}
    assert "no reason" in err


def test_strict_stops_at_the_first_failure(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """With --strict nothing follows a plugin or an input that failed."""
    give(monkeypatch, lines({"id": "1", "text": "Hello, bad."}, {"id": "2", "text": "Hello."}))
    assert run(["extract", "--strict"]) == 1
    out, err = capfd.readouterr()
    assert [record["article"]["id"] for record in records(out) if not record["provenance"]["errors"]] == []
    assert "ZeroDivisionError" in err
    give(monkeypatch, "{\n" + lines({"id": "2", "text": "Hello."}))
    assert run(["extract", "--strict", "-i", "jsonl"]) == 1
    assert '"2"' not in capfd.readouterr().out


def test_files_are_read_in_their_order_with_what_is_no_article_among_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Many lines of a file, some of them broken: a record for each, in their order."""
    many = [json.dumps({"id": str(number), "text": "Hello."}) if number % 4 else "{" for number in range(23)]
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(many), encoding="utf-8")
    assert run(["extract", str(source)]) == 1
    found = records(capfd.readouterr().out)
    assert len(found) == len(many)
    assert [bool(record["provenance"]["errors"]) for record in found] == [number % 4 == 0 for number in range(23)]
    assert [record["article"]["id"] for record in found if record["annotations"]] == [
        str(number) for number in range(23) if number % 4
    ]


@pytest.mark.parametrize("broken", [0, 3, 9])
def test_strict_stops_at_the_first_failure_of_a_file(
    broken: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What stands before it is written; a line that is broken comes before an article that fails."""
    good = [json.dumps({"id": str(number), "text": "Hello."}) for number in range(broken)]
    source = tmp_path / "some.jsonl"
    bad = json.dumps({"id": "bad", "text": "Hello, bad."})
    source.write_text("\n".join([*good, bad, "{", "{}"]), encoding="utf-8")
    assert run(["extract", "--strict", str(source)]) == 1
    out, err = capfd.readouterr()
    assert [record["article"]["id"] for record in records(out)] == [str(number) for number in range(broken)]
    assert "ZeroDivisionError" in err
    source.write_text("\n".join([*good, "{", bad]), encoding="utf-8")
    assert run(["extract", "--strict", "-i", "jsonl", str(source)]) == 1
    out, err = capfd.readouterr()
    assert len(records(out)) == broken + 1
    assert "ZeroDivisionError" not in err


def test_output_goes_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With -o nothing but messages is printed."""
    give(monkeypatch, "Hello “é”.")
    target = tmp_path / "records.jsonl"
    assert run(["extract", "-o", str(target), "-f", "jsonl"]) == 0
    assert capfd.readouterr().out == ""
    (record,) = records(target.read_text(encoding="utf-8"))
    assert record["annotations"]


def test_a_dash_stands_for_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nobody wants a file called "-"."""
    monkeypatch.chdir(tmp_path)
    give(monkeypatch, "Hello “é”.")
    assert run(["extract", "-o", "-"]) == 0
    assert len(records(capfd.readouterr().out)) == 1
    assert not list(tmp_path.iterdir())


def test_output_that_is_an_input_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Opening it to write would empty it before it is read, by whatever name it goes."""
    source = tmp_path / "talks.jsonl"
    source.write_text(lines({"id": "1", "text": "Hello."}), encoding="utf-8")
    kept = source.read_bytes()
    other = tmp_path / "link.jsonl"
    other.symlink_to(source)
    for command in ("extract", "articles"):
        for output in (source, tmp_path / "." / "talks.jsonl", other):
            assert run([command, str(source), "-o", str(output)]) == 2
            assert f"{output} is one of the files to read" in capfd.readouterr().err
            assert source.read_bytes() == kept


def test_articles_of_one_id_are_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All are read, and each id that comes again is said once: rows and records would not tell them apart."""
    files = []
    for folder in ("monday", "tuesday", "friday"):
        (tmp_path / folder).mkdir()
        files.append(tmp_path / folder / "talks.txt")
        files[-1].write_text("Hello.")
    (tmp_path / "more.txt").write_text("Hello.")
    assert run(["extract", *map(str, files), str(tmp_path / "more.txt")]) == 0
    out, err = capfd.readouterr()
    assert len(records(out)) == 4
    assert err.count("the id 'talks.txt' stands for several articles") == 1
    assert "more.txt" not in err


@pytest.mark.parametrize("name, said", [("a.xlsx", True), ("a.jsonl", False), ("a", False), ("a.shout", False)])
def test_ending_that_nothing_writes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str, *, said: bool
) -> None:
    """Records are written all the same; nobody shall take them for a workbook."""
    install(monkeypatch, Exporter("shouting", shouted, suffix=".shout"))
    give(monkeypatch, "Hello.")
    assert run(["extract", "--only", "greeting", "-o", str(tmp_path / name)]) == 0
    assert ("holds JSON Lines" in capfd.readouterr().err) is said


def test_lone_surrogate_travels(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Half a character in JSON breaks nothing."""
    give(monkeypatch, '{"id": "\\ud800", "text": "Hello \\udfff."}\n')
    assert run(["extract"]) == 0
    (record,) = records(capfd.readouterr().out)
    assert record["article"]["id"] == "\ud800"


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


def install(monkeypatch: pytest.MonkeyPatch, exporter: Exporter) -> None:
    """Install an exporter of a plugin."""
    exporter = evolve(exporter, plugin="communique-odd", version="1.2")
    monkeypatch.setattr(communique.exporters, "load_exporters", lambda _: (exporter,))


def shouted(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:
    """Write the words of findings in capitals."""
    for reading in readings:
        for kind in kinds:
            yield from (f"{finding.span.text.upper()}\n" for finding in reading.of(kind))


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


def test_published_is_for_articles_that_do_not_name_theirs(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An article's own day wins."""
    give(monkeypatch, lines({"text": "x"}, {"text": "x", "published": "2020-02-02"}))
    assert run(["extract", "--published", "2026-01-23"]) == 0
    found = records(capfd.readouterr().out)
    assert [record["article"]["published"] for record in found] == ["2026-01-23", "2020-02-02"]


@pytest.mark.parametrize("only", [["--only", "greeting"], ["--only", "greetings"], ["--only", "Greeting"]])
def test_only_finds_some_kinds(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], only: list[str]
) -> None:
    """Kinds are named by their tag, singular or plural."""
    give(monkeypatch, "Hello.")
    assert run(["extract", *only]) == 0
    (record,) = records(capfd.readouterr().out)
    assert {item["kind"] for item in record["annotations"]} == {"greeting"}


@pytest.mark.parametrize("both", [["--only", "greeting,remark"], ["--only", "greeting", "--only", "remark"], []])
def test_only_takes_several_kinds(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], both: list[str]
) -> None:
    """Separated by commas, or given again."""
    give(monkeypatch, "Hello.")
    assert run(["extract", *both]) == 0
    assert {item["kind"] for item in records(capfd.readouterr().out)[0]["annotations"]} == {"greeting", "remark"}


def test_disable_leaves_a_plugin_out(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """What it would find is not found."""
    give(monkeypatch, "Hello.")
    assert run(["extract", "--disable", "remarks"]) == 0
    assert {item["kind"] for item in records(capfd.readouterr().out)[0]["annotations"]} == {"greeting"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "--only", "rumour"],
        ["extract", "--only", ","],
        ["extract", "--published", "yesterday"],
        ["extract", "-i", "xml"],
        ["extract", "-f", "xml"],
        ["extract", "--no-such-option"],
        ["extract", "-o", "/no/such/folder/out.jsonl"],
        ["explain"],
        ["no-such-command"],
    ],
)
def test_usage_errors(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Status 2 (1 for a file that cannot be written), a message on standard error, and no data."""
    give(monkeypatch, "Hello.")
    assert run(arguments) == (1 if "-o" in arguments else 2)
    out, err = capfd.readouterr()
    assert out == ""
    assert "Error" in err


def test_day_says_how_it_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As an option and in a line of JSON."""
    assert run(["extract", "--published", "23.1.2026"]) == 2
    assert "'23.1.2026' is no day like 2026-01-23" in capfd.readouterr().err
    file = tmp_path / "talks.jsonl"
    file.write_text(lines({"text": "x", "published": "23.1.2026"}, {"text": "x", "published": "2026-02-30"}))
    assert run(["extract", str(file)]) == 1
    err = capfd.readouterr().err
    assert "talks.jsonl, line 1: \"published\": '23.1.2026' is no day like 2026-01-23" in err
    assert "talks.jsonl, line 2: \"published\": '2026-02-30' is no day like 2026-01-23" in err


def test_broken_json_is_told_by_line_and_column(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The line is that of the file."""
    file = tmp_path / "talks.jsonl"
    file.write_text(lines({"text": "x"}) + '{"text": "x"\n')
    assert run(["extract", str(file)]) == 1
    err = capfd.readouterr().err
    assert "talks.jsonl, line 2: no JSON: " in err
    assert "line 1" not in err


def test_settings_that_are_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    """The file is named once, and what is wrong with it."""
    assert run(["extract", "--settings", "none.toml"]) == 2
    assert capfd.readouterr().err.rstrip().endswith("none.toml: No such file or directory")


def test_plugin_that_cannot_be_used_is_status_3(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A script can tell a broken installation from a broken article."""
    give(monkeypatch, "Hello.")
    assert run(["extract", "--disable", "rumours"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert "there is no plugin 'rumours'" in err


def test_interrupt_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """As shells have it."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(communique.cli.options, "load", interrupt)
    give(monkeypatch, "Hello.")
    assert run(["extract"]) == 130


# ---------------------------------------------------------------- show, explain, plugins, kinds


def test_show_prints_the_article_and_its_findings(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The text and, below it, what was found in it by which rule."""
    file = tmp_path / "talks.txt"
    file.write_text("Hello [bold]there[/bold] \x1b[31m “é”.")
    assert run(["show", "--width", "80", str(file)]) == 0
    out, err = capfd.readouterr()
    assert "Hello [bold]there[/bold]" in out
    assert "\x1b[31m" not in out
    assert "greet" in out
    assert err == ""


def test_show_gives_each_finding_a_line_where_nobody_looks(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What goes to a file or a program is not broken into the columns of a terminal, unless a width is asked for."""
    file = tmp_path / "talks.txt"
    file.write_text("Hello, and then " + "many more words, " * 20 + "were spoken.\n\nHello again.")
    assert run(["show", "--only", "remark,greeting", str(file)]) == 0
    out = capfd.readouterr().out
    assert file.read_text().splitlines()[0] in out.splitlines()
    assert len([line for line in out.splitlines() if line.startswith("x")]) == 3
    assert run(["show", "--width", "40", str(file)]) == 0
    assert max(map(len, capfd.readouterr().out.splitlines())) <= 40


def test_show_tells_what_could_not_be_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A missing file is told, and the exit status too."""
    assert run(["show", str(tmp_path / "none.txt")]) == 1
    assert capfd.readouterr().err.count("none.txt") == 1


def test_explain_gives_rule_and_cues(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All findings, or the one with an id, each with the reason for it."""
    file = tmp_path / "talks.txt"
    file.write_text("Hello there. Hello again.")
    assert run(["explain", str(file)]) == 0
    everything = capfd.readouterr().out
    assert everything.count("because greet") == 2
    assert run(["explain", str(file), "x2"]) == 0
    one = capfd.readouterr().out
    assert one.count("because") == 1
    assert one.strip() in everything
    assert run(["explain", str(file), "q99"]) == 2
    assert "q99" in capfd.readouterr().err


def test_explain_tells_what_failed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A plugin that fails costs its own findings; the others are explained."""
    file = tmp_path / "talks.txt"
    file.write_text("Hello bad.")
    assert run(["explain", str(file)]) == 1
    out, err = capfd.readouterr()
    assert out.count("because") == 1
    assert "remarks: ZeroDivisionError" in err


def test_explain_finds_an_id_in_any_article_of_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Only where no article has it is it none."""
    file = tmp_path / "talks.jsonl"
    file.write_text(lines({"text": "Talks."}, {"text": "Hello. Hello again."}, {"text": "Talks."}))
    assert run(["explain", str(file), "x3"]) == 0
    assert capfd.readouterr().out.count("because") == 1
    assert run(["explain", str(file), "x4"]) == 2
    assert "there is no 'x4'" in capfd.readouterr().err


def test_explain_prints_nothing_that_a_terminal_obeys(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Control characters and halves of characters are left out."""
    file = tmp_path / "talks.jsonl"
    file.write_text(lines({"text": "Hello \x1b[31m\ud800."}))
    assert run(["explain", "--only", "remark", str(file)]) == 0
    assert "“Hello  [31m�.”" in capfd.readouterr().out


@pytest.mark.parametrize("command", [["plugins", "list"], ["kinds"]])
def test_lists_are_printed(capfd: pytest.CaptureFixture[str], command: list[str]) -> None:
    """What is installed, one a line."""
    assert run(command) == 0
    out, err = capfd.readouterr()
    assert "datelines" in out
    assert err == ""


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_names_the_command(capfd: pytest.CaptureFixture[str], command: list[str]) -> None:
    """Help is help, status 0."""
    assert run([*command, "--help"]) == 0
    assert "Usage: communique" in capfd.readouterr().out


def test_every_command_has_help() -> None:
    """Each command and each of its options says what it does."""
    from communique.cli import communique as group

    context = click.Context(group)
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        assert command.help
        assert [one.name for one in command.params if isinstance(one, click.Option) and not one.help] == []


# ---------------------------------------------------------------- as a process


def communique_process(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the command line in a process of its own."""
    code = "from communique.cli import main; main()"
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stderr=subprocess.PIPE, **options)


def test_broken_pipe_ends_quietly(tmp_path: Path) -> None:
    """Whoever reads the records may stop reading: no message, no traceback."""
    file = tmp_path / "many.jsonl"
    file.write_text(lines({"id": "1", "text": "x"}) * 3000)
    with communique_process("extract", str(file), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_interrupted_process_has_status_130() -> None:
    """Ctrl-C while it waits for input ends it without a traceback."""
    with communique_process("extract", "-i", "jsonl", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(lines({"id": "1", "text": "x"}).encode() * 60)
        process.stdin.flush()
        process.stdout.readline()  # it is at work, and will wait for more
        os.kill(process.pid, signal.SIGINT)
        assert process.stderr.read().strip() == b""
        assert process.wait(timeout=60) == 130


def test_what_an_encoding_cannot_hold_is_an_escape(tmp_path: Path) -> None:
    """Half a character in a record ends no command, and JSON stays JSON."""
    file = tmp_path / "gold.jsonl"
    file.write_text(lines({"article": {"id": "1"}, "quotes": [{"span": {"start": 0, "end": 1, "text": "\ud800"}}]}))
    process = communique_process("score", "--json", str(file), os.devnull, stdout=subprocess.PIPE)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert json.loads(out)["kinds"][0]["missed"][0]["text"] == "\ud800"


LOADED = """
import sys
from communique.cli import run
run({arguments!r})
loaded = [name for name in sys.modules if name.startswith("communique_")]
assert not loaded, loaded
"""


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["plugins", "list"], ["kinds"], ["--version"]]
)
def test_no_plugin_is_imported_to_tell_what_there_is(arguments: list[str]) -> None:
    """A broken plugin does not keep anybody from finding out."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_installed_plugins_read_the_seed() -> None:
    """From file to record with all that is installed."""
    process = communique_process("extract", str(SEED), stdout=subprocess.PIPE)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    (record,) = records(out.decode())
    assert record["dateline"]["date"] == "2026-01-23"
