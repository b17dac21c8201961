"""What the next version brings: a fragment for each change, under a section that the changelog has."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
SECTIONS = {kind["directory"]: kind["name"] for kind in SETTINGS["type"]}
FRAGMENTS = sorted(path for path in (ROOT / SETTINGS["directory"]).iterdir() if path.name != ".gitignore")


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_is_named_after_its_subject_and_its_section(fragment: Path) -> None:
    """``+quotes.reading.md``: anything else is left out of the changelog, or shown with a number that means nothing."""
    assert re.fullmatch(rf"\+[a-z0-9-]+\.({'|'.join(SECTIONS)})\.md", fragment.name), sorted(SECTIONS)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_is_one_item_of_a_list(fragment: Path) -> None:
    """Sentences without the bullet, which towncrier sets."""
    text = fragment.read_text(encoding="utf-8")
    assert re.match(r"[\w`]", text)
    assert text.rstrip().endswith((".", ")"))
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= 130


def test_the_next_changelog_can_be_built() -> None:
    """Each fragment stands in it, under the name of its section."""
    done = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9", "--date", "2030-01-02"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    title, *sections = re.split(r"^### ", done.stdout, flags=re.MULTILINE)
    assert title.strip() == "## 9.9.9 (2030-01-02)"
    for section in sections:
        name = section.partition("\n")[0]
        for fragment in FRAGMENTS:
            stands = re.sub(r"\s+", " ", fragment.read_text(encoding="utf-8")) in re.sub(r"\s+", " ", section) + " "
            assert stands == (SECTIONS[fragment.name.split(".")[1]] == name), fragment.name
