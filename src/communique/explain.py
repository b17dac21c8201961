"""Why something was found: findings with their rules, cues and plugins, and the text cut at their edges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

from communique.kinds import Annotation, Kind
from communique.marking import Piece, cut
from communique.reading import Reading
from communique.span import Span


@frozen
class Explanation:
    """One finding and the reason for it, in plain words.

    >>> from communique import read
    >>> print(explain(read("OSLO (AP) — Envoys arrived."), "d1")[0])
    d1  dateline  “OSLO (AP) —”  [0, 11)
        places: OSLO
        ...
        because city-agency (communique-datelines ...): ...
    """

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
        there = f"its findings are {_ranges(reading.ids().values())}" if reading.ids() else "nothing was found"
        raise LookupError(f"there is no {ident!r} in this reading; {there}")
    return [_explanation(reading, name, finding) for name, finding in found]


def _ranges(ids: Iterable[str]) -> str:
    """Ids in short: those of one letter are counted from 1 without a gap."""
    last = {ident.rstrip("0123456789"): ident for ident in ids}
    return ", ".join(ident if ident == f"{letter}1" else f"{letter}1 to {ident}" for letter, ident in last.items())


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


def pieces(reading: Reading, kinds: Collection[Kind] | None = None) -> Iterator[Piece]:
    """Cut the text at the edges of findings, or of those of some kinds; see `communique.marking.cut`.

    >>> from communique import Dateline, read
    >>> [piece.span.text for piece in pieces(read("OSLO (AP) — Envoys arrived."), {Dateline})]
    ['OSLO (AP) —', ' Envoys arrived.']
    """
    found = [finding for finding in reading.ids() if kinds is None or type(finding) in kinds]
    return cut(reading.article, found)
