"""Commands of plugins: listed from metadata, imported when they are called."""

from __future__ import annotations

import re
import sys

import pytest
from tests.sites import COUNT, Site

from communique.cli import COMMANDS, run
from communique.contents import RESERVED
from communique.plugins import command_names, load


def test_command_of_a_plugin_is_run(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """It takes its arguments, gives its exit status, and has help of its own; only its plugin is imported."""
    site.install("counting", COUNT, commands=["count"])
    site.install("odd", "raise RuntimeError('no luck')")
    assert (run(["count", "a", "b"]), capsys.readouterr().out) == (0, "2\n")
    assert run(["count"]) == 1
    assert run(["count", "--help"]) == 0
    assert "Count words." in capsys.readouterr().out
    assert "fake_communique_odd" not in sys.modules


def test_commands_are_listed_without_importing_them(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Help names them with the plugin that brings them, also one that is broken."""
    site.install("odd", "raise RuntimeError('no luck')", commands=["fail", "show"])
    assert command_names() == {"fail": "odd"}
    assert run(["--help"]) == 0
    assert re.search(r"Commands of plugins:\n  fail +\(of odd\)", capsys.readouterr().out)
    assert "fake_communique_odd" not in sys.modules


def test_command_of_a_pipeline_is_not_asked_for(site: Site) -> None:
    """Commands cost nothing while articles are read."""
    site.install("odd", "@hookimpl\ndef communique_commands():\n    raise RuntimeError('no luck')")
    assert load().extractors == ()


@pytest.mark.parametrize(
    "code, reason",
    [
        ("raise RuntimeError('no luck')", "plugin 'odd' (communique-odd 1.2) cannot be used: importing"),
        ("", "its metadata name a command 'count', and its hook communique_commands gives no such"),
        ("@hookimpl\ndef communique_commands():\n    return [7]", "communique_commands gave 7, which is no Command"),
    ],
)
def test_command_that_is_not_there(site: Site, capsys: pytest.CaptureFixture[str], code: str, reason: str) -> None:
    """The plugin is named, and the exit status is 3."""
    site.install("odd", code, commands=["count"])
    assert run(["count"]) == 3
    assert reason in capsys.readouterr().err


def test_commands_that_clash(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two plugins with a command of one name, both are named; the commands of core go before any."""
    site.install("counting", COUNT, commands=["count", "kinds"])
    site.install("tallying", COUNT, commands=["count"])
    assert run(["count"]) == 3
    assert "there are two commands 'count', of communique-counting 1.2 and communique-tallying 1.2" in (
        capsys.readouterr().err
    )
    assert run(["kinds"]) == 0
    assert "quote" in capsys.readouterr().out
    assert run(["nosuch"]) == 2


def test_reserved_names_are_those_of_core() -> None:
    """A plugin's command cannot have the name of one of them."""
    assert set(COMMANDS) == RESERVED
