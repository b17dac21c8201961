"""Offices whose holders nobody names: "the justice minister", "a rebel commander"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique_actors.acting import acts
from communique_actors.drafts import Draft
from communique_actors.lexicons import TitleWord
from communique_actors.listed import Listed
from communique_actors.scene import Scene
from communique_actors.titles import extended, of_noun

_AT_HOME = frozenset({"OPP", "LAB", "EDU", "AGR", "LEG", "JUD", "COP", "PTY"})
"""Those who act in the state they are of."""
_ARTICLES = frozenset({"the", "a", "an"})
_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "REB", "OPP", "COP", "IGO"})


def unnamed_offices(scene: Scene, persons: Iterable[Draft], covered: frozenset[int]) -> list[Draft]:
    """Give the offices that act or are dealt with by themselves, where no person of the article bears one of that noun.

    What ends where a group does (`covered`) is that group.
    """
    borne = frozenset(word for draft in persons for title in draft.roles for word in title.split())
    found: dict[str, Draft] = {}
    for title, country in _unnamed(scene, borne):
        if title.end in covered:
            continue
        span = scene.span(title.start, title.end)
        draft = found.get(span.text.lower())
        if draft is None:
            assert isinstance(title.means, TitleWord)
            draft = Draft("group", span.text, office_without_holder, [span], country, title.means.sector)
            found[span.text.lower()] = draft
        draft.mention(span, "nominal", scene.with_article(span))
    return list(found.values())


def domestic(scene: Scene, groups: Iterable[Draft]) -> None:
    """Give those who act at home the country of their sentence, where it names no other one.

    "Students marched; *Peru's* president said nothing."
    """
    for draft in groups:
        if draft.country is None and draft.sector in _AT_HOME and draft.starts:
            start = draft.starts[0]
            first, last = scene.sentence_start(start), scene.sentence_end(start)
            named = {one.country.state for one in scene.countries_in(first, last)}
            if len(named) == 1:
                draft.country = named.pop()


def _unnamed(scene: Scene, borne: frozenset[str]) -> Iterator[tuple[Listed, str | None]]:
    for listed in scene.titles:
        means = listed.means
        if not isinstance(means, TitleWord) or means.sector not in _SECTORS or listed.start in scene.used:
            continue
        if scene.folded[listed.start : listed.end].lower().rsplit(" ", 1)[-1] in borne:
            continue
        start = office_without_holder(scene, listed)
        if start >= 0:
            title = extended(scene, of_noun(listed), possessors=False)
            country = title.countries[-1] if title.countries else None
            yield Listed(start, listed.end, means), country


def office_without_holder(scene: Scene, listed: Listed) -> int:
    """Where an office starts that acts or is dealt with, no name beside it; -1 where it is none.

    Matches "justice minister" in "a letter urged the justice minister to go"; not in "the justice minister's office",
    nor in "Kenya's justice minister said", which tells of Kenya.
    """
    start, end = listed.start, listed.end
    if scene.folded[start].isupper() or scene.name_over(start) is not None or scene.name_at.get(end + 1) is not None:
        return -1
    while (word := scene.modifier_before(start)) is not None:
        start = word[0]
    if scene.folded.endswith("'s ", 0, start) or not _is_determined(scene, start, end):
        return -1
    return start if acts(scene, start, end) else -1


def _is_determined(scene: Scene, start: int, end: int) -> bool:
    """Tell whether an office is no adjective or abstract noun: "seek *justice*", "a *general* strike"."""
    if scene.folded.startswith(" strike", end):
        return False
    return scene.folded[start:end] != "justice" or scene.before(start) in _ARTICLES
