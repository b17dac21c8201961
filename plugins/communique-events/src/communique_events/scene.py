"""One sentence with its verbs, as the rules see it."""

from __future__ import annotations

import re

from communique_events.clauses import Clause, Verbs
from communique_events.groups import VerbGroup
from communique_events.line import Line
from communique_events.marks import PRONOUN
from communique_events.page import Page
from communique_events.parties import Found, stretch, subject
from communique_events.words import Trigger, word_set

NOUN_REACH = 9
"""The noun of a verb is one of so many words behind it."""
_MOST_OUTER = 4
_DESCRIBED = 5
_PLACE_REACH = 60
_APPOSED = re.compile(r", (?:an?|the|one of|another|its|long|once)(?: [a-z-]{1,20}){0,3} ?")
_SUMS = frozenset({"million", "billion"})
_SUM = 12
_CURRENCIES = frozenset(
    {"dollars", "euros", "pounds", "yen", "yuan", "francs", "rubles", "roubles", "rupees", "shillings"}
)
_BOUNDS = frozenset(
    {"in", "on", "at", "by", "to", "against", "over", "about", "into", "between", "among", "after", "before"}
)
_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "that", "which", "who"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "and", "but"})


class Scene:
    """One sentence with its verbs, as the rules see it."""

    __slots__ = ("line", "meetings", "page", "parties_of", "taken", "verbs")

    def __init__(self, page: Page, line: Line) -> None:
        """Read the verbs of a sentence."""
        self.page: Page = page
        self.line: Line = line
        self.verbs: Verbs = Verbs(line)
        self.taken: set[int] = set()
        """Numbers of the words that another event has used."""
        self.meetings: list[int] = (
            [i for i, (noun, _) in line.nouns.items() if noun.group in word_set("light_nouns")] if line.nouns else []
        )
        """Numbers of the words at which nouns that name a meeting stand."""
        self.parties_of: dict[int, tuple[Found, ...]] = {}
        """Who takes part in the meetings that nouns name, as far as the nouns themselves say it."""

    @property
    def tells_of_disaster(self) -> bool:
        """Whether the sentence speaks of what kills people and is nobody's act: an earthquake, a crash."""
        return not word_set("disasters").isdisjoint(self.line.words)

    @property
    def tells_of_contest(self) -> bool:
        """Whether the sentence speaks of sport, of a count of votes or of markets, where words of force are figures."""
        return not word_set("contests").isdisjoint(self.line.words)

    def clause(self, group: VerbGroup, opening: Clause | None = None) -> Clause:
        """The clause of a verb; its opening may be known."""
        return self.verbs.clause(group, opening)

    def sources(self, group: VerbGroup, clause: Clause) -> list[Found]:
        """Who is the subject of a verb: of a pronoun or a relative, what it stands for."""
        line, page = self.line, self.page
        if group.sort == "participle" or (
            clause.opener in {"who", "which", "that"} and clause.start == clause.subject_end
        ):
            return self._antecedent(group, clause)
        found = subject(page, line, clause)
        if found or clause.start == 0:
            return found
        if clause.start >= clause.subject_end or line.words[clause.subject_end - 1] in _PRONOUNS:
            return self.outer(clause.start - 1)
        return found

    def outer(self, before: int) -> list[Found]:
        """The subject of the clause around another one."""
        i = before + 1
        for _ in range(_MOST_OUTER):
            i = self.verbs.finite.rfind(1, 0, max(i, 0))
            if i < 0:
                break
            start, opener = self.verbs.start_of(i)
            end = self.verbs.next(start, i, i)
            found = subject(self.page, self.line, Clause(start, end, end, opener))
            if found:
                return found
        return []

    def _antecedent(self, group: VerbGroup, clause: Clause) -> list[Found]:
        line = self.line
        if group.sort == "participle":
            found = subject(self.page, line, Clause(clause.start, clause.subject_end, 0, ""))
            return found or self.outer(group.first - 1) or self._following(clause)

        before = line.position(clause.start - 1)
        found = stretch(self.page, line.start, before)
        placed = self.page.grounds(max(line.start, before - _PLACE_REACH), before)
        if placed and placed[-1][1] >= before - 2 and (not found or found[-1].end < placed[-1][0]):
            start, end, place = placed[-1]
            return [Found(place, start, end)]
        if len(found) > 1 and _APPOSED.fullmatch(self.page.folded, found[-2].end, found[-1].start):
            return found[-2:-1]  # "Russia, a traditional *Serbian ally* that"
        return found[-1:]

    def _is_money(self, i: int) -> bool:
        """Tell whether a number of millions is one of money: "$40 million", "40 million dollars"."""
        line = self.line
        after = line.words[i + 1] if i + 1 < len(line) else ""
        signs = line.page.folded[max(line.start, line.starts[i] - _SUM) : line.starts[i]]
        return after in _CURRENCIES or any(sign in signs for sign in "$€£¥")

    def _following(self, clause: Clause) -> list[Found]:
        """The subject of the clause behind an opening one: "After meeting X, *Y* said"."""
        finite = next((i for i in range(clause.object_end, len(self.line)) if self.verbs.finite[i]), clause.object_end)
        return subject(self.page, self.line, Clause(clause.object_end, finite, finite, ""))

    def nouns(self, start: int, end: int) -> list[tuple[int, Trigger]]:
        """The nouns that tell of something in the phrase that starts at a word, up to where or when it is."""
        line, known = self.line, self.line.nouns
        found: list[tuple[int, Trigger]] = []
        last, stop = -1, min(end, start + NOUN_REACH)
        for i in known:
            if start <= i < stop:
                last = i
        for i in range(start, last + 1):
            word = line.words[i]
            if word in _SUBJECTS and (i > start or line.marks[i] & PRONOUN):
                break
            if i > start and self.verbs.finite[i]:
                break
            if i in known and (word not in _SUMS or self._is_money(i)):
                found.append((i, known[i][0]))
            if i > start and word in _BOUNDS:
                break
        return found

    def described(self, i: int) -> frozenset[str]:
        """The words that describe a noun, from its determiner on, those joined by a hyphen as one."""
        line, first = self.line, i
        while first > 0 and i - first < _DESCRIBED and line.words[first - 1] not in word_set("determiners"):
            if line.words[first - 1] in word_set("prepositions") or self.verbs.finite[first - 1]:
                break
            first -= 1
        return frozenset(self.page.folded[line.position(first) : line.starts[i]].lower().split())
