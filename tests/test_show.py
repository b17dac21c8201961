"""What `communique show` prints: the text in colour, and a table of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from tests.greetings import Greeting, lines

import communique.cli.options
from communique import (
    Actor,
    Annotation,
    Claim,
    Dateline,
    Delegation,
    Event,
    Extractor,
    FilingPlace,
    Mention,
    Pipeline,
    Place,
    Position,
    Quote,
    Reading,
    Role,
    Span,
    Territory,
    Time,
    Unresolved,
    because,
)
from communique.cli import run
from communique.cli.show import STYLES

TEXT = (
    "OSLO (AP) — “We are ready,” Foreign Minister Ana Ruiz said on Monday.\n\n"
    "Guyana’s team refused to cede the islet; hello, said a voice."
)


def by_hand(reading: Reading) -> Iterator[Annotation]:
    """Give what stands in the text; another text holds nothing."""
    if reading.article.text != TEXT:
        return
    why = because(by_hand)

    def span(words: str) -> Span:
        start = TEXT.index(words)
        return reading.article.span(start, start + len(words))

    oslo = Place(span("OSLO"), name="Oslo", country="NOR", sort="city", mentions=(span("OSLO"),), evidence=why)
    islet = Place(span("islet"), name="islet", sort="island", mentions=(span("islet"),), evidence=why)
    who = span("Foreign Minister Ana Ruiz")
    named = Mention(span("Ana Ruiz"), who)
    roles = (Role("Foreign Minister", span("Foreign Minister")),)
    ruiz = Actor(named.span, name="Ana Ruiz", country="NOR", roles=roles, mentions=(named,), evidence=why)
    guyana = Actor(span("Guyana"), kind="state", name="Guyana", country="GUY", evidence=why)
    said, unsaid = span("“We are ready,”"), span("hello")
    yield Dateline(
        span("OSLO (AP) —"), (FilingPlace(oslo.span, country="NOR"),), date(2026, 1, 19), agency="AP", evidence=why
    )
    yield from (oslo, islet, ruiz, guyana)
    yield Quote(said, (said,), (said,), "direct", ruiz, who, cue=span("said"), evidence=why)
    yield Quote(unsaid, (unsaid,), (), "indirect", None, span("a voice"), evidence=why)
    yield Delegation(span("Guyana’s team"), party=guyana, evidence=why)
    yield Claim(
        span("refused to cede the islet"), guyana, Territory(span("the islet"), (islet,)), "rejects", evidence=why
    )
    yield Position(span("to cede"), holder=guyana, stance="opposes", content=span("cede the islet"), evidence=why)
    yield Event(span("refused"), type="REJECT", sources=(guyana,), targets=(islet,), place=oslo, evidence=why)
    yield Time(span("Monday"), value="2026-01-19", anchor="dateline", evidence=why)
    yield Greeting(unsaid, evidence=why)
    yield Unresolved(unsaid, "speaker", "nobody is named", (ruiz, guyana), evidence=why)


GIVES = (Dateline, Place, Actor, Quote, Delegation, Claim, Position, Event, Time, Greeting)


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline.of([Extractor("by-hand", by_hand, gives=GIVES, rules=(by_hand,))])
    monkeypatch.setattr(communique.cli.options, "load", lambda *_: pipeline)


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A file with the text."""
    file = tmp_path / "story.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


TABLES = """\
dateline (1)
id  places  date        agency  ¶  rule
d1  OSLO    2026-01-19  AP      1  by-hand
place (2)
id  name   country  sort    ¶  rule
p1  Oslo   NOR      city    1  by-hand
p2  islet           island  2  by-hand
actor (2)
id  kind    name      country  roles             ¶  rule
a1  person  Ana Ruiz  NOR      Foreign Minister  1  by-hand
a2  state   Guyana    GUY                        2  by-hand
time (1)
id  type  value       anchor    words   ¶  rule
t1  date  2026-01-19  dateline  Monday  1  by-hand
quote (2)
id  kind      speaker   role              country  via  cue   words            ¶  rule
q1  direct    Ana Ruiz  Foreign Minister  NOR           said  “We are ready,”  1  by-hand
q2  indirect  a voice                                         hello            2  by-hand
delegation (1)
id  party   head  members  size  occasion  words          ¶  rule
g1  Guyana                                 Guyana’s team  2  by-hand
claim (1)
id  claimant  stance   territory  against  reported_by  words                      ¶  rule
c1  Guyana    rejects  the islet                        refused to cede the islet  2  by-hand
position (1)
id  holder  stance   content         toward  words    ¶  rule
o1  Guyana  opposes  cede the islet          to cede  2  by-hand
event (1)
id  type    status    sources  targets  place  words    ¶  rule
e1  REJECT  occurred  Guyana   islet    Oslo   refused  2  by-hand
unresolved (1)
id  what     why              candidates        words  ¶  rule
u1  speaker  nobody is named  Ana Ruiz; Guyana  hello  2  by-hand
greeting (1)
id  words  ¶  rule
x1  hello  2  by-hand
"""


def shown(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is printed, without the blanks at the ends of lines."""
    assert run(["show", *arguments]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    return re.sub(" +$", "", out, flags=re.MULTILINE)


def test_the_text_stands_above_the_tables(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A table for each kind in the order in which kinds are found, those of plugins at the end."""
    assert shown(capfd, story) == f"{TEXT}\n\n{TABLES}"


def test_only_some_kinds_are_shown(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Those that were asked for."""
    place = dedent(TABLES.partition("place (2)\n")[2].partition("actor (2)\n")[0])
    assert shown(capfd, story, "--only", "place") == f"{TEXT}\n\nplace (2)\n{place}"


def test_headlines_and_several_articles(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One after the other; what a terminal would obey is left out, marks of another program are text."""
    file = tmp_path / "stories.jsonl"
    file.write_text(lines({"text": "One.", "title": "[b]A\x1b"}, {"text": "Two."}), encoding="utf-8")
    assert shown(capfd, str(file)) == "[b]A\nOne.\n\nTwo.\n\n"


def test_what_fails_is_told_and_the_rest_is_shown(
    monkeypatch: pytest.MonkeyPatch, story: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """On standard error and in the exit status."""

    def fail(_: Reading) -> list[Annotation]:
        raise ZeroDivisionError("no reason")

    pipeline = Pipeline.of([Extractor("failing", fail, gives=(Quote,))])
    monkeypatch.setattr(communique.cli.options, "load", lambda *_: pipeline)
    assert run(["show", story, "none.txt", story]) == 1
    out, err = capfd.readouterr()
    assert out.count(TEXT) == 2
    assert err.splitlines() == [
        "failing: ZeroDivisionError: extractor 'failing': no reason",
        "none.txt: No such file or directory",
        "failing: ZeroDivisionError: extractor 'failing': no reason",
    ]


def test_headlines_are_bold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """And nothing else is coloured that is no finding: figures stay as they are."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    file = tmp_path / "story.jsonl"
    file.write_text(lines({"text": "In 2026, 'nothing'.", "title": "Talks at 10"}), encoding="utf-8")
    assert run(["show", str(file), "--width", "80"]) == 0
    assert capfd.readouterr().out == "\x1b[1mTalks at 10\x1b[0m\nIn 2026, 'nothing'.\n\n"


CODES = {
    "bold": "1",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}


def test_words_have_the_colours_of_their_kinds(
    monkeypatch: pytest.MonkeyPatch, story: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """On a terminal; where several kinds cover a word, their styles add up, the later colour on top."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run(["show", story, "--width", "200"]) == 0
    marked = dict.fromkeys(
        re.findall("\x1b\\[([0-9;]+)m([^\x1b]+)\x1b\\[0m", capfd.readouterr().out.partition("dateline (")[0])
    )
    coloured = {words: set(codes.split(";")) for codes, words in marked}
    for words, kinds in (
        ("OSLO", ["dateline", "place"]),
        ("“We are ready,”", ["quote"]),
        ("Ana Ruiz", ["actor"]),
        ("Monday", ["time"]),
        ("Guyana’s team", ["delegation"]),
    ):
        styles = [style for kind in kinds for style in STYLES[kind].split()]
        kept = [one for one in styles if one in {"bold", "underline"} or one == styles[-1]]
        assert coloured[words] == {CODES[one] for one in kept}, words
