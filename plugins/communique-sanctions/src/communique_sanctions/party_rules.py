"""Rules about somebody and a measure: hit with it, placed under it, facing it, put on the list."""

from __future__ import annotations

from communique_sanctions.act_rules import verb_over
from communique_sanctions.drafts import Draft
from communique_sanctions.groups import auxiliaries, standing
from communique_sanctions.kind import Sanction, SanctionStatus
from communique_sanctions.line import Line
from communique_sanctions.lists import listed_to
from communique_sanctions.measures import Named
from communique_sanctions.predicates import phrase_of
from communique_sanctions.status import negate
from communique_sanctions.subjects import subject_to
from communique_sanctions.targets import phrase_to, target_at
from communique_sanctions.words import form_of, word_set

_REACH = 14
_LIST_REACH = 28
_HARD = frozenset(';:"(')
_OFF = frozenset({"from", "off"})
_ON = frozenset({"to", "on", "onto", "in"})
_COMING = frozenset({"came", "come", "comes"})


def party_hit_with_measure(line: Line, named: Named) -> Sanction | None:
    """Somebody who is hit, slapped, punished or threatened with a measure.

    Matches "Paris threatened Algeria with visa restrictions" and "the bank was hit with U.S. sanctions"; not "Paris
    helped Algeria with the sanctions".
    """
    at = named.first - 1
    opener = line.word(at) if not line.gap(named.first) else ""
    words = "warning" if opener == "of" else "with_verbs"
    k = _verb_before(line, at, words, _REACH) if opener in {"with", "by", "of"} else None
    if k is not None and opener == "of" and k == at - 1:
        return None
    if k is None or (opener == "by" and not (k == at - 1 and auxiliaries(line, k).being)):
        return None
    status: SanctionStatus = "threatened" if line.words[k].startswith(("threat", "warn")) else "occurred"
    draft = Draft(line, k, k + 1, (named.noun, named.behind))
    return _done_to(line, draft, k, at, status).call(named).end(named.tail).aimed(party_hit_with_measure)


def party_under_measure(line: Line, named: Named) -> Sanction | None:
    """Somebody who is, comes or is placed under a measure, or is subject to it.

    Matches "The general was placed under U.N. sanctions in 2018" and "Kenya remains under an arms embargo"; not "Trade
    grew under the sanctions".
    """
    at = named.first - 1
    subjected = line.word(at) == "to" and line.word(at - 1) in {"subject", "subjected"}
    verb = at - 1 - (line.word(at - 1) == "already")
    if verb < 0 or line.gap(named.first) or not (subjected or line.word(at) == "under"):
        return None
    word = line.word(verb)
    placed = word in word_set("putting") or word == "subjected"
    draft = Draft(line, verb, at + 1, (named.noun, named.behind)).call(named).end(named.tail)
    if placed or word in word_set("remaining") or word == "subject":
        group = auxiliaries(line, verb + (word in word_set("being")))
        if placed and not group.being:
            if draft.makers and not line.gap(verb):  # "two banks placed under sanctions by Canada"
                draft.aim(phrase_to(line, verb))
            return draft.aimed(party_under_measure)
        who = subject_to(line, group.first)
        draft.status = group.passive(line, verb, "occurred" if placed or word in _COMING else "ongoing")
        return draft.aim(phrase_of(line, who.parties, who.first, group.first)).aimed(party_under_measure)
    found = listed_to(line, verb + 1)  # "a country under an embargo"
    if found:
        draft.status = "ongoing"
        draft.aim(phrase_of(line, found, found[0].first, found[-1].behind))
    return draft.aimed(party_under_measure)


def party_put_under_measure(line: Line, named: Named) -> Sanction | None:
    """Somebody whom somebody else places under a measure.

    Matches "The Security Council placed two warlords under an arms embargo"; not "The Security Council left the hall
    under an arms embargo banner".
    """
    at = named.first - 1
    k = _verb_before(line, at, "putting", _REACH) if line.word(at) == "under" and not line.gap(named.first) else None
    target = target_at(line, k + 1) if k is not None else None
    if k is None or target is None or target.behind != at or line.word(named.behind) in {"banner", "banners"}:
        return None
    stands = standing(line, k, form_of(line.words[k]), "occurred", "")
    draft = Draft(line, k, k + 1, (named.noun, named.behind))
    draft.status = stands.status
    draft.make(stands.makers).hold(stands.holder).aim(target)
    return draft.call(named).end(named.tail).finished(party_put_under_measure)


def party_faces_measure(line: Line, named: Named) -> Sanction | None:
    """Somebody who faces or risks a measure.

    Matches "Companies that trade with Pyongyang could face secondary sanctions" and "Niger risks an embargo"; not
    "Niger faces criticism of the sanctions".
    """
    found = verb_over(line, named)
    if found is None or not found[0].faced or found[2] != named.first:
        return None
    _, first, behind_verb = found
    group = auxiliaries(line, first)
    who = subject_to(line, group.first)
    draft = Draft(line, first, behind_verb, (named.noun, named.behind))
    faces = line.words[first].startswith("fac") and not group.modal
    draft.status = negate("ongoing" if faces else "threatened", negated=group.negated)
    draft.aim(phrase_of(line, who.parties, who.first, group.first))
    return draft.call(named).end(named.tail).aimed(party_faces_measure)


def party_on_list(line: Line, named: Named) -> Sanction | None:
    """Somebody who is put on a list of those sanctioned, or taken off it.

    Matches "Ottawa added three generals to its sanctions list" and "The sect was removed from the terrorist list"; not
    "Ottawa explained three entries of its sanctions list".
    """
    at = named.first - 1
    word = line.word(at)
    if named.measures != ("listing",) or line.gap(named.first) or word not in _ON | _OFF:
        return None
    if word == "on" and line.word(at - 1) in word_set("being"):
        return _is_on_list(line, named)
    k = _verb_before(line, at, "unlisting" if word in _OFF else "listing", _LIST_REACH)
    if k is None:
        return None
    draft = Draft(line, k, k + 1, (named.noun, named.behind))
    draft.act = "lift" if word in _OFF else "impose"
    return _done_to(line, draft, k, at, "occurred").call(named).end(named.tail).aimed(party_on_list)


def _is_on_list(line: Line, named: Named) -> Sanction | None:
    """Somebody who is on the list: "has been on the U.S. sanctions list since 2018"."""
    at = named.first - 1
    group = auxiliaries(line, at)
    who = subject_to(line, group.first)
    draft = Draft(line, at, at + 1, (named.noun, named.behind)).call(named)
    draft.status = group.passive(line, at, "ongoing")
    return draft.aim(phrase_of(line, who.parties, who.first, group.first)).aimed(party_on_list)


def _verb_before(line: Line, at: int, words: str, reach: int) -> int | None:
    """Number of the last word of a set before a word, in the same clause."""
    for k in range(at - 1, max(-1, at - reach), -1):
        if line.words[k] in word_set(words):
            return k
        if not _HARD.isdisjoint(line.gap(k + 1)):
            return None
    return None


def _done_to(line: Line, draft: Draft, k: int, at: int, status: SanctionStatus) -> Draft:
    """Add the target of a verb at word k: its object, or its subject where it ends right before word `at`."""
    group = auxiliaries(line, k)
    if k == at - 1:
        who = subject_to(line, group.first)
        draft.status = group.passive(line, k, status)
        return draft.aim(phrase_of(line, who.parties, who.first, group.first))
    stands = standing(line, k, form_of(line.words[k]), status, "")
    draft.status = stands.status
    target = target_at(line, k + 1)
    if target is not None and target.behind > at:
        target = target._replace(behind=at)
    return draft.make(stands.makers).hold(stands.holder).aim(target)
