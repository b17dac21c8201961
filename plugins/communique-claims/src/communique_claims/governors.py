"""The word that says how a cession is meant: a demand or a refusal, whose it is and of whom."""

from __future__ import annotations

from itertools import islice
from typing import Literal, NamedTuple

import regex

from communique import Actor
from communique.reading import Mentioned
from communique_claims.owners import agents, possessor
from communique_claims.page import Page, Scene
from communique_claims.predicates import is_passive
from communique_claims.subjects import clause_subject, subject
from communique_claims.words import word_set

_ACCUSING = frozenset({"accuse", "accuses", "accused", "accusing", "blame", "blamed", "blames"})
_FAILING = regex.compile(r"\b(?:fail|refus|not |never |delay|stall)")
_INTENTIONS = frozenset({"intention", "intentions", "plan", "plans", "desire", "wish", "reason", "interest"})
_CLAIMED = frozenset({"claim", "claims", "demand", "demands"})
_RULE_OUT = frozenset({"rule", "rules", "ruled", "ruling"})
_OUT = regex.compile(r" (?:out|against)\b")
_FORCES_OR_COMPELS = frozenset({"force", "forces"})
_BREAKS = frozenset({"but", "while", "whereas", "after", "although", "because"})
_TELLING = frozenset({"tell", "tells", "told", "warn", "warns", "warned"})
_FAR = 16
_NEAR = 7
_CLOSE = 4
_MOST_BETWEEN = 5


class Governor(NamedTuple):
    """The word that says how a cession is meant."""

    kind: Literal["demand", "refusal"]
    start: int
    end: int
    word: str


def is_of_itself(page: Page, scene: Scene, governor: Governor) -> bool:
    """Tell whether someone wants to give up territory of their own accord: "Israel wants to withdraw"."""
    at_once = governor.kind == "demand" and page.folded[governor.end : scene.start] == " to "
    return at_once and not _is_told(page, scene, governor)


def _is_told(page: Page, scene: Scene, governor: Governor) -> bool:
    """Tell whether somebody is asked, by nobody that is named before: "was ordered to leave"."""
    return is_passive(page, scene._replace(start=governor.start, end=governor.end))


def governor_of(page: Page, scene: Scene) -> Governor | None:
    """Find the nearest word in the clause that demands or refuses."""
    farthest = _FAR if scene.construction not in {"handover", "departure"} else _NEAR
    for distance, (start, end, word) in enumerate(islice(page.words_before(scene.start, scene.floor), farthest)):
        if word in _BREAKS or page.folded[end : end + 1] in {";", ":"}:
            return None
        if word in _INTENTIONS and page.folded.endswith("no ", scene.floor, start):
            return Governor("refusal", start, end, word)
        if page.folded.startswith(" and ", end) and word in _CLAIMED:
            continue  # "dropped its claim and pulled out of"
        if word in _ACCUSING and _FAILING.search(page.folded, end, scene.start):
            return Governor("demand", start, end, word)
        if _refuses(page, start, end, word, distance) and not _is_accused(page, start, scene.floor):
            return Governor("refusal", start, end, word)
        if word in _TELLING and page.folded.find(" that ", end, scene.start) >= 0:
            return None  # "told them that Kenya was ready to withdraw"
        if word in _FORCES_OR_COMPELS and page.folded.find(" to ", end, scene.start) < 0:
            continue  # troops, unless they force somebody to do something
        near = distance < _CLOSE and word in word_set("seeking")
        if near or (word in word_set("demands") and page.folded[start - 1] != "-"):
            demand = Governor("demand", start, end, word)
            return _refused(page, scene, start) or _outer(page, scene, demand) or demand
    return None


def _outer(page: Page, scene: Scene, inner: Governor) -> Governor | None:
    """Find the demand of which another is what is asked: "called on Rome to press Kenya to leave"."""
    if not page.folded.endswith(" to ", 0, inner.start):
        return None
    for start, end, word in islice(page.words_before(inner.start - len(" to"), scene.floor), _NEAR):
        if word in word_set("demands") and page.names_somebody(end, inner.start):
            return Governor("demand", start, inner.end, word)
        if word in _BREAKS:
            return None
    return None


def _refuses(page: Page, start: int, end: int, word: str, distance: int) -> bool:
    if word not in word_set("refusals") or distance >= (_CLOSE if word in word_set("negations") else _NEAR):
        return False
    if word in _RULE_OUT:
        return page.article.match(_OUT, end) is not None
    return word != "t" or page.folded[start - 2 : start] == "n'"


def _is_accused(page: Page, position: int, floor: int) -> bool:
    """Tell whether a refusal is one that somebody is accused of: "accused Kenya of refusing to return"."""
    return any(word in _ACCUSING for _, _, word in islice(page.words_before(position, floor), _CLOSE))


def _refused(page: Page, scene: Scene, position: int) -> Governor | None:
    """Find the refusal of a demand: "rejected the demand that it cede"."""
    for start, end, word in islice(page.words_before(position, scene.floor), _MOST_BETWEEN):
        if word in word_set("refusals"):
            return Governor("refusal", start, end, word)
        if page.folded[end : end + 1] not in {" ", "'"}:
            return None
    return None


def demander(page: Page, scene: Scene, governor: Governor) -> Mentioned | None:
    """Whose the demand or refusal is."""
    if governor.kind == "demand" and _is_told(page, scene, governor):
        by = page.folded.find(" by ", governor.end, scene.start)
        tellers = agents(page, scene, by + len(" by")) if by >= 0 else []
        return tellers[0] if tellers else None
    if governor.word in word_set("noun_demands") or governor.word in {"rejection", "refusal"}:
        owner = possessor(page, scene, governor.start)
        if owner is not None:
            return owner
    return subject(page, scene, governor.start) or clause_subject(page, scene, governor.start)


def asked_of(page: Page, scene: Scene, governor: Governor, claimant: Actor) -> Actor | None:
    """Find who is asked: the first other party between the demand and the cession, else one named as its agent."""
    for found in page.within(governor.end, scene.start):
        if found.actor is not claimant and found.mention.form != "pronoun":
            return found.actor
    return None
