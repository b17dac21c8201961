"""What a dateline looks like, built of named pieces.

All patterns are for the folded text (plain dashes, quotes and spaces) and are matched where a line begins or where the
places of a dateline end; none searches.  Repetitions are possessive or bounded.
"""

from __future__ import annotations

import re

import regex

from communique.calendar import DATE, MONTH, WEEKDAY
from communique.patterns import on_first_use

# ---------------------------------------------------------------- pieces

GAP = r"[ \n]{0,4}+"
BLANK = r"[ \n]{1,4}+"

NOT_A_DAY = rf"(?!\p{{L}}{{3,9}}+(?:\.? |\.)[0-9][0-9O]?(?![0-9])(?! {MONTH}))"
"""No day begins here, even if its month is misprinted: the next word is not the month of ``March 2``."""

PARTICLE = r"(?:de|del|della|di|do|dos|da|du|la|las|le|les|el|al|es|of|the|on|in|am|an|der|den|near|sur)"
"""A small word inside a place's name: DAR es SALAAM, ON the MISSISSIPPI."""

CAPITALS = (
    r"(?:\p{Lu}[\p{Lu}\p{M}]++(?!\p{Ll})|(?:Mc|Mac|De|Di|Du|La|Le|\p{Lu}'|d'|al-|el-)\p{Lu}[\p{Lu}\p{M}]++(?!\p{Ll})"
    r"|(?:\p{Lu}\.){2,4}+|(?:\p{Lu}')?\p{Lu}(?![\p{L}\p{M}']))"
    r"(?:'\p{Lu}++|-(?:(?:\p{Lu}|\p{Ll}{1,3}-)\p{Lu}++)(?!\p{Ll}))*+(?:(?<=\b(?:ST|MT|FT|STE|\p{Lu}))\.)?+"
)
"""A word in capitals: ``LONDON``, ``N'DJAMENA``, ``PORT-AU-PRINCE``, ``McALLEN``, ``U.S.``, ``ST.`` LOUIS."""

CAPITALISED = r"(?:al-|el-)?\p{Lu}[\p{L}\p{M}]*+(?:'\p{L}++|-\p{L}{2,}+)*+(?:(?<=\b(?:St|Mt|Ft|Ste|\p{Lu}))\.)?+"
"""A capitalised word: ``London``, ``Port-au-Prince``, the ``St.`` of St. Paul."""

_BETWEEN = rf" (?:(?=[a-z])(?:{PARTICLE} ){{1,2}}+)?+{NOT_A_DAY}"
CITY = (
    rf"(?:{CAPITALS}(?:{_BETWEEN}{CAPITALS}){{0,6}}+"
    rf"|{CAPITALISED}(?:{_BETWEEN}{CAPITALISED}){{0,4}}+)"
)
"""A city, all in capitals or all capitalised."""

_SMALL = r"(?:near|off|north|south|east|west|northern|southern|eastern|western|central|occupied|of|and|the|de|del)"
REGIONS = ("border", "coast", "county", "department", "district", "island", "islands", "province", "region", "state")
"""Nouns of regions: the last word of ``Kherson region``."""

_QUALIFYING = r"\p{Lu}[\p{L}\p{M}]*+(?:\.\p{Lu}[\p{L}\p{M}]*+)*+(?:['-]\p{L}{2,}+)*+\.?+"
_SMALL_WORDS = rf"(?:(?=[a-z])(?:{_SMALL} ){{1,2}}+)?+"
QUALIFIER = (
    rf"{_SMALL_WORDS}{NOT_A_DAY}{_QUALIFYING}"
    rf"(?:(?: {_SMALL_WORDS}|\n(?=\p{{Lu}}\p{{Ll}})){NOT_A_DAY}{_QUALIFYING}){{0,5}}+"
    rf"(?: (?:{'|'.join(REGIONS)})\b)?+"
)
"""The state or country behind a city: ``Calif.``, ``N.Y.``, ``British Columbia``, ``West Bank``, ``Kherson region``."""

_CITY_AND_CITY = (
    rf"{CAPITALS}(?: {CAPITALS}){{0,3}}+(?:, \p{{Lu}}[\p{{Lu}}' -]{{1,30}}+){{0,3}}+,? and \p{{Lu}}[\p{{Lu}}'-]"
)
"""The rest of a list of cities: ``LONDON and PARIS``."""

PLACE = (
    rf"(?P<city>{CITY})"
    rf"(?: ?,{GAP}(?!{_CITY_AND_CITY})(?P<qualifier>{QUALIFIER}(?:,{GAP}(?!and ){QUALIFIER})?+)"
    rf"|{GAP}[(\[](?P<qualifier>\p{{Lu}}[\p{{L}}\p{{M}}. '-]{{1,30}}+)[)\]](?={GAP}[,/(]|{BLANK}[0-9])"
    rf"|(?<=\p{{Lu}}{{2}}) (?!and )(?P<qualifier>{QUALIFIER})(?= \())?+"
)
"""A city and its qualifier: ``FRESNO, Calif.``, ``TAINAN (ROC), 14 JUN 90``, ``BONN West Germany (AP)``."""

DAY = rf"(?>{DATE}(?!\w)|\p{{L}}{{3,9}}\.? [0-9][0-9O]?(?![0-9])|[0-9]{{1,2}} \p{{Lu}}{{3}}(?!\w))"
"""A printed day, its month misprinted, not capitalised or Italian at worst: ``Jan. 23``, ``Narch 2``, ``01 LUG``."""

AGENCY = r"\( ?(?P<agency>[^() \n][^()\n]{0,58}?) ?\)"
"""An agency in brackets."""

DASH = r"(?P<close>-{1,3}+|_)"
"""The closing mark; the underscore is the dash of old wires."""

LOST = r"(?= {1,4}[\"\p{Lu}]| {0,4}(?:\n|\Z))"
"""Where the closing mark was lost, a sentence begins or the line ends."""

# ---------------------------------------------------------------- the start of a line

_NOTE = (
    r"in|adds?|correct(?:s|ed)|correction|updates?|fixes|removes?|recasts?|refiles?|repeats?|clarifies|changes?|eds:?"
    r"|note|th(?:is|e) (?:[\w.]{1,12} ){0,4}?(?:story|version|article)|story"
)
NOTE = on_first_use(
    regex.compile,
    rf"(?:\*{{1,5}}+ ?|\(?(?:Undated|UNDATED)\)? (?=\()"
    rf"|\((?i:{_NOTE})\b(?:[^()]|\([^()]{{0,80}}+\)){{0,500}}+\) {{0,4}}+"
    r"|(?:RPT|REPEAT|CORRECTED)(?: ?-{1,2}+ ?|: )"
    r"|(?:By|BY) [^()\n]{3,60}?(?:(?i: Associated Press Writer|, AP \w{3,20} Writer),? (?=\p{Lu})| (?=\())){1,3}+",
)
"""What may stand before a dateline on its line: a correction note, stars, ``RPT --``, a byline."""

SUBJECT = re.compile(rf"[A-Z][a-z]*+(?: [A-Z][a-z]*+){{0,9}}+ (?!(?:and|{PARTICLE})\b)[a-z]")
"""The subject of a sentence: capitalised words and one in small letters, which no dateline has there."""

ONE_PLACE = regex.compile(PLACE)
"""A place, at the start of a line or behind another."""

NEXT_PLACE = regex.compile(rf" ?/ ?|; |,? and |, (?={_CITY_AND_CITY})")
"""What stands between two places: ``SEATTLE/NEW YORK``."""

BYLINE = on_first_use(
    regex.compile,
    r"(?i:by |from ).{3,90}|.{2,40} (?i:writer|editor|correspondent|reporter|staff)|(?:The )?Associated Press",
)
"""A whole line that names who wrote the story."""

PRINTED = on_first_use(
    regex.compile, rf"(?i:published|updated|posted|issued)\b.{{4,60}}|(?:[\p{{L}} ]{{2,30}} - )?{DATE}[^.]{{0,40}}"
)
"""A whole line that says when the story was printed."""

IN_CAPITALS = regex.compile(r"(?<=\s)\p{Lu}['\p{Lu}]")
"""Where a word in capitals begins."""

POSSESSIVE = regex.compile(r"['’][sS]\b")
"""The genitive of a headline's subject: ``MOSCOW'S DEMANDS``."""

# ---------------------------------------------------------------- behind the places

DATED = regex.compile(rf"(?: ?,|\.| -)?{GAP}(?:{WEEKDAY},?{BLANK})?+(?P<day>{DAY})(?:,?{BLANK}{WEEKDAY})?+")
"""A day behind the places: ``, Jan. 23``, ``. Jan 23``, `` - Friday, January 23, 2026``."""

BRACKETED_AGENCY = regex.compile(
    rf"(?:,| ?-{{1,2}}+)?{GAP}{AGENCY}"
    rf"(?:{GAP}(?:{DASH}|(?P<close>:|\.-{{1,2}}+))|(?P<close>\.)(?= {{1,4}}[\"\p{{Lu}}])|{LOST})"
)
BARE_AGENCY = regex.compile(
    rf"(?:,|\.| -)?{BLANK}(?P<agency>\p{{L}}[\w/]++(?:-\p{{Lu}}\w++)?+)"
    rf"(?:{GAP}{DASH}|(?P<close>\.|:)(?!\S)|(?= {{0,4}}(?:\n|\Z)))"
)
SLASHED_AGENCY = regex.compile(
    rf"\.?{GAP}/(?P<agency>[^/ \n]{{1,20}}+)(?: [Cc]orrespondents? [^/\n]{{1,40}}+)?+/"
    rf"(?:{GAP}(?P<close>\.|-{{1,3}}+))?+"
)
BRACKETED_DAY = regex.compile(rf"{GAP}\( ?(?P<day>[^() \n][^()\n]{{3,30}}?) ?\)(?:{GAP}{DASH}|{LOST})")
CLOSED_DAY = regex.compile(rf"{GAP}(?:{DASH}|(?P<close>:))|(?P<close>\.)(?= {{1,4}}[\"\p{{Lu}}])")
LINE_END = regex.compile(r"(?=[ \n]|\Z)")
SPACED_DASH = regex.compile(rf"{GAP}(?P<close>-{{2,3}}+|_|-(?![\w.])|(?<=\s)-)")
TIGHT_DASH = regex.compile(r"(?P<close>-)(?=\p{Lu}(?:\p{Ll}| ))")
COLON = regex.compile(r" ?(?P<close>:)(?!\S)")
LOST_DASH = regex.compile(rf"(?={BLANK}(?P<next>\p{{Lu}}\p{{Ll}}*+)(?![\w'-]))")

# ---------------------------------------------------------------- without a place in front

DATE_LABEL = regex.compile(r"(?:(?:[Dd]ate|DATE):? )?+")
BEFORE_PLACE = regex.compile(r"(?:,|:| -)? ")
CLOSED_PLACE = regex.compile(rf"(?P<close>\.|:)(?!\S)|{GAP}{DASH}")

_NAMED = r"(?P<agency>\p{Lu}[\w./&' ]{1,40}?|[\w.]{2,24}+)"
_ANY_DAY = r"(?P<day>[\w.]{2,10} [\w.]{1,10}(?:,? [0-9]{4})?+)"
AGENCY_ALONE = regex.compile(rf"(?:(?:{_ANY_DAY},? )?+\( ?(?P<agency>[^()\n]{{2,40}}?) ?\)|{_NAMED}){GAP}{DASH}(?!\S)")

STAMP = on_first_use(regex.compile, DATE)
"""What stands behind the agency in the header of a web page."""

AGENCY_BEFORE = regex.compile(r"\( ?(?P<agency>[^() \n][^()\n]{1,38}?) ?\) -{1,2}+ (?=\p{Lu})")
"""An agency that stands before the place: ``(ANSA) - ROME, JAN 23 -``."""

# ---------------------------------------------------------------- the body

BODY = regex.compile(r"\s{0,20}+(?:\[\p{Lu}[^\[\]\n\p{Ll}]{0,200}+\]\s{0,4}+){0,6}+")
"""Blanks, and what a monitoring service prints between dateline and body: ``[REPORT] [TEXT]``."""
