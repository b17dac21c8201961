"""Compare the working tree with another commit in one run: speed in T, and what is found gained and lost.

Run with: python bench/compare.py [REV] [--corpus FILE.jsonl]; REV is the parent commit unless given.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
SHOWN = 20
WORKER = """
import json, sys
sys.path.insert(0, {bench!r})
from pathlib import Path
from corpus import articles
from measure import in_t
from communique.plugins import load
corpus = {corpus!r}
texts = articles(200_000, Path(corpus) if corpus else None)
pipeline = load()
cost = in_t({{"read": lambda some: [pipeline.run(one) for one in some]}}, texts)["read"]
found = []
for number, article in enumerate(texts):
    reading = pipeline.run(article)
    for finding, ident in reading.ids().items():
        found.append(f"{{number}} {{finding.tag}} {{finding!r}}")
print(json.dumps([cost, found if {listing!r} else []]))
"""


def _worker(tree: Path, corpus: str | None, *, listing: bool) -> tuple[float, list[str]]:
    """Run the reader of a tree in a process of its own: its cost in T and what it finds."""
    sources = [tree / "src", *sorted(tree.glob("plugins/communique-*/src"))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sources))}
    code = WORKER.format(bench=str(ROOT / "bench"), corpus=corpus, listing=listing)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tree}:\n{done.stderr}")
    cost, found = json.loads(done.stdout)
    return cost, found


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revision", nargs="?", default="HEAD~1" if _clean() else "HEAD")
    parser.add_argument("--corpus", help="JSON Lines of articles to read, instead of the seeds")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "other"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", str(other), arguments.revision], check=True, capture_output=True)
        try:
            _compare(other, arguments.revision, arguments.corpus)
        finally:
            subprocess.run([*git, "remove", "--force", str(other)], check=True, capture_output=True)


def _clean() -> bool:
    done = subprocess.run(["git", "-C", str(ROOT), "status", "--porcelain"], capture_output=True, check=True)
    return not done.stdout.strip()


def _compare(other: Path, revision: str, corpus: str | None) -> None:
    pairs = [(_worker(ROOT, corpus, listing=False)[0], _worker(other, corpus, listing=False)[0]) for _ in range(ROUNDS)]
    here, there = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    print(f"whole reading: {here:.2f} T here, {there:.2f} T at {revision}, ratio {ratio:.3f}")
    mine, theirs = (Counter(_worker(tree, corpus, listing=True)[1]) for tree in (ROOT, other))
    for title, difference in (("gained", mine - theirs), ("lost", theirs - mine)):
        lines = sorted(difference.elements())
        print(f"{title}: {len(lines)}")
        print(*(f"  {line}" for line in lines[:SHOWN]), sep="\n")


if __name__ == "__main__":
    main()
