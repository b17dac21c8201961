"""From cues to sanctions: which rules run where, and which of their findings stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from attrs import evolve

from communique import Reading
from communique.words import Hit
from communique_sanctions import act_rules, effect_rules, party_rules, verb_rules
from communique_sanctions.kind import Measure, Sanction
from communique_sanctions.line import Line, Page
from communique_sanctions.measures import Named, named
from communique_sanctions.words import MEASURES, OWN_VERBS, OwnVerb

Cue = Hit[Measure] | Hit[OwnVerb]

_MOST = 12
"""No more cues of a sentence are read."""

ABOUT_MEASURES: tuple[Callable[[Line, Named], Sanction | None], ...] = (
    act_rules.measure_to_be_lifted,
    act_rules.act_of_measure,
    effect_rules.measure_was_imposed,
    effect_rules.measure_takes_effect,
    party_rules.party_hit_with_measure,
    party_rules.party_under_measure,
    party_rules.party_put_under_measure,
    party_rules.party_faces_measure,
    party_rules.party_on_list,
    act_rules.imposes_measure,
    act_rules.threat_of_measure,
    effect_rules.measure_targets_party,
    effect_rules.measure_on_party,
)
"""The rules that are tried at each measure; the first that finds something ends it."""

RULES: tuple[Callable[..., object], ...] = (*ABOUT_MEASURES, *verb_rules.RULES)


def find_sanctions(reading: Reading) -> Iterator[Sanction]:
    """Find the sanctions of an article."""
    folded = reading.article.folded
    nouns = reading.hits(MEASURES)
    verbs = [hit for hit in reading.hits(OWN_VERBS) if verb_rules.may_be_measure(folded, hit[0], hit[1], hit[2].means)]
    if not nouns and not verbs:
        return
    page = Page(reading)
    sentences = reading.layout.sentences
    told: dict[tuple[object, ...], Sanction] = {}
    hits: list[tuple[int, Cue]] = [(sentences.at(hit[0]), hit) for hit in nouns]
    hits += [(sentences.at(hit[0]), hit) for hit in verbs]
    hits.sort(key=lambda one: (one[0], one[1][:2]))
    for number, group in groupby(hits, key=itemgetter(0)):
        if number < 0:
            continue
        for found in _of_sentence(Line(page, number), [hit for _, hit in group][:_MOST]):
            parties = frozenset(map(id, found.targets)), frozenset(map(id, found.makers))
            key = (found.act, found.status, found.measures, *parties)
            before = told.get(key) if found.targets else None
            sanction = evolve(found, repeats=before) if before is not None else found
            told.setdefault(key, sanction)
            page.last = sanction if sanction.targets else page.last
            yield sanction


def _of_sentence(line: Line, hits: list[Cue]) -> Iterator[Sanction]:
    """The sanctions of one sentence, in the order of its words; a cue counts once."""
    measures = [(start, end, entry.means) for start, end, entry in hits if not isinstance(entry.means, OwnVerb)]
    found: list[Sanction] = []
    for one in named(line, measures):
        for rule in ABOUT_MEASURES:
            sanction = rule(line, one)
            if sanction is not None:
                found.append(sanction)
                break
    for start, end, entry in hits:
        if isinstance(entry.means, OwnVerb) and not any(_has(one, start) for one in found):
            first, behind = line.number(start), line.number(end)
            for own in verb_rules.BY_TAKES[entry.means.takes]:
                sanction = own(line, first, behind, entry.means)
                if sanction is not None:
                    found.append(sanction)
                    break
    yield from found


def _has(found: Sanction, start: int) -> bool:
    """Tell whether a word is part of the measure or a cue of a finding."""
    spans = (*found.evidence.cues, *([found.measure_span] if found.measure_span is not None else []))
    return any(span.start <= start < span.end for span in spans)
