"""Over what something lies: "over its nuclear programme", "for supporting rebels", "accused of theft"."""

from __future__ import annotations

from functools import cache

from communique_sanctions.line import Line
from communique_sanctions.words import verbs, word_set

_LONGEST = 32
_NEAR = 4
_CLOSING = frozenset(',;:"()')
_LENGTHS = frozenset({"time", "now", "good"})
_FINITE = frozenset({"has", "have", "will", "would", "was", "were", "is", "are", "had", "he", "she"})
_REASONS = (
    "in response to", "in retaliation for", "in retaliation over", "in retaliation to", "in connection with",
    "in protest at", "in protest against", "in protest over", "as punishment for", "in relation to", "in reaction to",
    "as retaliation for", "because of", "due to", "in view of", "in light of", "on suspicion of", "on accusations of",
    "accused of", "suspected of", "on charges of", "on grounds of", "by way of response to", "on account of",
    "owing to", "involved in", "responsible for", "implicated in", "linked to", "deemed responsible for",
    "in the wake of", "to punish", "for", "over", "citing", "amid",
)  # fmt: skip


def reason_at(line: Line, i: int) -> tuple[int, int] | None:
    """Read over what something lies, from word i on: "over its nuclear programme", "for supporting rebels"."""
    if i >= len(line) or line.gap(i) not in {"", ","}:
        return None
    opener = next((one for one in _openings().get(line.words[i], ()) if line.words[i : i + len(one)] == one), None)
    if opener is None:
        return None
    j = i + len(opener)
    if j >= len(line) or line.gap(j).strip("'\"") or (opener == ["for"] and not _is_reason(line, j)):
        return None
    if line.word(j) in word_set("days") or (line.word(j)[:1].isdigit() and opener in (["over"], ["for"])):
        return None
    end = _end_of_reason(line, j)
    return (i, end) if end > j else None


@cache
def _openings() -> dict[str, list[list[str]]]:
    """The words that open a reason, by the first of them, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for words in sorted(map(str.split, _REASONS), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


def _is_reason(line: Line, j: int) -> bool:
    """Tell whether "for" says why, and not how long or for whom: not "for six months", "for the first time"."""
    word = line.words[j]
    if word.endswith("ing"):
        return True
    if not _LENGTHS.isdisjoint(line.words[j : j + _NEAR]) or not word_set("lengths").isdisjoint(
        line.words[j : j + _NEAR]
    ):
        return False
    return line.party_from(j) is None and (word not in {"the", "a", "an"} or line.party_from(j + 1) is None)


def _end_of_reason(line: Line, j: int) -> int:
    """Where the words of a reason end: at the end of the clause, or before a day."""
    first = j
    until = min(len(line), j + _LONGEST)
    while j < until and not (j > first and _ends(line, j)) and not _is_day(line, j):
        j += 1
    return j


def _ends(line: Line, j: int) -> bool:
    """Tell whether a word stands behind the end of a clause."""
    gap, word = line.gap(j), line.words[j]
    if not _CLOSING.isdisjoint(gap) and not (gap == "," and _listed_on(line, j)):
        return True
    if gap == "-" and line.starts[j] != line.ends[j - 1] + 1:
        return True
    if word in word_set("clause_ends"):
        return not (word == "as" and line.word(j - 1) == "such")
    return word in _FINITE or (word in {"and", "but"} and _is_past(line, j + 1))


def _is_day(line: Line, j: int) -> bool:
    """Tell whether a day starts at a word: "on Monday"."""
    word, after = line.words[j], line.word(j + 1)
    if word == "on":
        return after in word_set("days")
    return word in word_set("days") and not line.printed[j].islower() and after in {"", "said", "after"}


def _is_past(line: Line, j: int) -> bool:
    return line.word(j) in verbs() and line.word(j).endswith("ed")


def _listed_on(line: Line, j: int) -> bool:
    """Tell whether a reason goes on behind a comma: "over arms sales, torture and theft"."""
    if line.words[j] in {"and", "or"}:
        after = line.word(j + 1)
        return after not in verbs() and not after.endswith("ed") and after not in word_set("stops")
    for word in line.words[j : j + _NEAR + 2]:
        if word in {"and", "or"}:
            return True
        if word in word_set("stops") and word != "of":
            return False
    return False
