"""The rules of sources at second hand: whom a clause is according to, who relays it, whose claim it is."""

from __future__ import annotations

from communique_quotes.desk import Desk, Draft
from communique_quotes.endings import clause_start, content_end
from communique_quotes.introduced import introduced
from communique_quotes.page import Page, Speaker
from communique_quotes.speakers import MOST_APPOSITIONS, speaker_after, speaker_before, speaker_of


def according_to(desk: Desk, number: int, covered: int) -> Draft | None:
    """A clause and the source it is according to, before it, after it or inside it.

    Matches The bridge is closed, according to the ministry.  Not: They were seated according to rank.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    floor = max(sentence_start, covered)
    lead = page.trim_blanks(cue.start, floor)
    speaker = speaker_after(page, cue.end, sentence_end, appositions=1 if lead <= floor else MOST_APPOSITIONS)
    if speaker is not None and lead <= floor and not page.folded.startswith(",", speaker.end):
        speaker = speaker_after(page, cue.end, sentence_end, appositions=0)
    if speaker is None:
        return None
    comma = lead > floor and page.folded[lead - 1] in ",-"
    latest = desk.latest(sentence_start, cue.start)
    if latest is not None and latest.cue and _is_of(page, latest, cue.start, behind_comma=comma):
        latest.via = latest.via or speaker.actor  # “…,” Ruiz said, according to a transcript
        return latest
    start = clause_start(page, floor, lead)
    end = page.trim_blanks(lead - comma, start)
    pieces = [(start, end)] if end > start else []
    if page.folded.startswith(",", speaker.end) and (comma or not pieces):
        rest = page.skip_blanks(speaker.end + 1, sentence_end)
        end = content_end(page, rest, sentence_end, desk.next_cues(number)) if rest < sentence_end else rest
        pieces += [(rest, end)] if end > rest else []
    return desk.keep(Draft(according_to, pieces, (cue.start, cue.end), speaker)) if pieces else None


def _is_of(page: Page, latest: Draft, start: int, *, behind_comma: bool) -> bool:
    """Tell whether the source that starts at a place is that of words which have their speaker already."""
    if latest.cue is None:
        return False
    if latest.cue[0] >= latest.pieces[-1][1]:
        return behind_comma
    end = latest.pieces[-1][1]
    return page.folded[end:start] == ", "


def relayed(desk: Desk, number: int, covered: int) -> Draft | None:
    """One person's words relayed by another, whose own cue stands between commas.

    Matches Haddad, Ruiz added, said he was “ready”.  Not: The bloc will mediate, Ruiz said, adding it was “ready”.
    """
    page, cue = desk.page, desk.cues[number]
    main = desk.next_cue(number)
    if main is None or main.start != cue.end + 2 or main.word.form == "ing":
        return None
    sentence_start, sentence_end = cue.sentence
    floor = max(sentence_start, covered)
    relayer = speaker_of(page, cue, floor)
    comma = page.trim_blanks(relayer.start, floor) - 1 if relayer else -1
    if relayer is None or comma <= floor or page.folded[comma] != "," or main.start >= sentence_end:
        return None
    speaker = speaker_before(page, comma, floor)
    if speaker is None:
        return None
    draft = introduced(desk, number + 1, speaker, relayed, sentence_end, relayer.actor)
    if draft is not None:
        desk.used.add(number + 1)
    return draft


def claim_that(desk: Desk, number: int, covered: int) -> Draft | None:
    """A noun of speech with its owner, and the clause it stands for.

    Matches Haddad dismissed Ruiz's claim that the bridge was safe.  Not: The claim that it was safe was false.
    """
    page, cue = desk.page, desk.cues[number]
    sentence_start, sentence_end = cue.sentence
    floor = max(sentence_start, covered)
    owner = page.before(cue.start)
    start, end = (page.starts[owner], page.end(owner)) if owner >= 0 else (floor - 1, 0)
    if start < floor or page.folded[end : cue.start] not in {" ", "' "}:
        return None
    text = page.words[owner].lower()
    if text in {"his", "her", "their", "its"}:
        speaker: Speaker | None = Speaker(start, end)
    elif text == "s" and page.folded[start - 1] == "'":
        speaker = speaker_before(page, start - 1, floor)
    else:
        speaker = speaker_before(page, end, floor) if page.folded[end] == "'" else None
    return speaker and introduced(desk, number, speaker, claim_that, sentence_end)
