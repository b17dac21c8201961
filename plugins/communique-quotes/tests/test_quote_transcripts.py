"""Transcripts put together from turns are taken apart again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Quote, read

LABELS = ("MR. OYELARAN", "MS. SANDOVAL", "QUESTION", "THE PRESIDENT", "SECRETARY LINDQVIST", "OYELARAN")
WORDS = (
    "We have nothing to announce.",
    "I would not go that far!",
    "Will you meet again?",
    "The bridge is open, and the road behind it too.",
    "Look, our position is clear. It has been clear for a year.",
    "No.",
)
turns = st.lists(st.tuples(st.sampled_from(LABELS[:5]), st.sampled_from(WORDS)), min_size=2, max_size=8)


@given(turns, st.sampled_from(["\n", "\n\n", "\r\n\r\n"]), st.sampled_from([" ", "  ", "\u00a0"]))
def test_turns_are_found_as_they_were_put_together(
    said: list[tuple[str, str]], between: str, behind_the_colon: str
) -> None:
    """Each turn is a quote of its label, word for word, whatever stands between lines; a final stop is left out."""
    if len({label for label, _ in said}) == 1:
        said = [*said, (LABELS[2] if said[0][0] != LABELS[2] else LABELS[0], WORDS[2])]
    text = between.join(["Reporters met the delegation in Lagos.", *(f"{a}:{behind_the_colon}{b}" for a, b in said)])
    quotes = read(text, only={Quote}).of(Quote)
    found = [(quote.speaker_span and quote.speaker_span.text, quote.content[0].text) for quote in quotes]
    assert found == [(label, words.removesuffix(".")) for label, words in said]
    assert {quote.evidence.rule for quote in quotes} == {"transcript-line"}


@given(turns)
def test_a_transcript_ends_where_the_story_goes_on(said: list[tuple[str, str]]) -> None:
    """A paragraph behind the last turn in which nobody speaks of himself is the narrator's."""
    label, words = said[-1]
    text = "\n\n".join(
        ["Reporters met the delegation.", *(f"{a}: {b}" for a, b in said), "The hall was empty by noon."]
    )
    quotes = [quote for quote in read(text, only={Quote}).of(Quote) if quote.evidence.rule == "transcript-line"]
    assert all("empty by noon" not in quote.span.text for quote in quotes)
    if quotes:
        assert quotes[-1].content[0].text == words.removesuffix(".")
        assert quotes[-1].speaker_span is not None
        assert quotes[-1].speaker_span.text == label
