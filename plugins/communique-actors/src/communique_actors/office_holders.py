"""Countries of persons who are known by their office, where the text gives none.

The word list `office-holders` says who held which office when; it is empty unless a plugin fills it.  What the article
says of a person goes before it, and names stay as the article prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from attrs import frozen

from communique import Entry, Mention
from communique.offices import OFFICE_HOLDERS, OfficeHolder
from communique_actors.drafts import Draft
from communique_actors.scene import Scene

_LATELY = timedelta(days=366)
"""How long somebody is still called by one word after the end of a term."""
_WIDE = (
    frozenset({"leader"}), frozenset({"head", "state"}), frozenset({"head", "government"}), frozenset({"premier"}),
    frozenset({"strongman"}),
)  # fmt: skip
_ROYAL = frozenset({"king", "queen", "emperor", "emir", "sultan", "pope", "duke", "prince"})
_ALIKE = {"defense": "defence", "affairs": "foreign", "external": "foreign"}
_FIRST_MENTIONS = 4
"""A full name stands among the first mentions, or nowhere."""

_Known = dict[int, list[tuple[int, Entry[OfficeHolder]]]]
"""The hits of the word list by where they end: start, entry."""


@frozen
class Holding:
    """What the word list says of a person."""

    entry: Entry[OfficeHolder]
    mention: Mention
    """The mention by which the person was told."""
    current: bool
    """Whether the office is held on the day of the article."""


def holdings(scene: Scene, drafts: Iterable[Draft]) -> dict[int, Holding]:
    """What the word list says of those persons whom the text gives no country so far, by the id of the draft."""
    hits = scene.reading.hits(OFFICE_HOLDERS)
    if not hits:
        return {}
    known: _Known = {}
    for start, end, entry in hits:
        known.setdefault(end, []).append((start, entry))
    found = {id(draft): _holding(scene, draft, known) for draft in drafts if _lacks_country(draft)}
    return {number: holding for number, holding in found.items() if holding is not None}


def fill_from_holdings(drafts: Iterable[Draft], held: dict[int, Holding]) -> None:
    """Give persons who still have no country that of their office; heads of international bodies have none."""
    for draft in drafts:
        holding = held.get(id(draft))
        if holding is None or not _lacks_country(draft):
            continue
        draft.country = holding.entry.means.country
        draft.international = draft.country is None
        draft.rule = office_holder
        draft.cues.insert(0, holding.mention.span)
        if holding.current and draft.country is not None:
            draft.sector = draft.sector or "GOV"


def _lacks_country(draft: Draft) -> bool:
    return draft.country is None and not draft.international and bool(draft.starts)


def _holding(scene: Scene, draft: Draft, known: _Known) -> Holding | None:
    for start in draft.starts[:_FIRST_MENTIONS]:
        mention = draft.mentions[start]
        hits = known.get(mention.span.end)
        if hits and mention.form in {"name", "surname"}:
            return office_holder(scene, draft, mention, [entry for at, entry in hits if at >= start])
    return None


def office_holder(scene: Scene, draft: Draft, mention: Mention, entries: list[Entry[OfficeHolder]]) -> Holding | None:
    """The office of a person whose name is listed with it, as far as the day of the article leaves one country.

    A full name stands for its bearer from the first day in office on; the word by which somebody is called only while
    the office is held and a little longer, and not beside another title.

    Matches "President Bakiyev said" in 2008; not "Police Chief Bakiyev said", nor in 2019.
    """
    whole = " " in draft.name
    first = draft.name.partition(" ")[0]
    if whole:
        same = [entry for entry in entries if not entry.means.short or entry.means.name.startswith(f"{first} ")]
    else:
        titles = [_words(role.title) for role in draft.roles.values() if role.status != "deputy"]
        same = [entry for entry in entries if entry.means.short and _may_be_called(draft, titles, entry.means)]
    day = scene.lists.day
    if day is None:
        return _of_one_country(same, mention, current=False)
    holding = [entry for entry in same if entry.holds(day)]
    if holding:
        return _of_one_country(holding, mention, current=True)
    former = [
        entry
        for entry in same
        if entry.until is not None
        and entry.until < day
        and (whole or entry.until >= day - _LATELY or _is_former(draft) or _is_royal(entry.means))
    ]
    return _of_one_country(former, mention, current=False)


def _of_one_country(entries: list[Entry[OfficeHolder]], mention: Mention, *, current: bool) -> Holding | None:
    if not entries or len({entry.means.country for entry in entries}) > 1:
        return None
    return Holding(entries[-1], mention, current)


def _is_former(draft: Draft) -> bool:
    return any(role.status == "former" for role in draft.roles.values())


def _may_be_called(draft: Draft, titles: list[frozenset[str]], holder: OfficeHolder) -> bool:
    """Tell whether somebody named by one word may be an office holder: has that title, or none, which no king lacks."""
    office = _words(holder.office.partition(" of ")[0])
    if not draft.roles:
        return not _is_royal(holder)
    return any(office <= title or any(wide <= title for wide in _WIDE) for title in titles)


def _is_royal(holder: OfficeHolder) -> bool:
    """Tell whether an office is one whose title stays with the name: "the late Queen Elizabeth"."""
    return not _ROYAL.isdisjoint(holder.office.split())


def _words(title: str) -> frozenset[str]:
    words = title.casefold().replace(".", "").replace("-", " ").split()
    return frozenset(_ALIKE.get(word, word) for word in words)
