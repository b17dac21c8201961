"""What stands beside a name and says who it is: "X, an envoy of Y", "the head of the mission, X", "X of Y"."""

from __future__ import annotations

import re

from attrs import define

from communique import Name
from communique.patterns import CAPITAL
from communique_actors.lexicons import WORDS, TitleWord, modifiers
from communique_actors.listed import Listed
from communique_actors.scene import Scene
from communique_actors.titles import Title, extended, of_noun, title_before

_OPENING = re.compile(
    r", (?:(?:recently|newly|just|earlier|later|previously|since) )?"
    r"(?:appointed|named|elected|nominated|chosen)(?: (?:by|last|this) \w++)?(?: as| to be)?(?: the| an?)? "
    r"|,? who (?:is|was|serves as|served as|has been|acts as|acted as|became) (?:also |now )?"
    r"(?:(?:recently |later |then )?(?:appointed|named|elected|nominated|chosen)(?: as| to be)? )?"
    r"|, (?:now |then |also |currently |formerly |once |himself |herself )?"
)
_DETERMINER = re.compile(r"(?:the|an?|his|her|its|their|one of the|one of) ")
_DETERMINER_RAISED = re.compile(r"(?:The|An?) ")
_WORD = re.compile(r"\w[\w'-]*+")
_COMPLEMENT = re.compile(r" (of|to|for|at|in|on|with|from) (?:the |an? |his |her |its |their )?")
_INNER = re.compile(rf" (?:of|for|and|in|to)(?: the)? (?={CAPITAL})|(?: of)?(?: the)? ")
_COUNTRY_BY = frozenset({"of", "at", "from", "with"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "and", "as"})
_PUT_INTO = frozenset(
    {"named", "appointed", "elected", "nominated", "appoint", "name", "elect", "made", "names", "appoints"}
)
ENDS_OF_PUTTING = frozenset(f"{end} " for verb in _PUT_INTO for end in (verb[-2:], verb[-2:].upper()))
"""The last characters of those and the blank, to look before words are cut out."""
_OFFICE_OPENING = re.compile(r" (?:as |to be )?(?:the |a |an |his |her |its |their )?")
_WHEN = frozenset({"yesterday", "today", "tomorrow", "earlier", "later", "now", "then", "too", "here", "there"})
_LOOSE_WORDS = 3
_LONGEST = 16
_MOST_JOINED = 3
_FARTHEST = 110


@define(eq=False)
class _Word:
    """A word that no list and no name covers."""

    start: int
    end: int
    text: str


def appositions_after(scene: Scene, end: int) -> list[Title]:
    """Give the appositions that begin at the end of a name: "X, *spokesman* and *chief adviser to the president*"."""
    limit = scene.sentence_end(end)
    found: list[Title] = []
    title = _apposition(scene, end, limit)
    while title is not None and len(found) < _MOST_JOINED:
        found.append(title)
        if not scene.folded.startswith(" and ", title.end):
            break
        start = title.end + len(" and ")
        title = _whole(scene, _head(scene, start, start, limit), limit)
    return found


def named_to_office(scene: Scene, start: int, end: int) -> Title | None:
    """Give the office somebody is said to be put into: "named Ana Ruiz *finance minister*"."""
    if scene.before(start) not in _PUT_INTO:
        return None
    limit = scene.sentence_end(end)
    opening = _OFFICE_OPENING.match(scene.folded, end, limit)
    return _whole(scene, _head(scene, opening.end(), opening.end(), limit), limit) if opening else None


def _apposition(scene: Scene, end: int, limit: int) -> Title | None:
    """The first apposition behind a name, its determiner inside."""
    opening = _OPENING.match(scene.folded, end, limit)
    if opening is None:
        return None
    start = opening.end()
    determiner = _DETERMINER.match(scene.folded, start, limit)
    return _whole(scene, _head(scene, start, determiner.end() if determiner else start, limit), limit)


def _whole(scene: Scene, title: Title | None, limit: int) -> Title | None:
    """A title with its complement, unless it is the title of a name that follows."""
    if title is None:
        return None
    name = scene.name_at.get(title.end + 1)
    if name is not None and name.sort in {"person", "unknown"} and scene.folded[title.end] == " ":
        return None
    return _with_complement(scene, title, limit)


def phrase_at(scene: Scene, start: int) -> Title | None:
    """Give the noun phrase with a title that starts at a position, its determiner inside."""
    limit = scene.sentence_end(start)
    determiner = _DETERMINER_RAISED.match(scene.folded, start, limit)
    return _whole(scene, _head(scene, start, determiner.end() if determiner else start, limit), limit)


def apposition_before(scene: Scene, start: int) -> Title | None:
    """Give the phrase with a title before a name and the comma there: "The head of the mission, *Ana Ruiz*, said"."""
    comma = start - 2
    low = scene.sentence_start(start)
    for listed in scene.titles_in(max(low, comma - _FARTHEST), comma):
        title = extended(scene, of_noun(listed))
        if title.related is not None and (owner := title_before(scene, title.start)) is not None:
            title.start = owner.start  # "*President Ana Ruiz's* adviser, Hugo Prado"
        if title.end > comma or not (title.role_start >= 0 or _begins_phrase(scene, title.start, low)):
            continue
        if _with_complement(scene, title, comma) is not None and title.end == comma:
            return title
    return None


def _begins_phrase(scene: Scene, start: int, low: int) -> bool:
    """Tell whether a title begins a noun phrase of its own: at the start of a sentence or clause, or behind "the"."""
    return start == low or scene.before(start) in _DETERMINERS or scene.folded[start - 2 : start] in {", ", "s ", '" '}


def _token(scene: Scene, position: int, limit: int) -> Listed | Name | _Word | None:
    """What stands at a position: a listed word, a name, or a word that is neither."""
    listed, name = scene.lists.starting.get(position), scene.name_at.get(position)
    if listed is not None and (name is None or listed.end >= name.span.end):
        return listed
    if name is not None:
        return name
    word = _WORD.match(scene.folded, position, limit)
    if word is None:
        return None
    modifier = modifiers().get(word.group().lower())
    return Listed(position, word.end(), modifier) if modifier else _Word(position, word.end(), word.group())


def _end(token: Listed | Name | _Word) -> int:
    return token.span.end if isinstance(token, Name) else token.end


def _head(scene: Scene, start: int, position: int, limit: int) -> Title | None:
    """The words up to the title noun that heads the phrase, or None where there is none."""
    title: Title | None = None
    seen: list[Listed] = []
    loose, possessed_from = 0, -1
    for _ in range(_LONGEST):
        token = _token(scene, position, limit)
        if isinstance(token, Listed):
            seen.append(token)
            title = _headed(start, seen, possessed_from) or title
        elif token is None or title is not None:
            break
        elif isinstance(token, Name):
            if token.sort == "person":
                return _possessed(scene, start, token, limit)
        else:
            loose += 1
            if loose > _LOOSE_WORDS or not token.text[0].islower() or token.text in WORDS.stop:
                break
        position = _end(token)
        if scene.folded.startswith("'s ", position):
            position += 3
            possessed_from = position if isinstance(token, Listed) else possessed_from
        elif position < limit and scene.folded[position] in " -":
            position += 1
        else:
            break
    return title


def _headed(start: int, seen: list[Listed], role_start: int) -> Title | None:
    """The title that the last of the listed words heads, if it is a title noun."""
    last = seen[-1]
    if not isinstance(last.means, TitleWord) or last.means.sort in {"modifier", "courtesy"}:
        return None
    title = Title(start, last.end, role_start=role_start)
    for listed in seen:
        title.note(listed)
    return title


def _possessed(scene: Scene, start: int, name: Name, limit: int) -> Title | None:
    """A title that a person has: "Ruiz's *adviser*"."""
    if not scene.folded.startswith("'s ", name.span.end):
        return None
    title = _head(scene, start, name.span.end + 3, limit)
    if title is not None:
        title.related = name
    return title


def _with_complement(scene: Scene, title: Title, limit: int) -> Title | None:
    """Extend a title by its "of …", "to …", "for …"; None where that ends in the name of its bearer."""
    opening = _COMPLEMENT.match(scene.folded, title.end, limit)
    if opening is None:
        return title
    position, good, loose = opening.end(), -1, 0
    counts = opening.group(1) in _COUNTRY_BY
    while loose <= _LOOSE_WORDS and position - title.end < _FARTHEST:
        token = _token(scene, position, limit)
        if token is None or (isinstance(token, _Word) and _ends_phrase(token.text)):
            break
        if isinstance(token, _Word):
            loose += 1
            if good < 0 or token.text in WORDS.side or token.text in WORDS.collective or _closes(scene, token):
                good = token.end
        else:
            if _names_bearer(scene, token, opening.end()):
                return None
            counts = _take_in(title, token, counts=counts)
            good = _end(token)
            counts = counts and not scene.folded.startswith((" to ", " for "), good)
        position = _after(scene, _end(token), limit)
    title.end = max(good, title.end)
    return title


def _after(scene: Scene, end: int, limit: int) -> int:
    """Where the next word of a complement starts; the limit where there is none."""
    if scene.folded.startswith("'s ", end):
        return end + 3
    inner = _INNER.match(scene.folded, end, limit)
    return inner.end() if inner else limit


def _names_bearer(scene: Scene, token: Listed | Name, first: int) -> bool:
    """Tell whether a person in a complement bears the title: "head of X *Ruiz*", not "envoy of President *Ruiz*"."""
    if not isinstance(token, Name) or token.sort != "person":
        return False
    return token.span.start != first and scene.title_before(token.span.start - 1) is None


def _take_in(title: Title, token: Listed | Name, *, counts: bool) -> bool:
    """Take in a part of a complement; tell whether countries that follow are the bearer's."""
    if isinstance(token, Name):
        if token.sort == "person":
            title.related = title.related or token
        if token.country is not None and counts:
            title.countries.append(token.country)
    elif isinstance(token.means, TitleWord):
        return counts or token.means.sort != "modifier"
    elif counts:
        title.note(token)
    return counts


def _closes(scene: Scene, word: _Word) -> bool:
    """Tell whether a mark ends the phrase behind a word: "the deputy commander of the coast *guard*,"."""
    return scene.folded.startswith((",", ".", ";", "\n", " \n"), word.end) and word.text not in _WHEN


def _ends_phrase(word: str) -> bool:
    return not word[0].islower() or word in WORDS.stop or word.endswith(("ing", "ed"))


def country_after(scene: Scene, name: Name) -> Listed | None:
    """The country or body that follows a titled name with "of": "Foreign Minister Ana Ruiz *of Chile*"."""
    for connector in (" of the ", " of ", " from "):
        if scene.folded.startswith(connector, name.span.end):
            listed = scene.lists.starting.get(name.span.end + len(connector))
            if listed is not None and not isinstance(listed.means, TitleWord):
                return listed
    return None
