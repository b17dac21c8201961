"""Reading that may fail: what the checks of promises begin with."""

from __future__ import annotations

from communique.article import Article
from communique.kinds import Annotation
from communique.pipeline import Pipeline
from communique.reading import Reading


def article_of(text: str | Article) -> Article:
    """Give the article, made of a text where it is none."""
    return text if isinstance(text, Article) else Article(text)


def attempt(pipeline: Pipeline, text: str | Article) -> Reading | Exception:
    """Read a text; give what an extractor raised where one fails."""
    try:
        return pipeline.run(article_of(text))
    except Exception as error:  # noqa: BLE001 - whatever an extractor raises is a finding here
        return error


def readings_of(pipeline: Pipeline, *texts: str | Article) -> list[Reading]:
    """Read texts; give none of the readings where an extractor fails: that is told elsewhere."""
    readings = [reading for text in texts if isinstance(reading := attempt(pipeline, text), Reading)]
    return readings if len(readings) == len(texts) else []


def title_of(reading: Reading, finding: Annotation) -> str:
    """Say which finding is meant, and whose it is."""
    return f"{finding.tag} {finding.span.text[:60]!r} of extractor {reading.source(finding).extractor!r}"


def shortened(text: str, most: int = 200) -> str:
    """Show a text of which the beginning will do.

    >>> shortened("Talks resumed.", 14), shortened("Talks resumed.", 6)
    ("'Talks resumed.'", "'Talks…'")
    """
    return repr(text if len(text) <= most else f"{text[: most - 1]}…")
