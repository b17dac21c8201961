"""Named pieces to build patterns of, for `re` and `regex` alike.

They are written for the folded text (`Article.folded`), in which quotation marks, dashes and spaces are plain.  Every
piece is linear by construction: repetitions are possessive or bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

P = TypeVar("P")

CAPITAL = (
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƊƏƘƠƯǍǏǑǓȘȚẞ"
    r"ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸΆΈ-ΏΑ-ΫА-ЯЀ-ЏҐҒҖҚҢҮҰҲҺӘӨԱ-Ֆ]"
)
"""A capital letter of the alphabets that names in English-language news are printed in (a literal class: `re` knows no
character categories, and a search that starts with a class runs at C speed)."""

LETTER = r"[\w\u0300-\u036f]"
"""A word character; combining accents belong to words."""

INITIAL = rf"{CAPITAL}\.(?!{LETTER}{{2}})"
"""An initial with its stop: ``J.`` in "Robert J. Kane", "U." in "U.S."."""

PARTICLE = (
    r"(?:bin|bint|ibn|abu|al|el|ul|ud|ad|as|at|ash|ben|da|das|de|del|della|dela|der|des|di|do|dos|du|la|le|ter|ten|"
    r"van|von|y|zu|zum|af|av|e|den|ould)"
)
"""A lower-case word inside a person's name.  Source: name particles of the languages most in the news."""

ARTICLE = r"(?:[Aa][dlnrst]|[Aa]sh|[Ee]l|[Uu]l)"
"""The Arabic article before a name, as it is transliterated."""

_CAPITALISED = rf"{CAPITAL}(?:{LETTER}|['-](?!s\b){LETTER})*+"

NAME_WORD = rf"(?:(?:{ARTICLE}-)?{_CAPITALISED})"
"""One capitalised word: "Lavrov", "O'Brien", "Jean-Marc", "al-Sharaa", but "Trump" of "Trump's"."""

RUN = (
    rf"(?:{INITIAL}|{_CAPITALISED})(?:(?: {PARTICLE}(?= )){{0,2}}(?: {INITIAL}| {NAME_WORD}|(?<=\.){INITIAL})){{0,30}}+"
)
"""A run of capitalised words with initials and name particles inside, from its first capital on."""

RUN_LEAD = rf"(?<!{LETTER}){ARTICLE}-\Z"
"""The article that may stand before a run: "al-" of "al-Sharaa"."""


def offsets_of(text: str, characters: str) -> list[int]:
    """The offsets of single characters in a text, sorted; several times as fast as a search for a class of them.

    >>> offsets_of("a, b; c, d", ",;")
    [1, 4, 7]
    """
    offsets: list[int] = []
    for character in characters:
        offset = text.find(character)
        while offset >= 0:
            offsets.append(offset)
            offset = text.find(character, offset + 1)
    offsets.sort()
    return offsets


class _Compiled:
    """Stands for a compiled pattern; its methods are looked up once each."""

    def __init__(self, made: Callable[[], object]) -> None:
        self._made = made

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # asked for by copy and its like
            raise AttributeError(name)
        value = getattr(self._made(), name)
        setattr(self, name, value)
        return value


def on_first_use(compiled: Callable[..., P], source: str, flags: int = 0) -> P:
    """Give a pattern that is compiled when it is first matched: for long ones that few articles need.

    It has the methods and attributes of the pattern, but is no instance of its class.

    >>> import re
    >>> on_first_use(re.compile, "[Ee]nvoys?").fullmatch("Envoy").end()
    5
    """
    return cast("P", _Compiled(partial(compiled, source, flags)))
