"""Plugins: found by metadata, loaded when a pipeline is built, and told about in words when they cannot be used."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Sequence

import pytest
from tests.sites import Site, extractor_code

from communique import Annotation, Article, PluginError, read, read_many
from communique.exporters import exporter, exporters
from communique.plugins import PluginStatus, load, load_exporters, statuses
from communique.record import from_record, to_record


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


def test_version_before_a_release_of_communique_will_do(site: Site) -> None:
    """Who installed one wants it, though a requirement by itself leaves such versions out."""
    site.install("greetings", requires=["communique>=1"])
    (info,) = site.path.glob("communique-*.dist-info")
    shutil.rmtree(info)
    site.metadata("communique", "2.0rc1")
    assert [status.state for status in statuses()] == ["ok"]


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
    site.install("one", extractor_code(*first))
    site.install("two", extractor_code(*second))
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
