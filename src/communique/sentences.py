"""Where sentences end: one linear pass that knows abbreviations and quotation marks.

The words of a quotation may be several sentences, but a quotation that ends in ``?"`` or ``."`` goes on with the words
that attribute it: "“Why now?” Smith asked." is one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from communique.patterns import offsets_of

LONGEST_SENTENCE = 2000
"""A longer stretch without a stop is cut at the last space before it, so that every sentence has an end."""

# Source of the three lists: abbreviations of English newspaper and diplomatic prose (AP and Reuters style books).
_TITLES = (
    "Adm Amb Atty Brig Capt Card Cdr Cmdr Cmdt Col Comdr Cpl Cpt Dep Det Dir Dr Drs Emb Esq Eng Ens Exc Excell "
    "Fr Gen Gens Gov Govs Hon Insp Intl Lt Ltc Maj Messrs Mgr Mlle Mme Mr Mrs Ms Msgr Natl No Nos Ofc Ph Pfc "
    "Pres Prof Profs Pvt Rep Reps Rev Sec Secy Sen Sens Sfc Sgt Spc Sr Sra St Ste Supt Treas Undersec Vol Vs v "
    "vs viz cf eg ie al approx est fig Bros Ft Mt Pt Dist Dept Univ Assn Art Sect Para pp ca"
)
_MAY_END = (
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Inc Ltd Corp "
    "Co Cos Plc Cie Jr Bhd Pty Ave Blvd Rd etc Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md "
    "Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man"
)
_STARTERS = (
    "A About According After All Also Although Among An And Another Any As At Because Before Both But By "
    "Critics Despite During Each Earlier Even Every Few First For Four From He Her Here His How However I If "
    "In Instead It Its Last Later Many Meanwhile Most Neither Never No None Nor Not Nothing Now Of Officials "
    "On Once One Only Other Others Our Over Police Reports She Since So Some Still Such That The Their Then "
    "There These They This Those Though Three Thus To Today Troops Two Under Unlike Until We What When Where "
    "Whether Which While Who Why With Without Yesterday Yet You"
)
TITLE_ABBREVIATIONS = frozenset(_TITLES.split())
"""Abbreviations that stand before a name or number and end no sentence."""
CLOSING_ABBREVIATIONS = frozenset(_MAY_END.split())
"""Abbreviations that may end a sentence: they do where the next word commonly starts one."""
SENTENCE_STARTERS = frozenset(_STARTERS.split())
"""Capitalised words after which an abbreviation before them ends its sentence."""
_LONGEST_ABBREVIATION = max(map(len, TITLE_ABBREVIATIONS | CLOSING_ABBREVIATIONS))
_SAYS = r"(?:said|says|asked|asks|told|tells|added|adds|wrote|replied|declared|warned|insisted|continued|explained)"

_CLOSING = "\"')]"
_NEXT_WORD = re.compile(r""" ++["'(\[-]*+ ?\W{0,2}(\w?[\w-]*+)""")
_INSIDE_WORD = re.compile(r"""[\s"'(\[/-]""")
_SINGLE_LETTERS = re.compile(r"\w(?:\.\w)*")
_ATTRIBUTION_REACH = 120
_ATTRIBUTION_ENDS = frozenset({"", ".", ";"})
_WORD_REACH = 24


def split_sentences(folded: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Give the starts and ends of the sentences in the paragraphs of a folded text."""
    starts: list[int] = []
    ends: list[int] = []
    stops = iter(offsets_of(folded, ".!?"))
    stop = next(stops, len(folded))
    for start, end in paragraphs:
        first = after = start
        while stop < end:
            if stop >= after:  # else it is one of several signs in a row
                after = _after_signs(folded, stop, end)
                if _ends_sentence(folded, stop, after, first, end):
                    _append(folded, first, after, starts, ends)
                    first = after + 1
                    while folded[first] == " ":
                        first += 1
            stop = next(stops, len(folded))
        _append(folded, first, end, starts, ends)
    return starts, ends


def _after_signs(folded: str, stop: int, end: int) -> int:
    """Where the stops that begin at `stop`, and the marks that close after them, end."""
    after = stop + 1
    while after < end and folded[after] in ".!?":
        after += 1
    while after < end and folded[after] in _CLOSING:
        after += 1
    return after


def _append(folded: str, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    """Add a sentence, in several pieces where it is endless."""
    while end - start > LONGEST_SENTENCE:
        cut = folded.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        starts.append(start)
        ends.append(start + len(folded[start:cut].rstrip()))
        while folded[cut] == " " and cut < end - 1:
            cut += 1
        start = cut
    starts.append(start)
    ends.append(end)


def _ends_sentence(folded: str, stop: int, after: int, start: int, end: int) -> bool:
    """Tell whether the signs ``[stop, after)`` end the sentence that began at `start`."""
    if after >= end or folded[after] != " " or folded[after + 1].islower():
        return False
    plain = after == stop + 1 and folded[stop] == "."
    before = _word_before(folded, stop, start) if plain else ""
    if len(before) > _LONGEST_ABBREVIATION and folded[after + 1].isupper():
        return True
    following = _NEXT_WORD.match(folded, after, end)
    word = following.group(1) if following else ""
    if not word or word[0].islower():
        return False
    if folded[after - 1] in "\"'" and _is_attributed(folded, stop, after, end):
        return False
    return not before or _abbreviation_ends(before, word)


def _is_attributed(folded: str, stop: int, after: int, end: int) -> bool:
    """Tell whether what follows a quotation says whose it is.

    After a full stop a new sentence is likelier (``"We agree." She said the …``): then the attribution must end there.
    """
    attribution = _attribution().match(folded, after, min(end, after + _ATTRIBUTION_REACH))
    if attribution is None:
        return False
    return folded[stop] != "." or folded[attribution.end() : attribution.end() + 1] in _ATTRIBUTION_ENDS


@cache
def _attribution() -> re.Pattern[str]:
    """What attributes a quotation that has just ended, compiled when the first one is met."""
    return re.compile(rf" (?:[\w.'-]+,? ){{1,5}}?{_SAYS}\b")


def _abbreviation_ends(before: str, word: str) -> bool:
    """Tell whether a stop after the word `before` ends a sentence, if it is followed by `word`."""
    if before in TITLE_ABBREVIATIONS:
        return False
    if before in CLOSING_ABBREVIATIONS:
        return word in SENTENCE_STARTERS
    if len(before) == 1:  # an initial, or a number in a list
        return before.isdigit() or (before == "I" and word in SENTENCE_STARTERS)
    return word in SENTENCE_STARTERS or not _SINGLE_LETTERS.fullmatch(before)


def _word_before(folded: str, stop: int, start: int) -> str:
    """The word that ends at `stop`, with the stops inside it ("U.S"); long words come shortened."""
    word = folded[max(start, stop - _WORD_REACH) : stop].rpartition(" ")[2]
    return word if word.isalpha() else _INSIDE_WORD.split(word)[-1]
