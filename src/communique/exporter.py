"""An exporter: a value that holds the function that writes readings, and says what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import field, frozen

from communique.kinds import Kind
from communique.reading import Reading

TAKEN = frozenset({"csv", "jsonl"})
"""The names of the exporters of core."""

Write = Callable[[Iterable[Reading], Sequence[Kind]], Iterable[str | bytes]]
"""Takes readings and the kinds to write, and gives the output piece by piece."""


class ExportError(ValueError):
    """Readings cannot be written this way; the message says what to do.

    >>> from communique.exporters import CSV
    >>> CSV.export([])
    Traceback (most recent call last):
    communique.exporter.ExportError: csv writes findings of one kind, and none was chosen
    """


@frozen(eq=False)
class Exporter:
    r"""What a plugin gives from its ``communique_exporters`` hook.

    >>> def write(readings, kinds):
    ...     for reading in readings:
    ...         yield f"{reading.article.id}\n"
    >>> Exporter("ids", write, suffix=".txt", media="text/plain")
    Exporter('ids')
    """

    name: str
    """Its name, unique among all exporters: lower case, the value of ``communique extract -f``."""
    write: Write
    """Takes readings one by one, with the kinds to write (none for all), and gives pieces of text or of bytes.

    Put together, the pieces are the output: bytes, or text in lines that end with a line feed, the last one too.  A
    reading may be empty, or of an input that could not be read (`Reading.unread`).
    """
    suffix: str = ""
    """The ending of files it writes (``.csv``); a name given to ``-o`` that ends so chooses it."""
    media: str = "text/plain"
    """Media type of what it writes."""
    kinds: tuple[Kind, ...] = ()
    """The kinds it can write, empty where it writes any."""
    one_kind: bool = False
    """Whether its output holds findings of one kind only, as a table does."""
    streams: bool = True
    """Whether it gives pieces while readings come; else it holds them all."""
    plugin: str = field(default="", kw_only=True)
    """The distribution it came from, empty for core; set when plugins are loaded."""
    version: str = field(default="", kw_only=True)
    """The version of that distribution."""

    @property
    def whose(self) -> str:
        """The plugin it came from, for messages."""
        return f"{self.plugin} {self.version}".rstrip() or "communique"

    def export(self, readings: Iterable[Reading], kinds: Iterable[Kind] = ()) -> Iterator[str | bytes]:
        """Write readings, piece by piece, while they come.

        >>> from communique import Quote, read
        >>> from communique.exporters import CSV
        >>> readings = [read("“We are ready,” Foreign Minister Ana Ruiz said.")]
        >>> for piece in CSV.export(readings, [Quote]):
        ...     print(piece, end="")
        article,id,paragraph,kind,speaker,role,country,speaker_words,...
        ,q1,1,direct,Ana Ruiz,Foreign Minister,,Foreign Minister Ana Ruiz,...

        Raises:
            ExportError: if it cannot write those kinds.
        """
        return iter(self.write(readings, self.checked(kinds)))

    def checked(self, kinds: Iterable[Kind]) -> tuple[Kind, ...]:
        """Give the kinds to write when some are asked for: these, or where none are, those it can write.

        Raises:
            ExportError: if it cannot write one of them, or writes one only and has not got it.
        """
        asked = tuple(dict.fromkeys(kinds)) or self.kinds
        for kind in asked:
            if self.kinds and kind not in self.kinds:
                raise ExportError(f"{self.name} writes {_tags(self.kinds)}, not {kind.tag}")
        if self.one_kind and len(asked) != 1:
            given = f"not {_tags(asked)} together" if asked else "and none was chosen"
            raise ExportError(f"{self.name} writes findings of one kind, {given}")
        return asked

    def __repr__(self) -> str:
        return f"Exporter({self.name!r})"


def _tags(kinds: Iterable[Kind]) -> str:
    return ", ".join(kind.tag for kind in kinds)
