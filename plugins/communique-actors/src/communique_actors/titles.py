"""The run of title words before a name: "Russian President", "Trump's son-in-law", "Governor of the Bank of Ghana"."""

from __future__ import annotations

from attrs import Factory, define, field

from communique.countries import CountryWord
from communique.kinds import Name
from communique_actors.lexicons import Organization, TitleWord, modifiers
from communique_actors.listed import Listed, country_of, is_title
from communique_actors.scene import CONNECTORS, Scene

_BEHIND_OFFICES = frozenset({"rank", "royal", "courtesy"})
_LONGEST_RUN = 14
_MOST_JOINED = 3


@define
class Title:
    """A title and what it says of its bearer."""

    start: int
    end: int
    words: list[TitleWord] = Factory(list)
    countries: list[str] = field(init=False, factory=list)
    bodies: list[Organization] = field(init=False, factory=list)
    role_start: int = -1
    """Where the role starts, if the phrase begins with the country or body that has it ("Kenya's *President*")."""
    used: list[int] = Factory(list)
    """Where the listed words start that it is made of."""
    cut: int = -1
    """Where an office ends that a rank or form of address follows ("Defence Minister | Gen.")."""
    stateless: bool = False
    """Whether it is of an entity without a code, whose people belong to no listed state."""
    related: Name | None = None
    """The name whose possession or complement the title is ("Trump's son-in-law")."""

    def note(self, listed: Listed) -> None:
        """Take in what a listed word says."""
        self.used.append(listed.start)
        if isinstance(listed.means, TitleWord):
            self.words.append(listed.means)
        elif isinstance(listed.means, Organization):
            self.bodies.append(listed.means)
        elif isinstance(listed.means, CountryWord) and listed.means.country.code is None:
            self.stateless = True
            return
        country = country_of(listed)
        if country:
            self.countries.append(country)


def title_before(scene: Scene, start: int) -> Title | None:
    """Give the title run that ends before a name that starts at `start`."""
    end = start - 1
    if end <= 0 or scene.folded[end] != " ":
        return None
    noun = scene.title_before(end)
    title = of_noun(noun) if noun is not None else _with_complement(scene, end)
    return extended(scene, title) if title else None


def titles_joined(scene: Scene, title: Title) -> list[Title]:
    """Give a title and those joined to it by "and": "Deputy Prime Minister and Finance Minister"."""
    found = [title]
    while scene.folded.endswith(" and ", 0, found[-1].start):
        noun = scene.title_before(found[-1].start - len(" and "))
        if noun is None or len(found) > _MOST_JOINED or _other_person(scene, noun, title):
            break
        found.append(extended(scene, of_noun(noun)))
    return found[::-1]


def _other_person(scene: Scene, noun: Listed, title: Title) -> bool:
    """Tell whether "the minister and President Ruiz" are two: the first title is in lower case."""
    return scene.folded[noun.start].islower() and scene.folded[title.start].isupper()


def of_noun(noun: Listed) -> Title:
    """Begin a title with its noun."""
    assert isinstance(noun.means, TitleWord)
    return Title(noun.start, noun.end, [noun.means], used=[noun.start])


def _with_complement(scene: Scene, end: int) -> Title | None:
    """A title whose complement stands between it and the name: "President of Armenia *X Y*"."""
    if not scene.may_have_complement_before(end):
        return None
    listed = end in scene.lists.ending or end in scene.name_before
    if not listed and (scene.modifier_before(end + 1) is None or not _may_bear(scene, end + 1)):
        return None
    title = Title(end + 1, end)
    extended(scene, title, possessors=False)
    if title.start > end:
        return None
    for connector in CONNECTORS:
        if not listed and connector.endswith(" the "):
            continue
        if scene.folded.endswith(connector, max(0, title.start - len(connector)), title.start):
            noun = scene.title_before(title.start - len(connector))
            if noun is None or not isinstance(noun.means, TitleWord):
                return None
            if not connector.startswith(" of"):
                title.countries.clear()
            title.start = noun.start
            title.words.append(noun.means)
            title.used.append(noun.start)
            return title
    return None


def _may_bear(scene: Scene, start: int) -> bool:
    """Tell whether a name behind a field of office may be a person's: "Minister for Peace *Ana Ruiz*"."""
    name = scene.name_at.get(start)
    if name is None or name.sort not in {"person", "unknown"}:
        return False
    return scene.folded.find(" ", start, name.span.end) >= 0


def extended(scene: Scene, title: Title, *, possessors: bool = True) -> Title:
    """Move the start of a title to the left over all that belongs to it."""
    folded = scene.folded
    for _ in range(_LONGEST_RUN):
        end = title.start - 1
        if end <= 0 or folded[end] not in " -":
            break
        if possessors and folded.endswith(("'s", "'S"), 0, end) and _possessor(scene, title, end - 2):
            break
        listed = scene.lists.ending.get(end)
        name = scene.name_before.get(end)
        if name is not None and name.sort == "person":
            break
        if name is not None and _has_complement(scene, name):
            title.start = name.span.start
            continue
        if listed is not None and _modifies(listed) and not (listed.end < title.end and _is_relation(listed)):
            if title.cut < 0 and title.words and title.words[0].sort in _BEHIND_OFFICES and is_title(listed):
                title.cut = listed.end
            title.note(listed)
            title.start = listed.start
        elif (word := scene.modifier_before(title.start)) is not None:
            title.words.append(word[1])
            title.start = word[0]
        elif name is not None and folded[end] == " ":
            title.start = name.span.start
        elif folded.endswith(" and ", 0, title.start) and _joins_fields(scene, title):
            continue
        else:
            break
    return title


def _joins_fields(scene: Scene, title: Title) -> bool:
    """Take in a field of office joined by "and": "*Technology and* Communications Minister"."""
    after = scene.after(title.start - 1)
    field = scene.modifier_before(title.start - len("and "))
    if field is None or after not in modifiers() or field[1].status != "current":
        return False
    title.start = field[0]
    return True


def _has_complement(scene: Scene, name: Name) -> bool:
    """Tell whether a body's name has a part behind "of" or "for": "Committee for National Security"."""
    if name.sort != "organization":
        return False
    return any(scene.folded.find(opening, name.span.start, name.span.end) >= 0 for opening in (" for ", " of "))


def _is_relation(listed: Listed) -> bool:
    return isinstance(listed.means, TitleWord) and listed.means.sort == "relation"


def _modifies(listed: Listed) -> bool:
    means = listed.means
    return not isinstance(means, CountryWord) or means.form != "people"


def _possessor(scene: Scene, title: Title, end: int) -> bool:
    listed, name = scene.lists.ending.get(end), scene.name_before.get(end)
    if listed is not None:
        title.note(listed)
    if name is not None:
        title.related = name
    start = listed.start if listed else name.span.start if name else -1
    if start < 0:
        return False
    if name is None or name.sort not in {"person", "unknown"}:
        title.role_start = title.start
    title.start = start
    return True
