"""Reading a verb with its auxiliaries: tense, voice, negation, modality."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from communique_events.page import Line
from communique_events.words import Trigger, word_set

_LONGEST = 9
"""No more words stand between an auxiliary and its verb."""
_LISTED = 4
_DESCRIBED = 3
_SHORTEST = 4
"""No adverb in -ly is that short."""
_HOSTS = {
    "won": "will", "can": "can", "isn": "is", "wasn": "was", "weren": "were", "hasn": "has", "haven": "have",
    "hadn": "had",
    "wouldn": "would", "aren": "are", "mustn": "must", "shouldn": "should",
}  # fmt: skip
"""What stands before "n't"."""
_CONTRACTED = {"t": "not", "ll": "will", "d": "would", "ve": "have", "re": "are"}


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
    if line.gaps[word] == "-" or line.gaps[word + 1] == "-":
        return None
    first, seen, negated = _auxiliaries(line, word)
    group = VerbGroup(trigger, first, word, behind, "finite", negated=negated, modal=_modal(seen))
    if "to" in seen:
        return _behind_to(line, group, seen)
    if group.modal or seen & word_set("do"):
        return _with_modal(group, seen)
    if "ing" in trigger.forms:
        return _in_ing(line, group, seen)
    if seen:
        fits = "participle" in trigger.forms and seen & (word_set("be") | word_set("have"))
        return group._replace(passive=bool(seen & word_set("be"))) if fits else None
    before = line.words[first - 1] if first else ""
    return None if _is_nominal(line, first, before) else _simple(line, group, before)


def _behind_to(line: Line, group: VerbGroup, seen: set[str]) -> VerbGroup | None:
    """A verb behind "to": an infinitive, or the verb of its clause in "is to visit" and "continued to send"."""
    forms, first = group.trigger.forms, group.first
    before = line.words[first - 1] if first else ""
    if "base" in forms and before in word_set("be"):
        return group._replace(first=first - 1, modal="will")
    if "base" in forms and before in word_set("aspects"):
        start, more, denied = _auxiliaries(line, first - 1)
        tense = "progressive" if more & word_set("be") else "past"
        return group._replace(first=start, negated=group.negated or denied, modal=_modal(more), tense=tense)
    if "ing" in forms:
        return group._replace(first=first + 1, sort="participle")
    if not forms & {"base", "participle"}:
        return None
    return group._replace(sort="infinitive", passive="participle" in forms and bool(seen & word_set("be")))


def _with_modal(group: VerbGroup, seen: set[str]) -> VerbGroup | None:
    forms, be = group.trigger.forms, bool(seen & word_set("be"))
    if not ("base" in forms or be or seen & word_set("have")):
        return None
    tense = "progressive" if be and "ing" in forms else "past"
    return group._replace(passive=be and "participle" in forms, tense=tense)


def _in_ing(line: Line, group: VerbGroup, seen: set[str]) -> VerbGroup | None:
    first = group.first
    if seen & word_set("be"):
        return group._replace(tense="progressive")
    before = line.words[first - 1] if first else ""
    noun = before in word_set("determiners") or _is_genitive(line, first) or line.printed[group.word][0].isupper()
    noun = noun or (
        group.word in line.nouns and (not _opens_object(line, group.word + 1) or _is_described(line, first))
    )
    return None if noun else group._replace(sort="participle")


def _is_described(line: Line, first: int) -> bool:
    """Tell whether a noun stands behind a determiner and a name, and a clause behind it: "the Oslo *meeting* that"."""
    if line.words[first + 1 : first + 2] != ["that"]:
        return False
    return any(line.words[k] in word_set("determiners") for k in range(max(0, first - _DESCRIBED), first))


def _modal(seen: set[str]) -> str:
    return next((name for name in ("will", "would", "must", "may") if seen & word_set(name)), "")


def _simple(line: Line, group: VerbGroup, before: str) -> VerbGroup | None:
    """A verb without auxiliaries."""
    first, forms, after = group.first, group.trigger.forms, line.words[group.behind] if group.behind < len(line) else ""
    if forms & {"past", "participle"} and not (forms & {"base"} and "third" in forms):
        if after == "by" and "participle" in forms:
            return group._replace(sort="reduced", passive=True)
        if "past" in forms:
            return group
        return None
    twofold = group.word in line.nouns or line.words[group.word] in word_set("homographs")
    if twofold and not _opens_object(line, group.word + 1):
        return None
    if "third" in forms:
        return group._replace(tense="present") if group.first and before not in word_set("plurals") else None
    plural = (
        before.endswith("s") or before in word_set("plurals") or "and" in line.words[max(0, first - _LISTED) : first]
    )
    return group._replace(tense="present") if "base" in forms and plural and group.first else None


def _opens_object(line: Line, i: int) -> bool:
    """Tell whether an object starts at a word: it tells a verb from the noun of the same form."""
    if i >= len(line) or line.gaps[i]:
        return False
    word = line.words[i]
    return word in word_set("determiners") or word == "that" or line.printed[i][0].isupper() or word.isdigit()


def _is_nominal(line: Line, first: int, before: str) -> bool:
    """Tell whether a word stands where a noun or adjective does: behind "the", "of", "Russia's"."""
    if not first or line.gaps[first] not in {"", "'"}:
        return False
    return before in word_set("determiners") or before in word_set("prepositions") or _is_genitive(line, first)


def _is_genitive(line: Line, i: int) -> bool:
    return (i > 1 and line.words[i - 1] == "s" and line.gaps[i - 1] == "'") or (i > 0 and line.gaps[i] == "'")


def _auxiliaries(line: Line, word: int) -> tuple[int, set[str], bool]:
    """Walk left over auxiliaries, negations and adverbs: where they start, what they are, whether one denies."""
    seen: set[str] = set()
    negated = False
    i = word
    while i > 0 and word - i < _LONGEST:
        left, gap = line.words[i - 1], line.gaps[i]
        if gap and (gap != "'" or left != "s"):
            break
        if i > 1 and left in _CONTRACTED and line.gaps[i - 1] == "'":
            left = _CONTRACTED[left]
            if left == "not":
                negated = True
                seen.add(_HOSTS.get(line.words[i - 2], "did"))
                i -= 2
                continue
        if left in _auxiliary() and not (i > 1 and line.printed[i - 1] == "May"):
            seen.add(left)
            negated = negated or left == "cannot"
        elif left in word_set("negations"):
            negated = True
        elif left == "to":
            seen.add("to")
            return i - 1, seen, negated
        elif _is_adverb(line, i - 1):
            i -= 1 if i > 1 and line.words[i - 2] == "on" else 0
        else:
            break
        i -= 1
    return i, seen, negated


@cache
def _auxiliary() -> frozenset[str]:
    return frozenset().union(*map(word_set, ("be", "have", "do", "will", "would", "must", "may")))


def _is_adverb(line: Line, i: int) -> bool:
    word = line.words[i]
    ends_in_ly = word.endswith("ly") and len(word) > _SHORTEST and i not in line.verbs and word not in word_set("in_ly")
    if word not in word_set("adverbs") and not ends_in_ly:
        return False
    return line.printed[i][0].islower() or not line.page.is_name(line.starts[i])
