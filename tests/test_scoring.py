"""Records held against gold: what counts as found, what is missed, and what gold may leave out."""

from __future__ import annotations

import io
import json
import sys
from collections import Counter
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Dateline, read, to_record
from communique.cli import run
from communique.record import SECTIONS
from communique.scoring import Agreement, Passage, Score, ScoringError, Tally, id_of, score

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def record(ident: str = "one", **lists: object) -> dict[str, Any]:
    """A record of an article with some lists."""
    return {"article": {"id": ident}, **lists}


def quotes(*spans: tuple[int, int], **fields: object) -> list[dict[str, object]]:
    """Quotes that stand there."""
    return [{"span": {"start": start, "end": end}, **fields} for start, end in spans]


def only_score(gold: dict[str, Any], found: dict[str, Any]) -> Score:
    """The score of the one kind that the gold has."""
    (one,) = score([gold], [found]).kinds
    return one


def test_what_is_read_agrees_with_itself() -> None:
    """Records held against themselves are right in every passage and every field."""
    records = [
        to_record(read(Article(path.read_text(encoding="utf-8"), id=path.name))) for path in sorted(SEEDS.glob("*.txt"))
    ]
    scores = score(records, records)

    core = ["dateline", "place", "time", "actor", "quote", "claim", "delegation", "position", "event"]
    assert [one.kind for one in scores.kinds][: len(core)] == core, "kinds of plugins come behind those of core"
    for one in scores.kinds:
        assert one.exact == one.overlap
        assert one.exact.right == one.exact.gold == one.exact.found > 0
        assert all(agreement.same == agreement.pairs for agreement in one.fields.values())
        assert (one.missed, one.besides) == ((), ())


def test_exact_and_overlap_are_told_apart() -> None:
    """A passage that is off by a character overlaps; one that only touches does not."""
    one = only_score(
        record(quotes=quotes((0, 10), (20, 30), (40, 50))), record(quotes=quotes((0, 10), (20, 29), (50, 60)))
    )

    assert (one.exact.gold, one.exact.found, one.exact.right) == (3, 3, 1)
    assert one.overlap.right == 2
    assert one.exact.precision == one.exact.recall == one.exact.f1 == pytest.approx(1 / 3)
    assert one.missed == (Passage("one", 40, 50, ""),)
    assert one.besides == (Passage("one", 50, 60, ""),)


def test_a_bare_passage_is_no_field() -> None:
    """Gold that says where a quote stands, and no more, counts nothing else."""
    bare = record(quotes=[{"start": 0, "end": 10, "text": "“We agree”", "speaker": "Ana Ruiz"}])
    one = only_score(bare, record(quotes=quotes((0, 10), speaker="Ana Ruiz")))
    assert (one.exact.right, list(one.fields)) == (1, ["speaker"])


def test_each_passage_is_paired_with_one_other_at_most() -> None:
    """A long passage over two of the gold finds one of them: that with which it shares most."""
    one = only_score(record(quotes=quotes((0, 4), (5, 20))), record(quotes=quotes((0, 20))))

    assert one.overlap.right == 1
    assert one.missed == (Passage("one", 0, 4, ""),)


def test_the_same_passage_is_preferred_to_a_longer_one() -> None:
    """What stands at the very place is paired before what merely covers it."""
    one = only_score(
        record(quotes=quotes((5, 10), speaker="Ana Ruiz")),
        record(quotes=[*quotes((0, 20), speaker="Ana Ruiz"), *quotes((5, 10), speaker=None)]),
    )

    assert one.besides == (Passage("one", 0, 20, ""),)
    assert one.fields == {"speaker": Agreement(1, 0)}


def test_of_several_in_one_place_those_that_say_the_same_are_paired() -> None:
    """Two claims in one passage are told apart by what they say, not by their order."""
    both = [quotes((0, 9), stance=stance)[0] for stance in ("demands", "rejects")]
    one = only_score(record(claims=both), record(claims=both[::-1]))

    assert one.fields == {"stance": Agreement(2, 2)}


def test_references_are_compared_by_what_they_refer_to() -> None:
    """Ids differ from record to record; gold may also give the name itself."""
    found = record(
        actors=[{"id": "a7", "name": "Ana Ruiz", "span": {"start": 0, "end": 8}, "mentions": []}],
        quotes=quotes((9, 20), speaker="a7"),
    )
    named = record(quotes=quotes((9, 20), speaker="Ana Ruiz"))
    by_id = record(
        actors=[{"id": "a1", "name": "Ana Ruiz", "span": {"start": 0, "end": 8}, "mentions": []}],
        quotes=quotes((9, 20), speaker="a1"),
    )

    assert only_score(named, found).fields == {"speaker": Agreement(1, 1)}
    assert score([by_id], [found], {"quote"}).kinds[0].fields == {"speaker": Agreement(1, 1)}
    assert only_score(record(quotes=quotes((9, 20), speaker=None)), found).fields == {"speaker": Agreement(1, 0)}


def test_actors_count_mention_by_mention() -> None:
    """An actor of whom one mention of two is found is half found."""
    mentions = [{"span": {"start": start, "end": start + 4, "text": "Ruiz"}} for start in (0, 50)]
    actor = {"id": "a1", "name": "Ruiz", "span": mentions[0]["span"]}
    one = only_score(
        record(actors=[{**actor, "mentions": mentions}]), record(actors=[{**actor, "mentions": mentions[:1]}])
    )

    assert (one.exact.gold, one.exact.found, one.exact.right) == (2, 1, 1)
    assert one.missed == (Passage("one", 50, 54, "Ruiz"),)
    assert one.fields == {"name": Agreement(1, 1)}, "the other mentions and the id say nothing of this one"


def test_kinds_that_the_gold_says_nothing_of_are_not_counted() -> None:
    """An empty list says that there is nothing to find; no list says nothing."""
    found = record(quotes=quotes((0, 5)), claims=quotes((0, 5)), dateline=None, times=[])
    (one,) = score([record(claims=[])], [found]).kinds

    assert (one.kind, one.exact.gold, one.exact.found) == ("claim", 0, 1)
    assert (one.exact.precision, one.exact.recall, one.exact.f1) == (0, None, 0)
    assert score([record(dateline=None)], [record(dateline=None)]).kinds[0].exact.f1 is None


def test_kinds_of_plugins_are_counted_by_their_tags() -> None:
    """What stands under annotations counts for the kind it names."""
    truce = [{"id": "x1", "kind": "ceasefire", "span": {"start": 3, "end": 9, "text": "truces"}}]
    one = only_score(record(annotations=truce), record(annotations=[]))

    assert (one.kind, one.missed) == ("ceasefire", (Passage("one", 3, 9, "truces"),))


def test_all_datelines_of_a_digest_are_counted() -> None:
    """The first has a place of its own in a record, those of further stories stand among the annotations."""
    text = "OSLO (AP) — Envoys arrived.\n\nPARIS, Jan 20 (Reuters) - Talks went on."
    digest = to_record(read(Article(text, id="one"), only={Dateline}))
    (one, *_) = score([digest], [digest]).kinds

    assert (one.kind, one.exact.gold, one.exact.right) == ("dateline", 2, 2)


def test_an_article_without_record_is_missed_and_one_without_gold_passed_over() -> None:
    """All in an article that nobody read is missed; what is found in other articles is no mistake."""
    scores = score([record("one", quotes=quotes((0, 5)))], [record("two", quotes=quotes((0, 5)))])

    assert (scores.articles, scores.absent) == (1, ("one",))
    assert (scores.kinds[0].exact.found, len(scores.kinds[0].missed)) == (0, 1)


@pytest.mark.parametrize(
    "gold, found, told",
    [
        ([{"quotes": []}], [], "no article.id"),
        ([{"article": []}], [], "no article.id"),
        ([record(), record()], [], "two records of article 'one'"),
        ([record(quotes=[{"speaker": "Ana"}])], [], "a record of article 'one' does not have the form of records"),
        ([record(quotes=7)], [], "does not have the form of records"),
        (
            [{"article": {"id": "one", "sha256": "ab"}}],
            [{"article": {"id": "one", "sha256": "cd"}}],
            "the records of article 'one' are of different texts",
        ),
    ],
)
def test_what_cannot_be_compared_is_told(gold: Any, found: Any, told: str) -> None:
    """A record that is none, or of another text, is named, and raises nothing else."""
    with pytest.raises(ScoringError, match=told):
        score(gold, found)


_SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1])), max_size=9
)


@given(_SPANS, _SPANS)
def test_counts_are_what_their_names_say(wanted: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    """Pairs are of two that overlap, none of them twice; exact ones are among them; turned round, so are the counts."""
    one = only_score(record(quotes=quotes(*wanted)), record(quotes=quotes(*found)))
    turned = only_score(record(quotes=quotes(*found)), record(quotes=quotes(*wanted)))

    assert one.exact.right <= one.overlap.right <= min(len(wanted), len(found))
    assert len(one.missed) == len(wanted) - one.overlap.right
    assert len(one.besides) == len(found) - one.overlap.right
    assert turned.exact == evolve(one.exact, gold=one.exact.found, found=one.exact.gold)


SECTION_NAMES = [name for name, _ in SECTIONS]
FIELDS = st.fixed_dictionaries(
    {}, optional={"stance": st.sampled_from("ab"), "parties": st.lists(st.sampled_from("ab"))}
)


@st.composite
def records_of(draw: st.DrawFn, idents: str = "abcd") -> list[dict[str, Any]]:
    """Records of different articles with some lists of findings."""
    one = st.tuples(_SPANS, FIELDS).map(lambda drawn: quotes(*drawn[0], **drawn[1]))
    lists = st.dictionaries(st.sampled_from(SECTION_NAMES), one, max_size=3)
    return [record(ident, **draw(lists)) for ident in draw(st.lists(st.sampled_from(idents), unique=True))]


@given(records_of())
def test_any_records_agree_with_themselves(records: list[dict[str, Any]]) -> None:
    """In each passage and field; none is absent."""
    scores = score(records, records)
    assert (scores.articles, scores.absent) == (len(records), ())
    for one in scores.kinds:
        assert one.exact == one.overlap == Tally(one.exact.gold, one.exact.gold, one.exact.gold)
        assert (one.missed, one.besides) == ((), ())
        assert all(agreement.same == agreement.pairs for agreement in one.fields.values())


@given(records_of(), records_of("abcde"), st.randoms(use_true_random=False))
def test_order_of_articles_does_not_matter(
    gold: list[dict[str, Any]], found: list[dict[str, Any]], random: Random
) -> None:
    """Nor do articles that the gold has not; those that were not found are told in the order of the gold."""
    scores = score(gold, found)
    ids = [one["article"]["id"] for one in gold]
    there = {one["article"]["id"] for one in found}
    assert scores.absent == tuple(ident for ident in ids if ident not in there)
    shuffled = random.sample(found, len(found))
    assert score(gold, [one for one in shuffled if one["article"]["id"] in ids]) == scores
    order = [kind.tag for _, kind in SECTIONS]
    assert [one.kind for one in scores.kinds] == [tag for tag in order if tag in {one.kind for one in scores.kinds}]


@given(records_of(), records_of())
def test_counts_of_articles_add_up(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """What is counted of all is what is counted of each; `only` leaves out the other kinds and changes nothing."""
    scores = score(gold, found)
    each = [one for article in gold for one in score([article], found).kinds]
    for whole in scores.kinds:
        parts = [one for one in each if one.kind == whole.kind]
        for tally in (attrgetter("exact"), attrgetter("overlap")):
            for number in (attrgetter("gold"), attrgetter("found"), attrgetter("right")):
                assert number(tally(whole)) == sum(number(tally(part)) for part in parts)
        assert whole.missed == tuple(one for part in parts for one in part.missed)
        assert whole.besides == tuple(one for part in parts for one in part.besides)
        assert {name: one.pairs for name, one in whole.fields.items()} == Counter(
            {name: sum(part.fields[name].pairs for part in parts if name in part.fields) for name in whole.fields}
        )
        assert score(gold, found, {whole.kind}).kinds == (whole,)
    assert score(gold, found, []).kinds == ()


@given(st.integers(0, 99), st.integers(0, 99), st.data())
def test_shares_are_shares(gold: int, found: int, data: st.DataObject) -> None:
    """Between nothing and all; F1 lies between precision and recall, and is None only where there is nothing at all."""
    tally = Tally(gold, found, data.draw(st.integers(0, min(gold, found))))
    assert tally.precision == (tally.right / found if found else None)
    assert tally.recall == (tally.right / gold if gold else None)
    if tally.precision is not None and tally.recall is not None:
        low, high = sorted([tally.precision, tally.recall])
        assert tally.f1 is not None
        assert low - 1e-9 <= tally.f1 <= high + 1e-9
    else:
        assert tally.f1 == (0 if gold or found else None)


@given(st.text(), st.sampled_from([{}, {"title": None}, {"sha256": "ab"}]))
def test_id_of_a_record_is_that_of_its_article(ident: str, more: dict[str, object]) -> None:
    """Whatever string it is; nothing else will do."""
    assert id_of({"article": {**more, "id": ident}}) == ident
    for article in ({**more, "id": 7}, {**more, "id": None}, more, [ident], ident, None):
        with pytest.raises(ScoringError, match=r"^a record has no article\.id, by which"):
            id_of({"article": article, "id": ident})


# ---------------------------------------------------------------- the command


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Gold of one article, of which one quote of two was found, and its record."""
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    both = [{"span": {"start": start, "end": start + 5, "text": f"word{start}"}} for start in (0, 9)]
    gold.write_text(json.dumps(record(quotes=both, times=[])) + "\n")
    found.write_text(json.dumps(record(quotes=both[:1], claims=both)) + "\n\n")
    return str(gold), str(found)


def test_the_command_prints_a_table(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each kind, in percent, and the misses that are asked for."""
    assert run(["score", *files, "--misses", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "time                   0      0          -     -     -            -     -     -",
        "quote                  2      1      100.0  50.0  66.7        100.0  50.0  66.7",
        "    missed  one [9, 14)  word9",
    ]


def test_the_command_prints_json(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Everything for other programs, of the kinds that were asked for."""
    assert run(["score", *files, "--only", "quotes", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["kinds"]
    assert one["exact"] == {
        "gold": 2,
        "found": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 0.5,
        "f1": pytest.approx(2 / 3),
    }
    assert one["missed"] == [{"article": "one", "start": 9, "end": 14, "text": "word9"}]


def test_the_command_reads_standard_input_and_tells_of_absent_articles(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Records may come straight from ``extract``."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"article": {"id": "two"}}\n')))
    assert run(["score", files[0], "-"]) == 0
    assert "no record of 1 of 1 articles" in capsys.readouterr().err


def test_json_is_written_to_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On lines that are indented, words as they are."""
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(record(quotes=[{"span": {"start": 0, "end": 4, "text": "“é”."}}])))
    assert run(["score", str(file), str(file), "--json"]) == 0
    out = capsys.readouterr().out
    assert out == json.dumps(json.loads(out), indent=2, ensure_ascii=False) + "\n"
    file.write_text(json.dumps(record(quotes=[{"span": {"start": 0, "end": 4, "text": "“é”."}}])))
    (tmp_path / "none.jsonl").write_text("")
    assert run(["score", str(file), str(tmp_path / "none.jsonl"), "--json"]) == 0
    assert "“é”." in capsys.readouterr().out
    assert run(["score", str(file), str(file), "--only", "claims"]) == 2
    assert "--only: the gold has no list of claims" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    "line, options, status, told",
    [
        ("{", [], 1, "found.jsonl, line 1"),
        ("[]", [], 1, "line 1: a line holds one JSON object"),
        ("{}", [], 1, "found.jsonl, line 1: a record has no article.id"),
        ("", ["--only", "claim"], 2, "the gold has no list of claim"),
        ("", ["--misses", "-1"], 2, "--misses"),
    ],
)
def test_the_command_says_what_is_wrong(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], line: str, options: list[str], status: int, told: str
) -> None:
    """A broken line is named with its file and number, a wrong option with what there is."""
    Path(files[1]).write_text(line)
    assert run(["score", *files, *options]) == status
    assert told in " ".join(capsys.readouterr().err.split())
