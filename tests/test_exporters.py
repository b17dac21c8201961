"""What core writes: records and tables, as libraries read them back."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.by_hand import quoting

import communique.exporters
from communique import Actor, Claim, Exporter, ExportError, Failure, Quote, Reading, to_record
from communique.exporter import TAKEN
from communique.exporters import BUILT_IN, CSV, JSONL, exporter, exporters
from communique.kinds import KINDS, Kind
from communique.rows import columns_of
from communique.testing.readings import TRAVELLING, readings
from communique.testing.strategies import weird_text


def exported(how: Exporter, readings: list[Reading], *kinds: Kind) -> str:
    """All that an exporter writes."""
    return "".join(str(piece) for piece in how.export(readings, kinds))


def read_back(table: str) -> list[dict[str, str]]:
    """A table as the standard library reads it."""
    return list(csv.DictReader(io.StringIO(table, newline="")))


NOBODY = Reading.unreadable("bad", Failure("input", "ValueError", "no JSON"))

# ---------------------------------------------------------------- tables


def test_table_holds_the_rows() -> None:
    """The names of the columns first, then a line for each finding, in the order of articles and text."""
    readings = [quoting("“Yes.”", "1"), NOBODY, quoting("“No.”", None)]
    table = exported(CSV, readings, Quote)
    assert table.splitlines()[0] == ",".join(columns_of(Quote))
    rows = read_back(table)
    assert [(row["article"], row["id"], row["words"]) for row in rows] == [("1", "q1", "“Yes.”"), ("", "q1", "“No.”")]
    assert table.endswith("\n")
    assert "\r" not in table


@given(weird_text().filter(bool))
@example("\ud800 é \udfff\ue000\ud7ff")
def test_table_changes_no_words(text: str) -> None:
    """Commas, marks, line ends of every kind and formulas come back as they were; only half characters cannot."""
    (row,) = read_back(exported(CSV, [quoting(text)], Quote).encode().decode())
    assert row["words"] == "".join("�" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert (row["start"], row["end"]) == ("0", str(len(text)))


@pytest.mark.parametrize("text", ["a\rb", "a\nb", "a\r\nb", 'a"b', "a,b", "=1+1", "+1", "-1", "@a", "\tx", " a "])
def test_table_takes_every_sign(text: str) -> None:
    """What other programs treat as special is kept as it is."""
    (row,) = read_back(exported(CSV, [quoting(text, text)], Quote))
    assert (row["words"], row["article"]) == (text, text)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.layout], ids=lambda kind: str(kind.tag))
def test_table_of_nothing_has_its_columns(kind: Kind) -> None:
    """A program that reads the table finds its columns though nothing was found."""
    table = exported(CSV, [quoting("“Yes.”")] if kind is not Quote else [], kind)
    assert table == ",".join(columns_of(kind)) + "\n"


@pytest.mark.parametrize("kinds, said", [((), "and none was chosen"), ((Quote, Claim), "not quote, claim together")])
def test_table_is_of_one_kind(kinds: tuple[Kind, ...], said: str) -> None:
    """Rows of two kinds have different columns."""
    with pytest.raises(ExportError, match=f"csv writes findings of one kind, {said}"):
        CSV.export([], kinds)


# ---------------------------------------------------------------- records


def test_records_are_lines_of_json() -> None:
    """One for each article, and one for each input that could not be read."""
    readings = [quoting("“Yes.”"), NOBODY]
    lines = exported(JSONL, readings).splitlines()
    assert [json.loads(line) for line in lines] == [to_record(reading) for reading in readings]


def test_records_are_whole_whatever_the_kinds() -> None:
    """What a finding refers to is in its record."""
    assert exported(JSONL, [quoting("“Yes.”")], Claim) == exported(JSONL, [quoting("“Yes.”")])


# ---------------------------------------------------------------- by name, and what they can write


def test_exporters_have_the_names_that_are_taken() -> None:
    """A plugin cannot take the name of one of core's; `-f` finds each by its name."""
    assert {one.name for one in BUILT_IN} == TAKEN
    assert all(exporter(one.name) is one for one in BUILT_IN)
    assert list(exporters()) == sorted(exporters())


def test_exporters_of_core_say_what_they_write() -> None:
    """Endings by which `-o` chooses, and media types for those who serve what is written."""
    told = {one.name: (one.suffix, one.media, one.one_kind, one.kinds, one.streams, one.whose) for one in BUILT_IN}
    assert told == {
        "csv": (".csv", "text/csv", True, (), True, "communique"),
        "jsonl": (".jsonl", "application/jsonl", False, (), True, "communique"),
    }


def test_exporter_of_a_plugin_that_is_left_out_is_not_there() -> None:
    """Nor among all of them."""
    assert exporter("plover", ["sanctions"]) in exporters(["sanctions"]).values()
    assert "plover" not in exporters(["events"])
    with pytest.raises(ExportError, match="there is no exporter 'plover'"):
        exporter("plover", ["events"])


@pytest.mark.parametrize("name, said", [("cvs", "did you mean 'csv'"), ("spreadsheet", "there are csv, jsonl")])
def test_unknown_exporter(monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    """A slip of the pen is told, with the nearest name or all there are."""
    monkeypatch.setattr(communique.exporters, "load_exporters", lambda _: ())
    with pytest.raises(ExportError, match=f"there is no exporter '{name}'; {said}"):
        exporter(name)


def test_exporter_of_some_kinds_writes_these() -> None:
    """Without a choice it writes what it can; asked for another kind it says what it can."""
    network = Exporter("network", lambda readings, kinds: [], kinds=(Actor, Quote))  # noqa: ARG005
    assert network.checked([]) == (Actor, Quote)
    assert network.checked([Quote, Quote]) == (Quote,)
    with pytest.raises(ExportError, match="network writes actor, quote, not claim"):
        network.checked([Claim])
    assert repr(network) == "Exporter('network')"


@given(st.lists(readings(), max_size=3))
def test_records_come_one_a_line(several: list[Reading]) -> None:
    """Each line is the record of its reading, whatever was found."""
    lines = exported(JSONL, several).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [to_record(reading) for reading in several]


@given(readings(), st.sampled_from(TRAVELLING))
def test_a_table_is_read_back_as_the_rows(reading: Reading, kind: Kind) -> None:
    """Every cell as text, an empty one for what is unknown, half characters left out of account."""
    table = read_back(exported(CSV, [reading], kind))
    rows = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in reading.rows(kind)]
    assert table == [{name: re.sub("[\ud800-\udfff]", "�", cell) for name, cell in row.items()} for row in rows]


@given(st.lists(st.sampled_from(TRAVELLING)), st.sets(st.sampled_from(TRAVELLING)), st.booleans())
def test_kinds_that_are_asked_for_are_kinds_that_can_be_written(
    asked: list[Kind],
    possible: set[Kind],
    single: bool,  # noqa: FBT001
) -> None:
    """Those that were asked for, each once, else all that it writes; and an error where they are none of these."""
    kinds = tuple(kind for kind in TRAVELLING if kind in possible)
    one = Exporter("any", lambda *_: (), kinds=kinds, one_kind=single)
    wanted = tuple(dict.fromkeys(asked)) or kinds
    if (kinds and not set(wanted) <= set(kinds)) or (single and len(wanted) != 1):
        with pytest.raises(ExportError, match=r"^any writes "):
            one.checked(asked)
    else:
        assert one.checked(asked) == wanted
        assert one.checked(one.checked(asked)) == wanted
