"""What stands at an offset is found as if all were looked at one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Entry, Place, Quote, Reading
from communique.offsets import Places, Quoted, hit_at, hit_ending_at
from communique.reading import Source

LENGTH = 30
ARTICLE = Article("x" * LENGTH)
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 6)).map(lambda one: (one[0], min(LENGTH, sum(one)))),
    max_size=8,
    unique=True,
)


def _places(spans: list[tuple[int, int]]) -> list[Place]:
    return [
        Place(ARTICLE.span(start, end), f"Town {n}", mentions=(ARTICLE.span(start, end),))
        for n, (start, end) in enumerate(spans)
    ]


@given(spans=SPANS, position=st.integers(0, LENGTH), width=st.integers(0, LENGTH))
def test_places_are_those_that_stand_there(spans: list[tuple[int, int]], position: int, width: int) -> None:
    places, behind = Places(_places(spans)), position + width
    starting, ending = places.starting_at(position), places.ending_at(position)
    from_here = [end for start, end in spans if start == position]
    up_to_here = [start for start, end in spans if end == position]
    assert (starting and starting[1]) == (max(from_here) if from_here else None)
    assert (ending and ending[0]) == (min(up_to_here) if up_to_here else None)
    inside = sorted(one for one in spans if position <= one[0] and one[1] <= behind and one[0] < behind)
    assert [one[:2] for one in places.within(position, behind)] == inside
    assert places.any_within(position, behind) == any(position <= start < behind for start, _ in spans)


def test_places_of_one_name_keep_their_order() -> None:
    first, second, before = _places([(5, 9), (5, 9), (1, 4)])
    places = Places([first, second, before])
    assert [place for _, _, place in places.named] == [before, first, second]


@given(starts=st.sets(st.integers(0, 9)), position=st.integers(0, LENGTH))
def test_hits_are_those_that_stand_there(starts: set[int], position: int) -> None:
    hits = [(3 * n, 3 * n + 2, Entry(str(n), n)) for n in sorted(starts)]
    at, ending = hit_at(hits, position), hit_ending_at(hits, position)
    assert [one for one in hits if one[0] == position] == ([at] if at is not None else [])
    assert [one for one in hits if one[1] == position] == ([ending] if ending is not None else [])


def _quote(*pieces: tuple[int, int]) -> Quote:
    spans = tuple(ARTICLE.span(*piece) for piece in pieces)
    return Quote(ARTICLE.span(pieces[0][0], pieces[-1][1]), spans, (), "direct")


def test_words_between_the_pieces_of_a_quote_are_not_its_own() -> None:
    first, second = _quote((0, 5), (10, 15)), _quote((20, 25))
    quoted = Quoted([first, second])
    assert [quoted.at(at) for at in (0, 4, 5, 9, 10, 15, 20, 25)] == [
        first, first, None, None, first, None, second, None,
    ]  # fmt: skip


def test_what_is_found_later_is_looked_up_too() -> None:
    reading = Reading.start(ARTICLE)
    assert not reading.places().named
    assert reading.quote_at(1) is None
    (place,), quote = _places([(2, 6)]), _quote((0, 5))
    reading.add([place, quote], Source("found"))
    assert reading.places().starting_at(2) == (2, 6, place)
    assert reading.quote_at(1) is quote
