"""What one rule saw of a delegation, and how the party it does not name is worked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import field, frozen

from communique import Actor, Span
from communique.reading import Mentioned
from communique_delegations.groups import Group, owner_within, person_party
from communique_delegations.occasions import Occasions
from communique_delegations.page import Cue, Page, begin
from communique_delegations.predicates import Predicate, predicates
from communique_delegations.words import word_set

_NEAR = 900
_CLOSE = 450


@frozen
class Sighting:
    """What one rule saw."""

    rule: Callable[..., object]
    """The rule."""
    party: Actor | None
    """Whom the delegation represents, as far as it is known."""
    head: Actor | None
    """Its leader."""
    members: tuple[Actor, ...]
    """The persons named, the head included."""
    span: Span
    """The passage."""
    cues: tuple[Span, ...]
    """The words that made the rule fire."""
    size: int | None = None
    """The stated number of members."""
    occasion: Span | None = None
    """The phrase that names the occasion."""
    planned: bool = False
    """Whether it is told as something to come."""


@frozen(eq=False)
class Trail:
    """What has been read so far: the sightings, and the delegation named last."""

    page: Page
    occasions: Occasions
    sightings: list[Sighting] = field(factory=list)
    _named: list[tuple[int, Actor]] = field(factory=list)
    _predicates: dict[int, tuple[Predicate, ...]] = field(factory=dict)

    def predicates(self, cue: Cue, sort: str) -> list[Predicate]:
        """What is said of the delegation whose noun is a cue, as far as it is of a sort; read once."""
        found = self._predicates.get(cue.end)
        if found is None:
            found = self._predicates[cue.end] = tuple(predicates(self.page, cue))
        return [predicate for predicate in found if predicate.sort == sort]

    def sees(
        self,
        rule: Callable[..., object],
        cue: Cue,
        people: Sequence[Mentioned],
        *,
        party: Actor | None,
        head: Mentioned | None = None,
        group: Group | None = None,
        cues: Sequence[tuple[int, int]] = (),
    ) -> Sighting:
        """Put together what a rule saw at a cue; the head need not be among the people."""
        people = [*people, head] if head else people
        found = sorted(people, key=_position) if len(people) > 1 else people
        marks = sorted({(cue.start, cue.end), *cues})
        start = min(group.start if group else cue.start, marks[0][0])
        end = max(marks[-1][1], cue.end)
        if found:
            start, end = min(start, begin(found[0])), max(end, found[-1].mention.span.end)
        article = self.page.article
        return Sighting(
            rule,
            party,
            head.actor if head else None,
            tuple(dict.fromkeys(one.actor for one in found)),
            article.span(start, end),
            tuple(article.span(*mark) for mark in marks),
            group.size if group else None,
            self.occasions.near(cue.sentence, cue.start, cue.end),
            any(self._is_planned(mark[0], cue.floor) for mark in marks),
        )

    def party_of(self, group: Group, cue: Cue, people: Sequence[Mentioned]) -> Actor | None:
        """Work out whom a delegation represents.

        The phrase says it ("the Iraqi delegation"), or a pronoun in it points to the sentence ("its delegation"), or it
        is the delegation named last, or that of the country of its people.
        """
        if group.owner is not None:
            return group.owner
        if group.determiner in {"its", "their"}:
            own = self._body_before(group.start, cue.floor)
            if own is None and len(states := self.page.states_within(cue.floor, group.start)) == 1:
                own = next(iter(states))
            if own is not None:
                return own
        of_people = party_of_people(self.page, people)
        goes_on = group.determiner in {"the", "this", "that", "its", "their"} or (
            not group.determiner and group.before == "of"  # "X, head of delegation"
        )
        last = self._last_named(cue.start) if goes_on else None
        if last is None:
            return of_people
        distance, party = last
        agree = of_people is None or of_people is party
        return party if agree or (distance < _CLOSE and party.kind != "state") else of_people

    def note(self, group: Group, cue: Cue) -> None:
        """Remember a delegation that was named, for "the delegation" to come."""
        party = group.owner
        if party is None and group.determiner in {"a", "an"}:
            party = self.subject_party(group.start, cue.floor)
        if party is not None:
            self._named.append((cue.end, party))

    def named_between(self, start: int, end: int) -> Actor | None:
        """The party of the delegation named last, if that was inside a stretch."""
        if not self._named:
            return None
        position, party = self._named[-1]
        return party if start <= position <= end else None

    def is_near(self, cue: Cue) -> bool:
        """Tell whether a delegation was told of just before a cue."""
        return bool(self.sightings) and 0 <= cue.start - self.sightings[-1].span.end <= _CLOSE

    def _last_named(self, position: int) -> tuple[int, Actor] | None:
        if not self._named:
            return None
        end, party = self._named[-1]
        return (position - end, party) if position - end <= _NEAR else None

    def _body_before(self, position: int, floor: int) -> Actor | None:
        for found in self.page.mentions.within(floor, position):
            if found.actor.kind != "person" and found.mention.form in {"name", "metonym"}:
                return found.actor
        return None

    def subject_party(self, position: int, floor: int) -> Actor | None:
        """The party that acts before an offset: "Peru sent a team"."""
        for found in self.page.mentions.within(floor, position):
            if self.page.is_dependent(found, floor) or (found.mention.form == "demonym" and not self._acts(found)):
                continue
            return person_party(self.page, found) if found.actor.kind == "person" else found.actor
        first = next(iter(self.page.mentions.within(floor, position)), None)
        opens = first is not None and first.mention.phrase.start - floor <= len("The ")
        return first.actor if first is not None and opens and first.actor.kind == "state" else None

    def _acts(self, found: Mentioned) -> bool:
        """Tell whether a nation is named by its people: "the Sudanese are sending"."""
        word = self.page.folded[found.mention.span.end : found.mention.span.end + 12].split(" ", 2)
        return len(word) > 1 and not word[0] and word[1] in word_set("acting")

    def _is_planned(self, position: int, floor: int) -> bool:
        """Tell whether a cue is said of something to come: "would lead", "to be headed by"."""
        for _, word in self.page.words_back(position - 1, max(floor, position - 60)):
            if word in word_set("future"):
                return True
            if word not in word_set("skipped"):
                return False
        return False


def party_of_people(page: Page, people: Sequence[Mentioned]) -> Actor | None:
    """Give the party that a head or members act for: the state of their one country, else a body in their titles."""
    countries = {one.actor.country for one in people if one.actor.country}
    if len(countries) == 1:
        return page.mentions.state(countries.pop()) or _body_of(page, people)
    return None if countries else _body_of(page, people)


def _body_of(page: Page, people: Sequence[Mentioned]) -> Actor | None:
    for one in people[:1]:
        for role in one.actor.roles:
            if role.organization is not None:
                return role.organization
        if begin(one) < one.mention.span.start:
            return owner_within(page, begin(one), one.mention.span.start)
    return None


def _position(found: Mentioned) -> int:
    return found.mention.span.start
