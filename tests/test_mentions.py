"""Mentions of actors, looked up by where they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection

from hypothesis import given
from hypothesis import strategies as st

from communique import Actor, Article, Mention, Reading
from communique.kinds import ActorKind
from communique.reading import Mentioned, Mentions, Source

TEXT = "Kenyan Foreign Minister Ana Ruiz met the president of Ghana, and Ruiz left for Accra."
ARTICLE = Article(TEXT)
Bounds = tuple[int, int]


def stretches() -> st.SearchStrategy[Bounds]:
    """Starts and ends inside the text."""
    offsets = st.integers(0, len(TEXT))
    return st.tuples(offsets, offsets).map(lambda two: (min(two), max(two))).filter(lambda two: two[0] < two[1])


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    """A mention: a name, and a phrase around it that may be the name itself."""
    start, end = draw(stretches())
    span = ARTICLE.span(start, end)
    if draw(st.booleans()):
        return Mention(span, span)
    return Mention(span, ARTICLE.span(draw(st.integers(0, start)), draw(st.integers(end, len(TEXT)))))


def actor_of(found: list[Mention]) -> Actor:
    """An actor with these mentions."""
    return Actor(found[0].span, mentions=tuple(found))


def actors() -> st.SearchStrategy[list[Actor]]:
    """A few actors with a few mentions."""
    one = st.lists(mentions(), min_size=1, max_size=4)
    return st.lists(
        one.map(lambda several: Actor(several[0].span, "person", "Ana", mentions=tuple(several))), max_size=4
    )


def every(found: Collection[Actor], fits: Callable[[Mention], bool]) -> list[tuple[Actor, Mention]]:
    """The mentions that fit, found by looking at each."""
    return [(actor, mention) for actor in found for mention in actor.mentions if fits(mention)]


def counted(found: Collection[tuple[Actor, Mention]]) -> list[tuple[int, Bounds, Bounds]]:
    """What was found, in an order of its own."""
    return sorted(
        (id(actor), (one.span.start, one.span.end), (one.phrase.start, one.phrase.end)) for actor, one in found
    )


@given(actors(), st.integers(0, len(TEXT)))
def test_what_starts_at_an_offset(found: list[Actor], at: int) -> None:
    """All mentions whose name or phrase starts there, each once, the longest phrase first."""
    given_ = Mentions(found).starting_at(at)
    assert counted(given_) == counted(every(found, lambda one: at in {one.span.start, one.phrase.start}))
    lengths = [len(one.mention.phrase) for one in given_]
    assert lengths == sorted(lengths, reverse=True)


@given(actors(), st.integers(0, len(TEXT)))
def test_what_ends_at_an_offset(found: list[Actor], at: int) -> None:
    """All mentions whose name or phrase ends there, each once, the longest phrase first."""
    given_ = Mentions(found).ending_at(at)
    assert counted(given_) == counted(every(found, lambda one: at in {one.span.end, one.phrase.end}))
    lengths = [len(one.mention.phrase) for one in given_]
    assert lengths == sorted(lengths, reverse=True)


@given(actors(), stretches())
def test_what_stands_inside(found: list[Actor], bounds: Bounds) -> None:
    """The mentions whose name lies inside, in the order of the text, the longer first where two start together."""
    start, end = bounds
    given_ = Mentions(found).within(start, end)
    assert counted(given_) == counted(every(found, lambda one: start <= one.span.start and one.span.end <= end))
    order = [(one.mention.span.start, -one.mention.span.end) for one in given_]
    assert order == sorted(order)


@given(actors(), stretches())
def test_whether_any_starts_inside(found: list[Actor], bounds: Bounds) -> None:
    """It need not end there."""
    start, end = bounds
    assert Mentions(found).any_within(start, end) == bool(every(found, lambda one: start <= one.span.start < end))


KINDS: tuple[ActorKind, ...] = ("state", "organization")


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["KEN", "GHA", None])), max_size=5))
def test_a_state_by_its_country(given_: list[tuple[ActorKind, str | None]]) -> None:
    """The first state of a country, and no other kind of actor; of no country there is none."""
    found = [Actor(ARTICLE.span(0, 6), kind=kind, country=country) for kind, country in given_]
    known = Mentions(found)
    for country in ("KEN", "GHA", "NOR"):
        states = [one for one in found if one.kind == "state" and one.country == country]
        assert known.state(country) is (states[0] if states else None)
    assert known.state(None) is None


def test_mentions_of_a_reading_are_those_of_its_actors() -> None:
    """Made once, and made anew when an actor is added."""
    span = ARTICLE.span(24, 32)
    ruiz = Actor(span, "person", "Ana Ruiz", mentions=(Mention(span, ARTICLE.span(0, 32)),))
    reading = Reading.start(ARTICLE)
    assert reading.mentions().within(0, len(TEXT)) == []
    reading.add([ruiz], Source("by-hand"))
    assert reading.mentions().starting_at(0) == [Mentioned(ruiz, ruiz.mentions[0])]
    assert reading.mentions().ending_at(32) == [Mentioned(ruiz, ruiz.mentions[0])]
    assert reading.mentions() is reading.mentions()
