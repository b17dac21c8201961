"""Directives that write parts of the reference from the code and the installed plugins, so that they cannot drift."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import getdoc
from pathlib import Path
from typing import ClassVar, Literal, get_args, get_origin, get_type_hints

import click
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger

from communique import read
from communique.cli import communique
from communique.extractor import Extractor
from communique.kinds import KINDS, LAYOUT, Kind, Unresolved, rule_name
from communique.lexicon import Entry
from communique.plugins import load, statuses
from communique.schema import kind_schema, said_of_fields

logger = getLogger(__name__)
_CODE = re.compile(r"`{1,2}([^`]+)`{1,2}")


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directives."""
    app.add_directive("rules", Rules)
    app.add_directive("kinds-table", KindsTable)
    app.add_directive("plugin-kinds", PluginKinds)
    app.add_directive("word-lists", WordLists)
    app.add_directive("word-meanings", WordMeanings)
    app.add_directive("command-help", CommandHelp)
    app.add_directive("reading", ShownReading)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Rules(SphinxDirective):
    """Every rule of every installed plugin: a section for each extractor, a definition for each rule."""

    def run(self) -> list[nodes.Node]:
        """Write the sections, plugins in alphabetical order."""
        extractors = [extractor for extractor in load().extractors if extractor.rules]
        return [self._section(one) for one in sorted(extractors, key=lambda one: (one.plugin, one.name))]

    def _section(self, extractor: Extractor) -> nodes.Node:
        title = f"{extractor.plugin}: {extractor.name}"
        section = nodes.section("", nodes.title("", title), ids=[nodes.make_id(title)], names=[title])
        gives = ", ".join(kind.__name__ for kind in extractor.gives)
        section += nodes.paragraph("", f"Gives {gives}; {len(extractor.rules)} rules.")
        entries = nodes.definition_list()
        for rule in extractor.rules:
            name, docstring = rule_name(rule), getdoc(rule)
            if not docstring:
                logger.warning("the rule %s of %s has no docstring", name, extractor.title)
            term = nodes.term("", "", nodes.literal("", name), ids=[nodes.make_id(f"{extractor.name}-{name}")])
            entries += nodes.definition_list_item("", term, nodes.definition("", *_paragraphs(docstring or "")))
        section += entries
        return section


class KindsTable(SphinxDirective):
    """The kinds of core in one table."""

    def run(self) -> list[nodes.Node]:
        """Write the table."""
        givers = {kind: status.name for status in statuses() for kind in status.kinds}
        rows = [(self._link(kind), *_cells(kind, givers)) for kind in KINDS]
        return [_table(("kind", "tag", "ids", "sort", "given by", "what it is"), rows)]

    def _link(self, kind: Kind) -> nodes.Node:
        target = f"{kind.__module__}.{kind.__name__}"
        name = nodes.literal("", kind.__name__)
        return pending_xref("", name, refdomain="py", reftype="class", reftarget=target, refdoc=self.env.docname)


class PluginKinds(SphinxDirective):
    """The kinds that installed plugins define: a section for each, with its fields as they stand in a record."""

    def run(self) -> list[nodes.Node]:
        """Write the sections, kinds in alphabetical order."""
        givers = {kind: status.name for status in statuses() for kind in status.kinds}
        own = sorted((kind for kind in load().kinds if kind not in KINDS), key=lambda kind: kind.tag)
        return [self._section(kind, givers.get(kind.__name__, "")) for kind in own]

    def _section(self, kind: Kind, giver: str) -> nodes.Node:
        section = nodes.section("", nodes.title("", kind.__name__), ids=[f"kind-{kind.tag}"], names=[kind.tag])
        section += nodes.paragraph(
            "", "", nodes.Text("Tag "), nodes.literal("", kind.tag), nodes.Text(f", of {giver}.")
        )
        section += list(_paragraphs(getdoc(kind) or ""))
        fields = [(name, one) for name, one in kind_schema(kind)["properties"].items() if name not in _OF_EVERY_KIND]
        rows = [(nodes.literal("", name), nodes.inline("", "", *_said_of(one))) for name, one in fields]
        section += _table(("field", "what it says"), rows)
        return section


_OF_EVERY_KIND = {"id", "kind", "span", "rule", "plugin", "cues"}


def _said_of(field: Mapping[str, object]) -> Iterator[nodes.Node]:
    """What a field of a record says, and the words it may have."""
    yield from _marked(str(field.get("description", "")))
    words = field.get("enum", ())
    assert isinstance(words, Iterable)
    for number, word in enumerate(words):
        yield nodes.Text(", " if number else "  One of ")
        yield nodes.literal("", str(word))


class WordLists(SphinxDirective):
    """The word lists that installed extractors read."""

    def run(self) -> list[nodes.Node]:
        """Write the table."""
        readers: dict[str, list[str]] = {}
        for extractor in load().extractors:
            for lexicon in extractor.words:
                readers.setdefault(lexicon.name, []).append(extractor.name)
        rows = [
            (
                nodes.literal("", name),
                ", ".join(sorted(readers[name])),
                str(len(entries)),
                " or ".join(sorted({_said_by(entry) for entry in entries})),
                nodes.literal("", _example_of(entries)),
            )
            for name, entries in _read_entries().items()
        ]
        return [_table(("list", "read by", "entries", "what an entry says", "for example"), rows)]


class WordMeanings(SphinxDirective):
    """The classes in which word lists say what a word means: a section for each, with its fields and an entry."""

    def run(self) -> list[nodes.Node]:
        """Write the sections, classes in alphabetical order."""
        lists: dict[type, list[str]] = {}
        examples: dict[type, Entry[object]] = {}
        for name, entries in _read_entries().items():
            for entry in entries:
                meaning = type(entry.means)
                if meaning.__module__ != "builtins" and name not in lists.setdefault(meaning, []):
                    lists[meaning].append(name)
                    examples.setdefault(meaning, entry)
        classes = sorted(lists, key=lambda meaning: meaning.__name__)
        return [self._section(meaning, lists[meaning], examples[meaning]) for meaning in classes]

    def _section(self, meaning: type, lists: Sequence[str], example: Entry[object]) -> nodes.Node:
        title = meaning.__name__
        section = nodes.section("", nodes.title("", title), ids=[f"means-{nodes.make_id(title)}"], names=[title])
        section += nodes.paragraph(
            "",
            "",
            nodes.literal("", f"from {meaning.__module__} import {title}"),
            nodes.Text("; in "),
            *_marked(", ".join(f"`{name}`" for name in lists)),
            nodes.Text("."),
        )
        section += list(_paragraphs((getdoc(meaning) or "").partition("\n>>> ")[0]))
        said, types = said_of_fields(meaning), get_type_hints(meaning)
        rows = [
            (nodes.literal("", name), nodes.inline("", "", *_marked(said.get(name, "")), *_one_of(type_)))
            for name, type_ in types.items()
        ]
        section += _table(("field", "what it says"), rows)
        shown = f"Entry({example.surface!r}, {example.means!r})"
        section += nodes.literal_block(shown, shown, language="text")
        return section


def _read_entries() -> dict[str, list[Entry[object]]]:
    """The entries of each list that somebody reads, those that plugins add behind its own, by name."""
    installed = load()
    own = {lexicon.name: lexicon for extractor in installed.extractors for lexicon in extractor.words}
    entries = {name: list(lexicon.entries) for name, lexicon in sorted(own.items())}
    for lexicon in installed.lexicons:
        entries.get(lexicon.name, []).extend(lexicon.entries)
    return entries


def _example_of(entries: Sequence[Entry[object]]) -> str:
    """A word of a list and what it says, where that is short."""
    entry = next((one for one in entries if one.means is not None), entries[0])
    return f"{entry.surface}: {entry.means}" if isinstance(entry.means, str | bool) else entry.surface


def _one_of(type_: object) -> Iterator[nodes.Node]:
    """The words that a field may have, where there are a few only."""
    words = [word for part in (type_, *get_args(type_)) if get_origin(part) is Literal for word in get_args(part)]
    if words:
        yield from _marked("  One of " + ", ".join(f"`{word}`" for word in words if word))


class CommandHelp(SphinxDirective):
    """What a command prints when it is asked for help; the argument is the command, without it the whole program."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Write the call and the help as a block of literal text."""
        path = self.arguments[0].split() if self.arguments else []
        context = communique.make_context("communique", [], resilient_parsing=True, terminal_width=90)
        for name in path:
            assert isinstance(context.command, click.Group)
            command = context.command.get_command(context, name)
            if command is None:
                raise self.error(f"there is no command {' '.join(path)!r}")
            context = command.make_context(name, [], context, resilient_parsing=True)
        shown = f"$ {' '.join(['communique', *path, '--help'])}\n{context.get_help()}"
        return [nodes.literal_block(shown, shown, language="text")]


class ShownReading(SphinxDirective):
    """A file of the repository, read, as notebooks show it."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"published": str}

    def run(self) -> list[nodes.Node]:
        """Read the file and write the reading as HTML; other builders leave it out."""
        file = Path(self.env.srcdir).parent / self.arguments[0]
        self.env.note_dependency(str(file))
        reading = read(file.read_text(encoding="utf-8"), published=self.options.get("published"))
        return [nodes.raw("", reading._repr_html_(), format="html")]


def _cells(kind: Kind, givers: Mapping[str, str]) -> tuple[str, ...]:
    sort = "layout" if kind.layout else "entity" if kind.entity else "surface"
    giver = "core" if kind in LAYOUT else "any" if kind is Unresolved else givers.get(kind.__name__, "-")
    return kind.tag, "-" if kind.layout else f"{kind.letter}1", sort, giver, _first_line(kind)


def _said_by(entry: Entry[object]) -> str:
    return "nothing more" if entry.means is None else type(entry.means).__name__


def _first_line(thing: object) -> str:
    return (getdoc(thing) or "").partition("\n")[0]


def _paragraphs(docstring: str) -> Iterator[nodes.paragraph]:
    """The paragraphs of a docstring, with code where it has double backticks and nothing else marked."""
    for paragraph in re.split(r"\n\s*\n", docstring):
        yield nodes.paragraph("", "", *_marked(paragraph))


def _marked(text: str) -> list[nodes.Node]:
    pieces = _CODE.split(" ".join(text.split()))
    return [nodes.literal("", piece) if at % 2 else nodes.Text(piece) for at, piece in enumerate(pieces)]


def _table(heads: Sequence[str], rows: Iterable[Sequence[nodes.Node | str]]) -> nodes.table:
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=1) for _ in heads]
    group += nodes.thead("", _row(heads))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=["many-columns"])


def _row(cells: Sequence[nodes.Node | str]) -> nodes.row:
    inside = [nodes.Text(cell) if isinstance(cell, str) else cell for cell in cells]
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in inside))
