"""English verbs inflected."""

from __future__ import annotations

import pytest

from communique.inflection import inflected

FORMS = {
    "be held": "is held, are held, was held, were held, be held, been held, am held, being held",
    "dig in": "dig in, digs in, dug in, digging in",
    "agree": "agree agrees agreed agreeing",
    "annul": "annul annuls annulled annulling",
    "carry": "carry carries carried carrying",
    "die": "die dies died dying",
    "have": "have has had having",
    "keep": "keep keeps kept keeping",
    "push": "push pushes pushed pushing",
    "put": "put puts putting",
    "re-impose": "re-impose re-imposes re-imposed re-imposing",
    "undertake": "undertake undertakes undertook undertaken undertaking",
    "cancel": "cancel cancels canceled canceling cancelled cancelling",
    "strike down": "strike down, strikes down, struck down, striking down",
}


@pytest.mark.parametrize("verb", FORMS)
def test_forms(verb: str) -> None:
    listed = FORMS[verb]
    assert [form for form, _ in inflected(verb)] == (listed.split(", ") if ", " in listed else listed.split())


def test_each_surface_says_which_forms_it_may_be() -> None:
    assert dict(inflected("hold"))["held"] == {"past", "participle"}
    assert dict(inflected("take"))["took"] == {"past"}
    assert dict(inflected("cancel"))["cancelled"] == dict(inflected("cancel"))["canceled"] == {"past", "participle"}
    assert dict(inflected("cancel"))["cancelling"] == {"ing"}
    assert dict(inflected("set"))["set"] == {"base", "past", "participle"}
