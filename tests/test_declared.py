"""What a plugin says of itself, thing by thing: what is wrong is said in full, and what is right is not accused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.metadata import EntryPoint
from typing import Any, ClassVar

import click
import pytest
from attrs import frozen

from communique import Annotation, Entry, Exporter, Extractor, Lexicon, Quote, Reading
from communique.contents import Contents, Fault
from communique.testing.declared import (
    check_documented,
    check_lexicons,
    check_listed,
    check_loadable,
    check_named,
    check_read,
    check_understood,
    kinds_of,
)
from communique.testing.metadata import Metadata
from communique.testing.problem import Problem


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag: ClassVar[str] = "remark"


@frozen
class Rumour(Annotation):
    """A kind that calls itself as one of core does."""

    tag: ClassVar[str] = "quote"


@frozen
class Untold(Annotation):
    tag: ClassVar[str] = "untold"


def told_rule(reading: Reading) -> None:
    """Find something.

    Matches "yes"; not "no".
    """


def short_rule(reading: Reading) -> None:
    """Find something."""


def extractor(name: str = "odd", **declared: Any) -> Extractor:
    """An extractor that finds nothing."""
    return Extractor(name, lambda reading: (), **{"gives": (Remark,), **declared})  # noqa: ARG005


def writing_nothing(_: object, __: object) -> Iterable[str]:
    """Write nothing."""
    return ()


def said(problems: Iterable[Problem]) -> list[str]:
    """What is wrong, in words."""
    return [problem.what for problem in problems]


def test_kinds_are_those_of_all_extractors_once() -> None:
    """In their order."""
    assert kinds_of(Contents(extractors=(extractor(), extractor("two", gives=(Quote, Remark))))) == [Remark, Quote]


def test_hooks_that_fail_are_told_instead_of_missing_ones() -> None:
    """One of the two: without a fault a plugin needs some hook."""
    assert said(check_loadable(Contents(faults=(Fault("it is odd"),)))) == ["it is odd"]
    assert said(check_loadable(Contents(hooks=("communique_lexicons",)))) == []
    assert said(check_loadable(Contents())) == [
        "it implements no hook: is a function marked with @hookimpl, and the right module named?"
    ]


def test_names_are_looked_at_for_each_sort_of_thing() -> None:
    """In kebab-case, once, and not those of communique; two word lists of one name are one list."""
    findings = Contents(
        extractors=(extractor("a-b"), extractor("a-b"), extractor("a_c")),
        exporters=(Exporter("jsonl", writing_nothing), Exporter("x y", writing_nothing)),
    )
    assert said(check_named(findings)) == [
        "extractor 'a_c' has no name in kebab-case",
        "extractor 'a-b' is there 2 times",
        "exporter 'x y' has no name in kebab-case",
        "exporter 'jsonl' has the name of one of communique itself",
    ]
    others = Contents(
        commands=(click.Command("show"), click.Command(None), click.Command("own2")),
        lexicons=(Lexicon.of("verbs", {}), Lexicon.of("verbs", {}), Lexicon.of("-x", {})),
    )
    assert said(check_named(others)) == [
        "command '' has no name in kebab-case",
        "command 'show' has the name of one of communique itself",
        "word list '-x' has no name in kebab-case",
    ]


def test_kind_may_be_one_of_core_but_not_be_called_as_one() -> None:
    """An extractor that finds quotes is welcome."""
    assert said(check_named(Contents(extractors=(extractor(gives=(Quote, Remark)),)))) == []
    assert said(check_named(Contents(extractors=(extractor(gives=(Rumour,)),)))) == [
        "kind 'quote' has the name of one of communique itself"
    ]


def test_what_has_no_docstring_or_help() -> None:
    """Rules need lines that match and must not, kinds and commands to be described at all."""
    given = Contents(
        extractors=(extractor(gives=(Remark, Untold), rules=(told_rule, short_rule)),),
        commands=(click.Command("bare"), click.Command("helpful", help="Help.")),
    )
    assert said(check_documented(given)) == [
        "rule short-rule of extractor 'odd' has no line that it matches and one that it must not",
        "kind Untold has no docstring",
        "command 'bare' has no help",
    ]


@pytest.mark.parametrize(
    "entry, wrong",
    [
        (Entry("said", 1), None),
        (Entry("has said", 1, date(2020, 1, 1), date(2020, 1, 1)), None),
        (Entry("said", 1, date(2020, 1, 1)), None),
        (Entry("said", 1, None, date(2020, 1, 1)), None),
        (Entry("", 1), "holds '', which is blank or has spaces around it or twice"),
        (Entry("said ", 1), "holds 'said ', which is blank or has spaces around it or twice"),
        (Entry("has\tsaid", 1), r"holds 'has\tsaid', which is blank or has spaces around it or twice"),
        (
            Entry("said", 1, date(2020, 1, 2), date(2020, 1, 1)),
            "says that 'said' holds from 2020-01-02 until 2020-01-01, before that",
        ),
        (7, "holds 7, which is no Entry"),
    ],
)
def test_entries_can_be_found_and_hold_some_day(entry: Any, wrong: str | None) -> None:
    """Each is looked at, in lists that are given and in those that are read."""
    words = Lexicon("verbs", lambda: [Entry("told", 1), entry])
    expected = [f"word list 'verbs' {wrong}"] if wrong else []
    assert said(check_lexicons(Contents(lexicons=(words,)))) == expected
    assert said(check_lexicons(Contents(extractors=(extractor(words=(words,)),)))) == expected
    assert said(check_lexicons(Contents(lexicons=(words,), extractors=(extractor(words=(words,)),)))) == expected


def test_list_that_is_read_may_be_empty_and_one_that_is_given_not() -> None:
    """The words of the former are given by others."""
    empty: Lexicon[object] = Lexicon.of("verbs", {})
    assert said(check_lexicons(Contents(extractors=(extractor(words=(empty,)),)))) == []
    assert said(check_lexicons(Contents(lexicons=(empty,)))) == [
        "word list 'verbs' is empty: where there is nothing to add, give none"
    ]


def test_words_that_nobody_reads() -> None:
    """List by list, in the order of their names; with a name like one that is read, that is asked about."""
    given = Contents(lexicons=tuple(Lexicon.of(name, {"said": 1}) for name in ("verbz", "verbs", "plums")))
    readers = [extractor(words=(Lexicon.of("verbs", {}),)), extractor("two")]
    assert said(check_read(given, readers)) == [
        "no extractor reads a word list 'plums'",
        "no extractor reads a word list 'verbz'; did it mean 'verbs'?",
    ]


def test_words_mean_what_the_words_of_the_list_mean() -> None:
    """Subclasses and all types of a mixed list do; a list without words of its own takes any."""
    readers = [extractor(words=(Lexicon.of("verbs", {"said": 1, "told": None}), Lexicon.of("plums", {})))]
    for means in (7, True, None):
        assert said(check_understood(Contents(lexicons=(Lexicon.of("verbs", {"vowed": means}),)), readers)) == []
    for name in ("plums", "pears"):
        assert said(check_understood(Contents(lexicons=(Lexicon.of(name, {"vowed": "x"}),)), readers)) == []
    remarks = Lexicon.of("verbs", {"vowed": "say", "quipped": Remark})
    assert said(check_understood(Contents(lexicons=(remarks,)), readers)) == [
        "word list 'verbs' says str of 'vowed', and int or nothing more of the words that are read",
        "word list 'verbs' says type of 'quipped', and int or nothing more of the words that are read",
    ]
    words = Lexicon.of("verbs", {"vowed": Metadata("odd", (), ())})
    (problem,) = check_understood(Contents(lexicons=(words,)), readers)
    assert "'verbs' says communique.testing.metadata.Metadata of 'vowed'," in problem.what


LISTED = (
    EntryPoint("Remark", f"{__name__}:Remark", "communique.kinds"),
    EntryPoint("table", f"{__name__}:said", "communique.exporters"),
    EntryPoint("count", f"{__name__}:said", "communique.commands"),
)


def test_metadata_that_name_what_is_given() -> None:
    """Entry points of other groups are not looked at, nor imported."""
    given = Contents(
        extractors=(extractor(),),
        exporters=(Exporter("table", writing_nothing),),
        commands=(click.Command("count"),),
    )
    other = EntryPoint("x", "no_such_module", "other")
    requires = ("attrs", "communique[x]>=1")
    assert said(check_listed(given, Metadata("odd", (*LISTED, other), requires))) == []
    assert said(check_listed(given, Metadata("odd", (), requires))) == [
        "'Remark' is not among the entry points 'communique.kinds'",
        "'table' is not among the entry points 'communique.exporters'",
        "'count' is not among the entry points 'communique.commands'",
    ]
    assert said(check_listed(Contents(), Metadata("odd", LISTED, requires))) == [
        "entry point 'Remark' of 'communique.kinds' is given by no hook",
        "entry point 'table' of 'communique.exporters' is given by no hook",
        "entry point 'count' of 'communique.commands' is given by no hook",
    ]


@pytest.mark.parametrize("requires", [(), ("attrs",), ("communique-quotes>=1",), ("communiques",), ("my communique",)])
def test_metadata_say_that_communique_is_needed(requires: tuple[str, ...]) -> None:
    """A plugin of it is not the thing itself."""
    assert said(check_listed(Contents(), Metadata("odd", (), requires))) == [
        "odd does not say that it needs communique, nor which versions"
    ]


def test_entry_point_of_a_kind_names_the_module_of_its_class() -> None:
    """Kinds are described from the source of that module."""
    point = EntryPoint("Contents", "communique.testing.declared:Contents", "communique.kinds")
    metadata = Metadata("odd", (point,), ("communique",))
    assert said(check_listed(Contents(), metadata))[1:] == [
        "entry point 'Contents' names communique.testing.declared, and the class stands in communique.contents"
    ]


@pytest.mark.parametrize("group", ["communique.kinds", "communique.exporters", "communique.commands"])
def test_entry_point_that_cannot_be_loaded(group: str) -> None:
    """Whatever is raised is told."""
    metadata = Metadata("odd", (EntryPoint("x", "no_such_module:X", group),), ("communique",))
    assert said(check_listed(Contents(), metadata))[1:] == [
        "entry point 'x': loading no_such_module:X raised ModuleNotFoundError: No module named 'no_such_module'"
    ]
