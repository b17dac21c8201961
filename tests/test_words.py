"""The shared pass: words as columns, and the hits of word lists in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Entry, Lexicon
from communique.index import Index
from communique.testing.strategies import weird_text
from communique.words import Words


def hits(text: str, *lists: Mapping[str, object]) -> list[list[str]]:
    """The words that each list hits in a text."""
    lexicons = [Lexicon.of(f"list-{number}", words) for number, words in enumerate(lists)]
    words = Words(Article(text), Index(lexicons))
    return [[text[start:end] for start, end, _ in words.hits(lexicon.name)] for lexicon in lexicons]


def hit(text: str, *surfaces: str) -> list[str]:
    """The words that one list of forms hits in a text."""
    return hits(text, dict.fromkeys(surfaces))[0]


# ---------------------------------------------------------------- columns


@given(weird_text())
def test_columns_are_the_words_of_the_folded_text(text: str) -> None:
    """Every word stands at its start, words do not overlap, and no letter or digit is left out."""
    article = Article(text)
    starts, words = Words(article, Index(())).columns
    assert len(starts) == len(words)
    behind = 0
    for start, word in zip(starts, words, strict=True):
        assert article.folded[start : start + len(word)] == word
        assert start >= behind
        assert not any(c.isalnum() for c in article.folded[behind:start])
        behind = start + len(word)
    assert not any(c.isalnum() for c in article.folded[behind:])


@pytest.mark.parametrize("behind", ["", "’"], ids=["ascii", "other"])
@pytest.mark.parametrize("character", [chr(n) for n in range(128)], ids=ascii)
def test_letters_digits_and_the_low_line_belong_to_words(character: str, behind: str) -> None:
    """Of ASCII every one, and nothing else, whether the rest of the text is ASCII or not."""
    _, words = Words(Article(f"a{character}b{behind}"), Index(())).columns
    assert (words[0] == f"a{character}b") is (character.isalnum() or character == "_")


@pytest.mark.parametrize("behind", ["", " 20 dollars"])
@given(character=st.characters(min_codepoint=128) | st.sampled_from("€£©·•→（。、〈١½ﬁʼ\u0301\u202f\u2028\ufeff"))
def test_letters_digits_and_marks_of_other_alphabets_belong_to_words(character: str, behind: str) -> None:
    """Nothing else does, as it stands in the folded text."""
    article = Article(f"a{character}b{behind}")
    folded = article.folded[1]
    _, words = Words(article, Index(())).columns
    assert (words[0] == f"a{folded}b") is (folded.isalnum() or unicodedata.category(folded).startswith("M"))
    assert words[0] in {"a", f"a{folded}b"}


def test_combining_marks_belong_to_words() -> None:
    """An accent of its own does not split its word."""
    _, words = Words(Article("Jose\u0301 Nin\u0303o’s"), Index(())).columns
    assert words == ["Jose\u0301", "Nin\u0303o", "s"]


# ---------------------------------------------------------------- case


@pytest.mark.parametrize(
    "listed, printed, found",
    [
        ("said", "said Said SAID", ["said", "Said", "SAID"]),
        ("US", "us Us US", ["US"]),
        ("Turkey", "turkey Turkey TURKEY", ["Turkey", "TURKEY"]),
        ("Secretary of State", "Secretary Of State, SECRETARY OF STATE", ["Secretary Of State", "SECRETARY OF STATE"]),
        ("Secretary of State", "secretary of state, Secretary of state", []),
        (
            "prime minister",
            "Prime Minister, Prime minister, PRIME MINISTER",
            ["Prime Minister", "Prime minister", "PRIME MINISTER"],
        ),
    ],
)
def test_form_matches_where_letters_are_raised(listed: str, printed: str, found: list[str]) -> None:
    """A form matches itself and any capitalisation that only raises letters."""
    assert hit(printed, listed) == found


# ---------------------------------------------------------------- which words


def test_longest_form_wins_and_the_leftmost_comes_first() -> None:
    """Within a list hits do not overlap: the leftmost is taken, and of those that start there the longest."""
    assert hit("New York City Council", "New York", "New York City", "York City Council", "City") == ["New York City"]


def test_shorter_form_is_found_where_the_longer_one_breaks_off() -> None:
    """A longer form that does not stand there hides nothing."""
    assert hit("New York Times", "New York City", "New York") == ["New York"]


def test_lists_are_independent() -> None:
    """A hit of one list hides none of another."""
    assert hits("New York City", {"New York City": 1}, {"York": 1}) == [["New York City"], ["York"]]


def test_entries_of_one_form_give_one_hit_each() -> None:
    """An ambiguous word is two hits at one place, and an entry given twice is one."""
    states, regions = Entry("Georgia", "GEO"), Entry("Georgia", "USA")
    words = Words(Article("in Georgia"), Index([Lexicon("places", lambda: [states, regions, states])]))
    assert list(words.hits("places")) == [(3, 10, states), (3, 10, regions)]


def test_lexicons_of_one_name_are_one_list() -> None:
    """A plugin adds words to a list by giving one of the same name."""
    one, other = Lexicon.of("verbs", {"said": 1, "said yes": 2}), Lexicon.of("verbs", {"told": 3, "said yes again": 4})
    words = Words(Article("He said yes again and told all."), Index([one, other]))
    assert [entry.means for _, _, entry in words.hits("verbs")] == [4, 3]


@pytest.mark.parametrize(
    "text, listed, found",
    [
        ("Nigeria, Nigerien, Niger’s Niger.", "Niger", ["Niger", "Niger"]),
        ("éNiger Nigeré Niger\u0301", "Niger", []),
        ("UNESCO UN-led UN", "UN", ["UN", "UN"]),
        ("prime ministers, prime minister", "prime minister", ["prime minister"]),
        ("the U.S. and U.S.-led", "U.S.", ["U.S.", "U.S."]),
        ("Foreign Minister-designate", "Foreign Minister", ["Foreign Minister"]),
    ],
)
def test_forms_are_whole_words(text: str, listed: str, found: list[str]) -> None:
    """A form never hits inside a longer word, combining marks included."""
    assert hit(text, listed) == found


@pytest.mark.parametrize(
    "text, listed",
    [
        ("Côte d’Ivoire", "Côte d'Ivoire"),
        ("Côte d'Ivoire", "Côte d’Ivoire"),
        ("São Tomé", "São Tomé"),
        ("Sa\u0303o Tome\u0301", "São Tomé"),
        ("São Tomé", "Sa\u0303o Tome\u0301"),
        ("Tu\u0308rkiye", "Türkiye"),
        ("TÜRKİYE", "TÜRKİYE"),
        ("Москва", "Москва"),
        ("北京", "北京"),
        ("Guinea‑Bissau", "Guinea-Bissau"),
        ("prime\u00a0minister", "prime minister"),
        ("prime\nminister", "prime minister"),
        ("prime\r\nminister", "prime minister"),
        ("prime  minister", "prime minister"),
    ],
)
def test_dress_of_a_word_does_not_matter(text: str, listed: str) -> None:
    """Apostrophes, hyphens, blanks, wrapped lines and the way an accent is written make no difference."""
    assert hit(text, listed) == [text]


def test_form_of_signs_only_hits_nothing() -> None:
    """What has no word in it cannot be looked up."""
    assert hit("... --- ...", "...", "---", "") == []


def caseless(words: str) -> str:
    """Words without blanks, case and the two ways to write an accent."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", "".join(words.split())).casefold())


@given(weird_text(), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_hits_are_sound_on_any_string(text: str, surfaces: list[str]) -> None:
    """Hits lie in the text, in its order, do not overlap within a list, and say what the form says."""
    lexicon = Lexicon.of("any", dict.fromkeys([*surfaces, text[:7], text[3:30]]))
    article = Article(text)
    found = Words(article, Index([lexicon])).hits("any")
    for start, end, entry in found:
        assert caseless(article.folded[start:end]) == caseless(Article(entry.surface).folded)
    places = sorted({(start, end) for start, end, _ in found})
    assert [(start, end) for start, end, _ in found] == sorted((start, end) for start, end, _ in found)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_hits_within_a_span() -> None:
    """Only hits that lie wholly inside the span are given."""
    article = Article("Kenya met Uganda and South Sudan and Kenya")
    words = Words(article, Index([Lexicon.of("states", dict.fromkeys(["Kenya", "Uganda", "South Sudan"]))]))

    def inside(start: int, end: int) -> list[str]:
        return [article.text[a:b] for a, b, _ in words.hits("states", article.span(start, end))]

    assert inside(0, 42) == ["Kenya", "Uganda", "South Sudan", "Kenya"]
    assert inside(1, 42) == ["Uganda", "South Sudan", "Kenya"]
    assert inside(10, 16) == ["Uganda"]
    assert inside(10, 26) == ["Uganda"]
    assert inside(6, 9) == []


@given(weird_text(), st.data())
def test_hits_within_any_span_are_those_that_lie_in_it(text: str, data: st.DataObject) -> None:
    """As if each hit of the whole were looked at."""
    words = Words(Article(f"{text} the envoy"), Index([Lexicon.of("any", {"the": 1, "the envoy": 2, "said": 3})]))
    size = len(text) + len(" the envoy")
    start = data.draw(st.integers(0, size - 1))
    within = Article(f"{text} the envoy").span(start, data.draw(st.integers(start + 1, size)))
    inside = [one for one in words.hits("any") if within.start <= one[0] and one[1] <= within.end]
    assert list(words.hits("any", within)) == inside


@given(weird_text(), st.integers(0, 60), st.integers(0, 60))
def test_words_before_any_offset_come_nearest_first(text: str, position: int, floor: int) -> None:
    """All that start left of it, down to the floor, none of them empty."""
    words = Words(Article(text), Index(()))
    every = [(start, start + len(word), word) for start, word in zip(*words.columns, strict=True) if word]
    left = [one for one in every if floor <= one[0] < position]
    assert list(words.before(position, floor)) == left[::-1]


def test_entries_of_one_form_are_hit_together() -> None:
    """In one list and in several, each in its own, in the order in which they were given."""
    lexicons = [
        Lexicon("a", lambda: [Entry("talks", 1), Entry("talks", 2)]),
        Lexicon("b", lambda: [Entry("talks", 3)]),
        Lexicon("a", lambda: [Entry("talks", 4), Entry("talks", 1)]),
    ]
    words = Words(Article("Talks, talks."), Index(lexicons))
    assert [(start, entry.means) for start, _, entry in words.hits("a")] == [
        (0, 1), (0, 2), (0, 4), (7, 1), (7, 2), (7, 4),
    ]  # fmt: skip
    assert [entry.means for _, _, entry in words.hits("b")] == [3, 3]


@pytest.mark.parametrize(
    "text, listed, found",
    [
        ("iPhone and IPHONE and Iphone", "iPhone", ["iPhone", "IPHONE"]),
        ("eU, Eu and EU", "eU", ["eU", "EU"]),
        ("snake_case here", "case", []),
        ("snake_case here", "snake_case", ["snake_case"]),
        ("(the) envoy", "the envoy", []),
        ("U.S. troops, U.S.A.", "U.S.", ["U.S.", "U.S."]),
        ("a U. Nu", "U", ["U"]),
        ("-sian, sian", "-sian", ["-sian"]),
        ("sian, -sian", "-sian", ["-sian"]),
        ("al-Shabab and al-Shababs", "al-Shabab", ["al-Shabab"]),
        ("A b, a bc", "a b", ["A b"]),
        ("in U.N.-led talks", "U.N.-led talks", ["U.N.-led talks"]),
    ],
)
def test_forms_with_signs_and_mixed_capitals(text: str, listed: str, found: list[str]) -> None:
    """A form matches itself and what only raises letters of it, between ends of words."""
    assert hit(text, listed) == found


# ---------------------------------------------------------------- capitals


def capitalised(text: str) -> list[str]:
    """The runs of capitals of a text."""
    return [text[start:end] for start, end in Words(Article(text), Index(())).capitalised]


@pytest.mark.parametrize(
    "text, runs",
    [
        ("met Ana Ruiz and Igor Kostyukov", ["Ana Ruiz", "Igor Kostyukov"]),
        ("Robert J. Kane of U.S. aid", ["Robert J. Kane", "U.S."]),
        ("Ursula von der Leyen said", ["Ursula von der Leyen"]),
        ("Ahmed al-Sharaa and Conor O’Brien", ["Ahmed al-Sharaa", "Conor O’Brien"]),
        ("met al-Sharaa, ex-Kenya envoy", ["al-Sharaa", "Kenya"]),
        ("Trump’s envoy", ["Trump"]),
        ("Jose\u0301 Nin\u0303o left", ["Jose\u0301 Nin\u0303o"]),
    ],
)
def test_runs_of_capitals(text: str, runs: list[str]) -> None:
    """Initials, particles, hyphens and apostrophes stay inside a name; a genitive does not."""
    assert capitalised(text) == runs


@given(weird_text())
def test_runs_of_capitals_are_sound_on_any_string(text: str) -> None:
    """Runs lie in the text, in its order, and do not overlap."""
    behind = 0
    for start, end in Words(Article(text), Index(())).capitalised:
        assert behind <= start < end <= len(text)
        behind = end


def test_words_before_an_offset_come_nearest_first() -> None:
    """Signs are passed over, and the floor is the last offset at which a word may start."""
    words = Words(Article("Envoys, he said, left."), Index(()))

    assert [word for _, _, word in words.before(17)] == ["said", "he", "Envoys"]
    assert list(words.before(17, 8)) == [(11, 15, "said"), (8, 10, "he")]
