"""From a draft to the quote: spans, kind, evidence."""

from __future__ import annotations

from typing import Literal

from communique import Article, Quote, Span, Unresolved, because
from communique_quotes.desk import Draft
from communique_quotes.endings import inner_stop
from communique_quotes.grammar import CAPITAL, DETERMINER, PREPOSITION, STOPPER, traits
from communique_quotes.page import Page, Speaker

_POINTS = " .,;:!?-()[]\n"


def finished(article: Article, page: Page, draft: Draft) -> Quote:
    """Give the quote of a draft."""
    pieces, span = draft.pieces, article.span
    if len(pieces) == 1:
        whole = span(*pieces[0])
        content: tuple[Span, ...] = (whole,)
    else:
        pieces.sort()
        whole = span(pieces[0][0], pieces[-1][1])
        content = tuple([span(*piece) for piece in pieces])
    quoted = _quoted(page, pieces) if draft.marked else []
    speaker = draft.speaker
    named = span(speaker.start, _with_comma(page, speaker)) if speaker else None
    cue = span(*draft.cue) if draft.cue else None
    return Quote(
        whole,
        content,
        content if quoted == pieces else tuple([span(*region) for region in quoted]),
        _kind(page, draft, quoted) if quoted else "indirect",
        speaker.actor if speaker and not speaker.rivals else None,
        named,
        draft.via,
        cue,
        evidence=because(draft.rule) if cue is None else because(draft.rule, cue),
    )


def undecided(article: Article, page: Page, draft: Draft, speaker: Speaker) -> Unresolved:
    """Give what of a draft could not be decided: which of several actors speaks."""
    named = article.span(speaker.start, _with_comma(page, speaker))
    candidates = tuple(actor for actor in (speaker.actor, *speaker.rivals) if actor)
    why = "several actors fit these words"
    return Unresolved(named, "speaker", why, candidates, evidence=because(draft.rule, named))


def _with_comma(page: Page, speaker: Speaker) -> int:
    """Where the phrase of a speaker ends, with the comma that closes its apposition."""
    apposed = page.folded.find(",", speaker.start, speaker.end) >= 0
    return speaker.end + (apposed and page.folded.startswith(",", speaker.end))


def _quoted(page: Page, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations inside the pieces of content that are words of the speaker."""
    quotations = page.quotations
    return [quotations[mark] for piece in pieces for mark in quotations.within(*piece) if not is_label(page, mark)]


def is_label(page: Page, mark: int) -> bool:
    """Tell whether a short quotation is a label in a noun phrase, not words of the speaker: his "swinger" lifestyle."""
    start, end = page.quotations[mark]
    if end - start > _LONGEST_LABEL or inner_stop(page, mark):
        return False
    before = page.before(start)
    if not page.follows(before, start - 1):
        return False
    text = page.words[before].lower()
    if text == "called" and page.folded.endswith("so-", 0, page.starts[before]):
        return True
    if text == "s":
        return " " not in page.folded[start:end]
    after = page.at(end + 1)
    noun_follows = after >= 0 and not traits(page.words[after]) & (CAPITAL | STOPPER | PREPOSITION)
    return noun_follows and traits(text) & DETERMINER != 0


_LONGEST_LABEL = 26


def _kind(page: Page, draft: Draft, quoted: list[tuple[int, int]]) -> Literal["direct", "mixed"]:
    """Tell whether all words are in marks, or some."""
    if draft.fragment or any(_words_outside(page, piece, quoted) for piece in draft.pieces):
        return "mixed"
    return "direct"


def _words_outside(page: Page, piece: tuple[int, int], quoted: list[tuple[int, int]]) -> bool:
    """Tell whether words of a piece stand outside quotation marks."""
    position, end = piece
    for region_start, region_end in quoted:
        if position <= region_start < end:
            if page.folded[position:region_start].strip(_POINTS):
                return True
            position = region_end
    return page.folded[position:end].strip(_POINTS) != ""
