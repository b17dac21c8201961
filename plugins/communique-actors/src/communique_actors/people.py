"""The persons of an article: who is who among the names."""

from __future__ import annotations

from collections.abc import Callable

from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS, given_names, surnames_first

_MOST_NAMESAKES = 20
"""No text names more persons of one surname."""
_FULL_WITH_SURNAME_FIRST = 3


class People:
    """The persons found so far, by the words of their names."""

    def __init__(self) -> None:
        """Nobody is known yet."""
        self.drafts: list[Draft] = []
        self._by_name: dict[tuple[str, str], Draft] = {}
        self._by_word: dict[str, list[Draft]] = {}

    def full(self, words: list[str], rule: Callable[..., object]) -> Draft:
        """Give the person of a full name, a new one if there is none with its first and last word."""
        folded = [word.casefold() for word in words]
        key = (folded[0], folded[-1])
        draft = self._by_name.get(key)
        name = " ".join(words)
        if draft is None:
            draft = self._by_name[key] = self._added(name, rule)
        elif name == draft.name:
            return draft
        elif len(words) > len(draft.name.split()):
            draft.name = name
        for word in folded:
            self._index(word, draft)
        return draft

    def single(self, word: str, rule: Callable[..., object]) -> Draft:
        """Give the person a new name of one word stands for."""
        draft = self._added(word, rule)
        self._index(word.casefold(), draft)
        return draft

    def _added(self, name: str, rule: Callable[..., object]) -> Draft:
        draft = Draft("person", name, rule)
        self.drafts.append(draft)
        return draft

    def _index(self, word: str, draft: Draft) -> None:
        if word not in WORDS.particle:
            known = self._by_word.setdefault(word, [])
            if len(known) < _MOST_NAMESAKES and draft not in known:
                known.append(draft)

    def ending_in(self, words: list[str]) -> list[Draft]:
        """Those whose full name is or ends in several words: "van Orsted", "da Silva"."""
        tail = tuple(map(str.casefold, words))
        return [
            draft
            for draft in self._by_word.get(tail[-1], [])
            if len(draft.name) >= len(" ".join(words)) and tuple(draft.name.casefold().split())[-len(tail) :] == tail
        ]

    def also_called(self, word: str, name: str) -> list[Draft]:
        """Note another word for the person of a name; give that person, or nobody if the name is nobody's."""
        known = self.called(name.rsplit(maxsplit=1)[-1])
        if len(known) == 1:
            self._index(word.casefold(), known[0])
        return known if len(known) == 1 else []

    def called(self, word: str) -> list[Draft]:
        """Those a name of one word may stand for: by surname, else by another word.

        A given name stands for nobody if several have it.
        """
        folded = word.casefold()
        known = self._by_word.get(folded)
        if known is None:
            return []
        if len(known) == 1:
            return known
        by_surname = [draft for draft in known if surname(draft.name).casefold() == folded]
        return by_surname if by_surname or word in given_names() else known


def surname(name: str) -> str:
    """The word by which a person is called: the last one, or the first in traditions that put it there."""
    words = name.split()
    first = words[0]
    in_front = first in surnames_first() and (
        first not in given_names() or len(words) == _FULL_WITH_SURNAME_FIRST or (len(words) > 1 and "-" in words[1])
    )
    return first if in_front else words[-1]


def latest(drafts: list[Draft], position: int) -> Draft:
    """Of several persons the one named last before a position; if none was, the first."""
    return drafts[0] if len(drafts) == 1 else max(drafts, key=lambda draft: draft.last_before(position))
