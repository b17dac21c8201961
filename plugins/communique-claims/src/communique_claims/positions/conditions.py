"""The rule for conditions: only if, unless, until, in return for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique import Position
from communique_claims.page import Page, Scene
from communique_claims.positions.content import Content, clause_end
from communique_claims.positions.cues import Stand
from communique_claims.positions.doubts import is_open
from communique_claims.positions.drafting import Draft, said_around
from communique_claims.subjects import subject
from communique_claims.words import word_set

_IN_RETURN = re.compile(r"\b(?:would|will|could|ready to|willing to|prepared to) (?P<verb>[a-z]+)\b")
_STRICT, _ONLY = "strict", "only"
TOLD = {(_STRICT,), (_ONLY,)}
"""What follows a cue that makes a condition whoever tells it."""
_AFTER_NO = "after-no"
_IN_RETURN_FOR = "in-return"
_WILLING = re.compile(
    r"\b(?:will|would|agree[sd]? to|offer(?:s|ed)? to|threaten(?:s|ed|ing)? to|pledge[sd]? to|promise[sd]? to|ready to|"
    r"willing to|prepared to|vow(?:s|ed)? to|refuse[sd]? to) (?:\w+ly |not |only |never |also ){0,2}(?P<verb>[a-z]+)\b"
)
_NO = re.compile(r"\b(?:no|not|never|cannot|n't|nothing|neither)\b")
_CANNOT = re.compile(
    r"\b(?:(?:can|will|could|would) be no|no \w+ (?:is|was|will be|would be) possible|cannot|can't|never)\b"
)
_ONLY_WHEN = re.compile(r"[^,;:\"]{0,100}?\b(?P<when>(?:once|if|when|after|as soon as) )")
_WARNS = ("warned", "warns", "warning", "threatened", "threatens", "threatening")
_FAR = 120


def makes_a_condition(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read on what condition a speaker will do something.

    Matches "Baku would sign only if the constitution was changed, the minister said."; not "The road opens only after
    dark."
    """
    if _ONLY in stand.follows:
        yield from _only_does(page, scene, stand)
        return
    who = page.speaker_at(scene.start)
    if who is None:
        yield from _does_on_condition(page, scene, stand)
        return
    if (_IN_RETURN_FOR in stand.follows and not _is_in_return(page, scene)) or (
        _AFTER_NO in stand.follows and not _is_refused_before(page, scene)
    ):
        return
    start, end = said_around(page, scene)
    yield from Draft(makes_a_condition, page, scene._replace(start=start), stand.stance).of(
        who, Content(scene.start, end)
    )


def _does_on_condition(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read on what condition somebody will do something, as the narrator tells it: "agreed to sign only if"."""
    if _STRICT not in stand.follows:
        return
    start = max(scene.floor, scene.start - _FAR, page.folded.rfind(";", scene.floor, scene.start) + 1)
    willing = next((one for one in _WILLING.finditer(page.folded, start, scene.start) if _is_willed(one["verb"])), None)
    who = subject(page, scene, willing.start()) if willing is not None else None
    if who is not None:
        content = Content(scene.start, clause_end(page, scene.end, scene.ceiling))
        yield from Draft(makes_a_condition, page, scene, stand.stance).of(who, content)


def _only_does(page: Page, scene: Scene, stand: Stand) -> Iterator[Position]:
    """Read when alone somebody will do something: "would only return once the embargo was lifted"."""
    when = _ONLY_WHEN.match(page.folded, scene.end, min(scene.ceiling, scene.end + _FAR))
    if when is not None and not is_open(page, scene):
        content = Content(when.start("when"), clause_end(page, when.end(), scene.ceiling))
        yield from Draft(makes_a_condition, page, scene, stand.stance).of(subject(page, scene), content)


def _is_willed(verb: str) -> bool:
    return verb in word_set("willed") or verb in word_set("also_willed")


def _is_refused_before(page: Page, scene: Scene) -> bool:
    """Tell whether something is refused in the clause before "until" or "without", or behind it: "no talks until"."""
    no = _NO if page.folded.startswith(("u", "U"), scene.start) else _CANNOT
    behind = min(scene.ceiling, scene.end + _FAR)
    return any(no.search(page.folded, *part) for part in ((scene.floor, scene.start), (scene.end, behind)))


def _is_in_return(page: Page, scene: Scene) -> bool:
    """Tell whether before "if" stands what somebody would do in return."""
    quote = page.reading.quote_at(scene.start)
    warns = quote is not None and quote.cue is not None and quote.cue.text.endswith(_WARNS)
    verbs = _IN_RETURN.finditer(page.folded, scene.floor, scene.start)
    return any(warns or match["verb"] in word_set("willed") for match in verbs)
