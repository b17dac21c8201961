"""Rules for what is regarded as whose, or said to be part of a state."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from communique import Claim
from communique.reading import Mentioned
from communique_claims.antecedents import (
    AS_ITS_OWN,
    AS_SOMEBODYS,
    antecedent_ground,
    meant_by_pronoun,
    said_of_antecedent,
)
from communique_claims.drafts import claim
from communique_claims.ground import Ground, ground_at, ground_before, phrase_before
from communique_claims.owners import agents
from communique_claims.page import Page, Scene
from communique_claims.predicates import before_passive, behind_aside, copula
from communique_claims.subjects import clause_subject, subject, subjects
from communique_claims.words import word_set

_NO_PART = regex.compile(
    r"(?:(?:is|are|was|were|be|been) (?:not|never)|(?:has|have|had) never been|(?:is|are|was|were)n't|will never be) "
    r"(?:(?:an?|the|any|and|never|integral|historic) ){0,3}"
)
_WHOSE_ENDS = regex.compile(r"(?! [\w\"'(]|[-'\w])| (?:and|but|while|whereas|in|on|under|despite|not)\b")
_PART_OF = (" part of ", " a part of ", " an integral part of ", " an inalienable part of ")
_BY = regex.compile(r" by(?= )")
_ITSELF = regex.compile(r" (?:it|them|us)\b")
_ITS_TERRITORY = regex.compile(r" (?:its|their|our) (?:\w+ )?(?:territory|land|country|soil|homeland)\b")


def regards_as_its_own(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who regards a territory as their own.

    Matches "Taiwan, which Beijing regards as a renegade province"; not "Oslo, which Beijing regards as a friend".
    """
    regarders: list[Mentioned] = []
    ground = ground_at(page, scene.end + 1, scene, any_name=True)
    if ground is not None and page.folded.startswith(_PART_OF, scene.end):  # "which Kenya considers part of the isles"
        ground = ground if page.article.match(AS_ITS_OWN, ground.end) else None
    if ground is not None:
        who = subject(page, scene)
        if who is None and page.folded.endswith("ing", scene.start, scene.end):
            who = clause_subject(page, scene, scene.start)  # "published a map showing"
        own = page.article.match(AS_ITS_OWN, ground.end) or page.article.match(AS_SOMEBODYS, ground.end)
        if who is not None and own is not None:
            yield from _regarded(page, scene, who, ground, own)
        return
    by = page.article.match(_BY, scene.end)
    if by is not None:  # "is regarded by Beijing as its own"
        regarders = agents(page, scene, by.end())
        own = page.article.match(AS_ITS_OWN, regarders[-1].mention.span.end) if regarders else None
        ground = ground_before(page, before_passive(page, scene), scene) if own else None
    else:
        own = page.article.match(AS_ITS_OWN, scene.end) or page.article.match(AS_SOMEBODYS, scene.end)
        ground = (antecedent_ground(page, scene) or meant_by_pronoun(page, scene)) if own else None
        regarders = subjects(page, scene)
    if ground is not None and own is not None:
        for who in regarders:
            yield from _regarded(page, scene, who, ground, own)


def _regarded(page: Page, scene: Scene, who: Mentioned, ground: Ground, own: regex.Match[str]) -> Iterator[Claim]:
    """Give what somebody regards as their own, or as that of another whose adjective or name says so."""
    if own.re is AS_SOMEBODYS:
        whose = page.countries.at(own.end())
        if whose is None or not page.article.match(_WHOSE_ENDS, whose[1]):
            return
    else:
        behind = own.end() + len(" the " if page.folded.startswith(" the ", own.end()) else " ")
        of = page.countries.at(behind) if page.folded.endswith(" of", own.start(), own.end()) else None
        whose = of or next(page.countries.between(own.start(), own.end()), None)
    code = whose[2].means.country.code if whose is not None else None
    unknown = who.actor.country is None and who.actor.kind != "organization"
    if code is None or who.actor.country == code or unknown:
        yield from claim(regards_as_its_own, page, scene, "claims", who, ground)
    elif whose is not None:
        against = page.state(whose[2].means.country.state)
        yield from claim(regards_as_its_own, page, scene, "recognizes", who, ground, against)


def part_of_its_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find what is said to be part of a state: its claim where it says so, else who holds it.

    Matches "Kosovo is an integral part of Serbia" and "Moscow insists Crimea belongs to Russia"; not "Kosovo is part of
    the problem".
    """
    belongs = page.folded.startswith("belong", scene.start)
    edge = scene.start if belongs else copula(page, scene, scene.start)
    if edge is None:
        yield from _no_part(page, scene)
        return
    owners = agents(page, scene, scene.end)
    own = page.article.match(_ITSELF if belongs else _ITS_TERRITORY, scene.end)
    whose = page.country_at(scene.end + 1)
    if not (owners or own or whose):
        return
    relative = said_of_antecedent(page, scene, edge)
    who, ground = relative or (page.speaker_at(scene.start), None)
    if who is not None and ground is None:
        ground = phrase_before(page, edge - 1, scene)
    ground = ground or ground_before(page, behind_aside(page, scene, edge - 1), scene)
    if ground is None:
        return
    if relative is None and (who is None or not page.is_quoted(scene.start)):
        before = islice(page.words_before(ground.start, scene.floor), 2)
        asserted = next((at for at, _, word in before if word in word_set("asserts")), None)
        who = subject(page, scene, asserted) if asserted is not None else who
    whose = owners[0].actor.country if owners else whose
    if who is not None and (own or (whose is not None and whose == who.actor.country)):
        yield from claim(part_of_its_territory, page, scene, "claims", who, ground)
    elif owners and owners[0].actor.kind == "state" and owners[0].mention.form != "pronoun":
        yield from claim(part_of_its_territory, page, scene, "controls", owners[0], ground)


def _no_part(page: Page, scene: Scene) -> Iterator[Claim]:
    """Give who says that a land is no part of a state: "Taipei says the island is not part of China"."""
    start = page.words_matching(scene, _NO_PART)
    owners = agents(page, scene, scene.end) if start is not None else []
    ground = ground_before(page, start - 1, scene, any_name=True) if start is not None and owners else None
    who = page.speaker_at(scene.start)
    if ground is not None and who is not None and who.actor.country != owners[0].actor.country:
        yield from claim(part_of_its_territory, page, scene, "rejects", who, ground, owners[0].actor)
