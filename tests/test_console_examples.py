"""The calls of ``communique`` that the pages show work as they stand, one after the other, on files of those names."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from communique.cli import run

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted(path for path in ROOT.glob("docs/**/*.md") if "_build" not in path.parts),
    *sorted(ROOT.glob("plugins/*/README.md")),
]
NOT_INSTALLED = ("ceasefires", "ceasefire", "communique-ceasefires", "--settings")
"""Words of calls for a plugin that the reader has written, or for settings that stand elsewhere on the page."""


def calls(page: Path) -> list[str]:
    """The calls on a page, without what is said beside them."""
    blocks = re.findall(r"^ *```console\n(.*?)^ *```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("communique ") and not set(line.split()) & set(NOT_INSTALLED)]


def with_calls() -> list[Path]:
    """The pages that show calls."""
    return [page for page in PAGES if calls(page)]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages speak of."""
    seed, page = ROOT / "seeds" / "border-farmland.txt", ROOT / "tests" / "pages" / "fishing-line.html"
    for folder in ("stories", "seeds", "pages"):
        tmp_path.joinpath(folder).mkdir()
    for name in ("story.txt", "stories/one.txt", "seeds/border-farmland.txt"):
        shutil.copy(seed, tmp_path / name)
    for name in ("page", "page.html", "pages/one.html"):
        shutil.copy(page, tmp_path / name)
    tmp_path.joinpath("stories.jsonl").write_text(
        '{"id": "one.txt", "text": "“Yes,” Ana Ruiz said."}\n', encoding="utf-8"
    )
    for name in ("gold.jsonl", "found.jsonl", "records.jsonl"):
        tmp_path.joinpath(name).write_text('{"article": {"id": "one.txt"}, "quotes": []}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words_of(call: str, desk: Path) -> tuple[list[str], str | None]:
    """The arguments of a call as a shell gives them, and the file on its standard input."""
    arguments: list[str] = []
    given = None
    words = iter(shlex.split(call)[1:])
    for word in words:
        if word == "<":
            given = next(words)
        elif word == ">":
            next(words)
        elif "*" in word:
            arguments += [str(path.relative_to(desk)) for path in sorted(desk.glob(word))]
        else:
            arguments.append(word)
    return arguments, given


@pytest.mark.parametrize("page", with_calls(), ids=lambda page: str(page.relative_to(ROOT)))
def test_calls_on_the_pages_work(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each ends with status 0."""
    if ".html" in page.read_text(encoding="utf-8"):
        pytest.importorskip("trafilatura", reason="the extra html is not installed")
    ended: list[tuple[str, int]] = []
    for call in calls(page):
        arguments, given = words_of(call, desk)
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(desk.joinpath(given).read_bytes())))
        ended.append((call, run(arguments)))

    assert [one for one in ended if one[1] != 0] == []


def test_there_are_calls() -> None:
    """The pattern by which they are found finds them."""
    assert "communique explain story.txt q1" in calls(ROOT / "README.md")
    assert len(with_calls()) > 8
