"""Whose something is, and who is named behind "by" or "between"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import regex

from communique import Actor
from communique.reading import Mentioned
from communique_claims.page import Page, Scene
from communique_claims.words import word_set

_MOST_WORDS = 8
_MOST_AGENTS = 8
_BETWEEN_AGENTS = regex.compile(r"""(?:, and |, or |, | and | or |/| as well as )(?:the )?(?:[\w-]{2,30}-backed )?""")
_BEFORE_AGENTS = regex.compile(
    r" (?:both |either )?(?:(?:the|an?|some|several|about|around|\d[\d,]{0,9}|(?:dozens|hundreds|thousands|handful) of|"
    r"dozen) ){0,3}(?:[\w-]{2,30}-(?:backed|led|aligned) )?"
)
_ANY = ("any ", "another ", "any other ", "no ", "no other ", "every ", "either ", "each ")
_NOUN_GAPS = frozenset({"", " ", ", ", "-", "'", "' ", ". "})


def possessor(page: Page, scene: Scene, position: int | None = None) -> Mentioned | None:
    """Find whose a noun is: "Russia's demand", "its annexation", "Chinese claims", "a Danish assertion"."""
    return possessor_from(page, scene.start if position is None else position, scene.floor)


def agents(page: Page, scene: Scene, position: int) -> list[Mentioned]:
    """List the actors after "by" (or "between") that ends at an offset: "by both A and B"."""
    found: list[Mentioned] = []
    opening = page.article.match(_BEFORE_AGENTS, position)
    edge = opening.end() if opening else position
    while len(found) < _MOST_AGENTS and edge < scene.ceiling:
        here = _starting(page, edge) or _starting(page, edge - 4)  # a phrase may begin with "the"
        if here is None or page.folded.startswith("-", here.mention.span.end):
            break
        found.append(here)
        joint = page.article.match(_BETWEEN_AGENTS, max(here.mention.span.end, edge))
        if joint is None:
            break
        edge = joint.end()
    return found


def states_among(found: Iterable[Mentioned], *but: Actor | None) -> list[Mentioned]:
    """Keep the first mention of each state, leaving some actors and their countries out."""
    known = {actor.country for actor in but if actor is not None}
    kept: dict[str, Mentioned] = {}
    for one in found:
        country = one.actor.country
        if one.actor.kind == "state" and country and country not in known:
            kept.setdefault(country, one)
    return list(kept.values())


def _starting(page: Page, start: int) -> Mentioned | None:
    found = page.starting_at(start)
    return found[0] if found else None


def possessor_from(page: Page, position: int, floor: int) -> Mentioned | None:
    """Find whose a noun is that starts at an offset, looking back to `floor` at most."""
    edge, adjective = position, None
    for start, end, word in islice(page.words_before(position, floor), _MOST_WORDS):
        gap = page.folded[end:edge]
        if gap not in _NOUN_GAPS:
            break
        if word in {"our", "my"}:
            return page.speaker_at(start)
        found = page.ending_at(end) or page.ending_at(end + 1)
        if found and (found[0].mention.form != "demonym" or adjective is not None):
            return found[0] if adjective is None or gap == "'" else adjective
        if found and "," not in gap:
            adjective = found[0]  # whose it is may still come: "Kosovo's Albanian majority"
        elif word in word_set("realms") and page.folded.endswith(_ANY, floor, start):
            break
        elif word == "its" or (word in word_set("realms") and page.folded.startswith("'s ", end)):
            return _nearest_state(page, start, floor)
        elif word in word_set("stops") or word in word_set("determiners"):
            break
        edge = start
    return adjective


def _nearest_state(page: Page, position: int, floor: int) -> Mentioned | None:
    """The state, group or body named last before "its", where nobody has said whose it is."""
    before = page.within(floor, position)
    owners = (
        found
        for found in reversed(before)
        if found.actor.kind in {"state", "group"} or (found.actor.kind == "organization" and found.actor.country)
    )
    return next((found for found in owners if not _is_adjective(found) and not _is_behind(page, found)), None)


def _is_adjective(found: Mentioned) -> bool:
    """Tell whether a mention is an adjective, or one that a name only looks like: "the North Pole"."""
    return found.mention.form == "demonym" and not found.mention.span.text.endswith("s")


def _is_behind(page: Page, found: Mentioned) -> bool:
    """Tell whether a name stands behind "of", "in" or the like: "the invasion of Kuwait"."""
    start = min(found.mention.phrase.start, found.mention.span.start)
    return page.folded[max(0, start - 9) : start].endswith((" of ", " in ", " with ", " against ", " from ", " over "))
