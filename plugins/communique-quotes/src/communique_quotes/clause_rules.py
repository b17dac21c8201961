"""The rules that begin with a clause: speaker, cue and content in any order, with marks in it or without."""

from __future__ import annotations

import re

from communique import Actor
from communique_quotes.content import RECIPIENTS, past_recipient
from communique_quotes.cues import Cue
from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import clause_start, closes_attribution, content_end
from communique_quotes.grammar import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    JOINING,
    LEADING,
    OBJECT,
    PREPOSITION,
    SUBORDINATOR,
    TIME,
    TO,
    traits,
    words,
)
from communique_quotes.introduced import LONGEST_ASIDE, followed_by_quotation, introduced
from communique_quotes.page import Page, Speaker
from communique_quotes.phrases import phrase_after
from communique_quotes.relays import inner_cue
from communique_quotes.speakers import speaker_after, speaker_before, speaker_of

_SHORTEST_LEAD = 30
"""A shorter adverbial before an attribution is no content by itself."""
_FARTHEST_SUBJECT = 120
"""The subject of a sentence stands no farther behind its beginning."""
_SHORTEST_PIECE = 4
_MOST_LEADS = 3
_LOOSELY_PLACED = words("say tell add write report")
"""Verbs that may have an adjunct of any kind behind them where they follow their content."""
_SHARP_END = re.compile(r"[.,;:!?)]|\s*\Z|\n| (?:on \w+day|\w+day)\b")
_RELATIVE = re.compile(r", (?:an?|the|which|something)(?: [a-z-]++){0,2}? (?:that |which )?(?=[A-Z]|the |both )")
_NAMED = re.compile(r"called [A-Z]")
_INDEFINITE = re.compile(r"(?:an?|some|the|one) ", re.IGNORECASE)
_ADVERBIAL = PREPOSITION | SUBORDINATOR | LEADING | TIME | ADVERB
"""What opens an adverbial."""
_NARRATOR = frozenset({"I", "we", "We", "you", "You", "one", "One"})
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
    if speaker is None:
        return _said_first(desk, cue, covered)
    if _is_narrators(page, cue, speaker):
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
        speaker = speaker._replace(actor=antecedent.actor if antecedent else None)
    draft = introduced(desk, number, speaker, said_before_content, sentence_end)
    if draft is not None:
        _add_lead(page, draft, cue, speaker, max(floor, covered))
    return draft


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


def _is_narrators(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """Tell whether a view is the writer's or nobody's in particular: "you think"."""
    return cue.word.tier == "clause" and page.text[speaker.start : speaker.end] in _NARRATOR


def _add_lead(page: Page, draft: Draft, cue: Cue, speaker: Speaker, floor: int) -> None:
    """Add the beginning of a clause that an attribution interrupts: The matter, Ruiz said, “is closed”."""
    if not page.quoted or not page.folded.startswith(",", cue.end) or page.quotations.at(draft.pieces[0][0]) < 0:
        return
    comma = page.trim_blanks(speaker.start, floor) - 1
    if comma <= floor or page.folded[comma] != ",":
        return
    start = clause_start(page, floor, comma)
    if not _opens_adverbial(page, start) and comma - start > _SHORTEST_PIECE:
        draft.pieces.insert(0, (start, page.trim_blanks(comma, start)))


def _opens_adverbial(page: Page, position: int) -> bool:
    """Tell whether an adverbial, or nothing, starts at a position."""
    number = page.after(position)
    return number < 0 or traits(page.words[number]) & _ADVERBIAL != 0


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
    if inverted and (cue.word.lemma == "tell" or cue.start != cue.verb):
        return None
    speaker = speaker_after(page, cue.end, sentence_end) if inverted else speaker_of(page, cue, floor)
    if speaker is None or _is_narrators(page, cue, speaker):
        return None
    comma = (before if inverted else page.trim_blanks(speaker.start, floor)) - 1
    after = max(cue.end, speaker.end)
    if cue.word.lemma in RECIPIENTS:
        after = past_recipient(page, after, sentence_end)
    if not inverted:
        comma = _before_as(page, comma, floor)
    if comma <= floor or page.folded[comma] not in ",-" or not _ends_here(page, cue, after, sentence_end):
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
    if word >= 0 and page.end(word) < sentence_end and not page.words[word].lower().endswith("ing"):
        further = rest, content_end(page, rest, sentence_end)
        if further[1] <= rest:
            return [(start, end)]
        return [further] if _is_conjunction(page, start, end) else [(start, end), further]
    if _opens_adverbial(page, start) and end - start < _SHORTEST_LEAD and page.folded.find(",", start, end) < 0:
        return []
    return [(start, end)]


def _is_conjunction(page: Page, start: int, end: int) -> bool:
    """Tell whether a stretch is one word that only joins clauses: "And, as Ruiz noted, …"."""
    number = page.at(start)
    return number >= 0 and page.end(number) == end and traits(page.words[number]) & (COORDINATOR | SUBORDINATOR) != 0


def adding(desk: Desk, number: int, covered: int) -> Draft | None:
    """A further cue without a subject of its own.

    Matches Ruiz left early, saying talks had failed.  Not: Saying no is hard.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    before = page.trim_blanks(cue.start, sentence_start)
    if before <= sentence_start or cue.start < covered:
        return None
    word = page.before(before)
    kind = traits(page.words[word]) if page.follows(word, before) else 0
    joined = kind & JOINING != 0
    behind_mark = page.quotations.at(before - 1) >= 0
    if cue.word.form == "ing":
        free = joined or behind_mark or kind & TIME or page.folded[before - 1] in ",-;"
    else:
        free = joined and cue.word.form in {"past", "third"}
    if not free:
        return None
    speaker, via = _inherited(desk, sentence_start, before)
    if speaker is not None and cue.word.form in {"third", "ing"}:
        speaker = _before_present(page, speaker, before)
    return None if speaker is None else introduced(desk, number, speaker, adding, sentence_end, via)


def _before_present(page: Page, speaker: Speaker, before: int) -> Speaker:
    """A speaker without the verb in the present that ends the phrase: "*Chile* rejects the claim and says"."""
    start, end = speaker.start, speaker.end
    last, following = page.before(end), page.at(end + 1)
    if following < 0 or end + 1 >= before or not page.follows(last, end) or page.starts[last] <= start:
        return speaker
    word, behind = page.words[last], traits(page.words[following])
    if not word.endswith("s") or not word.islower() or not behind & (DETERMINER | OBJECT | TO | CAPITAL):
        return speaker
    return speaker_after(page, start, page.trim_blanks(page.starts[last], start), appositions=0) or speaker


def _of_relative_clause(page: Page, sentence_start: int, before: int) -> Speaker | None:
    """The subject of a short relative clause right before a comma: "…, a claim Sudan disputes, saying …"."""
    comma = page.folded.rfind(", ", max(sentence_start, before - LONGEST_ASIDE), before - 1)
    match = _RELATIVE.match(page.folded, comma, before) if comma >= 0 else None
    if match is None:
        return None
    verb = page.before(before - 1)
    if not page.follows(verb, before - 1) or page.starts[verb] <= match.end():
        return None
    if traits(page.words[verb]) & CAPITAL:
        return None
    return speaker_after(page, match.end(), page.trim_blanks(page.starts[verb], match.end()), appositions=0)


def _behind_agency(desk: Desk, latest: Draft, before: int) -> tuple[Speaker | None, Actor | None]:
    """The speaker a cue goes on with: who a body that is no person quotes, or who spoke last."""
    outer = latest.speaker.actor if latest.speaker else None
    if outer is not None and outer.kind != "person" and latest.cue and latest.cue[1] <= latest.pieces[0][0]:
        inner = inner_cue(desk, latest.pieces[0][0], before)
        if inner is not None and inner[1].actor is not None and inner[1].actor.kind == "person":
            return inner[1], outer
    return latest.speaker, latest.via


def _inherited(desk: Desk, sentence_start: int, before: int) -> tuple[Speaker | None, Actor | None]:
    """The speaker of the clause that a cue without a subject goes on with, and who relays them."""
    page = desk.page
    inner = _of_relative_clause(page, sentence_start, before)
    if inner is not None:
        return inner, None
    latest = desk.latest(sentence_start, before)
    if latest is not None:
        return _behind_agency(desk, latest, before)
    start = page.skip_blanks(sentence_start, before)
    for _ in range(_MOST_LEADS):
        if phrase_after(page, start, before) > start:
            return speaker_after(page, start, before), None
        comma = page.folded.find(", ", start, min(before, start + _FARTHEST_SUBJECT))
        if comma < 0:
            break
        start = comma + 2
    return None, None
