"""Texts made to be slow: shapes that grow to any length and on which a careless rule takes quadratic time or worse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen


@frozen
class Repeated:
    """A piece again and again, after a beginning."""

    piece: str
    """What comes again."""
    beginning: str = ""
    """What stands once in front."""

    def __call__(self, length: int) -> str:
        """Give a text of that length, of whole pieces and some blanks: what it is must not depend on how long it is."""
        pieces = max(1, (length - len(self.beginning)) // len(self.piece))
        return (self.beginning + self.piece * pieces)[:length].ljust(length)


def _different_names(length: int) -> str:
    """Names of which none comes twice, so that tables of actors grow with the text."""
    names = (f"Foreign Minister Ana {_syllables(number)}ov said. " for number in range(length // 24 + 1))
    return "".join(names)[:length]


def _syllables(number: int) -> str:
    """Give every number a word of its own."""
    word = ""
    while number or not word:
        number, rest = divmod(number, 20)
        word += "bdfgklmnprstvzbdfghj"[rest] + "aeiou"[rest % 5]
    return word.title()


SHAPES: Mapping[str, Callable[[int], str]] = {
    "opening marks that never close": Repeated("“we will "),
    "one opening mark, then words": Repeated("and then the talks went on ", "“"),
    "straight marks without end": Repeated('"'),
    "quotes and speech verbs": Repeated("“No,” he said, “yes,” "),
    "speech verbs without end": Repeated("said "),
    "capitalised words": Repeated("Ab"),
    "capitalised words with spaces": Repeated("Aa Bb "),
    "capitals with full stops": Repeated("A."),
    "name particles": Repeated("Ana de la "),
    "titles without a name": Repeated("Foreign Minister "),
    "a sentence without end": Repeated("Russian President Ana Ruiz of Russia met the delegation of Ukraine and "),
    "country names": Repeated("Russia and Ukraine, "),
    "pronouns": Repeated("he told him that she and they ", "Ana Ruiz said: "),
    "names that are all different": _different_names,
    "datelines": Repeated("GENEVA, Jan 20 (Reuters) - Talks.\n"),
    "headings in capitals": Repeated("GENEVA, PARIS, "),
    "full stops": Repeated("."),
    "line breaks": Repeated("\n"),
    "blanks": Repeated(" \u00a0"),
    "wrapped lines": Repeated("the ministers of the two countries met again today,\n"),
    "brackets": Repeated("(("),
    "commas": Repeated("a, "),
    "digits": Repeated("2024-"),
    "combining marks": Repeated("\u0301", "e"),
    "claims": Repeated("the islands claimed by the government of the region of the "),
    "delegations": Repeated("a delegation headed by a delegation led by "),
    "demands": Repeated("demands that he insists on that he rejects "),
    "apostrophes": Repeated("'s ’s "),
}
"""Shapes by name: each gives a text of a length."""
