"""Whether a noun for people stands for a group that acts, speaks or is acted upon."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from communique_actors.lexicons import WORDS
from communique_actors.scene import Scene

_ADVERBS = frozenset({"now", "also", "still", "later", "then", "already", "soon"})
_DEALT_WITH = frozenset({"by", "with", "between", "against", "that", "among"})
_BEHIND_SUBJECT = frozenset(
    {
        "in",
        "from",
        "at",
        "near",
        "who",
        "across",
        "outside",
        "loyal",
        "on",
        "with",
        "and",
        "twice",
        "once",
        "again",
        "overnight",
        "early",
        "late",
    }
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "some", "its", "their", "his", "her", "other", "several", "many", "more", "all", "another"}
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_QUANTITIES = frozenset(
    {
        "hundreds",
        "thousands",
        "dozens",
        "scores",
        "tens",
        "group",
        "groups",
        "handful",
        "number",
        "crowd",
        "members",
        "each",
        "some",
        "most",
        "all",
        "several",
        "many",
    }
)
_NUMBERS = frozenset(
    {
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *(
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "least",
            "most",
            "nearly",
            "almost",
        ),
    }
)
_BE = frozenset({"is", "are", "was", "were"})
_ABOUT = frozenset({"about", "around", "over"})
_MORE = frozenset({"more", "less", "fewer", "other"})
_PART_OF = frozenset({"of", "on", "for", "as", "about", "than", "like"})
_LONGEST_LEAD = 5
_SHORTEST_PAST = 5

Governed = Literal["", "start", "upon", "aside"]
Lead = Literal["upon", "to", "amount", "article", "beside", "part", "end"]
"""A word before a noun for people: it acts upon them, counts them, stands beside them, makes them a part of something,
or ends their phrase."""


def acts(scene: Scene, start: int, end: int) -> bool:
    """Tell whether people do something or are dealt with: "rebels have", "told rebels", "arrested two students"."""
    following = _past_adverb(scene, end)
    does = is_verb(following) or (following in WORDS.several_act and _are_several(scene, end))
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
    following = _past_adverb(scene, end)
    return is_verb(following) and following not in _BE


def _past_adverb(scene: Scene, end: int) -> str:
    """The word behind people, across an adverb: "jihadists briefly *occupied*", "rebels now *control*"."""
    following = scene.after(end)
    if following.endswith("ly") or following in _ADVERBS:
        return scene.after(end + 1 + len(following)) or following
    return following


def is_verb(word: str) -> bool:
    """Tell whether a word behind a noun for people is what they do."""
    return word in WORDS.verb or word in WORDS.group_acts or (len(word) >= _SHORTEST_PAST and word.endswith("ed"))


def _are_several(scene: Scene, end: int) -> bool:
    """Tell whether a noun that ends at a position is a plural: "officials", "gunmen"."""
    return scene.folded.endswith(("s", "men", "people", "children", "police"), 0, end)


def is_counted(scene: Scene, start: int) -> bool:
    """Tell whether a number stands before a noun: "18 *people*", "dozens of *people*"."""
    found = scene.word_before(start)
    if found is None:
        return False
    word = scene.folded[found[0] : found[1]].lower()
    if word == "of":
        return scene.before(found[0]) in _QUANTITIES
    return word in _NUMBERS or word in _QUANTITIES or _is_figure(word)


def _ends_phrase(following: str) -> bool:
    """Tell whether a noun is no part of a longer one: "police", but not "police station"."""
    known = (
        following.isdigit() or following in WORDS.stop or following in WORDS.calendar or following in _BEHIND_SUBJECT
    )
    return not following or known or following.endswith("ing")


def _governed(scene: Scene, start: int) -> Governed:
    """What a phrase is: the start of its sentence, acted upon, only part of another phrase, or neither."""
    described = counted = closed = False
    folded, starts, lead_of = scene.folded, scene.sentence_starts, _leads().get
    for _ in range(_LONGEST_LEAD):
        if start in starts:
            return "start"
        found = scene.word_before(start)
        if found is None:
            return ""
        start = found[0]
        word = folded[start : found[1]].lower()
        lead = lead_of(word)
        if lead is None:
            counted = word[0].isdigit() and _is_figure(word)
            if closed and not counted:
                return ""
            described = described or not counted
        elif lead == "upon":
            return "upon"
        elif lead == "to":
            noun = scene.before(start)
            return "upon" if (not described and noun != "up") or noun in WORDS.given_to_parties else ""
        elif lead == "part":
            counted = counted and (word in _ABOUT or word == "at" or (word == "than" and scene.before(start) in _MORE))
            counted = counted or (word == "of" and scene.before(start) in _QUANTITIES)
            if not counted:
                return _behind_preposition(scene, word, start)
        elif lead == "end":
            return ""
        else:
            counted = lead == "amount"
            closed = closed or lead == "article"
    return ""


def _behind_preposition(scene: Scene, word: str, start: int) -> Governed:
    """What a phrase behind a preposition is: acted upon in "an attack on rebels" and "demands from rebels"."""
    noun = scene.before(start)
    upon = noun in WORDS.deeds_upon or (word == "from" and noun in WORDS.dealing)
    return "upon" if upon else "aside"


@cache
def _leads() -> dict[str, Lead]:
    """What the words before a noun say of it: of several sets with a word the first counts."""
    found: dict[str, Lead] = {}
    sets: tuple[tuple[Lead, Iterable[frozenset[str]]], ...] = (
        ("upon", (_DEALT_WITH, WORDS.acts_upon)),
        ("to", (frozenset({"to"}),)),
        ("amount", (_NUMBERS, _QUANTITIES)),
        ("article", (_ARTICLES,)),
        ("beside", (_DETERMINERS, WORDS.group_quality)),
        ("part", (WORDS.locative, _PART_OF, _ABOUT)),
        ("end", (WORDS.verb, WORDS.stop, WORDS.calendar)),
    )
    for lead, words in sets:
        for word in frozenset[str]().union(*words):
            found.setdefault(word, lead)
    return found


def _is_figure(word: str) -> bool:
    """Tell whether a word is a number in figures: "30", "1,200"."""
    return word.replace(",", "").isdigit()
