"""Bodies without a name of their own: "the Iranian foreign ministry", "the army", "the ministry", "the bloc"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define

from communique.countries import CountryWord
from communique_actors.bodies import Bodies, plain
from communique_actors.drafts import Draft
from communique_actors.lexicons import BODY_NOUNS, WORDS, BodyNoun, ListedPlace, TitleWord, modifiers
from communique_actors.listed import Listed, country_of
from communique_actors.scene import Scene

_MOST_ASKED = 12
"""No more bodies are asked whether a noun means them: those named first."""
_FIELDS = re.compile(r" of (?:the )?((?:[a-z]+,? (?:and )?){0,3}[a-z]+)")
_FIELD = re.compile(r"[a-z]+")
_BESIDE_ACTORS = frozenset({"by", "with", "between", "against", "told", "that", "urged", "accused"})
_OF_ARMIES = frozenset(
    {"exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "operation", "operations", "action",
     "aid", "intervention", "cooperation", "equipment", "base", "bases", "hardware", "campaign", "option", "solution",
     "assistance", "support", "helicopters", "trainers", "advisers", "sales", "ties", "presence", "buildup", "spending"}
)  # fmt: skip
"""Nouns before which "military" is an adjective."""
_ELSEWHERE = frozenset({"people", "government", "crowd", "body", "thing"})
"""Nouns read with groups and states."""
_GENERIC = {
    "group": ("group", "movement", "militia", "front", "militants"),
    "IGO": ("organization", "organisation", "body"),
    "UNO": ("organization", "organisation", "body", "agency"),
    "EUR": ("bloc",),
    "NGO": ("organization", "organisation", "group"),
    "MED": ("agency", "newspaper", "broadcaster", "news agency"),
    "PTY": ("party",),
    "LEG": ("parliament", "assembly", "chamber"),
    "JUD": ("court",),
    "MIL": ("army", "military", "force"),
}
"""Nouns for bodies of one kind, by the role in their code."""


@define(eq=False)
class Noun:
    """A common noun for a body, with the field and country before and behind it."""

    start: int
    """Where it starts, its field and adjective inside."""
    end: int
    means: BodyNoun
    fielded: bool
    country: str | None
    used: tuple[int, ...] = ()
    """Where the listed words start that are part of it."""


def offices(scene: Scene, found: Bodies) -> None:
    """Add the bodies of states that have no name, and what refers to a body by its noun alone."""
    alone: list[Noun] = []
    for noun in _nouns(scene):
        if office_of_state(scene, noun):
            _office(scene, noun, found)
        else:
            alone.append(noun)
    if alone and found.drafts:
        _refer(scene, alone, found.drafts)


def _nouns(scene: Scene) -> Iterable[Noun]:
    end = 0
    for start, noun_end, entry in scene.reading.hits(BODY_NOUNS):
        if entry.means.sort in _ELSEWHERE or start < end:
            continue
        noun = _noun(scene, start, noun_end, entry.means)
        if noun is not None:
            end = noun.end
            yield noun


def _noun(scene: Scene, start: int, end: int, means: BodyNoun) -> Noun | None:
    name = scene.name_over(start)
    if name is not None and (name.sort != "unknown" or name.span.start != start or name.span.end != end):
        return None
    if means.sort == "noun":
        return Noun(start, end, means, fielded=False, country=None)
    fielded = not means.fielded
    behind = _FIELDS.match(scene.folded, end) if means.fielded else None
    if behind is not None and (reached := _field_end(scene, behind)):
        end, fielded = reached, True
    while (word := scene.modifier_before(start)) is not None and word[1].status == "current":
        start, fielded = word[0], True
    listed = scene.lists.ending.get(start - 1) if start else None
    if listed is not None and _begins_office(listed) and scene.folded[listed.end] == " ":
        return Noun(listed.start, end, means, fielded, country_of(listed), (listed.start,))
    return Noun(start, end, means, fielded, _owner(scene, start, end))


def _begins_office(listed: Listed) -> bool:
    """Tell whether a word for a country may stand before a body: "Kenyan", "Hong Kong", but not "the Kenyans"."""
    return isinstance(listed.means, CountryWord) and listed.means.form in {"adjective", "name"}


def _field_end(scene: Scene, behind: re.Match[str]) -> int:
    """Where the field behind a ministry ends: "ministry of *foreign affairs*"."""
    end = 0
    for word in _FIELD.finditer(scene.folded, behind.start(1), behind.end(1)):
        if word.group() in modifiers() or word.group() == "affairs":
            end = word.end()
        elif word.group() != "and":
            break
    return end


def _owner(scene: Scene, start: int, end: int) -> str | None:
    """The country whose body it is: "Iran's …", "… of Ghana", "… in Kabul"."""
    listed = None
    if scene.folded.endswith("'s ", max(0, start - 3), start):
        listed = scene.lists.ending.get(start - 3)
    elif scene.folded.startswith((" of ", " in "), end):
        listed = scene.lists.starting.get(end + 4)
    if listed is None or isinstance(listed.means, TitleWord):
        return None
    return country_of(listed) if isinstance(listed.means, CountryWord | ListedPlace) else None


def office_of_state(scene: Scene, noun: Noun) -> bool:
    """A body of a state by a noun with its field or its country, or by a noun that tells it where it acts.

    Matches "the Iranian foreign ministry" and "the army said"; not "ministry", "an army of ants" or "army-backed".
    """
    if noun.means.sort != "office" or not noun.fielded or scene.folded.startswith("-", noun.end):
        return False
    if noun.means.sector == "MIL" and scene.after(noun.end) in _OF_ARMIES:
        return False
    if noun.country is not None:
        return True
    if scene.before(noun.start) in {"a", "an"}:
        return False
    several_words = scene.folded.find(" ", noun.start, noun.end) >= 0
    return (several_words and not noun.means.fielded) or _acts(scene, noun)


def _acts(scene: Scene, noun: Noun) -> bool:
    """Tell whether something that is said or done is told of a body: "the army has", "told the army"."""
    if scene.after(noun.end) in WORDS.verb or scene.folded.startswith((", said", "'s "), noun.end):
        return True
    following = scene.after(noun.end)
    if following and following not in WORDS.stop:
        return False
    start = noun.start - 4 if scene.behind_article(noun.start) else noun.start
    before = scene.before(start)
    return before in _BESIDE_ACTORS or (before == "from" and scene.before(start - len("from ")) in WORDS.dealing)


def _office(scene: Scene, noun: Noun, found: Bodies) -> Draft:
    span = scene.span(noun.start, noun.end)
    key = plain(span.text)
    draft = found.known(key, noun.country, loosely=noun.country is None)
    if draft is None:
        draft = Draft("organization", span.text, office_of_state, [span], noun.country, noun.means.sector)
    found.add(key, draft)
    draft.country = draft.country or noun.country
    scene.used.update(noun.used)
    draft.mention(span, "name" if noun.country else "nominal", scene.with_article(span))
    return draft


def _refer(scene: Scene, alone: list[Noun], drafts: list[Draft]) -> None:
    """Add what refers to a body by its noun alone to the one of that noun named last."""
    by_noun: dict[str, list[Draft]] = {}
    for draft in drafts:
        for word in called_by(draft):
            same = by_noun.setdefault(word, [])
            if len(same) < _MOST_ASKED:
                same.append(draft)
    for noun in alone:
        bearers = by_noun.get(scene.folded[noun.start : noun.end].lower())
        if bearers is None or (start := definite(scene, noun.start, noun.end)) < 0:
            continue
        bearer = max(bearers, key=lambda one: one.last_before(noun.start))
        if bearer.last_before(noun.start) >= 0:
            span = scene.span(noun.start, noun.end)
            bearer.mention(span, "nominal", scene.span(start, noun.end))


def called_by(draft: Draft) -> set[str]:
    """The nouns a body is called by: the first and last word of its name, those listed for it, those of its kind."""
    key = plain(draft.name)
    words = {key.rsplit(" ", 1)[-1], *draft.nouns, *_GENERIC.get(draft.kind, ()), *_GENERIC.get(draft.sector, ())}
    if " of " in key or " for " in key:
        words.add(key.split(" ", 1)[0])
    return words


def definite(scene: Scene, noun_start: int, noun_end: int) -> int:
    """Where the phrase of a noun alone starts: behind "the", with one attribute between; -1 where there is none."""
    following = scene.after(noun_end)
    if following and following not in WORDS.verb and following not in WORDS.stop:
        return -1
    if scene.behind_article(noun_start):
        return noun_start - 4
    word = scene.word_before(noun_start)
    if word is None or not scene.behind_article(word[0]):
        return -1
    attribute = scene.folded[word[0] : word[1]]
    plain_one = attribute.islower() and (attribute in modifiers() or "-" in attribute)
    return word[0] - 4 if plain_one else -1
