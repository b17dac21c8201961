"""The bodies in which roles are held: "NATO Secretary-General", "head of the Bank of Ghana"."""

from __future__ import annotations

from bisect import bisect_left

from communique_actors.drafts import Draft


def seat_roles(people: list[Draft], bodies: list[Draft]) -> None:
    """Note for each role the first body named in it; who has no country yet gets that of the body."""
    by_start = {start: body for body in bodies for start, one in body.mentions.items() if one.form == "name"}
    starts = sorted(by_start)
    if not starts:
        return
    for draft in people:
        for role in draft.roles.values():
            number = bisect_left(starts, role.span.start)
            if number == len(starts) or starts[number] >= role.span.end:
                continue
            body = by_start[starts[number]]
            draft.seats[role.span.start] = id(body)
            if draft.country is None and not draft.international:
                draft.country = body.country
