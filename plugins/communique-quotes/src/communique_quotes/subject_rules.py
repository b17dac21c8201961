"""The rules of cues whose subject does not stand beside them: it was named before, or far from the verb."""

from __future__ import annotations

import re

from communique import Actor
from communique_quotes.clauses import opens_adverbial
from communique_quotes.desk import Desk, Draft
from communique_quotes.grammar import CAPITAL, DETERMINER, JOINING, OBJECT, TIME, TO, traits
from communique_quotes.introduced import LONGEST_ASIDE, introduced
from communique_quotes.page import Page, Speaker
from communique_quotes.phrases import phrase_after
from communique_quotes.relays import inner_cue
from communique_quotes.speakers import speaker_after, speaker_of

_FARTHEST_SUBJECT = 120
"""The subject of a sentence stands no farther behind its beginning."""
_MOST_LEADS = 3
_RELATIVE = re.compile(r", (?:an?|the|which|something)(?: [a-z-]++){0,2}? (?:that |which )?(?=[A-Z]|the |both )")
_FINITE = frozenset({"past", "third", "base"})


def subject_said(desk: Desk, number: int, covered: int) -> Draft | None:
    """A sentence whose verb is far from its subject: what stands between is more than a phrase or an apposition.

    Matches The men held at the fort since May, including boys, said they were “safe”.  Not: Held there, they said.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    if cue.word.lemma != "say" or cue.word.form not in _FINITE or covered > sentence_start:
        return None
    if desk.cues_between(sentence_start, cue.start) or speaker_of(page, cue, sentence_start):
        return None
    start = page.skip_blanks(sentence_start, cue.start)
    if opens_adverbial(page, start) or phrase_after(page, start, cue.start) <= start:
        return None
    speaker = speaker_after(page, start, cue.start)
    return introduced(desk, number, speaker, subject_said, sentence_end)


def adding(desk: Desk, number: int, covered: int) -> Draft | None:
    """A further cue without a subject of its own.

    Matches Ruiz left early, saying talks had failed.  Not: Saying no is hard.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    before = page.trim_blanks(cue.start, sentence_start)
    if cue.start < covered:
        return None
    if before <= sentence_start:
        return _fronted(desk, number)
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


def _fronted(desk: Desk, number: int) -> Draft | None:
    """The quote of a participle that opens a sentence: "Calling the vote “a farce”, *Ruiz* left"."""
    page, cue = desk.page, desk.cues[number]
    sentence_end = cue.sentence[1]
    if cue.word.form != "ing" or cue.word.tier == "clause" or cue.word.lemma == "speak of":
        return None
    comma = page.folded.find(",", cue.end, min(sentence_end, cue.end + _LONGEST_FRONT))
    while comma >= 0:
        mark = page.quotations.at(comma) if page.quoted else -1
        behind = page.quotations.ends[mark] if mark >= 0 else comma + 1
        if mark < 0 or behind <= comma + _CLOSING_MARK:
            subject = page.skip_blanks(behind, sentence_end)
            if phrase_after(page, subject, sentence_end) > subject:
                speaker = speaker_after(page, subject, sentence_end, appositions=0)
                return introduced(desk, number, speaker, adding, comma if mark < 0 else behind)
            return None
        comma = page.folded.find(",", behind, min(sentence_end, cue.end + _LONGEST_FRONT))
    return None


_LONGEST_FRONT = 200
_CLOSING_MARK = 3


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
    latest = desk.latest(sentence_start, before)
    attributed = (
        latest is not None and latest.cue is not None and latest.cue[1] == before - 1
    )  # "the army said, adding"
    inner = None if attributed else _of_relative_clause(page, sentence_start, before)
    if inner is not None:
        return inner, None
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
