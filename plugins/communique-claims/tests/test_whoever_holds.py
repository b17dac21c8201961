"""Positions hold however their holder is named, and however the stand is worded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Position
from communique.plugins import load

PIPELINE = load().only({Position})

HOLDERS = {
    "Kenya": "KEN",
    "the Kenyan government": "KEN",
    "Kenya's government": "KEN",
    "Kenyan Foreign Minister James Mwangi": "KEN",
    "Foreign Minister James Mwangi of Kenya": "KEN",
    "the Kenyan foreign minister": "KEN",
    "the Kenyan foreign ministry": "KEN",
    "Kenya's parliament": "KEN",
    "King Abdullah of Jordan": "JOR",
    "Kremlin spokesman Dmitry Peskov": "RUS",
    "the White House": "USA",
    "U.S. envoy Ann Hill": "USA",
    "Norway, which borders Sweden,": "NOR",
    "President Ana Ruiz of Peru, who is visiting Oslo,": "PER",
    "the European Union": None,
    "the African Union": None,
}
STANDS = {
    "{} rejected the peace plan.": "rejects",
    "{} on Tuesday rejected the peace plan.": "rejects",
    "{} strongly opposed the peace plan.": "opposes",
    "{} does not support the peace plan.": "opposes",
    "{} urged Libya to free the sailors.": "demands",
    "{} called for a ceasefire in Libya.": "demands",
    "{} refused to sign the treaty.": "rejects",
    "{} has no intention of signing the treaty.": "rejects",
    "{} is ready to hold talks.": "offers",
    "{} insisted that Libya must pay.": "insists",
    "{} voted in favour of the plan.": "supports",
    "{} distanced itself from the plan.": "opposes",
    "The plan was rejected by {}.": "rejects",
    "The plan, backed by {}, foresees a truce.": "supports",
    "The plan is unacceptable, {} said.": "opposes",
    "{} said it would sign only if the siege was lifted.": "conditions",
}


@given(st.sampled_from(sorted(HOLDERS)), st.sampled_from(sorted(STANDS)))
def test_whoever_it_is_holds_the_position(holder: str, frame: str) -> None:
    """Each holder in each frame, with its stance and country."""
    said = frame.format(holder)
    if frame.startswith("The plan, ") or frame.endswith("{}."):
        said = said.replace(",,", ",").replace(",.", ".")
    reading = PIPELINE.run(Article(said[0].upper() + said[1:]))
    found = {(one.stance, one.holder.country if one.holder else "") for one in reading.of(Position)}
    assert (STANDS[frame], HOLDERS[holder]) in found
