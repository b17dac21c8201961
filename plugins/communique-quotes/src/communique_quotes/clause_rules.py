"""The rules that begin with a clause: speaker, cue and content in any order, with marks in it or without."""

from __future__ import annotations

import re

from communique_quotes.clauses import is_narrators, opens_adverbial
from communique_quotes.cues import Cue
from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import clause_start, content_end, is_remark
from communique_quotes.grammar import (
    ADVERB,
    PREPOSITION,
    TIME,
    traits,
)
from communique_quotes.introduced import LONGEST_ASIDE, followed_by_quotation, introduced
from communique_quotes.page import Page, Speaker
from communique_quotes.speakers import speaker_after, speaker_before, speaker_of

_SHORTEST_PIECE = 4
_CLOSES = re.compile(r"(?: (?:late |early )?(?:on )?\w+day)?(?:[.!?]?\s*\Z|[.!?][\"')]|[.!?]\s|\n)")
"""How a sentence ends behind an attribution."""
_NAMED = re.compile(r"called [A-Z]")
_INDEFINITE = re.compile(r"(?:an?|some|the|one) ", re.IGNORECASE)
_FURTHER_CLAUSE = re.compile(
    r", (?:while|although|though|even though|even as|whereas|after|before|when|because|if|unless) "
)
"""What opens a clause behind an attribution that goes on with one before it."""
_FINITE = frozenset({"past", "third", "base"})


def said_before_content(desk: Desk, number: int, covered: int) -> Draft | None:
    """Speaker, cue and content, quoted or not.

    Matches Ruiz told reporters the talks were “frank”.  Not: The law said to be dead was signed.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    floor = sentence_start
    if page.quoted and (mark := page.quotation_ending_before(cue.start)) >= 0:
        floor = max(floor, page.quotations.ends[mark])
    if cue.word.form == "ing" and page.folded[page.trim_blanks(cue.start, floor) - 1] == ",":
        return None  # "Ruiz left, saying …": a comma parts it from its subject
    speaker = speaker_of(page, cue, floor)
    if speaker is None and floor > sentence_start:
        speaker = _described_in_marks(desk, cue, floor)
    if speaker is None:
        return _said_first(desk, cue, covered)
    if is_narrators(page, cue, speaker):
        return None
    if (
        cue.word.lemma == "call"
        and _NAMED.match(page.folded, cue.start)
        and _INDEFINITE.match(page.folded, speaker.start)
    ):
        return None  # "a company called Atlas"
    if _opens_with_as(page, cue, speaker):
        return _as_said(desk, number, speaker)
    if page.folded[speaker.start : speaker.end] in {"who", "which"}:
        comma = page.trim_blanks(speaker.start, floor)
        comma -= comma > floor and page.folded[comma - 1] == ","
        antecedent = speaker_before(page, comma, floor)
        actor = antecedent.actor if antecedent else None
        nearest = page.mentions.ending_at(comma)[:1] if actor is None else ()  # "a rebuke from *Oslo*, which said"
        speaker = speaker._replace(actor=nearest[0].actor if nearest else actor)
    if _is_told_below(desk, number):
        return None
    if _interrupts(page, cue, speaker, max(floor, covered)):
        return None
    draft = introduced(desk, number, speaker, said_before_content, sentence_end)
    if draft is not None:
        _add_lead(page, draft, cue, speaker, max(floor, covered))
    return draft


def _described_in_marks(desk: Desk, cue: Cue, floor: int) -> Speaker | None:
    """The subject whose description ends with a quotation: "Ruiz, who called it “a farce,” said"."""
    page = desk.page
    between = page.folded[floor : cue.start]
    comma = floor if between == ", " else floor - 2 if between == " " and page.folded[floor - 2] == "," else -1
    if comma < 0:
        return None
    start = cue.sentence[0]
    speaker = speaker_before(page, comma + 1, start)
    mark = page.quotation_ending_before(floor)
    if speaker is None or speaker.start >= page.quotations.starts[mark]:
        return None
    return speaker._replace(end=floor) if comma < floor else speaker


def _opens_with_as(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """Tell whether "as" stands before a speaker at the beginning of a sentence: "But as Ruiz noted, …"."""
    if not page.folded.startswith(("as ", "As "), max(0, speaker.start - 3)) or speaker.start > cue.start:
        return False
    before = page.before(speaker.start)
    if before < 0 or page.words[before].lower() != "as":
        return False
    if cue.word.tier != "speech" and cue.word.lemma != "put it":
        return False
    following = page.after(cue.end)
    kind = traits(page.words[following]) if following >= 0 else 0
    if not page.folded.startswith(",", cue.end) and not kind & (PREPOSITION | TIME | ADVERB):
        return False  # "as Ruiz announced that he would go, he left"
    return page.starts[before] - cue.sentence[0] <= len("However, ")


def _as_said(desk: Desk, number: int, speaker: Speaker) -> Draft | None:
    """Make the quote of the clause behind "As Ruiz noted,"."""
    page, cue = desk.page, desk.cues[number]
    ceiling = cue.sentence[1]
    comma = page.folded.find(",", cue.end, min(ceiling, cue.end + LONGEST_ASIDE))
    start = page.skip_blanks(comma + 1, ceiling) if comma >= 0 else ceiling
    if start >= ceiling:
        return None
    end = content_end(page, start, ceiling, desk.next_cues(number))
    return desk.keep(Draft(said_before_content, [(start, end)], (cue.start, cue.end), speaker)) if end > start else None


def _is_told_below(desk: Desk, number: int) -> bool:
    """Tell whether somebody else says the whole sentence: "Chad asked Mali to withdraw, *envoys said*."."""
    page, cue = desk.page, desk.cues[number]
    sentence_end = cue.sentence[1]
    further = desk.next_cue(number)
    if further is None or further.start >= sentence_end:
        return False
    for following in desk.next_cues(number):
        if following.start >= sentence_end:
            break
        if following.word.tier != "speech" or following.word.form not in _FINITE or following.passive:
            continue
        if following.word.lemma == "tell" or not _CLOSES.match(page.folded, following.end, sentence_end + 1):
            continue
        subject = speaker_of(page, following, cue.end)
        comma = page.trim_blanks(subject.start, cue.end) - 1 if subject else -1
        if (
            comma > cue.end
            and page.folded[comma] == ","
            and not is_remark(page, comma)
            and page.quotations.at(comma) < 0
        ):
            return not page.folded.endswith(", as ", 0, subject.start if subject else 0)
    return False


def _interrupts(page: Page, cue: Cue, speaker: Speaker, floor: int) -> bool:
    """Tell whether a clause stands before an attribution, and one that hangs on it behind.

    "The bridge was safe, officials said, while residents fled."
    """
    if _FURTHER_CLAUSE.match(page.folded, cue.end) is None:
        return False
    comma = page.trim_blanks(speaker.start, floor) - 1
    return comma > floor and page.folded[comma] == "," and not opens_adverbial(page, clause_start(page, floor, comma))


def _add_lead(page: Page, draft: Draft, cue: Cue, speaker: Speaker, floor: int) -> None:
    """Add the beginning of a clause that an attribution interrupts: The matter, Ruiz said, “is closed”."""
    if not page.folded.startswith(", that ", cue.end) and (
        not page.quoted or not page.folded.startswith(",", cue.end) or page.quotations.at(draft.pieces[0][0]) < 0
    ):
        return
    comma = page.trim_blanks(speaker.start, floor) - 1
    if comma <= floor or page.folded[comma] != ",":
        return
    start = clause_start(page, floor, comma)
    if not opens_adverbial(page, start) and comma - start > _SHORTEST_PIECE:
        draft.pieces.insert(0, (start, page.trim_blanks(comma, start)))


def _said_first(desk: Desk, cue: Cue, covered: int) -> Draft | None:
    """A sentence that begins with its verb, said Ruiz: “We will sign.”."""
    page = desk.page
    sentence_start, sentence_end = cue.sentence
    if cue.start != sentence_start or cue.start < covered or cue.word.form not in _FINITE:
        colon = page.folded[sentence_end - 1] == ":" and sentence_end - cue.end < LONGEST_ASIDE
        return followed_by_quotation(desk, cue, sentence_end, None, said_before_content) if colon else None
    speaker = speaker_after(page, cue.end, sentence_end)
    if speaker is None or page.folded[speaker.end : speaker.end + 1] not in {",", ":"}:
        return None
    return followed_by_quotation(desk, cue, speaker.end + 1, speaker, said_before_content)
