"""A promise that was broken: which, how, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

MOST_SAID = 5
"""Of one check on one text, so many problems are listed."""

MENDS: Mapping[str, str] = {
    "exact": "make every span with article.span(start, end) or article.span_of(match)",
    "total": "expect any string, reading or number of them, also none at all",
    "honest": "declare it in gives=, needs=, uses=, words= or rules= of the extractor",
    "frozen": "decorate classes with attrs.frozen, and hold tuples in place of lists, dicts and sets",
    "deterministic": "keep nothing from one call to the next, and go through sets in a sorted order",
    "local": "decide from the sentence or paragraph at hand, not from the length or the end of the text",
    "round trip": "hold strings, numbers, dates, spans, findings and tuples of them, without converters",
    "dress": "match with article.match and article.matches, which look at the folded text",
    "renamed": "take names from the text, and what is known of them from a lexicon",
    "linear": "start rules at hits of a lexicon; bound repetitions in patterns ({0,3}) or make them possessive (++)",
    "forgetful": "key what is kept between calls (functools.cache) by words, not by an article or what was read of it",
    "offline": "bring all that is needed in files of the package",
    "plain": "give pieces of str that end in a line feed, or bytes",
    "harmless": "leave readings as they are",
    "streaming": "give pieces while readings come, or declare streams=False",
    "loadable": "correct the module, or the entry point that names it",
    "named": "give it a name of its own, in lower case with hyphens",
    "fitting": "rename the extractor, or declare in needs= only what some installed plugin gives",
    "well-formed": "give entries as communique.Entry, their words as they stand in running text",
    "read": "give the lexicon the name of a list that an extractor reads; `communique plugins show NAME` lists them",
    "understood": "give entries the meaning that the others of the list have; the page of word lists shows its fields",
    "documented": "write a docstring: what it is for, then a line that it matches and one that it must not",
    "listed": "name in the project file exactly what the hooks give, and the versions of communique it works with",
}
"""For each promise, how a plugin comes to keep it."""


@frozen
class Problem:
    """A promise that was broken, and how.

    >>> print(Problem("exact", "'ANA' stands nowhere", where="extractor 'names'"))
    not exact: extractor 'names': 'ANA' stands nowhere
    """

    promise: str
    """Its name: exact, total, honest, …, as `MENDS` has them."""
    what: str
    """What is wrong, in words."""
    where: str = ""
    """What was looked at: an extractor, exporter or word list, and the text that was read."""
    mend: str = field(kw_only=True)
    """How to mend it."""

    @mend.default
    def _(self) -> str:
        return MENDS.get(self.promise, "")

    def __str__(self) -> str:
        return f"not {self.promise}: {self.where}{': ' if self.where else ''}{self.what}"


def problems(promise: str, said: Iterable[str]) -> list[Problem]:
    """Make problems of what is said to be wrong, each once, the first few.

    >>> [str(problem) for problem in problems("total", ["it raised", "it raised"])]
    ['not total: it raised']
    """
    return [Problem(promise, what) for what in dict.fromkeys(said)][:MOST_SAID]
