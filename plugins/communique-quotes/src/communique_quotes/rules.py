"""The walk through an article: paragraph by paragraph, the cues behind quotations first, then those of clauses."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator

from communique import Quote, Reading, Unresolved
from communique_quotes.clause_rules import said_before_content
from communique_quotes.cues import Cue, cues_of
from communique_quotes.desk import Desk, Draft
from communique_quotes.finished import finished, undecided
from communique_quotes.headlines import headline_colon
from communique_quotes.page import Page
from communique_quotes.passive_rules import told_by
from communique_quotes.postposed_rules import said_after_content
from communique_quotes.quotation_rules import colon_before_quote, quote_goes_on, said_after_quote, signed
from communique_quotes.referents import referred
from communique_quotes.source_rules import according_to, claim_that, relayed
from communique_quotes.subject_rules import adding, subject_said
from communique_quotes.transcripts import transcript_line, turns_of

_OF_A_SOURCE = (according_to,)
_OF_A_NOUN = (claim_that,)
_OF_A_PASSIVE = (told_by,)
_OF_A_VERB = (said_before_content, said_after_content, adding, subject_said)
_AT_A_COMMA = (relayed, *_OF_A_VERB)

RULES: tuple[Callable[..., Draft | None], ...] = (
    said_after_quote,
    colon_before_quote,
    headline_colon,
    signed,
    transcript_line,
    quote_goes_on,
    said_before_content,
    said_after_content,
    according_to,
    relayed,
    claim_that,
    told_by,
    adding,
    subject_said,
)
"""All rules."""


def quotes(reading: Reading) -> Iterator[Quote | Unresolved]:
    """Find the quotes of an article."""
    page = Page(reading)
    desk = Desk(page, cues_of(reading, page))
    drafts, cues, turns = desk.drafts, [*desk.starts, _NEVER], turns_of(page)
    marks, mark_ends = [*page.quotations.starts, _NEVER], [*page.quotations.ends, _NEVER]
    previous: Draft | None = None
    number = mark = 0
    for start, end in page.paragraphs:
        first = number
        while cues[number] < end:
            number += 1
        while mark_ends[mark] <= start:
            mark += 1
        if start in turns:
            turn = turns[start]
            previous = previous if turn is None else transcript_line(desk, turn)
            continue
        if number == first and marks[mark] >= end:
            previous = None
            continue
        before, behind = len(drafts), mark
        while marks[behind] < end:
            behind += 1
        _read_paragraph(desk, (start, end), range(first, number), range(mark, behind), previous)
        above = desk.owners.get(mark) if marks[mark] < start else None
        new = (draft for draft in drafts[before:] if draft.rule is not told_by or draft.speaker)
        previous = max(new, key=_end, default=above)
    drafts.sort(key=_beginning)
    if headline_colon(desk) is not None:
        drafts.sort(key=_beginning)
    referred(page, drafts)
    for draft in drafts:
        yield finished(reading.article, page, draft)
        if draft.speaker and draft.speaker.rivals:
            yield undecided(reading.article, page, draft, draft.speaker)


_NEVER = sys.maxsize


def _beginning(draft: Draft) -> tuple[int, int]:
    return draft.pieces[0]


def _end(draft: Draft) -> int:
    return draft.pieces[-1][1]


def _read_paragraph(
    desk: Desk, paragraph: tuple[int, int], numbers: range, marks: range, previous: Draft | None
) -> None:
    """Read a paragraph with cues and quotations of those numbers, after one whose last draft was `previous`."""
    start, end = paragraph
    desk.page.quoted = len(marks) > 0
    if marks:
        for number in numbers:
            if said_after_quote(desk, number, start):
                desk.used.add(number)
    covered = start  # behind the content found so far: what is attributed inside it is not looked at
    for number in numbers:
        if number not in desk.used and desk.starts[number] >= covered:
            draft = _first_that_fits(desk, number, covered)
            if draft is not None:
                covered = max(covered, draft.pieces[-1][1])
    for mark in marks:
        if mark in desk.owners or colon_before_quote(desk, mark, start) is not None:
            continue
        if signed(desk, mark) is not None:
            continue
        if not _said_below(desk, mark, end):
            quote_goes_on(desk, mark, start, end, previous)


def _said_below(desk: Desk, mark: int, end: int) -> bool:
    """Read the attribution behind a quotation that goes on below its paragraph; tell whether there is one."""
    start, below = desk.page.quotations[mark]
    number = bisect_left(desk.starts, below) if below > end else len(desk.starts)
    if number == len(desk.starts) or said_after_quote(desk, number, start) is None:
        return False
    desk.used.add(number)
    return True


def _first_that_fits(desk: Desk, number: int, covered: int) -> Draft | None:
    for rule in _rules_for(desk, desk.cues[number]):
        draft = rule(desk, number, covered)
        if draft is not None:
            desk.used.add(number)
            return draft
    return None


def _rules_for(desk: Desk, cue: Cue) -> tuple[Callable[[Desk, int, int], Draft | None], ...]:
    if cue.passive:
        return _OF_A_PASSIVE
    if cue.word.tier == "source":
        return _OF_A_SOURCE
    if cue.word.tier == "noun":
        return _OF_A_NOUN
    return _AT_A_COMMA if desk.page.folded.startswith(", ", cue.end) else _OF_A_VERB
