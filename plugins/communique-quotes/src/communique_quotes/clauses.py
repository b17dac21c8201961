"""A clause or a thing: "claimed the bridge was safe" reports words, "claims the island as its own" does not."""

from __future__ import annotations

import re

from communique_quotes.cues import Cue
from communique_quotes.grammar import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    IRREGULAR,
    LEADING,
    PARTICIPLE,
    PERSONAL,
    PLACING,
    PREPOSITION,
    PRONOUN,
    STOPPER,
    STOPPING_VERB,
    SUBORDINATOR,
    TIME,
    traits,
    words,
)
from communique_quotes.page import Page, Speaker
from communique_quotes.phrases import phrase_after

_WORDS_ENOUGH = words("responsibility credit innocence ignorance immunity victory")
"""What one has by saying so, and claims in no other way."""
_MOST_PHRASES = 4
_NO_VERB = STOPPER | PREPOSITION | PLACING | DETERMINER | PRONOUN | TIME


def is_said(page: Page, number: int, end: int) -> bool:
    """Tell whether what begins with the word of that number is said, not taken: a clause, or "responsibility"."""
    following = page.next(number)
    said = {page.words[number], page.words[following] if following >= 0 else ""} & _WORDS_ENOUGH
    return bool(said) or is_clause(page, number, end)


def is_clause(page: Page, number: int, end: int) -> bool:
    """Tell whether the words from that number on, up to an offset, begin with a subject and its verb."""
    number = _past_adverb(page, number)  # "nearly 400 delegates"
    for _ in range(_MOST_PHRASES):
        if number < 0 or page.starts[number] >= end:
            return False
        kind = traits(page.words[number])
        if kind & PERSONAL:
            return True
        close = phrase_after(page, page.starts[number], end)
        if close < 0:
            return _is_verb(page, number, kind)  # "who he claims has lied"
        last = page.before(close)
        if any(_is_verb_of(page, inner) for inner in range(number + 1, last + 1)):
            return True
        number = _past_adverb(page, _adjoining(page, last))
        if number < 0 or page.starts[number] >= end:
            return False
        kind = traits(page.words[number])
        if not kind & CONJUNCTION:
            return _is_verb(page, number, kind)
        number = _adjoining(page, number)
    return False


def _past_adverb(page: Page, number: int) -> int:
    """The number of the word after an adverb, or of a word that is none."""
    return _adjoining(page, number) if number >= 0 and traits(page.words[number]) & ADVERB else number


def _adjoining(page: Page, number: int) -> int:
    """The number of the word that only a blank parts from the one of that number, or -1."""
    after = page.next(number)
    return after if after == number + 1 and page.folded[page.end(number)] == " " else -1


def _is_verb(page: Page, number: int, kind: int) -> bool:
    """Tell whether the word behind a noun phrase is its verb."""
    if kind & (AUXILIARY | STOPPING_VERB):
        return True
    return not kind & _NO_VERB and not page.folded.startswith(" by ", page.end(number))  # "land occupied by Sudan"


def _is_verb_of(page: Page, number: int) -> bool:
    """Tell whether a word inside what reads like a noun phrase is a verb: "the fort served", "the plant brews tea"."""
    word, before = page.words[number], page.words[number - 1]
    kind, kind_before = traits(word), traits(before)
    if kind & CAPITAL or not before or kind_before & (DETERMINER | PREPOSITION) or before == "s":
        return False
    after = page.next(number)
    kind_after = traits(page.words[after]) if after >= 0 else 0
    if kind & (PARTICIPLE | IRREGULAR):
        return not page.folded.startswith(" by ", page.end(number))
    third = word.endswith("s") and not word.endswith(("ss", "us"))
    return third and after >= 0 and after == _adjoining(page, number) and not kind_after & _NO_VERB


ROUGHLY = re.compile(
    r"(?:about|around|over|under|at least|at most|up to|nearly|roughly|as many as) "
    r"(?:\d|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|a (?:third|quarter|dozen))"
    r"\b)",
    re.IGNORECASE,
)
"""How a number begins."""


_ADVERBIAL = PREPOSITION | SUBORDINATOR | LEADING | TIME | ADVERB
"""What opens an adverbial."""


def opens_adverbial(page: Page, position: int) -> bool:
    """Tell whether an adverbial, or nothing, starts at a position."""
    number = page.after(position)
    if number < 0:
        return True
    kind = traits(page.words[number])
    if not kind & _ADVERBIAL or kind & (DETERMINER | PRONOUN):  # "both fleets"
        return False
    return ROUGHLY.match(page.folded, position) is None


_NARRATOR = frozenset({"I", "we", "We", "you", "You", "one", "One"})


def is_narrators(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """Tell whether a view is the writer's or nobody's in particular: "you think"."""
    return cue.word.tier == "clause" and page.text[speaker.start : speaker.end] in _NARRATOR
