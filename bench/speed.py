"""What reading costs, in units of T: python bench/speed.py [--corpus FILE.jsonl] [--json FILE]."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from attrs import evolve
from corpus import ADVERSARIAL, articles, long_text
from measure import cpu, few, fresh, frozen_heap, in_t, unit, word_pass

from communique import Annotation, Article, Extractor, Lexicon, Pipeline, Reading
from communique.plugins import load

CORPUS = 300_000
LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 5_000_000)
HOSTILE = 25_000
START_UP = {
    "import communique": "import communique",
    "first read": "import communique; communique.read(open({seed!r}, encoding='utf-8').read())",
}


def kinds(corpus: Path | None) -> dict[str, float]:
    """The whole reading, and each kind alone with all that it needs."""
    pipeline = load()
    chosen: dict[str, Pipeline] = {"whole reading": pipeline}
    chosen |= {f"only {kind.__name__}": pipeline.only({kind}) for kind in pipeline.kinds}
    actions = {"whole reading, side by side": partial(_side_by_side, pipeline)}
    actions |= {name: partial(_one_by_one, one) for name, one in chosen.items()}
    return in_t(actions, articles(CORPUS, corpus))


def _side_by_side(pipeline: Pipeline, some: Iterable[Article]) -> None:
    deque(pipeline.run_all(some), maxlen=0)


def _one_by_one(pipeline: Pipeline, some: Iterable[Article]) -> None:
    for article in some:
        pipeline.run(article)


def steps(corpus: Path | None) -> dict[str, float]:
    """What each extractor of the whole reading costs by itself, and the shared pass before them all."""
    pipeline = load()
    spent: dict[str, float] = {}
    lists = next(extractor.words for extractor in pipeline.extractors if extractor.words)
    shared = Extractor("shared pass", partial(_shared_pass, lists[0]), gives=(), words=lists[:1])
    timed = [evolve(one, find=partial(_timed, one, spent)) for one in (shared, *pipeline.extractors)]
    reader = Pipeline(tuple(timed), pipeline.lexicons)
    texts = articles(CORPUS, corpus)
    _one_by_one(reader, fresh(texts))
    costs: dict[str, list[float]] = {extractor.name: [] for extractor in timed}
    with frozen_heap():
        for some in few(texts):
            spent.clear()
            _one_by_one(reader, fresh(some))
            second = unit(some)
            for name, found in costs.items():
                found.append(spent[name] / second)
    return {name: statistics.median(found) for name, found in costs.items()}


def _timed(extractor: Extractor, spent: dict[str, float], reading: Reading) -> list[Annotation]:
    """What an extractor finds; the CPU seconds it took are added up."""
    start = time.process_time()
    found = list(extractor.find(reading))
    spent[extractor.name] = spent.get(extractor.name, 0.0) + time.process_time() - start
    return found


def _shared_pass(lexicon: Lexicon[object], reading: Reading) -> Iterable[Annotation]:
    """Ask for everything that is made once for all extractors; the hits of one list are made with those of all."""
    assert reading.hits(lexicon) is not None
    assert reading.words.columns
    assert reading.words.capitalised is not None
    assert reading.layout.sentences
    assert reading.layout.quotations is not None
    return ()


def growth() -> dict[int, float]:
    """Cost in T of one text of each length; the lengths are taken in turns, and of each the best round counts."""
    pipeline = load()
    texts = {length: [long_text(length)] * max(1, 200_000 // length) for length in LENGTHS}
    units: dict[int, list[float]] = {length: [] for length in LENGTHS}
    reads: dict[int, list[float]] = {length: [] for length in LENGTHS}
    for _ in range(3):
        for length, same in texts.items():
            units[length].append(cpu(partial(word_pass, same)))
            reads[length].append(cpu(partial(_read_all, pipeline, same)))
    return {length: min(reads[length]) / min(units[length]) for length in LENGTHS}


def hostile() -> dict[str, tuple[float, float]]:
    """For each adversarial shape: ns per character over that of news, and the growth for four times the length."""
    pipeline = load()
    news = long_text(4 * HOSTILE)
    _best(pipeline, news)
    normal = _best(pipeline, news) / len(news)
    found: dict[str, tuple[float, float]] = {}
    for name, shape in ADVERSARIAL.items():
        short, long = shape(HOSTILE), shape(4 * HOSTILE)
        short_time, long_time = max(_best(pipeline, short), 1e-5), _best(pipeline, long)
        found[name] = (long_time / max(1, len(long)) / normal, long_time / short_time)
    return found


def _read_all(pipeline: Pipeline, texts: Sequence[str]) -> None:
    for text in texts:
        pipeline.run(Article(text))


def _best(pipeline: Pipeline, text: str) -> float:
    return min(cpu(partial(_read_all, pipeline, [text])) for _ in range(3))


def start_up() -> dict[str, float]:
    """CPU of a fresh interpreter, in units of one that does nothing; everything is compiled to bytecode before."""
    seed = str(Path(__file__).resolve().parent.parent / "seeds" / "abu-dhabi-talks.txt")
    with tempfile.TemporaryDirectory() as cache:
        bare = _process("pass", cache)
        return {name: _process(code.format(seed=seed), cache) / bare for name, code in START_UP.items()}


def _process(code: str, cache: str) -> float:
    """The least CPU seconds of five interpreters that run some code, bytecode kept in `cache`."""
    script = f"import time\n{code}\nprint(time.process_time())"
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
        for _ in range(6)
    ]
    return min(float(run.stdout.splitlines()[-1]) for run in runs[1:])


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="JSON Lines of articles to measure on, instead of the seeds")
    parser.add_argument("--json", type=Path, help="write the numbers to a file as well")
    parser.add_argument("--quick", action="store_true", help="only the whole reading, the kinds and the steps")
    arguments = parser.parse_args()
    numbers: dict[str, object] = {}
    for title, table in (("cost in T", kinds), ("each extractor alone, in T", steps)):
        numbers[title] = found = table(arguments.corpus)
        print(f"\n{title}")
        for name, value in found.items():
            print(f"  {name:28} {value:6.2f}")
    if not arguments.quick:
        numbers["growth"] = lengths = growth()
        print("\ncost in T by length of one text")
        for length, value in lengths.items():
            print(f"  {length:>9,} characters {value:6.2f}")
        print(f"  5 MB over 100 KB             {lengths[LENGTHS[-1]] / lengths[100_000]:6.2f}")
        numbers["hostile"] = shapes = hostile()
        print("\nadversarial texts: cost per character over news; time for 4 x length")
        for name, (cost, grows) in sorted(shapes.items(), key=lambda item: -item[1][0]):
            print(f"  {name:24} {cost:6.2f} x {grows:6.2f} x")
        numbers["start-up"] = starts = start_up()
        print("\nstart-up, CPU of a bare interpreter = 1")
        for name, value in starts.items():
            print(f"  {name:28} {value:6.2f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
