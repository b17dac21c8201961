"""What a position is about: the words behind a cue, or around a modal verb, that say what is wanted."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from communique import Actor
from communique.tables import any_of
from communique_claims.page import Page
from communique_claims.words import word_set

_WHEN = re.compile(
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r" (?:today|yesterday|again|repeatedly|publicly|so far|also|flatly|strongly|firmly|once more|earlier|"
    r"(?:earlier |later )?(?:last|this) (?:week|month|year)))?"
)
_NO_NOUN = (
    r"(?!(?:to|that|for|of|in|on|at|by|with|and|or|but|as|if|when|from|until|till|after|before|because|who|which|while|"
    r"during|since|than|so|is|are|was|were|has|have|had|will|would|him|her|them|me|us|it|how|why|whether|where|over|into|"
    r"each|one another|back|up|out|off|down|here|there|him|himself|herself|itself|themselves|said|says|"
    r"against|about|through|under|amid|now|today|yesterday|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_NOT_HERE = (
    r"(?!(?:comment|say|elaborate|speculate|be (?:named|identified|quoted|drawn)|disclose|(?:give|provide) details|"
    r"identify)\b)"
)
_INFINITIVE = rf"(?P<content>\"?(?:not )?to \"?{_NOT_HERE}[a-z])"
_TO_ACT = (  # whoever declines to answer a reporter takes no stand
    r"(?P<content>\"?to (?!(?:comment|say|answer|respond|reply|predict|speculate|elaborate|specify|discuss|name|"
    r"identify|confirm|be (?:named|identified|quoted|drawn|interviewed)|disclose|reveal|go into details?|"
    r"release (?:the |their |any )?(?:names?|details)|"
    r"(?:give|provide|offer) (?:any |further |more |other |specific )?"
    r"(?:details?|comment|information|figures))\b)[a-z])"
)
_WISHED = (  # nor whoever wants to be polite
    r"(?P<content>\"?(?:not )?to (?!(?:thank|congratulate|apologi[sz]e|say|stress|emphasi[sz]e|underline|remind|"
    r"mention|add (?=that|my|a word)|express|point out|know|assure|wish|share|"
    r"be (?:remembered|named|identified|quoted)|make (?:it |this )?(?:very )?clear)\b)[a-z])"
)
_NOUN = rf"{_NO_NOUN}(?P<content>[\w\"'$])"
_SOUGHT = (  # what people in need or companies seek is no matter of policy
    r"(?!(?:(?:an?|the|his|her|their|its|some|more|any|medical|urgent|political|safe|better|legal|outside|new) ){0,2}"
    r"(?:refuge|haven|shelter|sanctuary|asylum|cover|safety|treatment|care|abortion|revenge|vengeance|damages|profits?|work|jobs?|"
    r"employment|comment|advice|counsel|breakthrough|buyers?|control|funds|funding|loans?|credit|capital|fortune|solace|comfort|"
    r"(?:re-?)?election|office|nomination|votes?)\b)"
)
_BLAME = (
    r"(?:absurd|unacceptable|illegal|illegitimate|ridiculous|outrageous|unjust|unfair|unlawful|provocative|reckless|"
    r"irresponsible|inadmissible|intolerable|unwise|premature|provocation|insult|violation|mistake|betrayal|farce|non-starter|"
    r"null and void|invalid|attack|aggression|threat|crime)"
)
_MUST = (
    r"(?=[^;:\n]{0,160}\b(?:must|should|needs?|ought|cannot|never|no|not|rights?|necessary|important|crucial|essential|"
    r"vital|unacceptable|irresponsible|has to|have to)\b)"
)
_COURTESY = (  # what one offers out of courtesy, or to anybody who comes
    r"(?!(?:(?:an?|the|his|her|their|its|my|our|any|some|deep|deepest|sincere|heartfelt|warm|cash|public) ){0,3}"
    r"(?:condolences|congratulations|sympath(?:y|ies)|apolog(?:y|ies)|thanks|greetings|prayers|wishes|advice|rewards?|jobs?|"
    r"tours?|glimpse|details?|comment|explanation|resignation|discounts?)\b)"
)
_IS = r"(?:(?:for|of|set by|laid down by|put forward by|from) [^,.;:\"]{1,60}? )?(?:is|are|was|were|remains?|remained) "
_NOT_SAID = (
    r"(?!(?:not|that|clear|unclear|met|accepted|rejected|known|in|on|at|under|being|been|made|set|unchanged|simple|"
    r"unacceptable|still|also|so|as|part|one|among|what|why|how|based|aimed|seen|likely|[a-z]+ed)\b)"
)
_BEHIND = {
    "to": _INFINITIVE,
    "to-act": _TO_ACT,
    "to-wish": _WISHED,
    "that": r"that (?P<content>\S)",
    "that-must": rf"that (?P<content>\S){_MUST}",
    "noun": r"(?:as (?:[a-z-]+ ){1,3}(?=the |an? |any ))?" + _NOUN,
    "noun-sought": _SOUGHT + _NOUN,
    "noun-blamed": rf"(?=[^.;:\n]{{3,80}}? (?:as )?(?:an? |\")?{_BLAME}\b)(?!(?:for|on|upon) ){_NOUN}",
    "noun-down": rf"(?=[^.;,\n]{{3,60}}? down\b){_NOUN}",
    "noun-on": rf"(?=[^.;,\n]{{3,60}}? on ){_NOUN}",
    "noun-offered": _COURTESY + _NOUN,
    "noun-agreed": rf"(?=(?:an?|the|its|his|this|that|these|all|most|any|some|\"?the) ){_NOUN}",
    "noun-asked": r"(?!\$?\d)" + _NOUN,
    "clause": _NOUN,
    "be": _IS + r"(?:that |for |to )?(?P<content>\"?" + _NOT_SAID + r"\S)",
    "be-that": _IS + r"that (?P<content>\S)" + _MUST,
}
_ASKED = (
    r"(?:(?!(?:that|to|he|she|it|they|we|I|whether|if|how|what|why|when|for|in|on|at|by|with|a|an)\b)"
    r"[^\s,.;:\"]{1,30} ){1,6}?"
)
_LATELY = r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?"
_MARKS = r"[;:](?=\s)|[!?\"()\n]|--| - "
_BEHIND_COMMA = (
    r", (?:but|while|which|who|whose|although|though|as|after|because|since|so|despite|he|she|they|it|"
    r"[a-z]{3,}(?:ing|ed)|sent|met|told|took|gave|went|came|left|sought|won|spoke|flew|broken|known|held|made|"
    rf"an? (?:day|{any_of(word_set('moves'))})|in an?|in line|"
    r"and (?:as|if|when|he|she|they|it|said|says|that|has|had|is|was|will|would|[a-z]+ed)|"
    r"and [A-Z][a-z]+ (?:said|has|is|was|sees|will))\b"
)
_OTHER_CLAUSE = (
    r" (?:because|while|but|when|despite|amid|since(?! \d)|after (?:he|she|it|they|[a-z]+ing)) |"
    r" and (?:also |then |has |had )?"
    r"(?:said|told|took|gave|made|sent|spoke|is|was|were|are|will|would|has|opposes|rejects|wants|demands|insists|"
    r"supports|backs|says|calls|urges|refuses|accuses|seeks|"
    r"rejected|resisted|demanded|opposed|urged|supported|backed|condemned|called|insisted|refused|proposed|accused|vowed|"
    r"[a-z]{3,}ed (?:the|an?|its|his|her|their|to|that|on|for|at|any|all|both|no|what|[A-Z][a-z]+)) "
)
_CONDITION = r"(?<!and) (?:only (?:if|after|when|once)|unless|on (?:the )?condition|provided that|as long as) "
_ATTRIBUTION = (
    r"(?:,? (?:he|she|they|it|the \w+|[A-Z][a-z]+)|, (?:its|his|her|their|the|an?) (?:[\w'-]{1,20} ){0,3}[\w'-]{1,20}) "
    r"(?:said|says|added|told|noted|stressed)\b"
)
_END = re.compile(f"{_MARKS}|{_BEHIND_COMMA}|{_OTHER_CLAUSE}|{_CONDITION}|{_ATTRIBUTION}")
_ASIDE = re.compile(
    r"(?:[\w'-]{1,20} ){0,6}[\w'-]{1,20}, (?:which|who|whose) [^,;:\"\n]{3,100}, "
    r"(?=(?:must|should|is|are|was|were|will|would|can|cannot|could|may|has|have|had|remains?|belongs?|be)\b)"
)
"""A subject with what is said of it aside: "the triangle, which both claim, *must*"."""
_RELATED = re.compile(r" (?:is|are|was|were|has|had|have|will|would|can|could)\b")  # "the figure that was agreed"
_JOINT = re.compile(r"(?P<and>, and )(?:the )?(?=[A-Z])")
_DOES = re.compile(r" (?!and |or |of |in |to )[a-z]")
_LONG_DASH = "—"
_SHORTEST = 3
_LONGEST_QUOTED = 120


class Content(NamedTuple):
    """What is wanted, and of whom."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    toward: Actor | None = None
    """Who is asked."""


@cache
def _ways(follows: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each way in which content may follow a cue, the preposition before it and what it begins with."""
    parted = (way.rpartition(":") for way in follows)
    return tuple((f" {preposition} " if preposition else " ", _beginning(kind)) for preposition, _, kind in parted)


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    party, _, goal = kind.partition("-")
    if party != "party":
        return re.compile(_BEHIND[kind])
    wanted = rf"{goal} (?:to )?(?P<content>(?=\w))" if goal else _INFINITIVE
    return re.compile(rf"(?P<asked>{_ASKED}){_LATELY}{wanted}")


def _opening(folded: str, end: int, follows: tuple[str, ...]) -> re.Match[str] | None:
    """Match what content begins with behind a cue, across a word that says when or how."""
    when = _WHEN.match(folded, end) if folded.startswith(" ", end) else None
    if when is None:
        return None
    edges = (end,) if when.end() == end else (when.end(), end)
    for lead, beginning in _ways(follows):
        for edge in edges:
            if folded.startswith(lead, edge):
                opening = beginning.match(folded, edge + len(lead))
                if opening is not None:
                    return opening
    return None


def opens_content(page: Page, end: int, follows: tuple[str, ...]) -> bool:
    """Tell whether content may begin behind a cue."""
    return _opening(page.folded, end, follows) is not None


def content_behind(page: Page, end: int, follows: tuple[str, ...], ceiling: int) -> Content | None:
    """Read the content that follows a cue, in one of the ways it may: an infinitive, a clause, a noun phrase."""
    opening = _opening(page.folded, end, follows)
    if opening is None or opening.end() > ceiling:
        return None
    start = opening.start("content")
    if "asked" not in opening.re.groupindex:
        return _until_its_end(page, ceiling, start)
    asked = opening.span("asked")
    parties = page.within(*asked) or page.starting_at(asked[0])
    return _until_its_end(page, ceiling, start, parties[-1].actor if parties else None)


def _until_its_end(page: Page, ceiling: int, start: int, toward: Actor | None = None) -> Content | None:
    end = clause_end(page, start, ceiling)
    return Content(start, end, toward) if end - start >= _SHORTEST else None


def clause_end(page: Page, start: int, ceiling: int) -> int:
    """Where the clause that goes on at an offset ends: at a stop, a mark, or where another clause begins."""
    folded = page.folded
    dash = page.article.text.find(_LONG_DASH, start, ceiling)
    ceiling = dash if dash > start else ceiling
    quoted = folded.startswith('"', start)
    if folded.startswith('to "', start):  # 'called on them to "lay down their arms" after a clash'
        closing = folded.find('"', start + len('to "'), min(ceiling, start + _LONGEST_QUOTED))
        if closing > 0 and folded[closing - 1] != ",":
            return closing + 1
    aside = _ASIDE.match(folded, start)
    match = _END.search(folded, aside.end() if aside else start + quoted, ceiling)
    while match is not None and not quoted and folded.startswith(' "', match.start() - 1):  # 'as "baseless"'
        closing = folded.find('"', match.end(), min(ceiling, match.end() + _LONGEST_QUOTED))
        if closing < 0:
            break
        match = _END.search(folded, closing + 1, ceiling)
    if match is None:
        end = ceiling
    elif quoted and folded[match.start()] == '"':
        return match.end()
    else:
        end = match.start()
    end = _before_another_subject(page, start, end)
    while end > start and folded[end - 1] in " ,.'":
        end -= 1
    return end


def _before_another_subject(page: Page, start: int, end: int) -> int:
    """Where an actor who does something else comes into the clause: ", and Chile has not replied"."""
    for joint in _JOINT.finditer(page.folded, start, end):
        for found in page.starting_at(joint.end()) or page.starting_at(joint.end("and")):
            if _DOES.match(page.folded, max(found.mention.phrase.end, found.mention.span.end), end):
                return joint.start()
    return end


def clause_start(page: Page, position: int, floor: int) -> int:
    """Where the clause around a verb begins: behind "that", a mark, a verb of saying or the start of the sentence."""
    for _, end, word in page.words_before(position, floor):
        following = page.folded[end : end + 2]
        if word in word_set("sayings") or (word in word_set("clause_starts") and not _RELATED.match(page.folded, end)):
            return end + 1
        if following[:1] in {'"', ";", ":"} or following == ", ":
            return min(position, end + 2)
    return floor
