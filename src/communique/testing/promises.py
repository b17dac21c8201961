"""What every extractor promises, each promise as a function that reads a text and lists what is wrong.

Run over all installed plugins by :mod:`communique.testing.conformance`; here for a pipeline and texts of your own:

>>> from communique import Pipeline
>>> check_exact(Pipeline.of([]), "Talks resumed.")
[]
"""

from __future__ import annotations

import gc
import json
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from time import process_time

from attrs import evolve

from communique.article import Article
from communique.extractor import Extractor
from communique.kinds import Actor, Annotation, Dateline, Kind, Name
from communique.pipeline import ContractError, Pipeline
from communique.reading import NotDeclaredError, Reading
from communique.record import from_record, to_record
from communique.span import Span
from communique.testing.changes import Rewritten, Shifted, differences, dresses, findings_of
from communique.testing.problem import Problem, problems
from communique.testing.values import fields_of, walk

FILLER = "The hall had been repaired, repainted and fitted with new lamps."
"""A paragraph in which there is nothing to find."""
Check = Callable[[Pipeline, str | Article], list[Problem]]
"""Reads a text and lists what is wrong."""


def _as_article(text: str | Article) -> Article:
    return text if isinstance(text, Article) else Article(text)


def _read(pipeline: Pipeline, text: str | Article) -> Reading | Exception:
    try:
        return pipeline.run(_as_article(text))
    except Exception as error:  # noqa: BLE001 - whatever an extractor raises is a finding here
        return error


def _readings(pipeline: Pipeline, *texts: str | Article) -> list[Reading]:
    """Read texts; give none of the readings where an extractor fails: `check_total` and `check_honest` say that."""
    readings = [reading for text in texts if isinstance(reading := _read(pipeline, text), Reading)]
    return readings if len(readings) == len(texts) else []


def _title(reading: Reading, finding: Annotation) -> str:
    return f"{finding.tag} {finding.span.text[:60]!r} of extractor {reading.source(finding).extractor!r}"


# ---------------------------------------------------------------- exact, total, honest, frozen


def check_exact(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Every span anywhere in a finding lies inside the text and carries the words that stand there.

    >>> check_exact(Pipeline.of([]), "Talks resumed.")
    []
    """
    words = _as_article(text).text
    said: list[str] = []
    for reading in _readings(pipeline, text):
        for finding in findings_of(reading):
            for path, span in walk(finding):
                if not isinstance(span, Span):
                    continue
                what = f"{path} of {finding.tag} {span.text[:60]!r}"
                if not 0 <= span.start < span.end <= len(words):
                    said.append(f"{what} is [{span.start}, {span.end}) in a text of {len(words)} code points")
                elif words[span.start : span.end] != span.text:
                    said.append(f"{what} is [{span.start}, {span.end}), where {words[span.start : span.end]!r} stands")
    return problems("exact", said)


def check_total(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """No text makes an extractor raise, and nothing comes of a blank one.

    >>> broken = Extractor("broken", lambda reading: [1 / len(reading.article.text)], gives=())
    >>> print(check_total(Pipeline.of([broken]), "")[0])
    not total: ZeroDivisionError: ... (while extractor 'broken' read article None) on ''
    """
    reading = _read(pipeline, text)
    if isinstance(reading, ContractError | NotDeclaredError):
        return []
    words = _as_article(text).text
    if isinstance(reading, Exception):
        where = "; ".join(getattr(reading, "__notes__", ()))
        return [Problem("total", f"{type(reading).__name__}: {reading} ({where}) on {_shortened(words)}")]
    found = [] if words.strip() else findings_of(reading)
    return problems("total", (f"{_title(reading, finding)} found in a blank text" for finding in found))


def _shortened(text: str, most: int = 200) -> str:
    return repr(text if len(text) <= most else f"{text[: most - 1]}…")


def check_honest(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """An extractor reads what it declares and gives what it declares, for reasons among its rules.

    What a finding refers to is itself a finding of the reading, of a kind that its extractor reads or gives.

    >>> curious = Extractor("curious", lambda reading: reading.of(Dateline), gives=())
    >>> print(check_honest(Pipeline.of([curious]), "Talks resumed.")[0])
    not honest: extractor 'curious' asked for Dateline, which it does not declare: ...
    """
    reading = _read(pipeline, text)
    if isinstance(reading, ContractError | NotDeclaredError):
        return [Problem("honest", str(reading))]
    if isinstance(reading, Exception):
        return []
    extractors = {extractor.name: extractor for extractor in pipeline.extractors}
    known = {id(finding) for finding in findings_of(reading)}
    said: list[str] = []
    for finding in findings_of(reading):
        extractor, title = extractors[reading.source(finding).extractor], _title(reading, finding)
        if finding.evidence.rule not in extractor.rule_names:
            rules = ", ".join(extractor.rule_names) or "none"
            said.append(f"{title} names the rule {finding.evidence.rule!r}; its rules are {rules}")
        declared = (*extractor.gives, *extractor.needs, *extractor.uses)
        for path, other in walk(finding):
            if path and isinstance(other, Annotation):
                if not type(other).layout and id(other) not in known:
                    said.append(f"{path} of {title} is a {other.tag} that is not in the reading")
                elif type(other) not in declared:
                    said.append(f"{path} of {title} is a {other.tag}, which it declares neither to read nor to give")
    return problems("honest", said)


def check_frozen(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Nothing in a finding can be changed: no field can be set, and no list, dict or set is among its values.

    >>> from communique.plugins import load
    >>> check_frozen(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    said: list[str] = []
    for reading in _readings(pipeline, text):
        for finding in findings_of(reading):
            for path, value in walk(finding):
                where = f"{path} of {finding.tag}" if path else finding.tag
                if isinstance(value, list | dict | set | bytearray):
                    said.append(f"{where} is a {type(value).__name__}, which can be changed; make it a tuple")
                said += [
                    f"{name} of {where} can be set; make {type(value).__name__} frozen"
                    for name in fields_of(value)
                    if _can_be_set(value, name)
                ]
    return problems("frozen", said)


def _can_be_set(value: object, name: str) -> bool:
    try:
        setattr(value, name, getattr(value, name))
    except AttributeError:
        return False
    return True


# ---------------------------------------------------------------- deterministic


def check_deterministic(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """The same comes out whenever and in whatever order of plugins the text is read.

    >>> from communique.plugins import load
    >>> check_deterministic(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    said: list[str] = []
    shuffled, other = _other_orders(pipeline)
    for reading in _readings(pipeline, text):
        found = findings_of(reading)
        for how, run in (("again", pipeline), ("in another order that fits what its extractors need", other)):
            again = _read(run, text)
            if isinstance(again, Exception):
                said.append(f"read {how}, it fails: {type(again).__name__}: {again}")
            else:
                said += [f"read {how}: {what}" for what in differences(found, findings_of(again))]
        if not said and [to_record(again) for again in _readings(shuffled, text)] != [to_record(reading)]:
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
    article = _as_article(text)
    behind = evolve(article, text=f"{article.text}\n\n{FILLER}")
    in_front = evolve(article, text=f"{FILLER}\n\n{article.text}")
    readings = _readings(pipeline, article, behind, in_front)
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
    for reading in _readings(pipeline, text):
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
    article = _as_article(text)
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
    article = _as_article(text)
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
    article = _as_article(text)
    names: dict[str, str] = {}
    for reading in _readings(pipeline, article):
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
    readings = _readings(pipeline, article, evolve(article, text=change.text))
    return tuple(map(findings_of, readings)) if readings else ([], [])


# ---------------------------------------------------------------- linear


_TRIES = 4
"""How often a growth is measured: a busy machine may spoil one time, and what is not linear fails each time."""


def check_linear(
    pipeline: Pipeline,
    shape: Callable[[int], str],
    *,
    length: int = 16_000,
    times: int = 4,
    most: float = 6.0,
    rounds: int = 5,
) -> list[Problem]:
    """A text of `times` the length takes at most `most` times the CPU time, each in the best of some rounds.

    >>> check_linear(Pipeline.of([]), lambda length: "x" * length, length=1_000, rounds=1)
    []
    """
    short, long = shape(length), shape(length * times)
    if not _readings(pipeline, short, long):
        return []
    once = more = 0.0
    for _ in range(_TRIES):
        once, more = _least_time(pipeline, short, rounds), _least_time(pipeline, long, rounds)
        if more <= most * once:
            return []
    said = (
        f"{length} code points take {1000 * once:.1f} ms, {times} times as many {1000 * more:.1f} ms, "
        f"which is {more / once:.1f} times as long, on {_shortened(short, 60)}"
    )
    return [Problem("linear", said)]


def _least_time(pipeline: Pipeline, text: str, rounds: int) -> float:
    times: list[float] = []
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            article = Article(text)
            start = process_time()
            pipeline.run(article)
            times.append(process_time() - start)
    finally:
        if collecting:
            gc.enable()
    return min(times)


# ---------------------------------------------------------------- offline

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")
_watches: list[list[str]] = []


def check_offline(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Reading opens no socket and starts no process.

    >>> check_offline(Pipeline.of([]), "Talks resumed.")
    []
    """
    with watched() as seen:
        _read(pipeline, text)
    return problems("offline", (f"reading raised the audit event {event!r}" for event in seen))


@contextmanager
def watched() -> Iterator[list[str]]:
    """Give a list in which the names of audit events are noted that tell of sockets and processes.

    >>> import os
    >>> with watched() as seen:
    ...     status = os.system("")
    >>> seen
    ['os.system']
    """
    _start_watching()
    seen: list[str] = []
    _watches.append(seen)
    try:
        yield seen
    finally:
        _watches.pop()


@cache
def _start_watching() -> None:
    """Install the audit hook; there is no way to take one out again."""
    sys.addaudithook(_watch)


def _watch(event: str, _arguments: tuple[object, ...]) -> None:
    if _watches and event.startswith(_FORBIDDEN):
        _watches[-1].append(event)


CHECKS: Mapping[str, Check] = {
    "exact": check_exact,
    "total": check_total,
    "honest": check_honest,
    "frozen": check_frozen,
    "deterministic": check_deterministic,
    "local": check_local,
    "round trip": check_round_trip,
    "offline": check_offline,
}
"""The promises that hold on any string, by name.

`check_dress` holds on edited text, where marks and line ends are of one kind; `check_renamed` on text with known names;
`check_linear` on shapes of text.
"""
