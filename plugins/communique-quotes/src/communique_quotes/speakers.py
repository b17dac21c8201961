"""Who speaks: the noun phrase left or right of a cue, and the actor it names."""

from __future__ import annotations

import re

from communique_quotes.cues import Cue
from communique_quotes.grammar import (
    AUXILIARY,
    IRREGULAR,
    PARTICIPLE,
    PERSONAL,
    RELATIVE,
    STOPPER,
    TIME,
    traits,
    words,
)
from communique_quotes.naming import speaker_named
from communique_quotes.page import Page, Speaker
from communique_quotes.phrases import RELEASED, begins_clause, is_capital, phrase_after, phrase_before, phrase_to, ties

MOST_APPOSITIONS = 4
"""More appositions behind a cue are not followed."""
_SHORTEST_ASIDE = len("Li in his ")
_LONGEST_APPOSITION = 260
_LONGEST_BRACKET = 60
_ABOUT = re.compile(
    r"(?:however|meanwhile|though|too|also|for (?:his|her|its|their) part|in turn|in contrast|by contrast|of course|"
    r"in fact|"
    r"nevertheless|instead|on (?:the other hand|\w+day)|\w+ly)\Z"
)
_LEAD = re.compile(r"[TtLl](?:his|ast) (?:week|month|year|spring|summer|autumn|fall|winter) (?=[A-Z])")
_ROLE = re.compile(r"(?![a-z]+ing )(?:[A-Za-z][\w-]*+ ){1,4}?(?:of|at|for) ")
_ASIDE = re.compile(r"((?:[A-Z][\w.'-]*+ ?)++)(?<= )(?:in|on|at|during) (?:his|her|its|their|an?) ")


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
        if last < 0 or page.words[last] not in RELEASED:
            full = 0
        if last > 0 and page.words[last] in _PERFECT:  # "Ruiz had on Monday said"
            end, last = page.trim_blanks(page.starts[last], floor), last - 1
    if end > floor and folded[end - 1] == ")":
        start = phrase_before(page, _before_bracket(page, end, floor), floor)
    else:
        start = phrase_to(page, last, end, floor)
    if start < 0:
        return None
    lead = _LEAD.match(folded, start, end)  # "This year Ruiz"
    start = lead.end() if lead else start
    named = folded[start].isupper() and end - start > _SHORTEST_ASIDE
    aside = _ASIDE.match(folded, start, end) if named else None  # "Ruiz in her first speech"
    return speaker_named(page, start, page.trim_blanks(aside.end(1), start) if aside else full or end)


_PERFECT = words("has had have")
_WHENRELEASED = re.compile(
    r" (?:(?:on|late|early|last|this|earlier) ){0,3}(?:\w+day|week|month|year|today)(?: (?:night|morning|evening))?\b"
)
_FURTHER = (" who ", " like ", " such as ", " familiar with ", " briefed on ", " close to ", " involved in ")
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
            return speaker_named(page, phrase.start, comma)
    right, weak = comma, None
    for _ in range(5):
        left = page.folded.rfind(",", low, right)
        if left < 0:
            break
        start = phrase_before(page, _before_bracket(page, left, floor), floor)
        if start >= 0 and (begins_clause(page, start, floor) or (weak is None and _begins_time(page, start, floor))):
            if weak is None and _is_aside(page, left, comma):
                return speaker_named(page, start, left)
            if _describes(page, left + 1):
                weak = speaker_named(page, start, comma)
                if page.folded[page.trim_blanks(start, floor) - 1] != ",":
                    return weak
        elif weak is not None and _begins_with_verb(page, page.folded.rfind(",", low, left) + 1):
            break  # "…, arrived before dawn, Ana Ruiz, who": what stands before belongs to the verb
        right = left
    return weak


def _begins_with_verb(page: Page, position: int) -> bool:
    """Tell whether a past form or an auxiliary starts at a position, blanks left out."""
    number = page.after(position)
    return number >= 0 and traits(page.words[number]) & (PARTICIPLE | IRREGULAR | AUXILIARY) != 0


def _begins_time(page: Page, start: int, floor: int) -> bool:
    """Tell whether a name opens a clause of time: "hours after *Ana Ruiz*, the envoy, said"."""
    before = page.before(start)
    named = page.text[start + len("the ") * page.folded.startswith("the ", start)].isupper()
    return named and before >= 0 and page.starts[before] >= floor and page.words[before] in _TIMES


_TIMES = frozenset({"after", "before", "since", "until"})


def _is_aside(page: Page, left: int, right: int) -> bool:
    """Tell whether what stands between two commas belongs to the clause, not to the name before it."""
    if _ABOUT.match(page.folded, page.skip_blanks(left + 1, right), right):
        return True
    number = page.after(left + 1)
    if number < 0 or page.starts[number] >= right:
        return False
    word = page.words[number]
    return (
        word in _ASIDE_OPENS
        or page.folded.startswith(("quoted by ", "asked "), page.starts[number])
        or (word.endswith("ing") and word != "including")
    )


_ASIDE_OPENS = words("without in at on during after before by through via amid when while as")


def _describes(page: Page, position: int) -> bool:
    """Tell whether an apposition or a relative clause may start at a position."""
    number = page.after(position)
    if number < 0:
        return False
    kind = traits(page.words[number])
    if kind & PERSONAL:
        return False
    return kind & RELATIVE != 0 or not kind & STOPPER or page.words[number].lower() in {"like", "including"}


def speaker_after(page: Page, position: int, ceiling: int, *, appositions: int = MOST_APPOSITIONS) -> Speaker | None:
    """Find the phrase that starts at a position and names a speaker, not looking right of `ceiling`."""
    start = page.skip_blanks(position, ceiling)
    end = phrase_after(page, start, ceiling)
    if end <= start:
        return None
    bracket = _BRACKET.match(page.folded, end, ceiling)
    if bracket:  # "the International Atomic Energy Agency (IAEA)"
        return speaker_named(page, start, end)._replace(end=bracket.end())
    end = _with_modifier(page, end, ceiling)
    return speaker_named(page, start, _with_apposition(page, start, end, ceiling, appositions) if appositions else end)


_BRACKET = re.compile(r" \([^()\n]{1,40}\)(?=[,.;:]|\s*\Z)")
"""A short form of a name, or what somebody belongs to."""


def _with_modifier(page: Page, end: int, ceiling: int) -> int:
    """Extend a phrase over a relative clause without a comma, or over when a document was released and by whom."""
    if page.folded.startswith(_FURTHER, end):
        close = page.folded.find(",", end, min(ceiling, end + _LONGEST_APPOSITION))
        if close < 0 and ceiling - end < _LONGEST_APPOSITION:
            close = ceiling - page.folded.endswith((".", "!", "?"), end, ceiling)
        return close if close > 0 else end
    last = page.before(end)
    if not page.follows(last, end) or page.words[last] not in RELEASED:
        return end
    when = _WHENRELEASED.match(page.folded, end, ceiling)
    end = when.end() if when else end
    if page.folded.startswith(" by ", end):
        agent = phrase_after(page, end + len(" by "), ceiling)
        end = agent if agent > 0 else end
    return end


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
        if name > 0 and is_capital(page, page.before(name)) and not is_capital(page, page.before(end)):
            return name
    for _ in range(most - (page.folded.find(",", start, end) >= 0)):
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
    if page.words[number].isdecimal() and page.folded.startswith(",", page.end(number)):
        return page.end(number)  # "Ana Ruiz, 58, who"
    if page.words[number].lower() not in _APPOSED and not _role_follows(page, number):
        state = _STATE.match(page.folded, end, ceiling)
        return state.end() if state else end
    close = page.folded.find(",", end + 2, min(ceiling, end + _LONGEST_APPOSITION))
    if close < 0:
        close = ceiling if ceiling - end < _LONGEST_APPOSITION else end
    close = page.trim_blanks(close, end)
    if page.folded[close - 1] == ".":
        last = page.before(close)
        close -= last >= 0 and not ties(page, ". ", last)
    return close


_APPOSED = words("a an the who whose which its his her one")
_STATE = re.compile(r", [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?(?=,)")
"""The state or country of the place before it."""


def _role_follows(page: Page, number: int) -> bool:
    """Tell whether a bare role noun starts at a word: "executive director of …", "Democrat of …"."""
    return not traits(page.words[number]) & STOPPER and _ROLE.match(page.folded, page.starts[number]) is not None
