"""What a plugin brings, in words, for ``communique plugins show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc, getdoc
from textwrap import indent

from communique.contents import Contents
from communique.exporter import Exporter
from communique.extractor import Extractor
from communique.kinds import KINDS, rule_name
from communique.lexicon import Lexicon
from communique.plugins import PluginStatus


def page(status: PluginStatus, given: Contents) -> Iterator[str]:
    """Give the lines that describe a plugin."""
    yield f"{status.name}: {status.distribution} {status.version}, {status.state}{status.why and f' ({status.why})'}"
    for fault in given.faults:
        yield f"    {fault.what}"
    for extractor in given.extractors:
        yield from _extractor(extractor)
    for kind in dict.fromkeys(kind for extractor in given.extractors for kind in extractor.gives):
        if kind not in KINDS:
            yield f"\nkind {kind.tag}"
            yield indent("\n".join(_paragraphs(cleandoc(kind.__doc__ or "(not documented)"))), "    ")
    for lexicon in given.lexicons:
        yield f"\nword list {_size(lexicon)}, added to whoever reads it"
    for exporter in given.exporters:
        yield from _exporter(exporter)
    for command in given.commands:
        yield f"\ncommand {command.name}: {command.get_short_help_str(80)}"
    if given.settings:
        yield f"\nsettings, in a table [plugins.{status.name}]"
        yield indent("\n".join(_paragraphs(given.settings)), "    ")


def _extractor(extractor: Extractor) -> Iterator[str]:
    yield f"\nextractor {extractor.name}"
    for title, kinds in (("gives", extractor.gives), ("needs", extractor.needs), ("uses", extractor.uses)):
        if kinds:
            yield f"    {title:6}{', '.join(kind.__name__ for kind in kinds)}"
    if extractor.words:
        yield f"    words {', '.join(map(_size, extractor.words))}"
    if extractor.rules:
        yield f"\n    {len(extractor.rules)} rules"
    for rule in extractor.rules:
        yield f"    {rule_name(rule)}"
        yield indent("\n".join(_paragraphs(getdoc(rule) or "(not documented)")), " " * 8)


def _paragraphs(docstring: str) -> Iterable[str]:
    """The paragraphs of a docstring, each on a line of its own."""
    return (" ".join(part.split()) for part in docstring.replace("``", '"').split("\n\n"))


def _size(lexicon: Lexicon[object]) -> str:
    try:
        return f"{lexicon.name} ({len(lexicon.entries)})"
    except Exception as error:  # noqa: BLE001 - whatever loading raises is told in its place
        return f"{lexicon.name} (loading it raised {type(error).__name__}: {error})"


def _exporter(exporter: Exporter) -> Iterator[str]:
    kinds = ", ".join(kind.__name__ for kind in exporter.kinds) or "any kind"
    ending = f", files that end in {exporter.suffix}" if exporter.suffix else ""
    yield f"\nexporter {exporter.name}: {kinds}{', one at a time' if exporter.one_kind else ''}{ending}"
