"""Articles in, records out: every input has its record, and what fails is told."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from tests.greetings import give, install, lines, records, shouted

from communique import Exporter
from communique.cli import run

pytestmark = pytest.mark.usefixtures("pipeline_of_two")


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


@pytest.mark.parametrize("option", ["-i", "--input-format"])
def test_form_of_the_input_can_be_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], option: str
) -> None:
    """With -i text a JSON object is an article; with -i jsonl a text is a line that cannot be read."""
    give(monkeypatch, lines({"id": "1", "text": "Hello."}))
    assert run(["extract", option, "text"]) == 0
    (record,) = records(capfd.readouterr().out)
    assert record["article"]["id"] is None
    give(monkeypatch, "Hello.")
    assert run(["extract", option, "jsonl"]) == 1
    (record,) = records(capfd.readouterr().out)
    assert record["provenance"]["errors"]
    assert run(["extract", option, "xml"]) == 2
    assert "'auto', 'text', 'html', 'jsonl'" in " ".join(capfd.readouterr().err.split())


BAD_LINES: list[tuple[str | bytes, str | None, str, str]] = [
    ("{", None, "JSONDecodeError", "no JSON: Expecting property name"),
    ("7", None, "TypeError", "a line holds one JSON object"),
    ("[]", None, "TypeError", "a line holds one JSON object"),
    ('{"id": "x"}', "x", "TypeError", '"text" is missing, or no string'),
    ('{"id": 8, "text": 7}', "8", "TypeError", '"text" is missing, or no string'),
    ('{"id": "x", "text": "Hello.", "published": "yesterday"}', "x", "ValueError", "'yesterday' is no day like"),
    ('{"id": "x", "text": "Hello.", "published": 20260123}', "x", "TypeError", '"published" is no string'),
    ('{"id": "x", "text": "Hello.", "title": 7}', "x", "TypeError", '"title" is no string'),
    ('{"id": "x", "text": "Hello.", "source": []}', "x", "TypeError", '"source" is no string'),
    (b'{"id": "x", "text": "\xff"}', None, "UnicodeDecodeError", "invalid start byte"),
    ("[" * 100_000, None, "RecursionError", "maximum recursion depth"),
]


@pytest.mark.parametrize("line, ident, kind, said", BAD_LINES, ids=[str(line)[:40] for line, *_ in BAD_LINES])
def test_bad_line_gives_an_error_record_and_the_rest_goes_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], line: str | bytes, ident: str | None, kind: str, said: str
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
    (error,) = second["provenance"]["errors"]
    assert (error["plugin"], error["type"]) == ("input", kind)
    assert error["message"].startswith(f"{file}, line 2: ")
    assert said in error["message"]
    assert third["annotations"]
    assert "line 2" in err
    assert "1 article" in err


@pytest.mark.parametrize(
    "content, said, kind",
    [
        (None, "No such file", "FileNotFoundError"),
        (b"caf\xe9", "not UTF-8 (byte 0xe9 at 3): convert it first", "UnicodeDecodeError"),
        ("folder", "is a folder: name its files", "IsADirectoryError"),
    ],
)
def test_bad_file_gives_an_error_record_and_the_rest_goes_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes | str | None, said: str, kind: str
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
    (error,) = first["provenance"]["errors"]
    assert (error["plugin"], error["type"], said in error["message"]) == ("input", kind, True)
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


@pytest.mark.parametrize(
    "ids, said",
    [
        ("abc", None),
        ("aba", "the id 'a' stands for several articles: tell their rows apart by more"),
        ("aabbb", "the id 'a' stands for several articles (and 1 other ids do): tell their rows apart by more"),
        ("cbabca", "the id 'c' stands for several articles (and 2 other ids do): tell their rows apart by more"),
    ],
)
def test_ids_that_come_again_are_counted(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], ids: str, said: str | None
) -> None:
    """The first of them is named."""
    file = tmp_path / "talks.jsonl"
    file.write_text(lines(*({"id": one, "text": "Hello."} for one in ids)))
    assert run(["extract", str(file)]) == 0
    assert capfd.readouterr().err.splitlines() == ([said] if said else [])


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_is_shown_where_somebody_looks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """On standard error, counting articles, while records go elsewhere."""
    file = tmp_path / "talks.jsonl"
    file.write_text(lines(*({"text": "Hello."} for _ in range(3))))
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run(["extract", str(file)]) == 0
    assert len(records(capfd.readouterr().out)) == 3
    assert "reading" in terminal.getvalue()
    assert "3 articles" in terminal.getvalue()


def test_progress_is_not_shown_among_records(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nor in a file of messages."""
    file = tmp_path / "talks.jsonl"
    file.write_text(lines({"text": "Hello."}))
    assert run(["extract", str(file)]) == 0
    assert capfd.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["extract", str(file)]) == 0
    assert terminal.getvalue() == ""


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
