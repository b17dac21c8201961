"""Groups without a name of their own: "Ukrainian authorities", "U.S. officials", "Iraqi government forces"."""

from __future__ import annotations

from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS
from communique_actors.scene import CountryMention, Scene

_SECTORS = {
    "MIL": "forces troops soldiers officers commanders army",
    "REB": "rebels militants fighters separatists insurgents militias",
    "LEG": "lawmakers mps senators",
    "COP": "police",
    "CVL": "protesters demonstrators settlers voters citizens",
}
_SECTOR_OF = {noun: sector for sector, nouns in _SECTORS.items() for noun in nouns.split()}
_LONGEST = 3


def groups(scene: Scene) -> list[Draft]:
    """Give the groups named by a country and a noun for people who act."""
    found: dict[str, Draft] = {}
    for one in scene.free_countries:
        end = group_of_country(scene, one) if one.form == "adjective" else 0
        if end:
            span = scene.span(one.start, end)
            key = scene.folded[one.start : end].lower()
            draft = found.get(key)
            if draft is None:
                draft = Draft("group", span.text, group_of_country, [span], country=one.country.state)
                draft.sector = _SECTOR_OF.get(key.rsplit(" ", 1)[-1], "GOV")
                found[key] = draft
            draft.mention(span, "nominal", scene.with_article(span))
    return list(found.values())


def group_of_country(scene: Scene, one: CountryMention) -> int:
    """Give the end of a group's name that starts with a country's adjective, or 0.

    Matches "Ghanaian negotiators"; not "Ghanaian cocoa".
    """
    end = one.end
    for _ in range(_LONGEST):
        noun = scene.after(end)
        if not noun:
            return 0
        end += 1 + len(noun)
        if noun in WORDS.collective:
            return end
        if noun in WORDS.stop:
            return 0
    return 0
