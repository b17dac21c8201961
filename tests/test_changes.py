"""Texts changed on purpose: where every offset went, and readings compared across the change."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import example, given
from hypothesis import strategies as st

from communique import Annotation, Article, Quote, Reading, Span
from communique.kinds import Evidence, Foreign
from communique.testing.changes import (
    Rewritten,
    Shifted,
    Unchanged,
    described,
    differences,
    dresses,
    findings_of,
    plain_words,
)
from communique.testing.readings import readings
from communique.testing.strategies import weird_text
from communique.testing.values import fields_of, walk

TEXTS = st.text("ab-“”\"’' \n", max_size=20)


@given(TEXTS, st.sampled_from(["a", "b+", "-", "ab|b", " ", "[^a]"]), st.sampled_from(["", "x", "xyz"]))
@example("abba", "b+", "")
def test_every_offset_has_its_place_in_the_new_text(text: str, pattern: str, new: str) -> None:
    """What is not replaced stands where it is said to stand, and nothing changes places."""
    change = Rewritten.of(text, re.compile(pattern), lambda _: new)
    assert change.text == re.sub(pattern, new, text)
    places = [change.move(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(change.text)
    replaced = {offset for match in re.finditer(pattern, text) for offset in range(*match.span())}
    assert all(change.text[places[offset]] == text[offset] for offset in range(len(text)) if offset not in replaced)
    for match in re.finditer(pattern, text):
        start = places[match.start()]
        assert change.text[start : start + len(new)] == new
        assert all(start <= places[offset] <= max(start, start + len(new) - 1) for offset in range(*match.span()))
    assert change.words(text) == plain_words(change.text)


@given(st.integers(0, 99), st.integers(0, 99), st.text())
def test_what_is_put_in_front_shifts(offset: int, by: int, words: str) -> None:
    """By its length, and changes no words; what is added behind changes nothing at all."""
    assert Shifted(by).move(offset) == offset + by
    assert Unchanged().move(offset) == offset
    assert Shifted(by).words(words) == Unchanged().words(words) == words


@given(weird_text() | TEXTS)
def test_a_dress_changes_no_words(text: str) -> None:
    """Each is another text, of the same words, and of the same words still when it is dressed again."""
    for change in dresses(text).values():
        assert change.text != text
        assert plain_words(change.text) == plain_words(text)
        assert plain_words(plain_words(text)) == plain_words(text)
        assert change.move(len(text)) == len(change.text)


@pytest.mark.parametrize(
    "text, names",
    [
        ("“Yes.”", {"straight marks"}),
        ("“Yes,” and “no.”\n“It’s late.”", {"straight marks", "no-break spaces", "CRLF line ends"}),
        ('"Yes."', {"curly marks"}),
        ('It\'s ("late")\r\n', {"curly marks", "no-break spaces"}),
        ("Genève", {"decomposed accents"}),
        ("Gene\u0300ve", set()),
        ("“Yes", set()),
        ("Yes.”", set()),
        ('"Yes', set()),
        ("“Yes” or 'no'", {"no-break spaces"}),
        ("“ Yes ”", {"no-break spaces"}),
        ("«Yes»", set()),
        ("``Yes''", set()),
        ("", set()),
    ],
)
def test_dresses_fit(text: str, names: set[str]) -> None:
    """Marks change only where they pair, and nothing that is not there."""
    assert set(dresses(text)) == names


def test_dresses_are_what_they_are_called() -> None:
    """Marks curl the way they stand, lines end as on other systems."""
    assert dresses('"Yes," (it\'s "late")')["curly marks"].text == "“Yes,” (it’s “late”)"
    assert dresses("“Yes,” it’s late.")["straight marks"].text == '"Yes," it\'s late.'
    assert dresses("a\nb")["CRLF line ends"].text == "a\r\nb"
    assert dresses("a b")["no-break spaces"].text == "a\u00a0b"
    assert dresses("é")["decomposed accents"].text == "e\u0301"


@given(readings())
def test_a_reading_differs_from_itself_in_nothing(reading: Reading) -> None:
    """Nor does its text moved as a whole, since every span moves with it."""
    found = findings_of(reading)
    assert all(not finding.layout for finding in found)
    assert differences(found, found) == []
    assert differences(found, reversed(found)) == []
    for finding in found:
        assert list(described(finding, Unchanged())) == [one.name for one in fields(type(finding))]


def quote(text: str, start: int, end: int, **more: Any) -> Quote:
    """A quote in a text."""
    return Quote(Article(text).span(start, end), evidence=Evidence("rule"), **more)


def test_differences_are_told_in_words() -> None:
    """What was lost, what is new, and which field is another one."""
    text = "“Yes,” he said. “No.”"
    one, two = quote(text, 0, 6), quote(text, 16, 21)
    assert differences([one, two], [two]) == ["lost: quote '“Yes,”' at [0, 6)"]
    assert differences([two], [one, two]) == ["new: quote '“Yes,”' at [0, 6)"]
    changed = evolve(one, kind="mixed")
    assert differences([one], [changed]) == ["changed: kind of quote '“Yes,”' at [0, 6) was 'direct', is 'mixed'"]
    assert differences([one], [changed], ignored=["kind"]) == []
    assert differences([one, one], [one]) == ["lost: quote '“Yes,”' at [0, 6)"]
    moved = quote(f"Well. {text}", 6, 12)
    assert differences([one], [moved], Shifted(6)) == []
    assert len(differences([one], [moved])) == 2


def test_what_is_kept_of_a_kind_that_is_not_known_is_compared() -> None:
    """The object of the record, whole, in the new words of the text."""
    span = Article("“Yes.”").span(0, 6)
    one = Foreign(span, "remark", {"note": "“Yes.”", "numbers": [1, 2]})
    change = Rewritten.of("“Yes.”", re.compile("[“”]"), lambda _: '"')
    assert described(one, change)["data"] == (("note", '"Yes."'), ("numbers", (1, 2)))
    (said,) = differences([one], [evolve(one, data={**one.data, "numbers": [1, 3]})])
    assert said.startswith(
        "changed: data of foreign '“Yes.”' at [0, 6) was (('note', '“Yes.”'), ('numbers', (1, 2))), is"
    )


@given(readings())
def test_every_value_in_a_finding_is_met_on_the_way_to_it(reading: Reading) -> None:
    """By its path, all spans among them; what it refers to is met and not entered."""
    for finding in findings_of(reading):
        met = dict(walk(finding))
        assert met.pop("") is finding
        assert set(fields_of(finding)) <= set(met)
        for path, value in met.items():
            assert eval(f"finding.{path}", {"finding": finding}) is value  # noqa: S307 - the path is an expression
        inside = {path for path, value in met.items() if isinstance(value, Annotation)}
        assert not any(path.startswith((f"{one}.", f"{one}[")) for one in inside for path in met)
        assert any(value is finding.span for value in met.values() if isinstance(value, Span))


def test_values_of_every_sort_are_entered() -> None:
    """Lists, sets and dicts too, which should not be there."""
    assert dict(walk({"a": [1, (2,)]})) == {
        "": {"a": [1, (2,)]},
        "['a']": [1, (2,)],
        "['a'][0]": 1,
        "['a'][1]": (2,),
        "['a'][1][0]": 2,
    }
    assert [value for _, value in walk({7})] == [{7}, 7]
    assert fields_of(7) == {}
