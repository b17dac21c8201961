"""Discovery: whatever is installed, in whatever order, is listed by name and gives the same pipeline."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sites import Site, extractor_code

from communique import PluginError, plugins
from communique.contents import near
from communique.pipeline import Pipeline
from communique.plugins import command_names, load, load_command, load_exporters, statuses

FEW = 40
"""Examples of tests that install plugins anew for each."""
NAMES = st.from_regex(r"[a-z]{3,8}(-[a-z]{3,8})?", fullmatch=True).filter(lambda name: name != "nothing")
CODES = {
    "quoting": extractor_code("quoting", "Quote", "Claim"),
    "claiming": extractor_code("claiming", "Claim", "Actor"),
    "acting": extractor_code("acting", "Actor"),
    "more-claims": extractor_code("more-claims", "Claim"),
    "words": '@hookimpl\ndef communique_lexicons():\n    return [Lexicon.of("hello", {"ahoy": None})]',
    "sheets": "@hookimpl\ndef communique_exporters():\n    return [Exporter('sheets', nothing)]",
}
NEEDS = {"quoting": {"claiming"}, "claiming": {"acting"}}


@contextmanager
def fresh_site() -> Iterator[Site]:
    """A folder where only what is put there is installed, for the time of one example."""
    outside = [entry for entry in sys.path if "site-packages" not in entry]
    path = list(sys.path)
    with TemporaryDirectory() as folder:
        made = Site(Path(folder))
        sys.path[:] = [folder, *outside]
        made.metadata("communique", made.real)
        try:
            yield made
        finally:
            sys.path[:] = path
            for name in [name for name in sys.modules if name.startswith("fake_communique")]:
                del sys.modules[name]
            importlib.invalidate_caches()
            plugins._load.cache_clear()


def installed(site: Site, names: Sequence[str]) -> Pipeline:
    """The pipeline of these plugins, installed one after the other."""
    for name in names:
        site.install(name, CODES[name])
    return load()


def shown(pipeline: Pipeline) -> object:
    """What a pipeline does, in words."""
    return (
        [(one.name, one.plugin, one.version) for one in pipeline.extractors],
        sorted(lexicon.name for lexicon in pipeline.lexicons),
        [kind.__name__ for kind in pipeline.kinds],
    )


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Some plugins that fit together, in two orders."""
    chosen = set(draw(st.sets(st.sampled_from(sorted(CODES)))))
    for name in ("quoting", "claiming"):
        if name in chosen:
            chosen |= NEEDS[name]
    one, other = (draw(st.permutations(sorted(chosen))) for _ in range(2))
    return list(one), list(other)


@settings(max_examples=FEW)
@given(orders())
def test_the_order_of_installation_changes_no_pipeline(two: tuple[list[str], list[str]]) -> None:
    """Givers stand before those that read them, and else names decide."""
    with fresh_site() as site:
        one = shown(installed(site, two[0]))
        listed = statuses()
        exporters = [exporter.name for exporter in load_exporters()]
    with fresh_site() as site:
        assert shown(installed(site, two[1])) == one
        assert statuses() == listed
        assert [status.name for status in listed] == sorted(two[0])
        assert (
            [exporter.name for exporter in load_exporters()] == exporters == (["sheets"] if "sheets" in two[0] else [])
        )


@settings(max_examples=FEW)
@given(orders(), st.data())
def test_without_a_plugin_is_as_if_it_were_not_installed(two: tuple[list[str], list[str]], data: st.DataObject) -> None:
    """Of plugins that nobody needs."""
    free = [name for name in two[0] if name not in {"claiming", "acting"}]
    disabled = data.draw(st.sets(st.sampled_from(free))) if free else set()
    by_distribution = {f"communique-{name}" if data.draw(st.booleans()) else name for name in sorted(disabled)}
    with fresh_site() as site:
        installed(site, two[0])
        left = shown(load(by_distribution))
        states = {status.name: status.state for status in statuses(by_distribution)}
        assert states == {name: "disabled" if name in disabled else "ok" for name in two[0]}
    with fresh_site() as site:
        assert shown(installed(site, [name for name in two[1] if name not in disabled])) == left


@given(st.lists(NAMES, max_size=4, unique=True), NAMES)
def test_unknown_plugin_is_told_with_the_nearest(names: list[str], asked: str) -> None:
    """Or with all that there are; a known one is not refused."""
    with fresh_site() as site:
        for name in names:
            site.install(name, "@hookimpl\ndef communique_lexicons():\n    return []")
        if asked in names:
            assert load({asked}).extractors == ()
            return
        with pytest.raises(PluginError) as caught:
            load({asked})
    close = near(asked, names)
    hint = f"did you mean {close!r}?" if close else f"installed are: {', '.join(sorted(names)) or 'none'}"
    assert str(caught.value) == f"there is no plugin {asked!r} to disable; {hint}"


@settings(max_examples=FEW)
@given(
    st.lists(st.tuples(NAMES, st.sets(st.sampled_from(["count", "sum", "show"]))), max_size=3, unique_by=lambda x: x[0])
)
def test_commands_are_known_by_their_owners(named: list[tuple[str, set[str]]]) -> None:
    """All that metadata name but core's own; none is imported for it, and one of two owners is told."""
    with fresh_site() as site:
        for name, commands in named:
            site.install(name, "raise RuntimeError", commands=sorted(commands))
        owners = {
            command: ", ".join(sorted(name for name, commands in named if command in commands))
            for command in ("count", "sum")
        }
        assert command_names() == {command: whose for command, whose in owners.items() if whose}
        assert not [name for name in sys.modules if name.startswith("fake_communique")]
        assert load_command("no-such-command") is None
        for command, whose in owners.items():
            if "," in whose:
                with pytest.raises(PluginError, match=f"there are two commands '{command}'"):
                    load_command(command)
