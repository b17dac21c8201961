"""Which sentences are read at all: those with a trigger that may tell of something, and somebody who may do it.

Everything here is asked of hits and offsets, before a sentence is cut into words: most verbs only say that somebody
said something, or tell of nothing without a noun that is not there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat

from communique.words import Hit
from communique_events.deeds import DEEDS, LEAD
from communique_events.line import APART_REACH, Line, Noted
from communique_events.marks import CAPITAL
from communique_events.page import Page
from communique_events.words import NOUNS, VERBS, Trigger, pairs, word_set

_FEW = 3


def lines_of(page: Page) -> Iterator[Line]:
    """The sentences that may tell of something, in the order of the text."""
    nouns, verbs = page.reading.hits(NOUNS), page.reading.hits(VERBS)
    if not nouns and not verbs:
        return
    of_nouns, of_verbs = _by_sentence(page, nouns), _by_sentence(page, verbs)
    for number in sorted(of_nouns.keys() | of_verbs):
        here, told = of_nouns.get(number, ()), of_verbs.get(number, ())
        if not _may_tell(page, number, here, told):
            continue
        line = Line(page, number)
        line.note(here, told)
        if line.verbs or line.nouns:
            yield line


def _by_sentence(page: Page, hits: Sequence[Hit[Trigger]]) -> dict[int, list[Noted]]:
    """The hits by the number of their sentence, without those inside names or words."""
    sentences = page.reading.layout.sentences
    ends, begins = sentences.ends, sentences.starts
    columns = page.columns
    starts, printed, words, marks = columns.starts, columns.printed, columns.words, columns.marks
    found: dict[int, list[Noted]] = {}
    firsts = map(bisect_left, repeat(starts), [hit[0] for hit in hits])
    number, size = 0, len(ends)
    for (start, end, entry), word in zip(hits, firsts, strict=True):
        while number < size and ends[number] <= start:
            number += 1
        if number == size:
            break
        if start < begins[number] or starts[word] != start:
            continue
        trigger = entry.means
        behind = word + 1 if end == start + len(printed[word]) else bisect_left(starts, end)
        if trigger.apart and trigger.apart[0] not in words[behind : behind + APART_REACH]:
            continue
        if marks[word] & CAPITAL and page.names.cover(start):
            continue
        same = found.get(number)
        if same is None:
            found[number] = [(word, behind, trigger)]
        else:
            same.append((word, behind, trigger))
    return found


def _lead(page: Page, number: int) -> int:
    """The last word of the start of a sentence, where a noun may be its subject."""
    return bisect_left(page.columns.starts, page.reading.layout.sentences.starts[number]) + LEAD


def _may_tell(page: Page, number: int, nouns: Sequence[Noted], verbs: Sequence[Noted]) -> bool:
    """Tell whether the triggers of a sentence may tell of something: a statement needs somebody named before it."""
    last = -1
    for word, _, trigger in verbs:
        act = trigger.act
        if act is None:
            if nouns or trigger.group == "release" or (trigger.group, "*") in pairs():
                return True
        elif act.type == "STATEMENT":
            last = word
        elif nouns or trigger.frame != "do" or len(verbs) > 1:
            return True
    if nouns and any(trigger.group in word_set("light_nouns") for _, _, trigger in nouns):
        return True
    if nouns and any(
        word <= _lead(page, number) and trigger.act is not None and trigger.act.type in DEEDS
        for word, _, trigger in nouns[:_FEW]
    ):
        return True
    return last >= 0 and page.names_any(page.reading.layout.sentences.starts[number], page.columns.starts[last])
