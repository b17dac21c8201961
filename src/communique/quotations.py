"""Which quotation marks belong together: a small state machine over the marks of each paragraph.

Only outermost quotations are given.  A quotation of several paragraphs whose marks re-open in each and close once is
one; a quotation that is never closed ends with its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from communique.patterns import offsets_of

_OPENERS = frozenset("“„‟«‘‚「『") | {"``"}
_DOUBLE = frozenset('“”„‟«»"「」『』') | {"''", "``"}
_SINGLE = frozenset("‘’‚'")
_CLOSERS = frozenset('”’"」』') | {"''"}
_BEFORE_CLOSING = frozenset(".,!?…")
_OPEN = -1
_LONGEST_ATTRIBUTE = 500


class _Mark(NamedTuple):
    """A quotation mark."""

    start: int
    end: int
    sign: str

    @property
    def single(self) -> bool:
        return self.sign in _SINGLE


class _Paragraph(NamedTuple):
    """A paragraph with its marks."""

    text: str
    start: int
    end: int
    marks: Sequence[_Mark]


def find_quotations(text: str, folded: str, paragraphs: Iterable[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Give start and end of each quotation of a text, marks inside, and whether it was closed.

    In the folded text every mark is one of three characters, which makes them quick to find.
    """
    found: list[tuple[int, int, bool]] = []
    carried: _Mark | None = None  # the opening mark of a quotation whose paragraph ended before it was closed
    carried_end = 0
    for paragraph in _with_marks(text, folded, paragraphs):
        goes_on = carried if carried is not None and _reopens(paragraph, carried) else None
        if carried is not None and goes_on is None:
            found.append((carried.start, carried_end, False))
        carried = None
        for mark, end in _quotations_of(paragraph, goes_on):
            if end == _OPEN:
                carried, carried_end = mark, paragraph.end
            else:
                found.append((mark.start, end, True))
    if carried is not None:
        found.append((carried.start, carried_end, False))
    return found


def _with_marks(text: str, folded: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[_Paragraph]:
    """Hand the marks of a text to their paragraphs."""
    marks = _marks(text, folded)
    mark = next(marks, None)
    for start, end in paragraphs:
        inside: list[_Mark] = []
        while mark is not None and mark.start < end:
            inside.append(mark)
            mark = next(marks, None)
        yield _Paragraph(text, start, end, inside)


def _marks(text: str, folded: str) -> Iterator[_Mark]:
    """Give the quotation marks of a text; apostrophes are left out."""
    after = 0
    for first in offsets_of(folded, "\"'`"):
        if first < after:
            continue
        sign, after = text[first], first + 1
        if sign in "\"'" and text[first - 1 : first] == "=":
            after = _behind_attribute(text, first, sign)
            continue
        if sign in "'`" and text[after : after + 1] == sign and not _ends_inner(text, first):
            sign, after = sign * 2, first + 2
        if sign in _DOUBLE or (sign in _SINGLE and _is_mark(text, first, after, sign)):
            yield _Mark(first, after, sign)


def _ends_inner(text: str, first: int) -> bool:
    """Tell whether the first of three apostrophes closes a quotation in a quotation: ''She said, 'Go.'''."""
    return text[first : first + 3] == "'''" and first > 0 and not text[first - 1].isspace()


def _behind_attribute(text: str, first: int, sign: str) -> int:
    """Where the value of an attribute of markup ends (``<a href="…">``), behind its closing mark."""
    close = text.find(sign, first + 1, first + _LONGEST_ATTRIBUTE)
    return close + 1 if close >= 0 else first + 1


def _is_mark(text: str, first: int, last: int, sign: str) -> bool:
    """Tell a single quotation mark from an apostrophe."""
    before, after = text[first - 1 : first] if first else "", text[last : last + 1]
    opens = not before.isalnum() and after.isalnum()
    if sign in "‘‚":
        return opens
    closes = (before.isalnum() or before in _BEFORE_CLOSING) and not after.isalnum()
    return closes or (opens and sign == "'")


def _reopens(paragraph: _Paragraph, carried: _Mark) -> bool:
    """Tell whether a paragraph begins with a mark that goes on with the quotation left open before it."""
    first = next(iter(paragraph.marks), None)
    return first is not None and first.start == paragraph.start and first.single == carried.single


def _quotations_of(paragraph: _Paragraph, carried: _Mark | None) -> Iterator[tuple[_Mark, int]]:
    """Give the opening mark of each quotation of a paragraph and where it ends, `_OPEN` where it is not closed.

    `carried` is the opening of a quotation that the paragraph before left open and the first mark of this one re-opens.
    """
    opened, nested = carried, 0
    marks = paragraph.marks if carried is None else paragraph.marks[1:]
    for number, mark in enumerate(marks):
        if opened is None:
            opened, nested = (mark, 0) if _opens(paragraph, mark, marks[number + 1 : number + 2]) else (None, 0)
        elif mark.single != opened.single:
            continue
        elif _closes(paragraph, mark, opened):
            if not nested:
                yield opened, mark.end
                opened = None
            nested = max(nested - 1, 0)
        elif mark.sign in _OPENERS:
            if _closes_twice(paragraph, marks[number + 1 : number + 3], opened):
                nested += 1
            else:  # the mark that should have closed it was forgotten
                yield opened, opened.start + len(paragraph.text[opened.start : mark.start].rstrip())
                opened = mark
    if opened is not None and not opened.single:
        yield opened, _OPEN


def _closes_twice(paragraph: _Paragraph, coming: Sequence[_Mark], opened: _Mark) -> bool:
    """Tell whether the next two marks both close: then the one before them opened a quotation in a quotation."""
    return len(coming) == 2 and all(_closes(paragraph, mark, opened) for mark in coming)  # noqa: PLR2004


def _opens(paragraph: _Paragraph, mark: _Mark, coming: Sequence[_Mark]) -> bool:
    """Tell whether a mark met outside a quotation opens one; `coming` holds the mark behind it."""
    text, sign = paragraph.text, mark.sign
    if mark.end >= paragraph.end:
        return False
    if text[mark.end].isspace():
        # Before a blank a mark opens that cannot close anything ("the accord " he said), or has its match behind it.
        return sign in {"“", "„", "«", "``"} or (sign == '"' and _is_spaced(paragraph, mark, coming))
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    if sign in {"”", "’", "»", "」", "』"}:
        return before.isspace()
    if sign in {"''", '"'}:
        return not before.isalnum()
    if sign in {"‘", "'"}:
        return not (before.isalnum() or before in ".,!?")
    return True


def _is_spaced(paragraph: _Paragraph, mark: _Mark, coming: Sequence[_Mark]) -> bool:
    """Tell whether a straight mark between blanks opens a quotation: he was " very pleased " to sign.

    The mark behind it must be able to close: in the accord " he said, "is dead" it opens something of its own.
    """
    text, before = paragraph.text, paragraph.text[max(paragraph.start, mark.start - 2) : mark.start]
    if not coming or coming[0].sign != mark.sign or before[-1:] not in {"", " "} or before[:1].isdigit():
        return False
    close = coming[0]
    after = text[close.end] if close.end < paragraph.end else " "
    return close.start > mark.end + 1 and not (text[close.start - 1].isspace() and after.isalnum())


def _closes(paragraph: _Paragraph, mark: _Mark, opened: _Mark) -> bool:
    """Tell whether a mark closes the quotation that one of its family opened."""
    text, sign = paragraph.text, mark.sign
    if sign in _CLOSERS:
        return True
    after = text[mark.end] if mark.end < paragraph.end else " "
    if sign == "‟":
        return opened.sign == "„" and not after.isalnum()
    if sign == "“":
        # A mistyped closing mark: “We agree,“ she said.
        mistyped = opened.sign == '"' or (opened.sign == "“" and text[mark.start - 1] in _BEFORE_CLOSING)
        return opened.sign in "„‟" or (mistyped and mark.end < paragraph.end and not after.isalnum())
    if sign in "«»":
        return sign == ("«" if opened.sign == "»" else "»")
    return sign == "'" and opened.sign in "'‘‚" and not after.isalnum()
