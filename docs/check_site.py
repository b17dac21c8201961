"""Whether the built pages stand on their own: ``python docs/check_site.py docs/_build/html``.

Every link inside the site leads to a page and a heading that are there, and nothing that a browser loads by itself
(style sheets, scripts, pictures, fonts) comes from elsewhere.  A link out of the site that somebody may follow is no
request, and is not looked up.
"""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import field, frozen


@frozen
class Page:
    """What a page names, loads and links to."""

    names: set[str] = field(factory=set)
    """The places in it that can be linked to."""
    loads: list[str] = field(factory=list)
    """What a browser fetches to show it."""
    links: list[str] = field(factory=list)
    """Where its links lead."""


def problems(site: Path) -> list[str]:
    """Say what is wrong with a built site, a sentence for each broken link and each request to elsewhere."""
    site = Path(normpath(site))
    pages = {path: read_page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    found = [] if pages else [f"{site} holds no page"]
    for path, page in pages.items():
        where = path.relative_to(site)
        found += [f"{where} loads {load}" for load in page.loads if not _stands(site, path, load)]
        found += [f"{where} links to {link}" for link in dict.fromkeys(page.links) if not _leads(link, path, pages)]
    for path in sorted((*site.rglob("*.css"), *site.rglob("*.js"))):
        text = path.read_text(encoding="utf-8")
        loads = loads_of_style(text) if path.suffix == ".css" else loads_of_script(text)
        found += [f"{path.relative_to(site)} loads {load}" for load in loads if not _stands(site, path, load)]
    return found


def read_page(html: str) -> Page:
    """Read what a page names, loads and links to."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def loads_of_style(css: str) -> list[str]:
    """What a style sheet loads: other sheets, pictures, fonts."""
    return [next(filter(None, found)) for found in _STYLE_LOADS.findall(_COMMENT.sub("", css))]


def loads_of_script(code: str) -> list[str]:
    """The addresses of other hosts in a script, those that only name a vocabulary left out."""
    return [found for found in _ADDRESSES.findall(_COMMENT.sub("", code)) if "//www.w3.org/" not in found]


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_LOADS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_ADDRESSES = re.compile(r"""["'`]((?:https?:|wss?:)?//[\w.-]+\.[a-z]{2,}[^"'`\s]*)""")
_LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction"}
_NOT_LOADED = {"canonical", "next", "prev", "author", "index", "search", "license", "help", "contents", "genindex"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in attrs if value}
        self._inside = tag
        self.page.names.update(given[name] for name in ("id", "name") if name in given and tag != "meta")
        if "href" in given:
            links = tag == "a" or (tag == "link" and set(given.get("rel", "").split()) <= _NOT_LOADED)
            (self.page.links if links else self.page.loads).append(given["href"])
        for name in _LOADING & given.keys():
            parts = given[name].split(",") if name == "srcset" else [given[name]]
            self.page.loads.extend(part.split()[0] for part in parts if part.strip())
        self.page.loads.extend(loads_of_style(given.get("style", "")))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.page.loads.extend(loads_of_style(data))
        elif self._inside == "script":
            self.page.loads.extend(loads_of_script(data))


def _stands(site: Path, path: Path, load: str) -> bool:
    """Whether what is loaded is part of the page itself, or a file of the site."""
    parts = urlsplit(load)
    if parts.scheme == "data" or load.startswith("#"):
        return True
    target = _beside(path, parts.path)
    return not (parts.scheme or parts.netloc) and target.is_file() and target.is_relative_to(site)


def _leads(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    """Whether a link leads out of the site, or to a page and a place in it that are there."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme in {"http", "https", "mailto"}
    target = _beside(path, parts.path) if parts.path else path
    if target not in pages:
        return target.is_file() and not parts.fragment
    return parts.fragment in {"", "top"} or unquote(parts.fragment) in pages[target].names


def _beside(path: Path, address: str) -> Path:
    """The file to which an address leads from the page at a path."""
    return Path(normpath(path.parent / unquote(address)))


def main() -> int:
    """Print the problems of the site that is named; with one the exit status is 1."""
    found = problems(Path(sys.argv[1]))
    print("\n".join(found) if found else "no broken link, no request to elsewhere")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
