"""What stands around a verb: whether it is attributive or denied, its auxiliaries, an aside before it."""

from __future__ import annotations

from itertools import islice

import regex

from communique_claims.page import Page, Scene
from communique_claims.words import word_set

_ASIDE = regex.compile(
    r", (?:[a-z]+ed|led|known|held|also|which|who|including|along with|together with|like|citing|[a-z]+ing) "
)
_LONGEST_ASIDE = 120
_MOST_OF_ADJUNCT = 5
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?)"
)
_ADJUNCT = regex.compile(
    r"(?:(?:late |early |earlier |later )?(?:last|this) (?:week|month|year|weekend|night|morning|evening|afternoon|"
    rf"spring|summer|autumn|winter|{_MONTH})|(?:at|over) the weekend|"
    rf"in (?:(?:late |early |mid-)?{_MONTH}(?: \d{{4}})?|\d{{4}})|on (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})|"
    r"for (?:its|his|her|their) part|in (?:turn|return|reply|response|particular|principle)|"
    r"in (?:an?|the|its|his|her|their) (?:[a-z]{3,12} ){0,2}"
    r"(?:statement|letter|speech|interview|note|message|reply|response))"
)
_COPULAS = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
        "lies",
        "lie",
        "falls",
        "fall",
        "sits",
        "stands",
        "stand",
        "stood",
    }
)
_LYING = frozenset({"lies", "lie", "falls", "fall", "sits", "stands", "stand", "stood"})
_WHERE = frozenset({"on", "in", "inside"})
_BEFORE_COPULAS = frozenset({"has", "have", "had", "will", "would", "always", "still", "to", "and", "must", "forever"})
_MOST_BEFORE_SOIL = 12
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BEFORE_PASSIVE = frozenset({"which", "that", "has", "have", "had", "now", "still", "currently", "also"}) | _PASSIVE
_APPOSITION = regex.compile(
    r"(?:(?!(?:is|are|was|were|has|have|had|will|would|said|says|which|who|that|and|but|because|if|when)\b)"
    r"[\w'-]{1,20}+ ?){1,10}+"
)
_DENIAL_REACH = 60
_DENIES_THAT = regex.compile(r"\b(?:den(?:y|ies|ied|ying)|denials?) that [^.;:]{1,40}+$")


def is_attributive(page: Page, scene: Scene) -> bool:
    """Tell whether a participle describes the noun behind it: "the occupied city", "Chinese-claimed islands"."""
    if not page.folded[scene.start : scene.end].lower().endswith(("ed", "held", "taken", "overrun")):
        return False
    for start, end, word in page.words_before(scene.start, scene.floor):
        gap = page.folded[end : scene.start]
        opens = word in word_set("determiners") or word in word_set("prepositions")
        if gap in {"-", "- "} or (gap == " " and opens) or (word == "s" and page.folded[start - 1] == "'"):
            return True
        return page.folded[end : scene.start] == " " and any(
            found.mention.form == "demonym" and found.mention.span.end == end and not word.endswith("s")
            for found in page.ending_at(end)
        )
    return False


def is_denied(page: Page, scene: Scene) -> bool:
    """Tell whether an act is denied: "denied occupying the villages", "denies that it has taken land"."""
    if any(word in word_set("denials") for _, _, word in islice(page.words_before(scene.start, scene.floor), 1)):
        return True
    return _DENIES_THAT.search(page.folded, max(scene.floor, scene.start - _DENIAL_REACH), scene.start) is not None


def copula(page: Page, scene: Scene, position: int) -> int | None:
    """Where the verb of "has always been an integral part of Peruvian territory" starts, its auxiliaries included."""
    found, where = None, False
    for start, end, word in islice(page.words_before(position, scene.floor), _MOST_BEFORE_SOIL):
        gap = page.folded[end : end + 1]
        if gap not in {" ", ","} or (gap == "," and found is None):
            return found
        if word in _COPULAS:
            if where and word not in _LYING and not page.folded.startswith("hands", scene.start):
                return None  # "the delegation is on Peruvian soil"
            found, where = start, False
        elif found is None and word in _WHERE:
            where = True
        elif found is not None and (word in _BEFORE_COPULAS or word.endswith("ly")):
            found = found if word == "and" else start
        elif found is not None:
            return found
        elif not (word.endswith("ly") or word in word_set("belonging")):
            return None
    return found


def behind_aside(page: Page, scene: Scene, end: int) -> int:
    """Where the words before an aside end, if one ends at an offset: "the islets, also claimed by Fiji, are"."""
    if not page.folded.startswith(",", end - 1):
        return end
    opening = aside_before(page, scene, end - 1)
    return end - 1 if opening is None else opening


def behind_apposition(page: Page, scene: Scene, comma: int) -> int | None:
    """Where the apposition of a subject opens that ends at a comma: "the enclave, two thirds of the valley, is"."""
    if not page.folded.startswith(",", comma):
        return None
    opening = page.folded.rfind(", ", max(scene.floor, comma - _LONGEST_ASIDE), comma)
    match = page.article.match(_APPOSITION, opening + 2) if opening > scene.floor else None
    return opening if match is not None and match.end() == comma else None


def aside_before(page: Page, scene: Scene, comma: int) -> int | None:
    """Where an aside that ends at a comma begins: "the group, backed by Kenya, holds the town"."""
    opening = page.folded.rfind(",", max(scene.floor, comma - _LONGEST_ASIDE), comma)
    return opening if opening > scene.floor and _ASIDE.match(page.folded, opening, comma) else None


def is_passive(page: Page, scene: Scene) -> bool:
    """Tell whether a participle is passive: "was annexed", but not "was in control of"."""
    if page.folded.startswith("in ", scene.start):
        return False
    for _, _, word in page.words_before(scene.start, scene.floor):
        if not word.endswith("ly"):
            return word in _PASSIVE and not page.folded.startswith("ing", scene.end - 3)
    return False


def before_passive(page: Page, scene: Scene) -> int:
    """Where the phrase before a passive verb ends: across "is", "was", "which is", adverbs and a comma."""
    edge = scene.start
    for start, end, word in page.words_before(scene.start, scene.floor):
        if word in _BEFORE_PASSIVE or word.endswith("ly"):
            edge = start
            continue
        return end if page.folded[end:edge] in {" ", ", ", " ("} else edge
    return edge


def adjunct_before(page: Page, scene: Scene, word: str, end: int) -> int | None:
    """Where a time or the like starts that stands between a subject and its verb: "Norway *last week* endorsed"."""
    if word not in word_set("adjunct_ends") and not word.isdigit():
        return None
    for start, _, _ in islice(page.reading.words.before(end, scene.floor), _MOST_OF_ADJUNCT):
        if _ADJUNCT.fullmatch(page.folded, start, end):
            return start
    return None
