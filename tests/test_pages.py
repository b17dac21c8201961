"""Web pages in: the article without what stands around it, and what to do where trafilatura is not installed."""

from __future__ import annotations

import codecs
import html
import io
import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import Delegation, Quote, read
from communique.cli import run
from communique.pages import HtmlExtraMissingError, PageError, article_of, decoded

PAGE = Path(__file__).parent / "pages" / "fishing-line.html"


@pytest.fixture
def page() -> bytes:
    """A page with navigation, a caption, a footer and a script around its article."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    return PAGE.read_bytes()


def test_the_article_of_a_page_is_found(page: bytes) -> None:
    """Its paragraphs, its headline, its day and its address; nothing of what stands around them."""
    article = article_of(page, id="ferry")

    assert article.text.split("\n\n")[0].startswith("VALLETTA, Feb 10 (Harbour Post) — Malta and Tunisia will meet")
    assert article.text.split("\n\n")[-1] == "The talks would be the first in four years."
    assert not [word for word in ("Home", "Lampedusa", "rights", "Subscribe", "<") if word in article.text]
    assert article.title == "Malta and Tunisia to talk about fishing line"
    assert (article.published, article.id) == (date(2026, 2, 11), "ferry")
    assert article.source == "https://harbour.example/2026/02/fishing-line"


def test_what_is_found_points_into_the_text_of_the_page(page: bytes) -> None:
    """A page is read like any article."""
    reading = read(article_of(page))

    assert [quote.speaker.name for quote in reading.of(Quote) if quote.kind == "direct" and quote.speaker] == [
        "Rita Zammit",
        "Karim Jaziri",
    ]
    assert [one.party.name for one in reading.of(Delegation) if one.party] == ["Tunisia"]
    assert all(reading.article.text[one.span.start : one.span.end] == one.span.text for one in reading.ids())


def test_bytes_and_text_give_the_same_article(page: bytes) -> None:
    """Twice the same, however the page came."""
    first, second = article_of(page), article_of(page.decode())
    assert (first.text, first.title, first.published) == (second.text, second.title, second.published)


WORDS = ["Envoys", "of", "both", "states", "met", "again", "at", "the", "border", "on", "Monday", "“Yes,”", "café", "&"]
PARAGRAPHS = st.lists(st.lists(st.sampled_from(WORDS), min_size=12, max_size=30).map(" ".join), min_size=2, max_size=5)


@settings(max_examples=25)
@given(PARAGRAPHS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"]))
def test_paragraphs_of_a_page_are_those_of_its_article(paragraphs: list[str], encoding: str) -> None:
    """A blank line between them, whatever the encoding of the page and whatever stands around them."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    told = [f"{number}. {one}." for number, one in enumerate(paragraphs, 1)]
    if encoding == "iso-8859-1":
        told = [one.replace("“", "").replace("”", "") for one in told]
    body = "".join(f"<p>{html.escape(one)}</p>" for one in told)
    charset = '<meta charset="iso-8859-1">' if encoding == "iso-8859-1" else ""
    page = f"<html><head>{charset}</head><body><nav><a>Home</a></nav><article>{body}</article></body></html>"
    article = article_of(page.encode(encoding), source="a.html", id="a")
    assert article.text.split("\n\n") == told
    assert (article.id, article.source) == ("a", "a.html")


def test_an_address_is_taken_where_the_page_names_none(page: bytes) -> None:
    """The page's own address is kept, one that is given stands in for it, else the name of the outlet."""
    bare = page.replace(b'<link rel="canonical" href="https://harbour.example/2026/02/fishing-line">', b"")
    assert article_of(page, source="a.html").source == "https://harbour.example/2026/02/fishing-line"
    assert article_of(bare, source="a.html").source == "a.html"
    assert article_of(bare).source == "The Harbour Post"


@pytest.mark.parametrize("html", ["", "<p>", "<html><body></body></html>", b"", b"\x00\xff"])
def test_a_page_without_article_is_told(html: str | bytes) -> None:
    """There is nothing to read."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    with pytest.raises(PageError, match="there is no article in this page"):
        article_of(html)


@pytest.mark.parametrize(
    "raw, text",
    [
        ("“Sí,” she said".encode(), "“Sí,” she said"),
        (codecs.BOM_UTF8 + "“Sí”".encode(), "“Sí”"),
        (codecs.BOM_UTF16_LE + "“Sí”".encode("utf-16-le"), "“Sí”"),
        (b"\x93S\xed,\x94 she said", "“Sí,” she said"),
        (b"<meta charset=latin1>\x93S\xed\x94", "<meta charset=latin1>“Sí”"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xe4\xc1',
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">Да',
        ),
        (b"<meta charset=utf-16>S", "<meta charset=utf-16>S"),
        (b"<meta charset=rot13>S", "<meta charset=rot13>S"),
        (b"<meta charset=none-such>S", "<meta charset=none-such>S"),
        ("<meta charset=euc-jp>“Sí”".encode(), "<meta charset=euc-jp>“Sí”"),
    ],
)
def test_pages_are_decoded_as_they_say(raw: bytes, text: str) -> None:
    """By their mark or their head; one that says nothing, or nothing true, is UTF-8 or Windows-1252."""
    assert decoded(raw) == text


@given(st.binary(max_size=60), st.sampled_from(["", "utf-8", "cp037", "shift_jis", "big5", "idna", "iso8859-7", "hex"]))
def test_any_bytes_are_decoded(raw: bytes, charset: str) -> None:
    """Whatever is declared and whatever comes."""
    assert isinstance(decoded(f'<meta charset="{charset}">'.encode() + raw), str)


def test_what_is_of_no_encoding_is_windows_with_gaps() -> None:
    """As browsers show it."""
    assert decoded(b"\x93\xff\x94 \x81") == "“ÿ” �"


def test_comments_of_readers_are_left_out() -> None:
    """They are not the story."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    story = "".join(
        f"<p>Envoys of both states met again at the border on day {number} of the talks.</p>" for number in range(9)
    )
    comments = "".join(
        f"<p>I, for one, think that reader {number} has not understood the talks at all.</p>" for number in range(4)
    )
    page = f'<html><body><article>{story}</article><div id="comments" class="comments">{comments}</div></body></html>'
    text = article_of(page).text
    assert "on day 8 of the talks." in text
    assert "reader" not in text


# ---------------------------------------------------------------- on the command line


def test_pages_become_lines_that_extract_reads(page: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``articles`` keeps the text to which the offsets of the records belong."""
    tmp_path.joinpath("ferry.HTM").write_bytes(page)
    lines, records = tmp_path / "stories.jsonl", tmp_path / "records.jsonl"

    assert run(["articles", str(tmp_path / "ferry.HTM"), "-o", str(lines)]) == 0
    assert run(["extract", str(lines), "-o", str(records)]) == 0
    story, record = json.loads(lines.read_text()), json.loads(records.read_text())
    assert list(story) == ["id", "title", "source", "published", "text"]
    assert (record["article"]["id"], record["article"]["published"]) == ("ferry.HTM", "2026-02-11")
    for quote in record["quotes"]:
        assert story["text"][quote["span"]["start"] : quote["span"]["end"]] == quote["span"]["text"]
    assert run(["extract", str(tmp_path / "ferry.HTM"), "--only", "delegation", "-f", "csv"]) == 0
    assert "Karim Jaziri" in capsys.readouterr().out


def test_a_page_may_come_from_standard_input(
    page: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard input has no ending: it is a page if it begins like one, or if -i html says so."""
    for options, content in (([], page), (["-i", "html"], page.partition(b"\n")[2]), (["-i", "html"], b"<p>\n" + page)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert run(["articles", *options]) == 0
        assert json.loads(capsys.readouterr().out)["title"] == "Malta and Tunisia to talk about fishing line"


def test_page_without_an_address_has_that_of_its_file(
    page: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its path as it was named; what comes from standard input has none."""
    bare = re.sub(rb"<(link|meta)[^>]*>", b"", page).replace(b"harbour.example", b"")
    file = tmp_path / "ferry.html"
    file.write_bytes(bare)
    assert run(["articles", str(file)]) == 0
    article = json.loads(capsys.readouterr().out)
    assert (article["id"], article["source"]) == ("ferry.html", str(file))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bare)))
    assert run(["articles", "-i", "html"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert "id" not in article
    assert "source" not in article


def test_articles_of_other_forms_are_written_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text and lines give lines; what cannot be read is told, and the rest goes on."""
    tmp_path.joinpath("one.txt").write_text("One.")
    tmp_path.joinpath("bad.txt").write_bytes(b"\xff\xfe")
    tmp_path.joinpath("two.jsonl").write_text('{"text": "Two \\ud800."}\n')
    files = [str(tmp_path / name) for name in ("one.txt", "bad.txt", "two.jsonl")]

    assert run(["articles", *files, "--published", "2026-01-23"]) == 1
    output = capsys.readouterr()
    assert [json.loads(line) for line in output.out.splitlines()] == [
        {"id": "one.txt", "source": files[0], "published": "2026-01-23", "text": "One."},
        {"published": "2026-01-23", "text": "Two \ud800."},
    ]
    assert "bad.txt is not UTF-8" in output.err


def test_an_empty_page_gives_a_record_with_its_error(page: bytes, tmp_path: Path) -> None:
    """One page without an article costs nothing but itself."""
    tmp_path.joinpath("empty.html").write_text("<p>")
    tmp_path.joinpath("ferry.html").write_bytes(page)
    records = tmp_path / "records.jsonl"

    assert run(["extract", *(str(tmp_path / name) for name in ("empty.html", "ferry.html")), "-o", str(records)]) == 1
    empty, ferry = map(json.loads, records.read_text().splitlines())
    assert empty["provenance"]["errors"][0]["type"] == "PageError"
    assert ferry["provenance"]["errors"] == []


def test_without_trafilatura_the_way_out_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The extra is named by what is typed to get it; nothing else of the command line needs it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(HtmlExtraMissingError, match=r'pip install "communique\[html\]"'):
        article_of("<p>Text.")

    assert run(["articles", str(PAGE)]) == 2
    assert 'pip install "communique[html]"' in " ".join(capsys.readouterr().err.split())
