"""The rules for positions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique import Actor, Position
from communique.kinds import PositionStance, because
from communique.reading import Mentioned
from communique_claims.owners import possessor
from communique_claims.page import Page, Scene
from communique_claims.positions.content import Content, clause_end, clause_start, content_behind
from communique_claims.positions.cues import Stand
from communique_claims.positions.doubts import is_expected, is_no_duty, is_open, is_purpose
from communique_claims.positions.verbs import Before, before_verb
from communique_claims.predicates import is_attributive
from communique_claims.subjects import joint_subjects, subject
from communique_claims.words import word_set

_TURNED: dict[PositionStance, PositionStance] = {"supports": "opposes", "offers": "rejects"}
_ARTICLE = len("the ")
_BY = re.compile(r" by (?:both |the )?(?=\S)")
_NOT = re.compile(r" (?:not|never)\b")
_REGRET = re.compile(r" (?:not )?(?:have|be able) ")
_DOING = re.compile(r" (?:ever |again |simply )?(?P<verb>[a-z]{2,})\b")
_IN_RETURN = re.compile(r"\b(?:would|will|could|ready to|willing to|prepared to) (?P<verb>[a-z]+)\b")
_STAND_NAMED = re.compile(
    r"(?:(?:the [a-z]+'s|[A-Z][a-z]+'s|its|their|his|her|the|an?) )?(?:[a-z]+ ){0,2}?"
    r"(?:rejection|opposition|refusal|support|commitment|insistence|readiness|(?:un)?willingness|objections?) "
    r"(?:of|to|for|on) "
)
_IN_PASSING = frozenset(
    {
        "requested",
        "demanded",
        "proposed",
        "rejected",
        "opposed",
        "vetoed",
        "backed",
        "supported",
        "endorsed",
        "accepted",
    }
)
_BIDDING = ("tell", "told", "order")
_AFTER_NO = frozenset({"until", "without", "before there"})
_NO = re.compile(r"\b(?:no|not|never|cannot|n't|nothing|neither)\b")
_CANNOT = re.compile(r"\b(?:(?:can|will|could|would) be no|cannot|can't|never)\b")
_FAR = 120
_MAKES = frozenset({"make", "makes", "made", "making"})
_OF_OWNER = re.compile(r" of (?:the )?(?=\w)")


def takes_a_stand(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who wants, opposes, rejects, supports or offers what, by a verb.

    Match: "Hungary opposed any move to widen the embargo."
    Not: "The two sides opposed each other."
    """
    content = content_behind(page, scene.end, stand.follows, scene.ceiling)
    if content is None:
        return
    if page.folded.startswith(_BIDDING, scene.start) and content.toward is None:
        return  # "told him to", "ordered fish to go"
    before = before_verb(page, scene)
    if page.folded.endswith(("ed", "told"), scene.start, scene.end):
        no_verb = before.being or is_attributive(page, scene)
    else:
        no_verb = not page.folded.endswith("ing", scene.start, scene.end) and before.makes_a_noun
    stance = _stance(page, scene, stand, before)
    if is_open(page, scene) or (stand.stance == "supports" and is_purpose(page, scene)):
        return
    if _STAND_NAMED.match(page.folded, content.start):  # "reaffirmed its refusal to": the noun says how it is held
        return
    if stance is not None and not no_verb:
        yield from _of_each(takes_a_stand, page, scene, stance, subject(page, scene), content)


def is_ready_or_opposed(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who is ready, willing, opposed or committed to what.

    Match: "Oman is ready to host another round."
    Not: "The hall was ready for the delegates' arrival, and open to the public."
    """
    content = content_behind(page, scene.end, stand.follows, scene.ceiling)
    before = before_verb(page, scene) if content is not None else None
    if content is None or before is None or is_open(page, scene):
        return
    if before.being:
        stance, who = _stance(page, scene, stand, before), subject(page, scene)
    elif stand.stance == "conditions":  # "made its consent conditional on"
        made = next((at for at, _, word in page.last_words(scene) if word in _MAKES), None)
        stance, who = stand.stance, subject(page, scene, made) if made is not None else None
    else:
        return
    if stance is not None:
        yield from _of_each(is_ready_or_opposed, page, scene, stance, who, content)


def is_met_with(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose position a passive tells of.

    Match: "The plan was rejected by Tehran."
    Not: "The plan was rejected by a wide margin."
    """
    by = page.article.match(_BY, scene.end) if any(way.startswith("noun") for way in stand.follows) else None
    found = (page.starting_at(by.end()) or page.starting_at(by.end() - _ARTICLE)) if by else ()
    before = before_verb(page, scene) if found else None
    if before is not None and not before.being:
        yield from _is_met_in_passing(page, scene, stand, found[0])
        return
    stance = _stance(page, scene, stand, before) if before is not None else None
    if before is not None and stance is not None and not is_open(page, scene):
        content = Content(clause_start(page, scene.start, scene.floor), before.edge - 1)
        yield from _position(is_met_with, page, scene, stance, found[0], content)


def _is_met_in_passing(page: Page, scene: Scene, stand: Stand, who: Mentioned) -> Iterator[Position]:
    """Read a passive without "be": "a plan backed by Cairo"."""
    floor = page.phrase_opening(scene.start, scene.floor)
    if floor is not None and page.folded[scene.start : scene.end].lower() in _IN_PASSING:
        yield from _position(is_met_with, page, scene, stand.stance, who, Content(floor, scene.start - 1))


def stands_in_a_noun(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose refusal, support, demand or offer a noun names.

    Match: "Manila's refusal to withdraw the ship"
    Not: "the refusal to withdraw the ship"
    """
    who, behind = possessor(page, scene) or _who_expresses(page, scene), scene.end
    if who is None:
        owner = page.article.match(_OF_OWNER, scene.end)
        found = (page.starting_at(owner.end()) or page.starting_at(owner.end() - _ARTICLE)) if owner else ()
        who = found[0] if found else None
        if who is None:
            return
        behind = max(who.mention.phrase.end, who.mention.span.end)
    content = content_behind(page, behind, stand.follows, scene.ceiling)
    if content:
        yield from _position(stands_in_a_noun, page, scene, stand.stance, who, content)


def says_it_must(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read what a speaker says must, should or need be done.

    Match: "The siege must end before any talks, the envoy said."
    Not: "The convoy should arrive at noon."
    """
    who = page.speaker_at(scene.start)
    if who is None or _REGRET.match(page.folded, scene.end) or is_open(page, scene, asked=True):
        return
    if is_expected(page, scene) or is_no_duty(page, scene):
        return
    start, end = _said_around(page, scene)
    stance: PositionStance = "opposes" if _NOT.match(page.folded, scene.end) else stand.stance
    yield from _position(says_it_must, page, scene, stance, who, Content(start, end))


def makes_a_condition(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read on what condition a speaker will do something.

    Match: "Baku would sign only if the constitution was changed, the minister said."
    Not: "The road opens only after dark."
    """
    who = page.speaker_at(scene.start)
    if who is None:
        return
    word = page.folded[scene.start : scene.end].lower()
    if (word == "if" and not _is_in_return(page, scene)) or (word in _AFTER_NO and not _is_refused_before(page, scene)):
        return
    start, end = _said_around(page, scene)
    yield from _position(
        makes_a_condition, page, scene._replace(start=start), stand.stance, who, Content(scene.start, end)
    )


def will_not_do(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read what somebody says they will not do or accept.

    Match: "Oman would not join the coalition, its foreign minister said."
    Not: "The vote will not change the price of bread, the minister said."
    """
    doing = page.article.match(_DOING, scene.end)
    if doing is None or is_open(page, scene):
        return
    willed = doing["verb"] in word_set("willed")
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
    said = _said_around(page, scene)[1] if quote is not None else scene.ceiling
    yield from _position(will_not_do, page, scene, stand.stance, who, Content(start, clause_end(page, start, said)))


def _speaks_for(speaker: Actor, actor: Actor) -> bool:
    return speaker is actor or (speaker.country is not None and speaker.country == actor.country)


RULES: tuple[Callable[..., object], ...] = (
    takes_a_stand,
    is_ready_or_opposed,
    is_met_with,
    stands_in_a_noun,
    says_it_must,
    makes_a_condition,
    will_not_do,
)


def _said_around(page: Page, scene: Scene) -> tuple[int, int]:
    """The clause around a cue, as far as the words of its speaker reach."""
    quote = page.reading.quote_at(scene.start)
    pieces = quote.content if quote is not None else ()
    piece = next(piece for piece in pieces if piece.start <= scene.start < piece.end)
    start = max(piece.start, scene.floor, clause_start(page, scene.start, scene.floor))
    end = min(piece.end, clause_end(page, scene.end, scene.ceiling))
    while start < scene.start and page.folded[start] in "\"' ":
        start += 1
    return start, max(start, end)


def _who_expresses(page: Page, scene: Scene) -> Mentioned | None:
    """Whose a stand is that is expressed: "voiced strong opposition to", "reaffirmed the realm's rejection of"."""
    verb = next((at for at, _, word in page.last_words(scene) if word in word_set("expressing")), None)
    return subject(page, scene, verb) if verb is not None else None


def _is_refused_before(page: Page, scene: Scene) -> bool:
    """Tell whether something is refused in the clause before "until" or "without", or behind it: "no talks until"."""
    no = _NO if page.folded.startswith(("u", "U"), scene.start) else _CANNOT
    behind = min(scene.ceiling, scene.end + _FAR)
    return any(no.search(page.folded, *part) for part in ((scene.floor, scene.start), (scene.end, behind)))


def _is_in_return(page: Page, scene: Scene) -> bool:
    """Tell whether before "if" stands what somebody would do in return."""
    verbs = _IN_RETURN.finditer(page.folded, scene.floor, scene.start)
    return any(match["verb"] in word_set("willed") for match in verbs)


def _stance(page: Page, scene: Scene, stand: Stand, before: Before) -> PositionStance | None:
    """The stance of a cue, turned where it is denied; None where nothing is left of it."""
    recognizes = page.folded.startswith("recogni", scene.start)
    if not before.negated:
        return None if recognizes else stand.stance  # whoever is recognised is no position
    if recognizes or page.folded.startswith("accept", scene.start):
        return "rejects"
    return _TURNED.get(stand.stance) if stand.stance == "offers" or stand.sort == "verb" else None


def _of_each(
    rule: Callable[..., object],
    page: Page,
    scene: Scene,
    stance: PositionStance,
    who: Mentioned | None,
    content: Content,
) -> Iterator[Position]:
    """Give the position of a subject, and of each state joined to it."""
    if who is None:
        return
    here = who.mention.span.start >= scene.floor
    for one in joint_subjects(page, who) if here else (who,):
        yield from _position(rule, page, scene, stance, one, content)


def _position(
    rule: Callable[..., object],
    page: Page,
    scene: Scene,
    stance: PositionStance,
    who: Mentioned | None,
    content: Content,
) -> Iterator[Position]:
    if who is None or content.end <= content.start:
        return
    phrase = who.mention.span
    parts = [(scene.start, scene.end), (content.start, content.end)]
    if scene.floor <= phrase.start and phrase.end <= scene.ceiling:
        parts.append((phrase.start, phrase.end))
    yield Position(
        page.article.span(min(start for start, _ in parts), max(end for _, end in parts)),
        who.actor,
        stance,
        page.article.span(content.start, content.end),
        content.toward if content.toward is not who.actor else None,
        page.reading.quote_at(scene.start),
        evidence=because(rule, page.article.span(scene.start, scene.end)),
    )
