"""Where plugins and pipeline meet: reading one article, and many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from communique.article import Article
from communique.kinds import Kind
from communique.pipeline import Pipeline
from communique.reading import Reading


def read(
    text: str | Article,
    *,
    published: date | str | None = None,
    only: Collection[Kind] | None = None,
    disable: Collection[str] = (),
    pipeline: Pipeline | None = None,
) -> Reading:
    """Read one article.

    >>> from communique import Dateline, read
    >>> read("OSLO (AP) — Envoys arrived.").of(Dateline)[0].agency
    'AP'

    Args:
        text: the article's text, or an `Article`.
        published: the day of publication (a date, or a day or moment in ISO 8601), for a text that is not an `Article`.
        only: the kinds to find; what they need and use is found along with them.
        disable: names of plugins to leave out.
        pipeline: the extractors to run, instead of those of the installed plugins.

    Raises:
        PluginError: if an installed plugin cannot be used.
        ValueError: if `published` is not a date.
        Exception: whatever an extractor raised, with a note that names its plugin.
    """
    article = text if isinstance(text, Article) else Article(text, published=published)
    return _chosen(pipeline, only, disable).run(article)


def read_many(
    articles: Iterable[str | Article],
    *,
    only: Collection[Kind] | None = None,
    disable: Collection[str] = (),
    pipeline: Pipeline | None = None,
    strict: bool = False,
) -> Iterator[Reading]:
    """Read articles one after the other, in their order.

    An extractor that fails on an article costs that article its findings (see `Reading.errors`); with `strict` it
    raises.  The other arguments are those of `read`; the day of publication is given with each `Article`.

    >>> from communique import Quote
    >>> stories = ["“We are ready,” Foreign Minister Ana Ruiz said.", "Roads were open again."]
    >>> [len(reading.of(Quote)) for reading in read_many(stories, only={Quote})]
    [1, 0]

    Raises:
        TypeError: for one article where several are expected.
    """
    if isinstance(articles, str | Article):
        message = "read_many takes several articles; read takes one"
        raise TypeError(message)
    chosen = _chosen(pipeline, only, disable)
    return (chosen.run(one if isinstance(one, Article) else Article(one), strict=strict) for one in articles)


def _chosen(pipeline: Pipeline | None, only: Collection[Kind] | None, disable: Collection[str]) -> Pipeline:
    if pipeline is None:
        from communique.plugins import load

        pipeline = load(disable)
    return pipeline if only is None else pipeline.only(only)
