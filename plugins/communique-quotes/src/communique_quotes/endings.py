"""Where what is said ends: with its sentence, at a mark, or before the next attribution."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique_quotes.cues import Cue
from communique_quotes.grammar import CAPITAL, CONJUNCTION, COORDINATOR, DETERMINER, traits
from communique_quotes.page import Page
from communique_quotes.phrases import phrase_before
from communique_quotes.speakers import speaker_of

_REPORTS = re.compile(r"(?: [\w'.-]++){0,4}?,? (?:that|how|whether|[\"'])|:")
_DROPPED = frozenset(".,;:- \n")
"""What content does not end with."""
_ATTRIBUTION_ENDS = re.compile(
    r"[.,;:!?)\"]|\s*\Z|\n| (?:on|in|at|during|to|of|about|after|before|as|when|while|with|from|by|for|last|this|"
    r"late|early|earlier|later|\w+day|\w+ly|via|through|and|but|who|upon|ahead|recently|again|referring|adding)\b"
)
_CONNECTIVE = re.compile(
    r"(?:However|Still|In fact|In particular|Meanwhile|At the same time|For example|For instance|"
    r"Indeed|Moreover|Furthermore|In addition|Besides|Instead|Nevertheless|Nonetheless|Also|Separately|Of course), "
)


_CLAUSE_ENDS = re.compile(r", (?![\d])")
_GOES_ON_WITH_VERB = (
    r"(?:would|will|could|should|may|might|can|has|had|have|is|are|was|were|did|does|also|not|rather|instead|only|that)"
)
_CONTRASTED = (
    r"(?:(?:while|whereas)(?![^,;.\"]{0,80}? (?:would|will|had|could|should|must) )|"
    r"compared (?:with|to)|(?:up|down) (?:from|\d)|"
    r"with (?:only |just |about |some |nearly )?\d[\d.]*(?: percent| per cent|%))\b"
)
"""What the narrator sets beside words that somebody said: "…, compared with 11 percent of Kenyans"."""
STOPS_TELLING = re.compile(
    r" (?:but|and) (?:(?:gave|gives|offered|provided) (?:no|few|little)|"
    r"(?:(?:did|does|do)(?: not|n't)|(?:declined|refused) to) "
    r"(?:say|give|elaborate|name|specify|provide|comment|disclose|identify|explain|offer|reveal))\b"
)
"""What the narrator tells of a speaker who says no more: "but gave no details"."""
_COMMENT = (
    r"(?:(?:an?|the) (?:[a-z-]++ ){1,3}?(?:which |that )?(?:[A-Z][\w.'-]*+ ){1,4}+(?:has |have |had )?"
    r"(?:deni|reject|disput|dismiss|contest|refut|repudiat|ridicul)\w*+(?=[.,;]|\s*\Z))"
)
"""What the narrator remarks on words: "…, a claim Ankara denied"."""
_BREAKS_OFF = re.compile(
    rf", {_CONTRASTED}|, {_COMMENT}|"
    rf"(?:,| -{{1,3}}) (?:but(?! {_GOES_ON_WITH_VERB}\b)|although|though|just as|a claim|a move|a charge|"
    r"(?:who|which|whose|whom|for whom|with whom|in which (?:he|she|they|it))\b(?=[^,]*+\Z)|"
    r"(?!(?:including|according|during|nothing|something|anything|everything|being|beijing|pending|regarding|following|"
    r"morning)\b)\w{2,}ing)\b"
)


_REMARK = re.compile(rf", {_COMMENT}")


def is_remark(page: Page, comma: int) -> bool:
    """Tell whether a remark of the narrator begins at a comma: "…, a claim Ankara denied"."""
    return comma >= 0 and _REMARK.match(page.folded, comma) is not None


def content_end(
    page: Page, start: int, ceiling: int, following: Sequence[Cue] = (), *, subordinate: bool = False
) -> int:
    """Find where content that begins at `start` ends: with its sentence, or before the next attribution.

    In a subordinate clause it ends with the clause: "While Ruiz said talks failed, others hoped."
    """
    if subordinate:
        end = _first_match(page, _CLAUSE_ENDS, ",", start, ceiling)
    else:
        end = _first_match(page, _BREAKS_OFF, ",", start, ceiling)
        end = _first_match(page, _BREAKS_OFF, " -", start, end, ceiling)
        end = _first_match(page, STOPS_TELLING, " but ", start, end, ceiling)
    for cue in following:
        if cue.start >= end:
            break
        if cue.start > start and start + _SHORTEST_CLAUSE < (close := _before_next(page, start, cue, end)) < end:
            end = close
            break
    last = _last_quotation(page, start, end) if page.quoted else -1
    if last >= 0:
        end = _after_quotation(page, last, end, ceiling, following)
    return _trimmed(page, start, end)


_OPENERS = frozenset({"that", "how", "whether"})
_SHORTEST_CLAUSE = len("he lost")


def _first_match(
    page: Page, pattern: re.Pattern[str], sign: str, start: int, end: int, ceiling: int | None = None
) -> int:
    """The first place before `end`, outside quotations, where a sign stands and a pattern matches; or `end`."""
    at = page.folded.find(sign, start, end)
    while at >= 0:
        if (
            page.folded[start:at] not in _OPENERS
            and pattern.match(page.folded, at, ceiling or end)
            and page.quotations.at(at) < 0
        ):
            return at
        at = page.folded.find(sign, at + 1, end)
    return end


def _before_next(page: Page, start: int, following: Cue, end: int) -> int:
    """Where content ends because another attribution begins behind it in the sentence."""
    folded = page.folded
    position = page.trim_blanks(following.start, start)
    if following.word.form == "ing" and folded[position - 1] == ",":
        return position - 1
    if following.word.form == "ing" and page.quotations.at(position - 1) >= 0:
        return position
    if following.word.tier == "source":
        return position
    if following.word.form == "phrase":
        return end
    if following.word.tier == "clause" and not _coordinates(page, position):
        return end
    if _by_somebody(page, following):
        return end
    if folded[position - 1] == "," and following.word.form == "past" and not following.passive:
        return _before_described(page, start, following, position - 1)
    subject = phrase_before(page, position, start)
    if subject > start:
        position = page.trim_blanks(subject, start)
    number = page.before(position)
    word_start = page.starts[number] if page.follows(number, position) else start
    if word_start > start and traits(page.words[number]) & COORDINATOR:
        comma = folded[page.trim_blanks(word_start, start) - 1] == ","
        if (
            comma
            or subject > start
            or page.words[number].lower() == "but"
            or following.word.tier in {"speech", "object"}
            or (following.word.tier in {"clause", "quote", "that"} and following.word.form != "base")
            or _REPORTS.match(folded, following.end)
        ):
            return page.trim_blanks(word_start, start)
    return position - 1 if subject > start and folded[position - 1] == ";" else end


def _by_somebody(page: Page, cue: Cue) -> bool:
    """Tell whether a form is a participle whose doer follows: "islets held by Tokyo but *claimed* by Beijing"."""
    bare = cue.word.form == "past" and cue.start == cue.verb and cue.word.lemma not in _SPOKEN
    return bare and page.folded.startswith(" by ", cue.end)


_SPOKEN = frozenset({"say", "tell", "add"})
"""Verbs that are hardly ever participles with a doer: "and said by phone"."""


def _before_described(page: Page, start: int, following: Cue, comma: int) -> int:
    """Where content ends before a subject that is described between commas: ", and Ruiz, his envoy, said"."""
    subject = speaker_of(page, following, start)
    if subject is None or not start < subject.start < comma:
        return comma
    position = page.trim_blanks(subject.start, start)
    number = page.before(position)
    if not page.follows(number, position) or not traits(page.words[number]) & COORDINATOR:
        return comma
    return page.trim_blanks(page.starts[number], start)


def before_next_clause(page: Page, start: int, end: int, following: Sequence[Cue]) -> int:
    """Where what somebody is accused of ends: before a clause of time in which another one speaks.

    "accused it of shelling the port *hours after Khartoum said*": the time behind it belongs to the main clause.
    """
    for cue in following:
        if cue.start >= end:
            break
        if cue.start <= start or cue.passive or cue.word.form not in {"past", "third"}:
            continue
        subject = phrase_before(page, page.trim_blanks(cue.start, start), start)
        number = page.before(subject) if subject > start else -1
        if number < 0 or page.starts[number] <= start or page.words[number] not in _TIME_CLAUSE:
            continue
        measure = _MEASURE.search(page.folded, max(start, page.starts[number] - _LONGEST_MEASURE), page.starts[number])
        close = measure.start() if measure else page.trim_blanks(page.starts[number], start)
        if close > start and (measure or page.folded[close - 1] == ","):
            return _trimmed(page, start, close)
    return end


_TIME_CLAUSE = frozenset({"after", "before", "when", "while"})
_LONGEST_MEASURE = 48
_MEASURE = re.compile(
    r",?(?: (?:just|only|barely|less|more|than|at|least|about|nearly|almost|some|a|an|the|few|couple|of|several|many|"
    r"\d++|one|two|three|four|five|six|seven|eight|nine|ten|same)){0,5}+"
    r" (?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|immediately|moments|weekend|morning|night) \Z"
)
"""A measure of time before "after": "hours", "less than a day"."""


def _coordinates(page: Page, position: int) -> bool:
    """Tell whether a coordinator ends at a position."""
    number = page.before(position)
    return page.follows(number, position) and traits(page.words[number]) & COORDINATOR != 0


def _last_quotation(page: Page, start: int, end: int) -> int:
    """The number of the last quotation that starts inside a stretch, or -1."""
    starts = page.quotations.starts
    number = bisect_left(starts, end) - 1
    return number if number >= 0 and starts[number] >= start else -1


_GOES_ON = re.compile(r"\"? (?:and|or|because|compared|if|even|as|than) ")


def _after_quotation(page: Page, last: int, end: int, ceiling: int, following: Sequence[Cue]) -> int:
    """Where content with a quotation in it ends: with the sentence, or at the mark that a comma follows."""
    quotation_end = page.quotations.ends[last]
    if quotation_end >= end:
        return quotation_end
    stop = inner_stop(page, last)
    if stop == "," and _GOES_ON.match(page.folded, quotation_end):
        return quotation_end if _others_follow(page, quotation_end, ceiling, following) else end
    if stop or page.folded[quotation_end] == ";" or page.folded.startswith(" (", quotation_end):
        return quotation_end
    if page.folded[quotation_end] == "," and (
        not page.folded.startswith(" and ", quotation_end + 1)
        or _others_follow(page, quotation_end + 1, ceiling, following)
    ):
        return quotation_end
    return end


def _others_follow(page: Page, position: int, ceiling: int, following: Sequence[Cue]) -> bool:
    """Tell whether "and" at a position joins what somebody else does or says: "and *his envoy urged* calm"."""
    joint = page.at(position + 1)
    if joint < 0 or not traits(page.words[joint]) & CONJUNCTION:
        return False
    number = page.next(joint)
    if number != joint + 1 or page.folded[page.end(joint)] != " ":
        return False
    if page.words[number] in _SOMEBODY:
        return True
    if not traits(page.words[number]) & (DETERMINER | CAPITAL):
        return False
    for cue in following:
        if cue.start >= ceiling:
            break
        if cue.start > position and cue.word.form in _FINITE and not cue.passive:
            subject = speaker_of(page, cue, position)
            if subject is not None and subject.start == page.starts[number]:
                return True
    return False


_SOMEBODY = frozenset({"he", "she"})
_FINITE = frozenset({"past", "third"})


def inner_stop(page: Page, number: int) -> str:
    """The comma, stop, question or exclamation mark before the closing mark of a quotation, or nothing."""
    start, end = page.quotations[number]
    for position in range(end - 2, end - 5, -1):
        if position <= start:
            return ""
        character = page.folded[position]
        if character in ",.?!;-" or page.text[position] == "…":
            return character
        if character not in "'\" ":
            return ""
    return ""


def _trimmed(page: Page, start: int, end: int) -> int:
    folded = page.folded
    if page.quoted and folded[end - 1] in _DROPPED:
        mark = page.quotations.at(end - 1)
        if mark >= 0 and page.quotations.ends[mark] == end:
            return end
    while end > start and (folded[end - 1] in _DROPPED or folded[end - 1].isspace()):
        end -= 1
    return end


def clause_start(page: Page, start: int, end: int) -> int:
    """Where the clause itself begins, behind "However," and the like."""
    start = page.skip_blanks(start, end)
    match = _CONNECTIVE.match(page.folded, start, end)
    return page.skip_blanks(match.end(), end) if match else start


def closes_attribution(page: Page, position: int, sentence_end: int) -> bool:
    """Tell whether an attribution may end at a position: the sentence does, or an adjunct follows."""
    return position >= sentence_end or _ATTRIBUTION_ENDS.match(page.folded, position, sentence_end + 1) is not None
