"""Words of the world in files beside the code of a package: tables, lists, and named sets of words.

The files stand in the folder ``data`` of the package.  In tables and lists a line that begins with ``#`` is a comment,
such as that which names the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files


def lines_of(package: str, name: str) -> Iterator[str]:
    r"""Give the lines of a list, comments and empty lines left out.

    >>> next(lines_of("communique", "countries.tsv"))[:15]
    'AFG\tAfghanistan'
    """
    return (line for line in _text(package, name).splitlines() if line and not line.startswith("#"))


def rows_of(package: str, name: str, columns: int) -> Iterator[list[str]]:
    """Give the rows of a table whose cells are separated by tabs; cells left off at the end of a line are empty.

    >>> next(rows_of("communique", "countries.tsv", 11))[:3]
    ['AFG', 'Afghanistan', 'state']

    Raises:
        ValueError: if a line has more cells than the table has columns.
    """
    for line in lines_of(package, name):
        cells = line.split("\t")
        if len(cells) > columns:
            raise ValueError(f"{name} of {package} has {columns} columns, and more cells in the line {line!r}")
        yield cells + [""] * (columns - len(cells))


def word_sets_of(package: str, name: str = "words.toml") -> Mapping[str, frozenset[str]]:
    """Give the sets of words of a TOML file: under each name words with blanks between them.

    >>> sorted(word_sets_of("communique_events")["do"])
    ['did', 'do', 'does']
    """
    import tomllib

    return {key: frozenset(words.split()) for key, words in tomllib.loads(_text(package, name)).items()}


def word_set_of(package: str, name: str = "words.toml") -> Callable[[str], frozenset[str]]:
    """Give the look-up of the sets of words of a TOML file by name; the file is read when a set is first asked for.

    >>> word_set = word_set_of("communique_events")
    >>> "which" in word_set("openers"), "treaty" in word_set("openers")
    (True, False)
    """

    @cache
    def sets() -> Mapping[str, frozenset[str]]:
        return word_sets_of(package, name)

    @cache
    def word_set(name: str) -> frozenset[str]:
        return sets()[name]

    return word_set


def any_of(words: Iterable[str]) -> str:
    """Give words as alternatives of a pattern, the longest first.

    >>> any_of({"main", "top", "chief"})
    '(?:chief|main|top)'
    """
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def _text(package: str, name: str) -> str:
    return files(package).joinpath("data", name).read_text(encoding="utf-8")
