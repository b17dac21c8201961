"""The rule of attributions behind a clause without marks, or inside one."""

from __future__ import annotations

import re

from communique_quotes.clauses import is_narrators, opens_adverbial
from communique_quotes.content import RECIPIENTS, past_recipient
from communique_quotes.cues import Cue
from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import STOPS_TELLING, clause_start, closes_attribution, content_end, is_remark
from communique_quotes.grammar import COORDINATOR, SUBORDINATOR, traits, words
from communique_quotes.page import Page
from communique_quotes.speakers import speaker_after, speaker_of

_SHORTEST_LEAD = 30
"""A shorter adverbial before an attribution is no content by itself."""
_LOOSELY_PLACED = words("say tell add write report")
"""Verbs that may have an adjunct of any kind behind them where they follow their content."""
_SHARP_END = re.compile(r"[.,;:!?)]|\s*\Z|\n| (?:on \w+day|\w+day)\b")
_CONTRAST = re.compile(r", (?:while|although|though|even though|even as|whereas) ")
"""What opens a clause behind an attribution that belongs to the narrator again."""
_FINITE = frozenset({"past", "third", "base"})


def said_after_content(desk: Desk, number: int, covered: int) -> Draft | None:
    """A clause without marks, a comma, then speaker and cue or cue and speaker; or a clause that they interrupt.

    Matches Talks will resume, Ruiz said.  Not: After the vote, Ruiz said talks would resume.
    """
    page, cue = desk.page, desk.cues[number]
    if cue.word.tier not in {"speech", "clause"} or cue.word.form not in _FINITE:
        return None
    sentence_start, sentence_end = cue.sentence
    floor = max(sentence_start, covered)
    before = page.trim_blanks(cue.start, floor)
    inverted = before > floor and page.folded[before - 1] in ",-"
    speaker = None
    if inverted and cue.word.lemma != "tell" and cue.start == cue.verb:
        speaker = speaker_after(page, cue.end, sentence_end)
    if speaker is None:
        inverted, speaker = False, speaker_of(page, cue, floor)  # the comma may close what is said of the speaker
    if speaker is None or is_narrators(page, cue, speaker):
        return None
    comma = (before if inverted else page.trim_blanks(speaker.start, floor)) - 1
    after = max(cue.end, speaker.end)
    if cue.word.lemma in RECIPIENTS:
        after = past_recipient(page, after, sentence_end)
    if not inverted:
        comma = _before_as(page, comma, floor)
    if (
        comma <= floor
        or page.folded[comma] not in ",-"
        or is_remark(page, comma)
        or not _ends_here(page, cue, after, sentence_end)
    ):
        return None
    pieces = _around(page, floor, comma, sentence_end if inverted else after, sentence_end)
    return desk.keep(Draft(said_after_content, pieces, (cue.start, cue.end), speaker)) if pieces else None


def _before_as(page: Page, last: int, floor: int) -> int:
    """The comma before "as" where an attribution opens with it: "…, as Ruiz noted"."""
    if not page.folded.endswith(" as", floor, last + 1):
        return last
    return page.trim_blanks(last - 1, floor) - 1


def _ends_here(page: Page, cue: Cue, after: int, sentence_end: int) -> bool:
    """Tell whether nothing but an adjunct follows an attribution."""
    if cue.word.lemma in _LOOSELY_PLACED:
        return closes_attribution(page, after, sentence_end)
    return after >= sentence_end or _SHARP_END.match(page.folded, after, sentence_end + 1) is not None


def _around(page: Page, floor: int, comma: int, after: int, sentence_end: int) -> list[tuple[int, int]]:
    """The pieces of a clause around an attribution between commas."""
    start = clause_start(page, floor, comma)
    end = page.trim_blanks(comma, start)
    if end <= start:
        return []  # nothing but marks stands before the attribution
    rest = page.skip_blanks(after + 1, sentence_end)
    word = page.after(rest) if page.folded.startswith(",", after) else -1
    if word >= 0 and page.end(word) < sentence_end and not _goes_on_otherwise(page, word, after):
        further = rest, content_end(page, rest, sentence_end)
        if further[1] <= rest:
            return [(start, end)]
        return [further] if _is_conjunction(page, start, end) else [(start, end), further]
    if opens_adverbial(page, start) and end - start < _SHORTEST_LEAD and page.folded.find(",", start, end) < 0:
        return []
    return [(start, end)]


def _goes_on_otherwise(page: Page, word: int, after: int) -> bool:
    """Tell whether what follows an attribution, behind its comma, is told by the narrator."""
    if page.words[word].lower().endswith("ing") or _CONTRAST.match(page.folded, after):
        return True
    return STOPS_TELLING.match(page.folded, after + 1) is not None


def _is_conjunction(page: Page, start: int, end: int) -> bool:
    """Tell whether a stretch is one word that only joins clauses: "And, as Ruiz noted, …"."""
    number = page.at(start)
    return number >= 0 and page.end(number) == end and traits(page.words[number]) & (COORDINATOR | SUBORDINATOR) != 0
