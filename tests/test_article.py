"""Articles: the text stays as given, its folded copy has the same offsets, and spans are exact."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime
from textwrap import wrap

import pytest
import regex
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from communique import Article
from communique.testing.strategies import weird_text

# ---------------------------------------------------------------- folded


@given(weird_text())
def test_fold_keeps_every_offset(text: str) -> None:
    """The folded text has the length of the text, and letters and digits stand where they stood."""
    folded = Article(text).folded
    assert len(folded) == len(text)
    assert [c for c in folded if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(folded[i] == c for i, c in enumerate(text) if c.isalnum())


@given(weird_text())
def test_fold_of_a_fold_is_itself(text: str) -> None:
    """Folding is done once and for all."""
    folded = Article(text).folded
    assert Article(folded).folded == folded


@pytest.mark.parametrize(
    "printed, plain",
    [
        ("“We” ‘go’", "\"We\" 'go'"),
        ("«Oui» „Ja“ 「是」『否』", '"Oui" "Ja" "是""否"'),
        ("Trump–Putin — talks‑now", "Trump-Putin - talks-now"),
        ("‚so‛ it´s ʼtis ‟yes", "'so' it's 'tis \"yes"),
        ("1‐2‒3―4−5…", "1-2-3-4-5."),
        ("20\u00a0percent\u202fof\u3000it\tall", "20 percent of it all"),
        ("a\u2007b\u2009c", "a b c"),
        ("a\u200bb\ufeffc\u200cd\u200de\u200ef\u200fg\u2060h", "a b c d e f g h"),
        ("one.\r\nTwo.\rThree.\u2028Four.", "one. \nTwo.\nThree.\nFour."),
        ("One.\u2029Two.\x0bThree.\x0cFour.", "One.\nTwo.\nThree.\nFour."),
    ],
)
def test_typographic_characters_fold_to_plain_ones(printed: str, plain: str) -> None:
    """Marks, dashes, blanks and line ends have one plain form each."""
    assert Article(printed).folded == plain


def test_accents_stay_as_they_are() -> None:
    """Folding is no transliteration, and a combining mark stays where it is."""
    assert Article("Türkiye, Cote\u0301").folded == "Türkiye, Cote\u0301"


def test_line_that_goes_on_in_lower_case_was_wrapped() -> None:
    """A line break inside a sentence is a space."""
    assert Article("the prime\nminister of\r\nthe republic").folded == "the prime minister of  the republic"


def test_headline_stays_apart_from_its_story() -> None:
    """A line break before a capital is no wrap, unless a wrapped paragraph goes on."""
    assert "\n" in Article("Talks resume in Geneva\nMinisters met on Monday.").folded


def test_wrapped_paragraph_goes_on_after_a_full_line() -> None:
    """In wrapped copy a full line goes on in the next one, even where that begins with a capital."""
    text = "The talks, which began in the capital last week,\nwill be continued by the ministers of Kenya and\nUganda."
    assert "\n" not in Article(text).folded


def test_line_that_the_next_word_would_have_overfilled_was_wrapped() -> None:
    """What was wrapped before says how long lines are; a line that had room for a capital ended by itself."""
    text = (
        "Mediators from four countries urged the two sides on Tuesday to stop\nthe fighting.\n\n"
        "The envoys are to see the government first. Foreign Minister Hassan\nAbdi spoke to them.\n\n"
        "Talks at a lakeside hotel in the south\nAddis Ababa is silent"
    )
    folded = Article(text).folded
    assert "Hassan Abdi" in folded
    assert "south\nAddis" in folded


def test_lines_of_a_paragraph_tell_how_long_its_first_ones_are() -> None:
    """First lines are wrapped as those after them; a heading has room for the next word, or a dateline behind it."""
    story = (
        "Foreign Minister Tomas Berglund met the Ghanaian President Kofi\nMensah-Addo on Tuesday and told reporters in"
    )
    story += " Accra that\nNorway would send more aid to the Sahel, which has seen no\nrain for years.\n\nA heading"
    assert Article(story).folded.count("\n") == 2
    assert Article(f"Norway Sends More Aid To Sahel Countries\n{story}").folded.count("\n") == 3
    assert (
        Article(f"Norway Sends More Aid To The Drought-Stricken Sahel Countries\nACCRA (NTB) - {story}").folded.count(
            "\n"
        )
        == 3
    )


@pytest.mark.parametrize("letters, wrapped", [(9, False), (10, True)])
def test_a_line_was_wrapped_if_the_next_word_is_a_letter_too_long_for_it(letters: int, *, wrapped: bool) -> None:
    """By lines of sixty characters, in a paragraph before it or behind it in its own."""
    line, word = "They will meet the new head of the port, Foreign M".ljust(50, "x"), "O" * letters
    before = ("in the port " * 5)[:59] + "s\nand on the lake.\n\n" + f"{line}\n{word} there."
    behind = f"{line}\n{word} {'in the port ' * 5}"[:110] + "s\nand on the lake."
    assert [len(text.splitlines()[at]) for text, at in ((before, 0), (before, 3), (behind, 0), (behind, 1))] == [
        60, 50, 50, 60,
    ]  # fmt: skip
    for text in (before, behind):
        assert (f"{line} {word}" in Article(text).folded) is wrapped


@pytest.mark.parametrize(
    "dateline", ["ACCRA 1996-08-22", "JENIN, West Bank 1996-08-22", "ACCRA/LOME", "PORT-AU-PRINCE"]
)
def test_a_dateline_with_a_line_of_its_own_stays_apart_from_its_headline(dateline: str) -> None:
    """However long the lines of the story are, its headline does not go on in the dateline."""
    story = "The ministers of the two countries have met again in the port\nand will meet on the lake."
    folded = Article(f"Ministers Of Two Countries Meet Again In The Port\n{dateline}\n{story}").folded
    assert f"Port\n{dateline}\nThe" in folded


def test_line_with_a_dateline_goes_on_before_a_capital() -> None:
    """A dateline tells that the line is no heading."""
    assert "Tomas Aranda" in Article("QUITO, May 3 (EFE) - The government of President Tomas\nAranda resigned.").folded
    assert "\n" in Article("QUITO, May 3 (EFE) - The government of Ecuador resigned.\nAranda spoke.").folded


def test_blank_line_and_sentence_end_are_no_wraps() -> None:
    """Paragraphs that a blank line parts stay parted, and a full stop ends its line."""
    assert Article("the talks\n\nwent on").folded.count("\n") == 2
    assert Article("It ended.\nnobody came").folded.count("\n") == 1
    assert Article("It ended. \nnobody came").folded.count("\n") == 1
    assert Article("the plan that is called X\nwas kept").folded.count("\n") == 0


def test_what_was_wrapped_before_a_blank_line_says_nothing_of_the_line_behind_it() -> None:
    """A full line under a blank one may be a heading."""
    wrapped = "the ministers of the two countries have met again in the old port on the lake\nand again"
    heading = "Kenya And Somalia Resume Talks In The Old Port"
    folded = Article(f"{wrapped}\n\n{heading}\nMinisters met.").folded
    assert folded == f"{wrapped.replace(chr(10), ' ')}\n\n{heading}\nMinisters met."


def test_a_text_of_many_lines_loses_no_line() -> None:
    """Each line is looked at from its first sign to its last."""
    assert Article("a\nb\nc\n\nd").folded == "a b c\n\nd"
    assert Article("\n\na\nb").folded == "\n\na b"
    assert Article("A\n\nB\nc\nd").folded == "A\n\nB c d"


@given(
    st.lists(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=40), min_size=1, max_size=4),
    st.integers(45, 85),
)
def test_wrapped_paragraphs_are_put_together_again(paragraphs: list[list[str]], width: int) -> None:
    """And stay apart from each other."""
    whole = [" ".join(words) for words in paragraphs]
    text = "\n\n".join("\n".join(wrap(paragraph, width)) for paragraph in whole)
    assert Article(text).folded == "\n\n".join(whole)


# ---------------------------------------------------------------- spans


@given(weird_text())
def test_span_carries_the_words_of_the_text(text: str) -> None:
    """A span is the slice of the text as given, folded or not."""
    article = Article(text)
    for start in range(0, len(text), 7):
        span = article.span(start, min(start + 5, len(text)))
        assert span.text == text[span.start : span.end]


@pytest.mark.parametrize("start, end", [(0, 0), (3, 2), (-1, 2), (0, 7), (6, 7), (7, 8)])
def test_no_span_is_empty_or_reaches_outside(start: int, end: int) -> None:
    """Empty, reversed and outlying spans are refused, in words that say why."""
    with pytest.raises(ValueError, match=rf"no span \[{start}, {end}\) in a text of 6 code points"):
        Article("Accra.").span(start, end)


def test_span_of_a_group() -> None:
    """`span_of` gives a group by number or name, and refuses one that took no part."""
    article = Article("met in Accra")
    match = article.match(re.compile(r"(?P<verb>met) in (?:(Lagos)|(?P<city>Accra))"), 0)
    assert match is not None
    assert article.span_of(match).text == "met in Accra"
    assert article.span_of(match, "city").text == "Accra"
    assert article.span_of(match, 1).text == "met"
    with pytest.raises(ValueError, match="no span"):
        article.span_of(match, 2)
    assert article.span_if(match, 2) is None
    city = article.span_if(match, "city")
    assert city is not None
    assert city.text == "Accra"


def test_span_if_gives_nothing_for_an_empty_group() -> None:
    """A group that matched nothing has no span."""
    article = Article("Accra")
    match = article.match(re.compile(r"(x*)Accra"), 0)
    assert match is not None
    assert article.span_if(match, 1) is None


# ---------------------------------------------------------------- matching


@pytest.mark.parametrize("compiled", [re.compile('"[^"]*"'), regex.compile('"[^"]*+"')])
def test_patterns_match_on_the_folded_text(compiled: re.Pattern[str]) -> None:
    """Plain patterns of `re` and of `regex` find typographic marks, with offsets of the text."""
    article = Article("He said “yes” and “no”.")
    assert [article.span_of(match).text for match in article.matches(compiled)] == ["“yes”", "“no”"]


def test_match_is_anchored_and_stops_at_the_end_of_within() -> None:
    """A match begins at its offset; it sees the text before, and nothing behind the span it is confined to."""
    article = Article("Envoys said no.")
    word = re.compile(r"(?<=\s)said\b(?: no)?")
    assert article.match(word, 0) is None
    whole = article.match(word, 7)
    assert whole is not None
    assert whole.span() == (7, 14)
    confined = article.match(word, 7, article.span(7, 11))
    assert confined is not None
    assert confined.span() == (7, 11)


def test_matches_within_a_span() -> None:
    """Matches confined to a span have offsets of the article."""
    article = Article("one two three")
    spans = [match.span() for match in article.matches(re.compile(r"\w+"), article.span(4, 9))]
    assert spans == [(4, 7), (8, 9)]


# ---------------------------------------------------------------- the value


def test_article_cannot_be_changed() -> None:
    """Everything found points into the text, so it stays."""
    with pytest.raises(FrozenInstanceError):
        Article("Accra").text = "Lagos"  # type: ignore[misc]


def test_article_remembers_what_is_known_from_outside() -> None:
    """Title, source, day and id are given, and unknown where they are not."""
    article = Article("x", title="t", source="s", published=date(2026, 1, 23), id="7")
    assert (article.title, article.source, article.published, article.id) == ("t", "s", date(2026, 1, 23), "7")
    bare = Article("x")
    assert (bare.title, bare.source, bare.published, bare.id, bare.language) == (None, None, None, None, "en")


def test_day_of_a_moment_is_the_day_of_publication() -> None:
    """A moment is no day: dates of the text could not be counted from it."""
    article = Article("x", published=datetime(2026, 1, 23, 9, 30, tzinfo=UTC))
    assert (type(article.published), article.published) == (date, date(2026, 1, 23))


def test_sha256_is_that_of_the_utf8_text() -> None:
    """The checksum is the usual one; lone surrogates do not break it, and every change shows."""
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Article("").sha256 == empty
    assert len({Article(text).sha256 for text in ("“a”", '"a"', "a\ud800", "a\udfff", "a\r\n", "a\n")}) == 6


def test_repr_is_short() -> None:
    """A long text does not flood a log."""
    assert len(repr(Article("word " * 1000))) < 200


# ---------------------------------------------------------------- any text

WORD = re.compile(r"(\w+)(\s)?")


@given(weird_text().filter(bool), st.data())
def test_matches_lie_where_they_are_looked_for(text: str, data: st.DataObject) -> None:
    """Those of the whole are those of the folded text; those within a span lie in it; each can be matched again."""
    article = Article(text)
    assert [match.span() for match in article.matches(WORD)] == [m.span() for m in WORD.finditer(article.folded)]
    start = data.draw(st.integers(0, len(text) - 1))
    within = article.span(start, data.draw(st.integers(start + 1, len(text))))
    for match in article.matches(WORD, within):
        assert within.start <= match.start() < match.end() <= within.end
        again = article.match(WORD, match.start(), within)
        assert again is not None
        assert again.span() == match.span()


@given(weird_text())
def test_spans_of_groups_are_exact(text: str) -> None:
    """A group that took part has the words of the text; one that took none, or matched nothing, has no span."""
    article = Article(text)
    for match in article.matches(WORD):
        assert article.span_of(match) == article.span(*match.span()) == article.span_if(match)
        assert article.span_of(match, 1).text == text[match.start(1) : match.end(1)]
        blank = article.span_if(match, 2)
        assert (blank is None) == (match[2] is None)
        assert blank is None or (blank.start, blank.end) == match.span(2)
    empty = article.match(re.compile(r"()"), 0)
    assert empty is not None
    assert article.span_if(empty, 1) is None


@given(st.text(max_size=9), st.integers(-3, 12), st.integers(-3, 12))
def test_only_what_lies_in_the_text_is_a_span(text: str, start: int, end: int) -> None:
    """Anything else is told with the offsets and the length."""
    if 0 <= start < end <= len(text):
        assert Article(text).span(start, end).text == text[start:end]
    else:
        with pytest.raises(ValueError, match=rf"^no span \[{start}, {end}\) in a text of {len(text)} code points$"):
            Article(text).span(start, end)


@given(st.text(), st.text())
def test_texts_have_one_checksum_only_if_they_are_the_same(one: str, other: str) -> None:
    """Lone surrogates count as every other character."""
    assert (Article(one).sha256 == Article(other).sha256) == (one == other)
    assert Article(one).sha256 == hashlib.sha256(one.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.mark.parametrize("size", [1, 59, 60, 61, 62, 500])
def test_a_long_text_is_printed_by_its_beginning(size: int) -> None:
    """Sixty characters at most, the last a sign that there is more."""
    printed = repr(Article("x" * size)).split("'")[1]
    assert printed == ("x" * size if size <= 60 else "x" * 59 + "…")
