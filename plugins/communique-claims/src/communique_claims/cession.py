"""Rules for giving territory up: who demands it, who refuses, who does it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from communique import Actor, Claim
from communique.reading import Mentioned
from communique_claims.antecedents import meant_by_pronoun, relative_ground
from communique_claims.drafts import claim, other_state, owner_of
from communique_claims.governors import Governor, asked_of, demander, governor_of, is_of_itself
from communique_claims.ground import Ground, ground_at, ground_before, positions_at
from communique_claims.owners import agents, possessor, states_among
from communique_claims.page import Page, Scene
from communique_claims.subjects import clause_subject, joint_subjects, subject
from communique_claims.words import word_set

_AWAY = regex.compile(
    r"(?: of(?=(?: [\w'-]{1,20}+){1,8}? from )| (?:out|back)(?= (?:all|its|his|their|some|the|most)\b))?+(?P<what>(?: "
    r"(?!(?:but|that|which|who|to|by|with|after|before|because|if|when|as|is|are|was|were|from|out|off|in|on|at)\b)(?:\d[\d,]{0,9}+|[\w'-]{1,20}+)){0,8}?)"
    r"(?: (?:back|out|away|down|completely|fully|entirely|immediately|at once|unconditionally|unilaterally)){0,3}"
    r"(?: (?:from|of|off)(?= ))"
)
_BE = regex.compile(r"(?:(?:should|must|to|would|will) )?(?:be|being|been) (?:\w+ly )?")
_PARTICLE = regex.compile(r" (?:back|over|up|away)\b")
_TO_PARTY = regex.compile(r" (?:(?:back|over|up|away) )?to ")
_STILL_HELD_TO = regex.compile(r"(?: (?:that )?(?:it|they|he|she) (?:\w+ ){1,4}?)? ?to ")
_CLOSE = 4
_APPROVED = regex.compile(
    r"(?:approv|ratif|complet|finali[sz]|announc|order|authori[sz]|endors|confirm|begin|began|beg[au]n|start|agree|"
    r"sign|slow|delay|speed|accelerat|resum|implement|prepar|negotiat|postpon)\w*"
    r"(?: (?:to|on|off on|over|for|an?|the|deal|treaty|accord|agreement|bill|law|formal|final|full|partial|total|"
    r"complete|gradual|phased|unilateral|immediate|symbolic|further)){0,5} "
)
_COMING = regex.compile(r"(?:will|would|are to|is to|are due to|are set to|agreed to) ")
_AS_CONDITION = regex.compile(r" (?:as )?(?:an?|the|its|their) (?:\w+ )?(?:pre)?condition\b")
_MAKES = regex.compile(r"(?:mak(?:e|es|ing)|made|sets?|setting|puts?|nam(?:ed|es)) (?:the )?")
_COMPELLED = frozenset({"forced", "compelled", "obliged"})
_HAPPENED = frozenset({"was", "were", "been", "being"})
_IF = regex.compile(r"\b(?:if|unless|provided that) [^,;:\"]{1,100}\Z")
_IF_REACH = 110
_NO_SIGN = regex.compile(
    r"\b(?:no (?:signs?|hope|indication|evidence|guarantee|prospect)|doubt(?:s|ed)?|unlikely|denie[sd]|deny)\b"
    r"(?:(?! (?:and|but) |[,;]).){0,80}\Z"
)
"""What leaves a withdrawal open, in the clause that it stands in."""


def gives_up(page: Page, scene: Scene) -> Iterator[Claim]:
    """Read what is given up and the word that governs it once, for the rules that need both."""
    ground = _ground(page, scene)
    if ground is not None:
        relative = ground.end < scene.start and not _is_be_before(page, scene)
        governor = None if relative else governor_of(page, scene)
        if governor is not None and (is_of_itself(page, scene, governor) or _is_compelled(page, scene, governor)):
            governor = None
        if governor is not None and scene.construction == "leave" and governor.word.startswith("push"):
            return  # "pushed the rebels out of the town" took it
        for rule in (demands_cession, refuses_cession, cedes_territory):
            yield from rule(page, scene, ground, governor)


def _is_compelled(page: Page, scene: Scene, governor: Governor) -> bool:
    """Tell whether somebody was made to give up land, nobody says by whom: "was forced to give up the archipelago"."""
    before = next(page.words_before(governor.start, scene.floor), (0, 0, ""))[2]
    return governor.word in _COMPELLED and before in _HAPPENED and page.folded[governor.end : scene.start] == " to "


def _is_be_before(page: Page, scene: Scene) -> bool:
    """Tell whether a cession is passive: "be returned"."""
    starts = (start for start, _, _ in islice(page.words_before(scene.start, scene.floor), 3))
    return any(_BE.fullmatch(page.folded, start, scene.start) for start in starts)


def forces_withdrawn(page: Page, scene: Scene) -> Iterator[Claim]:
    """Read the territory from which forces are withdrawn, whatever is said of them: "pull its men back from"."""
    away = page.article.match(_AWAY, scene.end)
    if away is None or away.end() > scene.ceiling:
        return
    taken = away["what"].lower().split()
    if not taken or not word_set("forces").isdisjoint(taken):
        yield from gives_up(page, scene._replace(end=away.end()))


def demands_cession(page: Page, scene: Scene, ground: Ground, governor: Governor | None) -> Iterator[Claim]:
    """Find who wants another to give up territory.

    Matches "Russia's demand that Ukraine surrender the rest of Donetsk", "called on Israel to vacate the Golan Heights"
    and "insists that the islands be returned"; not "demands that Paris return the paintings".
    """
    if governor is None and scene.construction in {"handover", "departure"}:
        yield from _made_a_condition(page, scene, ground)
    elif governor is None and (condition := _condition(page, scene)) is not None:
        yield from _in_return(page, scene, ground, condition)
    elif governor is None:
        yield from _obliged(page, scene, ground)
    elif governor.kind == "refusal":
        yield from _demand_refused(page, scene, ground, governor)
    elif governor.kind == "demand":
        who = demander(page, scene, governor)
        if who is not None:
            asked = asked_of(page, scene, governor, who.actor) or owner_of(page, ground, who.actor)
            yield from claim(demands_cession, page, scene, "demands", who, ground, asked)


def _made_a_condition(page: Page, scene: Scene, ground: Ground) -> Iterator[Claim]:
    """Give who makes the handover of a territory a condition: "set the return of the villages as a condition"."""
    if page.article.match(_AS_CONDITION, ground.end) is None:
        return
    made = page.words_matching(scene, _MAKES)
    who = subject(page, scene, made) if made is not None else None
    if who is not None:
        yield from claim(demands_cession, page, scene, "demands", who, ground, owner_of(page, ground, who.actor))


def _demand_refused(page: Page, scene: Scene, ground: Ground, refusal: Governor) -> Iterator[Claim]:
    """Give the demand that is refused, whose it is told: "rejected Peru's call for the return of the islands"."""
    for at, _, word in page.last_words(scene):
        if at <= refusal.end:
            return
        if word in word_set("noun_demands"):
            who = possessor(page, scene._replace(floor=refusal.end), at)
            refuser = demander(page, scene, refusal)
            if who is not None and refuser is not None and who.actor.country != refuser.actor.country:
                yield from claim(demands_cession, page, scene, "demands", who, ground, refuser.actor)
            return


def refuses_cession(page: Page, scene: Scene, ground: Ground, governor: Governor | None) -> Iterator[Claim]:
    """Find who will not give up territory.

    Matches "Kyiv rejected giving up territory", "Tokyo will never cede the islands" and "ruled out the return of the
    Golan Heights"; not "refused to surrender the documents".
    """
    if governor is None or governor.kind != "refusal":
        return
    who = demander(page, scene, governor)
    if who is not None and scene.construction == "leave" and who.actor.kind != "state":
        phrase = page.folded[who.mention.phrase.start : governor.start].lower().split()
        if word_set("forces").isdisjoint(phrase):
            return  # residents and envoys stay where they live
    if who is not None:
        against = _receiver(page, scene, ground) or _answered(page, scene, who.actor)
        against = against or owner_of(page, ground, who.actor) or other_state(page, scene, who.actor)
        yield from claim(refuses_cession, page, scene, "rejects", who, ground, against)


def cedes_territory(page: Page, scene: Scene, ground: Ground, governor: Governor | None) -> Iterator[Claim]:
    """Find who gives territory up, or agreed to.

    Matches "Israel withdrew from southern Lebanon", "agreed to cede the strip to Cairo" and "Portugal's withdrawal from
    the island"; not "handed over the presidency" or "withdrew from the race".
    """
    leaves = scene.construction == "leave" and not _goes(page, scene)
    if _NO_SIGN.search(page.folded, scene.floor, scene.start):
        return
    if governor is not None or leaves or _modal(page, scene) or _condition(page, scene) is not None:
        return
    is_noun = scene.construction in {"handover", "departure"}
    who = _giver(page, scene) if is_noun else subject(page, scene)
    receiver = _receiver(page, scene, ground)
    if who is not None and who.actor is receiver:
        others = states_among(page.within(scene.floor, scene.start), receiver)
        who = others[0] if len(others) == 1 else None  # "A and B signed a protocol that transfers the hill to B"
    if who is not None:
        swapped = page.folded.startswith("swap", scene.start)
        for one in joint_subjects(page, who) if swapped else (who,):
            against = receiver or owner_of(page, ground, one.actor)
            yield from claim(cedes_territory, page, scene, "cedes", one, ground, against)


def _goes(page: Page, scene: Scene) -> bool:
    """Tell whether those who leave have left, or will: "troops left", "troops are to leave"."""
    cue = page.folded[scene.start : scene.end].lower()
    return cue == "left" or (cue == "leave" and page.words_matching(scene, _COMING) is not None)


def _condition(page: Page, scene: Scene) -> int | None:
    """Where what something else hangs on begins, if land is given up in it: "if Kenya frees them and *leaves* it"."""
    found = _IF.search(page.folded, max(scene.floor, scene.start - _IF_REACH), scene.start)
    return found.start() if found is not None else None


def _in_return(page: Page, scene: Scene, ground: Ground, condition: int) -> Iterator[Claim]:
    """Give who wants land given up in return for something: "will free the men if Syria *withdraws from* the hill"."""
    asked = subject(page, scene._replace(floor=condition))
    who = clause_subject(page, scene._replace(start=condition), condition) or page.speaker_at(scene.start)
    if asked is not None and who is not None and None is not who.actor.country != asked.actor.country:
        yield from claim(demands_cession, page, scene, "demands", who, ground, asked.actor)


def _giver(page: Page, scene: Scene) -> Mentioned | None:
    """Whose a handover is: "Peru's handover of", or of whoever "approved the handover of" something."""
    approved = page.words_matching(scene, _APPROVED)
    if approved is None:
        return possessor(page, scene)
    who = subject(page, scene, approved)
    return who if who is not None and len(joint_subjects(page, who)) == 1 else None  # of two either may give


def _ground(page: Page, scene: Scene) -> Ground | None:
    """Read what is given up: behind the cue, or before it where the cue is passive ("X be returned")."""
    words = page.folded[scene.start : scene.end].lower().split(" ")
    if scene.construction == "leave":
        said = (word for _, _, word in islice(page.words_before(scene.start, scene.floor), _CLOSE))
        if word_set("forces").isdisjoint(said) and not page.folded.startswith(("leaving", "leave "), scene.start):
            return None
    surely_land = words[0].startswith("ced") or not word_set("forces").isdisjoint(words)
    ground = ground_at(page, scene.end + 1, scene, any_name=surely_land)
    if scene.construction == "hand":
        if ground is not None and (page.article.match(_PARTICLE, ground.end) or _is_given_to(page, ground)):
            return ground
        return _given(page, scene)
    ground = ground or _given(page, scene) or meant_by_pronoun(page, scene)
    ground = ground or relative_ground(page, scene)
    if ground is None and scene.construction in {"withdraw", "departure"}:
        ground = positions_at(page, scene.end + 1, scene)
    if ground is not None:
        return ground
    edge = scene.start
    for start, _, _ in islice(page.words_before(scene.start, scene.floor), 3):
        if _BE.fullmatch(page.folded, start, scene.start):
            edge = start
    given = ground_before(page, edge - 1, scene) if edge < scene.start else None
    if given is not None and next(page.words_before(given.start, scene.floor), (0, 0, ""))[2] in word_set(
        "prepositions"
    ):
        return None  # "the gaol near Aix to be transferred"
    return given


def _is_given_to(page: Page, ground: Ground) -> bool:
    """Tell whether land is given to a country: "handed a strip of the valley to China"."""
    to = page.article.match(_STILL_HELD_TO, ground.end)
    if to is None:
        return False
    behind_article = len("the ") if page.folded.startswith("the ", to.end()) else 0
    return page.countries.at(to.end() + behind_article) is not None


def _given(page: Page, scene: Scene) -> Ground | None:
    """Read what is given, behind whom it is given to: "give Japan any of the islands"."""
    receivers = page.starting_at(scene.end + 1)
    if not receivers or receivers[0].mention.form == "demonym":
        return None
    return ground_at(page, receivers[0].mention.span.end + 1, scene)


def _modal(page: Page, scene: Scene) -> bool:
    words = [word for _, _, word in islice(page.words_before(scene.start, scene.floor), 3)]
    return bool({"must", "should", "ought"}.intersection(words)) or words[:2] in (["to", "has"], ["to", "have"])


def _obliged(page: Page, scene: Scene, ground: Ground) -> Iterator[Claim]:
    """Give the demand of a speaker who says that another must give up territory."""
    asked = subject(page, scene) if _modal(page, scene) else None
    if asked is None:
        return
    who = page.speaker_at(scene.start)
    if who is None:
        said = islice(page.words_before(asked.mention.span.start, scene.floor), 4)
        verb = next((at for at, _, word in said if word in word_set("asserts")), None)
        who = subject(page, scene, verb) if verb is not None else None
    if who is not None and who.actor.country != asked.actor.country:
        yield from claim(demands_cession, page, scene, "demands", who, ground, asked.actor)


def _answered(page: Page, scene: Scene, refuser: Actor) -> Actor | None:
    """The party whose demand a refusal answers, where it was told of just before."""
    known = page.earlier(scene.start, "demands", "claims")
    if known is None or known.against is None or known.against.country != refuser.country:
        return None
    return known.claimant


def _receiver(page: Page, scene: Scene, ground: Ground) -> Actor | None:
    to = page.article.match(_TO_PARTY, max(ground.end, scene.end))
    if to is None:
        given = page.starting_at(scene.end + 1)
        return given[0].actor if given and given[0].mention.span.end < ground.start else None
    receivers = agents(page, scene, to.end() - 1)
    if not receivers or page.folded.startswith("'", receivers[0].mention.span.end):
        return None
    return receivers[0].actor


def not_for_sale(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find whose land is said not to be for sale.

    Matches "Nuuk insists that Greenland is not for sale"; not "the paintings are not for sale".
    """
    edge = scene.start
    for start, end, word in page.words_before(scene.start, scene.floor):
        if word not in {"is", "are", "was", "will", "would", "s", "simply", "absolutely"}:
            edge = end
            break
        edge = start
    ground = ground_before(page, edge, scene)
    if ground is None:
        return
    before = [found for found in page.within(scene.floor, ground.start) if found.actor.kind != "state"]
    who = clause_subject(page, scene, ground.start) or (before[0] if before else None) or page.speaker_at(scene.start)
    if who is not None:
        others = states_among(page.within(scene.floor, scene.ceiling), who.actor)
        against = others[0].actor if len(others) == 1 else None
        yield from claim(not_for_sale, page, scene, "rejects", who, ground, against)
