"""The rules for positions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique import Actor, Position
from communique.kinds import PositionStance
from communique.reading import Mentioned
from communique_claims.owners import possessor_from
from communique_claims.page import Page, Scene
from communique_claims.positions.conditions import makes_a_condition
from communique_claims.positions.content import Content, clause_end, content_behind
from communique_claims.positions.cues import Stand
from communique_claims.positions.doubts import is_expected, is_no_duty, is_open, is_purpose
from communique_claims.positions.drafting import Draft, said_around, stance_of
from communique_claims.positions.holders import holder
from communique_claims.positions.moves import is_met_with, takes_a_stand_on_that
from communique_claims.positions.nouns import MAKES, stands_in_a_compound, stands_in_a_noun
from communique_claims.positions.verbs import Before, before_verb
from communique_claims.predicates import is_attributive
from communique_claims.subjects import subject
from communique_claims.words import word_set

_NOT = re.compile(r" (?:not|never)\b")
_NEVER = re.compile(r"[^,;]{1,60}? (?:will|would|shall) (?:not|never) ")
_REGRET = re.compile(r" (?:not )?(?:have|be able) ")
_DOING = re.compile(r" (?:ever |again |simply )?(?P<verb>[a-z]{2,})\b")
_MEANS_NOT = ("have no", "has no", "had no")
"""With which a refusal begins that needs no verb of will behind it: "has no intention of"."""
_STAND_NAMED = re.compile(
    r"(?:(?:the [a-z]+'s|[A-Z][a-z]+'s|its|their|his|her|the|an?) )?(?:[a-z]+ ){0,2}?"
    r"(?:rejection|opposition|refusal|support|commitment|insistence|readiness|(?:un)?willingness|objections?) "
    r"(?:of|to|for|on) "
)
_PERSONAL = (
    "critici",
    "slam",
    "blast",
    "lambast",
    "assail",
    "condemn",
    "denounc",
    "welcom",
    "hail",
    "embrac",
    "rebuk",
    "chid",
)
_BIDDING = ("tell", "told", "order", "expect")
_CALLS = re.compile(
    r"(?:(?:all|any|growing|repeated|international|[A-Z]\w+) ){0,3}(?:calls|pressure|demands|appeals|requests)\b"
)


def takes_a_stand(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who wants, opposes, rejects, supports or offers what, by a verb.

    Matches "Hungary opposed any move to widen the embargo."; not "The two sides opposed each other."
    """
    content = content_behind(page, scene.end, stand.follows, scene.ceiling)
    if content is None:
        return
    if page.folded.startswith(_BIDDING, scene.start) and content.toward is None:
        return  # "told him to", "ordered fish to go"
    if page.folded.startswith(_PERSONAL, scene.start) and _is_person(page, content.start):
        return
    before = before_verb(page, scene)
    if page.folded.endswith(("ed", "told"), scene.start, scene.end):
        no_verb = before.being or is_attributive(page, scene)
    else:
        no_verb = not page.folded.endswith("ing", scene.start, scene.end) and before.makes_a_noun
    stance = stance_of(page, scene, stand, before)
    if is_open(page, scene) or (stand.stance == "supports" and is_purpose(page, scene)):
        return
    if _STAND_NAMED.match(page.folded, content.start):  # "reaffirmed its refusal to": the noun says how it is held
        return
    if page.folded.startswith(("prefer", "expect"), scene.start) and not (
        _is_first_person(page, scene) or _is_states(subject(page, scene))
    ):
        return
    if page.folded.startswith("intend", scene.start) and not _is_first_person(page, scene):
        return
    if stance is not None and not no_verb:
        stance = _by_what_it_is_of(page, scene, stance, content)
        yield from Draft(takes_a_stand, page, scene, stance).of_each(holder(page, scene), content)


def _is_person(page: Page, start: int) -> bool:
    """Tell whether a person is what is condemned or praised, which is no policy."""
    for one in page.starting_at(start):
        if one.actor.kind == "person" and not page.folded.startswith("'s", one.mention.span.end):
            return True
    return False


def _is_first_person(page: Page, scene: Scene) -> bool:
    return page.folded.startswith(("we ", "We "), scene.start - len("we ")) and page.is_quoted(scene.start)


def _is_states(who: Mentioned | None) -> bool:
    return who is not None and who.actor.kind == "state"


def _by_what_it_is_of(page: Page, scene: Scene, stance: PositionStance, content: Content) -> PositionStance:
    """Turn the stance of a verb by what follows it: "vowed not to", "will accept no bases", "resisted calls for"."""
    folded = page.folded
    if stance == "offers" and folded.startswith("vow", scene.start) and folded.startswith("not to ", content.start):
        return "rejects"
    if (
        stance == "insists"
        and folded.startswith("vow", scene.start)
        and _NEVER.match(folded, content.start, content.end)
    ):
        return "rejects"
    if stance == "supports" and folded.startswith(("no ", "neither "), content.start):
        return "rejects"
    if stance == "opposes" and folded.startswith("resist", scene.start) and _CALLS.match(folded, content.start):
        return "rejects"
    return stance


def is_ready_or_opposed(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who is ready, willing, opposed or committed to what.

    Matches "Oman is ready to host another round."; not "The hall was ready for the delegates' arrival, and open to the
    public."
    """
    content = content_behind(page, scene.end, stand.follows, scene.ceiling)
    before = before_verb(page, scene) if content is not None else None
    if content is None or before is None or is_open(page, scene):
        return
    if before.being and not page.folded.startswith("dependent", scene.start):
        stance, who = stance_of(page, scene, stand, before), _whose_door(page, scene, before) or subject(page, scene)
    elif stand.stance == "conditions":  # "made its consent conditional on"
        made = next((at for at, _, word in page.last_words(scene) if word in MAKES), None)
        stance, who = stand.stance, subject(page, scene, made) if made is not None else None
    else:
        return
    if stance is not None:
        yield from Draft(is_ready_or_opposed, page, scene, stance).of_each(who, content)


def _whose_door(page: Page, scene: Scene, before: Before) -> Mentioned | None:
    """Whose door is open: "our door remains open to dialogue"."""
    start, _, word = next(page.words_before(before.edge, scene.floor), (0, 0, ""))
    return possessor_from(page, start, scene.floor) if word in {"door", "doors"} else None


def says_it_must(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read what a speaker says must, should or need be done.

    Matches "The siege must end before any talks, the envoy said."; not "The convoy should arrive at noon."
    """
    who = page.speaker_at(scene.start)
    if who is None or _REGRET.match(page.folded, scene.end) or is_open(page, scene, asked=True):
        return
    if is_expected(page, scene) or is_no_duty(page, scene):
        return
    start, end = said_around(page, scene)
    stance: PositionStance = "opposes" if _NOT.match(page.folded, scene.end) else stand.stance
    yield from Draft(says_it_must, page, scene, stance).of(who, Content(start, end))


def will_not_do(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read what somebody says they will not do or accept.

    Matches "Oman would not join the coalition, its foreign minister said."; not "The vote will not change the price of
    bread, the minister said."
    """
    doing = page.article.match(_DOING, scene.end)
    if doing is None or is_open(page, scene):
        return
    willed = doing["verb"] in word_set("willed") or page.folded.startswith(_MEANS_NOT, scene.start)
    if doing["verb"] in word_set("unwilled") or (page.folded.startswith("c", scene.start) and not willed):
        return
    quote = page.reading.quote_at(scene.start)
    if not willed and (quote is None or quote.speaker is None):
        return
    who = subject(page, scene)
    if who is None or (
        not willed and quote is not None and quote.speaker and not _speaks_for(quote.speaker, who.actor)
    ):
        return
    start = doing.start("verb")
    said = said_around(page, scene)[1] if quote is not None else scene.ceiling
    yield from Draft(will_not_do, page, scene, stand.stance).of(who, Content(start, clause_end(page, start, said)))


def _speaks_for(speaker: Actor, actor: Actor) -> bool:
    return speaker is actor or (speaker.country is not None and speaker.country == actor.country)


RULES: tuple[Callable[..., object], ...] = (
    takes_a_stand,
    is_ready_or_opposed,
    is_met_with,
    takes_a_stand_on_that,
    stands_in_a_noun,
    stands_in_a_compound,
    says_it_must,
    makes_a_condition,
    will_not_do,
)
