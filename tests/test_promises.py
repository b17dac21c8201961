"""Extractors broken on purpose: each breaks one promise, and the check of that promise says what is wrong."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from attrs import define, field, frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import (
    Actor,
    Annotation,
    Article,
    Extractor,
    Lexicon,
    Mention,
    Name,
    Pipeline,
    Place,
    Quote,
    Reading,
    Sentence,
    Span,
    because,
)
from communique.testing.changes import dresses
from communique.testing.hostile import SHAPES, Repeated
from communique.testing.problem import Problem as Broken
from communique.testing.promises import (
    CHECKS,
    FILLER,
    check_deterministic,
    check_dress,
    check_exact,
    check_forgetful,
    check_frozen,
    check_honest,
    check_linear,
    check_local,
    check_names,
    check_offline,
    check_renamed,
    check_round_trip,
    check_total,
)
from communique.testing.strategies import KnownArticle, articles, names, weird_text
from communique.testing.texts import PUBLISHED, SAMPLES

TEXT = "Envoy Ana Ruiz said “yes”. Nobody else spoke.\n\nThe envoy left for Kenya."


@frozen
class Remark(Annotation):
    """A kind of a plugin."""

    tag: ClassVar[str] = "remark"

    note: str = ""
    about: Span | None = None
    actor: Actor | None = None


@frozen
class Note(Annotation):
    """Another kind of a plugin."""

    tag: ClassVar[str] = "note"


SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
Find = Callable[[Reading], Iterable[Annotation]]


def rule() -> None:
    """Stand for a rule."""


def pipeline(find: Find, **declared: Any) -> Pipeline:
    """A pipeline of one extractor that gives remarks."""
    return Pipeline.of([Extractor("odd", find, **{"gives": (Remark,), "rules": (rule,), **declared})])


def words_of(problems: list[Broken]) -> str:
    """All that a check said."""
    return "\n".join(map(str, problems))


def each_word(reading: Reading) -> Iterator[Annotation]:
    """Remark on every word of the text: it keeps every promise."""
    for start, word in zip(*reading.words.columns, strict=True):
        if word:
            span = reading.article.span(start, start + len(word))
            yield Remark(span, word.casefold(), span, evidence=because(rule, span))


def test_promises_are_called_as_their_checks_are() -> None:
    """By these names problems tell them, and authors ask for them."""
    assert {name: check.__name__ for name, check in CHECKS.items()} == {
        name: f"check_{name.replace(' ', '_')}" for name in CHECKS
    }


# ---------------------------------------------------------------- whatever an extractor gives

OFFSETS = st.integers(-3, len(TEXT) + 3)


@given(OFFSETS, OFFSETS, st.booleans())
def test_only_spans_that_carry_their_words_are_exact(start: int, end: int, own_words: bool) -> None:  # noqa: FBT001
    """Inside the text, with something in them, and the very words that stand there."""
    words = TEXT[max(start, 0) : max(end, 0)] if own_words else "Envoy"
    odd = pipeline(lambda reading: [Remark(Span(start, end, words), evidence=because(rule))])  # noqa: ARG005
    exact = 0 <= start < end <= len(TEXT) and TEXT[start:end] == words
    assert bool(check_exact(odd, TEXT)) is not exact
    inner = pipeline(
        lambda reading: [Remark(reading.article.span(0, 5), about=Span(start, end, words), evidence=because(rule))]
    )
    assert bool(check_exact(inner, TEXT)) is not exact


KINDS_TO_ASK = [Actor, Place, Quote, Sentence]


@given(*[st.sets(st.sampled_from(KINDS_TO_ASK)) for _ in range(2)])
def test_only_what_is_declared_may_be_asked_for(declared: set[type[Annotation]], asked: set[type[Annotation]]) -> None:
    """Layout needs no declaration; the message names what does."""

    def curious(reading: Reading) -> list[Annotation]:
        for kind in sorted(asked, key=str):
            reading.of(kind)
        return []

    told = words_of(check_honest(pipeline(curious, uses=tuple(declared)), TEXT))
    hidden = sorted((kind.__name__ for kind in asked - declared if not kind.layout), key=str)
    assert bool(told) is bool(hidden)
    assert not hidden or f"asked for {hidden[0]}, which it does not declare" in told


@given(st.sampled_from([ValueError, KeyError, ZeroDivisionError, RecursionError]), st.text(), weird_text())
def test_whatever_is_raised_is_told(error: type[Exception], said: str, text: str) -> None:
    """By one promise; the others pass over it."""

    def failing(_: Reading) -> list[Annotation]:
        raise error(said)

    told = {name for name, check in CHECKS.items() if check(pipeline(failing), text)}
    assert told == {"total"}
    assert words_of(check_total(pipeline(failing), text)).startswith(f"not total: {error.__name__}: ")


# ---------------------------------------------------------------- those that keep their word

KEEPING = pipeline(each_word)


@pytest.mark.parametrize("check", [*CHECKS.values(), check_dress], ids=[*CHECKS, "dress"])
@pytest.mark.parametrize("text", [TEXT, "", " \n", *SAMPLES.values()])
def test_extractor_that_keeps_its_promises_passes(check: Callable[[Pipeline, str], list[Broken]], text: str) -> None:
    """A proper extractor is not accused, nor is a pipeline of none."""
    assert words_of(check(KEEPING, text)) == ""
    assert words_of(check(Pipeline.of([]), text)) == ""


@given(weird_text())
def test_no_check_raises_on_any_string(text: str) -> None:
    """Checks are as total as what they check."""
    for check in CHECKS.values():
        assert words_of(check(KEEPING, text)) == ""
    check_dress(KEEPING, text)


def test_extractor_that_keeps_its_promises_is_linear() -> None:
    """Nor is it called slow."""
    assert words_of(check_linear(KEEPING, Repeated("word, "))) == ""


# ---------------------------------------------------------------- those that do not


def test_inexact() -> None:
    """A span whose words are not those of the text, however deep it lies, and one beyond the end."""

    def paraphrase(reading: Reading) -> Iterator[Annotation]:
        yield Remark(reading.article.span(0, 5), about=Span(6, 9, "ANA"), evidence=because(rule))

    def overshoot(reading: Reading) -> Iterator[Annotation]:
        end = len(reading.article.text)
        yield Remark(reading.article.span(0, 5), evidence=because(rule, Span(end - 1, end + 3, ".")))

    assert "about of remark 'ANA' is [6, 9), where 'Ana' stands" in words_of(check_exact(pipeline(paraphrase), TEXT))
    assert "evidence.cues[0] of remark '.' is [" in words_of(check_exact(pipeline(overshoot), TEXT))


def test_not_total() -> None:
    """A text that makes it raise, and something found in nothing."""

    def hasty(reading: Reading) -> Iterator[Annotation]:
        yield Remark(reading.of(Sentence)[0].span, evidence=because(rule))

    def spirited(reading: Reading) -> Iterator[Annotation]:
        if reading.article.text:
            yield Remark(reading.article.span(0, 1), evidence=because(rule))

    said = words_of(check_total(pipeline(hasty), ""))
    assert "not total: IndexError" in said
    assert "while extractor 'odd' read article" in said
    assert "remark ' ' of extractor 'odd' found in a blank text" in words_of(check_total(pipeline(spirited), "  "))


def test_dishonest() -> None:
    """Reads what it does not declare, gives what it does not declare, for a reason that is none of its rules."""

    def curious(reading: Reading) -> Iterator[Annotation]:
        yield from (Remark(actor.span) for actor in reading.of(Actor))

    def generous(reading: Reading) -> Iterator[Annotation]:
        yield Note(reading.article.span(0, 5), evidence=because(rule))

    def vague(reading: Reading) -> Iterator[Annotation]:
        yield Remark(reading.article.span(0, 5), evidence=because(vague))

    def inventive(reading: Reading) -> Iterator[Annotation]:
        span = reading.article.span(0, 5)
        yield Remark(span, actor=Actor(span, name="Nobody"), evidence=because(rule))

    def bookish(reading: Reading) -> Iterator[Annotation]:
        reading.hits(Lexicon.of("verbs", {"said": 1}))
        yield from ()

    said = {
        find: words_of(check_honest(pipeline(find), TEXT)) for find in (curious, generous, vague, inventive, bookish)
    }
    assert "asked for Actor, which it does not declare" in said[curious]
    assert "gave Note(" in said[generous]
    assert "names the rule 'vague'; its rules are rule" in said[vague]
    assert "actor of remark 'Envoy' of extractor 'odd' is a actor that is not in the reading" in said[inventive]
    assert "word list 'verbs', which it does not declare" in said[bookish]


def test_not_honest_about_what_it_refers_to() -> None:
    """Refers to a finding of a kind that it does not read: it must have kept it from another article."""
    kept: list[Actor] = []

    def people(reading: Reading) -> Iterator[Annotation]:
        kept[:] = [Actor(reading.article.span(6, 14), name="Ana Ruiz", evidence=because(people))]
        yield from kept

    def keeping(reading: Reading) -> Iterator[Annotation]:
        yield Remark(reading.article.span(0, 5), actor=kept[0], evidence=because(rule))

    extractors = [
        Extractor("a", people, gives=(Actor,), rules=(people,)),
        Extractor("odd", keeping, gives=(Remark,), rules=(rule,)),
    ]
    said = words_of(check_honest(Pipeline.of(extractors), TEXT))
    assert (
        "actor of remark 'Envoy' of extractor 'odd' is a actor, which it declares neither to read nor to give" in said
    )


def test_not_deterministic() -> None:
    """Remembers what it read before."""
    seen: list[str] = []

    def forgetful(reading: Reading) -> Iterator[Annotation]:
        seen.append(reading.article.text)
        yield Remark(reading.article.span(0, 5), str(len(seen)), evidence=because(rule))

    said = words_of(check_deterministic(pipeline(forgetful), TEXT))
    assert "read again: changed: note of remark 'Envoy' at [0, 5) was '1', is '2'" in said


def test_dependent_on_the_order_of_extractors() -> None:
    """Reads from another extractor behind the back of the pipeline."""
    shared: list[str] = []

    def teller(_: Reading) -> Iterator[Annotation]:
        shared.append("told")
        yield from ()

    def listener(reading: Reading) -> Iterator[Annotation]:
        yield Remark(reading.article.span(0, 5), ",".join(shared), evidence=because(rule))
        shared.clear()

    extractors = [
        Extractor("a", teller, gives=(Note,)),
        Extractor("b", listener, gives=(Remark,), rules=(rule,)),
    ]
    said = words_of(check_deterministic(Pipeline.of(extractors), TEXT))
    assert "read in another order that fits what its extractors need: changed: note of remark" in said


def test_not_local() -> None:
    """Depends on how much text there is behind or in front."""

    def counting(reading: Reading) -> Iterator[Annotation]:
        yield Remark(reading.article.span(0, 5), str(len(reading.of(Sentence))), evidence=because(rule))

    def placing(reading: Reading) -> Iterator[Annotation]:
        for span, note, _ in ((remark.span, "", 0) for remark in each_word(reading)):
            yield Remark(span, "late" if span.start > 50 else note, evidence=because(rule))

    assert "with a paragraph added behind it: changed: note of remark" in words_of(
        check_local(pipeline(counting), TEXT)
    )
    assert "with a paragraph put in front of it: changed: note of remark" in words_of(
        check_local(pipeline(placing), TEXT)
    )


def test_no_round_trip() -> None:
    """A value that JSON does not have, and a kind whose record says less than the finding."""

    @frozen
    class Heap(Annotation):
        """Holds what JSON cannot."""

        tag: ClassVar[str] = "heap"
        sizes: frozenset[int] = frozenset({1, 2})

    def louder(note: str) -> str:
        return f"{note}!"

    @frozen
    class Fickle(Annotation):
        """Is not what it was told to be."""

        tag: ClassVar[str] = "fickle"
        note: str = field(default="", converter=louder)

    def heap(reading: Reading) -> Iterator[Annotation]:
        yield Heap(reading.article.span(0, 5), evidence=because(rule))

    def fickle(reading: Reading) -> Iterator[Annotation]:
        yield Fickle(reading.article.span(0, 5), evidence=because(rule))

    assert "not round trip" in words_of(check_round_trip(pipeline(heap, gives=(Heap,)), TEXT))
    said = words_of(check_round_trip(pipeline(fickle, gives=(Fickle,)), TEXT))
    assert "record.annotations[0].note was '!', is '!!'" in said


@pytest.mark.parametrize(
    "pattern, name",
    [
        (r"spoke\.\n\nThe", "CRLF line ends"),
        (r"Ana Ruiz", "no-break spaces"),
        (r"“yes”", "straight marks"),
        (r"Zoë", "decomposed accents"),
    ],
)
def test_finicky_about_dress(pattern: str, name: str) -> None:
    """Matches on the text as given, where the folded text is meant for that."""

    def finicky(reading: Reading) -> Iterator[Annotation]:
        for match in re.finditer(pattern, reading.article.text):
            yield Remark(reading.article.span_of(match), evidence=because(rule))

    said = words_of(check_dress(pipeline(finicky), f"{TEXT} So did Zoë."))
    assert f"not dress: with {name}: lost: remark" in said


def test_straight_marks_may_be_curled() -> None:
    """Straight marks in pairs have a curly dress; text with both kinds has neither."""
    assert dresses('He said "yes" of Ana\'s.')["curly marks"].text == "He said “yes” of Ana’s."
    assert not {"curly marks", "straight marks"} & set(dresses('He said “yes" and "no.'))


def test_partial_to_names_it_knows() -> None:
    """Finds a person only by a name it has on a list of its own."""

    def loyal(reading: Reading) -> Iterator[Annotation]:
        for match in re.finditer("Ana Ruiz", reading.article.text):
            span = reading.article.span_of(match)
            yield Actor(span, name="Ana Ruiz", mentions=(Mention(span, span),), evidence=because(rule))

    said = words_of(check_renamed(pipeline(loyal, gives=(Actor,)), TEXT, {"Ana Ruiz": "Velora Quandrel"}))
    assert "not renamed: lost: actor 'Velora Quandrel' at [6, 21)" in said


@pytest.mark.parametrize("pattern, fails", [("Ana Ruiz", True), (r"(?<=Envoy )\w+ \w+", False)])
def test_names_are_changed_for_others(pattern: str, *, fails: bool) -> None:
    """Of whoever finds persons; one who knows them by heart is told of, one who reads them is not."""

    def people(reading: Reading) -> Iterator[Annotation]:
        for match in re.finditer(pattern, reading.article.text):
            span = reading.article.span(*match.span())
            yield Actor(span, name=span.text, mentions=(Mention(span, span),), evidence=because(rule))

    told = words_of(check_names(pipeline(people, gives=(Actor,)), TEXT))
    assert ("lost: actor" in told) is fails
    assert bool(told) is fails
    assert check_names(pipeline(people, gives=(Actor,)), "Nobody spoke.") == []
    assert check_names(KEEPING, TEXT) == []


@pytest.mark.parametrize("sort, bound", [("byline", True), ("agency", True), ("person", False)])
def test_what_stands_by_a_byline_may_depend_on_its_place(sort: Any, *, bound: bool) -> None:
    """A byline is one at the top of a text only, and so is what is read from it; other names are names anywhere."""

    def name(reading: Reading) -> Iterator[Annotation]:
        if reading.article.text.startswith("Envoy"):
            yield Name(reading.article.span(0, 5), sort=sort, evidence=because(rule))

    def note(reading: Reading) -> Iterator[Annotation]:
        yield from (Remark(found.span, evidence=because(rule)) for found in reading.of(Name))

    extractors = [
        Extractor("names", name, gives=(Name,), rules=(rule,)),
        Extractor("notes", note, gives=(Remark,), needs=(Name,), rules=(rule,)),
    ]
    assert (words_of(check_local(Pipeline.of(extractors), TEXT)) == "") is bound


def test_renaming_passes_where_names_are_read_from_the_text() -> None:
    """Spans move with the longer name, and words change with it."""
    assert words_of(check_renamed(KEEPING, TEXT, {"Ana": "Velora", "Ruiz": "Quandrel"}, ignored={"note"})) == ""


def test_slow() -> None:
    """Looks at every pair of words."""

    def quadratic(reading: Reading) -> Iterator[Annotation]:
        words = [word for word in reading.words.columns[1] if word]
        if sum(word is other for word in words for other in words) < 0:
            yield Remark(reading.article.span(0, 1))

    said = words_of(check_linear(pipeline(quadratic), Repeated("word "), length=2000, rounds=2))
    assert "not linear: 2000 code points take" in said


def test_changeable() -> None:
    """A kind whose fields can be set, and one that holds a list."""

    @define(eq=False)
    class Detail:
        """Can be changed."""

        note: str = ""

    @frozen
    class Soft(Annotation):
        """Holds a value that can be changed."""

        tag: ClassVar[str] = "soft"
        detail: Detail = field(factory=Detail)

    @frozen(eq=False)
    class Listing(Annotation):
        """Holds what can be changed."""

        tag: ClassVar[str] = "listing"
        notes: list[str] = field(factory=list)

    def soft(reading: Reading) -> Iterator[Annotation]:
        yield Soft(reading.article.span(0, 5), evidence=because(rule))

    def listing(reading: Reading) -> Iterator[Annotation]:
        yield Listing(reading.article.span(0, 5), ["a"], evidence=because(rule))

    said = words_of(check_frozen(pipeline(listing, gives=(Listing,)), TEXT))
    assert "notes of listing is a list, which can be changed; make it a tuple" in said
    said = words_of(check_frozen(pipeline(soft, gives=(Soft,)), TEXT))
    assert "note of detail of soft can be set; make Detail frozen" in said


def test_hoarding() -> None:
    """Keeps what it was given."""
    kept: list[Reading] = []

    def hoarding(reading: Reading) -> Iterator[Annotation]:
        kept.append(reading)
        yield from ()

    assert "not forgetful: the article is kept when its reading is dropped" in words_of(
        check_forgetful(pipeline(hoarding), TEXT)
    )
    assert words_of(check_forgetful(KEEPING, TEXT)) == ""


def test_a_circle_is_no_hoard() -> None:
    """What the garbage collector finds is let go of."""

    def circling(reading: Reading) -> Iterator[Annotation]:
        circle: list[object] = [reading]
        circle.append(circle)
        yield from ()

    assert words_of(check_forgetful(pipeline(circling), TEXT)) == ""


def test_talkative() -> None:
    """Opens a socket, or starts a process."""

    def phoning(_: Reading) -> Iterator[Annotation]:
        socket.socket().close()
        yield from ()

    assert "not offline: reading raised the audit event 'socket.__new__'" in words_of(
        check_offline(pipeline(phoning), TEXT)
    )

    def calling(_: Reading) -> Iterator[Annotation]:
        subprocess.run([sys.executable, "-c", ""], check=True)
        yield from ()

    said = words_of(check_offline(pipeline(calling), TEXT))
    assert "not offline: reading raised the audit event 'subprocess.Popen'" in said
    assert words_of(check_offline(KEEPING, TEXT)) == ""


# ---------------------------------------------------------------- the parts that checks are made of


@given(articles())
def test_composed_article_holds_its_parts(known: KnownArticle) -> None:
    """What an article was composed of stands in it, in order."""
    place = 0
    for quote in known.quotes:
        place = known.text.index(quote.text, place) + len(quote.text)
        assert quote.content in quote.text
        assert quote.cue in quote.text
    assert all(person.introduced[1:] in known.text for person in known.persons)
    assert known.dateline is None or known.text.startswith(known.dateline.text)


@given(names())
def test_invented_names_stand_in_no_word_list(name: str) -> None:
    """Nothing is known of a composed person but what the article says."""
    article = Article(name)
    lexicons = {lexicon.name for one in installed().extractors for lexicon in one.words}
    reading = Reading.start(article, installed()._index)
    found = [article.text[a:b] for name_ in lexicons for a, b, _ in reading.words.hits(name_)]
    assert [words for words in found if words[0].isupper()] == []


def installed() -> Pipeline:
    """The pipeline of all installed plugins."""
    from communique.plugins import load

    return load()


def test_filler_has_nothing_to_find() -> None:
    """The paragraph that locality is tested with is one for every installed extractor."""
    reading = installed().run(Article(FILLER))
    assert [found for kind in reading.kinds if not kind.layout for found in reading.of(kind)] == []


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("length", [1, 100, 5000])
def test_shapes_have_the_length_they_are_asked_for(shape: Callable[[int], str], length: int) -> None:
    """Growth is measured in code points."""
    assert len(shape(length)) == length


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: str(path.stem))
@pytest.mark.parametrize("check", [*CHECKS.values(), check_dress], ids=[*CHECKS, "dress"])
def test_promises_hold_on_seed(check: Callable[[Pipeline, Article], list[Broken]], seed: Path) -> None:
    """The installed plugins keep their promises on whole articles."""
    article = Article(seed.read_text(encoding="utf-8"), published=PUBLISHED)
    assert words_of(check(installed(), article)) == ""
