"""Entities of a spaCy pipeline as names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from communique import Extractor, Lexicon, Name, Paragraph, Reading, Span, because
from communique.kinds import NameSort

if TYPE_CHECKING:
    from spacy.language import Language

Entity = tuple[int, int, str]
"""Where an entity starts and ends in the article, in code points, and its label."""

SORTS: Mapping[str, NameSort] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""What the labels of usual models (OntoNotes, WikiNER) say a name stands for; other labels give no name."""

PIECE = 50_000
"""At most so many characters are given to a model at once; a paragraph that is longer is cut at a blank."""

UNREADABLE = re.compile(r"\S{200,}+")
"""No word: models are not asked about it, since tokenizers take time that grows with the square of its length."""

SURROGATE = re.compile("[\ud800-\udfff]")
ARTICLE = re.compile(r"(?:[Tt]he|THE)(?:\s++|\Z)")


TITLES: Lexicon[object] = Lexicon("titles", tuple)
"""The word list of titles, which communique-actors fills."""

GENITIVES = ("'s", "'")


def entity_name(reading: Reading, start: int, end: int, sort: NameSort) -> Name | None:
    """An entity of the spaCy pipeline, without blanks, a definite article, a person's titles and a genitive.

    Matches "Tarnholm" if the pipeline says that it is one; not "the".
    """
    text = reading.article.folded
    start, end = _without_blanks(text, start, end)
    article = ARTICLE.match(text, start, end)
    start = article.end() if article else start
    if sort != "organization":  # whose names may be genitives
        genitive = next((one for one in GENITIVES if text.endswith(one, start, end)), "")
        end -= len(genitive)
    if start >= end:
        return None
    span = reading.article.span(start, end)
    if sort == "person":
        span = _without_titles(reading, span)
    return Name(span, sort, evidence=because(entity_name, span))


def _without_titles(reading: Reading, span: Span) -> Span:
    """What stands behind the titles at the front, all of it if there is nothing else."""
    start = span.start
    for first, behind, _ in reading.hits(TITLES, span):
        if first == start:
            start, end = _without_blanks(reading.article.folded, behind, span.end)
            if start >= end:
                return span
    return reading.article.span(start, span.end)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def pieces(text: str, paragraphs: Iterable[Span], limit: int) -> Iterator[tuple[int, int]]:
    """Where the stretches of a text lie that a model is given: paragraphs, parts of long ones, no endless words."""
    for paragraph in paragraphs:
        start = paragraph.start
        for word in UNREADABLE.finditer(text, start, paragraph.end):
            yield from _cut(text, start, word.start(), limit)
            start = word.end()
        yield from _cut(text, start, paragraph.end, limit)


def _cut(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    while end - start > limit:
        blank = text.rfind(" ", start + 1, start + limit)
        cut = blank if blank > 0 else start + limit
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def names_by(nlp: Language, sorts: Mapping[str, NameSort] = SORTS) -> Extractor:
    """Make the extractor that runs a spaCy pipeline and gives its entities (``doc.ents``) as `Name`.

    Args:
        nlp: the pipeline.  It is given one paragraph at a time, with plain quotation marks, dashes and blanks.
        sorts: what its labels say a name stands for; entities with other labels are left out.
    """
    limit = max(1, min(nlp.max_length, PIECE))

    def entities(reading: Reading) -> Iterator[Entity]:
        text = reading.article.folded
        places = pieces(text, (one.span for one in reading.of(Paragraph)), limit)
        texts = ((SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text[start:end]), start) for start, end in places)
        for doc, start in nlp.pipe(texts, as_tuples=True):
            for entity in doc.ents:
                yield start + entity.start_char, start + entity.end_char, entity.label_

    return names_from("spacy", entities, sorts)


def names_from(
    name: str, entities: Callable[[Reading], Iterable[Entity]], sorts: Mapping[str, NameSort] = SORTS
) -> Extractor:
    """Make the extractor of that name that gives entities, from wherever they come, as `Name`."""

    def find_names(reading: Reading) -> Iterator[Name]:
        for start, end, label in entities(reading):
            found = entity_name(reading, start, end, sorts[label]) if label in sorts else None
            if found is not None:
                yield found

    return Extractor(name, find_names, gives=(Name,), needs=(Paragraph,), words=(TITLES,), rules=(entity_name,))
