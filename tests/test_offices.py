"""The word list of office holders, which is empty until somebody fills it."""

from __future__ import annotations

from communique import Article, Lexicon
from communique.index import Index
from communique.offices import OFFICE_HOLDERS, OfficeHolder
from communique.words import Words

HOLDER = OfficeHolder("Velora Okunvari", "president", "FJI")


def test_core_knows_nobody() -> None:
    """Who holds which office is for plugins of data to say."""
    assert OFFICE_HOLDERS.entries == ()


def test_whoever_gives_a_list_of_that_name_fills_it() -> None:
    """As the documentation has it."""
    index = Index([OFFICE_HOLDERS, Lexicon.of("office-holders", {HOLDER.name: HOLDER})])
    words = Words(Article("Velora Okunvari spoke."), index)
    assert [entry.means for _, _, entry in words.hits(OFFICE_HOLDERS.name)] == [HOLDER]


def test_an_entry_has_the_full_name_unless_it_is_said_to_be_short() -> None:
    """A word by which somebody is called says less than a name."""
    assert not HOLDER.short
    assert OfficeHolder(HOLDER.name, HOLDER.office, HOLDER.country, short=True) != HOLDER
