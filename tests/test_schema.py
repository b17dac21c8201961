"""The JSON Schema of records: what is written fits it, whatever was found, and what does not fit is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal

import pytest
from attrs import fields, frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import (
    Actor,
    Annotation,
    Article,
    Dateline,
    Extractor,
    Failure,
    Pipeline,
    Reading,
    Sentence,
    Span,
    Unresolved,
    because,
    read,
    to_record,
)
from communique.cli import run
from communique.kinds import KINDS, Foreign, Kind
from communique.plugins import load
from communique.record import SECTIONS, from_record
from communique.schema import kind_schema, record_schema
from communique.testing.readings import readings
from communique.testing.texts import PUBLISHED, SAMPLES

jsonschema: Any = pytest.importorskip("jsonschema")

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))


@frozen
class Detail:
    """A value of a plugin."""

    day: date | None = None
    parts: tuple[Detail, ...] = ()


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag: ClassVar[str] = "remark"

    note: Literal["short", "long"] = "short"
    """How it is."""
    detail: Detail | None = None
    numbers: tuple[float, ...] = ()
    by: Actor | None = None


def closed(schema: Any) -> Any:
    """The same schema, in which objects have no properties but those that are named."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inside = {name: closed(one) for name, one in schema.items()}
    if "required" in inside and "not" not in inside["properties"].get("kind", {}):
        inside["additionalProperties"] = False
    return inside


def errors(record: Any, *kinds: Kind) -> list[str]:
    """What does not fit, closely looked at."""
    schema = closed(record_schema(kinds))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(record)]


TEXTS = {**SAMPLES, **{path.stem: path.read_text(encoding="utf-8") for path in SEEDS}, "empty": ""}


@pytest.mark.parametrize("name", TEXTS)
def test_records_of_all_plugins_fit(name: str) -> None:
    """What is found in whole articles fits, field by field, and no field is missing from the schema."""
    record = json.loads(json.dumps(to_record(read(Article(TEXTS[name], published=PUBLISHED, id=name)))))
    assert errors(record) == []


def test_record_of_an_unreadable_input_fits() -> None:
    """As does one without an article, with an error in it."""
    assert errors(to_record(Reading.unreadable(None, Failure("input", "ValueError", "no JSON")))) == []


def test_the_texts_hold_something_of_every_kind() -> None:
    """Else a section of the schema would be held against nothing."""
    found = [to_record(read(Article(text, published=PUBLISHED))) for text in TEXTS.values()]
    assert [name for name, _ in SECTIONS if not any(record[name] for record in found)] == []
    assert any(record["dateline"] for record in found)
    assert remarks()["provenance"]["unresolved"]


def remarks() -> dict[str, Any]:
    """A record with a finding of a plugin's own kind."""

    def note(reading: Reading) -> list[Annotation]:
        detail = Detail(date(2024, 1, 2), (Detail(),))
        (sentence,) = reading.of(Sentence)
        found = Remark(sentence.span, "long", detail, (1.5,), evidence=because(note))
        return [found, Unresolved(sentence.span, "speaker", "nobody is named", (found,), evidence=because(note))]

    extractor = Extractor("remarks", note, gives=(Remark,), needs=(Sentence,), rules=(note,))
    record: dict[str, Any] = json.loads(json.dumps(to_record(Pipeline.of([extractor]).run(Article("Talks failed.")))))
    return record


def test_kind_of_a_plugin_fits() -> None:
    """With the kind, its fields are checked; without it, it is a finding of which nothing is known."""
    record = remarks()
    assert errors(record, Remark) == []
    assert errors(record) == []
    assert errors(to_record(from_record(record, "Talks failed."))) == []


def change(record: Mapping[str, Any], path: str, value: object) -> dict[str, Any]:
    """A record with another value in a place, or with nothing there."""
    changed: Any = deepcopy(record)
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = changed
    for part in way:
        place = place[part]
    if value is None:
        del place[last]
    else:
        place[last] = value
    assert isinstance(changed, dict)
    return changed


@pytest.mark.parametrize(
    "path, value",
    [
        ("schema", "communique/2"),
        ("article", None),
        ("article.published", 20240102),
        ("quotes", {}),
        ("provenance.plugins", {"remarks": 1}),
        ("annotations.0.id", "q1"),
        ("annotations.0.note", "medium"),
        ("annotations.0.note", None),
        ("annotations.0.detail.parts.0.parts", "none"),
        ("annotations.0.numbers", ["1.5"]),
        ("annotations.0.by", "p1"),
        ("annotations.0.cues", [{"start": 0}]),
        ("annotations.0.span.start", "0"),
    ],
)
def test_what_is_no_record_does_not_fit(path: str, value: object) -> None:
    """Another form, a missing field, a value of another type or an id of another kind."""
    assert errors(change(remarks(), path, value), Remark) != []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.layout and kind is not Foreign], ids=str)
def test_every_field_of_a_kind_is_a_property(kind: Kind) -> None:
    """Nothing that a kind has is left out, and each property says what it means."""
    schema = kind_schema(kind)
    own = {one.name for one in fields(kind)} - {"evidence", "plover", "cameo"}
    assert own <= set(schema["properties"])
    assert schema["description"]
    said = [name for name in own if "description" not in schema["properties"][name]]
    assert said == []
    assert all(part.partition("/")[0] for part in schema["$defs"])


def test_the_schema_says_what_it_is_of() -> None:
    """Before anything else, for whoever finds the file."""
    assert list(record_schema().items())[:4] == [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", "A record of communique"),
        ("description", "What was found in one article."),
        ("type", "object"),
    ]
    assert kind_schema(Unresolved)["$schema"] == record_schema()["$schema"]


@given(st.lists(st.sampled_from([*KINDS, Remark])))
def test_kinds_of_core_are_known_without_being_named(kinds: list[Kind]) -> None:
    """Named or not, those with a place of their own stand there, layout nowhere; those of plugins stand once."""
    assert record_schema(kinds) == record_schema([Remark] * (Remark in kinds))


@given(st.text("0123456789-/. ", max_size=12) | st.dates().map(str))
def test_days_are_days(day: str) -> None:
    """Of publication, of datelines and in the fields of kinds: whoever checks formats sees that they are."""
    days = [
        record_schema()["properties"]["article"]["properties"]["published"],
        kind_schema(Dateline)["properties"]["date"],
        kind_schema(Remark)["$defs"]["detail"]["properties"]["day"],
    ]
    try:
        good = date.fromisoformat(day).isoformat() == day
    except ValueError:
        good = False
    for schema in days:
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        assert validator.is_valid(day) is good
        assert validator.is_valid(None)


def test_kind_without_a_docstring_is_described_by_its_name() -> None:
    """Not by what the class says that it is made of."""

    @frozen
    class Silent(Annotation):
        tag: ClassVar[str] = "silent"

    assert kind_schema(Silent)["description"] == "Silent"
    assert kind_schema(Remark)["description"] == "A kind of a plugin."


def test_types_that_are_not_known_take_anything() -> None:
    """A kind may hold what no schema can say."""

    @frozen
    class Odd(Annotation):
        """Odd."""

        tag: ClassVar[str] = "odd"
        thing: object = None
        table: Mapping[str, Span] = {}

    properties = kind_schema(Odd)["properties"]
    assert properties["thing"] == {}
    assert properties["id"] == {"type": "string", "pattern": "^x[0-9]+$"}
    assert properties["kind"] == {"const": "odd"}


def test_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole, with the kinds of installed plugins, or that of one kind."""
    assert run(["schema"]) == 0
    out = capsys.readouterr().out
    printed = json.loads(out)
    assert out == json.dumps(printed, indent=2, ensure_ascii=False) + "\n"
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed == json.loads(json.dumps(record_schema(load().kinds)))
    assert run(["schema", "quotes"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["speaker"]["anyOf"][0]["pattern"] == "^a[0-9]+$"
    assert run(["schema", "rumour"]) == 2
    assert "Invalid value for KIND: there is no kind 'rumour'" in capsys.readouterr().err


VALIDATOR = jsonschema.Draft202012Validator(record_schema())


@given(readings())
def test_the_record_of_any_reading_fits(reading: Reading) -> None:
    """Whatever was found and whatever stands in its fields."""
    VALIDATOR.validate(to_record(reading))
