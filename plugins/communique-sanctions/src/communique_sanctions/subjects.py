"""Who does it: the subject of a verb, right before it or in its clause."""

from __future__ import annotations

from typing import NamedTuple

from communique import Place
from communique_sanctions.line import Found, Line
from communique_sanctions.lists import listed_from, listed_to
from communique_sanctions.words import word_set

_REACH = 45
_DRAFT_REACH = 4
_LONGEST_ASIDE = 30
_LONGEST_TIME = 8
_MOST_CLAUSES = 4
_RELATIVES = frozenset({"who", "which", "that"})
_ADDING = frozenset(
    {"and", "but", "after", "before", "while", "when", "then", "by", "said", "says", "warned", "told", "adding"}
)
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_SPEAKERS = frozenset({"we", "i"})


class Subject(NamedTuple):
    """The subject of a verb."""

    parties: list[Found]
    first: int
    """Number of its first word."""
    opener: str
    """The word that opens its clause: "if", "that", or nothing."""
    is_draft: bool
    """Whether it is a bill or the like, which does nothing yet."""


def subject_to(line: Line, i: int) -> Subject:
    """The subject of the verb that starts at a word, auxiliaries included."""
    i = behind_times(line, i)
    if line.gap(i) == ",":
        opening = _aside(line, i)
        name = line.party_to(i)
        if opening is not None and not (
            name is not None and name.first <= opening
        ):  # "its governor, Riad Salameh, was"
            i = opening
    if line.word(i - 1) in _RELATIVES and not line.gap(i):
        return _antecedent(line, i - 1)
    if line.word(i - 1) in _SPEAKERS:
        return Subject(_speaker(line, i - 1), i - 1, line.word(i - 2), is_draft=False)
    found = listed_to(line, i) if line.gap(i) in {"", ".", "'"} or i == len(line) or line.gap(i) == "," else []
    if found and not _is_dependent(line, found[0], 0):
        first = found[0].first
        the = line.word(first - 1) == "the"
        return Subject(found, first - the, line.word(first - 1 - the), is_draft=False)
    if line.word(i - 1) in _PRONOUNS:
        return clause_subject(line, i - 1)._replace(opener=line.word(i - 2))
    draft = line.word(i - 1) in word_set("relative_nouns")
    whole = clause_subject(line, i)
    return whole._replace(is_draft=whole.is_draft or draft)


def clause_subject(line: Line, i: int) -> Subject:
    """The first independent party of the clause that ends at a word, else of the clause that it adds to."""
    opener = ""
    for _ in range(_MOST_CLAUSES):
        start, opener = _clause_start(line, i)
        found = _first_party(line, start, i)
        if found:
            return Subject(found, found[0].first, opener, is_draft=False)
        told = opener == "that" and line.word(start - 2) in word_set("openers") | word_set("put_to")  # "said that it"
        own = start < i and opener not in {"and", "but"}  # "after elections ended": a subject that is nobody known
        if start <= 1 or own or not (told or opener in _ADDING):
            break
        i = start - 1
    if opener in _RELATIVES and start > 1:
        return _antecedent(line, start - 1)
    return Subject([], i, opener, is_draft=_names_draft(line, i))


def _first_party(line: Line, start: int, end: int) -> list[Found]:
    """The first independent party of a stretch with those listed behind it, else the first that owns something."""
    owner: list[Found] = []
    j = start
    while j < end:
        found = line.party_from(j)
        if found is None:
            if line.words[j] in _SPEAKERS:
                return _speaker(line, j)
            j += 1
        elif not _is_dependent(line, found, start):
            listed, _ = listed_from(line, found.first)
            return [one for one in listed if one.first < end]
        else:
            if not owner and (line.word(found.behind) == "s" or line.gap(found.behind).startswith("'")):
                owner = [found]
            j = found.behind
    return owner


def _names_draft(line: Line, i: int) -> bool:
    """Tell whether one of the words right before another is "bill" or the like."""
    return not word_set("relative_nouns").isdisjoint(line.words[max(0, i - _DRAFT_REACH) : i])


def behind_times(line: Line, i: int) -> int:
    """Skip back over words that say when: "The EU on Monday *imposed*"."""
    j = i
    while (
        j > 1
        and i - j < _LONGEST_TIME
        and (
            line.words[j - 1] in word_set("days")
            or line.words[j - 1] in word_set("time_words")
            or line.words[j - 1].isdigit()
        )
    ):
        if line.words[j - 1] in {"may", "march"} and line.printed[j - 1].islower():
            break
        if line.party_to(j) is not None:
            break
        j -= 1
    return j


def _aside(line: Line, i: int) -> int | None:
    """Number of the word behind which an aside begins that ends before word i: "Canada, which hosts talks, imposed"."""
    for j in range(i - 1, max(0, i - _LONGEST_ASIDE), -1):
        if line.gap(j) == ",":
            return j
        if any(sign in line.gap(j) for sign in ';:"'):
            return None
    return None


def _antecedent(line: Line, i: int) -> Subject:
    """What a relative pronoun at a word stands for."""
    found = listed_to(line, i)
    return Subject(found, found[0].first if found else i, "", is_draft=_names_draft(line, i))


def _clause_start(line: Line, i: int) -> tuple[int, str]:
    """Where the clause around a word starts, and the word that opens it."""
    for j in range(i - 1, max(-1, i - _REACH), -1):
        word = line.words[j]
        joins = word in {"and", "or"} and _joins_names(line, j)
        if word in word_set("openers") and not joins and not (word == "as" and line.word(j + 1) in {"well", "of"}):
            return j + 1, word
        if any(sign in line.gap(j) for sign in ';:"') and j > 0:
            return j, ""
    return max(0, i - _REACH), ""


def _joins_names(line: Line, j: int) -> bool:
    """Tell whether "and" joins two parties rather than two verbs."""
    if line.party_from(j + 1) is not None or line.word(j + 1) == "the":
        return True
    return 0 < j < len(line) - 1 and line.printed[j - 1][0].isupper() and line.printed[j + 1][0].isupper()


def _is_dependent(line: Line, found: Found, floor: int) -> bool:
    """Tell whether a party hangs on another word: behind a preposition, owning something, an adjective."""
    if line.word(found.behind) == "s" and line.gap(found.behind) == "'":
        return True
    j = found.first - 1
    while j > floor and line.words[j] in word_set("determiners"):
        j -= 1
    if isinstance(found.party, Place) and line.word(found.behind).islower() and not line.gap(found.behind) and j < 0:
        return False
    return j >= floor and line.word(j) in word_set("prepositions") and not line.gap(j + 1)


def _speaker(line: Line, i: int) -> list[Found]:
    """Whoever says "we" or "I" at a word."""
    quote = line.page.reading.quote_at(line.starts[i])
    return [Found(quote.speaker, i, i + 1)] if quote is not None and quote.speaker is not None else []
