"""Events in the forms of two event data projects: PLOVER JSON Lines, and CAMEO rows as in the Phoenix data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import permutations, product

from communique import Actor, Dateline, Event, Exporter, Place, Reading
from communique.kinds import Kind
from communique.tables import rows_of

_INTERNATIONAL = ("IGO", "UNO", "EUR", "NGO", "IMG", "MNC")
_PLOVER_CODES = {"XKX": "KOS"}
_CODEBOOK = "PLOVER 2.0"
_UNKNOWN = "---"
_COLUMNS = (
    "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole",
    "TargetActorFull", "TargetActorEntity", "TargetActorRole", "EventCode", "EventRootCode", "QuadClass", "Status",
    "LocationName", "GeoCountryName", "EventText",
)  # fmt: skip
_UNDIRECTED = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def write_plover(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
    """Write each event as a PLOVER record, one a line.

    Statements, which PLOVER has no type for, and events that are denied are left out; an appeal is a request.
    """
    for reading in readings:
        for event, ident in _events(reading):
            kind = event.plover or event.type
            if kind != "STATEMENT" and event.status != "denied":
                yield f"{json.dumps(_plover(reading, event, ident), ensure_ascii=True)}\n"


def write_cameo(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
    """Write events as tab-separated rows, one for each pair of source and target; the names of the columns come first.

    Events without a direction give a row each way.
    """
    yield "\t".join(_COLUMNS) + "\n"
    for reading in readings:
        for event, ident in _events(reading):
            for number, (source, target) in enumerate(_dyads(event), 1):
                yield "\t".join(map(_cell, _row(reading, event, f"{ident}-{number}", source, target))) + "\n"


def _events(reading: Reading) -> Iterator[tuple[Event, str]]:
    ids = reading.ids()
    prefix = f"{reading.article.id}-" if reading.article.id else ""
    for event in reading.of(Event):
        yield event, prefix + ids[event]


def _day(reading: Reading, event: Event) -> date | None:
    """The day of an event, else that of the dateline or of publication."""
    if event.time is not None:
        return event.time.start
    dateline = next(iter(reading.of(Dateline)), None)
    return (dateline.date if dateline is not None else None) or reading.article.published


def _plover(reading: Reading, event: Event, ident: str) -> dict[str, object]:
    kind = {"APPEAL": "REQUEST"}.get(event.plover or event.type, event.plover or event.type)
    mode = event.mode if kind == event.type else None
    quad, score, by_mode = _table()[kind]
    day = _day(reading, event)
    agents, patients = event.sources or event.participants, event.targets
    if kind in _UNDIRECTED or event.participants:
        agents, patients = (*agents, *patients), ()
    record: dict[str, object] = {
        "id": ident,
        "date": day.isoformat() if day else None,
        "actor": [_entity(party) for party in agents],
        "recipient": [_entity(party) for party in patients],
        "event": [kind],
        "mode": [mode] if mode else [],
        "quad_code": quad,
        "event_scale": by_mode.get(mode or "", score),
        "event_text": event.span.text,
        "text_info": {"start": event.span.start, "end": event.span.end},
        "cite_info": {"title": reading.article.title, "source": reading.article.source, "codebook": _CODEBOOK},
        "comment": event.status,
    }
    if event.time is not None and event.time.end != event.time.start:
        record["enddate"] = event.time.end.isoformat()
    if event.place is not None:
        country = event.place.country
        record["event_loc"] = {
            "extracted_place": event.place.name,
            "country_code": _PLOVER_CODES.get(country or "", country),
        }
    return record


def _entity(party: Actor | Place) -> dict[str, str | None]:
    code, sector = _code(party)
    return {"code": code or None, "sector": sector or None, "entity_text": party.name}


def _code(party: Actor | Place) -> tuple[str, str]:
    """Country or international body, and sector, of a party."""
    code = (party.code if isinstance(party, Actor) else None) or party.country or ""
    head, sector = code[:3], code[3:]
    return (head if head in _INTERNATIONAL else _PLOVER_CODES.get(head, head)), sector


def _dyads(event: Event) -> Iterator[tuple[Actor | Place | None, Actor | Place | None]]:
    if len(event.participants) > 1:
        yield from permutations(event.participants, 2)
    elif not event.targets and len(event.sources) > 1 and (event.plover or event.type) in _UNDIRECTED:
        yield from permutations(event.sources, 2)
    else:
        yield from product(event.sources or (None,), event.targets or (None,))


def _row(
    reading: Reading, event: Event, ident: str, source: Actor | Place | None, target: Actor | Place | None
) -> Iterator[str]:
    day = _day(reading, event)
    code = event.cameo or ""
    yield ident
    yield from (day.strftime("%Y%m%d"), f"{day.year}", f"{day.month}", f"{day.day}") if day else ("", "", "", "")
    for party in (source, target):
        head, sector = _code(party) if party is not None else ("", "")
        yield from (f"{head}{sector}" or _UNKNOWN, head or _UNKNOWN, sector)
    yield from (code, code[:2], str(_quad(event)), event.status)
    yield from (event.place.name, event.place.country or "") if event.place is not None else ("", "")
    yield event.span.text


def _quad(event: Event) -> int:
    kind = event.plover or event.type
    return _table()[kind][0] if kind in _table() else 0


def _cell(value: str) -> str:
    """A value on one line, without half characters."""
    return " ".join(value.split()).encode("utf-8", "replace").decode()


@cache
def _table() -> dict[str, tuple[int, float, dict[str, float]]]:
    """Quad class, score, and the scores of modes, by type."""
    table = {}
    for kind, quad, score, modes in rows_of("communique_events", "plover.tsv", 4):
        by_mode = {mode: float(value) for mode, value in (pair.split(" ") for pair in modes.split("; ") if pair)}
        table[kind] = (int(quad), float(score), by_mode)
    return table


PLOVER = Exporter("plover", write_plover, suffix=".plover.jsonl", media="application/jsonl", kinds=(Event,))
"""PLOVER JSON Lines."""
CAMEO = Exporter("cameo", write_cameo, suffix=".cameo.tsv", media="text/tab-separated-values", kinds=(Event,))
"""CAMEO rows as in the Phoenix data, dyads expanded."""
EXPORTERS = (PLOVER, CAMEO)
"""The exporters of this plugin."""
