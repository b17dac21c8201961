"""Who it is about: the subject of a verb, the possessor of a noun, the agents after "by"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import regex

from communique import Actor
from communique.reading import Mentioned
from communique_claims.page import Page, Scene
from communique_claims.words import word_set

_MOST_WORDS = 8
_SPEAKERS = frozenset({"we", "i", "our", "my", "us"})
_GAP = regex.compile(r"""(?:,? ?['"(]?|-|\. )""")
_BETWEEN_AGENTS = regex.compile(r"""(?:, and |, or |, | and | or |/| as well as )(?:the )?(?:[\w-]{2,30}-backed )?""")
_BEFORE_AGENTS = regex.compile(r" (?:both |either )?(?:the )?(?:[\w-]{2,30}-(?:backed|led|aligned) )?")
_NOUN_GAPS = frozenset({"", " ", ", ", "-", "'", "' ", ". "})
_BEFORE_GERUNDS = frozenset({"of", "for", "in", "at"})
_ASIDE = regex.compile(
    r", (?:[a-z]+ed|led|known|held|also|which|who|including|along with|together with|like|citing|[a-z]+ing) "
)
_LONGEST_ASIDE = 120
_OWN_COUNTRY = frozenset({"country", "government", "nation", "kingdom", "republic", "side"})
_OWNED = ("his ", "her ", "our ", "my ", "His ", "Her ", "Our ", "My ")
_ARTICLE = len("the ")
_MOST_AGENTS = 8
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
"""The days as they stand between a subject and its verb."""
_SHORT_DAYS = frozenset(day[:3] for day in DAYS if day.endswith("day"))
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained"})
_BEFORE_COPULAS = frozenset({"has", "have", "had", "will", "would", "always", "still", "to"})
_MOST_BEFORE_SOIL = 8
_DENIAL_REACH = 60
_DENIES_THAT = regex.compile(r"\b(?:den(?:y|ies|ied|ying)|denials?) that [^.;:]{1,40}+$")


def subject(page: Page, scene: Scene, position: int | None = None) -> Mentioned | None:
    """Find whose act a verb tells of: the actor before it, across auxiliaries, adverbs and "who" or "which"."""
    edge = scene.start if position is None else position
    infinitive = False
    for start, end, word in islice(page.words_before(edge, scene.floor), _MOST_WORDS):
        gap = page.folded[end:edge]
        if not _joins(gap):
            break
        if start >= edge:
            continue
        aside = _aside(page, scene, end) if gap.startswith(",") else None
        if aside is not None:
            edge = aside
            continue
        if word in _SPEAKERS:
            return speaker(page, start)
        found = _ending(page, end)
        if found is not None and word not in word_set("skipped"):
            return clause_subject(page, scene, edge) if _hangs_on_clause(page, scene, edge, gap, found) else found
        if "," in gap:
            break
        if word in DAYS or (word == "on" and page.folded[end + 1 : end + 4].lower() in _SHORT_DAYS):
            edge = start
            continue
        if word not in word_set("skipped") and not word.endswith("ly"):
            return _behind(page, scene, start, edge, word, loose=infinitive or position is not None)
        infinitive = infinitive or word == "to"
        edge = start
    return clause_subject(page, scene, edge)


def _hangs_on_clause(page: Page, scene: Scene, edge: int, gap: str, found: Mentioned) -> bool:
    """Tell whether a participle belongs to its clause, not to the name before it: "left Iraq, demanding"."""
    if edge != scene.start or not page.folded.endswith("ing", scene.start, scene.end):
        return False
    return gap.startswith(",") or (found.actor.kind == "state" and _dependent(page, found))


def _aside(page: Page, scene: Scene, comma: int) -> int | None:
    """Where an aside that ends at a comma begins: "the group, backed by Kenya, holds the town"."""
    opening = page.folded.rfind(",", max(scene.floor, comma - _LONGEST_ASIDE), comma)
    return opening if opening > scene.floor and _ASIDE.match(page.folded, opening, comma) else None


def behind_aside(page: Page, scene: Scene, end: int) -> int:
    """Where the words before an aside end, if one ends at an offset: "the islets, also claimed by Fiji, are"."""
    if not page.folded.startswith(",", end - 1):
        return end
    opening = _aside(page, scene, end - 1)
    return end - 1 if opening is None else opening


def _behind(page: Page, scene: Scene, start: int, edge: int, word: str, *, loose: bool) -> Mentioned | None:
    """Find the subject where another word stands between it and its verb."""
    if word in _BEFORE_GERUNDS and "ing" in page.folded[scene.start : scene.end]:
        owner = _possessor_from(page, start, scene.floor)  # "Kenya's success in taking"
        return owner or nearest(page, scene, start)  # "accused Kenya of occupying"
    if word in _OWN_COUNTRY and page.folded.endswith(_OWNED, scene.floor, start):
        return _own_country(page, scene)
    if word in {"who", "which", "that"}:
        return _antecedent(page, start) or _antecedent_agent(page, scene, start)
    if word in word_set("agents"):
        owner = _possessor_from(page, start, scene.floor)
        if word in word_set("insurgents") and owner is not None and owner.actor.kind == "state":
            return None  # Kenya's rebels are not Kenya
        return owner or (clause_subject(page, scene, edge) if loose else None)
    if loose or word in word_set("stops"):
        return clause_subject(page, scene, edge)
    return None  # the subject is no actor: "the miners occupied the town"


def _own_country(page: Page, scene: Scene) -> Mentioned | None:
    """The state of whoever says "our country", or of whom "his country" is said."""
    says = speaker(page, scene.start)
    state = page.state(says.actor.country) if says is not None else None
    return Mentioned(state, state.mentions[0]) if state is not None and state.mentions else None


def joint_subjects(page: Page, last: Mentioned) -> list[Mentioned]:
    """Give a subject with the states joined to it: "A, B and C all claim"."""
    found = [last]
    joints: tuple[str, ...] = (" and ", ", and ")
    while len(found) < _MOST_AGENTS and last.actor.kind == "state":
        start = min(last.mention.phrase.start, last.mention.span.start)
        if page.folded.startswith("the ", start - _ARTICLE):
            start -= _ARTICLE
        joint = next((one for one in joints if page.folded.endswith(one, 0, start)), None)
        before = page.ending_at(start - len(joint)) if joint else ()
        if not before or before[0].actor.kind != "state" or before[0].mention.form == "demonym":
            break
        last = before[0]
        found.insert(0, last)
        joints = (", ",)
    return found


def nearest(page: Page, scene: Scene, position: int) -> Mentioned | None:
    """Give the actor named last before an offset."""
    before = page.within(scene.floor, position)
    return before[-1] if before else None


def possessor(page: Page, scene: Scene, position: int | None = None) -> Mentioned | None:
    """Find whose a noun is: "Russia's demand", "its annexation", "Chinese claims", "a Danish assertion"."""
    return _possessor_from(page, scene.start if position is None else position, scene.floor)


def agents(page: Page, scene: Scene, position: int) -> list[Mentioned]:
    """List the actors after "by" (or "between") that ends at an offset: "by both A and B"."""
    found: list[Mentioned] = []
    opening = page.article.match(_BEFORE_AGENTS, position)
    edge = opening.end() if opening else position
    while len(found) < _MOST_AGENTS and edge < scene.ceiling:
        here = _starting(page, edge) or _starting(page, edge - 4)  # a phrase may begin with "the"
        if here is None or page.folded.startswith("-", here.mention.span.end):
            break
        found.append(here)
        joint = page.article.match(_BETWEEN_AGENTS, max(here.mention.span.end, edge))
        if joint is None:
            break
        edge = joint.end()
    return found


def clause_subject(page: Page, scene: Scene, position: int) -> Mentioned | None:
    """Find the subject of the clause around a verb whose subject does not stand right before it."""
    before = page.within(scene.floor, position)
    usable = [found for found in before if not _dependent(page, found)]
    start = _clause_start(page, scene, position)
    for found in usable:
        if found.mention.span.start >= start:
            return found
    owners = [found for found in before if found.mention.span.start >= start and _is_possessive(page, found)]
    if owners and start > scene.floor:
        return owners[0]  # "because of Kenya's refusal to …"
    if usable:
        return usable[0]
    return owners[0] if owners else None


def speaker(page: Page, position: int) -> Mentioned | None:
    """Give the speaker of the quote that covers an offset, as whoever says "we" or "I" there."""
    quote = page.quote_at(position)
    if quote is None or quote.speaker is None:
        return None
    return Mentioned(quote.speaker, quote.speaker.mentions[0]) if quote.speaker.mentions else None


def is_attributive(page: Page, scene: Scene) -> bool:
    """Tell whether a participle describes the noun behind it: "the occupied city", "Chinese-claimed islands"."""
    if not page.folded[scene.start : scene.end].lower().endswith(("ed", "held", "taken", "overrun")):
        return False
    for start, end, word in page.words_before(scene.start, scene.floor):
        if (
            page.folded[end : end + 1] == "-"
            or word in word_set("determiners")
            or word in word_set("prepositions")
            or (word == "s" and page.folded[start - 1] == "'")
        ):
            return True
        return page.folded[end : scene.start] == " " and any(
            found.mention.form == "demonym" and not word.endswith("s") for found in page.ending_at(end)
        )
    return False


def is_denied(page: Page, scene: Scene) -> bool:
    """Tell whether an act is denied: "denied occupying the villages", "denies that it has taken land"."""
    if any(word in word_set("denials") for _, _, word in islice(page.words_before(scene.start, scene.floor), 1)):
        return True
    return _DENIES_THAT.search(page.folded, max(scene.floor, scene.start - _DENIAL_REACH), scene.start) is not None


def copula(page: Page, scene: Scene, position: int) -> int | None:
    """Where the verb of "has always been an integral part of Peruvian territory" starts, its auxiliaries included."""
    found = None
    for start, end, word in islice(page.words_before(position, scene.floor), _MOST_BEFORE_SOIL):
        if page.folded[end : end + 1] != " ":
            return found
        if word in _COPULAS or (found is not None and word in _BEFORE_COPULAS):
            found = start
        elif found is not None:
            return found
        elif not (word.endswith("ly") or word in word_set("belonging")):
            return None
    return found


def states_among(found: Iterable[Mentioned], *but: Actor | None) -> list[Mentioned]:
    """Keep the first mention of each state, leaving some actors and their countries out."""
    known = {actor.country for actor in but if actor is not None}
    kept: dict[str, Mentioned] = {}
    for one in found:
        country = one.actor.country
        if one.actor.kind == "state" and country and country not in known:
            kept.setdefault(country, one)
    return list(kept.values())


def _joins(gap: str) -> bool:
    return _GAP.fullmatch(gap) is not None


def _ending(page: Page, end: int) -> Mentioned | None:
    found = page.ending_at(end) or page.ending_at(end + 1)  # "U.S." ends behind its stop
    following = page.folded[end : end + 1]
    for one in found:
        mention = one.mention
        apposed = mention.span.end < end and "," in mention.phrase.text
        adjective = mention.form == "demonym" and not mention.span.text.endswith(("s", "."))
        if not adjective and (not apposed or following in {",", ""}):
            return one
    return None


def _starting(page: Page, start: int) -> Mentioned | None:
    found = page.starting_at(start)
    return found[0] if found else None


def _possessor_from(page: Page, position: int, floor: int) -> Mentioned | None:
    edge, adjective = position, None
    for start, end, word in islice(page.words_before(position, floor), _MOST_WORDS):
        gap = page.folded[end:edge]
        if gap not in _NOUN_GAPS:
            break
        if word in {"our", "my"}:
            return speaker(page, start)
        found = page.ending_at(end) or page.ending_at(end + 1)
        if found and (found[0].mention.form != "demonym" or adjective is not None):
            return found[0] if adjective is None or gap == "'" else adjective
        if found and "," not in gap:
            adjective = found[0]  # whose it is may still come: "Kosovo's Albanian majority"
        elif word == "its":
            return _nearest_state(page, start, floor)
        elif word in word_set("stops") or word in word_set("determiners"):
            break
        edge = start
    return adjective


def _nearest_state(page: Page, position: int, floor: int) -> Mentioned | None:
    """The state, group or body named last before "its", where nobody has said whose it is."""
    before = page.within(floor, position)
    owners = (found for found in reversed(before) if found.actor.kind in {"state", "group", "organization"})
    return next((found for found in owners if not _is_behind(page, found)), None)


def _is_behind(page: Page, found: Mentioned) -> bool:
    """Tell whether a name stands behind "of", "in" or the like: "the invasion of Kuwait"."""
    start = min(found.mention.phrase.start, found.mention.span.start)
    return page.folded[max(0, start - 9) : start].endswith((" of ", " in ", " with ", " against ", " from ", " over "))


def _antecedent(page: Page, position: int) -> Mentioned | None:
    edge = position - 1
    if page.folded[edge - 1 : edge] == ",":
        edge -= 1
    return _ending(page, edge)


def _antecedent_agent(page: Page, scene: Scene, position: int) -> Mentioned | None:
    """Whose people a relative clause tells of; none, where right before it stands a noun that is no actor."""
    for start, end, word in page.words_before(position, scene.floor):
        if page.folded[end:position] != " " or word in word_set("stops") or not word.islower():
            break
        if page.folded[start].isupper():
            break
        if word in word_set("insurgents"):
            return None
        if word in word_set("agents"):
            return _possessor_from(page, start, scene.floor)
        if word.endswith("s") and word not in word_set("polities"):
            return None
        break
    return clause_subject(page, scene, position)


def _is_possessive(page: Page, found: Mentioned) -> bool:
    return page.folded.startswith("'", found.mention.span.end)


def _dependent(page: Page, found: Mentioned) -> bool:
    """Tell whether a mention hangs on another word: possessives, demonyms before a noun, names after a preposition."""
    mention = found.mention
    people = mention.form == "demonym" and mention.span.text.endswith("ns")
    if (mention.form == "demonym" and not people) or _is_possessive(page, found):
        return True
    for _, end, word in page.words_before(min(mention.phrase.start, mention.span.start), 0):
        while word in word_set("determiners"):
            return False
        if word in word_set("clause_starts"):
            return False
        return word in word_set("prepositions") and page.folded[end : mention.phrase.start] == " "
    return False


def _clause_start(page: Page, scene: Scene, position: int) -> int:
    for start, end, word in page.words_before(position, scene.floor):
        if word in word_set("clause_starts") or page.folded[end : end + 1] in {";", ":"}:
            return start
    return scene.floor
