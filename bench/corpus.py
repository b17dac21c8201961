"""Texts to measure on: articles recombined from the paragraphs of the seeds, and texts made to be slow."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from communique import Article

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def articles(characters: int, path: Path | None = None) -> list[Article]:
    """Articles of about 2,000 characters with that many characters in all, the same at every call.

    With `path` they are those of a JSON Lines file, as ``communique extract`` reads them.
    """
    source = _of_file(path) if path else _recombined()
    found: list[Article] = []
    while characters > 0:
        found.append(next(source))
        characters -= len(found[-1].text)
    return found


def _of_file(path: Path) -> Iterator[Article]:
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    while True:
        for item in items:
            published = item.get("published")
            yield Article(item["text"], published=date.fromisoformat(published[:10]) if published else None)


def _recombined() -> Iterator[Article]:
    chance = random.Random(20260123)  # noqa: S311 - a fixed shuffle, no secret
    stories = [file.read_text(encoding="utf-8").split("\n\n") for file in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [paragraph for story in stories for paragraph in story[1:]]
    while True:
        chosen = [chance.choice(stories)[0], *chance.sample(paragraphs, 8)]
        yield Article("\n\n".join(chosen), published=date(2026, 1, 24))


def long_text(characters: int) -> str:
    """One text of that many characters, made of articles."""
    return "\n\n".join(article.text for article in articles(characters))[:characters]


ADVERSARIAL: dict[str, Callable[[int], str]] = {
    "no stop": lambda n: "the talks went on and on with Russia and China " * (n // 47),
    "capitals": lambda n: "AbAbAb CdCdCd " * (n // 14),
    "one capitalised run": lambda n: "Ivanov Petrov " * (n // 14),
    "all capitals": lambda n: "MINISTER SAID TALKS IN MOSCOW ARE " * (n // 34),
    "initials": lambda n: "A. B. C. D. " * (n // 12),
    "stops": lambda n: ". " * (n // 2),
    "dots": lambda n: "." * n,
    "spaces": lambda n: " " * n,
    "newlines": lambda n: "\n" * n,
    "open marks": lambda n: "“ a " * (n // 4),
    "straight marks": lambda n: '" a ' * (n // 4),
    "quotes and cues": lambda n: '"a," said b "c," he said ' * (n // 25),
    "cues": lambda n: "said told says according to " * (n // 28),
    "delegations": lambda n: "the delegation led by Ivan Petrov, the delegation " * (n // 50),
    "claims": lambda n: "claims annexed occupied the disputed border of Ukraine " * (n // 55),
    "New New New": lambda n: "New " * (n // 4),
    "commas": lambda n: "Ivan Petrov, the minister, " * (n // 27),
    "dashes": lambda n: "MOSCOW - " * (n // 9),
    "brackets": lambda n: "(Reuters) " * (n // 10),
    "digits": lambda n: "1 2 3 4 Jan 5 " * (n // 14),
    "one word": lambda n: "a" * n,
    "combining marks": lambda n: "é" * (n // 2),
    "surrogates": lambda n: "\ud800 " * (n // 2),
}
"""Shapes that have made patterns slow, each a text of about n characters."""
