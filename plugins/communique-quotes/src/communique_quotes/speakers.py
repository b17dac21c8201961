"""Who speaks: the noun phrase left or right of a cue, and the actor it names."""

from __future__ import annotations

import re
from typing import Literal

from communique import Actor
from communique_quotes.grammar import (
    ADVERBS,
    ATTACHING,
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR,
    LEADING,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPPERS,
    TIMES,
    is_adverb,
    words,
)
from communique_quotes.page import Page, Speaker, Word

LONGEST_PHRASE = 26
"""A noun phrase of more words is not followed to its beginning."""
_LONGEST_APPOSITION = 260
_WIDEST_GAP = 24
_LONGEST_BRACKET = 60
_TITLES = words(
    "mr mrs ms dr sen sens rep reps gov gen lt col maj capt sgt adm prof rev st amb sec pres jr sr no u s d c"
)
_ABOUT = re.compile(
    r"(?:however|meanwhile|though|too|also|for (?:his|her|its|their) part|in turn|in contrast|by contrast|of course|"
    r"in fact|"
    r"nevertheless|instead|on (?:the other hand|\w+day)|\w+ly)\Z"
)
_ROLE = re.compile(r"(?![a-z]+ing )(?:[A-Za-z][\w-]*+ ){1,4}?(?:of|at|for) ")
_ASIDE = re.compile(r"((?:[A-Z][\w.'-]*+ ?)++)(?<= )(?:in|on|at|during) (?:his|her|its|their|an?) ")
_INSIDE = re.compile(r"(?:[-/&]| ?& ?|'s? ?|\. ?| \(\w{1,6}(?:-\w{1,12}\.?)?\) )\Z")


_CLAUSE_WORDS = words("and but that as while when because which who whom what how whether if")


def speaker_before(page: Page, position: int, floor: int) -> Speaker | None:
    """Find the phrase that ends at a position and names a speaker, not looking left of `floor`.

    A comma before the position closes an apposition or a parenthesis: "Ana Ruiz, the foreign minister," said.
    """
    key = (position, floor)
    if key not in page.speakers:  # several rules ask for the phrase before one cue
        page.speakers[key] = _speaker_before(page, position, floor)
    return page.speakers[key]


def _speaker_before(page: Page, position: int, floor: int) -> Speaker | None:
    end = page.trim_blanks(position, floor)
    if end > floor and page.folded[end - 1] == ",":
        return _before_comma(page, end - 1, floor)
    end = _before_day(page, end, floor)
    start = phrase_before(page, _before_bracket(page, end, floor), floor)
    if start < 0:
        return None
    aside = _ASIDE.match(page.folded, start, end)  # "Ruiz in her first speech"
    return _named(page, start, page.trim_blanks(aside.end(1), start) if aside else end)


def _before_day(page: Page, end: int, floor: int) -> int:
    """Where a phrase ends without the day behind it: "Ruiz on Monday"."""
    word = page.word_before(end)
    if word is None or word.end != end or word.start < floor or word.text not in TIMES:
        return end
    before = page.word_before(word.start)
    if before is not None and before.text in {"on", "late", "early"} and before.start > floor:
        return page.trim_blanks(before.start, floor)
    return page.trim_blanks(word.start, floor)


def _before_bracket(page: Page, end: int, floor: int) -> int:
    """Where a phrase ends without the bracket behind it: "Lee Bright (R)"."""
    if end <= floor or page.folded[end - 1] != ")":
        return end
    opening = page.folded.rfind("(", max(floor, end - _LONGEST_BRACKET), end)
    return page.trim_blanks(opening, floor) if opening > floor else end


def _before_comma(page: Page, comma: int, floor: int) -> Speaker | None:
    """The phrase whose apposition, relative clause or parenthesis ends at a comma."""
    low = max(floor, comma - _LONGEST_APPOSITION)
    for found in page.mentions.ending_at(comma):
        phrase = found.mention.phrase
        if (
            phrase.end == comma
            and phrase.start >= floor
            and "," in phrase.text
            and begins_clause(page, phrase.start, floor)
        ):
            return _named(page, phrase.start, comma)
    right, weak = comma, None
    for _ in range(5):
        left = page.folded.rfind(",", low, right)
        if left < 0:
            break
        start = phrase_before(page, _before_bracket(page, left, floor), floor)
        if start >= 0 and begins_clause(page, start, floor):
            aside = _ABOUT.match(page.folded, page.skip_blanks(left + 1, comma), comma)
            if aside:
                return _named(page, start, left)
            if _describes(page, left + 1):
                weak = _named(page, start, comma)
                if page.folded[page.trim_blanks(start, floor) - 1] != ",":
                    return weak
        right = left
    return weak


def _describes(page: Page, position: int) -> bool:
    """Tell whether an apposition or a relative clause may start at a position."""
    word = page.word_after(position)
    return (
        word is not None
        and (word.text in RELATIVES or word.text in {"like", "including"} or word.text not in STOPPERS)
        and word.text not in PERSONAL
    )


def begins_clause(page: Page, start: int, floor: int) -> bool:
    """Tell whether a phrase opens its clause: nothing, punctuation or a conjunction stands before it."""
    end = page.trim_blanks(start, floor)
    if end <= floor or page.folded[end - 1] in ",;:-(\"'.":
        return True
    word = page.word_before(end)
    return word is not None and word.end == end and word.text in _CLAUSE_WORDS


def phrase_before(page: Page, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` starts, or -1 where none ends there."""
    word = page.word_before(end)
    if word is None or word.start < floor or (word.end != end and page.folded[word.end : end] not in {".", "'", "%"}):
        return -1
    if word.text in PRONOUNS:
        return _pronoun_start(page, word, floor)
    if not _noun_like(word):
        return -1
    complete = left = word.start
    tied = False  # the leftmost word is a preposition or a conjunction, and wants a noun before it
    for _ in range(LONGEST_PHRASE):
        before = page.previous(word)
        part = "stop" if before is None or before.start < floor else _part(page, before, left, floor)
        if before is None or part == "stop" or (part == "tie" and tied):
            break
        word, left, tied = before, before.start, part == "tie"
        if part == "determiner":
            complete = left
            if not _governed(page, left, floor):
                break
        elif part == "noun" and (not _loose(page, complete, left) or begins_clause(page, left, floor)):
            complete = left
    return complete


def _part(page: Page, word: Word, left: int, floor: int) -> Literal["noun", "determiner", "tie", "stop"]:
    """What a word is to the phrase that goes on at `left`."""
    gap, text = page.folded[word.end : left], word.text
    if gap != " " and not _ties(gap, word):
        return "stop"
    if text in DETERMINERS and gap == " ":
        return "noun" if page.folded[word.start - 1 : word.start] == "-" else "determiner"
    if text in ATTACHING or text in {"and", "or"}:
        return "tie"
    if text in STOPPERS or text in TIMES or (text in AUXILIARIES and gap != "'"):
        return "stop"
    if not word.capital and (is_adverb(text) or text.endswith("ed")):
        compound = page.folded[word.start - 1 : word.start] == "-"
        return "noun" if compound or _determined(page, word, floor) else "stop"
    return "noun"


def _governed(page: Page, left: int, floor: int) -> bool:
    """Tell whether a phrase with its determiner depends on a word before it."""
    before = page.word_before(left)
    if before is None or before.start < floor or page.folded[before.end : left] != " ":
        return False
    return before.text in ATTACHING or before.text in DETERMINERS or before.text == "and"


def _loose(page: Page, complete: int, left: int) -> bool:
    """Tell whether a conjunction stands between a phrase and what was added to it; then only a whole clause counts."""
    between = page.folded[left:complete]
    return " and " in between or " in " in between or " on " in between or " or " in between


def _determined(page: Page, word: Word, floor: int) -> bool:
    before = page.word_before(word.start)
    return before is not None and before.start >= floor and before.text in DETERMINERS


def _ties(gap: str, before: Word) -> bool:
    """Tell whether two words with this between them may belong to one phrase."""
    if gap == " ":
        return True
    if len(gap) > _WIDEST_GAP:
        return False
    if gap in {". ", "."}:
        return before.text in _TITLES or len(before.text) == 1
    return _INSIDE.match(gap) is not None


def _noun_like(word: Word) -> bool:
    if word.text in TIMES:
        return False
    if word.text in STOPPERS or word.text in PREPOSITIONS:
        return word.capital and word.text == "us"
    return (word.capital and word.text not in LEADING) or not (word.text in AUXILIARIES or is_adverb(word.text))


def _pronoun_start(page: Page, word: Word, floor: int) -> int:
    """A pronoun is a phrase of its own; "some", "many" and "those" may be the end of one, which is not looked for."""
    before = page.word_before(word.start)
    if (
        before is not None
        and before.start >= floor
        and before.text in ATTACHING
        and page.folded[before.end : word.start] == " "
    ):
        return -1  # "to them", "of those": no subject
    return word.start


def speaker_after(page: Page, position: int, ceiling: int, *, apposition: bool = True) -> Speaker | None:
    """Find the phrase that starts at a position and names a speaker, not looking right of `ceiling`."""
    start = page.skip_blanks(position, ceiling)
    end = phrase_after(page, start, ceiling)
    if end <= start:
        return None
    return _named(page, start, _with_apposition(page, start, end, ceiling) if apposition else end)


def phrase_after(page: Page, start: int, ceiling: int) -> int:
    """Where the noun phrase that starts at `start` ends, or -1 where none starts there."""
    word = page.word_after(start)
    if word is None or word.start != start or word.end > ceiling:
        return -1
    if word.text in PRONOUNS and word.text not in DETERMINERS:
        return word.end
    if word.text not in DETERMINERS and not _noun_like(word):
        return -1
    end = complete = word.end
    open_ended = word.text in DETERMINERS  # a noun has to follow
    if open_ended:
        complete = word.end if word.text in PRONOUNS else -1
    for _ in range(LONGEST_PHRASE):
        after = page.word_after(end)
        if after is None or after.end > ceiling or not _ties(page.folded[end : after.start], page_word(page, end)):
            break
        text = after.text
        if text in DETERMINERS and not open_ended:
            break
        if text in ATTACHING or text == "and":
            further = page.word_after(after.end)
            if further is None or not _governs(text, further):
                break
            end = after.end
            open_ended = True
            continue
        if text not in DETERMINERS and (not _noun_like(after) or text in ADVERBS or _finite(page, end, after)):
            break
        end = after.end
        if text not in DETERMINERS:
            complete, open_ended = end, False
    return complete


def _finite(page: Page, end: int, word: Word) -> bool:
    """Tell whether a word behind a name looks like the verb of its clause: "Ruiz welcomed"."""
    return not word.capital and page_word(page, end).capital and (word.text.endswith("ed") or word.text in IRREGULAR)


def page_word(page: Page, end: int) -> Word:
    """The word that ends at an offset at which one ends."""
    word = page.word_before(end)
    assert word is not None
    return word


def _governs(preposition: str, word: Word) -> bool:
    """Tell whether a preposition with this word after it goes on with a noun phrase rather than with the clause."""
    if word.text in TIMES or word.text in {"an", "telephone", "phone", "statement", "interview", "twitter"}:
        return False
    if preposition == "and":
        return word.capital
    if preposition in {"of", "for", "from"}:
        return word.text in DETERMINERS or _noun_like(word)
    return preposition in {"at", "with", "to"} and (word.text == "the" or word.capital)


def _with_apposition(page: Page, start: int, end: int, ceiling: int) -> int:
    """Extend a phrase over an apposition or relative clause set off by commas."""
    for found in page.mentions.starting_at(start):
        close = found.mention.phrase.end
        if end < close <= ceiling and page.folded[close : close + 1] in {",", ".", ";", ":", "", "\n"}:
            return close
    if page.folded[end : end + 2] != ", ":
        return end
    word = page.word_after(end + 2)
    if word is None or word.end > ceiling or word.start != end + 2:
        return end
    name = phrase_after(page, end + 2, ceiling)  # "its envoy, the retired judge Ana Ruiz"
    if name > 0 and page_word(page, name).capital and not page_word(page, end).capital:
        return name
    if word.text not in {"a", "an", "the", "who", "whose", "which", "its", "his", "her"} and not _role_follows(
        page, word
    ):
        return end
    close = page.folded.find(",", end + 2, min(ceiling, end + _LONGEST_APPOSITION))
    if close < 0:
        close = ceiling if ceiling - end < _LONGEST_APPOSITION else end
    close = page.trim_blanks(close, end)
    last = page.word_before(close)
    if page.folded[close - 1] == "." and last is not None and not _ties(". ", last):
        close -= 1
    return close


def _role_follows(page: Page, word: Word) -> bool:
    """Tell whether a bare role noun starts at a word: "executive director of …", "Democrat of …"."""
    return word.text not in STOPPERS and _ROLE.match(page.folded, word.start) is not None


def _named(page: Page, start: int, end: int) -> Speaker:
    """Give the speaker a phrase names: the actor of the mention that heads it, if there is one."""
    actors: dict[Actor, None] = {}
    for found in page.mentions.starting_at(start):
        if found.mention.span.end <= end and _heads(page, found.mention.span.end, end):
            actors.setdefault(found.actor)
    if not actors:
        for found in page.mentions.ending_at(end):
            span, phrase = found.mention.span, found.mention.phrase
            if span.start >= start and not _attached(page.folded[start : max(start, phrase.start)]):
                actors.setdefault(found.actor)
    if not actors:
        comma = page.folded.find(",", start, end)
        inner = _named(page, start, comma) if comma > start else None
        return Speaker(start, end, inner.actor if inner else None)
    first, *others = actors
    return Speaker(start, end, first, tuple(others))


def _heads(page: Page, mention_end: int, end: int) -> bool:
    """Tell whether a mention at the start of a phrase is its head: it fills it, or only a modifier follows."""
    rest = page.folded[mention_end : min(end, mention_end + 8)]
    return not rest or rest[0] in ",(" or rest.split(" ", 2)[1:2][0:1] in (["of"], ["who"], ["from"], ["and"], ["at"])


def _attached(before: str) -> bool:
    """Tell whether what stands before a name in its phrase makes another noun the head: "a spokesman for" Putin."""
    return any(f" {word} " in f" {before} " for word in ATTACHING) or "'s " in before or before.endswith("' ")
