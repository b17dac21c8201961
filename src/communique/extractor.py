"""An extractor: a value that holds the function that finds things, and says what it needs and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import field, frozen

from communique.kinds import Annotation, Kind, rule_name
from communique.lexicon import Lexicon
from communique.reading import Reading


@frozen(eq=False)
class Extractor:
    """What a plugin gives from its ``communique_extractors`` hook.

    >>> from communique.kinds import Annotation, Sentence, because
    >>> def first_sentence(reading):
    ...     for sentence in reading.of(Sentence)[:1]:
    ...         yield Annotation(sentence.span, evidence=because(first_sentence))
    >>> Extractor("leads", first_sentence, gives=(Annotation,), needs=(Sentence,), rules=(first_sentence,))
    Extractor('leads')
    """

    name: str
    """Its name, unique among the extractors of a pipeline."""
    find: Callable[[Reading], Iterable[Annotation]]
    """Reads what is known of an article so far and gives new findings."""
    gives: tuple[Kind, ...]
    """The kinds it gives; every extractor may give `communique.Unresolved` besides."""
    needs: tuple[Kind, ...] = ()
    """Kinds that must have a giver, and are complete before it runs."""
    uses: tuple[Kind, ...] = ()
    """Kinds it reads when somebody gives them; else they are empty."""
    words: tuple[Lexicon[object], ...] = ()
    """The word lists it asks for hits of."""
    rules: tuple[Callable[..., object], ...] = ()
    """The functions that find things; evidence is named after them."""
    plugin: str = field(default="", kw_only=True)
    """The distribution it came from; set when plugins are loaded."""
    version: str = field(default="", kw_only=True)
    """The version of that distribution."""

    @property
    def rule_names(self) -> tuple[str, ...]:
        """The names of its rules."""
        return tuple(map(rule_name, self.rules))

    @property
    def title(self) -> str:
        """Its name with the plugin it came from, for messages."""
        if not self.plugin:
            return f"extractor {self.name!r}"
        return f"extractor {self.name!r} of {self.plugin} {self.version}".rstrip()

    def __repr__(self) -> str:
        return f"Extractor({self.name!r})"
