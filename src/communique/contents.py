"""What a plugin gives: its hooks called one by one, what is wrong with them as values.

With :mod:`communique.hookspecs`, the only module that talks to pluggy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from inspect import getdoc, isroutine
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, frozen

from communique.exporter import Exporter
from communique.extractor import Extractor
from communique.kinds import Annotation
from communique.lexicon import Lexicon

if TYPE_CHECKING:
    import click
    import pluggy

T = TypeVar("T")

RESERVED = frozenset({"articles", "explain", "extract", "kinds", "plugins", "schema", "score", "show"})
"""The names of the commands of core, which those of plugins may not have."""


@frozen
class Fault:
    """Something that makes a plugin useless.

    >>> contents_of(object()).hooks
    ()
    >>> from communique import hookimpl
    >>> class Misspelt:
    ...     @hookimpl
    ...     def communique_extractor(self):
    ...         return []
    >>> print(contents_of(Misspelt()).faults[0].what)
    it implements a hook 'communique_extractor', which does not exist (did it mean 'communique_extractors')
    """

    what: str
    """What is wrong, in words."""
    error: BaseException | None = None
    """What was raised, if anything."""
    of_settings: bool = False
    """Whether it came when the plugin was given what is set for it, and without that it might not have come."""


@frozen(eq=False)
class Contents:
    """What the hooks of a plugin give.

    >>> import communique_datelines
    >>> given = contents_of(communique_datelines)
    >>> given.hooks, [extractor.name for extractor in given.extractors]
    (('communique_extractors',), ['datelines'])
    """

    hooks: tuple[str, ...] = ()
    """The hooks it implements, by name."""
    extractors: tuple[Extractor, ...] = ()
    """From ``communique_extractors``."""
    lexicons: tuple[Lexicon[object], ...] = ()
    """From ``communique_lexicons``."""
    exporters: tuple[Exporter, ...] = ()
    """From ``communique_exporters``."""
    commands: tuple[click.Command, ...] = ()
    """From ``communique_commands``, where they were asked for."""
    faults: tuple[Fault, ...] = ()
    """What is wrong; what is right stands in the other fields all the same."""
    settings: str = ""
    """What there is to set, in the words of the hooks that take settings; empty where none does."""


def contents_of(
    plugin: object, name: str = "plugin", *, settings: Mapping[str, object] | None = None, commands: bool = False
) -> Contents:
    """Call the hooks of a plugin.

    >>> from communique import Lexicon, hookimpl
    >>> class Words:
    ...     @hookimpl
    ...     def communique_lexicons(self):
    ...         return [Lexicon.of("greetings", {"hello": None}), "goodbye"]
    >>> contents_of(Words()).lexicons
    (Lexicon(name='greetings'),)
    >>> contents_of(Words()).faults[0].what
    "communique_lexicons gave 'goodbye', which is no Lexicon"

    Args:
        plugin: a module or other object that has hooks.
        name: its name, for messages.
        settings: what is set for it.
        commands: whether its commands are asked for, too; that loads click.
    """
    import pluggy

    from communique import hookspecs

    known = [hook for hook in vars(hookspecs) if hook.startswith("communique_")]
    manager = pluggy.PluginManager("communique")
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(plugin, name)
    except (pluggy.PluginValidationError, ValueError) as error:
        return Contents(faults=(Fault(str(error), error),))
    calls = _Calls(manager, settings or {})
    calls.faults.extend(_strange_hooks(manager, plugin, known))
    taking = [one for hook in known for one in getattr(manager.hook, hook).get_hookimpls() if one.argnames]
    if settings and not taking:
        calls.faults.append(Fault(f"it has no settings, and {next(iter(settings))!r} is set", of_settings=True))
    return Contents(
        tuple(hook for hook in known if getattr(manager.hook, hook).get_hookimpls()),
        calls.given("communique_extractors", Extractor),
        calls.given("communique_lexicons", Lexicon),
        calls.given("communique_exporters", Exporter),
        calls.given("communique_commands", _command_type()) if commands else (),
        tuple(calls.faults),
        "\n\n".join(getdoc(one.function) or "(not documented)" for one in taking),
    )


def _command_type() -> type[click.Command]:
    import click

    return click.Command


@frozen
class _Calls:
    """Hooks that are called, and what goes wrong."""

    manager: pluggy.PluginManager
    settings: Mapping[str, object]
    faults: list[Fault] = field(factory=list)

    def given(self, hook: str, kind: type[T]) -> tuple[T, ...]:
        """What a hook gives that is of the right kind."""
        return tuple(value for value in self._values(hook) if self._fits(hook, value, kind))

    def _fits(self, hook: str, value: object, kind: type) -> bool:
        if not isinstance(value, kind):
            self.faults.append(Fault(f"{hook} gave {value!r}, which is no {kind.__name__}"))
            return False
        said = [Fault(f"{hook} gave {value!r}, whose {what}") for what in _ill_declared(value)]
        self.faults.extend(said)
        return not said

    def _values(self, hook: str) -> Iterator[Any]:
        for implementation in getattr(self.manager.hook, hook).get_hookimpls():
            try:
                values = tuple(implementation.function(**dict.fromkeys(implementation.argnames, self.settings)))
            except Exception as error:  # noqa: BLE001 - whatever a plugin raises is told of it
                of_settings = bool(self.settings and implementation.argnames)
                self.faults.append(Fault(f"its hook {hook} raised {type(error).__name__}: {error}", error, of_settings))
            else:
                yield from values


def _ill_declared(value: object) -> Iterator[str]:
    """Say which fields of an extractor or exporter hold what they cannot: a tuple of one thing without its comma."""
    if isinstance(value, Extractor):
        for field_name in ("gives", "needs", "uses"):
            yield from _no_tuple_of(_is_kind, "kinds", field_name, getattr(value, field_name))
        yield from _no_tuple_of(lambda one: isinstance(one, Lexicon), "lexicons", "words", value.words)
        yield from _no_tuple_of(callable, "functions", "rules", value.rules)
    elif isinstance(value, Exporter):
        yield from _no_tuple_of(_is_kind, "kinds", "kinds", value.kinds)


def _no_tuple_of(fits: Callable[[object], bool], things: str, field_name: str, given: object) -> Iterator[str]:
    if not isinstance(given, tuple) or not all(map(fits, given)):
        yield f"{field_name}= is {given!r}, no tuple of {things}"


def _is_kind(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Annotation)


def _strange_hooks(manager: pluggy.PluginManager, plugin: object, known: Collection[str]) -> Iterator[Fault]:
    """Find hooks that no specification knows, and those that are not marked; pluggy passes over both in silence."""
    for attribute in dir(plugin):
        options = manager.parse_hookimpl_opts(plugin, attribute)
        if options is None:
            if attribute in known and isroutine(getattr(plugin, attribute, None)):
                yield Fault(f"its {attribute} is no hook, since it is not marked with @hookimpl")
        elif (options.get("specname") or attribute) not in known:
            close = near(attribute, known)
            hint = f"did it mean {close!r}" if close else f"the hooks are {', '.join(known)}"
            yield Fault(f"it implements a hook {attribute!r}, which does not exist ({hint})")


def near(name: str, names: Collection[str]) -> str | None:
    """Give the name that was probably meant.

    >>> near("quotse", ["claims", "quotes"])
    'quotes'
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, names, 1)), None)


def misunderstood(lexicons: Iterable[Lexicon[object]], readers: Iterable[Extractor]) -> list[str]:
    """Say which words mean something of another type than the words of the list that they are added to.

    >>> from communique import Lexicon
    >>> sizes = Extractor("sizes", lambda reading: (), gives=(), words=(Lexicon.of("sizes", {"tall": 3}),))
    >>> misunderstood([Lexicon.of("sizes", {"huge": 9, "big": "big"})], [sizes])
    ["word list 'sizes' says str of 'big', and int of the words that are read"]
    """
    known: dict[str, set[type]] = {}
    for lexicon in (lexicon for extractor in readers for lexicon in extractor.words):
        known.setdefault(lexicon.name, set()).update(type(entry.means) for entry in lexicon.entries)
    return [
        f"word list {lexicon.name!r} says {_title(type(entry.means))} of {entry.surface!r}, "
        f"and {' or '.join(sorted(map(_title, known[lexicon.name])))} of the words that are read"
        for lexicon in lexicons
        if known.get(lexicon.name)
        for entry in lexicon.entries
        if not isinstance(entry.means, tuple(known[lexicon.name]))
    ]


def _title(meaning: type) -> str:
    """A type as it is imported; those that are built in by their names."""
    if meaning is type(None):
        return "nothing more"
    return meaning.__name__ if meaning.__module__ == "builtins" else f"{meaning.__module__}.{meaning.__name__}"
