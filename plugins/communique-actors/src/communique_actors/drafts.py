"""Actors while they are put together: mutable inside this plugin, frozen at the end."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping

from attrs import Factory, define, evolve, field

from communique import Actor, Mention, Name, Role, Span, because
from communique.kinds import ActorKind, MentionForm
from communique_actors.lexicons import Gender

_INTERNATIONAL = {"IGO": "IGO", "UNO": "IGOUNO", "EUR": "IGOEUR"}
"""The codes of international bodies and their officials, by what the word lists say of them."""
_HELD = frozenset({"GOV", "LEG", "MIL", "JUD"})
"""Roles that end."""


@define(eq=False)
class Draft:
    """One actor in the making."""

    kind: ActorKind
    name: str
    rule: Callable[..., object]
    cues: list[Span] = Factory(list)
    country: str | None = None
    sector: str = ""
    gender: Gender | None = None
    international: bool = False
    """Whether a role is held in an international body."""
    office_country: str | None = None
    """The country whose office it is unless another is named."""
    usual: str = ""
    """A name to use where the article prints none."""
    related: Name | None = None
    """A name whose bearer a role relates it to ("Trump's son-in-law")."""
    employer: Name | None = None
    """The name of what may be no part of a state, in the only office it has so far."""
    nouns: tuple[str, ...] = ()
    """Listed nouns it is called by."""
    roles: dict[str, Role] = field(init=False, factory=dict)
    seats: dict[int, int] = field(init=False, factory=dict)
    """The ids of the bodies in which roles are held, by where these start."""
    mentions: dict[int, Mention] = field(init=False, factory=dict)
    starts: list[int] = field(init=False, factory=list)
    """Where its mentions start, in order."""

    def mention(self, span: Span, form: MentionForm = "name", phrase: Span | None = None) -> None:
        """Add a mention; of two that start at one place the first stays."""
        if span.start not in self.mentions:
            self.mentions[span.start] = Mention(span, phrase or span, form)
            insort(self.starts, span.start)

    def last_before(self, position: int) -> int:
        """Where the last mention before a position starts, or -1."""
        number = bisect_left(self.starts, position)
        return self.starts[number - 1] if number else -1

    def role(self, role: Role) -> None:
        """Add a role; of those printed alike the first stays."""
        self.roles.setdefault(" ".join(role.title.split()).casefold(), role)

    @property
    def code(self) -> str | None:
        """The CAMEO-style code: country and role (``ELI``: held office once), or that of an international body."""
        international = _INTERNATIONAL.get(self.sector)
        if international is not None:
            return international
        if self.country is None:
            return "NGO" if self.sector == "NGO" else None
        former = self.sector in _HELD and self.roles and all(one.status == "former" for one in self.roles.values())
        return f"{self.country}ELI" if former else f"{self.country}{self.sector}"

    def finished(self, bodies: Mapping[int, Actor] | None = None) -> Actor:
        """Freeze it, its roles with the bodies in which they are held."""
        mentions = tuple(map(self.mentions.__getitem__, self.starts))
        roles = tuple(self.roles.values())
        if self.seats and bodies:
            roles = tuple(evolve(one, organization=bodies.get(self.seats.get(one.span.start, -1))) for one in roles)
        name, evidence = self.name or self.usual, because(self.rule, *self.cues[:4])
        first = mentions[0].span
        return Actor(first, self.kind, name, self.country, self.code, roles, mentions, evidence=evidence)
