"""Parties that are listed: "the EU, Canada and Norway"."""

from __future__ import annotations

from communique_sanctions.line import Found, Line
from communique_sanctions.words import word_set

_MOST = 12


def listed_from(line: Line, i: int) -> tuple[list[Found], int]:
    """The parties listed from word i on: "by the EU, Canada and Norway"; and the word behind them."""
    found: list[Found] = []
    j = i
    while len(found) < _MOST:
        while line.word(j) in {"both", "either"} | word_set("determiners") and line.party_from(j) is None:
            j += 1
        one = line.party_from(j)
        if one is None:
            break
        found.append(one)
        j = one.behind
        gap, word = line.gap(j), line.word(j)
        if gap in {"", ","} and word in {"and", "or"} and _list_goes_on(line, j + 1):
            j += 1
        elif gap == "," and _list_goes_on(line, j) and line.party_from(j) is not None:
            continue
        else:
            break
    return found, (found[-1].behind if found else i)


def _list_goes_on(line: Line, j: int) -> bool:
    if line.gap(j) not in {"", ","}:
        return False
    return line.party_from(j) is not None or (line.word(j) == "the" and line.party_from(j + 1) is not None)


def listed_to(line: Line, behind: int) -> list[Found]:
    """The parties listed up to a word: "The EU, Canada and Norway"."""
    last = line.party_to(behind)
    found = [last] if last is not None else []
    while found and len(found) < _MOST:
        at = found[0].first
        if line.word(at - 1) == "the":
            at -= 1
        if line.word(at - 1) in {"and", "or"} and not line.gap(at):
            at -= 1
            before = line.party_to(at) if line.gap(at) in {"", ","} else None
        elif line.gap(at) == "," and len(found) > 1:
            before = line.party_to(at)
        else:
            break
        if before is None:
            break
        found.insert(0, before)
    return found
