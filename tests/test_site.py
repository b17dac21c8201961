"""The pages: what the check of the built site sees, and that links between the Markdown files lead somewhere."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
MARKDOWN = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "plugins/*/*.md", "plugins/*.md")
    for path in ROOT.glob(pattern)
    if "_build" not in path.parts
)


@pytest.fixture(scope="module")
def check_site() -> Any:
    """The program that checks the built pages."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        return import_module("check_site")
    finally:
        sys.path.remove(str(ROOT / "docs"))


@pytest.fixture
def problems(tmp_path: Path, check_site: Any) -> Callable[..., list[str]]:
    """Check a site of the given files, beside a page ``other.html`` with a heading."""

    def check(**files: str) -> list[str]:
        tmp_path.joinpath("other.html").write_text('<h1 id="top-of-it">Other</h1>')
        tmp_path.joinpath("style.css").write_text(files.pop("css", ""))
        tmp_path.joinpath("code.js").write_text(files.pop("js", ""))
        for name, text in files.items():
            tmp_path.joinpath(f"{name}.html").write_text(text)
        found: list[str] = check_site.problems(tmp_path)
        return found

    return check


@pytest.mark.parametrize(
    "html",
    [
        '<a href="other.html#top-of-it">there</a><a href="#here">here</a><p id="here">',
        '<link rel="stylesheet" href="style.css"><script src="code.js?v=1"></script>',
        '<a href="https://example.org/page">somewhere else: nobody asks for it but who follows it</a>',
        '<img src="data:image/png;base64,AAAA"><svg><use href="#sign"/></svg>',
        '<form action="other.html"></form><link rel="next" href="other.html">',
    ],
)
def test_what_stands_on_its_own_is_passed(problems: Callable[..., list[str]], html: str) -> None:
    """Links to places that are there, files of the site, data in the page, and ways out of the site are no problem."""
    assert problems(index=html) == []


@pytest.mark.parametrize(
    "html, told",
    [
        ('<a href="gone.html">there</a>', "index.html links to gone.html"),
        ('<a href="other.html#gone">there</a>', "index.html links to other.html#gone"),
        ('<a href="#gone">here</a>', "index.html links to #gone"),
        ('<a href="../outside.html">out</a>', "index.html links to ../outside.html"),
        ('<img src="gone.png">', "index.html loads gone.png"),
        ('<img src="https://example.org/a.png">', "index.html loads https://example.org/a.png"),
        ('<img srcset="style.css 1x, //example.org/b.png 2x">', "index.html loads //example.org/b.png"),
        ('<link rel="preconnect" href="https://example.org/">', "index.html loads https://example.org/"),
        ('<script>fetch("https://example.org/x")</script>', "index.html loads https://example.org/x"),
        ("<style>@import 'https://example.org/x.css';</style>", "index.html loads https://example.org/x.css"),
        ('<p style="background: url(//example.org/c.png)">', "index.html loads //example.org/c.png"),
    ],
)
def test_what_is_broken_or_elsewhere_is_told(problems: Callable[..., list[str]], html: str, told: str) -> None:
    """A link that leads nowhere and whatever a browser would fetch from elsewhere are told with their page."""
    assert problems(index=html) == [told]


def test_style_sheets_and_scripts_are_read(problems: Callable[..., list[str]]) -> None:
    """What they load is told; comments and the names of vocabularies load nothing."""
    css = "/* url(https://example.org/no) */ a { src: url('https://example.org/f.woff') } b { src: url(code.js) }"
    js = "/* 'https://example.org/no' */ let svg = 'http://www.w3.org/2000/svg'; load(`https://example.org/j.js`)"

    assert problems(index="<p>", css=css, js=js) == [
        "code.js loads https://example.org/j.js",
        "style.css loads https://example.org/f.woff",
    ]


def test_a_folder_without_pages_is_no_site(tmp_path: Path, check_site: Any) -> None:
    """A wrong path does not pass as a site without problems."""
    assert check_site.problems(tmp_path) == [f"{tmp_path} holds no page"]


@pytest.mark.parametrize("language, read", [("toml", tomllib.loads), ("json", json.loads)])
def test_data_on_the_pages_can_be_read(language: str, read: Callable[[str], object]) -> None:
    """What is shown as TOML or JSON is that."""
    pattern = re.compile(rf"^ *```{language}\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
    blocks = [block for path in MARKDOWN for block in pattern.findall(path.read_text(encoding="utf-8"))]

    assert blocks
    assert all(read(block) for block in blocks)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_markdown_files_lead_somewhere(path: Path) -> None:
    """Each relative link names a file or a folder of the repository."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]

    assert [link for link in links if link and not (path.parent / link).exists()] == []
