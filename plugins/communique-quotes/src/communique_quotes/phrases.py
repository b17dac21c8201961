"""Noun phrases: where the one that ends at a place begins, and where the one that begins at a place ends."""

from __future__ import annotations

import re
from typing import Literal

from communique_quotes.grammar import (
    ADVERB,
    ATTACHING,
    AUXILIARY,
    CAPITAL,
    CLAUSE,
    CONJUNCTION,
    DETERMINER,
    IRREGULAR,
    LISTED_ADVERB,
    NOUN,
    OBJECT,
    PARTICIPLE,
    PERSONAL,
    PRONOUN,
    STOPPER,
    TIME,
    TITLE,
    TO,
    traits,
    words,
)
from communique_quotes.page import Page

LONGEST_PHRASE = 26
"""A noun phrase of more words is not followed to its beginning."""
_WIDEST_GAP = 24
_PARTING = frozenset(',;:"?!')
"""What never stands right behind a word inside a phrase."""
_INSIDE = re.compile(r"(?:[-/&]| ?& ?|'s? ?|\. ?| \(\w{1,6}(?:-\w{1,12}\.?)?\) )\Z")
RELEASED = words("released issued published filed posted conducted taken distributed aired broadcast leaked unveiled")
"""What is done to documents and surveys; the time behind it belongs to it: "a report released on Monday"."""


def begins_clause(page: Page, start: int, floor: int) -> bool:
    """Tell whether a phrase opens its clause: nothing, punctuation or a conjunction stands before it."""
    end = page.trim_blanks(start, floor)
    if end <= floor or page.folded[end - 1] in ",;:-(\"'.":
        return True
    number = page.before(end)
    return page.follows(number, end) and traits(page.words[number]) & CLAUSE != 0


def phrase_before(page: Page, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` starts, or -1 where none ends there."""
    return phrase_to(page, page.before(end), end, floor)


def phrase_to(page: Page, last: int, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` with the word of that number starts, or -1 where none does."""
    starts, words, folded = page.starts, page.words, page.folded
    if last < 0 or starts[last] < floor:
        return -1
    word_end = page.end(last)
    if word_end != end and folded[word_end:end] not in {".", "'", "%"}:
        return -1
    kind = traits(words[last])
    if kind & PRONOUN:
        return _pronoun_start(page, last, floor)
    if not kind & NOUN:
        return -1
    number, complete, left = last, starts[last], starts[last]
    tied = False  # the leftmost word is a preposition or a conjunction, and wants a noun before it
    joined = False  # such a word stands between the complete phrase and the leftmost word
    for _ in range(LONGEST_PHRASE):
        adjoining = number and words[number - 1]
        before = number - 1 if adjoining else page.previous(number)
        if before < 0 or starts[before] < floor:
            break
        plain = adjoining and folded[left - 1] == " " and not traits(words[before]) & _SPECIAL
        part = "noun" if plain else _part(page, before, left, floor)
        if part == "stop" or (part == "tie" and tied):
            return _with_pronoun(page, before, complete, floor) if tied else complete
        number, left, tied = before, starts[before], part == "tie"
        if tied:
            joined = True
        elif part == "determiner":
            complete, joined = left, False
            if not _governed(page, number, floor):
                break
        elif not joined or not _loose(page, complete, left) or begins_clause(page, left, floor):
            complete, joined = left, False
    return complete


def _with_pronoun(page: Page, number: int, complete: int, floor: int) -> int:
    """Where a phrase starts that a preposition or "and" ties to what stands before it: "*he and* Ruiz"."""
    pronoun = traits(page.words[number]) & PERSONAL != 0 and begins_clause(page, page.starts[number], floor)
    return page.starts[number] if pronoun else complete


_SPECIAL = DETERMINER | ATTACHING | CONJUNCTION | STOPPER | TIME | AUXILIARY | ADVERB | PARTICIPLE
"""What may be more or less than one more noun on the way to the beginning of a noun phrase."""


def _part(page: Page, number: int, left: int, floor: int) -> Literal["noun", "determiner", "tie", "stop"]:
    """What a word is to the phrase that goes on at `left`."""
    gap, kind = page.folded[page.end(number) : left], traits(page.words[number])
    if gap != " " and not ties(page, gap, number):
        return "stop"
    if kind & DETERMINER and gap == " ":
        return "noun" if _compound(page, number) else "determiner"
    if kind & (ATTACHING | CONJUNCTION):
        return "tie"
    if (kind & (STOPPER | TIME) and not kind & NOUN) or (kind & AUXILIARY and gap != "'"):
        return "noun" if gap == " " and _compound(page, number) else "stop"  # "the Saudi-led coalition"
    if kind & (ADVERB | PARTICIPLE) and not kind & CAPITAL:
        return "noun" if _compound(page, number) or _determined(page, number, floor) else "stop"
    return "noun"


def _compound(page: Page, number: int) -> bool:
    """Tell whether a word is the second part of one with a hyphen."""
    start = page.starts[number]
    return start > 0 and page.folded[start - 1] == "-"


def _governed(page: Page, number: int, floor: int) -> bool:
    """Tell whether a phrase that starts with a determiner depends on the word before it."""
    before = number - 1
    if before < 0 or page.starts[before] < floor or page.folded[page.starts[number] - 1] != " ":
        return False
    return traits(page.words[before]) & (ATTACHING | DETERMINER) != 0 or page.words[before].lower() in {"and", "s"}


def _loose(page: Page, complete: int, left: int) -> bool:
    """Tell whether a conjunction stands between a phrase and what was added to it; then only a whole clause counts."""
    between = page.folded[left:complete]
    return " and " in between or " in " in between or " on " in between or " or " in between


def _determined(page: Page, number: int, floor: int) -> bool:
    before = page.previous(number)
    return before >= 0 and page.starts[before] >= floor and traits(page.words[before]) & DETERMINER != 0


def ties(page: Page, gap: str, number: int) -> bool:
    """Tell whether a word and the next one with this between them may belong to one phrase."""
    if gap == " ":
        return True
    if gap[0] in _PARTING or len(gap) > _WIDEST_GAP:
        return False
    if gap in {". ", "."}:
        return traits(page.words[number]) & TITLE != 0 or len(page.words[number]) == 1
    return _INSIDE.match(gap) is not None


def _pronoun_start(page: Page, number: int, floor: int) -> int:
    """A pronoun is a phrase of its own; "some", "many" and "those" may be the end of one, which is not looked for."""
    start, before = page.starts[number], number - 1
    if (
        before >= 0
        and page.starts[before] >= floor
        and traits(page.words[before]) & ATTACHING
        and page.folded[start - 1] == " "
    ):
        return -1  # "to them", "of those": no subject
    return start


def phrase_after(page: Page, start: int, ceiling: int) -> int:
    """Where the noun phrase that starts at `start` ends, or -1 where none starts there: "a draft seen by Reuters"."""
    end = _simple_phrase_after(page, start, ceiling)
    if end < 0 or not page.folded.startswith(" by ", end):
        return end
    last = page.before(end)
    if not page.follows(last, end):
        return end
    word = page.words[last]
    if not traits(word) & (PARTICIPLE | IRREGULAR) and word not in _DONE:
        return end
    return max(end, _simple_phrase_after(page, end + len(" by "), ceiling))


_DONE = words("seen written drawn given made sent held taken known shown")


def _simple_phrase_after(page: Page, start: int, ceiling: int) -> int:
    """The same, without the participle and the doer that may follow."""
    number = page.at(start)
    if number < 0 or (end := page.end(number)) > ceiling:
        return -1
    starts, words, folded = page.starts, page.words, page.folded
    kind = traits(words[number])
    if kind & (PRONOUN | DETERMINER) == PRONOUN:
        return end
    if not kind & (DETERMINER | NOUN):
        return -1
    open_ended = kind & DETERMINER != 0  # a noun has to follow
    complete = -1 if open_ended and not kind & PRONOUN else end
    for _ in range(LONGEST_PHRASE):
        after = page.next(number)
        if after < 0 or (after_end := starts[after] + len(words[after])) > ceiling:
            break
        if (after > number + 1 or folded[end] != " ") and not ties(page, folded[end : starts[after]], number):
            break
        kind = traits(words[after])
        if kind & DETERMINER and not open_ended and not _initial(page, after, after_end):
            break
        if kind & ATTACHING or words[after].lower() == "and":
            if not _governs(page, after):
                break
            open_ended = True
        elif not kind & DETERMINER or words[after] == "A":
            if not kind & NOUN or kind & LISTED_ADVERB or _finite(page, number, after, kind):
                break
            complete, open_ended = after_end, False
        number, end = after, after_end
    return complete


def _initial(page: Page, number: int, end: int) -> bool:
    """Tell whether a word is the initial of a middle name, which looks like an article: "Jock *A.* Finlay"."""
    return page.words[number] == "A" and page.folded.startswith(". ", end)


def _finite(page: Page, before: int, number: int, kind: int) -> bool:
    """Tell whether a word looks like the verb of its clause: behind a name, or where an object follows."""
    if kind & CAPITAL or not kind & (PARTICIPLE | IRREGULAR):
        return False
    if is_capital(page, before):
        return True
    following = number + 1
    if following >= len(page.words) or traits(page.words[before]) & DETERMINER:
        return False
    kind_after = traits(page.words[following])
    if kind_after & (CAPITAL | TIME) == CAPITAL and kind & PARTICIPLE and page.words[before] != "s":
        # "the president urged Chile"
        return page.words[number] not in RELEASED
    return kind_after & (DETERMINER | OBJECT | TO) != 0 and page.words[number] not in RELEASED


def is_capital(page: Page, number: int) -> bool:
    """Tell whether a word begins with a capital."""
    return traits(page.words[number]) & CAPITAL != 0


_NEVER_GOVERNED = words("an telephone phone statement interview twitter")


def _governs(page: Page, preposition: int) -> bool:
    """Tell whether a preposition with the word after it goes on with a noun phrase rather than with the clause."""
    number = page.next(preposition)
    if number < 0:
        return False
    kind, text = traits(page.words[number]), page.words[preposition].lower()
    if kind & TIME or page.words[number].lower() in _NEVER_GOVERNED:
        return False
    if text == "and":
        return kind & CAPITAL != 0 or page.words[number] == "others"
    if text in {"of", "for", "from"}:
        return kind & (DETERMINER | NOUN) != 0
    return text in {"at", "with", "to"} and (kind & CAPITAL != 0 or page.words[number] == "the")
