"""Events as PLOVER records and CAMEO rows."""

from __future__ import annotations

import json

import pytest

from communique import Article, Event, Exporter, Reading, read
from communique.testing.exports import EXPORT_CHECKS
from communique_events.exports import CAMEO, EXPORTERS, PLOVER

TEXT = (
    "NAIROBI, March 3 (Reuters) - Kenya accused Somalia of smuggling on Tuesday. Foreign Minister Ruth Wanjiru will "
    "meet Foreign Minister Ali Warsame in Kampala. Kosovo and Serbia held talks. Kenya said the harvest was good."
)


@pytest.fixture
def reading() -> Reading:
    return read(Article(TEXT, id="n1"))


def written(exporter: Exporter, reading: Reading) -> list[str]:
    return "".join(map(str, exporter.export([reading]))).splitlines()


def test_plover_records_hold_type_parties_and_day(reading: Reading) -> None:
    first, second, third = map(json.loads, written(PLOVER, reading))
    assert (first["event"], first["quad_code"], first["actor"][0]["code"]) == (["ACCUSE"], 3, "KEN")
    assert first["recipient"][0]["code"] == "SOM"
    assert second["event"] == ["AGREE"], "planned talks are an agreement there"
    assert second["recipient"] == []
    assert sorted(actor["code"] for actor in third["actor"]) == ["KOS", "SRB"]
    assert TEXT[first["text_info"]["start"] : first["text_info"]["end"]] == first["event_text"]


def test_cameo_rows_go_both_ways_where_there_is_no_direction(reading: Reading) -> None:
    head, *rows = (line.split("\t") for line in written(CAMEO, reading))
    found = [dict(zip(head, row, strict=True)) for row in rows]
    pairs = [(row["SourceActorEntity"], row["TargetActorEntity"], row["EventRootCode"]) for row in found]
    assert ("KEN", "SOM", "11") in pairs
    assert {("KOS", "SRB", "04"), ("SRB", "KOS", "04")} <= set(pairs)
    assert len({row["EventID"] for row in found}) == len(found)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=str)
def test_exporters_keep_the_promises(exporter: Exporter, reading: Reading) -> None:
    odd = read("Kenya attacked\tSomalia\ud800.", only={Event})
    assert [problem for check in EXPORT_CHECKS.values() for problem in check(exporter, [reading, odd])] == []
