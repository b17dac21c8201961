"""Cheap looks at the text beside a cue, before its sentence is read: most cues are common words that mean no land."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique_claims.words import word_set

Guard = Callable[[str, int, int], bool]

_BEFORE_NUMBERS = frozenset({"about", "around", "over", "up", "at", "close"})
_AMOUNT = re.compile(
    r"(?:about|around|over|up to|at least|close to) (?:an? |one|two|three|four|five|six|half|all|most|\d|the )"
)
_BARTERED = (" its ", " their ", " our ", " any ", " land ", " territory ", " the island", " the territor")
_GOES_ON_WITHOUT = (",", ".", ";", " in ", " since ", " until ", " for ", " to ", " from ", " after ", " by ", " and ")
_REACH = 90
_SHORT = 60
_AUXILIARY = 24
_PASSIVE = ("ly ", " be ", " is ", " are ", " was ", " were ", " been ", " being ")
_BEING = (" is", " are", " was", " were", " be", " been", " remain", " remains", " stay")
_LYING = (" lies", " lie", " falls", " fall", " sits", " stands", " stand", " stood")
_OWNERSHIP = (" own", " part of", " provinc", " territor", " region", " theirs", " ours", " domain", " soil", " land")
_POINTING = (" the ", " that ", " this ", " such ", " any such ", " those ", " these ")
_GOES_ON = (" of ", " to ", " for ", " over ", " on ", " in ", " that ")
_REFUSES = ("refuses to ", "refused to ", "refusing to ", "refuse to ", "refusal to ")
_PARTICLES = (" back", " over", " up ", " away")
_FORCES = ("troops", "forces", "army", "soldiers", "military")
_FORCES_BEFORE = tuple(f"{word} " for word in _FORCES)


def noun_may_follow(folded: str, _start: int, end: int) -> bool:
    """Tell whether a noun phrase may start right behind the cue: not in "held on" or "took, in turn"."""
    if folded[end : end + 1] != " ":
        return False
    edge = folded.find(" ", end + 1, end + _SHORT)
    if folded[edge + 1 : edge + 2].isdigit():  # "about 40 hectares"
        return True
    word = folded[end + 1 : edge if edge > 0 else end + _SHORT]
    if word in _BEFORE_NUMBERS:  # "about a fifth of"
        return _AMOUNT.match(folded, end + 1) is not None
    if word in word_set("objects"):
        return folded.startswith(" of ", edge)  # "took part", but "took part of the island"
    return word not in word_set("stops") and word not in word_set("prepositions") and word != "out"


def noun_pronoun_or_passive(folded: str, start: int, end: int) -> bool:
    """Tell whether what is taken follows, or the verb is passive: "annexed it", "was annexed", "which it annexed"."""
    return folded[max(0, start - _AUXILIARY) : start].endswith(_PASSIVE) or pronoun_or_noun(folded, start, end)


def land_may_be_claimed(folded: str, start: int, end: int) -> bool:
    """Tell whether what is claimed may be land: not "claimed that" or "claimed responsibility"."""
    if (
        folded[end : end + 1] != " "
        or folded.startswith((" as ", " it ", " them "), end)
        or name_stands_before(folded, start, end)
    ):
        return True
    return noun_may_follow(folded, start, end)


def name_stands_before(folded: str, start: int, _end: int) -> bool:
    """Tell whether the word joined to the cue is capitalised: "Israeli-occupied"."""
    if folded[start - 1 : start] not in {"-", " "}:
        return False
    floor, last = max(0, start - _SHORT), max(0, start - 1)
    return folded[max(folded.rfind(" ", floor, last), folded.rfind("\n", floor, last)) + 1].isupper()


def owner_stands_before(folded: str, start: int, end: int) -> bool:
    """Tell whether a capitalised word and, before it, a form of "be" or "remain" stand there: "are Korean soil"."""
    said = folded[max(0, start - _REACH) : start]
    owned = folded.endswith("'s ", 0, start) or name_stands_before(folded, start, end)
    return owned and any(f"{word} " in said for word in (*_BEING, *_LYING))


def under_stands_before(folded: str, start: int, _end: int) -> bool:
    """Tell whether "under" stands before the noun: "under Ukrainian control"."""
    return folded.find(" under ", max(0, start - _SHORT), start) >= 0


def particle_follows(folded: str, _start: int, end: int) -> bool:
    """Tell whether "back" or the like follows, or a name: "gave the islands back", "give Japan an islet"."""
    if folded[end + 1 : end + 2].isupper() or any(folded.find(word, end, end + _SHORT) >= 0 for word in _PARTICLES):
        return True
    return folded.find(" to ", end, end + _SHORT) >= 0 and _land_near(folded, end, end + _SHORT, names=True)


def being_stands_before(folded: str, start: int, end: int) -> bool:
    """Tell whether a form of "be" or "remain" stands before: "is an integral part of"."""
    said = folded[max(0, start - _REACH) : start]
    return folded[end : end + 1] == " " and any(f"{word} " in said for word in _BEING)


def _land_near(folded: str, start: int, end: int, *, names: bool) -> bool:
    """Tell whether a noun for land stands in a stretch or, where `names` will do, a capital."""
    grounds = word_set("grounds")
    words = folded[start:end].split()
    return any(word.strip(",.;:'\"") in grounds or (names and word[0].isupper()) for word in words)


def land_may_be_taken(folded: str, start: int, end: int) -> bool:
    """Tell whether what is taken may be land: not in "took the floor"."""
    named = folded[end + 1 : end + 2].isupper()
    if named and (folded.startswith("inva", start) or folded.find(" from ", end, end + _SHORT) >= 0):
        return True
    return noun_may_follow(folded, start, end) and _land_near(folded, end, end + _REACH, names=False)


def land_may_be_wanted(folded: str, start: int, end: int) -> bool:
    """Tell whether what is wanted may be land: not in "wants the talks to go on"."""
    if folded.startswith((" it back", " them back", " it returned", " them returned"), end):
        return True
    return noun_may_follow(folded, start, end) and _land_near(folded, end, end + _SHORT, names=True)


def land_may_fall(folded: str, start: int, end: int) -> bool:
    """Tell whether what falls or is lost may be land."""
    if folded.startswith(("los", "Los"), start):
        return pronoun_or_noun(folded, start, end) and _land_near(
            folded, max(0, start - _SHORT), end + _SHORT, names=True
        )
    return noun_may_follow(folded, start, end) and _land_near(folded, max(0, start - _SHORT), start, names=True)


def held_may_follow(folded: str, start: int, end: int) -> bool:
    """Tell whether what is held may follow: not in "keep fighting"."""
    edge = folded.find(" ", end + 1, end + _SHORT)
    if folded.startswith((" it ", " them "), end):
        return True
    if not pronoun_or_noun(folded, start, end) or folded.endswith("ing", end, max(edge, end)):
        return False
    return folded.startswith(_GOES_ON_WITHOUT, end) or _land_near(folded, end, end + _REACH, names=True)


def pronoun_or_noun(folded: str, start: int, end: int) -> bool:
    """Tell whether "it" or "them" follows, or a noun phrase may, or "which" stands before: "governed it"."""
    if folded.startswith((" it ", " them ", " it,", " them,", " it.", " them."), end) or noun_may_follow(
        folded, start, end
    ):
        return True
    return folded.startswith(_GOES_ON_WITHOUT, end)  # "which it governed", "the rock it ceded to Britain"


def noun_or_recognizer(folded: str, start: int, end: int) -> bool:
    """Tell whether what is recognised follows, or stands before "which" or a passive: "recognised only by"."""
    return pronoun_or_noun(folded, start, end) or folded.find(" by ", end, end + _SHORT) >= 0


def being_or_lying_before(folded: str, start: int, _end: int) -> bool:
    """Tell whether a form of "be" or a verb of lying stands before: "is our land", "lies within its waters"."""
    said = folded[max(0, start - _AUXILIARY) : start]
    return any(f"{word} " in said for word in (*_BEING, *_LYING, '"is', '"are'))


def state_has_land(folded: str, start: int, end: int) -> bool:
    """Tell whether it is said where a state is wanted: "a state in the territories", not "a state visit"."""
    return not folded.startswith("a state", start) or folded.startswith((" in ", " on "), end)


def away_follows(folded: str, _start: int, end: int) -> bool:
    """Tell whether "from", "out of" or "off" follows: "pulled its men back from the hill"."""
    return any(folded.find(word, end, end + _REACH) >= 0 for word in (" from ", " out of ", " off "))


def ownership_follows(folded: str, _start: int, end: int) -> bool:
    """Tell whether words of ownership follow: "regards the island as its own", "as Syrian"."""
    said = folded[end : end + _REACH]
    as_whose = said.find(" as ")
    if as_whose >= 0 and said[as_whose + len(" as ") :][:1].isupper():
        return True
    return any(word in said for word in _OWNERSHIP)


def forces_stand_before(folded: str, start: int, _end: int) -> bool:
    """Tell whether forces are named before the cue ("wants foreign troops to leave"), or a name ("Kyiv leaving")."""
    if folded.startswith("leaving", start) and name_stands_before(folded, start, start):
        return True
    if (
        folded.startswith("leave", start)
        and folded.endswith(" to ", 0, start)
        and name_stands_before(folded, start - 3, start)
    ):
        return True
    if folded.startswith("leave ", start) and folded.endswith(_REFUSES, 0, start):
        return True
    if folded.startswith("leave ", start) and folded.find(" that ", max(0, start - _SHORT), start) >= 0:
        return name_stands_before(folded, start, start) or folded.endswith(_FORCES_BEFORE, 0, start)
    return any(folded.find(word, max(0, start - _SHORT), start) >= 0 for word in _FORCES)


def points_back(folded: str, start: int, end: int) -> bool:
    """Tell whether a noun means what was told of: "the demand", ", a claim"; not "the demand for", "their demand"."""
    if folded.endswith((", a ", ", an "), 0, start):
        return True
    return folded[max(0, start - _AUXILIARY) : start].endswith(_POINTING) and not folded.startswith(_GOES_ON, end)


def land_is_bartered(folded: str, start: int, end: int) -> bool:
    """Tell whether what is traded may be land: "trade its land for peace", "selling Greenland"."""
    sold = folded.startswith("sell", start) and folded[end + 1 : end + 2].isupper()
    return sold or folded.startswith(_BARTERED, end)


def wished_before(folded: str, start: int, end: int) -> bool:
    """Tell whether "to", "will" or "would" stands before and a noun phrase follows: "wants to buy the island"."""
    before = folded[max(0, start - 8) : start].lower()
    return before.endswith((" to ", " will ", "would ", " should ", " must ")) and noun_may_follow(folded, start, end)


def back_follows(folded: str, start: int, end: int) -> bool:
    """Tell whether "back" follows what somebody gets: "got the enclave back"."""
    return folded.find(" back", end, end + _SHORT) >= 0 and noun_may_follow(folded, start, end)


GUARDS: dict[str, Guard] = {
    "take-land": land_may_be_taken,
    "hold": held_may_follow,
    "part-of": being_stands_before,
    "withdraw": away_follows,
    "departure": away_follows,
    "enter": noun_may_follow,
    "oust": away_follows,
    "get-back": back_follows,
    "fall-to": land_may_fall,
    "fall-of": noun_may_follow,
    "rule-over": noun_may_follow,
    "handover": noun_may_follow,
    "taking": noun_may_follow,
    "take": noun_pronoun_or_passive,
    "transfer": noun_pronoun_or_passive,
    "claim-verb": land_may_be_claimed,
    "recognize": noun_or_recognizer,
    "dispute-verb": noun_may_follow,
    "disputed": noun_may_follow,
    "breakaway": noun_may_follow,
    "joined": name_stands_before,
    "under": under_stands_before,
    "soil": owner_stands_before,
    "hand": particle_follows,
    "regard": ownership_follows,
    "told": points_back,
    "independence": state_has_land,
    "theirs": being_or_lying_before,
    "barter": land_is_bartered,
    "acquire": wished_before,
    "demand-land": land_may_be_wanted,
    "union": noun_may_follow,
    "stationed": noun_may_follow,
    "remain": noun_may_follow,
    "leave": forces_stand_before,
}
"""The look that each construction must pass; those without one always do."""
