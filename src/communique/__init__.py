"""Read diplomatic news into records tied to the exact words.

>>> import communique
>>> reading = communique.read("GENEVA, Jan 20 (Reuters) - Talks resumed.", published="2026-01-21")
>>> reading.of(communique.Dateline)[0].places[0].span.text
'GENEVA'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.article import Article
from communique.extractor import Extractor
from communique.kinds import (
    Actor,
    Annotation,
    Claim,
    Dateline,
    Delegation,
    Event,
    EventTime,
    Evidence,
    FilingPlace,
    Mention,
    Name,
    Paragraph,
    Place,
    Position,
    Quotation,
    Quote,
    Role,
    Sentence,
    Territory,
    Time,
    Unresolved,
    because,
)
from communique.lexicon import Entry, Lexicon
from communique.pipeline import Pipeline, PipelineError
from communique.reader import read, read_many
from communique.reading import Failure, NotDeclaredError, Reading, Source
from communique.span import Span

if TYPE_CHECKING:
    from communique.exporter import Exporter, ExportError
    from communique.hookspecs import hookimpl
    from communique.plugins import PluginError
    from communique.record import from_record, to_record

__all__ = [
    "Actor",
    "Annotation",
    "Article",
    "Claim",
    "Dateline",
    "Delegation",
    "Entry",
    "Event",
    "EventTime",
    "Evidence",
    "ExportError",
    "Exporter",
    "Extractor",
    "Failure",
    "FilingPlace",
    "Lexicon",
    "Mention",
    "Name",
    "NotDeclaredError",
    "Paragraph",
    "Pipeline",
    "PipelineError",
    "Place",
    "PluginError",
    "Position",
    "Quotation",
    "Quote",
    "Reading",
    "Role",
    "Sentence",
    "Source",
    "Span",
    "Territory",
    "Time",
    "Unresolved",
    "because",
    "from_record",
    "hookimpl",
    "read",
    "read_many",
    "to_record",
]


_LATER = {
    "ExportError": "exporter",
    "Exporter": "exporter",
    "PluginError": "plugins",
    "from_record": "record",
    "hookimpl": "hookspecs",
    "to_record": "record",
}
"""The names that reading an article needs not, or that bring pluggy or cattrs with them, and their modules."""


def __getattr__(name: str) -> object:
    """Load what few programs ask for when it is first used."""
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"communique.{_LATER[name]}"), name)
    return value
