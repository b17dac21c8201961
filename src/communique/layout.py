"""Paragraphs, sentences and quotations: one linear pass, kept as columns of offsets.

They are made annotations only when somebody asks for them (`Reading.of`); rules that need offsets read the columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from communique.article import Article

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
_SAYS = r"(?:said|says|asked|asks|told|tells|added|adds|wrote|replied|declared|warned|insisted|continued|explained)"

_BREAK = re.compile(r"\n\s*+")
_STOP = re.compile(r"""((?<![.!?])[.!?]++|…)(["')\]]*+)(?= )""")
_NEXT = re.compile(r""" ++["'(\[-]*+ ?\W{0,2}(\w?[\w-]*+)""")
_SINGLE_LETTERS = re.compile(r"(?:\w\.)+\Z")
_ATTRIBUTION = re.compile(rf" (?:[\w.'-]+,? ){{1,5}}?{_SAYS}\b")
_MARK = re.compile(r"[“”„‟«»\"]|''|``|(?<![^\W_])[‘‚'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENERS = frozenset("“„‟«‘‚") | {"``"}
_DOUBLE_CLOSERS = frozenset("”»“") | {"''", '"'}


class Regions:
    """Stretches of a text that do not overlap, as two columns of offsets in the order of the text."""

    __slots__ = ("ends", "starts")

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        """Take the two columns."""
        self.starts = starts
        self.ends = ends

    def at(self, position: int) -> int:
        """The number of the region that covers a position, or -1."""
        number = bisect_right(self.starts, position) - 1
        return number if number >= 0 and position < self.ends[number] else -1

    def within(self, start: int, end: int) -> range:
        """The numbers of the regions that lie inside ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.ends, strict=True)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> tuple[int, int]:
        return self.starts[number], self.ends[number]


class Layout:
    """The paragraphs, sentences and quotations of an article, each column made on first use."""

    def __init__(self, article: Article) -> None:
        """Nothing is computed yet."""
        self._article = article

    @cached_property
    def paragraphs(self) -> Regions:
        """Text between line breaks (those that only wrap a line left out), white space trimmed."""
        folded = self._article.folded
        starts: list[int] = []
        ends: list[int] = []
        position = 0
        for match in _BREAK.finditer(folded):
            _append_trimmed(folded, position, match.start(), starts, ends)
            position = match.end()
        _append_trimmed(folded, position, len(folded), starts, ends)
        return Regions(starts, ends)

    @cached_property
    def sentences(self) -> Regions:
        """Sentences, each inside one paragraph, with the final stop and the marks that close after it."""
        folded = self._article.folded
        starts: list[int] = []
        ends: list[int] = []
        for start, end in self.paragraphs:
            first = start
            for stop in _STOP.finditer(folded, start, end):
                if _ends_sentence(folded, stop, first, end):
                    first = _append_cut(folded, first, stop.end(), starts, ends)
            _append_cut(folded, first, end, starts, ends)
        return Regions(starts, ends)

    @cached_property
    def _quotations(self) -> tuple[Regions, list[bool]]:
        starts: list[int] = []
        ends: list[int] = []
        closed: list[bool] = []
        carried: tuple[int, str] | None = None  # an opening mark whose paragraph ended before it was closed
        previous_end = 0
        for start, end in self.paragraphs:
            found = list(_quotations_of(self._article.text, start, end, carried))
            if carried is not None and not (found and found[0][0] == carried[0]):
                starts.append(carried[0])
                ends.append(previous_end)
                closed.append(False)
            carried = None
            for first, last, mark in found:
                if last < 0:
                    carried = (first, mark)
                else:
                    starts.append(first)
                    ends.append(last)
                    closed.append(True)
            previous_end = end
        if carried is not None:
            starts.append(carried[0])
            ends.append(previous_end)
            closed.append(False)
        return Regions(starts, ends), closed

    @property
    def quotations(self) -> Regions:
        """Text between quotation marks, marks inside, outermost ones only."""
        return self._quotations[0]

    @property
    def quotations_closed(self) -> list[bool]:
        """For each quotation, whether a closing mark was found."""
        return self._quotations[1]


def _append_trimmed(folded: str, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    piece = folded[start:end]
    trimmed = piece.strip()
    if trimmed:
        start += len(piece) - len(piece.lstrip())
        starts.append(start)
        ends.append(start + len(trimmed))


def _append_cut(folded: str, start: int, end: int, starts: list[int], ends: list[int]) -> int:
    """Add a sentence, in several pieces where it is endless, and give the offset where the next one starts."""
    while end - start > LONGEST_SENTENCE:
        cut = folded.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        _append_trimmed(folded, start, cut, starts, ends)
        start = cut
    _append_trimmed(folded, start, end, starts, ends)
    return end


def _ends_sentence(folded: str, stop: re.Match[str], start: int, end: int) -> bool:
    following = _NEXT.match(folded, stop.end(), end)
    word = following.group(1) if following else ""
    if not word or not (word[0].isupper() or word[0].isdigit() or not word[0].isalpha()):
        # Letters without case (Arabic, Chinese) may start a sentence, lower-case ones do not.
        return bool(word) and not word[0].islower()
    marks, closers = stop.group(1), stop.group(2)
    if closers and closers[0] in "\"'" and _ATTRIBUTION.match(folded, stop.end(), min(end, stop.end() + 120)):
        return False
    if marks != "." or closers:
        return True
    before = _word_before(folded, stop.start(), start)
    if before in TITLE_ABBREVIATIONS:
        return False
    if before in CLOSING_ABBREVIATIONS:
        return word in SENTENCE_STARTERS
    if len(before) == 1 or _SINGLE_LETTERS.fullmatch(before + "."):
        return _letter_ends_sentence(before, word)
    return True


def _letter_ends_sentence(before: str, word: str) -> bool:
    """Tell whether an initial or an abbreviation of single letters (``U.S.``, ``p.m.``) ends a sentence here."""
    if len(before) == 1:
        return before.isdigit() or (before == "I" and word in SENTENCE_STARTERS)
    return word in SENTENCE_STARTERS


def _word_before(folded: str, stop: int, start: int) -> str:
    """The word that ends at `stop`, with the stops inside it ("U.S"); long words come shortened."""
    start = max(start, stop - 24)
    return re.split(r"""[\s"'(\[/-]""", folded[start:stop])[-1]


def _quotations_of(text: str, start: int, end: int, carried: tuple[int, str] | None) -> Iterator[tuple[int, int, str]]:
    """Give start, end and opening mark of each quotation of a paragraph; the end is -1 where it is not closed.

    `carried` is the opening of a quotation that the paragraph before left open: it goes on where this paragraph
    re-opens it.
    """
    marks = [(match.start(), match.end(), match.group()) for match in _MARK.finditer(text, start, end)]
    opened, mark, nested = -1, "", 0
    for number, (first, last, sign) in enumerate(marks):
        if opened < 0:
            if carried is not None and first == start and _family(sign) == _family(carried[1]):
                opened = carried[0]
            elif _opens(text, first, last, sign, start, end):
                opened = first
            mark, nested, carried = sign, 0, None
        elif _family(sign) != _family(mark):
            continue
        elif _closes(text, last, sign, mark, end):
            if not nested:
                yield opened, last, mark
                opened = -1
            nested = max(nested - 1, 0)
        elif sign in _OPENERS:
            if _closes_twice(text, marks[number + 1 : number + 3], mark, end):
                nested += 1
            else:  # the mark that should have closed it was forgotten
                yield opened, opened + len(text[opened:first].rstrip()), mark
                opened, mark = first, sign
    if opened >= 0 and _family(mark) == "double":
        yield opened, -1, mark


def _closes_twice(text: str, coming: list[tuple[int, int, str]], mark: str, end: int) -> bool:
    """Tell whether the next two marks both close: then the one before them opened a quotation in a quotation."""
    return len(coming) == 2 and all(_closes(text, last, sign, mark, end) for _, last, sign in coming)  # noqa: PLR2004


def _family(mark: str) -> str:
    return "single" if mark in "‘’‚'" else "double"


def _opens(text: str, first: int, last: int, sign: str, start: int, end: int) -> bool:
    """Tell whether a mark met outside a quotation opens one."""
    if last >= end or text[last].isspace():
        # A blank after the mark: only a mark that cannot close anything opens ("the accord " he said).
        return sign in "“„«" and last < end
    if sign in {"”", "’"}:
        return first == start or text[first - 1].isspace()
    if sign == "''":
        return not text[first - 1 : first].isalnum()
    if sign in {"‘", "'"}:
        return first == start or not (text[first - 1].isalnum() or text[first - 1] in ".,!?")
    if sign == "»":
        return first == start or text[first - 1].isspace()
    return True


def _closes(text: str, last: int, sign: str, mark: str, end: int) -> bool:
    """Tell whether a mark of the family of the opening `mark` closes its quotation."""
    if sign in {"”", "’", "''"}:
        return True
    if sign == "“":
        return mark in "„‟" or (mark == '"' and last < end and not text[last].isalnum())
    if sign in "«»":
        return sign == ("«" if mark == "»" else "»")
    if sign == '"':
        return True
    return sign == "'" and mark in "'‘‚" and not text[last : last + 1].isalnum()
