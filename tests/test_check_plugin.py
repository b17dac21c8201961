"""Plugins broken on purpose, one for each promise: `check_plugin` tells each, where it is broken and how to mend it."""

from __future__ import annotations

import itertools
import re
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, cast

import click
import pytest
from attrs import define, field, frozen
from tests.broken_exporters import calling, commenting, gathering

from communique import (
    Actor,
    Annotation,
    Claim,
    Entry,
    Exporter,
    Extractor,
    Lexicon,
    Mention,
    Pipeline,
    Reading,
    Sentence,
    Span,
    because,
    hookimpl,
)
from communique.cli import run
from communique.contents import contents_of
from communique.testing import Problem, check_plugin
from communique.testing.check import check_contents

Find = Callable[[Reading], Iterable[Annotation]]


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag: ClassVar[str] = "remark"

    note: str = ""


class Plugin:
    """A plugin that gives what it is told to give."""

    def __init__(
        self,
        *extractors: Extractor,
        lexicons: Sequence[Lexicon[Any]] = (),
        exporters: Sequence[Exporter] = (),
        commands: Sequence[click.Command] = (),
    ) -> None:
        """Take what the hooks give."""
        self.given = (extractors, lexicons, exporters, commands)

    @hookimpl
    def communique_extractors(self) -> Iterable[Extractor]:
        """Give the extractors."""
        return self.given[0]

    @hookimpl
    def communique_lexicons(self) -> Iterable[Lexicon[Any]]:
        """Give the word lists."""
        return self.given[1]

    @hookimpl
    def communique_exporters(self) -> Iterable[Exporter]:
        """Give the exporters."""
        return self.given[2]

    @hookimpl
    def communique_commands(self) -> Iterable[click.Command]:
        """Give the commands."""
        return self.given[3]


def leading(reading: Reading) -> Iterator[Annotation]:
    """Remark on the first word of each sentence.

    Matches "Talks failed."; not "".
    """
    for sentence in reading.of(Sentence):
        word = reading.article.match(re.compile(r"\w+"), sentence.span.start, sentence.span)
        if word is not None:
            yield Remark(reading.article.span_of(word), evidence=because(leading))


def extractor(find: Find = leading, **declared: Any) -> Extractor:
    """An extractor that gives remarks."""
    return Extractor("odd", find, **{"gives": (Remark,), "needs": (Sentence,), "rules": (leading,), **declared})


def first_sentence(note: Callable[[Reading], object], *, kind: type[Any] = Remark, rule: Find = leading) -> Find:
    """Remark on the first sentence, with a note that depends on the reading."""

    def find(reading: Reading) -> Iterator[Annotation]:
        for sentence in reading.of(Sentence)[:1]:
            yield kind(sentence.span, note(reading), evidence=because(rule))

    return find


def test_plugin_that_keeps_its_promises_has_no_problem() -> None:
    """A proper plugin is not accused."""
    assert check_plugin(Plugin(extractor())) == []
    assert check_plugin(Plugin(extractor(words=(Lexicon.of("filled-by-others", {}),)))) == []


@pytest.mark.parametrize("name", ["datelines", "communique-leaders"])
def test_installed_plugin_is_found_by_name(name: str) -> None:
    """Of the plugin, or of its distribution."""
    assert check_plugin(name) == []


# ---------------------------------------------------------------- each promise, broken

COUNT = itertools.count()


@define(eq=False)
class Detail:
    """Can be changed."""

    note: str = ""


@frozen(eq=False)
class Soft(Annotation):
    """Holds what can be changed."""

    tag: ClassVar[str] = "soft"

    detail: Detail | list[str] | None = None


@frozen
class Unheard(Annotation):
    """Nobody gives it."""

    tag: ClassVar[str] = "unheard"


def louder(note: str) -> str:
    return f"{note}!"


@frozen
class Loud(Annotation):
    """Is not what it was told to be."""

    tag: ClassVar[str] = "loud"

    note: str = field(default="", converter=louder)


class Undescribed(Annotation):
    __doc__ = None
    tag: ClassVar[str] = "undescribed"


def curious(reading: Reading) -> Iterator[Annotation]:
    return (Remark(claim.span) for claim in reading.of(Claim))


def terse(_: Reading) -> Iterator[Annotation]:
    """Remark on nothing."""
    return iter(())


def hasty(reading: Reading) -> Iterator[Annotation]:
    yield Remark(reading.of(Sentence)[0].span, evidence=because(leading))


def paraphrasing(reading: Reading) -> Iterator[Annotation]:
    for sentence in reading.of(Sentence):
        yield Remark(Span(sentence.span.start, sentence.span.end, "in short"), evidence=because(leading))


def finicky(reading: Reading) -> Iterator[Annotation]:
    for match in re.finditer(r"Foreign Minister", reading.article.text):
        yield Remark(reading.article.span_of(match), evidence=because(leading))


def partial(reading: Reading) -> Iterator[Annotation]:
    for match in re.finditer("Velora Okunvari", reading.article.text):
        span = reading.article.span_of(match)
        yield Actor(span, name="Velora Okunvari", mentions=(Mention(span, span),), evidence=because(leading))


def slow(reading: Reading) -> Iterator[Annotation]:
    end = time.process_time() + (len(reading.article.text) / 1e5) ** 2
    while time.process_time() < end:
        pass
    return iter(())


def phoning(_: Reading) -> Iterator[Annotation]:
    socket.socket().close()
    return iter(())


def hoarding(reading: Reading) -> Iterator[Annotation]:
    KEPT.append(reading)
    return iter(())


KEPT: list[Reading] = []


@pytest.mark.parametrize(
    "promise, plugin, what",
    [
        ("exact", extractor(paraphrasing), "span of remark 'in short' is ["),
        ("total", extractor(hasty), "IndexError: tuple index out of range"),
        ("honest", extractor(curious), "asked for Claim, which it does not declare"),
        ("honest", extractor(rules=(terse,)), "names the rule 'leading'; its rules are terse"),
        (
            "frozen",
            extractor(first_sentence(lambda _: Detail(), kind=Soft), gives=(Soft,)),
            "note of detail of soft can be set",
        ),
        ("frozen", extractor(first_sentence(lambda _: ["a"], kind=Soft), gives=(Soft,)), "detail of soft is a list"),
        (
            "deterministic",
            extractor(first_sentence(lambda _: str(next(COUNT)))),
            "read again: changed: note of remark",
        ),
        (
            "local",
            extractor(first_sentence(lambda reading: str(len(reading.of(Sentence))))),
            "with a paragraph added behind it: changed: note of remark",
        ),
        ("round trip", extractor(first_sentence(lambda _: "", kind=Loud), gives=(Loud,)), "note was '!', is '!!'"),
        ("dress", extractor(finicky), "with no-break spaces: lost: remark 'Foreign"),
        ("renamed", extractor(partial, gives=(Actor,)), "lost: actor"),
        ("linear", extractor(slow), "times as many"),
        ("forgetful", extractor(hoarding), "the article is kept when its reading is dropped"),
        ("offline", extractor(phoning), "reading raised the audit event 'socket.__new__'"),
        ("documented", extractor(rules=(leading, terse)), "rule terse of extractor 'odd' has no line that it matches"),
        ("documented", extractor(gives=(Remark, Undescribed)), "kind Undescribed has no docstring"),
        (
            "fitting",
            extractor(needs=(Sentence, Unheard)),
            "needs Unheard, which no extractor here gives",
        ),
    ],
)
def test_broken_extractor(promise: str, plugin: Extractor, what: str) -> None:
    """The promise is named, what is wrong is said with the text it was seen on, and how to mend it."""
    assert_told(check_plugin(Plugin(plugin)), promise, what)


def assert_told(problems: list[Problem], promise: str, what: str) -> None:
    """Among the problems is one of that promise, in those words."""
    told = [one for one in problems if one.promise == promise]
    assert told, problems
    assert any(what in str(one) for one in told), told
    assert all(one.mend for one in told)


def test_place_of_a_problem_is_told() -> None:
    """Extractor and text stand in front."""
    found = check_plugin(Plugin(extractor(paraphrasing)))
    assert found[0].where == "extractor 'odd' on the sample 'port-talks'"
    assert str(found[0]).startswith("not exact: extractor 'odd' on the sample 'port-talks': span of remark 'in short'")


def missing_the_letter(reading: Reading) -> Iterator[Annotation]:
    """Raise where a letter stands that no text of our own holds."""
    if "ꙮ" in reading.article.text:
        raise ValueError("ꙮ")
    return iter(())


def test_texts_that_are_given_are_told_by_their_number() -> None:
    """Several extractors are named together."""
    both = Plugin(extractor(missing_the_letter), Extractor("two", terse, gives=(), rules=(terse,)))
    found = [one for one in check_plugin(both, ["Talks.", "ꙮ and ꙮ."]) if one.promise == "total"]
    assert [one.where for one in found] == ["extractor 'odd', extractor 'two' on text 2 that was given"]


def slow_on_its_example(reading: Reading) -> Iterator[Annotation]:
    end = time.process_time() + (reading.article.text.count("Talks failed.") / 3e3) ** 2
    while time.process_time() < end:
        pass
    return iter(())


def test_examples_of_rules_are_repeated() -> None:
    """They hold what a rule looks at, as hostile texts may not."""
    found = check_contents(contents_of(Plugin(extractor(slow_on_its_example))), Pipeline.of([]))
    told = [one.where for one in found if one.promise == "linear"]
    assert "extractor 'odd' on the examples of its rules, repeated" in told


def reading_remarks(reading: Reading) -> Iterator[Annotation]:
    return (Loud(remark.span, evidence=because(leading)) for remark in reading.of(Remark)[:0])


def test_problem_of_another_plugin_is_not_told() -> None:
    """What is wrong without the plugin, too, is none of its problems."""
    theirs = contents_of(Plugin(extractor(paraphrasing)))
    mine = contents_of(Plugin(Extractor("even", reading_remarks, gives=(Loud,), needs=(Remark,), rules=(leading,))))
    assert check_contents(mine, Pipeline(theirs.extractors)) == []
    assert check_contents(theirs, Pipeline(mine.extractors)) != []


@pytest.mark.parametrize(
    "lexicon, promise, what",
    [
        (Lexicon.of("no-such-list", {"a": 1}), "read", "no extractor reads a word list 'no-such-list'"),
        (Lexicon("cues", cast("Any", {}.popitem)), "well-formed", "loading word list 'cues' raised KeyError"),
        (Lexicon("cues", lambda: cast("Any", ["said"])), "well-formed", "holds 'said', which is no Entry"),
        (Lexicon.of("cues", {" said": 1}), "well-formed", "holds ' said', which is blank or has spaces"),
        (Lexicon.of("cues", {}), "well-formed", "word list 'cues' is empty"),
        (
            Lexicon("cues", lambda: [Entry("said", 1, date(2020, 1, 1), date(2019, 1, 1))]),
            "well-formed",
            "'said' holds from 2020-01-01 until 2019-01-01, before that",
        ),
        (Lexicon.of("My cues", {"said": 1}), "named", "word list 'My cues' has no name in kebab-case"),
    ],
)
def test_broken_word_list(lexicon: Lexicon[Any], promise: str, what: str) -> None:
    """Words that cannot be loaded or found, or that nobody reads."""
    assert_told(check_plugin(Plugin(lexicons=[lexicon])), promise, what)


@pytest.mark.parametrize(
    "write, promise, what",
    [
        (lambda readings, _: (f"{one.of(Sentence)[0]}\n" for one in readings), "total", "raised IndexError"),
        (lambda *_: ["no line feed"], "plain", "gave a last line 'no line feed'"),
        (lambda *_: [f"{next(COUNT)}\n"], "deterministic", "when it wrote the same again"),
        (commenting, "harmless", "changed the reading of article '0'"),
        (gathering, "streaming", "give pieces while readings come"),
        (calling, "offline", "audit event 'socket.__new__'"),
    ],
)
def test_broken_exporter(write: Any, promise: str, what: str) -> None:
    """The promises of exporters, too."""
    assert_told(check_plugin(Plugin(exporters=[Exporter("odd", write)])), promise, what)


@frozen
class Lettered(Annotation):
    """A kind whose ids begin as no other's do."""

    tag: ClassVar[str] = "lettered"
    letter: ClassVar[str] = "l"


@pytest.mark.parametrize(
    "plugin, what",
    [
        (Plugin(extractor(gives=(Remark,)), extractor()), "extractor 'odd' is there 2 times"),
        (Plugin(Extractor("Odd One", leading, gives=(Remark,), needs=(Sentence,), rules=(leading,))), "'Odd One'"),
        (Plugin(exporters=[Exporter("csv", gathering)]), "exporter 'csv' has the name of one of communique itself"),
        (
            Plugin(extractor(gives=(Lettered,))),
            "kind 'lettered' has a letter of its own, 'l', and would be in no record",
        ),
        (Plugin(commands=[click.Command("show", help="Show.")]), "command 'show' has the name of one of communique"),
    ],
)
def test_broken_name(plugin: Plugin, what: str) -> None:
    """Names that come twice, are taken, or cannot be typed."""
    assert_told(check_plugin(plugin), "named", what)


class _Misspelled:
    @hookimpl
    def communique_extractor(self) -> Iterable[Extractor]:
        return ()


class _Unmarked:
    def communique_extractors(self) -> Iterable[Extractor]:
        return (extractor(),)


class _Raising:
    @hookimpl
    def communique_lexicons(self) -> Iterable[Lexicon[Any]]:
        raise KeyError("x")


@pytest.mark.parametrize(
    "plugin, what",
    [
        (_Misspelled(), "hook 'communique_extractor', which does not exist (did it mean 'communique_extractors')"),
        (_Unmarked(), "its communique_extractors is no hook, since it is not marked with @hookimpl"),
        (_Raising(), "its hook communique_lexicons raised KeyError: 'x'"),
        (sys, "it implements no hook"),
        ("datelinse", "there is no plugin 'datelinse'; did you mean 'datelines'?"),
        (Path("no-such-folder"), "raised FileNotFoundError"),
    ],
)
def test_broken_hooks(plugin: object, what: str) -> None:
    """Hooks that are not there, not marked, or raise; plugins that are not there."""
    assert_told(check_plugin(plugin), "loadable", what)


PROJECT = """
[project]
name = "communique-odd"
version = "1"
dependencies = ["communique-quotes"]

[project.entry-points.communique]
odd = "odd_words_on_a_path"

[project.entry-points."communique.kinds"]
Oddity = "odd_words_on_a_path:Oddity"
"""


def test_broken_metadata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a project in a folder: names that no hook gives, a missing requirement."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "odd_words_on_a_path.py").write_text(
        "from communique import Exporter, hookimpl\n"
        "@hookimpl\ndef communique_exporters():\n    return [Exporter('odd', lambda readings, kinds: [])]\n"
    )
    found = check_plugin(tmp_path)
    assert_told(found, "listed", "'odd' is not among the entry points 'communique.exporters'")
    assert_told(found, "listed", "entry point 'Oddity' of 'communique.kinds' is given by no hook")
    assert_told(found, "listed", "loading odd_words_on_a_path:Oddity raised AttributeError")
    assert_told(found, "listed", "communique-odd does not say that it needs communique")


def test_project_that_keeps_its_promises_has_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its plugins give is taken together."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "communique-even"\nversion = "1"\ndependencies = ["communique>=0.1"]\n'
        '[project.entry-points.communique]\none = "even_words_on_a_path"\ntwo = "even_words_on_a_path:Two"\n'
        '[project.entry-points."communique.commands"]\ntally = "even_words_on_a_path:tally"\n'
    )
    (tmp_path / "even_words_on_a_path.py").write_text(
        "import click\nfrom communique import hookimpl\n"
        "@hookimpl\ndef communique_extractors():\n    return []\n"
        "tally = click.Command('tally', help='Count.')\n"
        "class Two:\n    @staticmethod\n    @hookimpl\n    def communique_commands():\n        return [tally]\n"
    )
    assert check_plugin(tmp_path) == []


SETTABLE = """
from typing import ClassVar
from attrs import frozen
from communique import Annotation, Extractor, hookimpl

@frozen
class Oath(Annotation):
    \"\"\"What is sworn.\"\"\"

    tag: ClassVar[str] = "oath"

@hookimpl
def communique_extractors(settings):
    def swear(reading):
        if settings["oath"] in reading.article.text:
            raise ValueError("sworn")
        return ()
    return [Extractor("oaths", swear, gives=(Oath,))] if settings else []
"""


def test_plugin_is_held_to_its_promises_with_what_is_set_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a module, by path and on the command line; kinds that are given only then need not be listed."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "communique-oaths"\nversion = "1"\ndependencies = ["communique>=0.1"]\n'
        '[project.entry-points.communique]\noaths = "settable_words_on_a_path"\n'
    )
    (tmp_path / "settable_words_on_a_path.py").write_text(SETTABLE)
    (tmp_path / "settings.toml").write_text('[plugins.oaths]\noath = "Okunvari"\n')
    kept, broken = {"oath": "by my beard"}, {"oath": "honour"}
    assert check_plugin(tmp_path, ["On my honour."]) == []
    assert check_plugin(tmp_path, ["On my honour."], settings={"oaths": kept}) == []
    module = sys.modules["settable_words_on_a_path"]
    for given, name in ((tmp_path, "oaths"), (module, "plugin")):
        (problem,) = check_plugin(given, ["On my honour."], settings={name: broken})
        assert (problem.promise, problem.where) == ("total", "extractor 'oaths' on text 1 that was given")
    assert run(["plugins", "check", str(tmp_path), "--settings", str(tmp_path / "settings.toml")]) == 1
    assert "not total: extractor 'oaths'" in capsys.readouterr().out
