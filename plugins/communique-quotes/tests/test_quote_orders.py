"""Attributions built in every order, with what stands around them, are taken apart again; time grows with length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Quote, read

NAMES = ["Ana Ruiz", "Omar Haddad", "Claire Dubreuil", "Viktor Orlov"]
APPOSITIONS = ["", ", the foreign minister of Honduras,", ", a retired judge,", ", who has led the talks since May,"]
CLAUSES = ["the bridge had been repaired", "no village was left without water", "both fleets would leave the strait"]
QUESTIONS = ["whether the bridge would open", "about the fate of the crew", "how long the truce would last"]
WHEN = ["", " on Monday", " last week", " in March"]

name = st.sampled_from(NAMES)
clause = st.sampled_from(CLAUSES)
when = st.sampled_from(WHEN)


def quotes_of(text: str) -> list[tuple[list[str], str, str]]:
    """Content, speaker's phrase and cue of each quote."""
    found = read(text, only={Quote}).of(Quote)
    return [
        (
            [piece.text for piece in quote.content],
            quote.speaker_span.text if quote.speaker_span else "",
            quote.cue.text if quote.cue else "",
        )
        for quote in found
    ]


@given(name, st.sampled_from(APPOSITIONS), clause, when)
def test_speaker_with_apposition_then_cue(name: str, apposition: str, clause: str, when: str) -> None:
    assert quotes_of(f"{name}{apposition} said{when} that {clause}.") == [
        ([f"that {clause}"], f"{name}{apposition}", "said")
    ]


@given(name, st.sampled_from(APPOSITIONS), clause)
def test_content_then_cue_then_speaker_with_apposition(name: str, apposition: str, clause: str) -> None:
    text = f"“{clause.capitalize()},” said {name}{apposition.rstrip(',')}."
    assert quotes_of(text) == [([f"“{clause.capitalize()},”"], f"{name}{apposition.rstrip(',')}", "said")]


@given(name, clause, st.booleans())
def test_a_source_before_or_behind(name: str, clause: str, before: bool) -> None:  # noqa: FBT001 - drawn
    text = f"According to {name}, {clause}." if before else f"{clause.capitalize()}, according to {name}."
    content = clause if before else clause.capitalize()
    assert quotes_of(text) == [([content], name, "According to" if before else "according to")]


@given(name, clause, clause)
def test_a_verb_without_subject_goes_on(name: str, one: str, two: str) -> None:
    text = f"{name} said that {one}, adding that {two}."
    assert quotes_of(text) == [([f"that {one}"], name, "said"), ([f"that {two}"], name, "adding")]


@given(name, name, clause)
def test_the_passive_has_its_speaker_behind_it(name: str, other: str, clause: str) -> None:
    assert quotes_of(f"{name} was told by {other} that {clause}.") == [([f"that {clause}"], other, "was told")]


@given(name, st.sampled_from(QUESTIONS), clause)
def test_a_question_before_its_answer(name: str, question: str, clause: str) -> None:
    text = f"Asked {question}, {name} replied that {clause}."
    assert quotes_of(text) == [([question], "", "Asked"), ([f"that {clause}"], name, "replied")]


@given(name, clause)
def test_as_somebody_noted(name: str, clause: str) -> None:
    assert quotes_of(f"But as {name} noted, {clause}.") == [([clause], name, "noted")]


@given(name, name, clause, st.sampled_from(["asked the port to say whether", "insisted that", "warned the crews that"]))
def test_who_reports_a_report_has_all_of_it(name: str, other: str, clause: str, reports: str) -> None:
    text = f"{name} {reports} {clause}, {other} said."
    assert quotes_of(text) == [([f"{name} {reports} {clause}"], other, "said")]


@given(name, clause, st.sampled_from(["while", "although", "whereas"]), st.sampled_from(CLAUSES))
def test_what_the_narrator_sets_beside_is_not_said(name: str, clause: str, joint: str, other: str) -> None:
    text = f"{clause.capitalize()}, {name} said, {joint} {other}."
    assert quotes_of(text) == [([clause.capitalize()], name, "said")]


@given(name, clause, st.sampled_from(["but gave no details", "but did not elaborate", "but declined to say more"]))
def test_what_is_not_told_is_not_said(name: str, clause: str, silence: str) -> None:
    assert quotes_of(f"{name} confirmed that {clause} {silence}.") == [([f"that {clause}"], name, "confirmed")]


@given(name, st.sampled_from(["quoted", "cited"]), st.sampled_from(["Fars", "the Saba agency", "a port radio"]), clause)
def test_words_that_are_passed_on(name: str, verb: str, agency: str, clause: str) -> None:
    cue = f"was {verb} by {agency} as saying"
    assert quotes_of(f"{name} {cue} that {clause}.") == [([f"that {clause}"], name, cue)]


HOSTILE = [
    "Calling it “no”, ",
    "said it, a claim Ana Ruiz denied, ",
    "Ana Ruiz took to Telegram to say ",
    "said no, but did not say ",
    "asked it, officials said, while ",
    "said ",
    "Ana Ruiz, ",
    "Asked whether he was told by ",
    "“No,” said Ana Ruiz, a ",
    "said the statement of the ",
    "According to Ana Ruiz, ",
    "last week on Monday ",
    "as Ana Ruiz said, ",
    "Q: A: ",
    "it said. ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_length(unit: str) -> None:
    def cost(times: int) -> float:
        article = Article(unit * times)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read(article, only={Quote})
            best = min(best, time.process_time() - start)
        return best

    cost(20)
    small, large = cost(250), cost(1000)
    if large > 10 * small:  # a busy machine: once more
        small, large = cost(250), cost(1000)
    assert large <= 10 * small
