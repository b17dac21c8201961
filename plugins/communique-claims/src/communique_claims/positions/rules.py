"""The rules for positions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from communique import Actor, Position
from communique.kinds import PositionStance, because
from communique.reading import Mentioned
from communique_claims.page import Page, Scene
from communique_claims.parties import is_attributive, joint_subjects, possessor, speaker, subject
from communique_claims.positions.content import Content, clause_end, clause_start, content_behind
from communique_claims.positions.cues import Stand
from communique_claims.words import word_set

_NEGATIONS = frozenset({"not", "never", "cannot"})
_TURNED: dict[PositionStance, PositionStance] = {"supports": "opposes", "offers": "rejects"}
_BEING = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "am", "re", "s", "m"}
)
_MOST_BEFORE = 4
_BY = re.compile(r" by (?:both |the )?(?=\S)")
_NOT = re.compile(r" (?:not|never)\b")
_REGRET = re.compile(r" (?:not )?(?:have|be able) ")
_DOING = re.compile(r" (?:ever |again |simply )?(?P<verb>[a-z]{2,})\b")
_IN_RETURN = re.compile(r"\b(?:would|will|could|ready to|willing to|prepared to) (?P<verb>[a-z]+)\b")
_OF_OWNER = re.compile(r" of (?:the )?(?=\w)")


def takes_a_stand(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who wants, opposes, rejects, supports or offers what, by a verb.

    Match: "Hungary opposed any move to widen the embargo."
    Not: "The two sides opposed each other."
    """
    if stand.sort != "verb" or _is_noun(page, scene) or is_attributive(page, scene) or _is_passive(page, scene):
        return
    stance = _stance(page, scene, stand)
    content = content_behind(page, scene, stand.follows) if stance else None
    if stance and content:
        yield from _of_each(takes_a_stand, page, scene, stance, subject(page, scene), content)


def is_ready_or_opposed(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who is ready, willing, opposed or committed to what.

    Match: "Oman is ready to host another round."
    Not: "The hall was ready for the delegates' arrival, and open to the public."
    """
    if stand.sort != "adjective" or not _is_predicate(page, scene):
        return
    stance = _stance(page, scene, stand)
    content = content_behind(page, scene, stand.follows) if stance else None
    if stance and content:
        yield from _of_each(is_ready_or_opposed, page, scene, stance, subject(page, scene), content)


def is_met_with(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose position a passive tells of.

    Match: "The plan was rejected by Tehran."
    Not: "The plan was rejected by a wide margin."
    """
    if stand.sort != "verb" or "noun" not in stand.follows or not page.folded.startswith("ed", scene.end - 2):
        return
    if not _is_predicate(page, scene):
        return
    by = page.article.match(_BY, scene.end)
    found = (page.starting_at(by.end()) or page.starting_at(by.end() - 4)) if by else ()
    if found:
        start = clause_start(page, scene.start, scene.floor)
        content = Content(start, _before_auxiliaries(page, scene))
        yield from _position(is_met_with, page, scene, stand.stance, found[0], content)


def stands_in_a_noun(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose refusal, support, demand or offer a noun names.

    Match: "Manila's refusal to withdraw the ship"
    Not: "the refusal to withdraw the ship"
    """
    if stand.sort != "noun":
        return
    who, behind = possessor(page, scene), scene
    if who is None:
        owner = page.article.match(_OF_OWNER, scene.end)
        found = (page.starting_at(owner.end()) or page.starting_at(owner.end() - 4)) if owner else ()
        who = found[0] if found else None
        if who is None:
            return
        behind = scene._replace(end=max(who.mention.phrase.end, who.mention.span.end))
    content = content_behind(page, behind, stand.follows)
    if content:
        yield from _position(stands_in_a_noun, page, scene, stand.stance, who, content)


def says_it_must(page: Page, scene: Scene, stance: PositionStance) -> Iterator[Position]:
    """Read what a speaker says must, should or need be done.

    Match: "The siege must end before any talks, the envoy said."
    Not: "The convoy should arrive at noon."
    """
    who = speaker(page, scene.start)
    if who is None or _REGRET.match(page.folded, scene.end):
        return
    start, end = _said_around(page, scene)
    stance = "opposes" if _NOT.match(page.folded, scene.end) else stance
    yield from _position(says_it_must, page, scene, stance, who, Content(start, end))


def makes_a_condition(page: Page, scene: Scene, stance: PositionStance) -> Iterator[Position]:
    """Read on what condition a speaker will do something.

    Match: "Baku would sign only if the constitution was changed, the minister said."
    Not: "The road opens only after dark."
    """
    who = speaker(page, scene.start)
    if who is None:
        return
    if page.folded[scene.start : scene.end].lower() == "if" and not _is_in_return(page, scene):
        return
    start, end = _said_around(page, scene)
    yield from _position(makes_a_condition, page, scene._replace(start=start), stance, who, Content(scene.start, end))


def will_not_do(page: Page, scene: Scene, stance: PositionStance) -> Iterator[Position]:
    """Read what somebody says they will not do or accept.

    Match: "Oman would not join the coalition, its foreign minister said."
    Not: "The vote will not change the price of bread, the minister said."
    """
    doing = page.article.match(_DOING, scene.end)
    if doing is None:
        return
    willed = doing["verb"] in word_set("willed")
    if doing["verb"] in word_set("unwilled") or (page.folded.startswith("c", scene.start) and not willed):
        return
    quote = page.quote_at(scene.start)
    if not willed and (quote is None or quote.speaker is None):
        return
    who = subject(page, scene)
    if who is None or (
        not willed and quote is not None and quote.speaker and not _speaks_for(quote.speaker, who.actor)
    ):
        return
    start = doing.start("verb")
    said = _said_around(page, scene)[1] if quote is not None else scene.ceiling
    yield from _position(will_not_do, page, scene, stance, who, Content(start, clause_end(page, start, said)))


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
    quote = page.quote_at(scene.start)
    pieces = quote.content if quote is not None else ()
    piece = next(piece for piece in pieces if piece.start <= scene.start < piece.end)
    start = max(piece.start, scene.floor, clause_start(page, scene.start, scene.floor))
    end = min(piece.end, clause_end(page, scene.end, scene.ceiling))
    while start < scene.start and page.folded[start] in "\"' ":
        start += 1
    return start, max(start, end)


def _is_in_return(page: Page, scene: Scene) -> bool:
    """Tell whether before "if" stands what somebody would do in return."""
    verbs = _IN_RETURN.finditer(page.folded, scene.floor, scene.start)
    return any(match["verb"] in word_set("willed") for match in verbs)


def _is_noun(page: Page, scene: Scene) -> bool:
    """Tell whether a word that may be a verb is a noun here: "the demand", "in support of"."""
    if page.folded.startswith(("ed", "ing"), scene.end - 3):
        return False
    for _, end, before in islice(page.words_before(scene.start, scene.floor), 1):
        return (
            before in word_set("determiners") - {"that", "all", "both"}
            or before in word_set("prepositions") - {"to"}
            or page.folded[end] == "-"
        )
    return False


def _is_passive(page: Page, scene: Scene) -> bool:
    return page.folded.startswith("ed", scene.end - 2) and _is_predicate(page, scene)


def _is_predicate(page: Page, scene: Scene) -> bool:
    """Tell whether a form of "be" stands before an adjective."""
    for _, _, word in islice(page.words_before(scene.start, scene.floor), _MOST_BEFORE):
        if word in _BEING:
            return True
        if word not in word_set("skipped") and not word.endswith("ly"):
            return False
    return False


def _stance(page: Page, scene: Scene, stand: Stand) -> PositionStance | None:
    """The stance of a cue, turned where it is denied; None where nothing is left of it."""
    for start, _, word in islice(page.words_before(scene.start, scene.floor), _MOST_BEFORE):
        if word in _NEGATIONS or (word == "t" and page.folded.startswith("n'", start - 2)):
            if page.folded.startswith("accept", scene.start):
                return "rejects"
            return _TURNED.get(stand.stance) if stand.stance == "offers" or stand.sort == "verb" else None
        if word not in word_set("skipped") and word not in _BEING and not word.endswith("ly"):
            break
    return stand.stance


def _before_auxiliaries(page: Page, scene: Scene) -> int:
    """Where the subject of a passive ends: before its auxiliaries."""
    edge = scene.start
    for start, _, word in page.words_before(scene.start, scene.floor):
        if word not in word_set("skipped") and word not in _BEING and not word.endswith("ly"):
            break
        edge = start
    return edge - 1


def _of_each(
    rule: Callable[..., object],
    page: Page,
    scene: Scene,
    stance: PositionStance,
    who: Mentioned | None,
    content: Content,
) -> Iterator[Position]:
    """Give the position of a subject, and of each state joined to it."""
    for one in joint_subjects(page, who) if who is not None else ():
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
        page.quote_at(scene.start),
        evidence=because(rule, page.article.span(scene.start, scene.end)),
    )
