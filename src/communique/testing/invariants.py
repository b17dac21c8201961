"""What must come out the same: read again or elsewhere, through a record, in another dress, with other names."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import evolve

from communique.article import Article
from communique.extractor import Extractor
from communique.kinds import Actor, Annotation, Dateline, Kind, Name
from communique.pipeline import Pipeline
from communique.reading import Reading
from communique.record import from_record, to_record
from communique.testing.attempts import article_of, attempt, readings_of
from communique.testing.changes import Rewritten, Shifted, differences, dresses, findings_of
from communique.testing.problem import Problem, problems

FILLER = "The hall had been repaired, repainted and fitted with new lamps."
"""A paragraph in which there is nothing to find."""

# ---------------------------------------------------------------- deterministic


def check_deterministic(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """The same comes out whenever and in whatever order of plugins the text is read.

    >>> from communique.plugins import load
    >>> check_deterministic(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    said: list[str] = []
    shuffled, other = _other_orders(pipeline)
    for reading in readings_of(pipeline, text):
        found = findings_of(reading)
        for how, run in (("again", pipeline), ("in another order that fits what its extractors need", other)):
            again = attempt(run, text)
            if isinstance(again, Exception):
                said.append(f"read {how}, it fails: {type(again).__name__}: {again}")
            else:
                said += [f"read {how}: {what}" for what in differences(found, findings_of(again))]
        if not said and [to_record(again) for again in readings_of(shuffled, text)] != [to_record(reading)]:
            said.append("its extractors given in reverse make another record")
    return problems("deterministic", said)


@lru_cache(maxsize=4)
def _other_orders(pipeline: Pipeline) -> tuple[Pipeline, Pipeline]:
    """The same extractors given in reverse, and run in another order."""
    shuffled = Pipeline.of(reversed(pipeline.extractors), reversed(pipeline.lexicons))
    return shuffled, Pipeline(tuple(_late_names_first(pipeline.extractors)), pipeline.lexicons)


def _late_names_first(extractors: Collection[Extractor]) -> Iterator[Extractor]:
    """An order in which every kind is complete before it is read, and otherwise the last names come first."""
    waiting = sorted(extractors, key=lambda extractor: extractor.name, reverse=True)
    while waiting:
        coming = {kind: extractor for extractor in waiting for kind in extractor.gives}
        ready = next(one for one in waiting if all(coming.get(kind, one) is one for kind in (*one.needs, *one.uses)))
        waiting.remove(ready)
        yield ready


# ---------------------------------------------------------------- local


def check_local(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """A paragraph in which there is nothing to find changes nothing that ends before it and shifts what starts behind.

    In front of a text it may undo what depends on the place where it stands: datelines, bylines, and whatever reads
    them.

    >>> from communique.plugins import load
    >>> check_local(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    article = article_of(text)
    behind = evolve(article, text=f"{article.text}\n\n{FILLER}")
    in_front = evolve(article, text=f"{FILLER}\n\n{article.text}")
    readings = readings_of(pipeline, article, behind, in_front)
    if not readings:
        return []
    reading, longer, lower = readings
    end, by = len(article.text), len(FILLER) + 2
    after = [finding for finding in findings_of(longer) if finding.span.end <= end]
    # Of a dateline with nothing behind it, the body is what is added.
    lost = differences(findings_of(reading), after, ignored=() if article.text[_body(reading) :].strip() else ("body",))
    said = [f"with a paragraph added behind it: {what}" for what in lost]
    placed: set[Kind] = {Dateline}
    if _depends_on_its_place(reading) or _depends_on_its_place(lower):
        placed = _depending_on_place(pipeline)
    free = [finding for finding in findings_of(reading) if type(finding) not in placed]
    shifted = [finding for finding in findings_of(lower) if finding.span.start >= by and type(finding) not in placed]
    said += [f"with a paragraph put in front of it: {what}" for what in differences(free, shifted, Shifted(by))]
    return problems("local", said)


def _body(reading: Reading) -> int:
    return max((dateline.body for dateline in reading.of(Dateline)), default=0)


def _depends_on_its_place(reading: Reading) -> bool:
    bylines = any(name.sort in {"byline", "agency"} for name in reading.of(Name))
    return bylines or bool(reading.of(Dateline))


def _depending_on_place(pipeline: Pipeline) -> set[Kind]:
    """Datelines, names (a byline is one), and every kind whose giver reads such a kind."""
    placed: set[Kind] = {Dateline, Name}
    for extractor in pipeline.extractors:
        if placed.intersection((*extractor.needs, *extractor.uses)):
            placed.update(extractor.gives)
    return placed


# ---------------------------------------------------------------- round trip, dress, renaming


def check_round_trip(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """The record of a reading is plain JSON, and reading it back and writing it again gives the same record.

    >>> from communique.plugins import load
    >>> check_round_trip(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    said: list[str] = []
    kinds = [kind for kind in pipeline.kinds if not kind.layout]
    for reading in readings_of(pipeline, text):
        try:
            record = to_record(reading)
            parsed = json.loads(json.dumps(record))
            again = to_record(from_record(parsed, reading.article.text, kinds))
        except Exception as error:  # noqa: BLE001 - whatever writing or reading raises is a finding here
            said.append(f"{type(error).__name__}: {error}")
        else:
            said += [f"through JSON, {_where_differ(record, parsed, 'record')}"] if parsed != record else []
            said += (
                [f"read back and written again, {_where_differ(record, again, 'record')}"] if again != record else []
            )
    return problems("round trip", said)


def _where_differ(first: object, second: object, path: str) -> str:
    """Say in which place two plain values differ."""
    pairs: Iterable[tuple[str, object, object]] = ()
    if isinstance(first, dict) and isinstance(second, dict) and first.keys() == second.keys():
        pairs = [(f"{path}.{key}", first[key], second[key]) for key in first]
    elif isinstance(first, list) and isinstance(second, list) and len(first) == len(second):
        pairs = [
            (f"{path}[{number}]", one, other) for number, (one, other) in enumerate(zip(first, second, strict=True))
        ]
    for where, one, other in pairs:
        if one != other:
            return _where_differ(one, other, where)
    return f"{path} was {first!r}, is {second!r}"


def check_dress(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Line ends, kinds of spaces, curly or straight marks in pairs and ways to write an accent change no finding.

    >>> from communique.plugins import load
    >>> check_dress(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    article = article_of(text)
    said: list[str] = []
    for name, change in dresses(article.text).items():
        before, after = _before_and_after(pipeline, article, change)
        said += [f"with {name}: {what}" for what in differences(before, after, change)]
    return problems("dress", said)


def check_renamed(
    pipeline: Pipeline, text: str | Article, names: Mapping[str, str], ignored: Iterable[str] = ()
) -> list[Problem]:
    """Persons given other names that are in no word list keep all that is recorded of them.

    >>> from communique.plugins import load
    >>> new = {"Velora Okunvari": "Elsbet Corvandil"}
    >>> check_renamed(load().only({Actor}), "Foreign Minister Velora Okunvari left.", new)
    []

    Args:
        pipeline: the extractors.
        text: the text.
        names: for every name, full or short, the new one.
        ignored: fields that may differ, since the old names were in a word list.
    """
    article = article_of(text)
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    change = Rewritten.of(article.text, pattern, names.__getitem__)
    old, new = _before_and_after(pipeline, article, change)
    before, after = [one for one in old if not one.layout], [one for one in new if not one.layout]
    return problems("renamed", differences(before, after, change, ignored))


def check_names(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Each person of the text may have another name of no word list, full and short.

    >>> from communique.plugins import load
    >>> check_names(load().only({Actor}), "Foreign Minister Velora Okunvari left.")
    []
    """
    article = article_of(text)
    names: dict[str, str] = {}
    for reading in readings_of(pipeline, article):
        persons = [actor for actor in reading.of(Actor) if actor.kind == "person"] if Actor in pipeline.kinds else []
        for number, actor in enumerate(persons):
            *given, surname = actor.name.split()
            renamed = f"Corvandil{'abcdefghijk'[number % 11]}"
            whole = actor.name in article.text  # else a nickname stands inside, and only the surname is renamed
            names[actor.name] = " ".join(["Elsbet"] if whole else given) + f" {renamed}"
            names[surname] = renamed
    return check_renamed(pipeline, article, names) if names else []


def _before_and_after(pipeline: Pipeline, article: Article, change: Rewritten) -> tuple[list[Annotation], ...]:
    """The findings in a text and in the changed one, none where an extractor fails."""
    readings = readings_of(pipeline, article, evolve(article, text=change.text))
    return tuple(map(findings_of, readings)) if readings else ([], [])
