"""Whatever the text, the groups of a document hold what the reading holds, where it stands."""

from __future__ import annotations

from itertools import pairwise

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from communique import Annotation, Article, Mention, Reading, Span, Unresolved
from communique.testing import strategies
from communique_spacy.component import Communique
from communique_spacy.groups import put

NLP = spacy.blank("en")
COMPONENT = Communique()
KINDS = {kind.tag: kind for kind in COMPONENT.kinds}


def touched(doc: Doc, span: Span) -> list[int]:
    """The tokens that share a code point with a span, counted one by one."""
    return [token.i for token in doc if token.idx < span.end and span.start < token.idx + len(token)]


def spans_of(finding: Annotation, key: str) -> list[Span]:
    """The spans of a finding that stand in a group."""
    if not key.endswith("_mentions"):
        return [finding.span]
    mentions: tuple[Mention | Span, ...] = getattr(finding, "mentions")  # noqa: B009 - entities have it
    return [one.span if isinstance(one, Mention) else one for one in mentions]


def check_groups(doc: Doc, text: str) -> None:
    """Each span is of the tokens that the finding touches, its offsets are exact, and none is missing."""
    reading: Reading = doc._.communique
    ids = reading.ids()
    assert doc.text == text
    for key, group in doc.spans.items():
        kind = KINDS[key.removeprefix("communique_").removesuffix("_mentions")]
        offsets = [tuple(pair) for pair in group.attrs["offsets"]]
        assert offsets == sorted(offsets, key=lambda pair: pair[0])
        found = [(ids.get(finding, ""), span) for finding in reading.of(kind) for span in spans_of(finding, key)]
        assert sorted(offsets) == sorted((span.start, span.end) for _, span in found)
        assert sorted(zip((span.id_ for span in group), offsets, strict=True)) == sorted(
            (ident, (span.start, span.end)) for ident, span in found
        )
        for span, (start, end) in zip(group, offsets, strict=True):
            assert list(range(span.start, span.end)) == touched(doc, reading.article.span(start, end))
            assert span.label_ == kind.tag
            borders = {token.idx for token in doc} | {token.idx + len(token) for token in doc}
            if {start, end} <= borders:
                assert span.text == text[start:end]


@given(strategies.articles())
def test_groups_of_articles(article: strategies.KnownArticle) -> None:
    doc = COMPONENT(NLP.make_doc(article.text))
    check_groups(doc, article.text)
    assert len(doc.spans["communique_quote"]) >= len(article.quotes)


@given(strategies.weird_text())
def test_groups_of_hostile_text(text: str) -> None:
    """Lone surrogates aside, which spaCy cannot hold."""
    text = text.encode("utf-8", "ignore").decode("utf-8")
    check_groups(COMPONENT(NLP.make_doc(text)), text)


@given(st.text(alphabet="ab .,\n-\u00a0\u200b“", min_size=1, max_size=30), st.data())
def test_any_span_has_its_tokens(text: str, data: st.DataObject) -> None:
    """A span of a lone blank has the token before it, every other one the tokens it touches."""
    doc = NLP.make_doc(text)
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
    span = Article(text).span(start, end)
    put(doc, "any", "any", [("x1", span)])
    (found,) = doc.spans["any"]
    expected = touched(doc, span) or [max(token.i for token in doc if token.idx < start)]
    assert list(range(found.start, found.end)) == expected


@given(st.lists(strategies.articles(), min_size=2, max_size=3))
def test_a_document_does_not_depend_on_those_before(articles: list[strategies.KnownArticle]) -> None:
    docs = [COMPONENT(NLP.make_doc(article.text)) for article in articles]
    for doc, article in zip(docs, articles, strict=True):
        alone = COMPONENT(NLP.make_doc(article.text))
        for key, group in doc.spans.items():
            assert [span.text for span in group] == [span.text for span in alone.spans[key]]


def test_unresolved_has_its_group() -> None:
    doc = COMPONENT(NLP.make_doc("They met on Wednesday."))
    assert [span.text for span in doc.spans["communique_unresolved"]] == [
        one.span.text for one in doc._.communique.of(Unresolved)
    ]
    assert len(doc.spans["communique_unresolved"]) == 1
    assert all(first.start <= second.start for first, second in pairwise(doc.spans["communique_time"]))
