"""The rule for nouns that name a stand: whose demand, refusal or support it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import regex

from communique import Position
from communique.kinds import PositionStance
from communique.reading import Mentioned
from communique_claims.owners import agents, possessor
from communique_claims.page import Page, Scene
from communique_claims.positions.content import Content, clause_end, clause_start, content_behind
from communique_claims.positions.cues import Stand
from communique_claims.positions.drafting import TURNED, Draft
from communique_claims.positions.verbs import before_verb
from communique_claims.subjects import subject
from communique_claims.words import word_set

MAKES = frozenset({"make", "makes", "made", "making"})
"""Verbs that make something of a thing: a condition, conditional."""
_ARTICLE = len("the ")
_IS_MET = re.compile(
    r" (?:was|were|is|are|has been|have been|had been|will be) (?:\w+ly )?"
    r"(?:rejected|dismissed|rebuffed|refused|turned down|ignored|met|granted|backed|supported|opposed|condemned|"
    r"welcomed|accepted|endorsed|denied)\b| went unheeded"
)
_OF_WHOM = re.compile(r" (?:of|from) (?=\S)")
_RECEIVES = regex.compile(
    r"(?:ha(?:s|ve|d)|wins?|won|enjoy(?:s|ed)|gets?|got|receive[sd]?|dr[ae]ws?|drawn|attract(?:s|ed)|gain(?:s|ed)|"
    r"secure[sd]|me[et]ts?(?: with)?|met(?: with)?|face[sd]?|command(?:s|ed)|ran into) "
    r"(?:(?:the|full|strong|broad|fierce|stiff|public|wide|cautious|unanimous) ){0,3}"
)
_HAS_NO = regex.compile(r"(?:has|have|had) no ")
_MOST_OF_CONDITION = 15
_MEASURE = re.compile(r"([a-z]{2,20}(?: [a-z]{2,20}){0,2}?) (?:to|for|of|on|that|aimed|calling|which)\b")
_OF_OWNER = re.compile(
    r" (?:(?:made|put forward|presented|tabled|submitted|issued|floated|launched|announced)(?: [\w-]{1,15}){0,4}? )?"
    r"(?<= )(?:of|by|from) (?:the )?(?=\w)"
)


def stands_in_a_noun(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose refusal, support, demand or offer a noun names.

    Matches "Manila's refusal to withdraw the ship"; not "the refusal to withdraw the ship".
    """
    made = _made_a_condition(page, scene) if stand.stance == "conditions" else None
    if made is not None:
        yield from Draft(stands_in_a_noun, page, scene, stand.stance).of(*made)
        return
    received = list(_received(page, scene, stand))
    if received:
        yield from received
        return
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
        met = _IS_MET.search(page.folded, content.start, content.end)
        content = content if met is None else content._replace(end=met.start())
        none = page.folded.endswith(("no ", "little ", "No "), scene.floor, scene.start)
        turned: PositionStance | None = "supports" if stand.stance == "opposes" else TURNED.get(stand.stance)
        stance = turned if none else stand.stance
        if stance is not None:
            yield from Draft(stands_in_a_noun, page, scene, stance).of(who, content)


def stands_in_a_compound(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read who proposed or backs what a compound names.

    Matches "the council took up a Qatari-proposed truce of ninety days"; not "the Qatari-backed fighters took the
    bridge".
    """
    who = next(iter(page.ending_at(scene.start - 1)), None)
    if who is None or not page.folded.startswith(" ", scene.end):
        return
    start = scene.end + 1
    phrase = _MEASURE.match(page.folded, start, scene.ceiling)
    if phrase is None or word_set("measures").isdisjoint(phrase[1].split(" ")):
        return
    yield from Draft(stands_in_a_compound, page, scene, stand.stance).of(
        who, Content(start, clause_end(page, start, scene.ceiling))
    )


def _made_a_condition(page: Page, scene: Scene) -> tuple[Mentioned, Content] | None:
    """Read what somebody made a condition: "made the release of the crew a precondition for talks"."""
    if not page.folded.endswith((" a ", " the "), scene.floor, scene.start):
        return None
    behind = scene.start - len(" a ")
    behind -= len("the") - len("a") if page.folded.endswith(" the ", scene.floor, scene.start) else 0
    for start, end, word in islice(page.words_before(behind, scene.floor), _MOST_OF_CONDITION):
        if word in MAKES and not page.folded.endswith(" as", start, behind):
            who = subject(page, scene, start)
            return (who, Content(end + 1, behind)) if who is not None and end + 1 < behind else None
        if page.folded[end : end + 1] not in {" ", "'", "-"}:
            return None
    return None


def _received(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read whose support or opposition something has: "the plan has the backing of Jordan and Oman"."""
    by = page.article.match(_OF_WHOM, scene.end) if stand.stance in {"supports", "opposes"} else None
    has = page.words_matching(scene, _RECEIVES) if by is not None else None
    if by is None or has is None:
        return
    start, end = clause_start(page, has, scene.floor), before_verb(page, scene._replace(start=has)).edge - 1
    if page.folded.find(" ", start, end) < 0:
        return  # "he has the support of"
    for one in agents(page, scene, by.end() - 1):
        if not page.folded.startswith("'", one.mention.span.end):
            yield from Draft(stands_in_a_noun, page, scene, stand.stance).of(one, Content(start, end))


def _who_expresses(page: Page, scene: Scene) -> Mentioned | None:
    """Whose a stand is that is expressed: "voiced strong opposition to", "reaffirmed the realm's rejection of"."""
    if (
        page.folded.endswith(" no ", scene.floor, scene.start)
        and (has := page.words_matching(scene, _HAS_NO)) is not None
    ):
        return subject(page, scene, has)
    setting = (
        word_set("setting")
        if page.folded.startswith(("cond", "precond", "prereq", "red"), scene.start)
        else frozenset()
    )
    verb = next(
        (at for at, _, word in page.last_words(scene) if word in word_set("expressing") or word in setting), None
    )
    return subject(page, scene, verb) if verb is not None else None
