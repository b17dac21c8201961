"""The text cut at the edges of what was found in it: what shows findings in their place draws piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from communique.article import Article
from communique.kinds import Actor, Annotation, Place, Quote
from communique.span import Span


@frozen
class Piece:
    """A stretch of the text within which the same findings hold.

    >>> from communique import Dateline, read
    >>> reading = read("OSLO (AP) — Envoys arrived.")
    >>> piece = next(cut(reading.article, reading.of(Dateline)))
    >>> piece.span.text, sorted(piece.tags)
    ('OSLO (AP) —', ['dateline'])
    """

    span: Span
    """The stretch."""
    findings: tuple[Annotation, ...]
    """What covers it, what begins first in front."""

    @property
    def tags(self) -> frozenset[str]:
        """Tags of the kinds that cover it."""
        return frozenset(finding.tag for finding in self.findings)


def cut(article: Article, findings: Iterable[Annotation]) -> Iterator[Piece]:
    """Cut a text at the edges of findings; the pieces put together are the text.

    Of actors and places every mention is covered, of a quote its pieces, of all else the passage.

    >>> from communique import Quote, read
    >>> reading = read("“Yes,” Ana Ruiz said.")
    >>> [(piece.span.text, sorted(piece.tags)) for piece in cut(reading.article, reading.of(Quote))]
    [('“Yes,”', ['quote']), (' Ana Ruiz said.', [])]
    """
    begin: dict[int, list[tuple[int, Annotation]]] = {}
    end: dict[int, list[int]] = {}
    spans = ((span, finding) for finding in findings for span in covered(finding))
    for number, (span, finding) in enumerate(spans):
        begin.setdefault(span.start, []).append((number, finding))
        end.setdefault(span.end, []).append(number)
    start = 0
    here: dict[int, Annotation] = {}
    for offset in sorted({*begin, *end, len(article.text)}):
        if offset > start:
            yield Piece(article.span(start, offset), tuple(dict.fromkeys(here.values())))
        for number in end.get(offset, ()):
            del here[number]
        here.update(begin.get(offset, ()))
        start = offset


def covered(finding: Annotation) -> tuple[Span, ...]:
    """The stretches of the text that a finding is about.

    >>> from communique import Dateline, read
    >>> [span.text for span in covered(read("OSLO (AP) — Envoys arrived.").of(Dateline)[0])]
    ['OSLO (AP) —']
    """
    match finding:
        case Actor():
            return tuple(mention.span for mention in finding.mentions)
        case Place():
            return finding.mentions
        case Quote() if finding.content:
            return finding.content
        case _:
            return (finding.span,)
