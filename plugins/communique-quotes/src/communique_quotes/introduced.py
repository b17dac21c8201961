"""From a cue to the content that follows it, a clause or a quotation, and a quote of both."""

from __future__ import annotations

from collections.abc import Callable

from communique import Actor
from communique_quotes.content import Opening, admits, opening_after
from communique_quotes.cues import Cue
from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import before_next_clause, content_end, inner_stop
from communique_quotes.grammar import SUBORDINATOR, traits
from communique_quotes.page import Page, Speaker

_NEXT_LINES = 8
_LONGEST_SUBORDINATOR = len("although") + 8
"""With the separators behind it."""
LONGEST_ASIDE = 60
"""Between an attribution and the colon or comma that closes it stand no more letters."""
_SHORTEST_SENTENCE = 24


def followed_by_quotation(
    desk: Desk, cue: Cue, position: int, speaker: Speaker | None, rule: Callable[..., object]
) -> Draft | None:
    """Make the quote of the quotation that starts at a position, blanks and line breaks left out."""
    page = desk.page
    start = page.skip_blanks(position, min(len(page.folded), position + _NEXT_LINES))
    mark = page.quotations.at(start)
    if mark < 0 or page.quotations.starts[mark] != start or mark in desk.owners:
        return None
    return desk.keep(Draft(rule, [page.quotations[mark]], (cue.start, cue.end), speaker))


def introduced(
    desk: Desk,
    number: int,
    speaker: Speaker | None,
    rule: Callable[..., object],
    ceiling: int,
    via: Actor | None = None,
) -> Draft | None:
    """Make the quote whose content follows a cue."""
    page, cue = desk.page, desk.cues[number]
    if page.folded[cue.end - 1] == ":" and page.skip_blanks(cue.end, ceiling) >= ceiling:
        return followed_by_quotation(desk, cue, cue.end, speaker, rule)
    opening = opening_after(page, cue, ceiling)
    if opening is None:
        colon = page.folded[ceiling - 1] == ":" and ceiling - cue.end < LONGEST_ASIDE
        return followed_by_quotation(desk, cue, ceiling, speaker, rule) if colon else None
    if _others(desk, number, opening):
        return None
    end = _end_of(desk, number, opening, speaker, ceiling)
    if end <= opening.start or not _has_words(page, opening, end) or not admits(page, cue, opening, end):
        return None
    relayer = desk.relayers.get(number)
    via = relayer.actor if relayer else via
    draft = Draft(rule, [(opening.start, end)], (cue.start, cue.end), speaker, via)
    if page.quoted:
        mark = page.quotations.at(opening.start)
        clear = opening.by in {"colon", "comma"} or (mark >= 0 and _is_clause(page, mark))
        draft.fragment = cue.word.tier == "object" or not clear
    return desk.keep(draft)


def _others(desk: Desk, number: int, opening: Opening) -> bool:
    """Tell whether content is introduced by the next cue: "in a message *posted* on Telegram, Ruiz said: “…”"."""
    following = desk.next_cue(number)
    return following is not None and following.end <= opening.start and following.word.tier == "speech"


def _has_words(page: Page, opening: Opening, end: int) -> bool:
    """Tell whether content holds a word, and not only marks and brackets."""
    return opening.first >= 0 and page.starts[opening.first] < end


def _is_clause(page: Page, mark: int) -> bool:
    """Tell whether a quotation that a cue introduces without a comma is a clause of its own."""
    start, end = page.quotations[mark]
    return inner_stop(page, mark) != "" or (end - start > _SHORTEST_SENTENCE and page.text[start + 1].isupper())


def _end_of(desk: Desk, number: int, opening: Opening, speaker: Speaker | None, ceiling: int) -> int:
    """Where the content that begins at an opening ends."""
    page, cue = desk.page, desk.cues[number]
    following = desk.next_cues(number)
    mark = page.quotations.at(opening.start) if page.quoted else -1
    if mark < 0 or opening.by not in {"colon", "comma", "quotation"}:
        divided = page.folded.find(",", opening.start, ceiling) >= 0
        subordinate = divided and speaker is not None and _is_subordinate(page, speaker, cue)
        end = content_end(page, opening.start, ceiling, following, subordinate=subordinate)
        return before_next_clause(page, opening.start, end, following) if cue.word.tier == "object" else end
    end = page.quotations.ends[mark]
    if end >= ceiling or inner_stop(page, mark) or not page.folded[end].isspace():
        return end
    if page.after(end) < 0 or page.starts[page.after(end)] > end + 1:
        return end
    return content_end(page, opening.start, ceiling, following)


def _is_subordinate(page: Page, speaker: Speaker, cue: Cue) -> bool:
    """Tell whether the clause of a cue is a subordinate one whose main clause comes after it."""
    folded, start = page.folded, speaker.start
    far = start - cue.sentence[0] > _LONGEST_SUBORDINATOR
    if start > cue.start or (far and folded[start] != "w") or folded.startswith(",", cue.end):  # "as Ruiz said, …"
        return False
    if folded.startswith("who", start):
        return folded.startswith(", ", start - 2)
    before = page.before(start)
    if before < 0 or not traits(page.words[before]) & SUBORDINATOR:
        return False
    return page.starts[before] == cue.sentence[0]
