"""The doctor: what is wrong with what is installed, and the way out."""

from __future__ import annotations

import pytest
from tests.sites import COUNT, GREETINGS, Site, extractor_code

from communique.cli import run
from communique.doctor import diagnose


def told() -> list[str]:
    """What the doctor says, with the way out."""
    found = diagnose()
    assert all(ailment.way_out for ailment in found)
    return [str(ailment) for ailment in found]


def test_all_is_well(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Plugins in order are listed with their versions, and the status is 0."""
    site.install("greetings", COUNT + GREETINGS, commands=["count"])
    assert told() == []
    assert run(["plugins", "doctor"]) == 0
    out = capsys.readouterr().out
    assert f"communique {site.real}, Python 3." in out
    assert "greetings 1.2 (communique-greetings)" in out
    assert out.endswith("all is well\n")


@pytest.mark.parametrize(
    "code, reason",
    [
        ("raise RuntimeError('no luck')", "odd: importing fake_communique_odd raised RuntimeError: no luck"),
        ("raise SystemExit('no luck')", "odd: importing fake_communique_odd raised SystemExit: no luck"),
        (None, "odd: there is no module 'fake_communique_odd'"),
        ("@hookimpl\ndef communique_extractor():\n    return []", "odd: it implements a hook 'communique_extractor'"),
        ("@hookimpl\ndef communique_extractors():\n    return [7]", "odd: communique_extractors gave 7"),
        (extractor_code("one", "Quote", "Claim"), "odd: extractor 'one' needs Claim, which no installed plugin gives"),
        (extractor_code("greetings", "Quote"), "greetings, odd: there are two of the extractor 'greetings'"),
        (extractor_code("one", "Greeting"), "odd: there are two of the kind 'greeting'"),
        (extractor_code("one", "Quote", "Quote"), "communique: these extractors wait for each other"),
        ("@hookimpl\ndef communique_exporters():\n    return [Exporter('csv', nothing)]", "two of the exporter 'csv'"),
        (COUNT.replace("@click.command()", "@click.command('kinds')"), "two of the command 'kinds'"),
        (
            "@hookimpl\ndef communique_lexicons():\n    return [Lexicon.of('helo', {'a': 1})]",
            "odd: no installed plugin reads a word list 'helo'",
        ),
    ],
)
def test_what_is_wrong_is_told(site: Site, capsys: pytest.CaptureFixture[str], code: str | None, reason: str) -> None:
    """Each ailment is told with its plugin and the way out; the status is 1."""
    site.install("greetings")
    site.install("odd", code)
    assert any(reason in line for line in told())
    assert run(["plugins", "doctor"]) == 1
    assert reason in capsys.readouterr().out


@pytest.mark.parametrize(
    "requirement, reason",
    [
        ("not-there>=1", "communique-odd: it needs not-there>=1, which is not installed"),
        ("communique-greetings>=7", "it needs communique-greetings>=7, and communique-greetings 1.2 is installed"),
        ("not a requirement!", "'not a requirement!' in its metadata is no requirement"),
        ("communique>=99", "odd: it needs communique >=99, and this is"),
    ],
)
def test_requirements_that_are_not_met_are_told(site: Site, requirement: str, reason: str) -> None:
    """Of what a plugin needs, what is missing or of another version."""
    site.install("greetings")
    site.install("odd", "", requires=["communique", requirement, "not-there; extra == 'more'"])
    assert [line for line in told() if reason in line] != []


def test_two_plugins_of_one_name_and_two_givers_of_an_entity_are_told(site: Site) -> None:
    """A plugin that hides another, and entities found twice."""
    site.install("one", extractor_code("one", "Actor"), distribution="communique-a")
    site.install("one", "", distribution="communique-b")
    site.install("two", extractor_code("two", "Actor"))
    assert any("another plugin is called 'one'" in line for line in told())
    assert any("one, two: Actor may have one giver only" in line for line in told())


def test_doctor_never_raises(site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a plugin gives, and whatever its metadata are."""
    site.install("odd", "@hookimpl\ndef communique_extractors():\n    return [Extractor('one', nothing, gives=7)]")
    assert any("gave Extractor('one'), whose gives= is 7, no tuple of kinds" in line for line in told())
    monkeypatch.setattr("communique.doctor.contents", lambda **_: 1 // 0)
    assert [line.partition(" Zero")[0] for line in told()] == ["communique: the installed plugins cannot be listed:"]
    assert run(["plugins", "doctor"]) == 1
    assert "reinstall" in capsys.readouterr().out
