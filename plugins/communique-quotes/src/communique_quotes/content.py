"""What is said: where the content that follows a cue begins, and whether the cue admits it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from communique_quotes.clauses import ROUGHLY, is_clause, is_said
from communique_quotes.cues import Cue
from communique_quotes.grammar import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    OBJECT,
    PREPOSITION,
    SUBORDINATOR,
    TIME,
    TIMING,
    UNLIKE_SUBJECT,
    traits,
    words,
)
from communique_quotes.page import Page
from communique_quotes.phrases import phrase_after

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
_WHEN = (
    rf"(?:(?:on |late on |early on |late |early |last |this )?{_WEEKDAY}(?: (?:night|morning|evening|afternoon))?"
    rf"|(?:in |on )?{_MONTH}(?: \d{{1,2}})?(?:, \d{{4}})?|in \d{{4}}"
    r"|yesterday|today|tonight|earlier|recently|afterwards?|later|again|"
    r"(?:last|this|earlier this|later this) (?:week|month|year|summer|fall|spring|winter|night|morning|evening|"
    r"afternoon)|on (?:X|Twitter|Facebook|Instagram|Telegram|Weibo|Truth Social|social media)|"
    r"on (?:state )?(?:TV|television|radio)|"
    r"at the time|at one point|in part|in response|"
    r"for (?:many )?(?:days|weeks|months|years|decades))"
)
_ADDRESS = (
    r"to (?:reporters|journalists|the press|the media|lawmakers|parliament|the nation|them|him|her|me|us|AFP|AP|"
    r"Reuters|CNN)"
)
_ADJUNCT = re.compile(rf" (?=[a-zMTWFSJADNO])(?:{_WHEN}|{_ADDRESS})(?![\w'])")
_MOST_ADJUNCTS = 3
_HELPING = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|never|also)\b"
_THAT = re.compile(
    rf"(?:(?! (?:and|but) (?:{_HELPING}|\w++(?<=ed) )),? [\w'\"$%./&-]++){{0,16}}?"
    rf",? that (?!{_HELPING})"
)
"""An adjunct and the "that" behind it which opens a clause: not a relative one, nor one of a verb that goes on."""
_OPENER = re.compile(r"(?:that|whether|if|how|why|what|when|where|who|which)\b", re.IGNORECASE)
_LONGEST_TITLE = 40
_LONGEST_MANNER = 120
_FARTHEST_MARK = 60
_LEADS_ON = re.compile(
    r",? (?:that|to|whether|if|how|about|not|on|in|at)\b|:|,? [\"']"
    r"| (?:the|its|his|her|their|it|he|she|they|there|no|all)\b"
)
_INTRODUCES = re.compile(r"[,:]? (?:that|how|[\"'])|:")
_CLAUSE = re.compile(r"(?:that|if|when|although|though|while|because|unless|as long as|even if) ")
_SPEAKING = words("that whether how why what if")
_MARKS = frozenset("\"'`")
Introduction = Literal["colon", "comma", "that", "bare", "quotation"]
"""What stands between a cue and its content."""
_TO_DO = words("pledge promise vow threaten propose ask urge demand swear request advise instruct warn tell")
RECIPIENTS = words("tell ask assure remind inform warn advise notify instruct urge caution")
"""Verbs that have the person spoken to for their object."""
_ANNOUNCED = (" this:", " the following:")
_ABOUT_RECIPIENT = re.compile(
    r", (?:who|which|whose|where|an?|the|its|his|her)\b[^,.;:\"()]{1,120}+,(?= (?:that|how|whether) )"
)
"""What is told between commas of the person or body spoken to."""
_BEFORE_CONTENT = re.compile(
    r", (?!(?:who|which|that|if|when|although|while|because) )[a-z][^,.;:\"()]{2,80}+,(?= that )"
)
"""What stands between commas before what is said: "claimed, without offering evidence, that"."""
_AS = words("describe characterize characterise")


class Opening(NamedTuple):
    """Where content begins after a cue, and what introduces it."""

    start: int
    by: Introduction
    first: int
    """The number of its first word, or -1 if that is far away."""


def opening_after(page: Page, cue: Cue, ceiling: int) -> Opening | None:
    """Find where the content that follows a cue begins, past a recipient, a time and a place."""
    folded, position, lemma = page.folded, cue.end, cue.word.lemma
    if lemma == "add" and folded.startswith(" to ", position):
        return None
    if folded[position - 1] == ":":
        return _opened(page, position, ceiling, "colon")
    if lemma in RECIPIENTS and cue.word.tier != "object":
        recipient = past_recipient(page, position, ceiling)
        if lemma == "ask" and recipient > position and folded.startswith(" to ", recipient):
            return _opened(page, position, ceiling, "that")  # "asked the crowd to wait": all of it is content
        position = _past_aside(page, recipient, ceiling) if recipient > cue.end else recipient
    first = page.after(position)
    if first >= 0 and traits(page.words[first]) & _OPENS_ADJUNCT:
        position = _past_manner(page, _past_adjuncts(page, position, ceiling), ceiling)
    elif first >= 0 and position + 1 == page.starts[first] < ceiling and folded[position] == " " and lemma not in _AS:
        return _with_word(page, position + 1, first)
    following = folded[position : position + 1]
    if following == ":" or folded.startswith(_ANNOUNCED, position):  # "tweeted this:"
        return _opened(page, folded.index(":", position) + 1, ceiling, "colon")
    if following == ",":
        aside = _BEFORE_CONTENT.match(folded, position, ceiling)
        start = page.skip_blanks(aside.end() if aside else position + 1, ceiling)
        if page.quotations.at(start) >= 0:
            return _opened(page, start, ceiling, "comma")
        return _opened(page, start, ceiling, "that") if aside or _CLAUSE.match(folded, start) else None
    if following != " ":
        return None
    if lemma in _AS and folded.startswith(" as ", position) and page.quotations.at(position + 4) >= 0:
        position += len(" as")
    return _opened(page, position, ceiling, "bare")


def _opened(page: Page, position: int, ceiling: int, by: Introduction) -> Opening | None:
    start = page.skip_blanks(position, ceiling)
    if start >= ceiling:
        return None
    sign, first = page.folded[start], page.after(start)
    if page.quoted and sign in _MARKS and page.quotations.starts[page.quotations.at(start)] == start:
        return Opening(start, by if by in {"colon", "comma"} else "quotation", first)
    if not (sign.isalnum() or sign in "$'([-#@"):
        return None
    return _with_word(page, start, first) if by == "bare" and sign.isalnum() else Opening(start, by, first)


def _with_word(page: Page, start: int, first: int) -> Opening | None:
    """The opening of content at its first word."""
    word = page.words[first]
    if word in _SPEAKING:
        return Opening(start, "that", first)
    return Opening(start, "bare", first) if word[0] != "_" else None


def past_recipient(page: Page, position: int, ceiling: int) -> int:
    """Skip the person that a verb like "tell" has for its object."""
    start = page.skip_blanks(position, ceiling)
    number = page.at(start)
    if number < 0 or page.end(number) > ceiling or _OPENER.match(page.folded, start, ceiling):
        return position
    kind = traits(page.words[number])
    if kind & OBJECT:
        return page.end(number)
    if page.folded[start] == "'" or page.quotations.at(start) >= 0:
        return position
    if page.words[number].lower() in _AUDIENCES:
        return page.end(number)
    end = phrase_after(page, start, ceiling)
    verb = page.at(end + 1) if end > 0 else -1
    if verb >= 0 and traits(page.words[verb]) & AUXILIARY:
        return position  # "warned the fighting may spread": a subject
    for found in page.mentions.starting_at(start):
        if end <= found.mention.phrase.end < ceiling:
            return found.mention.phrase.end
    if end < 0 or not (kind & (CAPITAL | DETERMINER) or _LEADS_ON.match(page.folded, end)):
        return position
    return _past_title(page, end)


def _past_aside(page: Page, end: int, ceiling: int) -> int:
    """Skip what is told between commas of who is spoken to: "told the council, which sat until dawn, that"."""
    if not page.folded.startswith(", ", end):
        return end
    aside = _ABOUT_RECIPIENT.match(page.folded, end, ceiling)
    return aside.end() if aside else end


_AUDIENCES = words(
    "reporters journalists lawmakers parliament viewers supporters voters troops soldiers officers commanders aides "
    "officials diplomats ministers delegates colleagues followers crowds residents investors listeners readers "
    "students leaders allies"
)


def _past_title(page: Page, end: int) -> int:
    """Skip a title in marks that belongs to a recipient: told Radio One's "Morning Hour" that."""
    mark = page.quotations.at(end + 1)
    if mark < 0 or page.quotations.starts[mark] != end + 1 or page.quotations.ends[mark] - end > _LONGEST_TITLE:
        return end
    close = page.quotations.ends[mark]
    return close if _LEADS_ON.match(page.folded, close) else end


def _past_adjuncts(page: Page, position: int, ceiling: int) -> int:
    for _ in range(_MOST_ADJUNCTS):
        number = page.at(position + 1)
        if number < 0 or not traits(page.words[number]) & _OPENS_ADJUNCT:
            break
        match = _ADJUNCT.match(page.folded, position, ceiling)
        if not match:
            break
        position = match.end()
    return position


_OPENS_ADJUNCT = PREPOSITION | ADVERB | TIME | TIMING


def _past_manner(page: Page, position: int, ceiling: int) -> int:
    """Skip an adjunct of any kind if "that" or a quotation follows it: "said ahead of the meeting that …"."""
    start = page.skip_blanks(position, ceiling)
    number = page.at(start)
    kind = traits(page.words[number]) if number >= 0 else 0
    if not kind & (PREPOSITION | ADVERB) or page.end(number) >= ceiling:
        return position
    mark = page.quotation_starting_after(start)
    mark_start = page.quotations.starts[mark] if mark >= 0 else ceiling
    match = _THAT.match(page.folded, position, min(ceiling, mark_start))
    if match:
        return match.end() - 6
    before = page.trim_blanks(mark_start, start)
    if mark_start < ceiling and before > start and page.folded[before - 1] in ",:" and before - start < _LONGEST_MANNER:
        return before - 1
    end = page.end(number)
    return end if kind & ADVERB and _INTRODUCES.match(page.folded, end) else position


_SOMEBODYS = re.compile(r"(?:his|her|its|their|our|my) |(?:[\w.]++ ){0,3}?[\w.]++'s? ")
"""What one has that may be called into question: "questioned Seoul's sincerity", and no suspect."""


_CALLED_HOME = re.compile(
    r"(?:[\w'.-]++ ){0,4}?(?:ambassadors?|envoys?|consuls?|diplomats?|charges?|attaches?|representatives?|negotiators?|"
    r"delegations?|teams?|troops|staff|soldiers|peacekeepers|forces)\b"
)
"""Whom a state recalls in the other sense of the word."""


def _clause_behind_adjunct(page: Page, opening: Opening, end: int) -> bool:
    """Tell whether what is said opens with an adjunct and a comma: "said *despite the truce, shells* fell"."""
    comma = page.folded.find(", ", opening.start, min(end, opening.start + _LONGEST_ADJUNCT))
    number = page.at(comma + 2) if comma >= 0 else -1
    if number < 0 or not traits(page.words[opening.first]) & (PREPOSITION | SUBORDINATOR):
        return False
    return is_clause(page, number, end)


_LONGEST_ADJUNCT = 80
_WHEN_ASKED = re.compile(r"when (?:\w+ ){0,2}?(?:asked|pressed|questioned|contacted|reached|approached)\b")
_OPEN_QUESTIONS = words("when where who whom which")
_NEGATED = re.compile(r"n't |\b(?:not|never) ")


def admits(page: Page, cue: Cue, opening: Opening, end: int) -> bool:
    """Tell whether the tier of a cue lets what begins at an opening be its content."""
    tier = cue.word.tier
    if opening.by != "bare" or tier == "object":
        return True
    quoted = page.quotations.within(opening.start, end) if page.quoted else ()
    if tier in {"quote", "that"}:
        first = page.folded[opening.start : opening.start + 3]
        if tier == "that" and first == "to " and cue.word.lemma in _TO_DO:
            return True
        if not quoted:
            return cue.word.lemma == "question" and _SOMEBODYS.match(page.folded, opening.start) is not None
        return page.quotations[quoted[0]][0] - opening.start < _FARTHEST_MARK
    if opening.first < 0:
        return False
    if cue.word.lemma == "recall" and _CALLED_HOME.match(page.folded, opening.start, end):
        return is_said(page, opening.first, end)
    if tier == "speech" and cue.word.lemma != "add" and ROUGHLY.match(page.folded, opening.start):
        return True
    if not traits(page.words[opening.first]) & (PREPOSITION | UNLIKE_SUBJECT):
        return tier != "clause" or len(quoted) > 0 or is_said(page, opening.first, end)
    if tier == "speech" and _clause_behind_adjunct(page, opening, end):
        return True
    text = page.words[opening.first].lower()
    if text in _OPEN_QUESTIONS and _NEGATED.search(page.folded, cue.start, cue.verb):
        return _WHEN_ASKED.match(page.folded, opening.start) is None  # "did not say when the talks would resume"
    return (text == "to" and cue.word.lemma in _TO_DO) or text in {"no", "more"} or len(quoted) > 0
