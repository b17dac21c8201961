"""The status of what is denied, or hangs on another word."""

from __future__ import annotations

from communique_sanctions.kind import SanctionStatus

_NEGATED: dict[SanctionStatus, SanctionStatus] = {
    "occurred": "denied", "ongoing": "denied", "scheduled": "refused", "threatened": "denied", "proposed": "refused",
    "refused": "proposed", "denied": "occurred", "hypothetical": "hypothetical",
}  # fmt: skip


def negate(status: SanctionStatus, *, negated: bool) -> SanctionStatus:
    """Give the status of what is denied of a verb.

    >>> negate("refused", negated=True), negate("scheduled", negated=False)
    ('proposed', 'scheduled')
    """
    return _NEGATED[status] if negated else status


def combined(inner: SanctionStatus, outer: SanctionStatus) -> SanctionStatus:
    """The status of what hangs on another word: "refused to consider", "agreed to lift"."""
    if inner == "occurred":
        return outer
    if inner == "denied" and outer in {"proposed", "scheduled"}:
        return "refused"  # "asked it not to impose", "agreed not to lift"
    if outer == "refused":
        return negate(inner, negated=True) if inner in {"refused", "proposed", "scheduled"} else inner
    return inner
