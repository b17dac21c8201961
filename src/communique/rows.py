"""Findings as flat rows of plain values, for tables and data frames."""

from __future__ import annotations

from datetime import date

from attrs import fields

from communique.kinds import Actor, Annotation, FilingPlace, Place, Territory
from communique.span import Span

_APART = {"span", "evidence", "mentions"}
_WITH_COUNTRY = {"Actor | None", "Place | None", Actor | None, Place | None}
"""Types of fields for which the row has a country too; attrs gives them as written until somebody resolves them."""


def row_of(finding: Annotation, paragraph: int) -> dict[str, object]:
    """Make the row of a finding: a span is its words, an entity its name, several are joined by ``"; "``."""
    row: dict[str, object] = {"kind": finding.tag, "paragraph": paragraph}
    for attribute in fields(type(finding)):
        if attribute.name not in _APART:
            value = getattr(finding, attribute.name)
            # `kind` is the row's own; an actor's or a quote's becomes actor_kind, quote_kind
            name = f"{finding.tag}_kind" if attribute.name == "kind" else attribute.name
            row[name] = _plain(value)
            if attribute.type in _WITH_COUNTRY:
                row[f"{name}_country"] = value.country if value is not None else None
    row |= {
        "text": finding.span.text,
        "start": finding.span.start,
        "end": finding.span.end,
        "rule": finding.evidence.rule,
    }
    return row


def _plain(value: object) -> str | int | None:
    match value:
        case None | str() | int():
            return value
        case Actor() | Place():
            return value.name
        case Span():
            return value.text
        case Annotation() | FilingPlace() | Territory():
            return value.span.text
        case date():
            return value.isoformat()
        case tuple() | list():
            return "; ".join(str(_plain(part)) for part in value)
        case _:
            return str(getattr(value, "title", value))
