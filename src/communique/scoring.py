"""How far records agree with gold: records of the same articles that somebody has read and put right.

Plain data in, numbers and passages out.  Actors and places are counted mention by mention, other kinds by the passage
of each finding.  Gold says what it has looked at: of a kind it has no list of, nothing is counted in its article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from attrs import field, frozen

from communique.kinds import Actor, Dateline, Kind, Place
from communique.record import SECTIONS

Json = Mapping[str, Any]
"""An object of JSON."""


class ScoringError(ValueError):
    """Records that cannot be compared; the message says which and why.

    >>> score([{"article": {}}], [])
    Traceback (most recent call last):
    communique.scoring.ScoringError: a record has no article.id, by which those of one article are put together
    """


@frozen
class Tally:
    """How many were wanted, found, and both.

    >>> Tally(gold=4, found=2, right=1)
    Tally(precision=0.5, recall=0.25, f1=0.33)
    """

    gold: int
    """How many the gold has."""
    found: int
    """How many were found."""
    right: int
    """How many of those found are in the gold."""

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; None where there is none."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; None where there is neither gold nor anything found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None

    def __repr__(self) -> str:
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return f"Tally({', '.join(f'{name}={value and round(value, 2)}' for name, value in shares.items())})"


@frozen
class Agreement:
    """In how many of the pairs that overlap a field says the same as in the gold.

    >>> gold = {"article": {"id": "oslo"}, "quotes": [{"span": {"start": 0, "end": 5}, "speaker": "Ana Ruiz"}]}
    >>> found = {"article": {"id": "oslo"}, "quotes": [{"span": {"start": 0, "end": 6}, "speaker": "Ann Ruiz"}]}
    >>> score([gold], [found]).kinds[0].fields["speaker"]
    Agreement(pairs=1, same=0)
    """

    pairs: int
    """Pairs in which the gold has the field."""
    same: int
    """Those in which both say the same."""


@frozen
class Passage:
    """Where something was missed, or found besides.

    >>> gold = {"article": {"id": "oslo"}, "quotes": [{"span": {"start": 0, "end": 5, "text": "“Yes”"}}]}
    >>> score([gold], []).kinds[0].missed
    (Passage(article='oslo', start=0, end=5, text='“Yes”'),)
    """

    article: str
    """The article's id."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last."""
    text: str
    """Its words, where the record has them."""


@frozen
class Score:
    """How far one kind of finding agrees.

    >>> gold = {"article": {"id": "oslo"}, "quotes": [{"span": {"start": 0, "end": 5}}]}
    >>> found = {"article": {"id": "oslo"}, "quotes": [{"span": {"start": 0, "end": 6}}]}
    >>> (quotes,) = score([gold], [found]).kinds
    >>> quotes.kind, quotes.exact.right, quotes.overlap.right
    ('quote', 0, 1)
    """

    kind: str
    """Tag of the kind."""
    exact: Tally
    """Counting passages that are the same to the character."""
    overlap: Tally
    """Counting passages that have a character in common, each paired with one other at most."""
    fields: Mapping[str, Agreement]
    """For each field that the gold gives, how often the overlapping pairs agree in it."""
    missed: tuple[Passage, ...]
    """Passages of the gold that overlap with nothing found."""
    besides: tuple[Passage, ...]
    """Passages that were found and overlap with nothing in the gold."""


@frozen
class Scores:
    """How far records agree with gold, kind by kind.

    >>> scores = score([{"article": {"id": "oslo"}, "quotes": []}], [])
    >>> scores.articles, scores.absent, scores.kinds[0].exact
    (1, ('oslo',), Tally(precision=None, recall=None, f1=None))
    """

    articles: int
    """How many articles the gold has."""
    absent: tuple[str, ...]
    """Ids of those of which there is no record: all in them counts as missed."""
    kinds: tuple[Score, ...]
    """The kinds, in the order of the record."""


def score(gold: Iterable[Json], found: Iterable[Json], only: Collection[str] | None = None) -> Scores:
    """Hold records against gold.

    >>> gold = {"article": {"id": "oslo"}, "quotes": [{"span": {"start": 0, "end": 15}, "speaker": "Ana Ruiz"}]}
    >>> from communique import Article, read, to_record
    >>> record = to_record(read(Article("“We are ready,” Ana Ruiz said.", id="oslo")))
    >>> (quotes,) = score([gold], [record]).kinds
    >>> quotes.exact, dict(quotes.fields)
    (Tally(precision=1.0, recall=1.0, f1=1.0), {'speaker': Agreement(pairs=1, same=1)})

    Args:
        gold: records, whole or with no more than the article's id and the lists that were looked at.  Where a field
            refers to an actor or a place, its name may stand in place of an id.
        found: records of the same articles; those of others are passed over.
        only: tags of the kinds to count, all that the gold has if None.

    Raises:
        ScoringError: if a record has no article id, two of the gold have the same, or two of one article are of
            different texts.
    """
    wanted = _by_article(gold)
    given: dict[str, Json] = {}
    for record in found:
        name = id_of(record)
        if name in wanted:
            _same_text(name, wanted[name], record)
            given[name] = record
    counts: dict[str, _Count] = {}
    for name, record in wanted.items():
        try:
            right, other = _Record(record), _Record(given.get(name, {}))
            for tag in right.tags:
                if only is None or tag in only:
                    counts.setdefault(tag, _Count()).add(name, right.items(tag), other.items(tag))
        except (KeyError, TypeError, AttributeError) as error:
            raise ScoringError(f"a record of article {name!r} does not have the form of records: {error!r}") from error
    order = {Dateline.tag: -1, **{kind.tag: number for number, (_, kind) in enumerate(SECTIONS)}}
    tags = sorted(counts, key=lambda tag: (order.get(tag, len(order)), tag))
    absent = tuple(name for name in wanted if name not in given)
    return Scores(len(wanted), absent, tuple(counts[tag].score(tag) for tag in tags))


# ---------------------------------------------------------------- records


def _by_article(records: Iterable[Json]) -> dict[str, Json]:
    named: dict[str, Json] = {}
    for record in records:
        name = id_of(record)
        if name in named:
            raise ScoringError(f"the gold has two records of article {name!r}")
        named[name] = record
    return named


def id_of(record: Json) -> str:
    """The id of the article that a record is of.

    >>> id_of({"article": {"id": "oslo"}})
    'oslo'

    Raises:
        ScoringError: if it has none.
    """
    article = record.get("article")
    name = article.get("id") if isinstance(article, Mapping) else None
    if not isinstance(name, str):
        raise ScoringError("a record has no article.id, by which those of one article are put together")
    return name


def _same_text(name: str, one: Json, other: Json) -> None:
    sums = {record["article"].get("sha256") for record in (one, other)} - {None}
    if len(sums) > 1:
        raise ScoringError(f"the records of article {name!r} are of different texts: their sha256 differ")


@frozen
class _Item:
    """One passage, and what its record says of it."""

    start: int
    end: int
    text: str
    fields: Mapping[str, object]


_NO_FIELDS = {"id", "span", "mentions", "rule", "plugin", "cues"}
_BY_MENTION: tuple[Kind, ...] = (Actor, Place)


class _Record:
    """A record, with its findings by their tags."""

    def __init__(self, record: Json) -> None:
        self._found: dict[str, list[Json]] = {}
        if "dateline" in record:
            self._found[Dateline.tag] = [record["dateline"]] if record["dateline"] else []
        for name, kind in SECTIONS:
            if name in record:
                self._found[kind.tag] = [*record[name]]
        for one in record.get("annotations", ()):
            tag = Dateline.tag if "filed" in one else one["kind"]  # a digest has several datelines
            self._found.setdefault(tag, []).append(one)
        self._names = {one["id"]: self._name(one) for found in self._found.values() for one in found if "id" in one}

    @property
    def tags(self) -> Collection[str]:
        """The kinds that it says something of."""
        return self._found

    def items(self, tag: str) -> list[_Item]:
        """Its passages of a kind, in the order of the text."""
        by_mention = tag in {kind.tag for kind in _BY_MENTION}
        items = [item for one in self._found.get(tag, ()) for item in self._items(one, by_mention=by_mention)]
        return sorted(items, key=lambda item: (item.start, item.end))

    def _items(self, one: Json, *, by_mention: bool) -> Iterator[_Item]:
        own = _NO_FIELDS if "span" in one else _NO_FIELDS | {"start", "end", "text"}  # gold may give a bare passage
        said = {name: self._said(value) for name, value in one.items() if name not in own}
        for mention in one["mentions"] if by_mention and one.get("mentions") else [one]:
            span = mention.get("span", mention)
            yield _Item(span["start"], span["end"], span.get("text", ""), said)

    def _name(self, one: Json) -> object:
        return one["name"] if "name" in one else self._said(one["span"])

    def _said(self, value: object) -> object:
        """What a value says, whatever the ids of the record: a name for an actor, offsets for a passage."""
        match value:
            case str():
                return self._names.get(value, value)
            case {"start": int(start), "end": int(end)}:
                return start, end
            case Mapping():
                return tuple(sorted((name, repr(self._said(part))) for name, part in value.items()))
            case [*parts]:
                return tuple(sorted(repr(self._said(part)) for part in parts))
            case _:
                return value


# ---------------------------------------------------------------- counting


@frozen
class _Count:
    """What was counted of a kind so far."""

    numbers: Counter[str] = field(factory=Counter)
    pairs: Counter[str] = field(factory=Counter)
    same: Counter[str] = field(factory=Counter)
    missed: list[Passage] = field(factory=list)
    besides: list[Passage] = field(factory=list)

    def add(self, article: str, gold: Sequence[_Item], found: Sequence[_Item]) -> None:
        pairs = _pairs(gold, found)
        spans = [Counter((item.start, item.end) for item in items) for items in (gold, found)]
        exact = (spans[0] & spans[1]).total()
        self.numbers.update(gold=len(gold), found=len(found), exact=exact, overlap=len(pairs))
        for one, other in pairs.items():
            for name, value in gold[one].fields.items():
                self.pairs[name] += 1
                self.same[name] += found[other].fields.get(name) == value
        taken = set(pairs.values())
        self.missed.extend(_passage(article, item) for number, item in enumerate(gold) if number not in pairs)
        self.besides.extend(_passage(article, item) for number, item in enumerate(found) if number not in taken)

    def score(self, tag: str) -> Score:
        gold, found = self.numbers["gold"], self.numbers["found"]
        return Score(
            tag,
            Tally(gold, found, self.numbers["exact"]),
            Tally(gold, found, self.numbers["overlap"]),
            {name: Agreement(pairs, self.same[name]) for name, pairs in self.pairs.items()},
            tuple(self.missed),
            tuple(self.besides),
        )


def _passage(article: str, item: _Item) -> Passage:
    return Passage(article, item.start, item.end, item.text)


def _pairs(gold: Sequence[_Item], found: Sequence[_Item]) -> dict[int, int]:
    """Pair passages that overlap, each with one other at most: the same ones first, then by how much they share."""
    starts = [item.start for item in found]
    reaches = list(accumulate((item.end for item in found), max))
    candidates = []
    for one, item in enumerate(gold):
        for other in range(bisect_right(reaches, item.start), bisect_right(starts, item.end - 1)):
            common = min(item.end, found[other].end) - max(item.start, found[other].start)
            if common > 0:
                apart = (item.start, item.end) != (found[other].start, found[other].end)
                unlike = sum(found[other].fields.get(name) != value for name, value in item.fields.items())
                candidates.append((apart, -common, unlike, one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, one, other in sorted(candidates):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs
