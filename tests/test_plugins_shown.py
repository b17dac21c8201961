"""What the command line says of plugins and of the kinds they bring."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from tests.sites import COUNT, Site

from communique.cli import run


def test_kinds_of_plugins_are_listed_by_their_tags(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The tag is what --only takes; metadata give the names of classes."""
    site.install("ships", kinds=["ShipMove"])
    assert run(["kinds"]) == 0
    assert re.search(r"^ship-move +ships +\(not described\)$", capsys.readouterr().out, re.MULTILINE)


KIND = '''
raise RuntimeError("no luck")

class Other:
    """Something else."""

class ShipMove:
    """A ship that sails.

    More of it.
    """
'''


@pytest.mark.parametrize(
    "file", ["fake_fleet.py", "fake_fleet/__init__.py", "fake_fleet/sea/move.py", "fake_fleet/sea/__init__.py"]
)
def test_kinds_of_plugins_are_described_from_their_source(
    site: Site, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    """In the words of the class, wherever its module is, and nothing is imported."""
    target = site.path / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(KIND)
    module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    site.metadata(
        "communique-fleet",
        "1.0",
        points=f"[communique]\nfleet={module}\n[communique.kinds]\nShipMove={module}:ShipMove\n",
    )
    assert run(["kinds"]) == 0
    assert re.search(r"^ship-move +fleet +A ship that sails\.$", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize("source", ["", "class ShipMove:\n    pass", "class (", "\0", None])
def test_kind_whose_source_says_nothing(site: Site, capsys: pytest.CaptureFixture[str], source: str | None) -> None:
    """It is listed all the same, broken as its plugin may be."""
    if source is not None:
        (site.path / "fake_fleet.py").write_text(source)
    site.metadata(
        "communique-fleet",
        "1.0",
        points="[communique]\nfleet=fake_fleet\n[communique.kinds]\nShipMove=fake_fleet:ShipMove\n",
    )
    assert run(["kinds"]) == 0
    assert re.search(r"^ship-move +fleet +\(not described\)$", capsys.readouterr().out, re.MULTILINE)


SHOWN = """\
waving: communique-waving 1.2, ok

extractor waves
    gives Greeting, Quote
    uses  Claim
    words hello (1)

    2 rules
    wave
        Somebody waves.
        Matches "He waved."; not "The flag waved."
    greet
        (not documented)

extractor bare
    gives Bare
    needs Greeting, Quote

kind greeting
    A hello.

kind bare
    (not documented)

word list hello (1), added to whoever reads it

word list bad (loading it raised ZeroDivisionError: integer division or modulo by zero), added to whoever reads it

exporter waves: Greeting, Quote, one at a time, files that end in .wav

exporter plain: any kind

command count: Count words.
"""


def test_plugin_is_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Kinds, rules with their examples, words with their number, exporters, commands; what is not there is left out."""
    code = '''
        @frozen
        class Bare(Annotation):
            tag = "bare"

        def wave(reading):
            """Somebody waves.

            Matches ``He waved.``; not ``The flag waved.``
            """
            return ()

        @hookimpl
        def communique_extractors():
            waves = Extractor("waves", wave, (Greeting, Quote), uses=(Claim,), words=(HELLO,), rules=(wave, greet))
            return [waves, Extractor("bare", nothing, gives=(Bare,), needs=(Greeting, Quote))]

        @hookimpl
        def communique_lexicons():
            return [HELLO, Lexicon("bad", lambda: 1 // 0)]

        @hookimpl
        def communique_exporters():
            waves = Exporter("waves", nothing, suffix=".wav", kinds=(Greeting, Quote), one_kind=True)
            return [waves, Exporter("plain", nothing)]
        '''
    site.install("waving", dedent(code) + COUNT, commands=["count"])
    assert run(["plugins", "show", "waving"]) == 0
    assert capsys.readouterr().out == SHOWN


def test_all_kinds_are_listed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of core in the order in which they are found, with who gives them; those of plugins behind them."""
    site.install("one", kinds=["Quote", "ShipMove", "Greeting"])
    site.install("two", kinds=["Quote", "ShipMove", "Name"])
    assert run(["kinds"]) == 0
    listed = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    told = {words[0].strip(): [word.strip() for word in words[1:] if word.strip()] for words in listed}
    assert list(told) == [
        *("dateline", "place", "actor", "time", "quote", "delegation", "claim", "position", "event", "unresolved"),
        *("greeting", "ship-move"),
    ]
    assert (told["quote"][0], told["claim"][0], told["unresolved"][0]) == ("one, two", "-", "any")
    assert told["ship-move"] == ["one, two", "(not described)"]
    assert told["greeting"] == ["one", "A hello."]
    assert told["delegation"] == ["-", "People who represent a party at an occasion."]


def test_broken_plugin_is_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with it stands in its page, and the status is 3; one that is not there is a wrong call."""
    site.install("odd", "raise RuntimeError('no luck')")
    assert run(["plugins", "show", "communique-odd"]) == 3
    assert "raised RuntimeError: no luck" in capsys.readouterr().out
    assert run(["plugins", "show", "od"]) == 2
    assert "Invalid value for NAME: there is no plugin 'od'; did you mean 'odd'?" in capsys.readouterr().err


def test_name_of_an_installed_plugin_comes_before_a_path(
    site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is called as a plugin is not what is checked; how much is wrong is said at the end."""
    site.install("odd", "raise RuntimeError('no luck')")
    monkeypatch.chdir(site.path)
    (site.path / "odd").mkdir()
    assert run(["plugins", "check", "odd"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("not loadable: importing fake_communique_odd raised RuntimeError: no luck\n")
    assert said.err.splitlines()[-1] == "odd: 1 problem(s)"
