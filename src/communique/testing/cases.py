"""Cases as data: a text, and what must be found in it, in TOML.

::

    kind = "quote"                      # for all cases of the file; a case may name its own

    [[case]]
    rule = "said-after-quote"           # the rule the case is for
    text = '“We are ready,” Foreign Minister Ana Ruiz said.'
    found = [{ content = ["“We are ready,”"], speaker = "Ana Ruiz", cue = "said" }]

    [[case]]
    rule = "said-after-quote"
    text = 'The so-called “peace column” halted.'
    found = []                          # the rule must not fire here

``found`` lists all findings of the kind in the order of the text, and of each the fields that matter.  Cases quote
words, offsets are derived: a span is given as its words, an entity as its name, another finding as the words of its
span, a date as ISO 8601, and None, for which TOML has no word, as ``""``.  Where ``found`` is empty and a rule is
named, that rule must be silent, and others may speak.  ``where`` narrows the findings that are looked at
(``{ kind = "person" }``); with ``among = true`` there may be others.  ``file`` names a text beside the TOML file in
place of ``text``; ``published`` and ``title`` are those of the article.

`case_tests` makes the tests of a plugin of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from attrs import fields_dict, frozen

from communique.article import Article
from communique.extractor import Extractor
from communique.kinds import KINDS, Actor, Annotation, Kind, Place
from communique.pipeline import Pipeline
from communique.reader import read
from communique.span import Span


@frozen
class Case:
    """One text and what must be found in it.

    >>> from communique import Dateline
    >>> article, wanted = Article("OSLO (AP) — Envoys arrived."), ({"agency": "AP"},)
    >>> Case("mine[1]", article, Dateline, "city-agency", wanted, {}, among=False).differences()
    []
    """

    where: str
    """File and number of the case, for messages."""
    article: Article
    """The article."""
    kind: Kind
    """The kind of finding it is about."""
    rule: str | None
    """The rule it was written for."""
    found: tuple[Mapping[str, object], ...]
    """What must be found, each with the fields that matter."""
    only: Mapping[str, object]
    """Fields that narrow the findings that are looked at."""
    among: bool
    """Whether there may be other findings."""

    def differences(self, pipeline: Pipeline | None = None) -> list[str]:
        """Read the article and list, in words, what is not as it must be."""
        reading = read(self.article, only={self.kind}, pipeline=pipeline)
        findings = [finding for finding in reading.of(self.kind) if _fits(finding, self.only)]
        if self.rule and not self.found:
            wrong = [finding for finding in findings if finding.evidence.rule == self.rule]
            return [f"{self.where}: {self.rule} must not give {shown(finding)}" for finding in wrong]
        differences = [] if self.among else list(self._paired(findings))
        if self.among:
            differences = [
                f"{self.where}: not found: {dict(wanted)}; there is {[shown(finding, wanted) for finding in findings]}"
                for wanted in self.found
                if not any(_fits(finding, wanted) for finding in findings)
            ]
        if self.rule and not any(finding.evidence.rule == self.rule for finding in findings):
            rules = sorted({finding.evidence.rule for finding in findings})
            differences.append(
                f"{self.where}: the rule {self.rule} did not fire; those that did: {rules} "
                "(a near miss of a rule has found = [])"
            )
        return differences

    def _paired(self, findings: list[Annotation]) -> Iterator[str]:
        for wanted, finding in zip(self.found, findings, strict=False):
            if not _fits(finding, wanted):
                yield f"{self.where}: wanted {dict(wanted)}, found {shown(finding, wanted)}"
        for wanted in self.found[len(findings) :]:
            yield f"{self.where}: not found: {dict(wanted)}"
        for finding in findings[len(self.found) :]:
            yield f"{self.where}: found besides: {shown(finding)}"

    def __str__(self) -> str:
        return self.where


def load_cases(folder: Path, kinds: Iterable[Kind] = KINDS) -> list[Case]:
    r"""Load the cases of all TOML files in a folder, or of one file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "datelines.toml")
    ...     case = '[[case]]\ntext = "OSLO (AP) - Envoys arrived."\nfound = [{ agency = "AP" }]\n'
    ...     _ = file.write_text('kind = "dateline"\n' + case)
    ...     [(str(case), case.differences()) for case in load_cases(Path(folder))]
    [('datelines.toml[1]', [])]

    Raises:
        ValueError: if a file does not have the form described above; the message names the file and the case.
    """
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else [folder]
    by_tag = {kind.tag: kind for kind in kinds}
    return [case for file in files for case in _cases_of(file, by_tag)]


def case_tests(
    folder: Path, extractors: Iterable[Extractor], pipeline: Pipeline | None = None
) -> tuple[Callable[[Case], None], Callable[[str], None]]:
    """Make the two tests that a plugin has of its cases, for `pytest` to run.

    One holds each case against what is read; the other holds each rule to a case where it fires and a near miss, where
    it must not::

        test_case, test_rule = case_tests(Path(__file__).parent / "cases", communique_extractors())

    >>> from tempfile import TemporaryDirectory
    >>> import communique_datelines
    >>> with TemporaryDirectory() as folder:
    ...     test_case, test_rule = case_tests(Path(folder), communique_datelines.communique_extractors())
    >>> test_rule("city-agency")
    Traceback (most recent call last):
    AssertionError: city-agency has no case in which it fires...

    Args:
        folder: Where the TOML files are.
        extractors: Those of the plugin, whose rules must have cases.
        pipeline: What reads the articles, all installed plugins if None.
    """
    import pytest

    extractors = tuple(extractors)
    cases = load_cases(folder, dict.fromkeys((*KINDS, *(kind for one in extractors for kind in one.gives))))
    rules = dict.fromkeys(name for one in extractors for name in one.rule_names)

    @pytest.mark.parametrize("case", cases, ids=str)
    def test_case(case: Case) -> None:
        differences = case.differences(pipeline)
        assert not differences, "\n".join(differences)

    @pytest.mark.parametrize("rule", rules)
    def test_rule(rule: str) -> None:
        own = {bool(case.found) for case in cases if case.rule == rule}
        assert True in own, f"{rule} has no case in which it fires"
        assert False in own, f"{rule} has no near miss"

    return test_case, test_rule


_CASE_KEYS = {"kind", "rule", "text", "file", "published", "title", "found", "where", "among", "note"}


def _cases_of(file: Path, by_tag: Mapping[str, Kind]) -> Iterator[Case]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    for number, case in enumerate(table.get("case", []), 1):
        where = f"{file.name}[{number}]"
        unknown = set(case) - _CASE_KEYS
        tag = case.get("kind", table.get("kind"))
        if (
            unknown
            or tag not in by_tag
            or "found" not in case
            or ("text" in case) == ("file" in case or "file" in table)
        ):
            raise ValueError(
                f"{file}: case {number} needs a known kind (this one has {tag!r}), one of text and file, and found; "
                f"unknown keys: {sorted(unknown)}"
            )
        text = case.get("text")
        if text is None:
            text = file.with_name(case.get("file", table.get("file"))).read_text(encoding="utf-8")
        published = case.get("published", table.get("published"))
        day = date.fromisoformat(published) if isinstance(published, str) else published
        article = Article(text, title=case.get("title"), published=day, id=where)
        found, only = tuple(case["found"]), case.get("where", {})
        _check_fields(where, by_tag[tag], [*found, only])
        yield Case(where, article, by_tag[tag], case.get("rule"), found, only, case.get("among", False))


def _check_fields(where: str, kind: Kind, wanted: Iterable[Mapping[str, object]]) -> None:
    known = set(fields_dict(kind))
    for fields in wanted:
        if not set(fields) <= known:
            strange = sorted(set(fields) - known)
            raise ValueError(f"{where}: {kind.__name__} has no field {strange}; it has {sorted(known)}")


def _fits(finding: Annotation, wanted: Mapping[str, object]) -> bool:
    return all(plain(getattr(finding, name)) == _wanted(value) for name, value in wanted.items())


def _wanted(value: object) -> object:
    """TOML has no null: ``""`` stands for None."""
    return None if value == "" else value.isoformat() if isinstance(value, date) else value


def shown(finding: Annotation, wanted: Mapping[str, object] | None = None) -> dict[str, object]:
    """The fields of a finding as a case would give them, all or those that were wanted.

    >>> from communique import Dateline
    >>> shown(read("OSLO (AP) — Envoys arrived.").of(Dateline)[0], {"agency": "AP"})
    {'agency': 'AP'}
    """
    return {name: plain(getattr(finding, name)) for name in wanted or fields_dict(type(finding)) if name != "evidence"}


def plain(value: object) -> object:
    """A value as a case gives it: a span as its words, an entity as its name, a finding as the words of its span.

    >>> plain(Article("Envoys met.").span(0, 6)), plain(date(2026, 1, 23)), plain((1, None))
    ('Envoys', '2026-01-23', [1, None])
    """
    match value:
        case Span():
            return value.text
        case Actor() | Place():
            return value.name
        case tuple() | list():
            return [plain(part) for part in value]
        case date():
            return value.isoformat()
        case str() | int() | None:
            return value
        case _:
            title = getattr(value, "title", None)
            return title if title is not None else plain(getattr(value, "span", str(value)))
