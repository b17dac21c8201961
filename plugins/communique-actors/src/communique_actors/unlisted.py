"""Names that no list has and nothing beside them explains: those who act or are dealt with are parties."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from communique import Name, Place
from communique.kinds import ActorKind
from communique.offices import OfficeHolder
from communique.patterns import CAPITAL
from communique_actors.bodies import Bodies, plain
from communique_actors.drafts import Draft
from communique_actors.gazetteer import spaced
from communique_actors.lexicons import WORDS
from communique_actors.scene import Scene
from communique_actors.signs import CALENDAR, COLLECTIVE, MODIFIER, STOP, TELLING, sign_of

_TELLS_MORE = TELLING | STOP | CALENDAR | MODIFIER | COLLECTIVE
_LONGEST_NAME = 4
_AUXILIARIES = frozenset(
    {"has", "have", "had", "will", "would", "also", "is", "was", "been", "were", "not", "never", "to"}
)
_MOST_AUXILIARIES = 4
_SHORTEST_ADVERB = 5
_DAY = rf" (?:on|late|early|last|this) (?:{CAPITAL}[a-z]{{2,8}}|week|month|year)(?: \d{{1,2}},?)?"
_PASSED = (" ", ", ")
_INSERTED = re.compile(rf", [a-z ]{{3,24}},(?= )|(?: \({CAPITAL}[\w-]{{1,9}}\))?(?:{_DAY})?(?= )")
"""What may stand between a subject and its verb: an aside, a short form, a day."""
_LEADS = _AUXILIARIES | {"and", "on", "late", "early", "last", "this"}
"""Words that may stand between a subject and its verb, or begin what does."""
_PASSIVE = re.compile(r" (?:was|were|been) ")
_REACH_OF_BE = 40
_AND = " and "
_BESIDE = frozenset(
    {"and", "or", "but", "that", "while", "as", "after", "when", "because", "if", "whether", "the", "who",
     "earlier", "later", "ago", "yesterday", "today", "then"}
)  # fmt: skip
"""Words before a subject."""
_ARTICLES = frozenset({"the", "a", "an"})
_ASKING = frozenset(
    {"demand", "demands", "demanded", "ask", "asks", "asked", "urge", "urges", "urged", "request", "requested",
     "propose", "proposed"}
)  # fmt: skip
"""Words before "that" and who must do something."""
_ENDINGS = ("ed", "ing")
_NO_MORE: frozenset[str] = frozenset()


def unlisted_parties(scene: Scene, at: Collection[int], whereabouts: Iterable[Place], named: Bodies) -> list[Draft]:
    """Give those who act, or to whom something is done, under a name of which nothing else is known.

    Names of persons stand at offsets in `at`; what is a place or a named body is left out.
    """
    names = [name for start, _, sort, name in scene.spots if sort == "unknown" and start not in at]
    places = {spaced(place.name) for place in whereabouts} if names else set()
    found: dict[str, Draft] = {}
    for name in names:
        span = name.span
        text = spaced(span.text)
        if text in found or text in places or not _may_be_party(scene, name):
            continue
        start, end = span.start, span.end
        rule = next((rule for rule in PARTY_RULES if rule(scene, start, end)), None)
        if rule is not None and named.called(plain(span.text)) is None:
            found[text] = Draft(_kind_of(scene, start, end), span.text, rule, [span])
    for name in names if found else ():
        draft = found.get(spaced(name.span.text))
        if draft is not None:
            draft.mention(name.span, phrase=scene.with_article(name.span))
    return list(found.values())


def _may_be_party(scene: Scene, name: Name) -> bool:
    start, words = name.span.start, name.span.text.split()
    if len(words) > _LONGEST_NAME or not words[0][0].isupper() or words[0].lower() in WORDS.direction:
        return False
    listed = scene.lists.starting.get(start)
    if listed is not None and not isinstance(listed.means, OfficeHolder):
        return False
    raised = len(words) == 1 and words[0][1:].islower() and scene.starts_sentence(start)
    if raised and (words[0].endswith("s") or "-" in words[0]):  # "*Analysts* have", capitalised for the sentence
        return False
    return not any(sign_of(word) & _TELLS_MORE for word in words)


def _kind_of(scene: Scene, start: int, end: int) -> ActorKind:
    """What an unknown party is: one called like an office holder, or who resigns, a person, else a body."""
    done = _done_behind(scene, end)
    borne = done in WORDS.borne_by_persons and _is_passive(scene, end)
    personal = start in scene.holders or done in WORDS.done_by_persons or borne
    return "person" if personal else "organization"


def name_that_acts(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a name is the subject of a verb of which only persons and bodies are.

    Matches "Tarvane" in "Tarvane has agreed to pay"; not in "Shares of Tarvane fell" nor "in Tarvane, has agreed".
    """
    following = scene.after(end)
    if following not in WORDS.done_by_parties:
        if following and not (following in _LEADS or following.endswith("ly")):
            return False
        done = _done_behind(scene, end)
        if done not in WORDS.done_by_parties and not (done in WORDS.borne_by_persons and _is_passive(scene, end)):
            return False
    word, before = _before(scene, start)
    return (
        word in _BESIDE
        or word in WORDS.speech
        or word in WORDS.calendar
        or (not word and not scene.folded.startswith("- ", max(0, before - 2)))
    )


def _done_behind(scene: Scene, end: int) -> str:
    """The verb behind a name, a second name, auxiliaries and adverbs passed over; empty where none is right there."""
    if not scene.folded.startswith(_PASSED, end):
        return ""
    inserted = scene.article.match(_INSERTED, end)
    if inserted is not None:
        end = inserted.end()
    joined = scene.name_at.get(end + len(_AND)) if scene.folded.startswith(_AND, end) else None
    if joined is not None:
        end = joined.span.end
    for _ in range(_MOST_AUXILIARIES):
        word = scene.after(end)
        adverb = len(word) > _SHORTEST_ADVERB and word.endswith("ly")
        if not word or not (adverb or word in _AUXILIARIES):
            return word
        end += 1 + len(word)
    return ""


def _is_passive(scene: Scene, end: int) -> bool:
    """Tell whether "was" or "were" stands shortly behind a name, before any other verb."""
    return _PASSIVE.search(scene.folded, end, end + _REACH_OF_BE) is not None


def name_dealt_with(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a name stands where only a person or body is dealt with.

    Matches "Tarvane" in "a court convicted Tarvane of fraud" and "a deal with Tarvane"; not in "flew with Tarvane".
    """
    if scene.folded.startswith(("'", "-"), end):
        return False
    word, before = _before(scene, start)
    if word == "that":
        return scene.before(before) in _ASKING
    following = scene.after(end)
    if following and not (following in WORDS.stop or following in WORDS.verb or following.endswith(_ENDINGS)):
        return False
    if word in WORDS.done_to_parties or word in WORDS.done_to_persons:
        return True
    return bool(word) and scene.before(before) in _words_before(word)


def _words_before(preposition: str) -> frozenset[str]:
    """The words that make what stands behind them and a preposition a party."""
    if preposition == "by":
        return WORDS.done_by_parties
    if preposition == "with":
        return WORDS.made_with_parties
    if preposition == "from":
        return WORDS.had_from_parties
    if preposition == "to":
        return WORDS.given_to_parties
    if preposition == "on":
        return WORDS.laid_on_parties
    return WORDS.brought_against_parties if preposition in {"against", "into", "of"} else _NO_MORE


def name_of_kind(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a noun beside a name tells that it is a body's.

    Matches "Tarvane" in "the weekly newspaper Tarvane" and "the Tarvane gang"; not in "the Tarvane road".
    """
    folded = scene.folded
    if folded.startswith(("'", "-"), end):
        return False
    if scene.before(start) in WORDS.kinds_of_parties:
        return True
    if folded.startswith(", ", max(0, start - 2)) and folded.startswith(",", end):  # "the business lobby, X, said"
        word = scene.word_ending(start - 2)
        return word is not None and folded[word[0] : word[1]] in WORDS.kinds_of_parties
    return scene.behind_article(start) and scene.after(end) in WORDS.kinds_of_parties


def _before(scene: Scene, start: int) -> tuple[str, int]:
    """The word before a name and its article, and where it starts."""
    found = scene.word_before(start)
    if found is not None and scene.folded[found[0] : found[1]].lower() in _ARTICLES:
        start = found[0]
        found = scene.word_before(start)
    return ("", start) if found is None else (scene.folded[found[0] : found[1]].lower(), found[0])


PARTY_RULES: tuple[Callable[[Scene, int, int], bool], ...] = (name_that_acts, name_dealt_with, name_of_kind)
"""What tells that an unknown name is a party's."""
