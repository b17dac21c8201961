"""A reading as notebooks show it: whole, escaped, and nothing to fetch."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.by_hand import reading_of

from communique import Article, Quote, Reading, read
from communique.kinds import Evidence
from communique.marking import cut
from communique.notebook import LONGEST
from communique.reading import Failure
from communique.testing.strategies import weird_text

SEED = Path(__file__).resolve().parent.parent / "seeds" / "border-farmland.txt"


class Shown(HTMLParser):
    """What a browser makes of it: the text between the marks, the tags, and the values of their attributes."""

    def __init__(self, html: str) -> None:
        """Read a piece of HTML."""
        super().__init__()
        self.tags: list[str] = []
        self.values: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self._open.append(tag)
        self.values += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Tags are closed in their order."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the text of the article."""
        if self._open[:2] == ["div", "div"]:
            self.text += data


def shown(reading: Reading) -> Shown:
    """What a notebook shows of a reading."""
    return Shown(reading._repr_html_())


def by_hand(article: Article, *spans: tuple[int, int]) -> Reading:
    """A reading in which there are quotes."""
    return reading_of(article, *(Quote(article.span(*span), evidence=Evidence("<rule>")) for span in spans))


def test_the_article_stands_there_as_it_is() -> None:
    """Marks put nothing into the text and leave nothing out; each kind that was found has a table."""
    text = SEED.read_text(encoding="utf-8")
    reading = read(text, published="2025-11-13")
    page = shown(reading)

    assert page.text == text
    assert page.tags.count("table") == len(reading.kinds) - len([kind for kind in reading.kinds if kind.layout])
    assert "q1 quote Omar Khalid Nour" in " ".join(value for name, value in page.values if name == "title")


def test_it_is_the_same_every_time() -> None:
    """Two readings of a text look alike."""
    text = SEED.read_text(encoding="utf-8")
    assert read(text)._repr_html_() == read(text)._repr_html_()


def test_what_looks_like_html_is_text() -> None:
    """Nothing in a story, its title, a rule or an error becomes a tag."""
    text = "“<script>alert('x')</script> & \"so\" on,” <b>she</b> said."
    reading = by_hand(Article(text, title="<i>title</i>"), (0, 43))
    reading.fail(Failure("<plugin>", "Error", "</div><script>"))
    page = shown(reading)

    assert page.text == text
    assert not {"script", "b", "i"} & set(page.tags)
    assert ("title", "q1 quote (<rule>)") in page.values


@given(weird_text().filter(bool), st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=5))
def test_any_text_is_shown(text: str, places: list[tuple[int, int]]) -> None:
    """What no page can hold is replaced, one for one; all else is there, and can be encoded."""
    size = len(text)
    page = shown(by_hand(Article(text), *((at % size, min(at % size + long, size)) for at, long in places)))
    held = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "�", text)

    assert page.text.encode() == held.encode()


def test_nothing_is_fetched_and_nothing_runs() -> None:
    """No script, no address, no style for the page around it."""
    html = read(SEED.read_text(encoding="utf-8"))._repr_html_()
    page = Shown(html)

    assert not {"script", "style", "link", "img", "iframe"} & set(page.tags)
    assert {name for name, _ in page.values} <= {"style", "title", "class"}
    assert "url(" not in html
    assert "://" not in html


def test_a_long_text_is_cut_and_the_tables_are_whole() -> None:
    """Notebooks keep what they show; of a very long text the beginning is enough."""
    article = Article("word " * 20_000)
    page = shown(by_hand(article, (5, 9), (LONGEST - 2, LONGEST + 2), (90_000, 90_004)))

    assert page.text == f"{article.text[:LONGEST]} […] 50,000 characters more"
    assert page.tags.count("tr") == 1 + 3


def test_an_empty_reading_says_so() -> None:
    """No findings, no table."""
    page = shown(Reading.start(Article("Nothing.")))
    assert page.text == "Nothing."
    assert "table" not in page.tags


def test_pieces_of_quotes_are_marked_without_what_stands_between() -> None:
    """The attribution that interrupts a quote is none of its words."""
    article = Article("“Yes,” she said, “now.”")
    quote = Quote(article.span(0, 23), content=(article.span(0, 6), article.span(17, 23)))

    assert [(piece.span.text, len(piece.findings)) for piece in cut(article, [quote])] == [
        ("“Yes,”", 1),
        (" she said, ", 0),
        ("“now.”", 1),
    ]


@pytest.mark.parametrize("kinds", [set(), {Quote}])
def test_a_view_shows_what_it_may_see(kinds: set[Any]) -> None:
    """What an extractor did not declare is not shown to it either."""
    from communique.reading import Sight

    view = by_hand(Article("“Yes.”"), (0, 6)).showing(Sight.of(kinds, (), "a test"))
    assert ("quote" in view._repr_html_()) == bool(kinds)
