"""The territory that a verb has for its object, that stands before its relative clause, or that a pronoun means."""

from __future__ import annotations

from itertools import islice

import regex

from communique.reading import Mentioned
from communique_claims.drafts import ground_of
from communique_claims.ground import Ground, ground_at, ground_before, opens_clause
from communique_claims.page import Page, Scene
from communique_claims.subjects import joint_subjects, subject
from communique_claims.words import word_set

_MOST_ENDS = 4
_SPACE = regex.compile(r" (?:all of |the whole of )?")
_MOST_BEFORE_VERB = 4
_MOST_OBJECT = 12
_NO_OBJECT = (
    ",",
    ".",
    ";",
    " in ",
    " since ",
    " until ",
    " for ",
    " to ",
    " from ",
    " after ",
    " by ",
    " and ",
    " last ",
)
_PRONOUN = regex.compile(r" (?:it|them)\b")
_LAND = (
    r"(?:own|part of|domain|preserve|provinces?|territor(?:y|ies)|regions?|lands?|soil|waters|possession|property)\b"
)
AS_ITS_OWN = regex.compile(
    rf" (?:it |them )?(?:as|to be) [\"']?(?:an? |the )?(?:[\w'-]{{2,20}} ){{0,3}}{_LAND}|"
    rf" (?:it |them )?(?:to be )?(?:an? |the )?(?:[\w'-]{{2,20}} ){{0,2}}{_LAND}|"
    r" (?:it |them )?(?:as |to be )?(?:theirs|ours)\b"
)
"""Words that say that something is regarded as one's own."""
AS_SOMEBODYS = regex.compile(r" (?:it |them )?as (?=\p{Lu})")
"""Words before an adjective that says whose something is regarded as: "regards them as Syrian"."""
_PRONOUN_ALONE = regex.compile(r" (?:it|them)(?: since\b| for (?:decades|years|centuries)|[.,;])")
_WHICH = regex.compile(r",? (?:which|that) (?:only )?(?:the )?")
_BEFORE_CLAUSES = frozenset({"which", "that", "only", "the", "a", "an", "island", "territory", "region"})
_IN_FULL = regex.compile(r" in (?:full|part|whole|its entirety|their entirety)\b")


def object_or_antecedent(page: Page, scene: Scene) -> Ground | None:
    """Find the territory behind a verb of claiming, or before its relative clause."""
    space = page.article.match(_SPACE, scene.end)
    if space is None:
        return antecedent_ground(page, scene)
    ground = ground_at(page, scene.end + 1, scene) or ground_at(page, space.end(), scene)
    if ground is not None:
        return None if opens_clause(page, ground.end) else ground
    names = ground_at(page, scene.end + 1, scene, any_name=True)
    if names is not None and page.article.match(AS_ITS_OWN, names.end):
        return names
    if page.article.match(AS_ITS_OWN, scene.end):
        return antecedent_ground(page, scene) or meant_by_pronoun(page, scene)
    if page.article.match(_IN_FULL, scene.end):
        return antecedent_ground(page, scene)
    return meant_by_pronoun(page, scene) if page.article.match(_PRONOUN_ALONE, scene.end) else None


def ground_told_before(page: Page, scene: Scene) -> Ground | None:
    """Find the territory that "it" or "them" means in its sentence: "flew over the islets to press its claim"."""
    for start, _, word in islice(page.words_before(scene.start, scene.floor), _MOST_OBJECT):
        if word in word_set("determiners") and (ground := ground_at(page, start, scene)) is not None:
            return ground
    return None


def antecedent_ground(page: Page, scene: Scene) -> Ground | None:
    """Find the territory before a relative clause: "Taiwan, which Beijing claims", "the rock it ceded"."""
    edge = _subject_start(page, scene)
    for end in _ends_before(page, edge, scene) if edge is not None else ():
        ground = ground_before(page, end, scene)
        if ground is not None:
            return ground
    return None


def relative_ground(page: Page, scene: Scene) -> Ground | None:
    """Find the territory before a relative clause whose verb has no object of its own behind it."""
    if not page.folded.startswith(_NO_OBJECT, scene.end):
        return None
    ground = antecedent_ground(page, scene)
    edge = _subject_start(page, scene) if ground is not None else None
    if ground is None or edge is None or not ground.end < edge:
        return None
    gap = page.folded[ground.end : edge]
    bare = gap in {" ", " the "} and not ground.named
    return ground if bare or _WHICH.fullmatch(gap) else None


def _subject_start(page: Page, scene: Scene) -> int | None:
    """Where the subject of a verb starts: a name with its phrase, "it", "both" or "the two sides"."""
    for start, _, word in islice(page.words_before(scene.start, scene.floor), _MOST_BEFORE_VERB):
        if word in {"it", "they", "both", "each"}:
            return start
        if word not in word_set("skipped") and not word.endswith("ly"):
            break
    who = subject(page, scene)
    if who is None:
        return None
    first = joint_subjects(page, who)[0].mention
    start = min(first.span.start, first.phrase.start)
    return start - len("both ") if page.folded.endswith(" both ", scene.floor, start) else start


def said_of_antecedent(page: Page, scene: Scene, edge: int) -> tuple[Mentioned, Ground] | None:
    """Find who says what of the territory before a relative clause: "the plateau, which Delhi says is Indian soil"."""
    at, _, word = next(page.words_before(edge, scene.floor), (0, 0, ""))
    if word not in word_set("asserts"):
        return None
    saying = scene._replace(start=at, end=at + len(word))
    who, ground = subject(page, saying), antecedent_ground(page, saying)
    return (who, ground) if who is not None and ground is not None else None


def meant_by_pronoun(page: Page, scene: Scene) -> Ground | None:
    """Find the territory that was told of last, where "it" or "them" is the object of a verb."""
    pronoun = page.article.match(_PRONOUN, scene.end)
    known = page.earlier(scene.start) if pronoun is not None else None
    if pronoun is None or known is not None:
        return ground_of(known) if known is not None else None
    return _object_before(page, scene) if page.folded.startswith(" and ", scene.start - 5) else None


def _object_before(page: Page, scene: Scene) -> Ground | None:
    """Find the territory that the verb before "and" has for its object: "calls the islands its own and wants them"."""
    for start, _, word in islice(page.words_before(scene.start, scene.floor), _MOST_OBJECT):
        if word in word_set("determiners") and word not in {"its", "their", "a", "an"}:
            return ground_at(page, start, scene)
    return None


def _ends_before(page: Page, edge: int, scene: Scene) -> list[int]:
    """The offsets where a noun phrase before a relative clause may end, nearest first."""
    ends: list[int] = []
    for _, end, word in page.words_before(edge, scene.floor):
        ends.append(end)
        if len(ends) > _MOST_ENDS or word not in _BEFORE_CLAUSES:
            break
    return ends
