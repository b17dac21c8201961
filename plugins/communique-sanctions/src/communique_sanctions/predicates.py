"""What stands behind a measure or a party and says what is done to it: "will not be lifted", "was placed"."""

from __future__ import annotations

from typing import NamedTuple

from communique_sanctions.groups import verb_from
from communique_sanctions.kind import SanctionAct, SanctionStatus
from communique_sanctions.line import Found, Line
from communique_sanctions.status import negate
from communique_sanctions.targets import Phrase, phrase_to, target_at
from communique_sanctions.words import is_adverb, word_set

_MOST = 10
_RELATIVES = frozenset({"who", "which", "that"})
_RESTRICTING = frozenset({"impose", "tighten", "extend"})


class Ahead(NamedTuple):
    """The auxiliaries that start at a word."""

    behind: int
    """Number of the word behind them."""
    status: SanctionStatus | None
    """The status they give, if any."""
    negated: bool


class Predicate(NamedTuple):
    """A passive verb behind its subject."""

    act: SanctionAct
    status: SanctionStatus
    words: tuple[int, int]
    """Numbers of its first word and of the word behind it."""
    being: bool
    """Whether a form of "be" stands before it."""
    spoken: bool
    """Whether whoever does it only speaks of the measure: "blocked", "proposed"."""


def auxiliaries_from(line: Line, i: int) -> Ahead:
    """Read auxiliaries to the right, from word i on."""
    status: SanctionStatus | None = None
    negated, start = False, i
    word = line.word(i)
    finite = word in word_set("modals") or word in word_set("auxiliaries")
    if line.gap(i) == "," and not finite and word not in word_set("openers"):
        return Ahead(i, None, negated)
    while i - start < _MOST and (line.gap(i) in {"", "'"} or (i == start and line.gap(i) == ",")):
        word = line.word(i)
        if word in word_set("negations") or (word == "t" and line.gap(i) == "'"):
            negated = True
        elif word in word_set("modals"):
            status = "scheduled" if word in word_set("certain") else "proposed"
        elif word == "to" and (i > start or line.word(i + 1) == "be"):
            status = status or ("scheduled" if i > start else "proposed")
        elif word in word_set("needed"):
            status = "proposed"
        elif word in word_set("planned") and line.word(i + 1) == "to":
            status = "scheduled"
        elif word == "yet" and line.word(i + 1) == "to":
            negated, status, i = True, None, i + 1
        elif not _is_auxiliary(line, i, start):
            break
        i += 1
    return Ahead(i, status, negated)


def _is_auxiliary(line: Line, i: int, start: int) -> bool:
    word = line.word(i)
    if word in {"that", "which"}:
        return i == start
    contracted = word.endswith("n") and line.gap(i + 1) == "'"
    return word in word_set("auxiliaries") or is_adverb(word) or contracted


def predicate(line: Line, i: int) -> Predicate | None:
    """Read the passive verb of a measure, from its auxiliaries on."""
    ahead = auxiliaries_from(line, i)
    at = ahead.behind
    found = verb_from(line, at) if at > i and not line.gap(at) else None
    if found is None or "participle" not in found[0].forms or found[0].faced:
        return None
    verb, behind = found
    status = verb.status
    if ahead.status is not None and status == "occurred":
        status = ahead.status
        if status == "scheduled" and line.has_condition(at):
            status = "threatened" if verb.act in _RESTRICTING else "proposed"
    being = any(word in word_set("being") for word in line.words[i:at])
    spoken = verb.status in {"refused", "proposed"}
    return Predicate(verb.act, negate(status, negated=ahead.negated), (at, behind), being, spoken)


def phrase_of(line: Line, parties: list[Found], first: int, behind: int) -> Phrase | None:
    """Give the subject of a verb as the phrase of a target: its parties, or the words before the verb."""
    if not parties and line.word(behind - 1) in word_set("pronouns") and line.page.last is not None:
        return Phrase(line.page.last.targets, behind - 1, behind)  # "They face", of those told of before
    if not parties:
        return phrase_to(line, behind - (line.word(behind - 1) in _RELATIVES))
    first = min(first, parties[0].first)
    while line.word(first - 1) in word_set("numbers") or line.word(first - 1).isdigit():
        first -= 1
    read = target_at(line, first)
    named = tuple(one.party for one in parties)
    if read is not None and read.behind <= behind:
        return read._replace(parties=named)
    return Phrase(named, first, max(parties[-1].behind, first + 1))
