"""Keys of JSON Lines that look like slips of the pen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os.path import commonprefix

KEYS = ("id", "text", "published", "title", "source")
"""The keys that are read; whatever else an object holds is passed over."""

_OTHER_WORDS = {"publisher"}
"""Words that are one letter from a key and mean something else."""


def meant(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each key that is probably a slip, with the one that was meant.

    It is one letter away, or written with other capitals, and the one that was meant is not there: others than those of
    `KEYS` are nobody's business.

    >>> list(meant(["id", "text", "publshed", "Title", "language"]))
    [('Title', 'title'), ('publshed', 'published')]
    """
    given = set(keys)
    missing = [key for key in KEYS if key not in given]
    for one in sorted(given.difference(KEYS, _OTHER_WORDS)):
        yield from ((one, key) for key in missing if one.lower() == key or (key != "id" and _one_letter_off(one, key)))


def _one_letter_off(word: str, other: str) -> bool:
    """Whether a letter is left out, put in, another one, or changed places with the next."""
    same = len(commonprefix([word, other]))  # noqa: RUF071 - letter by letter is right
    rest, other_rest = word[same:], other[same:]
    return (
        rest[1:] == other_rest[1:]
        or rest == other_rest[1:]
        or rest[1:] == other_rest
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )
