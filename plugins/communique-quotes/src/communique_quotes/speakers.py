"""Who speaks: the noun phrase left or right of a cue, and the actor it names."""

from __future__ import annotations

import re
from typing import Literal

from communique import Actor
from communique_quotes.cues import Cue
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
    RELATIVE,
    STOPPER,
    TIME,
    TITLE,
    TO,
    listed,
    traits,
    words,
)
from communique_quotes.page import Page, Speaker

MOST_APPOSITIONS = 4
"""More appositions behind a cue are not followed."""
LONGEST_PHRASE = 26
"""A noun phrase of more words is not followed to its beginning."""
_SHORTEST_ASIDE = len("Li in his ")
_LONGEST_APPOSITION = 260
_WIDEST_GAP = 24
_PARTING = frozenset(',;:"?!')
"""What never stands right behind a word inside a phrase."""
_LONGEST_BRACKET = 60
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
    return _speaker_to(page, page.before(position), position, floor)


def speaker_of(page: Page, cue: Cue, floor: int) -> Speaker | None:
    """Find the phrase that ends before a cue and names a speaker, not looking left of `floor`."""
    key = (cue.start, floor)
    if key not in page.speakers:  # several rules ask for the phrase before one cue
        page.speakers[key] = _speaker_to(page, page.previous(cue.number), cue.start, floor)
    return page.speakers[key]


def _speaker_to(page: Page, last: int, position: int, floor: int) -> Speaker | None:
    """The same where the last word before the position is known."""
    folded = page.folded
    end = position - 1
    if end < floor or folded[end] != " " or not page.follows(last, end):
        end = page.trim_blanks(position, floor)
        if end > floor and folded[end - 1] == ",":
            return _before_comma(page, end - 1, floor)
    full = 0
    if last >= 0 and _ends_with_time(page, last):
        full, end = end, _before_day(page, last, end, floor)
        if end > floor and folded[end - 1] == ",":
            return _before_comma(page, end - 1, floor)
        last = page.before(end)
        if last < 0 or page.words[last] not in _RELEASED:
            full = 0
    if end > floor and folded[end - 1] == ")":
        start = phrase_before(page, _before_bracket(page, end, floor), floor)
    else:
        start = _phrase_to(page, last, end, floor)
    if start < 0:
        return None
    named = folded[start].isupper() and end - start > _SHORTEST_ASIDE
    aside = _ASIDE.match(folded, start, end) if named else None  # "Ruiz in her first speech"
    return _named(page, start, page.trim_blanks(aside.end(1), start) if aside else full or end)


_RELEASED = words("released issued published filed posted conducted taken distributed aired broadcast leaked unveiled")
"""What is done to documents and surveys; the time behind it belongs to it: "a report released on Monday"."""
_WHEN_RELEASED = re.compile(
    r" (?:(?:on|late|early|last|this|earlier) ){0,3}(?:\w+day|week|month|year|today)(?: (?:night|morning|evening))?\b"
)
_FURTHER = (" who ", " familiar with ", " briefed on ", " close to ", " involved in ")
"""What goes on with a phrase behind its noun, without a comma."""


def _before_day(page: Page, day: int, end: int, floor: int) -> int:
    """Where a phrase ends without the time behind it: "Ruiz on Monday", "a statement last night"."""
    if not page.follows(day, end):
        return end
    number = day
    for _ in range(_LONGEST_TIME):
        before = page.previous(number)
        if before < 0 or page.starts[before] <= floor or page.words[before].lower() not in _OF_TIMES:
            break
        number = before
    return page.trim_blanks(page.starts[number], floor) if page.starts[number] >= floor else end


_LONGEST_TIME = 4
_UNITS = words("night week month year morning evening afternoon weekend")
"""Units of time that end a time when one of the words below stands before them."""
_OF_TIMES = words(
    "on late early earlier later last this monday tuesday wednesday thursday friday saturday sunday yesterday"
)


def _ends_with_time(page: Page, last: int) -> bool:
    """Tell whether a word ends a time: a day, or a unit that is counted from now."""
    if traits(page.words[last]) & TIME:
        return True
    return page.words[last] in _UNITS and last > 0 and page.words[last - 1].lower() in _OF_TIMES


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
            if _is_aside(page, left, comma):
                return _named(page, start, left)
            if _describes(page, left + 1):
                weak = _named(page, start, comma)
                if page.folded[page.trim_blanks(start, floor) - 1] != ",":
                    return weak
        right = left
    return weak


def _is_aside(page: Page, left: int, right: int) -> bool:
    """Tell whether what stands between two commas belongs to the clause, not to the name before it."""
    if _ABOUT.match(page.folded, page.skip_blanks(left + 1, right), right):
        return True
    number = page.after(left + 1)
    if number < 0 or page.starts[number] >= right:
        return False
    word = page.words[number]
    return word in _ASIDE_OPENS or (word.endswith("ing") and word != "including")


_ASIDE_OPENS = words("in at on during after before by through via amid when while as")


def _describes(page: Page, position: int) -> bool:
    """Tell whether an apposition or a relative clause may start at a position."""
    number = page.after(position)
    if number < 0:
        return False
    kind = traits(page.words[number])
    if kind & PERSONAL:
        return False
    return kind & RELATIVE != 0 or not kind & STOPPER or page.words[number].lower() in {"like", "including"}


def begins_clause(page: Page, start: int, floor: int) -> bool:
    """Tell whether a phrase opens its clause: nothing, punctuation or a conjunction stands before it."""
    end = page.trim_blanks(start, floor)
    if end <= floor or page.folded[end - 1] in ",;:-(\"'.":
        return True
    number = page.before(end)
    return page.follows(number, end) and traits(page.words[number]) & CLAUSE != 0


def phrase_before(page: Page, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` starts, or -1 where none ends there."""
    return _phrase_to(page, page.before(end), end, floor)


def _phrase_to(page: Page, last: int, end: int, floor: int) -> int:
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
            break
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


_SPECIAL = DETERMINER | ATTACHING | CONJUNCTION | STOPPER | TIME | AUXILIARY | ADVERB | PARTICIPLE
"""What may be more or less than one more noun on the way to the beginning of a noun phrase."""


def _part(page: Page, number: int, left: int, floor: int) -> Literal["noun", "determiner", "tie", "stop"]:
    """What a word is to the phrase that goes on at `left`."""
    gap, kind = page.folded[page.end(number) : left], traits(page.words[number])
    if gap != " " and not _ties(page, gap, number):
        return "stop"
    if kind & DETERMINER and gap == " ":
        return "noun" if _compound(page, number) else "determiner"
    if kind & (ATTACHING | CONJUNCTION):
        return "tie"
    if (kind & (STOPPER | TIME) and not kind & NOUN) or (kind & AUXILIARY and gap != "'"):
        return "stop"
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
    return traits(page.words[before]) & (ATTACHING | DETERMINER) != 0 or page.words[before].lower() == "and"


def _loose(page: Page, complete: int, left: int) -> bool:
    """Tell whether a conjunction stands between a phrase and what was added to it; then only a whole clause counts."""
    between = page.folded[left:complete]
    return " and " in between or " in " in between or " on " in between or " or " in between


def _determined(page: Page, number: int, floor: int) -> bool:
    before = page.previous(number)
    return before >= 0 and page.starts[before] >= floor and traits(page.words[before]) & DETERMINER != 0


def _ties(page: Page, gap: str, number: int) -> bool:
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


def speaker_after(page: Page, position: int, ceiling: int, *, appositions: int = MOST_APPOSITIONS) -> Speaker | None:
    """Find the phrase that starts at a position and names a speaker, not looking right of `ceiling`."""
    start = page.skip_blanks(position, ceiling)
    end = phrase_after(page, start, ceiling)
    if end <= start:
        return None
    end = _with_modifier(page, end, ceiling)
    return _named(page, start, _with_apposition(page, start, end, ceiling, appositions) if appositions else end)


def _with_modifier(page: Page, end: int, ceiling: int) -> int:
    """Extend a phrase over a relative clause without a comma, or over when a document was released and by whom."""
    if page.folded.startswith(_FURTHER, end):
        close = page.folded.find(",", end, min(ceiling, end + _LONGEST_APPOSITION))
        if close < 0 and ceiling - end < _LONGEST_APPOSITION:
            close = ceiling - page.folded.endswith((".", "!", "?"), end, ceiling)
        return close if close > 0 else end
    last = page.before(end)
    if not page.follows(last, end) or page.words[last] not in _RELEASED:
        return end
    when = _WHEN_RELEASED.match(page.folded, end, ceiling)
    end = when.end() if when else end
    if page.folded.startswith(" by ", end):
        agent = phrase_after(page, end + len(" by "), ceiling)
        end = agent if agent > 0 else end
    return end


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
        if (after > number + 1 or folded[end] != " ") and not _ties(page, folded[end : starts[after]], number):
            break
        kind = traits(words[after])
        if kind & DETERMINER and not open_ended:
            break
        if kind & ATTACHING or words[after].lower() == "and":
            if not _governs(page, after):
                break
            open_ended = True
        elif not kind & DETERMINER:
            if not kind & NOUN or kind & LISTED_ADVERB or _finite(page, number, after, kind):
                break
            complete, open_ended = after_end, False
        number, end = after, after_end
    return complete


def _finite(page: Page, before: int, number: int, kind: int) -> bool:
    """Tell whether a word looks like the verb of its clause: behind a name, or where an object follows."""
    if kind & CAPITAL or not kind & (PARTICIPLE | IRREGULAR):
        return False
    if _is_capital(page, before):
        return True
    following = number + 1
    if following >= len(page.words) or traits(page.words[before]) & DETERMINER:
        return False
    kind_after = traits(page.words[following])
    return kind_after & (DETERMINER | OBJECT | TO) != 0 and page.words[number] not in _RELEASED


def _is_capital(page: Page, number: int) -> bool:
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
        return kind & CAPITAL != 0
    if text in {"of", "for", "from"}:
        return kind & (DETERMINER | NOUN) != 0
    return text in {"at", "with", "to"} and (kind & CAPITAL != 0 or page.words[number] == "the")


def _with_apposition(page: Page, start: int, end: int, ceiling: int, most: int) -> int:
    """Extend a phrase over the appositions and relative clauses that commas set off behind it."""
    for found in page.mentions.starting_at(start):
        close = found.mention.phrase.end
        if end < close <= ceiling and page.folded[close : close + 1] in {",", ".", ";", ":", "", "\n"}:
            end = close
            break
    else:
        if page.folded[end : end + 2] != ", ":
            return end
        number = page.at(end + 2)
        if number < 0 or page.end(number) > ceiling:
            return end
        name = phrase_after(page, end + 2, ceiling)  # "its envoy, the retired judge Ana Ruiz"
        if name > 0 and _is_capital(page, page.before(name)) and not _is_capital(page, page.before(end)):
            return name
    for _ in range(most):
        close = _past_apposition(page, end, ceiling)
        if close <= end:
            break
        end = close
    return end


def _past_apposition(page: Page, end: int, ceiling: int) -> int:
    """Where the apposition behind a comma at `end` ends, or `end` where none follows."""
    if page.folded[end : end + 2] != ", ":
        return end
    number = page.at(end + 2)
    if number < 0 or page.end(number) > ceiling:
        return end
    if page.words[number].lower() not in _APPOSED and not _role_follows(page, number):
        state = _STATE.match(page.folded, end, ceiling)
        return state.end() if state else end
    close = page.folded.find(",", end + 2, min(ceiling, end + _LONGEST_APPOSITION))
    if close < 0:
        close = ceiling if ceiling - end < _LONGEST_APPOSITION else end
    close = page.trim_blanks(close, end)
    if page.folded[close - 1] == ".":
        last = page.before(close)
        close -= last >= 0 and not _ties(page, ". ", last)
    return close


_APPOSED = words("a an the who whose which its his her one")
_STATE = re.compile(r", [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?(?=,)")
"""The state or country of the place before it."""


def _role_follows(page: Page, number: int) -> bool:
    """Tell whether a bare role noun starts at a word: "executive director of …", "Democrat of …"."""
    return not traits(page.words[number]) & STOPPER and _ROLE.match(page.folded, page.starts[number]) is not None


def _named(page: Page, start: int, end: int) -> Speaker:
    """Give the speaker a phrase names: the actor of the mention that heads it, if there is one."""
    actors: dict[Actor, None] = {}
    for found in page.mentions.starting_at(start):
        name_end = found.mention.span.end
        if name_end == end or (name_end < end and _heads(page, name_end, end)):
            actors.setdefault(found.actor)
    if not actors:
        for found in page.mentions.ending_at(end):
            span, phrase = found.mention.span, found.mention.phrase
            owned = found.actor.kind != "state"
            if span.start >= start and not _attached(page.folded[start : max(start, phrase.start)], owned=owned):
                actors.setdefault(found.actor)
    if not actors:
        comma = page.folded.find(",", start, end)
        return Speaker(start, end, _named(page, start, comma).actor if comma > start else None)
    first, *others = actors
    return Speaker(start, end, first, tuple(others)) if others else Speaker(start, end, first)


def _heads(page: Page, mention_end: int, end: int) -> bool:
    """Tell whether a mention at the start of a phrase is its head: it fills it, or only a modifier follows."""
    rest = page.folded[mention_end : min(end, mention_end + 8)]
    return not rest or rest[0] in ",(" or rest.split(" ", 2)[1:2][0:1] in (["of"], ["who"], ["from"], ["and"], ["at"])


def _attached(before: str, *, owned: bool) -> bool:
    """Tell whether what stands before a name in its phrase makes another noun the head: "a spokesman for" Putin.

    What has an owner may be the head: "the group's director, Ana Ruiz".
    """
    return before != "" and (_ATTACHES.search(before) is not None or (not owned and _OWNS.search(before) is not None))


_ATTACHES = re.compile(rf"(?:\A| )(?:{'|'.join(listed(ATTACHING))})(?: |\Z)")
_OWNS = re.compile(r"'s |' \Z")
