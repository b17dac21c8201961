"""Countries of officials and bodies whose own words name none, from what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from communique.countries import Country
from communique_actors.drafts import Draft
from communique_actors.lexicons import PLACES
from communique_actors.scene import CountryMention, Scene

_LEAST_SHARE = 0.4
_HALF = 0.5
_NEARLY_ALL = 0.9
_LEAST_NAMED = 3
_MOST_SPOKEN_OF = 8
_JOINTS = frozenset({" and ", " and the ", " or "})
_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY", "PTY", "OPP"})
_OF_HOME = frozenset({"REB", "LEG", "JUD", "COP", "PTY", "OPP"})
"""Sectors of groups that are nearly always of the country an article is about."""
_OF_NO_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "MED"})
_TITLE = re.compile(r"(?:the |its |their )?(?:[A-Z][\w'.-]* )*")
_SUBORDINATE = re.compile(r"(?:After|When|While|As|Although|Though|Because|Since|Before|Hours after|Days after) ")
_SIDED = re.compile(
    r"-(?:backed|led|allied|aligned|sponsored|supported)\b|\b(?:coalition|allied|foreign|international|foreigners|tourists|refugees?|"
    r"migrants?|immigrants?|asylum[ -]seekers?|countries|nations|governments|world leaders|member states|expatriates)\b"
)
"""Words of groups that are of no country for the country an article speaks of."""
_DEALS = re.compile(
    r" (?:met|meets|meet|meeting|received|receives|hosted|greeted|welcomed|summoned|phoned|telephoned|counterpart|"
    r"talks with|called on|wrote to|told)\b"
)


class Context:
    """The countries an article speaks of, and whose an official is that it gives no country."""

    def __init__(self, scene: Scene) -> None:
        """Nothing is computed yet."""
        self._scene = scene

    @cached_property
    def _named(self) -> list[CountryMention]:
        """The words for countries, in the order of the text, but for those that say where somebody is sent or stays."""
        return [one for one in self._scene.countries if one.country.state and not _is_elsewhere(self._scene, one)]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self._named]

    @cached_property
    def _times(self) -> Counter[str | None]:
        """How often each state is named."""
        return Counter(one.country.state for one in self._named)

    @cached_property
    def _by_code(self) -> dict[str | None, Country]:
        """The countries named, by their codes; of several of one code the one named first."""
        return {one.country.state: one.country for one in reversed(self._named)}

    @cached_property
    def _usual(self) -> str | None:
        """The country of the dateline, where the text speaks of it, else the one it clearly speaks of most."""
        return self._home() or self._main_country()

    @cached_property
    def _sole(self) -> str | None:
        """The country whose people an article that speaks of hardly any other names without saying so.

        One that it also is filed from need only be half of what it speaks of.
        """
        if not self._named:
            return self._main_country() if self._scene.dateline is not None else None
        country, times = self._times.most_common(1)[0]
        share = times / len(self._named)
        at_home = share >= _HALF and country == self._home()
        return country if times >= _LEAST_NAMED and (share >= _NEARLY_ALL or at_home) else None

    @cached_property
    def _main(self) -> str | None:
        """The usual country, where the text names it more than now and then."""
        return self._usual if self._times[self._usual] > 1 else None

    def fill(self, drafts: list[Draft]) -> None:
        """Give persons and bodies without a country that of their office, paragraph, the dateline or the article."""
        for draft in drafts:
            if draft.country is not None or draft.international or not draft.mentions:
                continue
            if draft.kind == "person":
                draft.country = draft.office_country
            if draft.country is None and draft.sector in _SECTORS:
                draft.country = self._nearest(draft.starts[0])
            draft.country = draft.country or draft.office_country
            if draft.country is None and draft.kind == "person":
                draft.country = self._sole

    def settle(self, drafts: list[Draft]) -> None:
        """Give those whom no rule gives a country that of an article that speaks of hardly any other, or mostly of it.

        The latter for parties, parliaments, courts, police and rebels: foreign ones are nearly always called so.
        """
        armed = any(draft.sector == "REB" and _is_named(draft) for draft in drafts)
        for draft in drafts:
            sided = _SIDED.search(draft.name.lower()) is not None  # "Saudi-backed rebels", "foreign nurses"
            theirs = armed and draft.sector == "REB"  # fighters of an armed group of anywhere
            if draft.country is None and draft.mentions and draft.sector not in _OF_NO_STATE and not (sided or theirs):
                draft.country = self._main if draft.sector in _OF_HOME else self._sole

    def acting_before(self, position: int) -> Country | None:
        """The country of those who act in the text up to a position: as for officials without one of their own."""
        return self._by_code.get(self._nearest(position))

    def _nearest(self, first: int) -> str | None:
        """The country named before an official in the paragraph, unless they only deal with each other; else the usual.

        In the official's own sentence it is the one named last, in a sentence before it that of its subject.
        """
        named, starts, layout = self._named, self._starts, self._scene.layout
        paragraph, sentence = layout.paragraphs.at(first), layout.sentences.at(first)
        low = layout.paragraphs.starts[paragraph] if paragraph >= 0 else 0
        number = bisect_left(starts, first) - 1
        for _ in range(_MOST_SPOKEN_OF):  # who is quoted speaks of others
            if number < 0 or layout.quotations.at(starts[number]) in {-1, layout.quotations.at(first)}:
                break
            number -= 1
        if number < 0 or starts[number] < low:
            return self._usual
        if sentence >= 0 and starts[number] < layout.sentences.starts[sentence]:
            return self._subject(number, low)
        one = named[number]
        if (
            one.form == "adjective"
            and one.start in self._scene.used
            and _DEALS.search(self._scene.folded, one.end, first)
        ):
            return self._usual if self._usual != one.country.state else None
        return self._in_sentence(number, first, sentence)

    def _in_sentence(self, number: int, first: int, sentence: int) -> str | None:
        """The country of an official by those named before in their sentence: at home, of its subject, or the last.

        "Kenya told Uganda to leave, Foreign Minister James Mwangi said"; "After Uganda denied it, Defence Minister …".
        """
        folded, begin = self._scene.folded, self._scene.layout.sentences.starts[sentence] if sentence >= 0 else 0
        here = {one.country.state for one in self._named[bisect_left(self._starts, begin) : number + 1]}
        if len(here) > 1 and self._home() in here:
            return self._home()
        comma = folded.rfind(", ", self._named[number].end, first)
        apart = comma >= 0 and _TITLE.fullmatch(folded, comma + len(", "), first) is not None
        if apart and len(here) > 1:
            return self._subject(number, begin)
        if apart and _SUBORDINATE.match(folded, begin) and self._usual is not None:
            return self._usual
        return self._named[number].country.state

    def _subject(self, number: int, low: int) -> str | None:
        """The country named first in the sentence in which one is named last: that of its subject, as a rule."""
        named, sentences = self._named, self._scene.layout.sentences
        sentence = sentences.at(self._starts[number])
        begin = max(low, sentences.starts[sentence]) if sentence >= 0 else low
        first = max(0, min(number, bisect_left(self._starts, begin)))
        if first < number and self._scene.folded[named[first].end : named[first + 1].start] in _JOINTS:
            pair = named[first : first + 2]  # "Turkey and Armenia": the one spoken of more
            return max(pair, key=lambda one: self._times[one.country.state]).country.state
        return named[first].country.state

    def _home(self) -> str | None:
        """The country of the dateline, where the text speaks of it."""
        dateline = self._scene.dateline
        if dateline is None:
            return None
        home = {place.country for place in dateline.places}
        country = home.pop() if len(home) == 1 else None
        spoken_of = any(one.country.state == country and one.start >= dateline.body for one in self._named)
        return country if spoken_of else None

    def _main_country(self) -> str | None:
        """The country an article speaks of most, where it clearly speaks of one most."""
        if not self._named:
            states = {one.country.state for one in self._scene.countries if one.form == "capital"}
            states = states or {entry.means.country for _, _, entry in self._scene.reading.hits(PLACES)}
            return states.pop() if len(states) == 1 else None
        country, times = self._times.most_common(1)[0]
        return country if times >= _LEAST_SHARE * len(self._named) else None


def _is_named(draft: Draft) -> bool:
    return any(mention.form == "name" for mention in draft.mentions.values())


def _is_elsewhere(scene: Scene, one: CountryMention) -> bool:
    """Tell whether a country only says where somebody is sent or stays: "the ambassador to Chile", "in London"."""
    if scene.folded.endswith((" to ", " to the "), 0, one.start):
        return True
    return one.form == "capital" and scene.folded.endswith((" in ", " from ", " at "), 0, one.start)
