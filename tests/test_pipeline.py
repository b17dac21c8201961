"""Pipelines: extractors in the order of what they need, and one article through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from random import Random
from typing import ClassVar

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import (
    Annotation,
    Article,
    Dateline,
    Extractor,
    Failure,
    Lexicon,
    NotDeclaredError,
    Pipeline,
    PipelineError,
    Reading,
    Sentence,
    Unresolved,
    because,
)
from communique.pipeline import ContractError


@frozen
class Greeting(Annotation):
    """Somebody says hello."""

    tag: ClassVar[str] = "greeting"


@frozen
class Reply(Annotation):
    """Somebody says hello back."""

    tag: ClassVar[str] = "reply"


@frozen
class Farewell(Annotation):
    """Somebody leaves."""

    tag: ClassVar[str] = "farewell"


@frozen(eq=False)
class Guest(Annotation):
    """Somebody who came: an entity."""

    tag: ClassVar[str] = "guest"
    entity: ClassVar[bool] = True


Kinds = tuple[type[Annotation], ...]


def nothing(_: Reading) -> Iterable[Annotation]:
    """Find nothing."""
    return ()


def extractor(
    name: str,
    gives: Kinds = (),
    needs: Kinds = (),
    uses: Kinds = (),
    find: Callable[[Reading], Iterable[Annotation]] = nothing,
    plugin: str = "",
) -> Extractor:
    """An extractor, without its rules."""
    return Extractor(name, find, gives=gives, needs=needs, uses=uses, plugin=plugin, version="1.0" if plugin else "")


def order(*extractors: Extractor) -> list[str]:
    """The names of the extractors in the order in which they run."""
    return [one.name for one in Pipeline.of(extractors).extractors]


# ---------------------------------------------------------------- order

A = extractor("a", gives=(Farewell,), needs=(Reply,))
B = extractor("b", gives=(Reply,), needs=(Greeting, Sentence))
C = extractor("c", gives=(Greeting,))


@pytest.mark.parametrize("given", [*permutations((A, B, C))])
def test_givers_run_before_readers_whatever_the_order_given(given: tuple[Extractor, ...]) -> None:
    """The order is that of the needs."""
    assert order(*given) == ["c", "b", "a"]


def test_ties_are_broken_by_name() -> None:
    """Extractors that do not wait for each other run by name."""
    assert order(extractor("m"), extractor("z"), extractor("a")) == ["a", "m", "z"]


def test_all_givers_of_a_kind_run_before_any_reader_of_it() -> None:
    """A kind is complete before it is read, by need or by use."""
    givers = [extractor("x", (Greeting,)), extractor("y", (Greeting,))]
    assert order(extractor("a", (Reply,), needs=(Greeting,)), *givers) == ["x", "y", "a"]
    assert order(extractor("a", (Reply,), uses=(Greeting,)), *givers) == ["x", "y", "a"]


def test_kind_that_is_used_may_have_no_giver() -> None:
    """What is used is read if somebody gives it."""
    assert order(extractor("a", (Reply,), uses=(Greeting,))) == ["a"]


def test_kinds_in_the_order_in_which_they_become_complete() -> None:
    """`kinds` lists what the pipeline gives."""
    assert Pipeline.of([A, B, C]).kinds == (Greeting, Reply, Farewell)


# ---------------------------------------------------------------- what cannot be ordered


def test_cycle_is_told_by_the_names_in_it() -> None:
    """The message names those that wait for each other."""
    one, other = extractor("one", (Reply,), needs=(Greeting,)), extractor("other", (Greeting,), uses=(Reply,))
    with pytest.raises(PipelineError, match=r"wait for each other: extractor '(one|other)' <- .* <- extractor '\1'"):
        Pipeline.of([one, other])


def test_needed_kind_must_have_a_giver() -> None:
    """The message names the extractor, its plugin and the kind."""
    lone = extractor("lone", (Reply,), needs=(Greeting,), plugin="communique-lone")
    with pytest.raises(PipelineError, match=r"extractor 'lone' of communique-lone 1\.0 needs Greeting, which no"):
        Pipeline.of([lone])


def test_entity_has_one_giver() -> None:
    """Two givers of an entity kind would find everybody twice."""
    with pytest.raises(PipelineError, match="Guest may have one giver only, and has extractor 'a' and extractor 'b'"):
        Pipeline.of([extractor("a", (Guest,)), extractor("b", (Guest,))])


def test_names_are_unique() -> None:
    """A finding remembers its extractor by name."""
    with pytest.raises(PipelineError, match="two extractors are called 'a'"):
        Pipeline.of([extractor("a", (Greeting,)), extractor("a", (Reply,))])


# ---------------------------------------------------------------- only


def test_only_brings_along_what_is_needed_and_used() -> None:
    """So no finding depends on what else was asked for."""
    used = extractor("d", (Guest,), uses=(Farewell,))
    pipeline = Pipeline.of([A, B, C, used, extractor("e", (Annotation,))])
    assert [one.name for one in pipeline.only({Guest}).extractors] == ["c", "b", "a", "d"]
    assert [one.name for one in pipeline.only({Reply}).extractors] == ["c", "b"]
    assert [one.name for one in pipeline.only({Greeting, Annotation}).extractors] == ["c", "e"]


def test_only_of_layout_runs_nothing() -> None:
    """Layout needs no extractor."""
    assert Pipeline.of([A, B, C]).only({Sentence}).extractors == ()


def test_only_refuses_a_kind_that_nobody_gives() -> None:
    """The message says what there is."""
    with pytest.raises(PipelineError, match="nothing finds Guest; this pipeline finds Greeting"):
        Pipeline.of([C]).only({Guest})


def test_only_is_worked_out_once() -> None:
    """The word lists of a part are merged once, too."""
    pipeline = Pipeline.of([A, B, C])
    assert pipeline.only([Reply, Greeting]) is pipeline.only({Greeting, Reply})


# ---------------------------------------------------------------- run

ARTICLE = Article("Hello there. Hello again.", id="7")
HELLO = Lexicon.of("hello", {"hello": None})


def greet(reading: Reading) -> Iterator[Annotation]:
    """Find each hello: "hello there", not "hell"."""
    for start, end, _ in reading.hits(HELLO):
        span = reading.article.span(start, end)
        yield Greeting(span, evidence=because(greet, span))


GREETINGS = Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,))


def answer(reading: Reading) -> Iterator[Annotation]:
    """Find a reply wherever there is a greeting."""
    for greeting in reading.of(Greeting):
        yield Reply(greeting.span)


REPLIES = extractor("replies", (Reply,), needs=(Greeting,), find=answer)


def break_down(reading: Reading) -> Iterator[Annotation]:
    """Find one greeting, then fail."""
    yield Greeting(reading.article.span(0, 5))
    raise ZeroDivisionError("no reason")


BROKEN = extractor("broken", (Greeting,), find=break_down, plugin="communique-broken")


def test_findings_flow_forward() -> None:
    """Each extractor reads what those before it found."""
    reading = Pipeline.of([REPLIES, GREETINGS]).run(ARTICLE)
    assert [found.span.start for found in reading.of(Reply)] == [0, 13]
    assert reading.source(reading.of(Reply)[0]).extractor == "replies"
    assert [source.extractor for source in reading.sources] == ["greetings", "replies"]


def test_entries_given_besides_are_added_to_the_list_of_that_name() -> None:
    """A plugin of words only widens what others find; lists nobody reads do not matter."""
    more = [Lexicon.of("hello", {"again": None}), Lexicon.of("goodbye", {"there": None})]
    reading = Pipeline.of([GREETINGS], more).run(ARTICLE)
    assert [found.span.text for found in reading.of(Greeting)] == ["Hello", "Hello", "again"]


def test_failure_is_raised_with_a_note_that_names_extractor_and_article() -> None:
    """By default an exception goes up, and says whose it is."""
    with pytest.raises(ZeroDivisionError) as caught:
        Pipeline.of([BROKEN]).run(ARTICLE)
    assert caught.value.__notes__ == ["while extractor 'broken' of communique-broken 1.0 read article '7'"]


def test_failure_costs_its_own_findings_and_those_that_need_them() -> None:
    """Not strict, nothing of the failed extractor stays, its readers are skipped, and all else goes on."""
    farewells = extractor("farewells", (Farewell,), needs=(Reply,))
    others = extractor(
        "others", (Annotation,), uses=(Greeting,), find=lambda reading: [Annotation(reading.article.span(0, 1))]
    )
    reading = Pipeline.of([BROKEN, REPLIES, farewells, others]).run(ARTICLE, strict=False)
    assert reading.of(Greeting) == ()
    assert len(reading.of(Annotation)) == 1
    assert reading.errors == (
        Failure("communique-broken", "ZeroDivisionError", "extractor 'broken' of communique-broken 1.0: no reason"),
        Failure("replies", "Skipped", "extractor 'replies' needs Greeting"),
        Failure("farewells", "Skipped", "extractor 'farewells' needs Reply"),
    )


def test_pipeline_goes_on_to_the_next_article_after_a_failure() -> None:
    """What failed on one article is tried again on the next."""
    pipeline = Pipeline.of([BROKEN])
    for _ in range(2):
        assert len(pipeline.run(ARTICLE, strict=False).errors) == 1


def fail_on_bad(reading: Reading) -> Iterator[Annotation]:
    """Find one greeting, unless the text is bad."""
    if "bad" in reading.article.text:
        raise ZeroDivisionError(reading.article.text)
    yield Greeting(reading.article.span(0, 1))


CHOOSY = extractor("choosy", (Greeting,), find=fail_on_bad)


def test_many_are_read_as_each_would_be_alone() -> None:
    """Side by side, articles are given in their order, with the same findings and the same failures."""
    texts = [f"{'bad' if number % 7 == 3 else 'good'} {number}" for number in range(30)]
    pipeline = Pipeline.of([CHOOSY, REPLIES, extractor("farewells", (Farewell,), uses=(Reply,))])
    together = list(pipeline.run_all(map(Article, texts), strict=False))
    alone = [pipeline.run(Article(text), strict=False) for text in texts]
    assert [reading.article.text for reading in together] == texts
    assert [reading.of(Greeting) for reading in together] == [reading.of(Greeting) for reading in alone]
    assert [reading.errors for reading in together] == [reading.errors for reading in alone]
    assert sum(map(bool, (reading.errors for reading in together))) == 4


def test_long_articles_are_not_read_side_by_side() -> None:
    """What is taken ahead is bounded by its length, too: the second long article waits until the first is read."""
    taken: list[int] = []

    def coming() -> Iterator[Article]:
        for number in range(3):
            taken.append(number)
            yield Article("word " * 20_000)

    readings = Pipeline.of([]).run_all(coming())
    assert next(readings).article.text.startswith("word")
    assert taken == [0]
    assert len(list(readings)) == 2


@pytest.mark.parametrize("at", [0, 5, 11])
def test_readings_before_the_first_failure_are_given(at: int) -> None:
    """Strict, the articles before the first that fails are read; of two that fail the first is told."""
    texts = [*["good"] * at, "bad first", "good", "bad second"]
    readings = Pipeline.of([CHOOSY, REPLIES]).run_all(map(Article, texts))
    given = [next(readings).article.text for _ in range(at)]
    with pytest.raises(ZeroDivisionError, match="bad first") as caught:
        next(readings)
    assert caught.value.__notes__ == ["while extractor 'choosy' read article None"]
    assert given == ["good"] * at


def test_first_article_that_fails_is_told_whichever_extractor_failed() -> None:
    """A later extractor may fail on an earlier article: what is told is as if articles were read one by one."""

    def fail_on_worse(reading: Reading) -> Iterator[Annotation]:
        if "worse" in reading.article.text:
            raise KeyError(reading.article.text)
        yield Reply(reading.article.span(0, 1))

    pipeline = Pipeline.of([CHOOSY, extractor("later", (Reply,), needs=(Greeting,), find=fail_on_worse)])
    with pytest.raises(KeyError, match="worse"):
        list(pipeline.run_all([Article("good"), Article("worse"), Article("bad")]))


def test_finding_of_another_kind_breaks_the_contract() -> None:
    """What is given must have been declared; the message names both."""
    liar = extractor("liar", (Reply,), find=lambda reading: [Greeting(reading.article.span(0, 5))])
    with pytest.raises(ContractError, match=r"extractor 'liar' gave Greeting\(.*\), but its gives= is Reply"):
        Pipeline.of([liar]).run(ARTICLE)


@pytest.mark.parametrize("rubbish", [None, 7, ["word"], [None]])
def test_rubbish_instead_of_findings_is_a_failure(rubbish: object) -> None:
    """Whatever `find` returns, it costs at most its own findings."""
    silly = extractor("silly", (Reply,), find=lambda _: rubbish)  # type: ignore[arg-type, return-value]
    assert len(Pipeline.of([silly]).run(ARTICLE, strict=False).errors) == 1


def test_finding_that_cannot_be_compared_is_a_failure() -> None:
    """Findings are kept by value, so a list in one is its extractor's failure, and nothing of it stays."""

    @frozen
    class Heap(Annotation):
        """Holds a list."""

        tag: ClassVar[str] = "heap"
        things: list[str] = field(factory=list)

    def pile(reading: Reading) -> Iterator[Annotation]:
        yield Greeting(reading.article.span(0, 5))
        yield Heap(reading.article.span(0, 5))

    heaps = extractor("heaps", (Greeting, Heap), find=pile)
    reading = Pipeline.of([heaps]).run(ARTICLE, strict=False)
    assert [(error.plugin, error.type) for error in reading.errors] == [("heaps", "TypeError")]
    assert reading.kinds == ()


def test_keyboard_interrupt_is_no_failure_of_an_extractor() -> None:
    """Whoever stops the program stops it."""

    def interrupt(_: Reading) -> Iterable[Annotation]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Pipeline.of([extractor("slow", (Reply,), find=interrupt)]).run(ARTICLE, strict=False)


def test_extractor_says_who_it_is() -> None:
    """Title and rule names are what messages and records show."""
    assert GREETINGS.rule_names == ("greet",)
    assert GREETINGS.title == "extractor 'greetings'"
    assert BROKEN.title == "extractor 'broken' of communique-broken 1.0"
    assert repr(GREETINGS) == "Extractor('greetings')"


def test_what_is_unresolved_is_asked_of_all() -> None:
    """Anyone may leave something open: asking for it runs every extractor."""
    whole = Pipeline.of([Extractor("datelines", lambda _: (), gives=(Dateline,))])

    assert whole.only({Unresolved}).extractors == whole.extractors


# ---------------------------------------------------------------- any extractors

LAYERS: Kinds = (Greeting, Reply, Farewell, Guest)


def finds(gives: Kinds, reads: Kinds) -> Callable[[Reading], Iterable[Annotation]]:
    """Find something of each kind, the first letters of the text, as many as was found of what is read."""

    def find(reading: Reading) -> Iterable[Annotation]:
        count = 1 + sum(len(reading.of(kind)) for kind in reads)
        return [kind(reading.article.span(0, 1 + count % len(reading.article.text))) for kind in gives]

    return find


@st.composite
def extractors(draw: st.DrawFn) -> list[Extractor]:
    """Extractors that read only kinds in front of those they give, so that there is an order."""
    made: list[Extractor] = []
    for number in range(draw(st.integers(1, 6))):
        layer = draw(st.integers(0, len(LAYERS) - 1))
        before = LAYERS[:layer]
        given_before = {kind for one in made for kind in one.gives}
        reads = draw(st.sets(st.sampled_from(before))) if before else set()
        needs = tuple(kind for kind in before if kind in reads and kind in given_before and draw(st.booleans()))
        uses = tuple(kind for kind in before if kind in reads and kind not in needs)
        gives = (LAYERS[layer],) if not (LAYERS[layer].entity and LAYERS[layer] in given_before) else ()
        made.append(extractor(f"e{number}", gives, needs, uses, finds(gives, (*needs, *uses))))
    return made


@given(extractors(), st.randoms(use_true_random=False))
def test_any_extractors_run_after_those_that_give_what_they_read(made: list[Extractor], chance: Random) -> None:
    """In one order only, however they are given, and with the same findings."""
    pipeline = Pipeline.of(made)
    assert sorted(one.name for one in pipeline.extractors) == sorted(one.name for one in made)
    for number, one in enumerate(pipeline.extractors):
        later = {kind for other in pipeline.extractors[number:] for kind in other.gives}
        assert later.isdisjoint((*one.needs, *one.uses))
    shuffled = chance.sample(made, len(made))
    assert order(*shuffled) == order(*made)
    article = Article("Hello there.")
    reading, again = pipeline.run(article), Pipeline.of(shuffled).run(article)
    for kind in LAYERS:
        assert [found.span for found in reading.of(kind)] == [found.span for found in again.of(kind)]


@given(extractors(), st.sets(st.sampled_from(LAYERS), min_size=1))
def test_the_part_for_some_kinds_finds_what_the_whole_finds(
    made: list[Extractor], wanted: set[type[Annotation]]
) -> None:
    """It has all that they need and use, and nothing that no one of them reads; asked again, it is the same."""
    whole = Pipeline.of(made)
    if not wanted <= set(whole.kinds):
        with pytest.raises(PipelineError, match="nothing finds "):
            whole.only(wanted)
        return
    part = whole.only(wanted)
    assert part is whole.only(wanted)
    names = [one.name for one in whole.extractors]
    assert [names.index(one.name) for one in part.extractors] == sorted(
        names.index(one.name) for one in part.extractors
    )
    article = Article("Hello there.")
    for kind in wanted:
        found = [one.span for one in part.run(article).of(kind)]
        assert found == [one.span for one in whole.run(article).of(kind)]
    read = {kind for one in part.extractors for kind in (*one.needs, *one.uses)}
    assert all({*one.gives} & (wanted | read) for one in part.extractors)


# ---------------------------------------------------------------- what extractors see


def test_an_extractor_sees_what_it_declares_and_nothing_else() -> None:
    """A kind that was found, but not declared, is refused, with the extractor's name and the way out."""
    giver = extractor("a", (Greeting,), find=finds((Greeting,), ()))
    curious = extractor("b", (Reply,), uses=(Guest,), find=finds((Reply,), (Greeting,)))
    with pytest.raises(NotDeclaredError, match=r"extractor 'b' asked for Greeting, .* needs= .* uses="):
        Pipeline.of([giver, curious]).run(Article("Hello."))


def test_anyone_may_leave_something_open() -> None:
    """`Unresolved` need not be declared."""
    doubtful = extractor("a", find=lambda reading: [Unresolved(reading.article.span(0, 1), "x", "y")])
    assert len(Pipeline.of([doubtful]).run(Article("Hello.")).of(Unresolved)) == 1


def test_a_part_reads_added_words() -> None:
    """What a plugin adds to a list counts in every part of the pipeline."""
    hello, more = Lexicon.of("hello", {"hello": None}), Lexicon.of("hello", {"hullo": None})

    def greet(reading: Reading) -> Iterable[Annotation]:
        return [Greeting(reading.article.span(start, end)) for start, end, _ in reading.hits(hello)]

    one = Extractor("a", greet, gives=(Greeting,), words=(hello,))
    part = Pipeline.of([one, B, C], [more]).only({Greeting})
    assert [found.span.text for found in part.run(Article("Hullo, hello.")).of(Greeting)] == ["Hullo", "hello"]


def test_messages_list_kinds_by_their_names() -> None:
    """With commas, or as nothing."""
    pipeline = Pipeline.of([extractor("a", (Greeting, Reply))])
    with pytest.raises(PipelineError, match=r"^nothing finds Farewell, Guest; this pipeline finds Greeting, Reply$"):
        pipeline.only({Guest, Farewell})
    with pytest.raises(PipelineError, match=r"^nothing finds Guest; this pipeline finds nothing$"):
        Pipeline.of([]).only({Guest})
    broken = extractor("a", find=finds((Greeting,), ()))
    with pytest.raises(ContractError, match=r"but its gives= is nothing"):
        Pipeline.of([broken]).run(Article("Hello."))


def test_what_came_before_articles_broke_off_is_read() -> None:
    """Whatever the source of articles raises comes after the readings of those that it gave."""

    def coming() -> Iterator[Article]:
        yield from (Article(str(number)) for number in range(11))
        raise OSError("gone")

    given: list[str] = []
    with pytest.raises(OSError, match="gone"):
        given.extend(reading.article.text for reading in Pipeline.of([]).run_all(coming()))
    assert given == [str(number) for number in range(11)]
