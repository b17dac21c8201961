"""Whose act a verb tells of: the actor before it, those joined to it, the subject of the clause around it."""

from __future__ import annotations

from itertools import islice

import regex

from communique.reading import Mentioned
from communique_claims.owners import possessor_from
from communique_claims.page import Page, Scene
from communique_claims.predicates import adjunct_before, aside_before
from communique_claims.words import word_set

_MOST_WORDS = 8
_SPEAKERS = frozenset({"we", "i", "our", "my", "us"})
_PRONOUNS = frozenset({"it", "they"})
_GAP = regex.compile(r"""(?:,? ?['"(]?|-|\. )""")
_BEFORE_GERUNDS = frozenset({"of", "for", "in", "at"})
_BEFORE_OWN_GERUNDS = frozenset({"by", "while", "when", "after", "before", "without", "despite"})
_TO_DO = frozenset(
    {
        *(
            "decision",
            "decisions",
            "plan",
            "plans",
            "move",
            "moves",
            "vote",
            "threat",
            "threats",
            "pledge",
            "vow",
            "bid",
        ),
        *("attempt", "attempts", "effort", "efforts", "proposal", "offer", "agreement", "readiness", "willingness"),
        *("desire", "intention", "refusal", "failure", "right", "ambition", "ambitions", "campaign", "promise"),
    }
)
"""Nouns of which an infinitive says what it is that is decided, planned or tried."""
_OWN_COUNTRY = frozenset({"country", "government", "nation", "kingdom", "republic", "side"})
_JOINED = frozenset({"state", "organization"})
_BOTH = regex.compile(r"\b(?:[Bb]oth|[Tt]wo)(?: [a-z]{3,14})?(?: of the)? $")
_BOTH_REACH = 24
_GROUP_REACH = 24
_GROUP_FAR = 400
_OWNED = ("his ", "her ", "our ", "my ", "His ", "Her ", "Our ", "My ")
_ARTICLE = len("the ")
_MOST_AGENTS = 8
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
"""The days as they stand between a subject and its verb."""
_SHORT_DAYS = frozenset(day[:3] for day in DAYS if day.endswith("day"))


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
        aside = _aside(page, scene, word, end, gap) if gap.startswith(",") or not infinitive else None
        if aside is not None:
            edge = aside
            continue
        if word in _SPEAKERS:
            return page.speaker_at(start)
        found = _based_there(page, scene, end) or _ending(page, end)
        if found is not None and word in _OWN_COUNTRY and page.folded.endswith(_OWNED, scene.floor, start):
            return _own_country(page, scene) or found
        if found is not None and word not in word_set("skipped"):
            return clause_subject(page, scene, edge) if _hangs_on_clause(page, scene, edge, gap, found) else found
        if word in _PRONOUNS:
            return _meant_by_it(page, scene, start)
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


def _aside(page: Page, scene: Scene, word: str, end: int, gap: str) -> int | None:
    """Where what stands between a subject and its verb starts: an aside between commas, or a time."""
    return aside_before(page, scene, end) if gap.startswith(",") else adjunct_before(page, scene, word, end)


def _hangs_on_clause(page: Page, scene: Scene, edge: int, gap: str, found: Mentioned) -> bool:
    """Tell whether a participle belongs to its clause, not to the name before it: "left Iraq, demanding"."""
    if edge != scene.start or not page.folded.endswith("ing", scene.start, scene.end):
        return False
    return gap.startswith(",") or (found.actor.kind == "state" and _dependent(page, found))


def _behind(page: Page, scene: Scene, start: int, edge: int, word: str, *, loose: bool) -> Mentioned | None:
    """Find the subject where another word stands between it and its verb."""
    if word in _BEFORE_OWN_GERUNDS and "ing" in page.folded[scene.start : scene.end]:
        return clause_subject(page, scene, edge)  # "angered Cairo by filling the dam"
    if word in _BEFORE_GERUNDS and "ing" in page.folded[scene.start : scene.end]:
        owner = possessor_from(page, start, scene.floor)  # "Kenya's success in taking"
        return owner or nearest(page, scene, start)  # "accused Kenya of occupying"
    if word in _OWN_COUNTRY and page.folded.endswith(_OWNED, scene.floor, start):
        return _own_country(page, scene)
    if word in {"who", "which", "that"}:
        return _antecedent(page, start) or _antecedent_agent(page, scene, start)
    if word in word_set("groups") and page.folded.find("the ", max(scene.floor, start - _GROUP_REACH), start) >= 0:
        return _group_before(page, start)
    if word in word_set("agents") or word in word_set("forces"):
        owner = possessor_from(page, start, scene.floor)
        if word in word_set("insurgents") and owner is not None and owner.actor.kind == "state":
            return None  # Kenya's rebels are not Kenya
        return owner or (clause_subject(page, scene, edge) if loose else None)
    if word in _TO_DO and page.folded.startswith(" to ", start + len(word)):
        owner = possessor_from(page, start, scene.floor)  # "praised Kenya's decision to return"
        if owner is not None:
            return owner
    if loose or word in word_set("stops"):
        return clause_subject(page, scene, edge)
    return None  # the subject is no actor: "the miners occupied the town"


def _meant_by_it(page: Page, scene: Scene, position: int) -> Mentioned | None:
    """Whom "it" or "they" stands for: the subject of the clause before, else the first party of the sentence before."""
    told = _who_says(page, scene, position)
    if told is not None:
        return told[0]
    here = clause_subject(page, scene, position)
    if here is not None:
        return here
    floor = page.sentence_before(scene.start)
    before = [one for one in page.within(floor, scene.floor) if one.actor.kind != "person"] if floor is not None else []
    return next((one for one in before if not _dependent(page, one)), None)


def _who_says(page: Page, scene: Scene, position: int) -> tuple[Mentioned | None] | None:
    """The body that says what "it" does, none where that is no actor: "the committee said *it* had rejected"."""
    for start, end, word in islice(page.words_before(position, scene.floor), 2):
        if word in word_set("sayings"):
            who = subject(page, scene._replace(start=start, end=end))
            return None if who is not None and who.actor.kind == "person" else (who,)
        if word != "that":
            break
    return None


def _group_before(page: Page, position: int) -> Mentioned | None:
    """The armed group or movement told of last: "the group", "the paramilitary force"."""
    before = page.within(max(0, position - _GROUP_FAR), position)
    return next((one for one in reversed(before) if one.actor.kind == "group"), None)


def _based_there(page: Page, scene: Scene, end: int) -> Mentioned | None:
    """Whose the country before a verb is: "*insurgents* based in Chad refused", "*King Abdullah* of Jordan"."""
    country = page.countries.ending_at(end)
    if country is None:
        return None
    for start, stop, word in islice(page.words_before(country[0], scene.floor), 2):
        if page.folded[stop] != " " or (word != "of" and word not in word_set("based")):
            return None
        who = _ending(page, start - 1)
        if who is not None and who.actor.kind != "state" and (word != "of" or who.actor.kind == "person"):
            return who
        if word != "in":
            return None
    return None


def _own_country(page: Page, scene: Scene) -> Mentioned | None:
    """The state of whoever says "our country", or of whom "his country" is said."""
    says = page.speaker_at(scene.start)
    state = page.state(says.actor.country) if says is not None else None
    return Mentioned(state, state.mentions[0]) if state is not None and state.mentions else None


def subjects(page: Page, scene: Scene, position: int | None = None) -> list[Mentioned]:
    """Find all whose act a verb tells of: "A, B and C all claim", "both countries claim"."""
    pair = pair_meant(page, scene, scene.start if position is None else position)
    if pair:
        return pair
    who = subject(page, scene, position)
    return joint_subjects(page, who) if who is not None else []


def pair_meant(page: Page, scene: Scene, position: int) -> list[Mentioned]:
    """Find the two states that "both countries" or "the two sides" mean, right before a verb."""
    edge = position
    for start, end, word in islice(page.words_before(position, scene.floor), _MOST_WORDS):
        if page.folded[end:edge] != " ":
            return []
        if word in {"both", "each"}:
            return page.pair_before(start)
        if word in word_set("polities"):
            return page.pair_before(start) if _BOTH.search(page.folded, max(0, start - _BOTH_REACH), start) else []
        if word not in word_set("skipped") and not word.endswith("ly"):
            return []
        edge = start
    return []


def joint_subjects(page: Page, last: Mentioned) -> list[Mentioned]:
    """Give a subject with the states joined to it: "A, B and C all claim"."""
    found = [last]
    joints: tuple[str, ...] = (" and ", ", and ")
    while len(found) < _MOST_AGENTS and last.actor.kind in _JOINED:
        start = min(last.mention.phrase.start, last.mention.span.start)
        if page.folded.startswith("the ", start - _ARTICLE):
            start -= _ARTICLE
        joint = next((one for one in joints if page.folded.endswith(one, 0, start)), None)
        before = page.ending_at(start - len(joint)) if joint else ()
        if not before or before[0].actor.kind not in _JOINED or before[0].mention.form == "demonym":
            break
        last = before[0]
        found.insert(0, last)
        joints = (", ",)
    return found


def nearest(page: Page, scene: Scene, position: int) -> Mentioned | None:
    """Give the actor named last before an offset."""
    before = page.within(scene.floor, position)
    return before[-1] if before else None


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
            return possessor_from(page, start, scene.floor)
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
        if word in {"said", "says"} and page.folded.startswith((" the ", " its ", " their "), end):
            return end  # "the army said *the rebels* had come and taken"
    return scene.floor
