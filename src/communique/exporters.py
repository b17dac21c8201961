"""The exporters of core, which write records as JSON Lines and tables, and those of plugins, by name."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence

from communique.contents import near
from communique.exporter import Exporter, ExportError
from communique.kinds import Kind
from communique.plugins import load_exporters
from communique.reading import Reading
from communique.record import to_json, to_record
from communique.rows import columns_of


def write_records(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:  # noqa: ARG001
    r"""Write each reading as a record, one a line, whole: what findings refer to is in it whatever the kinds.

    >>> from communique import read
    >>> (line,) = write_records([read("OSLO (AP) — Envoys arrived.")], [])
    >>> line[:24], line[-1]
    ('{"schema":"communique/1"', '\n')
    """
    for reading in readings:
        yield f"{to_json(to_record(reading))}\n"


def write_table(readings: Iterable[Reading], kinds: Sequence[Kind]) -> Iterator[str]:
    """Write the rows of a kind as comma-separated values, the names of the columns first.

    Cells hold what `Reading.rows` gives, unchanged; one with a comma, a quotation mark or a line end in it stands in
    quotation marks.  Half a character (a lone surrogate), which UTF-8 cannot hold, becomes ``U+FFFD``.

    >>> from communique import Dateline, read
    >>> header, row = write_table([read("OSLO (AP) — Envoys arrived.")], [Dateline])
    >>> header[:31], row[:14]
    ('article,id,paragraph,places,pla', ',d1,1,OSLO,NOR')
    """
    (kind,) = kinds
    lines = _Lines()
    # The writer looks only for the signs of its own line end when it decides what to put in marks.
    writer = csv.writer(lines, lineterminator=_Lines.end)
    writer.writerow(columns_of(kind))
    yield lines.taken()
    for reading in readings:
        for row in reading.rows(kind):
            writer.writerow([_encodable(cell) if isinstance(cell, str) else cell for cell in row.values()])
        yield lines.taken()


class _Lines:
    """Takes the lines that a `csv.writer` writes, and ends them with a line feed alone."""

    end = "\r\n"

    def __init__(self) -> None:
        self._lines: list[str] = []

    def write(self, line: str) -> None:
        self._lines.append(f"{line.removesuffix(self.end)}\n")

    def taken(self) -> str:
        """Give what was written since the last time."""
        text = "".join(self._lines)
        self._lines.clear()
        return text


def _encodable(cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return "".join("�" if "\ud800" <= c <= "\udfff" else c for c in cell)
    return cell


JSONL = Exporter("jsonl", write_records, suffix=".jsonl", media="application/jsonl")
"""One record a line: everything that was found."""
CSV = Exporter("csv", write_table, suffix=".csv", media="text/csv", one_kind=True)
"""A table of the findings of one kind: a spreadsheet's, a data frame's."""
BUILT_IN = (CSV, JSONL)
"""The exporters of core, by name."""


def exporters(disable: Collection[str] = ()) -> dict[str, Exporter]:
    """Give all exporters by name, those of core and those of the installed plugins but the disabled ones.

    >>> exporters()["jsonl"].media
    'application/jsonl'

    Raises:
        communique.plugins.PluginError: if an installed plugin cannot be used.
    """
    return {exporter.name: exporter for exporter in sorted((*BUILT_IN, *load_exporters(disable)), key=_name)}


def exporter(name: str, disable: Collection[str] = ()) -> Exporter:
    """Give the exporter of a name.

    >>> exporter("csv")
    Exporter('csv')

    Raises:
        ExportError: if there is none; the message names those that there are.
        communique.plugins.PluginError: if the name is none of core's and an installed plugin cannot be used.
    """
    for one in BUILT_IN:
        if one.name == name:
            return one
    known = exporters(disable)
    if name not in known:
        close = near(name, known)
        hint = f"did you mean {close!r}?" if close else f"there are {', '.join(known)}"
        raise ExportError(f"there is no exporter {name!r}; {hint}")
    return known[name]


def _name(one: Exporter) -> str:
    return one.name
