"""One sentence as a line of words, with the triggers in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique_events.marks import ADVERB, CAPITAL, IN_ED, IN_LY
from communique_events.words import Trigger

if TYPE_CHECKING:
    from communique_events.page import Page

_NEAR, APART_REACH = 3, 10
"""How far behind a verb words that belong to it are looked for, where only adverbs may stand between, and else."""
MOST = 60
"""No more triggers of a sentence are read."""
LONGEST = 2000
"""A longer sentence is read up to here."""

Noted = tuple[int, int, Trigger]
"""A trigger: the numbers of its first word in the article and of the one behind it, what it says."""


class Line:
    """The words of one sentence, and the triggers among them; words are numbered from the start of the sentence."""

    __slots__ = (
        "base", "end", "gaps", "marks", "nouns", "number", "page", "printed", "size", "start", "starts",
        "verbs", "words",
    )  # fmt: skip

    def __init__(self, page: Page, number: int) -> None:
        """Take the words of a sentence."""
        start, end = page.reading.layout.sentences[number]
        end = min(end, start + LONGEST)
        columns = page.columns
        first, last = bisect_left(columns.starts, start), bisect_left(columns.starts, end)
        self.page: Page = page
        self.number: int = number
        self.start: int = start
        self.end: int = end
        self.base: int = first
        """Number of the first word in the article."""
        self.size: int = last - first
        """How many words there are."""
        self.starts: list[int] = columns.starts[first:last]
        self.printed: list[str] = columns.printed[first:last]
        self.words: list[str] = columns.words[first:last]
        self.marks: list[int] = columns.marks[first:last]
        self.gaps: list[str] = columns.gaps[first : last + 1]
        """The signs between each word and the one before it; none before the first word and behind the last."""
        self.gaps[0] = self.gaps[-1] = ""
        self.verbs: dict[int, list[tuple[Trigger, int]]] = {}
        """Verb triggers by the word they start at, each with the number of the word behind it."""
        self.nouns: dict[int, tuple[Trigger, int]] = {}
        """Noun triggers by the word they start at."""

    def note(self, nouns: Iterable[Noted], verbs: Iterable[Noted]) -> None:
        """Note the triggers; a word inside a noun is no verb: "aid" in "military aid"."""
        inside: set[int] = set()
        base, size, gaps, marks = self.base, self.size, self.gaps, self.marks
        for word, behind, trigger in nouns:
            first, after = word - base, behind - base
            if after <= size and gaps[after] != "-" and len(self.nouns) < MOST:
                self.nouns[first] = (trigger, after)
                inside.update(range(first + (after - first == 1), after))
        if len(self.nouns) >= MOST:
            return
        for word, behind, trigger in verbs:
            first, after = word - base, behind - base
            if after > size or len(self.verbs) >= MOST:
                break
            if first in inside or (marks[first] & CAPITAL and self._is_capital_inside(first)):
                continue
            if marks[first] & IN_ED and self.page.names.reach_over(self.starts[first]):
                continue  # "Malian *armed* forces"
            if trigger.apart and (after := self._with_apart(trigger, after)) < 0:
                continue
            known = self.verbs.get(first)
            if known is None:
                self.verbs[first] = [(trigger, after)]
            else:
                known.insert(0 if trigger.across else len(known), (trigger, after))

    def _with_apart(self, trigger: Trigger, behind: int) -> int:
        """The number of the word behind a verb, with its words if only an adverb stands between; -1 where they do not.

        They stand in the same phrase, not far behind.
        """
        apart = trigger.apart
        for i in range(behind, min(self.size, behind + (_NEAR if trigger.across else APART_REACH))):
            if self.gaps[i] and not self._goes_on(i):
                break
            if self.words[i] == apart[0] and self.words[i : i + len(apart)] == list(apart):
                return behind if not trigger.across else i + len(apart) if i > behind else -1
            if trigger.across and not (self.marks[i] & (ADVERB | IN_LY) or self.words[i] == "on"):
                break
        return -1

    def _goes_on(self, i: int) -> bool:
        """Tell whether the sign before a word stands inside a phrase: "100,000 people", "the agency, UNHCR,"."""
        if self.gaps[i] == "'":
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
