"""Claims that are built from their parts are found again, in whatever story they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Claim, read

STATES = (
    "Ethiopia", "Eritrea", "Kenya", "Somalia", "Venezuela", "Guyana", "Peru", "Ecuador", "Thailand", "Cambodia",
    "Armenia", "Azerbaijan", "Japan", "Indonesia", "Sudan",
)  # fmt: skip
PORTIONS = (
    "",
    "",
    "part of ",
    "almost all of ",
    "the remaining 20 percent of ",
    "some 300 square kilometres of ",
    "a third of ",
)
DESCRIPTIONS = ("", "border ", "northern ", "mineral-rich ", "sparsely populated ")
GROUNDS = ("region", "islands", "valley", "province", "strip", "town", "plateau", "territory", "waters")
BEFORE = ("", "Rain fell on Monday. ", "Officials gave no figures.\n\n")
AFTER = ("", " Talks go on.", "\n\nMarkets were calm.")
SENTENCES = {
    "claims": "{against} rejected {claimant}'s claim to {territory}.",
    "demands": "{claimant} demanded that {against} cede {territory}.",
    "rejects": "{claimant} rejected {against}'s claim to {territory}.",
    "recognizes": "{against} was pleased when {claimant} recognised {against}'s sovereignty over {territory}.",
    "cedes": "{against} is content after {claimant} agreed to hand over {territory} to {against}.",
    "seizes": "{against} is angry because {claimant} seized {territory} from {against}.",
    "disputes": "{claimant} and {against} are locked in a dispute over {territory}.",
}

territories = st.tuples(*map(st.sampled_from, (PORTIONS, DESCRIPTIONS, GROUNDS))).map(
    lambda parts: f"{parts[0]}the {parts[1]}{parts[2]}"
)
pairs = st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)


def story(stance: str, claimant: str, against: str, territory: str, before: str, after: str) -> str:
    return before + SENTENCES[stance].format(claimant=claimant, against=against, territory=territory) + after


def found(text: str) -> set[tuple[str | None, str, str | None, str | None, str | None]]:
    return {
        (
            claim.claimant.name if claim.claimant else None,
            claim.stance,
            claim.territory.span.text if claim.territory else None,
            claim.territory.portion if claim.territory else None,
            claim.against.name if claim.against else None,
        )
        for claim in read(text, only={Claim}).of(Claim)
    }


@given(st.sampled_from(sorted(SENTENCES)), pairs, territories, st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_a_claim_is_recovered_and_swaps_with_its_parties(
    stance: str, parties: list[str], territory: str, before: str, after: str
) -> None:
    first, second = parties
    portion = (
        territory.partition(" of the ")[0].removeprefix("the ").removeprefix("a ") if " of the " in territory else None
    )
    there = found(story(stance, first, second, territory, before, after))
    back = found(story(stance, second, first, territory, before, after))
    assert (first, stance, territory, portion, second) in there
    assert (second, stance, territory, portion, first) in back
    assert (second, stance, territory, portion, first) not in there


@given(pairs, st.sampled_from(GROUNDS))
def test_both_names_of_a_place_are_kept(parties: list[str], ground: str) -> None:
    first, second = parties
    territory = f"the {ground}, known as Onara in {first} and Marano in {second}"
    assert (first, "claims", territory, None, None) in found(f"{first} claims {territory}.")


FRAMES = {
    "{one} demanded the withdrawal of all {two} soldiers from {land}.": "demands",
    "{one} has no intention of giving back {land}.": "rejects",
    "{one} refused to leave {land}.": "rejects",
    "{one} drove the rebels out of {land}.": "seizes",
    "{one} was forced to give up {land}.": "cedes",
    "{one} calls {land} its own.": "claims",
    "{one} wants to bring {land} under its control.": "demands",
    "{one} accused {two} of violating its sovereignty over {land}.": "claims",
    "{one} has set the return of {land} as a condition for a treaty.": "demands",
    "{one} reiterated its sovereignty over {land}.": "claims",
    "{one} insists that {land} is its territory.": "claims",
    "{one} demanded that {two} leave {land}.": "demands",
    "{one} says {land} belongs to it.": "claims",
    "{one} announced a withdrawal from {land}.": "cedes",
    "{one} will begin pulling its troops out of {land}.": "cedes",
    "{one} launched an invasion of {land}.": "seizes",
    "{one} is in control of {land}.": "controls",
    "{one} hopes for reunification with {land}.": "demands",
    "{one} went on. The fall of {land} to {one} alarmed {two}.": "seizes",
}


@given(st.sampled_from(sorted(FRAMES)), pairs, territories, st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_whoever_the_frame_is_about_is_the_claimant(
    frame: str, parties: list[str], land: str, before: str, after: str
) -> None:
    text = before + frame.format(one=parties[0], two=parties[1], land=land) + after
    assert (parties[0], FRAMES[frame], land) in {row[:3] for row in found(text)}
