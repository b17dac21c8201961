"""Organizations and groups with a name: listed, told by a noun, or known by the letters in brackets."""

from __future__ import annotations

import re

from communique import Name
from communique.kinds import ActorKind
from communique.patterns import CAPITAL
from communique_actors.drafts import Draft
from communique_actors.lexicons import Organization
from communique_actors.listed import country_of
from communique_actors.scene import Scene

_ACRONYM = re.compile(rf" \((?:the )?\"?({CAPITAL}[\w-]{{1,9}}+)\"?\)")
_MINISTRY = re.compile(r"\b(?:ministry|ministries|department|office)\b", re.IGNORECASE)


def bodies(scene: Scene) -> list[Draft]:
    """Give the organizations and named groups of an article."""
    found: dict[str, Draft] = {}
    for name in scene.names:
        if name.sort in {"organization", "group"}:
            draft = _draft(scene, name, found)
            draft.mention(name.span, phrase=scene.with_article(name.span))
            if (acronym := scene.article.match(_ACRONYM, name.span.end)) is not None:
                span = scene.article.span_of(acronym, 1)
                found.setdefault(_key(span.text), draft)
        elif found and name.sort == "unknown" and (known := found.get(_key(name.span.text))) is not None:
            known.mention(name.span)
    return list({id(draft): draft for draft in found.values()}.values())


def _draft(scene: Scene, name: Name, found: dict[str, Draft]) -> Draft:
    body = listed_body(scene, name)
    key = _key(body.name if body else name.span.text)
    draft = found.get(key) or found.get(_key(name.span.text))
    if draft is None:
        draft = Draft(body.kind, name.span.text, listed_body, [name.span]) if body else body_by_noun(name)
        draft.country = name.country or _owner(scene, name)
        draft.sector = body.prefix if body else draft.sector
    found.setdefault(key, draft)
    found.setdefault(_key(name.span.text), draft)
    if len(name.span.text) > len(draft.name):
        draft.name = name.span.text
    return draft


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def listed_body(scene: Scene, name: Name) -> Organization | None:
    """A body of the word list.

    Matches "OSCE"; not "Osceola".
    """
    listed = scene.lists.starting.get(name.span.start)
    whole = listed is not None and listed.end == name.span.end
    return listed.means if listed and whole and isinstance(listed.means, Organization) else None


def body_by_noun(name: Name) -> Draft:
    """A body told by one of its words.

    Matches "Harbour Workers Union"; not "Union Street".
    """
    kind: ActorKind = "group" if name.sort == "group" else "organization"
    sector = "GOV" if _MINISTRY.search(name.span.text) else ""
    return Draft(kind, name.span.text, body_by_noun, [name.span], sector=sector)


def _owner(scene: Scene, name: Name) -> str | None:
    """The country whose body it is, by what stands beside it: "Kenya's Supreme Court", "the Bank of Ghana"."""
    start, end = name.span.start, name.span.end
    if scene.folded.endswith("'s ", max(0, start - 3), start):
        listed = scene.lists.ending.get(start - 3)
        return country_of(listed) if listed else None
    for connector in (" of ", " of the "):
        if scene.folded.startswith(connector, end):
            listed = scene.lists.starting.get(end + len(connector))
            return country_of(listed) if listed else None
    return next((one.country.state for one in scene.countries_in(start, end)), None)
