"""Everything that plugins promise, held against one plugin; what is wrong comes as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from attrs import evolve, frozen

from communique.article import Article
from communique.contents import Contents, contents_of, near
from communique.exporter import Exporter
from communique.extractor import Extractor
from communique.kinds import LAYOUT, Kind
from communique.lexicon import Lexicon
from communique.pipeline import Pipeline, PipelineError
from communique.plugins import GROUP, contents
from communique.reading import Failure, Reading
from communique.testing.declared import (
    check_documented,
    check_lexicons,
    check_listed,
    check_loadable,
    check_named,
    check_read,
    check_understood,
)
from communique.testing.exports import EXPORT_CHECKS
from communique.testing.hostile import SHAPES, Repeated
from communique.testing.metadata import Metadata, plugins_at
from communique.testing.problem import MOST_SAID, Problem, problems
from communique.testing.promises import CHECKS, Check, check_dress, check_linear, check_names
from communique.testing.texts import PUBLISHED, SAMPLES, examples, odd_strings, sentences_with

_Run = Callable[[Pipeline], list[Problem]]
"""A check on a text, that waits for a pipeline."""


def check_plugin(
    plugin: object, texts: Iterable[str] = (), *, settings: Mapping[str, Mapping[str, object]] | None = None
) -> list[Problem]:
    """Hold a plugin to everything that plugins promise, and list what is wrong.

    Its extractors run among those of the other installed plugins, which give what they need; what is wrong without it,
    too, is not told.  Texts are invented news, hostile strings, the examples in the docstrings of its rules and the
    words of its lists.

    >>> from communique import Lexicon, hookimpl
    >>> class Words:
    ...     @hookimpl
    ...     def communique_lexicons(self):
    ...         return [Lexicon.of("speech-verb", {"quipped": None})]
    >>> for problem in check_plugin(Words()):
    ...     print(problem)
    not read: no extractor reads a word list 'speech-verb'...

    Args:
        plugin: a module or other object with hooks, the name of an installed plugin, or the path of a module or of the
            folder of a project.
        texts: more texts to read.
        settings: what is set for plugins, by their names; for one that is given as an object, under ``"plugin"``.
    """
    chosen = settings or {}
    if isinstance(plugin, Path):
        return _check_path(plugin, texts, chosen)
    if isinstance(plugin, str):
        return _check_installed(plugin, texts, chosen)
    given = contents_of(plugin, settings=chosen.get("plugin"), commands=True)
    return check_contents(given, _others(chosen), None, texts)


_Settings = Mapping[str, Mapping[str, object]]


def _check_installed(name: str, texts: Iterable[str], settings: _Settings) -> list[Problem]:
    installed = contents(settings=settings, commands=True)
    chosen = [(status, given) for status, given in installed if name in {status.name, status.distribution}]
    if not chosen:
        close = near(name, [status.name for status, _ in installed])
        hint = f"did you mean {close!r}?" if close else f"installed are: {', '.join(one.name for one, _ in installed)}"
        return [Problem("loadable", f"there is no plugin {name!r}; {hint}", mend="install it, or give its path")]
    status, given = chosen[0]
    if status.state != "ok":
        return [Problem("loadable", f"{status.name} is {status.state}: {status.why}")]
    metadata = None if settings.get(status.name) else Metadata.of_installed(status.distribution)
    return check_contents(given, _others(settings, status.name), metadata, texts)


def _check_path(path: Path, texts: Iterable[str], settings: _Settings) -> list[Problem]:
    """Hold to its promises a module, or each plugin that the project in a folder names."""
    try:
        plugins, metadata = plugins_at(path)
    except Exception as error:  # noqa: BLE001 - whatever importing raises is a finding here
        return [Problem("loadable", f"importing what is at {path} raised {type(error).__name__}: {error}")]
    if not plugins:
        return [Problem("loadable", f"the project in {path} has no entry point in the group {GROUP!r}")]
    parts = [contents_of(one, name, settings=settings.get(name), commands=True) for name, one in plugins.items()]
    set_ = any(settings.get(name) for name in plugins)  # what is given only where something is set is not listed
    return check_contents(_joined(parts), _others(settings, *plugins), None if set_ else metadata, texts)


def _joined(parts: Sequence[Contents]) -> Contents:
    """What several plugins of one distribution give."""
    return Contents(
        tuple(chain.from_iterable(one.hooks for one in parts)),
        tuple(chain.from_iterable(one.extractors for one in parts)),
        tuple(chain.from_iterable(one.lexicons for one in parts)),
        tuple(chain.from_iterable(one.exporters for one in parts)),
        tuple(chain.from_iterable(one.commands for one in parts)),
        tuple(chain.from_iterable(one.faults for one in parts)),
    )


def _others(settings: _Settings, *names: str) -> Pipeline:
    """The extractors and words of the installed plugins, but for those of these names, in no order."""
    given = [contents for status, contents in contents(settings=settings) if status.name not in names]
    return Pipeline(
        tuple(extractor for one in given for extractor in one.extractors),
        tuple(lexicon for one in given for lexicon in one.lexicons),
    )


def check_contents(
    given: Contents, others: Pipeline, metadata: Metadata | None = None, texts: Iterable[str] = ()
) -> list[Problem]:
    """Hold to its promises what a plugin gives.

    >>> check_contents(Contents(hooks=("communique_extractors",)), Pipeline.of([]))
    []
    >>> print(check_contents(Contents(), Pipeline.of([]))[0])
    not loadable: it implements no hook: is a function marked with @hookimpl, and the right module named?

    Args:
        given: what it gives.
        others: extractors and words of other plugins, in any order.
        metadata: what its distribution says of itself, if that is known.
        texts: more texts to read.
    """
    found = [*check_loadable(given), *check_named(given), *check_documented(given)]
    broken_words = check_lexicons(given)
    found += broken_words
    found += check_listed(given, metadata) if metadata is not None and not given.faults else []
    if broken_words:
        return found
    around = _around(given.extractors, others.extractors)
    found += check_read(given, (*given.extractors, *around))
    misunderstood = check_understood(given, (*given.extractors, *around))
    if misunderstood:  # whoever reads the list would be blamed
        return [*found, *misunderstood]
    try:
        whole = Pipeline.of([*given.extractors, *around], [*others.lexicons, *given.lexicons])
        without = Pipeline.of(_around((), around), others.lexicons)
    except PipelineError as error:
        return [*found, *problems("fitting", [str(error)])]
    subject = _Subject(given, whole, without)
    found += subject.check_extractors([*_texts(given, texts)])
    found += [problem for exporter in given.exporters for problem in subject.check_exporter(exporter)]
    return found


def _around(own: Iterable[Extractor], others: Iterable[Extractor]) -> list[Extractor]:
    """Those of other extractors that can stand beside some: of other names, of no entity kind that these give."""
    mine = list(own)
    names = {one.name for one in mine}
    entities = {kind for one in mine for kind in one.gives if kind.entity}
    left = [one for one in others if one.name not in names and not entities.intersection(one.gives)]
    while True:
        given: set[Kind] = {*LAYOUT, *(kind for one in (*mine, *left) for kind in one.gives)}
        fitting = [one for one in left if given.issuperset(one.needs)]
        if len(fitting) == len(left):
            return left
        left = fitting


def _texts(given: Contents, more: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Texts by what they are."""
    for name, text in SAMPLES.items():
        yield f"the sample {name!r}", text
    own = [example for extractor in given.extractors for rule in extractor.rules for example in examples(rule)]
    if own:
        yield "the examples of its rules", "\n\n".join(own)
    words = sentences_with((*given.lexicons, *(word for one in given.extractors for word in one.words)))
    if words:
        yield "sentences with its words", words
    for number, text in enumerate(more, 1):
        yield f"text {number} that was given", text
    for number, text in enumerate(odd_strings(), 1):
        yield f"odd string {number}, {text[:40]!r}", text


@frozen(eq=False)
class _Subject:
    """A plugin among others, and the others without it."""

    given: Contents
    whole: Pipeline
    without: Pipeline

    def check_extractors(self, texts: list[tuple[str, str]]) -> list[Problem]:
        """Hold the extractors, or those whose words are added to, to what extractors promise."""
        own = self.given.extractors or tuple(self._reading_words(self.given.lexicons))
        kinds = [kind for extractor in own for kind in extractor.gives]
        if not kinds:
            return []
        part = self.whole.only(kinds)
        title = ", ".join(f"extractor {one.name!r}" for one in own) if len(own) < MOST_SAID else "its extractors"
        found: list[Problem] = []
        for promise, runs in _runs(texts):
            broken: list[Problem] = []
            for where, run in runs:
                if len(broken) < MOST_SAID:
                    new = self._new(promise, run, part)
                    broken += [evolve(one, where=f"{title} on {where}") for one in new]
            found += broken[:MOST_SAID]
        return found

    def _reading_words(self, lexicons: Iterable[Lexicon[object]]) -> Iterator[Extractor]:
        names = {lexicon.name for lexicon in lexicons}
        return (one for one in self.whole.extractors if names.intersection(word.name for word in one.words))

    def _new(self, promise: str, run: _Run, part: Pipeline) -> list[Problem]:
        """The problems that there are with the plugin and not without it."""
        found = run(part)
        if not found:
            return []
        old = {problem.what for problem in run(self.without.only(set(part.kinds).intersection(self.without.kinds)))}
        return [one for one in found if one.what not in old and not (promise == "linear" and old)]

    def check_exporter(self, exporter: Exporter) -> list[Problem]:
        """Hold an exporter to what exporters promise, on news, odd strings and an input that could not be read."""
        texts = [*SAMPLES.values(), *odd_strings(12)]
        articles = [Article(text, title=text[:20], published=PUBLISHED, id=str(n)) for n, text in enumerate(texts)]
        unread = Reading.unreadable("no-article", Failure("input", "ValueError", "no JSON"))
        readings = [unread, *(self.whole.run(article, strict=False) for article in articles)]
        return [problem for check in EXPORT_CHECKS.values() for problem in check(exporter, readings)]


def _runs(texts: list[tuple[str, str]]) -> Iterator[tuple[str, list[tuple[str, _Run]]]]:
    """For each promise, the checks of it, each with the name of its text."""
    articles = [(where, Article(text, published=PUBLISHED)) for where, text in texts]
    proper = [(where, article) for where, article in articles if article.text in SAMPLES.values()]
    for promise, check in CHECKS.items():
        yield promise, [(where, _on(article, check)) for where, article in articles]
    yield "dress", [(where, _on(article, check_dress)) for where, article in proper]
    yield "renamed", [(where, _on(article, check_names)) for where, article in proper]
    shapes = {f"{name!r}, repeated": shape for name, shape in SHAPES.items()}
    shapes |= {f"{where}, repeated": Repeated(f"{text[:1000]} ") for where, text in texts if "of its rules" in where}
    slow = partial(check_linear, length=3_000, rounds=1)
    yield "linear", [(where, partial(slow, shape=shape)) for where, shape in shapes.items()]


def _on(article: Article, check: Check) -> _Run:
    return lambda pipeline: check(pipeline, article)
