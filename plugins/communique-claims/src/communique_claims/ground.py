"""The words that name a territory: a portion, a name or a noun for land or waters, and what belongs to it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import Literal, NamedTuple

import regex

from communique import Place, Territory
from communique.reading import Mentioned
from communique_claims.page import Page, Scene
from communique_claims.portions import portion_at, portion_of
from communique_claims.words import CUES, word_set

_WORD = regex.compile(
    r"""["']?+(?P<word>(?:\d[\d,.]*+\d|\p{Lu}\.(?:\p{Lu}\.)++|[\p{L}\p{N}\p{M}]++)(?:-[\p{L}\p{N}\p{M}]++)*+)"""
)
_MOST_WORDS = 10
_LONGEST_WORD = 12
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
_POSSESSIVE = regex.compile(r"'s? ")
_IT = regex.compile(r"it\b")
_POSITIONS = regex.compile(
    r"(?:(?:the|its|their|an?|all|some|several|other|\d{1,4}) )?(?:[\w'-]{2,20} ){1,4}?"
    r"(?:near|in|around|along|inside|outside|on|at|of|overlooking|beyond) (?=\S)"
)
_OPENERS = frozenset({"that", "because", "since", "if", "when", "while", "but", "which", "who", "as", "says", "said"})
_NO_LAND = frozenset({"it", "he", "she", "they", "we", "i", "you", "this", "that", "there", "what", "who"})
_MOST_JOINED = 6
_INNER_GAPS = frozenset({"", " ", "-", '" ', ' "', "' "})
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


class _Core(NamedTuple):
    end: int
    named: bool
    name_last: bool


def ground_at(page: Page, position: int, scene: Scene, *, any_name: bool = False) -> Ground | None:
    """Read the territory phrase that starts at an offset, None where the words there name no territory.

    With `any_name` an unknown capitalised name will do, for cues that only territory can follow.
    """
    if page.folded.startswith('"', position):
        position += 1
    portion = portion_at(page, position)
    core_start = portion.end() if portion else position
    closed = page.folded[scene.start : scene.end].rsplit(" ", 1)[-1] in word_set("prepositions")
    core = _core(page, core_start, scene.ceiling, any_name=any_name or portion is not None, closed=closed)
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
    for start in reversed(starts):
        ground = ground_at(page, start, clipped)
        if ground is not None and ground.end == position:
            return ground
        core = _core(page, start, position, any_name=any_name)
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
    if not any(word in word_set("grounds") for word in said) and not page.has_place(start, position):
        return None
    first = said[0]
    definite = first.lower() in {"the", "these", "those", "this", "all"} or first[:1].isupper() or first[:1].isdigit()
    if start == position or not definite or first.lower() in _NO_LAND:
        return None
    return Ground(start, position, start, None, named=first[:1].isupper())


def ground_opening(page: Page, scene: Scene) -> Ground | None:
    """Read the name of a territory with which a sentence opens."""
    end = _name_end(page, scene.floor, scene.ceiling)
    return Ground(scene.floor, end, scene.floor, None, named=True) if end else None


def territory(page: Page, ground: Ground) -> Territory:
    """Make the territory of a claim from its phrase."""
    span = page.article.span(ground.start, ground.end)
    portion = page.article.span(*ground.portion).text if ground.portion else None
    places: dict[Place, None] = {}
    starts, words = page.reading.words.columns
    naming = _NAMING.search(page.folded, ground.core, ground.end)
    for number in range(bisect_left(starts, ground.start), bisect_left(starts, ground.end)):
        here = page.place_at(starts[number]) if words[number] else None
        if (
            here is not None
            and naming is not None
            and starts[number] > naming.start()
            and page.countries.at(starts[number]) is not None
        ):
            continue  # who calls it so
        if here is not None and here[0] <= ground.end:
            places[here[1]] = None
    return Territory(span, tuple(places), portion)


def parties_in(page: Page, ground: Ground) -> list[Mentioned]:
    """The actors named in a territory phrase: "Ukrainian territory", "Georgia's regions"."""
    return list(page.within(ground.core, ground.end))


def is_bare_name(page: Page, ground: Ground) -> bool:
    """Tell whether a phrase is the name of a place and no more."""
    place = page.place_at(ground.core)
    return (place is not None and place[0] == ground.end) or is_whole_state(page, ground)


def is_whole_state(page: Page, ground: Ground) -> bool:
    """Tell whether a phrase names a state or says "the country", without a portion of it."""
    if ground.portion is not None:
        return False
    named = page.named_at(ground.core)
    if named is not None and named.actor.kind == "state" and named.mention.span.end == ground.end:
        return True
    words = page.folded[ground.start : ground.end].split(" ")
    return not ground.named and words[-1] in word_set("realms") and "of" not in words


def _core(page: Page, position: int, ceiling: int, *, any_name: bool = False, closed: bool = False) -> _Core | None:
    """Walk a noun phrase to its last word for land or waters, or its last place.

    It is `closed` behind a preposition, where the name that ends it cannot be the subject of what follows.
    """
    edge, best = position, None
    for _ in range(_MOST_WORDS):
        match = page.article.match(_WORD, edge)
        if match is None or match.end() > ceiling:
            break
        start, end = match.span("word")
        part = _part(page, start, end, ceiling, best)
        if part == "other":
            return None
        if part == "end" or (best is not None and page.folded[start:end].lower() in word_set("determiners")):
            break
        if part == "name":
            end = _name_end(page, start, ceiling)
            best = _Core(end, named=True, name_last=True)
        elif part == "noun":
            best = _Core(end, named=(best is not None and best.named) or page.folded[start].isupper(), name_last=False)
        elif any_name and _is_unknown_name(page, start, end):
            best = _Core(end, named=True, name_last=False)
        edge = _step(page, end)
        if edge == end or end >= ceiling:
            break
        if edge - end > 1:  # "Georgia's regions": the owner is not the head
            best = None
    return best if best is None or _stands(page, best, ceiling, closed=closed) else None


def _part(
    page: Page, start: int, end: int, ceiling: int, best: _Core | None
) -> Literal["name", "noun", "modifier", "end", "other"]:
    """Tell what a word is in a noun phrase whose best end so far is known."""
    word = page.folded[start:end]
    lower = word.lower()
    if word != lower and _name_end(page, start, ceiling):
        return "name"  # also "al-Hasakah"
    if word in word_set("grounds") or (best is not None and word[0].isupper() and lower in word_set("grounds")):
        return "noun"
    if lower in word_set("stops") or lower in word_set("prepositions"):
        return "end"
    if best is None and _is_plural_or_verb(word) and lower not in word_set("determiners"):
        return "other"
    if best is None or word[0].isupper():
        return "modifier"
    if not best.name_last or lower in word_set("followers") or lower.endswith("ly"):
        return "end"
    return "modifier" if _leads_on(page, end) and not _is_plural_or_verb(word) else "end"


def _is_unknown_name(page: Page, start: int, end: int) -> bool:
    lower = page.folded[start:end].lower()
    return page.folded[start].isupper() and lower not in word_set("followers") and not page.starting_at(start)


def _is_plural_or_verb(word: str) -> bool:
    """Tell whether a lower-case word cannot describe the noun behind it: "tariffs divides Norway"."""
    return word[0].islower() and word.endswith("s") and not word.endswith(("ss", "us", "overseas")) and len(word) > 1


def _step(page: Page, edge: int) -> int:
    """Go over what stands between two words of a noun phrase: a space, a hyphen, a possessive."""
    possessive = page.article.match(_POSSESSIVE, edge)
    if possessive:
        return possessive.end()
    return edge + 1 if page.folded[edge : edge + 1] in {" ", "-"} else edge


def _name_end(page: Page, start: int, ceiling: int) -> int:
    place = page.place_at(start)
    end = place[0] if place else 0
    named = page.named_at(start)
    if named is not None and named.actor.kind in {"state", "group"} and named.mention.form == "name":
        end = max(end, named.mention.span.end)
    return end if end <= ceiling else 0


def _next_word(page: Page, edge: int) -> str:
    match = page.article.match(_WORD, edge + 1) if page.folded[edge : edge + 1] == " " else None
    return page.folded[slice(*match.span("word"))] if match else ""


def opens_clause(page: Page, end: int) -> bool:
    """Tell whether a phrase is the subject of a clause: "claimed the island housed a garrison"."""
    lower = _next_word(page, end).lower()
    return lower in word_set("verbs") or (lower.endswith("ed") and lower not in word_set("followers"))


def _leads_on(page: Page, edge: int) -> bool:
    """Tell whether the lower-case word that ends at `edge` stands before a noun for land: "Antofagasta port city"."""
    return _next_word(page, edge) in word_set("grounds")


def _stands(page: Page, core: _Core, ceiling: int, *, closed: bool) -> bool:
    """Tell whether a phrase is not the modifier of another word: "the Crimea bridge", "Ukraine attacked"."""
    if core.end >= ceiling:
        return True
    if page.folded.startswith("-", core.end):  # "the Seoul-controlled islets"
        return False
    word = _next_word(page, core.end)
    if not word:
        return True
    lower = word.lower()
    if lower in word_set("apart") or _only_describes(page, core, word):
        return False
    return not core.name_last or closed or word[0].isdigit() or _may_follow(lower)


def _only_describes(page: Page, core: _Core, following: str) -> bool:
    """Tell whether a noun for land describes the noun behind it: "border posts", "the northeast corner office"."""
    if core.name_last or not following[0].islower() or following.endswith(("ed", "ing")) or _may_follow(following):
        return False
    last = page.folded[max(0, core.end - _LONGEST_WORD) : core.end].rsplit(" ", 1)[-1]
    return last in word_set("describing") and following not in word_set("verbs")


def _may_follow(lower: str) -> bool:
    if lower in word_set("followers") or lower.endswith("ly"):
        return True
    return lower in word_set("stops") and lower not in word_set("verbs")


def _extended(page: Page, core: _Core, scene: Scene) -> tuple[int, bool]:
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
            more = _core(page, start, scene.ceiling, any_name=joint is _OF)
        else:
            more = _core(page, match.end(), scene.ceiling, any_name=named)
            if more is not None and not _closes(page, more.end):
                more = None
        if more is not None:
            return more.end, named or more.named
    return None


def _closes(page: Page, end: int) -> bool:
    """Tell whether a phrase can end here, so that a name after "and" starts no clause of its own."""
    following = page.folded[end : end + 1]
    if following != " ":
        return following != "'"
    word = _next_word(page, end)
    return not word or _may_follow(word.lower())


def _with_relative(page: Page, start: int, end: int, scene: Scene) -> int:
    """Add the clause that alone says which territory is meant: "territory that the army has defended"."""
    match = page.article.match(_RELATIVE, end)
    if match is None or match.end() > scene.ceiling or page.folded.count(" ", start, end) > 1:
        return end
    hits = page.reading.hits(CUES, page.article.span(*match.span()))
    return end if any(entry.means in _CLAIMING for _, _, entry in hits) else match.end()
