"""Findings as flat rows of plain values, for tables and data frames.

Every row has the article's id, the finding's id in the record and the number of its paragraph in front, then what the
finding says, then its words, where they stand and the rule.  A span is its words, an actor or a place its name with its
country in a column of its own, another finding its id, a time with its value beside it; several are joined by ``"; "``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from attrs import Attribute, fields, frozen

from communique.kinds import Actor, Annotation, EventTime, FilingPlace, Kind, Place, Quote, Territory
from communique.span import Span

Cell = str | int | float | None
"""What a row holds: a plain value."""

BETWEEN = "; "
"""Stands between several values in one cell."""
LEFT_OUT = " […] "
"""Stands between the pieces of a quote, where the attribution interrupts it."""

_FRONT = ("article", "id", "paragraph")
_END = ("words", "start", "end", "rule")
_Ids = Mapping[Annotation, str]


@frozen
class _Column:
    """A column of a kind: its name, and its value in a finding."""

    name: str
    value: Callable[[Annotation, _Ids], Cell]


def columns_of(kind: Kind) -> tuple[str, ...]:
    """Name the columns of the rows of a kind, in their order.

    >>> from communique import Dateline
    >>> columns_of(Dateline)[:6]
    ('article', 'id', 'paragraph', 'places', 'places_country', 'date')
    """
    return (*_FRONT, *(column.name for column in _columns(kind)), *_END)


def row_of(finding: Annotation, paragraph: int, article: str | None, ids: _Ids) -> dict[str, object]:
    """Make the row of a finding.

    >>> from communique import Dateline, read
    >>> reading = read("OSLO (AP) — Envoys arrived.")
    >>> row = row_of(reading.of(Dateline)[0], 1, "story-1", reading.ids())
    >>> row["article"], row["id"], row["places"], row["agency"]
    ('story-1', 'd1', 'OSLO', 'AP')

    Args:
        finding: the finding.
        paragraph: the number of the paragraph in which it starts.
        article: the article's id.
        ids: the ids of the reading's findings; what is not among them has none.
    """
    row: dict[str, object] = {"article": article, "id": ids.get(finding), "paragraph": paragraph}
    for column in _columns(type(finding)):
        row[column.name] = column.value(finding, ids)
    row["words"] = _words(finding)
    row["start"], row["end"] = finding.span.start, finding.span.end
    row["rule"] = finding.evidence.rule
    return row


def _words(finding: Annotation) -> str:
    if isinstance(finding, Quote) and finding.content:
        return LEFT_OUT.join(piece.text for piece in finding.content)
    return finding.span.text


# ---------------------------------------------------------------- the columns of a kind


_made: dict[Kind, tuple[_Column, ...]] = {}


def _columns(kind: Kind) -> tuple[_Column, ...]:
    columns = _made.get(kind)
    if columns is None:
        own = [attribute for attribute in fields(kind) if attribute.name not in {"span", "evidence"}]
        columns = _made[kind] = tuple(column for one in own for column in _columns_of_field(kind, one))
    return columns


def _columns_of_field(kind: Kind, attribute: Attribute[object]) -> list[_Column]:
    field = attribute.name
    # What every row has keeps its name; a field that is called so is named after its kind as well.
    name = f"{kind.tag}_{field}" if field in {*_FRONT, *_END} else field
    if field == "mentions":
        return [_Column(name, lambda finding, _: len(getattr(finding, field)))]
    columns = [_Column(name, lambda finding, ids: _plain(getattr(finding, field), ids))]
    names = _names_in(attribute.type)
    if names and names <= _WITH_COUNTRY:
        columns.append(_Column(f"{name}_country", lambda finding, _: _country(getattr(finding, field))))
    elif names == {"Time"}:
        columns.append(_Column(f"{name}_value", lambda finding, ids: _value(getattr(finding, field), ids)))
    elif names == {"Territory"}:
        columns += [
            _Column("portion", lambda finding, _: _of_territory(finding, field).portion),
            _Column("places", lambda finding, ids: _plain(_of_territory(finding, field).places, ids)),
            _Column("places_country", lambda finding, _: _country(_of_territory(finding, field).places)),
        ]
    return columns


def _names_in(type_: object) -> set[str]:
    """The names in the type of a field, which attrs gives as written until somebody resolves it to an object."""
    written = type_.__name__ if isinstance(type_, type) and not get_args(type_) else str(type_)
    return {name.rpartition(".")[2] for name in re.findall(r"[\w.]*\w", written)} - {"tuple", "None"}


_WITH_COUNTRY = {"Actor", "Place", "FilingPlace"}
_NOWHERE = Territory(Span(0, 0, ""))


def _of_territory(finding: Annotation, field: str) -> Territory:
    territory = getattr(finding, field)
    return territory if isinstance(territory, Territory) else _NOWHERE


def _country(value: object) -> str | None:
    """The country of an actor or a place; of several as many, empty where one has none."""
    if isinstance(value, tuple | list):
        countries = [_country(part) or "" for part in value]
        return BETWEEN.join(countries) if any(countries) else ""
    return value.country if isinstance(value, Actor | Place | FilingPlace) else None


def _value(value: object, ids: _Ids) -> Cell:
    """The value of a time; of several as many."""
    if isinstance(value, tuple | list):
        return BETWEEN.join(str(_value(part, ids) or "") for part in value)
    return _plain(getattr(value, "value", None), ids)


def _plain(value: object, ids: _Ids) -> Cell:
    match value:
        case None | str() | int() | float():
            return value
        case Actor() | Place():
            return value.name
        case Span():
            return value.text
        case Annotation():
            return ids.get(value, value.span.text)
        case EventTime():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return BETWEEN.join("" if part is None else str(_plain(part, ids)) for part in value)
        case _:
            words = [getattr(value, name, None) for name in ("title", "span")]
            return next((_plain(one, ids) for one in words if isinstance(one, str | Span)), str(value))


# ---------------------------------------------------------------- the sheet of quotes


def _of_speaker(finding: Annotation) -> Actor | None:
    assert isinstance(finding, Quote)
    return finding.speaker


def _role(finding: Annotation) -> str | None:
    speaker = _of_speaker(finding)
    return BETWEEN.join(dict.fromkeys(role.title for role in speaker.roles)) if speaker else None


def _field(name: str, field: str) -> _Column:
    return _Column(name, lambda finding, ids: _plain(getattr(finding, field), ids))


# What people ask of a quote: `speaker` is the actor's name, `speaker_words` how the text calls it there.
_QUOTE = (
    _field("kind", "kind"),
    _field("speaker", "speaker"),
    _Column("role", lambda finding, _: _role(finding)),
    _Column("country", lambda finding, _: _country(_of_speaker(finding))),
    _field("speaker_words", "speaker_span"),
    _field("via", "via"),
    _field("cue", "cue"),
    _field("quoted", "quoted"),
)
_made[Quote] = _QUOTE
