"""Countries of officials whose own title names none, from what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from communique.countries import Country
from communique_actors.drafts import Draft
from communique_actors.scene import CountryMention, Scene

_LEAST_SHARE = 0.4
_JOINTS = frozenset({" and ", " and the ", " or "})
_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY", "PTY"})
_DEALS = re.compile(
    r" (?:met|meets|meet|meeting|received|receives|hosted|greeted|welcomed|summoned|phoned|telephoned|counterpart|"
    r"talks with|called on|wrote to|told)\b"
)


def fill_from_context(scene: Scene, drafts: list[Draft]) -> None:
    """Give persons and bodies without a country that of their office, their paragraph, the dateline or the article."""
    missing = [draft for draft in drafts if draft.country is None and not draft.international and draft.mentions]
    if not missing:
        return
    if not any(draft.sector in _SECTORS for draft in missing):
        for draft in missing:
            draft.country = draft.office_country
        return
    named = [one for one in scene.countries if one.country.state and not _is_elsewhere(scene, one)]
    starts = [one.start for one in named]
    usual = _home(scene, named) or _main_country([one.country.state for one in named])
    for draft in missing:
        if draft.kind == "person":
            draft.country = draft.office_country
        if draft.country is None and draft.sector in _SECTORS:
            draft.country = _nearest(scene, draft.starts[0], named, starts, usual)
        draft.country = draft.country or draft.office_country


def last_country(scene: Scene, position: int) -> Country | None:
    """The country of those who act in the text up to a position: as for officials without one of their own."""
    named = [one for one in scene.countries if one.country.state and not _is_elsewhere(scene, one)]
    usual = _home(scene, named) or _main_country([one.country.state for one in named])
    code = _nearest(scene, position, named, [one.start for one in named], usual)
    return next((one.country for one in named if code is not None and one.country.state == code), None)


def _is_elsewhere(scene: Scene, one: CountryMention) -> bool:
    """Tell whether a country only says where somebody is sent or stays: "the ambassador to Chile", "in London"."""
    if scene.folded.endswith((" to ", " to the "), 0, one.start):
        return True
    return one.form == "capital" and scene.folded.endswith((" in ", " from ", " at "), 0, one.start)


def _nearest(scene: Scene, first: int, named: list[CountryMention], starts: list[int], usual: str | None) -> str | None:
    """The country named last before a person in the paragraph, unless the person only deals with it, else the usual."""
    layout = scene.layout
    paragraph, sentence = layout.paragraphs.at(first), layout.sentences.at(first)
    low = layout.paragraphs.starts[paragraph] if paragraph >= 0 else 0
    number = bisect_left(starts, first) - 1
    if number < 0 or starts[number] < low:
        return usual
    if sentence >= 0 and starts[number] < layout.sentences.starts[sentence]:
        return _subject(scene, number, named, starts, low)
    one = named[number]
    if one.form == "adjective" and one.start in scene.used and _DEALS.search(scene.folded, one.end, first):
        return usual if usual != one.country.state else None
    return one.country.state


def _subject(scene: Scene, number: int, named: list[CountryMention], starts: list[int], low: int) -> str | None:
    """The country named first in the sentence in which one is named last: that of its subject, as a rule."""
    sentences = scene.layout.sentences
    sentence = sentences.at(starts[number])
    begin = max(low, sentences.starts[sentence]) if sentence >= 0 else low
    first = max(0, min(number, bisect_left(starts, begin)))
    if first < number and scene.folded[named[first].end : named[first + 1].start] in _JOINTS:
        states = Counter(one.country.state for one in named)  # "Turkey and Armenia": the one spoken of more
        return max(named[first], named[first + 1], key=lambda one: states[one.country.state]).country.state
    return named[first].country.state


def _home(scene: Scene, named: list[CountryMention]) -> str | None:
    """The country of the dateline, where the text speaks of it."""
    places = scene.dateline.places if scene.dateline is not None else ()
    home = {place.country for place in places}
    country = home.pop() if len(home) == 1 else None
    body = scene.dateline.body if scene.dateline is not None else 0
    return country if any(one.country.state == country and one.start >= body for one in named) else None


def _main_country(countries: list[str | None]) -> str | None:
    """The country an article speaks of most, where it clearly speaks of one most."""
    if not countries:
        return None
    country, times = Counter(countries).most_common(1)[0]
    return country if times >= _LEAST_SHARE * len(countries) else None
