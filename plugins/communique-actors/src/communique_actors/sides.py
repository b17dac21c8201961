"""Countries of persons from the side or delegation they are named in."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise

from communique.countries import CountryWord
from communique_actors.drafts import Draft
from communique_actors.lexicons import Organization
from communique_actors.listed import country_of
from communique_actors.scene import CountryMention, Scene

_WORDS_OF_SIDES = (" side", " deleg", " team", " negotiat", " represent")
_FARTHEST = 46
_LONGEST_JOINT = 130
_LONGEST_LIST = 1500
_LONGEST_LINE = 240
_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
_NO_VERB = r"(?! (?!includ|compris|consist|featur|was\b|is\b|has\b)[a-z]{3,14}(?:ed|s) (?!by\b|of\b)| (?:said|told) )"
_SIDE = re.compile(
    rf"(?:'s)? (?:[a-z-]{{2,14}}+ ){{0,2}}?(?:side\b{_NO_VERB}|"
    r"represented (?:[^.;:,\"]{1,80}? )?by|"
    r"(?:delegation|team|negotiators|representatives|negotiating team)"
    r"(?: (?:at|in|to|for) (?:the )?[\w' -]{2,40}?)?(?::|,? (?:also )?"
    r"(?:included|includes|comprised|comprises|consisted of|consists of|was made up of|is made up of|will include|"
    r"is led by|was led by|will be led by|is headed by|was headed by|will be headed by|led by|headed by|comprising|"
    r"including|by)))"
)
_JOINT = re.compile(
    r"(?:[,;]|[,;]? and|[,;] (?:and )?by|,? (?:as well as|along with|together with)|"
    r"[^.;:,\"]{1,60}? (?:together|along) with|"
    r",?(?: who)?(?: (?:is|was|were|are|will|would|to|be|has|had|been)){0,2}(?: also)?"
    r" (?:accompanied|joined|flanked) by|"
    r"[^.;:\"]{0,60}\b(?:delegation|team|mission)\b[^.;:\"]{0,40}"
    r"\b(?:include[sd]?|including|compris(?:e[sd]|ing)|consist(?:s|ed|ing) of|made up of))(?: both)? (?:the )?"
)
_LEADS = re.compile(
    r",?(?: who)?(?: (?:will|would|is|was|to|also|had|has)){0,2} "
    r"(?:head(?:ed|s|ing)?|led|lead(?:s|ing)?|represent(?:ed|s|ing)?) (?:the |an? )?"
)
_SIDE_BEHIND = re.compile(r"(?:'s)? (?:[\w-]{2,14}+ ){0,2}?(?:side|delegation|team|negotiators|mission)\b")


def fill_from_sides(scene: Scene, at: dict[int, Draft]) -> None:
    """Give persons without a country that of the side that lists them in its sentence, or that they lead."""
    starts = sorted(at)
    for start in starts:
        if at[start].country is None and not at[start].international:
            at[start].country = side_led(scene, at[start], start)
    for one in _countries_of_sides(scene):
        if side_names_persons(scene, one):
            for start in scene.between(starts, one.end, _end_of_side(scene, one.end)):
                draft = at[start]
                owns = scene.folded.startswith("'", draft.mentions[start].span.end)  # "the president's adviser"
                if draft.country is None and not draft.international and not owns:
                    at[start].country = one.country.state
    for end in _ends_of_bodies(scene):
        if _SIDE.match(scene.folded, end):
            for start in scene.between(starts, end, _end_of_side(scene, end)):
                at[start].international = at[start].international or at[start].country is None


def _end_of_side(scene: Scene, position: int) -> int:
    """Where the list of a side ends: with the sentence or before the next adjective, behind a colon with the lines."""
    limit = min(scene.sentence_end(position), position + _LONGEST_LIST)
    paragraphs = scene.layout.paragraphs
    number = paragraphs.at(position)
    if number >= 0 and scene.folded.startswith(":", paragraphs.ends[number] - 1):
        while (number := number + 1) < len(paragraphs) and _is_line(scene, *paragraphs[number]):
            limit = min(paragraphs.ends[number], position + _LONGEST_LIST)
    return _next_adjective(scene, position, limit)


def _is_line(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a paragraph is no longer than a line of a list and no more than one sentence."""
    sentences = scene.layout.sentences
    return end - start <= _LONGEST_LINE and sentences.at(start) == sentences.at(end - 1)


def _ends_of_bodies(scene: Scene) -> list[int]:
    """Where the words for international bodies end that stand before a word for a side: "the European side"."""
    found: list[int] = []
    for word in _WORDS_OF_SIDES[:2]:
        position = scene.folded.find(word)
        while position >= 0:
            listed = scene.lists.ending.get(position)
            body = listed.means if listed is not None else None
            of_body = isinstance(body, Organization) and body.prefix in _INTERNATIONAL
            if of_body or scene.folded.endswith(" European", max(0, position - 10), position):
                found.append(position)
            position = scene.folded.find(word, position + 1)
    return found


def side_led(scene: Scene, draft: Draft, start: int) -> str | None:
    """Give the country whose side somebody leads.

    Matches "Ana Ruiz headed the Peruvian delegation"; not "Ana Ruiz led the Peruvian champion".
    """
    mention = draft.mentions[start]
    leads = _LEADS.match(scene.folded, max(mention.phrase.end, mention.span.end))
    listed = scene.lists.starting.get(leads.end()) if leads else None
    if leads is None or listed is None:
        return None
    represents = "represent" in leads.group() and isinstance(listed.means, CountryWord) and listed.means.form == "name"
    return country_of(listed) if represents or _SIDE_BEHIND.match(scene.folded, listed.end) else None


def _next_adjective(scene: Scene, start: int, limit: int) -> int:
    """Where the next adjective of a country starts that belongs to no title, or the limit."""
    inside = scene.countries_in(start, limit)
    return next((one.start for one in inside if one.form == "adjective" and one.start not in scene.used), limit)


def _countries_of_sides(scene: Scene) -> list[CountryMention]:
    """The words for countries shortly before a word for a side, in the order of the text."""
    found: dict[int, CountryMention] = {}
    for word in _WORDS_OF_SIDES:
        position = scene.folded.find(word)
        while position >= 0:
            found |= {one.start: one for one in scene.countries_in(position - _FARTHEST, position)}
            position = scene.folded.find(word, position + 1)
    return [found[start] for start in sorted(found)]


def fill_from_lists(scene: Scene, at: dict[int, Draft], known: Container[int] = ()) -> set[int]:
    """Give persons without a country that of the one before them in a list or in whose company they are.

    Those whose ids are known are left alone.  Returns the ids of those who stand behind another in a list, with a
    country or without.
    """
    companions: set[int] = set()
    for before, start in pairwise(sorted(at)):
        draft, previous = at[start], at[before]
        if draft.country is not None or draft.international or previous is draft or id(draft) in known:
            continue
        if _in_company(scene, previous.mentions[before].phrase.end, draft.mentions[start].phrase.start):
            draft.country = previous.country
            companions.add(id(draft))
    return companions


def _in_company(scene: Scene, end: int, start: int) -> bool:
    """Tell whether what stands between two persons joins them: "A, B", "A was accompanied by B"."""
    if not 0 < start - end <= _LONGEST_JOINT or not _JOINT.fullmatch(scene.folded, end, start):
        return False
    return not any(one.form == "adjective" for one in scene.countries_in(end, start))


def side_names_persons(scene: Scene, one: CountryMention) -> bool:
    """A country whose side or delegation a sentence lists.

    Matches "The Kenyan delegation included Amina Otieno"; not "Kenyan delegations arrived".
    """
    return scene.article.match(_SIDE, one.end) is not None
