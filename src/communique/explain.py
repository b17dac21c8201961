"""Why something was found: findings with their rules, cues and plugins, and the text cut at their edges."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import frozen

from communique.kinds import Actor, Annotation, Kind, Place
from communique.reading import Reading
from communique.span import Span


@frozen
class Explanation:
    """One finding and the reason for it, in plain words."""

    id: str
    """Its id in the record."""
    kind: str
    """Tag of its kind."""
    span: Span
    """The passage."""
    paragraph: int
    """Number of the paragraph it starts in, from 1."""
    words: str
    """Its words, as its row has them: of a quote the pieces without what stands between."""
    fields: dict[str, object]
    """What it says: the fields of its row that say something."""
    rule: str
    """The rule that found it."""
    cues: tuple[Span, ...]
    """The words that made the rule fire."""
    plugin: str
    """Plugin and version that gave it."""

    def __str__(self) -> str:
        lines = [f"{self.id}  {self.kind}  “{self.span.text}”  [{self.span.start}, {self.span.end})"]
        lines += [f"    {name}: {value}" for name, value in self.fields.items()]
        cues = ", ".join(f"“{cue.text}” [{cue.start}, {cue.end})" for cue in self.cues)
        lines.append(f"    because {self.rule} ({self.plugin}){f': {cues}' if cues else ''}")
        return "\n".join(lines)


_ELSEWHERE = {"article", "id", "paragraph", "words", "start", "end", "rule"}


def explain(reading: Reading, ident: str | None = None) -> list[Explanation]:
    """Explain every finding of a reading, or the one with that id.

    >>> from communique import read
    >>> print(explain(read("OSLO (AP) — Envoys arrived."), "d1")[0].rule)
    city-agency

    Raises:
        LookupError: if no finding has that id.
    """
    found = [(name, finding) for finding, name in reading.ids().items() if ident in {None, name}]
    if ident is not None and not found:
        raise LookupError(
            f"there is no {ident!r} in this reading; its findings are {', '.join(reading.ids().values())}"
        )
    return [_explanation(reading, name, finding) for name, finding in found]


def _explanation(reading: Reading, ident: str, finding: Annotation) -> Explanation:
    row = reading.row(finding)
    fields = {name: value for name, value in row.items() if name not in _ELSEWHERE and value not in {None, ""}}
    source = reading.source(finding)
    return Explanation(
        ident,
        finding.tag,
        finding.span,
        reading.layout.paragraphs.at(finding.span.start) + 1,
        str(row["words"]),
        fields,
        finding.evidence.rule,
        finding.evidence.cues,
        f"{source.plugin or source.extractor} {source.version}".rstrip(),
    )


@frozen
class Piece:
    """A stretch of the text within which the same findings hold."""

    span: Span
    """The stretch."""
    tags: frozenset[str]
    """Tags of the kinds that cover it."""


def pieces(reading: Reading, kinds: Collection[Kind] | None = None) -> Iterator[Piece]:
    """Cut the text at the edges of findings (of entities: of their mentions); the pieces put together are the text."""
    edges: dict[int, dict[str, int]] = {}
    for finding in reading.ids():
        if kinds is None or type(finding) in kinds:
            for span in _covered(finding):
                for offset, step in ((span.start, 1), (span.end, -1)):
                    tags = edges.setdefault(offset, {})
                    tags[finding.tag] = tags.get(finding.tag, 0) + step
    article, start = reading.article, 0
    depth: dict[str, int] = {}
    for offset in sorted({*edges, len(article.text)}):
        if offset > start:
            yield Piece(article.span(start, offset), frozenset(tag for tag, deep in depth.items() if deep > 0))
        for tag, step in edges.get(offset, {}).items():
            depth[tag] = depth.get(tag, 0) + step
        start = offset


def _covered(finding: Annotation) -> Iterator[Span]:
    match finding:
        case Actor():
            yield from (mention.span for mention in finding.mentions)
        case Place():
            yield from finding.mentions
        case _:
            yield finding.span
