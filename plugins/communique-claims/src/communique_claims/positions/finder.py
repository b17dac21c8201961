"""From cues to positions: which rules run where, and which of their findings stay."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from communique import Claim, Position, Reading
from communique_claims.page import REACH, Page, Scene
from communique_claims.positions import rules
from communique_claims.positions.conditions import TOLD, makes_a_condition
from communique_claims.positions.content import opens_content
from communique_claims.positions.cues import STANDS, Stand
from communique_claims.positions.moves import BEHIND_VERB, is_met_with, takes_a_stand_on_that
from communique_claims.positions.nouns import stands_in_a_compound, stands_in_a_noun

_BY_SORT: dict[str, tuple[Callable[[Page, Scene, Stand], Iterator[Position]], ...]] = {
    "verb": (is_met_with, rules.takes_a_stand, takes_a_stand_on_that),
    "adjective": (rules.is_ready_or_opposed,),
    "noun": (stands_in_a_noun,),
    "compound": (stands_in_a_compound,),
    "duty": (rules.says_it_must,),
    "verdict": (rules.says_it_must,),
    "condition": (makes_a_condition,),
    "refusal": (rules.will_not_do,),
}
_ONLY_SAID = frozenset({"duty", "verdict"})
_SAID_TO_BE = ("be-that",)
_NEAR = 24
_OWN = re.compile(r"\b(?:its|his|her|their|our|my) (?:[\w-]+ )?$")
_WITHIN = frozenset({"noun", "compound"})
"""What tells of a stand of its own within the content of another: "rejected Oman's offer to"."""


def find_positions(reading: Reading) -> Iterator[Position]:
    """Find the positions of an article; what is a claim to a territory is none besides."""
    hits = reading.hits(STANDS)
    if not hits:
        return
    page = Page(reading)
    claims = reading.of(Claim)
    claimed = [claim.span.start for claim in claims]
    done, holder = 0, None  # how far what was found last reaches, and whose it is
    for start, end, entry in hits:
        stand = entry.means
        within = start < done
        if (within and not _may_be_within(page, start, stand)) or not _may_be(page, start, end, stand):
            continue
        scene = page.scene(start, end)
        somebody = page.names_somebody(scene.floor, scene.ceiling) or page.reading.quote_at(start) is not None
        if not somebody or reading.at(Claim, start) is not None:
            continue
        for rule in _BY_SORT[stand.sort]:
            for found in rule(page, scene, stand):
                first = bisect_left(claimed, found.span.start - 2 * REACH)
                near = claims[first : bisect_left(claimed, found.span.end)]
                if not (within and found.holder is holder) and not any(_repeats(found, claim) for claim in near):
                    yield found
                    holder = found.holder
                done = max(done, end, found.content.end if found.content else end)


def _may_be_within(page: Page, start: int, stand: Stand) -> bool:
    """Tell whether a cue in the content of another stand may tell of somebody else's: not of "its" own holder."""
    return stand.sort in _WITHIN and _OWN.search(page.folded, max(0, start - _NEAR), start) is None


def _may_be(page: Page, start: int, end: int, stand: Stand) -> bool:
    """Tell by a cheap look whether a cue may say something of a position: most are common words that do not."""
    if stand.sort in _ONLY_SAID or (stand.sort == "condition" and stand.follows not in TOLD):
        return page.reading.quote_at(start) is not None
    if stand.sort == "compound":
        return page.folded.startswith("-", start - 1)
    if stand.sort == "verb":
        return opens_content(page, end, stand.follows) or page.folded.startswith(BEHIND_VERB, end)
    if stand.sort == "adjective" or stand.follows == _SAID_TO_BE:
        return opens_content(page, end, stand.follows)
    return True


def _repeats(position: Position, claim: Claim) -> bool:
    """Tell whether a position says what a claim of the same holder says."""
    return claim.claimant is position.holder and position.content is not None and claim.span.overlaps(position.content)
