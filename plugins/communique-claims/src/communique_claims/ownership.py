"""Rules for claims of ownership, their denial and their recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import regex

from communique import Actor, Claim
from communique.kinds import ClaimStance
from communique.reading import Mentioned
from communique_claims.drafts import Rule, claim, ground_of, other_state, owner_of
from communique_claims.ground import Ground, ground_at, ground_before, opens_clause
from communique_claims.guards import name_stands_before
from communique_claims.page import Page, Scene
from communique_claims.parties import (
    agents,
    behind_aside,
    clause_subject,
    copula,
    is_attributive,
    joint_subjects,
    nearest,
    possessor,
    speaker,
    states_among,
    subject,
)  # fmt: skip
from communique_claims.words import word_set

_SPACE = regex.compile(r" (?:all of |the whole of )?")
_AS_ITS_OWN = regex.compile(
    r" (?:it )?(?:as|to be) (?:an? )?(?:[\w-]{2,20} ){0,3}(?:own|part of|province|territory|region)\b|"
    r" (?:to be )?(?:an? )?(?:[\w-]{2,20} ){0,2}(?:part of|province|territory)\b"
)
_IN_FULL = regex.compile(r" in (?:full|part|whole|its entirety|their entirety)\b")
_SOVEREIGNTY_VERB = regex.compile(
    r"(?:retain(?:s|ed|ing)?|claim(?:s|ed|ing)?|(?:re)?assert(?:s|ed|ing)?|regain(?:s|ed|ing)?|declar(?:e[sd]?|ing)|"
    r"exercis(?:e[sd]?|ing)|(?:as|re)sum(?:e[sd]?|ing)|restor(?:e[sd]?|ing)|establish(?:es|ed|ing)?|maintain(?:s|ed|ing)?|has|have|had|defend|"
    r"uphold|safeguard|insists on|keep)"
    r"(?: (?:its|their|full|own|historic|indisputable|undisputed|exclusive|permanent)){0,3} "
)
_MAKES = regex.compile(
    r"(?:lay(?:s|ing)?|laid|stak(?:e[sd]?|ing)|fil(?:e[sd]?|ing)|mak(?:es?|ing)|made|press(?:es|ed|ing)?|submit(?:s|ted)?|"
    r"renew(?:s|ed)?|reviv(?:e[sd]?|ing)|ha(?:ve|s|d|ving)|maintain(?:s|ed)?|pursu(?:e[sd]?|ing)|assert(?:s|ed)?) "
    r"(?:(?:an?|any|the|its|their|new|fresh|formal|rival|competing|legal|joint|longstanding|long-standing|own) ){0,4}"
)
_GIVEN_UP = regex.compile(
    r"(?P<no>(?:not|never|n't|refuse[sd]?(?: to)?|declined?(?: to)?|without) (?:\w+ ){0,2}?)?"
    r"(?:renounc(?:e[sd]?|ing)|relinquish(?:es|ed|ing)?|give(?:s|n)? up|gave up|giving up|abandon(?:s|ed|ing)?|"
    r"surrender(?:s|ed|ing)?|waiv(?:e[sd]?|ing)|sign(?:s|ed|ing)? away) (?:(?:its|their|any|all|the|full) ){0,2}"
)
_ASSERTION = regex.compile(r"(?:assertions?|claims?|declarations?) of (?:\w+ )?")
_NOT_RECOGNIZED = regex.compile(
    r"(?:not|never|n't|refuse[sd]?|refusing|refusal|declin(?:e[sd]?|ing)|without)"
    r"(?: to)?(?: \w+ly)?(?: to)?(?: \w+ly)? "
)
_AS_OWNERS = regex.compile(
    r" as (?:(?:an? |the )?(?:\w+ )?(?:capital of|part of|belonging to)|being (?:part of|under)|"
    r"(?=[\p{Lu}\w. ]{2,30}'s? )) ?(?:the )?"
)
_SOVEREIGNTY_OVER = regex.compile(
    r"(?:'s?)? (?:\w+ ){0,2}"
    r"(?:sovereignty|jurisdiction|rule|authority|title|ownership|claims?|annexation|control)(?: over| to| of) "
)
_INDEPENDENCE_OF = regex.compile(r" (?:the )?(?:independence|statehood|secession|self-declared independence) of ")
_INDEPENDENCE = regex.compile(r"'s? (?:\w+ ){0,2}(?:independence|statehood|secession)\b")
_LINE = regex.compile(r"\b(?:lines?|borders?|boundary|boundaries|frontiers?)\b")
_INTEGRITY_OF = regex.compile(r" of (?:the )?")
_BY = regex.compile(r" by(?= )")
_STATEHOOD = r"(?:sovereignty|independence|unity|borders|frontiers|territorial integrity)"
_SOVEREIGNTY_AND = regex.compile(rf"(?:'s?)? (?:\w+ )?{_STATEHOOD}(?:,? (?:and )?(?:\w+ )?{_STATEHOOD}){{1,3}}")
_TO = regex.compile(r" (?:to|over|in|on) ")
_ITS_TERRITORY = regex.compile(r" (?:its|their) (?:\w+ )?(?:territory|land|country|soil)\b")
_ITSELF = regex.compile(r" (?:it|them)\b")
_UNITY = frozenset({"sovereignty", "and", "independence", "unity", "political", "full", "stability", "national", "s"})
_BEFORE_CLAIMS = frozenset({"of", "the", "a", "an", "any", "all"})
_MOST_OWNERS = 4


def claims_the_land(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who claims a territory as theirs.

    Matches "Beijing claims almost all of the South China Sea" and "Taiwan, which Beijing claims as its own"; not
    "Beijing claims that the vessel strayed".
    """
    ground = None if is_attributive(page, scene) else _object_or_antecedent(page, scene)
    if ground is not None:
        who = subject(page, scene)
        alone = page.folded.startswith("claims", scene.start)  # "A left B and C claims"
        for one in [who] if who is None or alone else joint_subjects(page, who):
            if one is not None and not _is_the_land(one, ground):
                yield from claim(claims_the_land, page, scene, "claims", one, ground)


def regards_as_its_own(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who regards a territory as their own.

    Matches "Taiwan, which Beijing regards as a renegade province"; not "Oslo, which Beijing regards as a friend".
    """
    ground = ground_at(page, scene.end + 1, scene)
    if ground is None and page.article.match(_AS_ITS_OWN, scene.end):
        ground = antecedent_ground(page, scene)
    elif ground is not None and not page.article.match(_AS_ITS_OWN, ground.end):
        return
    if ground is not None:
        yield from claim(regards_as_its_own, page, scene, "claims", subject(page, scene), ground)


def has_a_claim_to(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose claim to a territory is spoken of.

    Matches "Manila's claims to the shoal" and "the two have claims in the Spratly Islands"; not "claims to victory".
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=True)
    if ground is not None and not _is_none(page, scene):
        dropped = next((at for at, _, word in _last_words(page, scene) if word in word_set("dropping")), None)
        if dropped is not None:
            said = {word for _, _, word in islice(page.words_before(dropped, scene.floor), 3)}
            stance: ClaimStance = "cedes" if said.isdisjoint(word_set("negations")) else "claims"
            yield from claim(has_a_claim_to, page, scene, stance, subject(page, scene, dropped), ground)
            return
        by = page.article.match(_BY, ground.end)
        claimants: list[Mentioned | None] = list(agents(page, scene, by.end())) if by else []
        for one in claimants or [possessor(page, scene) or subject(page, scene) or _who_makes(page, scene)]:
            yield from _with_denial(has_a_claim_to, page, scene, one, ground)


def _is_none(page: Page, scene: Scene) -> bool:
    """Tell whether a claim is said not to be made: "has no territorial claims on its neighbours"."""
    return any(word in {"no", "without"} for _, _, word in islice(page.words_before(scene.start, scene.floor), 2))


def _who_makes(page: Page, scene: Scene) -> Mentioned | None:
    """Whose a claim is that somebody makes: "Peru will file a claim to the seabed", "both lay claim to the town"."""
    verb = _ends_with(page, scene, _MAKES)
    return subject(page, scene, verb) if verb is not None else None


def claims_behind_the_name(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find claims named after the territory.

    Matches "Malaysia's Celebes Sea claims"; not "China's insurance claims".
    """
    if page.folded[scene.end - 3 : scene.end] in {"med", "ing"} or not name_stands_before(page.folded, scene.start, 0):
        return
    ground = ground_before(page, scene.start - 1, scene)
    if ground is not None and ground.named:
        who = possessor(page, scene, ground.start)
        yield from _with_denial(claims_behind_the_name, page, scene, who, ground)


def sovereignty_over(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who asserts, keeps or gives up sovereignty over a territory.

    Matches "Copenhagen has kept sovereignty over Greenland" and "a Danish assertion of sovereignty over the
    passage"; not "recognised Morocco's sovereignty over Western Sahara", which is the other side's.
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=True)
    if ground is None:
        return
    verb = _ends_with(page, scene, _SOVEREIGNTY_VERB)
    if verb is not None:
        who = subject(page, scene, verb)
        for one in joint_subjects(page, who) if who is not None else ():
            yield from claim(sovereignty_over, page, scene, "claims", one, ground)
        return
    dropped = _ends_with(page, scene, _GIVEN_UP)
    if dropped is not None:
        kept = _GIVEN_UP.fullmatch(page.folded, dropped, scene.start)
        stance: ClaimStance = "claims" if kept is not None and kept.group("no") else "cedes"
        yield from claim(sovereignty_over, page, scene, stance, subject(page, scene, dropped), ground)
        return
    noun = _ends_with(page, scene, _ASSERTION)
    if noun is not None:
        who = possessor(page, scene, noun) or subject(page, scene, noun)
        yield from _with_denial(sovereignty_over, page, scene, who, ground)


def part_of_its_territory(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find what is said to be part of a state: its claim where it says so, else who holds it.

    Matches "Kosovo is an integral part of Serbia" and "Moscow insists Crimea belongs to Russia"; not "Kosovo is part of
    the problem".
    """
    edge = copula(page, scene, scene.start)  # before "an inseparable part of"; other cues have it inside
    ground = ground_before(page, behind_aside(page, scene, (scene.start if edge is None else edge) - 1), scene)
    owners = agents(page, scene, scene.end)
    if ground is None:
        return
    asserted = next(
        (at for at, _, word in islice(page.words_before(ground.start, scene.floor), 2) if word in word_set("asserts")),
        None,
    )
    who = subject(page, scene, asserted) if asserted is not None else None
    own = page.article.match(_ITS_TERRITORY if page.folded.startswith(" of", scene.end - 3) else _ITSELF, scene.end)
    quote = page.quote_at(scene.start)
    if who is None and quote is not None and quote.kind != "indirect":
        who = speaker(page, scene.start)
    if who is not None and (own or (owners and owners[0].actor.country == who.actor.country)):
        yield from claim(part_of_its_territory, page, scene, "claims", who, ground)
    elif owners and owners[0].actor.kind == "state" and owners[0].mention.form != "pronoun":
        yield from claim(part_of_its_territory, page, scene, "controls", owners[0], ground)


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
        yield from _denials(claims_taken_up, page, scene, who, ground)


def demands_independence(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose people want their land to be independent of a state.

    Matches "Kosovo's majority keeps insisting on independence from Serbia"; not "independence from the party line".
    """
    owners = agents(page, scene, scene.end)
    demand = next((at for at, _, word in _last_words(page, scene) if word in word_set("demands")), None)
    if not owners or demand is None or owners[0].actor.kind != "state":
        return
    who = subject(page, scene, demand)
    if who is None or who.actor.country == owners[0].actor.country:
        return
    start = min(who.mention.phrase.start, who.mention.span.start)
    ground = ground_before(page, who.mention.span.end, scene) or ground_at(page, start, scene) or _land_of(page, who)
    if ground is not None:
        yield from claim(demands_independence, page, scene, "demands", who, ground, owners[0].actor)


def demands_access(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who wants a way to the sea of their own.

    Matches "Bolivia demands sovereign access to the ocean"; not "the treaty speaks of sovereign access to the ocean".
    """
    ground = ground_at(page, scene.end + 1, scene, any_name=True)
    demand = next((at for at, _, word in _last_words(page, scene) if word in word_set("demands")), None)
    if ground is None or demand is None:
        return
    who = subject(page, scene, demand)
    if who is not None and not _is_the_land(who, ground):
        whole = Ground(scene.start, ground.end, scene.start, None, ground.named)
        yield from claim(demands_access, page, scene, "demands", who, whole, other_state(page, scene, who.actor))


def _land_of(page: Page, who: Mentioned) -> Ground | None:
    """The name with which the phrase of an actor begins: "Kosovo's majority"."""
    phrase = who.mention.phrase
    place = page.place_at(phrase.start)
    named = page.named_at(phrase.start)
    end = place[0] if place else named.mention.span.end if named and named.actor.kind == "state" else 0
    return Ground(phrase.start, end, phrase.start, None, named=True) if phrase.start < end else None


def _last_words(page: Page, scene: Scene) -> list[tuple[int, int, str]]:
    return list(islice(page.words_before(scene.start, scene.floor), _MOST_OWNERS))


def recognizes_the_title(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who accepts (or refuses to accept) another's title to a territory.

    Matches "Washington recognised Morocco's sovereignty over Western Sahara" and "refused to recognise Jerusalem as
    Israel's capital" (which rejects); not "recognised the envoy at once".
    """
    found = _title(page, scene)
    if found is None:
        return
    ground, owner = found
    refused = _ends_with(page, scene, _NOT_RECOGNIZED)
    stance: ClaimStance = "recognizes" if refused is None else "rejects"
    if page.folded.startswith(" of", scene.end - 3):
        who = possessor(page, scene) or clause_subject(page, scene, scene.start)
    else:
        who = subject(page, scene, refused)
    yield from claim(recognizes_the_title, page, scene, stance, who, ground, owner)


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
    elif owner is not None:
        start = min(owner.mention.phrase.start, owner.mention.span.start)
    if owner is None or owner.mention.form == "pronoun" or end > scene.ceiling:
        return
    cue = next((at for at, _, word in page.words_before(start, scene.floor) if word in word_set("backing")), None)
    if cue is None:
        return
    who = subject(page, scene, cue)
    if who is not None and who.actor.country != owner.actor.country:
        ground = Ground(start, end, start, None, named=True)
        yield from claim(backs_territorial_integrity, page, scene, "recognizes", who, ground, owner.actor)


def rejects_the_claim(page: Page, scene: Scene, who: Mentioned | None, ground: Ground) -> Iterator[Claim]:
    """Find who contests the claim or act of another, which another rule has found.

    Matches "Manila rejects China's claim to the shoal" and "its dismissal of Chad's claim to the strip"; not
    "Manila rejects the report on China's claim".
    """
    if who is None:
        return
    yield from _denials(rejects_the_claim, page, scene, who, ground)


def _with_denial(rule: Rule, page: Page, scene: Scene, who: Mentioned | None, ground: Ground) -> Iterator[Claim]:
    """Give a claim, and the rejection of it where the sentence says who contests it."""
    if who is None or _is_the_land(who, ground):
        return
    denier = _denier(page, scene, min(who.mention.phrase.start, who.mention.span.start))
    owner = denier.actor if denier is not None else owner_of(page, ground, who.actor)
    yield from claim(rule, page, scene, "claims", who, ground, owner)
    yield from rejects_the_claim(page, scene, who, ground)


def _denials(rule: Callable[..., object], page: Page, scene: Scene, who: Mentioned, ground: Ground) -> Iterator[Claim]:
    denier = _denier(page, scene, min(who.mention.phrase.start, who.mention.span.start))
    if denier is not None and denier.actor.country != who.actor.country:
        yield from claim(rule, page, scene, "rejects", denier, ground, who.actor)


def _denier(page: Page, scene: Scene, start: int) -> Mentioned | None:
    """Find who contests what starts at an offset: "contesting China's claims", "the Danish rejection of a claim"."""
    for seen, (at, _, word) in enumerate(page.words_before(start, scene.floor)):
        if word in word_set("denial_nouns"):
            return possessor(page, scene, at) or clause_subject(page, scene, at)
        if word == "against":
            return nearest(page, scene, at)
        if word in word_set("denials"):
            return subject(page, scene, at)
        if word not in _BEFORE_CLAIMS or seen > _MOST_OWNERS:
            return None
    return None


def _object_or_antecedent(page: Page, scene: Scene) -> Ground | None:
    space = page.article.match(_SPACE, scene.end)
    if space is None:
        return antecedent_ground(page, scene)
    ground = ground_at(page, scene.end + 1, scene) or ground_at(page, space.end(), scene)
    if ground is not None:
        return None if opens_clause(page, ground.end) else ground
    names = ground_at(page, scene.end + 1, scene, any_name=True)
    if names is not None and page.article.match(_AS_ITS_OWN, names.end):
        return names
    behind = page.article.match(_AS_ITS_OWN, scene.end) or page.article.match(_IN_FULL, scene.end)
    return antecedent_ground(page, scene) if behind else None


def antecedent_ground(page: Page, scene: Scene) -> Ground | None:
    """Find the territory before a relative clause: "Taiwan, which Beijing claims"."""
    who = subject(page, scene)
    if who is None:
        return None
    edge = min(who.mention.span.start, who.mention.phrase.start)
    for end in _ends_before(page, edge, scene):
        ground = ground_before(page, end, scene)
        if ground is not None:
            return ground
    return None


def _ends_before(page: Page, edge: int, scene: Scene) -> list[int]:
    """The offsets where a noun phrase before a relative clause may end, nearest first."""
    ends: list[int] = []
    for _, end, word in page.words_before(edge, scene.floor):
        if word in {"which", "that", "the", "a", "an", "island", "territory", "region"} and len(ends) < _MOST_OWNERS:
            ends.append(end)
            continue
        ends.append(end)
        break
    return ends


def _ends_with(page: Page, scene: Scene, pattern: regex.Pattern[str]) -> int | None:
    """Where words matching a pattern start that end right before the cue; they begin at one of the last words."""
    best = None
    for start, _, _ in islice(page.words_before(scene.start, scene.floor), _MOST_OWNERS + 2):
        if pattern.fullmatch(page.folded, start, scene.start):
            best = start
    return best


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
    adjective = page.country_word_at(after)
    over = page.article.match(_SOVEREIGNTY_OVER, adjective) if adjective else None
    if over:  # "British sovereignty over": the state may be no actor
        ground = ground_at(page, over.end(), scene, any_name=True)
        return (ground, None) if ground else None
    independence = page.article.match(_INDEPENDENCE_OF, scene.end)
    ground = ground_at(page, independence.end() if independence else after, scene, any_name=True)
    if ground is None:
        return None
    if independence or page.article.match(_INDEPENDENCE, ground.end):
        return ground, owner_of(page, ground)
    as_owners = page.article.match(_AS_OWNERS, ground.end)
    if as_owners:
        holders = agents(page, scene, as_owners.end() - 1)
        return (ground, holders[0].actor) if holders else None
    if _LINE.search(page.folded, ground.start, ground.end):
        return ground, None
    return None


def _is_the_land(who: Mentioned, ground: Ground) -> bool:
    return who.mention.span.start >= ground.start and who.mention.span.end <= ground.end
