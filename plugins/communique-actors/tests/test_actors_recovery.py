"""Persons composed into sentences come back whole, with role and country, whatever they are called."""

from __future__ import annotations

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from communique import Actor, Article, Place, Unresolved, read

NAMES = (
    "Zelbrin Oquarro", "Olvar J. Brenn", "Tockwell Ansgar-Wehl", "Ümit Çelvigan", "Jean-Oric Vaschel", "Sean O’Darragh",
    "Li Wenbao", "Han Do-ryeol", "Yamamoto Shindaro", "Khalid bin Mirwan al-Tarvi", "Abu Tarvi al-Ghazzir",
    "Reza Mirabondi", "Özgür Tarkançel", "María Tarviz Orquendo", "João dos Santos Tarvelho", "Sigrún Tarvadóttir",
    "Daw Khin Tarvi Nwe", "Abebe Tarvessa", "Karl von Tarvenberg", "J. R. Tarvington", "Đặng Tarvi Hương",
    "Xi Wenbao", "Nguyen Thanh Dovu", "Park Do-yeon", "Ahmed al-Tarvi", "Orsina van der Moldau", "Luz de la Ferranza",
)  # fmt: skip
STATES = (
    ("Kenyan", "Kenya", "KEN"), ("Peruvian", "Peru", "PER"), ("Norwegian", "Norway", "NOR"),
    ("Thai", "Thailand", "THA"),
    ("South Korean", "South Korea", "KOR"), ("U.S.", "the United States", "USA"), ("Saudi", "Saudi Arabia", "SAU"),
)  # fmt: skip
TITLES = (
    "Foreign Minister", "President", "Deputy Prime Minister", "special envoy", "Defence Minister", "chief negotiator",
    "government spokesman", "Finance Minister", "ambassador",
)  # fmt: skip
FILLERS = (
    "Roads in the valleys were open again.", "It was the third such gathering in as many months.",
    "Schools reopened, and the markets were busier than usual.",
)  # fmt: skip


@frozen
class Introduction:
    """A sentence that introduces a person, and what it says."""

    text: str
    name: str
    country: str
    role: str
    phrase: str


def in_front(name: str, state: tuple[str, str, str], title: str) -> Introduction:
    role = f"{state[0]} {title}"
    return Introduction(f"Reporters were told so by {role} {name}.", name, state[2], role, f"{role} {name}")


def of_country(name: str, state: tuple[str, str, str], title: str) -> Introduction:
    return Introduction(f"{title.capitalize()} {name} of {state[1]} spoke.", name, state[2], title.capitalize(), "")


def behind(name: str, state: tuple[str, str, str], title: str) -> Introduction:
    role = f"the {title.lower()} of {state[1]}"
    return Introduction(f"Later {name}, {role}, arrived.", name, state[2], role, f"{name}, {role}")


def possessed(name: str, state: tuple[str, str, str], title: str) -> Introduction:
    return Introduction(f"It was {state[1]}’s {title} {name} who spoke.", name, state[2], title, "")


def before_comma(name: str, state: tuple[str, str, str], title: str) -> Introduction:
    role = title.lower()
    return Introduction(f"It was {state[1]}’s {role}, {name}, who spoke.", name, state[2], role, "")


def introductions() -> st.SearchStrategy[Introduction]:
    return st.builds(
        lambda form, name, state, title: form(name, state, title),
        st.sampled_from((in_front, of_country, behind, possessed, before_comma)),
        st.sampled_from(NAMES),
        st.sampled_from(STATES),
        st.sampled_from(TITLES),
    )


@given(
    st.lists(introductions(), min_size=1, max_size=4, unique_by=lambda one: one.name),
    st.lists(st.sampled_from(FILLERS), min_size=4, max_size=4),
)
def test_persons_come_back_whole(introduced: list[Introduction], fillers: list[str]) -> None:
    text = " ".join(f"{one.text} {filler}" for one, filler in zip(introduced, fillers, strict=False))
    persons = [actor for actor in read(text, only={Actor}).of(Actor) if actor.kind == "person"]
    assert [(actor.name, actor.country, actor.roles[0].title) for actor in persons] == [
        (one.name, one.country, one.role) for one in introduced
    ]
    for actor, one in zip(persons, introduced, strict=True):
        assert actor.mentions[0].phrase.text == (one.phrase or actor.mentions[0].phrase.text)


@given(introductions(), st.sampled_from(("Ilvorra Quandrel", "Bekhar Mirabondi", "Tamsine Brasztovik")))
def test_renaming_a_person_renames_the_actor(one: Introduction, other: str) -> None:
    before = read(f"{one.text} The hall was full.", only={Actor}).of(Actor)
    after = read(f"{one.text.replace(one.name, other)} The hall was full.", only={Actor}).of(Actor)
    assert [(actor.name.replace(one.name, other), actor.country, actor.code) for actor in before] == [
        (actor.name, actor.country, actor.code) for actor in after
    ]


def test_the_persons_of_a_story_of_talks() -> None:
    text = (
        "Kremlin aide Olvar Brenn said Russian Admiral Tock Wessel would lead Moscow’s delegation, while investment "
        "envoy Sef Orlo would meet Ilse Marn, an envoy of U.S. President Walter Cole. On the Russian side, the talks "
        "were attended by Brenn and Orlo. The U.S. delegation included Marn, Cole’s son-in-law Ulf Yarrow, and "
        "Jorn Tavish, recently appointed as a senior adviser to Cole’s Board of Peace."
    )
    persons = [actor for actor in read(text).of(Actor) if actor.kind == "person"]
    assert [(actor.name, actor.country, actor.roles[0].title) for actor in persons] == [
        ("Olvar Brenn", "RUS", "Kremlin aide"),
        ("Tock Wessel", "RUS", "Russian Admiral"),
        ("Sef Orlo", "RUS", "investment envoy"),
        ("Ilse Marn", "USA", "an envoy of U.S. President Walter Cole"),
        ("Walter Cole", "USA", "U.S. President"),
        ("Ulf Yarrow", "USA", "Cole’s son-in-law"),
        ("Jorn Tavish", "USA", "senior adviser to Cole’s Board of Peace"),
    ]


def mentioned(text: str, name: str) -> list[tuple[str, str]]:
    actor = next(actor for actor in read(text).of(Actor) if actor.name == name)
    return [(mention.span.text, mention.form) for mention in actor.mentions]


def test_pronouns_of_the_narration_go_to_the_subject_before() -> None:
    text = (
        "Peruvian President Olvar Brenn met Maria Ilves. He said it went well. “He is wrong,” an aide said. "
        "Brenn, he added, was early."
    )
    assert mentioned(text, "Olvar Brenn") == [("Olvar Brenn", "name"), ("He", "pronoun"), ("Brenn", "surname")]


def test_a_clause_of_somebody_is_not_interrupted_by_himself() -> None:
    text = (
        "Kremlin aide Olvar Brenn told reporters of the talks. Wessel, he added, was early. General Tock Wessel left."
    )
    assert ("he", "pronoun") in mentioned(text, "Olvar Brenn")


def test_a_function_alone_stands_for_the_person_who_bears_it() -> None:
    text = "Peruvian President Olvar Brenn left Lima. The Peruvian president was tired. The Chilean president was not."
    assert mentioned(text, "Olvar Brenn") == [("Olvar Brenn", "name"), ("Peruvian president", "title")]


def test_two_surnames_with_a_dash_are_two_mentions() -> None:
    text = "President Olvar Brenn met Defence Minister Tock Wessel. The Brenn–Wessel meeting was short."
    assert ("Brenn", "surname") in mentioned(text, "Olvar Brenn")
    assert ("Wessel", "surname") in mentioned(text, "Tock Wessel")


def test_a_surname_of_two_persons_named_together_stays_open() -> None:
    reading = read("Carlos Ruiz met his cousin Elena Ruiz. Ruiz said little.")
    (open_question,) = reading.of(Unresolved)
    assert open_question.span.text == "Ruiz"
    assert open_question.evidence.rule == "several-of-one-surname"
    assert len(open_question.candidates) == 2


def test_a_renamed_state_has_the_code_of_its_day() -> None:
    states = [place.country for place in read(Article("The road ran from Zaire to Angola.")).of(Place)]
    assert states == ["COD", "AGO"]


def test_who_reported_and_edited_is_no_actor() -> None:
    text = "Talks went on.\n\n(Reporting by Maria Ilves in Lima; Editing by Daniel Brenn)"
    assert not [actor for actor in read(text).of(Actor) if actor.kind == "person"]


@given(st.sampled_from(STATES), st.sampled_from(("foreign", "interior", "defence")))
def test_a_ministry_is_one_under_all_its_names(state: tuple[str, str, str], field: str) -> None:
    text = (
        f"The {state[0]} {field} ministry denied it. Earlier the {field} ministry had kept silent. "
        "“There is no plan,” the ministry said. It added that no talks were due."
    )
    (ministry,) = [actor for actor in read(text, only={Actor}).of(Actor) if actor.kind == "organization"]
    assert (ministry.name, ministry.country, ministry.code) == (
        f"{state[0]} {field} ministry",
        state[2],
        f"{state[2]}GOV",
    )
    forms = [mention.form for mention in ministry.mentions]
    assert forms == ["name", "nominal", "nominal", "pronoun"]


def test_a_role_knows_the_body_in_which_it_is_held() -> None:
    text = "NATO Secretary-General Olvar Brenn met Tock Wessel, head of the Bank of Ghana, and President Ana Ruiz."
    held = {
        actor.name: [role.organization.name if role.organization else None for role in actor.roles]
        for actor in read(text).of(Actor)
        if actor.kind == "person"
    }
    assert held == {"Olvar Brenn": ["NATO"], "Tock Wessel": ["Bank of Ghana"], "Ana Ruiz": [None]}


@given(
    behind=st.sampled_from(["' ", ", ", '" ']),
    verb=st.sampled_from(["said", "told", "asked"]),
    end=st.sampled_from(" ."),
)
def test_verb_at_the_end_is_not_beside_a_name_at_the_start(behind: str, verb: str, end: str) -> None:
    """What stands left of the first character of a text is nothing, not its last words."""
    reading = read(f"Ana Tarvola waits{behind}{verb}{end}")
    assert all(cue.end <= len(reading.article.text) for one in reading.of(Actor) for cue in one.evidence.cues)
