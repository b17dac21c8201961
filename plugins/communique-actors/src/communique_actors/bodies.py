"""Organizations and groups with a name: listed, told by a noun, or known by the letters in brackets."""

from __future__ import annotations

import re

from communique import Name
from communique.kinds import ActorKind
from communique.patterns import CAPITAL
from communique_actors.drafts import Draft
from communique_actors.employers import role_by_words
from communique_actors.lexicons import ListedPlace, Organization
from communique_actors.listed import country_of
from communique_actors.scene import Scene

_ACRONYM = re.compile(rf",? \((?:the |or |known as )?[\"']?({CAPITAL}[\w-]{{1,9}}+)[\"']?\)")
_MINISTRY = re.compile(r"\b(?:ministry|ministries|department|office)\b", re.IGNORECASE)
_OF = (" of the ", " of ")
_BODIES = frozenset({"organization", "group"})
_NOT_OWNED = frozenset({"IGO", "UNO", "EUR"})
_MOST_NAMESAKES = 20
"""No more bodies whose names end in one word are compared."""


class Bodies:
    """The bodies of an article by their names as `plain` gives them."""

    def __init__(self) -> None:
        """None is known yet."""
        self._by_name: dict[str, Draft] = {}
        self._by_last_word: dict[str, list[Draft]] = {}
        self.drafts: list[Draft] = []

    def known(self, name: str, country: str | None, *, loosely: bool = False) -> Draft | None:
        """The body of a name, or the one named last whose name ends in it or that it ends in, of the same country.

        Loosely, one word is enough: "the army" for "the Kenyan army".
        """
        draft = self._by_name.get(name)
        if draft is not None and _agree(draft.country, country):
            return draft
        for other in reversed(self._by_last_word.get(_last_word(name), ())):
            if _agree(other.country, country) and (loosely or _ends_in(plain(other.name), name)):
                return other
        return None

    def add(self, name: str, draft: Draft) -> None:
        """Take in a body, or a name it has besides."""
        if not draft.mentions and draft not in self.drafts[-_MOST_NAMESAKES:]:
            self.drafts.append(draft)
        self._by_name.setdefault(name, draft)
        same = self._by_last_word.setdefault(_last_word(name), [])
        if len(same) < _MOST_NAMESAKES and draft not in same:
            same.append(draft)

    def called(self, name: str) -> Draft | None:
        """The body of exactly that name."""
        return self._by_name.get(name)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _ends_in(one: str, other: str) -> bool:
    """Tell whether one of two names is the end of the other: "Foreign Ministry", "Iranian Foreign Ministry"."""
    return " " in min(one, other, key=len) and (one.endswith(f" {other}") or other.endswith(f" {one}"))


def plain(name: str) -> str:
    """A name as it is compared: blanks and case aside."""
    single = name.isascii() and "  " not in name and "\n" not in name
    return name.lower() if single else " ".join(name.split()).casefold()


def _last_word(key: str) -> str:
    return key.rsplit(" ", 1)[-1]


def bodies(scene: Scene) -> Bodies:
    """Give the organizations and named groups of an article."""
    found = Bodies()
    for _, end, sort, name in scene.spots:
        if sort in _BODIES:
            draft = _draft(scene, name, found)
            draft.mention(name.span, phrase=scene.with_article(name.span))
            if scene.folded.startswith((" (", ", ("), end):
                _take_acronym(scene, end, draft, found)
        elif sort == "unknown" and found.drafts and (known := found.called(plain(name.span.text))) is not None:
            known.mention(name.span)
    return found


def _take_acronym(scene: Scene, end: int, draft: Draft, found: Bodies) -> None:
    acronym = scene.article.match(_ACRONYM, end)
    if acronym is not None:
        found.add(plain(scene.article.span_of(acronym, 1).text), draft)


def _draft(scene: Scene, name: Name, found: Bodies) -> Draft:
    text = name.span.text
    key = plain(text)
    body = listed_body(scene, name)
    owned = body is None or body.prefix not in _NOT_OWNED
    country = (name.country or owner(scene, name)) if owned else None
    draft = found.called(plain(body.name)) if body else None
    if draft is None or not _agree(draft.country, country):
        draft = found.known(key, country)
    if draft is None:
        draft = Draft(body.kind, text, listed_body, [name.span]) if body else body_by_noun(scene, name)
        draft.country = country
        if body is not None:
            draft.sector, draft.nouns, draft.office_country = body.prefix, body.nouns, body.usual
            found.add(plain(body.name), draft)
    found.add(key, draft)
    draft.country = draft.country or country
    if len(text) > len(draft.name):
        draft.name = text
    return draft


def listed_body(scene: Scene, name: Name) -> Organization | None:
    """A body of the word list.

    Matches "OSCE"; not "Osceola".
    """
    listed = scene.lists.starting.get(name.span.start)
    whole = listed is not None and listed.end == name.span.end
    return listed.means if listed and whole and isinstance(listed.means, Organization) else None


def body_by_noun(scene: Scene, name: Name) -> Draft:
    """A body told by one of its words.

    Matches "Harbour Workers Union"; not "Union Street".
    """
    kind: ActorKind = "group" if name.sort == "group" else "organization"
    ending = scene.lists.ending.get(name.span.end)
    sector = "GOV" if _MINISTRY.search(name.span.text) else role_by_words(name.span.text)
    if ending is not None and isinstance(ending.means, Organization):  # "Peruvian Congress"
        sector = "GOV" if ending.means.prefix in _NOT_OWNED else ending.means.prefix
    return Draft(kind, name.span.text, body_by_noun, [name.span], sector=sector)


def owner(scene: Scene, name: Name) -> str | None:
    """The country whose body it is, by what stands beside it: "Kenya's Supreme Court", "Turkish Kurds"."""
    start, end = name.span.start, name.span.end
    if scene.folded.endswith("'s ", max(0, start - 3), start):
        listed = scene.lists.ending.get(start - 3)
        return country_of(listed) if listed else None
    described = scene.lists.ending.get(start - 1)
    if described is not None and described.start in scene.adjectives and scene.folded[start - 1 : start] == " ":
        return country_of(described)
    for connector in _OF if scene.folded.startswith(" of ", end) else ():
        if scene.folded.startswith(connector, end):
            listed = scene.lists.starting.get(end + len(connector))
            return country_of(listed) if listed else None
    inner = next((one.country.state for one in scene.countries_in(start, end)), None)
    region = scene.lists.ending.get(end) if inner is None else None  # "the University of Texas"
    if region is not None and region.start > start and isinstance(region.means, ListedPlace):
        return region.means.country if region.means.sort == "province" else None
    return inner
