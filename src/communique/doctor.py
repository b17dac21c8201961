"""What is wrong with what is installed, all of it, each with the way out.  Nothing here raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version

from attrs import frozen

from communique.contents import RESERVED, Contents, misunderstood
from communique.exporter import TAKEN
from communique.kinds import LAYOUT, Kind
from communique.pipeline import Pipeline, PipelineError
from communique.plugins import PluginStatus, contents

_Plugins = list[tuple[PluginStatus, Contents]]


@frozen
class Ailment:
    """Something that is wrong with what is installed.

    >>> print(Ailment("places", "it needs regex>=2027, which is not installed", "install regex>=2027"))
    places: it needs regex>=2027, which is not installed
    """

    plugin: str
    """Name of the plugin, or of the plugins, that have it."""
    what: str
    """What is wrong, in words."""
    way_out: str
    """What to do about it."""

    def __str__(self) -> str:
        return f"{self.plugin}: {self.what}"


def diagnose() -> list[Ailment]:
    """Look into all installed plugins and say what is wrong.

    They are imported, one by one, and their hooks called.  An empty list means that `communique.read` will find them
    all in order.

    >>> diagnose()
    []
    """
    try:
        installed = contents(commands=True)
    except Exception as error:  # noqa: BLE001 - the metadata of any distribution may be broken
        what = f"the installed plugins cannot be listed: {type(error).__name__}: {error}"
        return [Ailment("communique", what, "reinstall the distribution that the message names")]
    looks: tuple[Callable[[_Plugins], Iterable[Ailment]], ...] = (
        _unusable,
        _requirements,
        _names_given_twice,
        _lonely,
        _misunderstood,
        _order,
    )
    found: list[Ailment] = []
    for look in looks:
        try:
            found += look(installed)
        except Exception as error:  # noqa: BLE001 - what plugins give may be of any sort
            name = look.__name__.strip("_").replace("_", " ")
            found.append(Ailment("communique", f"looking for {name} raised {type(error).__name__}: {error}", _WITHOUT))
    return found


_WITHOUT = "leave plugins out one by one with --disable NAME to find the one that does it"


def _leave_out(status: PluginStatus) -> str:
    return f"update or uninstall {status.distribution}, or leave it out with --disable {status.name}"


def _unusable(installed: _Plugins) -> Iterator[Ailment]:
    for status, given in installed:
        if status.state == "shadowed":
            yield Ailment(status.name, status.why, f"uninstall {status.distribution}, or the other one")
        elif status.state != "ok":
            yield Ailment(status.name, status.why, _leave_out(status))
        for fault in given.faults:
            yield Ailment(status.name, fault.what, _leave_out(status))


def _requirements(installed: _Plugins) -> Iterator[Ailment]:
    """What the distributions of plugins, and communique itself, need and have not got."""
    names = dict.fromkeys(("communique", *(status.distribution for status, _ in installed)))
    for name in names:
        try:
            found = distribution(name)
        except PackageNotFoundError:
            yield Ailment(name, "its metadata are not there", f"reinstall {name}")
        else:
            yield from _unmet(name, found)


def _unmet(name: str, found: Distribution) -> Iterator[Ailment]:
    from packaging.requirements import InvalidRequirement, Requirement

    for line in found.requires or ():
        try:
            wanted = Requirement(line)
        except InvalidRequirement:
            yield Ailment(name, f"{line!r} in its metadata is no requirement", f"update {name}")
            continue
        if wanted.name == "communique" or (wanted.marker is not None and not wanted.marker.evaluate({"extra": ""})):
            continue
        try:
            here = version(wanted.name)
        except PackageNotFoundError:
            yield Ailment(name, f"it needs {wanted}, which is not installed", f"install {wanted}")
            continue
        if not wanted.specifier.contains(here, prereleases=True):
            what = f"it needs {wanted}, and {wanted.name} {here} is installed"
            yield Ailment(name, what, f"install {wanted}, or a version of {name} that works with {here}")


def _names_given_twice(installed: _Plugins) -> Iterator[Ailment]:
    """Extractors, exporters, commands and kinds of one name."""
    owners: dict[tuple[str, str], list[str]] = {}
    owners |= {("exporter", name): ["communique"] for name in sorted(TAKEN)}
    owners |= {("command", name): ["communique"] for name in sorted(RESERVED)}
    kinds: dict[str, set[Kind]] = {}
    for status, given in installed:
        named = [("extractor", one.name) for one in given.extractors]
        named += [("exporter", one.name) for one in given.exporters]
        named += [("command", name) for name in sorted({*status.commands, *(str(one.name) for one in given.commands)})]
        for kind in dict.fromkeys(kind for extractor in given.extractors for kind in extractor.gives):
            if kind not in kinds.setdefault(kind.tag, {kind}):
                named.append(("kind", kind.tag))
            kinds[kind.tag].add(kind)
        for key in named:
            owners.setdefault(key, []).append(status.name)
    for (what, name), whose in owners.items():
        if len(whose) > 1 or what == "kind":
            yield Ailment(", ".join(dict.fromkeys(whose)), f"there are two of the {what} {name!r}", _uninstall(whose))


def _uninstall(whose: Iterable[str]) -> str:
    return " or ".join(f"leave out or uninstall {name}" for name in dict.fromkeys(whose) if name != "communique")


def _lonely(installed: _Plugins) -> Iterator[Ailment]:
    """Kinds that are needed and have no giver, entities that have two, words for lists that nobody reads."""
    extractors = [(status, extractor) for status, given in installed for extractor in given.extractors]
    givers: dict[Kind, list[str]] = {kind: [] for kind in LAYOUT}
    for status, extractor in extractors:
        for kind in extractor.gives:
            givers.setdefault(kind, []).append(status.name)
    for status, extractor in extractors:
        for kind in extractor.needs:
            if kind not in givers:
                what = f"extractor {extractor.name!r} needs {kind.__name__}, which no installed plugin gives"
                yield Ailment(
                    status.name, what, f"install a plugin that gives {kind.__name__}, or {_leave_out(status)}"
                )
    for kind, several in givers.items():
        if kind.entity and len(several) > 1:
            what = f"{kind.__name__} may have one giver only"
            yield Ailment(", ".join(several), what, f"leave out all but one of {', '.join(several)}")
    read = {lexicon.name for _, extractor in extractors for lexicon in extractor.words}
    for status, given in installed:
        for name in sorted({lexicon.name for lexicon in given.lexicons} - read):
            yield Ailment(status.name, f"no installed plugin reads a word list {name!r}", "install the one that does")


def _misunderstood(installed: _Plugins) -> Iterator[Ailment]:
    """Words that would make those fail who read the list."""
    readers = [extractor for _, given in installed for extractor in given.extractors]
    for status, given in installed:
        for what in misunderstood(given.lexicons, readers)[:1]:
            yield Ailment(status.name, what, _leave_out(status))


def _order(installed: _Plugins) -> Iterator[Ailment]:
    """Extractors that wait for each other."""
    try:
        Pipeline.of(extractor for _, given in installed for extractor in given.extractors)
    except PipelineError as error:
        if "wait for each other" in str(error):
            yield Ailment("communique", str(error), "leave one of them out with --disable NAME")
