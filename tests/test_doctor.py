"""The doctor: what is wrong with what is installed, and the way out."""

from __future__ import annotations

import importlib
import shutil

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


HOOK = "communique_extractors"
LEAVE_OUT = "update or uninstall communique-odd, or leave it out with --disable odd"


@pytest.mark.parametrize(
    "code, reason, way_out",
    [
        ("raise RuntimeError('no luck')", "odd: importing fake_communique_odd raised RuntimeError: no luck", LEAVE_OUT),
        ("raise SystemExit('no luck')", "odd: importing fake_communique_odd raised SystemExit: no luck", LEAVE_OUT),
        (None, "odd: there is no module 'fake_communique_odd'", LEAVE_OUT),
        (
            "@hookimpl\ndef communique_extractor():\n    return []",
            f"odd: it implements a hook {HOOK[:-1]!r}, which does not exist (did it mean {HOOK!r})",
            LEAVE_OUT,
        ),
        (
            "@hookimpl\ndef communique_extractors():\n    return [7]",
            "odd: communique_extractors gave 7, which is no Extractor",
            LEAVE_OUT,
        ),
        (
            "@hookimpl\ndef communique_lexicons():\n    return [Lexicon.of('hello', {'hi': 7})]",
            "odd: word list 'hello' says int of 'hi', and nothing more of the words that are read",
            LEAVE_OUT,
        ),
        (
            extractor_code("one", "Quote", "Claim"),
            "odd: extractor 'one' needs Claim, which no installed plugin gives",
            f"install a plugin that gives Claim, or {LEAVE_OUT}",
        ),
        (
            extractor_code("greetings", "Quote"),
            "greetings, odd: there are two of the extractor 'greetings'",
            "leave out or uninstall greetings or leave out or uninstall odd",
        ),
        (
            extractor_code("one", "Greeting"),
            "odd: there are two of the kind 'greeting'",
            "leave out or uninstall odd",
        ),
        (
            "@hookimpl\ndef communique_exporters():\n    return [Exporter('csv', nothing)]",
            "communique, odd: there are two of the exporter 'csv'",
            "leave out or uninstall odd",
        ),
        (
            COUNT.replace("@click.command()", "@click.command('kinds')"),
            "communique, odd: there are two of the command 'kinds'",
            "leave out or uninstall odd",
        ),
        (
            "@hookimpl\ndef communique_lexicons():\n    return [Lexicon.of('helo', {'a': 1})]",
            "odd: no installed plugin reads a word list 'helo'",
            "install the one that does",
        ),
    ],
)
def test_what_is_wrong_is_told(
    site: Site, capsys: pytest.CaptureFixture[str], code: str | None, reason: str, way_out: str
) -> None:
    """One thing, with its plugin and the way out; the status is 1, and the list marks who has it."""
    site.install("greetings")
    site.install("odd", code)
    assert [(str(ailment), ailment.way_out) for ailment in diagnose()] == [(reason, way_out)]
    assert run(["plugins", "doctor"]) == 1
    out = capsys.readouterr().out
    assert f"\n{reason}\n    {way_out}\n" in out
    assert "\n! odd 1.2 (communique-odd)\n" in out
    assert (f"\n{'!' if 'greetings, odd' in reason else ' '} greetings 1.2") in out
    assert out.endswith("\n1 thing(s) to mend\n")


def test_extractors_that_wait_for_each_other_are_told(site: Site) -> None:
    """One of them must go."""
    site.install("one", extractor_code("one", "Quote", "Claim"))
    site.install("two", extractor_code("two", "Claim", "Quote"))
    (ailment,) = diagnose()
    assert str(ailment).startswith("communique: these extractors wait for each other: ")
    assert ailment.way_out == "leave one of them out with --disable NAME"


@pytest.mark.parametrize(
    "requirement, reason, way_out",
    [
        (
            "not-there>=1",
            "communique-odd: it needs not-there>=1, which is not installed",
            "install not-there>=1",
        ),
        (
            "communique-greetings>=7",
            "communique-odd: it needs communique-greetings>=7, and communique-greetings 1.2 is installed",
            "install communique-greetings>=7, or a version of communique-odd that works with 1.2",
        ),
        (
            "not a requirement!",
            "communique-odd: 'not a requirement!' in its metadata is no requirement",
            "update communique-odd",
        ),
    ],
)
def test_requirements_that_are_not_met_are_told(site: Site, requirement: str, reason: str, way_out: str) -> None:
    """Of what a plugin needs, what is missing or of another version; not what only an extra or another system needs."""
    site.install("greetings")
    elsewhere = ["not-there; extra == 'more'", "not-here; sys_platform == 'no-such-system'"]
    site.install("odd", "", requires=["communique", *elsewhere, requirement, "communique-greetings; extra == 'more'"])
    assert [(str(ailment), ailment.way_out) for ailment in diagnose()] == [(reason, way_out)]


def test_plugin_for_another_version_is_told_once(site: Site) -> None:
    """Of communique itself, by the state of the plugin."""
    site.install("odd", "", requires=["communique>=99"])
    assert told() == [f"odd: it needs communique >=99, and this is {site.real}"]


def test_versions_before_a_release_meet_what_is_asked_for(site: Site) -> None:
    """Who installed one knows."""
    site.metadata("early", "2.0rc1")
    site.install("odd", "", requires=["early>=1"])
    assert told() == []


def test_communique_without_its_metadata_is_told(site: Site) -> None:
    """Somebody took half of it away, and there are no plugins whose requirements would tell."""
    (info,) = site.path.glob("communique-*.dist-info")
    shutil.rmtree(info)
    importlib.invalidate_caches()
    (ailment,) = diagnose()
    assert (str(ailment), ailment.way_out) == ("communique: its metadata are not there", "reinstall communique")


def test_look_that_fails_is_told_and_the_others_go_on(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to find who does it."""
    site.install("odd", "@hookimpl\ndef communique_extractor():\n    return []")

    def names_given_twice(_: object) -> list[object]:
        raise ZeroDivisionError("no reason")

    monkeypatch.setattr(names_given_twice, "__name__", "_names_given_twice")
    monkeypatch.setattr("communique.doctor._names_given_twice", names_given_twice)
    first, second = diagnose()
    assert first.plugin == "odd"
    assert str(second) == "communique: looking for names given twice raised ZeroDivisionError: no reason"
    assert second.way_out == "leave plugins out one by one with --disable NAME to find the one that does it"


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
