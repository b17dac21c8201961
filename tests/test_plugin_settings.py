"""Settings of plugins: who gets them, how they are shown, and what is said when they are wrong."""

from __future__ import annotations

import json

import pytest
from tests.sites import Site

from communique import PluginError, read
from communique.cli import run
from communique.plugins import load

SALUTES = '''
@hookimpl
def communique_extractors(settings):
    """Salute, if something is set.

    ``words`` are those that salute.
    """
    words = Lexicon.of("salutes", dict.fromkeys(settings.get("words", ())))
    def salute(reading):
        for start, end, _ in reading.hits(words):
            yield Greeting(reading.article.span(start, end), evidence=because(salute))
    return [Extractor("salutes", salute, gives=(Greeting,), words=(words,), rules=(salute,))] if settings else []
'''


def test_settings_reach_the_plugin_they_are_for(site: Site) -> None:
    """What is set for one call is set for no other."""
    site.install("salutes", SALUTES)
    site.install("greetings")
    pipeline = load(settings={"salutes": {"words": ["ahoy"]}})
    assert [extractor.name for extractor in pipeline.extractors] == ["greetings", "salutes"]
    assert [extractor.name for extractor in load().extractors] == ["greetings"]
    reading = read("Ahoy there.", pipeline=pipeline)
    assert [finding.span.text for kind in reading.kinds for finding in reading.of(kind)] == ["Ahoy"]


def test_settings_of_a_disabled_plugin_are_not_looked_at(site: Site) -> None:
    """A file of settings holds for calls with and without a plugin."""
    site.install("salutes", SALUTES)
    assert load(["salutes"], {"salutes": {"words": 3}}).extractors == ()


@pytest.mark.parametrize(
    "settings, said",
    [
        ({"salute": {}}, "there is no plugin 'salute' to set something for; did you mean 'salutes'?"),
        (
            {"greetings": {"loud": True}},
            "plugin 'greetings' (communique-greetings 1.2) cannot be used with what is set for it: it has no settings",
        ),
        ({"salutes": {"words": 3}}, "its hook communique_extractors raised TypeError"),
    ],
)
def test_settings_that_cannot_be_are_refused(site: Site, settings: dict[str, dict[str, object]], said: str) -> None:
    """None is passed over in silence."""
    site.install("salutes", SALUTES)
    site.install("greetings")
    with pytest.raises(PluginError) as caught:
        load(settings=settings)
    assert said in str(caught.value)
    assert "uninstall" not in str(caught.value)


def test_way_out_of_wrong_settings_is_to_mend_them(site: Site) -> None:
    """Nothing is wrong with the plugin, as far as anybody knows; without settings it is."""
    site.install("salutes", SALUTES)
    with pytest.raises(PluginError, match=r"cannot be used with what is set for it: .* Mend settings=\{'salutes': …\}"):
        load(settings={"salutes": {"words": 3}})
    site.install("odd", SALUTES.replace("words = Lexicon", "words = no_such_thing"))
    with pytest.raises(PluginError, match=r"cannot be used: its hook .* Update or uninstall it"):
        load(settings={"salutes": {"words": []}})


def test_file_of_settings(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line takes settings from a file."""
    site.install("salutes", SALUTES)
    file, story = site.path / "settings.toml", site.path / "story.txt"
    story.write_text("Ahoy there.")
    file.write_text('[plugins.salutes]\nwords = ["ahoy"]\n')
    assert run(["extract", "--settings", str(file), str(story)]) == 0
    assert json.loads(capsys.readouterr().out)["annotations"][0]["span"]["text"] == "Ahoy"


def test_settings_are_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """What there is to set, and what comes of it."""
    site.install("salutes", SALUTES)
    site.install("greetings")
    file = site.path / "settings.toml"
    file.write_text('[plugins.salutes]\nwords = ["ahoy"]\n')
    said = (
        'settings, in a table [plugins.salutes]\n    Salute, if something is set.\n    "words" are those that salute.\n'
    )
    assert run(["plugins", "show", "salutes"]) == 0
    assert capsys.readouterr().out.endswith(f"ok\n\n{said}")
    assert run(["plugins", "show", "salutes", "--settings", str(file)]) == 0
    out = capsys.readouterr().out
    assert "extractor salutes\n    gives Greeting\n    words salutes (1)" in out
    assert out.endswith(said)
    assert run(["plugins", "show", "greetings"]) == 0
    assert "settings" not in capsys.readouterr().out


def test_variable_names_the_file_of_settings(
    site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the option does, which comes before it."""
    site.install("salutes", SALUTES)
    file = site.path / "settings.toml"
    file.write_text('[plugins.salutes]\nwords = ["ahoy"]\n')
    monkeypatch.setenv("COMMUNIQUE_SETTINGS", str(file))
    assert run(["plugins", "show", "salutes"]) == 0
    assert "words salutes (1)" in capsys.readouterr().out
    other = site.path / "other.toml"
    other.write_text("")
    assert run(["plugins", "show", "salutes", "--settings", str(other)]) == 0
    assert "words salutes" not in capsys.readouterr().out


TABLES_ONLY = "a file of settings has tables [plugins.NAME] and nothing else"


@pytest.mark.parametrize(
    "content, said",
    [
        ("words = [", "Invalid value"),
        ("words = 3", TABLES_ONLY),
        ("words = 3\n[plugins.salutes]", TABLES_ONLY),
        ("plugins = 3", TABLES_ONLY),
        ("[plugins]\nsalutes = 3", TABLES_ONLY),
        ("[plugins.salutes]\n[plugins]\ngreetings = 3", TABLES_ONLY),
        (None, "No such file or directory"),
    ],
)
def test_file_that_holds_no_settings(
    site: Site, capsys: pytest.CaptureFixture[str], content: str | None, said: str
) -> None:
    """The message names the file, and says what is wrong with it."""
    file = site.path / "settings.toml"
    if content is not None:
        file.write_text(content)
    assert run(["extract", "--settings", str(file)]) == 2
    err = " ".join(capsys.readouterr().err.split())
    assert "settings.toml: " in err
    assert said in err
