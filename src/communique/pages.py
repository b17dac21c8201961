"""Web pages to articles, by trafilatura: ``pip install "communique[html]"``.

A page becomes text before it is read, and offsets count in that text.  So the text has to be kept: write the articles
to a file first (``communique articles``), or keep `Article.text` beside the record.  Nothing is fetched.
"""

from __future__ import annotations

import codecs
import re
from datetime import date
from typing import Any

from communique.article import Article


class PageError(ValueError):
    """A page in which there is no article.

    >>> article_of("<html><body></body></html>")
    Traceback (most recent call last):
    communique.pages.PageError: there is no article in this page
    """


class HtmlExtraMissingError(ImportError):
    """trafilatura is not installed.

    >>> try:
    ...     article_of("<html><body></body></html>")
    ... except HtmlExtraMissingError as error:
    ...     print(error)  # says what to install
    ... except PageError:
    ...     print("trafilatura is there")
    trafilatura is there
    """


def article_of(page: str | bytes, *, source: str | None = None, id: str | None = None) -> Article:  # noqa: A002
    """Find the article of a web page: its text, a blank line between paragraphs, and what the page says of it.

    Headline, day of publication and address are taken from the page, where it names them; navigation, captions and
    comments are left out.

    >>> page = "<html><head><title>Talks</title></head><body><article><p>%s</p></article></body></html>"
    >>> article_of(page % "Envoys of both sides met in Oslo on Monday.", source="oslo.html").text
    'Envoys of both sides met in Oslo on Monday.'

    Args:
        page: the HTML; bytes are decoded as their byte order mark or ``<meta charset>`` says, else as UTF-8 or
            Windows-1252.
        source: where the page is from, for one that does not name its address.
        id: a name of yours for the article.

    Raises:
        PageError: if there is no text in it.
        HtmlExtraMissingError: if trafilatura is not installed.
    """
    html = decoded(page) if isinstance(page, bytes) else page
    found = _found(html)
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        raise PageError("there is no article in this page")
    text = text.removeprefix(f"{found.title}\n")  # a headline inside of the article
    return Article(
        re.sub(r"\n+", "\n\n", text),
        title=found.title or None,
        source=found.url or source or found.sitename or None,
        published=date.fromisoformat(found.date) if found.date else None,
        id=id,
    )


def _found(html: str) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        message = (
            'to read HTML, install trafilatura: pip install "communique[html]"; or make text of the pages and read that'
        )
        raise HtmlExtraMissingError(message) from error
    return bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # The day as the page's own data give it; a last day is given so that nothing asks the clock.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2200-01-01"},
    )


_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([a-zA-Z0-9._:-]{1,40})""", re.IGNORECASE)
_ENCODINGS = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-[ru]|gb\w+|big5\w*|euc_\w+|shift_jis\w*|tis-620")
_AS_WINDOWS = {"iso8859-1", "cp819"}
"""Latin-1, which browsers read as Windows-1252."""
_HEAD = 4096


def decoded(page: bytes) -> str:
    r"""Decode a page as its byte order mark or its ``<meta charset>`` says; else as UTF-8, or as Windows-1252.

    >>> decoded(b'<meta charset="iso-8859-1"><p>\x93S\xed,\x94 she said.')
    '<meta charset="iso-8859-1"><p>“Sí,” she said.'
    """
    for mark, encoding in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(encoding, "replace")
    for encoding in (_declared(page), "utf-8"):
        try:
            return page.decode(encoding)
        except UnicodeDecodeError:
            continue
    return page.decode("cp1252", "replace")


def _declared(page: bytes) -> str:
    match = _CHARSET.search(page[:_HEAD])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        name = ""
    if not _ENCODINGS.fullmatch(name):  # none, or one that a page in which this can be read is not in
        return "utf-8"
    return "cp1252" if name in _AS_WINDOWS else name
