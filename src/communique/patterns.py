"""Named pieces to build patterns of.

They are written for the folded text (`Article.folded`), in which quotation marks, dashes and spaces are plain, and for
the `regex` module.  Every piece is linear by construction: repetitions are possessive or bounded.
"""

from __future__ import annotations

import regex

CAPITAL = r"[\p{Lu}\p{Lt}]"
"""A capital letter of any alphabet."""

LETTER = r"[\w\p{M}]"
"""A word character; combining marks belong to words."""

DASH = r"-{1,3}"
"""A dash between parts of a sentence (every dash is a hyphen in the folded text)."""

INITIAL = rf"{CAPITAL}\.(?!{LETTER}{{2}})"
"""An initial with its stop: ``J.`` in "Robert J. Kane", "U." in "U.S."."""

PARTICLE = (
    r"(?:bin|bint|ibn|abu|al|el|ul|ud|ad|as|at|ash|ben|da|das|de|del|della|dela|der|des|di|do|dos|du|la|le|ter|ten|"
    r"van|von|y|zu|zum|af|av|e|den|ould)"
)
"""A lower-case word inside a person's name.  Source: name particles of the languages most in the news."""

NAME_WORD = (
    rf"(?:(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]d|[Aa]n|[Aa]r|[Aa]s|[Aa]t|[Uu]l)-)?{CAPITAL}(?:{LETTER}|['-](?!s\b){LETTER})*+"
)
"""One capitalised word: "Lavrov", "O'Brien", "Jean-Marc", "al-Sharaa", but "Trump" of "Trump's"."""

RUN = (
    rf"(?<!{LETTER})(?:{INITIAL}|{NAME_WORD})"
    rf"(?:(?: {PARTICLE}){{0,2}} ?(?:(?<=[ .]){INITIAL}|(?<= ){NAME_WORD})){{0,11}}+"
)
"""A run of capitalised words with initials and name particles inside."""

CAPITALISED_RUN = regex.compile(RUN)
"""`RUN`, compiled."""
