"""On whom something lies: noun phrases of parties, officials, companies, sectors, ships."""

from __future__ import annotations

from typing import NamedTuple

from communique import Actor, Place
from communique.offsets import hit_at
from communique_sanctions.line import Found, Line, Party
from communique_sanctions.words import act_nouns, governors, verbs, word_set

_LONGEST_PHRASE = 40
_MOST = 12
_SHORT = 4
"""No abbreviation that ends in a stop is longer."""
_INSIDE_SIGNS = frozenset({"-", "'", "/", ".", "&", '"'})
_DESCRIPTION = 2
_BLAMED = frozenset({"responsible", "suspected", "implicated"})
_BETWEEN_WORDS = frozenset({"", "-", "'", ".", "/"})
_NO_START = frozenset({"and", "or", "of", "but"})
_JOINTS = frozenset({"and", "or", "including", "plus"})
_BEFORE_PLACES = frozenset({"in", "at", "from", "near"})
_CLAUSES = frozenset({"after", "over", "because", "while", "when", "said", "says", "if", "unless", "and", "but"})
_PRONOUNS = frozenset({"those", "anyone", "anybody", "all", "any"})
_SITED = frozenset({"based", "registered", "headquartered", "located", "incorporated"})
_HEDGES = frozenset({"in", "from", "with", "of", "to", "between", "within"})


class Phrase(NamedTuple):
    """A noun phrase: whom it names, and the stretch of its words."""

    parties: tuple[Party, ...]
    first: int
    """Number of its first word."""
    behind: int
    """Number of the word behind it."""


def target_at(line: Line, i: int) -> Phrase | None:
    """Read on whom something lies, from word i on: parties, numbers of officials, companies, sectors, ships."""
    if i >= len(line) or (i and line.gap(i).strip("'")):
        return None
    j, nouns = i, False
    parties: list[Found] = []
    while j < len(line) and j - i < _LONGEST_PHRASE and (j == i or _goes_on(line, j, i)):
        found = _party(line, j)
        if found is not None:
            parties.append(found)
            nouns, j = True, found.behind
            j += line.word(j) == "s" and line.gap(j) == "'"
        elif _ends(line, j, parties, nouns=nouns):
            break
        else:
            nouns = nouns or line.words[j] not in word_set("determiners")
            j += 1
    return _finished(line, i, j, parties, nouns=nouns)


def _ends(line: Line, j: int, parties: list[Found], *, nouns: bool) -> bool:
    """Tell whether a word stands behind the end of a phrase."""
    word = line.words[j]
    if word in word_set("stops") and not _is_inside(line, j):
        return True
    if word in _JOINTS and not _is_noun_ahead(line, j + 1):
        return True
    if word in {"last", "next", "this", "late", "early"} and line.word(j + 1) in word_set("days") | word_set("lengths"):
        return True
    return nouns and (_is_verb(line, j, parties) or (word in _BLAMED and line.gap(j) != "-"))


def _finished(line: Line, i: int, j: int, parties: list[Found], *, nouns: bool) -> Phrase | None:
    """The phrase of words i to j, those left out that say nothing at its end."""
    if j > i and line.words[j - 1] in _PRONOUNS and not nouns and line.word(j) in {"who", "that", "which"}:
        return Phrase((), i, _clause_end(line, j + 1))
    while j > i and (line.words[j - 1] in _JOINTS or line.words[j - 1] in word_set("determiners")):
        j -= 1
    if j > i + 1 and line.gap(j - 1) == "(":
        j -= 1
    return Phrase(_unique(line, parties, i), i, j) if j > i and nouns else None


def _clause_end(line: Line, i: int) -> int:
    """Number of the word behind a relative clause: "those who *block aid to Gaza*"."""
    end = min(len(line), i + _MOST)
    return next((k for k in range(i, end) if line.gap(k) not in _INSIDE_SIGNS | {""} or line.words[k] in _CLAUSES), end)


def phrase_to(line: Line, behind: int) -> Phrase | None:
    """Read the noun phrase that ends right before a word: "two Kyrgyz banks *placed under sanctions*"."""
    j = behind
    while j > 0 and behind - j < _MOST and (j == behind or line.gap(j) in _BETWEEN_WORDS):
        found = line.party_to(j)
        named = found.first if found is not None else line.country_to(j)
        if named is not None:
            j = named
            continue
        word = line.words[j - 1]
        if (word in word_set("stops") and word != "of") or word in verbs() or word in word_set("auxiliaries"):
            break
        j -= 1
        if word in word_set("numbers") or word.isdigit() or word in word_set("determiners"):
            break
    while j < behind and line.words[j] in _NO_START:
        j += 1
    read = target_at(line, j) if j < behind else None
    if read is None or read.behind > behind:
        return None
    return read if read.behind == behind or line.word(read.behind) in word_set("prepositions") else None


def _goes_on(line: Line, j: int, first: int) -> bool:
    """Tell whether a phrase goes on at a word behind signs: a list does, an aside does not."""
    gap = line.gap(j).removeprefix(")")
    if not gap:
        return True
    if gap == "(":  # "the Republic (CAR)"
        return line.printed[j].isupper() and line.gap(j + 1).startswith(")")
    if gap in _INSIDE_SIGNS:
        return gap != "." or len(line.words[j - 1]) <= _SHORT
    if gap not in {",", '",', ",'"}:
        return False
    if line.words[j] in _JOINTS:
        return _is_noun_ahead(line, j + 1)
    end = min(len(line), j + _MOST)
    ahead = next((k for k in range(j, end) if line.words[k] in _JOINTS), end)
    stopped = any(line.words[k] in word_set("stops") and not _is_inside(line, k) for k in range(j, ahead))
    return ahead < end and not stopped and _is_noun_ahead(line, ahead + 1) and j > first


def _is_inside(line: Line, j: int) -> bool:
    """Tell whether a preposition keeps a phrase together: "banks in Iran", "members of the junta"."""
    word = line.words[j]
    if word not in _HEDGES or line.gap(j + 1):
        return False
    after = line.word(j + 1)
    if word == "of":
        return True
    if word in {"with", "to"}:
        return line.word(j - 1) in {"close", "ties", "linked", "tied", "loyal", "links"}
    if after in {"the", "a", "an", "its", "his", "her", "their"}:
        return word == "from" or (line.party_from(j + 2) is not None)
    return after not in word_set("days") and not after.isdigit() and line.party_from(j + 1) is not None


def _is_noun_ahead(line: Line, j: int) -> bool:
    """Tell whether a noun phrase and no verb starts at a word."""
    word = line.word(j)
    if not word or line.gap(j).strip("'\""):
        return False
    if word in word_set("stops") or (word in verbs() and word != "set" and line.printed[j].islower()):
        return False
    if line.party_from(j) is not None or word in word_set("determiners") or word in word_set("numbers"):
        return True
    return not word.endswith("ed") and not (word.endswith("ing") and line.word(j + 1) in word_set("determiners"))


def _is_verb(line: Line, j: int, parties: list[Found]) -> bool:
    """Tell whether a word behind a noun is a verb, and so no part of the phrase."""
    word = line.words[j]
    if line.printed[j][0].isupper() or line.gap(j) == "-":
        return False
    if word.endswith("ed") and line.gap(j) != "-" and line.gap(j + 1) != "-":
        return not (word in _SITED and line.word(j + 1) == "in")
    if word in word_set("finite"):
        return True
    if word in verbs() and word not in act_nouns() and "base" not in verbs()[word].forms:
        return True
    after = bool(parties) and parties[-1].behind == j and not parties[-1].party.name.islower()
    return after and word in governors() and word.endswith("s")


def _party(line: Line, j: int) -> Found | None:
    found = line.party_from(j) if line.word(j) not in word_set("pronouns") else None
    if found is None or (isinstance(found.party, Place) and line.word(j - 1) in _BEFORE_PLACES):
        return None
    return None if _is_another_place(line, j) else found


def _is_another_place(line: Line, j: int) -> bool:
    """Tell whether a name is joined to that of where somebody is: "companies in Hong Kong and *Malaysia*"."""
    end = j - 1 if line.word(j - 1) in {"and", "or"} else j if line.gap(j) == "," else 0
    before = line.party_to(end) if end else None
    return before is not None and line.word(before.first - 1) in _BEFORE_PLACES


def _unique(line: Line, parties: list[Found], first: int) -> tuple[Party, ...]:
    """The parties of a phrase; where one only says whose another is, it stays out."""
    kept: dict[Party, None] = {}
    for number, one in enumerate(parties):
        after = parties[number + 1] if number + 1 < len(parties) else None
        if after is not None and _owns(line, one, after):
            continue
        placed = one.first > first and line.word(one.first - 1) in _BEFORE_PLACES | {"of", "the"}
        if kept and placed and line.word(one.first - 1 - (line.word(one.first - 1) == "the")) in _HEDGES:
            continue  # "companies from Iran" are not Iran
        kept.setdefault(one.party)
    return tuple(kept)[:_MOST]


def _owns(line: Line, one: Found, after: Found) -> bool:
    """Tell whether a party only says whose the next one is, of which more is known: "Iran's Revolutionary Guards"."""
    if isinstance(after.party, Place) or after.party.country is None:
        return False
    between = range(one.behind, after.first)
    if 0 < len(between) <= _DESCRIPTION and all(line.words[k].islower() and not line.gap(k) for k in between):
        described = not any(line.words[k] in word_set("stops") or line.words[k] in _JOINTS for k in between)
        if described and not line.gap(after.first):  # "its NATO ally Turkey"
            return True
    possessive = line.word(one.behind) == "s" and line.gap(one.behind) == "'"
    return (
        after.first <= one.behind + _DESCRIPTION
        if possessive
        else after.first == one.behind and not line.gap(one.behind)
    )


def is_somebody(line: Line, phrase: Phrase) -> bool:
    """Tell whether a phrase is of people, states, companies or ships, and not of a deed: not "the use of force"."""
    head = next((k for k in range(phrase.first, phrase.behind) if line.words[k] == "of"), phrase.behind)
    words = line.words[phrase.first : head]
    if any(isinstance(one, Actor) or one.sort == "country" for one in phrase.parties):
        return True
    if not words or words[0].isdigit() or words[0] in word_set("numbers"):
        return bool(words)
    named = any(hit_at(line.page.countries, line.starts[k]) is not None for k in range(phrase.first, head))
    return named or not word_set("somebody").isdisjoint(words)
