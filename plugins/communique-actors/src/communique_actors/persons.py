"""Persons: from names, titles and appositions to one draft for each, with roles and country."""

from __future__ import annotations

from communique import Name, Role

from communique_actors.drafts import Draft
from communique_actors.people import People, latest
from communique_actors.scene import Scene
from communique_actors.titles import Title, title_before


def persons(scene: Scene) -> People:
    """Put the persons of an article together."""
    people = People()
    singles: list[tuple[Name, Title | None]] = []
    for name in scene.names:
        title = title_before(scene, name.span.start) if name.sort in {"person", "unknown"} else None
        words = name.span.text.split()
        if name.sort == "person" and len(words) > 1:
            _mention(scene, people.full(words, full_name), name, title)
        elif name.sort == "person" or (name.sort == "unknown"):
            singles.append((name, title))
    for name, title in singles:
        words = name.span.text.split()
        known = people.called(words[-1]) if len(words) == 1 else []
        if known:
            _mention(scene, latest(known, name.span.start), name, title)
        elif name.sort == "person":
            _mention(scene, people.single(words[0], titled_surname), name, title)
    return people


def full_name() -> None: ...
def titled_surname() -> None: ...


def _mention(scene: Scene, draft: Draft, name: Name, title: Title | None) -> None:
    span = name.span
    start = title.start if title else span.start
    form = "name" if " " in span.text or draft.name == span.text else "surname"
    draft.mention(span, form, scene.span(start, span.end))
    if title:
        _take(scene, draft, title)


def _take(scene: Scene, draft: Draft, title: Title) -> None:
    role = scene.span(title.start, title.end)
    if any(word.sort != "courtesy" for word in title.words):
        status = next((word.status for word in reversed(title.words) if word.status != "current"), "current")
        draft.role(Role(role.text, role, None, status))
    if draft.country is None and title.countries:
        draft.country = title.countries[-1]
    for word in title.words:
        draft.gender = draft.gender or word.gender
        draft.sector = draft.sector or word.sector
