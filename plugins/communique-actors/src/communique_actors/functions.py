"""Persons called by their function alone: "the Russian president", "the minister"."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable
from itertools import pairwise

from attrs import frozen

from communique import Role
from communique_actors.appositions import phrase_at
from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS, TitleWord
from communique_actors.listed import Listed
from communique_actors.persons import Ambiguous, take
from communique_actors.scene import Scene
from communique_actors.titles import Title, extended

_CALLED_BY = frozenset({"office", "royal", "rank"})
_COMPLEMENT = re.compile(r" (?:of|to|for|at|in|on) ")
_MINISTERS = frozenset({"minister", "secretary", "ambassador", "envoy", "premier"})
_FAR = 2
"""How many sentences back a person without a role may be called by one."""

_MOST_BEARERS = 30
"""No more are asked whether a function is theirs: those introduced last."""


@frozen
class Function:
    """A function without a name behind it."""

    start: int
    title: Title
    noun: str
    words: frozenset[str]
    """Its words, country and praise left out: those a role must have to be the same."""
    former: bool = False


class _Register:
    """Persons by a word, those who are named first in front."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Draft]] = {}

    def add(self, word: str, draft: Draft) -> None:
        insort(self._by_word.setdefault(word, []), draft, key=_first)

    def fitting(self, word: str, position: int, fits: Callable[[Draft], bool]) -> list[Draft]:
        """Those already named at a position and fit for it, the one named last before it in front."""
        known = self._by_word.get(word, [])
        named = known[: bisect_left(known, position, key=_first)][-_MOST_BEARERS:]
        found = [draft for draft in named if fits(draft)]
        return sorted(found, key=lambda draft: draft.last_before(position), reverse=True) if len(found) > 1 else found

    def latest(self, word: str, position: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """Of those already named at a position and fit for it the one named last before it."""
        return next(iter(self.fitting(word, position, fits)), None)


def _first(draft: Draft) -> int:
    return draft.starts[0]


def call_by_function(
    scene: Scene, drafts: list[Draft], at: dict[int, Draft], known: dict[int, str | None]
) -> list[Ambiguous]:
    """Add mentions by function alone to the persons who bear it; give those that two bear alike.

    Of persons whose country the text does not give, `known` has that of the office they are known to hold, by the id of
    the draft.
    """
    functions = _functions(scene)
    if not functions:
        return []
    undecided: list[Ambiguous] = []
    bearers, countrymen = _Register(), _Register()
    for draft in drafts:
        for noun in {_head_word(role.title) for role in draft.roles.values()}:
            bearers.add(noun, draft)
        countrymen.add(draft.country or known.get(id(draft)) or "", draft)
    starts = sorted(at)
    for function in functions:
        able = persons_by_function(function, bearers)
        rivals = several_of_one_function(scene, function, able)
        if rivals:
            undecided.append(
                Ambiguous(scene.span(function.title.start, function.title.end), rivals, several_of_one_function)
            )
            continue
        bearer = able[0] if able else None
        if bearer is None and function.title.countries and (function.former or function.noun in WORDS.office_head):
            bearer = _countryman(function, countrymen) or _introduced_before(scene, function, starts, at)
            if bearer is not None:
                bearers.add(function.noun, bearer)
                _give_role(scene, function, bearer)
        if bearer is None and function.noun in WORDS.observer and not function.title.countries:
            bearer = _introduced_before(scene, function, starts, at)
        if bearer is not None:
            span = scene.span(function.title.start, function.title.end)
            bearer.mention(span, "title", scene.span(function.start, span.end))
            scene.used.update(function.title.used)
    return undecided


def several_of_one_function(scene: Scene, function: Function, able: list[Draft]) -> list[Draft]:
    """Of persons of one function those named last, where one sentence named them together and no country tells.

    Matches "the minister said" after "Foreign Minister Ana Ruiz met Foreign Minister Kofi Boateng"; not "the Ghanaian
    minister said".
    """
    if len(able) < 2 or function.title.countries:  # noqa: PLR2004
        return []
    sentences = scene.layout.sentences
    last = sentences.at(able[0].last_before(function.start))
    alike = [draft for draft in able if sentences.at(draft.last_before(function.start)) == last]
    return sorted(alike, key=_first) if len(alike) > 1 and last != sentences.at(function.start) else []


def name_the_lede(scene: Scene, at: dict[int, Draft]) -> None:
    """Give the function a story opens with to the person its next paragraph opens with and first names.

    The lede is the paragraph of the first person named, or the one before: what stands in front of it tells nothing.

    "A top aide to the president resigned Friday. / Zelbrin Oquarro blamed …"
    """
    starts = scene.layout.paragraphs.starts
    body = scene.dateline.body if scene.dateline is not None else 0
    number = scene.layout.paragraphs.at(min(at, default=-1))
    for opening, following in pairwise(starts[max(0, number - 1) : number + 2]):
        draft = at.get(following)
        if draft is not None and not draft.roles and " " in draft.name and draft.starts[0] == following:
            title = phrase_at(scene, max(body, opening))
            if title is not None:
                take(scene, draft, title)
            return


def _give_role(scene: Scene, function: Function, bearer: Draft) -> None:
    span = scene.span(function.title.start, function.title.end)
    bearer.role(Role(span.text, span))
    bearer.country = bearer.country or function.title.countries[-1]
    bearer.sector = bearer.sector or function.title.words[0].sector


def _countryman(function: Function, countrymen: _Register) -> Draft | None:
    """The person of that country named last who has no role yet; any office fits one as wide as "leader"."""
    wide = function.noun in WORDS.wide_office
    return countrymen.latest(
        function.title.countries[-1],
        function.start,
        lambda draft: (
            (wide and draft.sector == "GOV" and not _is_lower(function, draft)) or _has_wide_roles_only(draft)
        ),
    )


def _is_lower(function: Function, draft: Draft) -> bool:
    """Tell whether somebody's office is below that of a head of state."""
    return "state" in function.words and any(_head_word(role.title) in _MINISTERS for role in draft.roles.values())


def _has_wide_roles_only(draft: Draft) -> bool:
    """Tell whether nothing more is known of somebody's office than that it is high: "the Peruvian head of state"."""
    return all(_head_word(role.title) in WORDS.wide_office for role in draft.roles.values())


def _head_word(title: str) -> str:
    return _COMPLEMENT.split(" ".join(title.split()), maxsplit=1)[0].rsplit(" ", 1)[-1].lower()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().replace("-", " ").split())


def _functions(scene: Scene) -> list[Function]:
    """The functions behind "the" with no name behind them, in the order of the text."""
    found = []
    for listed in scene.titles:
        means = listed.means
        if not isinstance(means, TitleWord) or means.sort not in _CALLED_BY or listed.start in scene.used:
            continue
        function = _function(scene, listed, means)
        if function is not None:
            found.append(function)
    return found


def _function(scene: Scene, listed: Listed, means: TitleWord) -> Function | None:
    end = listed.end
    if scene.folded.startswith((" of ", " to ", " for "), end) or scene.name_at.get(end + 1) is not None:
        return None
    title = extended(scene, Title(listed.start, end, [means], used=[listed.start]), possessors=False)
    if not scene.behind_article(title.start):
        return None
    noun = _head_word(scene.folded[listed.start : end])
    text = scene.folded[title.start : end]
    for one in scene.countries_in(title.start, end):
        text = text.replace(scene.folded[one.start : one.end], "", 1)
    former = any(word.status == "former" for word in title.words)
    return Function(title.start - 4, title, noun, _words(text) - WORDS.quality, former)


def persons_by_function(function: Function, bearers: _Register) -> list[Draft]:
    """The persons who bear a function, the one named last in front.

    Matches "the Ghanaian minister" after "Ghanaian Finance Minister Ama Boateng"; not "the Togolese minister", nor "the
    interior minister".
    """
    countries = function.title.countries
    wanted = {None, countries[-1]} if countries else set[str | None]()

    def fits(draft: Draft) -> bool:
        if wanted and draft.country not in wanted:
            return False
        return any(function.words <= _words(role.title) for role in draft.roles.values())

    return bearers.fitting(function.noun, function.start, fits)


def _introduced_before(scene: Scene, function: Function, starts: list[int], at: dict[int, Draft]) -> Draft | None:
    """The person named last before that the function may be another one of, no further back than a sentence or two.

    Such a person has no role so far, or an office high enough for "the Zairean leader", or is of that function once.
    """
    number = bisect_left(starts, function.start) - 1
    if function.former and number > 0:  # not whom only a role names: "the envoy of President Ana Ruiz"
        before = at[starts[number - 1]].related
        number -= before is not None and before.span.start == starts[number]
    if number < 0:
        return None
    draft = at[starts[number]]
    sentences = scene.layout.sentences
    near = sentences.at(function.start) - sentences.at(starts[number]) <= _FAR
    countries = function.title.countries
    if not near or (countries and draft.country not in {None, countries[-1]}):
        return None
    if not function.former and sentences.at(function.start) == sentences.at(starts[number]):
        return None  # "Ana Ruiz met the Somali leader"
    if not countries:
        return draft if draft.sector == "" and draft.country is None else None
    wide = function.noun in WORDS.wide_office and any(_head_word(one) in WORDS.office_head for one in draft.roles)
    return draft if not draft.roles or function.former or wide else None
