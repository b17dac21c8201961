"""A stretch of an article's text that carries its own words."""

from __future__ import annotations

from attrs import frozen


@frozen(order=True)
class Span:
    """The half-open stretch ``[start, end)`` of an article and the words that stand there.

    ``start`` and ``end`` count Unicode code points (Python ``str`` indices) of the text exactly as given, and ``text``
    always equals that slice: it is the checksum of the two numbers.  Spans are made by
    :meth:`communique.Article.span`, so that this cannot fail to hold.

    >>> from communique import Article
    >>> Article("Ministers met in Accra.").span(17, 22)
    Span(start=17, end=22, text='Accra')
    """

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    text: str
    """The words themselves."""

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span (or equals it)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return self.text
