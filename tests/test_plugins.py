"""Plugins: found by metadata, loaded when a pipeline is built, and told about in words when they cannot be used.

Each test installs distributions of its own: a module and the metadata of one, in a directory that stands alone on the
path.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from textwrap import dedent

import click  # noqa: F401 - loaded before the path is emptied
import packaging.requirements  # noqa: F401 - loaded before the path is emptied
import pytest

import communique.hookspecs  # noqa: F401 - loaded before the path is emptied
from communique import Annotation, Article, PluginError, plugins, read, read_many
from communique.cli import COMMANDS, run
from communique.contents import RESERVED
from communique.doctor import diagnose
from communique.exporters import exporter, exporters
from communique.plugins import PluginStatus, command_names, load, load_exporters, statuses
from communique.record import from_record, to_record

PREAMBLE = """
from attrs import frozen
from communique import Annotation, Entry, Exporter, Extractor, Lexicon, Sentence, because, hookimpl
from communique.kinds import Actor, Claim, Quote

@frozen
class Greeting(Annotation):
    "A hello."
    tag = "greeting"

HELLO = Lexicon.of("hello", {"hello": None})

def greet(reading):
    for start, end, _ in reading.hits(HELLO):
        span = reading.article.span(start, end)
        yield Greeting(span, evidence=because(greet, span))

def nothing(reading):
    return ()
"""
GREETINGS = """
@hookimpl
def communique_extractors():
    return [Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,))]
"""


class Site:
    """A directory of installed distributions."""

    def __init__(self, path: Path) -> None:
        """Begin with communique alone, in its real version."""
        self.path = path
        self.real = version("communique")

    def metadata(self, distribution: str, number: str, requires: Sequence[str] = (), points: str = "") -> None:
        """Write the metadata of a distribution."""
        info = self.path / f"{distribution.replace('-', '_')}-{number}.dist-info"
        info.mkdir()
        needed = "".join(f"Requires-Dist: {line}\n" for line in requires)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {number}\n{needed}")
        (info / "entry_points.txt").write_text(points)
        importlib.invalidate_caches()
        plugins._load.cache_clear()

    def install(
        self,
        name: str,
        code: str | None = GREETINGS,
        *,
        number: str = "1.2",
        requires: Sequence[str] = ("communique>=0.0",),
        kinds: Sequence[str] = (),
        exporters: Sequence[str] = (),
        commands: Sequence[str] = (),
        distribution: str = "",
    ) -> None:
        """Install a plugin; without code its module is missing."""
        distribution = distribution or f"communique-{name}"
        module = f"fake_{distribution.replace('-', '_')}"
        if code is not None:
            (self.path / f"{module}.py").write_text(PREAMBLE + dedent(code))
        listed = "".join(f"{kind} = {module}:{kind}\n" for kind in kinds)
        points = f"[communique]\n{name} = {module}\n[communique.kinds]\n{listed}[communique.exporters]\n"
        points += "".join(f"{exporter} = {module}:{exporter}\n" for exporter in exporters)
        points += "[communique.commands]\n" + "".join(f"{command} = {module}:{command}\n" for command in commands)
        self.metadata(distribution, number, requires, points)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A place where only what a test installs is installed."""
    fresh = Site(tmp_path)
    outside = [entry for entry in sys.path if "site-packages" not in entry]
    monkeypatch.setattr(sys, "path", [str(tmp_path), *outside])
    fresh.metadata("communique", fresh.real)
    yield fresh
    for name in [name for name in sys.modules if name.startswith("fake_communique")]:
        del sys.modules[name]
    plugins._load.cache_clear()


def refused(disable: Sequence[str] = ()) -> str:
    """The message with which the plugins are refused."""
    with pytest.raises(PluginError) as caught:
        load(disable)
    return str(caught.value)


# ---------------------------------------------------------------- listed, loaded, disabled


def test_without_plugins_the_pipeline_is_empty(site: Site) -> None:
    """Core finds nothing by itself, and that is no error."""
    assert statuses() == []
    assert load().extractors == ()
    assert read("Hello.").kinds == ()
    assert site.real


def test_statuses_come_from_metadata_alone(site: Site) -> None:
    """Name, distribution, version and kinds are listed by name, and nothing is imported."""
    site.install("zebra", "raise RuntimeError", kinds=["Greeting", "Reply"])
    site.install("aardvark", "raise RuntimeError", number="0.3", requires=())
    assert statuses() == [
        PluginStatus("aardvark", "communique-aardvark", "0.3", "ok"),
        PluginStatus("zebra", "communique-zebra", "1.2", "ok", kinds=("Greeting", "Reply")),
    ]
    assert not [name for name in sys.modules if name.startswith("fake_communique")]


def test_plugin_is_loaded_and_its_findings_name_it(site: Site) -> None:
    """The distribution and its version stand in the source of each finding."""
    site.install("greetings")
    reading = read("Hello there.")
    (kind,) = reading.kinds
    (found,) = reading.of(kind)
    assert (found.tag, found.span.text, found.evidence.rule) == ("greeting", "Hello", "greet")
    source = reading.source(found)
    assert (source.extractor, source.plugin, source.version) == ("greetings", "communique-greetings", "1.2")


def test_pipeline_is_built_once_for_a_choice_of_plugins(site: Site) -> None:
    """Reading many articles one by one costs no second discovery."""
    site.install("greetings")
    assert load() is load()
    assert load(["greetings"]) is load({"greetings"})
    assert load() is not load({"greetings"})


@pytest.mark.parametrize("name", ["greetings", "communique-greetings"])
def test_disabled_plugin_is_not_imported(site: Site, name: str) -> None:
    """A plugin is left out by its name or its distribution's, even one that could not be loaded."""
    site.install("greetings", "raise RuntimeError")
    assert [status.state for status in statuses({name})] == ["disabled"]
    assert read("Hello.", disable={name}).kinds == ()


def test_unknown_plugin_cannot_be_disabled(site: Site) -> None:
    """A slip of the pen is told, with the nearest name, or with all there are."""
    site.install("greetings")
    site.install("claims")
    assert "there is no plugin 'greeting' to disable; did you mean 'greetings'?" in refused(["greeting"])
    assert "there is no plugin 'xyz' to disable; installed are: claims, greetings" in refused(["xyz"])


def test_plugin_of_words_only(site: Site) -> None:
    """A plugin may bring words and nothing else; they are found by whoever reads that list."""
    site.install("greetings")
    site.install(
        "more-words", '@hookimpl\ndef communique_lexicons():\n    return [Lexicon.of("hello", {"ahoy": None})]'
    )
    reading = read("Ahoy, hello.")
    assert [found.span.text for found in reading.of(reading.kinds[0])] == ["Ahoy", "hello"]


def test_exporters_of_plugins_are_found_by_name(site: Site) -> None:
    """Those of all plugins by name, each with the plugin it came from; a disabled plugin gives none."""
    code = "@hookimpl\ndef communique_exporters():\n    return [Exporter({!r}, nothing, suffix='.x')]"
    site.install("sheets", code.format("xlsx"), exporters=["xlsx"])
    site.install("archive", code.format("sqlite"))
    assert [one.name for one in load_exporters()] == ["sqlite", "xlsx"]
    assert [one.whose for one in load_exporters(["sheets"])] == ["communique-archive 1.2"]
    assert [status.exporters for status in statuses()] == [(), ("xlsx",)]
    assert list(exporters()) == ["csv", "jsonl", "sqlite", "xlsx"]
    assert exporter("xlsx").whose == "communique-sheets 1.2"
    assert exporter("csv").whose == "communique"


def test_entry_point_may_name_an_object(site: Site) -> None:
    """A plugin is any object that has the hooks."""
    site.install(
        "greetings",
        """
        class Plugin:
            @hookimpl
            def communique_extractors(self):
                return [Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,))]

        plugin = Plugin()
        """,
    )
    (point,) = site.path.glob("communique_greetings-*/entry_points.txt")
    point.write_text("[communique]\ngreetings = fake_communique_greetings:plugin\n")
    importlib.invalidate_caches()
    assert [extractor.name for extractor in load().extractors] == ["greetings"]


# ---------------------------------------------------------------- settings

SALUTES = '''
@hookimpl
def communique_extractors(settings):
    """Salute, if something is set.

    ``words`` are those that salute.
    """
    words = Lexicon.of("salutes", dict.fromkeys(settings.get("words", ())))
    def salute(reading):
        for start, end, _ in reading.hits(words):
            yield Greeting(reading.article.span(start, end), evidence=because(salute))
    return [Extractor("salutes", salute, gives=(Greeting,), words=(words,), rules=(salute,))] if settings else []
'''


def test_settings_reach_the_plugin_they_are_for(site: Site) -> None:
    """What is set for one call is set for no other."""
    site.install("salutes", SALUTES)
    site.install("greetings")
    pipeline = load(settings={"salutes": {"words": ["ahoy"]}})
    assert [extractor.name for extractor in pipeline.extractors] == ["greetings", "salutes"]
    assert [extractor.name for extractor in load().extractors] == ["greetings"]
    reading = read("Ahoy there.", pipeline=pipeline)
    assert [finding.span.text for kind in reading.kinds for finding in reading.of(kind)] == ["Ahoy"]


def test_settings_of_a_disabled_plugin_are_not_looked_at(site: Site) -> None:
    """A file of settings holds for calls with and without a plugin."""
    site.install("salutes", SALUTES)
    assert load(["salutes"], {"salutes": {"words": 3}}).extractors == ()


@pytest.mark.parametrize(
    "settings, said",
    [
        ({"salute": {}}, "there is no plugin 'salute' to set something for; did you mean 'salutes'?"),
        (
            {"greetings": {"loud": True}},
            "plugin 'greetings' (communique-greetings 1.2) cannot be used: it has no settings",
        ),
        ({"salutes": {"words": 3}}, "its hook communique_extractors raised TypeError"),
    ],
)
def test_settings_that_cannot_be_are_refused(site: Site, settings: dict[str, dict[str, object]], said: str) -> None:
    """None is passed over in silence."""
    site.install("salutes", SALUTES)
    site.install("greetings")
    with pytest.raises(PluginError) as caught:
        load(settings=settings)
    assert said in str(caught.value)


def test_file_of_settings(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line takes settings from a file."""
    site.install("salutes", SALUTES)
    file, story = site.path / "settings.toml", site.path / "story.txt"
    story.write_text("Ahoy there.")
    file.write_text('[plugins.salutes]\nwords = ["ahoy"]\n')
    assert run(["extract", "--settings", str(file), str(story)]) == 0
    assert json.loads(capsys.readouterr().out)["annotations"][0]["span"]["text"] == "Ahoy"


def test_settings_are_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """What there is to set, and what comes of it."""
    site.install("salutes", SALUTES)
    site.install("greetings")
    file = site.path / "settings.toml"
    file.write_text('[plugins.salutes]\nwords = ["ahoy"]\n')
    said = (
        'settings, in a table [plugins.salutes]\n    Salute, if something is set.\n    "words" are those that salute.\n'
    )
    assert run(["plugins", "show", "salutes"]) == 0
    assert capsys.readouterr().out.endswith(f"ok\n\n{said}")
    assert run(["plugins", "show", "salutes", "--settings", str(file)]) == 0
    out = capsys.readouterr().out
    assert "extractor salutes\n    gives Greeting\n    words salutes (1)" in out
    assert out.endswith(said)
    assert run(["plugins", "show", "greetings"]) == 0
    assert "settings" not in capsys.readouterr().out


@pytest.mark.parametrize("content", ["words = [", "words = 3", "plugins = 3", "[plugins]\nsalutes = 3", None])
def test_file_that_holds_no_settings(site: Site, capsys: pytest.CaptureFixture[str], content: str | None) -> None:
    """The message names the file."""
    file = site.path / "settings.toml"
    if content is not None:
        file.write_text(content)
    assert run(["extract", "--settings", str(file)]) == 2
    assert "settings.toml" in capsys.readouterr().err


# ---------------------------------------------------------------- commands

COUNT = """
import click

@click.command()
@click.argument("words", nargs=-1)
def count(words):
    "Count words."
    click.echo(len(words))
    return 0 if words else 1

@hookimpl
def communique_commands():
    return [count]
"""


def test_command_of_a_plugin_is_run(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """It takes its arguments, gives its exit status, and has help of its own; only its plugin is imported."""
    site.install("counting", COUNT, commands=["count"])
    site.install("odd", "raise RuntimeError('no luck')")
    assert (run(["count", "a", "b"]), capsys.readouterr().out) == (0, "2\n")
    assert run(["count"]) == 1
    assert run(["count", "--help"]) == 0
    assert "Count words." in capsys.readouterr().out
    assert "fake_communique_odd" not in sys.modules


def test_commands_are_listed_without_importing_them(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Help names them with the plugin that brings them, also one that is broken."""
    site.install("odd", "raise RuntimeError('no luck')", commands=["fail", "show"])
    assert command_names() == {"fail": "odd"}
    assert run(["--help"]) == 0
    assert re.search(r"Commands of plugins:\n  fail +\(of odd\)", capsys.readouterr().out)
    assert "fake_communique_odd" not in sys.modules


def test_command_of_a_pipeline_is_not_asked_for(site: Site) -> None:
    """Commands cost nothing while articles are read."""
    site.install("odd", "@hookimpl\ndef communique_commands():\n    raise RuntimeError('no luck')")
    assert load().extractors == ()


@pytest.mark.parametrize(
    "code, reason",
    [
        ("raise RuntimeError('no luck')", "plugin 'odd' (communique-odd 1.2) cannot be used: importing"),
        ("", "its metadata name a command 'count', and its hook communique_commands gives no such"),
        ("@hookimpl\ndef communique_commands():\n    return [7]", "communique_commands gave 7, which is no Command"),
    ],
)
def test_command_that_is_not_there(site: Site, capsys: pytest.CaptureFixture[str], code: str, reason: str) -> None:
    """The plugin is named, and the exit status is 3."""
    site.install("odd", code, commands=["count"])
    assert run(["count"]) == 3
    assert reason in capsys.readouterr().err


def test_commands_that_clash(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two plugins with a command of one name, both are named; the commands of core go before any."""
    site.install("counting", COUNT, commands=["count", "kinds"])
    site.install("tallying", COUNT, commands=["count"])
    assert run(["count"]) == 3
    assert "there are two commands 'count', of communique-counting 1.2 and communique-tallying 1.2" in (
        capsys.readouterr().err
    )
    assert run(["kinds"]) == 0
    assert "quote" in capsys.readouterr().out
    assert run(["nosuch"]) == 2


def test_reserved_names_are_those_of_core() -> None:
    """A plugin's command cannot have the name of one of them."""
    assert set(COMMANDS) == RESERVED


# ---------------------------------------------------------------- what cannot be used

WAY_OUT = "or leave it out with disable={'odd'} or --disable odd."


@pytest.mark.parametrize(
    "code, reason",
    [
        ("raise RuntimeError('no luck')", "importing fake_communique_odd raised RuntimeError: no luck"),
        ("import a_module_that_is_not_there", "importing fake_communique_odd raised ModuleNotFoundError"),
        ("def (", "importing fake_communique_odd raised SyntaxError"),
        (None, "there is no module 'fake_communique_odd'"),
        (
            "@hookimpl\ndef communique_extractor():\n    return []",
            "it implements a hook 'communique_extractor', which does not exist (did it mean 'communique_extractors')",
        ),
        (
            "@hookimpl\ndef greet_everybody():\n    return []",
            "communique_extractors, communique_lexicons, communique_exporters, communique_commands)",
        ),
        ("@hookimpl\ndef communique_extractors(options):\n    return []", "options"),
        (
            "@hookimpl\ndef communique_extractors():\n    raise KeyError('x')",
            "its hook communique_extractors raised KeyError",
        ),
        ("@hookimpl\ndef communique_extractors():\n    return None", "its hook communique_extractors raised TypeError"),
        (
            "@hookimpl\ndef communique_extractors():\n    return [7]",
            "communique_extractors gave 7, which is no Extractor",
        ),
        (
            "@hookimpl\ndef communique_extractors():\n    return [Extractor('x', nothing, gives=(Quote))]",
            "gave Extractor('x'), whose gives= is <class 'communique.kinds.Quote'>, no tuple of kinds",
        ),
        (
            "@hookimpl\ndef communique_extractors():\n    return [Extractor('x', nothing, (Quote,), words=('a',))]",
            "gave Extractor('x'), whose words= is ('a',), no tuple of lexicons",
        ),
        (
            "@hookimpl\ndef communique_exporters():\n    return [Exporter('x', nothing, kinds=['quote'])]",
            "gave Exporter('x'), whose kinds= is ['quote'], no tuple of kinds",
        ),
        (
            "@hookimpl\ndef communique_lexicons():\n    return ['x']",
            "communique_lexicons gave 'x', which is no Lexicon",
        ),
        (
            "@hookimpl\ndef communique_exporters():\n    return [print]",
            "communique_exporters gave <built-in function print>, which is no Exporter",
        ),
        (
            "@hookimpl\ndef communique_exporters():\n    return [Exporter('csv', nothing)]",
            "its exporter 'csv' has the name of one of communique itself",
        ),
        (
            "@hookimpl\ndef communique_exporters():\n    return [Exporter('x', nothing), Exporter('x', nothing)]",
            "its exporter 'x' has the name of one of communique-odd 1.2",
        ),
    ],
)
def test_plugin_that_cannot_be_used_is_named_with_the_way_out(site: Site, code: str | None, reason: str) -> None:
    """The message names plugin, distribution and version, says what is wrong and how to go on without it."""
    site.install("odd", code)
    site.install("greetings")
    message = refused()
    assert message.startswith("plugin 'odd' (communique-odd 1.2) cannot be used: ")
    assert reason in message
    assert message.endswith(WAY_OUT)
    assert [extractor.name for extractor in load({"odd"}).extractors] == ["greetings"]


def test_misspelt_hook_is_found_by_specname_too(site: Site) -> None:
    """A function of any name may implement a hook that exists, and only such a one."""
    site.install("odd", "@hookimpl(specname='communique_lexicons')\ndef words():\n    return []")
    assert load().extractors == ()
    site.install("odder", "@hookimpl(specname='communique_lexicon')\ndef words():\n    return []")
    assert "plugin 'odder'" in refused()


@pytest.mark.parametrize("wanted", ["communique<0.0.1", "communique>=99,<100", "communique==5.*"])
def test_plugin_for_another_version_is_incompatible(site: Site, wanted: str) -> None:
    """What a distribution requires is compared with what is there, before it is imported."""
    site.install("odd", "raise RuntimeError", requires=["attrs", wanted, "not a requirement!"])
    (status,) = statuses()
    assert status.state == "incompatible"
    assert f"and this is {site.real}" in status.why
    assert "cannot be used: it needs communique " in refused()


def test_requirement_of_an_extra_does_not_count(site: Site) -> None:
    """What only an extra asks for says nothing of the plugin itself."""
    site.install("greetings", requires=['communique>=99; extra == "future"'])
    assert statuses()[0].state == "ok"


def test_missing_module_is_seen_without_importing(site: Site) -> None:
    """The list says that a plugin's module is not there."""
    site.install("odd", None)
    assert [(status.state, status.why) for status in statuses()] == [
        ("failed", "there is no module 'fake_communique_odd'")
    ]


def test_second_plugin_of_a_name_is_shadowed(site: Site) -> None:
    """Of two plugins of one name the one whose distribution comes first by name is used, and the list says so."""
    site.install("greetings", distribution="communique-a")
    site.install("greetings", "raise RuntimeError", distribution="communique-b")
    assert [(status.distribution, status.state) for status in statuses()] == [
        ("communique-a", "ok"),
        ("communique-b", "shadowed"),
    ]
    assert [extractor.plugin for extractor in load().extractors] == ["communique-a"]


def test_a_plugin_that_is_left_out_shadows_no_other(site: Site) -> None:
    """Of two plugins of one name the second is used where the first is disabled by its distribution."""
    site.install("greetings", distribution="communique-a")
    site.install("greetings", distribution="communique-b")
    assert [status.state for status in statuses({"communique-a"})] == ["disabled", "ok"]
    assert [extractor.plugin for extractor in load({"communique-a"}).extractors] == ["communique-b"]
    assert [status.state for status in statuses({"greetings"})] == ["disabled", "disabled"]


def _extractor(name: str, gives: str, needs: str = "") -> str:
    return f"""
        @hookimpl
        def communique_extractors():
            return [Extractor("{name}", nothing, gives=({gives},), needs=({needs}{"," if needs else ""}))]
        """


@pytest.mark.parametrize(
    "first, second, reason",
    [
        (("one", "Quote", "Claim"), ("two", "Claim", "Quote"), "these extractors wait for each other: extractor '"),
        (
            ("one", "Quote", "Claim"),
            ("two", "Greeting"),
            "extractor 'one' of communique-one 1.2 needs Claim, which no extractor here gives",
        ),
        (("one", "Actor"), ("two", "Actor"), "Actor may have one giver only"),
        (("one", "Quote"), ("one", "Claim"), "two extractors are called 'one'"),
    ],
)
def test_plugins_that_do_not_fit_together(
    site: Site, first: tuple[str, ...], second: tuple[str, ...], reason: str
) -> None:
    """A cycle, a missing giver, two givers of an entity, a name given twice: told with plugins and a way out."""
    site.install("one", _extractor(*first))
    site.install("two", _extractor(*second))
    message = refused()
    assert message.startswith("the installed plugins do not fit together: ")
    assert reason in message
    assert "disable={'NAME'} or --disable NAME" in message


# ---------------------------------------------------------------- on one article

FAILING = """
    def fail(reading):
        if "bad" in reading.article.text:
            raise ZeroDivisionError("no reason")
        return ()

    @hookimpl
    def communique_extractors():
        return [Extractor("failing", fail, gives=(Quote,))]
    """


def test_failure_on_an_article_names_plugin_and_version(site: Site) -> None:
    """`read` raises what the plugin raised, with a note."""
    site.install("failing", FAILING)
    with pytest.raises(ZeroDivisionError) as caught:
        read(Article("bad", id="7"))
    assert caught.value.__notes__ == ["while extractor 'failing' of communique-failing 1.2 read article '7'"]


def test_failure_costs_one_article_one_plugin(site: Site) -> None:
    """`read_many` keeps the other kinds of that article, and all of the next."""
    site.install("failing", FAILING)
    site.install("greetings")
    bad, good = read_many(["hello bad", "hello"])
    assert [failure.plugin for failure in bad.errors] == ["communique-failing"]
    assert [[kind.tag for kind in reading.kinds] for reading in (bad, good)] == [["greeting"], ["greeting"]]
    assert good.errors == ()
    with pytest.raises(ZeroDivisionError):
        list(read_many(["hello bad"], strict=True))


def test_kind_of_a_plugin_travels_through_the_record(site: Site) -> None:
    """A plugin's own kind stands under annotations, and comes back as that kind where it is known."""
    site.install("greetings")
    reading = read("Hello there.")
    record = to_record(reading)
    (item,) = record["annotations"]
    assert (item["kind"], item["rule"], item["plugin"]) == ("greeting", "greet", "communique-greetings")
    kinds = reading.kinds
    assert to_record(from_record(record, "Hello there.", kinds)) == record
    assert to_record(from_record(record, "Hello there.")) == record
    assert isinstance(from_record(record, "Hello there.", kinds).of(kinds[0])[0], Annotation)


# ---------------------------------------------------------------- show and doctor


def told() -> list[str]:
    """What the doctor says, with the way out."""
    found = diagnose()
    assert all(ailment.way_out for ailment in found)
    return [str(ailment) for ailment in found]


def test_all_is_well(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Plugins in order are listed with their versions, and the status is 0."""
    site.install("greetings", COUNT + GREETINGS, commands=["count"])
    assert told() == []
    assert run(["plugins", "doctor"]) == 0
    out = capsys.readouterr().out
    assert f"communique {site.real}, Python 3." in out
    assert "greetings 1.2 (communique-greetings)" in out
    assert out.endswith("all is well\n")


@pytest.mark.parametrize(
    "code, reason",
    [
        ("raise RuntimeError('no luck')", "odd: importing fake_communique_odd raised RuntimeError: no luck"),
        ("raise SystemExit('no luck')", "odd: importing fake_communique_odd raised SystemExit: no luck"),
        (None, "odd: there is no module 'fake_communique_odd'"),
        ("@hookimpl\ndef communique_extractor():\n    return []", "odd: it implements a hook 'communique_extractor'"),
        ("@hookimpl\ndef communique_extractors():\n    return [7]", "odd: communique_extractors gave 7"),
        (_extractor("one", "Quote", "Claim"), "odd: extractor 'one' needs Claim, which no installed plugin gives"),
        (_extractor("greetings", "Quote"), "greetings, odd: there are two of the extractor 'greetings'"),
        (_extractor("one", "Greeting"), "odd: there are two of the kind 'greeting'"),
        (_extractor("one", "Quote", "Quote"), "communique: these extractors wait for each other"),
        ("@hookimpl\ndef communique_exporters():\n    return [Exporter('csv', nothing)]", "two of the exporter 'csv'"),
        (COUNT.replace("@click.command()", "@click.command('kinds')"), "two of the command 'kinds'"),
        (
            "@hookimpl\ndef communique_lexicons():\n    return [Lexicon.of('helo', {'a': 1})]",
            "odd: no installed plugin reads a word list 'helo'",
        ),
    ],
)
def test_what_is_wrong_is_told(site: Site, capsys: pytest.CaptureFixture[str], code: str | None, reason: str) -> None:
    """Each ailment is told with its plugin and the way out; the status is 1."""
    site.install("greetings")
    site.install("odd", code)
    assert any(reason in line for line in told())
    assert run(["plugins", "doctor"]) == 1
    assert reason in capsys.readouterr().out


@pytest.mark.parametrize(
    "requirement, reason",
    [
        ("not-there>=1", "communique-odd: it needs not-there>=1, which is not installed"),
        ("communique-greetings>=7", "it needs communique-greetings>=7, and communique-greetings 1.2 is installed"),
        ("not a requirement!", "'not a requirement!' in its metadata is no requirement"),
        ("communique>=99", "odd: it needs communique >=99, and this is"),
    ],
)
def test_requirements_that_are_not_met_are_told(site: Site, requirement: str, reason: str) -> None:
    """Of what a plugin needs, what is missing or of another version."""
    site.install("greetings")
    site.install("odd", "", requires=["communique", requirement, "not-there; extra == 'more'"])
    assert [line for line in told() if reason in line] != []


def test_two_plugins_of_one_name_and_two_givers_of_an_entity_are_told(site: Site) -> None:
    """A plugin that hides another, and entities found twice."""
    site.install("one", _extractor("one", "Actor"), distribution="communique-a")
    site.install("one", "", distribution="communique-b")
    site.install("two", _extractor("two", "Actor"))
    assert any("another plugin is called 'one'" in line for line in told())
    assert any("one, two: Actor may have one giver only" in line for line in told())


def test_doctor_never_raises(site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a plugin gives, and whatever its metadata are."""
    site.install("odd", "@hookimpl\ndef communique_extractors():\n    return [Extractor('one', nothing, gives=7)]")
    assert any("gave Extractor('one'), whose gives= is 7, no tuple of kinds" in line for line in told())
    monkeypatch.setattr("communique.doctor.contents", lambda **_: 1 // 0)
    assert [line.partition(" Zero")[0] for line in told()] == ["communique: the installed plugins cannot be listed:"]
    assert run(["plugins", "doctor"]) == 1
    assert "reinstall" in capsys.readouterr().out


def test_kinds_of_plugins_are_listed_by_their_tags(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The tag is what --only takes; metadata give the names of classes."""
    site.install("ships", kinds=["ShipMove"])
    assert run(["kinds"]) == 0
    assert re.search(r"^ship-move +ships ", capsys.readouterr().out, re.MULTILINE)


def test_plugin_is_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Kinds, rules with their examples, words with their number, exporters, commands."""
    code = '''
        def wave(reading):
            """Somebody waves.

            Matches ``He waved.``; not ``The flag waved.``
            """
            return ()

        @hookimpl
        def communique_extractors():
            return [Extractor("waves", wave, gives=(Greeting,), uses=(Quote,), words=(HELLO,), rules=(wave, greet))]

        @hookimpl
        def communique_lexicons():
            return [HELLO, Lexicon("bad", lambda: 1 // 0)]

        @hookimpl
        def communique_exporters():
            return [Exporter("waves", nothing, suffix=".wav", kinds=(Greeting,), one_kind=True)]
        '''
    site.install("waving", dedent(code) + COUNT, commands=["count"])
    assert run(["plugins", "show", "waving"]) == 0
    out = capsys.readouterr().out
    for line in (
        "waving: communique-waving 1.2, ok",
        "    gives Greeting",
        "    uses  Quote",
        "    words hello (1)",
        '    wave\n        Somebody waves.\n        Matches "He waved."; not "The flag waved."',
        "    greet\n        (not documented)",
        "word list bad (loading it raised ZeroDivisionError",
        "exporter waves: Greeting, one at a time, files that end in .wav",
        "command count: Count words.",
    ):
        assert line in out


def test_broken_plugin_is_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with it stands in its page, and the status is 3; one that is not there is a wrong call."""
    site.install("odd", "raise RuntimeError('no luck')")
    assert run(["plugins", "show", "communique-odd"]) == 3
    assert "raised RuntimeError: no luck" in capsys.readouterr().out
    assert run(["plugins", "show", "od"]) == 2
    assert "did you mean 'odd'?" in capsys.readouterr().err
