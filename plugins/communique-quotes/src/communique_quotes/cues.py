"""Cues: the words that report speech where they stand in the text, with auxiliaries, negation and manner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique import Reading
from communique_quotes.grammar import (
    ATTACHING,
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    PERSONAL,
    PRONOUNS,
    is_adverb,
    words,
)
from communique_quotes.page import Page
from communique_quotes.speech import SPEECH_VERBS, Form, SpeechWord

_TAIL = re.compile(
    r" (?:in|during|via|through|by|on) (?:an? |his |her |its |their )?"
    r"(?:(?:\w++ ){0,2}?(?:statement|interview|speech|email|e-mail|letter|news conference|press conference|"
    r"(?:tele)?phone(?: interview)?|tweet)\b)"
)
_AS_SAYING = re.compile(r"(?: [\w.'-]++){0,9}? as (?:saying|telling)\b")
_SAYING = SpeechWord("say", "speech", "past")
_CLIPPED_MODALS = frozenset({"t", "d", "ve", "ll"})
_CLIPPED = _CLIPPED_MODALS | {"s", "re"}
_CATENATIVE = words("went declined refused continued continues goes had wanted chose managed used")
_NOUN_LIKE_BASE = words(
    "claim report note call state demand promise charge comment answer reply request remark estimate quote read post "
    "reason rule label brand dub term praise blame voice stress pledge vow boast hint signal mention tweet joke cry "
    "shout question protest counter echo slam blast proposal reject welcome express caution lament guess address pray "
    "plead detail outline rebuke blog"
)


_BEHIND, _AHEAD = 400, 600
"""How far from a verb that wants a quotation one is looked for."""


class Cue(NamedTuple):
    """The reporting words at one place."""

    start: int
    end: int
    verb: int
    """Where the verb itself starts."""
    after: int
    """Where the verb itself ends; from there content is looked for."""
    word: SpeechWord


def cues_of(reading: Reading, page: Page) -> Iterator[Cue]:
    """Give the cues that stand outside quotation marks, in the order of the text."""
    for start, end, entry in reading.hits(SPEECH_VERBS):
        if page.quotation_at(start) < 0:
            cue = _cue(page, start, end, entry.means)
            if cue is not None:
                yield cue


def _cue(page: Page, start: int, end: int, word: SpeechWord) -> Cue | None:
    folded = page.folded
    if folded[end : end + 1] in {"-", "'"} or folded[max(0, start - 1) : start] in {"-", "/", "@", "#"}:
        return None
    if folded[start].isupper() and word.form != "phrase" and page.inside_sentence(start):
        return None  # "the United States", and headlines in capitals
    if word.tier == "quote" and not page.quotation_near(start - _BEHIND, end + _AHEAD):
        return None
    if word.tier == "noun":
        return Cue(start, end, start, end, word) if folded.startswith(" that ", end) else None
    if word.lemma in {"go on", "continue"} and folded.startswith(" to ", end):
        return None  # "went on to say": the cue is what follows
    left, previous = _with_auxiliaries(page, start, word.form)
    if word.lemma == "quote" and word.form == "past" and previous:
        saying = _AS_SAYING.match(folded, end)
        return Cue(left, saying.end(), start, saying.end(), _SAYING) if saying else None
    if not _is_verb(page, end, left, previous, word):
        return None
    right = end
    if folded[end : end + 1] == ":":
        right = end + 1
    else:
        tail = _TAIL.match(folded, end, end + 80) if word.tier != "object" and word.lemma != "tell" else None
        if tail:
            right = tail.end() + (folded[tail.end() : tail.end() + 1] == ":")
    return Cue(left, right, start, end, word)


def _with_auxiliaries(page: Page, start: int, form: Form) -> tuple[int, tuple[str, ...]]:
    """Where a verb starts with its auxiliaries, adverbs and negation, and those words from right to left."""
    words: list[str] = []
    left = start
    clipped = _CLIPPED if form in {"past", "ing"} else _CLIPPED_MODALS
    for _ in range(6):
        before = page.word_before(left)
        if before is None:
            break
        gap = page.folded[before.end : left]
        if gap == "'" and before.end + 1 == left and words and words[-1] in {"t", "s", "re", "ve", "d", "ll"}:
            if before.text not in AUXILIARIES:  # "he'd said": the pronoun is the subject
                left -= 1
                break
        elif gap != " ":
            break
        if before.text in AUXILIARIES or before.text in clipped or (is_adverb(before.text) and not before.capital):
            words.append(before.text)
            left = before.start
            continue
        if before.text == "to":
            verb = page.word_before(before.start)
            on = verb is not None and verb.text == "on"
            if on and verb is not None:
                verb = page.word_before(verb.start)
            if verb is not None and verb.text in _CATENATIVE:
                return verb.start, (*words, "to")
            return left, (*words, "to infinitive")
        break
    return left, tuple(words)


def _is_verb(page: Page, end: int, left: int, helpers: tuple[str, ...], word: SpeechWord) -> bool:
    """Tell whether a form stands as a verb with a subject, not as a noun, a participle or an infinitive."""
    if word.form == "phrase":
        return True
    if "to infinitive" in helpers:
        return False
    if helpers and word.form == "past" and _passive(helpers):
        return False
    if word.form == "past" and not helpers and _is_adjective(page, left):
        return False
    if word.form == "base":
        return _is_base_verb(page, left, helpers, word)
    if word.form == "third":
        return word.lemma not in _NOUN_LIKE_BASE or helpers != () or _is_third_person(page, end, left)
    return True


def _is_adjective(page: Page, left: int) -> bool:
    """Tell whether a determiner stands before a participle: "an estimated loss"."""
    before = page.word_before(left)
    if before is None or page.folded[before.end : left] != " ":
        return False
    return before.text in DETERMINERS and before.text not in PRONOUNS


_CLEARLY_SAID = re.compile(r"(?:,|:)? (?:that|how|whether|[\"'])|:")


def _is_third_person(page: Page, end: int, left: int) -> bool:
    """Tell a verb ("the minister claims that …") from the plural of a noun ("the claims of the minister")."""
    before = page.word_before(left)
    if before is None or page.folded[before.end : left] not in {" ", ", "}:
        return False
    if before.text in PERSONAL or before.text == "who":
        return True
    if (
        before.text in DETERMINERS
        or before.text in ATTACHING
        or page.folded[before.end - 2 : before.end] in {"'s", "s'"}
    ):
        return False
    if before.end >= 1 and before.text == "s":
        return False
    return before.capital or _CLEARLY_SAID.match(page.folded, end) is not None


def _passive(helpers: tuple[str, ...]) -> bool:
    nearest = next((helper for helper in helpers if not is_adverb(helper) and helper not in {"t", "not", "n't"}), "")
    return nearest in BE


def _is_base_verb(page: Page, left: int, helpers: tuple[str, ...], word: SpeechWord) -> bool:
    if any(helper in MODALS or helper in {"to", "d", "ll"} for helper in helpers):
        return True
    before = page.word_before(left)
    if before is None or page.folded[before.end : left] != " ":
        return page.folded[left - 1 : left] not in {"", " "} and word.lemma == "say"
    if before.text in DETERMINERS or before.text in {"of", "for", "in", "by", "with", "on", "from", "to"}:
        return before.text in {"some", "many", "others", "all", "most", "both"} and word.lemma not in _NOUN_LIKE_BASE
    if word.lemma in _NOUN_LIKE_BASE:
        return before.text in PERSONAL | {"who", "some", "many", "others", "critics", "officials", "analysts", "they"}
    return True
