"""Rules about verbs that are measures by themselves: "blacklisted", "froze the assets of", "barred from entering"."""

from __future__ import annotations

from collections.abc import Callable

from communique_sanctions.drafts import Draft
from communique_sanctions.groups import auxiliaries, standing
from communique_sanctions.kind import Sanction
from communique_sanctions.line import Line
from communique_sanctions.lists import listed_from
from communique_sanctions.measures import tail
from communique_sanctions.predicates import phrase_of
from communique_sanctions.subjects import subject_to
from communique_sanctions.targets import Phrase, is_somebody, target_at
from communique_sanctions.words import OwnVerb, Takes, word_set

_REACH = 14
_ENTRY_REACH = 28
_ENTRY = frozenset({"entering", "entry", "travelling", "traveling", "visiting", "travel"})
_BUSINESS = frozenset({"doing", "trading", "exporting", "importing", "investing", "dealing"})
_TERRORIST = frozenset({"terrorist", "terrorists", "terror", "sanctions"})
_GROUPS = frozenset({"organization", "organisation", "group", "entity", "groups", "organizations", "organisations"})
_AS = frozenset({"as", "a", "for", "under"})
_MONEY = frozenset({"million", "billion", "dollars", "euros"})
_AFTER_ENTRY = frozenset({"over", "for", "by", "because", "in", "on", "citing", "due"})
_WITHOUT_SUBJECT = frozenset({"to", "that", "would", "of"})

VerbRule = Callable[[Line, int, int, OwnVerb], Sanction | None]


def sanctions_party(line: Line, first: int, behind: int, verb: OwnVerb) -> Sanction | None:
    """Somebody who sanctions, blacklists, embargoes or delists somebody.

    Matches "Washington blacklisted two refineries over oil sales"; not "The court sanctioned the sale of the refinery".
    """
    group = auxiliaries(line, first)
    gerund = "ing" in verb.forms
    attributive = line.gap(first) == "-" or line.word(first - 1) in word_set("determiners")
    if not gerund and (group.being or attributive):
        return None
    target = target_at(line, behind)
    if target is None or (line.words[first].startswith("sanction") and not is_somebody(line, target)):
        return None
    draft = _draft(line, first, behind, verb)
    stands = standing(line, first, verb.forms, "occurred", "")
    draft.status = stands.status
    draft.make(stands.makers).hold(stands.holder).aim(target).end(tail(line, target.behind))
    if not draft.makers and not stands.holder and line.word(first - 1) not in _WITHOUT_SUBJECT:
        return None
    return draft.finished(sanctions_party)


def party_was_sanctioned(line: Line, first: int, behind: int, verb: OwnVerb) -> Sanction | None:
    """Somebody who is sanctioned, blacklisted, embargoed or delisted.

    Matches "The shipowner was blacklisted by Canada in May"; not "The strike was sanctioned by the union's members".
    """
    if "participle" not in verb.forms or line.gap(first) not in {"", ","}:
        return None
    group = auxiliaries(line, first)
    after = tail(line, behind)
    if not group.being and not after.makers:
        return None
    draft = _draft(line, first, behind, verb)
    start = group.first if group.being else first
    if line.word(first - 1) in {"remain", "remains", "remained", "stays"}:
        start, draft.status = first - 1, "ongoing"
    elif group.being:
        draft.status = group.passive(line, first, "occurred")
    who = subject_to(line, start)
    draft.aim(phrase_of(line, who.parties, who.first, start)).end(after)
    if line.words[first].startswith("sanction") and not _is_people(line, draft):
        return None  # "the strike was sanctioned"
    return draft.aimed(party_was_sanctioned)


def assets_frozen(line: Line, first: int, behind: int, verb: OwnVerb) -> Sanction | None:
    """Somebody who freezes the assets of somebody, or whose assets are frozen.

    Matches "Bern froze the assets of Tunisia's former president" and "the bank's assets were frozen by Kenya"; not
    "Bern froze the salaries of its judges".
    """
    group = auxiliaries(line, first)
    draft = _draft(line, first, behind, verb)
    if group.being and "ing" not in verb.forms:
        noun = _assets(line, range(group.first - 1, max(-1, group.first - _REACH), -1))
        if noun is None or "participle" not in verb.forms:
            return None
        draft.status = group.passive(line, first, "occurred")
        after = behind
    else:
        noun = _assets(line, range(behind, min(len(line), behind + _REACH)))
        if noun is None or any(line.words[k] in _between_assets(line, k) for k in range(behind, noun)):
            return None
        stands = standing(line, first, verb.forms, "occurred", "")
        draft.status = stands.status
        draft.make(stands.makers).hold(stands.holder)
        after = noun + 1
    draft.cues.append((noun, noun + 1))
    owner = line.owner_to(noun) or (line.owner_to(noun - 1) if line.word(noun - 1) in {"bank", "financial"} else None)
    target = target_at(line, noun + 2) if line.word(noun + 1) == "of" else None
    if line.phrase(noun + 1, noun + 3) in {"belonging to", "held by"}:
        target = target_at(line, noun + 3)
    if target is None and owner is not None:
        target = phrase_of(line, [owner], owner.first, noun)
    if target is None or not _MONEY.isdisjoint(line.words[target.first : target.behind]):
        return None
    draft.aim(target)
    return draft.end(tail(line, max(after, target.behind))).aimed(assets_frozen)


def barred_from_entry(line: Line, first: int, behind: int, verb: OwnVerb) -> Sanction | None:
    """Somebody who is barred from entering a country, or from doing business there.

    Matches "Vilnius banned 40 Belarusian officials from entering the country"; not "Vilnius banned 40 Belarusian trucks
    from the road".
    """
    until = min(len(line), behind + _ENTRY_REACH)
    barred = _ENTRY | _BUSINESS
    at = next((k for k in range(behind, until) if line.words[k] == "from" and line.word(k + 1) in barred), None)
    if at is None:
        return None
    group = auxiliaries(line, first)
    draft = _draft(line, first, behind, verb)
    if line.word(at + 1) in _BUSINESS:
        draft.measures = ("trade-ban",)
    draft.cues.append((at, at + 2))
    if at == behind or (group.being and line.word(behind) == "by"):
        if not group.being:
            return None
        who = subject_to(line, group.first)
        agents, _ = listed_from(line, behind + 1)
        draft.make(agents if line.word(behind) == "by" else [])
        draft.status = group.passive(line, first, "ongoing" if line.word(first - 1) in {"is", "are"} else "occurred")
        draft.aim(phrase_of(line, who.parties, who.first, group.first))
    else:
        stands = standing(line, first, verb.forms, "occurred", "")
        draft.status = stands.status
        draft.make(stands.makers).hold(stands.holder).aim(target_at(line, behind))
    after = at + 2
    while after < until and not line.gap(after) and line.words[after] not in _AFTER_ENTRY:
        after += 1
    if not (draft.targets or _is_people(line, draft)):
        return None
    return draft.end(tail(line, after)).finished(barred_from_entry)


def named_terrorist(line: Line, first: int, behind: int, verb: OwnVerb) -> Sanction | None:
    """Somebody who is designated a terrorist group, or designated for sanctions.

    Matches "Argentina designated Hamas as a terrorist organisation"; not "Argentina designated the bay a reserve".
    """
    until = min(len(line), behind + _REACH)
    noun = next((k for k in range(behind, until) if line.words[k] in _TERRORIST), None)
    if noun is None or not (line.words[first].startswith("designat") or _is_group(line, noun)):
        return None
    group = auxiliaries(line, first)
    draft = _draft(line, first, behind, verb)
    draft.cues.append((noun, noun + 1))
    if group.being and "participle" in verb.forms:
        who = subject_to(line, group.first)
        draft.status = group.passive(line, first, "occurred")
        draft.aim(phrase_of(line, who.parties, who.first, group.first))
    else:
        target = target_at(line, behind) if noun > behind else None
        if target is None:
            return None
        at = next((k for k in range(behind + 1, noun) if line.words[k] in _AS), noun)
        stands = standing(line, first, verb.forms, "occurred", "")
        draft.status = stands.status
        draft.make(stands.makers).hold(stands.holder).aim(target._replace(behind=min(target.behind, at)))
    after = noun + 1 + (line.word(noun + 1) in _GROUPS)
    known = draft.targets or _is_people(line, draft)
    return draft.end(tail(line, after)).finished(named_terrorist) if known else None


def _is_group(line: Line, noun: int) -> bool:
    """Tell whether a word for terror says what sort of group somebody is: "a terrorist organisation", "terrorists"."""
    word = line.words[noun]
    return word != "sanctions" and (word.endswith("s") or line.word(noun + 1) in _GROUPS)


def _draft(line: Line, first: int, behind: int, verb: OwnVerb) -> Draft:
    draft = Draft(line, first, behind)
    draft.act, draft.measures = verb.act, (verb.measure,)
    return draft


def _between_assets(line: Line, k: int) -> frozenset[str]:
    """The words that no phrase of assets has at a word: "in" only behind a sum, "froze 4 million euros in assets"."""
    return word_set("stops") - ({"of", "in"} if line.word(k - 1) in _MONEY else {"of"})


def _assets(line: Line, numbers: range) -> int | None:
    """Number of the first word for assets among some."""
    return next((k for k in numbers if line.words[k] in word_set("assets")), None)


def _is_people(line: Line, draft: Draft) -> bool:
    return draft.target is not None and is_somebody(line, Phrase(draft.targets, *draft.target))


_SIGNS: dict[str, tuple[tuple[str, ...], int, int]] = {
    "entry": (
        (" from ent", " from tra", " from visit", " from doing", " from ex", " from im", " from inv", " from deal"),
        0,
        240,
    ),
    "assets": (("assets", "accounts", "funds", "holdings", "property"), 160, 160),
    "terrorist": (("terror", "sanction"), 0, 160),
}
"""What must stand before or behind a verb that is common otherwise, and how many characters away."""


def may_be_measure(folded: str, start: int, end: int, verb: OwnVerb) -> bool:
    """Tell by a cheap look whether a verb can be a measure here: not every "barred" is."""
    signs = _SIGNS.get(verb.takes)
    if signs is None:
        return True
    words, before, after = signs
    first, last = max(0, start - before), end + after
    return any(folded.find(word, first, last) >= 0 for word in words)


BY_TAKES: dict[Takes, tuple[VerbRule, ...]] = {
    "party": (party_was_sanctioned, sanctions_party),
    "assets": (assets_frozen,),
    "entry": (barred_from_entry,),
    "terrorist": (named_terrorist,),
}
"""The rules for each sort of verb."""

RULES: tuple[VerbRule, ...] = tuple(rule for rules in BY_TAKES.values() for rule in rules)
