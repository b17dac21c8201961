"""The verb over a measure: its auxiliaries, its negation, and what it hangs on itself."""

from __future__ import annotations

from typing import NamedTuple

from communique.inflection import Form
from communique_sanctions.kind import SanctionStatus
from communique_sanctions.line import Found, Line
from communique_sanctions.lists import listed_to
from communique_sanctions.status import combined, negate
from communique_sanctions.subjects import Subject, behind_times, clause_subject, subject_to
from communique_sanctions.words import Verb, governors, holders, is_adverb, verbs, word_set

_MOST_WORDS = 10
_DEEPEST = 3
_TOLD = 4
_SHARED = 24
_CLOSING = frozenset(';:"()')
_OBJECT = 6
_CONTRACTED = frozenset({"won", "wouldn", "shan", "couldn", "shouldn", "mightn"})
_BEFORE_GERUNDS: dict[str, SanctionStatus] = {
    "against": "refused", "before": "hypothetical", "than": "hypothetical", "if": "hypothetical",
    "of": "proposed", "on": "proposed", "to": "proposed", "about": "proposed", "toward": "proposed",
    "towards": "proposed", "with": "proposed", "at": "proposed",
}  # fmt: skip
_GERUND_PREPOSITIONS = frozenset({"of", "for", "on", "in", "to", "about", "toward", "towards", "with", "at"})


class Standing(NamedTuple):
    """How a verb stands: its status, and who does it."""

    status: SanctionStatus
    makers: list[Found]
    """Who does it or would."""
    holder: list[Found]
    """Who calls for it or opposes it, where that is somebody else."""
    first: int
    """Number of the first word that tells so."""


class Auxiliaries(NamedTuple):
    """The words before a verb that belong to it."""

    first: int
    negated: bool
    modal: str
    being: bool
    """Whether one is a form of "be"."""

    def passive(self, line: Line, at: int, status: SanctionStatus) -> SanctionStatus:
        """The status of the passive at a word, of which these are the auxiliaries."""
        if self.modal and status in {"occurred", "ongoing"}:
            certain = self.modal in word_set("certain")
            status = "threatened" if certain and line.has_condition(at) else "scheduled" if certain else "proposed"
        governor = governor_to(line, self.first) if line.word(self.first) == "being" else None
        if governor is not None:  # "fear being hit with"
            status = combined(status, governor[0])
        return negate(status, negated=self.negated)


def verb_to(line: Line, behind: int) -> tuple[Verb, int] | None:
    """The verb that ends right before a word, and the number of its first word."""
    for length in (3, 2, 1):
        first = behind - length
        if first < 0 or line.gap(first) == "-" or any(line.gap(k) for k in range(first + 1, behind)):
            continue
        verb = verbs().get(line.phrase(first, behind))
        if verb is not None:
            return verb, first
    return None


def verb_from(line: Line, i: int) -> tuple[Verb, int] | None:
    """The verb that starts at a word, and the number of the word behind it."""
    for length in (3, 2, 1):
        if i + length <= len(line) and not any(line.gap(k) for k in range(i + 1, i + length)):
            verb = verbs().get(line.phrase(i, i + length))
            if verb is not None:
                return verb, i + length
    return None


def auxiliaries(line: Line, first: int) -> Auxiliaries:
    """Read the auxiliaries, adverbs and negations before a verb."""
    i, negated, modal, being = first, False, "", False
    while i > 0 and first - i < _MOST_WORDS and line.gap(i) in {"", "'"}:
        word = line.words[i - 1]
        if word == "t" and line.gap(i - 1) == "'":
            negated = True
            if line.words[i - 2] in _CONTRACTED:
                modal = "would"
            i -= 2
        elif word in word_set("negations"):
            negated = negated or word != "without"
            if word == "without":
                break
            i -= 1
        elif word in word_set("modals") and not (word == "may" and line.printed[i - 1] == "May"):
            modal, i = word, i - 1
        elif word in word_set("auxiliaries"):
            if word == "s" and line.gap(i - 1) != "'":
                break
            if word == "s" and (line.party_to(i - 1) is not None and line.gap(i - 1) == "'"):
                break
            being = being or word in word_set("being")
            i -= 1
        elif is_adverb(word):
            i -= 1
        else:
            break
    return Auxiliaries(i, negated, modal, being)


def standing(
    line: Line, first: int, forms: frozenset[Form], status: SanctionStatus, words: str, depth: int = 0
) -> Standing:
    """Read how a verb that starts at a word stands, and who is its subject."""
    group = auxiliaries(line, first)
    i = group.first
    if forms == {"base"} and line.word(i - 1) in {"and", "or"} and not group.modal:
        shared = _shared(line, i - 1)  # "will cut aid and impose"
        if shared is not None and line.words[shared] == "to":
            return _of_infinitive(line, shared, negate(status, negated=group.negated), depth)
        if shared is not None:
            group = auxiliaries(line, shared + 1)
            i = group.first
    if line.word(i - 1) == "to" and not group.modal and not line.gap(i):
        return _of_infinitive(line, i - 1, negate(status, negated=group.negated), depth)
    if "ing" in forms and not group.being and not group.modal:
        return _of_gerund(line, i, negate(status, negated=group.negated), depth)
    if group.modal:
        status = _by_modal(line, group, first, status)
    status = negate(status, negated=group.negated)
    who = subject_to(line, i)
    if status == "occurred" and forms == {"base"} and who.opener == "that" and depth < _DEEPEST:
        demand = governor_to(line, who.first - 1)  # "demanded that the U.S. lift"
        if demand is not None and demand[0] == "proposed":
            asks = _outer(line, demand[1], "proposed", depth, "")
            return Standing("proposed", who.parties, asks.makers or asks.holder, demand[1])
    return _with_subject(line, who, status, i, words)


def _shared(line: Line, i: int) -> int | None:
    """Number of the "to" or modal before a verb that a later one joined to it shares."""
    for k in range(i - 1, max(-1, i - _SHARED), -1):
        word = line.words[k]
        if word in word_set("modals") or (
            word == "to"
            and (
                line.word(k + 1) in governors()
                or line.word(k + 1) in verbs()
                or line.word(k + 1) in word_set("plain_verbs")
            )
        ):
            return k
        if word in word_set("openers") or not _CLOSING.isdisjoint(line.gap(k + 1)):
            return None
    return None


def _with_subject(line: Line, who: Subject, status: SanctionStatus, first: int, words: str) -> Standing:
    """A finite verb and its subject, a condition before them seen."""
    if who.opener in {"if", "unless", "should"} and status in {"occurred", "scheduled", "denied", "proposed"}:
        status = "hypothetical"
    if who.is_draft and status == "scheduled":
        status = "proposed"
    told = line.words[max(0, who.first - _TOLD) : first]
    if status == "scheduled" and any(word.startswith(("warn", "threat")) for word in told):
        status = "threatened"
    if status == "occurred" and any(word in {"denied", "denies", "denying", "deny"} for word in told):
        status = "denied"
    if words in holders():
        return Standing(status, [], who.parties, first)
    return Standing(status, who.parties, [], first)


def _by_modal(line: Line, group: Auxiliaries, first: int, status: SanctionStatus) -> SanctionStatus:
    """The status that a modal gives: "will" schedules, "may" proposes, with a condition it threatens or offers."""
    if status != "occurred":
        return status
    certain = group.modal in word_set("certain")
    if certain and not group.negated and line.has_condition(first):
        return "threatened"
    return "scheduled" if certain else "proposed"


def governor_to(line: Line, behind: int) -> tuple[SanctionStatus, int, str] | None:
    """The word or words right before another that say how it stands: status, first word, the words."""
    for length in (2, 1):
        first = behind - length
        if first >= 0 and not any(line.gap(k) for k in range(first + 1, behind + 1)):
            words = line.phrase(first, behind)
            if words in governors():
                return governors()[words], first, words
    return None


def _of_infinitive(line: Line, to: int, status: SanctionStatus, depth: int) -> Standing:
    """How "to lift" stands, by what it hangs on."""
    to = behind_times(line, to)
    if line.word(to - 1) == "not":  # "asked the council not to"
        to, status = to - 1, negate(status, negated=True)
    word = line.word(to - 1)
    if word in word_set("being"):
        who = subject_to(line, auxiliaries(line, to).first)
        return Standing(combined(status, "scheduled"), who.parties, [], to - 1)
    if word == "whether":
        return Standing(combined(status, "proposed"), clause_subject(line, to - 1).parties, [], to)
    governor = governor_to(line, to)
    if governor is not None and depth < _DEEPEST:
        outer, first, words = governor
        return _outer(line, first, combined(status, outer), depth, "" if words in holders() else words)
    whom = listed_to(line, to)
    asked: SanctionStatus
    if whom:
        first = whom[0].first - (line.word(whom[0].first - 1) == "the")
        before = line.word(first - 1) if line.word(first - 1) not in {"on", "for", "upon"} else line.word(first - 2)
        at = first - 1 - (line.word(first - 1) in {"on", "for", "upon"})
        if before in word_set("put_to"):
            put = _outer(line, at, "occurred", depth, "")
            asked = "refused" if put.status in {"denied", "refused"} else "proposed"
            return Standing(combined(status, asked), whom, put.makers, at)
    if word in word_set("put_to"):
        group = auxiliaries(line, to - 1)
        if group.being:
            return Standing(combined(status, "proposed"), subject_to(line, group.first).parties, [], group.first)
    for at in range(to - 2, max(-1, to - _OBJECT), -1):
        if line.gap(at + 1):
            break
        if line.words[at] in word_set("put_to") and depth < _DEEPEST:  # "urged its partners to"
            put = _outer(line, at, "occurred", depth, "")
            asked = "refused" if put.status in {"denied", "refused"} else "proposed"
            return Standing(combined(status, asked), [], put.makers, at)
    makers = [] if word in word_set("impersonal") else clause_subject(line, to).parties
    return Standing(combined(status, "proposed"), makers, [], to)


def _outer(line: Line, first: int, status: SanctionStatus, depth: int, words: str) -> Standing:
    """The word that something hangs on: a noun with an owner, or a verb with its own auxiliaries."""
    owner = line.owner_to(first) or (line.party_to(first) if line.words[first] in word_set("nominal") else None)
    if owner is not None:
        return Standing(status, [owner], [], owner.first)
    verb = line.words[first]
    forms: frozenset[Form] = frozenset({"ing"}) if verb.endswith("ing") else frozenset({"past"})
    if line.word(first - 1) in word_set("determiners") | word_set("prepositions") - {"to"} and verb in word_set(
        "nominal"
    ):
        return _of_noun(line, first, status, depth)
    return standing(line, first, forms, status, words, depth + 1)


def _of_noun(line: Line, first: int, status: SanctionStatus, depth: int) -> Standing:
    """What hangs on a noun, and the noun on a verb: "rejected *a proposal* to impose"."""
    at = first
    while line.word(at - 1) in word_set("determiners") or line.word(at - 1) in word_set("before_nouns"):
        at -= 1
    if "no" in line.words[at:first]:
        status = negate(status, negated=True)  # "has no plans to impose"
    over = governor_to(line, at)
    if over is not None and depth < _DEEPEST:
        outer, start, words = over
        if outer in {"refused", "denied"}:
            status = "refused"
        return standing(line, start, frozenset({"past"}), status, words, depth + 1)
    return Standing(status, clause_subject(line, at).parties, [], first)


def _of_gerund(line: Line, i: int, status: SanctionStatus, depth: int) -> Standing:
    """How "lifting" stands, by what it hangs on."""
    before = line.word(i - 1)
    if i == 0 or depth >= _DEEPEST:
        return Standing(combined(status, "proposed"), [], [], i)
    over = _over_gerund(line, i, status, depth)
    if over is not None:
        return over
    if before == "from":  # "prevents Kenya from imposing"
        whom = listed_to(line, i - 1)
        return Standing(combined(status, "refused"), whom or clause_subject(line, i - 1).parties, [], i - 1)
    if line.gap(i) or before in {"and", "while", "when", "thereby"}:
        return Standing(status, clause_subject(line, i - (before == "and")).parties, [], i)
    if before in {"of", "for"}:
        blamed = _of_blamed(line, i, status)
        if blamed is not None:
            return blamed
    outer = governor_to(line, i - 1) if before in _GERUND_PREPOSITIONS else None
    if outer is not None:
        return _outer(line, outer[1], combined(status, outer[0]), depth, outer[2])
    who = clause_subject(line, i - 1).parties
    if before == "without":
        return Standing(negate(status, negated=True), who, [], i - 1)
    return Standing(combined(status, _BEFORE_GERUNDS.get(before, "occurred")), who, [], i - 1)


def _over_gerund(line: Line, i: int, status: SanctionStatus, depth: int) -> Standing | None:
    """The word right before a gerund that it hangs on: "*considered* lifting", "a *resolution* imposing"."""
    if line.word(i - 1) in word_set("relative_nouns") and not line.gap(i):
        at = i - 1
        while line.word(at - 1) in word_set("determiners") or line.word(at - 1) in word_set("before_nouns"):
            at -= 1
        passed = verb_to(line, at)
        if passed is not None and passed[0].status == "occurred":
            return standing(line, passed[1], passed[0].forms, status, "", depth + 1)
    governor = governor_to(line, i)
    if governor is None:
        return None
    return _outer(line, governor[1], combined(status, governor[0]), depth, governor[2])


def _of_blamed(line: Line, i: int, status: SanctionStatus) -> Standing | None:
    """Who is blamed or praised for it: "accused *Kenya* of imposing"."""
    whom = listed_to(line, i - 1)
    if whom:
        outer = governor_to(line, whom[0].first - (line.word(whom[0].first - 1) == "the"))
        if outer is not None and outer[0] in {"occurred", "proposed"}:
            return Standing(status, whom, [], i - 1)
    told = any(governors().get(line.words[k]) == "occurred" for k in range(max(0, i - _OBJECT), i - 1))
    return Standing(status, [], [], i - 1) if told else None
