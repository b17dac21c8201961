"""Readings in which tests say what was found."""

from __future__ import annotations

from communique import Annotation, Article, Quote, Reading, Source

BY_HAND = Source("by-hand", "communique-hand", "1.0")


def reading_of(article: Article, *findings: Annotation) -> Reading:
    """A reading in which these were found, in this order."""
    reading = Reading.start(article)
    reading.add(findings, BY_HAND)
    return reading


def quoting(text: str, ident: str | None = "7") -> Reading:
    """A reading in which the whole text is a quote."""
    article = Article(text, id=ident)
    return reading_of(article, Quote(article.span(0, len(text))))
