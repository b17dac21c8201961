"""Cases as data: what they say of a text is held against what is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from attrs import frozen

from communique import Annotation, Extractor, Lexicon, Pipeline, Reading, Span, because
from communique.kinds import KINDS
from communique.testing.cases import Case, case_tests, load_cases

HELLO = Lexicon.of("hello", {"hello": None})


@frozen
class Greeting(Annotation):
    """Somebody says hello."""

    tag: ClassVar[str] = "greeting"

    words: Span | None = None
    how: str | None = None
    day: date | None = None


def greet(reading: Reading) -> Iterator[Annotation]:
    """Find each hello: "hello there", not "hell"."""
    for start, end, _ in reading.hits(HELLO):
        span = reading.article.span(start, end)
        yield Greeting(
            span,
            span,
            span.text.lower() if span.text != "HELLO" else None,
            reading.article.published,
            evidence=because(greet),
        )


GREETINGS = Extractor("greetings", greet, gives=(Greeting,), words=(HELLO,), rules=(greet,))
PIPELINE = Pipeline.of([GREETINGS])


def load(tmp_path: Path, content: str) -> list[Case]:
    """The cases of a file with this content."""
    (tmp_path / "greetings.toml").write_text(f'kind = "greeting"\n{content}', encoding="utf-8")
    return load_cases(tmp_path, (*KINDS, Greeting))


def differences(tmp_path: Path, content: str) -> list[str]:
    """What the one case of a file finds wrong."""
    (case,) = load(tmp_path, f"[[case]]\n{content}")
    return case.differences(PIPELINE)


@pytest.mark.parametrize(
    "content",
    [
        'text = "Hello, hello."\nfound = [{ words = "Hello" }, { words = "hello", how = "hello" }]',
        'text = "Hello."\nrule = "greet"\nfound = [{ span = "Hello" }]',
        'text = "Hell."\nrule = "greet"\nfound = []',
        'text = "HELLO."\nfound = [{ how = "" }]',
        'text = "Hello."\npublished = 2026-01-23\nfound = [{ day = 2026-01-23 }]',
        'text = "Hello."\npublished = "2026-01-23"\nfound = [{ day = "2026-01-23" }]',
        'text = "Hello, HELLO, hello."\namong = true\nfound = [{ words = "HELLO" }]',
        'text = "Hello, HELLO."\nwhere = { how = "hello" }\nfound = [{ words = "Hello" }]',
    ],
)
def test_case_that_holds(tmp_path: Path, content: str) -> None:
    """What a case says is true of its text."""
    assert differences(tmp_path, content) == []


@pytest.mark.parametrize(
    "content, said",
    [
        ('text = "Hello."\nfound = [{ words = "hello" }]', "wanted {'words': 'hello'}, found {'words': 'Hello'}"),
        ('text = "Hello."\nfound = [{ words = "Hello" }, { words = "hi" }]', "not found: {'words': 'hi'}"),
        ('text = "Hello, hello."\nfound = [{ words = "Hello" }]', "found besides: {"),
        ('text = "Hello."\nrule = "greet"\nfound = []', "greet must not give {"),
        (
            'text = "Hello."\nrule = "wave"\nfound = [{ words = "Hello" }]',
            "the rule wave did not fire; those that did: ['greet']",
        ),
        (
            'text = "Hello."\namong = true\nfound = [{ words = "hi" }]',
            "not found: {'words': 'hi'}; there is [{'words': 'Hello'}]",
        ),
    ],
)
def test_case_that_does_not_hold_says_why(tmp_path: Path, content: str, said: str) -> None:
    """The message names file and case, what was wanted and what was found."""
    (message, *_) = differences(tmp_path, content)
    assert message.startswith("greetings.toml[1]: ")
    assert said in message


def test_text_may_stand_beside_the_cases(tmp_path: Path) -> None:
    """A long text is a file of its own."""
    (tmp_path / "talks.txt").write_text("Hello.\n", encoding="utf-8")
    assert differences(tmp_path, 'file = "talks.txt"\nfound = [{ words = "Hello" }]') == []


def test_case_is_named_by_file_and_number(tmp_path: Path) -> None:
    """So that a failing one is found at once."""
    cases = load(tmp_path, '[[case]]\ntext = "Hello."\nfound = []\n[[case]]\ntext = "Hi."\nfound = []')
    assert [str(case) for case in cases] == ["greetings.toml[1]", "greetings.toml[2]"]


@pytest.mark.parametrize(
    "content, message",
    [
        ('text = "x"', "case 1 needs .* and found"),
        ("found = []", "case 1 needs .* one of text and file"),
        ('text = "x"\nfile = "y"\nfound = []', "case 1 needs .* one of text and file"),
        ('kind = "rumour"\ntext = "x"\nfound = []', r"a known kind \(this one has 'rumour'\)"),
        ('text = "x"\nfound = []\nruel = "greet"', r"unknown keys: \['ruel'\]"),
        ('text = "x"\nfound = [{ word = "x" }]', r"Greeting has no field \['word'\]; it has"),
    ],
)
def test_malformed_case_is_refused(tmp_path: Path, content: str, message: str) -> None:
    """A slip in a case is told, not passed over."""
    with pytest.raises(ValueError, match=message):
        load(tmp_path, f"[[case]]\n{content}")


FIRES = '[[case]]\nrule = "greet"\ntext = "Hello."\nfound = [{}]\n'
MUST_NOT = '[[case]]\nrule = "greet"\ntext = "Hell."\nfound = []\n'


def test_cases_of_a_plugin_are_tests(tmp_path: Path) -> None:
    """A rule is held to have a case of both sorts, and a case that does not hold says why."""
    cases = load(tmp_path, FIRES + MUST_NOT)
    test_case, test_rule = case_tests(tmp_path, [GREETINGS], PIPELINE)
    for case in cases:
        test_case(case)
    test_rule("greet")
    (wrong,) = load(tmp_path, '[[case]]\ntext = "Hello."\nfound = []')
    with pytest.raises(AssertionError, match=r"greetings.toml\[1\]: found besides"):
        test_case(wrong)


@pytest.mark.parametrize("content, said", [(FIRES, "greet has no near miss"), (MUST_NOT, "in which it fires")])
def test_rule_without_cases_of_both_sorts_is_told_of(tmp_path: Path, content: str, said: str) -> None:
    """Neither a near miss alone nor a case alone will do."""
    load(tmp_path, content)
    _, test_rule = case_tests(tmp_path, [GREETINGS], PIPELINE)
    with pytest.raises(AssertionError, match=said):
        test_rule("greet")
