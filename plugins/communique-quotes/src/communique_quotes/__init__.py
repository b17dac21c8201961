"""Finds quotes and who said them: a plugin of communique."""

from __future__ import annotations

from communique import Actor, Dateline, Extractor, Quotation, Quote, Sentence, hookimpl
from communique_quotes.rules import RULES, quotes
from communique_quotes.speech import SPEECH_VERBS

QUOTES = Extractor(
    "quotes",
    quotes,
    gives=(Quote,),
    needs=(Sentence, Quotation, Actor),
    uses=(Dateline,),
    words=(SPEECH_VERBS,),
    rules=RULES,
)
"""Quotes, direct, mixed and indirect, with cue and speaker."""


@hookimpl
def communique_extractors() -> tuple[Extractor, ...]:
    """Give the extractors of this plugin."""
    return (QUOTES,)
