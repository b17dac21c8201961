"""Readings: what was found, looked up by place, and views that show only what was declared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from tests.by_hand import BY_HAND, reading_of

from communique import (
    Actor,
    Annotation,
    Article,
    Entry,
    Evidence,
    Failure,
    Lexicon,
    Mention,
    NotDeclaredError,
    Place,
    Quote,
    Reading,
    Sentence,
    Source,
    Unresolved,
)
from communique.index import Index
from communique.kinds import LAYOUT, Paragraph, Quotation
from communique.reading import Sight

TEXT = "Foreign Minister Ana Ruiz met Kofi Boateng in Accra. Ruiz left."
ARTICLE = Article(TEXT)


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag = "remark"
    letter = "x"

    note: str = ""


def remark(start: int, end: int, note: str = "", rule: str = "by-hand") -> Remark:
    """A remark on a stretch of the text."""
    return Remark(ARTICLE.span(start, end), note, evidence=Evidence(rule))


def reading_with(*findings: Annotation) -> Reading:
    """A reading in which these were found."""
    return reading_of(ARTICLE, *findings)


def stretches() -> st.SearchStrategy[tuple[int, int]]:
    """Starts and ends inside the text."""
    offsets = st.integers(0, len(TEXT))
    return st.tuples(offsets, offsets).map(lambda two: (min(two), max(two))).filter(lambda two: two[0] < two[1])


# ---------------------------------------------------------------- looking up


def test_of_gives_the_findings_in_the_order_of_the_text() -> None:
    """Whatever the order in which they were found."""
    later, earlier, longer = remark(9, 12), remark(0, 3), remark(9, 20)
    assert reading_with(later, longer, earlier).of(Remark) == (earlier, later, longer)


def test_of_a_kind_that_was_not_found_is_empty() -> None:
    """Nothing found is no error."""
    reading = reading_with()
    assert reading.of(Quote) == ()
    assert reading.at(Quote, 3) is None
    assert reading.within(Quote, ARTICLE.span(0, 9)) == ()


@given(st.lists(stretches(), max_size=8), st.integers(0, len(TEXT)))
def test_at_gives_the_covering_finding_that_starts_last(places: list[tuple[int, int]], position: int) -> None:
    """Of several that cover an offset the one that starts last, of those the longest."""
    reading = reading_with(*(remark(*place) for place in places))
    covering = [place for place in places if place[0] <= position < place[1]]
    found = reading.at(Remark, position)
    assert (found and (found.span.start, found.span.end)) == max(covering, default=None)


@given(st.lists(stretches(), max_size=8), stretches())
def test_within_gives_what_lies_inside(places: list[tuple[int, int]], bounds: tuple[int, int]) -> None:
    """Only findings wholly inside the span, in the order of the text."""
    reading = reading_with(*(remark(*place) for place in places))
    inside = sorted({place for place in places if bounds[0] <= place[0] and place[1] <= bounds[1]})
    assert [(found.span.start, found.span.end) for found in reading.within(Remark, ARTICLE.span(*bounds))] == inside


def test_layout_is_there_from_the_start() -> None:
    """Paragraphs and sentences need no extractor."""
    reading = Reading.start(ARTICLE)
    assert [sentence.span.text for sentence in reading.of(Sentence)] == [TEXT[:52], "Ruiz left."]
    sentence = reading.at(Sentence, 54)
    assert sentence is not None
    assert sentence.span.text == "Ruiz left."
    assert reading.at(Sentence, 52) is None
    assert len(reading.within(Sentence, reading.of(Paragraph)[0].span)) == 2


# ---------------------------------------------------------------- equal findings


def test_equal_findings_collapse_and_the_first_reason_stays() -> None:
    """Findings that say the same are one, whatever they were found by."""
    reading = reading_with(remark(0, 3, rule="first"))
    reading.add([remark(0, 3, rule="second")], Source("other"))
    assert [found.evidence.rule for found in reading.of(Remark)] == ["first"]
    assert reading.source(reading.of(Remark)[0]) == BY_HAND


def test_findings_that_disagree_stay_visible() -> None:
    """A union is no vote."""
    assert len(reading_with(remark(0, 3, "yes"), remark(0, 3, "no")).of(Remark)) == 2


def test_entities_are_compared_by_identity() -> None:
    """Two persons of one name are two."""
    one, other = actor("Ana Ruiz", (17, 25)), actor("Ana Ruiz", (17, 25))
    assert one != other
    assert reading_with(one, other).of(Actor) == (one, other)


# ---------------------------------------------------------------- mentions


def actor(name: str, *places: tuple[int, int], phrase: tuple[int, int] | None = None) -> Actor:
    """A person with mentions; `phrase` is that of the first."""
    spans = [ARTICLE.span(*place) for place in places]
    phrases = [ARTICLE.span(*phrase) if phrase else spans[0], *spans[1:]]
    mentions = tuple(Mention(span, around) for span, around in zip(spans, phrases, strict=True))
    return Actor(spans[0], name=name, mentions=mentions)


RUIZ = actor("Ana Ruiz", (17, 25), (53, 57), phrase=(0, 25))
BOATENG = actor("Kofi Boateng", (30, 42))


def test_mentions_are_found_by_where_they_end_and_start() -> None:
    """Rules that look left of a cue ask for what ends there, name or whole phrase."""
    mentions = reading_with(RUIZ, BOATENG).mentions(Actor)
    assert [found.actor for found in mentions.ending_at(25)] == [RUIZ]
    assert [found.actor for found in mentions.starting_at(0)] == [RUIZ]
    assert [found.actor for found in mentions.starting_at(17)] == [RUIZ]
    assert [found.actor for found in mentions.starting_at(30)] == [BOATENG]
    assert list(mentions.ending_at(26)) == []


def test_longest_phrase_comes_first() -> None:
    """Of several mentions that end at one place the longest phrase is the whole noun phrase."""
    surname = actor("Ruiz", (21, 25))
    mentions = reading_with(surname, RUIZ).mentions()
    assert [found.actor for found in mentions.ending_at(25)] == [RUIZ, surname]


def test_mentions_within_a_stretch() -> None:
    """Mentions whose name lies inside, in the order of the text."""
    mentions = reading_with(BOATENG, RUIZ).mentions()
    assert [found.mention.span.text for found in mentions.within(0, len(TEXT))] == ["Ana Ruiz", "Kofi Boateng", "Ruiz"]
    assert [found.mention.span.text for found in mentions.within(18, 42)] == ["Kofi Boateng"]
    assert [found.mention.span.text for found in mentions.within(18, 41)] == []


def test_whether_a_stretch_holds_a_mention() -> None:
    """It is enough that one starts there."""
    mentions = reading_with(BOATENG, RUIZ).mentions()
    assert mentions.any_within(0, len(TEXT))
    assert mentions.any_within(30, 31)
    assert not mentions.any_within(31, 31)
    assert not mentions.any_within(len(TEXT), len(TEXT) + 9)


def test_mentions_know_actors_that_are_added_later() -> None:
    """The table is made anew when actors are added."""
    reading = reading_with(RUIZ)
    assert not reading.mentions().starting_at(30)
    reading.add([BOATENG], BY_HAND)
    assert reading.mentions().starting_at(30)


# ---------------------------------------------------------------- views

VERBS = Lexicon.of("verbs", {"met": 1, "left": 2})
NOUNS = Lexicon.of("nouns", {"Minister": 1})


def view(kinds: tuple[type[Annotation], ...] = (), lists: tuple[str, ...] = ()) -> Reading:
    """A view for an extractor of a reading with two word lists and a person."""
    reading = Reading.start(ARTICLE, Index([VERBS, NOUNS]))
    reading.add([RUIZ, remark(0, 3)], BY_HAND)
    reader = "extractor 'quotes' of communique-quotes 0.1"
    return reading.showing(Sight(frozenset({*kinds, *LAYOUT}), frozenset(lists), reader))


@pytest.mark.parametrize(
    "ask",
    [
        lambda reading: reading.of(Actor),
        lambda reading: reading.at(Actor, 0),
        lambda reading: reading.within(Actor, ARTICLE.span(0, 3)),
        lambda reading: reading.mentions(Actor),
        lambda reading: reading.mentions(),
        lambda reading: reading.rows(Actor),
    ],
)
def test_view_refuses_a_kind_that_was_not_declared(ask: Callable[[Reading], Any]) -> None:
    """The message names the extractor, the kind and the way out."""
    message = (
        r"extractor 'quotes' of communique-quotes 0\.1 asked for Actor, which it does not declare: "
        r"add Actor to needs= .* or uses= "
    )
    with pytest.raises(NotDeclaredError, match=message):
        ask(view())
    ask(view((Actor,)))


def test_view_refuses_a_word_list_that_was_not_declared() -> None:
    """The message names the list and the way out."""
    message = r"extractor 'quotes' .* asked for hits of the word list 'nouns', which .*: add the lexicon to words="
    with pytest.raises(NotDeclaredError, match=message):
        view(lists=("verbs",)).hits(NOUNS)


def test_view_shows_layout_and_what_was_declared() -> None:
    """Layout needs no declaration; kinds and lists that were declared are there."""
    reading = view((Actor,), ("verbs",))
    assert reading.of(Actor) == (RUIZ,)
    assert len(reading.of(Sentence)) == 2
    assert [(start, entry) for start, _, entry in reading.hits(VERBS)] == [
        (26, Entry("met", 1)),
        (58, Entry("left", 2)),
    ]
    assert [start for start, _, _ in reading.hits(VERBS, ARTICLE.span(27, 63))] == [58]
    assert reading.article is ARTICLE


ASKED = [Remark, Quote, Actor, Place]


@given(st.sets(st.sampled_from(ASKED)), st.lists(stretches(), max_size=4))
def test_view_shows_just_what_was_declared(kinds: set[type[Annotation]], places: list[tuple[int, int]]) -> None:
    """As the whole reading has it; it numbers what it shows in the same way, and refuses everything else."""
    article = Article(TEXT)
    reading = reading_of(article, *(kind(article.span(*place)) for kind in ASKED for place in places))
    seen = reading.showing(Sight.of(kinds, (), "a test"))
    for kind in ASKED:
        if kind in kinds:
            assert seen.of(kind) == reading.of(kind)
        else:
            with pytest.raises(NotDeclaredError, match=f"a test asked for {kind.__name__}, which it does not declare"):
                seen.of(kind)
    assert seen.ids() == {finding: ident for finding, ident in reading.ids().items() if type(finding) in kinds}
    assert seen.of(Sentence) == reading.of(Sentence)
    assert seen.article is article
    with pytest.raises(TypeError, match="a test may not add to a reading: yield findings instead"):
        seen.add([], Source("by-hand"))


@given(st.lists(st.tuples(st.text("abc", min_size=1), st.text("abc"), st.text())))
def test_failures_are_told_in_their_order(failures: list[tuple[str, str, str]]) -> None:
    """Of an article that was read, and of one that could not be."""
    reading = Reading.start(Article(TEXT))
    for one in failures:
        reading.fail(Failure(*one))
    assert reading.errors == tuple(Failure(*one) for one in failures)
    assert not reading.unread
    for one in failures[:1]:
        unread = Reading.unreadable("7", Failure(*one))
        assert (unread.unread, unread.errors, unread.article.id, unread.article.text) == (
            True,
            (Failure(*one),),
            "7",
            "",
        )


def test_view_cannot_be_added_to() -> None:
    """An extractor yields its findings and changes nothing."""
    with pytest.raises(TypeError, match=r"extractor 'quotes' .* may not add to a reading"):
        view().add([remark(3, 5)], BY_HAND)


def test_views_share_what_was_computed() -> None:
    """Columns and layout are made once for an article."""
    reading = Reading.start(ARTICLE)
    shown = reading.showing(Sight.of((), (), "x"))
    assert shown.words is reading.words
    assert shown.layout is reading.layout
    assert shown.layout.sentences is reading.layout.sentences


# ---------------------------------------------------------------- the rest


def test_reading_remembers_sources_and_failures() -> None:
    """Who has read, who found what, and what failed."""
    reading = reading_with(RUIZ)
    reading.add([], Source("idle"))
    failure = Failure("communique-x", "ValueError", "no")
    reading.fail(failure)
    assert reading.sources == (BY_HAND, Source("idle"))
    assert reading.source(RUIZ) == BY_HAND
    assert reading.errors == (failure,)
    assert reading.kinds == (Actor,)


def test_ids_number_the_findings_of_a_kind() -> None:
    """Ids are a letter of the kind and a number, in the order of the text."""
    place = Place(ARTICLE.span(46, 51), name="Accra")
    ids = reading_with(BOATENG, RUIZ, place, Unresolved(ARTICLE.span(0, 3))).ids()
    assert (ids[RUIZ], ids[BOATENG], ids[place]) == ("a1", "a2", "p1")
    assert len(set(ids.values())) == len(ids)


def test_printing_a_reading_is_short() -> None:
    """A reading in a traceback does not flood it."""
    assert len(repr(reading_with(RUIZ))) < 200


def test_published_is_known_to_extractors() -> None:
    """A view has the article with all that is known of it."""
    article = Article("x", published=date(2026, 1, 23))
    assert Reading.start(article).showing(Sight.of((), (), "x")).article.published == date(2026, 1, 23)


def test_a_state_is_looked_up_by_its_country() -> None:
    """Only states count, and only those that are actors of the article."""
    article = Article("Kenya and Ana Ruiz")
    state = Actor(article.span(0, 5), kind="state", name="Kenya", country="KEN")
    person = Actor(article.span(10, 18), kind="person", name="Ana Ruiz", country="ESP")
    reading = reading_of(article, state, person)

    assert reading.mentions(Actor).state("KEN") is state
    assert reading.mentions(Actor).state("ESP") is None
    assert reading.mentions(Actor).state(None) is None


# ---------------------------------------------------------------- edges


def test_a_finding_covers_its_first_offset_and_not_the_one_behind_it() -> None:
    """Of findings that touch, each covers its own; a longer one behind a shorter one is found past it."""
    reading = reading_with(remark(0, 5), remark(5, 9), remark(2, 20), remark(6, 7))
    covering = [reading.at(Remark, position) for position in (0, 4, 5, 6, 7, 8, 9, 19, 20)]
    assert [found and (found.span.start, found.span.end) for found in covering] == [
        (0, 5), (2, 20), (5, 9), (6, 7), (5, 9), (5, 9), (2, 20), (2, 20), None,
    ]  # fmt: skip


def test_findings_are_put_in_order_once() -> None:
    """And anew when one is added."""
    reading = reading_with(remark(9, 12))
    assert reading.of(Remark) is reading.of(Remark)
    reading.add([remark(0, 3)], BY_HAND)
    assert [found.span.start for found in reading.of(Remark)] == [0, 9]


def test_of_equal_findings_the_first_stays() -> None:
    """With who gave it; what comes besides is added."""
    reading = reading_with(remark(0, 3))
    reading.add([remark(0, 3), remark(5, 9)], Source("late"))
    assert len(reading.of(Remark)) == 2
    assert [reading.source(found) for found in reading.of(Remark)] == [BY_HAND, Source("late")]


def test_quotations_are_there_from_the_start() -> None:
    """With their marks, and whether they were closed."""
    reading = Reading.start(Article("“Yes,” she said.\n\n“No more"))
    assert [(found.span.text, found.closed) for found in reading.of(Quotation)] == [
        ("“Yes,”", True),
        ("“No more", False),
    ]


def test_a_row_tells_article_and_paragraph() -> None:
    """Paragraphs count from one."""
    article = Article("Envoys met.\n\nRuiz left.", id="7")
    reading = reading_of(article, Remark(article.span(0, 6)), Remark(article.span(13, 17)))
    assert [(row["article"], row["id"], row["paragraph"]) for row in reading.rows(Remark)] == [
        ("7", "x1", 1),
        ("7", "x2", 2),
    ]


def test_a_view_numbers_what_it_shows_as_the_whole_does() -> None:
    """Other kinds are left out, ids stay."""
    reading = reading_with(RUIZ, BOATENG, remark(0, 3))
    shown = reading.showing(Sight.of((Actor,), (), "x"))
    assert shown.ids() == {RUIZ: "a1", BOATENG: "a2"}
    assert reading.ids() == {RUIZ: "a1", BOATENG: "a2", remark(0, 3): "x1"}
    reading.ids().clear()
    assert len(reading.ids()) == 3


def test_what_could_not_be_read_has_no_text_and_says_why() -> None:
    """A reading of an article is not unread, whatever failed in it."""
    failure = Failure("input", "ValueError", "no JSON")
    nobody = Reading.unreadable("7", failure)
    assert (nobody.article.text, nobody.article.id, nobody.errors) == ("", "7", (failure,))
    assert nobody.unread is True
    assert (nobody.kinds, nobody.ids(), nobody.of(Sentence)) == ((), {}, ())
    reading = reading_with()
    reading.fail(failure)
    assert reading.unread is False
