"""Rules for claims of ownership."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import regex

from communique import Claim
from communique.kinds import ClaimStance
from communique.patterns import on_first_use
from communique.reading import Mentioned
from communique_claims.antecedents import (
    ground_told_before,
    object_or_antecedent,
)
from communique_claims.denial import denials, with_denial
from communique_claims.drafts import claim, ground_of, is_the_land, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before
from communique_claims.guards import name_stands_before
from communique_claims.owners import agents, possessor, states_among
from communique_claims.page import Page, Scene
from communique_claims.predicates import is_attributive
from communique_claims.subjects import nearest, subject, subjects
from communique_claims.words import word_set

_SOVEREIGNTY_VERB = on_first_use(
    regex.compile,
    r"(?:retain(?:s|ed|ing)?|claim(?:s|ed|ing)?|(?:re)?assert(?:s|ed|ing)?|regain(?:s|ed|ing)?|declar(?:e[sd]?|ing)|"
    r"exercis(?:e[sd]?|ing)|(?:as|re)sum(?:e[sd]?|ing)|restor(?:e[sd]?|ing)|establish(?:es|ed|ing)?|"
    r"maintain(?:s|ed|ing)?|has|have|had|defend(?:s|ed|ing)?|reaffirm(?:s|ed|ing)?|reiterat(?:e[sd]?|ing)|"
    r"stress(?:es|ed|ing)?|emphasi[sz](?:e[sd]?|ing)|uphold|upheld|safeguard(?:s|ed|ing)?|"
    r"insist(?:s|ed) on|keep|extend(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|impos(?:e[sd]?|ing))"
    r"(?: (?:its|their|full|own|historic|indisputable|undisputed|exclusive|permanent|[A-Z][a-z]{2,12})){0,3} ",
)
_MAKES = on_first_use(
    regex.compile,
    r"(?:lay(?:s|ing)?|laid|stak(?:e[sd]?|ing)|fil(?:e[sd]?|ing)|mak(?:es?|ing)|made|press(?:es|ed|ing)?|submit(?:s|ted)?|"
    r"renew(?:s|ed)?|reviv(?:e[sd]?|ing)|ha(?:ve|s|d|ving)|maintain(?:s|ed)?|pursu(?:e[sd]?|ing)|assert(?:s|ed)?) "
    r"(?:(?:an?|any|the|its|their|new|fresh|formal|rival|competing|legal|joint|longstanding|long-standing|own) ){0,4}",
)
_GIVEN_UP = on_first_use(
    regex.compile,
    r"(?P<no>(?:not|never|n't|refuse[sd]?(?: to)?|declined?(?: to)?|without) (?:\w+ ){0,2}?)?"
    r"(?:renounc(?:e[sd]?|ing)|relinquish(?:es|ed|ing)?|give(?:s|n)? up|gave up|giving up|abandon(?:s|ed|ing)?|"
    r"surrender(?:s|ed|ing)?|waiv(?:e[sd]?|ing)|sign(?:s|ed|ing)? away) (?:(?:its|their|any|all|the|full) ){0,2}",
)
_OBLIGED = frozenset({"must", "should", "ought"})
_ASSERTION = regex.compile(r"(?:assertions?|claims?|declarations?) of (?:\w+ )?")
_WANTED = regex.compile(
    r"(?:want(?:s|ed|ing)?|seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|propos(?:e[sd]?|ing)|call(?:s|ed|ing)? for|"
    r"press(?:es|ed|ing)? for|push(?:es|ed|ing)? for) (?:(?:joint|shared|full|the|its|complete|restored|back) ){0,2}"
)
_VIOLATED = regex.compile(
    r"(?:violat|infring|undermin|challeng|threaten|breach|trampl|encroach|disrespect|ignor|usurp)\w*(?: on| upon)? "
    r"(?:its|their|our) (?:\w+ ){0,2}"
)
_ACCUSING = regex.compile(r"\b(?:accus|blam|denounc|condemn|protest)\w*\b")
_TALKS_ON = regex.compile(
    r"(?:talks|negotiations?|dialogue|discussions?|debate|negotiating) (?:on |over |about )?(?:the )?"
)
_FAR = 10
_BY = regex.compile(r" by(?= )")
_TO = regex.compile(r" (?:to|over|in|on) ")
_ITSELF = regex.compile(r" (?:it|them|us)\b")


def claims_the_land(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who claims a territory as theirs.

    Matches "Beijing claims almost all of the South China Sea" and "Taiwan, which Beijing claims as its own"; not
    "Beijing claims that the vessel strayed".
    """
    ground = None if is_attributive(page, scene) else object_or_antecedent(page, scene)
    if ground is not None:
        alone = page.folded.startswith("claims", scene.start)  # "A left B and C claims"
        for one in [subject(page, scene)] if alone else subjects(page, scene):
            if one is not None and not is_the_land(one, ground):
                yield from claim(claims_the_land, page, scene, "claims", one, ground)


def has_a_claim_to(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose claim to a territory is spoken of.

    Matches "Manila's claims to the shoal" and "the two have claims in the Spratly Islands"; not "claims to victory".
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=not page.folded.startswith("right", scene.start))
    if ground is None and page.article.match(_ITSELF, scene.end):
        known = page.earlier(scene.start)
        ground = ground_of(known) if known is not None else ground_told_before(page, scene)
    if ground is not None and not _is_none(page, scene):
        dropped = next((at for at, _, word in page.last_words(scene) if word in word_set("dropping")), None)
        if dropped is not None:
            said = {word for _, _, word in islice(page.words_before(dropped, scene.floor), 3)}
            stance: ClaimStance = "cedes" if said.isdisjoint(word_set("negations")) else "claims"
            yield from claim(has_a_claim_to, page, scene, stance, subject(page, scene, dropped), ground)
            return
        given_up = _given_up(page, scene)
        if given_up is not None:
            yield from claim(has_a_claim_to, page, scene, given_up.stance, given_up.by, ground)
            return
        by = page.article.match(_BY, ground.end)
        claimants = agents(page, scene, by.end()) if by else []
        for one in claimants or _claimants(page, scene):
            yield from with_denial(has_a_claim_to, page, scene, one, ground)


class _GivenUp(NamedTuple):
    """What becomes of a claim or of sovereignty before which stands a word for giving it up."""

    stance: ClaimStance
    """``cedes``, or ``claims`` where it is not given up."""
    by: Mentioned | None
    """Whoever gives it up or does not."""


def _given_up(page: Page, scene: Scene) -> _GivenUp | None:
    """Read "renounced", "never gave up" and the like right before a cue."""
    start = page.words_matching(scene, _GIVEN_UP)
    if start is None:
        return None
    match = _GIVEN_UP.fullmatch(page.folded, start, scene.start)
    before = [word for _, _, word in islice(page.words_before(start, scene.floor), 2)]
    if not _OBLIGED.isdisjoint(before):
        return _GivenUp("claims", subject(page, scene, start))  # "must give up its claim": it has one
    return _GivenUp("claims" if match is not None and match.group("no") else "cedes", subject(page, scene, start))


def _is_none(page: Page, scene: Scene) -> bool:
    """Tell whether a claim is said not to be made: "has no territorial claims on its neighbours"."""
    return any(word in {"no", "without"} for _, _, word in islice(page.words_before(scene.start, scene.floor), 2))


def _claimants(page: Page, scene: Scene) -> list[Mentioned]:
    """Whose a claim is: "Peru's claim", or of those who make it: "both lay claim to the town"."""
    verb = page.words_matching(scene, _MAKES)
    if verb is not None and next(page.words_before(verb, scene.floor), (0, 0, ""))[2] in {"never", "not", "t"}:
        return []  # "has never laid claim to"
    owner = possessor(page, scene) if verb is None else None
    if owner is not None:
        return [owner]
    if verb is None and page.folded.endswith(("'s ", "s' "), 0, scene.start):
        return []  # "any country's claim to the pole"
    return subjects(page, scene, verb)


def claims_behind_the_name(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find claims named after the territory.

    Matches "Malaysia's Celebes Sea claims"; not "China's insurance claims".
    """
    if page.folded[scene.end - 3 : scene.end] in {"med", "ing"} or not name_stands_before(page.folded, scene.start, 0):
        return
    ground = ground_before(page, scene.start - 1, scene)
    if ground is not None and ground.named:
        who = possessor(page, scene, ground.start)
        yield from with_denial(claims_behind_the_name, page, scene, who, ground)


def sovereignty_over(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who asserts, keeps or gives up sovereignty over a territory.

    Matches "Copenhagen has kept sovereignty over Greenland" and "a Danish assertion of sovereignty over the
    passage"; not "recognised Morocco's sovereignty over Western Sahara", which is the other side's.
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=True)
    if ground is None:
        return
    talks = page.words_matching(scene, _TALKS_ON)
    if talks is not None:
        yield from _talks_wanted(page, scene, talks, ground)
        return
    violated = page.words_matching(scene, _VIOLATED)
    if violated is not None:
        yield from _violated(page, scene, violated, ground)
        return
    wanted = page.words_matching(scene, _WANTED)
    if wanted is not None:
        who = subject(page, scene, wanted)
        yield from claim(sovereignty_over, page, scene, "demands", who, ground, owner_of(page, ground))
        return
    verb = page.words_matching(scene, _SOVEREIGNTY_VERB)
    if verb is not None:
        for one in subjects(page, scene, verb):
            yield from claim(sovereignty_over, page, scene, "claims", one, ground)
        return
    given_up = _given_up(page, scene)
    if given_up is not None:
        yield from claim(sovereignty_over, page, scene, given_up.stance, given_up.by, ground)
        return
    owner = possessor(page, scene)
    if owner is not None and not is_the_land(owner, ground):
        yield from denials(sovereignty_over, page, scene, owner, ground)
        return
    noun = page.words_matching(scene, _ASSERTION)
    if noun is not None:
        who = possessor(page, scene, noun) or subject(page, scene, noun)
        yield from with_denial(sovereignty_over, page, scene, who, ground)


def _violated(page: Page, scene: Scene, violated: int, ground: Ground) -> Iterator[Claim]:
    """Give whose sovereignty is said to be violated: that of whoever accuses another of it, or says so."""
    accusing = _ACCUSING.search(page.folded, scene.floor, violated)
    who = subject(page, scene, accusing.start()) if accusing is not None else page.speaker_at(scene.start)
    if who is not None:
        by = nearest(page, scene, violated)
        against = by.actor if by is not None else None
        yield from claim(sovereignty_over, page, scene, "claims", who, ground, against)


def _talks_wanted(page: Page, scene: Scene, talks: int, ground: Ground) -> Iterator[Claim]:
    """Give who wants talks on whose a territory is, or will have none."""
    for at, _, word in islice(page.words_before(talks, scene.floor), _FAR):
        refuses = word in word_set("refusals")
        if refuses or word in word_set("demands") or word in word_set("seeking"):
            who = possessor(page, scene, at) or subject(page, scene, at)
            stance: ClaimStance = "rejects" if refuses else "demands"
            against = other_state(page, scene, who.actor if who else None)
            yield from claim(sovereignty_over, page, scene, stance, who, ground, against)
            return


def overlapping_claims(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find the states that have competing claims to a territory named with them or claimed just before.

    Matches "Oman and Yemen have overlapping claims in the gulf"; not "overlapping claims by two insurers".
    """
    after = page.article.match(_TO, scene.end)
    ground = ground_at(page, after.end(), scene, any_name=True) if after else None
    known = page.earlier(scene.start, "claims") if ground is None else None
    ground = ground_of(known) if known is not None else ground
    if ground is None:
        return
    parties = states_among(page.within(scene.floor, scene.start), known.claimant if known else None)
    for one in parties:
        others = [known.claimant] if known else [other.actor for other in parties if other is not one]
        against = others[0] if len(others) == 1 else None
        yield from claim(overlapping_claims, page, scene, "claims", one, ground, against)


def claims_taken_up(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who contests claims that were told of just before.

    Matches "Manila is contesting China's claims" after a sentence on what China claims; not "China's claims" alone.
    """
    who = possessor(page, scene)
    known = page.earlier(scene.start, "claims", by=who.actor) if who is not None else None
    ground = ground_of(known) if known is not None else None
    if ground is not None and who is not None:
        yield from denials(claims_taken_up, page, scene, who, ground)
