"""What the hooks of a plugin give: kept where it is right, told where it is not, whatever it is."""

from __future__ import annotations

from typing import Any

import click
import pluggy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Exporter, Extractor, Lexicon, Quote, hookimpl
from communique.contents import RESERVED, contents_of, near


def nothing(*_: object) -> list[Any]:
    """Find nothing, write nothing."""
    return []


RIGHT = {
    "communique_extractors": Extractor("extractor", nothing, gives=(Quote,), rules=(nothing,)),
    "communique_lexicons": Lexicon.of("lexicon", {"word": None}),
    "communique_exporters": Exporter("exporter", nothing, kinds=(Quote,)),
    "communique_commands": click.Command("command"),
}
WRONG: list[object] = [
    None,
    7,
    "quotes",
    nothing,
    Extractor,
    Extractor("extractor", nothing, gives=Quote),  # type: ignore[arg-type]
    Extractor("extractor", nothing, gives=("quote",)),  # type: ignore[arg-type]
    Extractor("extractor", nothing, gives=(int,)),  # type: ignore[arg-type]
    Extractor("extractor", nothing, gives=(), needs=[Quote]),  # type: ignore[arg-type]
    Extractor("extractor", nothing, gives=(), uses=(None,)),  # type: ignore[arg-type]
    Extractor("extractor", nothing, gives=(), words=("word",)),  # type: ignore[arg-type]
    Extractor("extractor", nothing, gives=(), rules=("rule",)),  # type: ignore[arg-type]
    Exporter("exporter", nothing, kinds=("quote",)),  # type: ignore[arg-type]
]


def plugin(**given: object) -> object:
    """A plugin whose hooks give that."""

    def hook(values: object) -> Any:
        return hookimpl(staticmethod(lambda: values))

    return type("Plugin", (), {name: hook(values) for name, values in given.items()})


@given(st.sampled_from(sorted(RIGHT)), st.lists(st.one_of(st.sampled_from(WRONG), st.just("right")), max_size=5))
def test_what_is_right_is_kept_and_the_rest_is_told(hook: str, sorts: list[object]) -> None:
    """In its order, a fault for each thing that is wrong; only that hook is there."""
    values = [RIGHT[hook] if one == "right" else one for one in sorts]
    found = contents_of(plugin(**{hook: values}), commands=True)
    kept = {
        "communique_extractors": found.extractors,
        "communique_lexicons": found.lexicons,
        "communique_exporters": found.exporters,
        "communique_commands": found.commands,
    }
    assert found.hooks == (hook,)
    assert kept.pop(hook) == (RIGHT[hook],) * sorts.count("right")
    assert set(kept.values()) == {()}
    assert len(found.faults) == len(sorts) - sorts.count("right")
    assert all(fault.what.startswith(f"{hook} gave ") and not fault.of_settings for fault in found.faults)


@pytest.mark.parametrize("value", WRONG, ids=repr)
@pytest.mark.parametrize("hook", sorted(RIGHT))
def test_each_wrong_thing_is_told(hook: str, value: object) -> None:
    """Beside what is right, and nothing is raised."""
    (fault,) = contents_of(plugin(**{hook: [value, RIGHT[hook]]}), commands=True).faults
    assert fault.what.startswith(f"{hook} gave {value!r}, ")


@given(st.dictionaries(st.sampled_from(["words", "Words", "wrds"]), st.integers()))
def test_settings_reach_the_hooks_that_take_them(settings: dict[str, object]) -> None:
    """All of them, as they are; a plugin that takes none has nothing to set."""
    seen: list[object] = []

    class Taking:
        @hookimpl
        def communique_lexicons(self, settings: object) -> list[Lexicon[object]]:
            """Words."""
            seen.append(settings)
            return []

    assert contents_of(Taking(), settings=settings).faults == ()
    assert seen == [settings]
    assert contents_of(Taking()).settings == "Words."
    refused = contents_of(plugin(communique_lexicons=[]), settings=settings).faults
    assert [fault.what for fault in refused] == [
        f"it has no settings, and {one!r} is set" for one in list(settings)[:1]
    ]
    assert all(fault.of_settings for fault in refused)


def test_commands_are_left_alone_unless_they_are_asked_for() -> None:
    """They would load click, and maybe more."""
    broken = plugin(communique_commands=7)
    assert contents_of(broken).faults == ()
    assert contents_of(broken).hooks == ("communique_commands",)
    assert [fault.what.partition(":")[0] for fault in contents_of(broken, commands=True).faults] == [
        "its hook communique_commands raised TypeError"
    ]


def test_hook_with_an_argument_that_there_is_not() -> None:
    """What pluggy says of it is told, and kept as the cause."""

    class Odd:
        @hookimpl
        def communique_lexicons(self, language: str) -> list[object]:
            return [language]

    (fault,) = contents_of(Odd()).faults
    assert isinstance(fault.error, pluggy.PluginValidationError)
    assert fault.what == str(fault.error)
    assert "language" in fault.what


def test_hook_that_is_not_marked() -> None:
    """It would be passed over in silence."""

    class Unmarked:
        def communique_lexicons(self) -> list[object]:
            return []

        communique_exporters = 7

    (fault,) = contents_of(Unmarked()).faults
    assert fault.what == "its communique_lexicons is no hook, since it is not marked with @hookimpl"


@given(st.lists(st.sampled_from(sorted(RESERVED)), unique=True), st.text(max_size=12))
def test_what_was_meant_is_one_of_the_names(names: list[str], name: str) -> None:
    """Or nothing; a name that is there is itself."""
    found = near(name, names)
    assert found is None or found in names
    assert all(near(one, names) == one for one in names)


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_slip_is_understood(name: str) -> None:
    """A letter that is missing or doubled, and two that changed places."""
    for at in range(1, len(name) - 1):
        swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        for slip in (name[:at] + name[at + 1 :], name[: at + 1] + name[at:], swapped):
            assert near(slip, sorted(RESERVED)) == name


def test_what_is_far_off_is_nothing() -> None:
    """A wild guess would mislead."""
    assert near("xyz", RESERVED) is None
    assert near("", RESERVED) is None
