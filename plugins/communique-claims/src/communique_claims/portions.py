"""Portions of a territory: "the remaining 20 percent of", "almost all of"."""

from __future__ import annotations

import regex

from communique_claims.page import Page

_NUMBER = (
    r"(?:\d[\d,.]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
)
_UNIT = (
    r"(?: ?%| ?percent| per cent| percentage points?| acres?| hectares?|"
    r" (?:square |sq\.? )?(?:kilomet(?:er|re)s?|miles?|km|metres?|meters?))"
)
_SHARE = (
    r"(?:all|most|half|much|some|any|none|many|several|both|(?:hundreds|thousands|dozens)|(?:one |a |two |three )?"
    r"(?:(?:one|two|three|four)-)?(?:third|quarter|fifth|sixth|tenth|half)s?|parts?|portions?|slices?|chunks?|swath?e?s?|"
    r"pieces?|sections?|stretch(?:es)?|bits|rest|remainder|majority|bulk|tracts?|patch(?:es)?|"
    r"scores?|dozens?|hundreds|number|series|string|chain|cluster|group|couple|share|"
    r"inch|(?:centi|milli)?met(?:er|re)|yard|foot|whole|entirety|blade|grain|handful|scrap|shred|slivers?|clod|half)"
)
_MEASURE = (
    r"(?:the|any|an|every|one|the|remaining|last|other|entire|whole|large|small|vast|significant|substantial|great|huge|"
    r"tiny|additional|further|sizeable|sizable|nearly|almost|about|around|roughly|some|approximately|over|more than|"
    r"less than|at least|up to|close to|as (?:much|many) as|just|virtually|practically|single|only|square|"
    r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern|ernmost)|central|upper|lower|coastal)"
)
_PORTION = regex.compile(
    r"(?:(?:the|its|their|an?|those|these) )?+"
    rf"(?P<portion>(?:{_MEASURE} ){{0,4}}(?:{_NUMBER}{_UNIT}|{_SHARE})) of (?=\S)|"
    r"(?P<half>(?:(?:nearly|almost|about|around|roughly|some|over|just under|more than|less than) )?(?:half|all)) "
    r"(?=the |its |their )",
    regex.IGNORECASE,
)
_LONGEST_PORTION = 80
_LONGEST_HALF = 20


def portion_of(match: regex.Match[str]) -> tuple[int, int]:
    """Where the words of a portion stand."""
    return match.span("portion") if match["portion"] else match.span("half")


def portion_at(page: Page, position: int) -> regex.Match[str] | None:
    """Match the portion of a territory that starts at an offset, with the "of" behind it."""
    if page.folded.find(" of ", position, position + _LONGEST_PORTION) < 0:
        head = page.folded[position : position + _LONGEST_HALF].lower()
        if "half " not in head and "all " not in head:
            return None
    return page.article.match(_PORTION, position)
