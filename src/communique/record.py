"""Readings to JSON records and back; the only module that knows the wire format.

A record is plain data (dicts, lists, strings, numbers, None), the same for the same reading whatever the order of
plugins.  Entities and quotes are referred to by ids; `from_record` needs the text again, since a record holds only its
SHA-256 and the words of its spans.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib.metadata import version
from types import UnionType
from typing import Any, get_origin

import cattrs
from attrs import field, frozen
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from communique.article import Article
from communique.forms import FORMS
from communique.kinds import (
    Actor,
    Annotation,
    Claim,
    Dateline,
    Delegation,
    Event,
    Evidence,
    Foreign,
    Kind,
    Place,
    Position,
    Quote,
    Time,
    Unresolved,
)
from communique.reading import Failure, Reading, Source
from communique.span import Span

SCHEMA = "communique/1"
"""Name and version of the wire format."""

Json = dict[str, Any]
"""An object of JSON."""

SECTIONS: tuple[tuple[str, Kind], ...] = (
    ("places", Place),
    ("times", Time),
    ("actors", Actor),
    ("quotes", Quote),
    ("claims", Claim),
    ("delegations", Delegation),
    ("positions", Position),
    ("events", Event),
)
"""The lists of a record and the kind in each."""


class RecordError(ValueError):
    """A record that is not one, or not of this text; the message says where.

    >>> from communique import read
    >>> from_record(to_record(read("Talks resumed.")), "Talks ended.")
    Traceback (most recent call last):
    communique.record.RecordError: the record is of another text: its SHA-256 differs
    """


@frozen
class _Item:
    """A finding of a record that is being read."""

    kind: Kind
    json: Json
    where: str

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.json, dict):
            raise TypeError(f"{self.where} is no object")
        for name in ("id", "plugin"):
            _string(self.json.get(name, ""), f"{self.where}.{name}")


@frozen
class _Ids:
    """The ids of one record, both ways, while it is written or read."""

    article: Article
    of: dict[Annotation, str] = field(factory=dict)
    by: dict[str, Annotation] = field(factory=dict)
    waiting: dict[str, _Item] = field(factory=dict)


_ids: ContextVar[_Ids] = ContextVar("ids")


# ---------------------------------------------------------------- writing


def to_record(reading: Reading) -> Json:
    """Write a reading as a record.

    >>> from communique import read
    >>> record = to_record(read("OSLO (AP) — Envoys arrived."))
    >>> record["schema"], record["dateline"]["agency"]
    ('communique/1', 'AP')
    """
    converter = _converter()
    datelines = reading.of(Dateline)
    ids = reading.ids()
    others = [finding for finding in ids if finding.letter == "x" or finding in datelines[1:]]
    token = _ids.set(_Ids(reading.article, ids))
    try:
        record: Json = {"schema": SCHEMA, "article": _article(reading)}
        record["dateline"] = _found(converter, reading, datelines[0]) if datelines else None
        for name, kind in SECTIONS:
            record[name] = [_found(converter, reading, finding) for finding in reading.of(kind)]
        record["annotations"] = [_found(converter, reading, finding) for finding in others]
        unresolved = [_found(converter, reading, finding) for finding in reading.of(Unresolved)]
    finally:
        _ids.reset(token)
    _join(record, reading, ids)
    record["provenance"] = {
        "communique": _version(),
        "plugins": {source.plugin or source.extractor: source.version for source in sorted(reading.sources, key=str)},
        "unresolved": unresolved,
        "errors": [converter.unstructure(failure) for failure in reading.errors],
    }
    return record


def to_json(record: Json) -> str:
    """Write a record as one line of JSON; characters stand as themselves, lone surrogates are escaped.

    Two surrogates side by side, which no well-formed text has, are read back as the one character they mean in JSON.

    >>> to_json({"id": "d1", "text": "Genève"})
    '{"id":"d1","text":"Genève"}'
    """
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(record, separators=(",", ":"))
    return line


@cache
def _version() -> str:
    return version("communique")


def _article(reading: Reading) -> Json:
    article = reading.article
    return {
        "id": article.id,
        "sha256": None if reading.unread else article.sha256,
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
    }


def _found(converter: cattrs.Converter, reading: Reading, finding: Annotation) -> Json:
    """Write one finding whole; inside it others stand as their ids."""
    ident = _ids.get().of[finding]
    if isinstance(finding, Foreign):
        return {**finding.data, "id": ident}
    source = reading.source(finding)
    return {
        "id": ident,
        **({"kind": finding.tag} if finding.letter == "x" else {}),
        **_writer(type(finding))(finding),
        "rule": finding.evidence.rule,
        "plugin": source.plugin or source.extractor,
        "cues": converter.unstructure(finding.evidence.cues, tuple[Span, ...]),
    }


def _join(record: Json, reading: Reading, ids: Mapping[Annotation, str]) -> None:
    """Write what only the whole record knows: a dateline's places and a delegation's event."""
    datelines = [record["dateline"]] if record["dateline"] else []
    datelines += [other for other in record["annotations"] if other["id"].startswith(Dateline.letter)]
    if datelines:
        at = {(span.start, span.end): ids[place] for place in reading.of(Place) for span in place.mentions}
        for dateline in datelines:
            spans = [(filed["span"]["start"], filed["span"]["end"]) for filed in dateline["filed"]]
            dateline["places"] = [at[span] for span in spans if span in at]
    event_of = {delegation: event["id"] for event in record["events"] for delegation in event["delegations"]}
    for delegation in record["delegations"]:
        if delegation["occasion"]:
            delegation["occasion"]["event"] = event_of.get(delegation["id"])


# ---------------------------------------------------------------- reading back


def from_record(record: Mapping[str, Any], text: str, kinds: Iterable[Kind] = ()) -> Reading:
    """Read a record back.

    >>> from communique import read
    >>> text = "OSLO (AP) — Envoys arrived."
    >>> record = to_record(read(text))
    >>> from_record(record, text).of(Dateline)[0].agency
    'AP'
    >>> to_record(from_record(record, text)) == record
    True

    Args:
        record: what `to_record` wrote, as parsed from JSON.
        text: the article's text, exactly as it was.
        kinds: kinds of plugins that may stand under ``annotations``; those not given here come as `Foreign`.

    Raises:
        RecordError: if the record has another form, or is of another text; the message names the place.
    """
    try:
        _check_form(record.get("schema", SCHEMA))
        head = record["article"]
        published = date.fromisoformat(head["published"]) if head["published"] else None
        article = Article(text, head["title"], head["source"], published, head["id"], head["language"])
        provenance = record["provenance"]
        known: tuple[Kind, ...] = (Dateline, *kinds)
        by_tag = {kind.tag: kind for kind in known}
        items = list(_items(record, by_tag))
        plugins = provenance["plugins"].items()
        versions = {name: _string(number, f"provenance.plugins.{name}") for name, number in plugins}
        failures = [Failure(**failure) for failure in provenance["errors"]]
    except RecordError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"this is no record of {SCHEMA}: {type(error).__name__} {error}") from error
    if head["sha256"] != article.sha256:
        raise RecordError("the record is of another text: its SHA-256 differs")
    reading = Reading.start(article)
    for name, number in versions.items():
        reading.add((), Source("", name, number))
    token = _ids.set(_Ids(article, waiting={item.json["id"]: item for item in items if "id" in item.json}))
    try:
        for item in items:
            plugin = item.json.get("plugin", "")
            reading.add([_read(item)], Source("", plugin, versions.get(plugin, "")))
    finally:
        _ids.reset(token)
    for failure in failures:
        reading.fail(failure)
    return reading


def _string(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} is no string")
    return value


def _check_form(schema: str) -> None:
    if schema != SCHEMA:
        raise RecordError(f"this is a record of {schema!r}; this version reads {SCHEMA}")


def _items(record: Mapping[str, Any], by_tag: Mapping[str, Kind]) -> Iterator[_Item]:
    """All findings of a record, with their kinds and where they stand in it."""
    if record["dateline"]:
        yield _Item(Dateline, record["dateline"], "dateline")
    lists = [(name, kind, record[name]) for name, kind in SECTIONS]
    lists.append(("provenance.unresolved", Unresolved, record["provenance"]["unresolved"]))
    for name, kind, found in lists:
        for number, json_item in enumerate(found):
            yield _Item(kind, json_item, f"{name}[{number}]")
    for number, json_item in enumerate(record["annotations"]):
        tag = Dateline.tag if "filed" in json_item else json_item.get("kind")
        yield _Item(by_tag.get(tag, Foreign), json_item, f"annotations[{number}]")


def _read(item: _Item) -> Annotation:
    """Read a finding, unless another one that refers to it has had it read before."""
    ids, ident = _ids.get(), item.json.get("id", "")
    if ident in ids.by:
        return ids.by[ident]
    ids.waiting.pop(ident, None)
    converter = _converter()
    try:
        if item.kind is Foreign:
            finding: Annotation = Foreign(
                converter.structure(item.json["span"], Span), item.json.get("kind", ""), item.json
            )
        else:
            evidence = Evidence(item.json["rule"], converter.structure(item.json["cues"], tuple[Span, ...]))
            finding = _reader(item.kind)({**item.json, "evidence": evidence})
    except (cattrs.BaseValidationError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError("; ".join(cattrs.transform_error(error, item.where, _said))) from error
    if ident:
        ids.by[ident] = finding
    return finding


def _said(error: BaseException, _type: type | None) -> str:
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)


# ---------------------------------------------------------------- the converter


@cache
def _converter() -> cattrs.Converter:
    """The one converter; reference hooks are registered before any function is generated."""
    converter = cattrs.Converter()
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(Span, lambda span: {"start": span.start, "end": span.end, "text": span.text})
    converter.register_structure_hook(Span, lambda value, _: _read_span(value))
    converter.register_unstructure_hook_func(_is_kind, lambda finding: _ids.get().of[finding])
    converter.register_structure_hook_func(_is_kind, lambda value, _: _referred(value))
    return converter


def _is_kind(type_: object) -> bool:
    """Tell whether a type is a kind, or several to choose from."""
    if isinstance(type_, UnionType):
        return all(map(_is_kind, type_.__args__))
    return isinstance(type_, type) and get_origin(type_) is None and issubclass(type_, Annotation)


def _read_span(value: Json) -> Span:
    span = _ids.get().article.span(value["start"], value["end"])
    if span.text != value["text"]:
        raise ValueError(f"the text has {span.text!r} at [{span.start}, {span.end}), the record {value['text']!r}")
    return span


def _referred(ident: str) -> Annotation:
    ids = _ids.get()
    if ident in ids.by:
        return ids.by[ident]
    if ident in ids.waiting:
        return _read(ids.waiting[ident])
    raise ValueError(f"{ident!r} is not in the record, or refers back to what refers to it")


_writers: dict[Kind, Callable[[Annotation], Json]] = {}
_readers: dict[Kind, Callable[[Json], Annotation]] = {}


def _writer(kind: Kind) -> Callable[[Annotation], Json]:
    """The function that writes a finding of a kind whole, evidence left out."""
    if kind not in _writers:
        write = make_dict_unstructure_fn(kind, _converter(), evidence=override(omit=True))
        form = FORMS.get(kind)
        _writers[kind] = write if form is None else lambda finding: form.written(write(finding))
    return _writers[kind]


def _reader(kind: Kind) -> Callable[[Json], Annotation]:
    """The function that reads a finding of a kind whole; the evidence comes made."""
    if kind not in _readers:
        read = make_dict_structure_fn(kind, _converter(), evidence=override(struct_hook=lambda value, _: value))
        form = FORMS.get(kind)
        _readers[kind] = lambda item: read(item if form is None else form.read(item), kind)
    return _readers[kind]
