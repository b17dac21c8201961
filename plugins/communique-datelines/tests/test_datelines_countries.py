"""The country of a filing place: from what is printed behind it, else from its name."""

from __future__ import annotations

import pytest

from communique import Article, Dateline, Pipeline
from communique_datelines import communique_extractors

PIPELINE = Pipeline.of(communique_extractors())


@pytest.mark.parametrize(
    "places, countries",
    [
        ("LONDON", ["GBR"]),
        ("LONDON, Ohio", ["USA"]),
        ("TBILISI, Georgia", ["GEO"]),
        ("MACON, Ga.", ["USA"]),
        ("QUORVEX, Georgia", [None]),  # either of two
        ("LAHORE, Punjab", ["PAK"]),
        ("HOHHOT, Inner Mongolia", ["CHN"]),
        ("QUORVEX, Mongolia", ["MNG"]),
        ("QUORVEX, near Amman, Jordan", ["JOR"]),
        ("QUORVEX (SYRIA), Jan 5", ["SYR"]),
        ("WORCESTER, Mass", ["USA"]),
        ("HULL, QUE.", ["CAN"]),
        ("CALI, Quorvex Province", ["COL"]),
        ("SAN JOSE", [None]),
        ("SAN JOSE, Costa Rica", ["CRI"]),
        ("SAN JOSE, Calif.", ["USA"]),
        ("JERUSALEM", [None]),
        ("RAMALLAH, West Bank", ["PSE"]),
        ("UNITED NATIONS", [None]),
        ("QUORVEX", [None]),
        ("KYIV/MOSCOW/Geneva", ["UKR", "RUS", "CHE"]),
    ],
)
def test_country(places: str, countries: list[str | None]) -> None:
    (dateline,) = PIPELINE.run(Article(f"{places} (AP) - Envoys met on Friday.")).of(Dateline)
    assert [place.country for place in dateline.places] == countries
