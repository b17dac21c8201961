"""Whether a noun for people stands for a group that acts, speaks or is acted upon."""

from __future__ import annotations

from typing import Literal

from communique_actors.lexicons import WORDS
from communique_actors.scene import Scene

_DEALT_WITH = frozenset({"by", "with", "between", "against", "that", "among"})
_BEHIND_SUBJECT = frozenset({"in", "from", "at", "near", "who", "across", "outside", "loyal", "on", "with", "and"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "some", "its", "their", "his", "her", "other", "several", "many", "more", "all", "another"}
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_QUANTITIES = frozenset(
    {"hundreds", "thousands", "dozens", "scores", "tens", "group", "groups", "handful", "number", "crowd", "members"}
)
_NUMBERS = frozenset(
    {
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *("twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "least", "most", "nearly", "almost"),
    }
)
_BE = frozenset({"is", "are", "was", "were"})
_ABOUT = frozenset({"about", "around", "over"})
_PART_OF = frozenset({"of", "on", "for", "as", "about", "than", "like"})
_LONGEST_LEAD = 5
_SHORTEST_PAST = 5

Governed = Literal["", "start", "upon", "aside"]


def acts(scene: Scene, start: int, end: int) -> bool:
    """Tell whether people do something or are dealt with: "rebels have", "told rebels", "arrested two students"."""
    following = scene.after(end)
    does = is_verb(following)
    if not does and not _ends_phrase(following):
        return False
    governed = _governed(scene, start)
    if does:
        return governed != "aside"
    return governed == "upon" or (governed == "start" and following in _BEHIND_SUBJECT)


def suffers(scene: Scene, start: int, end: int) -> bool:
    """Tell whether something is done to who or what a noun names: "raided the newspaper", "an attack on a school"."""
    return _ends_phrase(scene.after(end)) and _governed(scene, start) == "upon"


def is_busy(scene: Scene, end: int) -> bool:
    """Tell whether a body does something and not only is something: "the union has", not "the union is"."""
    following = scene.after(end)
    return is_verb(following) and following not in _BE


def is_verb(word: str) -> bool:
    """Tell whether a word behind a noun for people is what they do."""
    return word in WORDS.verb or word in WORDS.group_acts or (len(word) >= _SHORTEST_PAST and word.endswith("ed"))


def is_counted(scene: Scene, start: int) -> bool:
    """Tell whether a number stands before a noun: "18 *people*", "dozens of *people*"."""
    found = scene.word_before(start)
    return found is not None and _is_amount(scene, scene.folded[found[0] : found[1]].lower(), found[0])


def _ends_phrase(following: str) -> bool:
    """Tell whether a noun is no part of a longer one: "police", but not "police station"."""
    known = (
        following.isdigit() or following in WORDS.stop or following in WORDS.calendar or following in _BEHIND_SUBJECT
    )
    return not following or known or following.endswith("ing")


def _governed(scene: Scene, start: int) -> Governed:
    """What a phrase is: the start of its sentence, acted upon, only part of another phrase, or neither."""
    described = counted = closed = False
    for _ in range(_LONGEST_LEAD):
        if start in scene.sentence_starts:
            return "start"
        found = scene.word_before(start)
        if found is None:
            return ""
        start = found[0]
        word = scene.folded[start : found[1]].lower()
        if word in _DEALT_WITH or word in WORDS.acts_upon:
            return "upon"
        if word == "to":
            return "upon" if not described and scene.before(start) != "up" else ""
        if counted and word in _ABOUT:  # "killed about 40 farmers"
            continue
        counted = _is_amount(scene, word, start)
        closed = closed or word in _ARTICLES
        if counted or word in _DETERMINERS or word in WORDS.group_quality:
            continue
        if word == "from" and scene.before(start) in WORDS.dealing:  # "demands from rebels"
            return "upon"
        if word in WORDS.locative or word in _PART_OF:
            return "upon" if scene.before(start) in WORDS.deeds_upon else "aside"
        if closed or word in WORDS.verb or word in WORDS.stop or word in WORDS.calendar:
            return ""
        described = True
    return ""


def _is_amount(scene: Scene, word: str, start: int) -> bool:
    """Tell whether a word counts people: "three", and "of" in "dozens of"."""
    if word == "of":
        return scene.before(start) in _QUANTITIES
    return word in _NUMBERS or word in _QUANTITIES or word.replace(",", "").isdigit()
