"""Speakers that refer back: "it", "the statement", "the expert" stand for who spoke before them."""

from __future__ import annotations

import re

from communique import Actor
from communique_quotes.desk import Draft
from communique_quotes.grammar import words
from communique_quotes.page import Page, Speaker

_NEAR = 700
"""A speaker who is only referred to spoke no farther back."""
_LONGEST_LEAD = 300
_DOCUMENTS = (
    r"statements?|letter|message|communiqu[eé]|post|tweet|remarks|words|memo|memorandum|press release|release|decree|"
    r"note|email|e-mail|op-ed|article|editorial|speech|declaration"
)
_DOCUMENT = re.compile(rf"(?:[\w.'-]++ ){{0,8}}?(?P<noun>{_DOCUMENTS})(?![\w-])")
_ISSUED = re.compile(
    r" (?:by|from|of)(?= )|"
    r" (?:issued|released|published|posted|signed|written|read)(?: (?:\w+day|late|early|on|online)){0,3} by(?= )"
)
_IN_DOCUMENT = re.compile(rf"\b[Ii]n (?:an?|his|her|its|their|the) (?:[\w-]+ ){{0,3}}?(?P<noun>{_DOCUMENTS})\b")
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat) ")
_PERSONAL = words("he she")
_GENERIC = words("expert analyst official politician diplomat lawmaker scholar speaker interviewee")
"""Nouns for whoever has just been quoted."""


def referred(page: Page, drafts: list[Draft]) -> None:
    """Give the drafts, in the order of the text, the actors their speakers refer back to."""
    issuers: dict[str, Actor] = {}
    last: Draft | None = None
    for draft in drafts:
        speaker = draft.speaker
        if speaker is None:
            continue
        if speaker.actor is None:
            actor = _referent(page, draft, speaker, last, issuers)
            if actor is not None:
                draft.speaker = speaker._replace(actor=actor)
        last = draft


def _referent(
    page: Page, draft: Draft, speaker: Speaker, last: Draft | None, issuers: dict[str, Actor]
) -> Actor | None:
    document = _DOCUMENT.match(page.folded, speaker.start, speaker.end)
    if document is not None:
        return _issuer(page, speaker, document, last, issuers)
    before = last.speaker if last is not None and draft.pieces[0][0] - last.pieces[-1][1] < _NEAR else None
    if before is None or before.actor is None or before.rivals:
        return None
    phrase = page.folded[speaker.start : speaker.end].lower()
    if phrase == "it":
        return None if before.actor.kind == "person" else before.actor
    if phrase in _PERSONAL or (phrase.startswith("the ") and phrase.removeprefix("the ") in _GENERIC):
        return _person(page, before, draft.pieces[0][0])
    return None


def _person(page: Page, before: Speaker, end: int) -> Actor | None:
    """Who spoke last, unless somebody was introduced since; then that one, if a sentence begins with the name."""
    others = {
        found.actor: found.mention.phrase.start
        for found in page.mentions.within(before.end, end)
        if found.actor.kind == "person" and found.actor is not before.actor
    }
    if not others:
        return before.actor if before.actor and before.actor.kind == "person" else None
    (actor, start), *further = others.items()
    return actor if not further and page.sentence_at(start)[0] == start else None


def _issuer(
    page: Page, speaker: Speaker, document: re.Match[str], last: Draft | None, issuers: dict[str, Actor]
) -> Actor | None:
    """Whose statement speaks: who issued it, who owns it, or who made the last one."""
    noun = document["noun"]
    issued = _ISSUED.match(page.folded, document.end(), speaker.end)
    actor = None
    if issued is not None:
        start = page.skip_blanks(issued.end(), speaker.end)
        named = page.mentions.starting_at(start)
        actor = named[0].actor if named else None
    elif owners := page.mentions.within(speaker.start, document.start("noun")):
        actor = owners[-1].actor
    elif _DEFINITE.match(page.folded, speaker.start):
        return issuers.get(noun) or _made(page, noun, last)
    if actor is not None:
        issuers[noun] = actor
    return actor


def _made(page: Page, noun: str, last: Draft | None) -> Actor | None:
    """Who spoke last, if that was in a document of that name."""
    if last is None or last.speaker is None or last.cue is None:
        return None
    start, end = page.sentence_at(last.cue[0])
    made = _IN_DOCUMENT.search(page.folded, start, min(end, start + _LONGEST_LEAD))
    return last.speaker.actor if made and made["noun"] == noun else None
