"""The rule for land that is said to be somebody's soil: "the islets are Korean territory"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from communique import Claim, Entry, Reading
from communique.countries import COUNTRIES, CountryWord
from communique.reading import Mentioned
from communique.words import Hit
from communique_claims.antecedents import said_of_antecedent
from communique_claims.drafts import Rule, claim
from communique_claims.ground import Ground, ground_before, phrase_before
from communique_claims.page import Page, Scene
from communique_claims.predicates import behind_apposition, copula
from communique_claims.subjects import subject

_BEING = (" is ", " are ", " was ", " were ", " been ", " be ", " remain ", " remains ", " stay ")
_ENDS = regex.compile(
    r"(?:'s)?+(?! [\w\"'(]|[-'\w])| (?:and|but|by|since|forever|again|now|from|or|not|as|because|in)\b"
)
_ADJECTIVES = frozenset({"adjective", "people", "name"})
_LEAVING = frozenset({"leave", "leaves", "leaving", "left", "keep", "keeps", "kept", "put", "puts", "place", "placed"})
_WITHIN = ("in ", "on ", "inside ", "within ")
_THEIRS = Entry("", "theirs")


def is_their_soil(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who says of a territory that it is the soil of a state: a claim to one's own, else the title accepted.

    Matches "the shoal has always been Peruvian territory," the minister said; not "the delegation is on Peruvian soil",
    nor the same words where nobody says them.
    """
    last = scene.start - (len("'s ") if page.folded.endswith("'s ", 0, scene.start) else 1)
    owner = page.countries.ending_at(last)
    if owner is not None:
        code = owner[2].means.country.code
        if page.folded.startswith("hands", scene.start) and page.folded.endswith(" in ", scene.floor, owner[0]):
            yield from _left_in_hands(page, scene, owner)
        yield from _said(is_their_soil, page, scene, code, copula(page, scene, owner[0]))


def _left_in_hands(page: Page, scene: Scene, owner: Hit[CountryWord]) -> Iterator[Claim]:
    """Give in whose hands a land is left or kept: "leave the peninsula in Russian hands"."""
    ground = ground_before(page, owner[0] - len(" in "), scene, any_name=True)
    state = page.state(owner[2].means.country.state)
    before = next(page.words_before(ground.start, scene.floor), (0, 0, "")) if ground is not None else (0, 0, "")
    if ground is not None and state is not None and state.mentions and before[2] in _LEAVING:
        yield from claim(is_their_soil, page, scene, "controls", Mentioned(state, state.mentions[0]), ground)


def is_theirs(page: Page, scene: Scene) -> Iterator[Claim]:
    """Find who says of a territory that it is a nation's, by an adjective alone, or "ours".

    Matches "The valley is Peruvian," and "the islets are ours", the minister said; not "the cook is Peruvian".
    """
    word = page.countries.at(scene.start)
    says = page.speaker_at(scene.start) if word is None else None
    owner = word[2].means.country.code if word is not None else says.actor.country if says is not None else None
    if says is not None and page.folded.startswith(_WITHIN, scene.start):
        there = list(_stands_there(page, scene, says))
        if there:
            yield from there
            return
    hands = page.folded.find(" in ", scene.start, scene.end) + 1  # "remain in our hands": the verb is in the cue
    yield from _said(is_theirs, page, scene, owner, copula(page, scene, max(hands, scene.start)))


def _stands_there(page: Page, scene: Scene, says: Mentioned) -> Iterator[Claim]:
    """Give who stands in the land of whoever says so: "Their troops are still on our soil"."""
    who = subject(page, scene)
    if who is not None and who.actor.kind in {"state", "group"} and who.actor.country != says.actor.country:
        start = page.folded.index(" ", scene.start) + 1
        there = Ground(start, scene.end, start, None, named=False)
        against = page.state(says.actor.country) or says.actor
        yield from claim(is_theirs, page, scene, "controls", who, there, against)


def _said(rule: Rule, page: Page, scene: Scene, owner: str | None, edge: int | None) -> Iterator[Claim]:
    """Give what somebody says of the territory before a copula: whose it is."""
    if edge is None or owner is None:
        return
    relative = said_of_antecedent(page, scene, edge)
    says, ground = relative or (page.speaker_at(scene.start), None)
    if says is None:
        return
    end = edge - 1 - page.folded.endswith(' "', 0, edge)  # the Arctic "is our land"
    apposed = behind_apposition(page, scene, end - 1) if ground is None else None
    end = end if apposed is None else apposed
    if ground is None and rule is is_their_soil:
        ground = phrase_before(page, end, scene)
    ground = ground or ground_before(page, end, scene, any_name=True)
    if ground is None or owner in {one.actor.country for one in page.within(ground.start, ground.end)}:
        return
    if says.actor.country in {None, owner}:
        yield from claim(rule, page, scene, "claims", says, ground)
    else:
        yield from claim(rule, page, scene, "recognizes", says, ground, page.state(owner))


def predicates(reading: Reading) -> Iterator[Hit[str]]:
    """Give the adjectives of countries that are the predicate of a clause: "The valley is *Peruvian*,"."""
    folded = reading.article.folded
    for start, end, entry in reading.hits(COUNTRIES):
        if entry.means.form in _ADJECTIVES and folded.endswith(_BEING, 0, start) and _ENDS.match(folded, end):
            yield start, end, _THEIRS
