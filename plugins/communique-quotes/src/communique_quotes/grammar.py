"""Closed classes of English words that tell where a noun phrase or a clause begins and ends.

Source: the closed word classes of English reference grammars (Quirk, Greenbaum, Leech and Svartvik 1985, chapters 2-9).
"""

from __future__ import annotations


def words(line: str) -> frozenset[str]:
    """Make a set of the words of a line."""
    return frozenset(line.split())


PRONOUNS = words(
    "he she they it i we you who which this these those others some many most both all one none everyone everybody "
    "someone somebody nobody anyone anybody few several neither either another"
)
"""Words that are a whole subject by themselves."""

PERSONAL = words("he she they it i we you")
"""Personal pronouns in the form of a subject."""

OBJECTS = words("me us him her them it you himself herself themselves itself myself ourselves")
"""Personal pronouns in the form of an object."""

DETERMINERS = words(
    "the a an this these those his her its their our my your one some any many several few most all both each "
    "every another no two three four five six seven eight nine ten other"
)
"""Words that open a noun phrase."""

ATTACHING = words("of for in at from with on to by near under behind within inside against across")
"""Prepositions that tie a noun to the noun before it."""

AUXILIARIES = words(
    "has have had having is are was were be been being am do does did will would shall should can could may might must "
    "ought 'd 'll 've 's 're not n't never hasn haven hadn isn aren wasn weren don doesn didn won wouldn can couldn "
    "shouldn"
)
"""Auxiliary verbs and negations."""

BE = words("is are was were be been being am 's 're isn aren wasn weren")
"""Forms of "be"."""

MODALS = words(
    "will would shall should can could may might must do does did don doesn didn won wouldn couldn shouldn t"
)
"""Words after which a verb stands in its base form."""

ADVERBS = words(
    "also then later again once often sometimes always still now just soon even further too only earlier since ever "
    "instead first finally already long twice thus nevertheless nonetheless therefore back rather simply both "
    "all himself herself themselves itself today yesterday"
)
"""Adverbs that may stand between a subject and its verb; those in -ly need no list."""

STOPPERS = words(
    "and or but nor so yet if because although though while when where whether that which who whom whose what why how "
    "as than since until unless after before once then there here about into onto upon over during through "
    "among between without despite amid toward towards like per via not no never also even only just "
    "is are was were be been being am has have had do does did will would shall should can could may might must "
    "said says say saying told tells adding including according meanwhile however he she they it i we him them us me "
    "made makes took takes came comes went goes got gets gave gives saw sees met meets held holds led leads "
    "began begins won wins lost loses left became becomes"
)
"""Words that no noun phrase contains on its way from its head to its beginning."""

TIMES = words("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight")
"""Days that stand beside a subject without belonging to it."""

PREPOSITIONS = ATTACHING | words(
    "about after before during through over into amid ahead following via upon among between without despite toward "
    "towards since until alongside outside throughout around"
)
"""Words that open an adjunct."""

IRREGULAR = words(
    "spoke sought kept left ran drew fell felt found stood sat set put sent spent brought thought knew grew threw flew "
    "laid paid broke chose drove fought gave hung heard hit hurt built bought caught cut dealt rose shook showed shot "
    "spread struck swept wore wants seems appears plans"
)
"""Irregular past forms (and a few present ones) that are hardly ever nouns behind a name."""

SUBORDINATORS = words("while as after once although though when if because since despite where until unless before")
"""Words that open a subordinate clause."""

LEADING = words("earlier later asked still then even perhaps here now yet so")
"""Words that begin a sentence without being its subject."""

RELATIVES = words("who whose which whom where")
"""Words that open a relative clause."""


def is_adverb(word: str) -> bool:
    """Tell whether a lower-case word stands between subject and verb as an adverb."""
    return word in ADVERBS or (
        len(word) > len("only") and word.endswith("ly") and word not in {"family", "assembly", "italy", "ally"}
    )
