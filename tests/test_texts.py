"""The texts that promises are held on: which strings come, and what is made of word lists and docstrings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from communique import Entry, Lexicon
from communique.testing.strategies import blank_text, weird_text, word_salad
from communique.testing.texts import examples, forms_among, odd_strings, sentences_with

SORTS: dict[str, Callable[[str], bool]] = {
    "an opening mark that never closes": lambda text: "“" in text and "”" not in text,
    "half a character": lambda text: any("\ud800" <= sign <= "\udfff" for sign in text),
    "nothing that can be seen": lambda text: any(unicodedata.category(sign) in {"Cf", "Cc"} for sign in text),
    "a letter with its accent apart": lambda text: text != unicodedata.normalize("NFC", text),
    "words from right to left": lambda text: any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text),
    "a word without end": lambda text: any(len(word) > 50 for word in text.split()),
    "a line end of another system": lambda text: "\r" in text,
    "a blank that is no space": lambda text: any(sign.isspace() and sign > "\x7f" for sign in text),
    "characters of four bytes": lambda text: any(sign > "\uffff" for sign in text),
    "a word that sets rules off": lambda text: "Foreign Minister" in text,
    "a dateline": lambda text: "GENEVA, Jan 20 (Reuters) -" in text,
    "a day that is none": lambda text: "Feb 30, 2024" in text,
}
BY_SORT = pytest.mark.parametrize("sort", SORTS.values(), ids=SORTS)


@BY_SORT
def test_strings_of_every_sort_come(sort: Callable[[str], bool]) -> None:
    """By the strategy, and among the strings that are the same on every call."""
    assert sort(find(weird_text(), sort))
    assert any(map(sort, odd_strings(60)))


@given(blank_text())
def test_blank_strings_are_blank(text: str) -> None:
    """Whatever blanks they are of."""
    assert not text.strip()


@given(st.integers(1, 5), st.data())
def test_a_salad_has_no_more_words_than_it_may_have(most: int, data: st.DataObject) -> None:
    """Each a given one, a name or a small word."""
    text = data.draw(word_salad(["vetoed"], most))
    assert text.count("vetoed") <= most
    assert len(text) <= most * len("Velora Okunvari” ")


@given(st.integers(2, 60))
def test_odd_strings_are_the_same_each_time(count: int) -> None:
    """The first of more are those of fewer; the first two are blank, and none comes twice."""
    strings = odd_strings(count)
    assert strings == odd_strings(60)[:count] == odd_strings(count)
    assert [text for text in strings if not text.strip()][:2] == strings[:2] == ["", " \n\u00a0"]
    assert len(set(strings)) == len(strings)


def test_odd_strings_have_no_more_pieces_than_they_may_have() -> None:
    """With fewer of them strings are shorter."""
    assert max(map(len, odd_strings(40, most=2))) < max(map(len, odd_strings(40, most=24)))


def test_examples_are_those_behind_the_first_line() -> None:
    """In code or quotation marks, on one line; a function without a docstring has none."""

    def rule() -> None:
        """Whoever "leads" talks.

        Matches "talks led by
        Kenya" and ``the head of "the" team``; not "lead pipes".
        """

    def bare() -> None: ...

    assert examples(rule) == ["talks led by Kenya", 'the head of "the" team', "lead pipes"]
    assert examples(bare) == []


LISTS = [Lexicon.of("verbs", {"met": 1, "saw": 2}), Lexicon("nouns", lambda: [Entry("talks", 1), Entry("talks", 2)])]


def test_sentences_have_the_first_words_of_each_list() -> None:
    """Each in a paragraph of its own, with a small letter and with a capital."""
    paragraphs = sentences_with(LISTS).split("\n\n")
    assert [" met " in paragraphs[0], " saw " in paragraphs[1], " talks " in paragraphs[2]] == [True] * 3
    assert ["Met, " in paragraphs[0], "Saw, " in paragraphs[1], "Talks, " in paragraphs[2]] == [True] * 3
    assert len(sentences_with(LISTS, most=1).split("\n\n")) == 2
    assert sentences_with([]) == ""


@given(st.lists(st.integers(0, 40), max_size=4), st.integers(1, 20))
def test_forms_come_from_all_parts_of_each_list(sizes: list[int], most: int) -> None:
    """At most so many of each, the first among them, none twice; all of a short list."""
    lists = {name: [f"{name}{form}" for form in range(size)] for name, size in zip("abcd", sizes, strict=False)}
    forms = forms_among([Lexicon.of(name, dict.fromkeys(words)) for name, words in lists.items()], most)
    for words in lists.values():
        chosen = [form for form in forms if form in words]
        assert min(len(words), most) / 2 <= len(chosen) <= most
        assert chosen[:1] == words[:1]
        assert len(words) > most or chosen == words
        assert len(chosen) < 2 or words.index(chosen[-1]) >= len(words) / 2
    assert forms_among([*LISTS, *LISTS], most) == forms_among(LISTS, most)
