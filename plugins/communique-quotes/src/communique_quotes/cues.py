"""Cues: the words that report speech where they stand in the text, with auxiliaries, negation and manner."""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import define

from communique import Reading
from communique_quotes.grammar import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CLIPPED,
    CLIPPED_MODAL,
    DETERMINER,
    MODAL,
    NEGATION,
    PRONOUN,
    TO,
    traits,
    words,
)
from communique_quotes.page import Page
from communique_quotes.speech import SPEECH_VERBS, Form, SpeechWord
from communique_quotes.verbs import is_base_verb, is_noun_too, is_third_person

_TAIL = re.compile(
    r" (?:in|during|via|through|by|on) (?:an? |his |her |its |their )?"
    r"(?:(?:\w++ ){0,2}?(?:statement|news conference|press conference|"
    r"(?:tele)?phone(?: interview)?|tweet)\b)"
)
_TAIL_OPENS = (" in ", " during ", " via ", " through ", " by ", " on ")
_AS_SAYING = re.compile(r"(?: [\w.'-]++){0,9}? as (?:saying|telling)\b")
_PASSED_ON = ("quote", "cite", "report")
"""Verbs whose passive tells of what somebody is heard to say: "was quoted by the agency as saying"."""
_SAYING = SpeechWord("say", "speech", "past")
_CATENATIVE = words(
    "went declined refused continued continues continue goes had wanted chose managed used began seemed seems appeared "
    "appears sought"
)
_BROUGHT_TO = words("prompted forced compelled moved obliged quick careful keen")
"""What somebody is who says something: "was quick to add"."""
_RUMOURED = words("reported said believed understood alleged known thought rumoured rumored")


_BEHIND, _AHEAD = 400, 600
"""How far from a verb that wants a quotation one is looked for."""


@define
class Cue:
    """The reporting words at one place."""

    start: int
    end: int
    verb: int
    """Where the verb itself starts."""
    word: SpeechWord
    number: int
    """The number of its first word."""
    sentence: tuple[int, int]
    """Start and end of its sentence."""
    passive: bool = False
    """Whether its subject is not who speaks."""


def cues_of(reading: Reading, page: Page) -> list[Cue]:
    """Give the cues that stand outside quotation marks, in the order of the text."""
    cues: list[Cue] = []
    openings, closings = [*page.quotations.starts, len(page.text)], page.quotations.ends
    mark = 0  # the first quotation behind the cues so far
    covered = 0  # where the last cue ends: "was quoted by the agency as saying"
    for start, end, entry in reading.hits(SPEECH_VERBS):
        while openings[mark] <= start:
            mark += 1
        if start >= covered and (not mark or closings[mark - 1] <= start):
            word = entry.means
            cue = _noun(page, start, end, word) if word.tier == "noun" else _cue(page, start, end, word)
            if cue is not None:
                cues.append(cue)
                covered = cue.end
    return cues


def _noun(page: Page, start: int, end: int, word: SpeechWord) -> Cue | None:
    """The cue a noun is where its clause follows: "the claim that"."""
    if not page.folded.startswith(" that ", end) or (start and page.folded[start - 1] in _JOINED_BEFORE):
        return None
    return Cue(start, end, start, word, bisect_left(page.starts, start), page.sentence_at(start))


def _cue(page: Page, start: int, end: int, word: SpeechWord) -> Cue | None:
    folded, tier, form = page.folded, word.tier, word.form
    following = folded[end : end + 1]
    if following in {"-", "'"} or (start and folded[start - 1] in _JOINED_BEFORE):
        return None
    if (form != "past" or tier != "speech" or folded[start].isupper()) and _is_other(page, start, end, word):
        return None
    number = bisect_left(page.starts, start)
    left, helpers, beside = start, 0, traits(page.words[number - 1]) if number else 0
    if beside & _HELPING:
        left, number, helpers = _with_helpers(page, start, number, form)
    if word.lemma in _PASSED_ON and form == "past" and helpers:
        saying = _AS_SAYING.match(folded, end)
        if saying or word.lemma == "quote":
            return Cue(left, saying.end(), start, _SAYING, number, page.sentence_at(left)) if saying else None
    if form == "past" and following == " " and tier != "quote" and _is_passive(page, end, left, helpers, word):
        return Cue(left, end, start, word, number, page.sentence_at(left), passive=True)
    clear = form == "phrase" or (form in {"past", "ing"} and not beside & _DOUBTFUL)
    if not clear and not _is_verb(page, (start, end), left, number, helpers, word):
        return None
    right = end + (following == ":")
    if following == " " and word.lemma in _FELT and (felt := _FEELING.match(folded, end)):
        right = felt.end()
    if following == " " and folded.startswith(_TAIL_OPENS, end) and tier != "object" and word.lemma != "tell":
        tail = _TAIL.match(folded, end, end + _LONGEST_TAIL)
        if tail:
            right = tail.end() + folded.startswith(":", tail.end())
    return Cue(left, right, start, word, number, page.sentence_at(left))


_FELT = ("express", "voice")
_FEELING = re.compile(
    r" (?:[\w-]++ ){0,3}?(?:hopes?|doubts?|concerns?|fears?|regret|confidence|belief|alarm|frustration|surprise|anger|"
    r"disappointment|optimism|conviction|outrage|dismay|readiness|willingness|view|opinion)(?= that )"
)
"""What is expressed in words that follow: "expressed hope that …"."""


def _is_other(page: Page, start: int, end: int, word: SpeechWord) -> bool:
    """Tell whether a form is a name, has no quotation to introduce, or is a part of another verb."""
    folded = page.folded
    if word.form != "phrase" and folded[start].isupper() and page.inside_sentence(start):
        # "the United States"; but in a headline "Ruiz Says Treaty Is Ready"
        return word.form != "third" or is_noun_too(word) or not page.in_headline(start)
    if word.tier == "quote" and word.lemma != "quote" and not page.quotation_near(start - _BEHIND, end + _AHEAD):
        return True
    if word.lemma in _LEADING_ON:
        return folded.startswith(" to ", end)  # "went on to say": the cue is what follows
    return word.lemma == "show" and folded.startswith((" up", " off"), end)


_JOINED_BEFORE = "-/@#"
_LEADING_ON = ("go on", "continue")
_LONGEST_TAIL = 80
_MOST_HELPERS = 6

_HELPING = AUXILIARY | CLIPPED | ADVERB | TO
_DOUBTFUL = _HELPING | DETERMINER
_HELPED, _PASSIVE, _WITH_MODAL, _INFINITIVE = 1, 2, 4, 8
"""What the helpers of a verb make of it; 0 where it has none."""


def _with_helpers(page: Page, start: int, number: int, form: Form) -> tuple[int, int, int]:
    """Where a verb starts with its auxiliaries, adverbs and negation, its first word, and what those make of it."""
    folded, words = page.folded, page.words
    helping = AUXILIARY | (CLIPPED if form in {"past", "ing"} else CLIPPED_MODAL)
    helpers = 0
    voiced = False  # the auxiliary next to the verb, which tells its voice, has been met
    for _ in range(_MOST_HELPERS):
        before = number - 1
        if before < 0 or not words[before]:
            break
        gap, kind = folded[start - 1], traits(words[before])
        if gap == "'":
            if not helpers or not traits(words[number]) & CLIPPED:
                break
            if not kind & AUXILIARY:  # "he'd said": the pronoun is the subject
                return start - 1, number, helpers
        elif gap != " ":
            break
        if kind & helping or kind & (ADVERB | CAPITAL) == ADVERB:
            helpers |= _HELPED
            if kind & MODAL:
                helpers |= _WITH_MODAL
            if not voiced and not kind & (ADVERB | NEGATION):
                voiced = True
                helpers |= _PASSIVE if kind & BE else 0
            number, start = before, page.starts[before]
            continue
        if kind & TO:
            return _of_infinitive(page, start, number, before, helpers)
        break
    return start, number, helpers


def _of_infinitive(page: Page, start: int, number: int, to: int, helpers: int) -> tuple[int, int, int]:
    """The same where "to" stands before a verb: "went on to say" is one cue."""
    verb = page.previous(to)
    if verb >= 0 and page.words[verb].lower() == "on":
        verb = page.previous(verb)
    if verb >= 0 and page.words[verb].lower() in _CATENATIVE:
        return page.starts[verb], verb, helpers | _HELPED | _WITH_MODAL
    if verb > 0 and page.words[verb] in _BROUGHT_TO and traits(page.words[verb - 1]) & BE:
        return page.starts[verb - 1], verb - 1, helpers | _HELPED | _WITH_MODAL
    if (
        verb > 0
        and page.words[number] == "have"
        and page.words[verb] in _RUMOURED
        and traits(page.words[verb - 1]) & BE
    ):
        return page.starts[verb - 1], verb - 1, helpers | _HELPED  # "is reported to have told aides"
    took = _took_to(page, verb)
    if took >= 0:
        return page.starts[took], took, helpers | _HELPED | _WITH_MODAL  # "took to Telegram to say"
    return start, number, helpers | _HELPED | _INFINITIVE


def _took_to(page: Page, last: int) -> int:
    """The number of "took" where somebody took to a medium that ends with the word of that number, or -1."""
    for number in range(last, max(last - _LONGEST_MEDIUM, 0), -1):
        if page.words[number - 1] in _TOOK and page.words[number] == "to":
            return number - 1
    return -1


_LONGEST_MEDIUM = 6
_TOOK = frozenset({"took", "takes", "taken"})


def _is_verb(page: Page, verb: tuple[int, int], left: int, number: int, helpers: int, word: SpeechWord) -> bool:
    """Tell whether a form stands as a verb with a subject, not as a noun, a participle or an infinitive."""
    if helpers & _INFINITIVE:
        return False
    if word.form == "past":
        return not helpers & _PASSIVE if helpers else not _is_adjective(page, left, number)
    if word.form == "base":
        return helpers & _WITH_MODAL != 0 or is_base_verb(page, verb[1], left, number, word)
    if word.form == "third":
        return not is_noun_too(word) or helpers != 0 or is_third_person(page, verb, left, number)
    return helpers != 0 or not _is_adjective(page, left, number)  # "the ruling"


_WITH_AGENT = words("tell ask inform warn advise assure remind notify instruct urge")
_ASKED = re.compile(r" (?:by|whether|if|about|how|why|what|which|to)\b")


def _is_passive(page: Page, end: int, left: int, helpers: int, word: SpeechWord) -> bool:
    """Tell whether a past form is a participle in the passive that reports words: "was told by", "asked whether"."""
    folded = page.folded
    if not helpers & _PASSIVE:
        if helpers:
            return False
        if word.lemma == "ask":
            return _ASKED.match(folded, end) is not None and _has_no_subject(page, left)
        return word.tier == "object" and folded.startswith(" by ", end)
    if word.lemma == "ask":
        return _ASKED.match(folded, end) is not None
    if word.tier == "object" or word.lemma in _WITH_AGENT:
        return folded.startswith((" by ", " that ") if word.tier != "object" else " by ", end)
    return folded.startswith(" that ", end)


def _has_no_subject(page: Page, left: int) -> bool:
    """Tell whether a clause opens with a participle: behind nothing, "when", "if" or a comma."""
    before = page.before(left)
    if before < 0 or page.starts[before] < page.sentence_at(left)[0]:
        return True
    return (
        page.folded[left - 1] == " " and page.words[before].lower() in {"when", "if"} and page.follows(before, left - 1)
    )


def _is_adjective(page: Page, left: int, number: int) -> bool:
    """Tell whether a determiner stands before a participle: "an estimated loss"."""
    if not number or page.folded[left - 1] != " ":
        return False
    return traits(page.words[number - 1]) & (DETERMINER | PRONOUN) == DETERMINER
