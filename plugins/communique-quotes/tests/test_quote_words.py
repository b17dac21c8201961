"""Words that report speech: the list is open to other plugins, and every form of every verb stands in one tier."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from communique import Lexicon, Pipeline, Quote
from communique.article import Article
from communique.plugins import load
from communique_quotes.speech import SPEECH_VERBS, SpeechWord

HONK = Lexicon.of("speech-verbs", {"honked": SpeechWord("honk", "speech"), "klaxoned": SpeechWord("klaxon", "quote")})


def contents(pipeline: Pipeline, text: str) -> list[str]:
    """The pieces of the quotes that a pipeline finds in a text."""
    quotes = pipeline.only({Quote}).run(Article(text)).of(Quote)
    return [piece.text for quote in quotes for piece in quote.content]


def test_a_lexicon_adds_a_verb() -> None:
    installed = load()
    more = Pipeline.of(installed.extractors, (*installed.lexicons, HONK))
    text = "Ana Ruiz honked that the road was closed."
    assert contents(installed, text) == []
    assert contents(more, text) == ["that the road was closed"]
    assert contents(more, "Ana Ruiz klaxoned the road was closed.") == []
    assert contents(more, "“Move,” Ana Ruiz klaxoned.") == ["“Move,”"]


def test_a_plugin_adds_a_verb_through_the_hook(tmp_path: Path) -> None:
    module = """
        from communique import Lexicon, hookimpl
        from communique_quotes.speech import SpeechWord

        @hookimpl
        def communique_lexicons():
            return (Lexicon.of("speech-verbs", {"honked": SpeechWord("honk", "speech")}),)
        """
    (tmp_path / "more_speech.py").write_text(dedent(module))
    info = tmp_path / "communique_honks-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: communique-honks\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[communique]\nhonks = more_speech\n")
    script = f"""
        import sys
        sys.path.insert(0, {str(tmp_path)!r})
        from communique import Quote, read
        (quote,) = read("Ana Ruiz honked the road was closed.", only={{Quote}}).of(Quote)
        print(quote.cue.text, quote.content[0].text, sep="|")
        """
    done = subprocess.run([sys.executable, "-c", dedent(script)], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "honked|the road was closed", done.stderr


def test_a_form_means_one_thing() -> None:
    """A verb's form may be a noun as well ("claims"), and nothing else twice."""
    forms = [(entry.surface, entry.means.tier == "noun") for entry in SPEECH_VERBS.entries]
    assert len(forms) == len(set(forms)), sorted({form for form in forms if forms.count(form) > 1})


@pytest.mark.parametrize("tier", ["speech", "clause", "that", "quote", "object", "source", "noun"])
def test_every_tier_has_words(tier: str) -> None:
    assert any(entry.means.tier == tier for entry in SPEECH_VERBS.entries)
