"""Persons called by their function alone: "the Russian president", "the minister"."""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from communique import Role
from communique_actors.appositions import phrase_at
from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS, TitleWord
from communique_actors.listed import Listed
from communique_actors.persons import take
from communique_actors.scene import Scene
from communique_actors.titles import Title, extended

_FAR = 2
"""How many sentences back a person without a role may be called by one."""


@frozen
class Function:
    """A function without a name behind it."""

    start: int
    title: Title
    noun: str


def call_by_function(scene: Scene, drafts: list[Draft], at: dict[int, Draft]) -> None:
    """Add mentions by function alone to the persons who bear it."""
    by_noun: dict[str, list[Draft]] = {}
    for draft in drafts:
        for role in draft.roles.values():
            by_noun.setdefault(_head_word(role.title), []).append(draft)
    starts = sorted(at)
    for function in _functions(scene):
        bearer = person_by_function(function, by_noun.get(function.noun, []))
        if bearer is None and function.title.countries and function.noun in WORDS.office_head:
            bearer = _countryman(function, drafts) or _introduced_before(scene, function, starts, at)
            if bearer is not None:
                by_noun.setdefault(function.noun, []).append(bearer)
                _give_role(scene, function, bearer)
        if bearer is not None:
            span = scene.span(function.title.start, function.title.end)
            bearer.mention(span, "title", scene.span(function.start, span.end))
            scene.used.update(function.title.used)


def name_the_lede(scene: Scene, at: dict[int, Draft]) -> None:
    """Give the function a story opens with to the person its second paragraph opens with.

    "A top aide to the president resigned Friday. / Zelbrin Oquarro blamed …"
    """
    sentences, paragraphs = scene.layout.sentences, scene.layout.paragraphs
    opening = sentences.starts[0] if len(sentences) else -1
    if scene.dateline is not None and sentences.at(scene.dateline.body) >= 0:
        opening = scene.dateline.body
    following = paragraphs.at(opening) + 1
    if opening < 0 or not 0 < following < len(paragraphs):
        return
    draft = at.get(paragraphs.starts[following])
    if draft is None or draft.roles or " " not in draft.name:
        return
    title = phrase_at(scene, opening)
    if title is not None:
        take(scene, draft, title)


def _give_role(scene: Scene, function: Function, bearer: Draft) -> None:
    span = scene.span(function.title.start, function.title.end)
    bearer.role(Role(span.text, span))
    bearer.country = bearer.country or function.title.countries[-1]
    bearer.sector = bearer.sector or function.title.words[0].sector


def _countryman(function: Function, drafts: list[Draft]) -> Draft | None:
    """The person of that country named last who has no role yet; any office fits one as wide as "leader"."""
    country = function.title.countries[-1]
    fitting = [
        draft for draft in drafts
        if draft.country == country and min(draft.mentions) < function.start
        and (not draft.roles or (function.noun in WORDS.wide_office and draft.sector == "GOV"))
    ]  # fmt: skip
    if not fitting:
        return None
    return max(fitting, key=lambda draft: max(start for start in draft.mentions if start < function.start))


def _head_word(title: str) -> str:
    return title.split(" of ", 1)[0].split(" to ", 1)[0].rsplit(" ", 1)[-1].lower()


def _functions(scene: Scene) -> list[Function]:
    """The functions behind "the" with no name behind them, in the order of the text."""
    found = []
    for start, listed in sorted(scene.lists.starting.items()):
        if not isinstance(listed.means, TitleWord) or listed.means.sort not in {"office", "royal"}:
            continue
        function = _function(scene, listed, listed.means)
        if function is not None and start not in scene.used:
            found.append(function)
    return found


def _function(scene: Scene, listed: Listed, means: TitleWord) -> Function | None:
    end = listed.end
    if scene.folded.startswith((" of ", " to ", " for "), end) or scene.name_at.get(end + 1) is not None:
        return None
    title = extended(scene, Title(listed.start, end, [means], used=[listed.start]), possessors=False)
    if scene.folded[max(0, title.start - 4) : title.start].lower() != "the ":
        return None
    noun = _head_word(scene.folded[listed.start : end])
    return Function(title.start - 4, title, noun)


def person_by_function(function: Function, bearers: list[Draft]) -> Draft | None:
    """The person who bears a function.

    Matches "the Ghanaian minister" after "Ghanaian Finance Minister Ama Boateng"; not "the Togolese minister".
    """
    countries = function.title.countries
    fitting = [
        draft for draft in bearers
        if min(draft.mentions) < function.start and (not countries or draft.country in {None, countries[-1]})
    ]  # fmt: skip
    if not fitting:
        return None
    return max(fitting, key=lambda draft: max(start for start in draft.mentions if start < function.start))


def _introduced_before(scene: Scene, function: Function, starts: list[int], at: dict[int, Draft]) -> Draft | None:
    """The last person named before without any role, no further back than a sentence or two."""
    number = bisect_left(starts, function.start) - 1
    if number < 0:
        return None
    draft = at[starts[number]]
    sentences = scene.layout.sentences
    near = sentences.at(function.start) - sentences.at(starts[number]) <= _FAR
    fits = not draft.roles and draft.country in {None, function.title.countries[-1]}
    return draft if near and fits else None
