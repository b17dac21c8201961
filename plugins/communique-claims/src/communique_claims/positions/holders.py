"""Whose a stand is: the subject of its verb, or whoever wrote the paper that takes it."""

from __future__ import annotations

import re
from itertools import islice

from communique.reading import Mentioned
from communique_claims.owners import possessor_from
from communique_claims.page import Page, Scene
from communique_claims.subjects import DAYS, clause_subject, subject
from communique_claims.words import word_set

_MOST_BEFORE = 4
_BACK = 900
_MOST_TOLD = 4
_PAPER_FIRST = re.compile(r"The (?:[a-z]{2,20} )?([a-z]{4,12}) (?:also )?[a-z]{3,20}(?:s|ed)\b")
_BY = (" by ", " from ", " of ")


def holder(page: Page, scene: Scene) -> Mentioned | None:
    """Find who takes the stand that a verb tells of, or whose paper takes it: "a UN report urged"."""
    for start, end, word in islice(page.words_before(scene.start, scene.floor), _MOST_BEFORE):
        if page.folded[end] != " ":
            break
        if word in word_set("papers"):
            return _author(page, scene, start, word)
        if word == "it":
            return _paper_before(page, scene) or subject(page, scene)
        if word not in word_set("skipped") and word not in DAYS and word not in {"which", "that"}:
            break
    return subject(page, scene)


def _paper_before(page: Page, scene: Scene) -> Mentioned | None:
    """Whose paper "it" means, where the sentence before tells of it: "The report urged … It also asked"."""
    floor = page.sentence_before(scene.start)
    paper = _PAPER_FIRST.match(page.folded, floor, scene.floor) if floor is not None else None
    if paper is None or paper[1] not in word_set("papers"):
        return None
    return _author(page, page.scene(paper.start(1), paper.end(1)), paper.start(1), paper[1])


def _author(page: Page, scene: Scene, start: int, word: str) -> Mentioned | None:
    """Whose a paper is: named before it, said in its sentence, or where the paper was told of before."""
    owner = _owner(page, start, scene.floor)
    if owner is not None:
        return owner
    here = clause_subject(page, scene, start)
    if here is not None:
        return here
    told = scene.floor
    for _ in range(_MOST_TOLD):
        told = page.folded.rfind(word, max(0, scene.floor - _BACK), told)
        if told < 0:
            break
        there = page.scene(told, told + len(word))
        author = _owner(page, told, there.floor) or _signer(page, there)
        if author is None and _is_new(page, there):
            author = clause_subject(page, there, told)
        if author is not None:
            return author
    return None


def _is_new(page: Page, there: Scene) -> bool:
    """Tell whether a paper is spoken of for the first time: "presented a long report"."""
    opening = page.phrase_opening(there.start, there.floor)
    return opening is not None and page.folded.startswith(("a ", "an "), opening)


def _owner(page: Page, start: int, floor: int) -> Mentioned | None:
    """Whose name stands before a paper; that of a state alone says what it is about: "the Iraq report"."""
    owner = possessor_from(page, start, floor)
    if owner is None or owner.actor.kind != "state" or owner.mention.form != "name":
        return owner
    return owner if page.folded.startswith("'", owner.mention.span.end) else None


def _signer(page: Page, there: Scene) -> Mentioned | None:
    """Who is named behind a paper: "a statement by Brazil's foreign ministry"."""
    lead = next((by for by in _BY if page.folded.startswith(by, there.end)), None)
    if lead is None:
        return None
    at = there.end + len(lead)
    found = page.starting_at(at) or (page.starting_at(at + len("the ")) if page.folded.startswith("the ", at) else ())
    return found[0] if found else None
