"""The walk over the cues of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from communique import Actor, Delegation, Reading, Unresolved
from communique.lexicon import Entry
from communique_delegations import (
    attending,
    company,
    delegations_of_two,
    leading,
    listing,
    membership,
    negotiators,
    representing,
    side_heads,
    sides,
    taken_up,
)
from communique_delegations.also import also_attended
from communique_delegations.groups import Group, group_at
from communique_delegations.joining import joined
from communique_delegations.occasions import Occasions
from communique_delegations.page import LEFT, RIGHT, Cue, Page
from communique_delegations.sending import sent_persons
from communique_delegations.sides import Side, side_at
from communique_delegations.sightings import Sighting, Trail
from communique_delegations.words import CUES, Construction, word_set

GroupRule = Callable[[Trail, Cue, Group], Iterator[Sighting]]
SideRule = Callable[[Trail, Cue, Side], Iterator[Sighting]]
CueRule = Callable[[Trail, Cue], Iterator[Sighting]]

_GROUP_RULES: tuple[GroupRule, ...] = (
    leading.led_by_then_delegation,
    leading.leads_delegation,
    leading.at_the_head_of_delegation,
    leading.head_of_delegation,
    leading.delegation_head,
    leading.delegation_led_by,
    leading.delegation_under_leader,
    leading.comes_with_delegation,
    listing.persons_and_delegation,
    listing.member_of_delegation,
    listing.members_of_delegation,
    listing.delegation_colon,
    listing.delegation_includes,
    membership.in_delegation_are,
    membership.made_up_delegation,
    membership.delegation_of_persons,
)
_SIDE_RULES: tuple[SideRule, ...] = (side_heads.leads_side, sides.side_led_by, sides.side_lists, sides.attended_on_side)
_CUE_RULES: dict[Construction, CueRule] = {
    "accompanied": company.accompanied_by,
    "joined": company.joined_by,
    "came": company.came_with,
    "accompanying": company.accompanying,
    "represented": representing.represented_by,
    "represents": representing.represents,
    "attended": representing.attended_for,
    "negotiator": negotiators.chief_negotiator,
    "negotiators": negotiators.person_and_negotiators,
    "also": also_attended,
    "members": membership.its_members_are,
    "sent": sent_persons,
    "accompanies": company.accompanies,
    "told": taken_up.it_is_made_of,
    "counterpart": taken_up.and_counterpart,
    "delegations": delegations_of_two.led_the_two,
    "present": attending.with_somebody_were,
}
_NEGOTIATORS_RULES: tuple[GroupRule, ...] = (
    leading.leads_delegation,
    leading.delegation_led_by,
    listing.delegation_includes,
)
"""What may be said of negotiators as of a delegation."""
_OFFICIALS_LED: tuple[GroupRule, ...] = (leading.delegation_led_by, listing.delegation_includes)
"""What may be said of officials as of a delegation, where it is told who leads them."""
_OFFICIALS_AS_OBJECT: tuple[GroupRule, ...] = (leading.leads_delegation, membership.in_delegation_are)
"""What may be said before them: "leading the mediators", "among the officials present were"."""
_LEADING = (" led ", "ead ", "eads ", "eaded ", "eading ", "mong ")
_LONGEST_LEAD = 40
_LONGEST_LED = 70
_TOLD = re.compile(r"[^.;:]{0,80}?\b(?:led|headed|includ|compris|consist)")
_LONGEST_TALKS = 60
_LED_TEAMS = frozenset({"a", "an", "its", "their", "his", "her"})
_MAKING = frozenset({"up", "form", "formed"})
_SENT = frozenset({"send", "sends", "sent", "sending", "dispatch", "dispatches", "dispatched", "dispatching"})
_BOUNDING = frozenset({"group", "team", "side", "accompanied", "joined"})

RULES: tuple[Callable[..., object], ...] = (
    *_GROUP_RULES,
    *_SIDE_RULES,
    *_CUE_RULES.values(),
    negotiators.negotiators_are,
)
"""All rules."""


def find_delegations(reading: Reading) -> Iterator[Delegation | Unresolved]:
    """Give the delegations of an article, and those whose party is not told."""
    folded = reading.article.folded
    hits = [hit for hit in reading.hits(CUES) if hit[2].means != "officials" or _may_be_led(folded, hit[0], hit[1])]
    if not hits:
        return
    page = Page(reading)
    trail = Trail(page, Occasions(page))
    for cue in _cues(reading, hits):
        trail.sightings.extend(_seen(trail, cue))
    yield from joined(trail.sightings, reading.article)


def _seen(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """What the rules for a cue see."""
    if cue.construction == "side":
        side = side_at(trail.page, cue)
        if side is not None:
            for side_rule in _SIDE_RULES:
                yield from side_rule(trail, cue, side)
    elif cue.construction in {"group", "team"}:
        yield from _seen_of_group(trail, cue)
    elif cue.construction == "officials":
        yield from _seen_of_officials(trail, cue)
    else:
        yield from _CUE_RULES[cue.construction](trail, cue)
        if cue.construction == "represented":  # or they represented somebody
            yield from representing.represents(trail, cue)
        if cue.construction == "negotiators":
            yield from _seen_of_negotiators(trail, cue)


def _seen_of_group(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    group = group_at(trail.page, cue)
    if group.owner is None and group.before in _SENT:
        group = group._replace(owner=trail.subject_party(group.start, cue.floor))
    sure, found = cue.construction == "group" or _is_negotiating(trail, cue, group), False
    if sure or _is_of_party(group) or _is_led(group):
        armed = trail.page.tells_of_talks and group.owner is not None and group.owner.kind == "group"
        offices = word_set("officials") if trail.page.tells_of_talks else word_set("envoys")
        for rule in _GROUP_RULES:
            for seen in rule(trail, cue, group):
                if sure or armed or _is_of_officials(seen, offices):
                    yield seen
                    found = True
    if sure or found:
        trail.note(group, cue)


def _seen_of_negotiators(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    yield from negotiators.negotiators_are(trail, cue)
    group = group_at(trail.page, cue)
    told = _TOLD.match(trail.page.folded, cue.end, cue.ceiling) is not None or group.before in word_set("leads")
    for rule in _NEGOTIATORS_RULES if told and group.owner is not None else ():
        yield from rule(trail, cue, group)


def _may_be_led(folded: str, start: int, end: int) -> bool:
    """Tell by a cheap look whether officials may be said to be led, or stand behind a verb of leading."""
    return _is_led_behind(folded, end) or any(
        word in folded[max(0, start - _LONGEST_LEAD) : start] for word in _LEADING
    )


def _is_led_behind(folded: str, end: int) -> bool:
    said = folded[end : end + _LONGEST_LED]
    return "led by " in said or "headed by " in said


def _seen_of_officials(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """What is told of officials of a party who are led by somebody: "Kenyan officials led by Minister A"."""
    led = _is_led_behind(trail.page.folded, cue.end)
    group = group_at(trail.page, cue)
    if not _is_of_party(group) or group.before == "of":  # "a team of Kenyan officials"
        return
    if not led and group.before != "among" and group.before not in word_set("leads"):
        return
    offices = word_set("officials") if trail.page.tells_of_talks else word_set("envoys")
    for rule in _OFFICIALS_LED if led else _OFFICIALS_AS_OBJECT:
        for seen in rule(trail, cue, group):
            if _is_of_officials(seen, offices):
                yield seen


def _cues(reading: Reading, hits: Sequence[tuple[int, int, Entry[Construction]]]) -> Iterator[Cue]:
    """The cues with the parts of their sentences, in the order of the text."""
    sentences = reading.layout.sentences
    ceilings: list[int] = []
    ceiling = len(reading.article.text)
    for number in range(len(hits) - 1, -1, -1):
        start, _, entry = hits[number]
        ceilings.append(ceiling)
        if entry.means in _BOUNDING and not _is_joined_on_side(hits, number):
            ceiling = start
    for (start, end, entry), bound in zip(hits, reversed(ceilings), strict=True):
        number = sentences.at(start)
        if number >= 0:
            first, last = sentences[number]
            yield Cue(start, end, entry.means, max(first, start - LEFT), min(last, bound, end + RIGHT), number)


def _is_joined_on_side(hits: Sequence[tuple[int, int, Entry[Construction]]], number: int) -> bool:
    """Tell whether a side opens the list: "on the Japanese side, the talks were *joined by* A and B"."""
    if hits[number][2].means != "joined" or not number:
        return False
    _, end, before = hits[number - 1]
    return before.means == "side" and hits[number][0] - end < _LONGEST_TALKS


def _is_of_party(group: Group) -> bool:
    return group.owner is not None and group.owner.kind != "person"


def _is_led(group: Group) -> bool:
    """Tell whether it is told who leads a team that nobody is said to own: "leading a five-member team"."""
    if group.owner is not None:
        return False
    return (group.before in word_set("leads") and group.determiner in _LED_TEAMS) or group.before in _MAKING


def _is_of_officials(seen: Sighting, offices: frozenset[str]) -> bool:
    """Tell whether a member has an office of state and all have some, as players and their coaches do not."""
    return all(member.roles for member in seen.members) and any(_has_office(one, offices) for one in seen.members)


def _has_office(member: Actor, offices: frozenset[str]) -> bool:
    return any(not offices.isdisjoint(role.title.lower().split()) for role in member.roles)


def _is_negotiating(trail: Trail, cue: Cue, group: Group) -> bool:
    """Tell whether a team is one that talks.

    It belongs to a party, and its sentence names an occasion, or a delegation was told of just before.
    """
    if group.owner is None or group.owner.kind == "person":
        return False
    negotiates = "negotiat" in trail.page.folded[group.start : cue.end + 30]
    return negotiates or bool(trail.occasions.within(cue.sentence)) or trail.is_near(cue)
