"""The words that report speech, read from the tables beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from communique import Entry, Lexicon
from communique.tables import rows_of

Tier = Literal["speech", "clause", "that", "quote", "object", "source", "noun"]
Form = Literal["base", "third", "past", "ing", "phrase"]


@frozen
class SpeechWord:
    """What the list says of a form."""

    lemma: str
    """The verb, or the phrase itself."""
    tier: Tier
    """What counts as content after it: a bare clause, a clause and never a thing, one with "that", a quotation, an
    object, or a source instead; or that it is a noun."""
    form: Form = "past"
    """Which form of the verb it is."""


_FORMS: tuple[Form, ...] = ("base", "third", "past", "ing", "past")


def _entries() -> Iterator[Entry[SpeechWord]]:
    for lemma, tier, *others in rows_of("communique_quotes", "speech-verbs.tsv", 6):
        forms = {surface: form for form, surface in zip(_FORMS, (lemma, *others), strict=True) if surface != "-"}
        for surface, form in forms.items():  # of equal forms the last: "read" is taken for the past
            yield Entry(surface, SpeechWord(lemma, tier, form))  # type: ignore[arg-type]
    for surface, lemma, tier in rows_of("communique_quotes", "phrases.tsv", 3):
        yield Entry(surface, SpeechWord(lemma, tier, "phrase"))  # type: ignore[arg-type]


SPEECH_VERBS: Lexicon[SpeechWord] = Lexicon("speech-verbs", _entries)
"""Verbs and phrases that report speech, in tiers."""
