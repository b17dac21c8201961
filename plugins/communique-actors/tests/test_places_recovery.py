"""Places composed into sentences come back with their spans and countries, whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Place, read
from communique.plugins import load
from communique.testing.promises import check_dress, check_local
from communique_actors.gazetteer import namesakes
from communique_actors.lexicons import PLACES

FRAMES = (
    "Roads near {} were closed.", "A clinic in {} opened.", "Rain fell across {} at night.",
    "They drove from the border to {} on Friday.", "Nobody knew how many lived around {} then.",
)  # fmt: skip
FILLERS = ("Schools were open again.", "It was the third such week.", "Nobody was hurt, and the buses ran.")
REGIONS = {
    "Texas": "USA", "Ontario": "CAN", "Queensland": "AUS", "Yorkshire": "GBR", "Bavaria": "DEU", "Sindh": "PAK",
    "Gujarat": "IND", "Sonora": "MEX", "Andalusia": "ESP", "Kenya": "KEN", "Peru": "PER", "Norway": "NOR",
}  # fmt: skip
UNLISTED = ("Tarnholm", "Oquarro", "Brelvik", "Dovumbe", "Zelbrinsk", "Vaschelle")
PERSONS = ("Ana Tarnholm", "Jordan Oquarro", "Maria Brelvik", "Austin Dovumbe", "Florence Zelbrin")


def _certain() -> tuple[str, ...]:
    """Names that stand for one place only and are no part of another kind of name."""
    listed = dict.fromkeys(entry.surface for entry in PLACES.entries if entry.means.country)
    return tuple(
        name for name in listed if name.isalpha() and name.isascii() and len(name) > 6 and not namesakes(name).countries
    )


CERTAIN = _certain()
COUNTRIES = {entry.surface: entry.means.country for entry in PLACES.entries}


def found(text: str) -> list[tuple[str, str | None]]:
    """All mentions of places of a text with their countries, in order."""
    every = [
        (span.start, span.text, place.country)
        for place in read(text, only={Place}).of(Place)
        for span in place.mentions
    ]
    return [(name, country) for _, name, country in sorted(every)]


@given(
    st.lists(st.tuples(st.sampled_from(CERTAIN), st.sampled_from(FRAMES)), min_size=1, max_size=4),
    st.sampled_from(FILLERS),
)
def test_listed_places_come_back(pairs: list[tuple[str, str]], filler: str) -> None:
    """Every listed name is found where it stands, with the country of its row."""
    text = f" {filler} ".join(frame.format(name) for name, frame in pairs)
    assert found(text) == [(name, COUNTRIES[name]) for name, _ in pairs]


@given(st.sampled_from(UNLISTED), st.sampled_from(sorted(REGIONS)), st.sampled_from((", {}, ", ", in {}, ", " in {} ")))
def test_an_unlisted_place_lies_where_its_qualifier_says(name: str, region: str, joint: str) -> None:
    """Another region in its place moves it, and nothing else changes."""
    text = f"A bridge in {name}{joint.format(region)}fell. {FILLERS[0]}"
    assert found(text) == [(name, REGIONS[region]), (region, REGIONS[region])]


@given(st.sampled_from(("London", "Paris", "Edmonton", "Waterloo", "Perth", "Cambridge")), st.data())
def test_a_qualifier_decides_between_namesakes(name: str, data: st.DataObject) -> None:
    """The state behind a name decides wherever places of that name lie, and for all its mentions."""
    lying = [region for region, country in REGIONS.items() if country in namesakes(name).countries]
    region = data.draw(st.sampled_from(lying))
    text = f"A school in {name}, {region}, burned down. {FILLERS[1]} Streets in {name} were closed."
    assert [country for found_name, country in found(text) if found_name == name] == [REGIONS[region]] * 2


@given(st.sampled_from(PERSONS), st.sampled_from(FILLERS))
def test_names_of_persons_are_no_places(person: str, filler: str) -> None:
    """Neither a given name that is a state's nor a surname that is a village's is a place."""
    surname = person.split()[1]
    text = f"Foreign Minister {person} said so. {filler} {surname} left later, and {surname}'s staff stayed."
    assert found(text) == []


@given(st.permutations(UNLISTED), st.integers(2, 5))
def test_the_longest_name_wins(names: list[str], several: int) -> None:
    """A name inside a longer one is not found besides it."""
    rows = (
        "Papua New Guinea",
        "Equatorial Guinea",
        "South Sudan",
        "New South Wales",
        "North Ossetia",
        "Ho Chi Minh City",
    )
    text = " ".join(
        f"Storms hit {long} after {short}'s fair." for long, short in zip(rows[:several], names, strict=False)
    )
    assert [name for name, _ in found(text) if name in " ".join(rows)] == list(rows[:several])


@given(st.lists(st.sampled_from(CERTAIN), min_size=2, max_size=5, unique=True))
def test_evidence_quotes_the_text(names: list[str]) -> None:
    """Cues are words of the article, the first of them the place's."""
    article = Article(" ".join(f"A boat left {name} at noon." for name in names))
    for place in read(article, only={Place}).of(Place):
        assert place.evidence.cues[0] == place.span == place.mentions[0]
        assert all(article.text[cue.start : cue.end] == cue.text for cue in place.evidence.cues)


@pytest.mark.parametrize(
    "text",
    [
        "In San Jose, California, and in San Jose, Costa Rica, shops in Santa Ana were shut.",
        "The prize was won by Jordan Whitlow. Jordan left the village of Novi Tarn for Córdoba, Argentina.",
        "Nassau County, New York, and the Marburg virus were named in Oslo, Novi Tarn and Bergen.",
    ],
)
def test_dress_and_what_follows_do_not_matter(text: str) -> None:
    """Blanks, accents and marks in another dress, and a paragraph behind, change no place."""
    pipeline = load().only({Place})
    assert not check_dress(pipeline, Article(text))
    assert not check_local(pipeline, Article(text))
