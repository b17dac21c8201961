"""The rule of the passive: whose words they are stands behind "by", or nowhere."""

from __future__ import annotations

import re

from communique_quotes.cues import Cue
from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import content_end
from communique_quotes.grammar import PRONOUN, traits, words
from communique_quotes.page import Page, Speaker
from communique_quotes.speakers import speaker_after, speaker_of

_BY = " by "
_QUESTION = re.compile(r" (?:whether|if|about|how|why|what|when|where|who|which|to)\b")
_CHARGE = re.compile(r" (?:of|for|as)\b")
_REPORT = re.compile(r" (?:that|to|how|about|of)\b")
_ASKING = words("ask")


def told_by(desk: Desk, number: int, covered: int) -> Draft | None:
    """A cue in the passive, who speaks behind "by", and what is said; or a question that somebody is asked.

    Matches Ruiz was told by Haddad that the bridge was safe.  Not: Ruiz was told by phone.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    floor = max(sentence_start, covered)
    speaker = None
    position = cue.end
    if page.folded.startswith(_BY, position):
        speaker = _agent(page, position + len(_BY), sentence_end)
        if speaker is None or not _is_somebody(page, speaker):
            return None
        position = speaker.end
    start = _opening(page, cue, position, speaker)
    pieces = []
    if start:
        end = _end(desk, number, start, sentence_end)
        pieces = [(start, end)] if end > start else []
    if cue.word.tier == "object" and cue.start != cue.verb:
        subject = speaker_of(page, cue, floor)
        pieces = [(subject.start, subject.end), *pieces] if subject else pieces
    return desk.keep(Draft(told_by, pieces, (cue.start, cue.end), speaker)) if pieces else None


def _agent(page: Page, start: int, ceiling: int) -> Speaker | None:
    """Who stands behind "by", without what they accuse somebody of: "by Mali of sheltering rebels"."""
    speaker = speaker_after(page, start, ceiling, appositions=0)
    charge = _OF_DOING.search(page.folded, start, speaker.end) if speaker else None
    return speaker_after(page, start, charge.start(), appositions=0) if charge else speaker


_OF_DOING = re.compile(r" (?:of|for) \w{2,}ing\b")


def _is_somebody(page: Page, speaker: Speaker) -> bool:
    """Tell whether what stands behind "by" may speak: "by phone" and "by then" may not."""
    number = page.at(speaker.start)
    kind = traits(page.words[number])
    return " " in page.folded[speaker.start : speaker.end] or (kind & PRONOUN == 0 and speaker.actor is not None)


def _opening(page: Page, cue: Cue, position: int, speaker: Speaker | None) -> int:
    """Where what is said begins behind a passive and its agent, or 0 where nothing does."""
    folded, lemma = page.folded, cue.word.lemma
    if lemma in _ASKING:
        return position + 1 if _QUESTION.match(folded, position) else 0
    if cue.word.tier == "object":
        return position + 1 if speaker and _CHARGE.match(folded, position) else 0
    that = folded.startswith(" that ", position)
    return position + 1 if that or (speaker and _REPORT.match(folded, position)) else 0


def _end(desk: Desk, number: int, start: int, ceiling: int) -> int:
    """Where what is said ends: with its clause if that opens the sentence, before its main clause."""
    page, cue = desk.page, desk.cues[number]
    opens = cue.start - cue.sentence[0] <= len("When ")
    if not opens:
        return content_end(page, start, ceiling, desk.next_cues(number))
    following = desk.next_cue(number)
    if following is not None and following.start < ceiling:
        subject = speaker_of(page, following, start)
        before = page.trim_blanks(subject.start, start) if subject else start
        if before > start and page.folded[before - 1] == ",":
            return before - 1
    return content_end(page, start, ceiling, subordinate=True)
