"""Measures: the phrase of a noun for one, and what stands behind it: on whom, by whom, over what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique_sanctions.kind import Measure
from communique_sanctions.line import Found, Line, Party
from communique_sanctions.lists import listed_from
from communique_sanctions.reasons import reason_at
from communique_sanctions.targets import Phrase, target_at
from communique_sanctions.words import is_adverb, verbs, word_set

_MOST_BETWEEN = 4
_MOST_BEFORE = 8
_MOST_PARTS = 6
_EXPORTS = frozenset({"exports", "sales"})
_EXTENDING = frozenset({"regime", "package", "packages", "framework", "programme", "program"})
_TARGETING = frozenset({"on", "against", "targeting", "upon"})
_DIRECTED = tuple(
    words.split()
    for words in (
        "in relation to", "aimed at", "directed at", "directed against", "aimed against", "in place against",
        "in force against",
    )
)  # fmt: skip
_PAST = frozenset({"past", "participle"})
_JOINED_TO_OWNERS = frozenset({"led", "backed", "style", "ordered", "imposed", "mandated", "approved"})
_NO_ADJECTIVES = frozenset({"and", "or", "not", "up", "out", "back", "down", "over", "off"})
_ADJECTIVES = frozenset({"set", "renewed", "toughened", "tightened"})
_BEFORE_TIMES = frozenset(
    {"on", "in", "since", "late", "early", "last", "this", "earlier", "from", "until", "for", "through"}
)
_INSIDE_TIMES = frozenset({"late", "early", "the", "last", "this", "earlier", "another", "a", "next", "mid"})
_PARTS_OF_DAYS = frozenset({"night", "morning", "evening", "afternoon"})
_LAWS = frozenset({"act", "law", "committee", "office"})
_KNOWN = frozenset({"the", "these", "those", "its", "their"})
_OTHERS = frozenset({"previous", "earlier", "old", "former", "new", "other", "first", "second", "latest", "fresh"})
_YEAR = len("2026")


class Tail(NamedTuple):
    """What stands behind a measure or its verb."""

    target: Phrase | None
    makers: tuple[Party, ...]
    reason: tuple[int, int] | None
    """Numbers of the first word of the reason and of that behind it."""
    imposed: int | None
    """Number of a participle that says it is there: "sanctions *imposed* by"."""
    behind: int
    """Number of the word behind it all."""


class Named(NamedTuple):
    """The phrase of a measure."""

    first: int
    """Number of its first word, determiner included."""
    noun: int
    """Number of the first word of the first noun."""
    behind: int
    """Number of the word behind the last noun."""
    measures: tuple[Measure, ...]
    """The measures."""
    owners: tuple[Found, ...]
    """Whose it is by the words in front: "Washington's", "U.S. and Canadian"."""
    none: bool
    """Whether there is none: "no sanctions"."""
    about: bool
    """Whether it lies on the owner: "Iran sanctions"."""
    known: bool
    """Whether it is spoken of as known: "the sanctions", "these measures"."""
    tail: Tail
    """What stands behind it."""

    @property
    def owner(self) -> Found | None:
        """Whose it is, if it is anybody's: the first, where there are several."""
        return self.owners[0] if self.owners else None


def named(line: Line, hits: Sequence[tuple[int, int, Measure]]) -> list[Named]:
    """Read the phrases of measures of a sentence; those joined by "and" are one."""
    joined: list[tuple[int, int, tuple[Measure, ...]]] = []
    for start, end, measure in hits:
        noun, behind = line.number(start), line.number(end)
        if noun >= len(line) or (measure == "trade-ban" and line.word(behind) == "of"):  # a ban on imports of beef
            continue
        if line.word(behind) in _LAWS and line.printed[behind][0].isupper() and line.printed[noun][0].isupper():
            continue  # "the Iran Sanctions Act"
        if line.word(behind) in _EXTENDING and not line.gap(behind):
            behind += 1
        if joined and _is_joined(line, joined[-1][1], noun):
            first, _, measures = joined[-1]
            joined[-1] = first, behind, measures if measure in measures else (*measures, measure)
        else:
            joined.append((noun, behind, (measure,)))
    return [_named(line, *one) for one in joined]


def _named(line: Line, noun: int, behind: int, measures: tuple[Measure, ...]) -> Named:
    first, owner = _front(line, noun)
    owners: tuple[Found, ...] = (owner,) if owner is not None else ()
    joint = first - 1 if line.word(first - 1) == "and" and owner is not None and owner.first == first else 0
    another = line.party_to(joint) if joint and line.gap(joint) in {"", "."} else None
    if another is not None and owner is not None and _are_adjectives(line, another, owner):
        first, owners = another.first, (another, owner)
    none = "no" in line.words[max(0, first - 1) : noun]
    known = line.words[first] in _KNOWN and _OTHERS.isdisjoint(line.words[first:noun])
    about = owner is not None and not line.gap(owner.behind) and line.page.names_country(line.ends[owner.behind - 1])
    return Named(first, noun, behind, measures, owners, none, about, known, tail(line, behind))


def _are_adjectives(line: Line, one: Found, other: Found) -> bool:
    """Tell whether two parties are named by adjectives or abbreviations: "U.S. and Canadian", not "Iran and Canada"."""
    return not any(line.page.names_country(line.ends[found.behind - 1]) for found in (one, other))


def _is_joined(line: Line, behind: int, noun: int) -> bool:
    """Tell whether another noun is joined to the one before it: "asset freezes and a full arms embargo"."""
    if noun - behind > _MOST_BETWEEN:
        return False
    between = line.words[behind:noun]
    joint = line.gap(behind) == "," or (between and between[0] in {"and", "or", "including"})
    return bool(joint) and not any((word in word_set("stops") or word in verbs()) and word != "and" for word in between)


def _front(line: Line, noun: int) -> tuple[int, Found | None]:
    """Where the phrase of a noun starts, and whose the measure is."""
    first, owner = noun, None
    while first > 0 and noun - first < _MOST_BEFORE and _is_joined_to(line, first, noun):
        found = line.owner_to(first) or line.party_to(first)
        if found is not None and (line.gap(first) != "-" or line.words[first] in _JOINED_TO_OWNERS):
            owner, first = owner or found, found.first
            continue
        country = line.country_to(first)
        if country is not None:
            first = country
            continue
        word = line.words[first - 1]
        if word == "of" and line.word(first - 2) in word_set("packages"):
            first -= 2
        elif word in {"the", "a", "an"}:
            return first - 1, owner
        elif _describes(line, first - 1):
            first -= 1
        else:
            break
    return first, owner


def _is_joined_to(line: Line, first: int, noun: int) -> bool:
    """Tell whether the word before another can be of one phrase with it, by the signs between."""
    gap = line.gap(first)
    return gap in {"", "-", "'", "."} or (gap == "," and line.words[first - 1].islower() and first < noun)


def _describes(line: Line, i: int) -> bool:
    """Tell whether a word may describe the measure behind it: "tough", "EU-wide", "renewed"."""
    word = line.words[i]
    if word in word_set("determiners"):
        return word != "that"
    if word in word_set("stops") or word in word_set("auxiliaries") or word in _NO_ADJECTIVES:
        return False
    if line.gap(i) == "-" and word in verbs():
        return True  # "U.N.-ordered"
    if word in verbs():
        return word in _ADJECTIVES and line.word(i - 1) in word_set("determiners")
    participle = word.endswith(("ed", "ing")) and "-" not in {line.gap(i), line.gap(i + 1)}
    return not participle or word in word_set("modifying")


def tail(line: Line, i: int, *, of_target: bool = False) -> Tail:
    """Read what stands behind a measure or its verb: on whom, by whom, over what, when.

    Args:
        line: the sentence.
        i: number of the word to begin at.
        of_target: whether "from" says on whom: "lifted sanctions from Sudan".
    """
    read = Tail(None, (), None, None, i)
    for _ in range(_MOST_PARTS):
        skipped = _time(line, read.behind)
        if skipped > read.behind:
            read = read._replace(behind=skipped)
            continue
        if line.gap(read.behind) not in {"", ","}:
            break
        more = _target(line, read, of_target=of_target) or _maker(line, read, of_target=of_target)
        more = more or _imposed(line, read) or _reason(line, read)
        if more is None:
            break
        read = more
    return read


def _target(line: Line, read: Tail, *, of_target: bool) -> Tail | None:
    """Add on whom it lies: "on", "against", "aimed at", of what is lifted "from"."""
    i = read.behind
    opening = i + 1 if of_target and line.word(i) == "from" else _opening(line, i)
    if read.target is not None or not opening or line.word(opening) in word_set("days"):
        return None
    target = target_at(line, opening)
    return read._replace(target=target, behind=target.behind) if target is not None else None


def _maker(line: Line, read: Tail, *, of_target: bool) -> Tail | None:
    """Add whose it is: "by", "from"."""
    i = read.behind
    if read.makers or not (line.word(i) == "by" or (line.word(i) == "from" and not of_target)):
        return None
    found, behind = listed_from(line, i + 1)
    if found:
        return read._replace(makers=tuple(one.party for one in found), behind=behind)
    unnamed = target_at(line, i + 1) if line.word(i) == "by" else None  # "imposed by its neighbours"
    return read._replace(makers=unnamed.parties, behind=unnamed.behind) if unnamed is not None else None


def _reason(line: Line, read: Tail) -> Tail | None:
    """Add over what it lies."""
    reason = reason_at(line, read.behind) if read.reason is None else None
    return read._replace(reason=reason, behind=reason[1]) if reason is not None else None


def _imposed(line: Line, read: Tail) -> Tail | None:
    """Add who is said to have made it: "*imposed* by X", "which *Canada has imposed*"."""
    if read.imposed is not None:
        return None
    i = read.behind
    j = i + (line.word(i) in {"that", "which"})
    found: list[Found] = []
    if line.word(j) in word_set("pronouns"):
        whom = line.party_from(j)
        found, j = ([whom] if whom is not None else []), j + 1
    elif line.word(j) not in word_set("auxiliaries") and (j > i or not line.gap(j)):
        whose, behind = listed_from(line, j)
        found, j = (whose, behind) if whose else ([], j)
    seen = j
    while j - seen < _MOST_BETWEEN and (line.word(j) in word_set("auxiliaries") or is_adverb(line.word(j))):
        j += 1
    verb = verbs().get(line.word(j)) if j == i or not line.gap(j) else None
    if verb is None or verb.status != "occurred" or not verb.forms & _PAST or "base" in verb.forms:
        return None
    if verb.act != "impose" and not (found and verb.act in {"extend", "tighten"}):
        return None
    makers = read.makers or tuple(one.party for one in found)
    return read._replace(makers=makers, imposed=j, behind=j + 1)


def _opening(line: Line, i: int) -> int:
    """Number of the word behind "on" or "against", or 0."""
    traded = line.word(i) == "with" and line.word(i - 1) == "trade"
    if line.word(i) in _TARGETING or traded or (line.word(i) == "to" and line.word(i - 1) in _EXPORTS):
        return i + 1
    return next((i + len(words) for words in _DIRECTED if line.words[i : i + len(words)] == words), 0)


def _time(line: Line, i: int) -> int:
    """Skip words that say when: "on Monday", "in 2018", "last week", "late Thursday"."""
    word = line.word(i)
    if word not in _BEFORE_TIMES:
        return i + (word in word_set("days") and not line.gap(i) and word not in {"may", "march"})
    j = i + 1
    while line.word(j) in _INSIDE_TIMES or line.word(j) in word_set("numbers") or line.word(j).isdigit():
        j += 1
    if line.word(j) in word_set("days") or line.word(j) in word_set("lengths"):
        j += 1
        while line.word(j).isdigit() or line.word(j) in _PARTS_OF_DAYS:
            j += 1
        return j
    year = line.word(j - 1)
    return j if year.isdigit() and len(year) == _YEAR and word != "for" else i
