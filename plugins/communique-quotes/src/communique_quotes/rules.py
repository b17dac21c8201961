"""The rules: how cue, speaker and content stand to each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from attrs import define, field

from communique import Actor, Quote, Reading, Unresolved, because

from communique_quotes.content import admits, content_end, inner_stop, opening_after
from communique_quotes.cues import Cue, cues_of
from communique_quotes.grammar import LEADING, PERSONAL, PREPOSITIONS, SUBORDINATORS, is_adverb
from communique_quotes.page import Page
from communique_quotes.speakers import Speaker, begins_clause, phrase_after, speaker_after, speaker_before

_REACH = 300
"""An attribution stands no farther from its quotation."""
_ENDS = re.compile(r"(?:[.,;:!?)\"]|\s*\Z|\n| (?:on|in|at|during|to|of|about|after|before|as|when|while|with|from|by|for|last|this|"
                   r"late|early|earlier|later|\w+day|\w+ly|via|through|and|but|who|upon|ahead|recently|again|referring|adding)\b)")
_COLON_NAME = re.compile(r"[A-Z][A-Z.'-]{1,24}(?: [A-Z][A-Z.'-]{0,24}){0,4}:(?= )")


@define
class Draft:
    """A quote in the making, in offsets."""

    rule: Callable[..., object]
    pieces: list[tuple[int, int]]
    cue: tuple[int, int] | None = None
    speaker: Speaker | None = None
    via: Actor | None = None
    word: str = ""
    fragment: bool = False


@define
class Desk:
    """The work on one article: its cues, and what has been attributed so far."""

    page: Page
    cues: list[Cue]
    drafts: list[Draft] = field(factory=list)
    owners: dict[int, Draft] = field(factory=dict)
    used: set[int] = field(factory=set)

    def keep(self, draft: Draft) -> Draft:
        """Keep a draft: its quotations are attributed now."""
        self.drafts.append(draft)
        for start, end in draft.pieces:
            self.own(start, end, draft)
        return draft

    def own(self, start: int, end: int, draft: Draft) -> None:
        """Note that the quotations of a piece belong to a draft."""
        for number in self.page.quotations.within(start, end):
            self.owners[number] = draft


def quotes(reading: Reading) -> Iterator[Quote | Unresolved]:
    """Find the quotes of an article."""
    page = Page(reading)
    desk = Desk(page, list(cues_of(reading, page)))
    starts = [cue.start for cue in desk.cues]
    previous: Draft | None = None
    for start, end in page.paragraphs:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        marks = range(bisect_left(page.quotations.ends, start + 1), bisect_left(page.quotations.starts, end))
        before = len(desk.drafts)
        transcript = transcript_line(desk, start, end)
        if transcript is None:
            if first == last and not marks:
                previous = None
                continue
            _read_paragraph(desk, start, end, range(first, last), marks, previous)
        drafts = desk.drafts[before:]
        previous = max(drafts, key=lambda draft: draft.pieces[-1][1], default=None) if drafts else None
    for draft in sorted(desk.drafts, key=lambda draft: draft.pieces[0]):
        yield from _finished(reading, page, draft)


def _read_paragraph(desk: Desk, start: int, end: int, numbers: range, marks: range, previous: Draft | None) -> None:
    for number in numbers:
        if marks and said_after_quote(desk, number, start, end):
            desk.used.add(number)
    covered = start
    for number in numbers:
        cue = desk.cues[number]
        if number in desk.used or cue.start < covered:
            continue
        draft = _first_that_fits(desk, number, covered)
        if draft is not None:
            covered = max(covered, *(piece[1] for piece in draft.pieces))
    for mark in marks:
        if mark not in desk.owners:
            colon_before_quote(desk, mark, start) or quote_goes_on(desk, mark, start, end, previous)


def _first_that_fits(desk: Desk, number: int, covered: int) -> Draft | None:
    for rule in (relayed, according_to, said_before_content, said_after_content, adding):
        draft = rule(desk, number, covered)
        if draft is not None:
            desk.used.add(number)
            return draft
    return None


# ---------------------------------------------------------------- around a quotation


def said_after_quote(desk: Desk, number: int, start: int, end: int) -> Draft | None:
    """A quotation, then speaker and cue or cue and speaker.

    Matches “We will sign,” Foreign Minister Ana Ruiz said.  Not: The “deal” failed, Ruiz said.
    """
    page, cue = desk.page, desk.cues[number]
    mark = page.quotation_ending_before(cue.start)
    if mark < 0 or mark in desk.owners:
        return None
    quotation_start, quotation_end = page.quotations[mark]
    if quotation_end <= start or cue.start - quotation_end > _REACH or cue.word.tier == "object":
        return None
    comma = page.folded[quotation_end : quotation_end + 1] in {",", "-"}
    floor = page.skip_blanks(quotation_end + comma, cue.start)
    sentence_end = max(page.sentence_at(cue.start)[1], cue.end)
    speaker = _beside(page, cue, floor, sentence_end)
    if speaker is None or not _attributes(desk, mark, number, comma, speaker, sentence_end):
        return None
    piece = _from_sentence_start(desk, mark, start), quotation_end
    return desk.keep(Draft(said_after_quote, [piece], (cue.start, cue.end), speaker, word=cue.word.lemma))


def _beside(page: Page, cue: Cue, floor: int, ceiling: int) -> Speaker | None:
    """The speaker where nothing else stands between a quotation and its cue, or right after the cue."""
    if cue.start == floor:
        return speaker_after(page, cue.end, ceiling)
    speaker = speaker_before(page, cue.start, floor)
    if speaker is None or speaker.start != floor:
        return None
    return speaker


def _attributes(desk: Desk, mark: int, number: int, comma: bool, speaker: Speaker, sentence_end: int) -> bool:
    """Tell whether what follows a quotation is its attribution and not the next sentence or the rest of this one."""
    page, cue = desk.page, desk.cues[number]
    stop = inner_stop(page, mark)
    after = max(cue.end, speaker.end)
    closes = _ENDS.match(page.folded, after, sentence_end + 1) is not None or after >= sentence_end
    if comma or stop in {",", "-"}:
        return closes or _opens_sentence(page, mark)
    if stop in {"?", "!"}:
        return closes or speaker.start > cue.start
    if stop == ".":
        text = page.text[speaker.start : speaker.end]
        return (closes and opening_after(page, cue, sentence_end) is None) or (text in PERSONAL and closes)
    return closes and not _introduced(desk, mark)


def _opens_sentence(page: Page, mark: int) -> bool:
    """Tell whether a quotation stands at the beginning of its sentence or paragraph."""
    start = page.quotations.starts[mark]
    return page.sentence_at(start)[0] >= start


def _introduced(desk: Desk, mark: int) -> bool:
    """Tell whether a cue stands before a quotation in its sentence."""
    start = desk.page.quotations.starts[mark]
    sentence_start = desk.page.sentence_at(start)[0]
    return any(sentence_start <= cue.start < start for cue in desk.cues[max(0, _cue_before(desk, start) - 2) :][:3])


def _cue_before(desk: Desk, position: int) -> int:
    return bisect_left(desk.cues, position, key=lambda cue: cue.start) - 1


def _from_sentence_start(desk: Desk, mark: int, floor: int) -> int:
    """Where content that ends with a quotation begins: with the mark, or with the sentence it stands in."""
    page = desk.page
    start = page.quotations.starts[mark]
    if start <= floor:
        return start
    sentence_start = max(page.sentence_at(start)[0], floor)
    if mark > 0 and page.quotations.ends[mark - 1] > sentence_start:
        if mark - 1 in desk.owners:
            return start
        sentence_start = min(sentence_start, page.quotations.starts[mark - 1])
    lead = page.folded[sentence_start:start]
    if mark > 0 and mark - 1 not in desk.owners and page.trim_blanks(start, floor) == page.quotations.ends[mark - 1]:
        earlier = page.quotations.starts[mark - 1]
        return earlier if page.sentence_at(earlier)[0] == earlier else start
    if not any(map(str.isalpha, lead)) or len(lead) > _REACH:
        return start
    if lead.rstrip()[-1:] in {":", ".", ",", "-"} or _introduced(desk, mark):
        return start
    return _past_connective(page, sentence_start, start)


_CONNECTIVE = re.compile(
    r"(?:However|Still|In fact|In particular|Meanwhile|At the same time|For example|For instance|"
    r"Indeed|Moreover|Furthermore|In addition|Besides|Instead|Nevertheless|Nonetheless|Also|Separately|Of course), "
)


def _past_connective(page: Page, start: int, end: int) -> int:
    """Where the clause itself begins, behind "However," and the like."""
    start = page.skip_blanks(start, end)
    match = _CONNECTIVE.match(page.folded, start, end)
    return match.end() if match else start


def colon_before_quote(desk: Desk, mark: int, floor: int) -> Draft | None:
    """A name, a colon and a quotation.

    Matches Ana Ruiz: “We will sign.”  Not: Two words: “peace column”.
    """
    page = desk.page
    start, end = page.quotations[mark]
    colon = page.trim_blanks(start, floor)
    if colon <= floor or page.folded[colon - 1] != ":":
        return None
    sentence_start = max(page.sentence_at(colon - 1)[0], floor)
    speaker = speaker_before(page, colon - 1, sentence_start)
    if speaker is None or not page.text[speaker.start].isupper() or not begins_clause(page, speaker.start, sentence_start):
        if not _whole(page, mark):
            return None
        verb = page.word_before(colon - 1)
        subject = speaker_before(page, verb.start, sentence_start) if verb and verb.start > sentence_start else None
        if verb and subject and not verb.capital and verb.text.endswith(("ed", "s")):
            return desk.keep(Draft(colon_before_quote, [(start, end)], (verb.start, colon), subject))
        first = page.skip_blanks(sentence_start, colon)
        speaker = speaker_after(page, first, colon - 1) if phrase_after(page, first, colon) > first else None
    return desk.keep(Draft(colon_before_quote, [(start, end)], (colon - 1, colon), speaker))


def transcript_line(desk: Desk, start: int, end: int) -> Draft | None:
    """A line of a transcript: a name in capitals, a colon, the words.

    Matches RUIZ: We will sign.  Not: UPDATE: the talks resumed.
    """
    page = desk.page
    match = _COLON_NAME.match(page.folded, start, min(end, start + 140))
    if match is None or match.group() in _HEADINGS:
        return None
    words = page.skip_blanks(match.end(), end)
    if words >= end:
        return None
    speaker = speaker_before(page, match.end() - 1, start) or Speaker(start, match.end() - 1)
    draft = Draft(transcript_line, [(words, end)], (match.end() - 1, match.end()), speaker)
    return desk.keep(draft)


_HEADINGS = frozenset(
    f"{word}:" for word in "UPDATE CORRECTION BREAKING WATCH READ EXCLUSIVE FACTBOX TIMELINE ANALYSIS VIDEO PHOTO PHOTOS NOTE "
    "EDITORS OPINION LIVE URGENT LEAD RELATED MORE ALSO SOURCE SEE ADVISORY".split()
)  # fmt: skip


def quote_goes_on(desk: Desk, mark: int, start: int, end: int, previous: Draft | None) -> Draft | None:
    """A quotation with no cue of its own after one of the same speaker.

    Matches the second part of “No,” Ruiz said. “Never.”  Not: “No,” Ruiz said of the “peace column”.
    """
    page = desk.page
    quotation_start, quotation_end = page.quotations[mark]
    earlier = _earlier_owner(desk, mark, start)
    if earlier is not None:
        return _second_piece(desk, mark, earlier)
    if previous is None or previous.speaker is None or quotation_start != start or not _whole(page, mark):
        return None
    if not any(page.quotations.within(*piece) for piece in previous.pieces) or quotation_end < end - 3:
        return None
    return desk.keep(Draft(quote_goes_on, [(quotation_start, quotation_end)], previous.cue, previous.speaker))


def _earlier_owner(desk: Desk, mark: int, start: int) -> Draft | None:
    """The draft of the quotation before this one in its paragraph; titles in marks between them are passed over."""
    page = desk.page
    for number in range(mark - 1, max(-1, mark - 3), -1):
        first, last = page.quotations[number]
        if last <= start:
            return None
        if number in desk.owners:
            return desk.owners[number]
        if last - first > 40:
            return None
    return None


def _second_piece(desk: Desk, mark: int, earlier: Draft) -> Draft | None:
    page = desk.page
    start, end = page.quotations[mark]
    before = page.trim_blanks(start, earlier.pieces[-1][1])
    opens = before == earlier.pieces[-1][1] or page.folded[before - 1] in ",.:;-" or _whole(page, mark)
    if not opens or earlier.fragment:
        return None
    cue_end = max(earlier.cue[1] if earlier.cue else 0, earlier.speaker.end if earlier.speaker else 0)
    if cue_end <= earlier.pieces[-1][1]:
        cue_end = earlier.pieces[-1][1]
    if page.folded[before - 1] == "," and before - cue_end > 90:
        return None
    between = page.sentences.at(start) - page.sentences.at(max(cue_end - 1, 0))
    if between <= 1:
        earlier.pieces.append((start, end))
        desk.own(start, end, earlier)
        return earlier
    if not _whole(page, mark):
        return None
    return desk.keep(Draft(quote_goes_on, [(start, end)], earlier.cue, earlier.speaker))


def _whole(page: Page, mark: int) -> bool:
    """Tell whether a quotation is a sentence of its own."""
    start, end = page.quotations[mark]
    return (end - start > 24 or inner_stop(page, mark) in {".", "?", "!"}) and page.text[start + 1 : start + 2].isupper()


# ---------------------------------------------------------------- around a clause


def said_before_content(desk: Desk, number: int, covered: int) -> Draft | None:
    """Speaker, cue and content, quoted or not.

    Matches Ruiz told reporters the talks were “frank”.  Not: The law said to be dead was signed.
    """
    page, cue = desk.page, desk.cues[number]
    if cue.word.tier == "source":
        return None
    sentence_start, sentence_end = page.sentence_at(cue.start)
    floor = _floor(page, cue, sentence_start)
    speaker = speaker_before(page, cue.start, floor)
    if speaker is None:
        return _said_first(desk, number, sentence_start, sentence_end)
    word = page.folded[speaker.start : speaker.end].lower()
    if word == "who":
        comma = page.trim_blanks(speaker.start, floor)
        comma -= comma > floor and page.folded[comma - 1] == ","
        antecedent = speaker_before(page, comma, floor)
        speaker = speaker._replace(actor=antecedent.actor if antecedent else None)
    return _introducing(desk, number, speaker, said_before_content, sentence_end)


def _said_first(desk: Desk, number: int, sentence_start: int, sentence_end: int) -> Draft | None:
    """A sentence that begins with the verb: Said Ruiz: “We will sign.”"""
    page, cue = desk.page, desk.cues[number]
    if cue.start != sentence_start or cue.word.form not in {"past", "third"}:
        return None
    speaker = speaker_after(page, cue.end, sentence_end)
    if speaker is None or page.folded[speaker.end : speaker.end + 1] not in {",", ":"}:
        return None
    start = page.skip_blanks(speaker.end + 1, len(page.folded))
    mark = page.quotations.at(start)
    if mark < 0 or page.quotations.starts[mark] != start:
        return None
    return desk.keep(Draft(said_before_content, [page.quotations[mark]], (cue.start, cue.end), speaker, word=cue.word.lemma))


def _floor(page: Page, cue: Cue, sentence_start: int) -> int:
    mark = page.quotation_ending_before(cue.start)
    return max(sentence_start, page.quotations.ends[mark]) if mark >= 0 else sentence_start


def _introducing(
    desk: Desk, number: int, speaker: Speaker | None, rule: Callable[..., object], ceiling: int, via: Actor | None = None
) -> Draft | None:
    """Make the quote whose content follows a cue."""
    page, cue = desk.page, desk.cues[number]
    if page.folded[cue.end - 1] == ":" and page.skip_blanks(cue.end, ceiling) >= ceiling:
        return _in_next_paragraph(desk, cue, speaker, rule)
    opening = opening_after(page, cue, ceiling)
    if opening is None:
        return None
    following = desk.cues[number + 1] if number + 1 < len(desk.cues) else None
    mark = page.quotations.at(opening.start)
    if opening.by in {"colon", "comma", "quotation"} and mark >= 0:
        end = _end_of_quoted(desk, mark, ceiling, following)
    else:
        end = content_end(page, opening.start, ceiling, following, subordinate=_subordinate(page, speaker, cue, ceiling))
    if end <= opening.start or not admits(page, cue, opening, end):
        return None
    draft = Draft(rule, [(opening.start, end)], (cue.start, cue.end), speaker, via, cue.word.lemma)
    draft.fragment = cue.word.tier == "object" or (opening.by not in {"colon", "comma"} and not (mark >= 0 and inner_stop(page, mark)))
    return desk.keep(draft)


def _subordinate(page: Page, speaker: Speaker | None, cue: Cue, ceiling: int) -> bool:
    """Tell whether the clause of a cue is a subordinate one whose main clause comes after it."""
    if speaker is None or speaker.start > cue.start:
        return False
    before = page.word_before(speaker.start)
    sentence_start = page.sentence_at(cue.start)[0]
    if _followed_by_comma(page, cue):
        return False
    if page.folded[speaker.start : speaker.end].lower() == "who":
        return page.folded[max(0, speaker.start - 2) : speaker.start] == ", "
    return before is not None and before.start == sentence_start and before.text in SUBORDINATORS


def _followed_by_comma(page: Page, cue: Cue) -> bool:
    """Tell whether a comma follows a cue: "as Ruiz said, …"."""
    return page.folded[cue.end : cue.end + 1] == ","


def _in_next_paragraph(desk: Desk, cue: Cue, speaker: Speaker | None, rule: Callable[..., object]) -> Draft | None:
    page = desk.page
    start = page.skip_blanks(cue.end, min(len(page.folded), cue.end + 8))
    mark = page.quotations.at(start)
    if mark < 0 or page.quotations.starts[mark] != start:
        return None
    return desk.keep(Draft(rule, [page.quotations[mark]], (cue.start, cue.end), speaker, word=cue.word.lemma))


def _end_of_quoted(desk: Desk, mark: int, ceiling: int, following: Cue | None) -> int:
    """Where content that begins with a quotation ends: with it, or with its clause."""
    page = desk.page
    start, end = page.quotations[mark]
    if end >= ceiling or inner_stop(page, mark) or not page.folded[end].isspace():
        return end
    word = page.word_after(end)
    if word is None or word.start > end + 1:
        return end
    return content_end(page, start, ceiling, following)


def said_after_content(desk: Desk, number: int, covered: int) -> Draft | None:
    """A clause without marks, a comma, then speaker and cue or cue and speaker; or a clause that they interrupt.

    Matches Talks will resume, Ruiz said.  Not: After the vote, Ruiz said talks would resume.
    """
    page, cue = desk.page, desk.cues[number]
    if cue.word.tier != "speech" or cue.word.form not in {"past", "third", "base"}:
        return None
    sentence_start, sentence_end = page.sentence_at(cue.start)
    sentence_start = max(sentence_start, covered)
    before = page.trim_blanks(cue.start, sentence_start)
    inverted = before > sentence_start and page.folded[before - 1] in ",-"
    if inverted:
        if cue.word.lemma == "tell" or cue.start != cue.verb:
            return None
        speaker = speaker_after(page, cue.end, sentence_end)
        comma, after = before - 1, speaker.end if speaker else cue.end
    else:
        speaker = speaker_before(page, cue.start, sentence_start)
        comma = page.trim_blanks(speaker.start, sentence_start) - 1 if speaker else -1
        after = cue.end
    if speaker is None or comma <= sentence_start or page.folded[comma] not in ",-":
        return None
    closes = _ENDS if cue.word.lemma in {"say", "tell", "add", "write", "report"} else _ENDS_SHARPLY
    if after < sentence_end and not closes.match(page.folded, after, sentence_end + 1):
        return None
    pieces = _interrupted(page, sentence_start, comma, after if not inverted else sentence_end, sentence_end)
    if not pieces:
        return None
    return desk.keep(Draft(said_after_content, pieces, (cue.start, cue.end), speaker, word=cue.word.lemma))


_ENDS_SHARPLY = re.compile(r"[.,;:!?)]|\s*\Z|\n| (?:on \w+day|\w+day)\b")


def _interrupted(page: Page, sentence_start: int, comma: int, after: int, sentence_end: int) -> list[tuple[int, int]]:
    """The pieces of a clause around an attribution between commas."""
    start = _past_connective(page, sentence_start, comma)
    end = page.trim_blanks(comma, start)
    pieces = [(start, end)] if end - start >= 8 else []
    lead = page.word_after(start)
    adverbial = lead is None or lead.text in PREPOSITIONS | SUBORDINATORS | LEADING or is_adverb(lead.text)
    alone = adverbial and page.folded.find(",", start, end) < 0
    if page.folded[after : after + 1] == ",":
        rest = page.skip_blanks(after + 1, sentence_end)
        word = page.word_after(rest)
        if word is not None and word.end < sentence_end and not word.text.endswith("ing"):
            piece = (rest, content_end(page, rest, sentence_end, None))
            return [*pieces, piece]
    return [] if alone and end - start < 30 else pieces


def according_to(desk: Desk, number: int, covered: int) -> Draft | None:
    """A clause and the source it is according to, before it, after it or inside it.

    Matches The bridge is closed, according to the ministry.  Not: seats were given out according to rank.
    """
    page, cue = desk.page, desk.cues[number]
    if cue.word.tier != "source":
        return None
    sentence_start, sentence_end = page.sentence_at(cue.start)
    initial = cue.start <= page.skip_blanks(sentence_start, cue.start)
    speaker = speaker_after(page, cue.end, sentence_end, apposition=not initial)
    if speaker is None:
        return None
    start = max(sentence_start, covered)
    lead = page.trim_blanks(cue.start, start)
    pieces: list[tuple[int, int]] = []
    if lead > start:
        end = lead - (page.folded[lead - 1] in ",-")
        end = page.trim_blanks(end, start)
        start = _past_connective(page, start, end)
        if end - start > 3:
            pieces.append((start, end))
    if page.folded[speaker.end : speaker.end + 1] == ",":
        rest = page.skip_blanks(speaker.end + 1, sentence_end)
        following = desk.cues[number + 1] if number + 1 < len(desk.cues) else None
        if rest < sentence_end and (not pieces or page.folded[lead - 1] == ","):
            end = content_end(page, rest, sentence_end, following)
            if end > rest:
                pieces.append((rest, end))
    if not pieces:
        return None
    return desk.keep(Draft(according_to, pieces, (cue.start, cue.end), speaker, word=cue.word.lemma))


def relayed(desk: Desk, number: int, covered: int) -> Draft | None:
    """One person's words relayed by another, whose own cue stands between commas.

    Matches Haddad, Ruiz added, said he was “ready”.  Not: Haddad, a lawyer, said he was “ready”.
    """
    page, cue = desk.page, desk.cues[number]
    if number + 1 >= len(desk.cues) or page.folded[cue.end : cue.end + 2] != ", ":
        return None
    main = desk.cues[number + 1]
    sentence_start, sentence_end = page.sentence_at(cue.start)
    if main.start != cue.end + 2 or main.start >= sentence_end:
        return None
    floor = max(sentence_start, covered)
    relayer = speaker_before(page, cue.start, floor)
    comma = page.trim_blanks(relayer.start, floor) - 1 if relayer else -1
    if relayer is None or comma <= floor or page.folded[comma] != ",":
        return None
    speaker = speaker_before(page, comma, floor)
    if speaker is None:
        return None
    draft = _introducing(desk, number + 1, speaker, relayed, sentence_end, relayer.actor)
    if draft is not None:
        desk.used.add(number + 1)
    return draft


def adding(desk: Desk, number: int, covered: int) -> Draft | None:
    """A further cue without a subject of its own.

    Matches Ruiz left early, saying talks had failed.  Not: Saying no is hard.
    """
    page, cue = desk.page, desk.cues[number]
    if cue.word.tier == "source":
        return None
    sentence_start, sentence_end = page.sentence_at(cue.start)
    before = page.trim_blanks(cue.start, sentence_start)
    if before <= sentence_start:
        return None
    word = page.word_before(before)
    joined = word is not None and word.end == before and word.text in {"and", "but", "then", "by", "while"}
    if not joined and page.folded[before - 1] not in ",-;" and page.quotations.at(before - 1) < 0:
        return None
    if cue.word.form == "ing" or (joined and cue.word.form in {"past", "third"}):
        speaker, via = _inherited(desk, sentence_start, sentence_end, before)
        if speaker is not None:
            return _introducing(desk, number, speaker, adding, sentence_end, via)
    return None


def _inherited(desk: Desk, sentence_start: int, sentence_end: int, before: int) -> tuple[Speaker | None, Actor | None]:
    """The speaker of the clause that a cue without a subject goes on with, and who relays them."""
    page = desk.page
    for draft in desk.drafts[:-4:-1]:
        if draft.speaker and draft.cue and sentence_start <= draft.cue[0] < before:
            return draft.speaker, draft.via
    start = page.skip_blanks(sentence_start, before)
    for _ in range(2):
        if phrase_after(page, start, before) > start:
            return speaker_after(page, start, before), None
        comma = page.folded.find(", ", start, min(before, start + 120))
        if comma < 0:
            break
        start = comma + 2
    return None, None


# ---------------------------------------------------------------- the finished quote


def _finished(reading: Reading, page: Page, draft: Draft) -> Iterator[Quote | Unresolved]:
    article = reading.article
    pieces = draft.pieces
    quoted = [page.quotations[mark] for piece in pieces for mark in page.quotations.within(*piece)]
    kind = _kind(page, draft, quoted)
    speaker = draft.speaker
    span = article.span(speaker.start, speaker.end) if speaker else None
    cue = article.span(*draft.cue) if draft.cue else None
    actor = speaker.actor if speaker and not speaker.rivals else None
    yield Quote(
        article.span(min(start for start, _ in pieces), max(end for _, end in pieces)),
        tuple(article.span(*piece) for piece in sorted(pieces)),
        tuple(article.span(*region) for region in quoted),
        kind,
        actor,
        span,
        draft.via,
        cue,
        evidence=because(draft.rule, *(() if cue is None else (cue,))),
    )
    if speaker and speaker.rivals and speaker.actor and span:
        yield Unresolved(span, "speaker", "several actors fit these words", (speaker.actor, *speaker.rivals),
                         evidence=because(draft.rule))


def _kind(page: Page, draft: Draft, quoted: list[tuple[int, int]]) -> str:
    if draft.rule is transcript_line:
        return "direct"
    if not quoted:
        return "indirect"
    outside = False
    for start, end in draft.pieces:
        position = start
        for region_start, region_end in quoted:
            if start <= region_start < end:
                outside = outside or any(map(str.isalnum, page.folded[position:region_start]))
                position = region_end
        outside = outside or any(map(str.isalnum, page.folded[position:end]))
    return "mixed" if outside or draft.fragment else "direct"


RULES = (
    said_after_quote, colon_before_quote, transcript_line, quote_goes_on, said_before_content, said_after_content,
    according_to, relayed, adding,
)  # fmt: skip
"""All rules, for the extractor."""
