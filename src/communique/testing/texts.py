"""Texts to hold promises on: invented news, strings of odd pieces, and the examples in docstrings of rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from inspect import getdoc
from itertools import chain, islice

from communique.lexicon import Lexicon

PUBLISHED = date(2024, 12, 31)
"""The day of publication of texts that are read in tests: later than every dateline of its year."""

SAMPLES: Mapping[str, str] = {
    file.name.removesuffix(".txt"): file.read_text(encoding="utf-8")
    for file in sorted(files("communique.testing").joinpath("samples").iterdir(), key=lambda file: file.name)
}
"""Invented news stories with something for every kind."""

_PIECES = (
    "“", "”", "„", "«", "»", '"', "'", "‘", "’", ",”", '."', " ", "\u00a0", "\u200b", "\t", "\n", "\n\n", "\r\n",
    "\u2028", "\x00", "\ud800", "e\u0301", "\u0301\u0301", "İ", "ß", "你好。", "مرحبا", "\U0010ffff", "Ab" * 40,
    "A.", "...", "?!", "--", "(((", "999999", "'s", "U.S.", "Mr.", "Feb 30, 2024", "GENEVA, Jan 20 (Reuters) -",
    " said", "he added", "according to", "Foreign Minister", "the delegation, headed by", "demanded that",
    "Xi", "al-", "van der", "Russian", "Moscow's", "UN", "of", "the", "The",
)  # fmt: skip


def odd_strings(count: int = 30, most: int = 24) -> list[str]:
    r"""Give strings of odd pieces, the same ones on every call; the first are empty and blank.

    >>> odd_strings(3)[:2], odd_strings() == odd_strings()
    (['', ' \n\xa0'], True)
    """
    strings = ["", " \n\u00a0"]
    state = 1
    while len(strings) < count:
        pieces: list[str] = []
        for _ in range(len(strings) % most + 1):
            state = (state * 1_103_515_245 + 12_345) % 2**31
            pieces.append(_PIECES[(state >> 8) % len(_PIECES)])
        strings.append(("" if len(strings) % 2 else " ").join(pieces))
    return strings


_QUOTED = re.compile(r"``(.+?)``|\"([^\"]+)\"", re.DOTALL)


def examples(rule: Callable[..., object]) -> list[str]:
    """Give what a rule's docstring has in code or in quotation marks: a line that it matches, and one that it must not.

    >>> def declares(reading):
    ...     '''Who declares a truce.
    ...
    ...     Matches "Kenya declared a truce"; not "Kenya declared a holiday".
    ...     '''
    >>> examples(declares)
    ['Kenya declared a truce', 'Kenya declared a holiday']
    """
    _, _, behind = (getdoc(rule) or "").partition("\n\n")
    return [" ".join((code or words).split()) for code, words in _QUOTED.findall(behind)]


def sentences_with(lexicons: Iterable[Lexicon[object]], most: int = 30) -> str:
    """Give a text in which words of the lexicons stand between two actors, the first ones of each list.

    >>> sentences_with([Lexicon.of("verbs", {"met": None})])
    'Kenyan Foreign Minister Velora Okunvari met Norway on Monday. Met, he said.'
    """
    forms = chain.from_iterable(islice(_forms(lexicon), most) for lexicon in lexicons)
    return "\n\n".join(
        f"Kenyan Foreign Minister Velora Okunvari {form} Norway on Monday. {form[:1].upper()}{form[1:]}, he said."
        for form in forms
    )


def forms_among(lexicons: Iterable[Lexicon[object]], most: int = 150) -> list[str]:
    """Give forms of some lexicons, of long ones only some, from all their parts.

    >>> forms_among([Lexicon.of("letters", dict.fromkeys("abcdef"))], most=3)
    ['a', 'c', 'e']
    """
    chosen: dict[str, None] = {}
    for lexicon in lexicons:
        forms = list(_forms(lexicon))
        chosen |= dict.fromkeys(forms[:: -(-len(forms) // most) or 1])
    return list(chosen)


def _forms(lexicon: Lexicon[object]) -> Iterator[str]:
    return (entry.surface for entry in lexicon.entries)
