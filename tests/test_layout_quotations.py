"""Which marks make a quotation."""

from __future__ import annotations

import pytest

from communique.article import Article
from communique.layout import Layout


@pytest.mark.parametrize(
    "text, quoted",
    [
        ("“We agree,” she said.", ["“We agree,”"]),
        ("“We agree,“ she said. “Now go.”", ["“We agree,“", "“Now go.”"]),
        ('“We agree," she said. "Now go.”', ['“We agree,"', '"Now go.”']),
        ("''We agree,'' she said.", ["''We agree,''"]),
        ("''She said, 'Go.''' He left.", ["''She said, 'Go.'''"]),
        ("«We agree», she said; „Now go“.", ["«We agree»", "„Now go“"]),
        ("„We agree‟, she said; ‟Now go”.", ["„We agree‟", "‟Now go”"]),
        ("She said: 「賛成だ」 and 『行こう』.", ["「賛成だ」", "『行こう』"]),
        ("‘We don’t agree’, she said.", ["‘We don’t agree’"]),
        ("“One.\n“Two,” she said.", ["“One.\n“Two,”"]),
        ("“One.\nTwo, she said.", ["“One."]),
        ('The consortium"s plans failed, he said. "We stop."', ['"We stop."']),
        ("The farmers' union said it wasn't theirs.", []),
        ("<post id=\"12\" author='@ministry'> “We agree,” she said.", ["“We agree,”"]),
        ('<post id="12 and “We agree,” she said.', ["“We agree,”"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in Layout(Article(text)).quotations] == quoted


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("“We agree?” Ruiz said. It rained.", ["“We agree?” Ruiz said.", "It rained."]),
        ("“We agree.” Ruiz said. It rained.", ["“We agree.” Ruiz said.", "It rained."]),
        ("He called it “a new era.” She said it was late.", ["He called it “a new era.”", "She said it was late."]),
        ("It was “a new era.” She added, “It is late.”", ["It was “a new era.”", "She added, “It is late.”"]),
    ],
)
def test_sentences_around_quotations(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in Layout(Article(text)).sentences] == sentences
