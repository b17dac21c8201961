"""Kinds whose record is not just their fields: how it is written, how it is read, and what its schema is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from communique.kinds import Annotation, Dateline, Delegation, Event, Kind, Place

Json = dict[str, Any]
"""An object of JSON."""


@frozen
class Form:
    """How the record of a kind differs from its fields.

    >>> FORMS[Event].written({"type": "CONSULT", "plover": None, "cameo": "036"})
    {'type': 'CONSULT', 'codes': {'plover': 'CONSULT', 'cameo': '036'}}
    """

    written: Callable[[Json], Json]
    """Makes an object of the record from one of the fields; what only the whole record knows is left open."""
    read: Callable[[Json], Json]
    """Makes the fields from an object of the record."""
    described: Callable[[Json], Json]
    """Makes the schemas of the properties from those of the fields."""


# ---------------------------------------------------------------- words of JSON Schema

STRING: Json = {"type": "string"}


def list_of(items: Json) -> Json:
    """Lists whose items are all of a sort.

    >>> list_of(STRING)
    {'type': 'array', 'items': {'type': 'string'}}
    """
    return {"type": "array", "items": items}


def or_null(schema: Json) -> Json:
    """What may be unknown.

    >>> or_null(STRING)
    {'anyOf': [{'type': 'string'}, {'type': 'null'}]}
    """
    return {"anyOf": [schema, {"type": "null"}]}


def object_of(properties: Json) -> Json:
    """Objects that have all of these properties.

    >>> object_of({"id": STRING})
    {'type': 'object', 'properties': {'id': {'type': 'string'}}, 'required': ['id']}
    """
    return {"type": "object", "properties": properties, "required": list(properties)}


def id_of(kind: Kind) -> Json:
    """Ids that refer to a finding of a kind.

    >>> id_of(Place)
    {'type': 'string', 'pattern': '^p[0-9]+$'}
    """
    letter = "[a-z]" if kind is Annotation else kind.letter
    return {**STRING, "pattern": f"^{letter}[0-9]+$"}


# ---------------------------------------------------------------- a dateline: its cities, and the places they are


def _dateline_written(item: Json) -> Json:
    return {**item, "filed": item["places"], "places": []}


def _dateline_read(item: Json) -> Json:
    return {**item, "places": item["filed"]}


def _dateline_described(own: Json) -> Json:
    places = {**list_of(id_of(Place)), "description": "The places whose mentions are its cities."}
    return {**own, "filed": own["places"], "places": places}


# ---------------------------------------------------------------- a delegation: its occasion, and the event that it is


def _delegation_written(item: Json) -> Json:
    return {**item, "occasion": item["occasion"] and {"span": item["occasion"], "event": None}}


def _delegation_read(item: Json) -> Json:
    return {**item, "occasion": item["occasion"] and item["occasion"]["span"]}


def _delegation_described(own: Json) -> Json:
    span, _ = own["occasion"]["anyOf"]
    occasion = object_of({"span": span, "event": or_null(id_of(Event))})
    return {**own, "occasion": {**own["occasion"], **or_null(occasion)}}


# ---------------------------------------------------------------- an event: its codes together


def _event_written(item: Json) -> Json:
    codes = {"plover": item["plover"] or item["type"], "cameo": item["cameo"]}
    return {**_without_codes(item), "codes": codes}


def _event_read(item: Json) -> Json:
    codes = item["codes"]
    plover = None if codes["plover"] == item["type"] else codes["plover"]
    return {**item, "plover": plover, "cameo": codes["cameo"]}


def _event_described(own: Json) -> Json:
    return {**_without_codes(own), "codes": object_of({"plover": STRING, "cameo": own["cameo"]})}


def _without_codes(own: Json) -> Json:
    return {name: one for name, one in own.items() if name not in {"plover", "cameo"}}


FORMS: Mapping[Kind, Form] = {
    Dateline: Form(_dateline_written, _dateline_read, _dateline_described),
    Delegation: Form(_delegation_written, _delegation_read, _delegation_described),
    Event: Form(_event_written, _event_read, _event_described),
}
"""All of them; of other kinds each field is a property of its name."""
