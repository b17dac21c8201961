"""Groups without a name of their own: "Ukrainian authorities", "U.S. officials", "Wagner fighters"."""

from __future__ import annotations

import regex
from communique.countries import CountryWord

from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS
from communique_actors.listed import Listed
from communique_actors.scene import Scene
from communique_actors.states import attributive, country_words

_NOUN = regex.compile(r" (?:[a-z-]{2,16}+ ){0,2}?([a-z]{3,16}+)\b")
_SECTORS = {
    "MIL": "forces troops soldiers officers commanders army",
    "REB": "rebels militants fighters separatists insurgents militias",
    "LEG": "lawmakers mps senators",
    "COP": "police",
    "CVL": "protesters demonstrators settlers voters citizens",
}
_SECTOR_OF = {noun: sector for sector, nouns in _SECTORS.items() for noun in nouns.split()}


def groups(scene: Scene) -> list[Draft]:
    """Give the groups named by a country and a noun for people who act."""
    found: dict[str, Draft] = {}
    for listed, means in country_words(scene):
        end = group_of_country(scene, listed, means)
        if end:
            span = scene.span(listed.start, end)
            draft = found.get(span.text.casefold())
            if draft is None:
                noun = span.text.rsplit(" ", 1)[-1]
                draft = Draft("group", span.text, group_of_country, [span], country=means.country.state)
                draft.sector = _SECTOR_OF.get(noun, "GOV")
                found[span.text.casefold()] = draft
            draft.mention(span, "nominal")
    return list(found.values())


def group_of_country(scene: Scene, listed: Listed, means: CountryWord) -> int:
    """Give the end of a group's name that starts with a country's adjective, or 0.

    Matches "Ghanaian negotiators"; not "Ghanaian cocoa".
    """
    if means.form != "adjective" and not attributive(scene, listed, means):
        return 0
    noun = scene.article.match(_NOUN, listed.end)
    position = listed.end
    for _ in range(3):
        noun = scene.after(position)
        if not noun or noun in WORDS.stop and noun not in {"officials", "police"}:
            return 0
        position += 1 + len(noun)
        if noun in WORDS.collective:
            return position
    return 0
