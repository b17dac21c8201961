"""Text that breaks off, opens with its marks, or holds no words where content should stand."""

from __future__ import annotations

import pytest

from communique import Article, Quote
from communique.plugins import load


@pytest.mark.parametrize(
    "text",
    [
        "“no” will that denied , France Mr. Ortiz — insisted insisted\n. …in a statementaccording to ",
        "Ana Ruiz -- ‘ ! asked told !\nParis\nadded: reporters ( reporters go “ says ",
        "However,      , Ana Ruiz said.",
        "“We will,” Ana Ruiz said, - .",
        "Ruiz, “ says ",
    ],
)
def test_what_says_nothing_is_no_content(text: str) -> None:
    reading = load().only({Quote}).run(Article(text))
    assert not reading.errors
    assert all(piece.text.strip(" ,.-") for quote in reading.of(Quote) for piece in quote.content)


@pytest.mark.parametrize("tail", ["\n\nThe valley was calm.’ No trains ran.", "\n\nThe market closed.” It was calm."])
@pytest.mark.parametrize(
    "text", ["the minister told '\n((.", "reporters\n? Mr. Ortiz told ( ..", "the aide said [(.", "Ana Ruiz said -- (("]
)
def test_marks_and_brackets_are_no_content_whatever_follows(text: str, tail: str) -> None:
    pipeline = load().only({Quote})
    for whole in (text, text + tail):
        assert [quote for quote in pipeline.run(Article(whole)).of(Quote) if quote.span.end <= len(text)] == []
