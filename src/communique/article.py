"""The article: a text that is never changed, and the one place where spans are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Protocol, TypeVar

from attrs import field, frozen

from communique.span import Span


class Match(Protocol):
    """What a match of `re` and one of `regex` have in common, as far as it is used here.

    >>> import re
    >>> re.match("(?:an )?(envoy)", "an envoy").span(1)
    (3, 8)
    """

    def span(self, group: int | str = ..., /) -> tuple[int, int]:
        """Give the offsets of a group, ``(-1, -1)`` where it took no part."""
        ...


M = TypeVar("M", bound=Match, covariant=True)


class Pattern(Protocol[M]):
    """A compiled pattern of `re` or `regex`.

    >>> import re
    >>> [match.span() for match in Article("Envoys met envoys.").matches(re.compile("[Ee]nvoys"))]
    [(0, 6), (11, 17)]
    """

    def match(self, string: str, pos: int = ..., endpos: int = ..., /) -> M | None:
        """Match at `pos`."""
        ...

    def finditer(self, string: str, pos: int = ..., endpos: int = ..., /) -> Iterator[M]:
        """Give the matches from left to right."""
        ...


# Typographic characters and the plain ones rules are written with.  One for one: offsets never move.
_PLAIN = (
    ("“", '"'), ("”", '"'), ("„", '"'), ("‟", '"'), ("«", '"'), ("»", '"'),
    ("「", '"'), ("」", '"'), ("『", '"'), ("』", '"'),
    ("‘", "'"), ("’", "'"), ("‚", "'"), ("‛", "'"), ("ʼ", "'"), ("´", "'"),
    ("‐", "-"), ("‑", "-"), ("‒", "-"), ("–", "-"), ("—", "-"), ("―", "-"), ("−", "-"),
    ("\u00a0", " "), ("\u2007", " "), ("\u2009", " "), ("\u202f", " "), ("\u3000", " "), ("\u200b", " "),
    ("\u200c", " "), ("\u200d", " "), ("\u200e", " "), ("\u200f", " "), ("\u2060", " "), ("\ufeff", " "),
    ("\t", " "), ("…", "."),
    ("\r\n", " \n"), ("\r", "\n"), ("\u2028", "\n"), ("\u2029", "\n"), ("\x0b", "\n"), ("\x0c", "\n"),
)  # fmt: skip
_PLAIN_ASCII = tuple((fancy, plain) for fancy, plain in _PLAIN if fancy.isascii())
_WRAPPED_LINE = range(40, 91)
_LONGEST_WORD = 24
_DATELINE_ALONE = re.compile(
    r"[A-Z][^\n]{2,60}? [0-9]{4}-[0-9]{2}-[0-9]{2}[ \r]{0,4}(?:\n|\Z)|[A-Z][A-Z'./, -]{2,60}+[ \r]{0,4}(?:\n|\Z)"
)
_DATELINE = re.compile(r"[A-Z][A-Z'.]{2,30}+[^\n]{0,60}? ?(?:-{1,2}|_) (?=[A-Z])")


def _shortened(text: str, size: int = 60) -> str:
    return text if len(text) <= size else text[: size - 1] + "…"


def _day(moment: date | str | None) -> date | None:
    """The day of a moment: a `datetime` is a date too, and cannot be counted with days."""
    if isinstance(moment, str):
        try:
            moment = datetime.fromisoformat(moment)
        except ValueError:
            message = f"published is a date or an ISO 8601 day such as '2026-01-23', not {moment!r}"
            raise ValueError(message) from None
    return moment.date() if isinstance(moment, datetime) else moment


def fold(text: str) -> str:
    """Write plain quotation marks, dashes and spaces for typographic ones, one for one, and join wrapped lines.

    >>> fold("“Yes” – no")
    '"Yes" - no'
    """
    for fancy, plain in _PLAIN_ASCII if text.isascii() else _PLAIN:
        text = text.replace(fancy, plain)
    return text if "\n" not in text else _join_wrapped_lines(text)


def _join_wrapped_lines(text: str) -> str:
    """Put a space where a line of copy was wrapped, and leave the newline where a paragraph, heading or list item ends.

    A line break is a wrap when the next line goes on in lower case or with a figure; when the lines around it were
    wrapped already and this one has the length of a full line; when the next word would not have fitted into the line,
    by the width of wrapped lines before it or behind it in its paragraph; or when the line opens a story by a dateline
    and has no end.  A heading over its story stays apart from it.
    """
    joined: list[int] = []
    start, wrapped, width, seen_to = 0, False, 0, 0
    while (newline := text.find("\n", start)) >= 0:
        line = text[start:newline].rstrip()
        following = text[newline + 1 : newline + 2]
        if not line or following.isspace():
            wrapped = False
        else:
            full = len(line) in _WRAPPED_LINE
            goes_on = _goes_on(line, following)
            if goes_on and full:
                width = max(width, len(line))
            elif full and not wrapped and seen_to <= newline and not _opens_story_at(text, newline + 1):
                ahead, seen_to = _width_ahead(text, newline + 1)
                width = max(width, ahead)
            wrapped = goes_on or (
                full and (wrapped or _is_filled(text, newline, len(line), width) or _opens_story(line))
            )
            if wrapped:
                joined.append(newline)
        start = newline + 1
    if not joined:
        return text
    parts, done = [], 0
    for newline in joined:
        parts.append(text[done:newline])
        done = newline + 1
    parts.append(text[done:])
    return " ".join(parts)


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line without an end goes on with a character: in lower case or with a figure."""
    return line[-1] not in ".!?:\"'" and (following.islower() or following.isdigit())


def _opens_story_at(text: str, start: int) -> bool:
    """Tell whether a line begins with a dateline, or is one: ``JENIN, West Bank 1996-10-03``, ``BAGHDAD/ANKARA``."""
    return _DATELINE.match(text, start) is not None or _DATELINE_ALONE.match(text, start) is not None


def _width_ahead(text: str, start: int) -> tuple[int, int]:
    """The width of the wrapped lines from one on to the end of its paragraph, 0 where there are none, and that end."""
    width = 0
    while (newline := text.find("\n", start)) >= 0:
        line = text[start:newline].rstrip()
        following = text[newline + 1 : newline + 2]
        if not line or following.isspace():
            return width, newline
        if len(line) in _WRAPPED_LINE and _goes_on(line, following):
            width = max(width, len(line))
        start = newline + 1
    return width, len(text)


def _is_filled(text: str, newline: int, length: int, width: int) -> bool:
    """Tell whether the first word of the next line would have made a line longer than those wrapped before it."""
    if length + _LONGEST_WORD < width:
        return False
    word = text[newline + 1 : newline + 1 + _LONGEST_WORD].partition(" ")[0].partition("\n")[0]
    return 0 < width < length + 1 + len(word)


def _opens_story(line: str) -> bool:
    """Tell whether a line begins with a dateline and ends within a sentence."""
    return line[-1] not in ".!?:\"'" and _DATELINE.match(line) is not None


@frozen(eq=False)
class Article:
    """A news text and what is known of it from outside.  It never changes; everything found points into it.

    >>> article = Article("GENEVA (AP) — Talks resumed on Monday.", title="Talks resume")
    >>> article.span(14, 19).text
    'Talks'
    """

    text: str = field(repr=lambda text: repr(_shortened(text)))
    """The text exactly as given."""
    title: str | None = None
    """The headline, where it is not part of the text."""
    source: str | None = None
    """Where the text comes from: an outlet, a file, an address."""
    published: date | None = field(default=None, converter=_day)
    """The day of publication, against which years and weekdays resolve where there is no dateline.

    A `date`, or a day or moment in ISO 8601; of a moment the day is kept.
    """
    id: str | None = None
    """A name of yours for the article; it comes back in its record."""
    language: str = "en"
    """ISO 639-1 code of the text's language."""

    @cached_property
    def folded(self) -> str:
        """The text with plain quotation marks, dashes and spaces, of the same length: what words and patterns match on.

        Offsets into it are offsets into `text`.  Line breaks that merely wrap a sentence are spaces in it.
        """
        return fold(self.text)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the UTF-8 text, in hexadecimal (lone surrogates are encoded by ``surrogatepass``)."""
        import hashlib

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """Make the span ``[start, end)``.

        Raises:
            ValueError: if it is empty or reaches outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            message = f"no span [{start}, {end}) in a text of {len(self.text)} code points"
            raise ValueError(message)
        return Span(start, end, self.text[start:end])

    def span_of(self, match: Match, group: int | str = 0) -> Span:
        """Make the span of a matched group; it must have taken part in the match (see `span_if`)."""
        return self.span(*match.span(group))

    def span_if(self, match: Match, group: int | str = 0) -> Span | None:
        """Make the span of a matched group, or give None where it took no part or matched nothing."""
        start, end = match.span(group)
        return self.span(start, end) if 0 <= start < end else None

    def match(self, pattern: Pattern[M], at: int, within: Span | None = None) -> M | None:
        r"""Match a pattern at offset `at` of the folded text, not looking behind the end of `within`.

        Lookbehinds and ``\b`` see the text before `at`; ``$``, ``\b`` and lookaheads stop at the end of `within`.
        """
        return pattern.match(self.folded, at, len(self.text) if within is None else within.end)

    def matches(self, pattern: Pattern[M], within: Span | None = None) -> Iterator[M]:
        """Give the matches of a pattern in the folded text, or in the part of it that is `within`."""
        if within is None:
            return pattern.finditer(self.folded)
        return pattern.finditer(self.folded, within.start, within.end)
