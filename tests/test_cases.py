"""Cases as data: what they say of a text is held against what is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import (
    Actor,
    Annotation,
    Article,
    EventTime,
    Extractor,
    Lexicon,
    Pipeline,
    Place,
    Quote,
    Reading,
    Role,
    Span,
    because,
)
from communique.kinds import KINDS
from communique.testing.cases import Case, case_tests, load_cases, plain, shown

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


GREETED = st.lists(st.sampled_from(["Hello", "HELLO", "hello", "hell", "Talks"]), min_size=1, max_size=6)


def greetings_in(words: list[str]) -> list[dict[str, object]]:
    """What a case says of the greetings among words."""
    found = [word for word in words if word.lower() == "hello"]
    return [{"span": word, "words": word, "how": "" if word == "HELLO" else "hello"} for word in found]


@given(GREETED, st.data())
def test_what_is_found_holds_and_anything_else_does_not(words: list[str], data: st.DataObject) -> None:
    """All of it in its order; with `among`, any part of it in any order; and one wrong word is told."""
    article, wanted = Article(" ".join(words)), greetings_in(words)
    case = Case("any[1]", article, Greeting, None, tuple(wanted), {}, among=False)
    assert case.differences(PIPELINE) == []
    part = data.draw(st.lists(st.sampled_from(wanted), max_size=4) if wanted else st.just([]))
    assert evolve(case, found=tuple(part), among=True).differences(PIPELINE) == []
    loud = tuple(one for one in wanted if one["how"] == "")
    assert evolve(case, found=loud, only={"words": "HELLO"}).differences(PIPELINE) == []
    assert len(evolve(case, found=(*wanted, {"words": "hi"})).differences(PIPELINE)) == 1
    assert len(evolve(case, found=({"words": "hi"},), among=True).differences(PIPELINE)) == 1
    assert len(evolve(case, found=()).differences(PIPELINE)) == len(wanted)
    assert len(evolve(case, found=(), rule="greet").differences(PIPELINE)) == len(wanted)
    assert evolve(case, found=(), rule="wave").differences(PIPELINE) == []
    (found,) = [PIPELINE.run(article).of(Greeting)]
    assert [shown(one, {"words": None, "how": None}) for one in found] == [
        {"words": one["words"], "how": one["how"] or None} for one in wanted
    ]


@given(st.lists(st.tuples(GREETED, st.none() | st.dates(), st.booleans()), max_size=4))
def test_cases_are_loaded_as_they_were_written(given_cases: list[tuple[list[str], date | None, bool]]) -> None:
    """File by file in the order of their names, case by case in the order of the file."""
    with TemporaryDirectory() as folder:
        for number, (words, day, among) in enumerate(given_cases):
            lines = [
                'kind = "greeting"',
                "[[case]]",
                f'text = "{" ".join(words)}"',
                f"among = {str(among).lower()}",
                *([f"published = {day}"] if day else []),
                "found = []",
                "[[case]]",
                'rule = "greet"\ntext = "Hell."\ntitle = "Hell"\nfound = []\nwhere = { how = "hello" }\nnote = "no"',
            ]
            Path(folder, f"{number}.toml").write_text("\n".join(lines), encoding="utf-8")
        cases = load_cases(Path(folder), [Greeting])
    assert [case.where for case in cases] == [f"{n}.toml[{i}]" for n in range(len(given_cases)) for i in (1, 2)]
    for (words, day, among), case in zip(given_cases, cases[::2], strict=True):
        assert (case.article.text, case.article.published, case.among) == (" ".join(words), day, among)
        assert (case.kind, case.rule, case.found, case.only, case.article.title) == (Greeting, None, (), {}, None)
        assert case.article.id == case.where
    for case in cases[1::2]:
        assert (case.rule, case.only, case.article.title, case.among) == ("greet", {"how": "hello"}, "Hell", False)


def test_values_are_given_as_a_case_gives_them() -> None:
    """A span as its words, an actor or a place as its name, a role as its title, a finding as the words of its span."""
    span = Article("Minister Ana Ruiz of Peru").span(0, 8)
    ruiz = Actor(span, name="Ana Ruiz", roles=(Role("Minister", span),))
    assert plain((span, ruiz, Place(span, name="Peru"), ruiz.roles, Quote(span), None, 7, date(2026, 1, 2))) == [
        "Minister",
        "Ana Ruiz",
        "Peru",
        ["Minister"],
        "Minister",
        None,
        7,
        "2026-01-02",
    ]
    assert plain(EventTime(date(2026, 1, 1), date(2026, 1, 31), "month")) == "2026-01"


def test_text_and_day_of_a_file_are_those_of_its_cases(tmp_path: Path) -> None:
    """Unless a case has its own."""
    (tmp_path / "a.txt").write_text("Hello.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Hell.", encoding="utf-8")
    head = 'file = "a.txt"\npublished = "2026-01-23"\n'
    first, second = load(
        tmp_path, f'{head}[[case]]\nfound = []\n[[case]]\nfile = "b.txt"\nfound = []\npublished = 2026-01-24'
    )
    assert (first.article.text, first.article.published) == ("Hello.", date(2026, 1, 23))
    assert (second.article.text, second.article.published) == ("Hell.", date(2026, 1, 24))


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
