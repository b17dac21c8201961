"""The hooks of communique.

A plugin is a module (or any object) named by an entry point of the group ``communique``; it implements some of these
hooks with `hookimpl`.  Hooks are called once, when plugins are loaded (that for commands, when one of them is called),
and return values: what a plugin can do stands in what it returns.

``settings`` is what the caller set for this plugin (see `communique.plugins.load`), an empty mapping where nothing was
set.  An implementation may leave the argument out; then the plugin has no settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pluggy

from communique.exporter import Exporter
from communique.extractor import Extractor
from communique.lexicon import Lexicon

if TYPE_CHECKING:
    import click

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker("communique")
"""Marks a function of this module as a hook that plugins may implement."""
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker("communique")
"""Marks a function of a plugin as the implementation of the hook of that name."""


@hookspec
def communique_extractors(settings: Mapping[str, object]) -> Iterable[Extractor]:
    """Give the extractors of this plugin."""
    raise NotImplementedError


@hookspec
def communique_lexicons(settings: Mapping[str, object]) -> Iterable[Lexicon[object]]:
    """Give entries for the word lists of those names, whoever reads them."""
    raise NotImplementedError


@hookspec
def communique_exporters() -> Iterable[Exporter]:
    """Give the exporters of this plugin: named ways to write findings."""
    raise NotImplementedError


@hookspec
def communique_commands() -> Iterable[click.Command]:
    """Give the commands that this plugin adds to the command line, each with a name of its own."""
    raise NotImplementedError
