"""Which marks make a quotation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ('<a href=""> “We agree,” she said.', ["“We agree,”"]),
        ('<a href="“We agree,” she said.', ["“We agree,”"]),
        ("“He said ‘go’ and left,” she said.", ["“He said ‘go’ and left,”"]),
        ("‘Go.’ He left.", ["‘Go.’"]),
        ("The consortium''s plans failed, he said. ''We stop.''", ["''We stop.''"]),
        ("He left.'We agree,' she said. He.‘We agree’ she said.", []),
        ("A word“We agree,” she said.", ["“We agree,”"]),
        ("“He called it “…a new era”, she said.” He left.", ["“He called it “…a new era”, she said.”"]),
        ("‘We agree ’ she said.", []),
        ('<a href=""> "We agree," she said.', ['"We agree,"']),
        ('<a name="top""We agree," she said.', ['"We agree,"']),
        ('" We agree, " she said.', ['" We agree, "']),
        ('It is " quite safe " , she said. It was " calm ".', ['" quite safe "', '" calm "']),
        ('It is " quite safe" and "calm", she said.', ['" quite safe"', '"calm"']),
        ("They are `` very slow'' to act.", ["`` very slow''"]),
        ('The accord " he said, "is dead."', ['"is dead."']),
        ('A plank 5 " wide and 7 " long was found.', []),
        ('The accord " he said.', []),
        ('Nothing " " stands here.', []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in Layout(Article(text)).quotations] == quoted


@pytest.mark.parametrize(
    "text, closed",
    [
        ("“One.\n“Two.\nThree.", [False]),
        ("“One.\n“Two.”\nThree.", [True]),
        ("“One.\nTwo. “Three.”", [False, True]),
        ("“One.” “Two.\n“Three.", [True, False]),
    ],
)
def test_quotation_tells_whether_it_was_closed(text: str, closed: list[bool]) -> None:
    """In its paragraph or a later one that goes on with it."""
    assert list(Layout(Article(text)).quotations_closed) == closed


PAIRS = ["“”", "«»", "„“", "‘’", "「」", "『』", ("``", "''"), "''", '""']
WORDS = st.lists(st.sampled_from(["We", "agree", "café", "don’t", "go", "12", "U.N."]), min_size=1, max_size=4)


@given(st.lists(st.tuples(WORDS, st.sampled_from(PAIRS), WORDS), min_size=1, max_size=4))
def test_quotations_are_found_among_words(parts: list[tuple[list[str], Sequence[str], list[str]]]) -> None:
    """Whatever marks they have, one pair after the other; apostrophes and full points in words are none of theirs."""
    text, quoted = "", []
    for before, (opening, closing), inside in parts:
        quoted.append(f"{opening}{' '.join(inside)},{closing}")
        text += f"{' '.join(before)} {quoted[-1]} she said. "
    layout = Layout(Article(text))
    assert [text[start:end] for start, end in layout.quotations] == quoted
    assert all(layout.quotations_closed)


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
