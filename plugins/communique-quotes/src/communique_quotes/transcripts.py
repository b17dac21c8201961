"""Transcripts: turns of speech behind labels at the beginning of lines, ``RUIZ: We will sign.``, ``Q:`` and ``A:``.

A colon behind capitalised words is a headline, a dateline or an item of a list far more often than a turn of speech.
So labels are looked at together: some tell by themselves that somebody speaks (a person of the article, a courtesy
title, "Q"), and others only where they come again between such labels or each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from attrs import define

from communique import Actor
from communique_quotes.desk import Desk, Draft
from communique_quotes.grammar import words
from communique_quotes.page import Page, Speaker
from communique_quotes.speakers import speaker_before

_LONGEST_LABEL = 100
_MOST_WORDS = 10
_PARTICLES = words("of the and for de da do dos das del della di du la le van von der den bin ibn al el ben y e a to")
_ROLES = words(
    "q a question answer reporter reporters journalist journalists correspondent moderator interviewer interviewee "
    "host anchor operator interpreter translator participant audience chair chairman chairwoman chairperson voice "
    "spokesperson spokesman spokeswoman unidentified"
)
"""Words that, as the first or last of a label, say that somebody speaks."""
_TITLES = words(
    "mr mrs ms miss dr sen rep gov gen adm col amb prof mr. mrs. ms. dr. sen. rep. gov. gen. adm. col. amb. prof. "
    "president minister secretary senator ambassador chancellor commissioner spokesman spokeswoman general admiral "
    "governor envoy king queen prince princess sheikh undersecretary representative"
)
"""Words that, anywhere in a label, say that it is a person's."""
_HEADINGS = words(
    "update correction breaking watch read exclusive factbox timeline analysis video photo photos note notes editors "
    "opinion live urgent lead related more also source sources see advisory clarification caption graphic background "
    "context location venue date time when where what who why how contact capital population currency area price "
    "headline summary reporting editing writing by from to subject re attention embargo embargoed refile repeat"
)
"""Labels of desks, forms and lists."""
_FIRST_PERSON = words("i we me us my our mine ours myself ourselves")
_SECOND_PERSON = words("you your yours yourself yourselves")
_STOPS = frozenset(".?!-\"'")
"""What a turn of speech ends with."""


@define
class Turn:
    """A turn of speech in a transcript."""

    label: tuple[int, int]
    """The label, without a remark in brackets."""
    colon: int
    """Where its colon stands."""
    start: int
    """Where the words begin."""
    end: int
    """Where the last paragraph of it ends."""
    key: str
    """The label in small letters."""
    person: bool = False
    """Whether the label by itself tells that somebody speaks."""
    thing: bool = False
    """Whether the label names something that is no person: a state, a body."""
    speaker: Speaker | None = None
    """Who speaks."""


def turns_of(page: Page) -> dict[int, Turn | None]:
    """Find the turns of the transcripts in an article, by where their paragraphs start.

    A paragraph in which the turn before it goes on has None.
    """
    labelled = list(_labelled(page))
    if not labelled:
        return {}
    people = _People(page)
    for turn in labelled:
        _look_at_label(page, turn, people)
    times = Counter(turn.key for turn in labelled)
    talking = {turn.key for turn in labelled if turn.person or (not turn.thing and _talks(page, turn))}
    exchange = len(times) > 1 and len(talking) > 0 and (len(talking) > 1 or max(times.values()) > 1)
    found: dict[int, Turn | None] = {}
    for turn in labelled:
        again = times[turn.key] > 1
        if turn.person:
            is_turn = exchange or again or (_in_capitals(page, turn) and _below_the_headline(page, turn))
        else:
            is_turn = exchange and turn.key in talking and (again or _in_capitals(page, turn))
        if is_turn and (turn.person or _closes(page, turn)):
            found[turn.label[0]] = turn
    if found:
        _go_on(page, found)
    return found


def transcript_line(desk: Desk, turn: Turn) -> Draft:
    """A turn of a transcript: a label at the beginning of a line, a colon, the words.

    Matches RUIZ: We will sign.  Not: UPDATE: the talks resumed.
    """
    piece = turn.start, _without_stop(desk.page, turn)
    return desk.keep(Draft(transcript_line, [piece], (turn.colon, turn.colon + 1), turn.speaker))


def _without_stop(page: Page, turn: Turn) -> int:
    """Where the words of a turn end: with their closing mark, or before the stop where they stand without marks."""
    number = bisect_left(page.quotations.starts, turn.start)
    if number < len(page.quotations) and page.quotations.starts[number] == turn.start:
        return page.quotations.ends[number]
    end = turn.end
    while end - 1 > turn.start and page.folded[end - 1] in ". ":
        end -= 1
    return end


# ---------------------------------------------------------------- labels


def _labelled(page: Page) -> Iterator[Turn]:
    """The paragraphs that begin with something that may be a label, and have words behind it."""
    folded = page.folded
    if ":" not in folded:
        return
    for start, end in page.paragraphs:
        colon = folded.find(":", start + 1, min(end, start + _LONGEST_LABEL))
        if colon < 0 or not folded[start].isupper() or not folded[colon + 1 : colon + 2].isspace():
            continue
        name = folded.find(" (", start, colon) if folded[colon - 1] == ")" else colon
        label = folded[start:name]
        if name < 0 or not is_label(label):
            continue
        first = page.skip_blanks(colon + 1, end)
        if first < end and _is_turn(page, first, end):
            yield Turn((start, name), colon, first, end, label.casefold())


def is_label(label: str) -> bool:
    """Tell whether words may be a label: all begin with a capital, but for particles of names and offices."""
    parts = label.replace(",", "").split(" ")
    if len(parts) > _MOST_WORDS or parts[0].casefold() in _HEADINGS:
        return False
    if "," in label and not label.isupper():  # "JANE DOE, HOST"; not "Geneva, Monday"
        return False
    return all(part[:1].isupper() or part in _PARTICLES for part in parts) and parts[-1][:1].isupper()


def _is_turn(page: Page, first: int, end: int) -> bool:
    """Tell whether words are a whole turn: not a quotation with something behind it, which other rules read."""
    number = bisect_left(page.quotations.starts, first)
    if number < len(page.quotations) and page.quotations.starts[number] == first:
        return page.folded[page.quotations.ends[number] : end].strip(" .") == ""
    return True


class _People:
    """The persons of an article by their surnames."""

    def __init__(self, page: Page) -> None:
        self._by_surname: dict[str, list[Actor]] = {}
        seen: set[Actor] = set()
        for found in page.mentions.within(0, len(page.folded)):
            actor = found.actor
            if actor.kind == "person" and actor not in seen:
                seen.add(actor)
                self._by_surname.setdefault(_last_word(actor.name), []).append(actor)

    def called(self, label: str) -> list[Actor]:
        """The persons whose surname is the last word of a label."""
        return self._by_surname.get(_last_word(label), [])


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2].casefold()


def _look_at_label(page: Page, turn: Turn, people: _People) -> None:
    """Note who speaks, and whether the label tells that somebody does."""
    start, end = turn.label
    label = page.folded[start:end].partition(",")[0]
    named = speaker_before(page, start + len(label), start)
    actor = named.actor if named and named.start >= start else None
    rivals: tuple[Actor, ...] = ()
    if actor is None or actor.kind != "person":
        of_that_name = people.called(label)
        if of_that_name:
            actor, *others = of_that_name
            rivals = tuple(others)
    turn.speaker = Speaker(start, end, actor, rivals)
    parts = label.casefold().split(" ")
    known = actor is not None and actor.kind == "person"
    turn.thing = actor is not None and not known
    turn.person = known or parts[0] in _ROLES or parts[-1] in _ROLES or not _TITLES.isdisjoint(parts)


def _in_capitals(page: Page, turn: Turn) -> bool:
    label = page.folded[turn.label[0] : turn.label[1]]
    return label.isupper() and len(label) > 1


def _below_the_headline(page: Page, turn: Turn) -> bool:
    return turn.label[0] > page.paragraphs[0][0] and _closes(page, turn)


def _closes(page: Page, turn: Turn) -> bool:
    """Tell whether the words of a turn end as a sentence does."""
    return page.folded[turn.end - 1] in _STOPS


# ---------------------------------------------------------------- turns of several paragraphs


def _go_on(page: Page, found: dict[int, Turn | None]) -> None:
    """Add to each turn the paragraphs in which it goes on: somebody speaks of himself there, and nothing is quoted."""
    last: Turn | None = None
    for start, end in page.paragraphs:
        if start in found:
            last = found[start]
        elif last is not None:
            if _has_word(page, start, end, _FIRST_PERSON) and not page.quotation_near(start, end):
                last.end = end
                found[start] = None
            else:
                last = None


def _talks(page: Page, turn: Turn) -> bool:
    """Tell whether somebody speaks of himself, or to somebody, or asks."""
    return page.folded[turn.end - 1] == "?" or _has_word(page, turn.start, turn.end, _FIRST_PERSON | _SECOND_PERSON)


def _has_word(page: Page, start: int, end: int, listed: frozenset[str]) -> bool:
    first, behind = bisect_left(page.starts, start), bisect_left(page.starts, end)
    return any(word.partition("'")[0].casefold() in listed for word in page.words[first:behind])
