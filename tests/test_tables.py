"""Files of words beside the code of a package."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.tables import lines_of, rows_of, word_sets_of

Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file of a package called ``worded``."""
    folder = tmp_path / "worded" / "data"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "worded", raising=False)
    importlib.invalidate_caches()

    def write(name: str, content: str) -> None:
        (folder / name).write_text(content, encoding="utf-8")

    return write


def test_comments_and_empty_lines_are_left_out(write: Write) -> None:
    """Only at the beginning of a line does a sign make a comment."""
    write("list.txt", "# Source: own knowledge.\n\nenvoy\nNo. #2 # here\n")
    assert list(lines_of("worded", "list.txt")) == ["envoy", "No. #2 # here"]


def test_rows_have_all_columns(write: Write) -> None:
    """Cells left off are empty; a cell too many is a mistake of whoever wrote the table."""
    write("table.tsv", "a\tb\tc\na\n\tb\n")
    assert list(rows_of("worded", "table.tsv", 3)) == [["a", "b", "c"], ["a", "", ""], ["", "b", ""]]
    with pytest.raises(ValueError, match=r"table\.tsv of worded has 2 columns"):
        list(rows_of("worded", "table.tsv", 2))


def test_word_sets_have_names(write: Write) -> None:
    """Words stand between blanks and line ends."""
    write("words.toml", 'pronouns = "he she"\nempty = ""\nlong = """\nit\nthey\n"""\n')
    assert word_sets_of("worded") == {"pronouns": {"he", "she"}, "empty": set(), "long": {"it", "they"}}
