"""New plugins: as they are written they are typed, tidy and tested, and keep every promise."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cli import run
from communique.scaffold import ScaffoldError, Sort, checked_name, new_plugin
from communique.testing import check_plugin
from communique.testing.metadata import Metadata

SORTS: tuple[Sort, ...] = get_args(Sort)
NAMES = {"extractor": "ceasefires", "exporter": "quote-list", "lexicon": "pacific"}
LONG = "an-unreasonably-long-name-of-40-letters"


def outcome(folder: Path, *command: str) -> str:
    """Run a tool in a folder; give what it says where it is not content."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("sort", SORTS)
def test_new_plugin_keeps_every_promise(sort: Sort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be imported from its folder, and the metadata in its project are true."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    folder = new_plugin(NAMES[sort], sort, tmp_path)
    assert folder == tmp_path / f"communique-{NAMES[sort]}"
    assert check_plugin(folder) == []
    assert (folder / "src" / folder.name.replace("-", "_") / "py.typed").exists()
    assert Metadata.of_folder(folder).requires[-1] == "communique>=0.1,<1"


@pytest.mark.parametrize("sort", SORTS)
def test_new_plugin_passes_its_own_tests(sort: Sort, tmp_path: Path) -> None:
    """Those that are written with it, in a process of their own."""
    folder = new_plugin(NAMES[sort], sort, tmp_path)
    assert outcome(folder, "pytest", "-q", "-p", "no:cacheprovider") == ""
    assert outcome(folder / "src", "doctest", "../README.md") == ""


@pytest.mark.parametrize("sort", SORTS)
def test_new_plugin_is_tidy(sort: Sort, tmp_path: Path) -> None:
    """It passes ruff and its formatter, whatever it is called."""
    for name in ("ore", LONG):
        folder = new_plugin(name, sort, tmp_path)
        assert outcome(folder, "ruff", "check", "--no-cache", ".") == ""
        assert outcome(folder, "ruff", "format", "--no-cache", "--check", ".") == ""


@pytest.mark.parametrize("sort", SORTS)
def test_new_plugin_is_typed(sort: Sort, tmp_path: Path) -> None:
    """It passes mypy as strict as can be."""
    folder = new_plugin(NAMES[sort], sort, tmp_path)
    assert outcome(folder, "mypy", "--cache-dir", str(tmp_path / "cache")) == ""


def test_tests_of_a_new_plugin_can_fail(tmp_path: Path) -> None:
    """A rule that finds less than its cases say is told of."""
    folder = new_plugin("ceasefires", into=tmp_path)
    file = folder / "src" / "communique_ceasefires" / "finding.py"
    file.write_text(file.read_text(encoding="utf-8").replace("|treaty", "|treatise"), encoding="utf-8")
    assert "not found: {'span': 'has signed a new border treaty'" in outcome(
        folder, "pytest", "-q", "-p", "no:cacheprovider", "-k", "test_case"
    )


@pytest.mark.parametrize(
    "name, sort, reason",
    [
        ("", "extractor", "'' is no name for a plugin: it has at most 40 small letters"),
        ("Cease Fires", "extractor", "for example 'cease-fires'"),
        ("cease_fires", "extractor", "for example 'cease-fires'"),
        ("7-days", "extractor", "for example 'days'"),
        ("../up", "extractor", "for example 'up'"),
        ("a" * 41, "lexicon", "at most 40"),
        ("-", "lexicon", "digits and hyphens"),
        ("quotes", "extractor", "a plugin 'quotes' is installed already"),
        ("communique-quotes", "lexicon", "a plugin 'quotes' is installed already"),
        ("names", "extractor", "'name' would be the name of what it finds, and is taken"),
        ("annotations", "extractor", "'annotation' would be the name of what it finds"),
        ("class-vars", "extractor", "'class-var' would be the name of what it finds"),
        ("none", "extractor", "'none' would be the name of what it finds, and is taken"),
        ("csv", "exporter", "communique itself has an exporter 'csv'"),
    ],
)
def test_name_that_will_not_do(name: str, sort: Sort, reason: str, tmp_path: Path) -> None:
    """It is told why, with one that would do; nothing is written."""
    with pytest.raises(ScaffoldError, match=r".") as caught:
        new_plugin(name, sort, tmp_path)
    assert reason in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@given(
    st.one_of(st.text(), st.text("abcz019-_ A./", max_size=50), st.from_regex(r"[a-z0-9-]{1,44}", fullmatch=True)),
    st.sampled_from(SORTS),
)
def test_any_name_will_do_or_is_told_one_that_does(name: str, sort: Sort) -> None:
    """It is given back as it came, a good name of a folder and of a module; the example is one, too."""
    try:
        assert checked_name(name, sort) == name
    except ScaffoldError as error:
        said = re.search(" for example '(.+)'$", str(error))
        if said:
            assert re.fullmatch("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*", said[1])
            assert checked_name(said[1], "lexicon") == said[1]
        elif "is no name for a plugin" in str(error):
            assert not re.search("[a-z]", name.lower())
    else:
        assert re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", name)
        assert len(name) <= 40
        assert f"communique_{name.replace('-', '_')}".isidentifier()


def test_name_may_have_the_prefix_of_distributions(tmp_path: Path) -> None:
    """It is not put in front twice."""
    assert new_plugin("communique-ore", into=tmp_path).name == "communique-ore"
    assert checked_name("press-releases", "extractor") == "press-releases"


@pytest.mark.parametrize(
    "name, tag",
    [
        ("treaties", "treaty"),
        ("press-releases", "press-release"),
        ("crisis", "crisis"),
        ("campus", "campus"),
        ("gas", "gas"),
    ],
)
def test_finding_is_called_by_the_singular(name: str, tag: str, tmp_path: Path) -> None:
    """A plugin has the name of many, its kind that of one."""
    cases = new_plugin(name, into=tmp_path) / "tests" / "cases" / f"{name}.toml"
    assert f'kind = "{tag}"' in cases.read_text(encoding="utf-8")


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is there stays as it is."""
    (tmp_path / "communique-ore").mkdir()
    assert run(["plugins", "new", "ore", "--into", str(tmp_path)]) == 2
    assert "is there already: choose another name" in " ".join(capsys.readouterr().err.split())
    assert list((tmp_path / "communique-ore").iterdir()) == []


def test_command_lists_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file, and what to do next."""
    assert run(["plugins", "new", "ore", "--kind", "lexicon", "--into", str(tmp_path / "deep")]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{tmp_path / 'deep' / 'communique-ore'}\n\n    ")
    assert "    src/communique_ore/data/words.tsv\n" in out
    assert f"pip install -e {tmp_path / 'deep' / 'communique-ore'}" in out
