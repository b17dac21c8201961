"""Paragraphs, sentences and quotations: sound on any string, right on news prose, in linear time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Annotation, Article, Extractor, Pipeline, Reading
from communique.kinds import Paragraph, Quotation, Sentence
from communique.layout import Layout, Regions
from communique.sentences import LONGEST_SENTENCE
from communique.testing.hostile import SHAPES
from communique.testing.promises import check_linear
from communique.testing.strategies import blank_text, weird_text


def paragraphs(text: str) -> list[str]:
    """The words of the paragraphs."""
    return [text[start:end] for start, end in Layout(Article(text)).paragraphs]


def sentences(text: str) -> list[str]:
    """The words of the sentences."""
    return [text[start:end] for start, end in Layout(Article(text)).sentences]


def quotations(text: str) -> list[tuple[str, bool]]:
    """The words of the quotations, and whether each was closed."""
    layout = Layout(Article(text))
    return [
        (text[start:end], closed)
        for (start, end), closed in zip(layout.quotations, layout.quotations_closed, strict=True)
    ]


# ---------------------------------------------------------------- any string


def assert_sound(regions: Regions, text: str) -> None:
    """Regions are in the text, in order, apart from each other, and trimmed of blanks."""
    behind = 0
    for start, end in regions:
        assert behind <= start < end <= len(text)
        behind = end


@given(weird_text())
def test_layout_is_sound_on_any_string(text: str) -> None:
    """Columns are sorted and disjoint; sentences lie inside paragraphs; every letter lies in a sentence."""
    layout = Layout(Article(text))
    for regions in (layout.paragraphs, layout.sentences, layout.quotations):
        assert_sound(regions, text)
    for start, end in layout.sentences:
        number = layout.paragraphs.at(start)
        assert number >= 0
        assert end <= layout.paragraphs.ends[number]
        assert end - start <= LONGEST_SENTENCE
    inside = {offset for start, end in layout.sentences for offset in range(start, end)}
    assert not [c for offset, c in enumerate(text) if c.isalnum() and offset not in inside]
    assert len(layout.quotations_closed) == len(layout.quotations)


@given(weird_text())
def test_paragraphs_and_sentences_have_no_blank_at_their_edges(text: str) -> None:
    """A paragraph or sentence begins and ends with a character that shows, in the folded text."""
    article = Article(text)
    layout = Layout(article)
    for start, end in (*layout.paragraphs, *layout.sentences):
        assert not article.folded[start].isspace()
        assert not article.folded[end - 1].isspace()


@given(blank_text())
def test_blank_text_has_no_layout(text: str) -> None:
    """Nothing comes of nothing."""
    layout = Layout(Article(text))
    assert not [*layout.paragraphs, *layout.sentences, *layout.quotations]


def lay_out(reading: Reading) -> list[Annotation]:
    """Compute the whole layout and find nothing."""
    layout = reading.layout
    assert_sound(layout.paragraphs, reading.article.text)
    assert_sound(layout.sentences, reading.article.text)
    assert_sound(layout.quotations, reading.article.text)
    return []


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_layout_takes_linear_time(shape: Callable[[int], str]) -> None:
    """No shape of text makes the layout slow."""
    assert not check_linear(Pipeline.of([Extractor("layout", lay_out, gives=(Annotation,))]), shape)


# ---------------------------------------------------------------- regions


def test_region_at_a_position() -> None:
    """A position lies in a region from its start to before its end."""
    regions = Regions([2, 7], [5, 9])
    assert [regions.at(position) for position in range(10)] == [-1, -1, 0, 0, 0, -1, -1, 1, 1, -1]


def test_regions_within_a_stretch() -> None:
    """Only regions wholly inside count."""
    regions = Regions([2, 7, 12], [5, 9, 20])
    assert [*regions.within(0, 10)] == [0, 1]
    assert [*regions.within(3, 20)] == [1, 2]
    assert [*regions.within(2, 4)] == []
    assert regions[1] == (7, 9)
    assert len(regions) == 3


# ---------------------------------------------------------------- paragraphs


@pytest.mark.parametrize(
    "text, found",
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("  One. \r\n\r\n\tTwo.\r\n", ["One.", "Two."]),
        (
            "The talks of the\nministers went on.\n\nHeading\n\nMore.",
            ["The talks of the\nministers went on.", "Heading", "More."],
        ),
        ("\n\n\n", []),
    ],
)
def test_paragraphs(text: str, found: list[str]) -> None:
    """Line breaks part paragraphs, those left out that only wrap a line."""
    assert paragraphs(text) == found


# ---------------------------------------------------------------- sentences

ABBREVIATED = [
    "Gen. Ana Ruiz met Lt. Col. Kofi Boateng.",
    "The U.S. Secretary of State met the U.N. envoy.",
    "Robert J. Kane and W. E. B. Okoro signed.",
    "Talks were set for Jan. 20 in Geneva.",
    "They met at 9 a.m. on Monday at St. Petersburg.",
    "Mr. and Mrs. Haddad left with Dr. Osei.",
    "Sen. Paula Kerr of Conn. and Rep. Li Wen of Calif. voted.",
    "Amb. Rosa Lindqvist et al. signed No. 4 of the series.",
    "The accord, cf. Art. 5 and Sect. 2, holds.",
    "It cost approx. 3.5 million and took Vol. 2 of the minutes.",
    "Prof. Idris of the Univ. of Ghana spoke vs. the plan.",
    "The envoy of Acme Corp. and Beta Inc. lawyers left.",
]


@pytest.mark.parametrize("text", ABBREVIATED)
def test_abbreviation_ends_no_sentence(text: str) -> None:
    """The stop of a title, initial, month or unit is none of the sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "found",
    [
        ["Talks resumed.", "Nobody spoke."],
        ["Will they come?", "No!", "They said so…", "Then silence."],
        ["He lives in the U.S.", "The visit was short."],
        ["They met at 5 p.m.", "After that they left."],
        ["It was signed in Jan.", "The rest is known."],
        ["“We are ready.”", "The envoy left."],
        ["“Are we ready?” he asked.", "Nobody knew."],
        ["“Enough!” Okoro said.", "She left."],
        ["He called it “a mistake.”", "Others did not."],
        ["(They left.)", "Nobody spoke."],
        ["The price rose to 3.5 percent.", "Then 20 ships came."],
        ["He said: “We came.", "We left.”"],
        ["Встреча началась.", "Она закончилась."],
        ["انتهت المحادثات.", "بدأت أخرى."],
    ],
)
@pytest.mark.parametrize("blank", [" ", "  ", "\u00a0"])
def test_sentences(found: list[str], blank: str) -> None:
    """Sentences end at their final stop and the marks that close after it."""
    assert sentences(blank.join(found)) == found


def test_lower_case_word_goes_on_with_the_sentence() -> None:
    """After a stop a lower-case word begins no sentence."""
    text = "The firm Yahoo! said so, approx. then ... and left."
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Talks with the U.S. (and Kenya) went on.",
        "“Never!” “not once,” the envoy said.",
        "They met at 3 p.m. – or so it was said.",
        "Nobody came. (–)",
    ],
)
def test_marks_without_a_new_word_behind_a_stop_go_on_with_the_sentence(text: str) -> None:
    """Brackets, marks and dashes begin a sentence only where a word that may begin one comes after them."""
    assert sentences(text) == [text]


def test_sentence_ends_with_its_paragraph() -> None:
    """A heading without a stop is a sentence of its own."""
    assert sentences("Talks resume\n\nMinisters met.") == ["Talks resume", "Ministers met."]


def test_endless_sentence_is_cut_between_words() -> None:
    """No rule meets a sentence without end, and no word is cut."""
    text = "word " * 1000
    found = sentences(text)
    assert len(found) == 3
    assert " ".join(found) == text.strip()


# ---------------------------------------------------------------- quotations


@pytest.mark.parametrize(
    "text, found",
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said ‘yes, it’s so’ and left.", ["‘yes, it’s so’"]),
        ("He said 'yes, it's so' and left.", ["'yes, it's so'"]),
        ("Er sagte „ja“ und »nein«, puis « oui ».", ["„ja“", "»nein«", "« oui »"]),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ("the ministers’ talks and Russia’s demand", []),
        ("the ministers' talks and Russia's demand", []),
        ("a 6'2\" tall envoy", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    """A quotation is the text between marks of a pair, outermost, marks inside; an apostrophe is no mark."""
    closed = [words for words, shut in quotations(text) if shut]
    assert closed[: len(found)] == found
    assert found or not closed


def test_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    """An opening mark without its closing one reaches to the end of the paragraph, and says so."""
    assert quotations("He said “we are ready.\n\nNobody spoke.") == [("“we are ready.", False)]


def test_quotation_of_several_paragraphs_is_one() -> None:
    """Marks that re-open in each paragraph and close once make one quotation."""
    text = "“We came.\n\n“We spoke.\n\n“We left,” he said."
    assert quotations(text) == [("“We came.\n\n“We spoke.\n\n“We left,”", True)]


def test_forgotten_closing_mark_costs_one_quotation_only() -> None:
    """A second opening mark in a quotation shows that the first was never closed."""
    text = "He said “we came and she said “we left” too."
    assert quotations(text) == [("“we came and she said", True), ("“we left”", True)]


def test_layout_as_annotations_agrees_with_its_columns() -> None:
    """What `of` gives are the columns, as annotations."""
    article = Article("“We are ready,” he said. Nobody spoke.\n\nThey left.")
    reading = Pipeline.of([]).run(article)
    layout = reading.layout
    for kind, regions in ((Paragraph, layout.paragraphs), (Sentence, layout.sentences), (Quotation, layout.quotations)):
        assert [(found.span.start, found.span.end) for found in reading.of(kind)] == [*regions]


# ---------------------------------------------------------------- regions


@given(st.lists(st.integers(0, 60), unique=True).map(sorted), st.integers(-2, 62), st.integers(-2, 62))
def test_regions_are_looked_up_by_offsets(edges: list[int], one: int, other: int) -> None:
    """The one that covers an offset, and those that lie inside a stretch, as if each were looked at."""
    starts, ends = edges[::2][: len(edges) // 2], edges[1::2]
    regions = Regions(starts, ends)
    assert len(regions) == len(starts)
    assert [regions[number] for number in range(len(regions))] == list(regions) == list(zip(starts, ends, strict=True))
    covering = [number for number, (start, end) in enumerate(regions) if start <= one < end]
    assert regions.at(one) == (covering[0] if covering else -1)
    start, end = min(one, other), max(one, other)
    inside = [number for number, region in enumerate(regions) if start <= region[0] and region[1] <= end]
    assert list(regions.within(start, end)) == inside
