"""The words that name a territory: a portion, a name or a noun for land or waters, and what belongs to it."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

import regex

from communique import Place, Territory
from communique.reading import Mentioned
from communique_claims.cores import Core, core_at, may_follow, name_end, next_word
from communique_claims.page import Page, Scene
from communique_claims.portions import portion_at, portion_of
from communique_claims.words import CUES, word_set

_MOST_WORDS = 10
_LONGEST_NAMING = 150
_OF = regex.compile(r" of (?:both )?")
_WHERE = regex.compile(r" (?:in|on|at|off|above|along|near|around|inside|between|east of|west of|north of|south of) ")
_AND = regex.compile(r"(?:, and |,? or |, | and |/)(?=(?:the )?\p{Lu})")
_AND_MORE = regex.compile(r" (?:and|or) (?!its )")
_INCLUDING = regex.compile(r", including ")
_COVERING = regex.compile(
    r", (?:covering|stretching|extending|spanning|encompassing|comprising)(?: [^\s,.;:()\"]{1,30}){1,12}"
)
_OTHER_NAME = r"(?:the )?\p{Lu}[\w'-]*+(?: \p{Lu}[\w'-]*+){0,4}(?: (?:in|to|by) (?:the )?\p{Lu}[\w'-]*+)?"
_NAMING = regex.compile(r",? (?:known|called|which)\b")
_KNOWN_AS = regex.compile(
    r",? (?:also |variously |better )?(?:known|called|referred to)"
    rf"(?: (?:in|to|by) (?:the )?\p{{Lu}}[\w'-]*+)?(?: as)? {_OTHER_NAME}"
    rf"(?:,? (?:and|but|or) (?:(?:in|to|by) (?:the )?\p{{Lu}}[\w'-]*+ )?(?:as )?{_OTHER_NAME})?|"
    rf", which (?:the )?(?:it|they|[\w'-]{{2,20}}) calls? {_OTHER_NAME}"
    rf"(?:,? (?:and|but|while) (?:the )?\p{{Lu}}[\w'-]*+ (?:calls? (?:it |them )?)?{_OTHER_NAME})?"
)
_RELATIVE = regex.compile(
    r" (?:that|it|they|he|she|seized|captured|taken|lost|shown|stretching|extending|conquered)\b"
    r"(?: (?!(?:but|while|if|unless|because|when|where|and|or|after|before|said|says)\b)[^\s,.;:()\"]{1,30}){1,20}"
)
_PART = regex.compile(
    r"(?:the|its) (?P<portion>(?:north|south|east|west)(?:east|west)?ern(?:most)? "
    r"(?:third|half|quarter|two-thirds|part))\b(?! of )|"
    r"(?:the|most of the) (?P<portion>rest|remainder)(?= (?:is|are|was|were|by|under|in)\b)|"
    r"the (?:north|south|east|west|left|right)(?:ern)? banks? of (?:the )?(?:\p{Lu}[\w'-]{1,20}+|river)"
)
"""A part of a territory told of before: "occupied *its northern third*"."""
_IT = regex.compile(r"it\b")
_POSITIONS = regex.compile(
    r"(?:(?:the|its|their|an?|all|some|several|other|\d{1,4}) )?(?:[\w'-]{2,20} ){1,4}?"
    r"(?:near|in|around|along|inside|outside|on|at|of|overlooking|beyond) (?=\S)"
)
_OPENERS = frozenset({"that", "because", "since", "if", "when", "while", "but", "which", "who", "as", "says", "said"})
_NO_LAND = frozenset({"it", "he", "she", "they", "we", "i", "you", "this", "that", "there", "what", "who"})
_ALMOST = frozenset({"almost", "nearly", "about", "around", "some"})
_MOST_JOINED = 6
_INNER_GAPS = frozenset({"", " ", "-", '" ', ' "', "' "})
_LANDS = frozenset({"territory", "entity"})
"""Countries that others may hold: "Denmark holds Greenland"."""
_CLAIMING = frozenset({"claim-verb", "regard"})


class Ground(NamedTuple):
    """A territory phrase."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    core: int
    """Where its noun phrase starts, behind the portion."""
    portion: tuple[int, int] | None
    """Where the portion stands."""
    named: bool
    """Whether it has a name in it."""


def ground_at(page: Page, position: int, scene: Scene, *, any_name: bool = False) -> Ground | None:
    """Read the territory phrase that starts at an offset, None where the words there name no territory.

    With `any_name` an unknown capitalised name will do, for cues that only territory can follow.
    """
    if page.folded.startswith('"', position):
        position += 1
    portion = portion_at(page, position)
    part = page.article.match(_PART, position) if portion is None else None
    if part is not None:
        return Ground(position, part.end(), position, part.span("portion") if part["portion"] else None, named=False)
    core_start = portion.end() if portion else position
    closed = page.folded[scene.start : scene.end].rsplit(" ", 1)[-1] in word_set("prepositions")
    core = core_at(page, core_start, scene.ceiling, any_name=any_name or portion is not None, closed=closed)
    if core is None:
        it = page.article.match(_IT, core_start) if portion is not None and page.earlier(position) else None
        return Ground(position, it.end(), core_start, portion_of(portion), named=False) if it and portion else None
    end, named = _extended(page, core, scene)
    if not named and end == core.end:
        end = _with_relative(page, core_start, end, scene)
        covering = page.article.match(_COVERING, end)
        end = covering.end() if covering and covering.end() <= scene.ceiling else end
    return Ground(position, end, core_start, portion_of(portion) if portion else None, named)


def positions_at(page: Page, position: int, scene: Scene) -> Ground | None:
    """Read what forces hold by where it lies: "positions around the town", "a post near the temple"."""
    lead = page.article.match(_POSITIONS, position)
    ground = ground_at(page, lead.end(), scene, any_name=True) if lead and lead.end() < scene.ceiling else None
    return ground._replace(start=position, core=position, portion=None) if ground is not None else None


def ground_before(page: Page, position: int, scene: Scene, *, any_name: bool = False) -> Ground | None:
    """Read the territory phrase that ends at an offset."""
    named = _before_other_names(page, position, scene)
    if named is not None:
        return named
    starts: list[int] = []
    edge = position
    for start, end, word in page.words_before(position, scene.floor):
        gap = page.folded[end:edge]
        if len(starts) >= _MOST_WORDS or gap not in _INNER_GAPS or (word == "s" and page.folded[start - 1] == "'"):
            break
        if word in word_set("stops") and word not in {"of", "in", "and"}:
            break
        starts.append(start)
        edge = start
        if word in word_set("determiners") and page.folded[start - 4 : start] != " of ":
            break
    clipped = scene._replace(ceiling=position)
    if starts:
        start, end, word = next(page.words_before(starts[-1], scene.floor), (0, 0, ""))
        if word in _ALMOST and page.folded[end : starts[-1]] == " ":
            starts.append(start)
    for start in reversed(starts):
        ground = ground_at(page, start, clipped)
        if ground is not None and ground.end == position:
            return ground
        core = core_at(page, start, position, any_name=any_name)
        if core is not None and core.end == position:
            return Ground(start, position, start, None, core.named)
    return None


def _before_other_names(page: Page, position: int, scene: Scene) -> Ground | None:
    """Read a phrase that ends with the other names it is known by: "the islands, which Japan calls the Onara,"."""
    comma = page.folded.rfind(", which ", max(scene.floor, position - _LONGEST_NAMING), position)
    naming = page.article.match(_KNOWN_AS, comma) if comma > scene.floor else None
    if naming is None or naming.end() != position:
        return None
    ground = ground_before(page, comma, scene._replace(floor=max(scene.floor, comma - _LONGEST_NAMING)))
    return ground._replace(end=position) if ground is not None else None


def phrase_before(page: Page, position: int, scene: Scene) -> Ground | None:
    """Read the subject of a clause that ends at an offset, as long as land or a place is named anywhere in it.

    For predicates that only territory can have: "the four square miles around the ruins are Thai".
    """
    start = position
    for at, end, word in islice(page.words_before(position, scene.floor), _MOST_WORDS):
        if page.folded[end:start] not in {"", " ", "-", "'", "' "} or word in word_set("asserts") or word in _OPENERS:
            break
        start = at
    said = page.folded[start:position].split(" ")
    if not any(word in word_set("grounds") for word in said) and not page.places.any_within(start, position):
        return None
    first = said[0]
    definite = first.lower() in {"the", "these", "those", "this", "all"} or first[:1].isupper() or first[:1].isdigit()
    if start == position or not definite or first.lower() in _NO_LAND:
        return None
    return Ground(start, position, start, None, named=first[:1].isupper())


def ground_opening(page: Page, scene: Scene) -> Ground | None:
    """Read the name of a territory with which a sentence opens."""
    end = name_end(page, scene.floor, scene.ceiling)
    return Ground(scene.floor, end, scene.floor, None, named=True) if end else None


def territory(page: Page, ground: Ground) -> Territory:
    """Make the territory of a claim from its phrase."""
    span = page.article.span(ground.start, ground.end)
    portion = page.article.span(*ground.portion).text if ground.portion else None
    places: dict[Place, None] = {}
    naming = _NAMING.search(page.folded, ground.core, ground.end)
    for named in page.places.within(ground.start, ground.end):
        start, _, place = named
        if naming is not None and start > naming.start() and page.countries.at(start) is not None:
            continue  # who calls it so
        if page.places.starting_at(start) is named:
            places[place] = None
    return Territory(span, tuple(places), portion)


def parties_in(page: Page, ground: Ground) -> list[Mentioned]:
    """The actors named in a territory phrase: "Ukrainian territory", "Georgia's regions"."""
    return list(page.within(ground.core, ground.end))


def is_bare_name(page: Page, ground: Ground) -> bool:
    """Tell whether a phrase is the name of a place and no more."""
    place = page.places.starting_at(ground.core)
    return (place is not None and place[1] == ground.end) or is_whole_state(page, ground)


def is_whole_state(page: Page, ground: Ground) -> bool:
    """Tell whether a phrase names a state or says "the country", without a portion of it."""
    if ground.portion is not None:
        return False
    named = page.named_at(ground.core)
    if named is not None and named.actor.kind == "state" and named.mention.span.end == ground.end:
        word = page.countries.at(named.mention.span.start)
        return word is None or word[2].means.country.sort not in _LANDS
    words = page.folded[ground.start : ground.end].split(" ")
    return not ground.named and words[-1] in word_set("realms") and "of" not in words


def opens_clause(page: Page, end: int) -> bool:
    """Tell whether a phrase is the subject of a clause: "claimed the island housed a garrison"."""
    lower = next_word(page, end).lower()
    return lower in word_set("verbs") or (lower.endswith("ed") and lower not in word_set("followers"))


def _extended(page: Page, core: Core, scene: Scene) -> tuple[int, bool]:
    """Add what belongs to the phrase: of-phrases, a place it lies in, further names, other names it is known by."""
    end, named = core.end, core.named
    for _ in range(_MOST_JOINED):
        longer = _one_more(page, end, scene, named=named)
        if longer is None:
            break
        end, named = longer
    known = page.article.match(_KNOWN_AS, end)
    if known and known.end() <= scene.ceiling:
        end, named = known.end(), True
    including = page.article.match(_INCLUDING, end)
    if including:
        more = ground_at(page, including.end(), scene)
        end = more.end if more else end
    return end, named


def _one_more(page: Page, end: int, scene: Scene, *, named: bool) -> tuple[int, bool] | None:
    joints = (_OF, _AND) if named else (_OF, _WHERE, _AND_MORE)
    for joint in joints:
        match = page.article.match(joint, end)
        if match is None:
            continue
        if joint not in {_AND, _AND_MORE}:
            portion = portion_at(page, match.end())
            start = portion.end() if portion else match.end()
            more = core_at(page, start, scene.ceiling, any_name=joint is _OF, closed=True)
        else:
            more = core_at(page, match.end(), scene.ceiling, any_name=named)
            if more is not None and (not _closes(page, more.end) or page.folded.startswith(" from ", more.end)):
                more = None
        if more is not None:
            return more.end, named or more.named
    return None


def _closes(page: Page, end: int) -> bool:
    """Tell whether a phrase can end here, so that a name after "and" starts no clause of its own."""
    following = page.folded[end : end + 1]
    if following != " ":
        return following != "'"
    word = next_word(page, end)
    return not word or may_follow(word.lower())


def _with_relative(page: Page, start: int, end: int, scene: Scene) -> int:
    """Add the clause that alone says which territory is meant: "territory that the army has defended"."""
    match = page.article.match(_RELATIVE, end)
    if match is None or match.end() > scene.ceiling or page.folded.count(" ", start, end) > 1:
        return end
    hits = page.reading.hits(CUES, page.article.span(*match.span()))
    return end if any(entry.means in _CLAIMING for _, _, entry in hits) else match.end()
