"""The clause of a verb: where it starts, where its subject stands, how far its object reaches."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from communique_events.groups import VerbGroup, read_group
from communique_events.line import Line
from communique_events.marks import (
    ADVERB,
    AND_BUT,
    APART,
    ASIDE,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE,
    HARD_BEHIND,
    IN_ED,
    IN_LY,
    LED,
    OPENER,
    PERSONAL,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    THAT,
    numbers_of,
)
from communique_events.words import word_set

_SAID_REACH = 4
_RELATIVES = frozenset({"who", "which", "that"})
_INSERTED = frozenset({"who", "which", "whose"})
_CLOSING = frozenset(';:"!?(')
"""Signs before which an object ends."""
_BEHIND_COMMA = frozenset(
    ["but", "saying", "accusing", "citing", "following", "including", "amid", "a", "an", "with", "in"]
)
"""Words that go on behind a comma with something else than a list."""
_MAY_OPEN = OPENER | PRONOUN | SPEECH | COORDINATOR | HARD_BEHIND
"""Words at which a clause may begin, or behind which it may."""
_MAY_CLOSE = APART | ASIDE | THAT | AND_BUT
"""Words before which what follows a verb may end."""
_MAY_BE_FINITE = FINITE | SPEECH | IN_ED
"""Words that may be finite verbs: small ones, verbs of saying, forms in -ed."""
_NO_SUBJECT = DETERMINER | PREPOSITION | COORDINATOR
"""Words behind which no finite verb stands."""
_ARRANGED = frozenset({"plan", "schedule", "arrange", "expect"})
_FOR_WHEN = frozenset({"for", "in", "at", "on", "during"})
_ATTRIBUTION = 9
_MEASURES = frozenset({"least", "most", "all"})
_OF_AMOUNTS = frozenset({"about", "around", "over", "between", "nearly"})
"""Words that may stand before a number of people who are the object."""
_LONGEST_DAY = 20
_BRACKETED = 12
"""No more words stand in a bracket."""
_DESCRIBED = 4
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

    __slots__ = ("_closers", "_first", "_openers", "finite", "groups", "line")

    def __init__(self, line: Line) -> None:
        """Read all verb triggers of a sentence."""
        self.line: Line = line
        self._openers: list[int] = numbers_of(line.marks, _MAY_OPEN)
        self._closers: list[int] = numbers_of(line.marks, _MAY_CLOSE)
        self.groups: list[VerbGroup] = []
        self.finite: bytearray = bytearray(line.size + 1)
        """For each word whether it is a finite verb: 1 or 0."""
        for word, triggers in line.verbs.items():
            for trigger, behind in triggers:
                group = read_group(line, trigger, word, behind)
                if group is not None:
                    self.groups.append(group)
                    if group.sort == "finite":
                        self.finite[group.first] = self.finite[word] = 1
                    break
        self._note_other_verbs()
        self._first = self._lead()
        self._settle()

    def _note_other_verbs(self) -> None:
        """Note the finite verbs that tell of nothing: small ones, and what is in -ed and stands where a verb does."""
        line, finite, folded = self.line, self.finite, self.line.page.folded
        for i in numbers_of(line.marks, _MAY_BE_FINITE):
            mark = line.marks[i]
            if finite[i] or (mark & CAPITAL and self._is_name(i)):
                continue
            if i and folded[line.starts[i] - 1] == "-":
                continue  # "rebel-held"
            if mark & (FINITE | SPEECH):
                led = mark & LED and line.words[i + 1 : i + 2] == ["by"]
                finite[i] = i == 0 or (not led and not line.marks[i - 1] & DETERMINER)
            elif i and len(line.words[i]) > _SHORTEST and i not in line.verbs:
                finite[i] = self._is_guessed(i)

    def _is_name(self, i: int) -> bool:
        """Tell whether a capitalised word is part of a name or a month."""
        return bool(i and self.line.words[i] == "may") or self.line.page.names.cover(self.line.starts[i])

    def _is_guessed(self, i: int) -> bool:
        """Tell whether an unlisted form in -ed is taken for a finite verb."""
        line = self.line
        return (
            line.printed[i].islower()
            and not line.marks[i - 1] & _NO_SUBJECT
            and not line.gaps[i]
            and not line.page.names.reach_over(line.starts[i])
            and i + 1 < line.size
            and line.words[i + 1] != "by"
        )

    def _lead(self) -> int:
        """Number of the first finite verb."""
        found = self.finite.find(1)
        return found if found >= 0 else len(self.finite)

    def _settle(self) -> None:
        """Take for participles the forms in -ed that are no verbs of a clause."""
        before: VerbGroup | None = None
        for number, group in enumerate(self.groups):
            if before is not None and before.modal and self._goes_on(before, group):
                self.groups[number] = group._replace(modal=before.modal, negated=before.negated)
            elif group.first == group.word and group.sort == "finite" and self._is_adjective(group):
                self.groups[number] = group._replace(sort="reduced", passive=True)
                self.finite[group.word] = 0
                if group.word == self._first:
                    self._first = self._lead()
            elif group.first == group.word and group.sort == "finite" and not group.passive:
                if before is not None and self._shares_voice(before, group):
                    self.groups[number] = group._replace(passive=True)
                elif self._lacks_object(group):
                    self._take_for_passive(number)
            before = self.groups[number]

    def _shares_voice(self, before: VerbGroup, group: VerbGroup) -> bool:
        """Tell whether a participle shares the auxiliary of the passive before it: "were shot and *wounded*"."""
        joined = group.first == before.behind + 1 and self.line.marks[before.behind] & COORDINATOR
        joined = joined or (group.first == before.behind and self.line.gaps[group.first] == ",")
        return bool(joined and before.passive and "participle" in group.trigger.forms)

    def _lacks_object(self, group: VerbGroup) -> bool:
        """Tell whether a verb that needs an object has none: "people *killed in* Kabul", "X, *criticized for* it"."""
        line, i = self.line, group.behind
        if "participle" not in group.trigger.forms or group.trigger.words not in word_set("transitive"):
            return False
        if i >= line.size or line.gaps[i]:
            return not line.marks[group.first - 1] & PERSONAL
        if i + 1 >= line.size or not line.marks[i] & PREPOSITION:
            return False
        if line.words[i + 1] in _MEASURES or line.words[i] in _OF_AMOUNTS:
            return False
        return not line.page.dates(line.starts[i + 1], line.starts[i + 1] + 1 + _LONGEST_DAY) or line.words[i] == "for"

    def _take_for_passive(self, number: int) -> None:
        """Take a verb for a passive one, that of its clause where no other verb is."""
        group = self.groups[number]
        self.finite[group.word] = 0
        alone = self.finite.find(1) < 0
        self.finite[group.word] = alone
        self.groups[number] = group._replace(passive=True, sort="finite" if alone else "reduced")
        if group.word == self._first:
            self._first = self._lead()

    def _goes_on(self, before: VerbGroup, group: VerbGroup) -> bool:
        """Tell whether a verb shares the auxiliary of the one before: "will visit Oslo and *meet* X"."""
        bare = group.first == group.word and "base" in group.trigger.forms and before.sort == "finite"
        return bare and not group.modal and bool(self.line.marks[group.first - 1] & COORDINATOR)

    def _is_adjective(self, group: VerbGroup) -> bool:
        """Tell whether a form in -ed only adds to a noun: "Ousted President X", "developed nations must"."""
        line, first = self.line, group.first
        if line.marks[first] & SPEECH or group.modal or "past" not in group.trigger.forms:
            return False
        after = line.words[group.behind] if group.behind < line.size else ""
        if line.gaps[first] == "," and after in _FOR_WHEN and group.trigger.words in _ARRANGED:
            return True  # "a summit, *planned* for May, …"
        start, _ = self.start_of(first)
        joined = first and line.marks[first - 1] & COORDINATOR
        if joined and self._describes(first):
            return True
        if start == first and (first == 0 or not (joined or line.words[first - 1] in _RELATIVES)):
            return True
        return self.finite.find(1, start, first) >= 0 and not joined and line.gaps[first] != ","

    def _describes(self, i: int) -> bool:
        """Tell whether a form in -ed behind "and" only adds to a subject: "and *authorized* books are"."""
        line = self.line
        finite = self.finite.find(1, i + 1, i + _DESCRIBED)
        if finite < 0 or not line.marks[finite] & BE:
            return False
        return not any(line.gaps[k] or line.marks[k] & _NO_SUBJECT for k in range(i + 1, finite + 1))

    def within(self, start: int, end: int) -> list[VerbGroup]:
        """The verbs that stand in a stretch of words."""
        return [group for group in self.groups if start <= group.word < end] if start < end else []

    def next(self, start: int, end: int, default: int) -> int:
        """Number of the first finite verb of a stretch of words."""
        found = self.finite.find(1, start, end)
        return found if found >= 0 else default

    def clause(self, group: VerbGroup, opening: Clause | None = None) -> Clause:
        """The clause of a verb, with what follows the verb; its opening may be known."""
        start, subject_end, _, opener = opening or self.opening(group)
        return Clause(start, subject_end, self.object_end(group.behind, group.trigger.frame), opener)

    def opening(self, group: VerbGroup) -> Clause:
        """The clause of a verb up to the verb, as if nothing followed it."""
        first = group.first
        start, opener = self.start_of(first)
        subject_end = self.finite.find(1, start, first)
        return Clause(start, subject_end if subject_end >= 0 else first, group.behind, opener)

    def start_of(self, first: int) -> tuple[int, str]:
        """Where the clause of a verb starts, and the word that opens it."""
        marks, words = self.line.marks, self.line.words
        for i in reversed(self._openers[: bisect_left(self._openers, first)]):
            mark = marks[i]
            if mark & OPENER and not (mark & THAT and i and marks[i - 1] & PREPOSITION):
                if words[i] in _INSERTED and self._is_closed(i, first):
                    continue
                return i + 1, words[i]
            if mark & PRONOUN and i and self._first < i:
                return i, "said" if any(map(self._is_said, range(max(0, i - _SAID_REACH), i))) else "while"
            if i < first - 1:
                if mark & SPEECH and self.finite[i]:
                    return i + 1, "said"
                if mark & COORDINATOR and self._first < i and self._has_noun_only(i + 1, first):
                    return i + 1, words[i]
            if mark & HARD_BEHIND and not self._is_bracket_closed(i + 1, first):
                return i + 1, ""
        return 0, ""

    def _is_bracket_closed(self, i: int, first: int) -> bool:
        """Tell whether a bracket opens before a word and is closed again: "The Reform Party (*RP*) demanded"."""
        gaps = self.line.gaps
        if gaps[i][:1] != "(":
            return False
        closed = next((gaps[k] for k in range(i + 1, min(first, i + _BRACKETED) + 1) if gaps[k][:1] == ")"), "-")
        return "-" not in closed

    def _is_closed(self, i: int, first: int) -> bool:
        """Tell whether a relative clause ends at the comma before a verb: "X, who was in Lome, *said*"."""
        gaps = self.line.gaps
        return gaps[first] == "," and gaps[i] == "," and not gaps[i + 1] and first > i + 1

    def _is_said(self, i: int) -> bool:
        return bool(self.finite[i] and self.line.marks[i] & SPEECH)

    def _has_noun_only(self, start: int, end: int) -> bool:
        """Tell whether the words behind a coordinator are a subject of their own, and not the rest of a list."""
        line = self.line
        if self.finite.find(1, start, end) >= 0:
            return False
        before = line.words[start - 2] if start > 1 else ""
        return line.gaps[start - 1] == "," or before.endswith("ed") or bool(line.marks[start] & PERSONAL)

    def object_end(self, start: int, frame: str) -> int:
        """How far what follows a verb reaches."""
        line = self.line
        size, marks = line.size, line.marks
        takes_clause = frame in {"that", "to", "wish"}
        end = size if takes_clause else self.next(start + 1, size, size)
        closers = self._closers
        for i in closers[bisect_left(closers, start) : bisect_left(closers, end)]:
            mark = marks[i]
            if mark & AND_BUT and i + 1 < size and self._is_verb_next(i + 1):
                return i
            if i == start:
                if line.gaps[i][:1] == "," and self._attributes(i):
                    return i
                continue
            if mark & ASIDE or (mark & THAT and not takes_clause):
                return i
            if mark & APART:
                gap = line.gaps[i]
                if gap[0] == "(" and self._is_short_bracket(i, end):
                    continue  # the short form of a name, a sum
                if gap[0] in _CLOSING or gap[-1] == '"' or gap == "--" or (gap[0] == "," and self._ends_at_comma(i)):
                    return i
        return end

    def _is_short_bracket(self, i: int, end: int) -> bool:
        """Tell whether a bracket before a word is closed again after a few words and names no verb."""
        gaps = self.line.gaps
        closed = next((k for k in range(i + 1, min(end, i + _BRACKETED)) if gaps[k][:1] == ")"), 0)
        return closed > 0 and self.finite.find(1, i, closed) < 0

    def _ends_at_comma(self, i: int) -> bool:
        """Tell whether a comma ends the object: an attribution or another clause follows, and no list."""
        word = self.line.words[i]
        return word in _BEHIND_COMMA or word.endswith("ing") or self._attributes(i)

    def _attributes(self, i: int) -> bool:
        """Tell whether a verb stands among the next few words, a name counted as one, before another clause opens."""
        line, steps = self.line, 0
        finite = self.finite.find(1, i, line.size)
        for k in range(i, finite):
            if line.marks[k] & OPENER:
                return False
            steps += k == i or not line.is_inside_name(k)
            if steps >= _ATTRIBUTION:
                return False
        return finite >= 0 and not line.marks[finite] & OPENER

    def _is_verb_next(self, i: int) -> bool:
        line = self.line
        while i < line.size and line.marks[i] & (ADVERB | IN_LY):
            i += 1
        return i < line.size and bool(self.finite[i])
