"""States by their capitals: where a capital does what governments do, across what stands between it and its verb."""

from __future__ import annotations

import re

from communique.countries import CountryForm
from communique_actors.lexicons import WORDS
from communique_actors.scene import CountryMention, Scene

_ENDS_DEALING = frozenset({"", "to", "that"})
_JOINT = re.compile(r", and |,? (?:and|or|nor) |, ")
_LONGEST_BEFORE = 40
_MOST_JOINED = 4
_NAMES: frozenset[CountryForm] = frozenset({"capital", "name", "seat"})
_BETWEEN = frozenset(
    {
        *("also", "again", "all", "alone", "already", "always", "both", "either", "even", "instead", "itself", "long"),
        *("never", "now", "often", "once", "rarely", "repeatedly", "since", "soon", "still", "then", "today", "too"),
        *("yesterday", "twice", "later", "earlier", "first", "nor", "neither", "each", "only", "not", "immediately"),
    }
)
"""Words that may stand between a subject and its verb, besides those in -ly."""
_OPENS_TIME = frozenset({"on", "in", "late", "early", "last", "this", "earlier", "since"})
_OF_TIME = frozenset({"week", "month", "year", "night", "late", "early", "last", "this", "mid", "years", "months"})
_MOST_BETWEEN = 5
_STATIVE = frozenset(
    {
        *("is", "are", "was", "were", "remains", "remained", "became", "becomes", "grew", "grows", "saw", "sees"),
        *("hosts", "hosted", "received", "receives", "lost", "loses", "stays", "stayed", "seems", "seemed", "shows"),
        *("appears", "appeared", "needs", "needed", "faces", "faced", "fell", "wins", "won", "stands", "lies"),
    }
)
"""Verbs of which cities are the subject too."""
_MINDED = frozenset(
    {
        *("opposed", "willing", "unwilling", "ready", "prepared", "keen", "committed", "wary", "critical", "against"),
        *("adamant", "reluctant", "determined", "seeking", "demanding", "considering", "trying", "planning", "pushing"),
        *("pressing", "trying", "accusing", "calling", "insisting", "proposing", "offering", "refusing", "backing"),
    }
)
"""What governments are and cities are not."""
_HAVE = frozenset({"has", "had", "have", "would", "will"})
_ASIDE = re.compile(
    r",? (?:for (?:its|their) part|in (?:turn|response|return|contrast|reply)|by contrast|however|meanwhile|too|though|"
    r"on the other hand|in particular|in the meantime|unlike \w+),?(?= )"
)
_SOURCES = frozenset({"from", "by", "with", "against"})
"""Words of place that may stand before those who do something: "a rebuke *from* Nairobi, which warned"."""
_WHICH = re.compile(r", which(?= )")


def capital_for_state(scene: Scene, one: CountryMention) -> bool:
    """A state by its capital, where that does or owns what governments do, or is dealt with.

    Matches "Nairobi has rejected", "Nairobi on Monday rejected" and "Nairobi, which rejects"; not "a meeting in
    Nairobi", "the Nairobi meeting" or "Nairobi, which is hot".
    """
    before = scene.before(one.start)
    if before in WORDS.locative or before == "the":
        which = _WHICH.match(scene.folded, one.end) if before in _SOURCES else None
        return which is not None and _verb_farther(scene, which.end())
    if scene.folded.startswith("'s ", one.end):
        return any(word in WORDS.possession for word in _next_words(scene, one.end + 2))
    following = scene.after(one.end)
    first = _before_joined(scene, one)
    if before == "of" or first in WORDS.locative or first in {"of", "the"}:
        return False
    if _is_verb(following) or (first is not None and _is_verb(_third(following))):
        return True
    if before in WORDS.dealt_with and (following in _ENDS_DEALING or following in WORDS.stop):
        return True
    return _does_farther(scene, one, following, many=first is not None)


def _next_words(scene: Scene, end: int) -> tuple[str, str]:
    """The next two words."""
    first = scene.after(end)
    return first, scene.after(end + 1 + len(first)) if first else ""


def _does_farther(scene: Scene, one: CountryMention, following: str, *, many: bool) -> bool:
    """Tell whether its verb stands behind adverbs, a time, an aside, "which", or capitals joined to it."""
    end = one.end
    if not following:
        if not scene.folded.startswith(",", end):
            return False
        which = _WHICH.match(scene.folded, end)
        if which is not None:
            return _verb_farther(scene, which.end())
        aside = _ASIDE.match(scene.folded, end)
        if aside is not None:
            return _verb_farther(scene, aside.end())
    elif following in _BETWEEN or following in _OPENS_TIME or following.endswith("ly"):
        return _verb_farther(scene, end, many=many)
    elif following not in {"and", "or", "nor"}:
        return False
    return _joined_does(scene, end)


def _is_verb(word: str) -> bool:
    return word in WORDS.verb or word in WORDS.of_governments


def _third(word: str) -> str:
    """The form in -s of a verb: "denies" of "deny"."""
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeo" else word + "s"


def _verb_farther(scene: Scene, end: int, *, many: bool = False) -> bool:
    """Tell whether a verb of governments stands behind an offset, of `many` or one, across adverbs and a time."""
    timed = False
    for _ in range(_MOST_BETWEEN):
        word = scene.after(end)
        if word not in _HAVE and (_is_verb(word) or (many and _is_verb(_third(word)))):
            return word not in _STATIVE or scene.after(end + 1 + len(word)) in _MINDED
        if word in _OPENS_TIME or (timed and (word in WORDS.calendar or word in _OF_TIME or word.isdigit())):
            timed = True
        elif not word or not (word in _BETWEEN or word in _HAVE or word.endswith("ly")):
            return False
        end += 1 + len(word)
    return False


def _joined_does(scene: Scene, end: int) -> bool:
    """Tell whether the last of the capitals joined behind an offset has a verb: "Berlin and Paris want"."""
    for _ in range(_MOST_JOINED):
        joint = _JOINT.match(scene.folded, end)
        following = scene.countries_in(joint.end(), joint.end() + 1) if joint is not None else []
        if not following or following[0].form not in _NAMES:
            return False
        end = following[0].end
        word = scene.after(end)
        if _is_verb(word) or _is_verb(_third(word)):
            return word not in _STATIVE
        if word in _BETWEEN or word in _OPENS_TIME or word.endswith("ly"):
            return _verb_farther(scene, end, many=True)
    return False


def _before_joined(scene: Scene, one: CountryMention) -> str | None:
    """The word before those to which a capital is joined, if it is: "in" of "fires in Athens and Rome"."""
    start, found = one.start, None
    goes_on = _JOINT.match(scene.folded, one.end) is not None
    for _ in range(_MOST_JOINED):
        before = scene.countries_in(max(0, start - _LONGEST_BEFORE), start)
        joint = _JOINT.fullmatch(scene.folded, before[-1].end, start) if before else None
        if joint is None or (joint.group() == ", " and not goes_on):
            break
        goes_on = True
        start = before[-1].start
        found = scene.before(start)
    return found
