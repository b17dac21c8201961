"""Strings on which nothing may break: pieces of news put together in ways in which nobody would write them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

_MARKS = ("“", "”", "„", "«", "»", '"', "'", "‘", "’", "‚", "''", "``", "“‘", "’”", ",”", '."')
_BLANKS = (
    " ",
    "  ",
    "\u00a0",
    "\u202f",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x00",
)
_ODD = (
    "\ud800", "\udfff", "\udfff\ud800", "\u0301", "e\u0301", "\u00e9", "\u0301" * 30, "İ", "ı", "ß", "ﬁ", "ǅ", "K",
    "שלום", "مرحبا", "\u202e", "\u200f", "\u2066", "你好。", "👩‍👩‍👧", "\U0010ffff", "²", "½", "٣", "Ⅻ",
)  # fmt: skip
_LONG = (
    "a" * 300,
    "Ab" * 150,
    "A" * 300,
    "A." * 100,
    "." * 60,
    "!?" * 30,
    "-" * 60,
    "," * 40,
    "(" * 40,
    "9" * 60,
    "'s" * 30,
)
_WORDS = (
    "U.S.", "Mr.", "Jan. 32", "Feb 30, 2024", "GENEVA, Jan 20 (Reuters) -", "(AP) —", "By ", " said", "he added",
    "according to", "Foreign Minister", "President of the", "the delegation, headed by", "demanded that",
    "insists on", "has rejected", "claimed sovereignty over", "Xi", "al-", "van der", "Russian", "Moscow's",
    "UN", "he", "of", "the", "The",
)  # fmt: skip


def weird_text(max_pieces: int = 24) -> st.SearchStrategy[str]:
    """Strings that no editor would pass: marks that never close, lone surrogates, endless words, mixed directions.

    Words that set rules off stand among them, so that rules meet the rest.

    >>> from hypothesis import find
    >>> find(weird_text(), lambda text: text.startswith("“"))[0]
    '“'
    """
    piece = st.one_of(
        st.sampled_from(_MARKS),
        st.sampled_from(_BLANKS),
        st.sampled_from(_ODD),
        st.sampled_from(_LONG),
        st.sampled_from(_WORDS),
        st.text(st.characters(), max_size=8),
    )
    return st.lists(piece, max_size=max_pieces).map("".join)


_SMALL_WORDS = (
    "to", "of", "by", "and", "that", "who", "which", "has", "was", "not", "will", "if", "it", "its", "he", "they", "we",
    "on", "in", "with", "from", "as", "the", "a", "two", "said", "Monday", "Velora Okunvari", "Okunvari", "Kenya",
    "Norwegian", "Oslo",
)  # fmt: skip
_STOPS = (
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ": ",
    "; ",
    " - ",
    "'s ",
    "\n",
    "\n\n",
    ' "',
    '" ',
    "“",
    "” ",
    "(",
    ") ",
    "-",
    "",
)


def word_salad(words: Sequence[str], most: int = 16) -> st.SearchStrategy[str]:
    """Strings of words in no order, between names, small words and marks: what rules look for, where none expects it.

    >>> from hypothesis import find
    >>> find(word_salad(["vetoed"], most=1), lambda text: text.startswith("v"))[:6]
    'vetoed'

    Args:
        words: the words, such as the forms of a word list.
        most: how many words there may be.
    """
    word = st.sampled_from(_SMALL_WORDS) | st.sampled_from(words)
    return st.lists(st.tuples(word, st.sampled_from(_STOPS)).map("".join), max_size=most).map("".join)


def blank_text() -> st.SearchStrategy[str]:
    """Strings of white space, the empty one included.

    >>> from hypothesis import find
    >>> find(blank_text(), lambda text: len(text) > 2).isspace()
    True
    """
    return st.text(st.sampled_from(" \t\n\r\u00a0\u2028\u3000"), max_size=12)
