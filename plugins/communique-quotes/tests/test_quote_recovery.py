"""Quotes built from known parts are given back, whatever their marks and the order of words."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from communique import Article, Quote, Span, read

STYLES = {
    "curly": ("“", "”"),
    "straight": ('"', '"'),
    "guillemets": ("«", "»"),
    "apostrophes": ("''", "''"),
    "low-high": ("„", "“"),
    "single": ("‘", "’"),
    "between blanks": ('" ', ' "'),
}
FIRST = ["Ana", "Tomas", "Selamawit", "Omar", "Claire", "Viktor", "Mei", "Zdenka"]
LAST = ["Ruiz", "Okonkwo", "Bekele", "Haddad", "Dubreuil", "Orlov", "Tanaka", "Novakova"]
TITLES = ["", "Foreign Minister ", "President ", "Ambassador ", "Colonel ", "Prime Minister "]
CUES = ["said", "says", "told reporters", "added", "has said", "warned", "said in a statement"]
CLAUSES = [
    "We will sign the protocol before the summer recess",
    "Nobody has asked us to leave the island",
    "The corridor stays open for the families",
    "They know where the border runs",
]
FURTHER = ["Talks will go on next week", "Our offer stands", "It is too early to speak of peace"]

names = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
marks = st.sampled_from(sorted(STYLES))


def quotes_of(text: str) -> tuple[Quote, ...]:
    return read(text, only={Quote}).of(Quote)


def words(span: Span | None) -> str | None:
    return None if span is None else span.text


@given(names, st.sampled_from(TITLES), st.sampled_from(CUES), st.sampled_from(CLAUSES), marks)
def test_quotation_then_speaker_then_cue(name: str, title: str, cue: str, clause: str, style: str) -> None:
    opening, closing = STYLES[style]
    quotation = f"{opening}{clause},{closing}"
    (quote,) = quotes_of(f"{quotation} {title}{name} {cue}.")
    assert [piece.text for piece in quote.content] == [quotation]
    assert (quote.kind, words(quote.speaker_span)) == ("direct", f"{title}{name}")
    assert words(quote.cue) == cue.removesuffix(" reporters")


@given(names, st.sampled_from(TITLES), st.sampled_from(["said", "added", "warned"]), st.sampled_from(CLAUSES), marks)
def test_quotation_then_cue_then_speaker(name: str, title: str, cue: str, clause: str, style: str) -> None:
    opening, closing = STYLES[style]
    quotation = f"{opening}{clause},{closing}"
    (quote,) = quotes_of(f"{quotation} {cue} {title}{name}.")
    assert [piece.text for piece in quote.content] == [quotation]
    assert (words(quote.speaker_span), words(quote.cue)) == (f"{title}{name}", cue)


@given(
    names, st.sampled_from(TITLES), st.sampled_from(CUES), st.sampled_from(CLAUSES), marks, st.sampled_from([",", ":"])
)
def test_speaker_then_cue_then_quotation(
    name: str, title: str, cue: str, clause: str, style: str, between: str
) -> None:
    opening, closing = STYLES[style]
    quotation = f"{opening}{clause}.{closing}"
    (quote,) = quotes_of(f"{title}{name} {cue}{between} {quotation}")
    assert [piece.text for piece in quote.content] == [quotation]
    assert (quote.kind, words(quote.speaker_span)) == ("direct", f"{title}{name}")


@given(names, st.sampled_from(CLAUSES), st.sampled_from(FURTHER), marks, st.sampled_from([". ", ", "]))
def test_an_interrupted_quotation_is_one_quote(name: str, first: str, second: str, style: str, between: str) -> None:
    opening, closing = STYLES[style]
    pieces = [f"{opening}{first},{closing}", f"{opening}{second}.{closing}"]
    (quote,) = quotes_of(f"{pieces[0]} {name} said{between}{pieces[1]}")
    assert [piece.text for piece in quote.content] == pieces
    assert [piece.text for piece in quote.quoted] == pieces
    assert quote.span.text.startswith(pieces[0])
    assert quote.span.text.endswith(pieces[1])


@given(names, st.sampled_from(TITLES), st.sampled_from(CLAUSES))
def test_an_indirect_quote_has_its_that_inside_and_its_stop_outside(name: str, title: str, clause: str) -> None:
    (quote,) = quotes_of(f"{title}{name} said that {clause[0].lower()}{clause[1:]}.")
    assert [piece.text for piece in quote.content] == [f"that {clause[0].lower()}{clause[1:]}"]
    assert (quote.kind, quote.quoted, words(quote.speaker_span)) == ("indirect", (), f"{title}{name}")


@given(names, names, st.sampled_from(CLAUSES), marks)
def test_renaming_the_speaker_renames_the_record(name: str, other: str, clause: str, style: str) -> None:
    opening, closing = STYLES[style]
    text = "{open}{clause},{close} said President {name}. It was raining."
    (one,) = quotes_of(text.format(open=opening, close=closing, clause=clause, name=name))
    (two,) = quotes_of(text.format(open=opening, close=closing, clause=clause, name=other))
    assert one.speaker is not None
    assert two.speaker is not None
    assert (one.speaker.name, two.speaker.name) == (name, other)
    assert words(two.speaker_span) == (words(one.speaker_span) or "").replace(name, other)


@given(names, st.sampled_from(TITLES), st.sampled_from(CLAUSES), st.sampled_from([" - ", "\n— ", " -- "]))
def test_a_signed_quotation_is_its_signers(name: str, title: str, clause: str, dash: str) -> None:
    (quote,) = quotes_of(f"Rain fell. “{clause}.”{dash}{title}{name}")
    assert [piece.text for piece in quote.content] == [f"“{clause}.”"]
    assert (quote.kind, words(quote.speaker_span), words(quote.cue)) == ("direct", f"{title}{name}", dash.strip())


@given(names, st.sampled_from(CLAUSES), st.sampled_from(FURTHER))
def test_a_headline_is_of_who_speaks_below_it(name: str, clause: str, further: str) -> None:
    surname = name.rpartition(" ")[2]
    headline, quote = quotes_of(f"{surname}: {clause}\n\nACCRA (AP) — “{further},” President {name} said.")
    assert [piece.text for piece in headline.content] == [clause]
    assert (words(headline.speaker_span), words(headline.cue)) == (surname, ":")
    assert headline.speaker is quote.speaker


MARKS = ["“", "”", '"', "''", "«", "»", "‘", "’", "'", ",", ".", ":", "-", "—", "(", ")", "…"]
WORDS = [
    "said",
    "said that",
    "told",
    "according to",
    "adding",
    "He",
    "Ana Ruiz",
    "the minister",
    "who",
    "to",
    "and",
    "n't",
    "RUIZ:",
    "A",
    "t",
]
STRANGE = [" ", "\n", "\n\n", ", ", " said ", "é", "\u0301", "\u200b", "\ud800", "İ", '<a b="c">']
PARTS = st.sampled_from(MARKS + WORDS + STRANGE)


@given(st.lists(PARTS, max_size=40).map("".join) | st.text(max_size=80))
@example("said")
@example("“said")
@example(", said")
@example("said: ")
@example("“A”said “b” said: according to, adding")
def test_it_never_raises_and_every_span_is_exact(text: str) -> None:
    article = Article(text)
    for quote in read(article, only={Quote}).of(Quote):
        for span in (*quote.content, *quote.quoted, quote.span, quote.cue, quote.speaker_span):
            assert span is None or text[span.start : span.end] == span.text
        assert quote.content
        assert all(quote.span.contains(piece) for piece in (*quote.content, *quote.quoted))
        assert list(quote.content) == sorted(quote.content)
