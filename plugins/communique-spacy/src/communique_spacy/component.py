"""The component of spaCy pipelines: ``nlp.add_pipe("communique")``.

spaCy finds `make_communique` through the entry points of the group ``spacy_factories``.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from communique import Annotation, Article, Pipeline, Reading, Unresolved, read
from communique.contents import near
from communique.plugins import load
from communique_spacy.groups import fill
from communique_spacy.kept import RECORD, keep, reading_of
from communique_spacy.names import Entity, names_from

_SEEN: ContextVar[Doc | None] = ContextVar("communique_spacy_doc", default=None)
"""The document that is being read, for the extractor that asks for its entities."""


class Communique:
    """Reads each document, sets its span groups, and keeps the reading as ``doc._.communique``."""

    def __init__(
        self,
        only: Collection[str] | None = None,
        disable: Collection[str] = (),
        spans_prefix: str = "communique_",
        published: str | None = None,
        published_attr: str = "published",
        id_attr: str = "id",
        *,
        ents: bool = False,
    ) -> None:
        """Load the plugins; what the settings mean is said by `make_communique`.

        Raises:
            PluginError: if an installed plugin cannot be used.
            ValueError: if there is no such kind, or `published` is no day.
        """
        self.only: frozenset[str] | None = None if only is None else frozenset(only)
        self.disable: frozenset[str] = frozenset(disable)
        self.spans_prefix = spans_prefix
        self.published: date | None = None if published is None else _day(published, "component 'communique'")
        self.published_attr = published_attr
        self.id_attr = id_attr
        self.ents = ents
        self.kinds: tuple[type[Annotation], ...] = tuple(self._kinds())

    def __call__(self, doc: Doc) -> Doc:
        """Read a document.

        Raises:
            ValueError: if its day of publication is none.
            Exception: whatever a plugin raised, with notes that name the plugin and the document.
        """
        article = self._article(doc)
        try:
            with _seen(doc):
                reading = read(article, pipeline=self.pipeline)
        except Exception as error:
            error.add_note(f"while reading {_title(article.id, article.text)}")
            raise
        keep(doc, reading)
        fill(doc, reading, self.kinds, self.spans_prefix)
        return doc

    @cached_property
    def pipeline(self) -> Pipeline:
        """The extractors that run."""
        installed = load(self.disable)
        if self.ents:
            given = names_from("spacy-entities", _entities)
            installed = Pipeline.of([*installed.extractors, given], installed.lexicons)
        return installed if self.only is None else installed.only(self.kinds)

    def _kinds(self) -> Iterator[type[Annotation]]:
        """The kinds that get a group each."""
        given = [kind for kind in load(self.disable).kinds if not kind.layout]
        tags = [kind.tag for kind in given]
        for tag in sorted(self.only or ()):
            if tag not in tags:
                close = near(tag, tags)
                hint = f"did you mean {close!r}?" if close else f"there are {', '.join(sorted(tags))}"
                raise ValueError(f"component 'communique': there is no kind {tag!r} to find; {hint}")
        yield from (kind for kind in given if self.only is None or kind.tag in self.only)
        if self.only is None:
            yield Unresolved

    def _article(self, doc: Doc) -> Article:
        ident, published = _extension(doc, self.id_attr), _extension(doc, self.published_attr)
        name = None if ident is None else str(ident)
        text = doc.text
        day = self.published if published is None else _day(published, _title(name, text))
        return Article(text, published=day, id=name)

    def __getstate__(self) -> dict[str, object]:
        """Leave the pipeline behind: another process loads its own."""
        return {name: value for name, value in vars(self).items() if name != "pipeline"}


@Language.factory(
    "communique",
    assigns=["doc.spans", "doc._.communique", "doc._.communique_record"],
    default_config={
        "only": None,
        "disable": [],
        "spans_prefix": "communique_",
        "published": None,
        "published_attr": "published",
        "id_attr": "id",
        "ents": False,
    },
)
def make_communique(
    nlp: Language,  # noqa: ARG001 - spaCy hands over both
    name: str,  # noqa: ARG001
    *,
    only: list[str] | None,
    disable: list[str],
    spans_prefix: str,
    published: str | None,
    published_attr: str,
    id_attr: str,
    ents: bool,
) -> Communique:
    """Make the component, and the extensions of documents that it reads; spaCy calls this.

    Args:
        nlp: the pipeline.
        name: the name of the component in it.
        only: tags of the kinds to find, all if it is None.
        disable: names of plugins to leave out.
        spans_prefix: what the keys of span groups begin with; the kind's tag follows.
        published: the day of publication of documents that have none of their own, in ISO 8601.
        published_attr: the extension of documents in which their day of publication stands: a date, or ISO 8601.
        id_attr: the extension in which their id stands.
        ents: whether the entities that components before this one have found (``doc.ents``) are names.
    """
    for extension in (published_attr, id_attr):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)
    return Communique(only, disable, spans_prefix, published, published_attr, id_attr, ents=ents)


@contextmanager
def _seen(doc: Doc) -> Iterator[None]:
    token = _SEEN.set(doc)
    try:
        yield
    finally:
        _SEEN.reset(token)


def _entities(_: Reading) -> Iterator[Entity]:
    doc = _SEEN.get()
    for entity in () if doc is None else doc.ents:
        yield entity.start_char, entity.end_char, entity.label_


def _extension(doc: Doc, name: str) -> object:
    """The value of an extension of documents; None where it is not set or there is none."""
    return doc._.get(name) if Doc.has_extension(name) else None


def _title(ident: str | None, text: str) -> str:
    """What a document is called in messages."""
    return f"the document that begins {text[:40]!r}" if ident is None else f"document {ident!r}"


def _day(published: object, where: str) -> date:
    if isinstance(published, date):
        return published.date() if isinstance(published, datetime) else published
    try:
        return datetime.fromisoformat(str(published)).date()
    except ValueError:
        raise ValueError(f"{where}: published is {published!r}, and not a day in ISO 8601") from None


if not Doc.has_extension("communique"):
    Doc.set_extension("communique", getter=reading_of)
    Doc.set_extension(RECORD, default=None)
