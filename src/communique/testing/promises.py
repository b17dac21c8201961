"""What every extractor promises, each promise as a function that reads a text and lists what is wrong.

Run over all installed plugins by :mod:`communique.testing.conformance`; here for a pipeline and texts of your own:

>>> from communique import Pipeline
>>> check_exact(Pipeline.of([]), "Talks resumed.")
[]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from communique.article import Article
from communique.kinds import Annotation
from communique.pipeline import ContractError, Pipeline
from communique.reading import NotDeclaredError
from communique.span import Span
from communique.testing.attempts import article_of, attempt, readings_of, shortened, title_of
from communique.testing.changes import findings_of
from communique.testing.invariants import (
    FILLER,
    check_deterministic,
    check_dress,
    check_local,
    check_names,
    check_renamed,
    check_round_trip,
)
from communique.testing.problem import Problem, problems
from communique.testing.resources import check_forgetful, check_linear, check_offline, watched
from communique.testing.values import fields_of, walk

__all__ = [
    "CHECKS",
    "FILLER",
    "Check",
    "check_deterministic",
    "check_dress",
    "check_exact",
    "check_forgetful",
    "check_frozen",
    "check_honest",
    "check_linear",
    "check_local",
    "check_names",
    "check_offline",
    "check_renamed",
    "check_round_trip",
    "check_total",
    "watched",
]

Check = Callable[[Pipeline, str | Article], list[Problem]]
"""Reads a text and lists what is wrong."""


def check_exact(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Every span anywhere in a finding lies inside the text and carries the words that stand there.

    >>> check_exact(Pipeline.of([]), "Talks resumed.")
    []
    """
    words = article_of(text).text
    said: list[str] = []
    for reading in readings_of(pipeline, text):
        for finding in findings_of(reading):
            for path, span in walk(finding):
                if not isinstance(span, Span):
                    continue
                what = f"{path} of {finding.tag} {span.text[:60]!r}"
                if not 0 <= span.start < span.end <= len(words):
                    said.append(f"{what} is [{span.start}, {span.end}) in a text of {len(words)} code points")
                elif words[span.start : span.end] != span.text:
                    said.append(f"{what} is [{span.start}, {span.end}), where {words[span.start : span.end]!r} stands")
    return problems("exact", said)


def check_total(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """No text makes an extractor raise, and nothing comes of a blank one.

    >>> from communique import Extractor
    >>> broken = Extractor("broken", lambda reading: [1 / len(reading.article.text)], gives=())
    >>> print(check_total(Pipeline.of([broken]), "")[0])
    not total: ZeroDivisionError: ... (while extractor 'broken' read article None) on ''
    """
    reading = attempt(pipeline, text)
    if isinstance(reading, ContractError | NotDeclaredError):
        return []
    words = article_of(text).text
    if isinstance(reading, Exception):
        where = "; ".join(getattr(reading, "__notes__", ()))
        return [Problem("total", f"{type(reading).__name__}: {reading} ({where}) on {shortened(words)}")]
    found = [] if words.strip() else findings_of(reading)
    return problems("total", (f"{title_of(reading, finding)} found in a blank text" for finding in found))


def check_honest(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """An extractor reads what it declares and gives what it declares, for reasons among its rules.

    What a finding refers to is itself a finding of the reading, of a kind that its extractor reads or gives.

    >>> from communique import Dateline, Extractor
    >>> curious = Extractor("curious", lambda reading: reading.of(Dateline), gives=())
    >>> print(check_honest(Pipeline.of([curious]), "Talks resumed.")[0])
    not honest: extractor 'curious' asked for Dateline, which it does not declare: ...
    """
    reading = attempt(pipeline, text)
    if isinstance(reading, ContractError | NotDeclaredError):
        return [Problem("honest", str(reading))]
    if isinstance(reading, Exception):
        return []
    extractors = {extractor.name: extractor for extractor in pipeline.extractors}
    known = {id(finding) for finding in findings_of(reading)}
    said: list[str] = []
    for finding in findings_of(reading):
        extractor, title = extractors[reading.source(finding).extractor], title_of(reading, finding)
        if finding.evidence.rule not in extractor.rule_names:
            rules = ", ".join(extractor.rule_names) or "none"
            said.append(f"{title} names the rule {finding.evidence.rule!r}; its rules are {rules}")
        declared = (*extractor.gives, *extractor.needs, *extractor.uses)
        for path, other in walk(finding):
            if path and isinstance(other, Annotation):
                if not type(other).layout and id(other) not in known:
                    said.append(f"{path} of {title} is a {other.tag} that is not in the reading")
                elif type(other) not in declared:
                    said.append(f"{path} of {title} is a {other.tag}, which it declares neither to read nor to give")
    return problems("honest", said)


def check_frozen(pipeline: Pipeline, text: str | Article) -> list[Problem]:
    """Nothing in a finding can be changed: no field can be set, and no list, dict or set is among its values.

    >>> from communique import Dateline
    >>> from communique.plugins import load
    >>> check_frozen(load().only({Dateline}), "OSLO (AP) — Envoys arrived.")
    []
    """
    said: list[str] = []
    for reading in readings_of(pipeline, text):
        for finding in findings_of(reading):
            for path, value in walk(finding):
                where = f"{path} of {finding.tag}" if path else finding.tag
                if isinstance(value, list | dict | set | bytearray):
                    said.append(f"{where} is a {type(value).__name__}, which can be changed; make it a tuple")
                said += [
                    f"{name} of {where} can be set; make {type(value).__name__} frozen"
                    for name in fields_of(value)
                    if _can_be_set(value, name)
                ]
    return problems("frozen", said)


def _can_be_set(value: object, name: str) -> bool:
    try:
        setattr(value, name, getattr(value, name))
    except AttributeError:
        return False
    return True


CHECKS: Mapping[str, Check] = {
    "exact": check_exact,
    "total": check_total,
    "honest": check_honest,
    "frozen": check_frozen,
    "deterministic": check_deterministic,
    "local": check_local,
    "round trip": check_round_trip,
    "forgetful": check_forgetful,
    "offline": check_offline,
}
"""The promises that hold on any string, by name.

`check_dress` holds on edited text, where marks and line ends are of one kind; `check_renamed` on text with known names;
`check_linear` on shapes of text.
"""
