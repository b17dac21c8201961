"""What is said of a delegation behind the noun: that it is led by somebody, that it includes somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from communique_delegations.page import Cue, Page
from communique_delegations.words import word_set

_PREDICATE = re.compile(  # begins with a letter, so that the search for it is fast
    r" (?i:(?P<led>(?:co-)?(?:led|headed|chaired|fronted)(?: up)?"
    r"(?: (?:at|in|on|during|to|for|this|once) [^,;.:()\"]{1,60}?| (?:jointly|again|instead|personally|now))? by|"
    r"under the (?:leadership|chairmanship|command) of)|"
    r"(?P<lists>includ(?:es?|ed|ing)|compris(?:es?|ed|ing)(?: of)?|consist(?:s|ed|ing)? of|"
    r"(?:made|making) up of|composed of|(?:whose |(?<='s ))(?:other )?members (?:are|were|include[sd]?)|"
    r"featur(?:es?|ed|ing)|count(?:s|ed|ing)(?= [^.;]{1,90}? among)))(?: both|:|,? among others,|,? inter alia,)?(?= )"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly| also| to| again| then){0,2} \Z", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:(?:, |; | )and(?: (?:also|will|would|was|is|were|which|to|be|being)){0,4}"
    r"|,(?: (?:which|and|also|will|is|was)){0,4})\Z"
)
_MOST = 4
_FAR = 220


class Predicate(NamedTuple):
    """A predicate of a delegation."""

    sort: Literal["led", "lists"]
    """What it says."""
    start: int
    """Where it starts."""
    end: int
    """Where what it names starts."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, without the blank behind it."""
        return self.start, self.end - 1


def predicates(page: Page, cue: Cue) -> Iterator[Predicate]:
    """Give the predicates of the delegation whose noun is a cue, in their order."""
    if cue.end >= cue.ceiling:
        return
    edge = cue.end
    number = 0
    for match in page.article.matches(_PREDICATE, page.article.span(cue.end, cue.ceiling)):
        if number >= _MOST:
            return
        start = match.start() + 1
        if not _belongs(page, cue.end, edge, start, first=not number):
            if not number:
                return
            continue
        number += 1
        edge = match.end()
        yield Predicate("led" if match.group("led") else "lists", start, match.end() + 1)


def _belongs(page: Page, noun_end: int, edge: int, start: int, *, first: bool) -> bool:
    """Tell whether a predicate is said of the delegation: nothing but its own complements stands between."""
    if start - edge > _FAR * (1 if first else 4):
        return False
    gap = page.folded[noun_end if first else edge : start]
    if not first:
        return _goes_on(gap, page.folded[start : start + 20])
    if "; " in gap or '"' in gap or ", and " in gap:
        return False
    words = gap.lower().split()
    if not words:
        return True
    if _PASSIVE.search(gap[-40:]):
        return not any(word in word_set("reporting") for word in words)
    return page.folded.startswith("under ", start) or _is_complement(words)


def _goes_on(gap: str, predicate: str) -> bool:
    """Tell whether the second of two predicates goes on with the first: "led by A and included B".

    A participle behind a verb belongs to what stands before it: "led by A, met lawmakers, including B".
    """
    joint = _JOINT.search(gap.rstrip()[-30:])
    if joint is None:
        return False
    is_participle = joint.group() == "," and predicate.split(" ", 1)[0].endswith("ing")
    return not (is_participle and _has_verb(gap.lower().split()))


def _is_complement(words: list[str]) -> bool:
    """Tell whether words between a delegation and a participle belong to its phrase: "of senators,", "to Geneva"."""
    relative = any(word in {"that", "which", "who"} for word in words)
    if relative:
        return not any(word in word_set("reporting") for word in words)
    return not _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    """Tell whether one of the words is a verb; what follows a determiner is a noun ("at the meeting")."""
    return any(
        word.strip(",") in word_set("verbs") and before not in word_set("determiners")
        for before, word in zip(["", *words], words, strict=False)
    )
