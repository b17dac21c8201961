"""Reading a verb with its auxiliaries: tense, voice, negation, modality."""

from __future__ import annotations

from typing import NamedTuple

from communique_events.line import Line
from communique_events.marks import (
    ADVERB,
    ASPECT,
    AUXILIARY,
    BE,
    CAPITAL,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    DO,
    FINITE,
    HAVE,
    IN_LY,
    MAY,
    MUST,
    NEGATION,
    PLURAL,
    PREPOSITION,
    SPEECH,
    THAT,
    TO,
    WILL,
    WOULD,
)
from communique_events.words import Trigger, word_set

_MODAL = WILL | WOULD | MUST | MAY
_MODALS = (("will", WILL), ("would", WOULD), ("must", MUST), ("may", MAY))
_LONGEST = 9
"""No more words stand between an auxiliary and its verb."""
_LISTED = 4
_SHARED_REACH = 25
"""No verb shares an auxiliary with one farther off."""
_DESCRIBED = 3
_SHORTEST = 4
"""No adverb in -ly is that short."""
_HOSTS = {
    "won": WILL, "can": MAY, "isn": BE, "wasn": BE, "weren": BE, "hasn": HAVE, "haven": HAVE, "hadn": HAVE,
    "wouldn": WOULD, "aren": BE, "mustn": MUST, "shouldn": MUST,
}  # fmt: skip
"""What stands before "n't"; else it is a form of "do"."""
_CONTRACTED = {"ll": WILL, "d": WOULD, "ve": HAVE, "re": BE}
_LEADS = AUXILIARY | NEGATION | TO | ADVERB | CONTRACTED | IN_LY
"""Words that may stand between a verb and its subject."""
_OF_SUBJECTS = AUXILIARY | FINITE | SPEECH
"""Words before which a subject ends."""
_SHUTS = DETERMINER | PREPOSITION
"""Words behind which a noun or adjective stands."""


class VerbGroup(NamedTuple):
    """A verb of a sentence."""

    trigger: Trigger
    """What it says."""
    first: int
    """Number of its first word, auxiliaries and adverbs included."""
    word: int
    """Number of the verb itself."""
    behind: int
    """Number of the word behind it."""
    sort: str
    """``finite``, ``infinitive``, ``participle`` (present) or ``reduced`` (a participle that adds to a noun)."""
    passive: bool = False
    """Whether the subject is what is acted upon."""
    negated: bool = False
    """Whether it is denied."""
    modal: str = ""
    """``will``, ``would``, ``must``, ``may`` or nothing."""
    tense: str = "past"
    """``past``, ``present`` or ``progressive``."""


def read_group(line: Line, trigger: Trigger, word: int, behind: int) -> VerbGroup | None:
    """Read the verb at a word, or nothing where the word is no verb there."""
    start = line.starts[word]
    if line.gaps[word + 1] == "-" or (start and line.page.folded[start - 1] == "-"):  # "rebel-held"
        return None
    first, seen, negated = word, 0, False
    if word and line.marks[word - 1] & _LEADS:
        first, seen, negated = _auxiliaries(line, word)
    forms = trigger.forms
    if not seen and "ing" not in forms:
        return None if _is_nominal(line, first) else _simple(line, trigger, (first, word, behind), negated=negated)
    modal = _modal(seen) if seen & _MODAL else ""
    group = VerbGroup(trigger, first, word, behind, "finite", False, negated, modal)
    if seen & TO:
        return _behind_to(line, group, seen)
    if modal or seen & DO:
        return _with_modal(group, seen)
    if "ing" in forms:
        return _in_ing(line, group, seen)
    if "participle" not in forms:
        return None
    return group._replace(passive=True) if seen & BE else group


def _behind_to(line: Line, group: VerbGroup, seen: int) -> VerbGroup | None:
    """A verb behind "to": an infinitive, or the verb of its clause in "is to visit" and "continued to send"."""
    forms, first = group.trigger.forms, group.first
    before = line.marks[first - 1] if first else 0
    if before & BE and "base" in forms:
        return group._replace(first=first - 1, modal="will")
    if before & ASPECT and "base" in forms:
        start, more, denied = _auxiliaries(line, first - 1)
        if start and line.marks[start - 1] & PREPOSITION and not more:  # "accused of trying to flee"
            return group._replace(sort="infinitive")
        tense = "progressive" if more & BE else "past"
        return group._replace(first=start, negated=group.negated or denied, modal=_modal(more), tense=tense)
    if "ing" in forms:
        return group._replace(first=first + 1, sort="participle")
    if "base" not in forms and "participle" not in forms:
        return None
    return group._replace(sort="infinitive", passive="participle" in forms and bool(seen & BE))


def _with_modal(group: VerbGroup, seen: int) -> VerbGroup | None:
    forms, be = group.trigger.forms, bool(seen & BE)
    if not (be or seen & HAVE or "base" in forms):
        return None
    if not be:
        return group
    return group._replace(passive="participle" in forms, tense="progressive" if "ing" in forms else "past")


def _in_ing(line: Line, group: VerbGroup, seen: int) -> VerbGroup | None:
    first, word = group.first, group.word
    if seen & BE:
        return group._replace(tense="progressive")
    noun = (first and line.marks[first - 1] & DETERMINER) or _is_genitive(line, first)
    noun = noun or line.marks[word] & CAPITAL
    noun = noun or (word in line.nouns and (not _opens_object(line, word + 1) or _is_described(line, first)))
    return None if noun else group._replace(sort="participle")


def _is_described(line: Line, first: int) -> bool:
    """Tell whether a noun stands behind a determiner and a name, and a clause behind it: "the Oslo *meeting* that"."""
    if line.words[first + 1 : first + 2] != ["that"]:
        return False
    return any(mark & DETERMINER for mark in line.marks[max(0, first - _DESCRIBED) : first])


def _modal(seen: int) -> str:
    return next((name for name, mark in _MODALS if seen & mark), "")


def _simple(line: Line, trigger: Trigger, at: tuple[int, int, int], *, negated: bool) -> VerbGroup | None:
    """A verb without auxiliaries, by the numbers of its first word, the verb and the word behind it."""
    (first, word, behind), forms = at, trigger.forms
    third = "third" in forms
    if ("past" in forms or "participle" in forms) and not (third and "base" in forms):
        if "participle" in forms and behind < line.size and line.words[behind] == "by":
            return VerbGroup(trigger, first, word, behind, "reduced", True, negated)
        return VerbGroup(trigger, first, word, behind, "finite", False, negated) if "past" in forms else None
    if not first or _stands_as_noun(line, behind):
        return None
    twofold = word in line.nouns or line.words[word] in word_set("homographs")
    if twofold and not _opens_object(line, word + 1) and not (third and _stands_between(line, at)):
        return None
    plural = line.marks[first - 1] & PLURAL
    if third:
        return None if plural else VerbGroup(trigger, first, word, behind, "finite", False, negated, "", "present")
    if "base" not in forms or line.marks[word] & CAPITAL:
        return None
    modal = ""
    if line.marks[first - 1] & COORDINATOR:
        modal = _shared_modal(line, first - 1)
        if not modal:
            return None
    elif not (plural or line.words[first - 1].endswith("s") or _are_several(line, first)):
        return None
    return VerbGroup(trigger, first, word, behind, "finite", False, negated, modal, "past" if modal else "present")


def _stands_as_noun(line: Line, behind: int) -> bool:
    """Tell whether a form in the present is a noun by what follows: "brands *accounted* for", "exiles *must*"."""
    if behind >= line.size or line.gaps[behind]:
        return False
    return bool(line.marks[behind] & _OF_SUBJECTS) or line.words[behind] == "of"


def _shared_modal(line: Line, before: int) -> str:
    """The auxiliary that a verb behind "and" shares with one before it: "*will* stay in Quito and meet X"."""
    for i in range(before - 1, max(-1, before - _SHARED_REACH), -1):
        mark = line.marks[i]
        if mark & _MODAL:
            return next(name for name, bit in _MODALS if mark & bit)
        if mark & THAT:
            return ""
    return ""


def _are_several(line: Line, first: int) -> bool:
    """Tell whether "and" stands shortly before a verb, and no other verb behind it: "Peru and Chile *want*"."""
    before = range(first - 1, max(0, first - _LISTED) - 1, -1)
    i = next((i for i in before if line.words[i] == "and"), -1)
    return 0 <= i < first - 1 and not any(mark & _OF_SUBJECTS for mark in line.marks[i:first])


def _stands_between(line: Line, at: tuple[int, int, int]) -> bool:
    """Tell whether a form in -s stands between a party and what it acts upon: "Peru *releases* dozens"."""
    first, word, i = at
    if line.words[word] == "arms" or i >= line.size or line.gaps[i] or line.gaps[first]:
        return False
    if i in line.nouns and word not in line.nouns and line.words[i].endswith("s"):  # "*holds* talks"
        return True
    plain = not line.marks[i] and line.printed[i].islower() and i not in line.verbs
    return plain and not line.words[i].endswith(("ed", "ing")) and line.page.names.cover(line.starts[first - 1])


def _opens_object(line: Line, i: int) -> bool:
    """Tell whether an object starts at a word: it tells a verb from the noun of the same form."""
    if i >= line.size or line.gaps[i] or line.marks[i] & ADVERB:  # "stations *Sunday*"
        return False
    return bool(line.marks[i] & (DETERMINER | THAT | CAPITAL)) or line.words[i].isdigit()


def _is_nominal(line: Line, first: int) -> bool:
    """Tell whether a word stands where a noun or adjective does: behind "the", "of", "Russia's"."""
    gap = line.gaps[first]
    if gap or not first:
        return gap == "'"
    if line.words[first - 1] == "s":
        return first > 1 and line.gaps[first - 1] == "'"
    return bool(line.marks[first - 1] & _SHUTS)


def _is_genitive(line: Line, i: int) -> bool:
    if i > 0 and line.gaps[i] == "'":
        return True
    return i > 1 and line.words[i - 1] == "s" and line.gaps[i - 1] == "'"


def _auxiliaries(line: Line, word: int) -> tuple[int, int, bool]:
    """Walk left over auxiliaries, negations and adverbs: where they start, what they are, whether one denies."""
    words, marks, gaps = line.words, line.marks, line.gaps
    seen = 0
    negated = False
    i = word
    while i > 0 and word - i < _LONGEST:
        gap, mark = gaps[i], marks[i - 1]
        if gap and (gap != "'" or words[i - 1] != "s"):
            break
        if mark & CONTRACTED and i > 1 and gaps[i - 1] == "'":
            if words[i - 1] == "t":
                negated = True
                seen |= _HOSTS.get(words[i - 2], DO)
                i -= 2
                continue
            mark = _CONTRACTED[words[i - 1]]
        if mark & AUXILIARY and not (i > 1 and line.printed[i - 1] == "May"):
            seen |= mark & AUXILIARY
            negated = negated or words[i - 1] == "cannot"
        elif mark & NEGATION:
            negated = True
        elif mark & TO:
            return i - 1, seen | TO, negated
        elif _is_adverb(line, i - 1):
            i -= 1 if i > 1 and words[i - 2] == "on" else 0
        else:
            break
        i -= 1
    return i, seen, negated


def _is_adverb(line: Line, i: int) -> bool:
    if not line.marks[i] & ADVERB:
        word = line.words[i]
        if not line.marks[i] & IN_LY or len(word) <= _SHORTEST or i in line.verbs or word in word_set("in_ly"):
            return False
    return line.printed[i][0].islower() or not line.page.names.cover(line.starts[i])
