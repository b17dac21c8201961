"""What every extractor and every exporter promises, checked over all installed plugins.

Run it with ``pytest --pyargs communique.testing.conformance``.  The promises themselves are functions
(:mod:`communique.testing.promises`, :mod:`communique.testing.exports`), which a plugin's own tests can call with a
pipeline or an exporter of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from communique.article import Article
from communique.exporter import Exporter
from communique.exporters import exporters
from communique.pipeline import Pipeline
from communique.plugins import load
from communique.reading import Failure, Reading
from communique.record import to_record
from communique.testing.exports import EXPORT_CHECKS, ExportCheck, check_writes, check_written
from communique.testing.hostile import SHAPES
from communique.testing.problem import Problem
from communique.testing.promises import (
    CHECKS,
    Check,
    check_dress,
    check_exact,
    check_linear,
    check_names,
    check_renamed,
    check_total,
)
from communique.testing.strategies import (
    KnownArticle,
    KnownPerson,
    articles,
    blank_text,
    persons,
    weird_text,
    word_salad,
)
from communique.testing.texts import PUBLISHED, SAMPLES, forms_among


@pytest.fixture(scope="module")
def installed() -> Pipeline:
    """The pipeline of all installed plugins."""
    return load()


def said(problems: Sequence[Problem]) -> str:
    """Put problems into one message."""
    return "\n".join(map(str, problems))


unhurried: settings = settings(deadline=None)
each_promise: pytest.MarkDecorator = pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)


@each_promise
@unhurried
@given(text=weird_text() | blank_text())
def test_promise_holds_on_any_string(installed: Pipeline, check: Check, text: str) -> None:
    """No string breaks a promise, however hostile."""
    problems = check(installed, text)
    assert not problems, said(problems)


@pytest.fixture(scope="module")
def looked_for(installed: Pipeline) -> list[str]:
    """The words that the installed plugins look for, of long lists some."""
    return forms_among(lexicon for extractor in installed.extractors for lexicon in extractor.words)


@unhurried
@given(data=st.data())
def test_nothing_breaks_on_words_in_no_order(installed: Pipeline, looked_for: list[str], data: st.DataObject) -> None:
    """What the rules look for breaks nothing where none expects it."""
    text = data.draw(word_salad(looked_for))
    problems = check_total(installed, text) + check_exact(installed, text)
    assert not problems, said(problems)


@each_promise
@unhurried
@given(known=articles(), noise=weird_text(4), at=st.floats(0, 1))
def test_promise_holds_on_damaged_articles(
    installed: Pipeline, check: Check, known: KnownArticle, noise: str, at: float
) -> None:
    """No damage to a proper article breaks a promise."""
    place = int(at * len(known.text))
    text = known.text[:place] + noise + known.text[place:]
    problems = check(installed, Article(text, published=PUBLISHED))
    assert not problems, said(problems)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("check", [*CHECKS.values(), check_dress], ids=[*CHECKS, "dress"])
def test_promise_holds_on_sample(installed: Pipeline, check: Check, name: str) -> None:
    """Every promise holds on a news story with something for every kind."""
    problems = check(installed, Article(SAMPLES[name], published=PUBLISHED))
    assert not problems, said(problems)


@unhurried
@given(known=articles())
def test_dress_does_not_matter(installed: Pipeline, known: KnownArticle) -> None:
    """Line ends, spaces, the look of marks and ways to write an accent change no finding."""
    problems = check_dress(installed, Article(known.text, published=PUBLISHED))
    assert not problems, said(problems)


@unhurried
@given(known=articles(), other=persons())
def test_renaming_a_person_renames_the_records(installed: Pipeline, known: KnownArticle, other: KnownPerson) -> None:
    """A person known from nowhere but the article may have any other such name."""
    person = known.persons[0]
    words = {word for one in known.persons for word in one.name.split()}
    assume(not words.intersection(other.name.split()))
    names = {person.name: other.name, person.surname: other.surname}
    names |= {_at_sentence_start(old): _at_sentence_start(new) for old, new in names.items()}
    problems = check_renamed(installed, Article(known.text, published=PUBLISHED), names)
    assert not problems, said(problems)


@pytest.mark.parametrize("name", SAMPLES)
def test_renaming_the_persons_of_a_sample_renames_the_records(installed: Pipeline, name: str) -> None:
    """Each person of a news story may have another name of no word list, full and short."""
    problems = check_names(installed, Article(SAMPLES[name], published=PUBLISHED))
    assert not problems, said(problems)


def _at_sentence_start(name: str) -> str:
    return name[0].upper() + name[1:]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_hostile_text_takes_linear_time(installed: Pipeline, shape: Callable[[int], str]) -> None:
    """Four times the text takes at most six times as long, whatever the text is made of, and nothing raises."""
    problems = [*check_total(installed, shape(64_000)), *check_linear(installed, shape)]
    assert not problems, said(problems)


each_exporter: pytest.MarkDecorator = pytest.mark.parametrize("exporter", exporters().values(), ids=list(exporters()))
each_export_promise: pytest.MarkDecorator = pytest.mark.parametrize("check", EXPORT_CHECKS.values(), ids=EXPORT_CHECKS)
NO_ARTICLE = Reading.unreadable("no-article", Failure("input", "ValueError", "no JSON"))


@each_exporter
@each_export_promise
def test_exporter_keeps_its_promise(installed: Pipeline, check: ExportCheck, exporter: Exporter) -> None:
    """Every promise of exporters holds on news, on an empty text and on an input that could not be read."""
    texts = [*SAMPLES.values(), ""]
    readings = [installed.run(Article(text, published=PUBLISHED, id=str(n))) for n, text in enumerate(texts)]
    problems = check(exporter, [NO_ARTICLE, *readings])
    assert not problems, said(problems)


@each_exporter
@unhurried
@given(text=weird_text() | blank_text(), title=weird_text(4))
@example(text="half a pair: \ud800", title="\udfff")
def test_exporter_writes_any_string(installed: Pipeline, exporter: Exporter, text: str, title: str) -> None:
    """No string in an article, its title or its id makes an exporter fail, or write what UTF-8 cannot hold."""
    readings = [installed.run(Article(text, title=title, id=title), strict=False)]
    problems = [*check_writes(exporter, readings), *check_written(exporter, readings)]
    assert not problems, said(problems)


_READ_SAMPLES = """
import json
from communique import read, to_record
from communique.testing.texts import SAMPLES
print(json.dumps([to_record(read(text, published="2024-12-31")) for text in SAMPLES.values()]))
"""


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_records_do_not_depend_on_the_order_of_sets(installed: Pipeline, seed: str) -> None:
    """Another process, in which sets and dicts of strings have another order, writes the same records."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", _READ_SAMPLES], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    here = [to_record(installed.run(Article(text, published=PUBLISHED))) for text in SAMPLES.values()]
    assert json.loads(done.stdout) == json.loads(json.dumps(here))
