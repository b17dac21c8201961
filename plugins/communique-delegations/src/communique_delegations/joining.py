"""One delegation for each party and occasion, put together from what the rules saw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field

from communique import Actor, Article, Delegation, Evidence, Span, Unresolved, because
from communique_delegations.sightings import Sighting
from communique_delegations.words import word_set

_WORD = re.compile(r"[\w'-]+")
_LOOK_BACK = 6
_MOST_CUES = 12


@define(eq=False)
class _Draft:
    """A delegation in the making."""

    first: Sighting
    span: Span
    head: Actor | None
    members: dict[Actor, None]
    size: int | None
    occasion: Span | None
    cues: list[Span] = field(factory=list)

    def fits(self, seen: Sighting) -> bool:
        """Tell whether a sighting can be of this delegation: no other leader, no other occasion."""
        if self.head is not None and seen.head is not None and self.head is not seen.head:
            return False
        if self.size is not None and seen.size is not None and self.size != seen.size:
            return False
        if self.span.overlaps(seen.span):
            return True
        if not _same_occasion(self.occasion, seen.occasion):
            return False
        shared = any(member in self.members for member in seen.members)
        return shared or self.first.planned == seen.planned

    def take(self, seen: Sighting, article: Article) -> None:
        """Add what a sighting says; what two of them say in one passage makes one span."""
        if self.span.overlaps(seen.span):
            self.span = article.span(min(self.span.start, seen.span.start), max(self.span.end, seen.span.end))
        self.head = self.head or seen.head
        self.members.update(dict.fromkeys(seen.members))
        self.size = self.size if self.size is not None else seen.size
        self.occasion = self.occasion or seen.occasion
        self.cues.extend(cue for cue in seen.cues if cue not in self.cues and len(self.cues) < _MOST_CUES)

    def finished(self) -> Delegation:
        """Freeze it."""
        return Delegation(
            self.span,
            self.first.party,
            self.head,
            tuple(self.members),
            self.size,
            self.occasion,
            evidence=Evidence(because(self.first.rule).rule, tuple(self.cues)),
        )


def joined(sightings: Iterable[Sighting], article: Article) -> Iterator[Delegation | Unresolved]:
    """Join the sightings of one party at one occasion; those whose party is unknown are told as unresolved."""
    by_party: dict[Actor, list[_Draft]] = {}
    for seen in sightings:
        if seen.party is None:
            yield Unresolved(
                seen.span, "party", "the text does not say whom the delegation represents", seen.members,
                evidence=because(seen.rule, *seen.cues),
            )  # fmt: skip
            continue
        drafts = by_party.setdefault(seen.party, [])
        draft = next((one for one in reversed(drafts[-_LOOK_BACK:]) if one.fits(seen)), None)
        if draft is None:
            draft = _Draft(seen, seen.span, None, {}, None, None)
            drafts.append(draft)
        draft.take(seen, article)
    yield from (draft.finished() for drafts in by_party.values() for draft in drafts)


def _same_occasion(one: Span | None, other: Span | None) -> bool:
    """Tell whether two phrases can name one occasion: what one of them tells apart, the other does not deny."""
    if one is None or other is None or one == other:
        return True
    mine, theirs = _telling(one), _telling(other)
    return mine <= theirs or theirs <= mine


def _telling(phrase: Span) -> set[str]:
    """The words of a phrase that tell an occasion from others."""
    words = {word.lower() for word in _WORD.findall(phrase.text)}
    return words - word_set("determiners") - word_set("occasions") - word_set("prepositions") - {"and", "peace"}
