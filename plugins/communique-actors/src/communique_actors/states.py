"""States as actors: named, by their adjective, or by the capital or seat that stands for their government."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique import Span
from communique.countries import Country, CountryForm, CountryWord
from communique.kinds import MentionForm
from communique_actors.capitals import capital_for_state
from communique_actors.context import Context
from communique_actors.drafts import Draft
from communique_actors.lexicons import BODY_NOUNS, WORDS
from communique_actors.offices import definite
from communique_actors.scene import CountryMention, Scene

_JOINTS = frozenset({" and ", ", ", ", and ", " or ", " and the ", ", the ", ", and the "})
_LONGEST_JOINT = 10
_AND = frozenset({"and", "or"})
_SIDES = frozenset({"sides", "delegations", "governments", "teams", "administrations"})
_INSIDE = frozenset({"in", "into", "inside", "across", "throughout", "within"})
_DETERMINERS = frozenset({"a", "an", "the", "some", "several", "two", "three", "four", "all"})
_POSSESSIVE = "'s "
_RULES = frozenset({"government", "administration", "regime", "authorities"})


def states(scene: Scene, context: Context, grouped: frozenset[int]) -> tuple[list[Draft], frozenset[int]]:
    """Give the states that act or are dealt with, and where capitals and seats stand for them.

    Adjectives that begin the name of a group (`grouped`) or stand before other nouns are mentions of a state only if it
    acts elsewhere.
    """
    drafts: dict[str, Draft] = {}
    adjectives: list[CountryMention] = []
    metonyms: set[int] = set()
    last_end, acting = -1, False
    for one in scene.free_countries:
        rule: Callable[..., object]
        by_form, form = STATE_RULES[one.form]
        rule = by_form
        if joined_state(scene, one, last_end):
            rule = joined_state
        else:
            acting = one.start not in grouped and by_form(scene, one)
        last_end = one.end
        if acting:
            _mention(scene, drafts, one, rule, form)
            if form == "metonym":
                metonyms.add(one.start)
        elif one.form == "adjective":
            adjectives.append(one)
    for country, span in _governments(scene, context):
        draft = drafts.get(country.code or country.name)
        if draft is None:
            draft = drafts[country.code or country.name] = Draft(
                "state", "", government_of_state, [span], country=country.code, usual=country.name
            )
        draft.mention(span, "nominal", scene.with_article(span))
    for one in adjectives:
        draft = drafts.get(_key(one))
        if draft is not None:
            draft.mention(scene.span(one.start, one.end), "demonym")
    return list(drafts.values()), frozenset(metonyms)


def _key(one: CountryMention) -> str:
    """A state is one under all its names; an entity without a code of its own is no mention of the state around it."""
    return one.country.code or one.country.name


def _mention(
    scene: Scene, drafts: dict[str, Draft], one: CountryMention, rule: Callable[..., object], form: MentionForm
) -> None:
    span = scene.span(one.start, one.end)
    key = _key(one)
    draft = drafts.get(key)
    if draft is None:
        draft = drafts[key] = Draft("state", "", rule, [span], country=one.country.code, usual=one.country.name)
    name = span.text[len("the ") :] if scene.folded[one.start : one.start + 4].lower() == "the " else span.text
    if form == "name" and len(name) > len(draft.name):
        draft.name = name
    draft.mention(span, form, _phrase(scene, one, span))


def _governments(scene: Scene, context: Context) -> Iterator[tuple[Country, Span]]:
    hits = [hit for hit in scene.reading.hits(BODY_NOUNS) if hit[2].means.sort == "government"]
    for start, end, _ in hits:
        country = government_of_state(scene, context, start, end)
        if country is not None:
            yield country, scene.span(start, end)


def government_of_state(scene: Scene, context: Context, start: int, end: int) -> Country | None:
    """A state by "the government", where its country is named shortly before.

    Matches "the government" in "Kenya was quiet. The government said"; not "government" in "government buildings".
    """
    if scene.name_over(start) is not None or not scene.behind_article(start) or definite(scene, start, end) < 0:
        return None
    return context.acting_before(start)


def _phrase(scene: Scene, one: CountryMention, span: Span) -> Span:
    """The noun phrase a mention heads: "the Russian side", "the Kremlin"."""
    start, end = one.start, one.end
    if one.form == "adjective":
        while (word := scene.after(end)) in WORDS.side:
            end += 1 + len(word)
    elif one.form == "name" and scene.folded.startswith(_POSSESSIVE, end):
        ruling = end + len(_POSSESSIVE) - 1  # "Kenya's *government*"
        if (word := scene.after(ruling)) in _RULES:
            end = ruling + 1 + len(word)
    if scene.behind_article(start):
        start -= 4
    return span if start == one.start and end == one.end else scene.span(start, end)


def _before_article(scene: Scene, position: int) -> int:
    return position - 4 if scene.behind_article(position) else position


def acting_state(scene: Scene, one: CountryMention) -> bool:
    """A state by name, where it acts or is dealt with.

    Matches "Kenya" in "talks with Kenya"; not in "a road in Kenya".
    """
    start = _before_article(scene, one.start)
    before = scene.before(start)
    if scene.folded.startswith(("'s ", "' "), one.end):
        following = scene.after(scene.folded.index(" ", one.end))
        return following not in WORDS.ground and (before in {"from", "to"} or before not in WORDS.locative)
    if before in {"to", "from", "of"}:
        earlier = scene.word_before(start)
        noun = scene.before(earlier[0]) if earlier else ""
        if before == "of":
            return noun not in WORDS.ground
        return noun in WORDS.dealing or (before == "from" and noun in WORDS.sent_from)
    return before not in WORDS.locative and not _in_address(scene, start, one.end)


def _in_address(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a name stands behind a comma and a place and says nothing: "Nakuru, Kenya"."""
    if not scene.folded.startswith(", ", max(0, start - 2)) or scene.after(end) in WORDS.speech:
        return False
    name = scene.name_before.get(start - 2)
    return name is not None and name.sort in {"place", "unknown"}


def joined_state(scene: Scene, one: CountryMention, last_end: int) -> bool:
    """A state joined by "and" or a comma to the one before: it acts if that does.

    Matches "Mali" in "Niger and Mali said"; not in "in Niger and Mali", nor in "a road in Niger, Mali said".
    """
    if one.form != "name" or not 0 < one.start - last_end <= _LONGEST_JOINT:
        return False
    joint = scene.folded[last_end : one.start]
    return joint in _JOINTS and not (joint == ", " and scene.after(one.end) in WORDS.speech)


def side_of_state(scene: Scene, one: CountryMention) -> bool:
    """A state by the adjective before its side, government or forces, or before what it does or wants.

    Matches "the Kenyan side"; not "Kenyan coffee".
    """
    following = scene.after(one.end).removesuffix("'s")
    between = one.end + 1 + len(following)  # "a U.S. congressional delegation"
    if following in WORDS.side or following in WORDS.deeds or _is_dealt_with(scene, one.start):
        return True
    if following in _AND and (other := scene.lists.starting.get(between + 1)) is not None:
        # "the Kenyan and Chadian delegations"
        noun = scene.after(other.end)
        listed = noun in WORDS.side or noun in _SIDES or noun in WORDS.collective
        return listed and isinstance(other.means, CountryWord)
    if following in _SIDES:
        return scene.before(one.start) in _AND
    behind = scene.after(between).removesuffix("'s") if following else ""
    return behind == "delegation" or (behind in _RULES and following in WORDS.government_quality)


def _is_dealt_with(scene: Scene, start: int) -> bool:
    """Tell whether something is done to what a country's adjective describes: "a ban *on* US poultry"."""
    word = scene.before(start)
    if word in _DETERMINERS and (found := scene.word_before(start)) is not None:
        start = found[0]
        word = scene.before(start)
    if word in {"on", "against"} and (found := scene.word_before(start)) is not None:
        return scene.before(found[0]) in WORDS.deeds_upon
    return word in WORDS.done_to


def people_of_state(scene: Scene, one: CountryMention) -> bool:
    """A state by the noun for its people.

    Matches "the Kenyans proposed"; not "a Kenyan proposal".
    """
    return scene.before(one.start) not in _INSIDE


def seat_for_state(scene: Scene, one: CountryMention) -> bool:
    """A state by the seat of its government.

    Matches "the Kremlin says"; not "a tour of the gardens in the Kremlin".
    """
    before = scene.before(_before_article(scene, one.start))
    return before == "from" or before not in WORDS.locative


STATE_RULES: dict[CountryForm, tuple[Callable[[Scene, CountryMention], bool], MentionForm]] = {
    "name": (acting_state, "name"),
    "adjective": (side_of_state, "demonym"),
    "people": (people_of_state, "demonym"),
    "seat": (seat_for_state, "metonym"),
    "capital": (capital_for_state, "metonym"),
}
"""For each form of a word for a country, what makes it a mention of the state as an actor, and in which form."""
