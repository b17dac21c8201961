"""Rules about a measure as the subject: it is lifted, takes effect, expires, hits somebody, or just stands."""

from __future__ import annotations

from communique_sanctions.drafts import Draft
from communique_sanctions.kind import Sanction
from communique_sanctions.line import Line
from communique_sanctions.measures import Named, tail
from communique_sanctions.predicates import auxiliaries_from, predicate
from communique_sanctions.status import negate
from communique_sanctions.targets import is_somebody, target_at
from communique_sanctions.words import into_effect, word_set

_ASIDES = frozenset({"in", "which", "first", "imposed", "introduced", "due", "adopted", "dating", "put"})
_LONGEST_ASIDE = 16
_PRESENT = frozenset({"expires", "expire", "ends", "end", "lapses", "lapse"})
_WHEN = frozenset({"in", "on", "at", "next", "this", "tomorrow"})
_ENDING = frozenset({"end", "ended", "ends"})


def measure_was_imposed(line: Line, named: Named) -> Sanction | None:
    """A measure and, behind it, a passive verb that says what was done to it.

    Matches "Sanctions on Mali were lifted by ECOWAS on Sunday"; not "Sanctions on Mali were felt in every shop".
    """
    behind = named.tail
    told = predicate(line, _behind_aside(line, behind.behind))
    if told is None or not told.being:
        return None
    draft = Draft(line, named.noun, named.behind, told.words).call(named).end(behind)
    draft.act, draft.status = told.act, told.status
    after = tail(line, told.words[1], of_target=told.act == "lift")
    if told.spoken:
        draft.holders += after.makers
        after = after._replace(makers=())
    return draft.end(after).finished(measure_was_imposed)


def _behind_aside(line: Line, i: int) -> int:
    """Number of the word behind an aside between commas: "the embargo, *in place since 1993,* was"."""
    if line.gap(i) != "," or line.word(i) not in _ASIDES:
        return i
    end = min(len(line), i + _LONGEST_ASIDE)
    return next((k for k in range(i + 1, end) if line.gap(k) == ","), i)


def measure_takes_effect(line: Line, named: Named) -> Sanction | None:
    """A measure that takes effect, expires or remains, without anybody who does it.

    Matches "The U.N. arms embargo on Iran expired in 2020"; not "The U.N. arms embargo on Iran worked".
    """
    behind = named.tail
    ahead = auxiliaries_from(line, behind.behind)
    i = ahead.behind
    for length in (3, 2, 1):
        told = into_effect().get(line.phrase(i, i + length)) if not line.gap(i) and i + length <= len(line) else None
        if told is None:
            continue
        if line.word(i) in _ENDING and line.party_from(i + length) is not None:
            return None  # "the sanctions ended Iran's hopes"
        draft = Draft(line, named.noun, named.behind, (i, i + length)).call(named).end(behind)
        draft.act, status = told
        if status == "ongoing" and ahead.status is not None:  # "must stay in place"
            draft.act = "extend"
        elif line.word(i) in _PRESENT and line.word(i + length) in _WHEN:  # "expires in June"
            status = "scheduled"
        draft.status = negate(ahead.status or status, negated=ahead.negated)
        return draft.end(tail(line, i + length)).finished(measure_takes_effect)
    return None


def measure_targets_party(line: Line, named: Named) -> Sanction | None:
    """A measure that targets, hits or covers somebody.

    Matches "The new U.S. sanctions target two refineries in Basra"; not "The sanctions reached a record in May".
    """
    i = named.tail.behind if named.tail.target is None else named.behind  # "the package, adopted on Friday, targets"
    i += line.word(i) == "which" and line.gap(i) == ","
    i += line.word(i) in word_set("modals") or line.word(i) in word_set("adverbs")
    if line.word(i) not in word_set("aiming") or line.gap(i) not in {"", ","}:
        return None
    target = target_at(line, i + 1)
    if target is None:
        return None
    draft = Draft(line, named.noun, named.behind, (i, i + 1))
    draft.status = "ongoing"
    return draft.call(named).aim(target).end(tail(line, target.behind)).finished(measure_targets_party)


def measure_on_party(line: Line, named: Named) -> Sanction | None:
    """A measure that is in force: whose it is or on whom it lies, by the words beside the noun.

    Matches "Washington's sanctions on Iran", "the U.N. arms embargo on South Sudan" and "sanctions imposed by Brussels
    on Tunisian officials"; not "the impact of sanctions on prices".
    """
    behind = named.tail
    has_target = behind.target is not None and bool(behind.target.parties)
    if not has_target and line.word(named.behind) in word_set("administration"):
        return None
    if named.measures == ("trade-ban",) and not has_target:
        return None
    draft = Draft(line, named.noun, named.behind)
    draft.status = "ongoing"
    if behind.imposed is not None:
        draft.status = "occurred"
        draft.cues.append((behind.imposed, behind.imposed + 1))
    draft.call(named).end(behind)
    draft.known = draft.known and named.measures != ("listing",)
    draft.unnamed = _is_of_somebody(line, named)
    placed = has_target and behind.target is not None and behind.target.behind - behind.target.first <= _SHORT_NAME
    known = draft.makers or draft.unnamed or placed or (behind.target is not None and is_somebody(line, behind.target))
    return draft.finished(measure_on_party) if known else None


_SHORT_NAME = 2


def _is_of_somebody(line: Line, named: Named) -> bool:
    """Tell whether an adjective says whose a measure is: "Western sanctions", "the Canadian-led embargo"."""
    if named.owners:
        return False
    words = range(named.first, named.noun)
    if any(line.words[k] in word_set("unnamed_makers") for k in words):
        return True
    adjective = next((k for k in words if line.country_to(k + 1) is not None), None)
    return adjective is not None and not line.page.names_country(line.ends[adjective])
