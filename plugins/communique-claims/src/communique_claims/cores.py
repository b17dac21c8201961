"""The walk of a noun phrase to its last word for land or waters, or its last place."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from communique_claims.page import Page
from communique_claims.words import word_set

_WORD = regex.compile(
    r"""["']?+(?P<word>(?:\d++(?:[,.]\d++)*+(?!\w)|\p{Lu}\.(?:\p{Lu}\.)++|[\p{L}\p{N}\p{M}]++)(?:-[\p{L}\p{N}\p{M}]++)*+)"""
)
_MOST_WORDS = 10
_LONGEST_WORD = 12
_POSSESSIVE = regex.compile(r"'s? ")


class Core(NamedTuple):
    """A noun phrase as far as it names land."""

    end: int
    """Where its last word for land, or its last place, ends."""
    named: bool
    """Whether it has a name in it."""
    name_last: bool
    """Whether it ends with the name."""


def core_at(page: Page, position: int, ceiling: int, *, any_name: bool = False, closed: bool = False) -> Core | None:
    """Walk a noun phrase to its last word for land or waters, or its last place.

    It is `closed` behind a preposition, where the name that ends it cannot be the subject of what follows.
    """
    edge, best = position, None
    for _ in range(_MOST_WORDS):
        match = page.article.match(_WORD, edge)
        if match is None or match.end() > ceiling:
            break
        start, end = match.span("word")
        part = _part(page, start, end, ceiling, best)
        if part == "other":
            return None
        if part == "end" or (best is not None and page.folded[start:end].lower() in word_set("determiners")):
            break
        if best is not None and not best.named and _is_owned_anew(page, start, end):
            break  # "considers both regions Georgian land"
        if part == "name":
            end = name_end(page, start, ceiling)
            named = page.named_at(start)
            is_subject = named is not None and named.actor.kind == "state" and next_word(page, end).islower()
            if best is not None and not best.named and is_subject:
                break  # "the territories Israel captured"
            best = Core(end, named=True, name_last=True)
        elif part == "noun":
            best = Core(end, named=(best is not None and best.named) or page.folded[start].isupper(), name_last=False)
        elif any_name and _is_unknown_name(page, start, end):
            best = Core(end, named=True, name_last=False)
        edge = _step(page, end)
        if edge == end or end >= ceiling:
            break
        if edge - end > 1:  # "Georgia's regions": the owner is not the head
            best = None
    return best if best is None or _stands(page, best, ceiling, closed=closed) else None


def _is_owned_anew(page: Page, start: int, end: int) -> bool:
    """Tell whether the adjective of a country begins another phrase for land."""
    word = page.countries.at(start)
    return word is not None and word[2].means.form == "adjective" and _leads_on(page, end)


def _part(
    page: Page, start: int, end: int, ceiling: int, best: Core | None
) -> Literal["name", "noun", "modifier", "end", "other"]:
    """Tell what a word is in a noun phrase whose best end so far is known."""
    word = page.folded[start:end]
    lower = word.lower()
    if word != lower and name_end(page, start, ceiling):
        return "name"  # also "al-Hasakah"
    if word in word_set("grounds") or (best is not None and word[0].isupper() and lower in word_set("grounds")):
        return "noun"
    if lower in word_set("stops") or lower in word_set("prepositions"):
        return "end"
    if best is None and _is_plural_or_verb(word) and lower not in word_set("determiners"):
        return "other"
    if best is None or word[0].isupper():
        return "modifier"
    if not best.name_last or lower in word_set("followers") or lower.endswith("ly"):
        return "end"
    return "modifier" if _leads_on(page, end) and not _is_plural_or_verb(word) else "end"


def _is_unknown_name(page: Page, start: int, end: int) -> bool:
    lower = page.folded[start:end].lower()
    return page.folded[start].isupper() and lower not in word_set("followers") and not page.starting_at(start)


def _is_plural_or_verb(word: str) -> bool:
    """Tell whether a lower-case word cannot describe the noun behind it: "tariffs divides Norway"."""
    return word[0].islower() and word.endswith("s") and not word.endswith(("ss", "us", "overseas")) and len(word) > 1


def _step(page: Page, edge: int) -> int:
    """Go over what stands between two words of a noun phrase: a space, a hyphen, a possessive."""
    possessive = page.article.match(_POSSESSIVE, edge)
    if possessive:
        return possessive.end()
    return edge + 1 if page.folded[edge : edge + 1] in {" ", "-"} else edge


def name_end(page: Page, start: int, ceiling: int) -> int:
    """Where the name of a place, state or group ends that starts at an offset, 0 where none does."""
    place = page.places.starting_at(start)
    end = place[1] if place else 0
    named = page.named_at(start)
    if named is not None and named.actor.kind in {"state", "group"} and named.mention.form == "name":
        end = max(end, named.mention.span.end)
    return end if end <= ceiling else 0


def next_word(page: Page, edge: int) -> str:
    """The word behind an offset, if only a blank stands between."""
    match = page.article.match(_WORD, edge + 1) if page.folded[edge : edge + 1] == " " else None
    return page.folded[slice(*match.span("word"))] if match else ""


def _leads_on(page: Page, edge: int) -> bool:
    """Tell whether the lower-case word that ends at `edge` stands before a noun for land: "Antofagasta port city"."""
    return next_word(page, edge) in word_set("grounds")


def _stands(page: Page, core: Core, ceiling: int, *, closed: bool) -> bool:
    """Tell whether a phrase is not the modifier of another word: "the Crimea bridge", "Ukraine attacked"."""
    if core.end >= ceiling:
        return True
    if page.folded.startswith("-", core.end):  # "the Seoul-controlled islets"
        return False
    word = next_word(page, core.end)
    if not word:
        return True
    lower = word.lower()
    if lower in word_set("apart") or _only_describes(page, core, word):
        return False
    return not core.name_last or closed or word[0].isdigit() or may_follow(lower)


def _only_describes(page: Page, core: Core, following: str) -> bool:
    """Tell whether a noun for land describes the noun behind it: "border posts", "the northeast corner office"."""
    if core.name_last or not following[0].islower() or following.endswith(("ed", "ing")) or may_follow(following):
        return False
    last = page.folded[max(0, core.end - _LONGEST_WORD) : core.end].rsplit(" ", 1)[-1]
    return last in word_set("describing") and following not in word_set("verbs")


def may_follow(lower: str) -> bool:
    """Tell whether a word may stand behind a name that ends a phrase."""
    if lower in word_set("followers") or lower.endswith("ly"):
        return True
    return lower in word_set("stops") and lower not in word_set("verbs")
