"""Whether a form is the verb of its clause or a noun: "the minister claims that …", "the claims of the minister"."""

from __future__ import annotations

import re

from communique_quotes.grammar import (
    ATTACHING,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    IRREGULAR,
    PARTICIPLE,
    PERSONAL,
    traits,
    words,
)
from communique_quotes.page import Page
from communique_quotes.phrases import phrase_before
from communique_quotes.speech import SpeechWord

_NOUN_LIKE_BASE = words(
    "claim report note call state demand promise charge comment answer reply request remark estimate quote read post "
    "reason rule label brand dub term praise blame voice stress pledge vow boast hint signal mention tweet joke cry "
    "shout question protest counter echo slam blast proposal reject welcome express caution lament guess address pray "
    "plead detail outline rebuke blog appeal show hope fear doubt worry suspect question crow bark "
    "hiss highlight decree"
)


def is_noun_too(word: SpeechWord) -> bool:
    """Tell whether the base form of a verb, or of the first word of a phrase, is a noun as often."""
    return word.lemma.partition(" ")[0] in _NOUN_LIKE_BASE


_WITH_OBJECT = re.compile(
    r" (?:that|how|whether|the|an?|his|her|him|it|them|himself|herself|[A-Z][\w.-]*+)(?![\w])|,? [\"']|:"
)
_CLEARLY_SAID = re.compile(r"(?:,|:)? (?:that|how|whether|[\"'])|:")


_BEHIND_MARK = ('," ', ",' ", '", ', "', ")


def is_third_person(page: Page, verb: tuple[int, int], left: int, number: int) -> bool:
    """Tell a verb ("the minister claims that …") from the plural of a noun ("the claims of the minister")."""
    if page.folded.endswith(_BEHIND_MARK, 0, left):
        return True  # "“…,” reads the letter"
    before = page.previous(number)
    if before < 0 or page.folded[page.end(before) : left] not in {" ", ", "}:
        return False
    kind, text = traits(page.words[before]), page.words[before].lower()
    if kind & PERSONAL or text == "who":
        return True
    if kind & (DETERMINER | ATTACHING | PARTICIPLE | IRREGULAR) or text == "s":
        return False  # "rejected claims that …"
    if kind & CAPITAL or " " in page.folded[slice(*verb)]:
        return True
    if page.folded.startswith("shows", verb[0]):  # "the survey shows Kenyans want peace"; an object alone is no content
        return _WITH_OBJECT.match(page.folded, verb[1]) is not None
    if _ends_attribution(page, verb[1], left):
        return True
    pattern = _WITH_OBJECT if kind & COORDINATOR else _CLEARLY_SAID  # "and calls her", "the ministry claims that"
    return pattern.match(page.folded, verb[1]) is not None


def _ends_attribution(page: Page, end: int, left: int) -> bool:
    """Tell whether a form closes the attribution of the quotation before it: “…,” *the report notes*."""
    if page.folded[end : end + 1] not in {".", ","}:
        return False
    mark = page.quotation_ending_before(left)
    if mark < 0 or left - (close := page.quotations.ends[mark]) > _LONGEST_SUBJECT:
        return False
    within = page.folded[close - 2 : close]
    return "," in within and phrase_before(page, left - 1, close) == page.skip_blanks(close, left)


_LONGEST_SUBJECT = 60


def _plainly_said(page: Page, end: int, word: SpeechWord) -> bool:
    """Tell whether a clause opens behind a form; behind "show" anything may open one, or the sentence ends."""
    if word.lemma == "show" and (page.folded.startswith(".", end) or _WITH_OBJECT.match(page.folded, end)):
        return True
    return _OPENS_CLAUSE.match(page.folded, end) is not None


_MANY = words("some many others all most both")
_OPENS_CLAUSE = re.compile(r" (?:that|whether|how|it|he|she|they|there|the|its|their|no) ")
_OPINIONATED = words("who some many others critics officials analysts they")


def is_base_verb(page: Page, end: int, left: int, number: int, word: SpeechWord) -> bool:
    """Tell a verb in its base form ("the envoys say") from a noun or an infinitive ("in a report", "to say")."""
    before = number - 1
    if before < 0 or not page.words[before] or page.folded[left - 1] != " ":
        behind_comma = page.folded.endswith((", ", '" '), 0, left)
        if behind_comma:
            return not is_noun_too(word) and not page.folded.startswith(",", end)
        return left > 0 and page.folded[left - 1] != " " and word.lemma == "say"
    kind, text = traits(page.words[before]), page.words[before].lower()
    if kind & DETERMINER or text in {"of", "for", "in", "by", "with", "on", "from", "to"}:
        return text in _MANY and not is_noun_too(word)
    if is_noun_too(word):
        return (
            kind & PERSONAL != 0
            or text in _OPINIONATED
            or (text.endswith("s") and text != "s" and _plainly_said(page, end, word))
        )
    return True
