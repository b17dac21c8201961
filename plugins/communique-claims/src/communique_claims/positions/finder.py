"""From cues to positions: which rules run where, and which of their findings stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from communique import Claim, Position, Reading
from communique_claims.page import REACH, Page, Scene
from communique_claims.positions import rules
from communique_claims.positions.conditions import makes_a_condition
from communique_claims.positions.content import opens_content
from communique_claims.positions.cues import STANDS, Stand
from communique_claims.positions.nouns import stands_in_a_noun

_BY_SORT: dict[str, tuple[Callable[[Page, Scene, Stand], Iterator[Position]], ...]] = {
    "verb": (rules.is_met_with, rules.takes_a_stand),
    "adjective": (rules.is_ready_or_opposed,),
    "noun": (stands_in_a_noun,),
    "duty": (rules.says_it_must,),
    "verdict": (rules.says_it_must,),
    "condition": (makes_a_condition,),
    "refusal": (rules.will_not_do,),
}
_ONLY_SAID = frozenset({"duty", "verdict"})
_SAID_TO_BE = ("be-that",)
_SHORTEST_STRICT = len("unless")


def find_positions(reading: Reading) -> Iterator[Position]:
    """Find the positions of an article; what is a claim to a territory is none besides."""
    hits = reading.hits(STANDS)
    if not hits:
        return
    page = Page(reading)
    claims = reading.of(Claim)
    claimed = [claim.span.start for claim in claims]
    done = 0
    for start, end, entry in hits:
        stand = entry.means
        if start < done or not _may_be(page, start, end, stand):
            continue
        scene = page.scene(start, end)
        somebody = page.names_somebody(scene.floor, scene.ceiling) or page.reading.quote_at(start) is not None
        if not somebody or reading.at(Claim, start) is not None:
            continue
        for rule in _BY_SORT[stand.sort]:
            for found in rule(page, scene, stand):
                first = bisect_left(claimed, found.span.start - 2 * REACH)
                near = claims[first : bisect_left(claimed, found.span.end)]
                if not any(_repeats(found, claim) for claim in near):
                    yield found
                done = max(end, found.content.end if found.content else end)


def _may_be(page: Page, start: int, end: int, stand: Stand) -> bool:
    """Tell by a cheap look whether a cue may say something of a position: most are common words that do not."""
    if stand.sort in _ONLY_SAID or (stand.sort == "condition" and end - start < _SHORTEST_STRICT):
        return page.reading.quote_at(start) is not None
    if stand.sort == "verb":
        return opens_content(page, end, stand.follows) or page.folded.startswith(" by ", end)
    if stand.sort == "adjective" or stand.follows == _SAID_TO_BE:
        return opens_content(page, end, stand.follows)
    return True


def _repeats(position: Position, claim: Claim) -> bool:
    """Tell whether a position says what a claim of the same holder says."""
    return claim.claimant is position.holder and position.content is not None and claim.span.overlaps(position.content)
