"""States as actors: named, by their adjective, or by the capital or seat that stands for their government."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique import Span
from communique.countries import CountryWord
from communique.kinds import MentionForm

from communique_actors.drafts import Draft
from communique_actors.lexicons import WORDS
from communique_actors.listed import Listed
from communique_actors.scene import Scene


class States:
    """The states of an article, one draft for each."""

    def __init__(self, scene: Scene) -> None:
        """Find them."""
        self.drafts: dict[str, Draft] = {}
        self.metonyms: set[int] = set()
        adjectives: list[tuple[str, Listed]] = []
        acting = False
        last_end = -1
        for listed, means in country_words(scene):
            if means.country.state is None and means.form != "name":
                continue
            for rule, form in STATE_RULES:
                if rule(scene, listed, means):
                    self._mention(scene, listed, means, rule, form)
                    acting = True
                    break
            else:
                joined = acting and joined_state(scene, listed, means, last_end)
                if joined:
                    self._mention(scene, listed, means, joined_state, "name")
                elif means.form == "adjective" or attributive(scene, listed, means):
                    adjectives.append((_key(means), listed))
                acting = joined
            last_end = listed.end
        for key, listed in adjectives:
            if key in self.drafts:
                self.drafts[key].mention(scene.span(listed.start, listed.end), "demonym")

    def _mention(
        self, scene: Scene, listed: Listed, means: CountryWord, rule: Callable[..., object], form: MentionForm
    ) -> None:
        span = scene.span(listed.start, listed.end)
        draft = self.drafts.get(_key(means))
        if draft is None:
            draft = self.drafts[_key(means)] = Draft("state", "", rule, [span], country=means.country.state)
        if means.form == "name" and len(span) > len(draft.name):
            draft.name = span.text
        draft.usual = means.country.name
        draft.mention(span, form, phrase_of(scene, listed, form))
        if form == "metonym":
            self.metonyms.add(span.start)


def _key(means: CountryWord) -> str:
    return means.country.state or means.country.name


def country_words(scene: Scene) -> Iterator[tuple[Listed, CountryWord]]:
    """The words for countries outside names of persons and bodies and outside titles."""
    for start in sorted(scene.countries):
        listed = scene.countries[start]
        if start in scene.used or not isinstance(listed.means, CountryWord):
            continue
        name = scene.name_over(start)
        if name is None or name.sort in {"state", "place"} and name.span.start == start:
            yield listed, listed.means


def attributive(scene: Scene, listed: Listed, means: CountryWord) -> bool:
    """Tell whether an abbreviated name stands as an adjective: "U.S. envoys", but not "the U.S. wants"."""
    if means.form != "name" or not scene.folded[listed.start : listed.end].replace(".", "").isupper():
        return False
    following = scene.after(listed.end)
    return bool(following) and following not in WORDS.verb and following not in WORDS.stop


def acting_state(scene: Scene, listed: Listed, means: CountryWord) -> bool:
    """A state by name, where it acts or is dealt with.

    Matches "Kenya" in "talks with Kenya"; not in "a road in Kenya".
    """
    if means.form != "name" or attributive(scene, listed, means):
        return False
    start = listed.start - 4 if scene.folded.startswith("the ", max(0, listed.start - 4)) else listed.start
    before = scene.before(start)
    if scene.folded.startswith("'s ", listed.end) or scene.folded.startswith("' ", listed.end):
        following = scene.after(listed.end + 2) or scene.after(listed.end + 1)
        return following not in WORDS.ground and before not in WORDS.locative - {"from", "to"}
    if before in {"to", "from"}:
        earlier = scene.word_before(start)
        return earlier is not None and scene.before(earlier[0]) in WORDS.dealing
    if before == "of":
        earlier = scene.word_before(start)
        return earlier is not None and scene.before(earlier[0]) not in WORDS.ground
    if before in WORDS.locative:
        return False
    return not _beside_comma(scene, start)


def _beside_comma(scene: Scene, start: int) -> bool:
    """Tell whether a name stands behind a comma and a place: "Nakuru, Kenya"."""
    if not scene.folded.startswith(", ", max(0, start - 2)):
        return False
    name = scene.name_before.get(start - 2)
    return name is not None and name.sort in {"place", "unknown"} and name.span.end == start - 2


def joined_state(scene: Scene, listed: Listed, means: CountryWord, last_end: int) -> bool:
    """A state joined by "and" or a comma to one that acts.

    Matches "Mali" in "Niger and Mali said"; not in "in Niger and Mali".
    """
    return means.form == "name" and 0 < listed.start - last_end <= 6 and scene.folded[last_end : listed.start] in {
        " and ", ", ", ", and ", " or ", " and the ",
    }  # fmt: skip


def side_of_state(scene: Scene, listed: Listed, means: CountryWord) -> bool:
    """A state by the adjective before its side, government or forces.

    Matches "the Kenyan side"; not "Kenyan coffee".
    """
    if means.form != "adjective" and not attributive(scene, listed, means):
        return False
    return scene.after(listed.end) in WORDS.side


def people_of_state(scene: Scene, listed: Listed, means: CountryWord) -> bool:
    """A state by the noun for its people.

    Matches "the Kenyans proposed"; not "a Kenyan proposal".
    """
    return means.form == "people"


def seat_for_state(scene: Scene, listed: Listed, means: CountryWord) -> bool:
    """A state by the seat of its government.

    Matches "the Kremlin says"; not "a tour of the Kremlin's walls" or "at the White House".
    """
    if means.form != "seat":
        return False
    start = listed.start - 4 if scene.folded.startswith("the ", max(0, listed.start - 4)) else listed.start
    before = scene.before(start)
    return before == "from" or before not in WORDS.locative


def capital_for_state(scene: Scene, listed: Listed, means: CountryWord) -> bool:
    """A state by its capital, where that does or owns what governments do, or is dealt with.

    Matches "Nairobi has rejected"; not "a meeting in Nairobi" or "the Nairobi meeting".
    """
    if means.form != "capital":
        return False
    before = scene.before(listed.start)
    if before in WORDS.locative or before == "the":
        return False
    if scene.folded.startswith("'s ", listed.end):
        return any(word in WORDS.possession for word in _next_words(scene, listed.end + 2))
    following = scene.after(listed.end)
    if following in WORDS.verb:
        return before != "of"
    return before in WORDS.dealt_with and following in {"", "and", "to", "over", "on", "that", "for", "about", "of"}


def _next_words(scene: Scene, end: int) -> Iterator[str]:
    for _ in range(2):
        word = scene.after(end)
        if not word:
            return
        yield word
        end += len(word) + 1


STATE_RULES: tuple[tuple[Callable[[Scene, Listed, CountryWord], bool], MentionForm], ...] = (
    (acting_state, "name"),
    (side_of_state, "demonym"),
    (people_of_state, "demonym"),
    (seat_for_state, "metonym"),
    (capital_for_state, "metonym"),
)
"""What makes a word for a country a mention of the state as an actor, and in which form."""


def phrase_of(scene: Scene, listed: Listed, form: MentionForm) -> Span:
    """The noun phrase a mention heads: "the Russian side", "the Kremlin"."""
    start, end = listed.start, listed.end
    if form == "demonym":
        word = scene.after(end)
        while word in WORDS.side:
            end += 1 + len(word)
            word = scene.after(end)
    if scene.folded[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    return scene.span(start, end)
