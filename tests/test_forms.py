"""Kinds whose record is not just their fields: what is written is read back, and has the properties of the schema."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.forms import FORMS, STRING, id_of, list_of, object_of, or_null
from communique.kinds import KINDS, Annotation, Dateline, Delegation, Event

VALUES: Any = st.none() | st.text() | st.integers() | st.lists(st.integers())
PLAIN = st.dictionaries(st.sampled_from(["span", "status", "mode"]), VALUES)
SPANS = st.fixed_dictionaries({"start": st.integers(0, 9), "end": st.integers(0, 9), "text": st.text()})
CODES = st.none() | st.sampled_from(["AGREE", "036"])


@given(PLAIN, st.sampled_from(["CONSULT", "STATEMENT"]), CODES, CODES)
def test_codes_of_an_event_stand_together(
    plain: dict[str, Any], sort: str, plover: str | None, cameo: str | None
) -> None:
    """The type counts where PLOVER has no other one."""
    fields = {**plain, "type": sort, "plover": plover, "cameo": cameo}
    written = FORMS[Event].written(fields)
    assert written == {**plain, "type": sort, "codes": {"plover": plover or sort, "cameo": cameo}}
    assert {name: FORMS[Event].read(written)[name] for name in fields} == fields


@given(PLAIN, st.lists(SPANS))
def test_cities_of_a_dateline_are_filed(plain: dict[str, Any], cities: list[dict[str, Any]]) -> None:
    """The places that they are stand beside them, which only the whole record knows."""
    written = FORMS[Dateline].written({**plain, "places": cities})
    assert written == {**plain, "places": [], "filed": cities}
    assert FORMS[Dateline].read({**written, "places": ["p1"]}) == {**plain, "places": cities, "filed": cities}


@given(PLAIN, st.none() | SPANS)
def test_occasion_of_a_delegation_has_room_for_its_event(plain: dict[str, Any], span: dict[str, Any] | None) -> None:
    """Where there is an occasion."""
    written = FORMS[Delegation].written({**plain, "occasion": span})
    assert written == {**plain, "occasion": span and {"span": span, "event": None}}
    assert FORMS[Delegation].read(written) == {**plain, "occasion": span}


@given(st.dictionaries(st.text(), st.just(STRING)))
def test_objects_have_all_their_properties(properties: dict[str, Any]) -> None:
    """In their order."""
    made = object_of(properties)
    assert made == {"type": "object", "properties": properties, "required": list(properties)}
    assert list_of(made) == {"type": "array", "items": made}
    assert or_null(made) == {"anyOf": [made, {"type": "null"}]}


@pytest.mark.parametrize("kind", [Annotation, *KINDS], ids=lambda kind: str(kind.tag))
def test_ids_begin_with_the_letter_of_their_kind(kind: type[Annotation]) -> None:
    """Of any kind with any letter."""
    letter = "[a-z]" if kind is Annotation else kind.letter
    assert id_of(kind) == {"type": "string", "pattern": f"^{letter}[0-9]+$"}


def test_properties_are_described_as_they_are_written() -> None:
    """Each form has in its schema what it has in its record."""
    span = {"$ref": "#/$defs/span"}
    event = FORMS[Event].described({"type": STRING, "plover": or_null(STRING), "cameo": or_null(STRING)})
    assert event == {"type": STRING, "codes": object_of({"plover": STRING, "cameo": or_null(STRING)})}
    dateline = FORMS[Dateline].described({"places": list_of(span)})
    assert (dateline["filed"], dateline["places"]["items"]) == (list_of(span), id_of(KINDS[5]))
    delegation = FORMS[Delegation].described({"occasion": {**or_null(span), "description": "The occasion."}})
    assert delegation == {
        "occasion": {
            **or_null(object_of({"span": span, "event": or_null(id_of(Event))})),
            "description": "The occasion.",
        }
    }
