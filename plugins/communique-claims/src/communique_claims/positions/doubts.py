"""What a cue of a position does not say: questions, suppositions, purposes, things that are merely expected."""

from __future__ import annotations

import re
from itertools import islice

from communique_claims.page import Page, Scene
from communique_claims.subjects import DAYS
from communique_claims.words import word_set

_MOST_WORDS = 12
_FEW_WORDS = 4
_OPEN = frozenset({"whether", "if", "unless", "lest", "until", "how"})
_ASKING = _OPEN | {"why"}
_INVERTED = re.compile(r" (?:we|I|they|he|she|it|you)\b")
_EXPECTED = re.compile(
    r" (?:also |then |soon |now |still |not |only )?"
    r"(?:be (?:able|enough|sufficient|clear|clearer|noted|remembered|ready|over|complete|known|easy|easier|no|an?|the)|"
    r"help|allow|enable|lead|result|boost|bring|give|increase|reduce|ease|improve|arrive|cost|last|"
    r"take (?:about|at least|some|several|\d)|have (?:an?|no|been)|make|provide|prove|reach|"
    r"rise|fall|drop|grow|strengthen|contribute|produce|suffice)\b"
)
_NEEDS = re.compile(r" (?:an? |the |more |new |clear |real |urgent |strong )(?=[\w'\"])")
_WORLD = frozenset({"community", "world", "powers", "leaders", "countries", "nations"})
_NEED = re.compile(r" (?:a |an |the |to |more |some |our |their |your |real |new )?(?=[\w'\"])")


def is_open(page: Page, scene: Scene, *, asked: bool = False) -> bool:
    """Tell whether a cue stands in a question or a supposition: "whether Oman wants to", "if Fiji refuses to".

    With `asked` also behind "why" and before an inverted subject: "why should we".
    """
    if asked and _INVERTED.match(page.folded, scene.end):
        return True
    edge = scene.start
    for start, end, word in islice(page.words_before(edge, scene.floor), _MOST_WORDS):
        if page.folded[end:edge].strip(" '") or word in word_set("sayings") or word == "that":
            return False
        if word in (_ASKING if asked else _OPEN):
            return True
        edge = start
    return False


def is_purpose(page: Page, scene: Scene) -> bool:
    """Tell whether an infinitive says what for something is done, or what somebody else is to do.

    "Sold dollars to support the yen", "urged Chad to accept the plan", but "agreed to support the plan".
    """
    before = page.words_before(scene.start, scene.floor)
    edge = scene.start
    for start, end, word in islice(before, _MOST_WORDS):
        if word == "to":
            break
        if not word.endswith("ly") or page.folded[end:edge] != " ":
            return False
        edge = start
    else:
        return False
    for begin, end, word in islice(before, _FEW_WORDS):
        if page.folded[end:start] != " ":
            return False
        if word != "on" and word not in DAYS:
            return word not in word_set("resolving")
        start = begin
    return False


def is_expected(page: Page, scene: Scene) -> bool:
    """Tell whether "should" says what will come about rather than what somebody ought to do: "rain should help"."""
    if not page.folded.startswith("should", scene.start) or _EXPECTED.match(page.folded, scene.end) is None:
        return False
    before = next(iter(page.words_before(scene.start, scene.floor)), None)
    return before is not None and before[2] not in word_set("people") and not page.ending_at(before[1])


def _ends_a_name(page: Page, scene: Scene) -> bool:
    return bool(page.ending_at(scene.start - 1))


def is_no_duty(page: Page, scene: Scene) -> bool:
    """Tell whether words of duty tell of none: "saw no need to", "the help that we need", "a must"."""
    word = page.folded[scene.start : scene.end].lower()
    before = [one for _, _, one in islice(page.words_before(scene.start, scene.floor), _MOST_WORDS)]
    if word == "we need":
        return _NEED.match(page.folded, scene.end) is None
    if (
        word == "had to"
    ):  # "I had to wait", and what somebody tells of afterwards: "the road had to be closed, she said"
        quote = page.reading.quote_at(scene.start)
        told_after = quote is not None and quote.cue is not None and quote.cue.start > scene.start
        return before[:1] == ["i"] or told_after
    if word == "have to":
        return bool(before) and before[0] in {"only", "still", "you", "i", "may", "might", "t", "not", "never", "who"}
    if word == "needs":
        return _NEEDS.match(page.folded, scene.end) is None
    if word == "needed to":
        return not before or not (
            before[0] in word_set("people") | word_set("agents") | _WORLD or _ends_a_name(page, scene)
        )
    if word == "must":
        return bool(before) and before[0] in {"a", "the"}
    if word in {"need to", "needs to"} and before:
        return before[0] in {"that", "which", "who"} or (
            before[0] in {"the", "no", "any", "a"} and not {"not", "no", "never", "without"}.isdisjoint(before[:6])
        )
    return False
