"""Rules for statehood and title as others see it: independence wanted, sovereignty recognised, integrity affirmed."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from communique import Actor, Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.antecedents import relative_ground
from communique_claims.drafts import claim, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before
from communique_claims.owners import agents, possessor
from communique_claims.page import Page, Scene
from communique_claims.predicates import before_passive
from communique_claims.subjects import clause_subject, subject, subjects
from communique_claims.words import word_set

_NOT_RECOGNIZED = regex.compile(
    r"(?:not|never|n't|refuse[sd]?|refusing|refusal|declin(?:e[sd]?|ing)|without|unwilling|reluctant|yet|neither|nor|"
    r"no (?:plans?|intention|reason|desire|wish)(?: of)?|stop(?:s|ped)? short of|no longer|rul(?:e[sd]?|ing) out|"
    r"reject(?:s|ed|ing)?)"
    r"(?: to)?(?: \w+ly)?(?: to)?(?: \w+ly)? "
)
_AS_OWNERS = regex.compile(
    r" as (?:(?:an? |the )?(?:\w+ )?(?:capital of|part of|belonging to)|being (?:part of|under)|"
    r"(?=[\p{Lu}\w. ]{2,30}'s? )) ?(?:the )?"
)
_AS_STATE = regex.compile(
    r" (?:as (?:an? |the )?(?:\w+ ){0,2}(?:state|country|nation|republic|entity)|as (?:independent|sovereign))\b"
)
_ANYBODYS = regex.compile(
    r" (?:any(?: other)?|either|another|the other|no|both) (?:\w+ ){0,2}\w+'s? (?:\w+ ){0,2}"
    r"(?:sovereignty|jurisdiction|title|ownership|claims?|rights?)(?: over| to| of| in) "
)
_SOVEREIGNTY_OVER = regex.compile(
    r"(?:'s?)? (?:\w+ ){0,2}"
    r"(?:sovereignty|jurisdiction|rule|authority|title|ownership|claims?|annexation|seizure|occupation|control)"
    r"(?: over| to| of| in) "
)
_RECOGNIZED_BY = regex.compile(
    r" (?:(?:as (?:an? )?(?:sovereign |independent )?(?:state|country|nation)|only|internationally) ){0,2}by (?=\S)"
)
_INDEPENDENCE_OF = regex.compile(r" (?:the )?(?:independence|statehood|secession|self-declared independence) of ")
_INDEPENDENCE = regex.compile(
    r"'s? (?:\w+ ){0,2}(?:independence|statehood|secession|annexation|incorporation|accession|absorption)\b"
)
_FROM = regex.compile(r" from ")
_FOR = regex.compile(r" (?:for|of|in|on) ")
_WANTING = (
    word_set("demands")
    | word_set("seeking")
    | {
        *(
            "fight",
            "fighting",
            "fought",
            "voted",
            "vote",
            "war",
            "struggle",
            "campaign",
            "conflict",
            "battle",
            "insurgency",
        ),
        *("uprising", "rebellion", "struggling", "campaigning", "dream", "dreams", "quest"),
    }
)
_SOIL = (" territory", " soil", " land", " waters")
"""Behind an adjective, whose a land is: "recognized the islands as Kenyan *territory*"."""
_STRUGGLES = (
    "war",
    "struggle ",
    "campaign ",
    "conflict",
    "battle ",
    "insurgency",
    "uprising",
    "rebellion",
    "dream",
    "quest",
)
_DECLARING = ("declare", "declared", "declares", "declaring", "proclaim", "proclaimed", "proclaims")
_REFUSING = ("reject", "rejects", "rejected", "oppose", "opposes", "opposed", "refuse", "refuses", "refused")
_GOVERNING: dict[str, ClaimStance] = {
    **dict.fromkeys(_WANTING, "demands"),
    **dict.fromkeys(_DECLARING, "claims"),
    **dict.fromkeys(_REFUSING, "rejects"),
}
_LINE = regex.compile(r"\b(?:lines?|borders?|boundary|boundaries|frontiers?)\b")
_INTEGRITY_OF = regex.compile(r" of (?:the )?")
_STATEHOOD = r"(?:sovereignty|independence|unity|borders|frontiers|territorial integrity)"
_SOVEREIGNTY_AND = regex.compile(rf"(?:'s?)? (?:\w+ )?{_STATEHOOD}(?:,? (?:and )?(?:\w+ )?{_STATEHOOD}){{1,3}}")
_VERB_AND_NOUN = 40
_INTEGRITY = "territorial integrity"
_UNITY = frozenset({"sovereignty", "and", "independence", "unity", "political", "full", "stability", "national", "s"})


def demands_independence(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who wants, declares or refuses that a land be independent.

    Matches "Kosovo's majority keeps insisting on independence from Serbia" and "declared independence in 1991"; not
    "independence from the party line", nor "on independence day".
    """
    governor = next(
        ((at, _GOVERNING[word]) for at, _, word in page.last_words(scene) if word in _GOVERNING), None
    )  # fmt: skip
    if governor is None:
        return
    at, stance = governor
    source = page.article.match(_FROM, scene.end)
    owners = agents(page, scene, source.end() - 1) if source else []
    if source and (not owners or owners[0].actor.kind != "state"):
        return
    by_noun = page.folded.startswith(_STRUGGLES, at)
    who = possessor(page, scene, at) if by_noun else subject(page, scene, at) or possessor(page, scene, at)
    place = page.article.match(_FOR, owners[0].mention.span.end if owners else scene.end)
    if who is None or (owners and who.actor.country == owners[0].actor.country):
        return
    ground = None
    if place is not None:
        where = scene._replace(start=place.start() + 1, end=place.end() - 1)
        ground = ground_at(page, place.end(), where, any_name=True)
    if ground is None and stance != "rejects" and not by_noun:
        start = min(who.mention.phrase.start, who.mention.span.start)
        ground = (
            ground_before(page, who.mention.span.end, scene) or ground_at(page, start, scene) or _land_of(page, who)
        )
    if ground is not None:
        against = owners[0].actor if owners else owner_of(page, ground, who.actor)
        against = against or other_state(page, scene, who.actor)
        yield from claim(demands_independence, page, scene, stance, who, ground, against)


def _land_of(page: Page, who: Mentioned) -> Ground | None:
    """The name with which the phrase of an actor begins: "Kosovo's majority"."""
    phrase = who.mention.phrase
    place = page.places.starting_at(phrase.start)
    named = page.named_at(phrase.start)
    end = place[1] if place else named.mention.span.end if named and named.actor.kind == "state" else 0
    return Ground(phrase.start, end, phrase.start, None, named=True) if phrase.start < end else None


def recognizes_the_title(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who accepts (or refuses to accept) another's title to a territory.

    Matches "Washington recognised Morocco's sovereignty over Western Sahara" and "refused to recognise Jerusalem as
    Israel's capital" (which rejects); not "recognised the envoy at once".
    """
    found = _title(page, scene)
    if found is None:
        yield from _recognized(page, scene)
        return
    ground, owner = found
    refused = page.words_matching(scene, _NOT_RECOGNIZED)
    stance: ClaimStance = "recognizes" if refused is None else "rejects"
    if page.folded.startswith(" of", scene.end - 3):
        recognizer = possessor(page, scene) or clause_subject(page, scene, scene.start)
        recognizers = [recognizer] if recognizer is not None else []
    else:
        recognizers = subjects(page, scene, refused)
    for who in recognizers:
        yield from claim(recognizes_the_title, page, scene, stance, who, ground, owner)


def _recognized(page: Page, scene: Scene) -> Iterator[Claim]:
    """Read who recognises a land told of before the verb: "which only Ankara recognises", "recognised by Paris"."""
    verb = page.folded[scene.start : scene.end].lower()
    if not verb.startswith("recogni"):
        return
    by = page.article.match(_RECOGNIZED_BY, scene.end) if verb.endswith("ed") else None
    if by is not None:
        ground = ground_before(page, before_passive(page, scene), scene)
        recognizers = agents(page, scene, by.end() - 1)
    else:
        refused = page.words_matching(scene, _NOT_RECOGNIZED) is not None
        ground = None if refused else relative_ground(page, scene)
        if ground is not None and page.folded.endswith((" in ", " at "), scene.floor, ground.start):
            ground = None  # "a government in Nyala, which Cairo recognises"
        recognizers = subjects(page, scene)
    for who in recognizers if ground is not None else ():
        if ground is not None:
            yield from claim(recognizes_the_title, page, scene, "recognizes", who, ground)


def backs_territorial_integrity(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who affirms the territorial integrity of another state.

    Matches "Ankara reaffirmed its support for Ukraine's sovereignty and territorial integrity"; not "Ukraine defends
    its territorial integrity", nor the phrase without a party.
    """
    edge = scene.start
    for start, _, word in page.words_before(scene.start, scene.floor):
        if word not in _UNITY or word == "s":
            break
        edge = start
    owner = possessor(page, scene, edge)
    start, end = scene.start, scene.end
    of = page.article.match(_INTEGRITY_OF, scene.end)
    if of is not None:
        owners = agents(page, scene, scene.end + 3)
        if owners:
            owner, end = owners[0], owners[0].mention.span.end
    elif owner is not None and (
        page.folded[scene.start : scene.end].lower() == _INTEGRITY or _is_possessive(page, edge)
    ):
        start = min(owner.mention.phrase.start, owner.mention.span.start)
    else:
        owner = None  # "a government of national unity"
    if owner is None or owner.mention.form == "pronoun" or end > scene.ceiling:
        return
    backing = [at for at, _, word in page.words_before(start, scene.floor) if word in word_set("backing")]
    if not backing:
        return
    cue = backing[1] if len(backing) > 1 and backing[0] - backing[1] < _VERB_AND_NOUN else backing[0]
    ground = Ground(start, end, start, None, named=True)
    for who in subjects(page, scene, cue):
        if who.actor.country == owner.actor.country and who.actor.country is not None:
            continue
        yield from claim(backs_territorial_integrity, page, scene, "recognizes", who, ground, owner.actor)


def _is_possessive(page: Page, position: int) -> bool:
    return page.folded.endswith(("'s ", "' "), 0, position)


def _title(page: Page, scene: Scene) -> tuple[Ground, Actor | None] | None:
    """Read what is recognised: a title to a territory, and who has it."""
    after = scene.end + 1
    owners = agents(page, scene, scene.end)
    if owners:
        over = page.article.match(_SOVEREIGNTY_OVER, owners[0].mention.span.end)
        if over:
            ground = ground_at(page, over.end(), scene, any_name=True)
            return (ground, owners[0].actor) if ground else None
        both = page.article.match(_SOVEREIGNTY_AND, owners[0].mention.span.end)
        if both:
            return Ground(after, both.end(), after, None, named=True), owners[0].actor
        if page.article.match(_INDEPENDENCE, owners[0].mention.span.end):
            span = owners[0].mention.span
            return Ground(span.start, span.end, span.start, None, named=True), None
    if (of_state := _title_of_state(page, scene)) is not None:
        return of_state
    anybodys = page.article.match(_ANYBODYS, scene.end)
    if anybodys is not None:
        ground = ground_at(page, anybodys.end(), scene, any_name=True)
        return (ground, None) if ground else None
    return _title_itself(page, scene)


def _title_of_state(page: Page, scene: Scene) -> tuple[Ground, Actor | None] | None:
    """Read whose a title is by a word for a country, or an annexation by its place; neither need be an actor."""
    after = scene.end + 1
    adjective = page.countries.at(after)
    over = page.article.match(_SOVEREIGNTY_OVER, adjective[1]) if adjective else None
    if adjective and over:  # "British sovereignty over"
        ground = ground_at(page, over.end(), scene, any_name=True)
        return (ground, page.state(adjective[2].means.country.state)) if ground else None
    place = page.places.starting_at(after)
    if place is not None and page.article.match(_INDEPENDENCE, place[1]):  # "Crimea's annexation"
        return Ground(after, place[1], after, None, named=True), None
    return None


def _title_itself(page: Page, scene: Scene) -> tuple[Ground, Actor | None] | None:
    """Read a land whose independence, owner, statehood or line is recognised."""
    independence = page.article.match(_INDEPENDENCE_OF, scene.end)
    ground = ground_at(page, independence.end() if independence else scene.end + 1, scene, any_name=True)
    if ground is None:
        return None
    if independence or page.article.match(_INDEPENDENCE, ground.end):
        return ground, owner_of(page, ground)
    as_owners = page.article.match(_AS_OWNERS, ground.end)
    if as_owners:
        holders = agents(page, scene, as_owners.end() - 1)
        if holders:
            return ground, holders[0].actor
        return (ground, None) if page.countries.at(as_owners.end()) is not None else None
    whose = page.countries.at(ground.end + len(" as ")) if page.folded.startswith(" as ", ground.end) else None
    if whose is not None and (not page.folded.startswith(" ", whose[1]) or page.folded.startswith(_SOIL, whose[1])):
        return ground, page.state(whose[2].means.country.state)
    if page.article.match(_AS_STATE, ground.end):
        return ground, None
    if _LINE.search(page.folded, ground.start, ground.end):
        return ground, None
    return None
