"""Who held which office when: the word list of office holders, which plugins of data fill.

Core has no entries.  A plugin gives some with a lexicon of the name `OFFICE_HOLDERS` has; readers of persons ask it for
what the text leaves open.
"""

from __future__ import annotations

from attrs import frozen

from communique.lexicon import Lexicon


@frozen
class OfficeHolder:
    """What a person's name says, for the days of its entry: the office held between them.

    A holder has an entry for each spelling of the full name, and one for the word by which newspapers call them.

    >>> from datetime import date
    >>> from communique import Entry
    >>> premier = OfficeHolder("Ana Ruiz", "prime minister", "ESP")
    >>> Entry("Ana Ruiz", premier, since=date(2024, 5, 1)).means.office
    'prime minister'
    """

    name: str
    """The full name, in the usual spelling."""
    office: str
    """The office in the words of newspapers: president, prime minister, foreign secretary, …"""
    country: str | None
    """ISO 3166-1 alpha-3 of the state whose office it is, None for an international body."""
    short: bool = False
    """Whether the form of the entry is not the full name but the word by which the holder is called."""


OFFICE_HOLDERS: Lexicon[OfficeHolder] = Lexicon("office-holders", tuple)
"""Names of office holders.  An entry holds from the first day in office (`since`) to the last (`until`)."""
