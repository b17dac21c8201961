"""The rules that begin with a quotation: its cue behind it, a colon or a name before it, or no cue of its own."""

from __future__ import annotations

import re

from communique_quotes.content import RECIPIENTS, opening_after, past_recipient
from communique_quotes.cues import Cue
from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import clause_start, closes_attribution, content_end, inner_stop
from communique_quotes.grammar import CAPITAL, traits, words
from communique_quotes.page import Page, Speaker
from communique_quotes.phrases import begins_clause, phrase_after
from communique_quotes.relays import inner_cue
from communique_quotes.speakers import speaker_after, speaker_before, speaker_of

_REACH = 300
"""An attribution stands no farther from its quotation."""
_LONGEST_TITLE = 40
"""A longer quotation is no title."""
_SHORTEST_SENTENCE = 24
"""A shorter quotation is a sentence only if it ends like one."""
_LONGEST_ASIDE = 90
"""After a comma a quotation that goes on stands no farther from its attribution."""
_JOINT = re.compile(r", (?:but|and|or) (?=(?:[\w'-]++ ){0,5}\Z)")
"""What joins a clause with a quotation in it to one that stands before an attribution."""
_JOINT_SENTENCE = re.compile(r"\. (?:But|And|Yet) \Z")
"""The same where a sentence ends behind the attribution: “…”, he said. But “they will go.”"""
_PERSONAL = words("he she they it i we you")


def said_after_quote(desk: Desk, number: int, start: int) -> Draft | None:
    """A quotation, then speaker and cue or cue and speaker.

    Matches “We will sign,” Foreign Minister Ana Ruiz said.  Not: The “deal” failed, Ruiz said.
    """
    page, cue = desk.page, desk.cues[number]
    mark = page.quotation_ending_before(cue.start)
    if mark < 0 or mark in desk.owners or cue.word.tier == "object" or cue.passive:
        return None
    end = page.quotations.ends[mark]
    if end <= start or cue.start - end > _REACH:
        return None
    comma = page.folded[end] in ",-"
    sentence_end = max(cue.sentence[1], cue.end)
    speaker = _beside(page, cue, page.skip_blanks(end + comma, cue.start), sentence_end)
    if speaker is None or not _attributes(desk, mark, cue, speaker, sentence_end):
        return None
    piece = _from_sentence_start(desk, mark, start), end
    inner = inner_cue(desk, piece[0], page.quotations.starts[mark])
    if inner is not None:
        desk.relayers[inner[0]] = speaker
        desk.used.add(number)
        return None
    desk.use_between(*piece)
    return desk.keep(Draft(said_after_quote, [piece], (cue.start, cue.end), speaker))


def _beside(page: Page, cue: Cue, floor: int, ceiling: int) -> Speaker | None:
    """The speaker where nothing else stands between a quotation and its cue, or right after the cue."""
    if cue.start == floor:
        return speaker_after(page, cue.end, ceiling) if cue.word.form != "ing" else None
    speaker = speaker_of(page, cue, floor)
    if speaker is not None and page.folded.endswith("who", speaker.start, speaker.end):
        return None  # “…”, a reference to Ruiz, who said
    if speaker is None or speaker.start == floor:
        return speaker
    if page.text[speaker.start : speaker.end] in _PERSONAL or page.folded[floor - 2].isalnum():
        return None  # “We will help” the mission, he told reporters: the clause goes on behind the mark
    title = phrase_after(page, floor, speaker.start)  # "the foreign minister, Ana Ruiz"
    between = page.folded[title : speaker.start] if title > floor else ""
    return speaker._replace(start=floor) if between == ", " else None


def _attributes(desk: Desk, mark: int, cue: Cue, speaker: Speaker, sentence_end: int) -> bool:
    """Tell whether what follows a quotation is its attribution and not the next sentence or the rest of this one."""
    page = desk.page
    stop = inner_stop(page, mark)
    after = max(cue.end, speaker.end)
    closes = closes_attribution(page, after, sentence_end)
    if not closes and cue.word.lemma in RECIPIENTS:
        closes = closes_attribution(page, past_recipient(page, after, sentence_end), sentence_end)
    if stop in {",", "-"} or page.folded[page.quotations.ends[mark]] in ",-":
        return closes or _opens_sentence(page, mark)
    if stop in {"?", "!"}:
        return closes or speaker.start > cue.start
    if stop == ".":
        pronoun = page.text[speaker.start : speaker.end] in _PERSONAL
        return closes and (pronoun or (cue.word.tier == "speech" and opening_after(page, cue, sentence_end) is None))
    return closes and not _introduced(desk, mark)


def _opens_sentence(page: Page, mark: int) -> bool:
    """Tell whether a quotation stands at the beginning of its sentence or paragraph."""
    start = page.quotations.starts[mark]
    return page.sentence_at(start)[0] >= start


def _introduced(desk: Desk, mark: int) -> bool:
    """Tell whether a cue stands before a quotation in its sentence."""
    start = desk.page.quotations.starts[mark]
    return bool(desk.cues_between(desk.page.sentence_at(start)[0], start))


def _from_sentence_start(desk: Desk, mark: int, floor: int) -> int:
    """Where content that ends with a quotation begins: with the mark, or with the sentence it stands in."""
    page = desk.page
    start = page.quotations.starts[mark]
    if start <= floor:
        return start
    sentence_start = max(page.sentence_at(start)[0], floor)
    if mark and page.quotations.ends[mark - 1] > sentence_start:
        if mark - 1 in desk.owners:
            return start
        sentence_start = min(sentence_start, page.quotations.starts[mark - 1])
    if mark and page.trim_blanks(start, floor) == page.quotations.ends[mark - 1]:
        return _from_adjoining(desk, mark)
    lead = page.folded[max(sentence_start, start - _REACH - 1) : start].rstrip()
    if len(lead) > _REACH or lead[-1:] in {"", ":", ".", "-"}:
        return start
    if lead[-1] == "," and _begins_with_capital(page, mark) and not _introduced(desk, mark):
        return start
    return clause_start(page, sentence_start, start)


def _from_adjoining(desk: Desk, mark: int) -> int:
    """Where content begins whose quotation stands right behind another one: with that, if it is a sentence too."""
    page = desk.page
    earlier, start = page.quotations.starts[mark - 1], page.quotations.starts[mark]
    free = page.trim_blanks(earlier, page.sentence_at(earlier)[0])
    apart = page.sentence_at(earlier)[0] == earlier and (free == 0 or not page.folded[free - 1].isalnum())
    joined = mark - 1 not in desk.owners and apart
    return earlier if joined else start


def colon_before_quote(desk: Desk, mark: int, floor: int) -> Draft | None:
    """A name, or a name and a verb of any kind, a colon and a quotation.

    Matches Ana Ruiz: “We will sign.”  Not: Two words: “peace column”.
    """
    page = desk.page
    piece = page.quotations[mark]
    colon = page.trim_blanks(piece[0], floor) - 1
    if colon < floor or page.folded[colon] != ":":
        return None
    sentence_start = max(page.sentence_at(colon)[0], floor)
    speaker = speaker_before(page, colon, sentence_start)
    if speaker and page.text[speaker.start].isupper() and begins_clause(page, speaker.start, sentence_start):
        return desk.keep(Draft(colon_before_quote, [piece], (colon, colon + 1), speaker))
    if not _is_sentence(page, mark):
        return None
    verb = page.before(colon)
    start = page.starts[verb] if verb >= 0 else sentence_start
    subject = speaker_before(page, start, sentence_start) if start > sentence_start else None
    if subject and not traits(page.words[verb]) & CAPITAL and page.words[verb].endswith(("ed", "s")):
        return desk.keep(Draft(colon_before_quote, [piece], (start, colon + 1), subject))
    first = page.skip_blanks(sentence_start, colon)
    speaker = speaker_after(page, first, colon) if phrase_after(page, first, colon) > first else None
    return desk.keep(Draft(colon_before_quote, [piece], (colon, colon + 1), speaker))


def signed(desk: Desk, mark: int) -> Draft | None:
    """A quotation, a dash and the name of a person.

    Matches “We will sign.” — Ana Ruiz, foreign minister.  Not: “We will sign.” — Reuters
    """
    page = desk.page
    piece = page.quotations[mark]
    dash = _DASH.match(page.folded, piece[1])
    if dash is None or inner_stop(page, mark) not in {".", "?", "!"} or not _opens_sentence(page, mark):
        return None
    number = page.paragraphs.at(dash.end())
    ceiling = page.paragraphs.ends[number] if number >= 0 else dash.end()
    speaker = speaker_after(page, dash.end(), ceiling)
    if speaker is None or not closes_attribution(page, speaker.end, ceiling):
        return None
    if speaker.actor is None or speaker.actor.kind != "person":
        return None
    return desk.keep(Draft(signed, [piece], (dash.start("dash"), dash.end("dash")), speaker))


_DASH = re.compile(r"\s{0,3}(?P<dash>-{1,2}) ?(?=[A-Z])")


def quote_goes_on(desk: Desk, mark: int, start: int, end: int, previous: Draft | None) -> Draft | None:
    """A quotation with no cue of its own after one of the same speaker.

    Matches the second part of “No,” Ruiz said. “Never.”  Not: “No,” Ruiz said of the “peace column”.
    """
    page = desk.page
    earlier = _owner_before(desk, mark, start)
    further = _further_piece(desk, mark, earlier) if earlier is not None else None
    if further is not None:
        return further
    piece = page.quotations[mark]
    latest = desk.latest(start, piece[0])
    if latest is not None and piece[0] > start and _is_sentence(page, mark) and _opens_sentence(page, mark):
        return desk.keep(Draft(quote_goes_on, [piece], latest.cue, latest.speaker))
    if previous is None or previous.speaker is None or piece[0] != start or not _is_sentence(page, mark):
        return None
    quoted = any(page.quotations.within(*other) for other in previous.pieces)
    attributed = previous.cue is not None and previous.cue[1] > previous.pieces[-1][1]
    rest = page.folded[piece[1] : end].strip(" .,")
    if rest or not (quoted or attributed):
        return None
    return desk.keep(Draft(quote_goes_on, [piece], previous.cue, previous.speaker))


def _owner_before(desk: Desk, mark: int, start: int) -> Draft | None:
    """The draft of the quotation before this one in its paragraph; titles in marks between them are passed over."""
    for number in (mark - 1, mark - 2):
        if number < 0 or desk.page.quotations.ends[number] <= start:
            return None
        if number in desk.owners:
            return desk.owners[number]
        first, last = desk.page.quotations[number]
        if last - first > _LONGEST_TITLE:
            return None
    return None


def _further_piece(desk: Desk, mark: int, earlier: Draft) -> Draft | None:
    """Add a quotation to the draft of the one before it, or make it a quote of the same speaker."""
    page = desk.page
    piece, said = page.quotations[mark], earlier.pieces[-1][1]
    before = page.trim_blanks(piece[0], said)
    sentence = _is_sentence(page, mark)
    attributed = max(said, earlier.cue[1] if earlier.cue else 0, earlier.speaker.end if earlier.speaker else 0)
    joined = _JOINT.match(page.folded, attributed, piece[0]) is not None or (
        inner_stop(page, mark) in {".", "?", "!"}
        and _JOINT_SENTENCE.match(page.folded, attributed, piece[0]) is not None
    )
    if earlier.fragment or not (joined or before in {said, attributed} or page.folded[before - 1] in ",.:;-\"'"):
        return None
    if page.folded[before - 1] == "," and before - attributed > _LONGEST_ASIDE:
        return None
    joint = _JOINT.match(page.folded, attributed, piece[0])
    if joint and not desk.cues_between(attributed, piece[0]):  # "“…”, Ruiz said, but it “stops the killing”"
        sentence_end = page.sentence_at(attributed)[1]
        return desk.extend(earlier, (joint.end(), content_end(page, joint.end(), sentence_end)))
    if page.sentences.at(piece[0]) - page.sentences.at(attributed - 1) <= 1:
        return desk.extend(earlier, piece)
    return desk.keep(Draft(quote_goes_on, [piece], earlier.cue, earlier.speaker)) if sentence else None


def _is_sentence(page: Page, mark: int) -> bool:
    """Tell whether a quotation is a sentence of its own."""
    start, end = page.quotations[mark]
    if end - start <= _SHORTEST_SENTENCE and inner_stop(page, mark) not in {".", "?", "!"}:
        return False
    return _begins_with_capital(page, mark)


def _begins_with_capital(page: Page, mark: int) -> bool:
    """Tell whether the first word in the marks is one that begins a sentence: with a capital, or a number."""
    start, end = page.quotations[mark]
    first = page.text[start : min(end, start + _LONGEST_TITLE)].lstrip("\"'“”„‟«»‘’` ")[:1]
    return first.isupper() or first.isdecimal()
