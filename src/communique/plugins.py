"""Discovery and status of plugins; the only module that talks to pluggy.

Nothing is loaded on import.  Listing plugins reads their metadata only; they are imported when a pipeline is built.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from communique.exporter import TAKEN, Exporter
from communique.extractor import Extractor
from communique.lexicon import Lexicon
from communique.pipeline import Pipeline, PipelineError

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

    import pluggy

GROUP = "communique"
"""The entry-point group of plugins."""
KIND_GROUP = "communique.kinds"
"""The entry-point group in which a plugin names the kinds it gives, so that they can be listed without importing it."""
EXPORTER_GROUP = "communique.exporters"
"""The entry-point group in which a plugin names its exporters, likewise."""

State = Literal["ok", "disabled", "incompatible", "failed", "shadowed"]


class PluginError(RuntimeError):
    """A plugin cannot be used; the message names it, its version, and the way out."""


@frozen
class PluginStatus:
    """What is known of an installed plugin from its metadata."""

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


@frozen
class _Found:
    status: PluginStatus
    entry_point: EntryPoint


def statuses(disable: Collection[str] = ()) -> list[PluginStatus]:
    """List the installed plugins by name, from their metadata; none is imported."""
    return [found.status for found in _discover(disable)]


def _discover(disable: Collection[str]) -> list[_Found]:
    from importlib.metadata import entry_points

    found: list[_Found] = []
    installed = sorted(entry_points(group=GROUP), key=lambda point: (point.name, _distribution(point).name))
    for entry_point in installed:
        distribution = _distribution(entry_point)
        state, why = _state(entry_point, distribution, disable, {one.status.name for one in found})
        kinds, exporters = (_named(distribution, group) for group in (KIND_GROUP, EXPORTER_GROUP))
        status = PluginStatus(entry_point.name, distribution.name, distribution.version, state, why, kinds, exporters)
        found.append(_Found(status, entry_point))
    return found


def _named(distribution: Distribution, group: str) -> tuple[str, ...]:
    return tuple(point.name for point in distribution.entry_points if point.group == group)


def _distribution(entry_point: EntryPoint) -> Distribution:
    assert entry_point.dist is not None  # entry_points() sets it on each
    return entry_point.dist


def _state(
    entry_point: EntryPoint, distribution: Distribution, disable: Collection[str], seen: Collection[str]
) -> tuple[State, str]:
    from importlib.util import find_spec

    if entry_point.name in disable or distribution.name in disable:
        return "disabled", "by disable="
    if entry_point.name in seen:
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

    from packaging.requirements import InvalidRequirement, Requirement

    here = version("communique")
    for line in distribution.requires or ():
        try:
            wanted = Requirement(line)
        except InvalidRequirement:
            continue
        applies = wanted.name == "communique" and (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
        if applies and not wanted.specifier.contains(here, prereleases=True):
            return f"it needs communique {wanted.specifier}, and this is {here}"
    return ""


def load(disable: Collection[str] = ()) -> Pipeline:
    """Build the pipeline of all installed plugins but the disabled ones.

    Args:
        disable: names of plugins, as `statuses` lists them.

    Raises:
        PluginError: if one is unknown, incompatible, cannot be loaded, misspells a hook, or if the extractors cannot be
            put in order.
    """
    return _load(frozenset(disable)).pipeline


def load_exporters(disable: Collection[str] = ()) -> tuple[Exporter, ...]:
    """Give the exporters of all installed plugins but the disabled ones, by name.

    Args:
        disable: names of plugins, as `statuses` lists them.

    Raises:
        PluginError: as `load` does, and if two exporters have one name.
    """
    return _load(frozenset(disable)).exporters


@frozen(eq=False)
class _Loaded:
    pipeline: Pipeline
    exporters: tuple[Exporter, ...]


@lru_cache(maxsize=32)
def _load(disable: frozenset[str]) -> _Loaded:
    found = _discover(disable)
    unknown = disable - {name for one in found for name in (one.status.name, one.status.distribution)}
    if unknown:
        names = [one.status.name for one in found]
        close = _near(min(unknown), names)
        hint = f"did you mean {close!r}?" if close else f"installed are: {', '.join(names) or 'none'}"
        message = f"there is no plugin {min(unknown)!r} to disable; {hint}"
        raise PluginError(message)
    manager = _manager()
    origin: dict[str, PluginStatus] = {}
    for one in found:
        if one.status.state in {"disabled", "shadowed"}:
            continue
        if one.status.state != "ok":
            raise _error(one.status, one.status.why)
        _register(manager, one)
        origin[one.status.name] = one.status
    _check_hooks(manager, origin)
    exporters = _exporters(manager, origin)
    try:
        return _Loaded(Pipeline.of(_extractors(manager, origin), _lexicons(manager, origin)), exporters)
    except PipelineError as error:
        message = f"the installed plugins do not fit together: {error}. {_WAY_OUT}"
        raise PluginError(message) from error


_WAY_OUT = "Leave a plugin out with disable={'NAME'} or --disable NAME; `communique plugins list` shows their names."


def _error(status: PluginStatus, what: str) -> PluginError:
    return PluginError(
        f"plugin {status.name!r} ({status.distribution} {status.version}) cannot be used: {what}. "
        f"Update or uninstall it, or leave it out with disable={{{status.name!r}}} or --disable {status.name}."
    )


def _manager() -> pluggy.PluginManager:
    import pluggy

    from communique import hookspecs

    manager = pluggy.PluginManager("communique")
    manager.add_hookspecs(hookspecs)
    return manager


def _register(manager: pluggy.PluginManager, found: _Found) -> None:
    import pluggy

    try:
        plugin = found.entry_point.load()
    except Exception as error:
        raise _error(
            found.status, f"importing {found.entry_point.value} raised {type(error).__name__}: {error}"
        ) from error
    try:
        manager.register(plugin, found.status.name)
    except (pluggy.PluginValidationError, ValueError) as error:
        raise _error(found.status, str(error)) from error


def _check_hooks(manager: pluggy.PluginManager, origin: dict[str, PluginStatus]) -> None:
    """Find hooks that no specification knows; pluggy would pass over them in silence."""
    from communique import hookspecs

    known = [name for name in vars(hookspecs) if name.startswith("communique_")]
    for name, status in origin.items():
        for attribute in dir(manager.get_plugin(name)):
            options = manager.parse_hookimpl_opts(manager.get_plugin(name), attribute)
            if options is not None and (options.get("specname") or attribute) not in known:
                close = _near(attribute, known)
                hint = f"did it mean {close!r}" if close else f"the hooks are {', '.join(known)}"
                raise _error(status, f"it implements a hook {attribute!r}, which does not exist ({hint})")


def _near(name: str, names: Collection[str]) -> str | None:
    """The name that was probably meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, names, 1)), None)


def _extractors(manager: pluggy.PluginManager, origin: dict[str, PluginStatus]) -> Iterable[Extractor]:
    for status, value in _called(manager, "communique_extractors", origin):
        if not isinstance(value, Extractor):
            raise _error(status, f"communique_extractors gave {value!r}, which is no Extractor")
        yield evolve(value, plugin=status.distribution, version=status.version)


def _lexicons(manager: pluggy.PluginManager, origin: dict[str, PluginStatus]) -> Iterable[Lexicon[object]]:
    for status, value in _called(manager, "communique_lexicons", origin):
        if not isinstance(value, Lexicon):
            raise _error(status, f"communique_lexicons gave {value!r}, which is no Lexicon")
        yield value


def _exporters(manager: pluggy.PluginManager, origin: dict[str, PluginStatus]) -> tuple[Exporter, ...]:
    """The exporters by name; each name may be given once, and those of core are taken."""
    owner = dict.fromkeys(TAKEN, "communique itself")
    exporters: list[Exporter] = []
    for status, value in _called(manager, "communique_exporters", origin):
        if not isinstance(value, Exporter):
            raise _error(status, f"communique_exporters gave {value!r}, which is no Exporter")
        if value.name in owner:
            raise _error(status, f"its exporter {value.name!r} has the name of one of {owner[value.name]}")
        owner[value.name] = f"{status.distribution} {status.version}"
        exporters.append(evolve(value, plugin=status.distribution, version=status.version))
    return tuple(sorted(exporters, key=lambda exporter: exporter.name))


def _called(
    manager: pluggy.PluginManager, hook: str, origin: dict[str, PluginStatus]
) -> Iterable[tuple[PluginStatus, object]]:
    """Call a hook of each plugin by itself, by name, so that whatever goes wrong is known to be its own."""
    for implementation in sorted(getattr(manager.hook, hook).get_hookimpls(), key=lambda one: one.plugin_name):
        status = origin[implementation.plugin_name]
        try:
            values = tuple(implementation.function())
        except Exception as error:
            raise _error(status, f"its hook {hook} raised {type(error).__name__}: {error}") from error
        for value in values:
            yield status, value
