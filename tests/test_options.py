"""What options mean: names of kinds, lists of them, days, and text as terminals can take it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Pipeline, PluginError
from communique.cli.options import exporter_of, kind_named, pipeline_of
from communique.cli.printable import printable
from communique.exporters import CSV, JSONL
from communique.kinds import KINDS, Kind, Quote
from communique.plugins import load
from communique.testing.strategies import weird_text

COMMAS = st.sampled_from([",", ", ", ",,", " , "])
GIVEN = sorted((kind for kind in load().kinds if not kind.layout), key=lambda kind: kind.tag)
SPELLINGS = st.sampled_from([str.lower, str.upper, str.capitalize])


@given(weird_text() | st.text())
def test_printable_text_is_what_terminals_can_take(text: str) -> None:
    """One character for one, nothing that a terminal obeys or an encoding refuses, and all else as it is."""
    shown = printable(text)
    assert len(shown) == len(text)
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert shown.encode().decode() == shown
    assert all(c == old for c, old in zip(shown, text, strict=True) if old.isprintable() or old == "\n")
    assert set(shown) - set(text) <= {" ", "�"}
    assert printable(shown) == shown


def test_halves_of_characters_are_told_from_what_is_left_out() -> None:
    """A control character is a blank, half a character the sign for what is none."""
    assert printable("a\x1b[\ud800\udfff\ue000\tb\x85\u200b") == "a [��  b  "


@given(st.sampled_from(GIVEN), SPELLINGS, st.sampled_from(["", "s", "S"]))
def test_kinds_are_named_by_their_tags(kind: Kind, spelling: object, plural: str) -> None:
    """Singular or plural, whatever the capitals."""
    assert callable(spelling)
    assert kind_named(f"{spelling(kind.tag)}{plural}", load()) is kind


@given(st.text(max_size=12).filter(lambda name: name.lower().removesuffix("s") not in {kind.tag for kind in KINDS}))
def test_what_is_no_kind_is_told_with_those_there_are(name: str) -> None:
    """None of layout among them; the message says of which option."""
    with pytest.raises(click.BadParameter) as caught:
        kind_named(name, Pipeline.of([]), "KIND")
    assert caught.value.message == (
        f"there is no kind {name!r}; kinds are actor, claim, dateline, delegation, event, foreign, place, position, "
        "quote, time, unresolved"
    )
    assert caught.value.param_hint == "KIND"


@given(st.lists(st.sampled_from(GIVEN), min_size=1, max_size=3), COMMAS, st.booleans())
def test_lists_of_kinds_may_be_written_in_any_way(kinds: list[Kind], comma: str, apart: bool) -> None:  # noqa: FBT001
    """With commas and blanks, or the option given again; what is found is what those kinds need."""
    tags = [kind.tag for kind in kinds]
    pipeline, chosen = pipeline_of(tuple(tags) if apart else (comma.join(tags),), (), {})
    assert chosen == kinds
    assert pipeline.extractors == load().only(kinds).extractors


@given(st.sets(st.sampled_from(["sanctions", "delegations", "events"])), COMMAS)
def test_lists_of_plugins_are_left_out(names: set[str], comma: str) -> None:
    """All of them; without --only there is no choice of kinds."""
    pipeline, chosen = pipeline_of((), (comma.join(sorted(names)),), {})
    assert chosen is None
    assert pipeline is load(names)
    assert not names & {extractor.name for extractor in pipeline.extractors}


@pytest.mark.parametrize("only", [(",",), ("",), (" ", ",")])
def test_no_kind_at_all_is_none(only: tuple[str, ...]) -> None:
    """It is not taken for all of them."""
    with pytest.raises(click.BadParameter, match="there is no kind ''"):
        pipeline_of(only, (), {})


def test_kind_that_nobody_gives_is_told() -> None:
    """Of the option, as a wrong call."""
    with pytest.raises(click.BadParameter, match="nothing finds Event") as caught:
        pipeline_of(("event",), ("events", "sanctions"), {})
    assert caught.value.param_hint == "--only"
    assert caught.value.message.endswith("; disabled is events, which gives it")
    with pytest.raises(PluginError, match="there is no plugin 'evnts' to disable"):
        pipeline_of((), ("evnts",), {})


@pytest.mark.parametrize(
    "name, output, kinds, chosen",
    [
        (None, None, None, (JSONL, ())),
        (None, "a.jsonl", [Quote], (JSONL, (Quote,))),
        (None, "a", None, (JSONL, ())),
        (None, "a.csv", [Quote], (CSV, (Quote,))),
        ("csv", None, [Quote], (CSV, (Quote,))),
        ("jsonl", "a.csv", None, (JSONL, ())),
    ],
)
def test_exporter_is_chosen_by_name_or_ending(
    name: str | None, output: str | None, kinds: list[Kind] | None, chosen: object
) -> None:
    """The name counts more; it comes with the kinds to write."""
    assert exporter_of(name, Path(output) if output else None, kinds, ()) == chosen


@pytest.mark.parametrize("ending, told", [(".json", False), (".ndjson", False), (".txt", False), (".xlsx", True)])
def test_ending_that_may_well_be_lines_is_not_told(
    capsys: pytest.CaptureFixture[str], ending: str, *, told: bool
) -> None:
    """Of others it is said that they are lines all the same."""
    assert exporter_of(None, Path(f"a{ending}"), None, ()) == (JSONL, ())
    said = f"a{ending} holds JSON Lines: nothing here writes {ending}; -f csv writes a table\n"
    assert capsys.readouterr().err == (said if told else "")


def test_unknown_exporter_is_a_wrong_call() -> None:
    """Of the option -f."""
    with pytest.raises(click.BadParameter, match="there is no exporter 'cvs'; did you mean 'csv'") as caught:
        exporter_of("cvs", None, None, ())
    assert caught.value.param_hint == "-f"
    with pytest.raises(click.BadParameter, match="there is no exporter 'plover'"):
        exporter_of("plover", None, None, ("events",))
