"""Slips in the keys of JSON Lines: told where a key is nearly one that is read, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cli import run
from communique.cli.keys import KEYS, meant

LONG = [key for key in KEYS if key != "id"]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A key with one slip in it, and the key."""
    key = draw(st.sampled_from(LONG))
    at = draw(st.integers(0, len(key) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz_"))
    slip = draw(
        st.sampled_from(
            [
                key[:at] + key[at + 1 :],
                key[:at] + letter + key[at:],
                key[:at] + letter + key[at + 1 :],
                key[:at] + key[at : at + 2][::-1] + key[at + 2 :],
                key.upper(),
                key.capitalize(),
            ]
        ).filter(lambda one: one not in {*KEYS, "publisher"})
    )
    return slip, key


@pytest.mark.parametrize("key", ["id", "text", "published", "title", "source"])
def test_every_key_that_is_read_is_known(key: str) -> None:
    """In capitals it is a slip."""
    assert list(meant([key])) == []
    assert list(meant([key.upper()])) == [(key.upper(), key)]


@given(slips())
def test_a_slip_is_told_with_the_key_that_was_meant(pair: tuple[str, str]) -> None:
    """Whatever the slip is, unless the key itself is there."""
    slip, key = pair
    assert (slip, key) in list(meant([slip]))
    assert (slip, key) in list(meant([*(one for one in KEYS if one != key), slip]))
    assert list(meant([*KEYS, slip])) == []


@given(st.sampled_from(LONG), st.text("abcxyz", min_size=2, max_size=9))
def test_what_is_further_off_is_nobodys_business(key: str, more: str) -> None:
    """Two letters more or fewer are another word."""
    assert list(meant([key + more])) == []
    assert list(meant([more + key])) == []
    assert list(meant([key[:-2]])) == []


@pytest.mark.parametrize(
    "key", ["publisher", "subtitle", "url", "language", "uid", "ids", "context", "texture", "resource"]
)
def test_other_words_are_no_slips(key: str) -> None:
    """Metadata of one's own, near as they may look."""
    assert list(meant([key])) == []


def test_slip_is_told_by_file_line_and_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once for each key and file; the articles are read, and the status is that of all being well."""
    file, other = tmp_path / "talks.jsonl", tmp_path / "more.jsonl"
    good, bad = {"text": "Talks."}, {"text": "Talks.", "publshed": "2026-01-23", "Title": "Talks", "language": "en"}
    file.write_text("\n".join(map(json.dumps, [good, bad, bad])))
    other.write_text(json.dumps({"text": "Talks.", "publshed": "2026-01-23"}))
    assert run(["articles", str(file), str(other)]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4
    assert err.splitlines() == [
        f"{file}, line 2: 'Title' is passed over; did you mean \"title\"? (told once for each file)",
        f"{file}, line 2: 'publshed' is passed over; did you mean \"published\"? (told once for each file)",
        f"{other}, line 1: 'publshed' is passed over; did you mean \"published\"? (told once for each file)",
    ]


def test_slip_in_the_key_of_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An article without a text is none, and the message says what its key may be."""
    file = tmp_path / "talks.jsonl"
    file.write_text(json.dumps({"txt": "Talks.", "tilte": "Talks"}) + "\n" + json.dumps({"tilte": "Talks"}))
    assert run(["articles", str(file)]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first == f"{file}, line 1: \"text\" is missing, or no string: is it 'txt'?"
    assert second == f'{file}, line 2: "text" is missing, or no string'
