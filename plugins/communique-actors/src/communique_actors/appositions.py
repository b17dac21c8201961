"""What follows a name and says who it is: "X, an envoy of Y", "Foreign Minister X of Y", "X, who heads the Z mission"."""

from __future__ import annotations

import regex
from communique import Name

from communique_actors.lexicons import WORDS, TitleWord, modifiers
from communique_actors.listed import Listed
from communique_actors.scene import Scene
from communique_actors.titles import Title, extended, of_noun

_OPENING = regex.compile(
    r", (?:(?:recently|newly|just|earlier|later|previously|since) )?"
    r"(?:appointed|named|elected|nominated|chosen)(?: (?:by|last|this) \w++)?(?: as| to be)?(?: the| an?)? "
    r"|,? who (?:is|was|serves as|served as|has been|acts as|acted as|became) (?:also |now )?"
    r"|, (?:now |then |also |currently |formerly |once |himself |herself )?"
)
_DETERMINER = regex.compile(r"(?:the|an?|his|her|its|their|one of the|one of) ")
_WORD = regex.compile(r"[\w][\w'-]*+")
_COMPLEMENT = regex.compile(r" (of|to|for|at|in|on|with|from) (?:the |an? |his |her |its |their )?")
_INNER = regex.compile(r" (?:of|for|and|in|to)(?: the)? (?=[\p{Lu}])|(?: of)?(?: the)? ")
_LOWER_BEFORE_HEAD = 3
_LOWER_IN_COMPLEMENT = 3
_LONGEST = 16
_MOST_JOINED = 3
_FARTHEST = 110
_COUNTRY_BY = frozenset({"of", "at", "from", "with"})


def appositions_after(scene: Scene, end: int) -> list[Title]:
    """Give the appositions that begin at the end of a name: "X, *spokesman* and *chief adviser to the president*"."""
    found: list[Title] = []
    title = _apposition(scene, end)
    while title is not None and len(found) < _MOST_JOINED:
        found.append(title)
        if not scene.folded.startswith(" and ", title.end):
            break
        start = title.end + len(" and ")
        limit = scene.sentence_end(end)
        following = _head(scene, start, start, limit)
        if following is None or _heads_a_name(scene, following.end):
            break
        title = _with_complement(scene, following, limit)
    return found


def _apposition(scene: Scene, end: int) -> Title | None:
    """The first apposition behind a name, its determiner inside."""
    limit = scene.sentence_end(end)
    opening = _OPENING.match(scene.folded, end, limit)
    if opening is None:
        return None
    start = opening.end()
    determiner = _DETERMINER.match(scene.folded, start, limit)
    head_from = determiner.end() if determiner else start
    title = _head(scene, start, head_from, limit)
    if title is None or _heads_a_name(scene, title.end):
        return None
    return _with_complement(scene, title, limit)


def apposition_before(scene: Scene, start: int) -> Title | None:
    """Give the phrase with a title that ends in a comma before a name: "The head of the mission, *Ana Ruiz*, said"."""
    comma = start - 2
    if comma <= 0 or not scene.folded.startswith(", ", comma):
        return None
    low = scene.sentence_start(start)
    for listed in scene.titles_in(max(low, comma - _FARTHEST), comma):
        title = extended(scene, of_noun(listed))
        if not _begins_phrase(scene, title.start, low) or title.end > comma:
            continue
        if _with_complement(scene, title, comma) is not None and title.end == comma:
            return title
    return None


def _begins_phrase(scene: Scene, start: int, low: int) -> bool:
    """Tell whether a title begins a noun phrase of its own: at the start of a sentence or clause, or behind "the"."""
    return (
        start == low
        or scene.before(start) in {"the", "a", "an", "its", "his", "her", "their", "and", "as"}
        or (scene.folded[start - 2 : start] in {", ", "s ", '" '})
    )


def _head(scene: Scene, start: int, position: int, limit: int) -> Title | None:
    """The words up to the title noun that heads the phrase, or None where there is none."""
    title: Title | None = None
    seen: list[Listed] = []
    loose = 0
    for _ in range(_LONGEST):
        listed, name = scene.lists.starting.get(position), scene.name_at.get(position)
        if listed is not None:
            seen.append(listed)
            position = listed.end
            if isinstance(listed.means, TitleWord) and listed.means.sort not in {"modifier", "courtesy"}:
                title = Title(start, position)
                for part in seen:
                    title.note(part)
        elif (
            name is not None
            and title is None
            and (name.sort != "person" or scene.folded.startswith("'s ", name.span.end))
        ):
            if name.sort == "person":
                related = name
                found = _head(scene, start, name.span.end + 3, limit)
                if found is not None:
                    found.related = related
                return found
            position = name.span.end
        else:
            word = _WORD.match(scene.folded, position, limit) if title is None else None
            modifier = modifiers().get(word.group().lower()) if word else None
            loose += modifier is None
            if word is None or loose > _LOWER_BEFORE_HEAD or (modifier is None and _ends_head(word.group())):
                break
            if modifier is not None:
                seen.append(Listed(position, word.end(), modifier))
            position = word.end()
        if scene.folded.startswith("'s ", position):
            position += 3
        elif position < limit and scene.folded[position] in " -":
            position += 1
        else:
            break
    return title


def _ends_head(word: str) -> bool:
    return not word[0].islower() or word in WORDS.stop


def _heads_a_name(scene: Scene, end: int) -> bool:
    """Tell whether a name follows right behind: then the title is that name's."""
    name = scene.name_at.get(end + 1)
    return name is not None and name.sort in {"person", "unknown"} and scene.folded[end] == " "


def _with_complement(scene: Scene, title: Title, limit: int) -> Title | None:
    """Extend a title by its "of …", "to …", "for …"; None where that ends in the name of its bearer."""
    opening = _COMPLEMENT.match(scene.folded, title.end, limit)
    if opening is None:
        return title
    position, good, loose = opening.end(), -1, 0
    counts = opening.group(1) in _COUNTRY_BY
    for _ in range(_LONGEST):
        listed, name = scene.lists.starting.get(position), scene.name_at.get(position)
        if listed is not None and (name is None or listed.end >= name.span.end):
            counts = counts or isinstance(listed.means, TitleWord)
            if counts and not isinstance(listed.means, TitleWord):
                title.note(listed)
            position = good = listed.end
        elif name is not None:
            if name.sort == "person":
                if not related_before(scene, position, opening.end()):
                    return None
                title.related = title.related or name
            if name.country is not None and counts:
                title.countries.append(name.country)
            position = good = name.span.end
        else:
            word = _WORD.match(scene.folded, position, limit)
            loose += 1
            if word is None or loose > _LOWER_IN_COMPLEMENT or _ends_phrase(word.group()):
                break
            position = word.end()
            if (
                good < 0
                or word.group().lower() in modifiers()
                or word.group() in WORDS.side
                or word.group() in WORDS.collective
            ):
                good = position
        if scene.folded.startswith("'s ", position):
            position += 3
            continue
        inner = _INNER.match(scene.folded, position, limit)
        if inner is None:
            break
        position = inner.end()
    if good > 0:
        title.end = good
    return title


def related_before(scene: Scene, position: int, first: int) -> bool:
    """Tell whether a person named in a complement is its object: "envoy of President *Ruiz*", not "head of X *Ruiz*"."""
    return position == first or scene.title_before(position - 1) is not None


def _ends_phrase(word: str) -> bool:
    return not (word[0].islower() or word.lower() in modifiers()) or word in WORDS.stop or word.endswith(("ing", "ed"))


def country_after(scene: Scene, name: Name) -> Listed | None:
    """The country or body that follows a titled name with "of": "Foreign Minister Ana Ruiz *of Chile*"."""
    for connector in (" of the ", " of ", " from "):
        if scene.folded.startswith(connector, name.span.end):
            listed = scene.lists.starting.get(name.span.end + len(connector))
            if listed is not None and not isinstance(listed.means, TitleWord):
                return listed
    return None
