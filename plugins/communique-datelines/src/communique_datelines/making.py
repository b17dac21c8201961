"""A dateline made of what a rule matched: what the rules share."""

from __future__ import annotations

from collections.abc import Callable

import regex

from communique import Article, Dateline, because
from communique_datelines import patterns
from communique_datelines.days import printed_day
from communique_datelines.opening import Opening

Rule = Callable[[Opening], Dateline | None]


def of_known_agency(dateline: Dateline | None, opening: Opening) -> Dateline | None:
    """A dateline, if there is one and its agency is known."""
    known = dateline is not None and dateline.agency_span is not None and opening.is_agency(dateline.agency_span)
    return dateline if known else None


def maybe_dated(rule: Rule, opening: Opening, pattern: regex.Pattern[str]) -> Dateline | None:
    """Make the dateline whose rest matches behind the day, if one is printed, or behind the places."""
    return dateline_of(rule, opening, pattern, dated=opening.dated is not None)


def dateline_of(
    rule: Rule,
    opening: Opening,
    pattern: regex.Pattern[str],
    *,
    dated: bool = False,
    before: regex.Match[str] | None = None,
) -> Dateline | None:
    """Make the dateline whose rest matches a pattern; None where it does not, or the day is none.

    The rest stands behind the places, with `dated` behind the day that follows them; `before` is a day before them.
    """
    match = opening.match(pattern, dated=dated)
    if match is None:
        return None
    article = opening.reading.article
    parts = {name: article.span_of(match, name) for name, words in match.groupdict().items() if words}
    day_match = opening.dated if dated else before
    if day_match is not None:
        parts["day"] = article.span_of(day_match, "day")
    day, agency = parts.get("day"), parts.get("agency")
    printed = printed_day(article.folded[day.start : day.end]) if day else None
    if day and printed is None:
        return None
    return Dateline(
        article.span(opening.start, match.end()),
        places=opening.filing_places(),
        date=printed.near(article.published) if printed else None,
        date_span=day,
        agency=agency.text if agency else None,
        agency_span=agency,
        body=_body(article, match.end()),
        evidence=because(rule, *(parts[name] for name in ("day", "agency", "close", "next") if name in parts)),
    )


def _body(article: Article, at: int) -> int:
    """Where the story starts: behind blanks and what a monitoring service prints in square brackets."""
    match = article.match(patterns.BODY, at)
    return match.end() if match else at
