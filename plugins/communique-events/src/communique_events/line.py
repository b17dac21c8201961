"""One sentence as a line of words, with the triggers in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from communique_events.marks import ADVERB, APART, CAPITAL, HARD_BEHIND, IN_ED, IN_LY, marks_of
from communique_events.words import Trigger, word_set

if TYPE_CHECKING:
    from communique_events.page import Page

_NEAR, _APART_REACH = 3, 10
"""How far behind a verb words that belong to it are looked for, where only adverbs may stand between, and else."""
MOST = 60
"""No more triggers of a sentence are read."""
LONGEST = 2000
"""A longer sentence is read up to here."""
NotedNoun = tuple[int, int, Trigger]
"""A noun: where its words start and end, what it says."""
NotedVerb = tuple[int, int, Sequence[Trigger]]
"""A verb: where its words start and end, what it may say."""
_ABBREVIATED = 4
"""No abbreviation that ends in a stop is longer: "U.S.", "Gen.", "Sept."."""
_HARD = frozenset(';:"-.!?(')
"""Signs before which a clause ends."""
_SIGNS = re.compile(r"[!-/:-@\[-^`{-~\x80-\U0010ffff]\W*")
"""Signs up to the next word, or a letter that is not ASCII; one plain set of characters is what is searched fastest."""


class Line:
    """The words of one sentence, and the triggers among them; words are numbered from the start of the sentence.

    There is a list for each thing that rules ask of a word again and again, so that a walk over a sentence asks of a
    word no more than ``mark & OPENER``.
    """

    __slots__ = (
        "behind", "end", "gaps", "marks", "nouns", "number", "page", "printed", "size", "start", "starts",
        "verbs", "words",
    )  # fmt: skip

    def __init__(self, page: Page, number: int) -> None:
        """Take the words of a sentence."""
        start, end = page.reading.layout.sentences[number]
        end = min(end, start + LONGEST)
        starts, printed = page.words
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        self.page: Page = page
        self.number: int = number
        self.start: int = start
        self.end: int = end
        self.behind: int | None = starts[last] if last < len(starts) else None
        """Where the next word behind the sentence starts, if there is one."""
        self.size: int = last - first
        """How many words there are."""
        self.starts: list[int] = starts[first:last]
        """Where each word starts."""
        self.printed: list[str] = printed[first:last]
        """Each word as it stands in the folded text."""
        self.words: list[str] = " ".join(self.printed).lower().split()
        """Each word in lower case."""
        self.marks: list[int] = []
        """How each is spelled and which small words it is one of (`communique_events.marks`)."""
        self.gaps: list[str] = [""] * (self.size + 1)
        """The signs between each word and the one before it, blanks left out; none behind the last word.

        None stand where a stop ends an abbreviation or a name has a hyphen.
        """
        self.verbs: dict[int, list[tuple[Trigger, int]]] = {}
        """Verb triggers by the word they start at, each with the number of the word behind it."""
        self.nouns: dict[int, tuple[Trigger, int]] = {}
        """Noun triggers by the word they start at."""

    def read(self, nouns: Iterable[NotedNoun], verbs: Iterable[NotedVerb]) -> None:
        """Look at the words, at the signs between them, and at the triggers among them."""
        self.marks = marks_of(self.printed)
        if self.size:
            self._note_signs()
            self._note_nouns(nouns)
            self._note_verbs(verbs)

    def _note_signs(self) -> None:
        folded, starts, printed, marks, last = self.page.folded, self.starts, self.printed, self.marks, self.size - 1
        stop = self.behind or starts[last] + len(printed[last])
        i = 0
        for match in _SIGNS.finditer(folded, starts[0], stop):
            i = bisect_right(starts, match.start(), i) - 1
            end = starts[i] + len(printed[i])
            if match.end() <= end:
                continue  # a letter
            behind = starts[i + 1] if i < last else stop
            signs = folded[end:behind].strip()
            if not signs:
                continue
            if signs == ".":
                if end - starts[i] <= _ABBREVIATED and printed[i].istitle():
                    continue
            elif signs == "-" and self.page.names.reach_over(behind):
                continue
            if i < last:
                self.gaps[i + 1] = signs
                marks[i + 1] |= APART
            if signs[0] in _HARD and behind - end > 1:  # no hyphen inside a word
                marks[i] |= HARD_BEHIND

    def _note_nouns(self, nouns: Iterable[NotedNoun]) -> None:
        """Note the nouns; one that only says who people are is none: "*strike* leaders"."""
        starts, gaps, stop = self.starts, self.gaps, self.behind or len(self.page.folded)
        people = word_set("people_of_an_act")
        for start, end, trigger in nouns:
            after = bisect_left(starts, end)
            of_people = after < len(starts) and not gaps[after] and self.words[after] in people
            if end <= stop and gaps[after] != "-" and not of_people and len(self.nouns) < MOST:
                self.nouns[bisect_left(starts, start)] = (trigger, after)

    def _note_verbs(self, verbs: Iterable[NotedVerb]) -> None:
        """Note the verbs; a word inside a noun is none: "aid" in "military aid"."""
        if len(self.nouns) >= MOST:
            return
        inside: set[int] = set()
        for first, (_, after) in self.nouns.items():
            inside.update(range(first + (after - first == 1), after))
        starts, marks, noted, stop = self.starts, self.marks, self.verbs, self.behind or len(self.page.folded)
        for start, end, senses in verbs:
            if end > stop or len(noted) >= MOST:
                break
            first = bisect_left(starts, start)
            mark = marks[first]
            if first in inside or (mark & CAPITAL and self._is_capital_inside(first)):
                continue
            if mark & IN_ED and self.page.names.reach_over(start):
                continue  # "Malian *armed* forces"
            after = bisect_left(starts, end)
            if len(senses) > 1 or senses[0].apart:
                known = self._complete(senses, after)
                if known:
                    noted[first] = known
            else:
                noted[first] = [(senses[0], after)]

    def _complete(self, senses: Iterable[Trigger], after: int) -> list[tuple[Trigger, int]]:
        """The meanings of a verb whose words are all there, those with a word apart from it first."""
        known: list[tuple[Trigger, int]] = []
        for sense in senses:
            behind = self._with_apart(sense, after) if sense.apart else after
            if behind >= 0:
                known.insert(0 if sense.across else len(known), (sense, behind))
        return known

    def _with_apart(self, trigger: Trigger, behind: int) -> int:
        """The number of the word behind a verb, with its words if only an adverb stands between; -1 where they do not.

        They stand in the same phrase, not far behind.
        """
        apart = trigger.apart
        for i in range(behind, min(self.size, behind + (_NEAR if trigger.across else _APART_REACH))):
            if self.gaps[i] and not self._goes_on(i):
                break
            if self.words[i] == apart[0] and self.words[i : i + len(apart)] == list(apart):
                return behind if not trigger.across else i + len(apart) if i > behind else -1
            if trigger.across and not (self.marks[i] & (ADVERB | IN_LY) or self.words[i] == "on"):
                break
        return -1

    def _goes_on(self, i: int) -> bool:
        """Tell whether the sign before a word stands inside a phrase: "100,000 people", "the agency, UNHCR,"."""
        if self.gaps[i] == "'" or (self.gaps[i] == "-" and self.starts[i] == self.end_of(i - 1) + 1):  # "48-hour"
            return True
        return self.gaps[i] == "," and (
            self.printed[i].isdigit() or self.printed[i].isupper() or self.printed[i - 1].isupper()
        )

    def _is_capital_inside(self, i: int) -> bool:
        """Tell whether a word stands behind a capitalised one, as in names that nobody lists: "White House"."""
        return i > 0 and bool(self.marks[i - 1] & CAPITAL) and not self.gaps[i]

    def end_of(self, i: int) -> int:
        """Where word i ends."""
        return self.starts[i] + len(self.printed[i])

    def is_inside_name(self, i: int) -> bool:
        """Tell whether a word and the one before it belong to one name."""
        return i > 0 and self.page.names.reach_over(self.starts[i])

    def position(self, i: int) -> int:
        """Where word i starts; behind the last word the end of the sentence."""
        return self.starts[i] if i < self.size else self.end

    def __len__(self) -> int:
        return self.size
