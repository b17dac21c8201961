"""The JSON Schema (draft 2020-12) of records, made of the kinds: what is a field there is a property here."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import field as attrs_field
from attrs import fields, frozen, has

from communique.forms import FORMS, STRING, id_of, list_of, object_of, or_null
from communique.kinds import Annotation, Dateline, Evidence, Foreign, Kind, Unresolved
from communique.reading import Failure
from communique.record import SCHEMA, SECTIONS
from communique.span import Span

Json = dict[str, Any]
"""An object of JSON."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of JSON Schema."""


def record_schema(kinds: Iterable[Kind] = ()) -> Json:
    """Give the schema of records, as `communique.record.to_record` writes them.

    >>> schema = record_schema()
    >>> schema["properties"]["quotes"]
    {'type': 'array', 'items': {'$ref': '#/$defs/quote'}}
    >>> schema["$defs"]["quote"]["properties"]["kind"]["enum"]
    ['direct', 'mixed', 'indirect']

    Args:
        kinds: kinds of plugins that may stand under ``annotations``; findings of others may stand there, too, and
            nothing is said of their fields.
    """
    definitions = _Definitions()
    sections = {name: list_of(definitions.finding(kind)) for name, kind in SECTIONS}
    known = {Dateline, Unresolved, *(kind for _, kind in SECTIONS)}
    others = [kind for kind in dict.fromkeys(kinds) if kind not in known and not kind.layout and kind is not Foreign]
    dateline = definitions.finding(Dateline)
    annotations = [dateline, *map(definitions.finding, others), definitions.foreign([kind.tag for kind in others])]
    properties = {
        "schema": {"const": SCHEMA},
        "article": object_of({name: or_null(STRING) for name in _ARTICLE} | {"published": or_null(_DAY)}),
        "dateline": or_null(dateline),
        **sections,
        "annotations": list_of({"anyOf": annotations}),
        "provenance": object_of(
            {
                "communique": STRING,
                "plugins": {"type": "object", "additionalProperties": STRING},
                "unresolved": list_of(definitions.finding(Unresolved)),
                "errors": list_of(definitions.of(Failure)),
            }
        ),
    }
    title = {"$schema": DRAFT, "title": "A record of communique", "description": "What was found in one article."}
    return {**title, **object_of(properties), "$defs": dict(sorted(definitions.made.items()))}


def kind_schema(kind: Kind) -> Json:
    """Give the schema of one finding of a kind, as it stands in a record.

    >>> kind_schema(Unresolved)["properties"]["why"]
    {'type': 'string', 'description': 'The reason, in words.'}
    """
    definitions = _Definitions()
    name = definitions.finding(kind)["$ref"].rpartition("/")[2]
    return {"$schema": DRAFT, **definitions.made.pop(name), "$defs": dict(sorted(definitions.made.items()))}


_DAY: Json = {"type": "string", "format": "date"}
_ARTICLE = ("id", "sha256", "title", "source", "published", "language")
_PLAIN: Mapping[object, Json] = {
    str: STRING,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    date: _DAY,
}


@frozen
class _Definitions:
    """The schemas that others refer to, by name."""

    made: dict[str, Json] = attrs_field(factory=dict)

    def _define(self, name: str, make: Callable[[], Json]) -> Json:
        if name not in self.made:
            self.made[name] = {}  # what it refers to may refer back
            self.made[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def finding(self, kind: Kind) -> Json:
        """A whole finding."""
        return self._define(kind.tag, lambda: self._finding(kind))

    def _finding(self, kind: Kind) -> Json:
        own = self._fields(kind)
        form = FORMS.get(kind)
        properties = {
            "id": id_of(kind),
            **({"kind": {"const": kind.tag}} if kind.letter == Annotation.letter else {}),
            **(own if form is None else form.described(own)),
            "rule": {**STRING, "description": "The rule that found it."},
            "plugin": {**STRING, "description": "The distribution that gave it."},
            "cues": {**list_of(self.of(Span)), "description": "The words that made the rule fire."},
        }
        return {**_described(kind), **object_of(properties)}

    def foreign(self, known: Iterable[str]) -> Json:
        """A finding of a kind of which nothing is known but that it is none of the known ones."""
        kind = {**STRING, "not": {"enum": list(known)}}
        return {"type": "object", "properties": {"id": id_of(Foreign), "kind": kind}, "required": ["id", "kind"]}

    def _fields(self, cls: type) -> Json:
        """The fields of a class of attrs, but for evidence."""
        types, said = _types(cls), said_of_fields(cls)
        return {
            name: {**self.of(types.get(name)), **({"description": said[name]} if name in said else {})}
            for name in (one.name for one in fields(cls))
            if types.get(name) is not Evidence
        }

    def of(self, type_: Any) -> Json:
        """The schema of values of a type; of a type that is not known here, one that takes anything."""
        if type_ in _PLAIN:
            return _PLAIN[type_]
        origin, inside = get_origin(type_), get_args(type_)
        if origin is Literal:
            return {"enum": list(inside)}
        if origin in {UnionType, Union}:
            return {"anyOf": [self.of(one) for one in inside]}
        if origin in {tuple, list, frozenset, set}:
            return list_of(self.of(inside[0] if inside else None))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inside[1])}
        if isinstance(type_, type) and issubclass(type_, Annotation):
            return id_of(type_)
        if isinstance(type_, type) and has(type_):
            name = "".join(f"-{c.lower()}" if c.isupper() else c for c in type_.__name__).strip("-")
            return self._define(name, lambda: {**_described(type_), **object_of(self._fields(type_))})
        return {}


def _described(cls: type) -> Json:
    """What a class says of itself, in one paragraph."""
    return {"description": " ".join(cleandoc(cls.__doc__ or cls.__name__).split("\n\n")[0].split())}


def _types(cls: type) -> Mapping[str, Any]:
    try:
        return get_type_hints(cls)
    except (NameError, TypeError):  # a class that was made inside a function
        return {one.name: one.type for one in fields(cls)}


@cache
def said_of_fields(cls: type) -> Mapping[str, str]:
    """Give what stands below each field of a class, by name, where its source is at hand.

    >>> from communique import Quote
    >>> "kind" in said_of_fields(Quote)
    True
    """
    said: dict[str, str] = {}
    for one in reversed(cls.__mro__[:-1]):
        try:
            (statement,) = ast.parse(dedent(getsource(one))).body
        except (OSError, TypeError, SyntaxError, ValueError):
            continue
        body = statement.body if isinstance(statement, ast.ClassDef) else []
        for first, second in pairwise(body):
            match first, second:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    said[name] = " ".join(cleandoc(text).split())
    return said
