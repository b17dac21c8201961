"""Closed classes of English words that tell where a noun phrase or a clause begins and ends.

A class is a bit, or several, of the number that `traits` gives for a word, so that one look-up answers all questions
about it.

Source: the closed word classes of English reference grammars (Quirk, Greenbaum, Leech and Svartvik 1985, chapters 2-9).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count

_KNOWN = 1 << 14
"""The traits of so many words are kept in mind; a text has fewer beside its subjects and verbs."""
_listed: dict[str, int] = {}
_places = count()


def words(line: str) -> frozenset[str]:
    """Make a set of the words of a line."""
    return frozenset(line.split())


def _trait(line: str = "") -> int:
    """Make a trait, and give it to the words of a line."""
    bit = 1 << next(_places)
    for word in line.split():
        _listed[word] = _listed.get(word, 0) | bit
    return bit


CAPITAL = _trait()
"""Beginning with a capital letter."""

ADVERB = _trait()
"""Standing between subject and verb as an adverb: a listed one, or one in -ly."""

PARTICIPLE = _trait()
"""Ending like a past participle."""

NOUN = _trait()
"""Fit to be the head of a noun phrase."""

PRONOUN = _trait(
    "he she they it i we you who which this these those others some many most both all one none everyone everybody "
    "someone somebody nobody anyone anybody few several neither either another"
)
"""Words that are a whole subject by themselves."""

PERSONAL = _trait("he she they it i we you")
"""Personal pronouns in the form of a subject."""

OBJECT = _trait("me us him her them it you himself herself themselves itself myself ourselves")
"""Personal pronouns in the form of an object."""

DETERMINER = _trait(
    "the a an this these those his her its their our my your one some any many several few most all both each "
    "every another no two three four five six seven eight nine ten other"
)
"""Words that open a noun phrase."""

ATTACHING = _trait("of for in at from with on to by near under behind within inside against across")
"""Prepositions that tie a noun to the noun before it."""

AUXILIARY = _trait(
    "has have had having is are was were be been being am do does did will would shall should can could may might must "
    "ought 'd 'll 've 's 're not n't never hasn haven hadn isn aren wasn weren don doesn didn won wouldn can couldn "
    "shouldn"
)
"""Auxiliary verbs and negations."""

BE = _trait("is are was were be been being am 's 're isn aren wasn weren")
"""Forms of "be"."""

MODAL = _trait(
    "will would shall should can could may might must do does did don doesn didn won wouldn couldn shouldn t d ll"
)
"""Words after which a verb stands in its base form, clipped ones included."""

LISTED_ADVERB = _trait(
    "also then later again once often sometimes always still now just soon even further too only earlier since ever "
    "instead first finally already long twice thus nevertheless nonetheless therefore back rather simply both "
    "all himself herself themselves itself today yesterday"
)
"""Adverbs that may stand between a subject and its verb; those in -ly need no list."""

STOPPING_VERB = _trait(
    "is are was were be been being am has have had do does did will would shall should can could may might must "
    "said says say told tells made makes took takes came comes went goes got gets gave gives saw sees met meets "
    "held holds led leads began begins won wins lost loses left became becomes"
)
"""Forms of verbs that are hardly ever nouns."""

STOPPER = STOPPING_VERB | _trait(
    "and or but nor so yet if because although though while when where whether that which who whom whose what why how "
    "as than since until unless after before once then there here about into onto upon over during through "
    "among between without despite amid toward towards like per via not no never also even only just "
    "saying adding including according meanwhile however he she they it i we him them us me"
)
"""Words that no noun phrase contains on its way from its head to its beginning."""

TIME = _trait("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight")
"""Days that stand beside a subject without belonging to it."""

TIMING = _trait(
    "late early last this afterward afterwards january jan february feb march mar april apr may june jun july jul "
    "august aug september sept sep october oct november nov december dec"
)
"""Words that open a time without being a preposition, an adverb or a day."""

PREPOSITION = ATTACHING | _trait(
    "about after before during through over into amid ahead following via upon among between without despite toward "
    "towards since until alongside outside throughout around"
)
"""Words that open an adjunct."""

PLACING = _trait("off above below beyond beneath beside along north south east west")
"""Words that place the noun before them."""

IRREGULAR = _trait(
    "spoke sought kept left ran drew fell felt found stood sat set put sent spent brought thought knew grew threw flew "
    "laid paid broke chose drove fought gave hung heard hit hurt built bought caught cut dealt rose shook showed shot "
    "spread struck swept wore wants seems appears plans"
)
"""Irregular past forms (and a few present ones) that are hardly ever nouns behind a name."""

SUBORDINATOR = _trait("while as after once although though when if because since despite where until unless before")
"""Words that open a subordinate clause."""

LEADING = _trait("earlier later asked still then even perhaps here now yet so")
"""Words that begin a sentence without being its subject."""

RELATIVE = _trait("who whose which whom where")
"""Words that open a relative clause."""

CLIPPED_MODAL = _trait("t d ve ll")
"""What is left of modals and negations behind an apostrophe."""

CLIPPED = CLIPPED_MODAL | _trait("s re")
"""What is left of auxiliaries behind an apostrophe, that of the copula and the possessive included."""

NEGATION = _trait("t not n't")
"""Negations."""

TO = _trait("to")
"""The mark of the infinitive."""

CLAUSE = _trait("and but that as while when because who which whom what how whether if although though")
"""Words behind which a clause may open with its subject."""

JOINING = _trait("and but then by while upon before after")
"""Words that may stand between a clause and a verb that goes on with its subject."""

COORDINATOR = _trait("and but while though although yet then")
"""Words that join a clause to the one before it."""

CONJUNCTION = _trait("and or")
"""Words that join nouns."""

TITLE = _trait(
    "mr mrs ms dr sen sens rep reps gov gen lt col maj capt sgt adm prof rev st amb sec pres jr sr no u s d c"
)
"""Words that a full stop shortens."""

UNLIKE_SUBJECT = _trait("so no yes more as otherwise and or but when because while")
"""Words that a clause which is said hardly begins with, prepositions left out."""

_NO_ADVERBS = words("family assembly italy ally rally reply supply monopoly anomaly bully july")


def listed(trait: int) -> list[str]:
    """Give the words that a trait was made for."""
    return [word for word, known in _listed.items() if known & trait]


@lru_cache(_KNOWN)
def traits(word: str) -> int:
    """Tell the traits of a word as it is printed."""
    lower = word.lower()
    found = _listed.get(lower, 0)
    if word[:1].isupper():
        found |= CAPITAL
    if found & LISTED_ADVERB or (len(lower) > len("only") and lower.endswith("ly") and lower not in _NO_ADVERBS):
        found |= ADVERB
    if lower.endswith("ed"):
        found |= PARTICIPLE
    return found | NOUN if _is_noun(found, lower) else found


def _is_noun(found: int, lower: str) -> bool:
    if found & TIME:
        return False
    if found & (STOPPER | PREPOSITION):
        return bool(found & CAPITAL) and lower in {"us", "will"}
    return bool(found & CAPITAL and not found & LEADING) or not found & (AUXILIARY | ADVERB)
