"""Which sentences are read at all: those with a trigger that may tell of something, and somebody who may do it.

Everything here is asked of hits and offsets, before a sentence is cut into words: most verbs only say that somebody
said something, or tell of nothing without a noun that is not there, and what nobody of public standing does is no news.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import TypeVar

from communique.layout import Regions
from communique.words import Hit
from communique_events.deeds import DEEDS, LEAD
from communique_events.line import Line, NotedNoun, NotedVerb
from communique_events.news import OF_FORCE
from communique_events.page import Page
from communique_events.words import NOUNS, VERBS, Trigger, Verb, pairs, word_set

M = TypeVar("M")
_FEW = 3


def lines_of(page: Page) -> Iterator[Line]:
    """The sentences that may tell of something, in the order of the text."""
    sentences = page.reading.layout.sentences
    nouns, verbs = page.reading.hits(NOUNS), page.reading.hits(VERBS)
    walk = zip(sentences, _slices(sentences, nouns), _slices(sentences, verbs), strict=True)
    for number, ((start, end), of_nouns, of_verbs) in enumerate(walk):
        named, told = nouns[of_nouns], verbs[of_verbs]
        if not named and not told:
            continue
        counts = page.names_public(start, end) or _speaks_of_meeting(named)
        if not counts and not page.names_any(start, end):
            continue
        line = Line(page, number)
        here = _nouns(page, named), _verbs(line, told)
        if (counts or _tells_of_force(*here)) and _may_tell(line, *here):
            line.read(*here)
            if line.verbs or line.nouns:
                yield line


def _slices(sentences: Regions, hits: Sequence[Hit[M]]) -> Iterator[slice]:
    """Which of the hits start in each sentence."""
    starts = list(map(itemgetter(0), hits))
    first, last = (map(bisect_left, repeat(starts), bounds) for bounds in (sentences.starts, sentences.ends))
    return map(slice, first, last)


def _nouns(page: Page, hits: Sequence[Hit[Trigger]]) -> list[NotedNoun]:
    """The nouns that are no part of a name."""
    folded, names = page.folded, page.names
    return [
        (start, end, entry.means) for start, end, entry in hits if not (folded[start].isupper() and names.cover(start))
    ]


def _verbs(line: Line, hits: Sequence[Hit[Verb]]) -> list[NotedVerb]:
    """The verbs that are no part of a name, each with those of its meanings all of whose words are in the sentence."""
    folded, names, words = line.page.folded, line.page.names, line.words
    found: list[NotedVerb] = []
    for start, end, entry in hits:
        if folded[start].isupper() and names.cover(start):
            continue
        senses: Sequence[Trigger] = entry.means.senses
        if entry.means.parted:
            senses = [sense for sense in senses if not sense.apart or sense.apart[0] in words]
        if senses:
            found.append((start, end, senses))
    return found


def _speaks_of_meeting(nouns: Sequence[Hit[Trigger]]) -> bool:
    return bool(nouns) and any(entry.means.group in word_set("light_nouns") for _, _, entry in nouns)


def _tells_of_force(nouns: Sequence[NotedNoun], verbs: Sequence[NotedVerb]) -> bool:
    """Tell whether a trigger may tell of force, which counts whoever uses it, by itself or with a noun."""
    triggers = (*[noun for _, _, noun in nouns], *[sense for _, _, senses in verbs for sense in senses])
    return any(trigger.act is None or trigger.act.type in OF_FORCE for trigger in triggers)


def _may_tell(line: Line, nouns: Sequence[NotedNoun], verbs: Sequence[NotedVerb]) -> bool:
    """Tell whether the triggers of a sentence may tell of something.

    A verb of a class needs a noun to which it does something; a statement needs somebody named before it, and must be
    that of an actor who counts.
    """
    page, last = line.page, -1
    for position, _, senses in verbs:
        for sense in senses:
            act = sense.act
            if act is None:
                if sense.group == "release" or (sense.group, "*") in pairs():
                    return True
                if nouns and any((sense.group, noun.group) in pairs() for _, _, noun in nouns):
                    return True
            elif act.type == "STATEMENT":
                last = position
            elif nouns or sense.frame != "do" or len(verbs) > 1 or len(senses) > 1:
                return True
    if nouns and (any(noun.group in word_set("light_nouns") for _, _, noun in nouns) or _leads_with_deed(line, nouns)):
        return True
    if last < 0 or not page.names_any(line.start, last):
        return False
    return page.names_public_actor(line.start, line.end) or "must" in line.words


def _leads_with_deed(line: Line, nouns: Sequence[NotedNoun]) -> bool:
    """Tell whether a noun for a deed stands where it may be the subject of the sentence."""
    last = line.starts[LEAD] if line.size > LEAD else line.end
    return any(start <= last and noun.act is not None and noun.act.type in DEEDS for start, _, noun in nouns[:_FEW])
