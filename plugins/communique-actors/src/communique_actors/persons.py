"""Persons: one draft for each, from the names, titles, appositions and speech verbs around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from communique import Actor, Role, Span, Unresolved, because
from communique.countries import CountryWord
from communique.kinds import MentionForm
from communique_actors.appositions import country_after
from communique_actors.candidates import (
    ALIASES,
    Bare,
    Candidate,
    Cues,
    begins_with_particle,
    candidate_of,
    is_bare,
    person_of_several,
    speaking_person,
    titled_person,
    why_person,
)
from communique_actors.drafts import Draft
from communique_actors.employers import employer
from communique_actors.lexicons import CURRENT, WORDS, Status
from communique_actors.listed import country_of
from communique_actors.people import People, latest
from communique_actors.scene import Scene
from communique_actors.signs import NO_PERSON
from communique_actors.titles import Title, titles_joined

_MAY_BE_PERSONS = frozenset({"unknown", "person"})
_ADJOINING = frozenset({"adjective", "people"})
_ROLES = frozenset({"office", "rank", "royal", "relation"})
_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
_BEFORE_PERSONS = frozenset({"to", "from", "of", "by", "with", "for"})


def persons(scene: Scene) -> tuple[People, list[Ambiguous]]:
    """Put the persons of an article together: full names first, then names of one word."""
    people = People()
    ambiguous: list[Ambiguous] = []
    singles: list[Candidate | Bare] = []
    longer: dict[str, Candidate] = {}
    end = 0
    for name_start, name_end, sort, name in scene.spots:
        if sort not in _MAY_BE_PERSONS:
            continue
        if sort == "unknown" and is_bare(scene, name_start, name_end, end):
            singles.append(Bare(name, end))
            continue
        candidate = candidate_of(scene, name, end)
        if len(candidate.words) == 1 or begins_with_particle(candidate):
            singles.append(candidate)
            end = name_end if sort == "person" or person_of_several(candidate) is not None else end
        elif (sort != "unknown" or name_start >= end) and (why := why_person(candidate)) is not None:
            _mention(people.full(candidate.words, why[0]), candidate, why[1])
            end = candidate.appositions[-1].end if candidate.appositions else name_end
        else:
            singles.append(candidate)
            if not candidate.tells & NO_PERSON:
                longer |= {word: candidate for word in candidate.words if word not in longer}
    for one in singles if longer else ():
        if isinstance(one, Candidate) and len(one.words) == 1 and (whole := longer.get(one.words[0])) is not None:
            _introduce(people, whole, one)
    for one in singles:
        if isinstance(one, Candidate):
            ambiguous += _single(people, one)
        elif people.called(one.name.span.text):
            ambiguous += _single(people, candidate_of(scene, one.name, one.listed_to))
    return people, ambiguous


def _single(people: People, candidate: Candidate) -> list[Ambiguous]:
    """Join a name of one word, or one of several that nothing else tells, to the person it stands for."""
    known = people.called(candidate.words[-1]) if len(candidate.words) == 1 else people.ending_in(candidate.words)
    known = _bearing_title(candidate, known) or known or _known_as(people, candidate)
    if len(candidate.words) > 1 and not known:
        _several_words(people, candidate)
        return []
    if known:
        rivals = several_of_one_surname(candidate, known)
        if rivals:
            return [Ambiguous(candidate.name.span, rivals, several_of_one_surname)]
        _mention(latest(known, candidate.name.span.start), candidate)
    elif (why := why_person(candidate)) is not None and _stands_alone(candidate, why[0]):
        _mention(people.single(candidate.words[0], why[0]), candidate, why[1])
    else:
        _pair(people, candidate)
    return []


def _known_as(people: People, candidate: Candidate) -> list[Draft]:
    """The person before a second name: "Tarvik Onwumere, known as *Tarvo*"."""
    folded, start = candidate.scene.folded, candidate.name.span.start
    if not folded.endswith(ALIASES, 0, start):
        return []
    cue = next(cue for cue in ALIASES if folded.endswith(cue, 0, start))
    before = candidate.scene.name_before.get(start - len(cue))
    return people.also_called(candidate.words[-1], before.span.text) if before is not None else []


def _bearing_title(candidate: Candidate, known: list[Draft]) -> list[Draft]:
    """Of several persons of one surname those told to bear the title before it: "Colonel Ruiz"."""
    if len(known) == 1 or candidate.title is None:
        return known
    title = candidate.scene.folded[candidate.title.start : candidate.title.end].casefold()
    return [draft for draft in known if title in draft.roles]


def _several_words(people: People, candidate: Candidate) -> None:
    """Take several words for the full name of somebody called by the last of them, or else begun with a particle."""
    known = [draft for draft in people.called(candidate.words[-1]) if draft.name == candidate.words[-1]]
    if known:
        known[0].name = " ".join(candidate.words)
        _mention(known[0], candidate)
    elif begins_with_particle(candidate) and (why := why_person(candidate)) is not None:
        _mention(people.full(candidate.words, why[0]), candidate, why[1])


def _stands_alone(candidate: Candidate, rule: Callable[..., object]) -> bool:
    """Tell whether a name of one word may be a person's.

    "Talks said" at the start of a sentence is none, nor "in Larkhill, said", nor "the BNR said", nor "major Larkhill".
    """
    scene, start, title = candidate.scene, candidate.name.span.start, candidate.title
    if len(candidate.words[0]) > 1 and candidate.words[0].isupper() and scene.folded[start - 2 : start - 1].islower():
        return False
    if rule is speaking_person and candidate.name.sort != "person":
        if _names_body(scene, start):
            return False
        before, apart = scene.before(start), scene.folded.startswith(",", candidate.name.span.end)
        where = before in WORDS.locative and (apart or before not in _BEFORE_PERSONS)
        return not (where or scene.starts_sentence(start))
    if rule is titled_person and title is not None and all(word.sort == "rank" for word in title.words):
        return scene.folded[title.start].isupper()  # "major" and "general" are adjectives too
    return True


def _names_body(scene: Scene, start: int) -> bool:
    """Tell whether a name behind a comma is that of the body before it: "Ruiz's party, *Chadema*, said"."""
    if start < 3 or not scene.folded.startswith(", ", start - 2):  # noqa: PLR2004
        return False
    word = scene.word_ending(start - 2)
    return word is not None and scene.folded[word[0] : word[1]] in WORDS.organization


def several_of_one_surname(candidate: Candidate, known: list[Draft]) -> list[Draft]:
    """Of persons of one surname those named last, where one sentence named them together.

    Matches "Ruiz said" after "Ana Ruiz met Carlos Ruiz"; not "Ruiz said" after "Ana Ruiz spoke".
    """
    if len(known) == 1:
        return []
    layout, position = candidate.scene.layout, candidate.name.span.start
    last = {id(draft): draft.last_before(position) for draft in known}
    newest = max(last.values())
    if newest < 0:
        return known
    sentence = layout.sentences.at(newest)
    same = [draft for draft in known if last[id(draft)] >= 0 and layout.sentences.at(last[id(draft)]) == sentence]
    return same if len(same) > 1 else []


def _introduce(people: People, whole: Candidate, candidate: Candidate) -> None:
    """Take a longer name for a person's because one of its words speaks or has a title later on."""
    if not people.called(candidate.words[0]) and (cues := surname_speaks(candidate)) is not None:
        _mention(people.full(whole.words, surname_speaks), whole, cues)


def surname_speaks(candidate: Candidate) -> Cues | None:
    """A word of a longer name, by itself behind a title or beside a verb of speech.

    Matches "Onwumere said" after "Tarik Onwumere arrived"; not "Larkhill closed" after "Fort Larkhill".
    """
    cues = titled_person(candidate)
    return speaking_person(candidate) if cues is None else cues


class Ambiguous(NamedTuple):
    """A surname or function and those whose it may be."""

    span: Span
    rivals: list[Draft]
    rule: Callable[..., object]


def unresolved(ambiguous: Ambiguous, actors: list[Actor]) -> Unresolved:
    """Say that a surname or a function could not be decided."""
    why = f"{len(actors)} persons are called {ambiguous.span.text}"
    return Unresolved(ambiguous.span, "actor", why, tuple(actors), evidence=because(ambiguous.rule))


def _pair(people: People, candidate: Candidate) -> None:
    """Two surnames joined by a dash: "the Trump–Putin summit" names two persons."""
    span, folded = candidate.name.span, candidate.scene.folded
    dash = folded.find("-", span.start, span.end)
    if dash < 0:
        return
    halves = [(span.start, dash), (dash + 1, span.end)]
    known = [people.called(folded[start:end]) for start, end in halves if end > start]
    if len(known) == len(halves) and all(known):
        for (start, end), drafts in zip(halves, known, strict=True):
            latest(drafts, start).mention(candidate.scene.span(start, end), "surname")


def _mention(draft: Draft, candidate: Candidate, cues: Cues = ()) -> None:
    """Add a mention with the title before and the apposition behind it, and take in what they say."""
    scene, span, title = candidate.scene, candidate.name.span, candidate.title
    first = candidate.ahead or title
    start = first.start if first else span.start
    end = candidate.appositions[-1].end if candidate.appositions else span.end
    words = candidate.words
    whole = (len(words) > 1 and not begins_with_particle(candidate)) or draft.name == " ".join(words)
    form: MentionForm = "name" if whole else "surname"
    if start < span.start and scene.behind_article(start):
        start -= len("the ")
    draft.mention(span, form, span if start == span.start and end == span.end else scene.span(start, end))
    if not draft.cues:
        draft.cues += [scene.span(*cue) for cue in cues]
    if title:
        for one in titles_joined(scene, title):
            take(scene, draft, one)
        country = country_after(scene, candidate.name)
        if country is not None and draft.country is None:
            draft.country = country_of(country)
            scene.used.add(country.start)
    elif draft.country is None:
        draft.country = _possessing_country(scene, span.start) or (_home(scene, candidate) if len(words) > 1 else None)
    for phrase in (candidate.ahead, *candidate.appositions):
        if phrase:
            take(scene, draft, phrase)


def _possessing_country(scene: Scene, start: int) -> str | None:
    """The country before a name without a title: "Kenya's Amina Otieno", "the BBC's Ana Ruiz", "Kenyan Ali Juma"."""
    if not scene.folded.startswith(" ", start - 1):
        return None
    before = scene.word_before(start) if scene.folded.startswith("s ", max(0, start - 2)) else None
    if before is not None and scene.folded[before[0] : before[1]].lower() in WORDS.several_titled:
        start = before[0]  # "Kenyan Ministers Ana Otieno and …"
    gap = 3 if scene.folded.startswith("'s", max(0, start - 3)) else 1
    listed = scene.lists.ending.get(start - gap)
    if listed is None or (gap == 1 and not (isinstance(listed.means, CountryWord) and listed.means.form in _ADJOINING)):
        return None
    return country_of(listed)


def _home(scene: Scene, candidate: Candidate) -> str | None:
    """The state behind a name without a title: "Ministers Ana Ruiz *of Peru* and Tomas Berg *of Norway*"."""
    listed = country_after(scene, candidate.name)
    named = listed is not None and isinstance(listed.means, CountryWord) and listed.means.form == "name"
    return country_of(listed) if listed is not None and named else None


def _add_role(scene: Scene, draft: Draft, start: int, end: int, status: Status) -> None:
    span = scene.span(start, end)
    draft.role(Role(span.text, span, None, status))


def take(scene: Scene, draft: Draft, title: Title) -> None:
    """Take in a title: role, country, sector, gender."""
    scene.used.update(title.used)
    if any(word.sort in _ROLES for word in title.words):
        start = max(title.start, title.role_start)
        status = next((word.status for word in title.words if word.status != CURRENT), CURRENT)
        if start < title.cut:
            _add_role(scene, draft, start, title.cut, status)
            start, status = title.cut + 1, CURRENT
        if title.cut < 0 or title.words[0].sort in _ROLES:
            _add_role(scene, draft, start, title.end, status)
    if title.stateless and not title.countries:
        draft.international = True
    if title.bodies:
        body = next((body for body in title.bodies if body.prefix in _INTERNATIONAL), None)
        if body is not None:
            draft.international = True
            draft.sector = body.prefix if draft.country is None and not title.countries else draft.sector
    if draft.country is None and title.countries:
        draft.country = title.countries[-1]
    if title.related is not None:
        draft.related = draft.related or title.related
    for word in title.words:
        draft.gender = draft.gender or word.gender
        draft.office_country = draft.office_country or word.country
    if not draft.sector:
        _take_sector(scene, draft, title)


def _take_sector(scene: Scene, draft: Draft, title: Title) -> None:
    """Take in the role a title gives, or the name of the body that has it."""
    sector = next((word.sector for word in title.words if word.sector), "")
    name = employer(scene, title) if sector == "GOV" else None
    if name is not None:
        draft.employer = draft.employer or name
    else:
        draft.sector = "OPP" if sector == "GOV" and _is_of_opposition(scene, title) else sector


def _is_of_opposition(scene: Scene, title: Title) -> bool:
    """Tell whether an office that states and bodies have is one of the opposition: "*opposition* spokesman"."""
    if not any(word.held_in for word in title.words):
        return False
    return scene.folded.find("pposition ", title.start, title.end) >= 0
