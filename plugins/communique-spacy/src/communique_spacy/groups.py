"""Findings as span groups."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as TokenSpan

from communique import Annotation, Mention, Reading, Span

Passage = tuple[str, Span]
"""The id of a finding, and where it stands."""


def fill(doc: Doc, reading: Reading, kinds: Iterable[type[Annotation]], prefix: str) -> None:
    """Give the document a group of spans for each kind, and one of the mentions where a kind has them."""
    ids = reading.ids()
    for kind in kinds:
        found = [(ids.get(finding, ""), finding) for finding in reading.of(kind)]
        put(doc, prefix + kind.tag, kind.tag, [(ident, finding.span) for ident, finding in found])
        if kind.entity:
            mentions = [(ident, span) for ident, finding in found for span in mentions_of(finding)]
            mentions.sort(key=lambda passage: (passage[1].start, -passage[1].end))
            put(doc, f"{prefix}{kind.tag}_mentions", kind.tag, mentions)


def mentions_of(finding: Annotation) -> list[Span]:
    """Where a thing of the world is named or referred to; at least where it is found."""
    mentions = getattr(finding, "mentions", ()) or (finding.span,)
    return [mention.span if isinstance(mention, Mention) else mention for mention in mentions]


def put(doc: Doc, key: str, label: str, passages: Iterable[Passage]) -> None:
    """Set one group: a span for each passage, of all tokens that it touches, and the exact offsets beside them."""
    placed = list(passages)
    doc.spans[key] = SpanGroup(
        doc,
        name=key,
        attrs={"offsets": [[passage.start, passage.end] for _, passage in placed]},
        spans=[tokens_of(doc, passage, label, ident) for ident, passage in placed],
    )


def tokens_of(doc: Doc, passage: Span, label: str, ident: str) -> TokenSpan:
    """The tokens that a passage touches; a lone blank touches the token that it follows."""
    for start in (passage.start, passage.start - 1):
        span = doc.char_span(start, passage.end, label=label, span_id=ident, alignment_mode="expand")
        if span:  # a span of no tokens is given where there are none
            return span
    raise ValueError(f"there are no tokens at {passage!r}")
