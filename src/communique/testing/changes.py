"""Texts changed on purpose, with where every offset went, and readings compared across such a change."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Protocol

from attrs import frozen

from communique.article import Article
from communique.kinds import Annotation, Dateline
from communique.reading import Reading
from communique.span import Span
from communique.testing.values import fields_of


class Change(Protocol):
    """How a text was changed."""

    def move(self, offset: int) -> int:
        """Give the place of an offset of the old text in the new one."""
        ...

    def words(self, words: str) -> str:
        """Give words of the old text, or words made of them, as the new one has them."""
        ...


@frozen
class Unchanged:
    """No change at all, or text added behind the end."""

    def move(self, offset: int) -> int:
        """Give the same offset."""
        return offset

    def words(self, words: str) -> str:
        """Give the same words."""
        return words


@frozen
class Shifted:
    """Text put in front."""

    by: int
    """Its length."""

    def move(self, offset: int) -> int:
        """Give the offset behind what was put in front."""
        return offset + self.by

    def words(self, words: str) -> str:
        """Give the same words."""
        return words


@frozen
class Rewritten:
    """Pieces replaced by others."""

    text: str
    """The new text."""
    offsets: tuple[int, ...]
    """For each offset of the old text, its place in the new one."""
    replace: Callable[[str], str]
    """Rewrites any words in the same manner."""

    @classmethod
    def of(cls, text: str, pattern: re.Pattern[str], replacement: Callable[[str], str]) -> Rewritten:
        """Replace every match of a pattern by what `replacement` gives for its words."""
        pieces = list(_pieces(text, pattern, replacement))
        starts = accumulate((len(new) for _, new in pieces), initial=0)
        offsets = [
            start + min(place, len(new) - 1 if new else 0)
            for start, (old, new) in zip(starts, pieces, strict=False)
            for place in range(len(old))
        ]
        changed = "".join(new for _, new in pieces)

        def replace(words: str) -> str:
            return pattern.sub(lambda match: replacement(match.group()), words)

        return cls(changed, (*offsets, len(changed)), replace)

    def move(self, offset: int) -> int:
        """Give the place of an offset; inside a replaced piece, the nearest one."""
        return self.offsets[offset]

    def words(self, words: str) -> str:
        """Give words rewritten, line breaks, spaces, marks and accents in their plain form."""
        return plain_words(self.replace(words))


def _pieces(text: str, pattern: re.Pattern[str], replacement: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    done = 0
    for match in pattern.finditer(text):
        yield text[done : match.start()], text[done : match.start()]
        yield match.group(), replacement(match.group())
        done = match.end()
    yield text[done:], text[done:]


def plain_words(words: str) -> str:
    """Give words with plain marks, single spaces and composed accents."""
    return " ".join(unicodedata.normalize("NFC", Article(words).folded).split())


# ---------------------------------------------------------------- dress

_CURLY = re.compile(r"[“”’]")


def dresses(text: str) -> dict[str, Rewritten]:
    """Give the text in other dresses, by name: those that fit it and cannot matter.

    Accents are decomposed where they are composed; marks change between curly and straight only where each paragraph
    pairs them.
    """
    found = {"no-break spaces": Rewritten.of(text, re.compile(" "), lambda _: "\u00a0")}
    if "\r" not in text:
        found["CRLF line ends"] = Rewritten.of(text, re.compile("\n"), lambda _: "\r\n")
    if unicodedata.is_normalized("NFC", text):
        composed = re.compile(r"[^\x00-\x7f]")
        found["decomposed accents"] = Rewritten.of(text, composed, lambda one: unicodedata.normalize("NFD", one))
    if _curly_marks_pair(text):
        found["straight marks"] = Rewritten.of(text, _CURLY, lambda mark: "'" if mark == "’" else '"')
    if _straight_marks_pair(text):
        found["curly marks"] = _curled(text)
    return {name: change for name, change in found.items() if change.text != text}


def _curly_marks_pair(text: str) -> bool:
    return not re.search("[\"'‘„‟«»‚]|''|``", text) and all(
        re.fullmatch(r"(?:[^“”]|(?<![^\s(])“(?=\w)[^“”]*(?<=[\w.,!?])”(?!\w))*", part)
        for part in re.split(r"[\r\n]+", text)
    )


def _straight_marks_pair(text: str) -> bool:
    return not re.search("[“”‘’„‟«»‚]|''|``|(?<!\\w)'|'(?!\\w)", text) and all(
        re.fullmatch(r"""(?:[^"]|(?<![^\s(])"(?=\w)[^"]*(?<=[\w.,!?])"(?!\w))*""", part)
        for part in re.split(r"[\r\n]+", text)
    )


def _curled(text: str) -> Rewritten:
    """Curl straight marks: an opening one stands at the start or after a space or bracket."""
    return Rewritten.of(
        text, re.compile(r"""(?<![^\s(])"\w|"|'"""), lambda mark: {'"': "”", "'": "’"}.get(mark, f"“{mark[1:]}")
    )


# ---------------------------------------------------------------- comparing

Plain = object
"""Nested tuples of strings, numbers, dates and None."""


def described(finding: Annotation, change: Change) -> dict[str, Plain]:
    """Give a finding as plain values, moved and reworded as the text was; others it refers to, by kind and span."""
    values = {name: _described(value, change) for name, value in fields_of(finding).items()}
    if isinstance(finding, Dateline):  # the one offset that is no span
        values["body"] = change.move(finding.body)
    return values


def _described(value: object, change: Change) -> Plain:
    match value:
        case str():
            return change.words(value)
        case Span():
            return (change.move(value.start), change.move(value.end), change.words(value.text))
        case Annotation():
            return (value.tag, _described(value.span, change))
        case tuple() | list():
            return tuple(_described(part, change) for part in value)
        case Mapping():
            return tuple((key, _described(part, change)) for key, part in value.items())
        case _:
            return tuple(_described(part, change) for part in fields_of(value).values()) or value


def differences(
    before: Iterable[Annotation], after: Iterable[Annotation], change: Change = Unchanged(), ignored: Iterable[str] = ()
) -> list[str]:
    """Say, in words, in which findings two readings differ, apart from the change of their text.

    Args:
        before: findings in the old text.
        after: findings in the new one.
        change: how the text was changed.
        ignored: names of fields that may differ.
    """
    plain: Change = _Worded() if isinstance(change, Rewritten) else Unchanged()
    old, new = _by_place(before, change), _by_place(after, plain)
    left_out = frozenset(ignored)
    said: list[str] = []
    for place in sorted({*old, *new}, key=str):
        was, now = _sorted(old[place]), _sorted(new[place])
        tag, start, end = place
        said += [f"lost: {tag} {_words_of(values)!r} at [{start}, {end})" for values in was[len(now) :]]
        said += [f"new: {tag} {_words_of(values)!r} at [{start}, {end})" for values in now[len(was) :]]
        for first, second in zip(was, now, strict=False):
            said += [
                f"changed: {name} of {tag} {_words_of(second)!r} at [{start}, {end}) "
                f"was {first[name]!r}, is {second[name]!r}"
                for name in first
                if name not in left_out and first[name] != second[name]
            ]
    return said


@frozen
class _Worded(Unchanged):
    def words(self, words: str) -> str:
        return plain_words(words)


def _by_place(
    findings: Iterable[Annotation], change: Change
) -> defaultdict[tuple[str, int, int], list[dict[str, Plain]]]:
    places: defaultdict[tuple[str, int, int], list[dict[str, Plain]]] = defaultdict(list)
    for finding in findings:
        place = (finding.tag, change.move(finding.span.start), change.move(finding.span.end))
        places[place].append(described(finding, change))
    return places


def _sorted(several: list[dict[str, Plain]]) -> list[dict[str, Plain]]:
    return sorted(several, key=str) if len(several) > 1 else several


def _words_of(values: Mapping[str, Plain]) -> str:
    span = values["span"]
    return str(span[2]) if isinstance(span, tuple) else str(span)


def findings_of(reading: Reading) -> list[Annotation]:
    """All findings of a reading, layout left out."""
    return [finding for kind in reading.kinds for finding in reading.of(kind)]
