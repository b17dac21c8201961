"""How a reading stays with its document: in memory as it is, in the bytes of the document as its record.

Importing this loads nothing that writes or reads records: the plugin is imported wherever articles are read.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from communique import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

RECORD = "communique_record"
"""The extension of documents that holds the record, as JSON: a string goes through every serialisation of spaCy."""

_KEY = ("._.", RECORD, None, None)
"""Where spaCy keeps the value of that extension."""

_READINGS: WeakKeyDictionary[Doc, tuple[str, Reading]] = WeakKeyDictionary()


def keep(doc: Doc, reading: Reading) -> None:
    """Keep a reading with the document it is of."""
    from communique.record import to_json, to_record

    record = to_json(to_record(reading))
    _values(doc)[_KEY] = record
    _READINGS[doc] = (record, reading)


def reading_of(doc: Doc) -> Reading | None:
    """The reading of a document; None if the component has not seen it.

    In the process that read the document it is the very reading; where the document came from bytes, from another
    process or a `DocBin` with its user data, it is made from the record, once.

    Raises:
        RecordError: if the record is of another text.
    """
    record = _values(doc).get(_KEY)
    if not isinstance(record, str):
        return None
    known = _READINGS.get(doc)
    if known is not None and known[0] == record:
        return known[1]
    from communique.plugins import load
    from communique.record import from_record

    data = json.loads(record)
    reading = from_record(data, doc.text, load().kinds if data["annotations"] else ())
    _READINGS[doc] = (record, reading)
    return reading


def _values(doc: Doc) -> dict[object, object]:
    """The user data of a document, whose keys are strings, or tuples for extensions."""
    return cast("dict[object, object]", doc.user_data)
