"""A reading as HTML, as notebooks show it: the text with marks, a legend, and a table of each kind.

It stands by itself: no script, no style sheet, nothing that is fetched.  Colours are those of the page around it, light
or dark, with lines and shades that show on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from communique.article import Article
from communique.kinds import Annotation
from communique.marking import cut

COLOURS = {
    "dateline": "#3b82f6",
    "quote": "#16a34a",
    "claim": "#dc2626",
    "position": "#c026d3",
    "delegation": "#8b5cf6",
    "event": "#d97706",
    "actor": "#0891b2",
    "place": "#65a30d",
    "time": "#6366f1",
}
"""The colour of each kind, of a strength that shows on light and on dark pages."""
OTHER = "#78716c"
"""The colour of kinds of plugins, and of what was left open."""
LONGEST = 50_000
"""How many characters of a text are shown; tables have the findings of all of it."""

_Rows = Mapping[Annotation, Mapping[str, object]]
_SHADED = {"quote", "claim", "position", "delegation"}
_NO_COLUMNS = {"article", "start", "end", "quoted", "body"}
_BESIDE = ("_span", "_country")
"""Columns whose names end so say more of another one; countries are put into its cells."""


def html_of(article: Article, ids: Mapping[Annotation, str], rows: _Rows, errors: Sequence[str] = ()) -> str:
    """Write an article and what was found in it as HTML.

    >>> html_of(Article("Talks <resumed>."), {}, {})
    '<div class="communique"><p>Nothing was found.</p><div style="...">Talks &lt;resumed&gt;.</div></div>'

    Args:
        article: the article.
        ids: the findings, with their ids.
        rows: the row of each finding.
        errors: what failed, in words.
    """
    by_tag: dict[str, list[Annotation]] = {tag: [] for tag in COLOURS}
    for finding in ids:
        by_tag.setdefault(finding.tag, []).append(finding)
    found = {tag: findings for tag, findings in by_tag.items() if findings}
    parts = [
        *(f"<p><strong>Failed:</strong> {_shown(error)}</p>" for error in errors),
        f"<p><strong>{_shown(article.title)}</strong></p>" if article.title else "",
        _legend(found),
        '<div style="white-space:pre-wrap;line-height:2;max-width:52em">',
        *_marked(article, ids),
        "</div>",
        *(_table(tag, findings, rows) for tag, findings in found.items()),
    ]
    return f'<div class="communique">{"".join(parts)}</div>'


def _legend(found: Mapping[str, Sequence[Annotation]]) -> str:
    samples = (f'<span style="{_style([tag])};margin-right:1em">{_shown(tag)}</span>' for tag in found)
    return f'<p style="line-height:2">{" ".join(samples)}</p>' if found else "<p>Nothing was found.</p>"


def _marked(article: Article, ids: Mapping[Annotation, str]) -> Iterator[str]:
    shown = LONGEST
    for piece in cut(article, ids):
        words = _shown(piece.span.text[:shown])
        if piece.findings and words:
            said = "; ".join(f"{ids[finding]} {_said(finding)}" for finding in piece.findings)
            tags = [tag for tag in (*COLOURS, *sorted(piece.tags - COLOURS.keys())) if tag in piece.tags]
            yield f'<span style="{_style(tags)}" title="{_shown(said)}">{words}</span>'
        else:
            yield words
        shown -= len(piece.span)
        if shown <= 0 and piece.span.end < len(article.text):
            yield f"<em> […] {len(article.text) - LONGEST:,} characters more</em>"
            return


def _said(finding: Annotation) -> str:
    """What a mark says when it is pointed at: the kind, who or what it is, and the rule."""
    name = getattr(finding, "name", "") or getattr(getattr(finding, "speaker", None), "name", "")
    return f"{finding.tag}{f' {name}' if name else ''} ({finding.evidence.rule})"


def _style(tags: Sequence[str]) -> str:
    """A line below the words for each kind, one under the other, and a shade where whole passages are meant."""
    colours = [COLOURS.get(tag, OTHER) for tag in tags]
    lines = ",".join(f"0 {2 * number}px {colour}" for number, colour in enumerate(colours, 1))
    shade = next((COLOURS[tag] for tag in tags if tag in _SHADED), None)
    return f"box-shadow:{lines}{f';background:{shade}26' if shade else ''}"


def _table(tag: str, findings: Sequence[Annotation], rows: _Rows) -> str:
    every = [rows[finding] for finding in findings]
    columns = [name for name in every[0] if name not in _NO_COLUMNS and not name.endswith(_BESIDE)]
    told = [name for name in columns if any(row[name] not in {None, ""} for row in every)]
    head = "".join(f'<th style="text-align:left">{_shown(name)}</th>' for name in told)
    body = "".join(f"<tr>{''.join(_cells(row, told))}</tr>" for row in every)
    style = "border-spacing:.8em .2em;font-size:inherit;text-align:left"
    table = f'<table style="{style}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    summary = f"<summary>{_shown(tag)} ({len(every)})</summary>"
    return f'<details>{summary}<div style="overflow-x:auto">{table}</div></details>'


def _cells(row: Mapping[str, object], columns: Iterable[str]) -> Iterator[str]:
    for name in columns:
        value, country = row[name], row.get(f"{name}_country")
        shown = "" if value is None else _shown(f"{value} ({country})" if country else value)
        wide = ";min-width:18em" if name == "words" else ""
        yield f'<td style="text-align:left;vertical-align:top{wide}">{shown}</td>'


def _shown(value: object) -> str:
    """A value as HTML has it; what no page can hold (most control characters, half characters) is ``�``."""
    return escape(_NOT_HELD.sub("�", str(value)))


_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
