"""Rules for members told beside the noun: "in the delegation are A and B", "its members are A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique_delegations.groups import Group
from communique_delegations.page import Cue, begin
from communique_delegations.roster import roster
from communique_delegations.sightings import Sighting, Trail

_ARE = re.compile(
    r"(?: (?:present|attending|taking part))?(?: (?:to|at|for|in) [^,;:.()]{1,80}?)? "
    r"(?P<verb>are|were|is|was|will be) (?:also )?"
)
_MEMBERS_ARE = re.compile(
    r"(?: of (?:the|its|their|his|her) (?:delegation|team|group|mission|side))?,? "
    r"(?P<verb>are|were|is|was|will be|(?:also |will |would )?includ(?:e|es|ed|ing)):? (?:also )?"
)
_TITLES = re.compile(r"(?:[a-z][\w-]* ){0,4}")
_MAKE_UP = re.compile(r"\b(?:ma[dk]e up|form(?:ed)?|compos(?:ed|e)|complet(?:ed|e)) \Z")
_MADE = frozenset({"up", "form", "formed", "compose", "composed", "complete", "completed"})
_OF = (" of ", " with ")
_INSIDE = frozenset({"in", "on", "among", "within"})
_NEAR = 300


def in_delegation_are(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the list of members behind a delegation that opens the sentence.

    Matches ``In the Tongan delegation are Minister Sione Vea and Ambassador Mele Tau.``; not ``In the Tongan delegation
    there are doubts, Mele Tau said.``
    """
    if group.before not in _INSIDE:
        return
    page = trail.page
    behind = page.article.match(_ARE, cue.end)
    found = roster(page, behind.end(), cue.ceiling).people if behind and behind.end() < cue.ceiling else ()
    if (
        behind is not None
        and found
        and _TITLES.fullmatch(page.folded, behind.end(), max(begin(found[0]), behind.end()))
    ):
        party = trail.party_of(group, cue, found)
        yield trail.sees(in_delegation_are, cue, found, party=party, group=group, cues=[behind.span("verb")])


def made_up_delegation(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the persons who are said to make up a delegation.

    Matches ``Minister Okan Tekin and General Kemal Ersoy made up the Turkish delegation.``; not ``Fears made up in
    haste by the Turkish delegation worried Okan Tekin.``
    """
    if group.before not in _MADE:
        return
    page = trail.page
    verb = _MAKE_UP.search(page.folded[max(cue.floor, group.start - 20) : group.start])
    if verb is None:
        return
    start = max(cue.floor, group.start - 20) + verb.start()
    found = roster(page, cue.floor, start - 1).people if start - 1 > cue.floor else ()
    if found:
        party = trail.party_of(group, cue, found)
        yield trail.sees(made_up_delegation, cue, found, party=party, group=group, cues=[(start, group.start - 1)])


def delegation_of_persons(trail: Trail, cue: Cue, group: Group) -> Iterator[Sighting]:
    """Read the persons of whom a delegation is said to be.

    Matches ``Ghana sent a delegation of Minister Ama Boateng, General Kwesi Addo and envoy Efua Sey.``; not ``The
    delegation of President Nana Osei arrived in Lagos.``
    """
    page = trail.page
    word = next((word for word in _OF if page.folded.startswith(word, cue.end)), None)
    if word is None or (word == " with " and group.determiner not in {"a", "an"}):
        return
    start = cue.end + len(word)
    if start >= cue.ceiling or page.person_starting(start) is None:
        return
    found = roster(page, start, cue.ceiling, clause_after=True).people
    if len(found) > 1:
        party = trail.party_of(group, cue, found)
        yield trail.sees(delegation_of_persons, cue, found, party=party, group=group)


def its_members_are(trail: Trail, cue: Cue) -> Iterator[Sighting]:
    """Read the members of the delegation that was told of just before.

    Matches ``The Nepali team is headed by Asha Rai; its other members are Hari Gurung and Mina Thapa.``; not ``The
    union met in Oslo. Its members are Hari Gurung and Mina Thapa.``
    """
    page = trail.page
    party = trail.named_between(cue.start - _NEAR, cue.start)
    if party is not None and page.folded.endswith((" are among ", " is among "), cue.floor, cue.start):
        verb = page.folded.rfind(" among ", cue.floor, cue.start) - len(" are") + 1
        before = max(cue.floor, page.folded.rfind("; ", cue.floor, cue.start) + 1)
        found = roster(page, before, verb - 1, clause_after=True).people if verb - 1 > before else ()
        if found:
            yield trail.sees(its_members_are, cue, found, party=party)
        return
    behind = page.article.match(_MEMBERS_ARE, cue.end)
    if party is None or behind is None or behind.end() >= cue.ceiling:
        return
    found = roster(page, behind.end(), cue.ceiling).people
    if found and all(one.actor.country in {None, party.country} or party.country is None for one in found):
        yield trail.sees(its_members_are, cue, found, party=party, cues=[behind.span("verb")])
