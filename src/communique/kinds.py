"""The shared vocabulary: what can be found in an article.

Data only, one level of inheritance.  What the article says is a `Span`; what is concluded from it is a plain value.
Surface kinds (`Quote`, `Claim`, …) compare by value, evidence left out.  Entity kinds (`Place`, `Actor`, `Event`) stand
for a thing of the world, are compared by identity and have one giver in a pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar, Literal

from attrs import field, frozen

from communique.span import Span


@frozen
class Evidence:
    """Why something was found."""

    rule: str
    """Name of the rule, in kebab-case, unique within its plugin."""
    cues: tuple[Span, ...] = ()
    """The words that made the rule fire."""


_rule_names: dict[object, str] = {}


def rule_name(rule: Callable[..., object]) -> str:
    """Give the name people say for a rule: that of its function, with hyphens.

    >>> def said_after_quote(): ...
    >>> rule_name(said_after_quote)
    'said-after-quote'
    """
    name = _rule_names.get(rule)
    if name is None:
        name = _rule_names[rule] = rule.__name__.strip("_").replace("_", "-")
    return name


def because(rule: Callable[..., object], *cues: Span) -> Evidence:
    """Make the evidence of a finding: the rule (the function that found it) and the spans of its cues."""
    return Evidence(rule_name(rule), cues)


@frozen(eq=False)  # else entity kinds would inherit a comparison by span
class Annotation:
    """Something found in an article.  Every kind adds its own fields to these two.

    A kind of your own is a frozen attrs class derived from this one, with a `tag`; one for things of the world is
    ``@frozen(eq=False)``, so that two of them are never taken for one.
    """

    tag: ClassVar[str] = ""
    """The kind's name in records and on the command line; kebab-case for kinds of plugins."""
    letter: ClassVar[str] = "x"
    """The letter of its ids in records; kinds of plugins keep this one, by which they stand under ``annotations``."""
    entity: ClassVar[bool] = False
    """True for kinds that stand for a thing of the world rather than for a passage."""
    layout: ClassVar[bool] = False
    """True for working kinds that do not travel in the record."""

    span: Span
    """The passage."""
    evidence: Evidence = field(kw_only=True, eq=False, order=False, repr=False, default=Evidence("layout"))
    """Rule and cues."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.span.text[:60]!r})"


def _start(finding: Annotation) -> int:
    """The hash of kinds that are many: where one starts nearly tells it from the others."""
    return finding.span.start


Kind = type[Annotation]
"""A kind of finding: a class."""


# ---------------------------------------------------------------- layout


@frozen(repr=False)
class Paragraph(Annotation):
    r"""A paragraph, heading or list item: text between line breaks, those left out that only wrap a line.

    >>> from communique import Paragraph, read
    >>> [paragraph.span.text for paragraph in read("Talks resume\n\nEnvoys met.").of(Paragraph)]
    ['Talks resume', 'Envoys met.']
    """

    tag: ClassVar[str] = "paragraph"
    layout: ClassVar[bool] = True


@frozen(repr=False)
class Sentence(Annotation):
    """A sentence, final stop and closing marks inside; never across a paragraph."""

    tag: ClassVar[str] = "sentence"
    layout: ClassVar[bool] = True


@frozen(repr=False)
class Quotation(Annotation):
    """The text between quotation marks, marks inside, whosever words they are.

    A quotation of several paragraphs whose marks re-open in each is one.

    >>> from communique import Quotation, read
    >>> [quotation.span.text for quotation in read("They drew a “green line” on the map.").of(Quotation)]
    ['“green line”']
    """

    tag: ClassVar[str] = "quotation"
    layout: ClassVar[bool] = True

    closed: bool = True
    """Whether a closing mark was found; else it ends with its paragraph."""


# ---------------------------------------------------------------- names, datelines, times


NameSort = Literal["person", "state", "organization", "group", "place", "agency", "byline", "unknown"]
"""What a name is the name of, as far as its form and the word lists tell."""


@frozen(repr=False)
class Name(Annotation):
    """A capitalised or listed name, before it is decided what it stands for.

    Any extractor may give more of them; the giver of actors and places draws on all.  Of names that overlap it takes
    the one that starts first, of those the longest, and of those the one that tells more: its sort, then its country.
    """

    tag: ClassVar[str] = "name"
    layout: ClassVar[bool] = True

    sort: NameSort = "unknown"
    """What it looks like.  A person, organization, group or place is made of a name that looks like one, unless the
    words beside it say otherwise; of an agency or a byline nothing is made."""
    country: str | None = None
    """A hint at the country (alpha-3), as far as the name itself gives one."""

    __hash__ = _start


@frozen
class FilingPlace:
    """A city of a dateline.

    >>> from communique import Dateline, read
    >>> place = read("BERN, Switzerland (AP) — Envoys arrived.").of(Dateline)[0].places[0]
    >>> place.span.text, place.qualifier.text, place.country
    ('BERN', 'Switzerland', 'CHE')
    """

    span: Span
    """The city's name, without its state or country."""
    qualifier: Span | None = None
    """The state or country printed after it."""
    country: str | None = None
    """ISO 3166-1 alpha-3, where the qualifier or common knowledge gives it."""


@frozen(repr=False)
class Dateline(Annotation):
    """Where, when and by which agency a story was filed; the span includes the closing separator."""

    tag: ClassVar[str] = "dateline"
    letter: ClassVar[str] = "d"

    places: tuple[FilingPlace, ...] = ()
    """The filing places in their order."""
    date: date | None = None
    """The day it was filed, the year inferred from the day of publication where it is not printed."""
    date_span: Span | None = None
    """The printed date."""
    agency: str | None = None
    """The agency as printed."""
    agency_span: Span | None = None
    """Where the agency is printed."""
    body: int = 0
    """Offset at which the body of the story starts."""


TimeType = Literal["date", "time", "duration", "set"]
"""What a time expression means: a day or longer, a time of day, a length, or something that recurs (as in TIMEX3)."""


@frozen(repr=False)
class Time(Annotation):
    """A temporal expression in the sense of TimeML."""

    tag: ClassVar[str] = "time"
    letter: ClassVar[str] = "t"

    type: TimeType = "date"
    """TIMEX3 type."""
    value: str | None = None
    """TIMEX3 value (``2026-01-23``, ``PT4H``, ``PRESENT_REF``), None where it stays open."""
    mod: str | None = None
    """TIMEX3 modifier (``BEFORE``, ``APPROX``), if any."""
    anchor: Literal["dateline", "published", "text"] | None = None
    """What the value was resolved against."""

    __hash__ = _start


# ---------------------------------------------------------------- places and actors


@frozen(eq=False, repr=False)
class Place(Annotation):
    """A place of the article, with all its mentions.  Its span is the first of them."""

    tag: ClassVar[str] = "place"
    letter: ClassVar[str] = "p"
    entity: ClassVar[bool] = True

    name: str = ""
    """The name, as printed at its fullest."""
    country: str | None = None
    """ISO 3166-1 alpha-3 of the state it lies in, None where it is in none, in several, or disputed."""
    sort: str = "place"
    """country, city, region, island, water, line, …"""
    mentions: tuple[Span, ...] = ()
    """Every mention, in the order of the text."""

    def __repr__(self) -> str:
        return f"Place({self.name!r}, {self.country})"


MentionForm = Literal["name", "surname", "title", "demonym", "metonym", "nominal", "pronoun"]
"""By what kind of words a mention refers to an actor."""
ActorKind = Literal["person", "state", "organization", "group"]
"""What kind of actor."""


@frozen
class Mention:
    """One place in the text where an actor is named or referred to.

    >>> from communique import Actor, read
    >>> ruiz = read("Foreign Minister Ana Ruiz said she would go.").of(Actor)[0]
    >>> [(mention.span.text, mention.phrase.text, mention.form) for mention in ruiz.mentions]
    [('Ana Ruiz', 'Foreign Minister Ana Ruiz', 'name'), ('she', 'she', 'pronoun')]
    """

    span: Span
    """The name, title, demonym, metonym, noun or pronoun itself."""
    phrase: Span
    """The full noun phrase it heads: title, name and apposition."""
    form: MentionForm = "name"
    """How the actor is referred to."""


@frozen(repr=False)
class Role:
    """A title or function of a person.

    >>> from communique import Actor, read
    >>> ruiz = read("Former Foreign Minister Ana Ruiz said she would go.").of(Actor)[0]
    >>> [(role.title, role.status) for role in ruiz.roles]
    [('Former Foreign Minister', 'former')]
    """

    title: str
    """As printed."""
    span: Span
    """Where it is printed."""
    organization: Actor | None = None
    """The body in which the role is held, where it is an actor of the article."""
    status: Literal["current", "former", "acting", "designate", "deputy"] = "current"
    """Whether the role is held."""

    def __repr__(self) -> str:
        return f"Role({self.title!r})"


@frozen(eq=False, repr=False)
class Actor(Annotation):
    """A person, state, organization or group of the article, with all its mentions.  Its span is the first of them."""

    tag: ClassVar[str] = "actor"
    letter: ClassVar[str] = "a"
    entity: ClassVar[bool] = True

    kind: ActorKind = "person"
    """What it is."""
    name: str = ""
    """The fullest form in the article, without titles."""
    country: str | None = None
    """ISO 3166-1 alpha-3 of the state it belongs to or acts for, None where there is none or it is unknown."""
    code: str | None = None
    """CAMEO-style code: country, then role (``RUSGOV``)."""
    roles: tuple[Role, ...] = ()
    """Titles and functions in the order of the text."""
    mentions: tuple[Mention, ...] = ()
    """Every mention, in the order of the text."""

    def __repr__(self) -> str:
        return f"Actor({self.kind} {self.name!r}, {self.country})"


# ---------------------------------------------------------------- quotes, delegations, claims, positions


@frozen(repr=False)
class Quote(Annotation):
    """Attributed words, direct, mixed or indirect; the span reaches from the first piece to the last."""

    tag: ClassVar[str] = "quote"
    letter: ClassVar[str] = "q"

    content: tuple[Span, ...] = ()
    """The attributed words, in pieces where the attribution interrupts them."""
    quoted: tuple[Span, ...] = ()
    """The parts that stand in quotation marks, marks inside."""
    kind: Literal["direct", "mixed", "indirect"] = "direct"
    """How the words are reported."""
    speaker: Actor | None = None
    """Whose words they are."""
    speaker_span: Span | None = None
    """The noun phrase that names the speaker there."""
    via: Actor | None = None
    """Who relays the speaker's words."""
    cue: Span | None = None
    """The reporting words."""

    def __repr__(self) -> str:
        return f"Quote({self.kind}, {self.span.text[:60]!r}, by {self.speaker!r})"

    __hash__ = _start


@frozen(repr=False)
class Delegation(Annotation):
    """People who represent a party at an occasion."""

    tag: ClassVar[str] = "delegation"
    letter: ClassVar[str] = "g"

    party: Actor | None = None
    """Whom they represent."""
    head: Actor | None = None
    """The named leader."""
    members: tuple[Actor, ...] = ()
    """All named persons, the head included."""
    size: int | None = None
    """A stated number of members."""
    occasion: Span | None = None
    """The phrase that names the occasion."""

    def __repr__(self) -> str:
        return f"Delegation({self.party!r}, {[member.name for member in self.members]})"


@frozen
class Territory:
    """The territory of a claim.

    >>> from communique import Claim, read
    >>> claim = read("Guyana refused to cede half of the Essequibo region to Venezuela.").of(Claim)[0]
    >>> claim.territory.span.text, claim.territory.portion, [place.name for place in claim.territory.places]
    ('half of the Essequibo region', 'half', ['Essequibo'])
    """

    span: Span
    """The words that name it, with any portion."""
    places: tuple[Place, ...] = ()
    """The places named in it."""
    portion: str | None = None
    """The part of it that is meant, as printed."""


ClaimStance = Literal["claims", "demands", "rejects", "recognizes", "cedes", "seizes", "controls", "disputes"]
"""How a claimant stands to a territory."""


@frozen(repr=False)
class Claim(Annotation):
    """A position or act about who owns, holds, gets or gives up a territory."""

    tag: ClassVar[str] = "claim"
    letter: ClassVar[str] = "c"

    claimant: Actor | None = None
    """Whose position or act it is; None where nobody is named (a place called disputed)."""
    territory: Territory | None = None
    """What it is about."""
    stance: ClaimStance = "claims"
    """What is claimed or done."""
    against: Actor | None = None
    """The other party, who holds the territory or is asked to give it up."""
    reported_by: Actor | None = None
    """The actor in whose mouth the claim is put, None for the narrator."""
    quote: Quote | None = None
    """The quote it stands in."""

    def __repr__(self) -> str:
        where = self.territory.span.text if self.territory else None
        return f"Claim({self.claimant!r} {self.stance} {where!r})"


PositionStance = Literal["demands", "insists", "opposes", "rejects", "supports", "conditions", "offers"]
"""How an actor stands to what is proposed."""


@frozen(repr=False)
class Position(Annotation):
    """What an actor wants, insists on, opposes, rejects or makes a condition; what is territorial is a claim.

    >>> from communique import Position, read
    >>> position = read("Norway insists that the talks be held in Oslo.").of(Position)[0]
    >>> position.holder.name, position.stance, position.content.text
    ('Norway', 'insists', 'the talks be held in Oslo')
    """

    tag: ClassVar[str] = "position"
    letter: ClassVar[str] = "o"

    holder: Actor | None = None
    """Whose position it is."""
    stance: PositionStance = "demands"
    """How it is held."""
    content: Span | None = None
    """The clause that says what is wanted."""
    toward: Actor | None = None
    """Whom it is put to."""
    quote: Quote | None = None
    """The quote it stands in."""

    def __repr__(self) -> str:
        return f"Position({self.holder!r} {self.stance} {self.content.text[:60] if self.content else None!r})"

    __hash__ = _start


# ---------------------------------------------------------------- events


EventStatus = Literal[
    "occurred", "ongoing", "scheduled", "proposed", "cancelled", "refused", "denied", "hypothetical"
]  # fmt: skip
"""How real the text says that an event is."""


@frozen
class EventTime:
    """When an event happened or will happen."""

    start: date
    """First day."""
    end: date
    """Last day, the first one included for an event of one day."""
    granularity: Literal["day", "month", "year"] = "day"
    """How exact it is: of a month only year and month count."""

    def __str__(self) -> str:
        """As ISO 8601: a day, month or year, or an interval.

        >>> str(EventTime(date(2026, 1, 1), date(2026, 1, 31), "month"))
        '2026-01'
        """
        size = {"day": 10, "month": 7, "year": 4}[self.granularity]
        start, end = self.start.isoformat()[:size], self.end.isoformat()[:size]
        return start if start == end else f"{start}/{end}"


@frozen(eq=False, repr=False)
class Event(Annotation):
    """One event of the world, with all its mentions.  Its span is the clause that says most of it.

    >>> from communique import Event, read
    >>> event = read("Kenya and Somalia will hold talks in Djibouti on Jan. 20, 2026.").of(Event)[0]
    >>> event.type, event.subtype, event.status, [actor.name for actor in event.participants]
    ('CONSULT', 'talks', 'scheduled', ['Kenya', 'Somalia'])
    >>> event.place.name, str(event.time)
    ('Djibouti', '2026-01-20')
    """

    tag: ClassVar[str] = "event"
    letter: ClassVar[str] = "e"
    entity: ClassVar[bool] = True

    type: str = "CONSULT"
    """PLOVER 2.0 type (CONSULT, ACCUSE, SANCTION, …), or one of the extensions STATEMENT and APPEAL."""
    mode: str | None = None
    """PLOVER mode (visit, allege, troops, …), where the words tell more than the type."""
    subtype: str | None = None
    """Of a CONSULT meeting, talks, summit, visit or call."""
    status: EventStatus = "occurred"
    """Whether it happened."""
    sources: tuple[Actor | Place, ...] = ()
    """Who acts; a place stands for people who are named only by where they are ("rebels in Darfur")."""
    targets: tuple[Actor | Place, ...] = ()
    """On or towards whom; a place where that is what is struck, left or visited."""
    participants: tuple[Actor | Place, ...] = ()
    """Who takes part, for events without a direction."""
    place: Place | None = None
    """Where."""
    time: EventTime | None = None
    """When."""
    duration: str | None = None
    """ISO 8601 duration (``PT4H``), where stated."""
    plover: str | None = None
    """The type that PLOVER counts it as where that is another one: planned talks are AGREE."""
    cameo: str | None = None
    """CAMEO code, folded in the same way."""
    delegations: tuple[Delegation, ...] = ()
    """The delegations that took part."""
    mentions: tuple[Span, ...] = ()
    """Every mention, in the order of the text."""
    reported_by: Actor | None = None
    """The actor in whose mouth it is put, None for the narrator."""

    def __repr__(self) -> str:
        return f"Event({self.type}, {self.status}, {self.span.text[:60]!r})"


# ---------------------------------------------------------------- what could not be decided


@frozen(repr=False)
class Unresolved(Annotation):
    """Something that an extractor saw and could not decide.  Any extractor may give it."""

    tag: ClassVar[str] = "unresolved"
    letter: ClassVar[str] = "u"

    what: str = ""
    """What is missing: speaker, date, …"""
    why: str = ""
    """The reason, in words."""
    candidates: tuple[Annotation, ...] = ()
    """The findings between which it lies."""

    def __repr__(self) -> str:
        return f"Unresolved({self.what}: {self.why})"

    __hash__ = _start


# ---------------------------------------------------------------- kinds of plugins that are not installed


@frozen(eq=False, repr=False)
class Foreign(Annotation):
    """A finding read from a record whose kind is not known here; it is written back as it came."""

    tag: ClassVar[str] = "foreign"

    kind: str = ""
    """The kind's name in the record."""
    data: Mapping[str, object] = field(factory=dict)
    """The record's object, whole."""

    def __repr__(self) -> str:
        return f"Foreign({self.kind!r}, {self.span.text[:60]!r})"


KINDS: tuple[type[Annotation], ...] = (
    Paragraph, Sentence, Quotation, Dateline, Name, Place, Actor, Time,
    Quote, Delegation, Claim, Position, Event, Unresolved, Foreign,
)  # fmt: skip
"""All kinds of core, in the order in which they can be found."""

LAYOUT: tuple[type[Annotation], ...] = (Paragraph, Sentence, Quotation)
"""The kinds that core itself gives."""
