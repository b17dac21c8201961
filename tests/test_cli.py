"""The command line: usage, help, what is shown and explained, and exit statuses a script can rely on."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from tests.greetings import give, lines, records

import communique.cli.options
from communique.cli import COMMANDS, run

SEED = Path(__file__).resolve().parent.parent / "seeds" / "abu-dhabi-talks.txt"
pytestmark = pytest.mark.usefixtures("pipeline_of_two")


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
    assert "Invalid value for ID: there is no 'x4'" in capfd.readouterr().err


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


WRITTEN_AS = {
    "articles": "-i/--input-format -o/--output --published FILES",
    "explain": "--disable --only --published --settings FILE IDENT",
    "extract": "-f/--format -i/--input-format -o/--output --disable --only --published --settings --strict FILES",
    "kinds": "",
    "plugins check": "--settings PLUGIN",
    "plugins doctor": "",
    "plugins list": "--disable",
    "plugins new": "--into --kind NAME",
    "plugins show": "--settings NAME",
    "schema": "--disable --only --settings KIND",
    "score": "--json --misses --only FOUND GOLD",
    "show": "-i/--input-format --disable --only --published --settings --width FILES",
}
"""All commands with their options and arguments, which are public."""


def commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Commands by their names, those of groups among them; not those of plugins."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for one in command.list_commands(context) if name else COMMANDS:
            inner = command.get_command(context, one)
            assert inner is not None
            yield from commands(inner, f"{name} {one}".strip())
    else:
        yield name, command


def test_options_are_written_as_they_were() -> None:
    """Scripts name them; a new one is added here, and none goes without notice."""
    from communique.cli import communique as group

    found = {}
    for name, command in commands(group):
        options = ["/".join(one.opts) for one in command.params if isinstance(one, click.Option)]
        arguments = [str(one.name).upper() for one in command.params if isinstance(one, click.Argument)]
        found[name] = sorted([*options, *arguments])
    assert found == {name: sorted(words.split()) for name, words in WRITTEN_AS.items()}


@pytest.mark.parametrize(
    "arguments, choices",
    [
        (["extract", "-i", "xml"], ["auto", "text", "html", "jsonl"]),
        (["plugins", "new", "ore", "--kind", "word"], ["extractor", "exporter", "lexicon"]),
    ],
)
def test_choices_are_told(capfd: pytest.CaptureFixture[str], arguments: list[str], choices: list[str]) -> None:
    """Another one is a wrong call, and the message has them all."""
    assert run(arguments) == 2
    assert ", ".join(f"'{one}'" for one in choices) in " ".join(capfd.readouterr().err.split())


# ---------------------------------------------------------------- as a process


def communique_process(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the command line in a process of its own."""
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # which jobs in the background lack
        "from communique.cli import main; main()"
    )
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


def test_pipe_that_broke_before_anything_was_written_ends_quietly(tmp_path: Path) -> None:
    """Output so short that it is written last of all fails no later, either."""
    file = tmp_path / "one.jsonl"
    file.write_text(lines({"id": "1", "text": "x"}))
    reading, writing = os.pipe()
    os.close(reading)
    with communique_process("extract", str(file), stdout=writing) as process:
        os.close(writing)
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize("arguments", [["schema"], ["extract", "-o", os.devnull, str(SEED)]])
def test_interrupt_while_output_is_written_is_status_130(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """Also where a command has done its work and only what is buffered is left."""

    class Interrupted(io.StringIO):
        def flush(self) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdout", Interrupted())
    assert run(arguments) == 130


@pytest.mark.parametrize("files", [[], ["-"]])
def test_interrupted_process_has_status_130(files: list[str]) -> None:
    """Ctrl-C while it waits for input ends it without a traceback; what came before was read and written."""
    with communique_process("extract", "-i", "jsonl", *files, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(lines({"id": "1", "text": "x"}).encode() * 60)
        process.stdin.flush()
        process.stdout.readline()  # it is at work, and will wait for more
        os.kill(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert (err.strip(), process.returncode) == (b"", 130)


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
