"""The order of extractors by what they need, and one article through them.  Knows nothing of plugins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise

from attrs import field, frozen

from communique.article import Article
from communique.extractor import Extractor
from communique.index import Index
from communique.kinds import LAYOUT, Annotation, Kind, Unresolved
from communique.lexicon import Lexicon
from communique.reading import Failure, Reading, Sight, Source

_AT_A_TIME, _AT_A_TIME_CHARACTERS = 32, 100_000
"""More articles, and more text, are not read side by side: the gain is had by then, and memory is not without end."""
_Step = tuple[Extractor, Sight, Source]
"""An extractor with what it may see and how its findings are signed."""


class PipelineError(ValueError):
    """A set of extractors that cannot be put in order: a cycle, a kind that nobody gives, a name given twice.

    >>> from communique import Dateline
    >>> Pipeline.of([Extractor("bodies", lambda reading: (), gives=(), needs=(Dateline,))])
    Traceback (most recent call last):
    communique.pipeline.PipelineError: extractor 'bodies' needs Dateline, which no extractor here gives
    """


class ContractError(TypeError):
    """An extractor gave something that it did not say it gives.

    >>> from communique import Sentence
    >>> finder = Extractor("bodies", lambda reading: reading.of(Sentence), gives=())
    >>> Pipeline.of([finder]).run(Article("Talks resumed."))
    Traceback (most recent call last):
    communique.pipeline.ContractError: extractor 'bodies' gave Sentence('Talks resumed.'), but its gives= is nothing
    while extractor 'bodies' read article None
    """


@frozen(eq=False)
class Pipeline:
    """Extractors in an order in which every kind is complete before it is read.

    >>> from communique import Dateline, Pipeline
    >>> Pipeline.of([]).run(Article("Talks resumed.")).of(Dateline)
    ()
    """

    extractors: tuple[Extractor, ...]
    """The extractors in the order in which they run."""
    lexicons: tuple[Lexicon[object], ...] = ()
    """Entries added to the word lists of the same names."""
    _subsets: dict[frozenset[Kind], Pipeline] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, extractors: Iterable[Extractor], lexicons: Iterable[Lexicon[object]] = ()) -> Pipeline:
        """Put extractors in order, with the entries of `lexicons` added to the lists they read.

        Raises:
            PipelineError: if two have one name, an entity kind has two givers, a needed kind has none, or there is a
                cycle.
        """
        return cls(_in_order(sorted(extractors, key=lambda extractor: extractor.name)), tuple(lexicons))

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds it gives, in the order in which they become complete."""
        return tuple(dict.fromkeys(kind for extractor in self.extractors for kind in extractor.gives))

    def only(self, kinds: Iterable[Kind]) -> Pipeline:
        """Give the part of the pipeline that finds some kinds, with all that they need and use.

        Raises:
            PipelineError: if nobody gives one of the kinds.
            TypeError: for anything else than classes of findings.
        """
        wanted: frozenset[Kind] = frozenset() if isinstance(kinds, type) else frozenset(kinds)
        if isinstance(kinds, type) or not all(isinstance(kind, type) for kind in wanted):
            message = f"only= takes a set of kinds, such as {{communique.Quote}}, not {kinds!r}"
            raise TypeError(message)
        if Unresolved in wanted:  # anyone may give it
            return self
        subset = self._subsets.get(wanted)
        if subset is None:
            missing = sorted(kind.__name__ for kind in wanted.difference(self.kinds, LAYOUT))
            if missing:
                message = f"nothing finds {', '.join(missing)}; this pipeline finds {_names(self.kinds)}"
                raise PipelineError(message)
            subset = self._subsets[wanted] = Pipeline(_chain(self.extractors, wanted), self.lexicons)
        return subset

    def run(self, article: Article, *, strict: bool = True) -> Reading:
        """Read an article.

        With `strict` an exception of an extractor is raised, with a note that names it.  Without, nothing of the failed
        extractor is kept, those that need its kinds are skipped, and `Reading.errors` says so.
        """
        readings, error = self._read((article,), strict=strict)
        if error is not None:
            raise error
        return readings[0]

    def run_all(self, articles: Iterable[Article], *, strict: bool = True) -> Iterator[Reading]:
        """Read many articles, in their order.

        A few are taken at a time: each extractor reads them all before the next one does, which is faster than one
        article after the other.  Failures are told as by `run`; with `strict` the readings before the article that
        failed are given first, and so are those before whatever `articles` raises.

        >>> articles = [Article("Talks resumed."), Article("Talks ended.")]
        >>> [reading.article.text for reading in Pipeline.of([]).run_all(articles)]
        ['Talks resumed.', 'Talks ended.']
        """
        source = iter(articles)
        broken: Exception | None = None
        while broken is None:
            few, broken = _taken(source)
            if not few and broken is None:
                return
            readings, error = self._read(few, strict=strict)
            yield from readings
            if error is not None:
                raise error
        raise broken

    def _read(self, articles: Sequence[Article], *, strict: bool) -> tuple[list[Reading], Exception | None]:
        """Read a few articles side by side: as far as the first that failed, and what was raised there if `strict`."""
        readings = [Reading.start(article, self._index) for article in articles]
        lost: list[set[Kind]] = [set() for _ in readings]
        raised: Exception | None = None
        for step in self._steps:
            for number, reading in enumerate(readings):
                try:
                    _take_step(step, reading, lost[number], strict=strict)
                except Exception as error:
                    if not strict:
                        raise
                    raised = error
                    del readings[number:]
                    break
        return readings, raised

    @cached_property
    def _steps(self) -> tuple[_Step, ...]:
        """The extractors with what each may see and how its findings are signed."""
        return tuple(
            (
                extractor,
                Sight.of((*extractor.needs, *extractor.uses), extractor.words, extractor.title),
                Source(extractor.name, extractor.plugin, extractor.version),
            )
            for extractor in self.extractors
        )

    @cached_property
    def _index(self) -> Index:
        """The word lists of these extractors, merged, with the entries that were added to them."""
        declared = [lexicon for extractor in self.extractors for lexicon in extractor.words]
        names = {lexicon.name for lexicon in declared}
        added = sorted(
            (lexicon for lexicon in self.lexicons if lexicon.name in names), key=lambda lexicon: lexicon.name
        )
        return Index([*declared, *added])


def _taken(source: Iterator[Article]) -> tuple[list[Article], Exception | None]:
    """The next few articles, and what was raised instead of one more."""
    few: list[Article] = []
    length = 0
    try:
        for article in islice(source, _AT_A_TIME):
            few.append(article)
            length += len(article.text)
            if length >= _AT_A_TIME_CHARACTERS:
                break
    except Exception as error:  # noqa: BLE001 - raised again when these are read
        return few, error
    return few, None


def _take_step(step: _Step, reading: Reading, lost: set[Kind], *, strict: bool) -> None:
    """Let an extractor read an article, or skip it where a kind it needs is lost."""
    extractor, sight, source = step
    missing = [kind for kind in extractor.needs if kind in lost] if lost else ()
    if missing:
        message = f"{extractor.title} needs {_names(missing)}"
        reading.fail(Failure(extractor.plugin or extractor.name, "Skipped", message))
        lost.update(extractor.gives)
        return
    try:
        reading.add(_checked(extractor, extractor.find(reading.showing(sight))), source)
    except Exception as error:
        error.add_note(f"while {extractor.title} read article {reading.article.id!r}")
        if strict:
            raise
        reading.fail(Failure(extractor.plugin or extractor.name, type(error).__name__, f"{extractor.title}: {error}"))
        lost.update(extractor.gives)


def _checked(extractor: Extractor, findings: Iterable[Annotation]) -> list[Annotation]:
    found = list(findings)
    for finding in found:
        if type(finding) not in extractor.gives and type(finding) is not Unresolved:
            message = f"{extractor.title} gave {finding!r}, but its gives= is {_names(extractor.gives)}"
            raise ContractError(message)
    return found


def _names(kinds: Iterable[Kind]) -> str:
    return ", ".join(kind.__name__ for kind in kinds) or "nothing"


def _givers(extractors: Iterable[Extractor]) -> dict[Kind, list[Extractor]]:
    givers: dict[Kind, list[Extractor]] = {}
    for extractor in extractors:
        for kind in extractor.gives:
            givers.setdefault(kind, []).append(extractor)
    return givers


def _in_order(extractors: Sequence[Extractor]) -> tuple[Extractor, ...]:
    """Sort by needs and uses; among those that are ready, by name."""
    from graphlib import CycleError, TopologicalSorter

    givers = _givers(extractors)
    _check_fit(extractors, givers)
    sorter: TopologicalSorter[Extractor] = TopologicalSorter()
    for extractor in extractors:
        before = [giver for kind in (*extractor.needs, *extractor.uses) for giver in givers.get(kind, ())]
        sorter.add(extractor, *before)
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " <- ".join(extractor.title for extractor in error.args[1])
        message = f"these extractors wait for each other: {circle}"
        raise PipelineError(message) from None
    ordered: list[Extractor] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=lambda extractor: extractor.name)
        ordered += ready
        sorter.done(*ready)
    return tuple(ordered)


def _check_fit(extractors: Sequence[Extractor], givers: dict[Kind, list[Extractor]]) -> None:
    """Raise if a name is given twice, an entity kind has two givers, or a needed kind has none."""
    for first, second in pairwise(extractors):
        if first.name == second.name:
            message = f"two extractors are called {first.name!r}: {first.title} and {second.title}"
            raise PipelineError(message)
    for kind, several in givers.items():
        if kind.entity and len(several) > 1:
            who = " and ".join(giver.title for giver in several)
            message = f"{kind.__name__} may have one giver only, and has {who}"
            raise PipelineError(message)
    for extractor in extractors:
        for kind in extractor.needs:
            if kind not in givers and kind not in LAYOUT:
                message = f"{extractor.title} needs {kind.__name__}, which no extractor here gives"
                raise PipelineError(message)


def _chain(ordered: Sequence[Extractor], wanted: frozenset[Kind]) -> tuple[Extractor, ...]:
    """Those of an ordered row of extractors that give the wanted kinds, and what they read, and so on."""
    kinds = set(wanted)
    chain: list[Extractor] = []
    for extractor in reversed(ordered):
        if kinds.intersection(extractor.gives):
            kinds.update(extractor.needs, extractor.uses)
            chain.append(extractor)
    return tuple(reversed(chain))
