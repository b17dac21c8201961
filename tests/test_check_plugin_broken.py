"""Plugins broken in several ways at once, built from single breaks: each is told, and nothing else is."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint
from types import MappingProxyType
from typing import Any, ClassVar

import click
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.broken_exporters import calling, commenting, gathering

from communique import (
    Annotation,
    Claim,
    Entry,
    Exporter,
    Extractor,
    Lexicon,
    Pipeline,
    Reading,
    Sentence,
    because,
)
from communique.contents import Contents
from communique.plugins import EXPORTER_GROUP
from communique.testing.check import check_contents
from communique.testing.declared import (
    check_documented,
    check_lexicons,
    check_listed,
    check_loadable,
    check_named,
    check_read,
    kinds_of,
)
from communique.testing.metadata import Metadata
from communique.testing.problem import MOST_SAID

Break = Callable[[Contents], Contents]
FEW = 12
"""Examples of tests that hold whole plugins to all promises, each of which takes half a second."""
KEPT: list[Reading] = []


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag: ClassVar[str] = "remark"

    note: str = ""


class Undescribed(Annotation):
    __doc__ = None
    tag: ClassVar[str] = "undescribed"


def silent(_: Reading) -> Iterator[Annotation]:
    """Find nothing.

    Matches "Talks failed."; not "".
    """
    return iter(())


def terse(_: Reading) -> Iterator[Annotation]:
    """Find nothing, and show no line."""
    return iter(())


def counting(reading: Reading) -> Iterator[Annotation]:
    number = str(len(reading.of(Sentence)))
    return (Remark(sentence.span, number, evidence=because(silent)) for sentence in reading.of(Sentence)[:1])


def hoarding(reading: Reading) -> Iterator[Annotation]:
    KEPT.append(reading)
    return iter(())


def phoning(_: Reading) -> Iterator[Annotation]:
    socket.socket().close()
    return iter(())


def extractor(name: str, find: Callable[[Reading], Iterable[Annotation]] = silent, **declared: Any) -> Extractor:
    """An extractor that gives remarks."""
    return Extractor(name, find, **{"gives": (Remark,), "needs": (Sentence,), **declared})


def with_extractor(one: Extractor) -> Break:
    return lambda given: evolve(given, extractors=(*given.extractors, one))


def with_exporter(name: str, write: Any) -> Break:
    return lambda given: evolve(given, exporters=(*given.exporters, Exporter(name, write)))


def with_command(name: str, said: str | None) -> Break:
    return lambda given: evolve(given, commands=(*given.commands, click.Command(name, help=said)))


def writing(readings: Iterable[Reading], _: object) -> Iterator[str]:
    yield from (f"{reading.article.text!r}\n" for reading in readings)


OF_EXTRACTORS: Mapping[str, Break] = MappingProxyType(
    {
        "local": with_extractor(extractor("counting", counting, rules=(silent,))),
        "forgetful": with_extractor(extractor("hoarding", hoarding)),
        "offline": with_extractor(extractor("phoning", phoning)),
        "documented": with_extractor(extractor("terse", rules=(terse,))),
        "named": with_extractor(extractor("Very Odd")),
    }
)
OF_EXPORTERS: Mapping[str, Break] = MappingProxyType(
    {
        "total": with_exporter("raising", lambda readings, _: (f"{one.of(Sentence)[0]}\n" for one in readings)),
        "plain": with_exporter("endless", lambda *_: ["no line feed"]),
        "harmless": with_exporter("commenting", commenting),
        "streaming": with_exporter("gathering", gathering),
        "offline": with_exporter("phoning", calling),
        "named": with_command("show", "Show."),
        "documented": with_command("hum", None),
    }
)
SOUND = Contents(
    hooks=("communique_extractors", "communique_exporters"),
    extractors=(extractor("sound", rules=(silent,)),),
    exporters=(Exporter("sound", writing),),
)
NOBODY = Pipeline.of([])


def curious(reading: Reading) -> Iterator[Annotation]:
    return (Remark(claim.span) for claim in reading.of(Claim))


def told(given: Contents) -> set[str]:
    """The promises that are said to be broken."""
    return {problem.promise for problem in check_contents(given, NOBODY)}


def broken(breaks: Mapping[str, Break], chosen: Iterable[str]) -> Contents:
    """A sound plugin, and then some."""
    given = SOUND
    for promise in chosen:
        given = breaks[promise](given)
    return given


def several(of: Mapping[str, Break]) -> st.SearchStrategy[list[str]]:
    """Some of these, in any order."""
    return st.lists(st.sampled_from(sorted(of)), unique=True)


@settings(max_examples=FEW)
@given(several(OF_EXTRACTORS))
def test_each_break_of_extractors_is_told_and_nothing_else(chosen: list[str]) -> None:
    assert told(broken(OF_EXTRACTORS, chosen)) == set(chosen)


@settings(max_examples=FEW)
@given(several(OF_EXTRACTORS))
def test_reading_what_is_not_declared_is_told_beside_whatever_else_is_broken(chosen: list[str]) -> None:
    """It raises, so that what its findings break may wait until it is mended."""
    given = with_extractor(extractor("curious", curious))(broken(OF_EXTRACTORS, chosen))
    assert {"honest", *chosen} - {"local"} <= told(given) <= {"honest", *chosen}


@settings(max_examples=FEW)
@given(several(OF_EXPORTERS))
def test_each_break_of_exporters_and_commands_is_told_and_nothing_else(chosen: list[str]) -> None:
    assert told(broken(OF_EXPORTERS, chosen)) == set(chosen)


@settings(max_examples=FEW)
@given(several(OF_EXTRACTORS), several(OF_EXPORTERS), st.randoms())
def test_the_order_of_what_is_given_changes_nothing(first: list[str], second: list[str], random: Any) -> None:
    """What is told, in whatever order extractors and exporters stand, is the same."""
    given = broken(OF_EXPORTERS, second)
    for one in first:
        given = OF_EXTRACTORS[one](given)
    shuffled = evolve(
        given,
        extractors=tuple(random.sample(given.extractors, len(given.extractors))),
        exporters=tuple(random.sample(given.exporters, len(given.exporters))),
    )
    assert told(shuffled) == told(given) == {*first, *second}


# ---------------------------------------------------------------- what is declared

BAD_WORDS = st.sampled_from(["", " ", " said", "said ", "said  so", "said\n"])
GOOD_WORDS = st.from_regex(r"[a-z]{2,6}( [a-z]{2,6})?", fullmatch=True)
NAMES = st.from_regex(r"[a-z]{2,5}(-[a-z]{2,5}){0,2}", fullmatch=True)


@given(st.lists(GOOD_WORDS, min_size=1, max_size=4, unique=True), st.lists(BAD_WORDS, max_size=3, unique=True))
def test_words_that_no_text_holds_are_told_one_by_one(good: list[str], bad: list[str]) -> None:
    """Each with its own words, and only those."""
    lexicon = Lexicon.of("cues", dict.fromkeys([*good, *bad], 1))
    said = check_lexicons(Contents(lexicons=(lexicon,)))
    assert {problem.promise for problem in said} <= {"well-formed"}
    assert [any(f"holds {word!r}, " in problem.what for problem in said) for word in bad] == [True] * len(bad)
    assert not any(f"holds {word!r}, " in problem.what for problem in said for word in good)


@given(st.dates(), st.dates())
def test_days_of_words_are_in_their_order(since: Any, until: Any) -> None:
    lexicon = Lexicon("cues", lambda: [Entry("said", 1, since, until)])
    assert bool(check_lexicons(Contents(lexicons=(lexicon,)))) == (until < since)


@given(st.lists(NAMES, min_size=1, max_size=5, unique=True), st.data())
def test_word_lists_that_nobody_reads_are_told(names: list[str], data: st.DataObject) -> None:
    read = data.draw(st.sets(st.sampled_from(names)))
    reading = Extractor("reading", silent, gives=(), words=tuple(Lexicon.of(name, {}) for name in sorted(read)))
    given_words = Contents(lexicons=tuple(Lexicon.of(name, {"said": 1}) for name in names))
    said = [problem.what for problem in check_read(given_words, (reading,))]
    assert [any(repr(name) in one for one in said) for name in names] == [name not in read for name in names]


@given(st.lists(NAMES, min_size=2, max_size=5))
def test_names_that_come_twice_are_told_with_their_number(names: list[str]) -> None:
    said = [problem.what for problem in check_named(Contents(extractors=tuple(map(extractor, names))))]
    twice = {name for name in names if names.count(name) > 1}
    assert {name for name in names if any(f"extractor {name!r} is there" in one for one in said)} == twice
    assert all(any(f"{name!r} is there {names.count(name)} times" in one for one in said) for name in twice)


@given(st.lists(st.sampled_from([silent, terse]), max_size=4), st.sampled_from([Remark, Undescribed]))
def test_what_has_no_docstring_or_no_lines_is_told(rules: list[Any], kind: Any) -> None:
    given_rules = Contents(extractors=(extractor("odd", gives=(kind,), rules=tuple(rules)),))
    said = [problem.what for problem in check_documented(given_rules)]
    assert any("rule terse" in one for one in said) == (terse in rules)
    assert any("kind Undescribed" in one for one in said) == (kind is Undescribed)
    assert not any("silent" in one for one in said)
    assert kinds_of(given_rules) == [kind]


@given(st.sets(st.sampled_from(["communique_extractors", "communique_lexicons"])))
def test_without_a_hook_nothing_can_be_loaded(hooks: set[str]) -> None:
    assert bool(check_loadable(Contents(hooks=tuple(sorted(hooks))))) == (not hooks)


@given(st.lists(NAMES, max_size=4, unique=True), st.lists(NAMES, max_size=4, unique=True))
def test_metadata_name_what_is_given_and_nothing_else(named: list[str], exporters: list[str]) -> None:
    points = tuple(EntryPoint(name, "communique.exporters:write_records", EXPORTER_GROUP) for name in named)
    metadata = Metadata("communique-odd", points, ("communique>=0.1,<1",))
    given_exporters = Contents(exporters=tuple(Exporter(name, writing) for name in exporters))
    said = [problem.what for problem in check_listed(given_exporters, metadata)]
    known = {f"entry point {name!r} of {EXPORTER_GROUP!r} is given by no hook" for name in {*named} - {*exporters}}
    known |= {f"{name!r} is not among the entry points {EXPORTER_GROUP!r}" for name in {*exporters} - {*named}}
    assert set(said) <= known
    assert len(said) == min(len(known), MOST_SAID)
