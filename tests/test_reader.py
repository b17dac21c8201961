"""Reading one article and many, with a pipeline of one's own or that of the installed plugins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar, cast

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import (
    Annotation,
    Article,
    Extractor,
    Lexicon,
    Pipeline,
    PipelineError,
    PluginError,
    Reading,
    because,
    read,
    read_many,
)
from communique.plugins import load_exporters

HELLO = Lexicon.of("hello", {"hello": None})


@frozen
class Greeting(Annotation):
    """Somebody says hello."""

    tag: ClassVar[str] = "greeting"


def greet(reading: Reading) -> Iterator[Annotation]:
    """Find each hello: "hello there", not "hell"; a text with "bad" in it is too much."""
    for start, end, _ in reading.hits(HELLO):
        yield Greeting(reading.article.span(start, end), evidence=because(greet))
    if "bad" in reading.article.text:
        raise ZeroDivisionError("no reason")


PIPELINE = Pipeline.of([Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,))])


def test_read_takes_a_text_or_an_article() -> None:
    """A text becomes an article; an article stays itself."""
    article = Article("Hello.", id="7")
    assert read(article, pipeline=PIPELINE).article is article
    assert read("Hello.", pipeline=PIPELINE).of(Greeting)[0].span.text == "Hello"


@pytest.mark.parametrize("published", [date(2026, 1, 23), "2026-01-23", "20260123", "2026-01-23T09:30:00Z"])
def test_day_of_publication_is_a_date_or_iso_8601(published: date | str) -> None:
    """Both forms mean the same."""
    assert read("x", published=published, pipeline=PIPELINE).article.published == date(2026, 1, 23)
    assert Article("x", published=published).published == date(2026, 1, 23)


def test_anything_else_is_no_day() -> None:
    """The message shows what a day looks like."""
    with pytest.raises(
        ValueError, match="published is a date or an ISO 8601 day such as '2026-01-23', not 'yesterday'"
    ):
        read("x", published="yesterday", pipeline=PIPELINE)
    with pytest.raises(ValueError, match="not 'last week'"):
        Article("x", published="last week")


def test_only_kinds_that_somebody_gives() -> None:
    """Asking for what nobody finds is an error, not silence."""
    assert read("Hello.", only={Greeting}, pipeline=PIPELINE).of(Greeting)
    with pytest.raises(PipelineError, match="nothing finds Annotation"):
        read("Hello.", only={Annotation}, pipeline=PIPELINE)


@pytest.mark.parametrize("only", [Greeting, "greeting", {"greeting"}, {Greeting, "greeting"}])
def test_only_takes_classes(only: Any) -> None:
    """Tags are for the command line, and one kind is a set of one; the message shows what to write."""
    with pytest.raises(TypeError, match=r"only= takes a set of kinds, such as \{communique.Quote\}, not "):
        read("Hello.", only=only, pipeline=PIPELINE)
    with pytest.raises(TypeError, match=r"a kind is a class such as communique.Quote, not 'greeting'"):
        read("Hello.", pipeline=PIPELINE).of(cast("Any", "greeting"))


def test_one_name_is_no_set_of_names() -> None:
    """A name by itself is not taken apart into letters."""
    with pytest.raises(TypeError, match=r"disable= takes a set of names, such as \{'quotes'\}, not 'quotes'"):
        read("Hello.", disable="quotes")
    with pytest.raises(TypeError, match="disable= takes a set of names"):
        load_exporters("events")


@pytest.mark.parametrize("one", ["Hello.", Article("Hello.")])
def test_read_many_takes_several_articles(one: Any) -> None:
    """A text by itself is not taken apart into letters."""
    with pytest.raises(TypeError, match="read_many takes several articles; read takes one"):
        read_many(one, pipeline=PIPELINE)


def test_failure_is_raised_by_read() -> None:
    """One article, one answer: the exception goes up."""
    with pytest.raises(ZeroDivisionError):
        read("bad", pipeline=PIPELINE)


def test_read_many_goes_on_after_a_failure() -> None:
    """Readings come in the order of the articles, those that failed with their errors."""
    readings = list(read_many(["Hello.", "Hello, bad.", Article("Hello, hello.")], pipeline=PIPELINE))
    assert [len(reading.of(Greeting)) for reading in readings] == [1, 0, 2]
    assert [len(reading.errors) for reading in readings] == [0, 1, 0]
    with pytest.raises(ZeroDivisionError):
        list(read_many(["Hello.", "bad"], pipeline=PIPELINE, strict=True))


ARTICLES = st.builds(
    Article,
    st.lists(st.sampled_from(["Hello", "hell", "bad", ".", "\n\n", "Talks"]), max_size=6).map(" ".join),
    id=st.none() | st.text(max_size=3),
    published=st.none() | st.dates(),
)


@given(st.lists(ARTICLES, max_size=9))
def test_read_many_reads_each_as_read_does(articles: list[Article]) -> None:
    """In their order, whatever fails among them; a text is an article of which nothing more is known."""
    readings = list(read_many(articles, pipeline=PIPELINE))
    assert [reading.article for reading in readings] == articles
    for article, reading in zip(articles, readings, strict=True):
        assert not reading.unread
        if "bad" in article.text:
            assert [(one.plugin, one.type) for one in reading.errors] == [("greetings", "ZeroDivisionError")]
            assert reading.of(Greeting) == ()
            with pytest.raises(ZeroDivisionError):
                read(article, pipeline=PIPELINE)
        else:
            assert reading.errors == ()
            assert reading.of(Greeting) == read(article, pipeline=PIPELINE).of(Greeting)
    others = (
        PIPELINE.run_all(articles, strict=False),
        read_many([article.text for article in articles], pipeline=PIPELINE),
    )
    for other in others:
        assert [reading.ids() for reading in other] == [reading.ids() for reading in readings]


@given(ARTICLES)
def test_failure_keeps_nothing_of_an_extractor(article: Article) -> None:
    """Not even what it gave before it failed."""
    bad = evolve(article, text=f"{article.text} Hello. bad")
    (reading,) = read_many([bad], pipeline=PIPELINE)
    assert (reading.of(Greeting), len(reading.errors)) == ((), 1)


def test_read_many_reads_one_after_the_other() -> None:
    """A stream of articles is not gathered before the first is read."""

    def articles() -> Iterator[str]:
        yield "Hello."
        raise AssertionError("the second was asked for too early")

    assert next(read_many(articles(), pipeline=PIPELINE)).of(Greeting)


def test_read_many_tells_at_once_what_cannot_be_used() -> None:
    """An unknown plugin or kind is told when it is named, not with the first article."""
    with pytest.raises(PluginError, match="there is no plugin 'no-such-plugin'"):
        read_many([], disable={"no-such-plugin"})
    with pytest.raises(PipelineError):
        read_many([], only={Annotation}, pipeline=PIPELINE)


def test_disable_is_the_name_of_an_installed_plugin() -> None:
    """A slip is told, with the names there are."""
    with pytest.raises(PluginError, match="there is no plugin 'no-such-plugin' to disable"):
        read("x", disable=["no-such-plugin"])
