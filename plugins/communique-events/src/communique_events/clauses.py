"""The clause of a verb: where it starts, where its subject stands, how far its object reaches."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from communique_events.groups import VerbGroup, read_group
from communique_events.page import Line
from communique_events.words import word_set

_SUBJECTS = frozenset({"they", "he", "she", "it", "we"})
_SAID_REACH = 4
_RELATIVES = frozenset({"who", "which", "that"})
_HARD = frozenset(';:"-.!?(')
_ATTRIBUTION = 9
_SHORTEST = 4
"""No verb in -ed is that short."""


class Clause(NamedTuple):
    """The words around a verb that belong to it."""

    start: int
    """Number of the first word of the clause."""
    subject_end: int
    """Number of the word behind the subject: the first verb of the clause."""
    object_end: int
    """Number of the word behind what follows the verb."""
    opener: str
    """The word that opens it: "which", "that", "said", or nothing."""


class Verbs:
    """The finite verbs of a sentence, known and guessed."""

    def __init__(self, line: Line) -> None:
        """Read all verb triggers of a sentence."""
        self.line = line
        self.groups: list[VerbGroup] = []
        self.finite: list[bool] = [False] * (len(line) + 1)
        for word in sorted(line.verbs):
            for trigger, behind in line.verbs[word]:
                group = read_group(line, trigger, word, behind)
                if group is not None:
                    self.groups.append(group)
                    if group.sort == "finite":
                        self.finite[group.first] = self.finite[word] = True
                    break
        known = _known_finite()
        for i, spelled in enumerate(line.words):
            if self.finite[i] or not (spelled in known or spelled.endswith("ed")):
                continue
            if line.printed[i][0].isupper() and ((i and spelled == "may") or line.page.is_name(line.starts[i])):
                continue
            if line.gaps[i] == "-" and line.starts[i] == line.ends[i - 1] + 1:
                continue  # "rebel-held"
            if spelled in known:
                led = spelled in word_set("participles") and line.words[i + 1 : i + 2] == ["by"]
                self.finite[i] = i == 0 or (not led and line.words[i - 1] not in word_set("determiners"))
            elif i and len(spelled) > _SHORTEST and i not in line.verbs:
                self.finite[i] = self._is_guessed(i)
        self._first = self._lead()
        self._settle()
        self._words = [group.word for group in self.groups]

    def _is_guessed(self, i: int) -> bool:
        """Tell whether an unlisted form in -ed is taken for a finite verb."""
        line = self.line
        return (
            line.printed[i].islower()
            and line.words[i - 1] not in _no_subjects()
            and not line.gaps[i]
            and i + 1 < len(line)
            and line.words[i + 1] != "by"
        )

    def _lead(self) -> int:
        """Number of the first finite verb."""
        return next((i for i, finite in enumerate(self.finite) if finite), len(self.finite))

    def _settle(self) -> None:
        """Take for participles the forms in -ed that are no verbs of a clause."""
        for number, group in enumerate(self.groups):
            before = self.groups[number - 1] if number else None
            if before is not None and before.modal and self._goes_on(before, group):
                self.groups[number] = group._replace(modal=before.modal, negated=before.negated)
            elif self._is_adjective(group):
                self.groups[number] = group._replace(sort="reduced", passive=True)
                self.finite[group.word] = False
                if group.word == self._first:
                    self._first = self._lead()

    def _goes_on(self, before: VerbGroup, group: VerbGroup) -> bool:
        """Tell whether a verb shares the auxiliary of the one before: "will visit Oslo and *meet* X"."""
        bare = group.first == group.word and "base" in group.trigger.forms and before.sort == "finite"
        return bare and self.line.words[group.first - 1] in word_set("coordinators") and not group.modal

    def _is_adjective(self, group: VerbGroup) -> bool:
        """Tell whether a form in -ed only adds to a noun: "Ousted President X", "developed nations must"."""
        line, first = self.line, group.first
        if group.sort != "finite" or group.first != group.word or "past" not in group.trigger.forms or group.modal:
            return False
        if line.words[group.word] in word_set("speech"):
            return False
        start, _ = self.start_of(first)
        if start == first and (first == 0 or line.words[first - 1] not in word_set("coordinators") | _RELATIVES):
            return True
        joined = line.words[first - 1] in word_set("coordinators") or line.gaps[first] == ","
        return any(self.finite[start:first]) and not joined

    def within(self, start: int, end: int) -> list[VerbGroup]:
        """The verbs that stand in a stretch of words."""
        words = self._words
        return self.groups[bisect_left(words, start) : bisect_left(words, end)]

    def clause(self, group: VerbGroup) -> Clause:
        """The clause of a verb."""
        start, opener = self.start_of(group.first)
        subject_end = next((i for i in range(start, group.first) if self.finite[i]), group.first)
        return Clause(start, subject_end, self.object_end(group.behind, group.trigger.frame), opener)

    def start_of(self, first: int) -> tuple[int, str]:
        """Where the clause of a verb starts, and the word that opens it."""
        line, openers = self.line, word_set("openers")
        nouns = False
        for i in range(first - 1, -1, -1):
            word = line.words[i]
            if word in openers and not (word == "that" and i and line.words[i - 1] in word_set("prepositions")):
                return i + 1, word
            if word in _SUBJECTS and i and self._first < i:
                return i, "said" if any(map(self._is_said, range(max(0, i - _SAID_REACH), i))) else "while"
            if word in word_set("speech") and self.finite[i] and nouns:
                return i + 1, "said"
            joins = word in word_set("coordinators") and nouns and self._first < i
            if joins and self._has_noun_only(i + 1, first):
                return i + 1, word
            if i < first and line.gaps[i + 1][:1] in _HARD and line.gaps[i + 1]:
                return i + 1, ""
            nouns = True
        return 0, ""

    def _is_said(self, i: int) -> bool:
        return self.finite[i] and self.line.words[i] in word_set("speech")

    def _has_noun_only(self, start: int, end: int) -> bool:
        """Tell whether the words behind a coordinator are a subject of their own, and not the rest of a list."""
        before = self.line.words[start - 2] if start > 1 else ""
        listed = self.line.gaps[start - 1] == "," or before.endswith("ed")
        return not any(self.finite[start:end]) and (listed or self.line.words[start] in word_set("personal"))

    def object_end(self, start: int, frame: str) -> int:
        """How far what follows a verb reaches."""
        line = self.line
        for i in range(start, len(line)):
            gap, word = line.gaps[i], line.words[i]
            if i > start and gap and (gap[0] in _HARD - {"-", "."} or gap in {"--", "- "}):
                return i
            if word in word_set("asides") and i > start:
                return i
            if word == "that" and frame not in {"that", "to"} and i > start:
                return i
            if gap.startswith(",") and i > start and self._ends_at_comma(i):
                return i
            if word in {"and", "but"} and i + 1 < len(line) and self._is_verb_next(i + 1):
                return i
            if self.finite[i] and i > start and frame not in {"to", "that"}:
                return i
        return len(line)

    def _ends_at_comma(self, i: int) -> bool:
        """Tell whether a comma ends the object: an attribution or another clause follows, and no list."""
        line = self.line
        word = line.words[i]
        if word in {"but", "saying", "accusing", "citing", "following", "including", "amid", "a", "an", "with", "in"}:
            return True
        if word.endswith("ing"):
            return True
        return self._attributes(i)

    def _attributes(self, i: int) -> bool:
        """Tell whether a verb stands among the next few words, a name counted as one, before another clause opens."""
        line, steps = self.line, 0
        for k in range(i, len(line)):
            if line.words[k] in word_set("openers"):
                return False
            if self.finite[k]:
                return True
            steps += k == i or not line.is_inside_name(k)
            if steps >= _ATTRIBUTION:
                return False
        return False

    def _is_verb_next(self, i: int) -> bool:
        while i < len(self.line) and (self.line.words[i] in word_set("adverbs") or self.line.words[i].endswith("ly")):
            i += 1
        return i < len(self.line) and self.finite[i]


@cache
def _known_finite() -> frozenset[str]:
    return word_set("finite") | word_set("speech")


@cache
def _no_subjects() -> frozenset[str]:
    """Words behind which no finite verb stands."""
    return word_set("determiners") | word_set("prepositions") | word_set("coordinators")
