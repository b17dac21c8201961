"""Rules about what is done to a measure: "imposed sanctions", "the lifting of the embargo", "a call for sanctions"."""

from __future__ import annotations

from communique.inflection import Form
from communique_sanctions.drafts import Draft
from communique_sanctions.groups import Standing, auxiliaries, governor_to, standing, verb_from, verb_to
from communique_sanctions.kind import Sanction, SanctionAct
from communique_sanctions.line import Found, Line
from communique_sanctions.measures import Named, Tail, tail
from communique_sanctions.predicates import predicate
from communique_sanctions.subjects import clause_subject, subject_to
from communique_sanctions.targets import target_at
from communique_sanctions.words import Verb, act_nouns, governors, holders, word_set

_LOOSE = frozenset({"of", "some", "all", "on", "to", "most", "part", "parts", "for", "up", "those"})
_MOST_LOOSE = 3
_RELATIVES = frozenset({"that", "which"})
_WANTING = ("want", "need", "wish")
_EASING = frozenset({"ease", "lift"})
_OPEN = frozenset({"for", "on", "about", "until", "without", "unless", "of", "toward", "towards"})
_BEFORE_NOUNS = frozenset({"for", "of", "on", "to", "about", "against", "with", "in"})


def imposes_measure(line: Line, named: Named) -> Sanction | None:
    """A verb and the measure it imposes, extends, eases, lifts, threatens, calls for or opposes.

    Matches "The EU has imposed sanctions on three Belarusian judges" and "Canada refused to lift the embargo on Haiti";
    not "The EU measured the cost of sanctions for banks".
    """
    found = verb_over(line, named)
    if found is None:
        return None
    verb, first, behind_verb = found
    if verb.faced or (line.words[first].endswith("ing") and line.word(first - 1) in word_set("determiners")):
        return None
    if "participle" in verb.forms and line.word(first - 1) in _RELATIVES and named.owner is not None:
        return None
    words = line.phrase(first, behind_verb)
    if named.known and line.words[first].startswith(("consider", "declar")):
        return None  # "considers the sanctions essential"
    if line.words[first] in word_set("of_measures") and (verb_to(line, first) or line.owner_to(first)):
        return None  # "rejected calls for", "the Senate's call for"
    stands = standing(line, first, verb.forms, verb.status, words)
    if words in holders() and not stands.holder:  # "accused France of vetoing"
        stands = stands._replace(makers=[], holder=stands.makers)
    draft = Draft(line, first, behind_verb, (named.noun, named.behind))
    draft.act, draft.status = verb.act, stands.status
    if stands.status == "threatened" and verb.act in _EASING and not line.word(stands.first).startswith("threat"):
        draft.status = "proposed"  # to lift it if something is done is an offer
    _put(draft, named, stands)
    return draft.call(named).end(_tail(line, named, verb.act)).finished(imposes_measure)


def measure_to_be_lifted(line: Line, named: Named) -> Sanction | None:
    """A measure that somebody wants done away with, or imposed, by others.

    Matches "Tehran wants the sanctions lifted before any deal"; not "Tehran called the sanctions lifted in May few".
    """
    told = verb_from(line, named.tail.behind) if not line.gap(named.tail.behind) else None
    governor = governor_to(line, named.first)
    if told is None or governor is None or governor[0] != "proposed" or "participle" not in told[0].forms:
        return None
    if not line.words[governor[1]].startswith(_WANTING) or told[0].faced:
        return None
    verb, behind = told
    draft = Draft(line, named.tail.behind, behind, (governor[1], governor[1] + 1), (named.noun, named.behind))
    draft.act, draft.status = verb.act, "proposed"
    draft.hold(subject_to(line, governor[1]).parties)
    return draft.call(named).end(named.tail).end(tail(line, behind)).finished(measure_to_be_lifted)


def act_of_measure(line: Line, named: Named) -> Sanction | None:
    """A noun for what is done to a measure: its lifting, renewal, suspension.

    Matches "Tehran demanded the lifting of U.S. sanctions" and "an end to the arms embargo on Eritrea"; not "the effect
    of the arms embargo on prices".
    """
    told = _act_noun(line, named)
    if told is None:
        return None
    act, noun = told
    first = min(noun, named.first)
    while line.word(first - 1) in word_set("determiners") or line.word(first - 1) in word_set("before_nouns"):
        first -= 1
    stands, at = _of_act(line, first, noun)
    after = max(named.behind, noun + 1)
    draft = Draft(line, noun, noun + 1, (named.noun, named.behind))
    if noun >= named.behind and line.word(after) == "for":  # "sanctions relief for Damascus"
        relieved = target_at(line, after + 1)
        draft.aim(relieved)
        after = relieved.behind if relieved is not None else after
    behind = _tail(line, named, act) if after == named.behind else tail(line, after, of_target=act == "lift")
    draft.act, draft.status = act, stands.status
    if at is not None:
        draft.cues.append((at, at + 1))
    _put(draft, named, stands)
    draft.call(named).end(behind)
    passive = predicate(line, behind.behind) if at is None else None
    if passive is not None and passive.act == "impose":
        draft.status = passive.status
        draft.cues.append(passive.words)
        agents = tail(line, passive.words[1])
        if passive.spoken:
            draft.holders += agents.makers
            agents = agents._replace(makers=())
        draft.end(agents)
    return draft.finished(act_of_measure)


def threat_of_measure(line: Line, named: Named) -> Sanction | None:
    """A noun that says how a measure stands: a threat of it, a call for it, its possibility.

    Matches "Manila brushed off threats of sanctions against its banks"; not "Manila brushed off reports of sanctions in
    the press".
    """
    if line.word(named.first - 1) not in {"of", "for", "on", "about"} or line.gap(named.first):
        return None
    noun = named.first - 2
    word = line.word(noun)
    status = governors().get(word) if word in word_set("of_measures") else None
    if status is None or line.gap(noun + 1):
        return None
    owner = line.owner_to(noun) or line.party_to(noun)
    draft = Draft(line, noun, noun + 1, (named.noun, named.behind))
    draft.status = status
    outer = governor_to(line, noun - (line.word(noun - 1) in word_set("determiners")))
    if outer is not None and outer[0] in {"refused", "proposed"}:
        stands = standing(line, outer[1], frozenset({"past"}), outer[0], outer[2])
        draft.status = stands.status
        draft.hold(stands.makers or stands.holder)
    elif owner is None and word == "calls" and line.word(noun - 1) not in word_set("determiners"):
        draft.hold(subject_to(line, noun).parties)
    elif owner is not None and status == "threatened":
        draft.make([owner])
    elif owner is not None:
        draft.hold([owner])
    return draft.call(named).end(named.tail).finished(threat_of_measure)


def _tail(line: Line, named: Named, act: SanctionAct) -> Tail:
    """What stands behind a measure: of one that is lifted, "from" says on whom it lay."""
    return tail(line, named.behind, of_target=True) if act == "lift" else named.tail


def verb_over(line: Line, named: Named) -> tuple[Verb, int, int] | None:
    """The verb right before a measure, over "some of" and the like: the verb, its first word, the word behind it."""
    at = named.first
    for _ in range(_MOST_LOOSE):
        found = verb_to(line, at) if line.gap(at) in {"", '"', "'"} else None
        if found is not None:
            if _is_adjective(line, *found):
                at = found[1]
                continue
            return found[0], found[1], at
        if line.gap(at):
            return None
        if line.word(at - 1) in word_set("lengths"):  # "renewed for six months the sanctions"
            at = next(
                (k for k in range(at - 2, max(0, at - _MOST_LOOSE - 2), -1) if line.words[k] in {"for", "by"}), at
            )
        elif line.word(at - 1) == "of" and line.word(at - 2) not in word_set("quantities"):
            return None
        elif line.word(at - 1) in _LOOSE:
            at -= 1
        else:
            return None
    return None


def _is_adjective(line: Line, verb: Verb, first: int) -> bool:
    """Tell whether a participle only describes the measure: "announced *renewed* sanctions"."""
    if "participle" not in verb.forms:
        return False
    before = auxiliaries(line, first).first
    word = line.word(before - 1)
    if word in word_set("determiners") or (word in word_set("prepositions") and word != "to"):
        return not line.gap(before)
    over = verb_to(line, before) if before == first else None
    return over is not None and over[0].status == "occurred"


def _put(draft: Draft, named: Named, stands: Standing) -> None:
    """Say who makes a measure; of one that has an owner, whoever threatens, wants or opposes it only speaks."""
    owner = named.owner
    speaks = draft.act == "impose" and draft.status in {"proposed", "refused", "threatened"}
    if owner is None or not speaks or any(one.party is owner.party for one in stands.makers):
        draft.make(stands.makers).hold(stands.holder)
    else:
        draft.hold(stands.makers or stands.holder)


def _act_noun(line: Line, named: Named) -> tuple[SanctionAct, int] | None:
    """The noun for an act beside a measure, and its number: "*lifting* of sanctions", "sanctions *relief*"."""
    if line.word(named.first - 1) in {"of", "to", "on", "from", "in"} and not line.gap(named.first):
        act = act_nouns().get(line.word(named.first - 2))
        if act is not None:
            return act, named.first - 2
    act = act_nouns().get(line.word(named.behind)) if not line.gap(named.behind) else None
    return (act, named.behind) if act in {"ease", "lift", "impose"} else None


def _of_act(line: Line, first: int, noun: int) -> tuple[Standing, int | None]:
    """How a noun like "the lifting" stands, and the number of the word that says so."""
    owner = line.owner_to(noun) or line.party_to(noun)
    own: list[Found] = [owner] if owner is not None else []
    governor = governor_to(line, first)
    before = line.word(first - 1)
    if governor is None and before == "against":
        return Standing("refused", [], clause_subject(line, first - 1).parties, first), first - 1
    if governor is None and before in _BEFORE_NOUNS:
        governor = governor_to(line, first - 1)
    if governor is None:
        verb = verb_to(line, first)
        if verb is not None and verb[0].status == "occurred":
            return standing(line, verb[1], verb[0].forms, "occurred", ""), verb[1]
        return Standing("proposed" if before in _OPEN else "occurred", own, [], first), None
    status, at, words = governor
    if line.word(at - 1) in word_set("determiners") or line.word(at - 1) in word_set("prepositions") - {"to"}:
        return Standing(status, own, [], at), at
    forms: frozenset[Form] = frozenset({"ing"}) if words.split()[0].endswith("ing") else frozenset({"past"})
    stands = standing(line, at, forms, status, words)
    if own:
        return stands._replace(makers=own, holder=stands.makers or stands.holder), at
    if words in word_set("praising"):
        return stands._replace(makers=[], holder=[]), at
    if words in holders() or words.startswith(("call", "demand")):
        return stands._replace(makers=[], holder=stands.makers or stands.holder), at
    return stands, at
