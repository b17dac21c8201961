"""Countries of persons from whose officials they are: "its ambassador", "his deputy", "Peru's foreign minister"."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from communique_actors.drafts import Draft
from communique_actors.scene import Scene
from communique_actors.titles import Title, extended, of_noun

_OF_PERSONS = frozenset({"his", "her"})
_OF_BODIES = frozenset({"its", "their"})
_SENTENCES_BACK = 2
_MOST_TOLD = 20
"""That many times an office is told of before its holder is named; of more the last count."""
_REACH = 600
"""How much of a sentence is looked at."""


class Owner(NamedTuple):
    """Whose officials somebody belongs to."""

    country: str | None
    international: bool = False


def fill_from_owners(scene: Scene, drafts: list[Draft], at: dict[int, Draft]) -> None:
    """Give persons without a country that of whose officials they are, as the words before their title tell."""
    starts = sorted(at)
    for draft in drafts:
        if draft.country is not None or draft.international or not draft.starts or not draft.roles:
            continue
        mention = draft.mentions[draft.starts[0]]
        start = min(mention.phrase.start, mention.span.start)
        owner = owner_by_pronoun(scene, start, starts, at, draft)
        if owner is not None:
            draft.country, draft.international = owner


def owner_by_pronoun(scene: Scene, start: int, starts: list[int], at: dict[int, Draft], *but: Draft) -> Owner | None:
    """Whose officials a phrase tells of that starts behind "his", "her", "its" or "their".

    Matches "Peru was absent. Its ambassador to Chile, Ana Ruiz, left"; not "the ambassador to Chile".
    """
    word = scene.before(start)
    if word in _OF_PERSONS:
        return _person_before(scene, start, starts, at, *but)
    if word in _OF_BODIES:
        return _state_before(scene, start)
    return None


def _person_before(scene: Scene, start: int, starts: list[int], at: dict[int, Draft], *but: Draft) -> Owner | None:
    """The person named first in the sentence so far, else in one of those before it."""
    for low, high in _sentences_back(scene, start):
        for one in scene.between(starts, low, high):
            draft = at[one]
            if draft not in but:
                return Owner(draft.country, draft.international)
    return None


def _state_before(scene: Scene, start: int) -> Owner | None:
    for low, high in _sentences_back(scene, start):
        named = [one for one in scene.countries_in(low, high) if one.country.state]
        if named:
            return Owner(named[0].country.state)
    return None


def _sentences_back(scene: Scene, position: int) -> list[tuple[int, int]]:
    """The sentence up to a position and those before it, nearest first."""
    sentences = scene.layout.sentences
    number = sentences.at(position)
    if number < 0:
        return []
    body = scene.dateline.body if scene.dateline is not None else 0
    before = [sentences[one] for one in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1)]
    here = (max(sentences.starts[number], position - _REACH), position)
    return [(max(start, body), min(end, start + _REACH)) for start, end in (here, *before)]


class _Told(NamedTuple):
    """An office told of without a holder's name."""

    start: int
    title: Title
    country: str


def fill_from_functions(scene: Scene, drafts: list[Draft], at: dict[int, Draft]) -> None:
    """Give persons the office told of before their name: "Peru's foreign minister said … Foreign Minister Ana Ruiz".

    Who has no country gets that of the office; the words for the office are a mention of its holder.
    """
    holders = [one for one in drafts if one.roles and one.mentions and not one.international]
    told = _functions_told(scene, at, {_last_word(next(iter(one.roles))) for one in holders})
    for draft in holders if told else ():
        known = told.get(next(iter(draft.roles)), [])
        number = bisect_left(known, draft.starts[0], key=_start)
        before = known[max(0, number - _MOST_TOLD) : number]
        if draft.country is None and before and not _is_of_another(scene, draft, before[-1].country):
            draft.country = before[-1].country
        for one in before:
            if one.country == draft.country:
                draft.mention(scene.span(one.start, one.title.end), "title")
                scene.used.update(one.title.used)


def _is_of_another(scene: Scene, draft: Draft, country: str) -> bool:
    """Tell whether the sentence of a holder of a common office speaks of another state first: "Peru's team led by".

    Such an office is one word, and a state has many of its holders: ambassadors, ministers, envoys.
    """
    start = draft.starts[0]
    named = scene.countries_in(scene.sentence_start(start), start) if " " not in next(iter(draft.roles)) else []
    return bool(named) and all(one.country.state != country for one in named)


def _start(told: _Told) -> int:
    return told.start


def _last_word(text: str) -> str:
    return text.replace("-", " ").rsplit(" ", 1)[-1]


def _functions_told(scene: Scene, at: dict[int, Draft], last_words: set[str]) -> dict[str, list[_Told]]:
    """The offices told of without a holder's name, by their words, as far as these end in one of some words."""
    starts = sorted(at)
    told: dict[str, list[_Told]] = {}
    for listed in scene.titles:
        if listed.start in scene.used or (listed.end + 1) in scene.name_at:
            continue
        if _last_word(scene.folded[listed.start : listed.end]).casefold() not in last_words:
            continue
        title = extended(scene, of_noun(listed))
        last = max((one.end for one in scene.countries_in(title.start, title.end)), default=title.start)
        text = scene.folded[last : title.end].removeprefix("'s").strip().casefold()
        country = title.countries[-1] if title.countries else None
        start = title.start
        if country is None and (owner := owner_by_pronoun(scene, start, starts, at)) is not None:
            country = owner.country
            start -= len(scene.before(start)) + 1
        if country is not None:
            told.setdefault(text, []).append(_Told(start, title, country))
    return told
