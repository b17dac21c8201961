"""A reading: an article and what is known of it so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter, lt
from typing import Generic, NamedTuple, TypeVar, cast

from attrs import field, frozen

from communique.article import Article
from communique.index import Index
from communique.kinds import LAYOUT, Actor, Annotation, Mention, Paragraph, Place, Quotation, Quote, Sentence
from communique.layout import Layout
from communique.lexicon import Lexicon
from communique.offsets import Places, Quoted
from communique.span import Span
from communique.words import Hit, Words

K = TypeVar("K", bound=Annotation)
M = TypeVar("M")


class NotDeclaredError(LookupError):
    """An extractor asked for a kind or a word list that it does not declare.

    >>> from communique import Dateline, Extractor, Pipeline
    >>> finder = Extractor("bodies", lambda reading: reading.of(Dateline), gives=())
    >>> Pipeline.of([finder]).run(Article("Talks resumed."))
    Traceback (most recent call last):
    communique.reading.NotDeclaredError: extractor 'bodies' asked for Dateline, which it does not declare: ...
    """


@frozen
class Source:
    """Who gave a finding.

    >>> from communique import Dateline, read
    >>> reading = read("OSLO (AP) — Envoys arrived.")
    >>> source = reading.source(reading.of(Dateline)[0])
    >>> source.extractor, source.plugin
    ('datelines', 'communique-datelines')
    """

    extractor: str
    """Name of the extractor."""
    plugin: str = ""
    """Distribution it came from, empty where it was given to the pipeline directly."""
    version: str = ""
    """Version of that distribution."""


@frozen
class Failure:
    """What went wrong in an article, or was left out because of it.

    >>> from communique import Extractor, Pipeline
    >>> broken = Extractor("broken", lambda reading: 1 / 0, gives=())
    >>> (failure,) = Pipeline.of([broken]).run(Article("Talks resumed."), strict=False).errors
    >>> failure.plugin, failure.type
    ('broken', 'ZeroDivisionError')
    """

    plugin: str
    """The plugin (or extractor) that failed."""
    type: str
    """Name of the exception, or ``Skipped``."""
    message: str
    """What it said."""


@frozen(eq=False)
class Sight:
    """What a reader of a reading may see of it.

    >>> from communique import Dateline
    >>> view = Reading.start(Article("Talks resumed.")).showing(Sight.of([Sentence], [], "my tool"))
    >>> len(view.of(Sentence))
    1
    >>> view.of(Dateline)
    Traceback (most recent call last):
    communique.reading.NotDeclaredError: my tool asked for Dateline, which it does not declare: ...
    """

    kinds: frozenset[type[Annotation]]
    """The kinds it may ask for, layout included."""
    lists: frozenset[str]
    """The word lists it may ask for hits of."""
    reader: str
    """Who it is, for messages."""

    @classmethod
    def of(cls, kinds: Iterable[type[Annotation]], words: Iterable[Lexicon[object]], reader: str) -> Sight:
        """Let a reader see some kinds, the layout and some word lists."""
        return cls(frozenset((*kinds, *LAYOUT)), frozenset(lexicon.name for lexicon in words), reader)


class Mentioned(NamedTuple):
    """An actor and one mention of it.

    >>> from communique import read
    >>> (found,) = read("Foreign Minister Ana Ruiz said so.").mentions().starting_at(0)
    >>> found.actor.name, found.mention.span.text, found.mention.phrase.text
    ('Ana Ruiz', 'Ana Ruiz', 'Foreign Minister Ana Ruiz')
    """

    actor: Actor
    mention: Mention


class Mentions:
    """All mentions of all actors of an article, looked up by where they stand.

    Rules that look left of a cue ask `ending_at` for the phrase that ends there.

    >>> from communique import read
    >>> mentions = read("Foreign Minister Ana Ruiz met Ruth Okoye.").mentions()
    >>> [found.actor.name for found in mentions.ending_at(25)], mentions.starting_at(3)
    (['Ana Ruiz'], ())
    >>> [found.actor.name for found in mentions.within(17, 41)]
    ['Ana Ruiz', 'Ruth Okoye']
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Sort the mentions by their start."""
        self._actors = tuple(actors)
        rows = [
            (mention.span.start, -mention.span.end, number, actor, mention)
            for number, (actor, mention) in enumerate(
                (actor, mention) for actor in self._actors for mention in actor.mentions
            )
        ]
        rows.sort()
        self._starts = [row[0] for row in rows]
        self._all = [Mentioned(actor, mention) for _, _, _, actor, mention in rows]
        self._by_start: dict[int, list[Mentioned]] = {}
        self._by_end: dict[int, list[Mentioned]] = {}
        by_start, by_end = self._by_start.setdefault, self._by_end.setdefault
        for found, (start, end, _, _, mention) in zip(self._all, rows, strict=True):
            by_start(start, []).append(found)
            by_end(-end, []).append(found)
            phrase = mention.phrase
            if phrase is not mention.span:
                if phrase.start != start:
                    by_start(phrase.start, []).append(found)
                if phrase.end != -end:
                    by_end(phrase.end, []).append(found)
        for same in chain(self._by_start.values(), self._by_end.values()):
            if len(same) > 1:
                same.sort(key=_length_of_phrase, reverse=True)

    def starting_at(self, position: int) -> Sequence[Mentioned]:
        """The mentions whose name or whole phrase starts at an offset, the longest phrase first."""
        return self._by_start.get(position, ())

    def ending_at(self, position: int) -> Sequence[Mentioned]:
        """The mentions whose name or whole phrase ends at an offset, the longest phrase first."""
        return self._by_end.get(position, ())

    def within(self, start: int, end: int) -> Sequence[Mentioned]:
        """The mentions whose name stands inside ``[start, end)``, in the order of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [found for found in self._all[first:last] if found.mention.span.end <= end]

    def any_within(self, start: int, end: int) -> bool:
        """Tell whether a mention starts inside ``[start, end)``."""
        number = bisect_left(self._starts, start)
        return number < len(self._starts) and self._starts[number] < end

    def state(self, country: str | None) -> Actor | None:
        """The state that is an actor of the article, by its country code."""
        return self._states.get(country) if country else None

    @cached_property
    def _states(self) -> dict[str, Actor]:
        states: dict[str, Actor] = {}
        for actor in self._actors:
            if actor.kind == "state" and actor.country:
                states.setdefault(actor.country, actor)
        return states


def _length_of_phrase(found: Mentioned) -> int:
    return len(found.mention.phrase)


_start, _end, _offsets = attrgetter("span.start"), attrgetter("span.end"), attrgetter("span.start", "span.end")


class _Table(Generic[K]):
    """The findings of one kind in the order of the text."""

    def __init__(self, findings: Iterable[K]) -> None:
        self.findings = tuple(findings)
        self.starts = list(map(_start, self.findings))
        if not all(map(lt, self.starts, self.starts[1:])):  # as a rule they come in order
            self.findings = tuple(sorted(self.findings, key=_offsets))
            self.starts = list(map(_start, self.findings))
        self.reaches = list(accumulate(map(_end, self.findings), max))
        """For each finding, how far it and those before it reach."""


class _Known:
    """What is known of one article: shared by all views of it, so that every index is made once."""

    def __init__(self, article: Article, index: Index) -> None:
        self.layout = Layout(article)
        self.words = Words(article, index)
        self.found: dict[type[Annotation], dict[Annotation, Source]] = {}
        self.errors: list[Failure] = []
        self.unread = False
        self.sources: dict[Source, None] = {}
        self._article = article
        self._tables: dict[type[Annotation], _Table[Annotation]] = {}
        self._mentions: Mentions | None = None
        self._places: Places | None = None
        self._quoted: Quoted | None = None
        self._ids: dict[Annotation, str] | None = None

    def add(self, findings: Iterable[Annotation], source: Source) -> None:
        """Add findings, all or none; of equal ones the first stays."""
        by_kind: dict[type[Annotation], list[Annotation]] = {}
        for finding in findings:
            by_kind.setdefault(type(finding), []).append(finding)
        fresh = {kind: dict.fromkeys(found, source) for kind, found in by_kind.items()}
        for kind, found in fresh.items():
            known = self.found.setdefault(kind, found)
            if known is not found:
                for finding in found:
                    known.setdefault(finding, source)
            self._tables.pop(kind, None)
        if Actor in fresh:
            self._mentions = None
        if Place in fresh:
            self._places = None
        if Quote in fresh:
            self._quoted = None
        self._ids = None
        self.sources[source] = None

    def table(self, kind: type[K]) -> _Table[K]:
        table = self._tables.get(kind)
        if table is None:
            if not isinstance(kind, type):
                message = f"a kind is a class such as communique.Quote, not {kind!r}"
                raise TypeError(message)
            findings = _laid_out(self._article, self.layout, kind) if kind in LAYOUT else self.found.get(kind, ())
            table = self._tables[kind] = _Table(findings)
        return cast("_Table[K]", table)

    @property
    def mentions(self) -> Mentions:
        if self._mentions is None:
            self._mentions = Mentions(self.table(Actor).findings)
        return self._mentions

    @property
    def places(self) -> Places:
        if self._places is None:
            self._places = Places(self.table(Place).findings)
        return self._places

    @property
    def quoted(self) -> Quoted:
        if self._quoted is None:
            self._quoted = Quoted(self.table(Quote).findings)
        return self._quoted

    @property
    def ids(self) -> dict[Annotation, str]:
        if self._ids is None:
            kinds = sorted((kind for kind in self.found if not kind.layout), key=lambda kind: (kind.letter, kind.tag))
            self._ids = {}
            numbers: dict[str, int] = {}
            for kind in kinds:
                for finding in self.table(kind).findings:
                    numbers[kind.letter] = numbers.get(kind.letter, 0) + 1
                    self._ids[finding] = f"{kind.letter}{numbers[kind.letter]}"
        return self._ids


def _laid_out(article: Article, layout: Layout, kind: type[Annotation]) -> Iterable[Annotation]:
    if kind is Paragraph:
        return [Paragraph(article.span(start, end)) for start, end in layout.paragraphs]
    if kind is Sentence:
        return [Sentence(article.span(start, end)) for start, end in layout.sentences]
    closed = layout.quotations_closed
    return [Quotation(article.span(*region), shut) for region, shut in zip(layout.quotations, closed, strict=True)]


@frozen(eq=False)
class Reading:
    """An article and what has been found in it.

    >>> from communique import read, Quote
    >>> reading = read('“We are ready,” Foreign Minister Ana Ruiz said.')
    >>> [quote.speaker.name for quote in reading.of(Quote)]
    ['Ana Ruiz']

    An extractor is shown a view of it that holds only the kinds and word lists it declared; asking that view for
    another raises `NotDeclaredError`.
    """

    article: Article
    """The article that was read."""
    _known: _Known = field(repr=False)
    _sight: Sight | None = field(default=None, repr=False)

    @classmethod
    def start(cls, article: Article, index: Index | None = None) -> Reading:
        """Begin a reading of an article in which nothing has been found yet."""
        return cls(article, _Known(article, index or Index(())))

    @classmethod
    def unreadable(cls, ident: str | None, failure: Failure) -> Reading:
        """Give the reading of an input that is no article: nothing but what is wrong with it."""
        article = Article("", id=ident)
        known = _Known(article, Index(()))
        known.errors.append(failure)
        known.unread = True
        return cls(article, known)

    def showing(self, sight: Sight) -> Reading:
        """Give a view of this reading that holds only some kinds and word lists."""
        return Reading(self.article, self._known, sight)

    def add(self, findings: Iterable[Annotation], source: Source) -> None:
        """Add what an extractor found.  Pipelines call this; views of a reading cannot."""
        if self._sight is not None:
            message = f"{self._sight.reader} may not add to a reading: yield findings instead"
            raise TypeError(message)
        self._known.add(findings, source)

    def fail(self, failure: Failure) -> None:
        """Note a failure.  Pipelines call this."""
        self._known.errors.append(failure)

    # ------------------------------------------------------------ what was found

    def of(self, kind: type[K]) -> tuple[K, ...]:
        """All findings of a kind, in the order of the text."""
        return self._table(kind).findings

    def at(self, kind: type[K], position: int) -> K | None:
        """The finding of a kind that covers an offset; of several the one that starts last."""
        table = self._table(kind)
        number = bisect_right(table.starts, position) - 1
        while number >= 0 and position < table.reaches[number]:
            if position < table.findings[number].span.end:
                return table.findings[number]
            number -= 1
        return None

    def within(self, kind: type[K], span: Span) -> tuple[K, ...]:
        """The findings of a kind that lie inside a span, in the order of the text."""
        table = self._table(kind)
        first, last = bisect_left(table.starts, span.start), bisect_left(table.starts, span.end)
        return tuple(found for found in table.findings[first:last] if found.span.end <= span.end)

    def mentions(self, kind: type[Actor] = Actor) -> Mentions:
        """The mentions of all actors, looked up by where they stand."""
        self._table(kind)
        return self._known.mentions

    def places(self) -> Places:
        """The names of all places, looked up by where they stand."""
        self._table(Place)
        return self._known.places

    def quote_at(self, position: int) -> Quote | None:
        """The quote whose words stand at an offset; what interrupts them is not of it.

        >>> from communique import read
        >>> reading = read('"We are ready," Foreign Minister Ana Ruiz said, "to talk."')
        >>> reading.quote_at(49).kind, reading.quote_at(40)
        ('direct', None)
        """
        self._table(Quote)
        return self._known.quoted.at(position)

    def rows(self, kind: type[Annotation]) -> list[dict[str, object]]:
        """The findings of a kind as flat rows of plain values, for a table or a data frame.

        A span is its words, an actor or a place its name with its country beside it, another finding its id; several
        are joined by ``"; "``.  ``start`` and ``end`` are code points; ``paragraph`` counts from 1.

        >>> from communique import read, Quote
        >>> (row,) = read("“We are ready,” Foreign Minister Ana Ruiz said.").rows(Quote)
        >>> row["speaker"], row["role"], row["cue"], row["words"]
        ('Ana Ruiz', 'Foreign Minister', 'said', '“We are ready,”')
        """
        return [self.row(finding) for finding in self.of(kind)]

    def row(self, finding: Annotation) -> dict[str, object]:
        """One finding as a row; see `rows`."""
        from communique.rows import row_of

        paragraph = self._known.layout.paragraphs.at(finding.span.start) + 1
        return row_of(finding, paragraph, self.article.id, self._known.ids)

    def _repr_html_(self) -> str:
        """The article with its findings marked, and a table of each kind: what notebooks show."""
        from communique.notebook import html_of

        ids = self.ids()
        rows = {finding: self.row(finding) for finding in ids}
        return html_of(self.article, ids, rows, [f"{one.plugin}: {one.type}: {one.message}" for one in self.errors])

    def ids(self) -> dict[Annotation, str]:
        """The findings with the ids they have in the record, kind by kind in the order of the text."""
        ids = self._known.ids
        if self._sight is None:
            return ids.copy()
        return {finding: ident for finding, ident in ids.items() if type(finding) in self._sight.kinds}

    def source(self, finding: Annotation) -> Source:
        """Who gave a finding of this reading."""
        return self._known.found[type(finding)][finding]

    @property
    def kinds(self) -> tuple[type[Annotation], ...]:
        """The kinds of which something was found, layout left out."""
        return tuple(self._known.found)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The extractors that have read the article, in their order, those that found nothing included."""
        return tuple(self._known.sources)

    @property
    def errors(self) -> tuple[Failure, ...]:
        """What failed in this article."""
        return tuple(self._known.errors)

    @property
    def unread(self) -> bool:
        """True where there was no article to read; `errors` says why."""
        return self._known.unread

    # ------------------------------------------------------------ what rules read

    def hits(self, lexicon: Lexicon[M], within: Span | None = None) -> Sequence[Hit[M]]:
        """Where words of a lexicon stand: ``(start, end, entry)`` for each, in the order of the text."""
        if self._sight is not None and lexicon.name not in self._sight.lists:
            message = (
                f"{self._sight.reader} asked for hits of the word list {lexicon.name!r}, which it does not declare: "
                f"add the lexicon to words= of its Extractor"
            )
            raise NotDeclaredError(message)
        return cast("Sequence[Hit[M]]", self._known.words.hits(lexicon.name, within))

    @property
    def words(self) -> Words:
        """The words of the text as columns, and its runs of capitals."""
        return self._known.words

    @property
    def layout(self) -> Layout:
        """Paragraphs, sentences and quotations as columns of offsets."""
        return self._known.layout

    def _table(self, kind: type[K]) -> _Table[K]:
        if self._sight is not None and kind not in self._sight.kinds:
            message = (
                f"{self._sight.reader} asked for {kind.__name__}, which it does not declare: "
                f"add {kind.__name__} to needs= (it must have a giver) or uses= (it may be empty) of its Extractor"
            )
            raise NotDeclaredError(message)
        return self._known.table(kind)
