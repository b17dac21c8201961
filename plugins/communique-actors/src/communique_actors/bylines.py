"""The lines that say who reported and edited a story: names in them are no actors."""

from __future__ import annotations

from communique import Reading
from communique.layout import Regions

_LONGEST_BYLINE = 80
_CREDITED = (
    "Reporting by ", "reporting by ", "Editing by ", "Writing by ", "Compiled by ", "Translated by ",
    "Reporting and ", "Reporting for ",
)  # fmt: skip
_CREDITS = tuple(f"{opening}{work}" for opening in ("", "(", "Additional ", "(Additional ") for work in _CREDITED)
_FIRST_OF_CREDITS = frozenset(credit[0] for credit in _CREDITS)
_CONTRIBUTED = " contributed to this "


def bylines_of(reading: Reading) -> Regions:
    """The bylines and credits of an article, in the order of the text."""
    folded, layout = reading.article.folded, reading.layout
    starts: list[int] = []
    ends: list[int] = []
    contributed = _CONTRIBUTED in folded
    for start, end in layout.sentences:
        first = folded[start]
        if first in _FIRST_OF_CREDITS and folded.startswith(_CREDITS, start):
            paragraph = layout.paragraphs.at(start)
            starts.append(start)
            ends.append(layout.paragraphs.ends[paragraph] if paragraph >= 0 else end)
        elif (first == "B" and _names_reporter(folded, start, end)) or (
            contributed and folded.find(_CONTRIBUTED, start, end) >= 0
        ):
            starts.append(start)
            ends.append(end)
    return Regions(starts, ends)


def _names_reporter(folded: str, start: int, end: int) -> bool:
    """Tell whether a sentence is "By Ana Ruiz"."""
    return end - start < _LONGEST_BYLINE and folded.startswith("By ", start) and folded[start + 3 : start + 4].isupper()
