"""Files of words beside the code of a package."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.tables import any_of, lines_of, rows_of, word_set_of, word_sets_of

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


CELL = st.text("ab#é’ ", max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=1, max_size=3), max_size=6))
def test_a_table_is_read_back_as_it_was_written(write: Write, table: list[list[str]]) -> None:
    """Row by row, but for those that are comments or have nothing in them."""
    lines = ["\t".join(cells) for cells in table]
    write("table.tsv", "# Source: own knowledge.\n" + "".join(f"{line}\n" for line in lines))
    kept = [cells for cells, line in zip(table, lines, strict=True) if line and not line.startswith("#")]
    assert list(lines_of("worded", "table.tsv")) == ["\t".join(cells) for cells in kept]
    assert list(rows_of("worded", "table.tsv", 4)) == [cells + [""] * (4 - len(cells)) for cells in kept]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), st.sets(st.text("abé’-", min_size=1)), min_size=1))
def test_word_sets_are_read_back(write: Write, sets: dict[str, set[str]]) -> None:
    """By the names of the file, whatever file it is; each set is there whether it is asked for alone or with all."""
    write("other.toml", "".join(f'{name} = "{" ".join(words)}"\n' for name, words in sets.items()))
    assert word_sets_of("worded", "other.toml") == sets
    look_up = word_set_of("worded", "other.toml")
    assert {name: look_up(name) for name in sets} == sets
    with pytest.raises(KeyError):
        look_up("no such set")


@given(st.sets(st.text("ab", min_size=1), min_size=1), st.text("ab", max_size=5))
def test_alternatives_take_the_longest_word(words: set[str], text: str) -> None:
    """Whatever order the words are given in."""
    found = re.match(any_of(words), text)
    fitting = [word for word in words if text.startswith(word)]
    assert (found and found[0]) == max(fitting, key=len, default=None)


def test_word_sets_have_names(write: Write) -> None:
    """Words stand between blanks and line ends."""
    write("words.toml", 'pronouns = "he she"\nempty = ""\nlong = """\nit\nthey\n"""\n')
    assert word_sets_of("worded") == {"pronouns": {"he", "she"}, "empty": set(), "long": {"it", "they"}}
