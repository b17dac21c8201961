"""From verbs, nouns and complements to PLOVER types and CAMEO codes."""

from __future__ import annotations

from communique_events.words import Act, complements, pairs

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
"""Types of acts that are promised; the others are threatened."""
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""Types of acts that are threatened."""
_OPERATORS = {
    "AGREE": Act("AGREE", None, "030"),
    "THREATEN": Act("THREATEN", None, "130"),
    "REJECT": Act("REJECT", None, "120"),
    "REQUEST": Act("REQUEST", None, "100"),
    "APPEAL": Act("APPEAL", None, "020"),
}
_DENIAL = Act("STATEMENT", None, "016")
_MODES = {
    ("REQUEST", "CONSULT"): "meet", ("REQUEST", "AID"): "assist", ("REQUEST", "COOPERATE"): "assist",
    ("REQUEST", "CONCEDE"): "change", ("REQUEST", "RETREAT"): "yield",
    ("REJECT", "CONSULT"): "meet", ("REJECT", "AID"): "assist", ("REJECT", "COOPERATE"): "assist",
    ("REJECT", "CONCEDE"): "change", ("REJECT", "RETREAT"): "yield",
    ("THREATEN", "SANCTION"): "relations", ("THREATEN", "COERCE"): "restrict", ("THREATEN", "ASSAULT"): "violence",
    ("THREATEN", "MOBILIZE"): "violence",
}  # fmt: skip


def pair(verb: str, noun: str, noun_act: Act | None) -> Act | None:
    """What a verb of a class does to a noun of a class.

    >>> from communique_events.words import Act
    >>> pair("lift", "sanctions", None).type, pair("stop", "aid", None).cameo
    ('RETREAT', '162')
    """
    table = pairs()
    if (verb, noun) in table:
        return table[verb, noun] or noun_act
    return table.get((verb, "*"))


def embedded(operator: str, act: Act | None, default: Act) -> Act:
    """The act of promising, asking for, refusing or threatening an act."""
    if operator == "AGREE" and act is not None and act.type in HOSTILE and act.type != "MOBILIZE":
        operator, default = "THREATEN", _OPERATORS["THREATEN"]
    if act is None:
        return default
    if operator == "REJECT" and act.mode == "allege":  # an accusation that is rejected is denied
        return _DENIAL
    table = complements()
    for size in (4, 3, 2):
        code = table.get((operator, act.cameo[:size])) if len(act.cameo) >= size else None
        if code is not None:
            return Act(operator, _MODES.get((operator, act.type)), code)
    return Act(operator, _MODES.get((operator, act.type)), default.cameo)


def folded(act: Act, modal: str, *, negated: bool) -> Act:
    """The act as PLOVER counts it where it is only announced, denied or called for."""
    if modal in {"will", "would", "may"}:
        if negated:
            return embedded("REJECT", act, _OPERATORS["REJECT"]) if act.type in COOPERATIVE else act
        if act.type in COOPERATIVE and act.type != "AGREE":
            return embedded("AGREE", act, _OPERATORS["AGREE"])
        return embedded("THREATEN", act, _OPERATORS["THREATEN"]) if act.type in HOSTILE else act
    if modal == "must":
        return embedded("REQUEST", act, _OPERATORS["REQUEST"])
    return act
