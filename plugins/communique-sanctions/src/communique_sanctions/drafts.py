"""Putting a sanction together: its span, its time, in whose mouth it is put, and what it repeats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from communique import Actor, Time
from communique.kinds import EventTime, because
from communique.span import Span
from communique.timex import event_time
from communique_sanctions.kind import Measure, Sanction, SanctionAct, SanctionStatus
from communique_sanctions.line import Found, Line, Party
from communique_sanctions.measures import Named, Tail
from communique_sanctions.status import negate
from communique_sanctions.targets import Phrase

_ASKED = frozenset({"proposed", "refused"})
"""What somebody calls for or opposes is told of even where nobody else is named: "Tehran wants sanctions lifted"."""
_NEAR = 40
_FAR = 600
_ELSEWHEN = (" since ", " until ", " before ", " after ")
_LONGEST_WORD = len(" before ")
_OTHER_CLAUSE = re.compile(r" (?:who|which|that|after|before|until|since|when|while|where|and) |;")


class Draft:
    """A sanction while its parts are gathered."""

    def __init__(self, line: Line, first: int, behind: int, *cues: tuple[int, int]) -> None:
        """Begin with the cues: the numbers of the first word of each and of that behind it."""
        self.line = line
        self.cues: list[tuple[int, int]] = [(first, behind), *cues]
        self.act: SanctionAct = "impose"
        self.status: SanctionStatus = "occurred"
        self.makers: list[Party] = []
        self.targets: tuple[Party, ...] = ()
        self.target: tuple[int, int] | None = None
        self.measures: tuple[Measure, ...] = ()
        self.measure: tuple[int, int] | None = None
        self.reason: tuple[int, int] | None = None
        self.holders: list[Party] = []
        self.none: bool = False
        self.known: bool = False
        """Whether there is no such measure, and whether it is one that the text has told of."""
        self.unnamed: bool = False
        """Whether whose it is is told without a name: "Western sanctions"."""
        self.stretches: list[tuple[int, int]] = list(self.cues)
        """The words that belong to it, as numbers of the first one and of that behind."""

    def make(self, found: Iterable[Found]) -> Draft:
        """Add makers."""
        for one in found:
            if one.party not in self.makers:
                self.makers.append(one.party)
                self.stretches.append((one.first, one.behind))
        return self

    def hold(self, found: Iterable[Found]) -> Draft:
        """Add who calls for it or opposes it."""
        for one in found:
            self.holders.append(one.party)
            self.stretches.append((one.first, one.behind))
        return self

    def aim(self, phrase: Phrase | None) -> Draft:
        """Set the target, if there is none."""
        if phrase is not None and self.target is None and phrase.first < phrase.behind:
            self.targets, self.target = phrase.parties, (phrase.first, phrase.behind)
            self.stretches.append(self.target)
        return self

    def call(self, named: Named) -> Draft:
        """Set the measure, and its owner for a maker."""
        self.measures = named.measures
        self.measure = (named.noun if not named.owners else named.owners[-1].behind, named.behind)
        if self.line.word(self.measure[0]) == "s":
            self.measure = (self.measure[0] + 1, named.behind)
        if named.owner is None:
            self.measure = (named.first, named.behind)
        self.stretches.append(self.measure)
        self.none = named.none
        self.known = named.known
        if named.owner is None:
            return self
        if named.about:
            return self.aim(Phrase((named.owner.party,), named.owner.first, named.owner.behind))
        return self.make(named.owners)

    def end(self, tail: Tail) -> Draft:
        """Add what stands behind: target, makers, reason."""
        self.aim(tail.target)
        for party in tail.makers:
            if party not in self.makers:
                self.makers.append(party)
        if tail.makers or tail.imposed is not None:
            self.stretches.append((tail.behind - 1, tail.behind))
        if self.reason is None and tail.reason is not None:
            self.reason = tail.reason
            self.stretches.append(tail.reason)
        return self

    def span(self, stretch: tuple[int, int]) -> Span:
        """The span of a stretch of words, signs that belong to the last of them included."""
        line = self.line
        start, end = line.starts[stretch[0]], line.ends[stretch[1] - 1]
        folded = line.page.folded
        if folded.startswith(".", end) and end - 2 >= start and folded[end - 2] == ".":  # "the U.S."
            end += 1
        return line.page.article.span(start, min(end, line.end))

    def aimed(self, rule: Callable[..., object]) -> Sanction | None:
        """Give the sanction, or nothing where it is not known on whom it lies."""
        return self.finished(rule) if self.target is not None else None

    def finished(self, rule: Callable[..., object]) -> Sanction | None:
        """Give the sanction, or nothing where neither whose it is nor on whom it lies is known."""
        line = self.line
        self.makers = [party for party in self.makers if party not in self.targets]
        if self.target is None and not self.targets and self.known:
            self._take_up()
        holder = next((one for one in self.holders if isinstance(one, Actor) and one not in self.makers), None)
        nobody = not (self.makers or self.targets or self.target is not None or self.unnamed)
        cue = line.starts[self.cues[0][0]]
        teller = self._reporter(cue)
        if nobody and (self.status not in _ASKED or (holder is None and teller is None)):
            return None
        self.stretches += self.cues
        if self.none:
            self.status = negate(self.status, negated=True)
        return Sanction(
            self.span((min(first for first, _ in self.stretches), max(behind for _, behind in self.stretches))),
            self.act,
            self.status,
            tuple(self.makers),
            self.targets,
            self.span(self.target) if self.target is not None else None,
            self.measures,
            self.span(self.measure) if self.measure is not None else None,
            self.span(self.reason) if self.reason is not None else None,
            self._when(),
            holder,
            teller,
            evidence=because(rule, *(self.span(cue) for cue in sorted(set(self.cues)))),
        )

    def _take_up(self) -> None:
        """Take target and maker from what was told of last, if that is near and of the same makers."""
        last = self.line.page.last
        if last is None or self.line.start - last.span.end > _FAR:
            return
        if not self.makers or not last.makers or not {*map(id, self.makers)}.isdisjoint(map(id, last.makers)):
            self.targets = last.targets
            self.makers = self.makers or list(last.makers)

    def _reporter(self, cue: int) -> Actor | None:
        """In whose mouth it is put: the narrator tells what makers say of themselves, unless it is quoted."""
        quote = self.line.page.reading.quote_at(cue)
        if quote is None or quote.speaker is None:
            return None
        if quote.kind == "indirect" and (quote.speaker in self.makers or quote.speaker in self.holders):
            return None
        return quote.speaker

    def _when(self) -> EventTime | None:
        """The date nearest to the words, inside them or right beside them."""
        if self.status == "ongoing":
            return None
        line = self.line
        first = line.starts[min(first for first, _ in self.stretches)] - _NEAR
        last = line.ends[max(behind for _, behind in self.stretches) - 1] + _NEAR
        cue = line.starts[self.cues[0][0]]
        best: tuple[int, EventTime] | None = None
        inside = line.page.article.span(max(line.start, first), min(line.end, last))
        for time in line.page.reading.within(Time, inside):
            if time.type != "date" or self._is_elsewhen(time):
                continue
            when = event_time(time.value)
            distance = abs(time.span.start - cue)
            if when is not None and (best is None or distance < best[0]):
                best = distance, when
        return best[1] if best is not None else None

    def _is_elsewhen(self, time: Time) -> bool:
        """Tell whether a date is that of something else: of the reason, of another clause, "the 1959 embargo"."""
        line, start, end = self.line, time.span.start, time.span.end
        taken = (stretch for stretch in (self.measure, self.reason) if stretch is not None)
        if any(line.starts[first] <= start < line.ends[behind - 1] for first, behind in taken):
            return True
        first = line.starts[min(first for first, _ in self.stretches)]
        last = line.ends[max(behind for _, behind in self.stretches) - 1]
        folded = line.page.folded
        between = folded[last:start] if start > last else folded[end:first]
        before = folded[max(line.start, start - _LONGEST_WORD) : start]
        return _OTHER_CLAUSE.search(between) is not None or before.endswith(_ELSEWHEN)
