"""Discovery and status of plugins.

Nothing is loaded on import.  Listing plugins reads their metadata only; they are imported when a pipeline is built.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from communique.contents import RESERVED, Contents, Fault, contents_of, near
from communique.exporter import TAKEN, Exporter
from communique.pipeline import Pipeline, PipelineError

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

    import click

GROUP = "communique"
"""The entry-point group of plugins."""
KIND_GROUP = "communique.kinds"
"""The entry-point group in which a plugin names the kinds it gives, so that they can be listed without importing it."""
EXPORTER_GROUP = "communique.exporters"
"""The entry-point group in which a plugin names its exporters, likewise."""
COMMAND_GROUP = "communique.commands"
"""The entry-point group in which a plugin names its commands; one that is not named cannot be called."""

State = Literal["ok", "disabled", "incompatible", "failed", "shadowed"]
"""Whether a plugin can be used, and if not why."""


class PluginError(RuntimeError):
    """A plugin cannot be used; the message names it, its version, and the way out.

    >>> load(disable={"datelinse"})
    Traceback (most recent call last):
    communique.plugins.PluginError: there is no plugin 'datelinse' to disable; did you mean 'datelines'?
    """


@frozen
class PluginStatus:
    """What is known of an installed plugin from its metadata.

    >>> status = next(one for one in statuses(disable={"quotes"}) if one.name == "quotes")
    >>> status.distribution, status.state, status.kinds
    ('communique-quotes', 'disabled', ('Quote',))
    """

    name: str
    """Name of its entry point, by which it is disabled."""
    distribution: str
    """Name of the distribution that brings it."""
    version: str
    """Version of that distribution."""
    state: State
    """ok, disabled, incompatible, failed (its module is not there) or shadowed (another one has its name)."""
    why: str = ""
    """The reason, where it is not ok."""
    kinds: tuple[str, ...] = ()
    """The kinds it gives, as far as its metadata says."""
    exporters: tuple[str, ...] = ()
    """The names of its exporters, likewise."""
    commands: tuple[str, ...] = ()
    """The names of its commands, likewise."""


@frozen
class _Found:
    status: PluginStatus
    entry_point: EntryPoint


def statuses(disable: Collection[str] = ()) -> list[PluginStatus]:
    """List the installed plugins by name, from their metadata; none is imported.

    >>> {"actors", "datelines", "quotes"} <= {status.name for status in statuses()}
    True
    """
    return [found.status for found in _discover(disable)]


def contents(
    *, settings: Mapping[str, Mapping[str, object]] | None = None, commands: bool = False
) -> list[tuple[PluginStatus, Contents]]:
    """Look into the installed plugins, by name: each with what it gives and what is wrong with it.  Nothing is raised.

    >>> {status.name: given for status, given in contents()}["datelines"].faults
    ()

    Args:
        settings: what is set for plugins, by their names.
        commands: whether commands are asked for, too.
    """
    found = _discover(())
    given = (settings or {}).get
    return [
        (
            one.status,
            _contents(one, settings=given(one.status.name), commands=commands)
            if one.status.state == "ok"
            else Contents(),
        )
        for one in found
    ]


def _discover(disable: Collection[str]) -> list[_Found]:
    from importlib.metadata import entry_points

    found: list[_Found] = []
    installed = sorted(entry_points(group=GROUP), key=lambda point: (point.name, _distribution(point).name))
    for entry_point in installed:
        distribution = _distribution(entry_point)
        taken = {one.status.name for one in found if one.status.state != "disabled"}
        state, why = _state(entry_point, distribution, disable, taken)
        listed = (_named(distribution, group) for group in (KIND_GROUP, EXPORTER_GROUP, COMMAND_GROUP))
        status = PluginStatus(entry_point.name, distribution.name, distribution.version, state, why, *listed)
        found.append(_Found(status, entry_point))
    return found


def _named(distribution: Distribution, group: str) -> tuple[str, ...]:
    return tuple(point.name for point in distribution.entry_points if point.group == group)


def _distribution(entry_point: EntryPoint) -> Distribution:
    assert entry_point.dist is not None  # entry_points() sets it on each
    return entry_point.dist


def _state(
    entry_point: EntryPoint, distribution: Distribution, disable: Collection[str], taken: Collection[str]
) -> tuple[State, str]:
    from importlib.util import find_spec

    if entry_point.name in disable or distribution.name in disable:
        return "disabled", "by disable="
    if entry_point.name in taken:
        return "shadowed", f"another plugin is called {entry_point.name!r}"
    unmet = _unmet(distribution)
    if unmet:
        return "incompatible", unmet
    if find_spec(entry_point.module.partition(".")[0]) is None:
        return "failed", f"there is no module {entry_point.module!r}"
    return "ok", ""


def _unmet(distribution: Distribution) -> str:
    """Say which version of communique a distribution wants, where it is not this one."""
    from importlib.metadata import version

    here = version("communique")
    lines = (line for line in distribution.requires or () if line.lstrip().startswith("communique"))
    return next(filter(None, (_unmet_line(line, here) for line in lines)), "")


@lru_cache(maxsize=32)  # most plugins say the same
def _unmet_line(line: str, here: str) -> str:
    """Say which version a line of requirements wants, where it is about communique and not this one."""
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        wanted = Requirement(line)
    except InvalidRequirement:
        return ""
    applies = wanted.name == "communique" and (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
    if applies and not wanted.specifier.contains(here, prereleases=True):
        return f"it needs communique {wanted.specifier}, and this is {here}"
    return ""


def load(disable: Collection[str] = (), settings: Mapping[str, Mapping[str, object]] | None = None) -> Pipeline:
    """Build the pipeline of all installed plugins but the disabled ones.

    >>> from communique import Dateline
    >>> Dateline in load().kinds, Dateline in load(disable={"datelines"}).kinds
    (True, False)

    Args:
        disable: names of plugins, as `statuses` lists them.
        settings: what is set for plugins, by their names; what there is to set is said by each plugin.

    Raises:
        PluginError: if one is unknown, incompatible, cannot be loaded, misspells a hook, or if the extractors cannot be
            put in order.
        TypeError: for one name where a set is expected.
    """
    names = _several(disable)
    return (_load_set(names, settings) if settings else _load(names)).pipeline


def load_exporters(disable: Collection[str] = ()) -> tuple[Exporter, ...]:
    """Give the exporters of all installed plugins but the disabled ones, by name.

    >>> {"cameo", "plover"} <= {exporter.name for exporter in load_exporters()}
    True

    Args:
        disable: names of plugins, as `statuses` lists them.

    Raises:
        PluginError: as `load` does, and if two exporters have one name.
        TypeError: for one name where a set is expected.
    """
    return _load(_several(disable)).exporters


def command_names() -> dict[str, str]:
    """Give the commands that installed plugins say they bring, each with the plugins' names, from their metadata.

    >>> "extract" in command_names()  # a command of communique itself
    False
    """
    named: dict[str, list[str]] = {}
    for status in statuses():
        for name in status.commands if status.state == "ok" else ():
            named.setdefault(name, []).append(status.name)
    return {name: ", ".join(owners) for name, owners in sorted(named.items()) if name not in RESERVED}


def load_command(name: str) -> click.Command | None:
    """Give the command of that name, of the one plugin whose metadata name it; None if none does.

    No other plugin is imported.

    >>> load_command("no-such-command") is None
    True

    Raises:
        PluginError: if that plugin cannot be used or has no such command, or if two plugins name it.
    """
    owners = [found for found in _discover(()) if found.status.state == "ok" and name in found.status.commands]
    if not owners:
        return None
    if len(owners) > 1:
        whose = " and ".join(f"{one.status.distribution} {one.status.version}" for one in owners)
        raise PluginError(f"there are two commands {name!r}, of {whose}. Uninstall one of them.")
    status = owners[0].status
    given = {command.name: command for command in _usable(owners[0], commands=True).commands}
    if name not in given:
        raise _error(status, f"its metadata name a command {name!r}, and its hook communique_commands gives no such")
    return given[name]


@frozen(eq=False)
class _Loaded:
    pipeline: Pipeline
    exporters: tuple[Exporter, ...]


@lru_cache(maxsize=32)
def _load(disable: frozenset[str]) -> _Loaded:
    return _load_set(disable, {})


def _load_set(disable: frozenset[str], settings: Mapping[str, Mapping[str, object]]) -> _Loaded:
    found = _discover(disable)
    names = [one.status.name for one in found]
    _all_installed(disable - {one.status.distribution for one in found}, names, "disable")
    _all_installed(settings, names, "set something for")
    given = [
        (one.status, _usable(one, settings=settings.get(one.status.name)))
        for one in found
        if one.status.state not in {"disabled", "shadowed"}
    ]
    exporters = _exporters(given)
    extractors = [extractor for _, contents in given for extractor in contents.extractors]
    lexicons = [lexicon for _, contents in given for lexicon in contents.lexicons]
    try:
        return _Loaded(Pipeline.of(extractors, lexicons), exporters)
    except PipelineError as error:
        message = f"the installed plugins do not fit together: {error}. {_WAY_OUT}"
        raise PluginError(message) from error


def _several(names: Collection[str]) -> frozenset[str]:
    """The names of plugins; one that is given by itself would be taken apart into letters."""
    if isinstance(names, str):
        message = f"disable= takes a set of names, such as {{{names!r}}}, not {names!r}"
        raise TypeError(message)
    return frozenset(names)


def _all_installed(named: Collection[str], installed: Collection[str], what_for: str) -> None:
    """See that all plugins that a caller names are there."""
    unknown = set(named).difference(installed)
    if unknown:
        close = near(min(unknown), installed)
        hint = f"did you mean {close!r}?" if close else f"installed are: {', '.join(installed) or 'none'}"
        message = f"there is no plugin {min(unknown)!r} to {what_for}; {hint}"
        raise PluginError(message)


def _usable(found: _Found, *, settings: Mapping[str, object] | None = None, commands: bool = False) -> Contents:
    """What a plugin gives; whatever is wrong with it is raised."""
    if found.status.state != "ok":
        raise _error(found.status, found.status.why)
    contents = _contents(found, settings=settings, commands=commands)
    for fault in contents.faults:
        raise _error(found.status, fault.what, of_settings=fault.of_settings) from fault.error
    return contents


_WAY_OUT = "Leave a plugin out with disable={'NAME'} or --disable NAME; `communique plugins list` shows their names."


def _error(status: PluginStatus, what: str, *, of_settings: bool = False) -> PluginError:
    leave_out = f"leave it out with disable={{{status.name!r}}} or --disable {status.name}"
    if of_settings:
        set_for = f"settings={{{status.name!r}: …}}, or [plugins.{status.name}] in the file of --settings"
        how, way_out = " with what is set for it", f"Mend {set_for}; or {leave_out}"
    else:
        how, way_out = "", f"Update or uninstall it, or {leave_out}"
    return PluginError(
        f"plugin {status.name!r} ({status.distribution} {status.version}) cannot be used{how}: {what}. {way_out}."
    )


def _contents(found: _Found, *, settings: Mapping[str, object] | None = None, commands: bool = False) -> Contents:
    """Import a plugin and call its hooks; extractors and exporters are signed with where they came from."""
    status, value = found.status, found.entry_point.value
    try:
        plugin = found.entry_point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever importing raises is told of the plugin
        fault = Fault(f"importing {value} raised {type(error).__name__}: {error}", error)
        return Contents(faults=(fault,))
    contents = contents_of(plugin, status.name, settings=settings, commands=commands)
    return evolve(
        contents,
        extractors=tuple(
            evolve(one, plugin=status.distribution, version=status.version) for one in contents.extractors
        ),
        exporters=tuple(evolve(one, plugin=status.distribution, version=status.version) for one in contents.exporters),
    )


def _exporters(given: Collection[tuple[PluginStatus, Contents]]) -> tuple[Exporter, ...]:
    """The exporters by name; each name may be given once, and those of core are taken."""
    owner = dict.fromkeys(TAKEN, "communique itself")
    for status, contents in given:
        for exporter in contents.exporters:
            if exporter.name in owner:
                raise _error(status, f"its exporter {exporter.name!r} has the name of one of {owner[exporter.name]}")
            owner[exporter.name] = f"{status.distribution} {status.version}"
    every = (exporter for _, contents in given for exporter in contents.exporters)
    return tuple(sorted(every, key=lambda exporter: exporter.name))
