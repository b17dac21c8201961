"""Countries of officials whose own title names none, from what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from communique_actors.drafts import Draft
from communique_actors.scene import Scene

_LEAST_SHARE = 0.4


def fill_from_context(scene: Scene, drafts: list[Draft]) -> None:
    """Give persons without a country that of their office, their paragraph or the article."""
    missing = [draft for draft in drafts if draft.country is None and not draft.international and draft.mentions]
    if not missing:
        return
    named = [one for one in scene.countries if one.country.state]
    starts = [one.start for one in named]
    main = _main_country([one.country.state for one in named])
    for draft in missing:
        draft.country = draft.office_country
        if draft.country is None and draft.sector in {"GOV", "MIL", "LEG", "COP", "JUD"}:
            first = draft.starts[0]
            paragraph = scene.layout.paragraphs.at(first)
            low = scene.layout.paragraphs.starts[paragraph] if paragraph >= 0 else 0
            nearest = bisect_left(starts, first) - 1
            draft.country = named[nearest].country.state if nearest >= 0 and starts[nearest] >= low else main


def _main_country(countries: list[str | None]) -> str | None:
    """The country an article speaks of most, where it clearly speaks of one most."""
    if not countries:
        return None
    country, times = Counter(countries).most_common(1)[0]
    return country if times >= _LEAST_SHARE * len(countries) else None
