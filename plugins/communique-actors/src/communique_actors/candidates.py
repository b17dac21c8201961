"""Names that may be persons': what stands around each, and what makes it a person's."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from attrs import define

from communique import Name
from communique.offices import OfficeHolder
from communique_actors.appositions import ENDS_OF_PUTTING, apposition_before, appositions_after, named_to_office
from communique_actors.lexicons import WORDS
from communique_actors.office_holders import office_holder
from communique_actors.scene import Scene
from communique_actors.signs import GIVEN, NO_PERSON, PARTICLE, STOP, all_signs
from communique_actors.titles import Title, title_before

_DETERMINERS = ("the ", "a ", "an ", "his ", "her ")
_COMPANY = (
    "attended by ", "accompanied by ", "headed by ", "led by ", "represented by ", "met with ", "succeeded by ",
)  # fmt: skip
ALIASES = (
    ", known as ", ", better known as ", ", also known as ", ", widely known as ", ", nicknamed ",
)  # fmt: skip
"""What stands between a person's name and another one for the same person."""
_ENDS_OF_CUES = frozenset(cue[-3:] for cue in (*_COMPANY, *ALIASES))
"""The last characters of what tells a person before a name, to look before longer ones are compared."""
_CUES = _COMPANY + ALIASES
_JOINTS = frozenset({", ", " and ", ", and "})
_PAUSES = frozenset({'" ', ", ", "' "})
_LONGEST_SPEECH_WORD = 14
_LONGEST_JOINT = 6
_AFTER_NAMES = (", ", " who ")
_PARTIES = ("D-", "R-", "I-")
"""What begins a party and state: "Carl Ruiz, *R-Iowa*" is no more a person's name than "the"."""
_HEADS = frozenset({"president", "prime", "premier", "chancellor", "taoiseach", "head", "leader"})
"""Words in the offices of heads of state and government."""
_BE = (" was ", " has been ", " had been ", " is ")
_LONGEST_PLAIN_NAME = 2
_PASSIVE = re.compile(r" (?:was|has been|had been|is|is being|was being) ([a-z]++)")
_NEXT_WORD = re.compile(r",? (?:has |have |had |also |later |then )?([a-z]++)")


@define(eq=False)
class Candidate:
    """A name that may be a person's, with what stands around it."""

    scene: Scene
    name: Name
    words: list[str]
    tells: int
    """What any of its words tells."""
    title: Title | None
    appositions: list[Title]
    """What follows the name."""
    ahead: Title | None
    """What stands before it, with a comma between."""
    joined: bool = False
    """Whether it follows a person in a list."""


@define(eq=False)
class Bare:
    """A name of one word with nothing beside it that could tell a person: one only if somebody is called so."""

    name: Name
    listed_to: int
    """Where the person before it ends."""


def is_bare(scene: Scene, start: int, end: int, listed_to: int) -> bool:
    """Tell whether an unlisted name is one word, and nothing beside it could tell a person."""
    folded, before = scene.folded, max(0, start - 1)
    if folded.find(" ", start, end) >= 0 or folded.find("-", start, end) >= 0:
        return False
    if start - listed_to <= _LONGEST_JOINT or start in scene.holders:
        return False
    if folded.startswith(_AFTER_NAMES, end) or folded.startswith(", ", max(0, before - 1)):
        return False
    if before in scene.lists.ending or before in scene.name_before:
        return False
    if folded[start - 3 : start] in _ENDS_OF_CUES and folded.endswith(_CUES, 0, start):
        return False
    if folded[start - 3 : start] in _ends_of_leads():
        word = scene.before(start)
        if word in WORDS.done_to_persons or word in WORDS.several_titled:
            return False
    if folded.startswith(" ", end):
        if folded.startswith(_BE, end):
            return False
        following = _NEXT_WORD.match(folded, end)
        if following is not None and following[1] in WORDS.speech:
            return False
    if before < 0:
        return True
    spoken = folded.rfind(" ", max(0, before - _LONGEST_SPEECH_WORD - 1), before) + 1
    return folded[spoken:before] not in WORDS.speech


@cache
def _ends_of_leads() -> frozenset[str]:
    """The last characters of the words before a name that may tell a person, to look before words are cut out."""
    words = WORDS.done_to_persons | WORDS.several_titled
    return frozenset(f"{end} " for word in words for end in (word[-2:], word[-2:].upper()))


def candidate_of(scene: Scene, name: Name, listed_to: int) -> Candidate:
    """Read what stands around a name; the person before it ends at `listed_to`."""
    span, folded = name.span, scene.folded
    start, end = span.start, span.end
    words = span.text.split()
    if len(words) > 2:  # noqa: PLR2004 - a nickname stands between two names
        words = [word for word in words if word[0].isalnum()]
    title = title_before(scene, start)
    if title is not None:
        start = title.start
    ahead = None
    if folded[start - 2 : start] == ", ":
        ahead = apposition_before(scene, start)
        if ahead is not None and ahead.start < listed_to and not folded.startswith("'", listed_to):
            ahead = None  # it is the apposition of the person before
    joined = 0 < start - listed_to <= _LONGEST_JOINT and folded[listed_to:start] in _JOINTS
    appositions: list[Title] = []
    if folded.startswith(_AFTER_NAMES, end):
        appositions = appositions_after(scene, end)
    elif title is None and folded[start - 3 : start] in ENDS_OF_PUTTING:
        office = named_to_office(scene, start, end)
        appositions = [office] if office is not None else appositions
    tells = STOP if words[0].startswith(_PARTIES) else all_signs(words)
    return Candidate(scene, name, words, tells, title, appositions, ahead, joined)


def begins_with_particle(candidate: Candidate) -> bool:
    """Tell whether a name is "van Orsted" or the like."""
    return bool(candidate.tells & PARTICLE) and candidate.words[0].lower() in WORDS.particle


Cues = tuple[tuple[int, int], ...]
"""Where the words stand that tell a person."""


def why_person(candidate: Candidate) -> tuple[Callable[..., object], Cues] | None:
    """Give the first rule that makes a name a person's, with its cues.

    A word that is no surname is none behind a title, whatever it does: "General *Electric* said".
    """
    if candidate.title is not None and _is_no_surname(candidate.words):
        return None
    if candidate.scene.holders and (acting := _acting_holder(candidate)) is not None:
        return office_holder, acting
    for rule in PERSON_RULES:
        cues = rule(candidate)
        if cues is not None:
            return rule, cues
    return None


def titled_person(candidate: Candidate) -> Cues | None:
    """A name behind a title.

    Matches "Foreign Minister Ana Ruiz"; not "the minister in Quito" nor "the Ambassador Hotel".
    """
    title = candidate.title
    if title is None or not title.words or _is_no_surname(candidate.words):
        return None
    return ((title.start, title.end),)


def person_of_several(candidate: Candidate) -> Cues | None:
    """A name behind the title of several persons, of whom it is the first.

    Matches "Onwumere" in "Generals Onwumere and Ilves met"; not "Generals met in Larkhill".
    """
    scene, start = candidate.scene, candidate.name.span.start
    if scene.folded[start - 2 : start] != "s " or candidate.tells & NO_PERSON:
        return None
    before = scene.word_before(start)
    if before is None or not scene.folded[before[0]].isupper():
        return None
    return (before,) if scene.folded[before[0] : before[1]].lower() in WORDS.several_titled else None


def _is_no_surname(words: list[str]) -> bool:
    """Tell whether a name is one word that is no surname."""
    return len(words) == 1 and words[0].lower() in WORDS.no_surname


def named_person(candidate: Candidate) -> Cues | None:
    """A name that is told to be a person's by its own words.

    Matches "Maria Ilves"; not "Tamarind Island".
    """
    return () if candidate.name.sort == "person" else None


def person_in_apposition(candidate: Candidate) -> Cues | None:
    """A name behind or before a phrase with a title.

    Matches "Tarik Onwumere, the finance minister of Ghana"; not "Larkhill, the old garrison".
    """
    apposition = candidate.appositions[0] if candidate.appositions else candidate.ahead
    if apposition is None:
        return None
    if len(candidate.words) == 1 and not candidate.scene.folded.startswith(_DETERMINERS, apposition.start):
        return None
    return ((apposition.start, apposition.end),)


def speaking_person(candidate: Candidate) -> Cues | None:
    """A name of several words beside a verb of speech.

    Matches "Tarik Onwumere said"; not "Northern Command said", nor "a spokesman for Larkhill said".
    """
    folded, span = candidate.scene.folded, candidate.name.span
    alone = candidate.words[0] if len(candidate.words) == 1 else ""
    if candidate.tells & NO_PERSON or (len(alone) > 1 and alone.isupper()):  # an agency or company, "the QNA said"
        return None
    following = _NEXT_WORD.match(folded, span.end)
    if following and following[1] in WORDS.speech:
        return (following.span(1),) if not alone or not _in_complement(candidate.scene, span.start) else None
    end = max(0, span.start - 1)
    start = folded.rfind(" ", max(0, end - _LONGEST_SPEECH_WORD - 1), end) + 1
    if start > 1 and folded[start - 2 : start] in _PAUSES and folded[start:end] in WORDS.speech and folded[end] == " ":
        return ((start, end),)
    return None


def _in_complement(scene: Scene, start: int) -> bool:
    """Tell whether a name stands behind an office and "for", "of" or "at": "a spokesman for *Larkhill*"."""
    for preposition in (" for ", " of ", " at "):
        if scene.folded.endswith(preposition, 0, start):
            return start - len(preposition) in scene.lists.titles_ending
    return False


def person_in_company(candidate: Candidate) -> Cues | None:
    """A name of several words in a list of persons, or where those who met or represent somebody are named.

    Matches "the talks were attended by Tarvik Onwumere"; not "the square was closed by Fort Larkhill".
    """
    folded, start = candidate.scene.folded, candidate.name.span.start
    if candidate.tells & NO_PERSON or (candidate.name.span.end + 1) in candidate.scene.lists.titles:
        return None
    if candidate.joined:
        return ()
    if folded[start - 3 : start] not in _ENDS_OF_CUES or not folded.endswith(_COMPANY, 0, start):
        return None
    cue = next(cue for cue in _COMPANY if folded.endswith(cue, 0, start))
    return ((start - len(cue), start - 1),)


def seized_person(candidate: Candidate) -> Cues | None:
    """A name of one or two words of somebody to whom is done what is done to persons alone.

    Matches "arrested Onwumere", "Onwumere was jailed"; not "seized Larkhill".
    """
    scene, (start, end) = candidate.scene, (candidate.name.span.start, candidate.name.span.end)
    if candidate.tells & NO_PERSON or len(candidate.words) > _LONGEST_PLAIN_NAME or scene.behind_article(start):
        return None
    if (
        scene.folded[start - 3 : start] in _ends_of_leads()
        and scene.before(start) in WORDS.done_to_persons
        and (not (word := scene.after(end)) or word in WORDS.stop)
    ):
        found = scene.word_before(start)
        return (found,) if found is not None else None
    following = _PASSIVE.match(scene.folded, end)
    return (following.span(1),) if following and following[1] in WORDS.done_to_persons else None


def _acting_holder(candidate: Candidate) -> Cues | None:
    """A word by which the holder of an office is called on the day of the article, if that one acts or is dealt with.

    Where no day is known it must be, of all terms, the head of one state, and no everyday surname.

    Matches "Bakiyev met" in 2008; not in 2019, nor "the Bakiyev era" in any year.
    """
    scene, (start, end) = candidate.scene, (candidate.name.span.start, candidate.name.span.end)
    entries = scene.holders.get(start)
    if not entries or len(candidate.words) > 1 or candidate.title is not None or scene.behind_article(start):
        return None
    following, day = scene.after(end), scene.lists.day
    everyday = bool(candidate.tells & GIVEN) or candidate.words[0].lower() in WORDS.everyday_surname
    if day is not None:
        entries = [entry for entry in entries if entry.holds(day)]
    elif everyday or not all(_is_head(entry.means) for entry in entries):
        return None
    if len({entry.means.country for entry in entries}) != 1:
        return None
    before = scene.before(start)
    dealt_with = before in WORDS.acts_upon or before in WORDS.dealt_with
    if following in WORDS.verb or (dealt_with and (not following or following in WORDS.stop)):
        return ((start, end),)
    return ((start, end),) if not everyday and scene.folded.startswith("'s ", end) else None


def _is_head(holder: OfficeHolder) -> bool:
    """Tell whether an office is that of a head of state or government."""
    return not _HEADS.isdisjoint(holder.office.split())


PERSON_RULES: tuple[Callable[[Candidate], Cues | None], ...] = (
    titled_person, person_of_several, person_in_apposition, speaking_person, person_in_company, named_person,
    seized_person,
)  # fmt: skip
"""What makes a name a person's, in the order in which it is asked."""
