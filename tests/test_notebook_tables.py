"""The tables and marks that notebooks show below and in a text: what stands in each cell, and how each kind looks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from tests.by_hand import BY_HAND, reading_of

from communique import (
    Actor,
    Annotation,
    Article,
    Claim,
    Dateline,
    Delegation,
    Event,
    Mention,
    Name,
    Place,
    Position,
    Quote,
    Reading,
    Territory,
    Time,
)
from communique.kinds import Evidence, Kind
from communique.notebook import COLOURS, OTHER, html_of
from communique.reading import Failure
from communique.testing.readings import readings


class Tables(HTMLParser):
    """The tables of a page by their summaries, each a list of rows; and the marked words with their styles."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.rows: dict[str, list[list[str]]] = {}
        self.marks: list[tuple[str, str]] = []
        self.paragraphs: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._summary = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row, a cell, a mark or a paragraph."""
        self._open.append((tag, dict(attrs).get("style") or ""))
        if tag == "summary":
            self._summary = ""
        elif tag == "tr":
            self.rows.setdefault(self._summary, []).append([])
        elif tag in {"td", "th"}:
            self.rows[self._summary][-1].append("")
        elif tag == "span":
            self.marks.append(("", self._open[-1][1]))
        elif tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Put text where it belongs."""
        inside = [tag for tag, _ in self._open]
        if "summary" in inside:
            self._summary += data
        elif {"td", "th"} & set(inside):
            self.rows[self._summary][-1][-1] += data
        elif "table" in inside:
            raise AssertionError(f"{data!r} stands between the cells")
        elif "span" in inside:
            self.marks[-1] = (self.marks[-1][0] + data, self.marks[-1][1])
        if "p" in inside:
            self.paragraphs[-1] += data


def found(text: str, *findings: tuple[Kind, int, int, dict[str, object]], title: str | None = None) -> Reading:
    """A reading in which these were found."""
    article = Article(text, title=title, id="7")
    made = (kind(article.span(start, end), evidence=Evidence("rule"), **more) for kind, start, end, more in findings)
    return reading_of(article, *made)


def page(reading: Reading) -> Tables:
    """What a notebook shows of a reading."""
    return Tables(reading._repr_html_())


def test_a_table_has_the_cells_of_the_rows() -> None:
    """Those that hold something in any row; countries that belong to another column stand in its cells."""
    reading = found("“Yes,” Ruiz said. “No.”", (Actor, 7, 11, {"name": "Ana Ruiz", "country": "PER"}))
    ruiz = reading.of(Actor)[0]
    spans = [reading.article.span(*place) for place in ((0, 6), (18, 23))]
    quotes = [
        Quote(spans[0], kind="direct", speaker=ruiz, evidence=Evidence("first")),
        Quote(spans[1], kind="mixed", evidence=Evidence("second")),
    ]
    reading.add(quotes, BY_HAND)
    assert page(reading).rows["quote (2)"] == [
        ["id", "paragraph", "kind", "speaker", "country", "words", "rule"],
        ["q1", "1", "direct", "Ana Ruiz", "PER", "“Yes,”", "first"],
        ["q2", "1", "mixed", "", "", "“No.”", "second"],
    ]
    claim = Claim(spans[0], claimant=ruiz, stance="demands", evidence=Evidence("third"))
    reading.add([claim], BY_HAND)
    assert page(reading).rows["claim (1)"] == [
        ["id", "paragraph", "claimant", "stance", "words", "rule"],
        ["c1", "1", "Ana Ruiz (PER)", "demands", "“Yes,”", "third"],
    ]
    head, row = page(reading).rows["actor (1)"]
    assert dict(zip(head, row, strict=True)).items() >= {"name": "Ana Ruiz", "country": "PER", "mentions": "0"}.items()


@given(readings())
def test_every_row_of_any_reading_is_shown(reading: Reading) -> None:
    """In the order of the kinds; nothing but what is left out on purpose is missing."""
    shown = page(reading).rows
    kinds = [kind for kind in reading.kinds if not kind.layout]
    assert sum(len(rows) - 1 for rows in shown.values()) == len(reading.ids())
    by_tag = {name.partition(" (")[0]: rows for name, rows in shown.items()}
    assert set(by_tag) == {finding.tag for kind in kinds for finding in reading.of(kind)}
    known = [tag for tag in by_tag if tag in COLOURS]
    assert known == [tag for tag in COLOURS if tag in by_tag]
    for tag, (head, *rows) in by_tag.items():
        of_kind = [row for finding, row in ((one, reading.row(one)) for one in reading.ids()) if finding.tag == tag]
        for row, cells in zip(of_kind, rows, strict=True):
            told = dict(zip(head, cells, strict=True))
            assert told["id"] == row["id"]
            left_out = {"article", "start", "end", "quoted", "body"}
            missing = [name for name in row if name not in told and not name.endswith(("_span", "_country"))]
            assert all(name in left_out or row[name] in {None, ""} for name in missing)
            assert not left_out & set(told)


def test_errors_and_the_title_stand_in_front() -> None:
    """Each in a paragraph of its own; without them there is none."""
    reading = found("Hello.", title="A & B")
    reading.fail(Failure("odd", "ValueError", "no <luck>"))
    reading.fail(Failure("odder", "KeyError", "7"))
    assert page(reading).paragraphs == [
        "Failed: odd: ValueError: no <luck>",
        "Failed: odder: KeyError: 7",
        "A & B",
        "Nothing was found.",
    ]
    assert page(found("Hello.")).paragraphs == ["Nothing was found."]


def lines(*colours: str) -> str:
    """The lines below words, one under the other."""
    return ",".join(f"0 {2 * number}px {colour}" for number, colour in enumerate(colours, 1))


def test_each_kind_has_its_line_and_passages_a_shade() -> None:
    """The lines of all kinds that cover a word stand below it, in one order; a legend shows them."""
    quote, place, time = COLOURS["quote"], COLOURS["place"], COLOURS["time"]
    reading = found("“In Oslo” today", (Time, 10, 15, {}), (Quote, 0, 9, {}))
    span = reading.article.span(4, 8)
    reading.add([Place(span, name="Oslo", mentions=(span,), evidence=Evidence("rule"))], BY_HAND)
    shown = page(reading)
    assert shown.marks == [
        ("quote", f"box-shadow:{lines(quote)};background:{quote}26;margin-right:1em"),
        ("place", f"box-shadow:{lines(place)};margin-right:1em"),
        ("time", f"box-shadow:{lines(time)};margin-right:1em"),
        ("“In ", f"box-shadow:{lines(quote)};background:{quote}26"),
        ("Oslo", f"box-shadow:{lines(quote, place)};background:{quote}26"),
        ("”", f"box-shadow:{lines(quote)};background:{quote}26"),
        ("today", f"box-shadow:{lines(time)}"),
    ]
    assert shown.paragraphs == ["quote place time"]


def test_kinds_of_plugins_share_a_colour() -> None:
    """They come behind those of core."""
    shown = page(found("Hello there", (Annotation, 0, 5, {}), (Quote, 0, 11, {})))
    quote = COLOURS["quote"]
    assert shown.marks[-2] == ("Hello", f"box-shadow:{lines(quote, OTHER)};background:{quote}26")


@pytest.mark.parametrize("kind", [Quote, Claim, Position, Delegation, Actor, Place, Time, Event, Dateline])
def test_whole_passages_are_shaded(kind: Kind) -> None:
    """Names, places and days are not."""
    span = Article("Hello").span(0, 5)
    more: dict[str, object] = {}
    if kind is Actor:
        more = {"mentions": (Mention(span, span),)}
    elif kind is Place:
        more = {"mentions": (span,)}
    _, (words, style) = page(found("Hello", (kind, 0, 5, more))).marks
    assert words == "Hello"
    assert ("background" in style) == (kind in {Quote, Claim, Position, Delegation})


@pytest.mark.parametrize("colour", [*COLOURS.values(), OTHER])
def test_colours_are_colours(colour: str) -> None:
    """Six hexadecimal digits, none of them twice."""
    assert re.fullmatch("#[0-9a-f]{6}", colour)
    assert [*COLOURS.values(), OTHER].count(colour) == 1


def test_marks_say_what_they_are_of() -> None:
    """All that covers a word, with ids, names and rules, when it is pointed at."""
    article = Article("“Yes.”")
    whole = article.span(0, 6)
    ruiz = Actor(whole, name="Ana Ruiz", evidence=Evidence("named"))
    findings: dict[Annotation, str] = {
        Quote(whole, speaker=ruiz, evidence=Evidence("said")): "q1",
        Claim(whole, territory=Territory(whole), evidence=Evidence("claimed")): "c1",
    }
    html = html_of(article, findings, {one: {} for one in findings})
    assert 'title="q1 quote Ana Ruiz (said); c1 claim (claimed)">“Yes.”</span>' in html


def test_layout_and_names_are_not_shown() -> None:
    """They do not travel in records, either."""
    assert page(found("Ana", (Name, 0, 3, {}))).paragraphs == ["Nothing was found."]
