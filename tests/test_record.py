"""The record: the shape that was promised, and the same reading from it again."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

import pytest
from attrs import frozen
from hypothesis import assume, given
from tests.by_hand import reading_of

from communique import (
    Actor,
    Annotation,
    Article,
    Claim,
    Dateline,
    Delegation,
    Event,
    EventTime,
    Evidence,
    Failure,
    FilingPlace,
    Mention,
    Place,
    Position,
    Quote,
    Reading,
    Role,
    Source,
    Span,
    Territory,
    Time,
    Unresolved,
    from_record,
    to_record,
)
from communique.kinds import Foreign
from communique.record import RecordError, to_json
from communique.testing.readings import readings

TEXT = (
    "NAIROBI, Jan 23 (AP) — Kenyan Foreign Minister Ana Ruiz said Kenya claims the island. "
    "“We want peace,” she added. The delegation of Kenya went to Accra on Friday."
)
ARTICLE = Article(TEXT, title="Island", source="wire", published=date(2026, 1, 24), id="7")


def span(words: str) -> Span:
    """The first place where these words stand."""
    start = TEXT.index(words)
    return ARTICLE.span(start, start + len(words))


def whole() -> Reading:
    """A reading with one of everything."""
    because = Evidence("by-hand", (span("said"),))
    nairobi = Place(span("NAIROBI"), name="Nairobi", country="KEN", sort="city", mentions=(span("NAIROBI"),))
    accra = Place(span("Accra"), name="Accra", country="GHA", sort="city", mentions=(span("Accra"),))
    kenya = Actor(
        span("Kenyan"),
        kind="state",
        name="Kenya",
        country="KEN",
        code="KEN",
        mentions=(Mention(span("Kenya claims"), span("Kenya claims"), "name"),),
        evidence=because,
    )
    ruiz = Actor(
        span("Ana Ruiz"),
        kind="person",
        name="Ana Ruiz",
        country="KEN",
        code="KENGOV",
        roles=(Role("Foreign Minister", span("Foreign Minister"), kenya, "current"),),
        mentions=(
            Mention(span("Ana Ruiz"), span("Kenyan Foreign Minister Ana Ruiz"), "name"),
            Mention(span("she"), span("she"), "pronoun"),
        ),
        evidence=because,
    )
    quote = Quote(
        span("“We want peace,”"),
        content=(span("“We want peace,”"),),
        quoted=(span("“We want peace,”"),),
        kind="direct",
        speaker=ruiz,
        speaker_span=span("she"),
        via=None,
        cue=span("added"),
        evidence=because,
    )
    delegation = Delegation(
        span("The delegation of Kenya"), party=kenya, head=ruiz, members=(ruiz,), size=3, occasion=span("Accra")
    )
    findings: list[Annotation] = [
        Dateline(
            span("NAIROBI, Jan 23 (AP) —"),
            places=(FilingPlace(span("NAIROBI"), None, "KEN"),),
            date=date(2026, 1, 23),
            date_span=span("Jan 23"),
            agency="AP",
            agency_span=span("AP"),
            body=TEXT.index("Kenyan"),
            evidence=because,
        ),
        nairobi,
        accra,
        kenya,
        ruiz,
        quote,
        delegation,
        Time(span("Friday"), type="date", value="2026-01-23", anchor="dateline"),
        Claim(
            span("Kenya claims the island"),
            claimant=kenya,
            territory=Territory(span("the island"), (), None),
            stance="claims",
            against=None,
            reported_by=ruiz,
            quote=None,
        ),
        Position(
            span("We want peace"), holder=kenya, stance="demands", content=span("peace"), toward=None, quote=quote
        ),
        Event(
            span("The delegation of Kenya went to Accra"),
            type="CONSULT",
            mode="visit",
            subtype="visit",
            status="occurred",
            sources=(kenya,),
            participants=(kenya, ruiz),
            place=accra,
            time=EventTime(date(2026, 1, 23), date(2026, 1, 23)),
            duration="PT4H",
            cameo="042",
            delegations=(delegation,),
            mentions=(span("went to Accra"),),
            reported_by=ruiz,
        ),
        Unresolved(span("she added"), what="speaker", why="two candidates", candidates=(ruiz, kenya)),
    ]
    reading = reading_of(ARTICLE, *findings)
    reading.fail(Failure("communique-x", "ValueError", "no reason"))
    return reading


RECORD = to_record(whole())
IDS = {name: [item["id"] for item in RECORD[name]] for name in ("places", "actors", "quotes", "delegations", "events")}
KENYA, RUIZ = IDS["actors"]


# ---------------------------------------------------------------- the shape

# The fields that were promised, by the place where they stand.
PROMISED = {
    "": "schema article dateline places times actors quotes claims delegations positions events annotations provenance",
    "article": "id sha256 title source published language",
    "dateline": "id span places date date_span agency agency_span body rule plugin cues",
    "places.0": "id name country mentions rule plugin cues",
    "times.0": "id span type value anchor rule plugin cues",
    "actors.1": "id kind name country code roles mentions rule plugin cues",
    "actors.1.roles.0": "title span organization status",
    "actors.1.mentions.0": "span phrase form",
    "quotes.0": "id span content quoted kind speaker speaker_span via cue rule plugin cues",
    "claims.0": "id span claimant territory stance against reported_by quote rule plugin cues",
    "claims.0.territory": "span places portion",
    "delegations.0": "id span party head members size occasion rule plugin cues",
    "delegations.0.occasion": "span event",
    "positions.0": "id span holder stance content toward quote rule plugin cues",
    "events.0": "id span type mode subtype status sources targets participants place time duration codes delegations "
    "mentions reported_by rule plugin cues",
    "events.0.time": "start end granularity",
    "events.0.codes": "plover cameo",
    "provenance": "communique plugins unresolved errors",
    "provenance.unresolved.0": "span what why candidates",
    "provenance.errors.0": "plugin type message",
}


def at(record: Any, path: str) -> Any:
    """What stands at a place of a record."""
    for step in path.split(".") if path else ():
        record = record[int(step)] if step.isdigit() else record[step]
    return record


@pytest.mark.parametrize("path", PROMISED)
def test_record_has_every_field_that_was_promised(path: str) -> None:
    """Fields may be added; none is removed or renamed."""
    assert set(PROMISED[path].split()) <= set(at(RECORD, path))


def test_head_of_the_record() -> None:
    """The article is named by id and checksum, not repeated."""
    assert RECORD["schema"] == "communique/1"
    assert RECORD["article"] == {
        "id": "7",
        "sha256": ARTICLE.sha256,
        "title": "Island",
        "source": "wire",
        "published": "2026-01-24",
        "language": "en",
    }


@pytest.mark.parametrize(
    "path, value",
    [
        ("dateline.places", [IDS["places"][0]]),
        ("dateline.date", "2026-01-23"),
        ("quotes.0.speaker", RUIZ),
        ("quotes.0.via", None),
        ("quotes.0.cue.text", "added"),
        ("actors.1.roles.0.organization", KENYA),
        ("claims.0.claimant", KENYA),
        ("claims.0.reported_by", RUIZ),
        ("claims.0.territory.places", []),
        ("delegations.0.members", [RUIZ]),
        ("delegations.0.occasion.event", IDS["events"][0]),
        ("positions.0.quote", IDS["quotes"][0]),
        ("events.0.delegations", IDS["delegations"]),
        ("events.0.place", IDS["places"][1]),
        ("events.0.codes", {"plover": "CONSULT", "cameo": "042"}),
        ("events.0.time", {"start": "2026-01-23", "end": "2026-01-23", "granularity": "day"}),
        ("provenance.plugins", {"communique-hand": "1.0"}),
        ("provenance.unresolved.0.candidates", [RUIZ, KENYA]),
        ("provenance.errors", [{"plugin": "communique-x", "type": "ValueError", "message": "no reason"}]),
    ],
)
def test_findings_refer_to_each_other_by_id(path: str, value: object) -> None:
    """References are ids, dates ISO 8601, unknown is null, an empty list a list."""
    assert at(RECORD, path) == value


def test_ids_are_unique() -> None:
    """An id names one finding of the record."""
    found = [RECORD["dateline"], *(item for part in RECORD.values() if isinstance(part, list) for item in part)]
    ids = [item["id"] for item in found]
    assert len(ids) == len(set(ids)) == 11


def test_evidence_stands_with_every_finding() -> None:
    """Rule, plugin and the words that made the rule fire."""
    quote = RECORD["quotes"][0]
    said = span("said")
    assert (quote["rule"], quote["plugin"]) == ("by-hand", "communique-hand")
    assert quote["cues"] == [{"start": said.start, "end": said.end, "text": "said"}]


def test_record_of_nothing_has_all_lists() -> None:
    """Nothing found is empty lists and no dateline."""
    record = to_record(Reading.start(Article("")))
    assert record["dateline"] is None
    assert all(record[name] == [] for name in PROMISED[""].split() if isinstance(RECORD[name], list))
    assert record["provenance"]["errors"] == []


def test_every_dateline_of_a_digest_names_its_places() -> None:
    """The first has a place of its own in the record, further ones stand under annotations."""
    article = Article("ACCRA (AP) - Talks began.\n\nLOME (AP) - They went on.")
    cities = article.span(0, 5), article.span(27, 31)
    places = [Place(city, name=city.text.title(), mentions=(city,)) for city in cities]
    datelines = [
        Dateline(article.span(city.start, city.end + 7), places=(FilingPlace(city),), evidence=Evidence("r", (city,)))
        for city in cities
    ]
    record = to_record(reading_of(article, *places, *datelines))
    accra, lome = (place["id"] for place in record["places"])
    assert (record["dateline"]["places"], record["annotations"][0]["places"]) == ([accra], [lome])
    assert from_record(record, article.text).of(Dateline) == tuple(datelines)


@pytest.mark.parametrize("name", ["quotes", "times", "events"])
def test_evidence_is_told_by_its_parts(name: str) -> None:
    """Rule and cues stand beside the other fields, and nothing else tells of it."""
    assert "evidence" not in RECORD[name][0]
    assert {"rule", "cues"} <= RECORD[name][0].keys()


# ---------------------------------------------------------------- there and back


def test_round_trip() -> None:
    """A record read back and written again is the same record, JSON between or not."""
    assert to_record(from_record(RECORD, TEXT)) == RECORD
    assert to_record(from_record(json.loads(to_json(RECORD)), TEXT)) == RECORD


def test_reading_from_a_record_is_a_reading() -> None:
    """Its findings are those of the first reading, with their references joined."""
    reading = from_record(RECORD, TEXT)
    (quote,) = reading.of(Quote)
    assert quote.speaker is reading.of(Actor)[1]
    assert reading.of(Event)[0].delegations == reading.of(Delegation)
    assert reading.of(Dateline)[0].places[0].country == "KEN"
    assert reading.of(Unresolved)[0].candidates == reading.of(Actor)[::-1]
    assert reading.source(quote).plugin == "communique-hand"
    assert reading.errors == whole().errors
    assert (reading.article.title, reading.article.published) == ("Island", date(2026, 1, 24))


def test_unknown_kinds_and_fields_of_a_later_version_pass_through() -> None:
    """What a record holds besides is no error; a kind that is not known here is written back as it came."""
    later = copy.deepcopy(RECORD)
    later["annotations"] = [
        {
            "id": "x1",
            "kind": "rumour",
            "span": RECORD["quotes"][0]["span"],
            "rule": "r",
            "plugin": "p",
            "cues": [],
            "by": "a1",
        }
    ]
    reading = from_record({**later, "later": 1, "quotes": [{**later["quotes"][0], "tone": "calm"}]}, TEXT)
    (foreign,) = reading.of(Foreign)
    assert (foreign.kind, foreign.data["by"]) == ("rumour", "a1")
    assert to_record(reading)["annotations"] == later["annotations"]


def test_a_finding_of_a_plugin_says_its_kind() -> None:
    """It stands under annotations, where nothing else tells; those of core do not repeat the name of their list."""

    @frozen
    class Rumour(Annotation):
        tag: ClassVar[str] = "rumour"
        heard: int = 0

    reading = reading_of(ARTICLE, Rumour(span("Friday"), 2))
    record = to_record(reading)
    (item,) = record["annotations"]
    assert (item["kind"], item["heard"], item["plugin"]) == ("rumour", 2, "communique-hand")
    assert from_record(record, TEXT, [Rumour]).of(Rumour) == reading.of(Rumour)
    assert "kind" not in RECORD["times"][0]


def test_a_finding_of_an_unknown_kind_needs_no_more_than_its_passage() -> None:
    """Without a kind, an id or a plugin it is a finding of nobody; the versions of plugins are those of the record."""
    bare = {**RECORD, "annotations": [{"span": RECORD["quotes"][0]["span"]}]}
    reading = from_record(bare, TEXT)
    (foreign,) = reading.of(Foreign)
    assert (foreign.kind, foreign.span) == ("", span("“We want peace,”"))
    assert reading.source(foreign) == Source("", "", "")
    assert reading.source(reading.of(Quote)[0]) == Source("", "communique-hand", "1.0")


def test_findings_without_ids_are_not_taken_for_one() -> None:
    """Each stands for itself."""
    spans = [span("Friday"), span("Accra")]
    bare = [{"kind": "rumour", "span": {"start": one.start, "end": one.end, "text": one.text}} for one in spans]
    found = from_record({**RECORD, "annotations": bare}, TEXT).of(Foreign)
    assert {one.span for one in found} == set(spans)


@pytest.mark.parametrize("name", ["plugin", "id"])
def test_a_finding_of_core_may_lack_what_only_names_it(name: str) -> None:
    """Without a plugin it is of nobody; without an id nothing can refer to it."""
    record = copy.deepcopy(RECORD)
    del record["times"][0][name]
    reading = from_record(record, TEXT)
    (friday,) = reading.of(Time)
    assert friday.value == "2026-01-23"
    assert reading.source(friday).plugin == ("" if name == "plugin" else "communique-hand")
    assert reading.ids()[friday] == "t1"


def test_a_lone_surrogate_is_escaped_without_blanks() -> None:
    """What UTF-8 cannot hold makes the whole line plain, no longer than it has to be."""
    assert to_json({"id": "a\ud800", "title": "é", "n": 1}) == r'{"id":"a\ud800","title":"\u00e9","n":1}'


def _put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(record: dict[str, Any]) -> None:
        before, _, last = path.rpartition(".")
        at(record, before)[int(last) if last.isdigit() else last] = value

    return change


@pytest.mark.parametrize(
    "change, message",
    [
        (_put("schema", "communique/2"), r"a record of 'communique/2'; this version reads communique/1"),
        (_put("article.sha256", "0" * 64), "the record is of another text"),
        (_put("quotes.0.cue.text", "shouted"), r"the text has 'added' at .*, the record 'shouted' @ quotes\[0\]\.cue"),
        (_put("quotes.0.span.end", 9999), r"no span \[.*, 9999\) in a text of .* @ quotes\[0\]\.span"),
        (_put("quotes.0.speaker", "a99"), r"'a99' is not in the record.* @ quotes\[0\]\.speaker"),
        (_put("quotes.0.kind", "shouted"), r"shouted.* @ quotes\[0\]\.kind"),
        (_put("quotes.0.content", None), r"quotes\[0\]\.content"),
        (_put("quotes.0", "rubbish"), r"quotes\[0\] is no object"),
        (_put("claims.0.territory", {}), r"there is no 'span' @ claims\[0\]\.territory"),
        (_put("claims.0.territory", {"places": 7}), r"there is no 'span' @ .*\.span; 'int' object .* @ .*\.places$"),
        (_put("events.0.time.start", "Friday"), r"events\[0\]\.time\.start"),
        (_put("provenance.unresolved.0", 7), r"provenance\.unresolved\[0\] is no object"),
        (_put("quotes.0.id", []), r"quotes\[0\]\.id is no string"),
        (_put("quotes.0.plugin", {}), r"quotes\[0\]\.plugin is no string"),
        (_put("provenance.plugins", {"communique-quotes": [7]}), r"plugins\.communique-quotes is no string"),
        (_put("provenance.plugins", 7), "this is no record of communique/1"),
        (_put("provenance.errors", [7]), "this is no record of communique/1"),
        (_put("annotations", [7]), "this is no record of communique/1"),
        (_put("article", None), "this is no record of communique/1"),
        (_put("article.published", "yesterday"), "this is no record of communique/1"),
        (_put("provenance", []), "this is no record of communique/1"),
        (_put("quotes", None), "this is no record of communique/1"),
    ],
)
def test_damaged_record_is_refused_with_the_place(change: Callable[[dict[str, Any]], None], message: str) -> None:
    """The message says where the record is wrong."""
    record = copy.deepcopy(RECORD)
    change(record)
    with pytest.raises(RecordError, match=message):
        from_record(record, TEXT)


def test_record_of_another_text_is_refused() -> None:
    """Offsets into another text mean nothing."""
    with pytest.raises(RecordError, match="another text"):
        from_record(RECORD, f"{TEXT} ")


def test_record_of_what_could_not_be_read() -> None:
    """An input that is no article has a record with its id, if any, and the error."""
    failure = Failure("input", "ValueError", "no JSON")
    for ident in ("7", None):
        record = to_record(Reading.unreadable(ident, failure))
        assert record.keys() == RECORD.keys()
        assert (record["article"]["id"], record["article"]["sha256"]) == (ident, None)
        assert record["provenance"]["errors"] == [{"plugin": "input", "type": "ValueError", "message": "no JSON"}]


@pytest.mark.parametrize("text", ["“é”", "a\ud800b", "\u2028\u0085\n\x00"])
def test_record_is_one_line_of_json(text: str) -> None:
    """One line of UTF-8, whatever the text."""
    article = Article(text, title=text)
    reading = reading_of(article, Quote(article.span(0, len(text))))
    line = to_json(to_record(reading))
    assert "\n" not in line
    assert json.loads(line.encode()) == to_record(reading)


# ---------------------------------------------------------------- any reading


PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def test_surrogates_side_by_side_are_one_character_in_json() -> None:
    """What the grammar of JSON says of them; nothing is raised."""
    record = to_record(Reading.start(Article("\ud83c\udf0d", title="\ud83c\udf0d")))
    assert json.loads(to_json(record))["article"]["title"] == "\U0001f30d"


@given(readings())
def test_any_reading_makes_the_round_trip(reading: Reading) -> None:
    """Every kind with every field travels through JSON and back, but for surrogates that JSON joins."""
    record = to_record(reading)
    assume(not PAIR.search(json.dumps(record, ensure_ascii=False)))
    assert json.loads(to_json(record)) == record
    assert to_record(from_record(json.loads(to_json(record)), reading.article.text)) == record
